#pragma once

#include <optional>
#include <outlay/budget/status.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/value/decimal.hpp>
#include <vector>

namespace outlay {

/// How the budget of a campaign stands. A total that HubSpot leaves out is the sum of its items, if there are any. It
/// does not tell as of when.
inline status status_of(hubspot::budget_totals const& totals)
{
    auto const total = [](std::optional<decimal> const& told, std::vector<hubspot::budget_item> const& items) {
        return told || items.empty() ? told : hubspot::detail::sum_of(items);
    };
    status told{.amount = total(totals.budget_total, totals.budget_items),
                .spent = total(totals.spend_total, totals.spend_items),
                .remaining = totals.remaining_budget};
    if (totals.currency_code != currency()) told.currency = totals.currency_code;
    return detail::complete(told);
}

namespace hubspot {

using outlay::status_of;

} // namespace hubspot
} // namespace outlay
