#include <cstdint>
#include <date/date.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/amazon.hpp>
#include <string>

// Functions of the types of Amazon Ads, at their bounds.

namespace amazon_bounds_test {

namespace ads = outlay::amazon;
using namespace date::literals;

outlay::iso_timestamp at(date::year_month_day day, std::int64_t ms = 0)
{
    return outlay::iso_timestamp::from_milliseconds(outlay::iso_timestamp(date::sys_days(day)).milliseconds() + ms);
}

TEST(amazon_bounds, of_ids_are_letters_digits_and_two_marks)
{
    for (char const c : {'0', '9', 'a', 'z', 'A', 'Z', '-', '_'})
        EXPECT_TRUE(ads::detail::is_plain(ads::campaign_id(std::string("1") + c))) << c;
    for (char const c : {'/', ':', '`', '{', '@', '[', ' ', '.'})
        EXPECT_FALSE(ads::detail::is_plain(ads::campaign_id(std::string("1") + c))) << c;
}

TEST(amazon_bounds, of_enumerators_are_capitals_digits_and_underscores)
{
    auto const fits = [](std::string text) {
        return ads::detail::is_spelt_in_capitals(outlay::open_enum<ads::budget_policy>::from_text(std::move(text)));
    };
    for (char const c : {'0', '9', 'A', 'Z', '_'}) EXPECT_TRUE(fits(std::string("X") + c)) << c;
    for (char const c : {'/', ':', '@', '[', 'a', 'z', '-'}) EXPECT_FALSE(fits(std::string("X") + c)) << c;
    EXPECT_FALSE(fits(""));
}

TEST(amazon_bounds, of_a_life_are_days_of_which_it_has_a_millisecond)
{
    using ads::unified::detail::days_between;
    constexpr std::int64_t noon = 43'200'000;
    auto const none = std::chrono::minutes(0);
    EXPECT_EQ(days_between(at(2026_y / 4 / 10), at(2026_y / 4 / 20), none),
              outlay::date_range(2026_y / 4 / 10, 2026_y / 4 / 19));
    EXPECT_EQ(days_between(at(2026_y / 4 / 10), at(2026_y / 4 / 20, 1), none),
              outlay::date_range(2026_y / 4 / 10, 2026_y / 4 / 20));
    EXPECT_EQ(days_between(at(2026_y / 4 / 10, noon), at(2026_y / 4 / 10, noon), none), std::nullopt);
}

TEST(amazon_bounds, of_a_window_of_a_rule_are_compared_only_if_both_are_known)
{
    auto const violations = [](ads::intra_day_window const& window) {
        return outlay::validate(window, {.direction = outlay::direction::request}).size();
    };
    ads::intra_day_window window;
    EXPECT_EQ(violations(window), 2u);
    window.start_time.emplace();
    EXPECT_EQ(violations(window), 1u);
    window.start_time.reset();
    window.end_time.emplace();
    EXPECT_EQ(violations(window), 1u);
}

} // namespace amazon_bounds_test
