#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <optional>
#include <outlay/budget/leftover.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leftover_test {

using namespace outlay::literals;
using outlay::decimal;
using outlay::leftover_ledger;
using outlay::sharing;

using campaign_id = outlay::identifier<struct campaign_tag>;

leftover_ledger guide_example(sharing mode = sharing::on)
{
    leftover_ledger july{outlay::month{2025, 7}, mode};
    for (auto const* const id : {"c1", "c2", "c3"}) july.daily_budget(id, 100_dec).value();
    july.spend(1, "c1", 70_dec).value();
    july.spend(1, "c2", 50_dec).value();
    july.spend(1, "c3", 100_dec).value();
    return july;
}

/// The reason why it was refused: `code: message`.
std::string why(outlay::result<void> const& refused)
{
    if (!refused) return refused.error().report()[0].code + ": " + refused.error().message();
    return "not refused";
}

/// All figures of a ledger except the shares of a credit.
std::vector<decimal> answers(leftover_ledger const& ledger, int days)
{
    auto const end = ledger.close();
    std::vector<decimal> all{end.charging_limit, end.spent, end.over_delivery_credit};
    for (auto const& row : end.campaigns) {
        all.insert(all.end(), {row.charging_limit, row.spent});
        for (int day = 1; day <= days; ++day)
            all.insert(all.end(),
                       {ledger.pool(day), ledger.own_leftover(day, row.campaign), ledger.allowance(day, row.campaign)});
    }
    return all;
}

/// The figures with their places, which show any change.
std::string all_answers(leftover_ledger const& ledger, int days)
{
    std::string text;
    for (decimal const d : answers(ledger, days)) (text += d.to_string()) += ' ';
    return text;
}

// --- the guide's example

TEST(leftover, a_daily_budget_is_for_the_whole_month_by_default)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    ASSERT_TRUE(july.try_daily_budget("c1", 100_dec));
    EXPECT_EQ(july.allowance(1, "c1"), 100_dec);
}

// A coefficient of 65 bits.
TEST(leftover, counts_amounts_of_more_than_64_bits)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 20'000'000'000'000'000'000_dec).value();
    EXPECT_EQ(july.allowance(1, "c1"), 20'000'000'000'000'000'000_dec);
}

TEST(leftover, counts_up_to_its_largest_turnover_and_no_further)
{
    constexpr decimal most = 9999999995522011979606654976_dec;
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 0_dec).value();
    EXPECT_THROW(july.try_spend(1, "c1", most), outlay::arithmetic_error);
    EXPECT_TRUE(july.try_spend(1, "c1", most - 5));
    EXPECT_TRUE(july.try_spend(2, "c1", 4));
    EXPECT_THROW(july.try_spend(3, "c1", 1), outlay::arithmetic_error);
    EXPECT_EQ(july.close().spent, most - 1);
}

// At most half of the slots are in use. A search that visits only used ones must end nevertheless.
TEST(leftover, misses_a_campaign_whose_slots_are_all_taken)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    int added = 0;
    for (int i = 0; added < 1024; ++i) {
        std::string const id = std::to_string(i);
        if (std::hash<std::string_view>()(id) % 2 != 0) continue;
        EXPECT_FALSE(july.try_spend(1, id, 1));
        july.daily_budget(id, 1_dec).value();
        ++added;
    }
    EXPECT_EQ(july.close().campaigns.size(), 1024U);
}

// Where the units are more than 19 places smaller than an amount's own, they do not fit 64 bits.
TEST(leftover, adds_amounts_twenty_places_apart)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 0.00000000000000000001_dec).value();
    july.spend(1, "c1", 1_dec).value();
    EXPECT_EQ(july.close().spent, 1_dec);
    EXPECT_EQ(july.close().charging_limit, 31 * 0.00000000000000000001_dec);
    EXPECT_EQ(july.close().over_delivery_credit, 1_dec - 31 * 0.00000000000000000001_dec);
}

TEST(leftover_ledger, shares_as_in_the_guide)
{
    auto july = guide_example();
    EXPECT_EQ(july.pool(1), 0);
    EXPECT_EQ(july.pool(2), 80);
    EXPECT_EQ(july.own_leftover(2, "c1"), 30);
    EXPECT_EQ(july.own_leftover(2, "c2"), 50);
    EXPECT_EQ(july.own_leftover(2, "c3"), 0);
    EXPECT_EQ(july.allowance(2, "c3"), 180);
    EXPECT_EQ(july.allowance(2, "c1"), 180);

    july.spend(2, "c3", 180_dec).value();
    EXPECT_EQ(july.pool(2), 0);
    EXPECT_EQ(july.allowance(2, "c1"), 100);
    EXPECT_EQ(july.allowance(2, "c2"), 100);
    EXPECT_EQ(july.allowance(2, "c3"), 180); // its own spend does not reduce its allowance
    EXPECT_EQ(july.pool(3), 200);
}

TEST(leftover_ledger, without_sharing_leaves_each_its_own)
{
    auto july = guide_example(sharing::off);
    EXPECT_EQ(july.allowance(2, "c1"), 130);
    EXPECT_EQ(july.allowance(2, "c2"), 150);
    EXPECT_EQ(july.allowance(2, "c3"), 100);
    july.spend(2, "c1", 130_dec).value();
    EXPECT_EQ(july.own_leftover(2, "c1"), 0);
    EXPECT_EQ(july.allowance(2, "c1"), 130);
    EXPECT_EQ(july.allowance(2, "c2"), 150);
}

TEST(leftover_ledger, never_allows_more_than_twice_the_daily_budget)
{
    for (auto const mode : {sharing::on, sharing::off}) {
        leftover_ledger july{outlay::month{2025, 7}, mode};
        july.daily_budget("c1", 12.50_dec).value();
        EXPECT_EQ(july.allowance(1, "c1"), 12.50_dec);
        EXPECT_EQ(july.allowance(31, "c1"), 25);
    }
}

// --- budgets and spends

TEST(leftover_ledger, takes_spends_of_any_order_and_adds_them_up)
{
    auto july = guide_example();
    july.spend(5, "c1", 10_dec).value();
    july.spend(3, "c1", 20_dec).value();
    july.spend(5, "c1", 5_dec).value();
    EXPECT_EQ(july.own_leftover(3, "c1"), 30 + 100);
    EXPECT_EQ(july.own_leftover(4, "c1"), 30 + 100 + 80);
    EXPECT_EQ(july.own_leftover(6, "c1"), 30 + 100 + 80 + 100 + 85);
    EXPECT_EQ(july.pool(4), 80 + 300 + 300 - 20);
}

TEST(leftover_ledger, records_a_spend_beyond_the_allowance)
{
    auto july = guide_example();
    july.spend(2, "c3", 500_dec).value();
    EXPECT_EQ(july.pool(2), 0);
    EXPECT_EQ(july.pool(3), 0); // 80 + 300 - 500 is less than nothing
    EXPECT_EQ(july.allowance(3, "c1"), 100);
    EXPECT_EQ(july.own_leftover(3, "c1"), 130);
    EXPECT_EQ(july.pool(4), 180);
}

TEST(leftover_ledger, keeps_a_daily_budget_until_the_next_that_was_set)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 120_dec, 15).value();
    EXPECT_EQ(july.close().charging_limit, 17 * 120);
    EXPECT_EQ(july.allowance(14, "c1"), 0);
    EXPECT_EQ(july.allowance(15, "c1"), 120);

    july.daily_budget("c1", 100_dec).value(); // only until the 14th: the 15th was set before
    EXPECT_EQ(july.close().charging_limit, 14 * 100 + 17 * 120);
    EXPECT_EQ(july.allowance(1, "c1"), 100);
    EXPECT_EQ(july.own_leftover(31, "c1"), 14 * 100 + 16 * 120);

    july.daily_budget("c1", 50_dec, 15).value();
    EXPECT_EQ(july.close().charging_limit, 14 * 100 + 17 * 50);
    july.daily_budget("c1", 0, 31).value();
    EXPECT_EQ(july.close().charging_limit, 14 * 100 + 16 * 50);
    EXPECT_EQ(july.allowance(31, "c1"), 0);
}

TEST(leftover_ledger, follows_a_budget_that_changes_after_spends)
{
    auto july = guide_example();
    july.spend(2, "c3", 150_dec).value();
    EXPECT_EQ(july.pool(2), 30);
    july.daily_budget("c3", 120_dec, 2).value();
    EXPECT_EQ(july.pool(2), 50);
    EXPECT_EQ(july.allowance(2, "c3"), 200);
    july.daily_budget("c3", 20_dec, 2).value();
    EXPECT_EQ(july.pool(2), 0);
    EXPECT_EQ(july.allowance(2, "c3"), 40);
    EXPECT_EQ(july.allowance(2, "c1"), 100);
}

TEST(leftover_ledger, knows_a_campaign_by_an_id_of_any_kind)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget(campaign_id("402884213301977"), 100_dec).value();
    july.spend(1, std::string("402884213301977"), 30_dec).value();
    EXPECT_EQ(july.own_leftover(2, std::string_view("402884213301977")), 70);
    EXPECT_EQ(july.allowance(2, campaign_id("402884213301977")), 170);
    july.daily_budget("", 10_dec).value(); // any text is an id
    EXPECT_EQ(july.pool(2), 80);
    EXPECT_EQ(july.close().campaigns.at(0).campaign, "402884213301977");
}

TEST(leftover_ledger, distinguishes_many_campaigns)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    for (unsigned i = 0; i < 1000; ++i)
        july.daily_budget(campaign_id::from_number(402'884'000'000'000u + i), i).value();
    for (unsigned i = 0; i < 1000; ++i)
        EXPECT_EQ(july.own_leftover(2, campaign_id::from_number(402'884'000'000'000u + i)), i);
    EXPECT_EQ(july.close().campaigns.size(), 1000u);
    EXPECT_EQ(july.pool(2), 499'500);
}

// --- errors

TEST(leftover_ledger, names_the_reason_of_each_rejection)
{
    leftover_ledger february{outlay::month{2025, 2}, sharing::on};
    february.daily_budget("c1", 100_dec).value();
    auto const before = all_answers(february, 28);
    EXPECT_EQ(why(february.spend(29, "c1", 1)), "day_outside_month: expected a day from 1 to 28, found 29");
    EXPECT_EQ(why(february.spend(0, "c1", 1)), "day_outside_month: expected a day from 1 to 28, found 0");
    EXPECT_EQ(why(february.spend(1, "c1", -0.50_dec)), "negative_amount: expected an amount of 0 or more, found -0.50");
    EXPECT_EQ(why(february.spend(1, "c9", 1)),
              "unknown_campaign: expected a campaign with a daily budget, found \"c9\"");
    EXPECT_EQ(why(february.daily_budget("c9", 1, -1)), "day_outside_month: expected a day from 1 to 28, found -1");
    EXPECT_EQ(why(february.daily_budget("c9", 1, 29)), "day_outside_month: expected a day from 1 to 28, found 29");
    EXPECT_EQ(why(february.daily_budget("c9", -5)), "negative_amount: expected an amount of 0 or more, found -5");
    EXPECT_EQ(february.spend(29, "c1", 1).error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(all_answers(february, 28), before);
}

TEST(leftover_ledger, throws_for_unknown_days_and_campaigns)
{
    auto const july = guide_example();
    auto const what = [](auto ask) -> std::string {
        try {
            ask();
        } catch (outlay::ledger_error const& e) {
            return e.what();
        }
        return "no error";
    };
    EXPECT_EQ(what([&] { july.pool(32); }), "expected a day from 1 to 31, found 32");
    EXPECT_EQ(what([&] { july.pool(0); }), "expected a day from 1 to 31, found 0");
    EXPECT_EQ(what([&] { july.own_leftover(32, "c1"); }), "expected a day from 1 to 31, found 32");
    EXPECT_EQ(what([&] { july.allowance(-1, "c1"); }), "expected a day from 1 to 31, found -1");
    EXPECT_EQ(what([&] { july.own_leftover(1, "c9"); }), "expected a campaign with a daily budget, found \"c9\"");
    EXPECT_EQ(what([&] { july.allowance(1, "c9"); }), "expected a campaign with a daily budget, found \"c9\"");
    leftover_ledger const empty{outlay::month{2025, 7}, sharing::on};
    EXPECT_EQ(empty.pool(31), 0);
    EXPECT_THROW((void)empty.allowance(1, ""), std::out_of_range);
}

TEST(leftover_ledger, has_the_days_of_its_month)
{
    auto const days = [](int year, unsigned month) {
        leftover_ledger ledger{outlay::month{year, month}, sharing::on};
        ledger.daily_budget("c1", 1).value();
        return ledger.close().charging_limit;
    };
    EXPECT_EQ(days(2024, 2), 29);
    EXPECT_EQ(days(2025, 2), 28);
    EXPECT_EQ(days(2100, 2), 28);
    EXPECT_EQ(days(2000, 2), 29);
    EXPECT_EQ(days(2025, 4), 30);
    EXPECT_EQ(days(2025, 12), 31);
}

// --- exactness

TEST(leftover_ledger, returns_amounts_in_the_finest_places_of_its_input)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 100_dec).value();
    EXPECT_EQ(july.allowance(2, "c1").to_string(), "200");
    july.spend(1, "c1", 0.10_dec).value();
    EXPECT_EQ(july.pool(2).to_string(), "99.90");
    EXPECT_EQ(july.allowance(2, "c1").to_string(), "199.90");
    july.spend(1, "c1", 0.005_dec).value();
    EXPECT_EQ(july.pool(2).to_string(), "99.895");
    EXPECT_EQ(july.close().charging_limit.to_string(), "3100.000");
}

TEST(leftover_ledger, counts_to_the_last_place)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 0.01_dec).value();
    july.spend(1, "c1", 1e-18_dec).value();
    EXPECT_EQ(july.pool(2).to_string(), "0.009999999999999999");
    july.spend(1, "c1", 1e-28_dec).value();
    EXPECT_EQ(july.pool(2).to_string(), "0.0099999999999999989999999999");
    july.spend(31, "c1", 0.05_dec).value();
    EXPECT_EQ(july.close().spent.to_string(), "0.0500000000000000010000000001");
    EXPECT_EQ(july.close().charging_limit.to_string(), "0.3100000000000000000000000000");
    // Zeros at the end take no room: of the units, only of what is printed, and only where they fit.
    leftover_ledger large{outlay::month{2025, 7}, sharing::on};
    large.daily_budget("c1", 1'000'000'000'000'000_dec).value();
    large.spend(1, "c1", 0.500000000000000000_dec).value();
    EXPECT_EQ(large.pool(2).to_string(), "999999999999999.5000000000000");
    EXPECT_EQ(large.allowance(1, "c1").to_string(), "1000000000000000.000000000000");
}

// As vendors report it: a budget, and the percentage of it that is used.
TEST(leftover_ledger, keeps_all_places_of_products)
{
    decimal const spent = 25.51_dec * 66.66666666666667_dec * 0.01_dec;
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 25.51_dec).value();
    july.daily_budget("c2", 100'000'000).value();
    for (int day = 1; day <= 31; ++day) july.spend(day, "c1", spent).value();
    EXPECT_EQ(july.close().spent.to_string(), "527.206666666666693027");
    EXPECT_EQ(july.close().spent, spent * 31);
    EXPECT_EQ(july.own_leftover(2, "c1"), 25.51_dec - spent);
}

TEST(leftover_ledger, rounds_to_the_places_that_28_digits_leave)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 1'000'000'000).value(); // 11 digits for the month
    july.spend(1, "c1", 1_dec / 3).value();
    EXPECT_EQ(july.close().spent.to_string(), "0.33333333333333333");
    EXPECT_EQ(july.pool(2).to_string(), "999999999.66666666666666667");
    july.daily_budget("c2", 1e20_dec, 31).value(); // 21 digits
    EXPECT_EQ(july.close().spent.to_string(), "0.3333333");
    EXPECT_EQ(july.pool(2).to_string(), "999999999.6666667");
    EXPECT_EQ(july.close().charging_limit.to_string(), "100000000031000000000.0000000");

    july.daily_budget("c2", 9e27_dec, 31).value(); // no place is left: half to even
    EXPECT_EQ(july.close().spent.to_string(), "0");
    july.spend(2, "c1", 0.5_dec).value();
    EXPECT_EQ(july.close().spent.to_string(), "0");
    july.spend(3, "c1", 1.5_dec).value();
    EXPECT_EQ(july.close().spent.to_string(), "2");
    july.daily_budget("c3", 0.51_dec, 31).value();
    EXPECT_EQ(july.allowance(31, "c3").to_string(), "2");

    july.daily_budget("c2", 0, 31).value(); // what was rounded once has no places again
    july.spend(4, "c1", 0.75_dec).value();
    EXPECT_EQ(july.close().spent.to_string(), "3");

    // 18 digits before the point leave 10 places, and 15 places were in use.
    leftover_ledger june{outlay::month{2025, 6}, sharing::on};
    june.daily_budget("c1", 0.000000000000001_dec).value();
    june.spend(1, "c1", 100'000'000'000'000'000_dec).value();
    EXPECT_EQ(june.close().spent.to_string(), "100000000000000000.0000000000");
    EXPECT_EQ(june.close().charging_limit, 0);
}

TEST(leftover_ledger, throws_before_anything_changes_where_amounts_do_not_fit)
{
    auto july = guide_example();
    july.daily_budget("c4", 9e27_dec, 31).value();
    auto const before = all_answers(july, 31);
    constexpr auto largest = 79'228'162'514'264'337'593'543'950'335_dec;
    EXPECT_THROW((void)july.spend(2, "c1", 1e27_dec), outlay::arithmetic_error);
    EXPECT_THROW((void)july.spend(2, "c1", largest), outlay::arithmetic_error);
    EXPECT_THROW((void)july.daily_budget("c1", 1e27_dec / 31), outlay::arithmetic_error);
    EXPECT_THROW((void)july.daily_budget("c1", largest), outlay::arithmetic_error);
    EXPECT_THROW((void)july.daily_budget("c5", 1e27_dec, 31), outlay::arithmetic_error);
    EXPECT_THROW((void)july.try_daily_budget("c5", largest), outlay::arithmetic_error);
    EXPECT_EQ(all_answers(july, 31), before);
    EXPECT_FALSE(july.try_spend(1, "c5", 1));

    // The distance between the amounts does not matter.
    leftover_ledger fine{outlay::month{2025, 7}, sharing::on};
    fine.daily_budget("c1", 1e-28_dec).value();
    EXPECT_THROW((void)fine.daily_budget("c2", largest), outlay::arithmetic_error);
    EXPECT_EQ(fine.close().charging_limit.to_string(), "0.0000000000000000000000000031");

    // A replaced amount makes room, even where it would not fit the scale of its replacement.
    july.daily_budget("c4", 0.00001_dec, 31).value();
    EXPECT_EQ(july.close().charging_limit.to_string(), "9300.00001");
    july.daily_budget("c4", 0_dec, 31).value();
    EXPECT_EQ(july.close().charging_limit.to_string(), "9300.00000");
    EXPECT_EQ(july.pool(31).to_string(), "8780.00000");
}

TEST(leftover_ledger, holds_28_digits)
{
    constexpr auto most = 9'999'999'990'000'000'000'000'000'000_dec;
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", most, 31).value();
    EXPECT_EQ(july.allowance(31, "c1"), most);
    EXPECT_THROW((void)july.spend(1, "c1", 1e19_dec), outlay::arithmetic_error);
    july.daily_budget("c1", 0, 31).value();
    july.spend(1, "c1", most).value();
    EXPECT_THROW((void)july.daily_budget("c2", 1e19_dec, 31), outlay::arithmetic_error);
    EXPECT_EQ(july.close().over_delivery_credit, most);
    EXPECT_EQ(july.close().campaigns.at(0).over_delivery_credit, most);
    EXPECT_EQ(july.close().campaigns.size(), 1u);

    // The largest sum of all amounts.
    leftover_ledger june{outlay::month{2025, 6}, sharing::on};
    june.daily_budget("c1", most / 30).value();
    EXPECT_EQ(june.allowance(30, "c1"), most / 30 * 2);
    EXPECT_EQ(june.pool(30), most / 30 * 29);
}

// --- the end of the month

TEST(leftover_ledger, closes_with_the_charges)
{
    auto const end = guide_example().close();
    EXPECT_EQ(end.charging_limit, 9300);
    EXPECT_EQ(end.spent, 220);
    EXPECT_EQ(end.over_delivery_credit, 0);
    ASSERT_EQ(end.campaigns.size(), 3u);
    EXPECT_EQ(end.campaigns[0], (outlay::campaign_close{
                                    .campaign = "c1", .charging_limit = 3100, .spent = 70, .over_delivery_credit = 0}));
    EXPECT_EQ(end.campaigns[1], (outlay::campaign_close{
                                    .campaign = "c2", .charging_limit = 3100, .spent = 50, .over_delivery_credit = 0}));
    EXPECT_EQ(
        end.campaigns[2],
        (outlay::campaign_close{.campaign = "c3", .charging_limit = 3100, .spent = 100, .over_delivery_credit = 0}));
    EXPECT_EQ((leftover_ledger{outlay::month{2025, 7}, sharing::on}.close()), outlay::month_close{});
}

TEST(leftover_ledger, divides_the_credit_among_those_beyond_their_limit)
{
    leftover_ledger june{outlay::month{2025, 6}, sharing::on};
    for (auto const* const id : {"c1", "c2", "c3", "c4"}) june.daily_budget(id, 1).value();
    june.spend(1, "c1", 31_dec).value();
    june.spend(2, "c2", 0.01_dec).value();
    june.spend(3, "c3", 32_dec).value();
    june.spend(30, "c4", 30.00_dec + 29.98_dec).value();
    auto const end = june.close();
    EXPECT_EQ(end.over_delivery_credit, 2.99_dec); // of 1, 2 and 29.98 beyond
    EXPECT_EQ(end.campaigns[0].over_delivery_credit.to_string(), "0.09");
    EXPECT_EQ(end.campaigns[1].over_delivery_credit.to_string(), "0.00");
    EXPECT_EQ(end.campaigns[2].over_delivery_credit.to_string(), "0.18");
    EXPECT_EQ(end.campaigns[3].over_delivery_credit.to_string(), "2.72");

    leftover_ledger tie{outlay::month{2025, 6}, sharing::on};
    for (auto const* const id : {"a", "b", "c"}) tie.daily_budget(id, 0).value();
    for (auto const* const id : {"a", "b"}) tie.spend(1, id, 1).value();
    tie.daily_budget("c", 1, 30).value();
    EXPECT_EQ(tie.close().campaigns[0].over_delivery_credit, 1); // in whole units, as all the amounts are
    EXPECT_EQ(tie.close().campaigns[1].over_delivery_credit, 0);
    tie.spend(1, "c", 0.0_dec).value(); // now in tenths
    EXPECT_EQ(tie.close().campaigns[0].over_delivery_credit.to_string(), "0.5");
    EXPECT_EQ(tie.close().campaigns[1].over_delivery_credit.to_string(), "0.5");
}

TEST(leftover_ledger, starts_the_next_month_without_leftovers)
{
    leftover_ledger january{outlay::month{2024, 1}, sharing::off};
    january.daily_budget("c1", 100_dec).value();
    january.daily_budget("c1", 80.50_dec, 20).value();
    january.daily_budget("c2", 10_dec, 31).value();
    january.daily_budget("c3", 10_dec).value();
    january.daily_budget("c3", 0, 31).value();
    january.spend(1, "c1", 30_dec).value();

    auto february = january.next_month();
    EXPECT_EQ(february.pool(1), 0);
    EXPECT_EQ(february.own_leftover(1, "c1"), 0);
    EXPECT_EQ(february.allowance(1, "c1"), 80.50_dec);
    EXPECT_EQ(february.allowance(1, "c2"), 10);
    EXPECT_EQ(february.allowance(1, "c3"), 0);
    EXPECT_EQ(february.close().charging_limit.to_string(), "2624.50"); // 29 days
    EXPECT_EQ(february.close().spent, 0);
    EXPECT_EQ(february.close().campaigns.size(), 3u);
    EXPECT_EQ(why(february.spend(30, "c1", 1)), "day_outside_month: expected a day from 1 to 29, found 30");
    february.spend(1, "c2", 10_dec).value();
    EXPECT_EQ(february.allowance(2, "c1"), 161);
    EXPECT_EQ(february.allowance(2, "c2"), 10); // still nothing is shared

    EXPECT_EQ((leftover_ledger{outlay::month{2025, 12}, sharing::on}.next_month().pool(31)), 0);
    EXPECT_THROW((leftover_ledger{outlay::month{9999, 12}, sharing::on}.next_month()), outlay::calendar_error);

    // 28 days fit, 31 do not.
    leftover_ledger full{outlay::month{2025, 2}, sharing::on};
    full.daily_budget("c1", 3.5e26_dec).value();
    EXPECT_THROW((void)full.next_month(), outlay::arithmetic_error);
}

// --- against the formulas

constexpr int places = 4; // of the generated amounts, at most

/// The month by the formulas, calculated anew for each figure, in units of 10^-4.
struct formulas {
    int days;
    sharing mode;
    std::vector<std::string> ids{};
    std::map<std::string, std::map<int, std::int64_t>> budgets{}; ///< by the day they start
    std::map<std::string, std::map<int, std::int64_t>> spends{};

    std::int64_t budget(std::string const& c, int day) const
    {
        auto const& starts = budgets.at(c);
        auto const after = starts.upper_bound(day);
        return after == starts.begin() ? 0 : std::prev(after)->second;
    }
    std::int64_t spent(std::string const& c, int day) const
    {
        auto const all = spends.find(c);
        if (all == spends.end()) return 0;
        auto const on = all->second.find(day);
        return on == all->second.end() ? 0 : on->second;
    }
    std::int64_t taken(std::string const& c, int day) const
    {
        return std::max<std::int64_t>(0, spent(c, day) - budget(c, day));
    }
    std::int64_t unspent(std::string const& c, int before) const
    {
        std::int64_t sum = 0;
        for (int k = 1; k < before; ++k) sum += budget(c, k) - spent(c, k);
        return sum;
    }
    std::int64_t own(std::string const& c, int day) const { return std::max<std::int64_t>(0, unspent(c, day)); }
    std::int64_t pool(int day) const
    {
        std::int64_t sum = 0;
        for (auto const& c : ids) sum += unspent(c, day);
        return std::max<std::int64_t>(0, sum);
    }
    std::int64_t taken_by_all(int day) const
    {
        std::int64_t sum = 0;
        for (auto const& c : ids) sum += taken(c, day);
        return sum;
    }
    std::int64_t allowance(std::string const& c, int day) const
    {
        auto const by_others = taken_by_all(day) - taken(c, day);
        auto const left = mode == sharing::on ? std::max<std::int64_t>(0, pool(day) - by_others) : own(c, day);
        return std::min(2 * budget(c, day), budget(c, day) + left);
    }
    std::int64_t limit(std::string const& c) const
    {
        std::int64_t sum = 0;
        for (int day = 1; day <= days; ++day) sum += budget(c, day);
        return sum;
    }
    std::int64_t total_spent(std::string const& c) const { return limit(c) - unspent(c, days + 1); }
};

outlay::month any_month()
{
    return *rc::gen::elementOf(std::vector<outlay::month>{{2025, 2}, {2024, 2}, {2025, 4}, {2025, 7}});
}

sharing any_sharing() { return *rc::gen::elementOf(std::vector{sharing::on, sharing::off}); }

std::string any_id() { return *rc::gen::elementOf(std::vector<std::string>{"c1", "c2", "402884213301977", ""}); }

/// Of any scale up to 4, not always normalized.
decimal any_amount()
{
    auto const scale = *rc::gen::inRange(0, places + 1);
    return decimal::from_parts(
        *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 20), rc::gen::inRange<std::int64_t>(0, 10'000)), scale);
}

std::int64_t units(decimal d) { return d.round(places).coefficient(); }

/// Puts the same random budgets and spends into both.
void put_anything(leftover_ledger& ledger, formulas& naive)
{
    for (int n = *rc::gen::inRange(0, 60); n > 0; --n) {
        auto const id = any_id();
        auto const amount = any_amount();
        auto const day = *rc::gen::inRange(1, naive.days + 1);
        auto const known = std::find(naive.ids.begin(), naive.ids.end(), id) != naive.ids.end();
        if (*rc::gen::inRange(0, 3) == 0) {
            RC_ASSERT(ledger.daily_budget(id, amount, day).has_value());
            if (!known) naive.ids.push_back(id);
            naive.budgets[id][day] = units(amount);
        } else {
            RC_ASSERT(ledger.spend(day, id, amount).has_value() == known);
            if (known) naive.spends[id][day] += units(amount);
        }
    }
}

RC_GTEST_PROP(leftover_ledger, agrees_with_the_formulas, ())
{
    auto const month = any_month();
    formulas naive{month.days_in(), any_sharing()};
    leftover_ledger ledger{month, naive.mode};
    put_anything(ledger, naive);
    for (int day = 1; day <= naive.days; ++day) {
        RC_ASSERT(ledger.pool(day) >= 0);
        RC_ASSERT(units(ledger.pool(day)) == std::max<std::int64_t>(0, naive.pool(day) - naive.taken_by_all(day)));
        for (auto const& id : naive.ids) {
            auto const own = std::max<std::int64_t>(0, naive.own(id, day) - naive.taken(id, day));
            RC_ASSERT(units(ledger.own_leftover(day, id)) == own);
            RC_ASSERT(units(ledger.allowance(day, id)) == naive.allowance(id, day));
        }
    }
}

RC_GTEST_PROP(leftover_ledger, closes_with_nothing_lost, ())
{
    auto const month = any_month();
    formulas naive{month.days_in(), any_sharing()};
    leftover_ledger ledger{month, naive.mode};
    put_anything(ledger, naive);
    auto const end = ledger.close();
    RC_ASSERT(end.campaigns.size() == naive.ids.size());

    decimal limit = 0, spent = 0, credit = 0;
    std::int64_t beyond = 0;
    for (std::size_t i = 0; i < naive.ids.size(); ++i) {
        auto const& row = end.campaigns[i];
        RC_ASSERT(row.campaign == naive.ids[i]);
        RC_ASSERT(units(row.charging_limit) == naive.limit(row.campaign));
        RC_ASSERT(units(row.spent) == naive.total_spent(row.campaign));
        beyond += std::max<std::int64_t>(0, units(row.spent - row.charging_limit));
        limit += row.charging_limit;
        spent += row.spent;
        credit += row.over_delivery_credit;
    }
    RC_ASSERT(limit == end.charging_limit);
    RC_ASSERT(spent == end.spent);
    RC_ASSERT(credit == end.over_delivery_credit);
    RC_ASSERT(credit == (spent > limit ? spent - limit : 0));

    // Each share is in proportion to how far its campaign is beyond its limit, to less than the finest unit.
    auto const finest = units(decimal::from_parts(1, credit.scale()));
    for (auto const& row : end.campaigns) {
        auto const own = std::max<std::int64_t>(0, units(row.spent - row.charging_limit));
        auto const share = units(row.over_delivery_credit);
        RC_ASSERT(share >= 0);
        RC_ASSERT(share <= own);
        if (beyond != 0) RC_ASSERT(std::abs(share * beyond - units(credit) * own) < finest * beyond);
    }
}

RC_GTEST_PROP(leftover_ledger, allows_no_less_for_sharing_unless_there_are_own_leftovers, ())
{
    auto const month = any_month();
    formulas naive{month.days_in(), sharing::on};
    leftover_ledger ledger{month, naive.mode};
    put_anything(ledger, naive);
    auto alone = naive;
    alone.mode = sharing::off;
    for (int day = 1; day <= naive.days; ++day)
        for (auto const& id : naive.ids)
            if (naive.own(id, day) == 0) RC_ASSERT(units(ledger.allowance(day, id)) >= alone.allowance(id, day));
}

RC_GTEST_PROP(leftover_ledger, takes_no_leftover_to_the_next_month, ())
{
    auto const month = any_month();
    formulas naive{month.days_in(), any_sharing()};
    leftover_ledger ledger{month, naive.mode};
    put_anything(ledger, naive);
    auto const next = ledger.next_month();
    RC_ASSERT(next.pool(1) == 0);
    RC_ASSERT(next.close().spent == 0);
    std::int64_t a_day = 0;
    for (auto const& id : naive.ids) {
        RC_ASSERT(next.own_leftover(1, id) == 0);
        RC_ASSERT(units(next.allowance(1, id)) == naive.budget(id, naive.days));
        a_day += naive.budget(id, naive.days);
    }
    RC_ASSERT(units(next.close().charging_limit) == a_day * (month + 1).days_in());
    RC_ASSERT(units(next.pool(2)) == a_day);
}

// --- amounts of any scale

/// Puts the same random budgets and spends into both, those of the second times `unit`. Returns their number.
int put_in_proportion(leftover_ledger& one, leftover_ledger& many, decimal unit, int days)
{
    int count = 0;
    for (int n = *rc::gen::inRange(0, 60); n > 0; --n) {
        auto const id = any_id();
        auto const amount = any_amount();
        auto const day = *rc::gen::inRange(1, days + 1);
        if (*rc::gen::inRange(0, 3) == 0) {
            RC_ASSERT(one.try_daily_budget(id, amount, day) && many.try_daily_budget(id, amount * unit, day));
            count += days;
        } else {
            RC_ASSERT(one.try_spend(day, id, amount) == many.try_spend(day, id, amount * unit));
            ++count;
        }
    }
    return count;
}

// All figures are proportional to the amounts: 12 digits of the ledger tested above, 15 of the unit.
RC_GTEST_PROP(leftover_ledger, is_exact_for_amounts_of_any_scale, ())
{
    auto const month = any_month();
    auto const mode = any_sharing();
    leftover_ledger one{month, mode}, many{month, mode};
    auto const unit = decimal::from_parts(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000'000),
                                          *rc::gen::inRange(0, decimal::max_scale - places + 1));
    put_in_proportion(one, many, unit, month.days_in());
    auto const expected = answers(one, month.days_in());
    auto const found = answers(many, month.days_in());
    RC_ASSERT(expected.size() == found.size());
    for (std::size_t i = 0; i < found.size(); ++i) RC_ASSERT(found[i] == multiply_exact(expected[i], unit).value());
}

// An amount is rounded when it is entered, and again whenever fewer places fit: in all, by less than one
// unit of the last place that is left.
RC_GTEST_PROP(leftover_ledger, strays_less_than_a_unit_for_each_amount_that_is_rounded, ())
{
    auto const month = any_month();
    auto const mode = any_sharing();
    leftover_ledger one{month, mode}, many{month, mode};
    auto const unit = decimal(*rc::gen::inRange<std::int64_t>(1, 1'000'000)) / *rc::gen::inRange(3, 1'000'000);
    auto const count = put_in_proportion(one, many, unit, month.days_in());
    auto const expected = answers(one, month.days_in());
    auto const found = answers(many, month.days_in());
    RC_ASSERT(expected.size() == found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        RC_ASSERT((found[i] - expected[i] * unit).abs() <= decimal::from_parts(count + 1, found[i].scale()));

    // Sums of rounded amounts are exact.
    auto const end = many.close();
    decimal limit = 0, spent = 0, credit = 0;
    for (auto const& row : end.campaigns) {
        limit += row.charging_limit;
        spent += row.spent;
        credit += row.over_delivery_credit;
    }
    RC_ASSERT(limit == end.charging_limit);
    RC_ASSERT(spent == end.spent);
    RC_ASSERT(credit == end.over_delivery_credit);
    RC_ASSERT(credit == (spent > limit ? spent - limit : 0));
}

// --- the guarantee of keeping to the allowances

// If, in order of days, each campaign spends within its allowance, there is no credit at the end. More generally, the
// credit is at most what daily budgets were lowered by for days on which something was spent already. For let X(d) be
// all budgets less all spends before day d:
//
//   sharing on    A spend that keeps taken(c,d) <= max(0, P(d) - what others took) keeps the sum of what is taken on
//                 day d at or below P(d) = max(0, X(d)). So X(d + 1) >= X(d) - P(d) = min(0, X(d)).
//   sharing off   The same for each campaign by itself, with O(c,d) for P(d): so none exceeds even its own limit.
//
// X(1) = 0, so X is never below 0, but for what budgets of the past are lowered by. The credit is max(0, -X(end)).
RC_GTEST_PROP(leftover_ledger, gives_no_credit_while_all_keep_to_their_allowances, ())
{
    auto const month = any_month();
    auto const mode = any_sharing();
    leftover_ledger ledger{month, mode};
    std::vector<std::string> const ids{"c1", "c2", "c3"};
    std::map<std::string, decimal> budget;
    for (auto const& id : ids) ledger.daily_budget(id, budget[id] = any_amount()).value();

    bool const lowers_late = *rc::gen::arbitrary<bool>();
    decimal lowered = 0;
    for (int day = 1; day <= month.days_in(); ++day) {
        std::map<std::string, decimal> spent;
        if (auto const id = *rc::gen::elementOf(ids); *rc::gen::inRange(0, 4) == 0)
            ledger.daily_budget(id, budget[id] = any_amount(), day).value();
        for (int n = *rc::gen::inRange(0, 6); n > 0; --n) {
            auto const id = *rc::gen::elementOf(ids);
            decimal const rest = ledger.allowance(day, id) - spent[id];
            RC_ASSERT(rest >= 0); // what was allowed once stays allowed, whatever others spend
            decimal const part = *rc::gen::elementOf(std::vector{0.25_dec, 0.5_dec, 1_dec});
            decimal const amount = (rest * part).round(places, outlay::rounding::down);
            ledger.spend(day, id, amount).value();
            spent[id] += amount;
        }
        if (auto const id = *rc::gen::elementOf(ids); lowers_late && *rc::gen::inRange(0, 8) == 0) {
            decimal const less = (budget[id] * 0.5_dec).round(places, outlay::rounding::up);
            lowered += budget[id] - less;
            ledger.daily_budget(id, budget[id] = less, day).value();
        }
    }
    auto const end = ledger.close();
    RC_ASSERT(end.over_delivery_credit <= lowered);
    if (mode == sharing::off && lowered == 0)
        for (auto const& row : end.campaigns) RC_ASSERT(row.spent <= row.charging_limit);
}

// Spends within twice the daily budgets can still lead to a credit as large as the limit.
TEST(leftover_ledger, gives_credit_where_allowances_are_exceeded)
{
    leftover_ledger july{outlay::month{2025, 7}, sharing::on};
    july.daily_budget("c1", 10_dec).value();
    for (int day = 1; day <= 31; ++day) july.spend(day, "c1", 20_dec).value();
    EXPECT_EQ(july.close().over_delivery_credit, july.close().charging_limit);

    // So can a budget that is lowered after it was spent.
    leftover_ledger june{outlay::month{2025, 6}, sharing::on};
    june.daily_budget("c1", 0_dec).value();
    june.daily_budget("c1", 10_dec, 30).value();
    june.spend(30, "c1", june.allowance(30, "c1")).value();
    june.daily_budget("c1", 4_dec, 30).value();
    EXPECT_EQ(june.close().over_delivery_credit, 6);
}

} // namespace leftover_test
