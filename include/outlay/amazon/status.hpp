#pragma once

#include <optional>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/campaign.hpp>
#include <outlay/amazon/stream.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/assert.hpp>

namespace outlay::inline v0_1_0 {

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

/// The same with the budgets of the campaign itself, of a list or an update. If the usage has a budget that is neither
/// of them, the budget was changed between the two replies. Then, and for a budget type other than daily, nothing is
/// derived: the percentage is of an amount that is not known. Usage and campaign must have the same id.
inline status status_of(amazon::campaign_usage const& usage, amazon::campaign const& of)
{
    OUTLAY_ASSERT(!usage.campaign_id || *usage.campaign_id == of.campaign_id);
    amazon::campaign_budget const& budget = of.budget;
    bool const is_changed = usage.budget && usage.budget != budget.budget && usage.budget != budget.effective_budget;
    status known{.amount = is_changed ? usage.budget : compact_optional<decimal>(budget.budget),
                 .used_percent = usage.budget_usage_percent,
                 .as_of = usage.usage_updated_timestamp};
    if (is_changed) return known;
    known.effective_amount = budget.effective_budget;
    return budget.budget_type == amazon::budget_type::daily ? detail::complete(known) : known;
}

/// The same of a portfolio, which has no budget rules. One without a cap has neither an amount nor a percentage,
/// because there is no budget, and no spend, because a percentage of ten billion gives none.
inline status status_of(amazon::portfolio_usage const& usage)
{
    if (amazon::is_uncapped(usage)) return {.as_of = usage.usage_updated_timestamp, .is_uncapped = true};
    return detail::complete(
        {.amount = usage.budget, .used_percent = usage.budget_usage_percent, .as_of = usage.usage_updated_timestamp});
}

/// The status of a message of Amazon Marketing Stream. The budget of a campaign is the effective one: whether rules
/// have raised it is not in the message, so that `amount` is absent. Without a scope that is known, nothing is derived.
inline status status_of(amazon::budget_usage_message const& message)
{
    if (auto const usage = amazon::to_portfolio_usage(message)) return status_of(*usage);
    status known{.used_percent = message.budget_usage_percentage,
                 .as_of = message.usage_updated_timestamp,
                 .effective_amount = message.budget};
    return message.budget_scope_type == amazon::budget_scope_type::campaign ? detail::complete(known) : known;
}

namespace amazon {

using outlay::status_of;

} // namespace amazon
} // namespace outlay::inline v0_1_0
