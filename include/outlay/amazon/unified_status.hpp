#pragma once

#include <algorithm>
#include <chrono>
#include <date/date.h>
#include <optional>
#include <outlay/amazon/unified_budget.hpp>
#include <outlay/amazon/unified_campaigns.hpp>
#include <outlay/budget/cap.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/timestamp.hpp>

namespace outlay::inline v0_1_0 {

namespace amazon::unified::detail {

/// The figures of an amount, as far as there is one.
inline status status_of_amount(monetary_budget const* of)
{
    if (of == nullptr) return {};
    return {.amount = of->value, .currency = of->currency_code, .effective_amount = of->rule_value};
}

/// The day of an instant where clocks are `ahead_of_utc`.
inline date::year_month_day day_of(iso_timestamp at, std::chrono::minutes ahead_of_utc) noexcept
{
    return iso_timestamp(at.time() + ahead_of_utc).day();
}

/// The days from one instant to another. The last is a day whose end the period has, be that its last millisecond or
/// the midnight after it.
inline std::optional<date_range> days_between(iso_timestamp start, iso_timestamp end,
                                              std::chrono::minutes ahead_of_utc) noexcept
{
    if (end <= start) return std::nullopt;
    auto const last = iso_timestamp::from_milliseconds(end.milliseconds() - 1);
    return date_range::try_make(day_of(start, ahead_of_utc), day_of(last, ahead_of_utc));
}

/// The days that share the amount of a budget: those of the campaign, or those of its days that share it with `on`.
/// nullopt if these are absent.
inline std::optional<date_range> window_of(campaign const& of, recurrence how_often,
                                           std::optional<date::year_month_day> on, std::chrono::minutes ahead_of_utc)
{
    if (how_often == recurrence::lifetime) {
        if (!of.start_date_time || !of.end_date_time) return std::nullopt;
        return days_between(*of.start_date_time, *of.end_date_time, ahead_of_utc);
    }
    if (!on || !on->ok()) return std::nullopt;
    auto const month = on->year() / on->month();
    date::year_month_day first = how_often == recurrence::daily ? *on : month / 1;
    date::year_month_day last = how_often == recurrence::daily ? *on : month / date::last;
    if (of.start_date_time) first = (std::max)(first, day_of(*of.start_date_time, ahead_of_utc));
    if (of.end_date_time) {
        auto const end = iso_timestamp::from_milliseconds(of.end_date_time->milliseconds() - 1);
        last = (std::min)(last, day_of(end, ahead_of_utc));
    }
    if (*on < first || last < *on) return std::nullopt;
    return date_range::try_make(first, last);
}

} // namespace amazon::unified::detail

/// The status of a budget of a campaign: the amount, its currency, and the amount while a budget rule applies. The
/// spend is not in it, and without the campaign, neither is the window.
inline status status_of(amazon::unified::budget const& budget)
{
    return amazon::unified::detail::status_of_amount(amount_of(budget));
}

/// The status of the budget of a campaign on a day: that of the flight which has the day, if one has, and its days as
/// the window; else that of the campaign's only budget. A campaign with two budgets has no amount here: see budget_of()
/// and status_of(budget).
///
/// Without a day, flights are not looked at, and a budget that is renewed has no window. Days are counted where clocks
/// are `ahead_of_utc`, the time zone of the account: see outlay/budget/today.hpp. The spend is not in the reply.
inline status status_of(amazon::unified::campaign const& campaign, std::optional<date::year_month_day> on = {},
                        std::chrono::minutes ahead_of_utc = {})
{
    namespace unified = amazon::unified;
    if (on)
        for (unified::flight const& flight : campaign.flights) {
            auto const days = unified::detail::days_between(flight.start_date_time, flight.end_date_time, ahead_of_utc);
            if (!days || !days->contains(*on)) continue;
            status found = unified::detail::status_of_amount(amount_of(flight.budget));
            found.window = days;
            return found;
        }
    if (campaign.budgets.size() != 1) return {};
    unified::budget const& only = campaign.budgets.front();
    status found = status_of(only);
    if (auto const how_often = only.recurrence_time_period.known())
        found.window = unified::detail::window_of(campaign, *how_often, on, ahead_of_utc);
    return found;
}

namespace amazon::unified {

using outlay::status_of;

} // namespace amazon::unified
} // namespace outlay::inline v0_1_0
