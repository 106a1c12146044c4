#pragma once

#include <cstddef>
#include <outlay/json/read/frame.hpp>
#include <outlay/json/read/lookahead.hpp>
#include <outlay/json/read/position.hpp>

namespace outlay::detail {

/// Reserves room for the items of the list that was opened last, by what of the text follows.
[[gnu::noinline]] inline void make_room(frame_stack const& frames, position_tracker const& tracker)
{
    frame const& opened = frames.back();
    bool const is_in_chunk = !tracker.chunk().empty() && opened.begin.tokens != token_mark::resolved;
    if (!is_in_chunk || opened.list->reserve == nullptr) return;
    char const* const end = tracker.chunk().data() + tracker.chunk().size();
    char const* const open = tracker.find(opened.begin);
    item_count const count = count_items(open, end);
    if (count.exact) {
        if (count.items != 0) opened.list->reserve(opened.address, count.items);
        return;
    }
    // A guess may be as large as the text: one of the few lists that are in no other list is worth it.
    for (std::size_t i = 0; i + 1 < frames.size(); ++i)
        if (frames[i].list != nullptr) return;
    auto const left = static_cast<std::size_t>(end - open);
    opened.list->reserve(opened.address, trusted_items(count.items, opened.list->item_size, left));
}

} // namespace outlay::detail
