#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/digits.hpp>

// Unsigned integers of more than 64 bits, made of std::uint64_t alone, because MSVC has no __int128.

namespace outlay::inline v0_1_0::detail {

/// A number of 128 bits, such as the product of two words.
struct two_words {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend constexpr bool operator==(two_words, two_words) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(two_words a, two_words b) noexcept
    {
        return a.high != b.high ? a.high <=> b.high : a.low <=> b.low;
    }
};

constexpr two_words multiply_words(std::uint64_t a, std::uint64_t b) noexcept
{
    constexpr std::uint64_t half = 0xFFFF'FFFF;
    std::uint64_t const low = (a & half) * (b & half);
    std::uint64_t const cross = (a >> 32) * (b & half) + (low >> 32); // below 2^64: (2^32 - 1)^2 + 2^32 - 1
    std::uint64_t const middle = (a & half) * (b >> 32) + (cross & half);
    return {.low = middle << 32 | (low & half), .high = (a >> 32) * (b >> 32) + (cross >> 32) + (middle >> 32)};
}

constexpr two_words add_words(two_words a, two_words b) noexcept
{
    std::uint64_t const low = a.low + b.low;
    return {.low = low, .high = a.high + b.high + (low < a.low)};
}

constexpr two_words subtract_words(two_words a, two_words b) noexcept
{
    return {.low = a.low - b.low, .high = a.high - b.high - (a.low < b.low)};
}

/// An unsigned integer that holds every intermediate result of decimal arithmetic. The largest is a dividend of 96 bits
/// times 10^58: 289 bits, and one limb more for its division. Loops run over the limbs in use, so that small numbers
/// are cheap. A result must fit the capacity, which only assertions check: the bounds are in the comments of the
/// callers.
///
/// Invariants: limbs_[i] is 0 for i >= size_, and limbs_[size_ - 1] is not 0.
class wide {
public:
    static constexpr int capacity = 12; ///< in limbs of 32 bits: 384 bits

    constexpr wide() noexcept = default;
    constexpr wide(std::uint64_t n) noexcept : wide(two_words{.low = n, .high = 0}) {}
    constexpr wide(two_words n) noexcept
        : limbs_{static_cast<std::uint32_t>(n.low), static_cast<std::uint32_t>(n.low >> 32),
                 static_cast<std::uint32_t>(n.high), static_cast<std::uint32_t>(n.high >> 32)},
          size_(4)
    {
        trim();
    }

    constexpr bool is_zero() const noexcept { return size_ == 0; }
    constexpr bool is_odd() const noexcept { return (limbs_[0] & 1) != 0; }
    constexpr int bits() const noexcept
    {
        return size_ == 0 ? 0 : (size_ - 1) * 32 + static_cast<int>(std::bit_width(limbs_[size_ - 1]));
    }
    /// The lowest 128 bits.
    constexpr two_words words() const noexcept { return {.low = word(0), .high = word(2)}; }

    constexpr wide& operator+=(wide const& other) noexcept
    {
        std::uint64_t carry = 0;
        int const size = size_ > other.size_ ? size_ : other.size_;
        for (int i = 0; i < size || carry != 0; ++i) {
            OUTLAY_ASSERT(i < capacity);
            carry += std::uint64_t{limbs_[i]} + other.limbs_[i];
            limbs_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
            if (i >= size_) size_ = i + 1;
        }
        return *this;
    }

    /// Precondition: `other` is not larger.
    constexpr wide& operator-=(wide const& other) noexcept
    {
        std::uint64_t borrow = 0;
        for (int i = 0; i < size_; ++i) {
            std::uint64_t const difference = std::uint64_t{limbs_[i]} - other.limbs_[i] - borrow;
            limbs_[i] = static_cast<std::uint32_t>(difference);
            borrow = difference >> 63;
        }
        OUTLAY_ASSERT(borrow == 0);
        trim();
        return *this;
    }

    friend constexpr wide operator*(wide const& a, wide const& b) noexcept
    {
        OUTLAY_ASSERT(a.size_ + b.size_ <= capacity + 1); // with one limb more, the highest is 0
        wide product;
        for (int i = 0; i < a.size_; ++i) {
            std::uint64_t carry = 0;
            for (int j = 0; j < b.size_; ++j) {
                carry += std::uint64_t{a.limbs_[i]} * b.limbs_[j] + product.limbs_[i + j];
                product.limbs_[i + j] = static_cast<std::uint32_t>(carry);
                carry >>= 32;
            }
            if (carry != 0) product.limbs_[i + b.size_] = static_cast<std::uint32_t>(carry);
        }
        product.size_ = a.size_ + b.size_ < capacity ? a.size_ + b.size_ : capacity;
        product.trim();
        return product;
    }

    /// Divides this number and returns the remainder. Precondition: the divisor is not 0.
    constexpr std::uint32_t divide_by(std::uint32_t divisor) noexcept
    {
        OUTLAY_ASSERT(divisor != 0);
        std::uint64_t rest = 0;
        for (int i = size_ - 1; i >= 0; --i) {
            rest = rest << 32 | limbs_[i];
            limbs_[i] = static_cast<std::uint32_t>(rest / divisor);
            rest %= divisor;
        }
        trim();
        return static_cast<std::uint32_t>(rest);
    }

    constexpr wide& operator<<=(int by) noexcept
    {
        int const limbs = by / 32;
        int const bits = by % 32;
        int const size = size_ + limbs + 1 < capacity ? size_ + limbs + 1 : capacity;
        for (int i = size - 1; i >= 0; --i) {
            std::uint64_t const above = i >= limbs ? limbs_[i - limbs] : 0;
            std::uint64_t const below = i > limbs ? limbs_[i - limbs - 1] : 0;
            limbs_[i] = static_cast<std::uint32_t>((above << 32 | below) << bits >> 32);
        }
        size_ = size;
        trim();
        return *this;
    }

    friend constexpr std::strong_ordering operator<=>(wide const& a, wide const& b) noexcept
    {
        if (a.size_ != b.size_) return a.size_ <=> b.size_;
        for (int i = a.size_ - 1; i >= 0; --i)
            if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] <=> b.limbs_[i];
        return std::strong_ordering::equal;
    }
    friend constexpr bool operator==(wide const& a, wide const& b) noexcept { return (a <=> b) == 0; }

    /// Returns the quotient of `n`, and leaves the remainder in `n`. Preconditions: the divisor is not 0, and `n` has
    /// fewer limbs than the capacity, because the division needs one above it.
    static constexpr wide divide(wide& n, wide const& divisor) noexcept
    {
        OUTLAY_ASSERT(!divisor.is_zero() && n.size_ < capacity);
        if (n < divisor) return {};
        wide quotient;
        if (divisor.size_ == 1) {
            quotient = n;
            n = wide(quotient.divide_by(divisor.limbs_[0]));
            return quotient;
        }
        // Knuth's algorithm D (The Art of Computer Programming, 4.3.1). Both numbers are shifted so that the divisor's
        // highest bit is set: a digit of the quotient that is guessed from its two highest limbs is then at most one
        // too large.
        int const shift = 32 - static_cast<int>(std::bit_width(divisor.limbs_[divisor.size_ - 1]));
        wide by = divisor;
        by <<= shift;
        int const top = n.size_;
        n <<= shift;
        quotient.size_ = top - by.size_ + 1;
        for (int i = quotient.size_ - 1; i >= 0; --i) quotient.limbs_[i] = n.take_out(by, i);
        quotient.trim();
        n.size_ = by.size_;
        n.trim();
        n.shift_right(shift);
        return quotient;
    }

private:
    constexpr std::uint64_t word(int at) const noexcept { return std::uint64_t{limbs_[at + 1]} << 32 | limbs_[at]; }

    /// One digit of the quotient: subtracts `by`, shifted to limb `at`, as often as possible, and returns how often.
    /// The highest bit of `by` is set, and `by` has at least two limbs.
    constexpr std::uint32_t take_out(wide const& by, int at) noexcept
    {
        int const high = at + by.size_;
        std::uint64_t const first = by.limbs_[by.size_ - 1];
        std::uint64_t const second = by.limbs_[by.size_ - 2];
        std::uint64_t const upper = std::uint64_t{limbs_[high]} << 32 | limbs_[high - 1];
        std::uint64_t guess = upper / first;
        std::uint64_t rest = upper % first;
        // Corrects the guess by the second limb, at most twice.
        while (guess >> 32 != 0 || guess * second > (rest << 32 | limbs_[high - 2])) {
            --guess;
            rest += first;
            if (rest >> 32 != 0) break;
        }
        std::uint64_t carry = 0;
        std::uint64_t borrow = 0;
        for (int i = 0; i <= by.size_; ++i) {
            carry += guess * (i < by.size_ ? by.limbs_[i] : 0);
            std::uint64_t const difference = std::uint64_t{limbs_[at + i]} - (carry & 0xFFFF'FFFF) - borrow;
            limbs_[at + i] = static_cast<std::uint32_t>(difference);
            borrow = difference >> 63;
            carry >>= 32;
        }
        if (borrow == 0) return static_cast<std::uint32_t>(guess);
        carry = 0; // the guess was one too large, about once in 2^31: adds `by` back
        for (int i = 0; i <= by.size_; ++i) {
            carry += std::uint64_t{limbs_[at + i]} + (i < by.size_ ? by.limbs_[i] : 0);
            limbs_[at + i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        return static_cast<std::uint32_t>(guess - 1);
    }

    /// Shifts by fewer than 32 bits.
    constexpr void shift_right(int by) noexcept
    {
        for (int i = 0; i < size_; ++i) {
            std::uint64_t const above = i + 1 < size_ ? limbs_[i + 1] : 0;
            limbs_[i] = static_cast<std::uint32_t>((above << 32 | limbs_[i]) >> by);
        }
        trim();
    }

    constexpr void trim() noexcept
    {
        while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
    }

    std::uint32_t limbs_[capacity]{}; ///< the lowest first
    int size_ = 0;                    ///< limbs in use
};

/// n * 10^exponent
constexpr wide times_power_of_ten(wide n, int exponent) noexcept
{
    for (; exponent > 19; exponent -= 19) n = n * powers_of_ten[19];
    return n * powers_of_ten[exponent];
}

/// The part that was cut off from a number: its first digit, and whether any digit after that is not 0.
struct cut_off {
    int next = 0;
    bool more = false;

    constexpr bool is_anything() const noexcept { return next != 0 || more; }
    /// Compares the part with one half of the last digit that is left.
    constexpr std::strong_ordering to_half() const noexcept { return next != 5 ? next <=> 5 : more <=> false; }
};

/// Cuts the last `digits` digits from `n`, in front of those that `off` already has.
constexpr void cut_digits(wide& n, int digits, cut_off& off) noexcept
{
    constexpr int at_once = 9; // as 32 bits hold
    OUTLAY_ASSERT(digits > 0);
    off.more |= off.next != 0;
    for (; digits > 1 && !n.is_zero();) {
        int const now = digits - 1 < at_once ? digits - 1 : at_once;
        off.more |= n.divide_by(static_cast<std::uint32_t>(powers_of_ten[now])) != 0;
        digits -= now;
    }
    off.next = static_cast<int>(n.divide_by(10));
}

/// Cuts at most `most` zeros from the end of `n`. Returns their number. Tries nine zeros at once, then three, then one.
constexpr int cut_zeros(wide& n, int most) noexcept
{
    int cut = 0;
    for (int at_once = 9; at_once > 0; at_once = at_once == 9 ? 3 : at_once == 3 ? 1 : 0)
        while (most - cut >= at_once && !n.is_zero()) {
            wide shorter = n;
            if (shorter.divide_by(static_cast<std::uint32_t>(powers_of_ten[at_once])) != 0) break;
            n = shorter;
            cut += at_once;
        }
    return cut;
}

} // namespace outlay::inline v0_1_0::detail
