#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <outlay/model/facts.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Putting JSON Schemas together, whatever they are about.

namespace outlay::detail {

/// A schema, and what it can't say.
struct described_value {
    boost::json::object schema;
    std::vector<std::string> unsaid{};
};

/// The number that a schema has, if a decimal holds it.
inline std::optional<decimal> number_in(boost::json::value const& number)
{
    if (auto const* const n = number.if_int64()) return decimal(*n);
    if (auto const* const n = number.if_uint64()) return decimal(*n);
    // As it is serialized, with the fewest digits: to_chars without a format may choose more.
    char text[32];
    auto const end = std::to_chars(text, text + sizeof text, number.as_double(), std::chars_format::scientific).ptr;
    return decimal::try_parse({text, static_cast<std::size_t>(end - text)});
}

/// The number, exactly: an integer, or a double whose shortest form it is. Null if it is neither.
inline boost::json::value exact_number(decimal number)
{
    decimal const plain = number.normalized();
    constexpr decimal least = std::numeric_limits<std::int64_t>::min();
    constexpr decimal most = std::numeric_limits<std::int64_t>::max();
    constexpr decimal most_unsigned = std::numeric_limits<std::uint64_t>::max();
    if (plain.scale() == 0 && least <= plain && plain <= most) return plain.coefficient();
    if (plain.scale() == 0 && most < plain && plain <= most_unsigned) return plain.words().low;
    double const nearest = plain.to_double();
    if (number_in(nearest) != plain) return nullptr;
    return nearest;
}

/// Puts a bound on numbers in the place of that of the type, unless that is tighter. False if it can't be said exactly.
inline bool put_bound(boost::json::object& schema, std::string_view key, decimal bound, bool is_least)
{
    auto exact = exact_number(bound);
    if (exact.is_null()) return false;
    std::string_view const of_type = is_least ? "minimum" : "maximum";
    if (auto const* const present = schema.if_contains(of_type)) {
        auto const other = number_in(*present); // none: further away than any decimal
        if (other && (is_least ? *other > bound : *other < bound)) return true;
        schema.stable_erase(of_type);
    }
    schema[key] = std::move(exact);
    return true;
}

/// Puts the only texts that will do in the place of the examples that an open enumeration has.
inline void put_allowed(boost::json::object& schema, std::vector<std::string_view> const& texts)
{
    if (texts.empty()) return;
    schema.stable_erase("examples");
    if (texts.size() == 1) schema["const"] = texts.front();
    else schema["enum"] = boost::json::array(texts.begin(), texts.end());
}

/// Puts what rules say of a value into its schema; what can't be said exactly goes to `unsaid`.
inline void put_facts(described_value& to, facts const& said)
{
    boost::json::object& schema = to.schema;
    auto const bound = [&](std::optional<decimal> const& number, std::string_view key, bool is_least) {
        if (number && !put_bound(schema, key, *number, is_least))
            to.unsaid.push_back(joined({key, ": ", number->to_string()}));
    };
    bound(said.minimum, "minimum", true);
    bound(said.exclusive_minimum, "exclusiveMinimum", true);
    bound(said.maximum, "maximum", false);
    bound(said.exclusive_maximum, "exclusiveMaximum", false);
    auto const count = [&](std::optional<std::size_t> const& n, std::string_view key, std::size_t unbounded) {
        if (n && *n != unbounded) schema[key] = *n;
    };
    constexpr auto no_bound = std::numeric_limits<std::size_t>::max();
    count(said.min_length, "minLength", 0);
    count(said.max_length, "maxLength", no_bound);
    auto const* const type = schema.if_contains("type");
    bool const is_map = type != nullptr && *type == "object";
    count(said.min_items, is_map ? "minProperties" : "minItems", 0);
    count(said.max_items, is_map ? "maxProperties" : "maxItems", no_bound);
    // An id may be a number, of 1 to 20 digits.
    bool const is_id = type != nullptr && *type == boost::json::array{"string", "integer"};
    if (is_id && (said.min_length.value_or(1) > 1 || said.max_length.value_or(20) < 20))
        to.unsaid.emplace_back("length: the digits of an id that is a number are counted, too");
    if (said.is_read_only) schema["readOnly"] = true;
    if (said.unique_items) schema["uniqueItems"] = true;
    put_allowed(schema, said.allowed);
    for (std::string_view const pattern : said.patterns) {
        if (!schema.contains("pattern")) schema["pattern"] = pattern;
        else {
            auto& all = schema["allOf"];
            if (all.is_null()) all.emplace_array();
            all.get_array().push_back(boost::json::object{{"pattern", pattern}});
        }
    }
    auto const text = [&schema](std::string_view words, std::string_view key) {
        if (!words.empty()) schema[key] = words;
    };
    text(said.title, "title");
    text(said.description, "description");
    text(said.format, "format");
}

/// Makes null one of the values.
inline void allow_null(boost::json::object& schema)
{
    if (auto* const type = schema.if_contains("type")) {
        if (type->is_string()) *type = boost::json::array{*type};
        auto& types = type->as_array();
        if (std::find(types.begin(), types.end(), "null") != types.end()) return;
        types.push_back("null");
        if (auto* const values = schema.if_contains("enum")) values->as_array().push_back(nullptr);
        if (auto* const only = schema.if_contains("const")) {
            schema["enum"] = boost::json::array{*only, nullptr};
            schema.erase("const");
        }
    } else if (auto* const any = schema.if_contains("anyOf")) {
        any->as_array().push_back(boost::json::object{{"type", "null"}});
    } else if (auto* const reference = schema.if_contains("$ref")) {
        schema["anyOf"] =
            boost::json::array{boost::json::object{{"$ref", *reference}}, boost::json::object{{"type", "null"}}};
        schema.erase("$ref");
    }
}

/// Of the schema of a list that may be null: makes null none of the values.
inline void refuse_null(boost::json::object& schema) { schema["type"] = "array"; }

/// `Not said here: code (/member): words; ...`, after what is there already: of a rule, after that of the type.
inline void put_comment(boost::json::object& schema, std::vector<std::string> const& unsaid)
{
    for (std::string const& words : unsaid) {
        auto const* const present = schema.if_contains("$comment");
        std::string text = present != nullptr ? joined({present->get_string(), "; "}) : "Not said here: ";
        schema["$comment"] = text += words;
    }
}

} // namespace outlay::detail
