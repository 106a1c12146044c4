#pragma once

#include <optional>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/value/decimal.hpp>

namespace outlay {

/// The status of the budget of a campaign. Amazon returns the budget and the percentage that is used, from which
/// `spent` follows as exactly as the percentage is given; not the currency, which is that of the profile.
///
/// The percentage is of the effective budget, which budget rules raise above the budget. Usage has no effective budget:
/// the list of campaigns has it, and where `effective_budget` is given, `spent` and `remaining` are of that. Without it
/// both are derived as if no rule applied.
inline status status_of(amazon::campaign_usage const& usage, std::optional<decimal> effective_budget = {})
{
    return detail::complete({.amount = usage.budget,
                             .used_percent = usage.budget_usage_percent,
                             .as_of = usage.usage_updated_timestamp,
                             .effective_amount = effective_budget});
}

/// The same of a portfolio, which has no budget rules. One without a cap has neither an amount nor a percentage, which
/// would be of no budget; nor a spend, which can't be had from a percentage of ten billion.
inline status status_of(amazon::portfolio_usage const& usage)
{
    if (amazon::is_uncapped(usage)) return {.as_of = usage.usage_updated_timestamp, .is_uncapped = true};
    return detail::complete(
        {.amount = usage.budget, .used_percent = usage.budget_usage_percent, .as_of = usage.usage_updated_timestamp});
}

namespace amazon {

using outlay::status_of;

} // namespace amazon
} // namespace outlay
