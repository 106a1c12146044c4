#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/budget/status.hpp>
#include <outlay/datadog/detail/tag_sets.hpp>
#include <outlay/datadog/metrics_query.hpp>
#include <outlay/model/audit.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// The rules that Datadog holds a budget to, under codes and in messages that read like the server's. Source: Datadog
// API reference, "Validate budget", and the texts that the server answers with.

namespace outlay::inline v0_1_0::datadog::detail {

/// Holds one budget to the rules, in time linear in its entries but for the sorting of their months. Budget is
/// budget_attributes, which includes this.
template<class Budget>
class budget_check {
public:
    budget_check(Budget const& budget, auditor& to) : budget_(budget), to_(to)
    {
        if (budget.metrics_query) tags_ = group_by_tags(*budget.metrics_query);
        for (std::string_view const tag : tags_) tag_numbers_.try_emplace(tag, tag_numbers_.size());
        last_seen_in_.assign(tag_numbers_.size(), no_entry);
    }

    void run()
    {
        check_tags();
        check_months();
        if (budget_.entries.empty()) to_.violation({"entries"}, "entries_are_required", "entries are required");
        for (std::size_t i = 0; i < budget_.entries.size(); ++i) check_entry(i);
        check_combinations();
    }

private:
    static constexpr std::size_t no_entry = static_cast<std::size_t>(-1);

    /// An entry with tags and a month that are right: the number of its tag set, and its month from the first on.
    struct placed {
        std::size_t tag_set;
        int month;
        std::size_t entry;

        friend auto operator<=>(placed const&, placed const&) = default;
    };

    void check_tags()
    {
        if (tags_.size() > 2)
            to_.violation(
                {"metrics_query"}, "tags_must_have_0_1_or_2_elements",
                outlay::detail::joined({"tags must have 0, 1 or 2 elements, found ", std::to_string(tags_.size())}));
        if (tag_numbers_.size() != tags_.size())
            to_.violation({"metrics_query"}, "tags_must_be_unique", "tags must be unique");
    }

    void check_months()
    {
        auto const& [start, end] = std::pair(budget_.start_month, budget_.end_month);
        if (!start)
            to_.violation({"start_month"}, "start_month_must_be_of_the_format_yyyymm",
                          "start_month must be greater than 0 and of the format YYYYMM, found no such month");
        if (!end)
            to_.violation({"end_month"}, "end_month_must_be_of_the_format_yyyymm",
                          "end_month must be greater than 0 and of the format YYYYMM, found no such month");
        if (!start || !end) return;
        if (*end < *start)
            to_.violation({"end_month"}, "end_month_must_not_be_before_start_month",
                          outlay::detail::joined({"end_month must be greater than or equal to start_month, found ",
                                                  end->to_string(), " before ", start->to_string()}));
        else months_ = *end - *start + 1;
    }

    void check_entry(std::size_t i)
    {
        auto const& entry = budget_.entries[i];
        bool const in_range = check_month(entry.month, i);
        if (!entry.amount || *entry.amount < 0)
            to_.violation({"entries", i, "amount"}, "entry_amount_must_not_be_negative",
                          outlay::detail::joined({"entry amount must be greater than or equal to 0, found ",
                                                  entry.amount ? entry.amount->to_string() : "no amount"}));
        if (check_filters(entry.tag_filters, i) && in_range && months_ != 0)
            placed_.push_back({tag_sets_.add(entry.tag_filters), *entry.month - *budget_.start_month, i});
    }

    bool check_month(std::optional<month> const& m, std::size_t i)
    {
        bool const fits = m && (!budget_.start_month || *budget_.start_month <= *m) &&
                          (!budget_.end_month || *m <= *budget_.end_month);
        if (!fits)
            to_.violation({"entries", i, "month"}, "entry_month_must_be_between_start_month_and_end_month",
                          outlay::detail::joined({"entry month must be between start_month", shown(budget_.start_month),
                                                  " and end_month", shown(budget_.end_month), ", found ",
                                                  m ? m->to_string() : "no month of the format YYYYMM"}));
        return fits;
    }

    /// ` (202501)`; empty for what is no month.
    static std::string shown(std::optional<month> const& m)
    {
        return m ? outlay::detail::joined({" (", m->to_string(), ")"}) : std::string();
    }

    /// Without a query the tags are not known.
    template<class Filters>
    bool check_filters(Filters const& filters, std::size_t i)
    {
        if (!budget_.metrics_query) return true;
        std::size_t distinct = 0;
        std::size_t known = 0;
        for (std::size_t k = 0; k < filters.size(); ++k) {
            auto const number = tag_numbers_.find(filters[k].tag_key);
            if (number == tag_numbers_.end()) {
                to_.violation({"entries", i, "tag_filters", k, "tag_key"}, "tag_key_must_be_one_of_the_tags",
                              outlay::detail::joined({"tag_key must be one of the tags that metrics_query groups by, "
                                                      "found ",
                                                      outlay::detail::in_quotes(filters[k].tag_key)}));
                continue;
            }
            ++known;
            distinct += last_seen_in_[number->second] != i;
            last_seen_in_[number->second] = i;
        }
        bool const includes_each_once = distinct == tag_numbers_.size() && known == distinct;
        if (!includes_each_once)
            to_.violation({"entries", i, "tag_filters"}, "entry_tag_filters_must_include_all_group_by_tags",
                          "entry tag_filters must include all group by tags, each once");
        return includes_each_once && known == filters.size();
    }

    /// Reports the first entry of each combination of tags that lacks a month, and notes entries for the same month.
    void check_combinations()
    {
        std::vector<std::size_t> first_entry(tag_sets_.size(), no_entry);
        for (placed const& p : placed_) first_entry[p.tag_set] = (std::min)(first_entry[p.tag_set], p.entry);
        std::ranges::sort(placed_);
        for (auto at = placed_.begin(); at != placed_.end();) {
            std::size_t const tag_set = at->tag_set;
            int found = 0;
            int first_missing = 0;
            for (int last = -1; at != placed_.end() && at->tag_set == tag_set; last = at++->month) {
                if (at->month == last)
                    to_.notice({"entries", at->entry}, "repeated_entry",
                               "a second entry for these tags and this month");
                found += at->month != last;
                first_missing += at->month == first_missing;
            }
            if (found != months_) report_combination(first_entry[tag_set], first_missing, months_ - found);
        }
    }

    void report_combination(std::size_t entry, int first_missing, int missing)
    {
        std::string text = "missing entries for tag combination ";
        text += outlay::detail::in_quotes(shown_tags(budget_.entries[entry].tag_filters));
        text += ": none for ";
        text += (*budget_.start_month + first_missing).to_string();
        if (missing > 1) text.append(" and ").append(std::to_string(missing - 1)).append(" more");
        to_.violation({"entries", entry}, "tag_combination_must_have_entries_for_all_months", text);
    }

    Budget const& budget_;
    auditor& to_;
    std::vector<std::string_view> tags_{};
    std::unordered_map<std::string_view, std::size_t> tag_numbers_{};
    std::vector<std::size_t> last_seen_in_{}; ///< of each tag, the last entry that has it
    int months_ = 0;                          ///< 0: not known
    tag_sets tag_sets_{};
    std::vector<placed> placed_{};
};

/// The codes of all that budget_check reports.
inline constexpr std::string_view budget_codes =
    "tags_must_have_0_1_or_2_elements, tags_must_be_unique, start_month_must_be_of_the_format_yyyymm, "
    "end_month_must_be_of_the_format_yyyymm, end_month_must_not_be_before_start_month, "
    "entry_month_must_be_between_start_month_and_end_month, entry_amount_must_not_be_negative, "
    "entry_tag_filters_must_include_all_group_by_tags, tag_key_must_be_one_of_the_tags, "
    "tag_combination_must_have_entries_for_all_months, entries_are_required";

/// A notice in requests as well: Datadog computes the total itself.
template<class Budget>
void check_total_amount(Budget const& budget, auditor& to)
{
    if (!budget.total_amount || budget.entries.empty()) return;
    auto const sum = outlay::detail::nearest_sum_of(budget.entries,
                                                    [](auto const& entry) { return entry.amount.value_or(decimal()); });
    if (sum && outlay::detail::agree(*budget.total_amount, *sum, *sum)) return;
    to.notice({"total_amount"}, "total_differs",
              outlay::detail::joined({"total_amount is ", budget.total_amount->to_string(),
                                      ", but the amounts of the entries sum to ",
                                      sum ? sum->to_string() : "more than a decimal holds"}));
}

} // namespace outlay::inline v0_1_0::datadog::detail
