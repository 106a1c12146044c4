#pragma once

#include <optional>
#include <outlay/budget/status.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/timestamp.hpp>

namespace outlay {

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

/// The status of a cost budget: the `costs` of the period that was asked for, spent, forecast and budgeted, and the
/// days of that period. Without actual costs and a forecast, the amount of the whole budget and the days of its months.
/// Figures of the two are not mixed, and entries are not summed: those of months to come have no costs yet. Datadog
/// returns no currency code, nor the time at which costs were measured.
inline status status_of(datadog::budget const& budget)
{
    status found;
    auto const& of = budget.attributes;
    if (of.costs && (of.costs->actual || of.costs->forecast)) {
        if (of.costs->actual) found.spent = *of.costs->actual;
        if (of.costs->forecast) found.forecast = *of.costs->forecast;
        if (of.costs->amount) found.amount = *of.costs->amount;
        found.window = detail::days_between(of.costs_period_start, of.costs_period_end);
    } else {
        found.amount = of.total_amount;
        if (of.start_month && of.end_month)
            found.window = date_range::try_make(of.start_month->first_day(), of.end_month->last_day());
    }
    return detail::complete(found);
}

/// The same of the reply that it is in.
inline status status_of(datadog::budget_document const& document) { return status_of(document.data); }

namespace datadog {

using outlay::status_of;

} // namespace datadog
} // namespace outlay
