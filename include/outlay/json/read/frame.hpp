#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// An object or array that is being read. Exactly one of `object`, `list`, `map` and `tuple` is not null.
struct frame {
    object_table const* object;
    list_table const* list;
    map_table const* map;
    tuple_table const* tuple;

    void* member;      ///< the member, item or entry that contains it, perhaps in a std::optional
    void* address;     ///< the address of the object or array
    std::size_t apart; ///< the number of objects on the apart_stack for it: an item of a set, wire values of codecs
    token_mark begin;
    bool broken;                 ///< a part could not be read: conditions between its parts are not checked
    outlay::direction direction; ///< determines the rules that bind it

    // For an object:
    field_table const* field; ///< the member being read; null to skip it
    field_table const* next;  ///< the member that is expected next
    std::uint64_t seen;       ///< the members read so far
    std::size_t first_slot;

    // For a list, map or tuple:
    field_table const* rules; ///< the member whose rules apply to its items and keys; may be null
    std::size_t items;        ///< the number of items begun so far
    std::size_t room;         ///< for a list: the number of items for which memory is accounted
    void* entry;              ///< for a map: the value being read; null to skip it
    std::size_t name_begin;   ///< for a map: the start of the entry's name in `names`
    std::size_t name_size;
};

/// The open objects and arrays, the outermost first. At the default max_depth of 32 there are at most 33, with the
/// frame around the whole text.
using frame_stack = inline_stack<frame, 34>;

/// The names of the open map entries, concatenated. The capacity, in characters, is enough for usual names.
using name_stack = inline_stack<char, 256>;

/// The declared type of the part that is being read in an object or array. Precondition: a part is being read, and is
/// not skipped.
inline type_table const& type_of_step(frame const& in)
{
    OUTLAY_ASSERT(in.object == nullptr || in.field != nullptr);
    if (in.object != nullptr) return *in.field->type;
    if (in.list != nullptr) return *in.list->item;
    if (in.map != nullptr) return *in.map->value;
    OUTLAY_ASSERT(in.items != 0 && in.items <= in.tuple->parts.size());
    return *in.tuple->parts[in.items - 1];
}

/// Appends the step from an object or array to the part that is being read in it.
inline void append_step(std::string& pointer, frame const& in, name_stack& names)
{
    if (in.map != nullptr && has_secret_names(*in.map)) {
        append_token(pointer, hidden_name);
    } else if (in.map != nullptr) {
        append_token(pointer, {names.data() + in.name_begin, in.name_size});
    } else if (in.object == nullptr) {
        append_token(pointer, in.items == 0 ? 0 : in.items - 1);
    } else if (in.field != nullptr) {
        append_token(pointer, in.field->name);
    }
}

} // namespace outlay::inline v0_1_0::detail
