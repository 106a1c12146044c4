#pragma once

#include <outlay/budget/figures.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/value/currency.hpp>

namespace outlay {

/// The status of the budget of a campaign. A total that HubSpot leaves out is the sum of its items, if there are any,
/// and is `derived`. Totals have no time of measurement and no dates: those are properties of the campaign.
inline status status_of(hubspot::budget_totals const& totals)
{
    status found{.amount = totals.budget_total, .spent = totals.spend_total, .remaining = totals.remaining_budget};
    if (!totals.budget_items.empty())
        detail::derive(found, status_figure::amount, &status::amount, hubspot::detail::sum_of(totals.budget_items));
    if (!totals.spend_items.empty())
        detail::derive(found, status_figure::spent, &status::spent, hubspot::detail::sum_of(totals.spend_items));
    if (totals.currency_code != currency()) found.currency = totals.currency_code;
    return detail::complete(found);
}

namespace hubspot {

using outlay::status_of;

} // namespace hubspot
} // namespace outlay
