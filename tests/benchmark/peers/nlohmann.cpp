// nlohmann/json: a tree, and then the values by hand.

#include "../by_hand.hpp"
#include "../suite.hpp"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace {

using nlohmann::json;

struct tree {
    static bool is_null(json const& v) { return v.is_null(); }
    static bool boolean(json const& v) { return v.get<bool>(); }
    static std::string_view text(json const& v) { return v.get_ref<std::string const&>(); }
    template<class T>
    static T number(json const& v)
    {
        return v.get<T>();
    }
    static std::size_t size(json const& v) { return v.size(); }
    static void each(json const& v, auto f)
    {
        for (json const& item : v) f(item);
    }
    static json const* find(json const& v, std::string_view name)
    {
        auto const found = v.find(name);
        return found == v.end() ? nullptr : &*found;
    }

    static json value(auto const& scalar) { return scalar; }
    static json object() { return json::object(); }
    static json list(std::size_t) { return json::array(); }
    static void add(json& to, std::string_view name, json value) { to.emplace(name, std::move(value)); }
    static void append(json& to, json value) { to.push_back(std::move(value)); }
};

constexpr auto read = [](std::string const& text, auto& to) { by_hand<tree>::read(json::parse(text), to); };
constexpr auto write = [](auto const& from) { return to_tree<tree>::make(from).dump(); };

registered const nlohmann_registered{
    {decoding("nlohmann_decode", read), encoding("nlohmann_encode", read, write)},
    library{"nlohmann/json", json::meta().at("version").at("string").get<std::string>()}};

} // namespace
