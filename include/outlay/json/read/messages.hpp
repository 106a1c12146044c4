#pragma once

#include <cstdint>
#include <outlay/json/read/frame.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/near_miss.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

// The words of what is wrong with a JSON text.

namespace outlay::detail {

/// The member that is not there yet, and that a name which is none was probably meant for; empty if there is none.
inline std::string_view likely_name(frame const& in, std::string_view name)
{
    near_miss search(name);
    for (std::uint32_t bucket = 0; bucket <= in.object->bucket_mask; ++bucket) {
        if (in.object->buckets[bucket] == 0) continue;
        field_table const& field = in.object->fields[in.object->buckets[bucket] - 1u];
        if (!field.is_alias && (in.seen >> field.index & 1) == 0) search.consider(field.name);
    }
    return search.likely();
}

/// The member, there or not, whose name is the same but for case and separators; empty if there is none.
inline std::string_view respelt_name(frame const& in, std::string_view name)
{
    for (field_table const& field : in.object->fields.first(in.object->members))
        if (is_respelt(field.name, name)) return field.name;
    return {};
}

/// What is said of a name that no member has; `fate` is what becomes of the field, `likely` the name that was meant.
inline std::string unknown_field_message(std::string_view fate, std::string_view likely)
{
    std::string message = joined({"not a known field", fate});
    if (!likely.empty()) message += joined({"; did you mean ", likely, "?"});
    return message;
}

/// What a text that was refused was probably meant to be, as the end of a message; empty if nothing comes near.
inline std::string hint(problem const& wrong, token found)
{
    if (wrong.likely == nullptr || found.kind != token_kind::string) return {};
    std::string_view const likely = wrong.likely(found.text());
    return likely.empty() ? std::string() : joined({"; did you mean ", in_quotes(likely), "?"});
}

/// What was found, as messages show it. Of what may be a secret, `is_hidden`, no character is shown.
inline std::string shown(token value, bool is_hidden)
{
    constexpr std::size_t most_digits = 40;
    bool const has_text = value.kind != token_kind::null && value.kind != token_kind::composite;
    if (is_hidden && has_text) return "something else";
    switch (value.kind) {
    case token_kind::string: return in_quotes(value.text());
    case token_kind::boolean: return value.is_true() ? "true" : "false";
    case token_kind::null: return "null";
    case token_kind::integer:
    case token_kind::number:
        if (value.size <= most_digits) return std::string(value.text());
        return joined({value.text().substr(0, most_digits), "..."});
    case token_kind::composite: break;
    }
    return std::string(value.text());
}

/// `a string or an object`: of several kinds of JSON values.
inline std::string kinds_in_words(json_kinds kinds)
{
    struct name {
        json_kinds kind;
        std::string_view words;
    };
    static constexpr name names[] = {
        {json_string, "a string"},  {json_integer, "an integer"},
        {json_number, "a number"},  {json_boolean, "true or false"},
        {json_object, "an object"}, {json_array, "an array"},
        {json_null, "null"},
    };
    if ((kinds & json_number) != 0) kinds &= static_cast<json_kinds>(~json_integer);
    std::string words;
    for (name const& one : names) {
        if ((kinds & one.kind) == 0) continue;
        kinds &= static_cast<json_kinds>(~one.kind);
        if (!words.empty()) words += kinds == 0 ? " or " : ", ";
        words += one.words;
    }
    return words;
}

} // namespace outlay::detail
