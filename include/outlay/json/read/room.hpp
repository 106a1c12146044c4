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

/// The approximate memory of a container's node in addition to its item, with the overhead of the allocator.
inline constexpr std::size_t node_size = 48;

/// The approximate memory of a kept field in addition to its texts, in its list and in the index of names.
inline constexpr std::size_t memory_of_kept = 2 * sizeof(std::string) + node_size;

/// The memory of an item of a list, without objects that it owns.
inline std::size_t memory_of_item(list_table const& list) noexcept
{
    std::size_t const apart = list.item->maybe != nullptr ? list.item->maybe->apart : 0;
    return list.item_size + apart + (list.reserve == nullptr ? node_size : 0);
}

/// A list for which memory is planned; its first item has started.
struct list_to_come {
    list_table const* list;
    bool is_one_of_many;  ///< the list is in another list or in a map
    char const* first;    ///< the first character of the first item; null: not known
    char const* text_end; ///< the end of the text or of the current chunk
};

/// Plans the memory that lists reserve, so that items are rarely moved and the text is scanned at most once.
class room_planner {
public:
    /// Records the number of items of a complete list, for the next list in the same place of another object.
    void remember(void const* place, std::size_t items) noexcept { slot(place) = {.place = place, .items = items}; }

    /// The number of items of the last list in this place; 0: not known. Each number is used once, so that the sum of
    /// all reservations is at most the number of items that were read.
    std::size_t take_last(void const* place) noexcept
    {
        last_list& last = slot(place);
        if (last.place != place) return 0;
        last.place = nullptr;
        return (std::max<std::size_t>)(last.items, 1);
    }

    /// The expected number of items of the first list in its place, from its text: 1 to `most`.
    OUTLAY_NOINLINE static std::size_t look_ahead(list_to_come const& of, std::size_t most)
    {
        if (of.first == nullptr) return 1;
        std::ptrdiff_t const left = of.text_end - of.first;
        // A list that is not in another is scanned to its end; since no character is in two such lists, this is linear.
        item_count const count =
            count_items(of.first, of.text_end, of.is_one_of_many ? lookahead_in_one_of_many : left);
        if (count.exact) return std::clamp<std::size_t>(count.items, 1, most);
        if (of.is_one_of_many) return 1;
        // An estimate may be as large as the text: half of the memory is left for later lists.
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

    std::array<last_list, 8> last_{}; ///< a hash table without collision handling: a miss only costs an estimate
};

} // namespace outlay::inline v0_1_0::detail
