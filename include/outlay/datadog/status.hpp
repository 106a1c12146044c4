#pragma once

#include <outlay/budget/status.hpp>
#include <outlay/datadog/budget.hpp>

namespace outlay {

/// The status of a cost budget: the `costs` of the period that was asked for, spent and budgeted. Without actual costs,
/// only the amount of the whole budget. Entries are not summed: those of months to come have no costs yet. Datadog
/// returns no currency code, nor the time at which costs were measured.
inline status status_of(datadog::budget const& budget)
{
    status told;
    auto const& costs = budget.attributes.costs;
    if (costs && costs->actual) {
        told.spent = *costs->actual;
        if (costs->amount) told.amount = *costs->amount;
    } else {
        told.amount = budget.attributes.total_amount;
    }
    return detail::complete(told);
}

/// The same of the reply that it is in.
inline status status_of(datadog::budget_document const& document) { return status_of(document.data); }

namespace datadog {

using outlay::status_of;

} // namespace datadog
} // namespace outlay
