#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/detail/wide.hpp>

// Quotients and comparisons of amounts and days, rounded at most once. No function throws; a result whose magnitude
// does not fit a decimal is nullopt.

namespace outlay::inline v0_1_0::detail {

/// More than the number of days in the years 0000 to 9999, 3,652,425.
inline constexpr std::uint32_t most_days = std::uint32_t{1} << 22;

/// a * times / (b * by): exact, or rounded to 28 digits. Preconditions: b and `by` are not 0, and the counts are below
/// the asserted bounds.
constexpr std::optional<decimal> proportion(decimal a, std::uint32_t times, decimal b, std::uint32_t by) noexcept
{
    auto const x = decimal_access::parts(a);
    auto const y = decimal_access::parts(b);
    OUTLAY_ASSERT(!y.is_zero() && by != 0 && by < most_days && times < 100 * most_days);
    // 10^65 / (2^96 * 2^22) has 30 digits: enough to round to 28. The dividend has 96 + 29 + 216 bits at most: 11
    // limbs.
    constexpr int power = 65;
    wide rest = times_power_of_ten(wide(x.coefficient()) * wide(times), power);
    wide quotient = wide::divide(rest, wide(y.coefficient()) * wide(by));
    int scale = power + x.scale() - y.scale();
    int const fewest = x.scale() > y.scale() ? x.scale() - y.scale() : 0;
    if (rest.is_zero()) scale = x.is_zero() ? fewest : scale - cut_zeros(quotient, scale - fewest);
    cut_off const off{.next = 0, .more = !rest.is_zero()};
    return decimal_access::value(nearest_decimal(quotient, off, scale, x.negative() != y.negative()));
}

/// a / by: exact, or rounded to 28 digits.
constexpr std::optional<decimal> proportion(decimal a, std::uint32_t by) noexcept { return proportion(a, 1, 1, by); }

/// The least n with b * n >= a * times, for positive decimals; nullopt if n is greater than `most`.
constexpr std::optional<std::uint32_t> times_to_reach(decimal a, std::uint32_t times, decimal b,
                                                      std::uint32_t most) noexcept
{
    OUTLAY_ASSERT(a > 0 && b > 0);
    auto const x = decimal_access::parts(a);
    auto const y = decimal_access::parts(b);
    int const scale = x.scale() > y.scale() ? x.scale() : y.scale();
    wide rest = at_scale(x, scale) * wide(times); // 96 + 93 + 32 bits at most
    wide quotient = wide::divide(rest, at_scale(y, scale));
    if (!rest.is_zero()) quotient += 1;
    if (quotient > wide(most)) return std::nullopt;
    return static_cast<std::uint32_t>(quotient.words().low);
}

/// Compares a * 100 with b * percent, exactly.
constexpr std::strong_ordering compare_to_part(decimal a, decimal b, decimal percent) noexcept
{
    auto const x = decimal_access::parts(a);
    auto const y = decimal_access::parts(b);
    auto const z = decimal_access::parts(percent);
    wide const left = wide(x.coefficient()) * wide(100);
    wide const right = wide(y.coefficient()) * wide(z.coefficient());
    bool const left_is_negative = x.negative();
    bool const right_is_negative = !right.is_zero() && y.negative() != z.negative();
    if (left_is_negative != right_is_negative)
        return left_is_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    int const more = y.scale() + z.scale() - x.scale(); // -28 to 56: at most 103 + 187, and 192 + 94 bits
    auto const order =
        times_power_of_ten(left, more > 0 ? more : 0) <=> times_power_of_ten(right, more < 0 ? -more : 0);
    return left_is_negative ? 0 <=> order : order;
}

} // namespace outlay::inline v0_1_0::detail
