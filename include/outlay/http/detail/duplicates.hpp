#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <outlay/value/detail/words.hpp>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0::http::detail {

/// A hash of ids, which are short and mostly digits. Processes eight characters at a time; the last eight may overlap.
inline std::uint64_t hash_id(std::string_view id) noexcept
{
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
    auto const mix = [](std::uint64_t hash, std::uint64_t word) { return std::rotl(hash ^ word, 29) * odd; };
    std::uint64_t hash = id.size() * odd;
    if (id.size() < 8) {
        for (char const c : id) hash = mix(hash, static_cast<unsigned char>(c));
    } else {
        for (std::size_t at = 0; at + 8 < id.size(); at += 8)
            hash = mix(hash, outlay::detail::load_word(id.data() + at));
        hash = mix(hash, outlay::detail::load_word(id.data() + id.size() - 8));
    }
    return hash ^ hash >> 32;
}

/// The id of an item that is itself an id.
struct own_id {
    template<class Id>
    std::string_view operator()(Id const& id) const noexcept
    {
        return id.str();
    }
};

/// For each item, the place of the first item with the same id. Takes time n log n for any ids.
template<class Item, class IdOf = own_id>
std::vector<std::uint32_t> first_places_by_order(std::vector<Item> const& items, IdOf const& id_of = {})
{
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        std::string_view const x = id_of(items[a]);
        std::string_view const y = id_of(items[b]);
        return x != y ? x < y : a < b;
    });
    std::vector<std::uint32_t> first(items.size());
    std::uint32_t of_same = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::string_view const id = id_of(items[order[i]]);
        if (i == 0 || id.empty() || id != id_of(items[of_same])) of_same = order[i];
        first[order[i]] = of_same;
    }
    return first;
}

/// For each item, the place of the first item with the same id, `id_of(item)`. Empty if all ids are different, the
/// usual case. Items with an empty id are all different.
///
/// Uses a hash table. Ids could be chosen to collide, which a seed does not prevent: two pairs of words that cancel
/// each other do so for every seed. So after a run of more slots than is likely by chance (in a table that is at most
/// half full, a run of 64 has a probability below 1e-9), first_places_by_order() is used instead.
template<class Item, class IdOf = own_id>
std::vector<std::uint32_t> first_places(std::vector<Item> const& items, IdOf const& id_of = {})
{
    struct slot {
        std::uint32_t place = 0; ///< the place of an item, from 1; 0: vacant
        std::uint32_t hash = 0;  ///< compared before ids
    };
    constexpr int longest_run = 64;
    if (items.size() >= (std::numeric_limits<std::uint32_t>::max)() / 4)
        throw std::length_error("outlay: a batch of more than 2^30 items");
    std::vector<slot> slots(std::bit_ceil(2 * items.size() + 1));
    std::vector<std::uint32_t> first;
    for (std::uint32_t place = 0; place < items.size(); ++place) {
        std::string_view const id = id_of(items[place]);
        auto const hash = static_cast<std::uint32_t>(hash_id(id));
        auto const is_other = [&](slot const& s) {
            return s.hash != hash || id.empty() || id_of(items[s.place - 1]) != id;
        };
        std::size_t at = hash & (slots.size() - 1);
        for (int run = 0; slots[at].place != 0 && is_other(slots[at]); at = (at + 1) & (slots.size() - 1))
            if (++run > longest_run) return first_places_by_order(items, id_of);
        if (slots[at].place == 0) {
            slots[at] = {.place = place + 1, .hash = hash};
        } else if (first.empty()) {
            first.resize(items.size());
            std::iota(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(place), 0u);
        }
        if (!first.empty()) first[place] = slots[at].place - 1;
    }
    return first;
}

} // namespace outlay::inline v0_1_0::http::detail
