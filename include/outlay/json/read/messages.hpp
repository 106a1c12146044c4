#pragma once

#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/near_miss.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

// The messages about a JSON text. The quick and the careful reader share them, so that both make the same reports.

namespace outlay::inline v0_1_0::detail {

/// A name in an object that is not the name of a member.
struct unknown_name {
    object_table const& of;
    std::uint64_t seen; ///< the members read so far
    std::string_view name;

    /// Whether it is a violation under the options.
    bool is_violation(decode_options const& options) const
    {
        bool const keeps = of.extras != nullptr;
        if (options.unknown_fields == unknown_fields::reject) return true;
        if (options.unknown_fields == unknown_fields::reject_unless_kept && !keeps) return true;
        return options.near_misses == near_misses::reject && !meant(options).empty();
    }

    std::string message(bool is_refused, decode_options const& options) const
    {
        std::string_view const fate = is_refused ? "" : of.extras != nullptr ? ", kept" : ", ignored";
        std::string text = joined({"not a known field", fate});
        std::string_view const likely = meant(options);
        if (!likely.empty()) text += joined({"; did you mean ", likely, "?"});
        return text;
    }

private:
    /// The name of the member that was probably meant; empty if there is none.
    std::string_view meant(decode_options const& options) const
    {
        std::string_view const likely = likely_member();
        bool const is_respelling_enough = options.near_misses == near_misses::reject;
        return likely.empty() && is_respelling_enough ? respelt_member() : likely;
    }

    /// A member that has not been read yet and has a similar name.
    std::string_view likely_member() const
    {
        near_miss search(name);
        for (std::uint32_t bucket = 0; bucket <= of.bucket_mask; ++bucket) {
            if (of.buckets[bucket] == 0) continue;
            field_table const& field = of.fields[of.buckets[bucket] - 1u];
            if (!field.is_alias && (seen >> field.index & 1) == 0) search.consider(field.name);
        }
        return search.likely();
    }

    /// A member, read or not, whose name differs only in case and separators.
    std::string_view respelt_member() const
    {
        for (field_table const& field : of.fields.first(of.members))
            if (is_respelt(field.name, name)) return field.name;
        return {};
    }
};

inline constexpr std::string_view not_sent_message = "only replies have this field: it is not written in a request";
inline constexpr std::string_view required_but_missing = "required, but missing";
inline constexpr std::string_view expected_but_missing = "expected, but missing";

/// The notice for null in place of a list. A list of a fixed size, such as std::array, can't be made empty.
constexpr std::string_view null_list_message(list_table const& type) noexcept
{
    return type.clear != nullptr ? "null instead of a list: read as an empty list"
                                 : "null instead of a list: its items stay as they were";
}

/// The notice for a member under another name.
inline std::string alias_message(std::string_view name) { return joined({"another name of ", name}); }

/// The violation for a member that occurs twice.
inline std::string duplicate_message(std::string_view name) { return joined({name, " occurs more than once"}); }

/// The notice or violation for an unknown name that occurs twice.
inline std::string repeated_message(std::string_view name)
{
    return joined({in_quotes(name), " occurs more than once"});
}

/// The end of a message with the text that was probably meant; empty if none is similar.
inline std::string hint(problem const& wrong, token found)
{
    if (wrong.likely == nullptr || found.kind != token_kind::string) return {};
    std::string_view const likely = wrong.likely(found.text());
    return likely.empty() ? std::string() : joined({"; did you mean ", in_quotes(likely), "?"});
}

/// The text of a value in messages. If it may be a secret, `is_hidden`, no character of it is shown.
inline std::string shown(token value, bool is_hidden)
{
    constexpr std::size_t most_digits = 40; // as for texts: a message stays one line
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

/// The violation for a value that was not read.
inline std::string refused_message(problem const& wrong, token found, bool is_hidden)
{
    return joined({"expected ", wrong.expected, ", found ", shown(found, is_hidden)}) +
           (is_hidden ? std::string() : hint(wrong, found));
}

/// The notice for a value that was read although it does not have the documented form.
inline std::string remedied_message(problem const& wrong, token found, bool is_hidden)
{
    return joined({"found ", shown(found, is_hidden), ", ", wrong.remedy});
}

/// The notice for a value of the wrong type in a member with for_information.
inline std::string read_as_absent_message(problem const& wrong, token found, bool is_hidden)
{
    return joined({"expected ", wrong.expected, ", found ", shown(found, is_hidden), ": read as absent"});
}

/// Several kinds of JSON values in words: `a string or an object`.
inline std::string kinds_in_words(json_kinds kinds)
{
    struct name {
        json_kinds kind;
        std::string_view words;
    };
    static constexpr name names[] = {
        {.kind = json_string, .words = "a string"},  {.kind = json_integer, .words = "an integer"},
        {.kind = json_number, .words = "a number"},  {.kind = json_boolean, .words = "true or false"},
        {.kind = json_object, .words = "an object"}, {.kind = json_array, .words = "an array"},
        {.kind = json_null, .words = "null"},
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

} // namespace outlay::inline v0_1_0::detail
