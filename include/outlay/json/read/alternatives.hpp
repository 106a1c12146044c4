#pragma once

#include <cstddef>
#include <outlay/json/read/recording.hpp>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/kinds.hpp>

// Converts the recording of an object or array that may be one of several types to an outline, by which one is chosen.

namespace outlay::inline v0_1_0::detail {

/// The kind of the value that starts with an event.
inline json_kinds kind_of(recording::event const& event)
{
    if (event.kind == recording::event_kind::open_object) return json_object;
    if (event.kind == recording::event_kind::open_array) return json_array;
    return kind_of(event.scalar);
}

/// The outline of a recording, which must outlive it.
inline outline outline_of(recording const& record)
{
    using kind = recording::event_kind;
    outline made{.is_object = record.events[0].kind == kind::open_object};
    recording::event const* name = nullptr;
    std::size_t depth = 0;
    for (recording::event const& event : record.events) {
        bool const opens = event.kind == kind::open_object || event.kind == kind::open_array;
        if (event.kind == kind::close_object || event.kind == kind::close_array) {
            --depth;
        } else if (depth == 1 && event.kind == kind::key) {
            name = &event;
        } else if (depth == 1) {
            bool const is_text = event.kind == kind::scalar && event.scalar == token_kind::string;
            made.parts.push_back({.name = name != nullptr ? record.text(*name) : std::string_view(),
                                  .kind = kind_of(event),
                                  .text = is_text ? record.text(event) : std::string_view(),
                                  .origin = &event});
        }
        if (opens) ++depth;
    }
    return made;
}

/// The mark of a part.
inline token_mark const& mark_of(outline::part const& part)
{
    return static_cast<recording::event const*>(part.origin)->mark;
}

} // namespace outlay::inline v0_1_0::detail
