#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/budget/status.hpp>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/detail/tag_sets.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace outlay::inline v0_1_0::datadog {

/// The sum of all entries with one value of a tag.
struct tag_total {
    std::string tag_value{};         ///< `ec2`, of the tag that was asked about
    std::optional<decimal> amount{}; ///< absent from 2^96 on

    friend bool operator==(tag_total const&, tag_total const&) = default;
};

/// The amounts of a budget, for any number of questions: it is built in one pass over the entries, and no answer takes
/// another. It keeps nothing of the budget and does not follow its changes.
///
///     budget_index const index(document.data.attributes);
///     index.amount(month{2025, 1}, {{"service", "ec2"}, {"env", "prod"}});
///
/// Sums are exact to 28 digits. A sum is absent if there is no such entry (or, which no budget has reached yet,
/// from 2^96 on). Entries without an amount are passed over.
class budget_index {
public:
    /// Goes through the entries once.
    explicit budget_index(budget_attributes const& budget)
    {
        for (budget_entry const& entry : budget.entries)
            if (entry.amount) add(entry);
    }

    /// The budgeted amount of a month and exactly these tags, in any order.
    std::optional<decimal> amount(month in, std::vector<tag_filter> const& tags = {}) const
    {
        auto const number = tag_sets_.find(tags);
        return number ? look_up(by_month_and_tags_, detail::key_of(in, *number)) : std::nullopt;
    }

    /// The budgeted amount of all months and all tags.
    std::optional<decimal> total() const { return total_.sum; }

    /// The budgeted amount of a month and all tags.
    std::optional<decimal> total(month in) const { return look_up(by_month_, in); }

    /// The budgeted amount of all months with this tag and any others.
    std::optional<decimal> total(std::string_view tag_key, std::string_view tag_value) const
    {
        auto const values = by_tag_.find(std::string(tag_key));
        if (values == by_tag_.end()) return std::nullopt;
        auto const found = values->second.places.find(std::string(tag_value));
        return found != values->second.places.end() ? values->second.totals[found->second].amount : std::nullopt;
    }

    /// Each value of a tag, in the order in which they first come, with what is budgeted for it.
    std::vector<tag_total> totals_by(std::string_view tag_key) const
    {
        auto const values = by_tag_.find(std::string(tag_key));
        return values != by_tag_.end() ? values->second.totals : std::vector<tag_total>();
    }

private:
    struct running_sum {
        std::optional<decimal> sum{};
        bool overflowed = false;

        void add(decimal amount)
        {
            if (overflowed) return;
            sum = sum ? outlay::detail::nearest_sum(*sum, amount) : amount;
            overflowed = !sum;
        }
    };

    struct tag_values {
        std::vector<tag_total> totals{};
        std::unordered_map<std::string, std::size_t> places{}; ///< in totals

        void add(std::string const& value, decimal amount)
        {
            auto const [at, is_new] = places.try_emplace(value, totals.size());
            if (is_new) totals.push_back({value, decimal()});
            std::optional<decimal>& sum = totals[at->second].amount;
            if (sum) sum = outlay::detail::nearest_sum(*sum, amount);
        }
    };

    void add(budget_entry const& entry)
    {
        total_.add(*entry.amount);
        for (tag_filter const& tag : entry.tag_filters) by_tag_[tag.tag_key].add(tag.tag_value, *entry.amount);
        if (!entry.month) return;
        by_month_[*entry.month].add(*entry.amount);
        by_month_and_tags_[detail::key_of(*entry.month, tag_sets_.add(entry.tag_filters))].add(*entry.amount);
    }

    template<class Sums, class Key>
    static std::optional<decimal> look_up(Sums const& sums, Key const& key)
    {
        auto const found = sums.find(key);
        return found != sums.end() ? found->second.sum : std::nullopt;
    }

    detail::tag_sets tag_sets_{};
    running_sum total_{};
    std::unordered_map<month, running_sum> by_month_{};
    std::unordered_map<std::uint64_t, running_sum> by_month_and_tags_{};
    std::unordered_map<std::string, tag_values> by_tag_{};
};

} // namespace outlay::inline v0_1_0::datadog
