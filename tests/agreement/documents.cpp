// Writes, a JSON object a line, the schemas of all wire types, and documents with outlay's verdicts on them; for
// check.py, which compares them with those of other validators.
//
//     documents [COUNT [SEED [DIALECT [TYPE...]]]]    COUNT documents for each schema, which is in draft_2020_12,
//                                                     draft_07 or openapi_3_1; of all types, or of these

#include "../../examples/payload_lint/types.hpp"
#include "generator.hpp"
#include "own_types.hpp"
#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iostream>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace json = boost::json;

void write_document(std::string_view schema, std::string const& text, outlay::report const& found)
{
    json::array violations;
    for (outlay::violation const& v : found) violations.push_back({{"code", v.code}, {"pointer", v.pointer}});
    bool is_inexact = false;
    for (outlay::violation const& v : found.notices())
        is_inexact |= v.code == "decimal_inexact"; // rules apply to the rounded number
    std::cout << R"({"schema":)" << json::serialize(json::string(schema)) << R"(,"inexact":)"
              << (is_inexact ? "true" : "false") << R"(,"violations":)" << json::serialize(violations)
              << R"(,"document":)" << text << "}\n";
}

outlay::schema_options written_as;

template<class T>
void write_documents(std::string const& name, outlay::decode_options const& options, std::size_t count,
                     std::uint64_t seed)
{
    std::cout << json::serialize(
                     json::object{{"schema", name}, {"definition", outlay::json_schema<T>(options, written_as)}})
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

/// Documents with at most one violation, which are rare among generated ones: `parts` take the place of `{}`.
template<class T>
void write_near_misses(std::string const& name, std::string_view around, std::initializer_list<std::string_view> parts)
{
    auto const options = outlay::detail::conformance_options<T>(outlay::direction::request);
    for (std::string_view const part : parts) {
        std::string text(around);
        text.replace(text.find("{}"), 2, part);
        write_document(name, text, outlay::conforms<T>(text, options).report());
    }
}

void write_near_misses()
{
    write_near_misses<outlay::amazon::portfolio_budget>(
        "amazon.portfolio_budget",
        R"({"amount":100,"currencyCode":"USD","policy":"DATE_RANGE","startDate":"2027-01-01",{}})",
        {R"("endDate":"2027-02-28")", R"("endDate":"2027-02-29")", R"("endDate":"2028-02-29")",
         R"("endDate":"2027-04-31")"});
    write_near_misses<agreement::maps>("maps", R"({"prices":{}})",
                                       {R"({"ab":1,"cd":2,"ef":3})", R"({"ab":1,"cd":2,"ef":3,"gh":4})", R"({"a":1})",
                                        R"({"ab":0.01})", R"({"ab":0.001})", "{}", R"({"abcdefgh":1})",
                                        R"({"abcdefghi":1})"});
    write_near_misses<agreement::maps>(
        "maps", R"({"prices":{"ab":1},{}})",
        {R"("currencies":{"USD":1})", R"("currencies":{"usd":1})", R"("currencies":{"":1})", R"("numbers":{"-7":true})",
         R"("numbers":{"-0":true})", R"("numbers":{"7.0":true})", R"("numbers":{"x":true})", R"("numbers":{"07":true})",
         R"("months":{"202512":[]})", R"("months":{"202513":[]})", R"("months":{"20251":[]})",
         R"("days":{"2024-02-29":1})", R"("days":{"2023-02-29":1})", R"("days":{})",
         R"("indices":{"18446744073709551615":{"x":1}})", R"("indices":{"-1":{"x":1}})",
         R"("colours":{"RED":{"abcd":1}})", R"("colours":{"RED":{"abcde":1}})", R"("colours":{"red":{}})"});
    write_near_misses<agreement::containers>(
        "containers", R"({"one":[{"x":1}],"pair":["",1],"day":"2024-01-31",{}})",
        {R"("three":[1,2,3])", R"("three":[1,2])", R"("three":[1,2,3,4])", R"("three":[1,2,10])",
         R"("three":[1,2,3],"distinct":[1,2])", R"("three":[1,2,3],"distinct":[1,1])",
         R"("three":[1,2,3],"distinct":[1,1.0])", R"("three":[1,2,3],"distinct":[1,2,3])",
         R"("three":[1,2,3],"triple":[{"x":1},[],null])", R"("three":[1,2,3],"triple":[{"x":1},[]])",
         R"("three":[1,2,3],"triple":[{"x":1},[],true,true])", R"("three":[1,2,3],"next":null)",
         R"("three":[1,2,3],"next":{})", R"("three":[1,2,3],"number":-1)"});
    write_near_misses<agreement::forms>(
        "forms", R"({"realText":"0.5","instant":1530123457.123,"day":"20240229","wait":60,"real":0.1,"even":2,{}})",
        {R"("text":"1.50","micros":1500000)",
         R"("text":"1.50","micros":"1500000")",
         R"("text":"1.50","micros":1.5)",
         R"("text":"1.50","micros":"1.5")",
         R"("text":"1.50","micros":1500000.0)",
         R"("text":"1.50","micros":"")",
         R"("text":"x","micros":1)",
         R"("text":"01","micros":1)",
         R"("text":"1.","micros":1)",
         R"("text":1.5,"micros":1)",
         R"("text":"-1e3","micros":1)",
         R"("text":"","micros":1)",
         R"("text":"1","micros":-1)",
         R"("text":"1","micros":1,"smallText":"255")",
         R"("text":"1","micros":1,"smallText":"-1")",
         R"("text":"1","micros":1,"lastDay":"20230229")",
         R"("text":"1","micros":1,"shortWait":"1")",
         R"("text":"1","micros":1,"stretches":[{"from":1,"length":0}])",
         R"("text":"1","micros":1,"stretches":[{"from":1,"length":1}])",
         R"("text":"1","micros":1,"stretchOrNone":null)"});
}

/// Schemas of amounts alone, for divisors.py and amounts.py.
void write_minor_units()
{
    for (std::size_t places = 0; places < outlay::detail::divisors_of_minor_unit.size(); ++places) {
        std::string const name = "minor units, " + std::to_string(places) + " places";
        std::cout << json::serialize(
                         json::object{{"schema", name}, {"definition", outlay::detail::whole_minor_units(places)}})
                  << '\n';
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::size_t const count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200;
    std::uint64_t const seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 20261121;
    std::string_view const dialect = argc > 3 ? argv[3] : "";
    if (dialect == "draft_07") written_as.dialect = outlay::schema_dialect::draft_07;
    if (dialect == "openapi_3_1") written_as.dialect = outlay::schema_dialect::openapi_3_1;
    std::vector<std::string_view> const types(argv + std::min(argc, 4), argv + argc);
    std::ios::sync_with_stdio(false);
    auto const write = [&]<class T>(std::string_view type_name, lint::type_of<T>) {
        if (!types.empty() && std::ranges::find(types, type_name) == types.end()) return;
        std::string const name(type_name);
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
    write_near_misses();
    write_minor_units();
    return std::cout.flush() ? 0 : 1;
}
