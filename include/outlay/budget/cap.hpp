#pragma once

#include <algorithm>
#include <date/date.h>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <outlay/value/money.hpp>
#include <variant>

// The limit on the spend of an advertising portfolio, after the policies dateRange, monthlyRecurring and NO_CAP.

namespace outlay::inline v0_1_0 {

/// No limit: the campaigns spend up to their own budgets.
struct no_cap {
    friend constexpr bool operator==(no_cap, no_cap) noexcept = default;
};

/// A limit of `amount` for all days of `dates` together.
struct date_range_cap {
    money amount;     ///< for all of the days
    date_range dates; ///< the days on which the limit applies

    friend constexpr bool operator==(date_range_cap const&, date_range_cap const&) noexcept = default;
};

/// A limit of `amount` for each calendar month.
struct monthly_recurring_cap {
    money amount;                                ///< for each month
    std::optional<date::year_month_day> until{}; ///< the last day on which the limit applies; absent: it does not end
    std::optional<date::year_month_day> from{};  ///< the first day on which the limit applies; absent: any day

    friend constexpr bool operator==(monthly_recurring_cap const&, monthly_recurring_cap const&) noexcept = default;
};

/// The limit on the spend of a portfolio.
using cap = std::variant<no_cap, date_range_cap, monthly_recurring_cap>;

/// The days that share one amount with the day `on`: the dates of a date_range_cap, or the days of the calendar month
/// on which a monthly_recurring_cap applies. nullopt if no limit applies on that day, or if it is not a day of the
/// calendar.
constexpr std::optional<date_range> window(cap const& of, date::year_month_day on) noexcept
{
    if (!detail::is_date(on)) return std::nullopt;
    if (auto const* const ranged = std::get_if<date_range_cap>(&of)) {
        if (ranged->dates.contains(on)) return ranged->dates;
    } else if (auto const* const monthly = std::get_if<monthly_recurring_cap>(&of)) {
        auto const in_month = on.year() / on.month();
        date::year_month_day const last = in_month / date::last;
        date::year_month_day const first = in_month / 1;
        auto const from = monthly->from.value_or(first);
        auto const until = monthly->until.value_or(last);
        if (from <= on && on <= until) return date_range::try_make((std::max)(from, first), (std::min)(until, last));
    }
    return std::nullopt;
}

/// The amount for the days of each window; nullopt for no_cap.
constexpr std::optional<money> amount_of(cap const& of) noexcept
{
    if (auto const* const ranged = std::get_if<date_range_cap>(&of)) return ranged->amount;
    if (auto const* const monthly = std::get_if<monthly_recurring_cap>(&of)) return monthly->amount;
    return std::nullopt;
}

} // namespace outlay::inline v0_1_0
