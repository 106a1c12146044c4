#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <outlay/model/facts.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Functions that assemble JSON Schemas.

namespace outlay::inline v0_1_0::detail {

/// A schema, and the conditions that it can't express, in words.
struct described_value {
    boost::json::object schema;
    std::vector<std::string> unsaid{};
};

/// A number in a schema as a decimal; nullopt if it can't be represented exactly.
inline std::optional<decimal> number_in(boost::json::value const& number)
{
    if (auto const* const n = number.if_int64()) return decimal(*n);
    if (auto const* const n = number.if_uint64()) return decimal(*n);
    // As it is serialized, with the fewest digits: to_chars without a format may write more.
    char text[32]; // the longest double has 24 characters
    auto const end = std::to_chars(text, text + sizeof text, number.as_double(), std::chars_format::scientific).ptr;
    return decimal::try_parse({text, static_cast<std::size_t>(end - text)});
}

/// The exact number as JSON: an integer, or a double with this shortest form. Null if it is neither.
inline boost::json::value exact_number(decimal number)
{
    decimal const plain = number.normalized();
    constexpr decimal least = (std::numeric_limits<std::int64_t>::min)();
    constexpr decimal most = (std::numeric_limits<std::int64_t>::max)();
    constexpr decimal most_unsigned = (std::numeric_limits<std::uint64_t>::max)();
    if (plain.scale() == 0 && least <= plain && plain <= most) return plain.coefficient();
    if (plain.scale() == 0 && most < plain && plain <= most_unsigned) return plain.words().low;
    double const nearest = plain.to_double();
    if (number_in(nearest) != plain) return nullptr;
    return nearest;
}

/// Replaces the bound of the type by a bound of a rule, unless the former is tighter. Returns false if the bound can't
/// be expressed exactly.
inline bool put_bound(boost::json::object& schema, std::string_view key, decimal bound, bool is_least)
{
    auto exact = exact_number(bound);
    if (exact.is_null()) return false;
    std::string_view const of_type = is_least ? "minimum" : "maximum";
    if (auto const* const present = schema.if_contains(of_type)) {
        auto const other = number_in(*present); // nullopt: out of range of decimals, and so not tighter
        if (other && (is_least ? *other > bound : *other < bound)) return true;
        schema.stable_erase(of_type);
    }
    schema[key] = std::move(exact);
    return true;
}

/// Whether `name` is the type of a schema, or is in its list of types.
inline bool has_type(boost::json::object const& schema, std::string_view name)
{
    auto const* const type = schema.if_contains("type");
    if (type == nullptr) return false;
    if (type->is_string()) return type->get_string() == name;
    auto const& types = type->as_array();
    return std::find(types.begin(), types.end(), boost::json::value(name)) != types.end();
}

/// Calls f with each alternative of a schema: those in its anyOf, or itself if it has none.
template<class F>
void each_alternative(boost::json::object& schema, F const& f)
{
    auto* const any = schema.if_contains("anyOf");
    if (any == nullptr) return f(schema);
    for (auto& one : any->as_array()) each_alternative(one.as_object(), f);
}

/// Calls f with each alternative of one of these types, so that a keyword for numbers is added beside the type
/// `number`. Returns false if there is none, or if f returns false for all.
template<class F>
bool each_of_type(boost::json::object& schema, std::initializer_list<std::string_view> types, F const& f)
{
    bool is_said = false;
    each_alternative(schema, [&](boost::json::object& one) {
        for (std::string_view const type : types)
            if (has_type(one, type)) is_said = f(one) || is_said;
    });
    return is_said;
}

/// Replaces the examples of an open enumeration by the only texts that are allowed.
inline bool put_allowed(boost::json::object& schema, std::vector<std::string_view> const& texts)
{
    schema.stable_erase("examples");
    if (texts.size() == 1) schema["const"] = texts.front();
    else schema["enum"] = boost::json::array(texts.begin(), texts.end());
    return true;
}

/// Adds a regular expression that a text must match.
inline bool put_pattern(boost::json::object& schema, std::string_view pattern)
{
    if (!schema.contains("pattern")) {
        schema["pattern"] = pattern;
        return true;
    }
    auto& all = schema["allOf"];
    if (all.is_null()) all.emplace_array();
    all.get_array().push_back(boost::json::object{{"pattern", pattern}});
    return true;
}

inline void put_number_facts(described_value& to, facts const& stated)
{
    auto const bound = [&](std::optional<decimal> const& number, std::string_view key, bool is_least) {
        if (!number) return;
        auto const put = [&](boost::json::object& one) { return put_bound(one, key, *number, is_least); };
        if (!each_of_type(to.schema, {"number", "integer"}, put))
            to.unsaid.push_back(joined({key, ": ", number->to_string()}));
    };
    bound(stated.minimum, "minimum", true);
    bound(stated.exclusive_minimum, "exclusiveMinimum", true);
    bound(stated.maximum, "maximum", false);
    bound(stated.exclusive_maximum, "exclusiveMaximum", false);
}

/// Adds the bounds for characters of a text, items of a list, and entries of a map.
inline void put_counts(described_value& to, facts const& stated)
{
    auto const count = [&](std::optional<std::size_t> const& n, std::size_t unbounded, std::string_view key,
                           std::string_view type) {
        if (!n || *n == unbounded) return true;
        return each_of_type(to.schema, {type}, [&](boost::json::object& one) {
            one[key] = *n;
            return true;
        });
    };
    constexpr auto no_bound = (std::numeric_limits<std::size_t>::max)();
    auto const unsaid = [&](std::optional<std::size_t> const& n, std::string_view key) {
        to.unsaid.push_back(joined({key, ": ", std::to_string(*n)}));
    };
    if (!count(stated.min_length, 0, "minLength", "string")) unsaid(stated.min_length, "minLength");
    if (!count(stated.max_length, no_bound, "maxLength", "string")) unsaid(stated.max_length, "maxLength");
    bool const has_least = count(stated.min_items, 0, "minItems", "array");
    if (!count(stated.min_items, 0, "minProperties", "object") && !has_least) unsaid(stated.min_items, "minItems");
    bool const has_most = count(stated.max_items, no_bound, "maxItems", "array");
    if (!count(stated.max_items, no_bound, "maxProperties", "object") && !has_most)
        unsaid(stated.max_items, "maxItems");

    // An id may be a number, of 1 to 20 digits.
    auto const is_there = [](boost::json::object&) { return true; };
    bool const may_be_number =
        each_of_type(to.schema, {"string"}, is_there) && each_of_type(to.schema, {"integer"}, is_there);
    if (may_be_number && (stated.min_length.value_or(1) > 1 || stated.max_length.value_or(20) < 20))
        to.unsaid.emplace_back("length: the digits of an id that is a number are counted, too");
}

/// Adds the facts about a value to its schema. Facts that can't be expressed exactly are added to `unsaid`.
inline void put_facts(described_value& to, facts const& stated)
{
    put_number_facts(to, stated);
    put_counts(to, stated);
    auto const put = [&to](std::initializer_list<std::string_view> types, std::string_view words, auto const& f) {
        if (!each_of_type(to.schema, types, f)) to.unsaid.emplace_back(words);
    };
    auto const is_distinct = [](boost::json::object& one) {
        one["uniqueItems"] = true;
        return true;
    };
    if (stated.unique_items) put({"array"}, "unique_items: no two items are equal", is_distinct);
    if (!stated.allowed.empty())
        put({"string"}, "enum: one of a few texts", [&](auto& one) { return put_allowed(one, stated.allowed); });
    for (std::string_view const pattern : stated.patterns)
        put({"string"}, joined({"pattern: ", pattern}), [&](auto& one) { return put_pattern(one, pattern); });
    if (!stated.format.empty())
        put({"string"}, joined({"format: ", stated.format}), [&](boost::json::object& one) {
            one["format"] = stated.format;
            return true;
        });
    if (stated.is_read_only) to.schema["readOnly"] = true;
    if (!stated.title.empty()) to.schema["title"] = stated.title;
    if (!stated.description.empty()) to.schema["description"] = stated.description;
}

/// Whether a schema is {"type": "null"}. Does not use operator==: for objects, that of Boost 1.81 allocates memory
/// although it is noexcept, so that a failing allocation would terminate the program.
inline bool is_null_schema(boost::json::value const& schema)
{
    boost::json::object const& object = schema.as_object(); // like all alternatives, see each_alternative()
    if (object.size() != 1) return false;
    auto const* const type = object.if_contains("type");
    return type != nullptr && type->is_string() && type->get_string() == "null";
}

/// Adds null to the allowed values.
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
        auto& all = any->as_array();
        if (std::none_of(all.begin(), all.end(), is_null_schema)) all.push_back(boost::json::object{{"type", "null"}});
    } else if (auto* const reference = schema.if_contains("$ref")) {
        schema["anyOf"] =
            boost::json::array{boost::json::object{{"$ref", *reference}}, boost::json::object{{"type", "null"}}};
        schema.erase("$ref");
    }
}

/// Removes null from the allowed values of a list.
inline void refuse_null(boost::json::object& schema) { schema["type"] = "array"; }

/// Appends `Not said here: code (/member): words; ...` to the comment of a schema.
inline void put_comment(boost::json::object& schema, std::vector<std::string> const& unsaid)
{
    for (std::string const& words : unsaid) {
        auto const* const present = schema.if_contains("$comment");
        std::string text = present != nullptr ? joined({present->get_string(), "; "}) : "Not said here: ";
        schema["$comment"] = text += words;
    }
}

} // namespace outlay::inline v0_1_0::detail
