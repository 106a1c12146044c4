#pragma once

#include <cstddef>
#include <outlay/model/table/type_table.hpp>

// Iteration over the parts of a value.

namespace outlay::inline v0_1_0::detail {

/// Calls f(item) for each item of a list.
template<class F>
void for_each_item(list_table const& type, void const* list, F&& f)
{
    if (type.data != nullptr) {
        auto const* item = static_cast<char const*>(type.data(list));
        for (std::size_t left = type.size(list); left != 0; --left, item += type.item_size)
            f(static_cast<void const*>(item));
        return;
    }
    type.each(list, {&f, [](void* context, void const*, void const* item) { (*static_cast<F*>(context))(item); }});
}

/// Calls f(key, value) for each entry of a map.
template<class F>
void for_each_entry(map_table const& type, void const* map, F&& f)
{
    type.each(map,
              {&f, [](void* context, void const* key, void const* value) { (*static_cast<F*>(context))(key, value); }});
}

/// Calls f(name, json) for each unknown field that an object keeps.
template<class F>
void for_each_kept(object_table const& type, void const* object, F&& f)
{
    if (type.extras == nullptr) return;
    type.extras->each(type.extras_in(object), {&f, [](void* context, void const* name, void const* json) {
                                                   (*static_cast<F*>(context))(*static_cast<std::string const*>(name),
                                                                               *static_cast<std::string const*>(json));
                                               }});
}

/// Calls f(wire) with the wire value of a value whose type has a codec.
template<class F>
void with_wire(converted_table const& type, void const* value, F&& f)
{
    type.to_wire(value, {&f, [](void* context, void const*, void const* wire) { (*static_cast<F*>(context))(wire); }});
}

/// A part of a constant tuple.
inline void const* part_of(tuple_table const& type, void const* tuple, std::size_t index)
{
    return type.part(const_cast<void*>(tuple), index);
}

} // namespace outlay::inline v0_1_0::detail
