#pragma once

#include <compare>
#include <cstdint>
#include <outlay/value/decimal_words.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/wide.hpp>
#include <outlay/value/rounding.hpp>

// Arithmetic on the parts of decimals. Usual values, whose coefficients fit one word, never reach the class wide.

namespace outlay::inline v0_1_0::detail {

inline constexpr int decimal_digits = 28; ///< the digits of a rounded result
inline constexpr int decimal_places = 28;
inline constexpr int decimal_bits = 96;

enum class decimal_status : unsigned char {
    exact,
    rounded,      ///< not exactly representable: rounded to the nearest, see nearest_decimal
    out_of_range, ///< the magnitude is 2^96 or more
    malformed,
};

inline constexpr int status_bit = 48; ///< the lowest bit of the status in decimal_parts::rest

/// A decimal, and whether the operation that produced it was exact. Two words, which functions pass in registers: with
/// a member for each part, compilers pack and unpack the parts, which costs as much as an addition.
///
/// Invariants: the coefficient is below 2^96, the scale at most 28, and zero has no sign.
struct decimal_parts {
    std::uint64_t low = 0;
    std::uint64_t rest = 0; ///< 32 bits more of the coefficient, 8 of the scale, 8 of the sign, 16 of the status

    constexpr std::uint32_t high() const noexcept { return static_cast<std::uint32_t>(rest); }
    constexpr int scale() const noexcept { return static_cast<std::uint8_t>(rest >> 32); }
    constexpr bool negative() const noexcept { return (rest >> 40 & 1) != 0; }
    constexpr decimal_status status() const noexcept { return static_cast<decimal_status>(rest >> status_bit); }

    constexpr bool is_valid() const noexcept { return status() <= decimal_status::rounded; }
    constexpr bool is_zero() const noexcept { return low == 0 && high() == 0; }
    constexpr two_words coefficient() const noexcept { return {.low = low, .high = high()}; }
    constexpr decimal_words words() const noexcept
    {
        return {.low = low, .high = high(), .scale = static_cast<std::uint8_t>(scale()), .negative = negative()};
    }

    /// 0 if sign, scale and the high word of the coefficient are equal. The shift drops the status.
    constexpr std::uint64_t differs_beside_low(decimal_parts other) const noexcept { return (rest ^ other.rest) << 16; }
};

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 40;

/// The number without its status: the next operation on a rounded number may itself be exact.
constexpr decimal_parts without_status(decimal_parts d) noexcept
{
    constexpr std::uint64_t all_but_status = (std::uint64_t{1} << status_bit) - 1;
    return {.low = d.low, .rest = d.rest & all_but_status};
}

/// `coefficient` must be below 2^96. There is no negative zero.
constexpr decimal_parts make_parts(two_words coefficient, int scale, bool negative,
                                   decimal_status status = decimal_status::exact) noexcept
{
    bool const is_signed = negative && (coefficient.low | coefficient.high) != 0;
    return {.low = coefficient.low,
            .rest = coefficient.high | static_cast<std::uint64_t>(scale) << 32 |
                    static_cast<std::uint64_t>(is_signed) << 40 | static_cast<std::uint64_t>(status) << status_bit};
}

inline constexpr decimal_parts no_decimal = make_parts({}, 0, false, decimal_status::malformed);
inline constexpr decimal_parts beyond_decimals = make_parts({}, 0, false, decimal_status::out_of_range);

/// Whether rounding increments the magnitude. `to_half` compares the cut-off part with one half of the last digit;
/// `anything` is whether that part is not zero.
constexpr bool rounds_away(rounding mode, bool negative, bool odd, std::strong_ordering to_half, bool anything)
{
    switch (mode) {
    case rounding::half_even: return to_half > 0 || (to_half == 0 && odd);
    case rounding::half_up: return to_half >= 0;
    case rounding::half_down: return to_half > 0;
    case rounding::up: return anything;
    case rounding::down: return false;
    case rounding::ceiling: return anything && !negative;
    case rounding::floor: return anything && negative;
    }
    return false;
}

/// The number of decimal digits of `n`; 1 for 0.
constexpr int count_digits(wide const& n) noexcept
{
    int const bits = n.bits();
    if (bits <= 64) return count_digits(n.words().low);
    int const least = bits * 1233 >> 12; // 1233 / 4096 is just below log10(2): exact or one too few, up to 2000 bits
    return least + (n >= times_power_of_ten(1, least));
}

/// Rounds n / 10^scale, from which `off` was cut off before, to the nearest number of 28 digits and 28 places; a tie
/// goes to the even digit. No digit before the point is cut off: whole numbers are exact up to 2^96 - 1, and larger
/// ones are out of range.
///
/// Precondition: scale >= 0.
constexpr decimal_parts nearest_decimal(wide n, cut_off off, int scale, bool negative) noexcept
{
    OUTLAY_ASSERT(scale >= 0);
    int cut = count_digits(n) - decimal_digits;
    if (cut < scale - decimal_places) cut = scale - decimal_places;
    if (cut > scale) cut = scale;
    if (cut > 0) {
        cut_digits(n, cut, off);
        scale -= cut;
    }
    if (rounds_away(rounding::half_even, negative, n.is_odd(), off.to_half(), off.is_anything())) {
        n += 1;
        if (scale > 0 && count_digits(n) > decimal_digits) scale -= cut_zeros(n, 1); // a carry: 9.99 became 10.00
    }
    if (n.bits() > decimal_bits) return beyond_decimals;
    auto const status = off.is_anything() ? decimal_status::rounded : decimal_status::exact;
    return make_parts(n.words(), scale, negative, status);
}

/// The exact number where it fits 96 bits and 28 places, with as many of its places as fit; else nearest_decimal. Zeros
/// at the end are cut off only as far as needed, so that `1.00` keeps its places.
constexpr decimal_parts exact_or_nearest(wide const& n, cut_off off, int scale, bool negative) noexcept
{
    if (off.is_anything()) return nearest_decimal(n, off, scale, negative);
    wide whole = n;
    int places = scale;
    if (places > decimal_places)
        places -= n.is_zero() ? places - decimal_places : cut_zeros(whole, places - decimal_places);
    while (places > 0 && whole.bits() > decimal_bits && cut_zeros(whole, 1) == 1) --places;
    if (places <= decimal_places && whole.bits() <= decimal_bits) return make_parts(whole.words(), places, negative);
    return nearest_decimal(n, off, scale, negative);
}

/// A function that makes a decimal of a wide result: nearest_decimal or exact_or_nearest.
using decimal_fit = decimal_parts(wide const&, cut_off, int, bool) noexcept;

constexpr decimal_parts fit_nearest(wide const& n, cut_off off, int scale, bool negative) noexcept
{
    return nearest_decimal(n, off, scale, negative);
}

constexpr decimal_parts negate(decimal_parts d) noexcept
{
    if (!d.is_zero()) d.rest ^= sign_bit;
    return d;
}

/// Brings both to the larger scale if both coefficients then still fit one word; else returns false and changes
/// nothing.
constexpr bool align_in_words(decimal_parts& a, decimal_parts& b) noexcept
{
    if ((a.high() | b.high()) != 0) return false;
    decimal_parts& coarse = a.scale() < b.scale() ? a : b;
    int const scale = a.scale() < b.scale() ? b.scale() : a.scale();
    int const places = scale - coarse.scale();
    if (places > 19) return false; // 10^19 is the largest power of ten in a word
    auto const scaled = multiply_words(coarse.low, powers_of_ten[places]);
    if (scaled.high != 0) return false;
    coarse = make_parts(scaled, scale, coarse.negative());
    return true;
}

/// The coefficient at a scale that is not smaller than its own: below 2^96 * 10^28, 190 bits.
constexpr wide at_scale(decimal_parts d, int scale) noexcept
{
    return times_power_of_ten(d.coefficient(), scale - d.scale());
}

// Code for coefficients of more than one word is in functions that are not inlined, so that the functions for usual
// values need no stack frame for it.

/// The sum of two numbers of the same scale, with coefficients of one word each.
constexpr decimal_parts sum_of_words(decimal_parts a, decimal_parts b) noexcept
{
    OUTLAY_ASSERT(a.scale() == b.scale() && (a.high() | b.high()) == 0);
    if (a.differs_beside_low(b) == 0) {
        std::uint64_t const sum = a.low + b.low;
        return {.low = sum, .rest = a.rest | (sum < a.low)}; // a carry is bit 64 of the coefficient
    }
    if (a.low < b.low) return {.low = b.low - a.low, .rest = b.rest};
    return make_parts({.low = a.low - b.low, .high = 0}, a.scale(), a.negative());
}

OUTLAY_NOINLINE constexpr decimal_parts wide_sum(decimal_parts a, decimal_parts b, decimal_fit fit) noexcept
{
    if (align_in_words(a, b)) return sum_of_words(a, b);
    int const scale = a.scale() > b.scale() ? a.scale() : b.scale();
    wide x = at_scale(a, scale);
    wide y = at_scale(b, scale);
    if (a.negative() == b.negative()) return fit(x += y, {}, scale, a.negative());
    return x >= y ? fit(x -= y, {}, scale, a.negative()) : fit(y -= x, {}, scale, b.negative());
}

constexpr decimal_parts sum_of(decimal_parts a, decimal_parts b, decimal_fit fit = fit_nearest) noexcept
{
    bool const in_words = a.scale() == b.scale() && (a.high() | b.high()) == 0;
    return in_words ? sum_of_words(a, b) : wide_sum(a, b, fit);
}

OUTLAY_NOINLINE constexpr decimal_parts wide_product(decimal_parts a, decimal_parts b, int scale,
                                                     decimal_fit fit) noexcept
{
    bool const negative = a.negative() != b.negative();
    if ((a.high() | b.high()) == 0 && scale <= decimal_places) {
        // Below 10^28, the product has at most 28 digits and need not be rounded.
        constexpr two_words ten_to_28{.low = 0x3E25'0261'1000'0000, .high = 0x204F'CE5E};
        auto const product = multiply_words(a.low, b.low);
        if (product < ten_to_28) return make_parts(product, scale, negative);
    }
    return fit(wide(a.coefficient()) * wide(b.coefficient()), {}, scale, negative);
}

/// a * b / 10^more_places
constexpr decimal_parts product_of(decimal_parts a, decimal_parts b, int more_places = 0,
                                   decimal_fit fit = fit_nearest) noexcept
{
    int const scale = a.scale() + b.scale() + more_places;
    bool const in_a_word = ((a.low | b.low) >> 32 | a.high() | b.high()) == 0;
    if (!in_a_word || scale > decimal_places) return wide_product(a, b, scale, fit);
    return make_parts({.low = a.low * b.low, .high = 0}, scale, a.negative() != b.negative());
}

/// Compares magnitudes.
OUTLAY_NOINLINE constexpr std::strong_ordering wide_compare(decimal_parts a, decimal_parts b) noexcept
{
    if (align_in_words(a, b)) return a.low <=> b.low;
    int const scale = a.scale() > b.scale() ? a.scale() : b.scale();
    return at_scale(a, scale) <=> at_scale(b, scale);
}

/// Compares by value.
constexpr std::weak_ordering compare(decimal_parts a, decimal_parts b) noexcept
{
    if (a.negative() != b.negative()) return a.negative() ? std::weak_ordering::less : std::weak_ordering::greater;
    bool const in_words = a.differs_beside_low(b) == 0 && a.high() == 0;
    auto const order = in_words ? a.low <=> b.low : wide_compare(a, b);
    return a.negative() ? 0 <=> order : order;
}

/// Compares by value. Numbers of the same scale are equal only if all words are.
constexpr bool is_equal(decimal_parts a, decimal_parts b) noexcept
{
    if (a.differs_beside_low(b) == 0) return a.low == b.low;
    return a.negative() == b.negative() && a.scale() != b.scale() && wide_compare(a, b) == 0;
}

OUTLAY_NOINLINE constexpr decimal_parts wide_divide(decimal_parts a, decimal_parts b, int scale, rounding mode) noexcept
{
    bool const negative = a.negative() != b.negative();
    int const more_digits = scale + b.scale() - a.scale();
    // At most 2^96 * 10^56, 283 bits: both scales and `scale` are at most 28.
    wide rest = times_power_of_ten(a.coefficient(), more_digits > 0 ? more_digits : 0);
    wide divisor = times_power_of_ten(b.coefficient(), more_digits < 0 ? -more_digits : 0);
    wide quotient = wide::divide(rest, divisor);
    auto const status = rest.is_zero() ? decimal_status::exact : decimal_status::rounded;
    divisor -= rest; // rest < divisor - rest: the cut-off part is less than one half, without doubling the rest
    if (rounds_away(mode, negative, quotient.is_odd(), rest <=> divisor, !rest.is_zero())) quotient += 1;
    if (quotient.bits() > decimal_bits) return beyond_decimals;
    return make_parts(quotient.words(), scale, negative, status);
}

/// dividend / divisor, rounded to an integer, which is the coefficient at `scale`. The divisor is not 0.
constexpr decimal_parts divide_words(std::uint64_t dividend, std::uint64_t divisor, int scale, bool negative,
                                     rounding mode) noexcept
{
    std::uint64_t const quotient = dividend / divisor;
    std::uint64_t const rest = dividend % divisor;
    bool const up = rounds_away(mode, negative, quotient % 2 != 0, rest <=> divisor - rest, rest != 0);
    auto const status = rest == 0 ? decimal_status::exact : decimal_status::rounded;
    return make_parts(add_words({.low = quotient, .high = 0}, {.low = up, .high = 0}), scale, negative, status);
}

/// a / b with exactly `scale` places. With a = A / 10^sa and b = B / 10^sb the coefficient is A * 10^(scale + sb - sa)
/// / B; a negative exponent multiplies B instead.
///
/// Precondition: b is not 0.
constexpr decimal_parts divide_to(decimal_parts a, decimal_parts b, int scale, rounding mode) noexcept
{
    int const more_digits = scale + b.scale() - a.scale();
    OUTLAY_ASSERT(!b.is_zero());
    int const power = more_digits < 0 ? -more_digits : more_digits;
    if ((a.high() | b.high()) == 0 && power <= 19) {
        auto const product = multiply_words(more_digits < 0 ? b.low : a.low, powers_of_ten[power]);
        if (product.high == 0) {
            bool const of_b = more_digits < 0;
            return divide_words(of_b ? a.low : product.low, of_b ? product.low : b.low, scale,
                                a.negative() != b.negative(), mode);
        }
    }
    return wide_divide(a, b, scale, mode);
}

/// The value with exactly `scale` places.
constexpr decimal_parts round_to(decimal_parts d, int scale, rounding mode) noexcept
{
    int const cut = d.scale() - scale;
    if (cut == 0) return make_parts(d.coefficient(), scale, d.negative());
    if (cut > 0 && cut <= 19 && d.high() == 0)
        return divide_words(d.low, powers_of_ten[cut], scale, d.negative(), mode);
    return divide_to(d, make_parts({.low = 1, .high = 0}, 0, false), scale, mode);
}

/// a / b: exact, with the places of `a` less those of `b`, or more where the quotient needs them; else rounded to 28
/// digits.
///
/// Precondition: b is not 0.
constexpr decimal_parts quotient_of(decimal_parts a, decimal_parts b) noexcept
{
    bool const negative = a.negative() != b.negative();
    if ((a.high() | b.high()) == 0 && a.scale() >= b.scale() && a.low % b.low == 0)
        return make_parts({.low = a.low / b.low, .high = 0}, a.scale() - b.scale(), negative);
    OUTLAY_ASSERT(!b.is_zero());
    // The least quotient, 10^58 / 2^96, has 30 digits: enough to round to 28. It has 30 to 86 places, of which 28 can
    // be kept.
    constexpr int power = 58;
    wide rest = times_power_of_ten(a.coefficient(), power);
    wide quotient = wide::divide(rest, wide(b.coefficient()));
    int scale = power + a.scale() - b.scale();
    int const fewest = a.scale() > b.scale() ? a.scale() - b.scale() : 0;
    if (rest.is_zero()) scale = a.is_zero() ? fewest : scale - cut_zeros(quotient, scale - fewest);
    return nearest_decimal(quotient, {.next = 0, .more = !rest.is_zero()}, scale, negative);
}

OUTLAY_NOINLINE constexpr decimal_parts wide_without_zeros(decimal_parts d) noexcept
{
    wide n = d.coefficient();
    int const scale = d.scale() - cut_zeros(n, d.scale());
    return make_parts(n.words(), scale, d.negative());
}

/// The same value with as few places as possible.
constexpr decimal_parts without_zeros(decimal_parts d) noexcept
{
    if (d.high() != 0) return wide_without_zeros(d);
    int scale = d.low == 0 ? 0 : d.scale();
    for (; scale > 0 && d.low % 10 == 0; --scale) d.low /= 10;
    return make_parts({.low = d.low, .high = 0}, scale, d.negative());
}

/// The nearest double, ties to even. The numerator is shifted so that the quotient has 96 or 97 bits: 53 for the
/// mantissa, one for the half, and the rest, which only matters as zero or not.
constexpr double nearest_double(decimal_parts d) noexcept
{
    if (d.is_zero()) return 0.0;
    wide const divisor = times_power_of_ten(1, d.scale());
    wide numerator = d.coefficient();
    int const shift = divisor.bits() + 96 - numerator.bits(); // not negative
    numerator <<= shift;
    wide const quotient = wide::divide(numerator, divisor);
    int const dropped = quotient.bits() - 54; // 42 or 43 bits: less than a word
    auto const [low, high] = quotient.words();
    std::uint64_t const kept = high << (64 - dropped) | low >> dropped;
    bool const sticky = !numerator.is_zero() || low << (64 - dropped) != 0;
    std::uint64_t mantissa = kept >> 1;
    if (kept % 2 != 0 && (sticky || mantissa % 2 != 0)) ++mantissa;
    auto value = static_cast<double>(mantissa);
    int exponent = dropped + 1 - shift;
    for (; exponent < 0; ++exponent) value /= 2; // exact: the least decimal is far above the least double
    for (; exponent > 0; --exponent) value *= 2;
    return d.negative() ? -value : value;
}

} // namespace outlay::inline v0_1_0::detail
