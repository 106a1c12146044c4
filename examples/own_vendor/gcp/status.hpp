#pragma once

#include "types.hpp"
#include <optional>
#include <outlay/budget.hpp>

// The vendor-neutral view of budgets: status and thresholds.

namespace gcp {

/// The amount, the spend, and the figures that follow from the two.
inline outlay::status status_of(budget_notification const& message)
{
    return outlay::completed(
        {.amount = message.budget_amount, .spent = message.cost_amount, .currency = message.currency_code});
}

/// The threshold in percent, 90 for 0.9; by the actual spend unless the rule has another basis. nullopt for an unknown
/// basis.
inline std::optional<outlay::threshold> threshold_of(threshold_rule const& rule)
{
    outlay::decimal const percent = (rule.threshold_percent * 100).normalized();
    if (!rule.spend_basis || *rule.spend_basis == basis::current_spend)
        return outlay::threshold::actual_percent(percent);
    if (*rule.spend_basis == basis::forecasted_spend) return outlay::threshold::forecast_percent(percent);
    return std::nullopt;
}

} // namespace gcp
