#pragma once

#include <cstddef>
#include <outlay/json/detail/frame.hpp>
#include <outlay/json/detail/lookahead.hpp>
#include <outlay/json/detail/position.hpp>

namespace outlay::detail {

/// Reserves room for the items of the list that was opened last, by what of the text follows.
[[gnu::noinline]] inline void make_room(frame_stack const& frames, position_tracker const& tracker)
{
    if (tracker.chunk().empty()) return;
    frame const& opened = frames.back();
    char const* const end = tracker.chunk().data() + tracker.chunk().size();
    char const* const open = tracker.find(opened.begin);
    item_count const count = count_items(open, end);
    if (count.exact) {
        if (count.items != 0) opened.array->reserve(opened.address, count.items);
        return;
    }
    // A guess may be as large as the text: one of the few lists that are in no other list is worth it.
    for (std::size_t i = 0; i + 1 < frames.size(); ++i)
        if (frames[i].array != nullptr) return;
    auto const left = static_cast<std::size_t>(end - open);
    opened.array->reserve(opened.address, trusted_items(count.items, opened.array->item_size, left));
}

} // namespace outlay::detail
