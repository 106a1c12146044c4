#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/json/detail/inline_stack.hpp>
#include <outlay/json/detail/position.hpp>
#include <outlay/json/detail/tables.hpp>
#include <outlay/json/detail/token.hpp>
#include <outlay/model/place.hpp>
#include <outlay/value/detail/near_miss.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

namespace outlay::detail {

/// An object or array being read.
struct frame {
    void* member;                ///< the member or item that holds it, perhaps in a std::optional
    void* address;               ///< of itself
    object_reader const* object; ///< null for an array
    array_reader const* array;
    field_reader const* field; ///< of an object: the member being read, null to skip it
    field_reader const* next;  ///< of an object: the member that is likely to come
    value_reader const* item;  ///< of an array
    check_function check_item; ///< of an array
    std::uint64_t seen;        ///< of an object: the members met so far
    std::size_t items;         ///< of an array
    std::size_t first_slot;    ///< of an object
    token_mark begin;
    bool broken;   ///< something in it could not be read: its invariants mean nothing
    direction way; ///< what binds it
};

/// The objects and arrays that are open, the outermost first. Nearly every text is less deep than this.
using frame_stack = inline_stack<frame, 34>;

/// Whether a token is null in a reply, where a list is due: several vendors' servers write a list without items so. A
/// std::optional or nullable list takes null for itself.
inline bool is_null_list(frame const& in, problem const& wrong, token found)
{
    value_reader const& type = in.array != nullptr ? *in.item : *in.field->value;
    return found.kind == token_kind::null && wrong.weight == problem::gravity::violation &&
           in.way == direction::reply && type.array != nullptr && type.engage == nullptr;
}

/// Appends the step from an object or array to what is read in it.
inline void append_step(std::string& pointer, frame const& in)
{
    if (in.array != nullptr) append_token(pointer, in.items == 0 ? 0 : in.items - 1);
    else if (in.field != nullptr) append_token(pointer, in.field->name);
}

/// The member that is not there yet, and that a name which is none was probably meant for; empty if there is none.
inline std::string_view likely_name(frame const& in, std::string_view name)
{
    near_miss search(name);
    for (std::uint32_t bucket = 0; bucket <= in.object->bucket_mask; ++bucket) {
        if (in.object->buckets[bucket] == 0) continue;
        field_reader const& field = in.object->fields[in.object->buckets[bucket] - 1];
        if (!field.is_alias && (in.seen >> field.index & 1) == 0) search.consider(field.name);
    }
    return search.likely();
}

/// What is said of a name that no member has; `fate` is what becomes of the field.
inline std::string unknown_field_message(frame const& in, std::string_view name, std::string_view fate)
{
    std::string message = joined({"not a known field", fate});
    if (std::string_view const likely = likely_name(in, name); !likely.empty())
        message += joined({"; did you mean ", likely, "?"});
    return message;
}

/// What a text that was refused was probably meant to be, as the end of a message; empty if nothing comes near.
inline std::string hint(problem const& wrong, token found)
{
    if (wrong.likely == nullptr || found.kind != token_kind::string) return {};
    std::string_view const likely = wrong.likely(found.text());
    return likely.empty() ? std::string() : joined({"; did you mean ", in_quotes(likely), "?"});
}

/// A scalar as messages show it.
inline std::string shown(token value)
{
    switch (value.kind) {
    case token_kind::string: return in_quotes(value.text());
    case token_kind::boolean: return value.is_true() ? "true" : "false";
    case token_kind::null: return "null";
    case token_kind::integer:
    case token_kind::number:
        return value.size <= 40 ? std::string(value.text()) : joined({value.text().substr(0, 40), "..."});
    case token_kind::composite: break;
    }
    return std::string(value.text());
}

} // namespace outlay::detail
