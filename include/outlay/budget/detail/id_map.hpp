#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <outlay/value/identifier.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::detail {

/// A parameter type for the text of an id: an identifier of any kind, or any text.
class id_text {
public:
    template<std::convertible_to<std::string_view> Text>
    constexpr id_text(Text const& text) : text_(static_cast<std::string_view>(text))
    {}

    template<class Tag>
    constexpr id_text(identifier<Tag> const& id) noexcept : text_(id.str())
    {}

    id_text(std::nullptr_t) = delete;

    constexpr operator std::string_view() const noexcept { return text_; }

private:
    std::string_view text_;
};

/// Values by id, in the order in which they were added. Unlike std::unordered_map it is constexpr. Values are in
/// blocks, so that adding a value moves few others, since values may be large.
template<class Value>
class id_map {
public:
    struct entry {
        std::string id;
        Value value;
    };

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr entry& operator[](std::size_t place) noexcept { return blocks_[place / per_block][place % per_block]; }
    constexpr entry const& operator[](std::size_t place) const noexcept
    {
        return blocks_[place / per_block][place % per_block];
    }

    /// The value for an id; nullptr if there is none.
    constexpr Value const* find(std::string_view id) const noexcept
    {
        if (slots_.empty()) return nullptr;
        std::uint32_t const taken_by = slots_[slot_of(id)];
        return taken_by == vacant ? nullptr : &(*this)[taken_by - 1].value;
    }

    constexpr Value* find(std::string_view id) noexcept { return const_cast<Value*>(std::as_const(*this).find(id)); }

    /// Adds a value for an id. Precondition: the id is not in the map. If an allocation throws, the map is unchanged.
    constexpr Value& add(std::string_view id)
    {
        if (2 * (size_ + 1) > slots_.size()) grow();
        if (size_ == blocks_.size() * per_block) {
            blocks_.emplace_back();
            blocks_.back().reserve(per_block);
        }
        blocks_.back().push_back({std::string(id), Value{}});
        slots_[slot_of(id)] = static_cast<std::uint32_t>(++size_);
        return blocks_.back().back().value;
    }

private:
    static constexpr std::uint32_t vacant = 0;
    static constexpr std::size_t per_block = 64; ///< values in a block

    static constexpr std::size_t hash(std::string_view id) noexcept
    {
        if (!std::is_constant_evaluated()) return std::hash<std::string_view>{}(id);
        std::size_t fnv = 2'166'136'261;
        for (char const c : id) fnv = (fnv ^ static_cast<unsigned char>(c)) * 16'777'619;
        return fnv;
    }

    /// The slot of an id, or the vacant slot where it belongs. At most half of the slots are taken, so that there is
    /// one.
    constexpr std::size_t slot_of(std::string_view id) const noexcept
    {
        std::size_t const mask = slots_.size() - 1;
        std::size_t slot = hash(id) & mask;
        while (slots_[slot] != vacant && (*this)[slots_[slot] - 1].id != id) slot = (slot + 1) & mask;
        return slot;
    }

    constexpr void grow()
    {
        slots_ = constexpr_vector<std::uint32_t>(slots_.empty() ? 16 : 2 * slots_.size(), vacant);
        for (std::uint32_t place = 0; place < size_; ++place) slots_[slot_of((*this)[place].id)] = place + 1;
    }

    std::size_t size_ = 0;
    constexpr_vector<constexpr_vector<entry>> blocks_; ///< all but the last are full
    constexpr_vector<std::uint32_t> slots_;            ///< places from 1; 0: vacant. The size is a power of two
};

} // namespace outlay::inline v0_1_0::detail
