#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <optional>
#include <outlay/aws/budget_type.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/model.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/text.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

// The terms that AWS has for a budget that is sent. Source: AWS's description of its service Budgets, version
// 2016-10-20.

namespace outlay::inline v0_1_0::aws {

namespace detail {

inline constexpr std::int32_t most_adjustment_periods = 60; ///< of any unit of time
inline constexpr int months_of_quarter = 3;

constexpr bool is_same_letter(char a, char b) noexcept
{
    constexpr char to_upper = 'a' - 'A';
    return a == b || (b >= 'a' && b <= 'z' && a == b - to_upper);
}

/// The place of a word in lower case, whatever the case of the text; npos for none.
constexpr std::size_t find_any_case(std::string_view text, std::string_view word) noexcept
{
    auto const at = std::ranges::search(text, word, is_same_letter);
    return at.empty() ? std::string_view::npos : static_cast<std::size_t>(at.begin() - text.begin());
}

/// Whether AWS's pattern for names takes the characters of this one.
constexpr bool is_budget_name(std::string const& name) noexcept
{
    std::string_view const text = name;
    if (text.find_first_of(":\\") != std::string_view::npos) return false;
    if (text.find("/action/") != std::string_view::npos) return false;
    std::size_t const script = find_any_case(text, "<script>");
    return script == std::string_view::npos ||
           find_any_case(text.substr(script), "</script>") == std::string_view::npos;
}

inline constexpr auto budget_name_length = coded("budget_name_length", length(1, 100));
inline constexpr auto budget_name_pattern = satisfies<std::string>(
    "budget_name_pattern", &is_budget_name, "a name without \":\", \"\\\", \"/action/\" and scripts",
    "^(?![\\s\\S]*/action/)(?![\\s\\S]*<[sS][cC][rR][iI][pP][tT]>[\\s\\S]*</[sS][cC][rR][iI][pP][tT]>)[^:\\\\]*$");

/// Takes characters off the front of a text as long as they are some of these; how many.
constexpr std::size_t take(std::string_view& text, bool (*is_one)(char)) noexcept
{
    auto const end = std::ranges::find_if_not(text, is_one);
    auto const count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
}

/// Takes a text off the front of another, if it is there.
constexpr bool take(std::string_view& text, std::string_view front) noexcept
{
    if (!text.starts_with(front)) return false;
    text.remove_prefix(front.size());
    return true;
}

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `arn:aws:billing::123456789012:billingview/primary`
constexpr bool is_billing_view_arn(std::string const& arn) noexcept
{
    constexpr std::size_t account_digits = 12;
    constexpr std::size_t most_of_name = 76;
    std::string_view rest = arn;
    if (!take(rest, "arn:aws")) return false;
    take(rest, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (!take(rest, ":billing::")) return false;
    if (take(rest, &outlay::detail::is_digit) != account_digits || !take(rest, ":billingview/")) return false;
    if (rest.empty() || rest.size() > most_of_name) return false;
    char const last = rest.back();
    take(rest, [](char c) {
        return is_letter(c) || outlay::detail::is_digit(c) ||
               std::string_view("/:_+=.-@").find(c) != std::string_view::npos;
    });
    return rest.empty() && (is_letter(last) || outlay::detail::is_digit(last));
}

inline constexpr auto billing_view_arn_pattern =
    satisfies<std::string>("billing_view_arn_pattern", &is_billing_view_arn,
                           "the ARN of a billing view, such as arn:aws:billing::123456789012:billingview/primary",
                           "^arn:aws[a-z-]*:billing::[0-9]{12}:billingview/[a-zA-Z0-9/:_+=.@-]{0,75}[a-zA-Z0-9]$");

/// The codes of check_budget.
inline constexpr std::string_view budget_codes =
    "budget_limit_required, budget_limit_exclusive, budget_limit_percentage, planned_budget_limits_type, "
    "planned_budget_limits_count, planned_budget_limits_periods, planned_budget_limits_start, cost_types_type, filters_exclusive, "
    "time_period_end_max, budget_adjustment_period_max";

/// The start of the unit of time after the one that starts at `start`, for a unit of so many months. nullopt unless
/// `start` is the start of one.
inline std::optional<iso_timestamp> next_start(iso_timestamp start, int months)
{
    date::year_month_day const day = start.day();
    auto const zero_based = static_cast<unsigned>(day.month()) - 1;
    bool const is_start = day.day() == date::day(1) && zero_based % static_cast<unsigned>(months) == 0 &&
                          start == iso_timestamp(date::sys_days(day));
    if (!is_start) return std::nullopt;
    return iso_timestamp(date::sys_days(day + date::months(months)));
}

/// The start of the unit of time, of so many months, that a day is in.
inline iso_timestamp start_of_unit(date::year_month_day day, int months)
{
    auto const before = (static_cast<unsigned>(day.month()) - 1) % static_cast<unsigned>(months);
    auto const first = day.year() / day.month() / date::day(1) - date::months(static_cast<int>(before));
    return iso_timestamp(date::sys_days(first));
}

/// The start of the first planned limit: that of the current unit of time, or of the one in which the budget begins.
void check_start_of_plan(auto const& of, int months, auditor& to)
{
    auto const today = to.context().today;
    if (!today || !today->ok()) return; // not known
    bool const begins_later =
        of.time_period && of.time_period->start && *of.time_period->start > iso_timestamp(date::sys_days(*today));
    auto const expected = start_of_unit(begins_later ? of.time_period->start->day() : *today, months);
    auto const& found = of.planned_budget_limits.begin()->first;
    if (found.at != expected)
        to.violation({"PlannedBudgetLimits"}, "planned_budget_limits_start",
                     outlay::detail::joined({"expected limits from ", expected.to_string(),
                                             " on, the current unit of time or the first, found ", found.to_string()}));
}

/// Planned limits: which budgets have them, how many, and of which months.
void check_planned_limits(auto const& of, auditor& to)
{
    constexpr std::size_t months_of_year = 12;
    auto const& limits = of.planned_budget_limits;
    if (limits.empty()) return;
    char const* const place = "PlannedBudgetLimits";
    bool const is_monthly = of.time_unit == time_unit::monthly;
    bool const has_type = of.budget_type == budget_type::cost || of.budget_type == budget_type::usage;
    if (!has_type || (!is_monthly && of.time_unit != time_unit::quarterly))
        return to.violation({place}, "planned_budget_limits_type",
                            "only COST and USAGE budgets that are MONTHLY or QUARTERLY have planned limits");

    int const months = is_monthly ? 1 : months_of_quarter;
    std::optional<iso_timestamp> expected;
    for (auto const& [start, limit] : limits) {
        auto const next = next_start(start.at, months);
        if (!next || (expected && start.at != *expected))
            return to.violation(
                {place}, "planned_budget_limits_periods",
                outlay::detail::joined({"expected the start of ", is_monthly ? "each month" : "each quarter",
                                        " in UTC, one after the other, found ", start.to_string()}));
        expected = next;
    }
    check_start_of_plan(of, months, to);
    OUTLAY_ASSERT(expected.has_value()); // the start after that of the last limit, of which there is one
    std::size_t const most = months_of_year / static_cast<std::size_t>(months);
    bool const ends = of.time_period && of.time_period->end && *of.time_period->end <= *expected;
    if (limits.size() > most || (limits.size() < most && !ends))
        to.violation({place}, "planned_budget_limits_count",
                     outlay::detail::joined({"expected limits of ", is_monthly ? "12 months" : "4 quarters",
                                             ", or fewer if the budget ends with the last, found ",
                                             std::to_string(limits.size())}));
}

/// The amount: there is one, in one place, and of what is in percent it is 100.
void check_limit(auto const& of, auditor& to)
{
    constexpr int whole = 100;
    bool const is_planned = !of.planned_budget_limits.empty();
    bool const is_known = of.budget_type.is_known();
    bool const is_amount = of.budget_type == budget_type::cost || of.budget_type == budget_type::usage;
    if (is_amount && !of.budget_limit && !is_planned && !of.auto_adjust_data)
        to.violation({"BudgetLimit"}, "budget_limit_required",
                     "a COST or USAGE budget needs a limit, planned limits or automatic adjustment");
    if (of.budget_limit && is_planned)
        to.violation({"BudgetLimit"}, "budget_limit_exclusive", "a budget has a limit or planned limits, not both");
    if (is_known && !is_amount && of.budget_limit && of.budget_limit->amount != whole)
        to.violation({"BudgetLimit", "Amount"}, "budget_limit_percentage",
                     outlay::detail::joined({"the limit of a utilization or coverage budget is 100, found ",
                                             of.budget_limit->amount.to_string()}));
}

/// The most units of time that an amount can be the average of.
constexpr std::int32_t most_periods(time_unit of) noexcept
{
    switch (of) {
    case time_unit::monthly: return 12;
    case time_unit::quarterly: return 4;
    case time_unit::annually: return 1;
    default: return most_adjustment_periods;
    }
}

/// Everything that members of a budget ask of each other.
void check_budget(auto const& of, auditor& to)
{
    check_limit(of, to);
    check_planned_limits(of, to);
    if (of.cost_types && of.budget_type.is_known() && of.budget_type != budget_type::cost)
        to.violation({"CostTypes"}, "cost_types_type", "only COST budgets have cost types");
    bool const has_old = !of.cost_filters.empty() || of.cost_types;
    if (has_old && (of.filter_expression || !of.metrics.empty()))
        to.violation({of.filter_expression ? "FilterExpression" : "Metrics"}, "filters_exclusive",
                     "a budget has CostFilters and CostTypes, or FilterExpression and Metrics, not both");
    if (of.time_period && of.time_period->end && *of.time_period->end > last_end)
        to.violation({"TimePeriod", "End"}, "time_period_end_max",
                     outlay::detail::joined(
                         {"expected at most ", last_end.to_string(), ", found ", of.time_period->end->to_string()}));
    if (!of.auto_adjust_data || !of.auto_adjust_data->historical_options || !of.time_unit.is_known()) return;
    std::int32_t const most = most_periods(of.time_unit.value());
    std::int32_t const found = of.auto_adjust_data->historical_options->budget_adjustment_period;
    if (found > most && found <= most_adjustment_periods) // what is more breaks the rule of the member
        to.violation({"AutoAdjustData", "HistoricalOptions", "BudgetAdjustmentPeriod"}, "budget_adjustment_period_max",
                     outlay::detail::joined(
                         {"expected at most ",
                          outlay::detail::counted(static_cast<std::size_t>(most), "unit of time", "units of time"),
                          ", found ", std::to_string(found)}));
}

} // namespace detail
} // namespace outlay::inline v0_1_0::aws
