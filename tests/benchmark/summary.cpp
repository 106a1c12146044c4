#include "summary.hpp"

#include <optional>
#include <string>

summary summary_of(plain::usage_reply const& reply)
{
    summary all{.items = reply.success.size() + reply.error.size()};
    for (plain::campaign const& row : reply.success) {
        all.amounts += row.budget.value() + row.budgetUsagePercent.value();
        all.characters += row.campaignId.size();
    }
    for (plain::refusal const& row : reply.error)
        all.characters += row.campaignId.size() + row.code.size() + row.details.size();
    return all;
}

summary summary_of(plain::portfolio_list const& list)
{
    summary all{.items = list.portfolios.size()};
    for (plain::portfolio const& each : list.portfolios) {
        all.amounts += each.budget.value().amount.value_or(0);
        all.characters += each.name.size() + each.portfolioId.size();
    }
    return all;
}

summary summary_of(plain::budget_document const& document)
{
    plain::budget_attributes const& budget = document.data.attributes;
    summary all{.items = budget.entries.size(), .amounts = budget.total_amount.value()};
    for (plain::budget_entry const& entry : budget.entries) {
        all.amounts += entry.amount.value();
        if (entry.costs) all.amounts += entry.costs->actual.value() + entry.costs->forecast.value();
        for (plain::tag_filter const& filter : entry.tag_filters)
            all.characters += filter.tag_key.size() + filter.tag_value.size();
    }
    return all;
}
