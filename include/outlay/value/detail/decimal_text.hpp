#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/wide.hpp>
#include <string_view>

// The text of decimal numbers, read and written without a detour through double.

namespace outlay::inline v0_1_0::detail {

/// A JSON number before it is fitted into a decimal: (digits + off) * 10^exponent, where `off` is the part after the
/// first 29 significant digits, less than 1.
struct decimal_scan {
    std::uint64_t first = 0; ///< the first 19 significant digits
    std::uint64_t last = 0;  ///< the next digits, up to 10: 29 in all, as many as a coefficient of 96 bits may have
    int last_count = 0;
    int exponent = 0;
    cut_off off; ///< the digits after those
    bool negative = false;
    bool malformed = false;

    constexpr two_words digits() const noexcept
    {
        return add_words(multiply_words(first, powers_of_ten[last_count]), {.low = last, .high = 0});
    }
};

/// Scans a JSON number (RFC 8259 grammar). Malformed for any other text. The exponent saturates, so that a text of any
/// length does not overflow.
constexpr decimal_scan scan_decimal(std::string_view text) noexcept
{
    decimal_scan scan;
    char const* at = text.data();
    char const* const end = at + text.size();
    bool dropped = false;
    // 10^18 is the least number of 19 digits: below it, one more digit fits.
    auto const take = [&](char digit, int exponent_if_taken, int exponent_if_dropped) {
        int const n = digit - '0';
        if (scan.first < powers_of_ten[18]) {
            scan.first = scan.first * 10 + static_cast<std::uint64_t>(n);
            scan.exponent += exponent_if_taken;
        } else if (scan.last_count < 10) {
            scan.last = scan.last * 10 + static_cast<std::uint64_t>(n);
            ++scan.last_count;
            scan.exponent += exponent_if_taken;
        } else {
            if (dropped) scan.off.more |= n != 0;
            else scan.off.next = n;
            dropped = true;
            scan.exponent += exponent_if_dropped;
        }
    };
    auto const fail = [&scan] {
        scan.malformed = true;
        return scan;
    };

    if (at != end && *at == '-') {
        scan.negative = true;
        ++at;
    }
    if (at == end || !is_digit(*at)) return fail();
    if (*at == '0' && end - at > 1 && is_digit(at[1])) return fail();
    for (; at != end && is_digit(*at); ++at) take(*at, 0, 1);
    if (at != end && *at == '.') {
        if (++at == end || !is_digit(*at)) return fail();
        for (; at != end && is_digit(*at); ++at) take(*at, -1, 0);
    }
    if (at != end && (*at == 'e' || *at == 'E')) {
        ++at;
        bool const minus = at != end && *at == '-';
        if (at != end && (*at == '-' || *at == '+')) ++at;
        if (at == end || !is_digit(*at)) return fail();
        int exponent = 0;
        constexpr int far_off = 100'000'000; // no text of digits before or after the point brings this back into range
        for (; at != end && is_digit(*at); ++at)
            if (exponent < far_off) exponent = exponent * 10 + (*at - '0');
        scan.exponent += minus ? -exponent : exponent;
    }
    if (at != end) return fail();
    return scan;
}

/// Makes a decimal of a scanned number: exact if it fits, with the places with which it was written as far as they fit;
/// else rounded by nearest_decimal.
constexpr decimal_parts fit_decimal(decimal_scan const& scan) noexcept
{
    two_words const digits = scan.digits();
    bool const fits = digits.high >> 32 == 0;
    if (digits == two_words{}) return make_parts({}, std::clamp(-scan.exponent, 0, decimal_places), false);
    if (scan.exponent <= 0) {
        if (fits && scan.exponent >= -decimal_places && !scan.off.is_anything())
            return make_parts(digits, -scan.exponent, scan.negative);
        return exact_or_nearest(digits, scan.off, -scan.exponent, scan.negative);
    }
    // Digits were cut off before the point, or ten to the exponent alone does not fit.
    if (scan.off.is_anything() || scan.exponent > decimal_places) return beyond_decimals;
    wide const whole = times_power_of_ten(digits, scan.exponent);
    return whole.bits() <= decimal_bits ? make_parts(whole.words(), 0, scan.negative) : beyond_decimals;
}

/// Reads a number of at most 19 digits without exponent, which is always exact. Malformed for any other number, and for
/// a text that is no number. Overflow of `digits` does no harm: more than 19 digits are malformed.
constexpr decimal_parts read_usual_decimal(std::string_view text) noexcept
{
    char const* at = text.data();
    char const* const end = at + text.size();
    bool const negative = at != end && *at == '-';
    at += negative;
    char const* const first = at;
    std::uint64_t digits = 0;
    for (; at != end && is_digit(*at); ++at) digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
    std::ptrdiff_t const whole = at - first;
    std::ptrdiff_t scale = 0;
    if (at != end && *at == '.') {
        char const* const point = at++;
        for (; at != end && is_digit(*at); ++at) digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
        scale = at - point - 1;
        if (scale == 0) return no_decimal;
    }
    if (at != end || whole == 0 || whole + scale > 19 || (*first == '0' && whole > 1)) return no_decimal;
    return make_parts({.low = digits, .high = 0}, static_cast<int>(scale), negative);
}

/// Reads a JSON number (RFC 8259 grammar). The value is valid if the status is `exact` or `rounded`.
constexpr decimal_parts read_decimal(std::string_view text) noexcept
{
    if (auto const parts = read_usual_decimal(text); parts.status() == decimal_status::exact) [[likely]]
        return parts;
    decimal_scan const scan = scan_decimal(text);
    return scan.malformed ? no_decimal : fit_decimal(scan);
}

/// The most characters write_decimal writes: a sign, 29 digits and a point.
inline constexpr std::size_t longest_decimal = 31;

/// Writes the last `width` digits of a number of up to 96 bits, like the overload for one word.
constexpr char* write_last_digits(char* end, wide& n, int width) noexcept
{
    constexpr int at_once = 9; // 10^9 fits 32 bits
    while (width > 0) {
        int const now = (std::min)(width, at_once);
        std::uint64_t digits = n.divide_by(static_cast<std::uint32_t>(powers_of_ten[now]));
        end = write_last_digits(end, digits, now);
        width -= now;
    }
    return end;
}

/// Writes a number with a point before the last `scale` of its digits. Returns the end.
template<class Unsigned>
constexpr char* write_with_point(char* to, Unsigned n, int scale) noexcept
{
    // Written from the end: a division by 10^scale first would take longer than all the rest.
    int const digits = (std::max)(count_digits(n), scale + 1);
    char* const end = to + digits + 1;
    char* const point = write_last_digits(end, n, scale) - 1;
    *point = '.';
    write_last_digits(point, n, digits - scale);
    return end;
}

OUTLAY_NOINLINE constexpr char* write_wide(char* to, wide n, int scale) noexcept
{
    if (scale != 0) return write_with_point(to, n, scale);
    char* const end = to + count_digits(n);
    write_last_digits(end, n, static_cast<int>(end - to));
    return end;
}

/// Writes `-12.50`: every place of the scale, never an exponent. Returns the end.
constexpr char* write_decimal(char* to, decimal_parts d) noexcept
{
    if (d.negative()) *to++ = '-';
    if (d.high() != 0) return write_wide(to, d.coefficient(), d.scale());
    return d.scale() == 0 ? write_unsigned(to, d.low) : write_with_point(to, d.low, d.scale());
}

} // namespace outlay::inline v0_1_0::detail
