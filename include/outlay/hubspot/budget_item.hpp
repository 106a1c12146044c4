#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/hubspot/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// The budgeted and the actual costs of a campaign, item by item: the bodies of
//   POST {base}/budget, {base}/spend                                             create
//   GET, PUT {base}/budget/{budgetId}, {base}/spend/{spendId}                    read, update
// where {base} is /marketing/campaigns/2026-03/{campaignGuid}. Budget items and spend items are alike.
// Source: HubSpot API reference, marketing campaigns, PublicBudgetItem, PublicSpendItem and their inputs.

namespace outlay::inline v0_1_0::hubspot {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A budget item or spend item as HubSpot returns it.
struct budget_item {
    decimal amount{};                         ///< in the currency of the campaign
    epoch_timestamp created_at{};             ///< in milliseconds
    std::optional<std::string> description{}; ///< the only member that may be left out
    budget_item_id id{};                      ///< a string in JSON
    std::string name{};                       ///< as people see it
    std::int32_t order{};                     ///< 0 is the oldest item; a reply has them in any order, see in_order()
    epoch_timestamp updated_at{};             ///< in milliseconds
    outlay::extras extras{};

    friend bool operator==(budget_item const&, budget_item const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_item, (), (amount, created_at, description, id, name, order, updated_at, extras))

/// A budget item or spend item to create, or the new content of one to update.
struct budget_item_input {
    decimal amount{};                         ///< in the currency of the campaign
    std::optional<std::string> description{}; ///< may be left out
    std::string name{};                       ///< 1 character or more
    std::int32_t order{};                     ///< 0 is the oldest item
    outlay::extras extras{};

    /// An input that leaves everything as it is, unknown fields included: to be changed, then sent.
    static budget_item_input of(budget_item const& current)
    {
        return {.amount = current.amount,
                .description = current.description,
                .name = current.name,
                .order = current.order,
                .extras = current.extras.unknown()};
    }

    friend bool operator==(budget_item_input const&, budget_item_input const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_item_input, (), (amount, description, name, order, extras))

/// The items by their `order`, the oldest first; those of the same order by when they were created.
inline std::vector<budget_item> in_order(std::vector<budget_item> items)
{
    std::sort(items.begin(), items.end(), [](budget_item const& a, budget_item const& b) {
        if (a.order != b.order) return a.order < b.order;
        return a.created_at != b.created_at ? a.created_at < b.created_at : a.id < b.id;
    });
    return items;
}

} // namespace outlay::inline v0_1_0::hubspot

namespace outlay::inline v0_1_0 {

template<>
struct model<hubspot::budget_item> {
    static constexpr auto description = "A budget item or spend item as HubSpot returns it.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<hubspot::budget_item_input> T>
struct model<T> {
    static constexpr auto description = "A budget item or spend item to create, or the new content of one to update.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::name>(length(1)),
    };
};

/// The findings of validate(), and one rule for which the input alone is not enough: the amount must not be finer than
/// the minor unit of the campaign's currency, which budget_totals has. Code: `finer_than_minor_unit`.
inline report validate(hubspot::budget_item_input const& input, currency of_campaign,
                       outlay::context const& context = {})
{
    report found = validate(input, context);
    auto const places = of_campaign.minor_units();
    if (places && input.amount.normalized().scale() > *places)
        found.add({.pointer = "/amount",
                   .code = "finer_than_minor_unit",
                   .message = detail::joined({"expected at most ",
                                              detail::counted(static_cast<std::size_t>(*places), "place", "places"),
                                              " in ", of_campaign.to_string(), ", found ", input.amount.to_string()})});
    return found;
}

namespace hubspot {

using outlay::validate;

} // namespace hubspot
} // namespace outlay::inline v0_1_0
