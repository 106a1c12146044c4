#pragma once

#include <compare>
#include <cstdint>
#include <outlay/value/detail/wide.hpp>

namespace outlay::inline v0_1_0::detail {

/// A signed integer of 128 bits: an amount in units of a decimal place. Overflow is not checked; the ledger keeps every
/// sum below 2^93.
class unit_count {
public:
    constexpr unit_count() noexcept = default; ///< 0
    constexpr explicit unit_count(two_words magnitude) noexcept : bits_(magnitude) {}

    constexpr bool is_negative() const noexcept { return bits_.high >> 63 != 0; }

    /// The magnitude. Precondition: the number is not negative.
    constexpr two_words magnitude() const noexcept { return bits_; }

    constexpr unit_count& operator+=(unit_count other) noexcept
    {
        bits_ = add_words(bits_, other.bits_);
        return *this;
    }
    constexpr unit_count& operator-=(unit_count other) noexcept
    {
        bits_ = subtract_words(bits_, other.bits_);
        return *this;
    }
    friend constexpr unit_count operator+(unit_count a, unit_count b) noexcept { return a += b; }
    friend constexpr unit_count operator-(unit_count a, unit_count b) noexcept { return a -= b; }
    constexpr unit_count operator-() const noexcept { return unit_count() - *this; }

    /// The product. Precondition: the number is not negative.
    friend constexpr unit_count operator*(unit_count a, std::uint32_t n) noexcept
    {
        two_words product = multiply_words(a.bits_.low, n);
        product.high += a.bits_.high * n;
        return unit_count(product);
    }

    friend constexpr bool operator==(unit_count, unit_count) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(unit_count a, unit_count b) noexcept
    {
        if (a.is_negative() != b.is_negative()) return b.is_negative() <=> a.is_negative();
        return a.bits_ <=> b.bits_; // two's complement: numbers of the same sign have the order of their bits
    }

private:
    two_words bits_; ///< two's complement
};

} // namespace outlay::inline v0_1_0::detail
