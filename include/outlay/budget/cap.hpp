#pragma once

#include <algorithm>
#include <date/date.h>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <outlay/value/money.hpp>
#include <variant>

// What a portfolio may spend at most, and when. By the policies that portfolios of advertising have:
// dateRange, monthlyRecurring and NO_CAP.

namespace outlay::inline v0_1_0 {

/// The campaigns spend until their own budgets are used.
struct no_cap {
    friend constexpr bool operator==(no_cap, no_cap) noexcept = default;
};

/// At most `amount` in all the days of `dates` together.
struct date_range_cap {
    money amount;     ///< for all of the days
    date_range dates; ///< on which it applies

    friend constexpr bool operator==(date_range_cap const&, date_range_cap const&) noexcept = default;
};

/// At most `amount` in each calendar month: it renews on the first.
struct monthly_recurring_cap {
    money amount;                                ///< for each month
    std::optional<date::year_month_day> until{}; ///< the last day on which it applies, if it ends
    std::optional<date::year_month_day> from{};  ///< the first, if it has one

    friend constexpr bool operator==(monthly_recurring_cap const&, monthly_recurring_cap const&) noexcept = default;
};

/// What limits the spending of a portfolio, if anything does.
using cap = std::variant<no_cap, date_range_cap, monthly_recurring_cap>;

/// The days that share one amount with the day `on`: the dates of a date_range_cap, or the calendar month, as far as
/// the cap applies. nullopt if nothing caps what is spent on that day, or it is not a day of the calendar.
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

/// The amount that is shared by the days of each window; nullopt for no_cap.
constexpr std::optional<money> amount_of(cap const& of) noexcept
{
    if (auto const* const ranged = std::get_if<date_range_cap>(&of)) return ranged->amount;
    if (auto const* const monthly = std::get_if<monthly_recurring_cap>(&of)) return monthly->amount;
    return std::nullopt;
}

} // namespace outlay::inline v0_1_0
