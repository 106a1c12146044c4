#include "portfolio_samples.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/budget/cap.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <vector>

// Budgets as caps, and caps as budgets.

namespace portfolio_cap_test {

using namespace portfolio_samples;
using ads::budget_policy;
using ads::portfolio_budget;
using ads::to_cap;
using ads::to_portfolio_budget;
using outlay::cap;
using outlay::null;
using testing::ElementsAre;

constexpr outlay::money fifty{50, "USD"};

/// Why there is no value.
template<class Result>
std::vector<std::string> refused(Result const& result)
{
    EXPECT_FALSE(result);
    EXPECT_EQ(result.error().kind(), outlay::error_kind::invalid);
    return findings(result.error().report());
}

void expect_both_ways(cap const& wanted, portfolio_budget const& budget)
{
    EXPECT_EQ(to_portfolio_budget(wanted).value(), budget);
    EXPECT_EQ(to_cap(budget).value(), wanted);
}

TEST(portfolio_cap, of_each_sort_is_a_budget_and_the_other_way_round)
{
    expect_both_ways(outlay::no_cap{}, portfolio_budget::no_cap());
    expect_both_ways(outlay::date_range_cap{fifty, summer}, portfolio_budget::date_range(fifty, summer));
    expect_both_ways(outlay::monthly_recurring_cap{fifty}, portfolio_budget::monthly_recurring(fifty));
    expect_both_ways(outlay::monthly_recurring_cap{fifty, summer.last()},
                     portfolio_budget::monthly_recurring(fifty, summer.last()));
}

TEST(portfolio_cap, is_made_of_a_budget_as_replies_have_it)
{
    auto const of = [](std::string_view text) {
        return to_cap(outlay::decode<portfolio_budget>(text).value()).value();
    };
    EXPECT_EQ(of(R"({"policy":"NO_CAP"})"), cap(outlay::no_cap{}));
    EXPECT_EQ(of(R"({"policy":"MONTHLY_RECURRING","amount":50.00,"currencyCode":"USD"})"),
              cap(outlay::monthly_recurring_cap{fifty}));
}

TEST(portfolio_cap, needs_the_members_of_its_policy)
{
    auto const without = [](auto member) {
        portfolio_budget budget = portfolio_budget::date_range(fifty, summer);
        (budget.*member).reset();
        return refused(to_cap(budget));
    };
    EXPECT_THAT(without(&portfolio_budget::amount), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(without(&portfolio_budget::currency_code), ElementsAre("/currencyCode missing_value"));
    EXPECT_THAT(without(&portfolio_budget::start_date), ElementsAre("/startDate start_date_not_null"));
    EXPECT_THAT(without(&portfolio_budget::end_date), ElementsAre("/endDate missing_value"));
    EXPECT_THAT(without(&portfolio_budget::policy), ElementsAre("/policy missing_budgeting_policy"));
}

TEST(portfolio_cap, takes_null_for_absent)
{
    portfolio_budget budget = portfolio_budget::date_range(fifty, summer);
    budget.amount = null;
    budget.start_date = null;
    budget.end_date = null;
    EXPECT_THAT(refused(to_cap(budget)), ElementsAre("/amount budget_amount_invalid", "/endDate missing_value",
                                                     "/startDate start_date_not_null"));
    budget.policy = null;
    EXPECT_THAT(refused(to_cap(budget)),
                ElementsAre("/amount budget_amount_invalid", "/policy missing_budgeting_policy"));
}

TEST(portfolio_cap, of_a_month_needs_an_amount_and_a_currency)
{
    EXPECT_THAT(refused(to_cap({.policy = outlay::open_enum(budget_policy::monthly_recurring)})),
                ElementsAre("/amount budget_amount_invalid", "/currencyCode missing_value"));
}

TEST(portfolio_cap, is_not_known_of_other_policies)
{
    for (std::string_view const text : {"OTHER", "WEEKLY", "dateRange", ""}) {
        portfolio_budget budget = portfolio_budget::monthly_recurring(fifty);
        budget.policy = outlay::open_enum<budget_policy>::from_text(text);
        EXPECT_THAT(refused(to_cap(budget)), ElementsAre("/policy budgeting_policy_invalid")) << text;
    }
    EXPECT_THAT(refused(to_cap({})), testing::Contains("/policy missing_budgeting_policy"));
}

TEST(portfolio_cap, of_days_ends_after_it_starts)
{
    portfolio_budget budget = portfolio_budget::date_range(fifty, summer);
    budget.end_date = 2025_y / 5 / 31;
    EXPECT_THAT(refused(to_cap(budget)), ElementsAre("/startDate start_date_after_end_date"));
    budget.end_date = budget.start_date; // possible in replies, not in requests
    EXPECT_EQ(to_cap(budget).value(), cap(outlay::date_range_cap{fifty, {summer.first(), summer.first()}}));
}

TEST(portfolio_cap, that_amazon_would_refuse_is_no_budget)
{
    using outlay::date_range_cap;
    using outlay::monthly_recurring_cap;
    auto const why = [](cap const& wanted, outlay::context const& given = {}) {
        return refused(to_portfolio_budget(wanted, given));
    };
    EXPECT_THAT(why(date_range_cap{fifty, {summer.first(), summer.first()}}),
                ElementsAre("/startDate start_date_equal_end_date"));
    EXPECT_THAT(why(date_range_cap{{0, "USD"}, summer}), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(why(monthly_recurring_cap{{-1, "USD"}}), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(why(monthly_recurring_cap{{0.001_dec, "USD"}}), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(why(monthly_recurring_cap{{0.5_dec, "JPY"}}), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(why(monthly_recurring_cap{fifty, summer.last()}, after_summer),
                ElementsAre("/endDate end_date_earlier_than_today"));
    EXPECT_THAT(why(date_range_cap{fifty, summer}, after_summer), ElementsAre("/endDate end_date_earlier_than_today"));
    EXPECT_TRUE(to_portfolio_budget(date_range_cap{fifty, summer}, in_summer));
}

cap any_cap()
{
    auto const day = [] {
        return date::year_month_day(date::sys_days(2025_y / 1 / 1) + date::days(*rc::gen::inRange(0, 400)));
    };
    auto const currency = *outlay::currency::try_parse(*rc::gen::element<std::string>("USD", "JPY", "CHF", "XXX"));
    outlay::money const amount{outlay::decimal::from_parts(*rc::gen::inRange(-10, 1000), *rc::gen::inRange(0, 4)),
                               currency};
    auto const first = day();
    switch (*rc::gen::inRange(0, 4)) {
    case 0: return outlay::no_cap{};
    case 1: return outlay::monthly_recurring_cap{amount};
    case 2: return outlay::monthly_recurring_cap{amount, first};
    default: break;
    }
    return outlay::date_range_cap{amount, {first, date::sys_days(first) + date::days(*rc::gen::inRange(0, 3))}};
}

RC_GTEST_PROP(portfolio_cap, is_the_same_after_going_both_ways_or_breaks_a_rule, ())
{
    cap const wanted = any_cap();
    auto const budget = to_portfolio_budget(wanted);
    RC_TAG(budget.has_value() ? "a budget" : "none");
    if (!budget) {
        RC_ASSERT(!budget.error().report().empty());
        return;
    }
    RC_ASSERT(outlay::valid(*budget));
    RC_ASSERT(to_cap(*budget).value() == wanted);
    RC_ASSERT(to_cap(outlay::decode<portfolio_budget>(outlay::encode(*budget)).value()).value() == wanted);
}

TEST(portfolio_cap, has_an_amount_and_days_of_the_calendar)
{
    using namespace outlay::literals;
    auto monthly = portfolio_budget::monthly_recurring({-5, "USD"}, 2027_y / 2 / 30);
    EXPECT_THAT(refused(to_cap(monthly)), ElementsAre("/amount budget_amount_invalid", "/endDate invalid_date"));
    auto range = portfolio_budget::date_range(fifty, summer);
    range.start_date = 2025_y / 2 / 30;
    EXPECT_THAT(refused(to_cap(range)), ElementsAre("/startDate invalid_date"));
    monthly.amount = 0;
    monthly.end_date = outlay::null;
    EXPECT_THAT(refused(to_cap(monthly)), ElementsAre("/amount budget_amount_invalid"));
}

TEST(portfolio_cap, of_a_month_may_have_a_first_day)
{
    using namespace outlay::literals;
    auto budget = portfolio_budget::monthly_recurring(fifty);
    budget.start_date = 2027_y / 2 / 10;
    cap const wanted = outlay::monthly_recurring_cap{.amount = fifty, .from = 2027_y / 2 / 10};
    expect_both_ways(wanted, budget);
}

} // namespace portfolio_cap_test
