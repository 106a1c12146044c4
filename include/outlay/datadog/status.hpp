#pragma once

#include <optional>
#include <outlay/budget/figures.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/costs.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/timestamp.hpp>

namespace outlay::inline v0_1_0 {

namespace detail {

/// The days of UTC from one instant to another. The last is a day whose end the period has, be that its last
/// millisecond or the midnight after it. nullopt if one is absent, or they are out of order.
inline std::optional<date_range> days_between(nullable<epoch_timestamp> const& start,
                                              nullable<epoch_timestamp> const& end) noexcept
{
    if (!start || !end || *end <= *start) return std::nullopt;
    return date_range::try_make(start->day(), epoch_timestamp::from_milliseconds(end->milliseconds() - 1).day());
}

} // namespace detail

namespace datadog::detail {

/// Spent, forecast and budgeted, of the period of the costs; nullopt if they have neither actual costs nor a forecast.
/// Where `forecast` is absent, the custom forecast counts, and otherwise Datadog's own, as Datadog has it.
inline std::optional<status> status_of_costs(nullable<costs> const& of)
{
    if (!of) return std::nullopt;
    status found;
    auto const put = [](std::optional<decimal>& to, nullable<decimal> const& from) {
        if (!to && from) to = *from;
    };
    put(found.spent, of->actual);
    put(found.forecast, of->forecast);
    bool const is_told = found.forecast.has_value();
    put(found.forecast, of->custom_forecast);
    put(found.forecast, of->ootb_forecast);
    if (!found.spent && !found.forecast) return std::nullopt;
    if (found.forecast && !is_told) found.derived.add(status_figure::forecast);
    put(found.amount, of->amount);
    return found;
}

} // namespace datadog::detail

/// The status of a cost budget: the `costs` of the period that was requested, spent, forecast and budgeted, and the
/// days of that period. Without actual costs and a forecast, the amount of the whole budget and the days of its months.
/// Figures of the two are not mixed, and entries are not summed: those of months to come have no costs yet. Datadog
/// returns no currency code, nor the time at which costs were measured.
inline status status_of(datadog::budget const& budget)
{
    auto const& of = budget.attributes;
    if (auto found = datadog::detail::status_of_costs(of.costs)) {
        found->window = detail::days_between(of.costs_period_start, of.costs_period_end);
        return detail::complete(*found);
    }
    status found{.amount = of.total_amount};
    if (of.start_month && of.end_month)
        found.window = date_range::try_make(of.start_month->first_day(), of.end_month->last_day());
    return detail::complete(found);
}

/// The status of one month and combination of tags of a budget: the `costs` of its entry, or, where these have neither
/// actual costs nor a forecast, the amount of the entry. The window is the days of the month.
inline status status_of(datadog::budget_entry const& entry)
{
    status found = datadog::detail::status_of_costs(entry.costs).value_or(status{.amount = entry.amount});
    if (entry.month) found.window = entry.month->dates();
    return detail::complete(found);
}

/// The same of the reply that it is in.
inline status status_of(datadog::budget_document const& document) { return status_of(document.data); }

namespace datadog {

using outlay::status_of;

} // namespace datadog
} // namespace outlay::inline v0_1_0
