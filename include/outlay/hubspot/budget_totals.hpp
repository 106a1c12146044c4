#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/budget/status.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/currencies.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <string_view>
#include <tuple>
#include <vector>

namespace outlay::inline v0_1_0::hubspot {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// Budget and spend of a campaign, with every item: the reply to
///   GET /marketing/campaigns/2026-03/{campaignGuid}/budget/totals
/// Source: HubSpot API reference, "Retrieve budget". Amounts are in the campaign's currency.
struct budget_totals {
    std::vector<budget_item> budget_items{};   ///< in any order, see in_order()
    std::optional<decimal> budget_total{};     ///< the sum of the budget items
    currency currency_code{};                  ///< one of HubSpot's currencies; of another, a notice
    std::optional<decimal> remaining_budget{}; ///< budget_total - spend_total: negative if more was spent
    std::vector<budget_item> spend_items{};    ///< in any order
    std::optional<decimal> spend_total{};      ///< the sum of the spend items
    outlay::extras extras{};

    friend bool operator==(budget_totals const&, budget_totals const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_totals, (),
                      (budget_items, budget_total, currency_code, remaining_budget, spend_items, spend_total, extras))

namespace detail {

inline std::optional<decimal> sum_of(std::vector<budget_item> const& items)
{
    return outlay::detail::nearest_sum_of(items, [](budget_item const& item) { return item.amount; });
}

/// A total that differs from the sum of its items is a notice, not a violation: HubSpot computes the total itself.
inline void check_sum(std::optional<decimal> const& total, std::vector<budget_item> const& items, char const* name,
                      auditor& to)
{
    auto const sum = sum_of(items);
    if (!total || (sum && outlay::detail::agree(*total, *sum, *sum))) return;
    to.notice({name}, "total_differs",
              outlay::detail::joined({name, " is ", total->to_string(), ", but the items sum to ",
                                      sum ? sum->to_string() : "more than a decimal holds"}));
}

inline void check_totals(budget_totals const& totals, auditor& to)
{
    check_sum(totals.budget_total, totals.budget_items, "budgetTotal", to);
    check_sum(totals.spend_total, totals.spend_items, "spendTotal", to);
    if (!totals.remaining_budget || !totals.budget_total || !totals.spend_total) return;
    auto const rest = outlay::detail::nearest_difference(*totals.budget_total, *totals.spend_total);
    if (rest && outlay::detail::agree(*totals.remaining_budget, *rest, *totals.budget_total)) return;
    to.notice({"remainingBudget"}, "total_differs",
              outlay::detail::joined({"remainingBudget is ", totals.remaining_budget->to_string(),
                                      ", but budgetTotal - spendTotal is ",
                                      rest ? rest->to_string() : "more than a decimal holds"}));
}

} // namespace detail
} // namespace outlay::inline v0_1_0::hubspot

namespace outlay::inline v0_1_0 {

template<std::same_as<hubspot::budget_totals> T>
struct model<T> {
    static constexpr auto description = "The budget and the spend of a campaign, with all items.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::currency_code>(
            notice(satisfies<currency>("unlisted_currency", &hubspot::is_listed, "a currency of HubSpot's list"))),
        audit<T>(&hubspot::detail::check_totals),
    };
};

} // namespace outlay::inline v0_1_0
