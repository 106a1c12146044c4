#include "../require.hpp"
#include "checks.hpp"
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <date/date.h>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <outlay/value/time_of_day.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

// Compared with std::chrono, whose calendar is independent of the library `date` and of outlay's arithmetic.

namespace fuzz {
namespace {

template<class... Numbers>
std::string formatted(char const* form, Numbers... numbers)
{
    std::array<char, 64> text{};
    int const size = std::snprintf(text.data(), text.size(), form, numbers...);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::chrono::year_month_day in_chrono(int year, unsigned month, unsigned day)
{
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

int day_number(date::year_month_day day)
{
    auto const on =
        in_chrono(static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return static_cast<int>(std::chrono::sys_days(on).time_since_epoch().count());
}

constexpr int first_day = -719'528; // 0000-01-01
constexpr int all_days = 3'652'425; // to 9999-12-31

/// A day of the years 0000 to 9999, by its number since 1970.
date::year_month_day day_of(int number)
{
    std::chrono::year_month_day const day{std::chrono::sys_days(std::chrono::days(number))};
    return date::year(static_cast<int>(day.year())) / date::month(static_cast<unsigned>(day.month())) /
           date::day(static_cast<unsigned>(day.day()));
}

/// Up to 15 days from a day on: two such ranges that begin near each other overlap in every way.
std::optional<outlay::date_range> short_range(bytes& input, int first)
{
    int const last = std::min(first + static_cast<int>(input.below(17)) - 1, first_day + all_days - 1);
    return outlay::date_range::try_make(day_of(first), day_of(last));
}

void check_date_text(bytes& input)
{
    auto const year = static_cast<int>(input.number(2) % 10'000);
    auto const month = static_cast<unsigned>(input.below(15));
    auto const day = static_cast<unsigned>(input.below(34));
    std::string const text = formatted("%04d-%02u-%02u", year, month, day);
    auto const found = outlay::try_parse_date(text);
    require(found.has_value() == in_chrono(year, month, day).ok(), "another calendar", text);
    require(outlay::parse_date(text).has_value() == found.has_value(), "parse_date and try_parse_date differ", text);
    if (found) require(outlay::to_string(*found) == text, "another day", text);

    std::string const number = formatted("%04d%02u", year, month);
    bool const is_month = year > 0 && std::chrono::month(month).ok();
    auto const of_year = outlay::month::try_parse(number);
    require(of_year.has_value() == is_month, "another month", number);
    if (!of_year) return;
    require(of_year->to_string() == number && of_year->year() == year && of_year->month_of_year() == month,
            "not the month that was read", number);
    auto const last = std::chrono::year(year) / std::chrono::month(month) / std::chrono::last;
    require(static_cast<unsigned>(of_year->last_day().day()) == static_cast<unsigned>(last.day()), "another length",
            number);
}

void check_ranges(bytes& input)
{
    int const begin = first_day + static_cast<int>(input.number(3) % all_days);
    int const near = static_cast<int>(input.below(64)) - 32;
    auto const a = short_range(input, begin);
    auto const b = short_range(input, std::clamp(begin + near, first_day, first_day + all_days - 1));
    if (!a || !b) return; // the last day would be before the first
    std::string const about = a->to_string() + ' ' + b->to_string();
    require(outlay::date_range::try_parse(a->to_string()) == a, "not read as it was written", about);
    int const first = std::max(day_number(a->first()), day_number(b->first()));
    int const last = std::min(day_number(a->last()), day_number(b->last()));
    require(a->days() == day_number(a->last()) - day_number(a->first()) + 1, "another number of days", about);
    require(a->overlaps(*b) == (first <= last), "another overlap", about);
    require(a->touches(*b) == (first == last + 1), "another neighbour", about);
    auto const both = a->intersect(*b);
    require(both.has_value() == (first <= last), "another intersection", about);
    if (both) require(both->days() == last - first + 1, "another length of the intersection", about);
    auto const either = a->merged(*b);
    require(either.has_value() == (first <= last + 1), "another union", about);
    if (either)
        require(either->days() == a->days() + b->days() - std::max(last - first + 1, 0), "another length", about);
    require(a->contains(*b) == (either == a), "another containment", about);
}

/// A text of RFC 3339 from fields that may be slightly out of range.
struct instant_fields {
    int year, month, day, hour, minute, second, offset_hour, offset_minute;
    std::string fraction;
    bool is_behind;

    explicit instant_fields(bytes& input)
        : year(static_cast<int>(input.number(2) % 10'000)),
          month(static_cast<int>(input.below(14))),
          day(static_cast<int>(input.below(33))),
          hour(static_cast<int>(input.below(25))),
          minute(static_cast<int>(input.below(61))),
          second(static_cast<int>(input.below(62))),
          offset_hour(static_cast<int>(input.below(25))),
          offset_minute(static_cast<int>(input.below(61))),
          is_behind(input.coin())
    {
        if (input.coin()) year = input.coin() ? 0 : 9999;
        for (std::size_t digits = input.below(6); digits != 0; --digits)
            fraction += static_cast<char>('0' + input.below(10));
    }

    std::string text(bool has_offset) const
    {
        std::string made = formatted("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second);
        if (!fraction.empty()) made += '.' + fraction;
        if (!has_offset) return made + 'Z';
        return made + formatted("%c%02d:%02d", is_behind ? '-' : '+', offset_hour, offset_minute);
    }

    std::optional<std::int64_t> milliseconds(bool has_offset) const
    {
        auto const on = in_chrono(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        if (!on.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
        std::chrono::sys_seconds time = std::chrono::sys_days(on) + std::chrono::hours(hour) +
                                        std::chrono::minutes(minute) + std::chrono::seconds(second);
        if (has_offset) {
            if (offset_hour > 23 || offset_minute > 59) return std::nullopt;
            std::chrono::minutes const offset(offset_hour * 60 + offset_minute);
            time += is_behind ? offset : -offset;
        }
        if (second == 60 && time != std::chrono::floor<std::chrono::days>(time)) return std::nullopt;
        std::chrono::sys_seconds const begin = std::chrono::sys_days(in_chrono(0, 1, 1));
        std::chrono::sys_seconds const end = std::chrono::sys_days(in_chrono(10'000, 1, 1));
        if (time < begin || time >= end) return std::nullopt;
        std::string const three = (fraction + "000").substr(0, 3);
        return std::int64_t{time.time_since_epoch().count()} * 1000 + std::stoi(three);
    }
};

} // namespace

void check_days(bytes& input)
{
    check_date_text(input);
    check_ranges(input);
    std::string const text(input.rest());
    if (auto const day = outlay::try_parse_date(text)) require(outlay::to_string(*day) == text, "not a text", text);
    if (auto const n = outlay::month::try_parse(text)) require(n->to_string() == text, "not a month's text", text);
    if (auto const t = outlay::time_of_day::try_parse(text)) require(t->to_string() == text, "not a time's text", text);
    if (auto const r = outlay::date_range::try_parse(text)) require(r->to_string() == text, "not a range's text", text);
}

void check_timestamps(bytes& input)
{
    using outlay::iso_timestamp;
    bool const has_offset = input.coin();
    instant_fields const fields(input);
    std::string const text = fields.text(has_offset);
    auto const expected = fields.milliseconds(has_offset);
    auto const found = iso_timestamp::try_parse(text);
    require(found.has_value() == expected.has_value(), "another verdict", text);
    if (found) require(found->milliseconds() == *expected, "another instant", text);

    auto const any = static_cast<std::int64_t>(input.number(8));
    auto const time = iso_timestamp::from_milliseconds(any);
    bool const is_in_range = any >= outlay::detail::first_rfc3339 && any <= outlay::detail::last_rfc3339;
    auto const again = iso_timestamp::try_parse(time.to_string());
    require(again.has_value() == is_in_range, "another range", time.to_string());
    if (again) require(*again == time, "not read as it was written", time.to_string());
    auto const epoch = outlay::epoch_timestamp::from_milliseconds(any);
    require(outlay::epoch_timestamp::try_parse(std::to_string(any)) == epoch, "another number", std::to_string(any));

    std::string const rest(input.rest());
    if (auto const read = iso_timestamp::try_parse(rest))
        require(iso_timestamp::try_parse(read->to_string()) == read, "not read as it was written", rest);
}

} // namespace fuzz
