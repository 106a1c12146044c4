#pragma once

#include "../support.hpp"
#include "../terminal.hpp"
#include <iostream>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <string_view>

// The last part of the quickstart, a campaign out of budget: its missed sales, Amazon's recommendation, and a raise of
// the budget, which is checked and sent.

namespace campaigns {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using terminal::colour, terminal::paint;

/// In place of Amazon's server: a transport is any callable that turns a request into a response.
inline outlay::http::response answer(outlay::http::request const& asked)
{
    if (asked.url.ends_with("/sp/campaigns/budget/usage"))
        return {.status = 207,
                .body = R"({"success":[{"campaignId":"7001","index":0,"budget":50.00,"budgetUsagePercent":100.4,
                                        "usageUpdatedTimestamp":"2027-03-02T15:10:00Z"}]})"};
    if (asked.url.ends_with("/sp/campaigns/budgetRecommendations"))
        return {.status = 200,
                .body = R"({"budgetRecommendationsErrorResults":[],"budgetRecommendationsSuccessResults":[
                            {"campaignId":"7001","index":0,"suggestedBudget":82.50,"budgetRuleRecommendation":null,
                             "sevenDaysMissedOpportunities":{"startDate":"20270223","endDate":"20270301",
                              "percentTimeInBudget":0.62,"estimatedMissedImpressionsLower":4100,
                              "estimatedMissedImpressionsUpper":5600,"estimatedMissedClicksLower":61,
                              "estimatedMissedClicksUpper":84,"estimatedMissedSalesLower":310.40,
                              "estimatedMissedSalesUpper":452.75}}]})"};
    std::cout << "  " << outlay::http::to_string(asked.method) << ' ' << asked.url.substr(asked.url.find("/sp")) << ' '
              << asked.body << '\n';
    return {.status = 207, .body = R"({"campaigns":{"success":[{"campaignId":"7001","index":0}],"error":[]}})"};
}

inline void show_missed(ads::budget_recommendation const& row)
{
    ads::missed_opportunities const& missed = row.seven_days_missed_opportunities.value();
    std::cout << "  In budget " << ads::time_in_budget(missed, ads::ad_product::sponsored_products).value()
              << " % of the time from " << missed.start_date.value() << " to " << missed.end_date.value()
              << ", it missed " << missed.estimated_missed_sales_lower.value() << " to "
              << missed.estimated_missed_sales_upper.value() << " of sales.\n";
}

inline void show_raised_budget()
{
    ads::client amazon{&answer, ads::endpoint{.client_id = "client id", .access_token = "token", .profile_id = "11"}};
    ads::campaign_id const id = "7001";

    auto const usage = amazon.campaign_budget_usage(ads::ad_product::sponsored_products, {id});
    expect(usage.ok(), "the usage is answered");
    std::cout << "  Campaign " << id << ": " << outlay::status_of(*usage[0].success()) << '\n';

    auto const advice = amazon.campaign_budget_recommendations(ads::ad_product::sponsored_products, {id});
    expect(advice.ok(), "a budget is recommended");
    ads::budget_recommendation const& row = *advice[0].success();
    show_missed(row);

    // An invalid budget is not sent.
    auto const wrong =
        amazon.update_campaign_budgets({{.campaign_id = id, .budget = ads::campaign_budget::daily(0_dec)}});
    expect(wrong[0].failure() != nullptr, "a budget of 0 is not sent");
    std::cout << "  " << paint(colour::red, wrong[0].failure()->message()) << '\n';

    auto const raised = amazon.update_campaign_budgets(
        {{.campaign_id = id, .budget = ads::campaign_budget::daily(row.suggested_budget.value())}});
    expect(raised.ok(), "the budget is raised");
}

} // namespace campaigns
