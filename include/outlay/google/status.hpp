#pragma once

#include <outlay/budget/status.hpp>
#include <outlay/google/campaign_budget.hpp>
#include <outlay/google/search.hpp>

namespace outlay::inline v0_1_0 {

/// The status of a budget: its amount, a day or in total, and nothing else. Google does not return what was spent, nor
/// the days of the campaigns that use the budget, and the currency is that of the account.
inline status status_of(google::campaign_budget const& budget)
{
    return {.amount = budget.amount ? budget.amount : budget.total_amount};
}

/// The same with the currency of the account, where the row has it.
inline status status_of(google::campaign_budget_row const& row)
{
    status found = status_of(row.campaign_budget);
    if (row.customer) found.currency = row.customer->currency_code;
    return found;
}

namespace google {

using outlay::status_of;

} // namespace google
} // namespace outlay::inline v0_1_0
