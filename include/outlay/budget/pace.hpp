#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <date/date.h>
#include <optional>
#include <outlay/budget/detail/proportion.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/naming.hpp>
#include <outlay/value/text.hpp>
#include <string>

// The spend of a budget until today, compared with an even spend over its window.

namespace outlay::inline v0_1_0 {

/// The result of comparing a spend with an even one.
enum class pace_verdict : unsigned char {
    under_pace, ///< at this rate, some of the amount is left at the end
    on_pace,    ///< even, within the tolerance
    over_pace,  ///< at this rate, the amount is used up before the end
};
BOOST_DESCRIBE_ENUM(pace_verdict, under_pace, on_pace, over_pace)

/// In JSON, `"over_pace"`.
template<>
struct model<pace_verdict> {
    static constexpr auto naming = wire_case::snake; ///< the names in C++
};

/// The options of pace_of: the days that a projection needs, and the deviation that still counts as even.
struct pace_options {
    /// The least number of elapsed days for a projection, because the spend of one day is a poor estimate for a month.
    /// After the window, the projection is the spend.
    int project_after_days = 3;
    /// The tolerance of on_pace, 0 or more: a spend of 100 - tolerance to 100 + tolerance percent of the expected
    /// spend, both included, is on pace.
    decimal tolerance_percent = 5;
};

/// The pace of a budget at the beginning of a day, from pace_of. Amounts are in the currency of the status, exact or
/// rounded to 28 digits, and not rounded to minor units. A figure that can't be calculated from the status is absent,
/// also because of a division by 0 or a result that does not fit a decimal.
struct pace {
    using printable = void;

    std::optional<decimal> elapsed_percent{}; ///< elapsed days / days of the window * 100: 0 to 100
    std::optional<decimal> expected{};        ///< limit * elapsed days / days of the window: the even spend
    /// Used share / elapsed share: 1 is even, 1.2 is a fifth more. Absent until the end of the first day, and for a
    /// limit of 0 or less.
    std::optional<decimal> index{};
    std::optional<decimal> run_rate{};  ///< spent / elapsed days: the amount per day
    std::optional<decimal> projected{}; ///< spent / elapsed days * days of the window
    /// remaining / number of days from today on; 0 if more than the limit was spent. Absent after the window.
    std::optional<decimal> suggested_daily{};
    /// The first day, from today on, at whose end spent + run_rate * days reaches the limit; today if nothing remains.
    /// Absent if the limit is not reached in the window, outside of the window, and for a limit of 0 or less. Unlike
    /// `projected`, available from one elapsed day on, for early warnings.
    std::optional<date::year_month_day> exhausted_on{};
    std::optional<pace_verdict> verdict{}; ///< the index, compared with the tolerance

    /// `over pace (1.2): 1000 expected, 120 a day, 3600 projected, 90 a day suggested, exhausted on 2026-04-25`,
    /// without the parts that are absent; quotients to two places, the index to three.
    std::string to_string() const;

    friend constexpr bool operator==(pace const&, pace const&) noexcept = default;
};
BOOST_DESCRIBE_STRUCT(pace, (),
                      (elapsed_percent, expected, index, run_rate, projected, suggested_daily, exhausted_on, verdict))

namespace detail {

/// The days of a window as pace_of counts them.
struct elapsed_days {
    std::uint32_t all;     ///< all days of the window
    std::uint32_t elapsed; ///< the days before today: 0 to all
    std::uint32_t left;    ///< the days from today on

    constexpr elapsed_days(date_range over, date::year_month_day today) noexcept
        : all(static_cast<std::uint32_t>(over.days()))
    {
        int const before = (date::sys_days(today) - date::sys_days(over.first())).count();
        elapsed = before < 0 ? 0 : static_cast<std::uint32_t>(before);
        if (elapsed > all) elapsed = all;
        left = all - elapsed;
    }
};

/// The verdict for an index, which may be rounded to 28 digits.
constexpr pace_verdict verdict_on(decimal index, decimal tolerance_percent) noexcept
{
    decimal const tolerance = tolerance_percent > 0 ? tolerance_percent : decimal(0);
    auto const upper = nearest_sum(100, tolerance);
    decimal const lower = 100 - tolerance; // fits, because the tolerance is not negative
    if (upper && compare_to_part(index, 1, *upper) > 0) return pace_verdict::over_pace;
    if (compare_to_part(index, 1, lower) < 0) return pace_verdict::under_pace;
    return pace_verdict::on_pace;
}

constexpr std::optional<date::year_month_day> exhaustion(decimal spent, decimal limit, date_range over,
                                                         date::year_month_day today, elapsed_days days) noexcept
{
    if (!over.contains(today)) return std::nullopt;
    if (spent >= limit) return today;
    if (spent <= 0 || days.elapsed == 0) return std::nullopt;
    // The least number of days with spent / elapsed * days >= limit. It is more than elapsed, because spent < limit.
    auto const in_all = times_to_reach(limit, days.elapsed, spent, days.all);
    if (!in_all) return std::nullopt;
    return date::sys_days(over.first()) + date::days(static_cast<int>(*in_all) - 1);
}

} // namespace detail

/// The pace of a budget over a window, the days that share its amount, at the beginning of `today`. Elapsed days are
/// those before today, so that on 11 April 10 of 30 have elapsed; `spent` should be measured at that time. `today` is a
/// day in the budget's time zone; today_in() returns it. Before the window no day has elapsed, after it all have.
/// Without a limit (no cap), only the elapsed share, the run rate and the projection are present. `window(cap, today)`
/// returns the window of a cap. All figures are absent if `today` is not a day of the calendar.
///
///     auto const april = pace_of({.amount = 3000_dec, .spent = 1200_dec}, month{2026, 4}.dates(), 2026_y / 4 / 11);
///     april.index;        // 1.2
///     april.exhausted_on; // 2026-04-25
constexpr pace pace_of(status const& budget, date_range over, date::year_month_day today,
                       pace_options const& options = {}) noexcept
{
    pace at;
    if (!detail::is_date(today)) return at;
    detail::elapsed_days const days(over, today);
    at.elapsed_percent = detail::proportion(100, days.elapsed, 1, days.all);

    status const known = detail::complete(budget);
    auto const limit = known.is_uncapped ? std::nullopt : known.limit();
    auto const& spent = known.spent;
    bool const is_begun = days.elapsed > 0;
    if (limit) at.expected = detail::proportion(*limit, days.elapsed, 1, days.all);
    if (known.remaining && days.left > 0)
        at.suggested_daily = detail::proportion(*known.remaining > 0 ? *known.remaining : decimal(0), days.left);
    if (spent && is_begun) {
        at.run_rate = detail::proportion(*spent, days.elapsed);
        bool const is_early = static_cast<int>(days.elapsed) < options.project_after_days;
        if (!is_early || days.left == 0) at.projected = detail::proportion(*spent, days.all, 1, days.elapsed);
    }
    if (limit && *limit > 0 && spent) {
        if (is_begun) at.index = detail::proportion(*spent, days.all, *limit, days.elapsed);
        at.exhausted_on = detail::exhaustion(*spent, *limit, over, today, days);
    } else if (!limit && is_begun && known.used_percent) {
        at.index = detail::proportion(*known.used_percent, days.all, 100, days.elapsed);
    }
    if (at.index) at.verdict = detail::verdict_on(*at.index, options.tolerance_percent);
    return at;
}

/// The same over the window of the status. All figures are absent if the status has no window.
constexpr pace pace_of(status const& budget, date::year_month_day today, pace_options const& options = {}) noexcept
{
    return budget.window ? pace_of(budget, *budget.window, today, options) : pace{};
}

inline std::string pace::to_string() const
{
    constexpr int places_of_index = 3;
    constexpr int places_of_amounts = 2;
    auto const cut = [](decimal n, int places) { return n.scale() > places ? n.round(places) : n; };
    std::string text = "pace unknown";
    if (verdict) {
        text = enum_text(*verdict);
        text[text.find('_')] = ' ';
    }
    if (index) text.append(" (").append(cut(*index, places_of_index).normalized().to_string()).append(")");
    bool is_first = true;
    auto const add = [&](std::optional<decimal> const& amount, char const* of) {
        if (!amount) return;
        text.append(is_first ? ": " : ", ").append(cut(*amount, places_of_amounts).to_string()).append(of);
        is_first = false;
    };
    add(expected, " expected");
    add(run_rate, " a day");
    add(projected, " projected");
    add(suggested_daily, " a day suggested");
    if (exhausted_on) text.append(", exhausted on ").append(outlay::to_string(*exhausted_on));
    return text;
}

} // namespace outlay::inline v0_1_0
