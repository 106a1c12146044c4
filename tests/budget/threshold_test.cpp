#include <cstdint>
#include <gtest/gtest.h>
#include <outlay/budget/threshold.hpp>
#include <outlay/json.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <utility>

namespace threshold_test {

using namespace outlay::literals;
using outlay::crosses;
using outlay::decimal;
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
