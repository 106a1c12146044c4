#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// An object or array being read. One of `object`, `list`, `map` and `tuple` is not null: that of its type.
struct frame {
    object_table const* object;
    list_table const* list;
    map_table const* map;
    tuple_table const* tuple;

    void* member;      ///< the member, item or entry that holds it, perhaps in a std::optional
    void* address;     ///< of itself
    std::size_t apart; ///< how many objects were made apart for it: a set's item, a codec's wire
    token_mark begin;
    bool broken;                 ///< something in it could not be read: its conditions mean nothing
    outlay::direction direction; ///< what binds it

    // Of an object:
    field_table const* field; ///< the member being read; null to skip it
    field_table const* next;  ///< the member that is likely to come
    std::uint64_t seen;       ///< the members met so far
    std::size_t first_slot;

    // Of a list, map or tuple:
    field_table const* rules; ///< the member whose rules are about its items and keys; may be null
    std::size_t items;        ///< begun so far
    std::size_t room;         ///< of a list: for so many items memory was taken
    void* entry;              ///< of a map: the value being read; null to skip it
    std::size_t name_begin;   ///< of a map: where the name of the entry is in `names`
    std::size_t name_size;
};

/// The objects and arrays that are open, the outermost first. Nearly every text is less deep than this.
using frame_stack = inline_stack<frame, 34>;

/// The names of the map entries that are being read, one after another.
using name_stack = inline_stack<char, 256>;

/// The declared type of what is read in an object or array; null where that is skipped.
inline type_table const* type_of_step(frame const& in)
{
    if (in.object != nullptr) return in.field != nullptr ? in.field->type : nullptr;
    if (in.list != nullptr) return in.list->item;
    if (in.map != nullptr) return in.map->value;
    std::size_t const index = in.items == 0 ? 0 : in.items - 1;
    return index < in.tuple->parts.size() ? in.tuple->parts[index] : nullptr;
}

/// Appends the step from an object or array to what is read in it.
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
