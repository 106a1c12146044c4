#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/amazon/status.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/json.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace status_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using outlay::completed;
using outlay::currency;
using outlay::decimal;
using outlay::iso_timestamp;
using outlay::status;
using outlay::status_figure;
using outlay::status_figures;
using outlay::status_of;
using outlay::detail::complete;

std::string printed(status const& s)
{
    std::ostringstream out;
    out << s;
    return out.str();
}

TEST(status, prints_the_known_figures)
{
    status const all{.amount = 2500.00_dec,
                     .spent = 2342.50_dec,
                     .remaining = 157.50_dec,
                     .used_percent = 93.7_dec,
                     .currency = currency{"USD"},
                     .as_of = iso_timestamp::try_parse("2024-08-20T19:39:44Z")};
    EXPECT_EQ(printed(all), "2342.50 of 2500.00 USD spent (93.7 %), 157.50 remaining, as of 2024-08-20T19:39:44Z");
    EXPECT_EQ(printed({.amount = 10}), "? of 10 spent");
    EXPECT_EQ(printed({}), "? of ? spent");
    EXPECT_EQ(status{}, status{});
    EXPECT_NE(all, status{});
}

TEST(status, is_completed_and_keeps_the_figures_it_has)
{
    constexpr status followed = completed({.amount = 2500, .spent = 2000, .used_percent = 79.9_dec});
    static_assert(followed == status{.amount = 2500, .spent = 2000, .remaining = 500, .used_percent = 79.9_dec});
    EXPECT_EQ(followed.derived, status_figures{status_figure::remaining});
    EXPECT_EQ(completed({.remaining = 150, .effective_amount = 200}).spent, 50);
    EXPECT_EQ(completed({.spent = 2000}), status{.spent = 2000});
    EXPECT_EQ(completed({}), status{});
}

TEST(status, prints_the_forecast_and_the_limit_that_counts)
{
    status const raised{.amount = 2500,
                        .spent = 2640,
                        .forecast = 3100,
                        .effective_amount = 3000,
                        .window = outlay::month{2026, 4}.dates()};
    EXPECT_EQ(printed(raised),
              "2640 of 3000 spent, 3100 forecast, 2500 without budget rules, for 2026-04-01/2026-04-30");
    EXPECT_EQ(printed({.effective_amount = 3000}), "? of 3000 spent");
    EXPECT_EQ(raised.limit(), 3000);
    EXPECT_EQ(status{.amount = 2500}.limit(), 2500);
    EXPECT_EQ(status{}.limit(), std::nullopt);
}

TEST(status, is_equal_by_its_figures)
{
    EXPECT_EQ((status{.spent = 1, .derived = {status_figure::spent}}), status{.spent = 1});
    for (status const& other :
         {status{.amount = 1}, status{.spent = 1}, status{.remaining = 1}, status{.used_percent = 1},
          status{.currency = currency{"USD"}}, status{.as_of = iso_timestamp()}, status{.is_uncapped = true},
          status{.forecast = 1}, status{.effective_amount = 1}, status{.window = outlay::month{2026, 4}.dates()}})
        EXPECT_NE(other, status{}) << other.to_string();
}

TEST(status, makes_the_round_trip)
{
    status const full = complete({.amount = 2500,
                                  .used_percent = 40,
                                  .forecast = 3100,
                                  .effective_amount = 3000,
                                  .window = outlay::month{2026, 4}.dates()});
    auto const text = outlay::encode(full);
    EXPECT_EQ(text, R"({"amount":2500,"spent":1200,"remaining":1800,"usedPercent":40,"isUncapped":false,)"
                    R"("forecast":3100,"effectiveAmount":3000,"window":"2026-04-01/2026-04-30",)"
                    R"("derived":["spent","remaining"]})");
    EXPECT_EQ(outlay::encode(status{}), R"({"isUncapped":false})");
    for (status const& s : {full, status{}, status{.as_of = iso_timestamp(), .is_uncapped = true}}) {
        auto const read = outlay::decode<status>(outlay::encode(s)).value();
        EXPECT_EQ(read, s);
        EXPECT_EQ(read.derived, s.derived);
    }
    auto const wrong =
        outlay::decode<status>(R"({"isUncapped":false,"window":"2026-04-30/2026-04-01","derived":["spend"]})");
    ASSERT_FALSE(wrong);
    std::vector<std::string> pointers;
    for (auto const& v : wrong.error().report()) pointers.push_back(v.pointer);
    EXPECT_THAT(pointers, testing::UnorderedElementsAre("/window", "/derived/0"));
}

// --- derived

TEST(status_figures, are_a_set)
{
    status_figures some{status_figure::remaining, status_figure::spent, status_figure::spent};
    EXPECT_TRUE(some.contains(status_figure::spent));
    EXPECT_TRUE(some.contains(status_figure::remaining));
    EXPECT_FALSE(some.contains(status_figure::amount));
    EXPECT_FALSE(some.contains(status_figure::used_percent));
    EXPECT_EQ(some, (status_figures{status_figure::spent, status_figure::remaining}));
    some.add(status_figure::effective_amount);
    EXPECT_EQ(some.to_string(), "spent, remaining, effective_amount");
    EXPECT_EQ(status_figures{status_figure::amount}.list(), std::vector{status_figure::amount});
    EXPECT_TRUE(status_figures{}.empty());
    EXPECT_FALSE(some.empty());
}

TEST(derived, are_the_figures_that_complete_adds)
{
    EXPECT_EQ(complete({.amount = 10, .used_percent = 50}).derived,
              (status_figures{status_figure::spent, status_figure::remaining}));
    EXPECT_EQ(complete({.amount = 10, .remaining = 5}).derived,
              (status_figures{status_figure::spent, status_figure::used_percent}));
    EXPECT_EQ(complete({.amount = 10, .spent = 5}).derived,
              (status_figures{status_figure::remaining, status_figure::used_percent}));
    EXPECT_EQ(complete({.amount = 10, .spent = 5, .remaining = 5, .used_percent = 50}).derived, status_figures{});
    EXPECT_EQ(complete({.amount = 0, .spent = 5}).derived, status_figures{status_figure::remaining});
    EXPECT_EQ(complete({.spent = 5, .used_percent = 50}).derived, status_figures{});
    EXPECT_EQ(complete({.amount = 7e28_dec, .used_percent = 200}).derived, status_figures{}); // beyond a decimal
}

TEST(derived, are_of_the_effective_amount_where_there_is_one)
{
    EXPECT_EQ(complete({.amount = 10, .used_percent = 50, .effective_amount = 20}),
              (status{.amount = 10, .spent = 10, .remaining = 10, .used_percent = 50, .effective_amount = 20}));
    EXPECT_EQ(complete({.spent = 5, .effective_amount = 20}).used_percent, 25);
}

// --- Amazon

TEST(status, of_a_campaign_follows_from_the_percentage)
{
    ads::campaign_usage const usage{.budget = 2500.00_dec,
                                    .budget_usage_percent = 93.7_dec,
                                    .usage_updated_timestamp = iso_timestamp::try_parse("2022-01-05T02:45:32Z")};
    status const s = status_of(usage);
    EXPECT_EQ(s.amount, 2500_dec);
    EXPECT_EQ(s.used_percent, 93.7_dec);
    EXPECT_EQ(s.spent->to_string(), "2342.50");
    EXPECT_EQ(s.remaining->to_string(), "157.50");
    EXPECT_EQ(s.currency, std::nullopt);
    EXPECT_EQ(s.as_of, usage.usage_updated_timestamp);
    EXPECT_EQ(outlay::status_of(usage), s);
    EXPECT_EQ(s.derived, (status_figures{status_figure::spent, status_figure::remaining}));
}

TEST(status, of_a_campaign_with_budget_rules_is_of_its_effective_budget)
{
    ads::campaign_usage const usage{.budget = 2500.00_dec, .budget_usage_percent = 80};
    status const s = status_of(usage, 3000_dec);
    EXPECT_EQ(s.amount, 2500);
    EXPECT_EQ(s.effective_amount, 3000);
    EXPECT_EQ(s.spent, 2400);
    EXPECT_EQ(s.remaining, 600);
    EXPECT_EQ(status_of(usage, std::nullopt), status_of(usage));
    EXPECT_EQ(status_of(usage).effective_amount, std::nullopt);
}

TEST(status, of_a_portfolio_that_spent_too_much)
{
    status const s = status_of(ads::portfolio_usage{.budget = 0.10_dec, .budget_usage_percent = 120});
    EXPECT_EQ(s.spent->to_string(), "0.12");
    EXPECT_EQ(s.remaining->to_string(), "-0.02");
    EXPECT_EQ(s.used_percent, 120_dec);
    EXPECT_EQ(s.as_of, std::nullopt);
}

TEST(status, of_usage_is_absent_without_figures)
{
    EXPECT_EQ(status_of(ads::campaign_usage{}), status{});
    EXPECT_EQ(status_of(ads::portfolio_usage{}), status{});
    EXPECT_EQ(status_of(ads::campaign_usage{.budget = 5}), status{.amount = 5});
    EXPECT_EQ(status_of(ads::campaign_usage{.budget_usage_percent = 5}), status{.used_percent = 5});
    EXPECT_EQ(status_of(ads::campaign_usage{.budget = 0, .budget_usage_percent = 0}).spent, 0_dec);
}

TEST(status, of_a_spend_beyond_the_range_of_decimals_is_absent)
{
    status const s = status_of(ads::campaign_usage{.budget = 7e28_dec, .budget_usage_percent = 200});
    EXPECT_EQ(s.spent, std::nullopt);
    EXPECT_EQ(s.remaining, std::nullopt);
}

// --- the arithmetic

using outlay::detail::nearest_difference;
using outlay::detail::nearest_part;
using outlay::detail::nearest_sum;

TEST(nearest_decimal, is_absent_where_the_magnitude_does_not_fit)
{
    EXPECT_EQ(nearest_sum(7e28_dec, 1e28_dec), std::nullopt);
    EXPECT_EQ(nearest_difference(-7e28_dec, 1e28_dec), std::nullopt);
    EXPECT_EQ(nearest_part(7e28_dec, 200), std::nullopt);
    EXPECT_EQ(nearest_sum(7e28_dec, 0.9e28_dec), 7.9e28_dec);
}

TEST(nearest_decimal, a_sum_that_did_not_fit_stays_absent)
{
    auto const itself = [](decimal amount) { return amount; };
    EXPECT_EQ(outlay::detail::nearest_sum_of(std::vector<decimal>{7e28_dec, 7e28_dec, -7e28_dec}, itself),
              std::nullopt);
    EXPECT_EQ(outlay::detail::nearest_sum_of(std::vector<decimal>{1, 2, 3}, itself), 6);
}

TEST(nearest_decimal, figures_agree_up_to_the_13th_digit)
{
    using outlay::detail::agree;
    EXPECT_TRUE(agree(1, 1 + 1e-13_dec, 1));
    EXPECT_FALSE(agree(1, 1 + 1.01e-13_dec, 1));
    EXPECT_TRUE(agree(0, 1e-11_dec, 100)); // relative to the largest number
    EXPECT_FALSE(agree(0, 1e-11_dec, 99));
}

TEST(nearest_decimal, parts_have_the_places_of_the_amount)
{
    EXPECT_EQ(nearest_part(25.51_dec, 66.66666666666667_dec)->to_string(), "17.006666666666667517");
    EXPECT_EQ(nearest_part(10.00_dec, 50)->to_string(), "5.00");
    // Rounded once: percent * amount, rounded to 28 places, would be 1.50e-26.
    EXPECT_EQ(nearest_part(1.4996_dec, 1e-26_dec), 1e-28_dec);
}

TEST(nearest_decimal, sums_doubles_by_their_shortest_text)
{
    EXPECT_EQ(nearest_sum(0.12345678901234567_dec, 12345.678901234567_dec)->to_string(), "12345.80235802357934567");
}

TEST(nearest_decimal, percentages_have_four_places)
{
    using outlay::detail::nearest_percent;
    EXPECT_EQ(nearest_percent(1, 3)->to_string(), "33.3333");
    EXPECT_EQ(nearest_percent(0.1_dec, 0.5_dec), 20); // a whole between 0 and 1
    EXPECT_EQ(nearest_percent(1, 2)->to_string(), "50");
    EXPECT_EQ(nearest_percent(3, 2)->to_string(), "150");
    EXPECT_EQ(nearest_percent(1, 0), std::nullopt);
    EXPECT_EQ(nearest_percent(1, -1), std::nullopt);
    EXPECT_EQ(nearest_percent(std::numeric_limits<std::int64_t>::max(), decimal::from_parts(1, 18)), std::nullopt);
    EXPECT_EQ(nearest_percent(1e24_dec, 1), std::nullopt);
}

RC_GTEST_PROP(nearest_decimal, is_exact_where_decimals_are, (std::int32_t a, std::int32_t b))
{
    int const scale_a = *rc::gen::inRange(0, 9);
    int const scale_b = *rc::gen::inRange(0, 9);
    auto const x = decimal::from_parts(a, scale_a);
    auto const y = decimal::from_parts(b, scale_b);
    RC_ASSERT(nearest_sum(x, y) == x + y);
    RC_ASSERT(nearest_sum(x, y)->scale() == (x + y).scale());
    RC_ASSERT(outlay::detail::nearest_difference(x, y) == x - y);
}

TEST(agree, allows_the_rounding_of_doubles_and_no_more)
{
    using outlay::detail::agree;
    EXPECT_TRUE(agree(0.3_dec, 0.30000000000000004_dec, 0.3_dec));
    EXPECT_TRUE(agree(0.1_dec, 0.09999999997671694_dec, 1000000_dec)); // 1000000.1 - 1000000
    EXPECT_FALSE(agree(0.1_dec, 0.11_dec, 1000000_dec));
    EXPECT_TRUE(agree(0_dec, 0_dec, 0_dec));
    EXPECT_FALSE(agree(1_dec, 0_dec, 0_dec));
}

} // namespace status_test
