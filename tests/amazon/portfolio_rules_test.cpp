#include "portfolio_samples.hpp"
#include <boost/describe/class.hpp>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/value/nullable.hpp>
#include <string>
#include <string_view>
#include <vector>

// Each rule for requests: its code, its pointer, that validate() and decode() agree on it, and that no reply is held to
// it.

namespace portfolio_rules_test {

using namespace portfolio_samples;
using ads::budget_policy;
using ads::portfolio_budget;
using outlay::null;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

ads::create_portfolios_request create_of(portfolio_budget const& budget) { return {{{.budget = budget, .name = "n"}}}; }

/// What is wrong with a budget, from its own pointers, in a create and just the same in an update.
std::vector<std::string> found_in_budget(portfolio_budget const& budget, outlay::context const& given = {})
{
    auto found = found_in(create_of(budget), given);
    EXPECT_EQ(found, found_in(ads::update_portfolios_request{{{.budget = budget, .portfolio_id = "1"}}}, given));
    EXPECT_EQ(found_in(budget, given).size(), found.size());
    for (std::string& line : found) line.erase(0, std::string_view("/portfolios/0/budget").size());
    return found;
}

portfolio_budget const ranged = portfolio_budget::date_range({50, "USD"}, summer);
portfolio_budget const monthly = portfolio_budget::monthly_recurring({50, "USD"});

/// A budget with a change to it.
template<class Change>
portfolio_budget with(portfolio_budget budget, Change change)
{
    change(budget);
    return budget;
}

// --- budgets

TEST(portfolio_rules, what_the_factories_make_keeps_them)
{
    EXPECT_THAT(found_in_budget(ranged, before_summer), IsEmpty());
    EXPECT_THAT(found_in_budget(monthly, before_summer), IsEmpty());
    EXPECT_THAT(found_in_budget(portfolio_budget::monthly_recurring({50, "USD"}, summer.last()), before_summer),
                IsEmpty());
    EXPECT_THAT(found_in_budget(portfolio_budget::no_cap(), before_summer), IsEmpty());
    EXPECT_THAT(found_in_budget(portfolio_budget::no_end_date(), before_summer), IsEmpty());
    EXPECT_THAT(found_in_budget({}, before_summer), IsEmpty());
}

TEST(portfolio_rules, amounts_are_more_than_nothing)
{
    for (auto const amount : {0_dec, 0.00_dec, -0.01_dec, -50_dec})
        for (auto const& budget : {ranged, monthly})
            EXPECT_THAT(found_in_budget(with(budget, [&](auto& b) { b.amount = amount; })),
                        ElementsAre("/amount budget_amount_invalid"))
                << amount;
    EXPECT_THAT(found_in_budget(with(monthly, [](auto& b) { b.amount = 0.01_dec; })), IsEmpty());
}

TEST(portfolio_rules, a_cap_has_an_amount)
{
    for (auto const& budget : {ranged, monthly}) {
        auto const without = with(budget, [](auto& b) { b.amount.reset(); });
        EXPECT_THAT(found_in(create_of(without)), ElementsAre("/portfolios/0/budget/amount budget_amount_invalid"));
        EXPECT_THAT(found_in_budget(with(budget, [](auto& b) { b.amount = null; })),
                    ElementsAre("/amount budget_amount_invalid"));
    }
}

TEST(portfolio_rules, amounts_are_no_finer_than_the_minor_unit)
{
    auto const found = [](outlay::decimal amount, outlay::currency currency) {
        return found_in_budget(portfolio_budget::monthly_recurring({amount, currency}));
    };
    EXPECT_THAT(found(0.001_dec, "USD"), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(found(10.999_dec, "USD"), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(found(0.5_dec, "JPY"), ElementsAre("/amount budget_amount_invalid"));
    EXPECT_THAT(found(0.01_dec, "USD"), IsEmpty());
    EXPECT_THAT(found(10.5000_dec, "USD"), IsEmpty()); // zeros make no amount finer
    EXPECT_THAT(found(1.00_dec, "JPY"), IsEmpty());
    EXPECT_THAT(found(9223372036854775807_dec, "USD"), IsEmpty());
}

TEST(portfolio_rules, an_amount_of_a_currency_that_is_not_known_may_have_any_places)
{
    EXPECT_THAT(found_in_budget(portfolio_budget::monthly_recurring({0.001_dec, *outlay::currency::try_parse("QQQ")})),
                ElementsAre("/currencyCode invalid_enum_value?"));
    EXPECT_THAT(found_in_budget(with(monthly,
                                     [](auto& b) {
                                         b.amount = 0.001_dec;
                                         b.currency_code.reset();
                                     })),
                ElementsAre(" missing_value?"));
}

TEST(portfolio_rules, the_currencies_of_amazon_are_taken_without_notice)
{
    for (auto const code : {"AED", "AUD", "BRL", "CAD", "CLP", "CNY", "COP", "EGP", "EUR", "GBP", "INR",
                            "JPY", "MXN", "NGN", "PLN", "SAR", "SEK", "SGD", "TRY", "USD", "ZAR"})
        EXPECT_THAT(found_in_budget(portfolio_budget::monthly_recurring({50, *outlay::currency::try_parse(code)})),
                    IsEmpty())
            << code;
    for (auto const code : {"CHF", "DKK", "KWD", "XXX"})
        EXPECT_THAT(found_in_budget(portfolio_budget::monthly_recurring({50, *outlay::currency::try_parse(code)})),
                    ElementsAre("/currencyCode invalid_enum_value?"))
            << code;
}

TEST(portfolio_rules, a_range_has_both_days)
{
    using day = outlay::nullable<date::year_month_day>;
    for (day const& none : {day(), day(null)}) {
        EXPECT_THAT(found_in(create_of(with(ranged, [&](auto& b) { b.start_date = none; }))),
                    ElementsAre("/portfolios/0/budget/startDate start_date_not_null"));
        EXPECT_THAT(found_in(create_of(with(ranged, [&](auto& b) { b.end_date = none; }))),
                    ElementsAre("/portfolios/0/budget/endDate missing_value"));
    }
    EXPECT_THAT(found_in_budget(with(ranged, [](auto& b) { b.start_date = b.end_date = null; })),
                ElementsAre("/endDate missing_value", "/startDate start_date_not_null"));
}

TEST(portfolio_rules, a_range_starts_before_it_ends)
{
    EXPECT_THAT(found_in_budget(with(ranged, [](auto& b) { b.start_date = 2025_y / 9 / 1; })),
                ElementsAre("/startDate start_date_after_end_date"));
    EXPECT_THAT(found_in_budget(with(ranged, [](auto& b) { b.start_date = b.end_date; })),
                ElementsAre("/startDate start_date_equal_end_date"));
    EXPECT_THAT(found_in_budget(with(ranged, [](auto& b) { b.start_date = 2025_y / 8 / 30; })), IsEmpty());
    EXPECT_THAT(found_in_budget(with(monthly,
                                     [](auto& b) {
                                         b.start_date = summer.last();
                                         b.end_date = summer.first();
                                     })),
                ElementsAre("/startDate start_date_after_end_date"));
}

TEST(portfolio_rules, days_are_days_of_the_calendar)
{
    auto const found = findings(outlay::validate(with(ranged, [](auto& b) { b.end_date = 2026_y / 2 / 30; })));
    EXPECT_THAT(found, ElementsAre("/endDate invalid_date"));
}

TEST(portfolio_rules, a_budget_ends_today_at_the_earliest)
{
    for (auto const& budget : {ranged, portfolio_budget::monthly_recurring({50, "USD"}, summer.last())}) {
        ads::update_portfolios_request const update{{{.budget = budget, .portfolio_id = "1"}}};
        EXPECT_THAT(found_in(update, after_summer),
                    ElementsAre("/portfolios/0/budget/endDate end_date_earlier_than_today"));
        EXPECT_THAT(found_in(update, {.today = summer.last()}), IsEmpty());
        EXPECT_THAT(found_in(update), IsEmpty()); // not known to be over
    }
}

TEST(portfolio_rules, a_new_budget_starts_today_at_the_earliest)
{
    EXPECT_THAT(found_in(create_of(ranged), in_summer),
                ElementsAre("/portfolios/0/budget/startDate start_date_earlier_than_today"));
}

TEST(portfolio_rules, a_budget_may_start_today_and_an_old_one_may_have_started)
{
    EXPECT_THAT(found_in(create_of(ranged), {.today = summer.first()}), IsEmpty());
    EXPECT_THAT(found_in(create_of(ranged)), IsEmpty());
    EXPECT_THAT(found_in(ads::update_portfolios_request{{{.budget = ranged, .portfolio_id = "1"}}}, in_summer),
                IsEmpty());
}

TEST(portfolio_rules, no_cap_has_neither_amount_nor_days)
{
    EXPECT_THAT(found_in(create_of({.policy = outlay::open_enum(budget_policy::no_cap)})), IsEmpty());
    EXPECT_THAT(
        found_in_budget(with(ranged, [](auto& b) { b.policy = outlay::open_enum(budget_policy::no_cap); })),
        ElementsAre("/amount budget_amount_invalid", "/endDate invalid_date", "/startDate start_date_not_null"));
}

TEST(portfolio_rules, a_budget_has_a_policy)
{
    for (auto const& budget : {ranged, monthly}) {
        auto const without = with(budget, [](auto& b) { b.policy.reset(); });
        EXPECT_THAT(found_in(create_of(without)), ElementsAre("/portfolios/0/budget/policy missing_budgeting_policy"));
        EXPECT_THAT(found_in_budget(with(budget, [](auto& b) { b.policy = null; })),
                    ElementsAre("/policy missing_budgeting_policy"));
    }
    for (auto const& budget : {portfolio_budget{.amount = 1}, portfolio_budget{.end_date = summer.last()},
                               portfolio_budget{.start_date = summer.first()}})
        EXPECT_THAT(found_in(create_of(budget)), Contains("/portfolios/0/budget/policy missing_budgeting_policy"));
    EXPECT_THAT(found_in_budget({.amount = null, .end_date = null, .policy = null, .start_date = null}), IsEmpty());
}

TEST(portfolio_rules, an_amount_without_a_currency_is_a_notice)
{
    EXPECT_THAT(found_in_budget(with(monthly, [](auto& b) { b.currency_code.reset(); })),
                ElementsAre(" missing_value?"));
}

TEST(portfolio_rules, policies_are_those_that_can_be_set_in_capitals)
{
    auto const found = [](std::string_view policy) {
        return found_in_budget(
            with(monthly, [&](auto& b) { b.policy = outlay::open_enum<budget_policy>::from_text(policy); }));
    };
    EXPECT_THAT(found("OTHER"), ElementsAre("/policy budgeting_policy_invalid"));
    for (auto const text : {"dateRange", "monthlyRecurring", "no_cap", "No_Cap", ""})
        EXPECT_THAT(found(text), ElementsAre("/policy invalid_enum_value")) << text;
    EXPECT_THAT(found("WEEKLY_RECURRING"), IsEmpty()); // Amazon may have it tomorrow
}

// --- portfolios

TEST(portfolio_rules, names_are_not_empty)
{
    EXPECT_THAT(found_in(ads::create_portfolios_request{{{.name = ""}}}), ElementsAre("/portfolios/0/name too_short"));
    EXPECT_THAT(found_in(ads::update_portfolios_request{{{.name = "", .portfolio_id = "1"}}}),
                ElementsAre("/portfolios/0/name too_short"));
}

TEST(portfolio_rules, an_update_names_its_portfolio)
{
    EXPECT_THAT(found_in(ads::update_portfolios_request{{{.name = "n"}}}),
                ElementsAre("/portfolios/0/portfolioId missing_value"));
    auto const seen = outlay::inspect<ads::update_portfolios_request>(R"({"portfolios":[{"name":"n"}]})");
    EXPECT_FALSE(seen.ok());
    EXPECT_EQ(seen.report[0].pointer, "/portfolios/0/portfolioId");
}

TEST(portfolio_rules, an_update_that_changes_nothing_is_a_notice)
{
    EXPECT_THAT(found_in(ads::update_portfolios_request{{{.portfolio_id = "1"}}}),
                ElementsAre("/portfolios/0 nothing_to_update?"));
}

TEST(portfolio_rules, states_are_in_capitals)
{
    for (std::string_view const text : {"enabled", "Paused", "EN ABLED", ""}) {
        auto const state = outlay::open_enum<ads::portfolio_state>::from_text(text);
        EXPECT_THAT(found_in(ads::create_portfolios_request{{{.name = "n", .state = state}}}),
                    ElementsAre("/portfolios/0/state invalid_enum_value"));
        EXPECT_THAT(found_in(ads::update_portfolios_request{{{.portfolio_id = "1", .state = state}}}),
                    ElementsAre("/portfolios/0/state invalid_enum_value"));
        EXPECT_THAT(found_in(ads::list_portfolios_request{.state_filter = ads::portfolio_state_filter{{state}}}),
                    ElementsAre("/stateFilter/include/0 invalid_enum_value"));
    }
    EXPECT_THAT(found_in(ads::create_portfolios_request{{{.name = "n", .state = ads::portfolio_state::enabled}}}),
                IsEmpty());
}

TEST(portfolio_rules, states_that_amazon_no_longer_takes_are_noticed)
{
    for (std::string_view const text : {"PAUSED", "ARCHIVED", "STATE_7"}) {
        auto const state = outlay::open_enum<ads::portfolio_state>::from_text(text);
        EXPECT_THAT(found_in(ads::create_portfolios_request{{{.name = "n", .state = state}}}),
                    ElementsAre("/portfolios/0/state state_not_enabled?"));
        EXPECT_THAT(found_in(ads::update_portfolios_request{{{.portfolio_id = "1", .state = state}}}),
                    ElementsAre("/portfolios/0/state state_not_enabled?"));
    }
}

TEST(portfolio_rules, feature_states_are_in_capitals)
{
    ads::budget_controls controls = ads::budget_controls::sharing(ads::feature_state::enabled);
    controls.campaign_unspent_budget_sharing->feature_state = outlay::open_enum<ads::feature_state>::from_text("on");
    EXPECT_THAT(found_in(ads::create_portfolios_request{{{.budget_controls = controls, .name = "n"}}}),
                ElementsAre("/portfolios/0/budgetControls/campaignUnspentBudgetSharing/featureState "
                            "invalid_enum_value"));
}

TEST(portfolio_rules, reports_all_violations_at_once)
{
    portfolio_budget const bad{.amount = -0.001_dec,
                               .currency_code = outlay::currency{"USD"},
                               .end_date = summer.first(),
                               .policy = outlay::open_enum(budget_policy::date_range),
                               .start_date = summer.last()};
    EXPECT_THAT(found_in(ads::create_portfolios_request{{{.name = "fine"}, {.budget = bad}}}),
                ElementsAre("/portfolios/1/budget/amount budget_amount_invalid",
                            "/portfolios/1/budget/amount budget_amount_invalid",
                            "/portfolios/1/budget/startDate start_date_after_end_date",
                            "/portfolios/1/name too_short"));
}

// --- the numbers of a call

std::vector<std::string> one_unless(bool fine, std::string finding)
{
    return fine ? std::vector<std::string>() : std::vector{std::move(finding)};
}

TEST(portfolio_rules, a_call_is_about_one_to_a_hundred_portfolios)
{
    for (std::size_t const size : {0u, 1u, 100u, 101u}) {
        auto const expected = one_unless(size == 1 || size == 100, "/portfolios items");
        ads::create_portfolios_request const create{std::vector(size, ads::new_portfolio{.name = "n"})};
        EXPECT_EQ(found_in(create), expected) << size;
        ads::update_portfolios_request const update{
            std::vector(size, ads::portfolio_update{.name = "n", .portfolio_id = "1"})};
        EXPECT_EQ(found_in(update), expected) << size;
    }
}

TEST(portfolio_rules, filters_have_one_to_a_thousand_values)
{
    for (std::size_t const size : {0u, 1u, 1000u, 1001u}) {
        bool const fine = size == 1 || size == 1000;
        std::vector<ads::portfolio_id> const ids(size, "1");
        EXPECT_EQ(found_in(ads::list_portfolios_request{.portfolio_id_filter = ads::portfolio_id_filter{ids}}),
                  one_unless(fine, "/portfolioIdFilter/include items"))
            << size;
        std::vector<std::string> const names(size, "n");
        EXPECT_EQ(found_in(ads::list_portfolios_request{.name_filter = ads::portfolio_name_filter{.include = names}}),
                  one_unless(fine, "/nameFilter/include items"))
            << size;
    }
}

TEST(portfolio_rules, a_state_filter_has_exactly_one_state)
{
    using state = outlay::open_enum<ads::portfolio_state>;
    for (std::size_t const size : {0u, 1u, 2u}) {
        std::vector<state> const states(size, state(ads::portfolio_state::enabled));
        EXPECT_EQ(found_in(ads::list_portfolios_request{.state_filter = ads::portfolio_state_filter{states}}),
                  one_unless(size == 1, "/stateFilter/include items"))
            << size;
    }
}

TEST(portfolio_rules, filters_have_no_empty_values)
{
    EXPECT_THAT(found_in(ads::list_portfolios_request{.name_filter = ads::portfolio_name_filter{.include = {"n", ""}},
                                                      .portfolio_id_filter =
                                                          ads::portfolio_id_filter{{"", "1", std::string(256, '1')}}}),
                ElementsAre("/nameFilter/include/1 too_short", "/portfolioIdFilter/include/0 length",
                            "/portfolioIdFilter/include/2 length"));
}

TEST(portfolio_rules, names_are_compared_in_a_way_in_capitals)
{
    ads::portfolio_name_filter filter{.include = {"n"},
                                      .query_term_match_type = ads::query_term_match_type::broad_match};
    ads::list_portfolios_request request{.name_filter = filter};
    EXPECT_EQ(outlay::encode(request), R"({"nameFilter":{"include":["n"],"queryTermMatchType":"BROAD_MATCH"}})");
    EXPECT_THAT(found_in(request), IsEmpty());
    request.name_filter->query_term_match_type = outlay::open_enum<ads::query_term_match_type>::from_text("exact");
    EXPECT_THAT(found_in(request), ElementsAre("/nameFilter/queryTermMatchType invalid_enum_value"));
}

TEST(portfolio_rules, a_name_filter_that_amazon_would_ignore_is_refused)
{
    auto const seen = outlay::inspect<ads::list_portfolios_request>(R"({"nameFilter":{"value":["n"]}})");
    EXPECT_THAT(findings(seen.report), ElementsAre("/nameFilter/include missing", "/nameFilter/value unknown_field?"));
}

TEST(portfolio_rules, a_list_of_everything_asks_for_nothing)
{
    EXPECT_EQ(outlay::encode(ads::list_portfolios_request{}), "{}");
    EXPECT_THAT(found_in(ads::list_portfolios_request{}), IsEmpty());
    EXPECT_EQ(outlay::encode(ads::list_portfolios_request{.include_extended_data_fields = true, .next_token = "t"}),
              R"({"includeExtendedDataFields":true,"nextToken":"t"})");
}

// --- replies are not held to them

struct row {
    std::string note{};
    ads::portfolio portfolio{};

    friend bool operator==(row const&, row const&) = default;
};
BOOST_DESCRIBE_STRUCT(row, (), (note, portfolio))

/// Nothing is found in a portfolio, wherever it is, and whatever the day.
void expect_no_finding_in_replies(ads::portfolio const& portfolio)
{
    for (auto const& given : {outlay::context{}, after_summer, in_summer}) {
        EXPECT_THAT(found_in(portfolio, given), IsEmpty());
        EXPECT_THAT(found_in(std::vector{portfolio, portfolio}, given), IsEmpty());
        EXPECT_THAT(found_in(ads::portfolio_list_reply{.portfolios = {portfolio}}, given), IsEmpty());
        ads::portfolio_write_reply const write{{.success = {{.index = 0, .portfolio = portfolio}}, .error = {}}};
        EXPECT_THAT(found_in(write, given), IsEmpty());
        EXPECT_THAT(found_in(row{"mine", portfolio}, given), IsEmpty());
    }
}

TEST(portfolio_rules, replies_are_read_whatever_their_budget)
{
    for (auto const& budget :
         {with(ranged, [](auto& b) { b.amount = 0; }), with(ranged, [](auto& b) { b.amount = -1_dec; }),
          with(ranged, [](auto& b) { b.amount = 0.001_dec; }), with(ranged, [](auto& b) { b.amount.reset(); }),
          with(ranged, [](auto& b) { b.amount = null; }), with(ranged, [](auto& b) { b.currency_code.reset(); }),
          with(ranged, [](auto& b) { b.currency_code = outlay::currency{"CHF"}; }),
          with(ranged, [](auto& b) { b.start_date.reset(); }), with(ranged, [](auto& b) { b.end_date = null; }),
          with(ranged, [](auto& b) { b.start_date = b.end_date; }),
          with(ranged, [](auto& b) { b.start_date = 2026_y / 1 / 1; }), with(ranged, [](auto& b) { b.policy.reset(); }),
          with(ranged, [](auto& b) { b.policy = outlay::open_enum(budget_policy::no_cap); }),
          with(ranged, [](auto& b) { b.policy = outlay::open_enum(budget_policy::other); }),
          with(ranged, [](auto& b) { b.policy = outlay::open_enum<budget_policy>::from_text("dateRange"); }), ranged,
          monthly})
        expect_no_finding_in_replies({.budget = budget, .name = "n", .portfolio_id = "1"});
}

TEST(portfolio_rules, replies_are_read_whatever_their_names_and_states)
{
    ads::budget_controls controls = ads::budget_controls::sharing(ads::feature_state::enabled);
    controls.campaign_unspent_budget_sharing->feature_state = outlay::open_enum<ads::feature_state>::from_text("on");
    expect_no_finding_in_replies({.budget_controls = controls});
    expect_no_finding_in_replies(
        {.name = "", .portfolio_id = "`p` \n", .state = outlay::open_enum<ads::portfolio_state>::from_text("enabled")});
}

TEST(portfolio_rules, what_is_declared_a_reply_is_not_held_to_them_either)
{
    auto const bad = create_of({.amount = 0});
    EXPECT_THAT(found_in(bad.portfolios[0].budget.value(), {.direction = outlay::direction::reply}), IsEmpty());
    EXPECT_THAT(found_in(bad), testing::SizeIs(3));
}

} // namespace portfolio_rules_test
