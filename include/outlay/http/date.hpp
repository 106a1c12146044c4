#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <date/date.h>
#include <optional>
#include <outlay/value/detail/digits.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::http {
namespace detail {

/// A text from which parts are removed at the start.
struct date_scan {
    std::string_view rest;

    constexpr bool skip(std::string_view text) noexcept
    {
        if (!rest.starts_with(text)) return false;
        rest.remove_prefix(text.size());
        return true;
    }

    /// Reads exactly `digits` digits; -1 for other characters.
    constexpr int number(int digits) noexcept
    {
        if (rest.size() < static_cast<std::size_t>(digits)) return -1;
        int const n = outlay::detail::read_padded(rest.data(), digits);
        rest.remove_prefix(static_cast<std::size_t>(digits));
        return n;
    }

    /// Reads a day of one or two digits; -1 for other characters.
    constexpr int day() noexcept
    {
        bool const has_two = rest.size() > 1 && outlay::detail::is_digit(rest[1]);
        return number(has_two ? 2 : 1);
    }

    /// Reads one of several names and returns its index; -1 for other text.
    template<std::size_t Count>
    constexpr int one_of(std::array<std::string_view, Count> const& names) noexcept
    {
        for (std::size_t i = 0; i < Count; ++i)
            if (skip(names[i])) return static_cast<int>(i);
        return -1;
    }
};

inline constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
// Long names first, because they start with the short ones.
inline constexpr std::array<std::string_view, 14> day_names{"Monday",   "Tuesday", "Wednesday", "Thursday", "Friday",
                                                            "Saturday", "Sunday",  "Mon",       "Tue",      "Wed",
                                                            "Thu",      "Fri",     "Sat",       "Sun"};
// "UTC" before "UT", for the same reason. UT and Z are from RFC 5322.
inline constexpr std::array<std::string_view, 4> zero_zones{"GMT", "UTC", "UT", "Z"};

/// The fields of a date and a time of day; -1 for a field that is not a number.
struct date_time_fields {
    int year = -1;
    int month = -1; ///< 1 to 12
    int day = -1;
    int hour = -1;
    int minute = -1;
    int second = -1;
    std::chrono::minutes ahead_of_utc{}; ///< the offset of the zone

    /// Reads `08:49:37`, or `084937` without colons.
    constexpr void read_clock(date_scan& in, bool has_colons = true) noexcept
    {
        hour = in.number(2);
        if (!has_colons || in.skip(":")) minute = in.number(2);
        if (!has_colons || in.skip(":")) second = in.number(2);
    }

    /// Reads `GMT`, `UTC`, `UT`, `Z`, or an offset: `+0200`, `-02:00`, `+02`. Returns false for other text.
    constexpr bool read_zone(date_scan& in) noexcept
    {
        if (in.one_of(zero_zones) >= 0) return true;
        bool const is_behind = in.skip("-");
        if (!is_behind && !in.skip("+")) return false;
        int const hours = in.number(2);
        bool const has_colon = in.skip(":");
        int const minutes = has_colon || !in.rest.empty() ? in.number(2) : 0;
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
        ahead_of_utc = std::chrono::minutes((hours * 60 + minutes) * (is_behind ? -1 : 1));
        return true;
    }

    /// The instant; absent if a field is out of range. A leap second, 60, is read as the second after it.
    constexpr std::optional<date::sys_seconds> time() const noexcept
    {
        bool const is_clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        if (!is_clock || year < 0 || month < 0 || day < 0) return std::nullopt;
        date::year_month_day const on = date::year{year} / month / day;
        if (!on.ok()) return std::nullopt;
        return date::sys_days(on) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
               std::chrono::seconds(second) - ahead_of_utc;
    }
};

/// Reads `06 Nov 1994 08:49:37 GMT` or `06-Nov-94 08:49:37 GMT`, after the name of the day and `, `.
constexpr bool read_day_first(date_scan& in, date_time_fields& to, date::sys_seconds now) noexcept
{
    to.day = in.day();
    bool const has_dashes = in.skip("-");
    if (!has_dashes && !in.skip(" ")) return false;
    to.month = in.one_of(month_names) + 1;
    if (to.month == 0 || !in.skip(has_dashes ? "-" : " ")) return false;
    to.year = in.number(has_dashes ? 2 : 4);
    if (!in.skip(" ")) return false;
    to.read_clock(in);
    if (!in.skip(" ") || !to.read_zone(in)) return false;
    if (has_dashes && to.year >= 0) {
        int const latest = static_cast<int>(date::year_month_day(date::floor<date::days>(now)).year()) + 50;
        to.year += (latest - to.year) / 100 * 100;
    }
    return true;
}

/// Reads `Nov  6 08:49:37 1994`, after the name of the day and a blank; a zone may follow.
constexpr bool read_month_first(date_scan& in, date_time_fields& to) noexcept
{
    to.month = in.one_of(month_names) + 1;
    if (to.month == 0 || !in.skip(" ")) return false;
    in.skip(" ");
    to.day = in.day();
    if (!in.skip(" ")) return false;
    to.read_clock(in);
    if (!in.skip(" ")) return false;
    to.year = in.number(4);
    return in.rest.empty() || (in.skip(" ") && to.read_zone(in));
}

} // namespace detail

/// Reads a date of HTTP in any of the three forms of RFC 9110, section 5.6.7:
///
///     Sun, 06 Nov 1994 08:49:37 GMT      Sunday, 06-Nov-94 08:49:37 GMT      Sun Nov  6 08:49:37 1994
///
/// Instead of `GMT`, also reads `UTC`, `UT`, `Z` or an offset such as `+0000` or `-07:00`, because some servers write
/// dates of RFC 5322; a day below 10 may have one digit. A year of two digits is the latest one that is at most 50
/// years after `now`. The day of the week is not checked. Returns nullopt for any other text.
constexpr std::optional<date::sys_seconds> parse_date(std::string_view text, date::sys_seconds now) noexcept
{
    detail::date_scan in{text};
    detail::date_time_fields read;
    if (in.one_of(detail::day_names) < 0) return std::nullopt;
    bool const is_read =
        in.skip(", ") ? detail::read_day_first(in, read, now) : in.skip(" ") && detail::read_month_first(in, read);
    if (!is_read || !in.rest.empty()) return std::nullopt;
    return read.time();
}

} // namespace outlay::inline v0_1_0::http
