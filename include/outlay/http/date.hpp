#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <optional>
#include <outlay/value/detail/digits.hpp>
#include <string_view>

namespace outlay::http {
namespace detail {

/// A text that is taken apart from its start.
struct date_scan {
    std::string_view rest;

    constexpr bool skip(std::string_view text) noexcept
    {
        if (!rest.starts_with(text)) return false;
        rest.remove_prefix(text.size());
        return true;
    }

    /// Exactly so many digits; -1 if there are others.
    constexpr int number(int digits) noexcept
    {
        if (rest.size() < static_cast<std::size_t>(digits)) return -1;
        int const n = outlay::detail::read_padded(rest.data(), digits);
        rest.remove_prefix(static_cast<std::size_t>(digits));
        return n;
    }

    /// The place of the name that comes next, from 0; -1 if it is none of them.
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
// The long ones first: they start with the short ones.
inline constexpr std::array<std::string_view, 14> day_names{"Monday",   "Tuesday", "Wednesday", "Thursday", "Friday",
                                                            "Saturday", "Sunday",  "Mon",       "Tue",      "Wed",
                                                            "Thu",      "Fri",     "Sat",       "Sun"};

struct clock_fields {
    int hour = -1;
    int minute = -1;
    int second = -1;
};

constexpr clock_fields read_clock(date_scan& in) noexcept
{
    clock_fields c;
    c.hour = in.number(2);
    if (in.skip(":")) c.minute = in.number(2);
    if (in.skip(":")) c.second = in.number(2);
    return c;
}

} // namespace detail

/// Reads a date of HTTP in any of the three forms of RFC 9110, section 5.6.7:
///
///     Sun, 06 Nov 1994 08:49:37 GMT      Sunday, 06-Nov-94 08:49:37 GMT      Sun Nov  6 08:49:37 1994
///
/// A year of two digits is the latest that is not more than 50 years after `now`. The day of the week is not checked.
constexpr std::optional<date::sys_seconds> parse_date(std::string_view text, date::sys_seconds now) noexcept
{
    detail::date_scan in{text};
    if (in.one_of(detail::day_names) < 0) return std::nullopt;
    int day = -1;
    int month = -1;
    int year = -1;
    detail::clock_fields clock;
    if (in.skip(", ")) {
        day = in.number(2);
        bool const has_dashes = in.skip("-");
        if (!has_dashes && !in.skip(" ")) return std::nullopt;
        month = in.one_of(detail::month_names);
        if (!in.skip(has_dashes ? "-" : " ")) return std::nullopt;
        year = in.number(has_dashes ? 2 : 4);
        if (!in.skip(" ")) return std::nullopt;
        clock = detail::read_clock(in);
        if (!in.skip(" GMT")) return std::nullopt;
        if (has_dashes && year >= 0) {
            int const latest = static_cast<int>(date::year_month_day(date::floor<date::days>(now)).year()) + 50;
            year += (latest - year) / 100 * 100;
        }
    } else {
        if (!in.skip(" ")) return std::nullopt;
        month = in.one_of(detail::month_names);
        if (!in.skip(" ")) return std::nullopt;
        day = in.skip(" ") ? in.number(1) : in.number(2);
        if (!in.skip(" ")) return std::nullopt;
        clock = detail::read_clock(in);
        if (!in.skip(" ")) return std::nullopt;
        year = in.number(4);
    }
    // A leap second, 60, reads as the second after it.
    bool const is_time = clock.hour >= 0 && clock.hour < 24 && clock.minute >= 0 && clock.minute < 60 &&
                         clock.second >= 0 && clock.second <= 60;
    if (!in.rest.empty() || !is_time || year < 0 || month < 0 || day < 0) return std::nullopt;
    date::year_month_day const on = date::year{year} / (month + 1) / day;
    if (!on.ok()) return std::nullopt;
    return date::sys_days(on) + std::chrono::hours(clock.hour) + std::chrono::minutes(clock.minute) +
           std::chrono::seconds(clock.second);
}

} // namespace outlay::http
