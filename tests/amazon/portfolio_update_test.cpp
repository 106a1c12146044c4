#include "portfolio_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

// Updates leave, clear and set, and lose nothing of what was read.

namespace portfolio_update_test {

using namespace portfolio_samples;
using ads::portfolio_budget;
using ads::portfolio_update;
using outlay::decode;
using outlay::encode;
using testing::ElementsAre;
using testing::IsEmpty;

std::string budget_written(portfolio_budget const& budget)
{
    return encode(portfolio_update{.budget = budget, .portfolio_id = "1"});
}

// --- leave, clear, set

TEST(portfolio_update, leaves_what_it_does_not_name)
{
    EXPECT_EQ(encode(portfolio_update{.portfolio_id = "1"}), R"({"portfolioId":"1"})");
    EXPECT_EQ(encode(portfolio_update{.name = "n", .portfolio_id = "1"}), R"({"name":"n","portfolioId":"1"})");
    EXPECT_EQ(encode(portfolio_update{.portfolio_id = "1", .state = ads::portfolio_state::enabled}),
              R"({"portfolioId":"1","state":"ENABLED"})");
    EXPECT_EQ(budget_written({}), R"({"budget":{},"portfolioId":"1"})");
}

TEST(portfolio_update, clears_a_cap)
{
    EXPECT_EQ(budget_written(portfolio_budget::no_cap()),
              R"({"budget":{"amount":null,"endDate":null,"policy":"NO_CAP","startDate":null},"portfolioId":"1"})");
}

TEST(portfolio_update, clears_an_end_date)
{
    EXPECT_EQ(budget_written(portfolio_budget::no_end_date()), R"({"budget":{"endDate":null},"portfolioId":"1"})");
}

TEST(portfolio_update, sets_a_monthly_budget_and_clears_the_days_of_the_one_before)
{
    EXPECT_EQ(budget_written(portfolio_budget::monthly_recurring({12.50_dec, "EUR"})),
              R"({"budget":{"amount":12.50,"currencyCode":"EUR","endDate":null,"policy":"MONTHLY_RECURRING",)"
              R"("startDate":null},"portfolioId":"1"})");
    EXPECT_EQ(budget_written(portfolio_budget::monthly_recurring({12.50_dec, "EUR"}, 2025_y / 12 / 31)),
              R"({"budget":{"amount":12.50,"currencyCode":"EUR","endDate":"2025-12-31","policy":"MONTHLY_RECURRING",)"
              R"("startDate":null},"portfolioId":"1"})");
}

TEST(portfolio_update, sets_a_range)
{
    EXPECT_EQ(budget_written(portfolio_budget::date_range({50, "USD"}, summer)),
              R"({"budget":{"amount":50,"currencyCode":"USD","endDate":"2025-08-31","policy":"DATE_RANGE",)"
              R"("startDate":"2025-06-01"},"portfolioId":"1"})");
}

TEST(portfolio_update, turns_sharing_on_and_off_and_leaves_the_rest)
{
    auto const written = [](ads::feature_state state) {
        return encode(portfolio_update{.budget_controls = ads::budget_controls::sharing(state), .portfolio_id = "1"});
    };
    EXPECT_EQ(written(ads::feature_state::enabled),
              R"({"budgetControls":{"campaignUnspentBudgetSharing":{"featureState":"ENABLED"}},"portfolioId":"1"})");
    EXPECT_EQ(written(ads::feature_state::disabled),
              R"({"budgetControls":{"campaignUnspentBudgetSharing":{"featureState":"DISABLED"}},"portfolioId":"1"})");
}

TEST(portfolio_update, reads_leave_clear_and_set_apart)
{
    auto const read = decode<portfolio_update>(R"({"portfolioId":"1","budget":{"endDate":null,"startDate":"2025-06-01",
                                                   "policy":"MONTHLY_RECURRING","amount":1}})")
                          .value();
    EXPECT_TRUE(read.budget->end_date.is_null());
    EXPECT_EQ(read.budget->start_date, summer.first());
    EXPECT_FALSE(read.budget->currency_code);
    EXPECT_FALSE(read.name);
    auto const absent = decode<portfolio_update>(R"({"portfolioId":"1","budget":{}})").value();
    EXPECT_TRUE(absent.budget->end_date.is_absent() && absent.budget->amount.is_absent() &&
                absent.budget->policy.is_absent() && absent.budget->start_date.is_absent());
}

// What is absent stays as it is, as the specification has it: then it need not be given again.
TEST(portfolio_update, may_set_a_single_member_of_a_budget)
{
    for (auto const& budget : {portfolio_budget{.amount = 60, .currency_code = outlay::currency{"USD"}},
                               portfolio_budget{.end_date = summer.last()},
                               portfolio_budget{.policy = outlay::open_enum(ads::budget_policy::monthly_recurring)}}) {
        ads::update_portfolios_request const update{{{.budget = budget, .portfolio_id = "1"}}};
        EXPECT_THAT(outlay::validate(update), IsEmpty()) << encode(update);
    }
}

// People have asked for years why their switch to no cap is refused.
TEST(portfolio_update, to_no_cap_that_leaves_the_amount_is_a_notice)
{
    ads::update_portfolios_request const update{
        {{.budget = portfolio_budget{.policy = outlay::open_enum(ads::budget_policy::no_cap)}, .portfolio_id = "1"}}};
    EXPECT_FALSE(outlay::validate(update).notices().empty());
}

// --- read, change, write

ads::portfolio const& known_portfolio()
{
    static ads::portfolio const read = [] {
        auto reply = decode<ads::portfolio_list_reply>(payload("list_reply_unknown_fields")).value();
        return reply.portfolios.at(0);
    }();
    return read;
}

TEST(portfolio_update, the_list_with_unknown_fields_names_each_of_them)
{
    auto const seen = outlay::inspect<ads::portfolio_list_reply>(payload("list_reply_unknown_fields"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(findings(seen.report),
                ElementsAre("/portfolios/0/ unknown_field?", "/portfolios/0/a~1b~0c\t unknown_field?",
                            "/portfolios/0/budget/rollover unknown_field?",
                            "/portfolios/0/budgetControls/campaignUnspentBudgetSharing/sharedWith unknown_field?",
                            "/portfolios/0/budgetControls/dailyPacing unknown_field?",
                            "/portfolios/0/extendedData/ownerEntity unknown_field?",
                            "/portfolios/0/goal unknown_field?"));
}

TEST(portfolio_update, writing_what_was_read_writes_the_same)
{
    std::string const text = payload("list_reply_unknown_fields");
    std::string const written = encode(decode<ads::portfolio_list_reply>(text).value());
    EXPECT_EQ(boost::json::parse(written), boost::json::parse(text));
    EXPECT_THAT(written, testing::HasSubstr("0.123456789012345678901234567890"));
    EXPECT_THAT(written, testing::HasSubstr("\"ownerEntity\":123456789012345678901234567890"));
    EXPECT_THAT(written, testing::HasSubstr("\"amount\":50.00"));
    EXPECT_THAT(written, testing::HasSubstr("-0.0e+5"));
    EXPECT_EQ(encode(decode<ads::portfolio_list_reply>(written).value()), written);
}

TEST(portfolio_update, of_a_portfolio_sets_all_of_it_to_what_it_is)
{
    auto expected = boost::json::parse(encode(known_portfolio()));
    expected.as_object().erase("inBudget"); // what Amazon tells, and nobody sets
    expected.as_object().erase("extendedData");
    EXPECT_EQ(boost::json::parse(encode(portfolio_update::of(known_portfolio()))), expected);
}

TEST(portfolio_update, of_a_portfolio_keeps_unknown_fields_beside_a_change)
{
    portfolio_update update = portfolio_update::of(known_portfolio());
    update.name = "another";
    update.budget->amount = 60;
    update.budget_controls->campaign_unspent_budget_sharing->feature_state = ads::feature_state::disabled;
    auto expected = boost::json::parse(encode(portfolio_update::of(known_portfolio())));
    expected.at("name") = "another";
    expected.at("budget").at("amount") = 60;
    expected.at("budgetControls").at("campaignUnspentBudgetSharing").at("featureState") = "DISABLED";
    EXPECT_EQ(boost::json::parse(encode(update)), expected);
    EXPECT_EQ(decode<portfolio_update>(encode(update)).value(), update);
}

TEST(portfolio_update, of_a_portfolio_with_nothing_optional_has_nothing_optional)
{
    portfolio_update const update = portfolio_update::of({.name = "n", .portfolio_id = "1"});
    EXPECT_EQ(encode(update), R"({"name":"n","portfolioId":"1","state":"ENABLED"})");
}

TEST(portfolio_update, of_an_unknown_state_and_policy_keeps_them)
{
    auto const read = decode<ads::portfolio>(
        R"({"name":"n","portfolioId":"1","state":"SLEEPING","budget":{"policy":"WEEKLY","amount":5}})");
    EXPECT_EQ(encode(portfolio_update::of(read.value())),
              R"({"budget":{"amount":5,"policy":"WEEKLY"},"name":"n","portfolioId":"1","state":"SLEEPING"})");
}

TEST(portfolio_update, replacing_the_budget_replaces_its_unknown_fields)
{
    portfolio_update update = portfolio_update::of(known_portfolio());
    update.budget = portfolio_budget::no_cap();
    EXPECT_TRUE(update.budget->extras.empty());
    EXPECT_TRUE(update.extras.contains("goal"));
}

TEST(portfolio_update, of_a_null_budget_is_written_as_such)
{
    constexpr std::string_view text = R"({"portfolios":[{"budget":null,"portfolioId":"1"}]})";
    auto const read = decode<ads::update_portfolios_request>(text).value();
    EXPECT_TRUE(read.portfolios[0].budget.is_null());
    EXPECT_EQ(encode(read), text);
    EXPECT_EQ(encode(portfolio_update{.budget = outlay::null, .portfolio_id = "1"}),
              R"({"budget":null,"portfolioId":"1"})");
    EXPECT_TRUE(outlay::validate(read).empty());
}

TEST(portfolio_update, of_what_a_reply_had_as_null_clears_nothing)
{
    auto const read = decode<ads::portfolio>(
        R"({"name":"n","portfolioId":"1","state":"ENABLED","budget":null,"inBudget":null,"extendedData":null,)"
        R"("budgetControls":{"campaignUnspentBudgetSharing":null}})");
    EXPECT_EQ(encode(ads::update_portfolios_request{{portfolio_update::of(read.value())}}),
              R"({"portfolios":[{"budgetControls":{},"name":"n","portfolioId":"1","state":"ENABLED"}]})");
}

} // namespace portfolio_update_test
