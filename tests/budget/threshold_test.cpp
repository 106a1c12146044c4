#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/budget/threshold.hpp>
#include <outlay/json.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <utility>

namespace threshold_test {

using namespace outlay::literals;
using outlay::crosses;
using outlay::decimal;
using outlay::status;
using outlay::threshold;

TEST(threshold, prints_its_value_and_its_subject)
{
    std::ostringstream out;
    out << threshold::actual_percent(80) << "; " << threshold::forecast_amount(1200.00_dec);
    EXPECT_EQ(out.str(), "80 % actual; 1200.00 forecast");
}

TEST(threshold, makes_the_round_trip)
{
    auto const some = threshold::forecast_percent(110.5_dec);
    EXPECT_EQ(outlay::encode(some), R"({"value":110.5,"unit":"percent","basis":"forecast"})");
    EXPECT_EQ(outlay::decode<threshold>(outlay::encode(some)).value(), some);
}

TEST(threshold, is_compared_with_the_percentage_of_the_vendor_and_otherwise_with_amounts)
{
    using outlay::status_figure;
    EXPECT_EQ(crosses({.used_percent = 93.7_dec}, threshold::actual_percent(93.7_dec)), true);
    EXPECT_EQ(crosses({.amount = 2500, .spent = 2000}, threshold::actual_percent(80)), true);
    // 79.99999999 percent, which four places show as 80.
    status const nearly{
        .amount = 10'000'000'000, .spent = 7'999'999'999, .used_percent = 80, .derived = {status_figure::used_percent}};
    EXPECT_EQ(crosses(nearly, threshold::actual_percent(80)), false);
}

TEST(threshold, is_neither_crossed_nor_not_without_a_figure)
{
    EXPECT_EQ(crosses({.amount = 10}, threshold::actual_amount(1)), std::nullopt);
    EXPECT_EQ(crosses({.amount = 10}, threshold::actual_percent(1)), std::nullopt);
    EXPECT_EQ(crosses({.spent = 9}, threshold::actual_percent(1)), std::nullopt);
    EXPECT_EQ(crosses({.amount = 0, .spent = 9}, threshold::actual_percent(1)), std::nullopt);
    EXPECT_EQ(crosses({.amount = 10, .spent = 9}, threshold::forecast_percent(1)), std::nullopt);
}

TEST(threshold, of_0_percent_is_crossed_by_a_spend_of_0)
{
    EXPECT_EQ(crosses({.amount = 10, .spent = 0}, threshold::actual_percent(0)), true);
    EXPECT_EQ(crosses({.amount = 10, .spent = -0.01_dec}, threshold::actual_percent(0)), false);
}

RC_GTEST_PROP(threshold_property, a_percentage_is_crossed_from_its_part_of_the_limit_on, ())
{
    auto const limit = decimal::from_parts(*rc::gen::inRange(1, 1'000'000'000), *rc::gen::inRange(0, 10));
    auto const percent = decimal::from_parts(*rc::gen::inRange(-100'000, 1'000'000), *rc::gen::inRange(0, 6));
    decimal const part = limit * percent * 0.01_dec; // exact: 9 digits by 7
    auto const less = decimal::from_parts(1, part.scale());
    for (auto const& [spent, expected] : {std::pair(part, true), std::pair(part - less, false)}) {
        RC_ASSERT(crosses({.amount = limit, .spent = spent}, threshold::actual_percent(percent)) == expected);
        RC_ASSERT(crosses({.amount = limit, .forecast = spent}, threshold::forecast_percent(percent)) == expected);
        RC_ASSERT(crosses({.spent = spent}, threshold::actual_amount(part)) == expected);
    }
}

} // namespace threshold_test
