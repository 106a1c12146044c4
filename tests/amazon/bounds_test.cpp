#include <chrono>
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

TEST(amazon_bounds, of_a_month_are_days_of_which_the_campaign_has_a_millisecond)
{
    namespace unified = ads::unified;
    auto const window = [](outlay::iso_timestamp end) {
        unified::campaign one;
        one.end_date_time = end;
        return unified::detail::window_of(one, unified::recurrence::monthly, 2026_y / 4 / 2, std::chrono::minutes(0));
    };
    EXPECT_EQ(window(at(2026_y / 4 / 20)), outlay::date_range(2026_y / 4 / 1, 2026_y / 4 / 19));
    EXPECT_EQ(window(at(2026_y / 4 / 20, 1)), outlay::date_range(2026_y / 4 / 1, 2026_y / 4 / 20));
    EXPECT_EQ(window(at(2026_y / 4 / 20, -1)), outlay::date_range(2026_y / 4 / 1, 2026_y / 4 / 19));
}

TEST(amazon_bounds, of_other_case_are_the_letters_of_one_enumerator)
{
    auto const is_read = [](std::string const& text) {
        auto const seen = outlay::inspect<ads::recurrence>(R"({"type":")" + text + R"("})");
        return seen.value.type == ads::recurrence_type::weekly || seen.value.type == ads::recurrence_type::daily;
    };
    for (auto const* const text : {"WEEKLY", "weekly", "Weekly", "wEEKLy", "daily"}) EXPECT_TRUE(is_read(text)) << text;
    for (auto const* const text : {"xeekly", "weeklx", "weekl", "weeklyy", "weekl9"})
        EXPECT_FALSE(is_read(text)) << text;
}

TEST(amazon_bounds, of_no_cap_are_all_three_members)
{
    auto const codes = [](std::string const& json) {
        auto const budget = outlay::decode<ads::portfolio_budget>(json).value();
        std::string all;
        for (auto const& one : outlay::validate(budget, {.direction = outlay::direction::update}).notices())
            all += one.code + ' ';
        return all;
    };
    EXPECT_EQ(codes(R"({"policy":"NO_CAP","amount":null,"startDate":null,"endDate":null})"), "");
    EXPECT_EQ(codes(R"({"policy":"NO_CAP","startDate":null,"endDate":null})"), "cap_not_cleared ");
    EXPECT_EQ(codes(R"({"policy":"NO_CAP","amount":null,"endDate":null})"), "cap_not_cleared ");
    EXPECT_EQ(codes(R"({"policy":"NO_CAP","amount":null,"startDate":null})"), "cap_not_cleared ");
}

TEST(amazon_bounds, of_a_currency_are_three_letters_or_none)
{
    auto const seen = outlay::inspect<ads::portfolio_budget>(R"({"currencyCode":"","policy":"NO_CAP"})",
                                                             {.context = {.direction = outlay::direction::reply}});
    EXPECT_TRUE(seen.ok());
    ASSERT_EQ(seen.report.notices().size(), 1u);
    EXPECT_EQ(seen.report.notices()[0].code, "not_available");
    EXPECT_FALSE(seen.value.currency_code);
    EXPECT_FALSE(outlay::inspect<ads::portfolio_budget>(R"({"currencyCode":"euro"})").ok());
}

TEST(amazon_bounds, of_an_error_are_all_its_parts)
{
    auto const text = [](std::string const& json) { return outlay::decode<ads::api_error>(json).value().to_string(); };
    EXPECT_EQ(text(R"({"code":"400","errors":[1],"other":2})"), "400; errors [1]");
    EXPECT_EQ(text(R"({"errors":[1]})"), "errors [1]");
    EXPECT_EQ(text(R"({"code":"400","message":"no","details":"none"})"), "400: no: none");
    EXPECT_EQ(text("{}"), "");
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
