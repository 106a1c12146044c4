#include "aws_samples.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/aws.hpp>
#include <outlay/budget.hpp>
#include <string>
#include <vector>

// The status of budgets of costs, of usage, and in percent.

namespace aws_status_test {

using namespace aws_samples;
using date::year_month_day;
using outlay::date_range;
using outlay::status;
using outlay::status_figure;

std::vector<aws::budget> budgets()
{
    return outlay::decode<aws::describe_budgets_reply>(payload("describe_budgets_reply")).value().budgets;
}

date_range days(year_month_day first, year_month_day last) { return date_range::try_make(first, last).value(); }

TEST(aws_status, of_costs_has_amounts_in_a_currency)
{
    EXPECT_EQ(status_of(budgets()[0]), (status{.amount = 3000_dec,
                                               .spent = 1200.5_dec,
                                               .remaining = 1799.5_dec,
                                               .used_percent = 40.0167_dec,
                                               .currency = outlay::currency{"USD"},
                                               .forecast = 3601.5_dec}));
    status const negative = status_of(budgets()[4]); // credits
    EXPECT_EQ(negative.spent, -0.5_dec);
    EXPECT_EQ(negative.forecast, 40_dec);
    EXPECT_TRUE(negative.derived.contains(status_figure::remaining));
    EXPECT_FALSE(negative.derived.contains(status_figure::spent));
}

TEST(aws_status, of_usage_has_amounts_and_no_currency)
{
    EXPECT_EQ(status_of(budgets()[1]),
              (status{.amount = 500_dec, .spent = 125.25_dec, .remaining = 374.75_dec, .used_percent = 25.05_dec}));
    aws::budget odd = budgets()[1];
    odd.budget_limit->unit = "USD"; // a budget of usage has no currency, whatever its unit
    odd.calculated_spend->actual_spend.unit = "USD";
    EXPECT_EQ(status_of(odd).currency, std::nullopt);
}

TEST(aws_status, leaves_out_figures_of_another_unit)
{
    aws::budget odd = budgets()[0];
    odd.calculated_spend->actual_spend.unit = "EUR";
    status const found = status_of(odd);
    EXPECT_EQ(found.amount, 3000_dec);
    EXPECT_EQ(found.spent, std::nullopt);
    EXPECT_EQ(found.remaining, std::nullopt);
    EXPECT_EQ(found.forecast, 3601.5_dec);
    odd.budget_limit.reset();
    EXPECT_EQ(status_of(odd), (status{.spent = 1200.5_dec, .currency = outlay::currency{"EUR"}}));
    odd.calculated_spend->actual_spend.unit = "XYZ"; // no currency of ISO 4217
    EXPECT_EQ(status_of(odd), (status{.spent = 1200.5_dec}));
    odd.calculated_spend->actual_spend.unit = "GB"; // no code of a currency
    EXPECT_EQ(status_of(odd), (status{.spent = 1200.5_dec}));
    odd.calculated_spend.reset();
    EXPECT_EQ(status_of(odd), status{}) << "no figures at all";
}

TEST(aws_status, in_percent_has_no_amounts)
{
    aws::budget reserved = budgets()[2];
    EXPECT_EQ(status_of(reserved), (status{.used_percent = 87.5_dec}));
    EXPECT_TRUE(status_of(reserved).derived.empty());
    reserved.budget_limit.reset(); // 100 by default
    EXPECT_EQ(status_of(reserved), (status{.used_percent = 87.5_dec}));
    reserved.budget_limit = aws::spend{.amount = 50_dec, .unit = "PERCENTAGE"};
    EXPECT_EQ(status_of(reserved), (status{.used_percent = 175_dec}));
    EXPECT_TRUE(status_of(reserved).derived.contains(status_figure::used_percent));
    reserved.calculated_spend.reset();
    EXPECT_EQ(status_of(reserved), status{});
}

TEST(aws_status, of_an_unknown_type_is_empty)
{
    auto const later =
        outlay::decode<aws::describe_budgets_reply>(payload("describe_budgets_reply_last")).value().budgets[0];
    EXPECT_EQ(status_of(later), status{});
}

TEST(aws_status, has_the_window_where_the_life_of_the_budget_is_one)
{
    aws::budget of = monthly();
    EXPECT_EQ(status_of(of).window, std::nullopt);
    of.time_period = aws::time_period{.start = at(2026, 4), .end = at(2026, 5)};
    EXPECT_EQ(status_of(of).window, days(2026_y / 4 / 1, 2026_y / 4 / 30));
    of.time_period->end = at(2026, 5, 2);
    EXPECT_EQ(status_of(of).window, std::nullopt); // two months
    of.time_unit = aws::time_unit::custom;
    EXPECT_EQ(status_of(of).window, days(2026_y / 4 / 1, 2026_y / 5 / 1));
    of.time_period->end = outlay::iso_timestamp::from_milliseconds(at(2026, 5).milliseconds() - 1000);
    EXPECT_EQ(status_of(of).window, days(2026_y / 4 / 1, 2026_y / 4 / 30)); // the last second of a day
    of.time_period->end = at(2026, 4);
    EXPECT_EQ(status_of(of).window, std::nullopt); // no time at all
    of.time_period->end.reset();
    EXPECT_EQ(status_of(of).window, std::nullopt);
}

TEST(aws_status, has_no_window_where_the_unit_of_time_is_unknown)
{
    aws::budget of = monthly();
    of.time_unit = outlay::open_enum<aws::time_unit>::from_text("WEEKLY");
    of.time_period = aws::time_period{.start = at(2026, 4), .end = at(2026, 5)};
    EXPECT_EQ(status_of(of).window, std::nullopt);
    EXPECT_EQ(status_of(of, 2026_y / 4 / 20).window, std::nullopt);
}

std::optional<date_range> window_on(aws::time_unit unit, year_month_day today,
                                    std::optional<aws::time_period> life = {})
{
    aws::budget of = monthly();
    of.time_unit = unit;
    of.time_period = life;
    return status_of(of, today).window;
}

TEST(aws_status, has_the_window_of_a_day)
{
    using enum aws::time_unit;
    auto const today = 2024_y / 2 / 29;
    EXPECT_EQ(window_on(daily, today), days(today, today));
    EXPECT_EQ(window_on(monthly, today), days(2024_y / 2 / 1, today));
    EXPECT_EQ(window_on(quarterly, today), days(2024_y / 1 / 1, 2024_y / 3 / 31));
    EXPECT_EQ(window_on(quarterly, 2026_y / 12 / 31), days(2026_y / 10 / 1, 2026_y / 12 / 31));
    EXPECT_EQ(window_on(quarterly, 2026_y / 4 / 1), days(2026_y / 4 / 1, 2026_y / 6 / 30));
    EXPECT_EQ(window_on(annually, today), days(2024_y / 1 / 1, 2024_y / 12 / 31));
    EXPECT_EQ(window_on(custom, today), std::nullopt);
    EXPECT_EQ(window_on(monthly, 2024_y / 2 / 30), std::nullopt); // no day
}

TEST(aws_status, has_the_part_of_a_window_in_which_the_budget_lives)
{
    using enum aws::time_unit;
    aws::time_period const life{.start = at(2026, 4, 10), .end = at(2026, 6, 16)};
    EXPECT_EQ(window_on(monthly, 2026_y / 4 / 20, life), days(2026_y / 4 / 10, 2026_y / 4 / 30));
    EXPECT_EQ(window_on(monthly, 2026_y / 5 / 20, life), days(2026_y / 5 / 1, 2026_y / 5 / 31));
    EXPECT_EQ(window_on(monthly, 2026_y / 6 / 1, life), days(2026_y / 6 / 1, 2026_y / 6 / 15));
    EXPECT_EQ(window_on(monthly, 2026_y / 7 / 1, life), std::nullopt);
    EXPECT_EQ(window_on(monthly, 2026_y / 3 / 1, life), std::nullopt);
    EXPECT_EQ(window_on(custom, 2026_y / 7 / 1, life), days(2026_y / 4 / 10, 2026_y / 6 / 15));
    EXPECT_EQ(window_on(monthly, 2026_y / 4 / 20, aws::time_period{}), days(2026_y / 4 / 1, 2026_y / 4 / 30));
}

TEST(aws_status, has_the_day_of_which_a_life_has_a_millisecond)
{
    using enum aws::time_unit;
    auto const later = [](outlay::iso_timestamp time, std::int64_t ms) {
        return outlay::iso_timestamp::from_milliseconds(time.milliseconds() + ms);
    };
    aws::time_period const life{.start = at(2026, 4, 10), .end = later(at(2026, 4, 20), 1)};
    EXPECT_EQ(window_on(custom, 2026_y / 4 / 20, life), days(2026_y / 4 / 10, 2026_y / 4 / 20));
    EXPECT_EQ(window_on(monthly, 2026_y / 4 / 20, life), days(2026_y / 4 / 10, 2026_y / 4 / 20));
    auto const noon = later(at(2026, 4, 10), 43'200'000);
    EXPECT_EQ(window_on(custom, 2026_y / 4 / 10, aws::time_period{.start = noon, .end = noon}), std::nullopt);
}

TEST(aws_status, has_a_pace_and_crosses_the_thresholds_of_its_alerts)
{
    aws::budget const of = budgets()[0];
    auto const today = 2026_y / 4 / 11;
    status const now = status_of(of, today);
    EXPECT_EQ(outlay::pace_of(now, today).index.value().round(2), 1.20_dec);
    auto const alerts =
        outlay::decode<aws::describe_notifications_for_budget_reply>(payload("notifications_reply")).value();
    auto const thresholds = aws::thresholds_of(alerts.notifications);
    EXPECT_EQ(crosses(now, thresholds[0]), false); // 80 percent
    EXPECT_EQ(crosses(now, thresholds[1]), true);  // a forecast of 2500.50
}

} // namespace aws_status_test
