#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <tuple>

// Which costs count. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The costs that count in a COST budget. Other budgets have none. AWS's default is what an absent member means.
struct cost_types {
    std::optional<bool> include_tax{};                ///< taxes; true by default
    std::optional<bool> include_subscription{};       ///< subscriptions; true by default
    std::optional<bool> use_blended{};                ///< by blended rates; false by default
    std::optional<bool> include_refund{};             ///< refunds; true by default
    std::optional<bool> include_credit{};             ///< credits; true by default
    std::optional<bool> include_upfront{};            ///< upfront costs of reserved instances; true by default
    std::optional<bool> include_recurring{};          ///< recurring fees, as of reserved instances; true by default
    std::optional<bool> include_other_subscription{}; ///< subscriptions of other kinds; true by default
    std::optional<bool> include_support{};            ///< fees for support; true by default
    std::optional<bool> include_discount{};           ///< discounts; true by default
    std::optional<bool> use_amortized{};              ///< by amortized rates; false by default
    outlay::extras extras{};

    friend bool operator==(cost_types const&, cost_types const&) = default;
};
BOOST_DESCRIBE_STRUCT(cost_types, (),
                      (include_tax, include_subscription, use_blended, include_refund, include_credit, include_upfront,
                       include_recurring, include_other_subscription, include_support, include_discount, use_amortized,
                       extras))

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::cost_types> T>
struct model<T> {
    static constexpr auto description = "The kinds of costs that are counted in a COST budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::include_tax>(described_as("Taxes count; true by default.")),
        member<&T::include_subscription>(described_as("Subscriptions count; true by default.")),
        member<&T::use_blended>(described_as("Costs are by blended rates; false by default.")),
        member<&T::include_refund>(described_as("Refunds count; true by default.")),
        member<&T::include_credit>(described_as("Credits count; true by default.")),
        member<&T::include_upfront>(described_as("Upfront costs of reserved instances count; true by default.")),
        member<&T::include_recurring>(described_as("Recurring fees count; true by default.")),
        member<&T::include_other_subscription>(described_as("Subscriptions of other kinds count; true by default.")),
        member<&T::include_support>(described_as("Fees for support count; true by default.")),
        member<&T::include_discount>(described_as("Discounts count; true by default.")),
        member<&T::use_amortized>(described_as("Costs are by amortized rates; false by default.")),
    };
};

} // namespace outlay::inline v0_1_0
