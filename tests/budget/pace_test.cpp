#include <algorithm>
#include <cstdint>
#include <date/date.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/budget/pace.hpp>
#include <outlay/json.hpp>
#include <outlay/value/money.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>

namespace pace_test {

using namespace outlay::literals;
using outlay::date_range;
using outlay::decimal;
using outlay::month;
using outlay::pace;
using outlay::pace_of;
using outlay::status;

std::string printed(pace const& p)
{
    std::ostringstream out;
    out << p;
    return out.str();
}

constexpr date_range april = month{2026, 4}.dates();

TEST(pace, prints_its_known_figures)
{
    EXPECT_EQ(printed(pace_of({.amount = 3000, .spent = 1200}, april, 2026_y / 4 / 11)),
              "over pace (1.2): 1000 expected, 120 a day, 3600 projected, 90 a day suggested, exhausted on 2026-04-25");
    EXPECT_EQ(printed(pace_of({.amount = 1000.00_dec, .spent = 333.33_dec}, april, 2026_y / 4 / 11)),
              "on pace (1): 333.33 expected, 33.33 a day, 999.99 projected, 33.33 a day suggested");
    EXPECT_EQ(printed(pace_of({.used_percent = 10}, april, 2026_y / 4 / 11)), "under pace (0.3)");
    EXPECT_EQ(printed(pace_of({.spent = 10}, april, 2026_y / 4 / 11)), "pace unknown: 1 a day, 30 projected");
    EXPECT_EQ(printed(pace{}), "pace unknown");
}

TEST(pace, is_absent_without_a_window_and_a_day_of_the_calendar)
{
    status const budget{.amount = 3000, .spent = 1200};
    EXPECT_EQ(pace_of(budget, 2026_y / 4 / 11), pace{});
    EXPECT_EQ(pace_of(budget, april, 2026_y / 4 / 31), pace{});
}

TEST(pace, has_the_figures_that_follow_from_those_of_the_budget)
{
    auto const today = 2026_y / 4 / 11;
    EXPECT_EQ(printed(pace_of({.amount = 3000}, april, today)), "pace unknown: 1000 expected");
    EXPECT_EQ(printed(pace_of({.spent = 1200, .is_uncapped = true}, april, today)),
              "pace unknown: 120 a day, 3600 projected");
    EXPECT_EQ(printed(pace_of({.used_percent = 10}, april, april.first())), "pace unknown"); // no day has elapsed
}

TEST(pace, projects_nothing_from_few_days_unless_they_are_all)
{
    date_range const weekend{2026_y / 4 / 11, 2026_y / 4 / 12};
    EXPECT_EQ(pace_of({.spent = 10}, weekend, 2026_y / 4 / 12, {.project_after_days = 3}).projected, std::nullopt);
    EXPECT_EQ(pace_of({.spent = 10}, weekend, 2026_y / 4 / 13, {.project_after_days = 3}).projected, decimal(10));
}

TEST(pace, ends_on_one_day_however_many_zeros_the_amounts_have)
{
    auto const day = [](decimal amount, decimal spent) {
        return pace_of({.amount = amount, .spent = spent}, april, 2026_y / 4 / 11).exhausted_on;
    };
    EXPECT_EQ(day(3000, 1200), 2026_y / 4 / 25);
    EXPECT_EQ(day(3000.00_dec, 1200), 2026_y / 4 / 25);
    EXPECT_EQ(day(3000, 1200.000_dec), 2026_y / 4 / 25);
}

TEST(pace, is_over_no_tolerance_beyond_the_range_of_decimals)
{
    auto const verdict = [](decimal spent) {
        auto const today = 2026_y / 4 / 11;
        constexpr auto most = 79'228'162'514'264'337'593'543'950'335_dec;
        return pace_of({.amount = 3000, .spent = spent}, april, today, {.tolerance_percent = most}).verdict;
    };
    EXPECT_EQ(verdict(1'000'000), outlay::pace_verdict::on_pace);
    EXPECT_EQ(verdict(-1'000'000), outlay::pace_verdict::on_pace);
}

TEST(pace, makes_the_round_trip)
{
    auto const some = pace_of({.amount = 3000, .spent = 1200}, april, 2026_y / 4 / 11);
    auto const text = outlay::encode(some);
    EXPECT_EQ(text, R"({"elapsedPercent":33.33333333333333333333333333,"expected":1000,"index":1.2,"runRate":120,)"
                    R"("projected":3600,"suggestedDaily":90,"exhaustedOn":"2026-04-25","verdict":"over_pace"})");
    EXPECT_EQ(outlay::decode<pace>(text).value(), some);
    EXPECT_EQ(outlay::encode(pace{}), "{}");
}

TEST(pace, has_the_places_of_a_quotient)
{
    using outlay::detail::proportion;
    EXPECT_EQ(proportion(20.000_dec, 1, 10.0_dec, 2)->to_string(), "1.00"); // 3 places less 1
    EXPECT_EQ(proportion(20.0_dec, 1, 10.000_dec, 2)->to_string(), "1");
    EXPECT_EQ(proportion(20.000_dec, 1, 16.0_dec, 2)->to_string(), "0.625");
    EXPECT_EQ(proportion(20.000_dec, 1, 3.0_dec, 2)->to_string(), "3.333333333333333333333333333");
}

// --- for all budgets and days

status any_budget(std::int32_t least)
{
    return {.amount = decimal::from_parts(*rc::gen::inRange(1, 1'000'000), *rc::gen::inRange(0, 5)),
            .spent = decimal::from_parts(*rc::gen::inRange(least, 1'000'000), *rc::gen::inRange(0, 5))};
}

date_range any_window()
{
    auto const first = date::sys_days(2024_y / 1 / 1) + date::days(*rc::gen::inRange(0, 1000));
    return {first, first + date::days(*rc::gen::inRange(0, 100))};
}

/// A day from before the window to after it.
date::sys_days any_day_near(date_range window)
{
    return date::sys_days(window.first()) + date::days(*rc::gen::inRange(-5, window.days() + 5));
}

RC_GTEST_PROP(pace_property, the_day_of_exhaustion_is_the_first_whose_end_reaches_the_amount, ())
{
    status const budget = any_budget(-1000);
    date_range const window = any_window();
    auto const today = any_day_near(window);
    int const elapsed = (today - date::sys_days(window.first())).count();

    // spent + spent / elapsed * n >= amount, without a quotient.
    std::optional<date::year_month_day> first;
    for (int n = 1; !first && elapsed >= 0 && n <= window.days() - elapsed; ++n) {
        bool const is_reached =
            elapsed == 0 ? *budget.spent >= *budget.amount : *budget.spent * (elapsed + n) >= *budget.amount * elapsed;
        if (is_reached) first = today + date::days(n - 1);
        if (elapsed == 0) break;
    }
    RC_ASSERT((pace_of(budget, window, today).exhausted_on == first));
}

RC_GTEST_PROP(pace_property, quotients_are_the_nearest_of_28_digits, ())
{
    status const budget = any_budget(-1000);
    date_range const window = any_window();
    auto const today = any_day_near(window);
    int const all = window.days();
    int const elapsed = std::clamp((today - date::sys_days(window.first())).count(), 0, all);

    // The products are exact, so that each quotient is rounded once.
    pace const at = pace_of(budget, window, today);
    RC_ASSERT((at.elapsed_percent == decimal(100 * elapsed) / all));
    RC_ASSERT((at.expected == *budget.amount * elapsed / all));
    RC_ASSERT(at.run_rate.has_value() == (elapsed > 0));
    if (elapsed > 0) {
        RC_ASSERT((at.run_rate == *budget.spent / elapsed));
        auto const of_one_currency = [](decimal d) { return outlay::money{d, "USD"}; };
        RC_ASSERT((at.index == of_one_currency(*budget.spent * all) / of_one_currency(*budget.amount * elapsed)));
    }
    RC_ASSERT(at.projected.has_value() == (elapsed >= 3 || elapsed == all));
    if (at.projected) RC_ASSERT((at.projected == *budget.spent * all / elapsed));
    decimal const remaining = std::max(*budget.amount - *budget.spent, decimal(0));
    RC_ASSERT(at.suggested_daily.has_value() == (elapsed < all));
    if (at.suggested_daily) RC_ASSERT((at.suggested_daily == remaining / (all - elapsed)));
}

RC_GTEST_PROP(pace_property, a_later_day_never_makes_the_same_spend_faster, ())
{
    status const budget = any_budget(1);
    date_range const window = any_window();
    auto const today = any_day_near(window);
    auto const earlier = pace_of(budget, window, today);
    auto const later = pace_of(budget, window, today + date::days(1));
    RC_ASSERT((earlier.elapsed_percent <= later.elapsed_percent));
    if (earlier.index) RC_ASSERT(later.index && *later.index <= *earlier.index);
    if (earlier.verdict) RC_ASSERT(*later.verdict <= *earlier.verdict);
}

RC_GTEST_PROP(pace_property, is_calculated_for_any_decimals_without_an_exception, ())
{
    auto const any_decimal = [] {
        return decimal::from_words({.low = *rc::gen::arbitrary<std::uint64_t>(),
                                    .high = *rc::gen::arbitrary<std::uint32_t>(),
                                    .scale = static_cast<std::uint8_t>(*rc::gen::inRange(0, 29)),
                                    .negative = *rc::gen::arbitrary<bool>()});
    };
    status const budget{.amount = any_decimal(), .spent = any_decimal(), .used_percent = any_decimal()};
    date_range const window = any_window();
    auto const at = pace_of(budget, window, any_day_near(window), {.tolerance_percent = any_decimal()});
    RC_ASSERT(at.verdict.has_value() == at.index.has_value());
    RC_ASSERT(!at.to_string().empty());
}

} // namespace pace_test
