#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/value/detail/digits.hpp>
#include <string_view>

// The text of decimal numbers, read and written without a detour through double.

namespace outlay::detail {

enum class decimal_status : unsigned char {
    exact,
    rounded,      ///< not representable; the nearest value of at most 18 digits was taken (ties to even)
    out_of_range, ///< more than a 64-bit coefficient holds before the point
    malformed,
};

struct decimal_parts {
    std::int64_t coefficient = 0;
    std::int8_t scale = 0;
    decimal_status status = decimal_status::malformed;
};

/// What a JSON number says, before it is fitted into a decimal: digits * 10^exponent, and perhaps a little more.
struct decimal_scan {
    std::uint64_t digits = 0; ///< the first 19 significant digits
    int exponent = 0;
    char next = '0';   ///< the digit after them
    bool more = false; ///< another digit than 0 comes after that
    bool negative = false;
    bool malformed = false;

    constexpr bool is_cut() const noexcept { return next != '0' || more; }
};

constexpr decimal_scan scan_decimal(std::string_view text) noexcept
{
    decimal_scan scan;
    char const* at = text.data();
    char const* const end = at + text.size();
    bool dropped = false;
    // 10^18 is the least number of 19 digits: below it, one more digit fits.
    auto const take = [&](char digit, int exponent_if_taken, int exponent_if_dropped) {
        if (scan.digits < powers_of_ten[18]) {
            scan.digits = scan.digits * 10 + static_cast<std::uint64_t>(digit - '0');
            scan.exponent += exponent_if_taken;
        } else {
            if (dropped) scan.more |= digit != '0';
            else scan.next = digit;
            dropped = true;
            scan.exponent += exponent_if_dropped;
        }
    };
    auto const fail = [&scan] { return scan.malformed = true, scan; };

    if (at != end && *at == '-') scan.negative = true, ++at;
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
        constexpr int far = 100'000'000; // beyond every number that could still be brought back into range
        for (; at != end && is_digit(*at); ++at)
            if (exponent < far) exponent = exponent * 10 + (*at - '0');
        scan.exponent += minus ? -exponent : exponent;
    }
    if (at != end) return fail();
    return scan;
}

/// The largest magnitude of a coefficient with this sign.
constexpr std::uint64_t most_units(bool negative) noexcept
{
    return static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) + (negative ? 1 : 0);
}

constexpr decimal_parts make_parts(bool negative, std::uint64_t digits, int exponent, decimal_status status) noexcept
{
    return {static_cast<std::int64_t>(negative ? 0 - digits : digits), static_cast<std::int8_t>(-exponent), status};
}

/// Fits a scanned number that is not simply coefficient and scale: a large or far exponent, or too many digits.
constexpr decimal_parts fit_decimal(decimal_scan scan) noexcept
{
    constexpr int max_scale = 18;
    std::uint64_t const most = most_units(scan.negative);
    if (scan.digits == 0) {
        int const exponent = scan.exponent > 0 ? 0 : scan.exponent < -max_scale ? -max_scale : scan.exponent;
        return make_parts(false, 0, exponent, decimal_status::exact);
    }
    if (!scan.is_cut()) {
        for (; (scan.exponent < -max_scale || scan.digits > most) && scan.digits % 10 == 0; ++scan.exponent)
            scan.digits /= 10;
        for (; scan.exponent > 0 && scan.digits <= most / 10; --scan.exponent) scan.digits *= 10;
        if (scan.exponent <= 0 && scan.exponent >= -max_scale && scan.digits <= most)
            return make_parts(scan.negative, scan.digits, scan.exponent, decimal_status::exact);
    }
    if (scan.exponent > 0) return {0, 0, decimal_status::out_of_range};

    // To the nearest number of 18 digits and 18 places, but never more than the places are cut off.
    int cut = count_digits(scan.digits) - 18;
    if (cut < -scan.exponent - max_scale) cut = -scan.exponent - max_scale;
    if (cut > -scan.exponent) cut = -scan.exponent;
    if (cut > 19) return make_parts(false, 0, -max_scale, decimal_status::rounded);
    std::uint64_t kept = scan.digits / powers_of_ten[cut];
    std::uint64_t const rest = scan.digits % powers_of_ten[cut];
    bool const odd = kept % 2 != 0;
    std::uint64_t const half = powers_of_ten[cut] / 2;
    bool const up = cut > 0 ? rest > half || (rest == half && (scan.is_cut() || odd))
                            : scan.next > '5' || (scan.next == '5' && (scan.more || odd));
    if (up) ++kept;
    if (kept > most) return {0, 0, decimal_status::out_of_range};
    return make_parts(scan.negative, kept, scan.exponent + cut, decimal_status::rounded);
}

/// Reads a number of at most 18 digits without exponent, which is exact as it stands; malformed for any other, and
/// for what is no number at all.
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
        if (scale == 0) return {};
    }
    if (at != end || whole == 0 || whole + scale > 18 || (*first == '0' && whole > 1)) return {};
    auto const coefficient = static_cast<std::int64_t>(digits);
    return {negative ? -coefficient : coefficient, static_cast<std::int8_t>(scale), decimal_status::exact};
}

/// Reads a JSON number (RFC 8259 grammar). `coefficient` and `scale` are set for exact and rounded.
constexpr decimal_parts read_decimal(std::string_view text) noexcept
{
    if (auto const parts = read_usual_decimal(text); parts.status == decimal_status::exact) [[likely]]
        return parts;
    decimal_scan const scan = scan_decimal(text);
    return scan.malformed ? decimal_parts{} : fit_decimal(scan);
}

/// The most characters write_decimal writes: a sign, 19 digits and a point.
inline constexpr std::size_t longest_decimal = 21;

/// Writes `-12.50`: every place of the scale, never an exponent. Returns the end.
constexpr char* write_decimal(char* to, std::int64_t coefficient, int scale) noexcept
{
    if (coefficient < 0) *to++ = '-';
    std::uint64_t n = magnitude(coefficient);
    if (scale == 0) return write_unsigned(to, n);
    // From the end: to divide by the scale's power of ten first would take longer than all the rest.
    int const digits = std::max(count_digits(n), scale + 1);
    char* const end = to + digits + 1;
    char* const point = write_last_digits(end, n, scale) - 1;
    *point = '.';
    write_last_digits(point, n, digits - scale);
    return end;
}

} // namespace outlay::detail
