#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <limits>
#include <optional>
#include <outlay/http/date.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/wide.hpp>
#include <string_view>

// Reads waiting times in the forms that servers write in headers. Takes linear time for any bytes.

namespace outlay::inline v0_1_0::http {

/// The longest wait that is returned, a leap year: no server means more, and arithmetic with it can't overflow.
inline constexpr std::chrono::milliseconds longest_wait{std::chrono::hours(366 * 24)};

namespace detail {

using system_time = std::chrono::system_clock::time_point;

/// The time from now to an instant in milliseconds since 1970; 0 if it has passed.
constexpr std::chrono::milliseconds wait_until(std::chrono::milliseconds since_1970, system_time now) noexcept
{
    using std::chrono::milliseconds;
    milliseconds const until_now = std::chrono::floor<milliseconds>(now).time_since_epoch();
    return std::clamp(since_1970 - until_now, milliseconds(0), longest_wait);
}

/// A number that is not negative, exact to a billionth.
struct wait_number {
    std::uint64_t whole = 0;      ///< saturates
    std::uint64_t billionths = 0; ///< up to 10^9: digits after the ninth are rounded up
};

/// Reads `292`, `292.05` or `.5`. Rounds up, because an attempt that is too early is rejected again.
constexpr std::optional<wait_number> read_wait_number(date_scan& in) noexcept
{
    constexpr std::uint64_t most = (std::numeric_limits<std::uint64_t>::max)();
    wait_number n;
    bool has_digits = false;
    for (; !in.rest.empty() && outlay::detail::is_digit(in.rest.front()); in.rest.remove_prefix(1)) {
        auto const digit = static_cast<std::uint64_t>(in.rest.front() - '0');
        n.whole = n.whole > (most - digit) / 10 ? most : n.whole * 10 + digit;
        has_digits = true;
    }
    if (!in.skip(".")) return has_digits ? std::optional(n) : std::nullopt;
    has_digits = false;
    bool has_more = false;
    std::uint64_t unit = 100'000'000;
    for (; !in.rest.empty() && outlay::detail::is_digit(in.rest.front()); in.rest.remove_prefix(1), unit /= 10) {
        n.billionths += unit * static_cast<std::uint64_t>(in.rest.front() - '0');
        has_more |= unit == 0 && in.rest.front() != '0';
        has_digits = true;
    }
    n.billionths += has_more;
    return has_digits ? std::optional(n) : std::nullopt;
}

/// A number of units of `unit` nanoseconds, in nanoseconds; at most longest_wait.
constexpr std::chrono::nanoseconds in_nanoseconds(wait_number n, std::uint64_t unit) noexcept
{
    using outlay::detail::wide;
    constexpr std::uint32_t billion = 1'000'000'000;
    constexpr auto longest = static_cast<std::uint64_t>(std::chrono::nanoseconds(longest_wait).count());
    wide fraction = wide(n.billionths) * wide(unit);
    fraction += billion - 1;
    fraction.divide_by(billion);
    wide total = wide(n.whole) * wide(unit);
    total += fraction;
    return std::chrono::nanoseconds(static_cast<std::int64_t>(total < longest ? total.words().low : longest));
}

/// Numbers from here on are Unix times in seconds. As a time, this number is 9 September 2001, before all servers'
/// clocks; as a duration, it is 31 years, which no server requests.
inline constexpr std::uint64_t first_unix_time = 1'000'000'000;

/// A number of seconds, or a Unix time. A Unix time may also be in milliseconds, microseconds or nanoseconds: a
/// thousand times first_unix_time is the year 33658 in one unit and 2001 in the next.
constexpr std::chrono::milliseconds read_plain_number(wait_number n, system_time now) noexcept
{
    using outlay::detail::wide;
    using std::chrono::milliseconds;
    if (n.whole < first_unix_time)
        return std::chrono::ceil<milliseconds>(in_nanoseconds(n, std::uint64_t{1'000'000'000}));
    std::uint64_t per_second = 1; // the number of units in a second
    while (per_second < 1'000'000'000 && n.whole / 1000 / per_second >= first_unix_time) per_second *= 1000;
    std::uint64_t const per_ms = per_second * 1'000'000; // in billionths of the unit, at most 10^15
    wide billionths = wide(n.whole) * wide(1'000'000'000);
    billionths += n.billionths + per_ms - 1;
    auto const ms = wide::divide(billionths, per_ms).words().low; // below 10^15
    return wait_until(milliseconds(static_cast<std::int64_t>(ms)), now);
}

/// Reads the unit of a duration. Returns its nanoseconds; 0 for other text.
constexpr std::uint64_t read_unit(date_scan& in) noexcept
{
    struct unit {
        std::string_view name;
        std::uint64_t nanoseconds;
    };
    // "ms" before "m". Microseconds have a `u` or a Greek letter, for which Unicode has two characters.
    constexpr std::array<unit, 9> units{{{.name = "d", .nanoseconds = 86'400'000'000'000},
                                         {.name = "h", .nanoseconds = 3'600'000'000'000},
                                         {.name = "ms", .nanoseconds = 1'000'000},
                                         {.name = "m", .nanoseconds = 60'000'000'000},
                                         {.name = "s", .nanoseconds = 1'000'000'000},
                                         {.name = "us", .nanoseconds = 1'000},
                                         {.name = "\xC2\xB5s", .nanoseconds = 1'000},
                                         {.name = "\xCE\xBCs", .nanoseconds = 1'000},
                                         {.name = "ns", .nanoseconds = 1}}};
    for (unit const& one : units)
        if (in.skip(one.name)) return one.nanoseconds;
    return 0;
}

/// Reads a number of seconds, a Unix time, or a duration in the form of Go: `1h2m3.5s`, `250ms`.
constexpr std::optional<std::chrono::milliseconds> read_span(std::string_view text, system_time now) noexcept
{
    date_scan in{text};
    std::chrono::nanoseconds sum{};
    for (bool is_first = true; is_first || !in.rest.empty(); is_first = false) {
        auto const n = read_wait_number(in);
        if (!n) return std::nullopt;
        if (is_first && in.rest.empty()) return read_plain_number(*n, now);
        std::uint64_t const unit = read_unit(in);
        if (unit == 0) return std::nullopt;
        sum = (std::min<std::chrono::nanoseconds>)(sum + in_nanoseconds(*n, unit), longest_wait);
    }
    return std::chrono::ceil<std::chrono::milliseconds>(sum);
}

/// Reads ISO 8601: `2026-11-25T00:00:07Z`, with or without a fraction, with an offset, with a blank instead of `T`, or
/// without punctuation, `20261125T000007Z`. A time without a zone is in UTC. Returns milliseconds since 1970, rounded
/// up.
constexpr std::optional<std::chrono::milliseconds> read_iso_time(std::string_view text) noexcept
{
    using std::chrono::milliseconds;
    date_scan in{text};
    date_time_fields read;
    read.year = in.number(4);
    bool const is_extended = in.skip("-");
    read.month = in.number(2);
    if (is_extended && !in.skip("-")) return std::nullopt;
    read.day = in.number(2);
    if (!in.skip("T") && !in.skip("t") && !in.skip(" ")) return std::nullopt;
    read.read_clock(in, is_extended);
    milliseconds fraction{};
    if (in.rest.starts_with(".")) {
        auto const n = read_wait_number(in);
        if (!n) return std::nullopt;
        fraction = std::chrono::ceil<milliseconds>(in_nanoseconds(*n, std::uint64_t{1'000'000'000}));
    }
    in.skip(" ");
    if (!in.rest.empty() && !in.skip("z") && !read.read_zone(in)) return std::nullopt;
    auto const time = read.time();
    if (!time || !in.rest.empty()) return std::nullopt;
    return milliseconds(time->time_since_epoch()) + fraction;
}

/// Reads a wait in any form, without blanks around it.
constexpr std::optional<std::chrono::milliseconds> read_one_wait(std::string_view text, system_time now) noexcept
{
    using std::chrono::milliseconds;
    if (auto const span = read_span(text, now)) return span;
    if (auto const time = parse_date(text, std::chrono::floor<std::chrono::seconds>(now)))
        return wait_until(milliseconds(time->time_since_epoch()), now);
    if (auto const since_1970 = read_iso_time(text)) return wait_until(*since_1970, now);
    return std::nullopt;
}

/// Removes blanks, and line ends, which a transport may leave, at both ends.
constexpr std::string_view without_blanks(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix((std::min)(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The length of the first of several values that are separated by commas. The comma after the name of a day is part of
/// a date.
constexpr std::size_t first_value(std::string_view text) noexcept
{
    std::size_t const comma = (std::min)(text.find(','), text.size());
    date_scan name{without_blanks(text.substr(0, comma))};
    bool const is_day = name.one_of(day_names) >= 0 && name.rest.empty();
    return is_day ? (std::min)(text.find(',', comma + 1), text.size()) : comma;
}

/// The longest of the waits in the value of a header, which are separated by commas. Waits that can't be read are
/// ignored; nullopt if there is no other. A parameter after a semicolon (RFC 9651) is ignored.
constexpr std::optional<std::chrono::milliseconds> read_waits(std::string_view value, system_time now) noexcept
{
    std::optional<std::chrono::milliseconds> longest;
    while (true) {
        std::size_t const length = first_value(value);
        std::string_view const one = value.substr(0, length);
        auto const wait = read_one_wait(without_blanks(one.substr(0, one.find(';'))), now);
        if (wait) longest = (std::max)(longest.value_or(*wait), *wait);
        if (length == value.size()) return longest;
        value.remove_prefix(length + 1);
    }
}

} // namespace detail
} // namespace outlay::inline v0_1_0::http
