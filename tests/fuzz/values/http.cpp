#include "../require.hpp"
#include "checks.hpp"
#include "fraction.hpp"
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <outlay/http/date.hpp>
#include <outlay/http/wait.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fuzz {
namespace {

namespace http = outlay::http;
using std::chrono::milliseconds;
using time_point = std::chrono::system_clock::time_point;

constexpr std::array<char const*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// A date of HTTP from fields that may be slightly out of range.
struct date_fields {
    int year, day, hour, minute, second;
    unsigned month;

    explicit date_fields(bytes& input)
        : year(static_cast<int>(input.number(2) % 10'000)),
          day(static_cast<int>(input.below(33))),
          hour(static_cast<int>(input.below(25))),
          minute(static_cast<int>(input.below(61))),
          second(static_cast<int>(input.below(62))),
          month(static_cast<unsigned>(input.below(months.size())) + 1)
    {}

    /// The date in one of the three forms of RFC 9110.
    std::string text(std::size_t form) const
    {
        constexpr std::array<char const*, 3> forms{"Sun, %02d %s %04d %02d:%02d:%02d GMT",
                                                   "Sunday, %02d-%s-%02d %02d:%02d:%02d GMT",
                                                   "Sun %s %2d %02d:%02d:%02d %04d"};
        std::array<char, 64> made{};
        char const* const name = months[month - 1];
        int const shown = form == 1 ? year % 100 : year;
        int const size =
            form == 2 ? std::snprintf(made.data(), made.size(), forms[2], name, day, hour, minute, second, year)
                      : std::snprintf(made.data(), made.size(), forms[form], day, name, shown, hour, minute, second);
        return {made.data(), static_cast<std::size_t>(size)};
    }

    std::optional<std::chrono::sys_seconds> time(int of_year) const
    {
        auto const on =
            std::chrono::year(of_year) / std::chrono::month(month) / std::chrono::day(static_cast<unsigned>(day));
        if (!on.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
        return std::chrono::sys_days(on) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
               std::chrono::seconds(second);
    }
};

/// The latest year with these two digits that is not more than 50 years after `now`.
int year_near(int two_digits, std::chrono::sys_seconds now)
{
    std::chrono::year_month_day const today{std::chrono::floor<std::chrono::days>(now)};
    int year = static_cast<int>(today.year()) + 50;
    while (year % 100 != two_digits) --year;
    return year;
}

/// From 1970 to 2106.
std::chrono::sys_seconds any_time(bytes& input)
{
    return std::chrono::sys_seconds(std::chrono::seconds(input.number(4)));
}

std::optional<milliseconds> wait_asked(std::string const& name, std::string const& value, time_point now)
{
    return http::asked_wait({.headers = {{.name = name, .value = value}}}, now);
}

void require_wait(std::optional<milliseconds> wait, std::string const& about)
{
    require(wait && wait->count() >= 0 && *wait <= http::longest_wait, "a wait out of its bounds", about);
}

/// A number of a header, and its value in billionths, rounded up.
struct written_wait {
    std::string text;
    whole number; ///< without its places
    whole billionths;

    explicit written_wait(bytes& input)
    {
        number = input.number(static_cast<int>(input.below(9)));
        text = number.str();
        billionths = number * 1'000'000'000;
        if (!input.coin()) return;
        std::string places = std::to_string(input.number(static_cast<int>(input.below(8))));
        places.insert(0, input.below(12), '0');
        text += '.' + places;
        whole const over =
            whole(places.find_first_not_of('0') == places.npos ? "0" : places.substr(places.find_first_not_of('0'))) *
            1'000'000'000;
        whole const under = power_of_ten(static_cast<int>(places.size()));
        billionths += (over + under - 1) / under;
    }
};

whole rounded_up(whole const& over, whole const& under) { return (over + under - 1) / under; }

whole longest() { return http::longest_wait.count(); }

/// Seconds, or a Unix time in s, ms, us or ns.
void check_number(bytes& input, time_point now)
{
    written_wait const n(input);
    auto const found = wait_asked("Retry-After", n.text, now);
    require_wait(found, n.text);
    whole const billion = 1'000'000'000;
    whole expected = rounded_up(n.billionths, 1'000'000); // in ms
    if (n.number >= billion) {
        int unit = 0; // 10^-3 to the power of this, in seconds
        while (unit < 3 && n.number >= billion * power_of_ten(3 * (unit + 1))) ++unit;
        whole const now_ms = std::chrono::floor<milliseconds>(now).time_since_epoch().count();
        expected = rounded_up(n.billionths, 1'000'000 * power_of_ten(3 * unit)) - now_ms;
    }
    whole const bounded = std::clamp(expected, whole(0), longest());
    require(whole(found->count()) == bounded, "another wait",
            n.text + " expected " + bounded.str() + " found " + std::to_string(found->count()));
}

/// A duration as Go writes it: each part may be rounded up by less than a nanosecond.
void check_duration(bytes& input, time_point now)
{
    struct unit {
        char const* name;
        std::int64_t nanoseconds;
    };
    constexpr std::array<unit, 7> units{{{"d", 86'400'000'000'000},
                                         {"h", 3'600'000'000'000},
                                         {"m", 60'000'000'000},
                                         {"s", 1'000'000'000},
                                         {"ms", 1'000'000},
                                         {"us", 1'000},
                                         {"ns", 1}}};
    std::string text;
    whole least = 0; // in billionths of a nanosecond
    std::size_t const parts = input.below(4) + 1;
    for (std::size_t i = 0; i < parts; ++i) {
        written_wait const n(input);
        unit const& of = input.pick(units);
        text += n.text + of.name;
        least += n.billionths * of.nanoseconds;
    }
    auto const found = wait_asked("X-RateLimit-Reset", text, now);
    require_wait(found, text);
    whole const billionths_of_ms = power_of_ten(15);
    whole const more = least + power_of_ten(9) * static_cast<int>(parts);
    whole const low = std::min(rounded_up(least, billionths_of_ms), longest());
    whole const high = std::min(rounded_up(more, billionths_of_ms), longest());
    whole const ms = found->count();
    require(low <= ms && ms <= high, "another duration",
            text + " expected " + low.str() + " found " + std::to_string(found->count()));
}

/// The wait until a date, and the longest of several waits.
void check_dates_as_waits(bytes& input, time_point now)
{
    date_fields const fields(input);
    std::string const text = fields.text(0);
    auto const time = fields.time(fields.year);
    auto const found = wait_asked("retry-after", text, now);
    require_wait(found, text);
    milliseconds expected = http::careful_wait;
    if (time) {
        milliseconds const since_1970 = time->time_since_epoch();
        milliseconds const until = since_1970 - std::chrono::floor<milliseconds>(now).time_since_epoch();
        expected = std::clamp(until, milliseconds(0), http::longest_wait);
    }
    require(found == expected, "another wait", text);

    std::string const seconds = std::to_string(input.number(2));
    auto const other = wait_asked("Retry-After", seconds, now);
    auto const both = wait_asked("Retry-After", seconds + " ,\t" + text, now);
    require(both == (time ? std::max(expected, *other) : *other), "not the longest", seconds + ", " + text);
}

} // namespace

void check_http_dates(bytes& input)
{
    auto const now = any_time(input);
    date::sys_seconds const now_of_date(now.time_since_epoch());
    date_fields const fields(input);
    for (std::size_t form = 0; form < 3; ++form) {
        std::string const text = fields.text(form);
        auto const expected = fields.time(form == 1 ? year_near(fields.year % 100, now) : fields.year);
        auto const found = http::parse_date(text, now_of_date);
        require(found.has_value() == expected.has_value(), "another verdict", text);
        if (found) require(found->time_since_epoch() == expected->time_since_epoch(), "another time", text);
    }
    (void)http::parse_date(input.rest(), now_of_date);
}

void check_waits(bytes& input)
{
    time_point const now = any_time(input) + milliseconds(input.below(256));
    switch (input.below(4)) {
    case 0: return check_number(input, now);
    case 1: return check_duration(input, now);
    case 2: return check_dates_as_waits(input, now);
    default: break;
    }
    std::string const after(input.line());
    std::string const reset(input.rest());
    auto const both = http::asked_wait(
        {.headers = {{.name = "Retry-After", .value = after}, {.name = "RateLimit-Reset", .value = reset}}}, now);
    require_wait(both, after + '\n' + reset);
    auto const alone = wait_asked("Retry-After", after, now);
    require_wait(alone, after);
    if (*alone != http::careful_wait) require(both == alone, "Retry-After does not come first", after);
}

} // namespace fuzz
