#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/json/read/frame.hpp>
#include <outlay/json/read/lookahead.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/table/type_table.hpp>

namespace outlay::detail {

/// What a container's node takes besides its item, with what the allocator adds; about.
inline constexpr std::size_t node_size = 48;

/// What an item of a list takes, without what it owns in turn.
inline std::size_t memory_of_item(list_table const& list) noexcept
{
    std::size_t const apart = list.item->maybe != nullptr ? list.item->maybe->apart : 0;
    return list.item_size + apart + (list.reserve == nullptr ? node_size : 0);
}

/// For how many items lists reserve room, so that they neither move their items again and again nor look at the text
/// more than once.
class room_planner {
public:
    /// Remembers how many items a list had that has been read, for the next one in its place.
    void remember(frame const& parent, frame const& list) noexcept
    {
        void const* const place = place_of(parent, list);
        slot(place) = {.place = place, .items = list.items};
    }

    /// How many items the innermost list, `frames.back()`, is likely to have, of which the first has begun.
    [[gnu::noinline]] std::size_t plan(frame_stack const& frames, position_tracker& tracker, std::size_t most)
    {
        frame const& list = frames.back();
        if (list.items != 0) return 2 * list.items;
        if (list.list->reserve == nullptr) return 1;
        bool const is_one_of_many = is_in_list_or_map(frames);
        if (is_one_of_many) {
            // Each number is used once: then all of them are no more than the items that there were.
            void const* const place = place_of(frames[frames.size() - 2], list);
            last_list& last = slot(place);
            if (last.place == place) {
                last.place = nullptr;
                return std::clamp<std::size_t>(last.items, 1, most);
            }
        }
        return look_ahead(*list.list, tracker, is_one_of_many, most);
    }

private:
    struct last_list {
        void const* place = nullptr;
        std::size_t items = 0;
    };

    static bool is_in_list_or_map(frame_stack const& frames) noexcept
    {
        for (std::size_t i = 0; i + 1 < frames.size(); ++i)
            if (frames[i].list != nullptr || frames[i].map != nullptr) return true;
        return false;
    }

    static std::size_t look_ahead(list_table const& list, position_tracker& tracker, bool is_one_of_many,
                                  std::size_t most)
    {
        token_mark const mark = tracker.mark();
        bool const is_in_chunk = !tracker.chunk().empty() && mark.tokens != token_mark::resolved;
        char const* const first = is_in_chunk ? tracker.find(mark) : nullptr;
        if (first == nullptr) return 1;
        char const* const end = tracker.chunk().data() + tracker.chunk().size();
        // Lists of which none is in another are looked at for as long as it takes: no character is in two of them.
        item_count const count = count_items(first, end, is_one_of_many ? lookahead_in_one_of_many : end - first);
        if (count.exact) return std::clamp<std::size_t>(count.items, 1, most);
        if (is_one_of_many) return 1;
        auto const left = static_cast<std::size_t>(end - first);
        // A guess may be as large as the text: it leaves memory for the lists that come.
        return std::clamp<std::size_t>(trusted_items(count.items, list.item_size, left), 1, most / 2 + 1);
    }

    /// What lists are told apart by: the member that they are the value of, or else their type.
    static void const* place_of(frame const& parent, frame const& list) noexcept
    {
        return parent.object != nullptr ? static_cast<void const*>(parent.field) : list.list;
    }

    last_list& slot(void const* place) noexcept
    {
        return last_[reinterpret_cast<std::uintptr_t>(place) / alignof(field_table) % last_.size()];
    }

    std::array<last_list, 8> last_{};
};

} // namespace outlay::detail
