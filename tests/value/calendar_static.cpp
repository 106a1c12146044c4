#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace {

using namespace outlay::literals;
using outlay::date_range;
using outlay::month;
using outlay::try_parse_date;

// --- dates

static_assert(try_parse_date("2024-02-29") == 2024_y / 2 / 29_d);
static_assert(try_parse_date("0000-01-01") == 0_y / 1 / 1);
static_assert(try_parse_date("9999-12-31") == 9999_y / 12 / 31);
static_assert(!try_parse_date(""));
static_assert(!try_parse_date("2026-2-3"));
static_assert(!try_parse_date("2026-02-03xyz"));
static_assert(!try_parse_date("2026-02-30"));
static_assert(!try_parse_date("2023-02-29"));
static_assert(!try_parse_date("1900-02-29"));
static_assert(try_parse_date("2000-02-29"));
static_assert(!try_parse_date("2026-00-01"));
static_assert(!try_parse_date("2026-13-01"));
static_assert(!try_parse_date("2026-01-00"));
static_assert(!try_parse_date("2026/01/01"));
static_assert(!try_parse_date("20x6-01-01"));
static_assert(!try_parse_date("x026-01-01"));
static_assert(!try_parse_date("-026-01-01"));
static_assert(!try_parse_date(" 2026-01-1"));

/// Without to_string: clang cannot make a short std::string of libstdc++ 12 in a constant expression.
constexpr bool writes(date::year_month_day day, std::string_view expected)
{
    char text[outlay::detail::longest_date]{};
    return std::string_view(text, static_cast<std::size_t>(outlay::detail::write_date(text, day) - text)) == expected;
}

static_assert(writes(2024_y / 1 / 5, "2024-01-05"));
static_assert(writes(0_y / 1 / 1, "0000-01-01"));
static_assert(writes(9999_y / 12 / 31, "9999-12-31"));
static_assert(writes(date::year{-1} / 12 / 31, "-0001-12-31"));
static_assert(writes(date::year{-9999} / 12 / 31, "-9999-12-31"));
static_assert(writes(date::year{10000} / 1 / 1, "+10000-01-01"));
static_assert(writes(date::year::min() / 1 / 1, "-32767-01-01"));

// --- ranges of days

constexpr date_range january(2024_y / 1 / 1, 2024_y / 1 / 31);
constexpr date_range mid_january_to_mid_february(2024_y / 1 / 15, 2024_y / 2 / 15);
constexpr date_range february(2024_y / 2 / 1, 2024_y / 2 / 29);

static_assert(date_range::try_parse("2024-01-01/2024-01-31") == january);
static_assert(!date_range::try_parse("2024-01-31/2024-01-01") && !date_range::try_parse("2024-01-01"));
static_assert(!date_range::try_parse("2024-01-01 2024-01-31") && !date_range::try_parse("2024-01-01/2024-02-30"));
static_assert(!date_range::try_parse("2024-01-01/2024-01-31/") && !date_range::try_parse(""));

static_assert(january.touches(february) && february.touches(january));
static_assert(!january.touches(january) && !january.touches(mid_january_to_mid_february));
static_assert(!january.touches(date_range(2024_y / 2 / 2, 2024_y / 2 / 2)));
static_assert(january.merged(february) == date_range(2024_y / 1 / 1, 2024_y / 2 / 29));
static_assert(february.merged(january) == january.merged(february) && january.merged(january) == january);
static_assert(mid_january_to_mid_february.merged(january) == date_range(2024_y / 1 / 1, 2024_y / 2 / 15));
static_assert(!january.merged(date_range(2024_y / 2 / 2, 2024_y / 2 / 2)));
constexpr date_range to_the_end(9999_y / 12 / 1, 9999_y / 12 / 31);
static_assert(!to_the_end.touches(january) && to_the_end.merged(to_the_end) == to_the_end);

static_assert(january.first() == 2024_y / 1 / 1 && january.last() == 2024_y / 1 / 31);
static_assert(january.days() == 31);
static_assert(date_range(2024_y / 2 / 29, 2024_y / 2 / 29).days() == 1);
static_assert(date_range(0_y / 1 / 1, 9999_y / 12 / 31).days() == 3'652'425);

static_assert(january.contains(2024_y / 1 / 1) && january.contains(2024_y / 1 / 31));
static_assert(!january.contains(2023_y / 12 / 31) && !january.contains(2024_y / 2 / 1));
static_assert(january.contains(january));
static_assert(january.contains(date_range(2024_y / 1 / 2, 2024_y / 1 / 30)));
static_assert(!january.contains(mid_january_to_mid_february));

static_assert(january.overlaps(mid_january_to_mid_february) && mid_january_to_mid_february.overlaps(january));
static_assert(!january.overlaps(february) && !february.overlaps(january));
static_assert(january.intersect(mid_january_to_mid_february) == date_range(2024_y / 1 / 15, 2024_y / 1 / 31));
static_assert(january.intersect(february) == std::nullopt);

static_assert(date_range::try_make(2024_y / 1 / 1, 2024_y / 1 / 31) == january);
static_assert(!date_range::try_make(2024_y / 1 / 2, 2024_y / 1 / 1));
static_assert(!date_range::try_make(2024_y / 1 / 1, 2024_y / 2 / 30));
static_assert(!date_range::try_make(date::year{-1} / 1 / 1, 2024_y / 2 / 1));
static_assert(!date_range::try_make(2024_y / 1 / 1, date::year{10000} / 1 / 1));

static_assert(january < mid_january_to_mid_february && mid_january_to_mid_february < february);
static_assert(date_range(2024_y / 1 / 1, 2024_y / 1 / 2) < january);
static_assert(std::same_as<std::compare_three_way_result_t<date_range>, std::strong_ordering>);

static_assert(!std::is_default_constructible_v<date_range>, "there is no range of no days");

// --- months

static_assert(month(2025, 1).number() == 202501);
static_assert(month(2025, 12).year() == 2025 && month(2025, 12).month_of_year() == 12);
static_assert(month(2025_y / 7) == month(2025, 7));
static_assert(date::year_month(month(2025, 7)) == 2025_y / 7);
static_assert(month() == month(1970, 1));

static_assert(month::from_number(202501) == month(2025, 1));
static_assert(month::from_number(101) == month(1, 1));
static_assert(month::from_number(9999'12) == month(9999, 12));
static_assert(!month::from_number(202500) && !month::from_number(202513));
static_assert(!month::from_number(0) && !month::from_number(-202501) && !month::from_number(12) &&
              !month::from_number(10000'01));
static_assert(!month::from_number(std::numeric_limits<std::int64_t>::min()));
static_assert(!month::from_number(std::numeric_limits<std::int64_t>::max()));

static_assert(month::try_parse("202501") == month(2025, 1));
static_assert(!month::try_parse("") && !month::try_parse("2025-1") && !month::try_parse("202513"));
static_assert(!month::try_parse("2025010") && !month::try_parse("20250"));
static_assert(month::try_parse("000101") == month(1, 1));

static_assert(month(2024, 2).days_in() == 29 && month(2023, 2).days_in() == 28 && month(1900, 2).days_in() == 28);
static_assert(month(2024, 2).first_day() == 2024_y / 2 / 1 && month(2024, 2).last_day() == 2024_y / 2 / 29);
static_assert(month(2024, 2).dates() == february);

static_assert(month(2024, 12) + 1 == month(2025, 1) && 1 + month(2024, 12) == month(2025, 1));
static_assert(month(2025, 1) - 1 == month(2024, 12) && month(2025, 1) - 13 == month(2023, 12));
static_assert(month(2025, 1) + -1 == month(2024, 12));
static_assert(month(2025, 1) - month(2023, 12) == 13 && month(2023, 12) - month(2025, 1) == -13);
static_assert([] {
    month m(2024, 11);
    bool const postfix = m++ == month(2024, 11) && m == month(2024, 12) && m-- == month(2024, 12);
    bool const prefix = ++m == month(2024, 12) && --m == month(2024, 11);
    m += 14;
    m -= 2;
    return postfix && prefix && m == month(2025, 11);
}());

static_assert(month(2024, 12) < month(2025, 1));
static_assert(month(2024, 12) == 2024_y / 12 && month(2024, 12) < 2025_y / 1, "compares with date's own");
static_assert(std::same_as<std::compare_three_way_result_t<month>, std::strong_ordering>);
static_assert(!std::convertible_to<date::year_month, month>, "which may throw");
static_assert(std::derived_from<outlay::calendar_error, std::invalid_argument>);

// The literals bring no name into the scope that uses them.
namespace user {
using namespace outlay::literals;
constexpr int last = 1, may = 2, month = 3, day = 4, year = 5;
static_assert(last + may + month + day + year == 15);
} // namespace user

} // namespace
