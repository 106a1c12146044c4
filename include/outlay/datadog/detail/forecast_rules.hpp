#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/datadog/detail/tag_sets.hpp>
#include <outlay/model/audit.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <unordered_set>

// The rules of custom forecasts, under codes like those of budgets. Source: Datadog API reference, "Create or replace a
// budget's custom forecast".

namespace outlay::inline v0_1_0::datadog::detail {

/// The codes of all violations that check_forecast reports.
inline constexpr std::string_view forecast_codes =
    "entry_month_must_be_of_the_format_yyyymm, entry_amount_must_not_be_negative";

/// Forecast is custom_forecast_attributes, which includes this. Months and amounts are required; without entries, and
/// with two of the same month and tags, a notice.
template<class Forecast>
void check_forecast(Forecast const& forecast, auditor& to)
{
    if (forecast.entries.empty())
        to.notice({"entries"}, "deletes_custom_forecast", "a request without entries deletes the custom forecast");
    tag_sets sets;
    std::unordered_set<std::uint64_t> seen;
    for (std::size_t i = 0; i < forecast.entries.size(); ++i) {
        auto const& entry = forecast.entries[i];
        if (!entry.amount || *entry.amount < 0)
            to.violation({"entries", i, "amount"}, "entry_amount_must_not_be_negative",
                         outlay::detail::joined({"entry amount must be greater than or equal to 0, found ",
                                                 entry.amount ? entry.amount->to_string() : "no amount"}));
        if (!entry.month)
            to.violation({"entries", i, "month"}, "entry_month_must_be_of_the_format_yyyymm",
                         "entry month must be of the format YYYYMM, found no such month");
        else if (!seen.insert(key_of(*entry.month, sets.add(entry.tag_filters))).second)
            to.notice({"entries", i}, "repeated_entry", "a second entry for these tags and this month");
    }
}

/// Adds to `found` what of a forecast does not fit its budget. `before` comes before each pointer. Entries without a
/// month are left to check_forecast.
template<class Forecast, class Budget>
void compare_with_budget(Forecast const& forecast, Budget const& budget, std::string_view before, report& found)
{
    if (budget.id && !budget.id->empty() && *budget.id != forecast.attributes.budget_uid)
        found.add({.pointer = outlay::detail::joined({before, "/attributes/budget_uid"}),
                   .code = "budget_uid_must_be_the_id_of_the_budget",
                   .message = outlay::detail::joined(
                       {"budget_uid must be the id of the budget, ", outlay::detail::in_quotes(budget.id->str()),
                        ", found ", outlay::detail::in_quotes(forecast.attributes.budget_uid.str())})});
    tag_sets sets;
    std::unordered_set<std::uint64_t> budgeted;
    for (auto const& entry : budget.attributes.entries)
        if (entry.month) budgeted.insert(key_of(*entry.month, sets.add(entry.tag_filters)));
    auto const& entries = forecast.attributes.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].month) continue;
        std::optional<std::size_t> const tags = sets.find(entries[i].tag_filters);
        if (tags && budgeted.contains(key_of(*entries[i].month, *tags))) continue;
        found.add({.pointer = outlay::detail::joined({before, "/attributes/entries/", std::to_string(i)}),
                   .code = "entry_must_match_an_entry_of_the_budget",
                   .message = outlay::detail::joined(
                       {"entry must match an entry of the budget, which has ",
                        tags ? outlay::detail::joined({"none for ", entries[i].month->to_string(), " with the tags "})
                             : std::string("none with the tags "),
                        outlay::detail::in_quotes(shown_tags(entries[i].tag_filters))})});
    }
}

} // namespace outlay::inline v0_1_0::datadog::detail
