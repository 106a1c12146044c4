#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace calendar_test {

using namespace outlay::literals;
using outlay::date_range;
using outlay::month;

/// Any day of the form YYYY-MM-DD.
rc::Gen<date::year_month_day> any_day()
{
    static constexpr auto first = date::sys_days(0_y / 1 / 1).time_since_epoch().count();
    static constexpr auto last = date::sys_days(9999_y / 12 / 31).time_since_epoch().count();
    return rc::gen::map(rc::gen::inRange(first, last + 1),
                        [](int n) { return date::year_month_day(date::sys_days(date::days(n))); });
}

rc::Gen<date_range> any_range()
{
    // Near each other, so that two of them often overlap.
    auto const near = rc::gen::inRange(0, 60);
    return rc::gen::map(rc::gen::pair(near, near), [](std::pair<int, int> const& n) {
        auto const day = [](int i) { return date::sys_days(2024_y / 2 / 1) + date::days(i); };
        return date_range(day(std::min(n.first, n.second)), day(std::max(n.first, n.second)));
    });
}

rc::Gen<month> any_month()
{
    return rc::gen::map(rc::gen::inRange(0, 9999 * 12), [](int n) { return month(1, 1) + n; });
}

/// An independent reader: character by character, with Hinnant's calendar.
std::optional<date::year_month_day> read_independently(std::string const& text)
{
    std::string_view const form = "0000-00-00";
    if (text.size() != form.size()) return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return std::nullopt;
    auto const number = [&](std::size_t at, std::size_t size) { return std::stoi(text.substr(at, size)); };
    auto const read = date::year{number(0, 4)} / number(5, 2) / number(8, 2);
    if (!read.ok()) return std::nullopt;
    return read;
}

TEST(date, reads_and_writes_every_day_of_ten_thousand_years)
{
    auto const last = date::sys_days(9999_y / 12 / 31);
    for (auto day = date::sys_days(0_y / 1 / 1); day <= last; day += date::days(1)) {
        char text[outlay::detail::longest_date];
        auto const size = static_cast<std::size_t>(outlay::detail::write_date(text, day) - text);
        ASSERT_EQ(size, 10u);
        ASSERT_EQ(outlay::try_parse_date({text, size}), date::year_month_day(day)) << std::string(text, size);
    }
}

TEST(date, takes_a_day_exactly_where_the_calendar_has_one)
{
    for (int year = 0; year <= 9999; ++year)
        for (unsigned month_of_year = 0; month_of_year <= 13; ++month_of_year)
            for (unsigned day : {0u, 1u, 28u, 29u, 30u, 31u, 32u}) {
                auto const expected = date::year{year} / date::month{month_of_year} / date::day{day};
                auto const text = outlay::to_string(expected);
                auto const read = outlay::try_parse_date(text);
                ASSERT_EQ(read.has_value(), expected.ok()) << text;
                if (expected.ok()) {
                    ASSERT_EQ(*read, expected) << text;
                }
            }
}

TEST(date, takes_a_character_only_where_it_belongs)
{
    std::string const good = "2024-02-29";
    for (std::size_t at = 0; at < good.size(); ++at)
        for (int c = 0; c < 256; ++c) {
            std::string text = good;
            text[at] = static_cast<char>(c);
            ASSERT_EQ(outlay::try_parse_date(text), read_independently(text)) << text;
        }
}

RC_GTEST_PROP(date, random_text_is_a_date_only_if_it_is_one, ())
{
    auto const characters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-/T ")));
    auto const text = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(), characters);
    RC_ASSERT(outlay::try_parse_date(text) == read_independently(text));
}

RC_GTEST_PROP(date, two_changed_characters_are_noticed, ())
{
    auto text = outlay::to_string(*any_day());
    for (int i = 0; i < 2; ++i)
        text[*rc::gen::inRange<std::size_t>(0, 10)] = *rc::gen::elementOf(std::string("012379-x"));
    RC_ASSERT(outlay::try_parse_date(text) == read_independently(text));
}

TEST(date, reports_the_reason_of_a_rejection)
{
    EXPECT_EQ(*outlay::parse_date("2024-02-29"), 2024_y / 2 / 29);
    auto const refused = outlay::parse_date("2026-2-3");
    ASSERT_TRUE(refused.has_error());
    auto const why = refused.error();
    EXPECT_EQ(why.kind(), outlay::error_kind::invalid);
    EXPECT_EQ(why.report()[0].code, "date");
    EXPECT_EQ(why.message(), "expected a date such as 2024-01-15, found \"2026-2-3\"");
}

TEST(date, prints_years_of_any_size)
{
    EXPECT_EQ(outlay::to_string(2024_y / 1 / 5), "2024-01-05");
    EXPECT_EQ(outlay::to_string(date::year::max() / 12 / 31), "+32767-12-31");
    EXPECT_EQ(outlay::to_string(date::year::min() / 12 / 31), "-32767-12-31");
    EXPECT_EQ(outlay::to_string(date::year{-1} / 12 / 31), "-0001-12-31");
}

TEST(date_range, rejects_invalid_values)
{
    auto const make = [](date::year_month_day first, date::year_month_day last) { return date_range(first, last); };
    EXPECT_THROW(make(2024_y / 2 / 15, 2024_y / 1 / 15), outlay::calendar_error);
    EXPECT_THROW(make(2024_y / 2 / 30, 2024_y / 3 / 15), outlay::calendar_error);
    EXPECT_THROW(make(2024_y / 2 / 1, 2024_y / 2 / 30), outlay::calendar_error);
    EXPECT_THROW(make(2024_y / 2 / 1, date::year{10000} / 1 / 1), std::invalid_argument);
}

TEST(date_range, names_the_days_that_it_refuses)
{
    auto const why = [](date::year_month_day first, date::year_month_day last) -> std::string {
        try {
            date_range const made(first, last);
        } catch (outlay::calendar_error const& e) {
            return e.what();
        }
        return "made";
    };
    EXPECT_EQ(why(2024_y / 1 / 1, 2024_y / 1 / 31), "made");
    EXPECT_EQ(why(2024_y / 2 / 15, 2024_y / 1 / 5), "the last day, 2024-01-05, comes before the first, 2024-02-15");
    auto const a_month_later = 2027_y / 1 / 31 + date::months(1);
    EXPECT_EQ(why(2026_y / 11 / 1, a_month_later), "2027-02-31 is not a day of the calendar in the years 0000 to 9999");
    EXPECT_EQ(why(2024_y / 10 / 32, 2024_y / 12 / 31),
              "2024-10-32 is not a day of the calendar in the years 0000 to 9999");
    EXPECT_EQ(why(2024_y / 255 / 200, 2024_y / 1 / 31),
              "2024-255-200 is not a day of the calendar in the years 0000 to 9999");
    EXPECT_EQ(why(date::year::min() / 1 / 1, 2024_y / 1 / 31),
              "-32767-01-01 is not a day of the calendar in the years 0000 to 9999");
    EXPECT_EQ(why(2024_y / 1 / 1, date::year::max() / 1 / 1),
              "+32767-01-01 is not a day of the calendar in the years 0000 to 9999");
}

TEST(date_range, is_made_and_read_only_of_days_of_the_calendar)
{
    EXPECT_EQ(date_range::try_make(2024_y / 2 / 29, 2024_y / 3 / 1), date_range(2024_y / 2 / 29, 2024_y / 3 / 1));
    EXPECT_EQ(date_range::try_make(2024_y / 2 / 30, 2024_y / 3 / 1), std::nullopt);
    EXPECT_EQ(date_range::try_make(2024_y / 2 / 1, 2024_y / 2 / 30), std::nullopt);
    for (auto const text : {"2024-02-01/2024-03-1", "2024-02-01-2024-03-01", "2024-02-30/2024-03-01",
                            "2024-02-01/2024-02-30", "2024-02-01/2024-03-01 ", ""})
        EXPECT_EQ(date_range::try_parse(text), std::nullopt) << text;
}

TEST(date_range, says_what_it_reads)
{
    EXPECT_EQ(date_range::parse("2024-01-15/2024-02-15").value(), date_range(2024_y / 1 / 15, 2024_y / 2 / 15));
    EXPECT_EQ(date_range::parse("2024-02-15/2024-01-15").error().message(),
              "expected two dates in order such as 2024-01-15/2024-02-15, found \"2024-02-15/2024-01-15\"");
}

TEST(date_range, prints)
{
    date_range const range(2024_y / 1 / 15, 2024_y / 2 / 15);
    EXPECT_EQ(range.to_string(), "2024-01-15/2024-02-15");
    std::ostringstream out;
    out << range;
    EXPECT_EQ(out.str(), range.to_string());
}

RC_GTEST_PROP(date_range, is_made_exactly_of_days_in_order, ())
{
    auto const a = *any_day();
    auto const b = *any_day();
    auto const range = date_range::try_make(a, b);
    RC_ASSERT(range.has_value() == (a <= b));
    if (range) RC_ASSERT(range->days() == (date::sys_days(b) - date::sys_days(a)).count() + 1);
}

RC_GTEST_PROP(date_range, intersects_in_the_days_that_both_contain, ())
{
    auto const a = *any_range();
    auto const b = *any_range();
    auto const both = a.intersect(b);
    RC_ASSERT(both == b.intersect(a));
    RC_ASSERT(both.has_value() == a.overlaps(b));
    RC_ASSERT(a.overlaps(b) == b.overlaps(a));
    RC_ASSERT(a.contains(b) == (both == b));
    for (auto day = date::sys_days(2024_y / 1 / 25); day < date::sys_days(2024_y / 4 / 10); day += date::days(1))
        RC_ASSERT((a.contains(day) && b.contains(day)) == (both && both->contains(day)));
}

RC_GTEST_PROP(date_range, hashes_and_orders_as_it_compares, ())
{
    auto const a = *any_range();
    auto const b = *any_range();
    if (a == b) RC_ASSERT(std::hash<date_range>{}(a) == std::hash<date_range>{}(b));
    RC_ASSERT((a < b) == (a.to_string() < b.to_string()));
}

TEST(date_range, hashes_apart)
{
    date::sys_days const last = 2027_y / 12 / 31_d;
    std::unordered_set<std::uint32_t> lower_halves; // all of a hash where size_t has 32 bits
    for (int days = 0; days < 1000; ++days)
        lower_halves.insert(
            static_cast<std::uint32_t>(std::hash<date_range>{}(date_range(last - date::days(days), last))));
    EXPECT_EQ(lower_halves.size(), 1000u);
}

TEST(month, rejects_invalid_values)
{
    EXPECT_THROW(month(2025, 0), outlay::calendar_error);
    EXPECT_THROW(month(2025, 13), outlay::calendar_error);
    EXPECT_THROW(month(0, 1), outlay::calendar_error);
    EXPECT_THROW(month(10000, 1), outlay::calendar_error);
    EXPECT_THROW(month(2025_y / date::month{13}), outlay::calendar_error);
}

TEST(month, does_not_leave_its_years)
{
    EXPECT_THROW(month(9999, 12) + 1, outlay::calendar_error);
    EXPECT_THROW(month(1, 1) - 1, outlay::calendar_error);
    EXPECT_THROW(month(2025, 1) + std::numeric_limits<int>::max(), outlay::calendar_error);
    EXPECT_THROW(month(2025, 1) - std::numeric_limits<int>::min(), outlay::calendar_error);
    month last(9999, 12);
    EXPECT_THROW(++last, outlay::calendar_error);
    EXPECT_THROW(last++, outlay::calendar_error);
    EXPECT_EQ(last, month(9999, 12)) << "a failed step changes nothing";
}

TEST(month, reports_the_reason_of_a_rejection)
{
    EXPECT_EQ(*month::parse("202501"), month(2025, 1));
    auto const refused = month::parse("2025-01");
    ASSERT_TRUE(refused.has_error());
    auto const why = refused.error();
    EXPECT_EQ(why.report()[0].code, "month");
    EXPECT_EQ(why.message(), "expected a month such as 202501, found \"2025-01\"");
}

TEST(month, prints)
{
    std::ostringstream out;
    out << month(2025, 1) << ' ' << month(1, 1);
    EXPECT_EQ(out.str(), "202501 000101");
}

TEST(month, every_one_is_its_number_and_its_text)
{
    std::unordered_set<month> seen;
    month m(1, 1);
    for (int year = 1; year <= 9999; ++year)
        for (unsigned of_year = 1; of_year <= 12; ++of_year) {
            ASSERT_EQ(m, month(year, of_year));
            ASSERT_EQ(month::from_number(m.number()), m);
            ASSERT_EQ(month::try_parse(m.to_string()), m);
            ASSERT_EQ(m.dates().days(), m.days_in());
            seen.insert(m);
            if (m != month(9999, 12)) {
                ASSERT_EQ(date::sys_days(m.last_day()) + date::days(1), date::sys_days((m + 1).first_day()));
                ++m;
            }
        }
    EXPECT_EQ(seen.size(), 9999u * 12);
}

RC_GTEST_PROP(month, differences_add_up, ())
{
    auto const a = *any_month();
    auto const b = *any_month();
    RC_ASSERT(b + (a - b) == a);
    RC_ASSERT(a - (a - b) == b);
    RC_ASSERT((a < b) == (a - b < 0));
    RC_ASSERT((a < b) == (a.number() < b.number()));
}

RC_GTEST_PROP(month, random_numbers_are_months_only_if_they_read_as_one, ())
{
    auto const n =
        *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-1000, 1'100'000));
    auto const m = month::from_number(n);
    auto const expected = n / 100 >= 1 && n / 100 <= 9999 && n % 100 >= 1 && n % 100 <= 12;
    RC_ASSERT(m.has_value() == expected);
    if (m) RC_ASSERT(m->number() == n);
}

RC_GTEST_PROP(month, random_text_is_a_month_only_if_it_is_written_so, ())
{
    auto const digits = rc::gen::container<std::string>(6, rc::gen::elementOf(std::string("0123456789-")));
    auto const text = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(), digits);
    if (auto const m = month::try_parse(text)) RC_ASSERT(m->to_string() == text);
}

} // namespace calendar_test
