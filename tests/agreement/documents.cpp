// Writes, a JSON object a line, the schemas of all wire types, and documents with what outlay says of them; for
// check.py, which asks somebody else.
//
//     documents [COUNT [SEED]]      COUNT documents for each schema

#include "../../examples/payload_lint/types.hpp"
#include "generator.hpp"
#include "own_types.hpp"
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <outlay/json.hpp>
#include <string>
#include <string_view>

namespace {

namespace json = boost::json;

void write_document(std::string_view schema, std::string const& text, outlay::report const& found)
{
    json::array violations;
    for (outlay::violation const& v : found) violations.push_back({{"code", v.code}, {"pointer", v.pointer}});
    bool is_inexact = false;
    for (outlay::violation const& v : found.notices())
        is_inexact |= v.code == "decimal_inexact"; // rules are about what it is rounded to
    std::cout << R"({"schema":)" << json::serialize(json::string(schema)) << R"(,"inexact":)"
              << (is_inexact ? "true" : "false") << R"(,"violations":)" << json::serialize(violations)
              << R"(,"document":)" << text << "}\n";
}

template<class T>
void write_documents(std::string const& name, outlay::decode_options const& options, std::size_t count,
                     std::uint64_t seed)
{
    std::cout << json::serialize(json::object{{"schema", name}, {"definition", outlay::json_schema<T>(options)}})
              << '\n';
    agreement::generator generator(seed);
    for (std::size_t i = 0; i < count; ++i) {
        json::value document = generator.make<T>();
        if (i % 2 == 0)
            generator.repair(document, [&options](json::value const& tried) {
                return outlay::conforms<T>(agreement::generator::text(tried), options).report();
            });
        for (std::size_t n = i % 4; n > 1; --n) generator.mutate(document);
        std::string const text = agreement::generator::text(document);
        write_document(name, text, outlay::conforms<T>(text, options).report());
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::size_t const count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200;
    std::uint64_t const seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 20261121;
    std::ios::sync_with_stdio(false);
    auto const write = [&]<class T>(std::string const& name, lint::type_of<T>) {
        auto options = outlay::detail::conformance_options<T>(outlay::direction::request);
        write_documents<T>(name, options, count, seed);
        options.unknown_fields = outlay::unknown_fields::reject;
        write_documents<T>(name + " (strict)", options, count / 2, seed + 1);
        if (outlay::detail::direction_of<T> == outlay::direction::reply) return;
        write_documents<T>(name + " (as a reply)", outlay::detail::conformance_options<T>(outlay::direction::reply),
                           count / 2, seed + 2);
    };
    lint::for_each_type(write);
    write("everything", lint::type_of<agreement::everything>{});
    write("presences", lint::type_of<agreement::presences>{});
    write("list of presences", lint::type_of<std::vector<agreement::presences>>{});
    write("lists", lint::type_of<agreement::lists>{});
    write("reply with lists", lint::type_of<agreement::reply_with_lists>{});
    write("list of lists", lint::type_of<std::vector<std::vector<int>>>{});
    write("conditions", lint::type_of<agreement::conditions>{});
    write("conditions of an update", lint::type_of<agreement::conditions_of_update>{});
    write("maps", lint::type_of<agreement::maps>{});
    write("containers", lint::type_of<agreement::containers>{});
    write("variants", lint::type_of<agreement::variants>{});
    write("forms", lint::type_of<agreement::forms>{});
    write("variant", lint::type_of<agreement::figure>{});
    return std::cout.flush() ? 0 : 1;
}
