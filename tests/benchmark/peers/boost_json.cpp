// Boost.JSON: the tree alone, the tree and then the values by hand, and writing.

#include "../by_hand.hpp"
#include "../suite.hpp"

#include <boost/json.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

namespace json = boost::json;

struct tree {
    static bool is_null(json::value const& v) { return v.is_null(); }
    static bool boolean(json::value const& v) { return v.as_bool(); }
    static std::string_view text(json::value const& v) { return {v.as_string().data(), v.as_string().size()}; }
    template<class T>
    static T number(json::value const& v)
    {
        return v.to_number<T>();
    }
    static std::size_t size(json::value const& v) { return v.as_array().size(); }
    static void each(json::value const& v, auto f)
    {
        for (json::value const& item : v.as_array()) f(item);
    }
    static json::value const* find(json::value const& v, std::string_view name)
    {
        return v.as_object().if_contains({name.data(), name.size()});
    }

    static json::value value(std::string const& text) { return json::string(text); }
    static json::value value(auto scalar) { return scalar; }
    static json::object object() { return {}; }
    static json::array list(std::size_t size)
    {
        json::array made;
        made.reserve(size);
        return made;
    }
    static void add(json::object& to, std::string_view name, json::value value)
    {
        to.emplace(json::string_view(name.data(), name.size()), std::move(value));
    }
    static void append(json::array& to, json::value value) { to.push_back(std::move(value)); }
};

constexpr auto read = [](std::string const& text, auto& to) {
    by_hand<tree>::read(json::parse(json::string_view(text.data(), text.size())), to);
};
constexpr auto write = [](auto const& from) { return json::serialize(to_tree<tree>::make(from)); };

std::optional<candidate> parse(sample const& from)
{
    return candidate{.row = "boost_json_parse", .bytes = from.text.size(), .run = [&text = from.text] {
                         keep(json::parse(json::string_view(text.data(), text.size())));
                     }};
}

registered const boost_registered{
    {{"boost_json_parse", parse}, decoding("boost_json_decode", read), encoding("boost_json_encode", read, write)}};

} // namespace
