#pragma once

#include <algorithm>
#include <date/date.h>
#include <optional>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/budget_type.hpp>
#include <outlay/aws/spend.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/timestamp.hpp>
#include <string_view>

namespace outlay::inline v0_1_0 {
namespace aws::detail {

/// The days of UTC that a period of time has a part of. Its end is the first instant that it does not have, or, as some
/// tools send it, the last second that it has.
inline std::optional<date_range> days_of(std::optional<time_period> const& of) noexcept
{
    if (!of || !of->start || !of->end || *of->end <= *of->start) return std::nullopt;
    return date_range::try_make(of->start->day(), iso_timestamp::from_milliseconds(of->end->milliseconds() - 1).day());
}

/// The calendar month, quarter or year of a day, or the day itself; nullopt for CUSTOM and for a unit that is unknown.
inline std::optional<date_range> unit_of(open_enum<time_unit> const& unit, date::year_month_day on)
{
    if (!unit.is_known() || !on.ok()) return std::nullopt;
    auto const months_from = [on](unsigned first_month, int count) {
        auto const first = on.year() / date::month(first_month);
        auto const last = first + date::months(count - 1);
        return date_range::try_make(first / date::day(1), date::year_month_day(last / date::last));
    };
    constexpr unsigned months_of_a_quarter = 3;
    auto const before = static_cast<unsigned>(on.month()) - 1;
    switch (unit.value()) {
    case time_unit::daily: return date_range::try_make(on, on);
    case time_unit::monthly: return months_from(before + 1, 1);
    case time_unit::quarterly:
        return months_from(before - before % months_of_a_quarter + 1, static_cast<int>(months_of_a_quarter));
    case time_unit::annually: return months_from(1, 12);
    default: return std::nullopt;
    }
}

/// The part of a unit of time in which the budget lives.
inline std::optional<date_range> window_on(budget const& of, date::year_month_day on)
{
    auto const unit = unit_of(of.time_unit, on);
    if (!unit || !of.time_period) return unit;
    date::year_month_day first = unit->first();
    date::year_month_day last = unit->last();
    if (of.time_period->start) first = (std::max)(first, of.time_period->start->day());
    if (auto const& end = of.time_period->end)
        last = (std::min)(last, iso_timestamp::from_milliseconds(end->milliseconds() - 1).day());
    return date_range::try_make(first, last);
}

/// The window, where the life of the budget decides it: CUSTOM, or a life of one unit of time.
inline std::optional<date_range> window_of_life(budget const& of)
{
    auto const life = days_of(of.time_period);
    if (!life || of.time_unit == time_unit::custom) return life;
    auto const unit = unit_of(of.time_unit, life->first());
    return unit && unit->contains(life->last()) ? life : std::nullopt;
}

/// The status of a budget of utilization or coverage: percentages in place of amounts.
inline status status_in_percent(budget const& of)
{
    constexpr int whole = 100;
    status found;
    if (!of.calculated_spend) return found;
    decimal const actual = of.calculated_spend->actual_spend.amount;
    if (!of.budget_limit || of.budget_limit->amount == whole) {
        found.used_percent = actual;
    } else {
        outlay::detail::derive(found, status_figure::used_percent, &status::used_percent,
                               outlay::detail::nearest_percent(actual, of.budget_limit->amount));
    }
    return found;
}

/// The status of a budget of costs or usage. Figures in another unit than that of the limit are left out.
inline status status_in_amounts(budget const& of)
{
    status found;
    std::optional<std::string_view> unit;
    auto const put = [&](std::optional<decimal>& to, spend const& from) {
        if (unit && *unit != from.unit) return;
        unit = from.unit;
        to = from.amount;
    };
    if (of.budget_limit) put(found.amount, *of.budget_limit);
    if (of.calculated_spend) {
        put(found.spent, of.calculated_spend->actual_spend);
        if (auto const& forecast = of.calculated_spend->forecasted_spend) put(found.forecast, *forecast);
    }
    if (!unit || of.budget_type != budget_type::cost) return found;
    auto const code = currency::try_parse(*unit);
    if (code && code->is_known()) found.currency = code;
    return found;
}

} // namespace aws::detail

/// The status of a budget: limit, actual and forecast spend of the current unit of time. COST budgets have a currency,
/// where their unit is the code of one; the amounts of USAGE budgets are in the unit of the limit. A utilization or
/// coverage budget is in percent: it has `used_percent` and no amounts.
///
/// The window is that of a CUSTOM budget, or of one that lives for a single unit of time. Of others a reply has the
/// life of the budget, and not the unit of time of its spend: status_of(budget, today) has the window of these. AWS
/// does not return when it measured the spend: `last_updated_time` is that of the budget.
inline status status_of(aws::budget const& of)
{
    bool const is_amount = of.budget_type == aws::budget_type::cost || of.budget_type == aws::budget_type::usage;
    if (!of.budget_type.is_known()) return {}; // nobody knows what its figures are
    status found = is_amount ? aws::detail::status_in_amounts(of) : aws::detail::status_in_percent(of);
    found.window = aws::detail::window_of_life(of);
    return detail::complete(found);
}

/// The same with the window of the unit of time that a day of UTC is in: the day, or its calendar month, quarter or
/// year, as far as the budget lives in it. nullopt for the window on a day before or after that.
inline status status_of(aws::budget const& of, date::year_month_day today)
{
    status found = status_of(of);
    if (of.time_unit != aws::time_unit::custom) found.window = aws::detail::window_on(of, today);
    return found;
}

namespace aws {

using outlay::status_of;

} // namespace aws
} // namespace outlay::inline v0_1_0
