#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/json/read/lookahead.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <string>

namespace outlay::inline v0_1_0::detail {

/// What a container's node takes besides its item, with what the allocator adds; about.
inline constexpr std::size_t node_size = 48;

/// What a field that an object keeps takes besides its texts, in its list and in the index of names; about.
inline constexpr std::size_t memory_of_kept = 2 * sizeof(std::string) + node_size;

/// What an item of a list takes, without what it owns in turn.
inline std::size_t memory_of_item(list_table const& list) noexcept
{
    std::size_t const apart = list.item->maybe != nullptr ? list.item->maybe->apart : 0;
    return list.item_size + apart + (list.reserve == nullptr ? node_size : 0);
}

/// A list that room is planned for, of which the first item has begun.
struct list_to_come {
    list_table const* list;
    bool is_one_of_many;  ///< it is in another list or in a map
    char const* first;    ///< the first item's first character; null: not known
    char const* text_end; ///< that of the text, or of the chunk at hand
};

/// For how many items lists reserve room, so that they neither move their items again and again nor look at the text
/// more than once.
class room_planner {
public:
    /// Remembers how many items a list had that has been read, for the next one in its place.
    void remember(void const* place, std::size_t items) noexcept { slot(place) = {.place = place, .items = items}; }

    /// How many items the list in this place is likely to have, by the last one there; 0: nothing is known of it.
    /// Each number is used once: then all of them are no more than the items that there were.
    std::size_t take_last(void const* place) noexcept
    {
        last_list& last = slot(place);
        if (last.place != place) return 0;
        last.place = nullptr;
        return (std::max<std::size_t>)(last.items, 1);
    }

    /// The same for the first list in its place, by its text: 1 to `most`.
    OUTLAY_NOINLINE static std::size_t look_ahead(list_to_come const& of, std::size_t most)
    {
        if (of.first == nullptr) return 1;
        std::ptrdiff_t const left = of.text_end - of.first;
        // Lists of which none is in another are looked at for as long as it takes: no character is in two of them.
        item_count const count =
            count_items(of.first, of.text_end, of.is_one_of_many ? lookahead_in_one_of_many : left);
        if (count.exact) return std::clamp<std::size_t>(count.items, 1, most);
        if (of.is_one_of_many) return 1;
        // A guess may be as large as the text: it leaves memory for the lists that come.
        std::size_t const trusted = trusted_items(count.items, of.list->item_size, static_cast<std::size_t>(left));
        return std::clamp<std::size_t>(trusted, 1, most / 2 + 1);
    }

private:
    struct last_list {
        void const* place = nullptr;
        std::size_t items = 0;
    };

    last_list& slot(void const* place) noexcept
    {
        return last_[reinterpret_cast<std::uintptr_t>(place) / alignof(field_table) % last_.size()];
    }

    std::array<last_list, 8> last_{};
};

} // namespace outlay::inline v0_1_0::detail
