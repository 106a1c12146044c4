#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <outlay/value/detail/assert.hpp>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0::detail {

/// Finds the first of many elements with a given name, in constant time. The index holds the numbers of elements, not
/// their names: each function takes `name_of`, which returns the name of an element.
class name_index {
public:
    static constexpr std::size_t none = (std::numeric_limits<std::size_t>::max)();

    /// The number of elements added; 0 after reset().
    constexpr std::size_t size() const noexcept { return size_; }

    /// Whether two elements have the same name.
    constexpr bool has_repeated() const noexcept { return has_repeated_; }

    /// The first element with this name, or `none`.
    template<class NameOf>
    std::size_t find(std::string_view name, NameOf const& name_of) const noexcept
    {
        if (slots_.empty()) return none;
        std::uint32_t const found = slots_[slot_of(name, name_of)];
        return found == 0 ? none : found - 1u;
    }

    /// Makes room for `count` elements, of which the first size() are added already.
    template<class NameOf>
    void reserve(std::size_t count, NameOf const& name_of)
    {
        constexpr std::size_t least = 64; // slots: 32 elements, so that small objects never grow the table
        if (count * 2 <= slots_.size()) return;
        std::size_t const known = size_;
        std::vector<std::uint32_t> larger(std::bit_ceil(count * 2 > least ? count * 2 : least));
        slots_.swap(larger);
        for (size_ = 0; size_ != known;) add(name_of);
    }

    /// Adds the element number size(), for which there is room.
    template<class NameOf>
    void add(NameOf const& name_of) noexcept
    {
        OUTLAY_ASSERT(size_ * 2 < slots_.size()); // every search ends at a free slot
        std::uint32_t& slot = slots_[slot_of(name_of(size_), name_of)];
        ++size_;
        if (slot == 0) slot = static_cast<std::uint32_t>(size_);
        else has_repeated_ = true;
    }

    /// Removes all elements.
    void reset() noexcept
    {
        slots_.clear();
        size_ = 0;
        has_repeated_ = false;
    }

private:
    /// The slot of the first element with this name, or the free slot where it belongs.
    template<class NameOf>
    std::size_t slot_of(std::string_view name, NameOf const& name_of) const noexcept
    {
        std::size_t at = std::hash<std::string_view>()(name) & (slots_.size() - 1);
        while (slots_[at] != 0 && name_of(slots_[at] - 1u) != name) at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    std::vector<std::uint32_t> slots_{}; ///< numbers of elements from 1; 0: free. The size is a power of two
    std::size_t size_ = 0;
    bool has_repeated_ = false;
};

} // namespace outlay::inline v0_1_0::detail
