#pragma once

#include <algorithm>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <functional>
#include <limits>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/spare_value.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {
namespace detail {

inline constexpr std::int64_t milliseconds_per_day = 86'400'000;

/// A number of milliseconds as whole days, rounded down, and the milliseconds of the last day, which are not negative.
struct days_and_rest {
    std::int64_t days;
    std::int64_t rest;

    constexpr explicit days_and_rest(std::int64_t ms) noexcept
        : days(ms / milliseconds_per_day), rest(ms % milliseconds_per_day)
    {
        if (rest >= 0) return;
        rest += milliseconds_per_day;
        --days;
    }
};

enum class rfc3339_status : unsigned char {
    exact,
    truncated, ///< digits other than 0 after the third place of the second were dropped
    malformed,
};

/// Reads exactly `2022-01-05T02:45:32.486Z`, the usual form. Returns false for any other, valid or not.
constexpr bool read_usual_rfc3339(std::string_view text, std::int64_t& ms) noexcept
{
    if (text.size() != 24) return false;
    std::uint64_t const date_digits = read_fixed(text.data(), fixed_form("0000-00-"));
    std::uint64_t const time_digits = read_fixed(text.data() + 8, fixed_form("00T00:00"));
    std::uint64_t const rest_digits = read_fixed(text.data() + 16, fixed_form(":00.000Z"));
    if (date_digits == no_digits || time_digits == no_digits || rest_digits == no_digits) return false;
    std::uint64_t const date_pairs = pair_digits(date_digits);
    std::uint64_t const time_pairs = pair_digits(time_digits);
    std::uint64_t const rest_pairs = pair_digits(rest_digits);
    int const year = byte_at(date_pairs, 0) * 100 + byte_at(date_pairs, 2);
    int const month = byte_at(date_pairs, 5);
    int const day = byte_at(time_pairs, 0);
    int const hour = byte_at(time_pairs, 3);
    int const minute = byte_at(time_pairs, 6);
    int const second = byte_at(rest_pairs, 1);
    int const fraction = byte_at(rest_pairs, 4) * 10 + byte_at(rest_digits, 6);
    if (month < 1 || month > 12 || day < 1 || (day > 28 && day > days_in_month(year, month))) return false;
    if (hour > 23 || minute > 59 || second > 59) return false;
    ms = days_since_1970(year, month, day) * milliseconds_per_day + ((hour * 60 + minute) * 60 + second) * 1000 +
         fraction;
    return true;
}

/// Reads `2022-01-05T02:45:32.486Z`, or with an offset (`+02:00`) for `Z`, into milliseconds since 1970, UTC.
/// The leap second 23:59:60 UTC is read as the second after it; no other minute has a second 60. An instant outside the
/// years 0000 to 9999 of UTC is malformed, so that every instant that is read can be written. `ms` is set unless
/// malformed.
constexpr rfc3339_status read_rfc3339(std::string_view text, std::int64_t& ms) noexcept
{
    using enum rfc3339_status;
    if (read_usual_rfc3339(text, ms)) [[likely]]
        return exact;
    if (text.size() < std::string_view("2022-01-05T02:45:32Z").size()) return malformed;
    char const* at = text.data();
    char const* const end = at + text.size();

    auto const is_letter = [](char c, char lower_case) { return (c | 0x20) == lower_case; };

    auto const day = read_date(at);
    int const hour = read_two_digits(at + 11);
    int const minute = read_two_digits(at + 14);
    int const second = read_two_digits(at + 17);
    if (day.day == 0 || !is_letter(at[10], 't') || at[13] != ':' || at[16] != ':') return malformed;
    if (hour > 23 || minute > 59 || second > 60) return malformed;
    at += 19;

    auto status = exact;
    int fraction = 0;
    if (*at == '.') {
        if (++at == end || !is_digit(*at)) return malformed;
        for (int unit = 100; at != end && is_digit(*at); ++at, unit /= 10) {
            fraction += unit * (*at - '0');
            if (unit == 0 && *at != '0') status = truncated;
        }
    }

    int offset = 0;
    if (end - at == 6 && (*at == '+' || *at == '-') && at[3] == ':') {
        int const hours = read_two_digits(at + 1);
        int const minutes = read_two_digits(at + 4);
        if (hours > 23 || minutes > 59) return malformed;
        offset = (hours * 60 + minutes) * 60;
        if (*at == '-') offset = -offset;
    } else if (end - at != 1 || !is_letter(*at, 'z')) {
        return malformed;
    }

    // In seconds since 1970: the start of the years 0000 and 10000.
    constexpr std::int64_t year_0 = -62'167'219'200;
    constexpr std::int64_t year_10000 = 253'402'300'800;
    std::int64_t const days = days_since_1970(day.year, day.month, day.day);
    std::int64_t const seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset;
    if (seconds < year_0 || seconds >= year_10000) return malformed;
    if (second == 60 && seconds % 86'400 != 0) return malformed;
    ms = seconds * 1000 + fraction;
    return status;
}

/// The first and last milliseconds since 1970 that RFC 3339 can express: those of the years 0000 to 9999.
inline constexpr std::int64_t first_rfc3339 =
    std::int64_t{date::sys_days(date::year(0) / 1 / 1).time_since_epoch().count()} * 86'400'000;
inline constexpr std::int64_t last_rfc3339 =
    std::int64_t{date::sys_days(date::year(10'000) / 1 / 1).time_since_epoch().count()} * 86'400'000 - 1;

/// The most characters that write_rfc3339 writes: a sign and nine digits of a year, and 20 of `-01-05T02:45:32.486Z`.
inline constexpr std::size_t longest_rfc3339 = 30;

/// Writes `2022-01-05T02:45:32.486Z`, the fraction only if it is not zero. Outside the years 0000 to 9999 the year
/// has a sign and as many digits as needed: every int64_t is written exactly. Returns the end.
constexpr char* write_rfc3339(char* to, std::int64_t ms) noexcept
{
    // date's year has 16 bits. The calendar repeats every 400 years, so the date is calculated within one such cycle.
    constexpr std::int64_t days_per_cycle = 146'097;
    auto const [days, rest] = days_and_rest(ms);
    auto const cycles = static_cast<int>(days / days_per_cycle);
    auto const day_of_cycle = static_cast<int>(days % days_per_cycle);
    date::year_month_day const day = date::sys_days(date::days(day_of_cycle));
    to = write_year(to, cycles * 400 + static_cast<int>(day.year()));
    to = write_month_and_day(to, day);

    auto const in_day = static_cast<unsigned>(rest);
    *to++ = 'T';
    to = write_two_digits(to, in_day / 3'600'000);
    *to++ = ':';
    to = write_two_digits(to, in_day / 60'000 % 60);
    *to++ = ':';
    to = write_two_digits(to, in_day / 1000 % 60);
    if (unsigned const fraction = in_day % 1000; fraction != 0) {
        *to++ = '.';
        to = write_padded(to, fraction, 3);
    }
    *to++ = 'Z';
    return to;
}

/// Reads `-?(0|[1-9][0-9]*)`, any value of int64_t.
constexpr std::optional<std::int64_t> read_integer(std::string_view text) noexcept
{
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > 19 || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    std::uint64_t n = 0; // has room for 19 digits
    for (char const c : text) {
        if (!is_digit(c)) return std::nullopt;
        n = n * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (n > static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)()) + negative) return std::nullopt;
    return static_cast<std::int64_t>(negative ? 0 - n : n);
}

/// The common base of the two timestamps: a number of milliseconds since 1970, UTC. Derived distinguishes their types.
/// An instant before `Least` becomes `Least`.
template<class Derived, std::int64_t Least>
class utc_milliseconds {
public:
    using printable = void;
    using time_point = date::sys_time<std::chrono::milliseconds>;

    /// 1970-01-01T00:00:00Z
    constexpr utc_milliseconds() noexcept = default;

    /// From a time_point, date::sys_days, or system_clock::now(): rounded down to the millisecond.
    template<class Duration>
    constexpr explicit utc_milliseconds(date::sys_time<Duration> time) noexcept
        : ms_((std::max)(Least,
                         std::int64_t{std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count()}))
    {}

    /// The same instant, for the other wire form.
    template<class Other, std::int64_t OtherLeast>
    constexpr explicit utc_milliseconds(utc_milliseconds<Other, OtherLeast> other) noexcept
        : ms_((std::max)(Least, other.milliseconds()))
    {}

    static constexpr Derived from_milliseconds(std::int64_t since_1970) noexcept
    {
        return Derived(time_point(std::chrono::milliseconds(since_1970)));
    }

    constexpr time_point time() const noexcept { return time_point(std::chrono::milliseconds(ms_)); }

    /// Since 1970-01-01T00:00:00Z.
    constexpr std::int64_t milliseconds() const noexcept { return ms_; }

    /// The day in UTC; outside the years -32767 to 32767 of date::year, the first or last day of these.
    constexpr date::year_month_day day() const noexcept
    {
        constexpr std::int64_t first = date::sys_days((date::year::min)() / 1 / 1).time_since_epoch().count();
        constexpr std::int64_t last = date::sys_days((date::year::max)() / 12 / 31).time_since_epoch().count();
        return date::sys_days(date::days(static_cast<int>(std::clamp(days_and_rest(ms_).days, first, last))));
    }

    /// `2024-08-20T19:39:44Z`, and `.486` only if the milliseconds are not zero. Outside the years 0000 to 9999,
    /// which RFC 3339 can't express, the year has a sign: `+10000-01-01T00:00:00Z`.
    constexpr std::string to_string() const
    {
        char text[longest_rfc3339]{};
        return {text, write_rfc3339(text, ms_)};
    }

    friend constexpr std::strong_ordering operator<=>(utc_milliseconds const&,
                                                      utc_milliseconds const&) noexcept = default;
    friend constexpr bool operator==(utc_milliseconds const&, utc_milliseconds const&) noexcept = default;

private:
    friend struct spare_value<Derived>;

    std::int64_t ms_ = 0;
};

inline constexpr std::int64_t least_milliseconds = (std::numeric_limits<std::int64_t>::min)();

} // namespace detail

/// An instant in UTC, in milliseconds, that is an RFC 3339 string on the wire: `2022-01-05T02:45:32.486Z`. Constructed
/// from any date::sys_time, rounded down, or by from_milliseconds(); time(), milliseconds() since 1970 and day() return
/// it. The least number of 64 bits, an instant 292 million years before 1970, is the spare value of a compact_optional;
/// such an instant becomes the millisecond after it.
class iso_timestamp : public detail::utc_milliseconds<iso_timestamp, detail::least_milliseconds + 1> {
public:
    using utc_milliseconds::utc_milliseconds;

    /// Reads RFC 3339, with `Z` or an offset; nullopt for any other text. Digits after the millisecond are dropped. A
    /// leap second, 23:59:60 UTC, is read as the second after it. The instant must be in the years 0000 to 9999 of UTC.
    static constexpr std::optional<iso_timestamp> try_parse(std::string_view text) noexcept
    {
        std::int64_t ms = 0;
        if (detail::read_rfc3339(text, ms) == detail::rfc3339_status::malformed) return std::nullopt;
        return from_milliseconds(ms);
    }

    /// Like try_parse, with the reason as an error. Code: `timestamp`.
    static result<iso_timestamp> parse(std::string_view text)
    {
        if (auto const time = try_parse(text)) return *time;
        return detail::unexpected("timestamp", "a time such as 2022-01-05T02:45:32Z", text);
    }
};

/// The spare value is the least number of 64 bits.
template<>
struct spare_value<iso_timestamp> {
    static constexpr bool has_null = false; ///< only one number is spare

    /// The time that a compact_optional without a value holds.
    static constexpr iso_timestamp make(vacancy) noexcept
    {
        iso_timestamp made;
        made.ms_ = detail::least_milliseconds;
        return made;
    }
    /// The state of a compact_optional with this time.
    static constexpr vacancy of(iso_timestamp const& time) noexcept
    {
        return time.ms_ == detail::least_milliseconds ? vacancy::absent : vacancy::none;
    }
};

/// An instant in UTC that is an integer on the wire: 1641350732486, milliseconds since 1970. It prints as RFC 3339 and
/// has the same functions as iso_timestamp; the two types convert to each other explicitly.
class epoch_timestamp : public detail::utc_milliseconds<epoch_timestamp, detail::least_milliseconds> {
public:
    using utc_milliseconds::utc_milliseconds;

    /// Reads a decimal integer of milliseconds since 1970. Returns nullopt for any other text.
    static constexpr std::optional<epoch_timestamp> try_parse(std::string_view text) noexcept
    {
        if (auto const ms = detail::read_integer(text)) return from_milliseconds(*ms);
        return std::nullopt;
    }

    /// Like try_parse, with the reason as an error. Code: `timestamp`.
    static result<epoch_timestamp> parse(std::string_view text)
    {
        if (auto const time = try_parse(text)) return *time;
        return detail::unexpected("timestamp", "milliseconds since 1970, such as 1641350732486", text);
    }
};

} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::iso_timestamp> {
    std::size_t operator()(outlay::iso_timestamp t) const noexcept
    {
        return std::hash<std::int64_t>{}(t.milliseconds());
    }
};

template<>
struct std::hash<outlay::epoch_timestamp> {
    std::size_t operator()(outlay::epoch_timestamp t) const noexcept
    {
        return std::hash<std::int64_t>{}(t.milliseconds());
    }
};
