// Datadog's rules on a cost budget of 120 months and 500 values of a tag, 60,000 entries; and on twice as many.

#include "suite.hpp"

#include <cstdint>
#include <outlay/datadog.hpp>
#include <string>

namespace {

namespace datadog = outlay::datadog;

/// An entry for each of 120 months and each of this many services.
datadog::upsert_budget_request make_budget(int services)
{
    datadog::upsert_budget_request request;
    datadog::budget_attributes& budget = request.data.attributes;
    budget.start_month = outlay::month{2020, 1};
    budget.end_month = *budget.start_month + 119;
    budget.metrics_query = "aws.cost.amortized{*} by {service}";
    budget.name = "All services";
    for (int i = 0; i < 120; ++i)
        for (int service = 0; service < services; ++service) {
            auto const cents = 100'000 + (i * 7919 + service * 104'729) % 900'000;
            budget.entries.push_back({.amount = outlay::decimal::from_parts(cents, 2),
                                      .month = *budget.start_month + i,
                                      .tag_filters = {{"service", "service-" + std::to_string(service)}}});
        }
    return request;
}

contest rules_contest()
{
    static auto const once = make_budget(500);
    static auto const twice = make_budget(1000);
    require(outlay::validate(twice).empty(), "the budget breaks a rule");
    return {.name = "rules",
            .candidates = {{.row = "60000", .run = [] { keep(outlay::validate(once)); }},
                           {.row = "120000", .run = [] { keep(outlay::validate(twice)); }}}};
}

registered const rules_registered(rules_contest);

} // namespace
