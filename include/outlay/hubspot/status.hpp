#pragma once

#include <outlay/budget/figures.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/value/currency.hpp>

namespace outlay::inline v0_1_0 {

/// The status of the budget of a campaign. A total that HubSpot leaves out is the sum of its items, if there are any,
/// and is `derived`. Totals have no time of measurement and no dates: those are properties of the campaign,
/// whose status has them.
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

/// The status of a campaign by its properties: the sums of its budget items and spend items, its currency and its days,
/// as far as they were requested and have a value. Properties have no time of measurement.
inline status status_of(hubspot::campaign const& campaign)
{
    return detail::complete({.amount = campaign.budget(),
                             .spent = campaign.spend(),
                             .currency = campaign.currency_code(),
                             .window = campaign.window()});
}

namespace hubspot {

using outlay::status_of;

} // namespace hubspot
} // namespace outlay::inline v0_1_0
