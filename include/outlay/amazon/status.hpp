#pragma once

#include <outlay/amazon/budget_usage.hpp>
#include <outlay/budget/status.hpp>

namespace outlay {

/// How the budget of a campaign stands. Amazon tells the budget and the percentage that is used, from which `spent`
/// follows as exactly as the percentage is told; not the currency, which is that of the profile.
inline status status_of(amazon::campaign_usage const& usage)
{
    return detail::complete(
        {.amount = usage.budget, .used_percent = usage.budget_usage_percent, .as_of = usage.usage_updated_timestamp});
}

/// The same of a portfolio. One without a cap has neither an amount nor a percentage, which would be of no budget;
/// nor is it told then what was spent, which can't be had from a percentage of ten billion.
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
