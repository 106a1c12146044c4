#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <optional>
#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/naming.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>

// Messages of Amazon Marketing Stream about budgets. Source: Amazon Ads, "Sponsored ads budget usage dataset", whose
// order of the fields the members have. The guide has no sample of a message.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A campaign or a portfolio, whichever the scope of a budget is.
using budget_scope_id = identifier<struct budget_scope_tag>;

/// The kind of entity that a budget belongs to.
enum class budget_scope_type : unsigned char { campaign, portfolio };
BOOST_DESCRIBE_ENUM(budget_scope_type, campaign, portfolio)

/// A message of the dataset `budget-usage`: how much of its budget a campaign or portfolio has used. Amazon sends one
/// at about every 5 percent. The same message may come twice, and a percentage may be lower than the one before, since
/// invalid clicks are taken back: `usage_updated_timestamp` has the order. On the wire names are in snake_case, and
/// each message is a JSON object, so that ndjson() reads a log of them.
struct budget_usage_message {
    std::optional<std::string> advertiser_id{};                      ///< of the profile; not unique across marketplaces
    std::optional<std::string> marketplace_id{};                     ///< of the account
    std::optional<std::string> dataset_id{};                         ///< `budget-usage`
    amazon::budget_scope_id budget_scope_id{};                       ///< always there
    open_enum<amazon::budget_scope_type> budget_scope_type{};        ///< always there
    std::optional<open_enum<ad_product>> advertising_product_type{}; ///< `sp`, `sb` or `sd`
    compact_optional<decimal> budget{};                        ///< the effective one, in the currency of the profile
    compact_optional<decimal> budget_usage_percentage{};       ///< spend / budget * 100; can exceed 100
    compact_optional<iso_timestamp> usage_updated_timestamp{}; ///< when the usage was measured
    outlay::extras extras{};

    friend bool operator==(budget_usage_message const&, budget_usage_message const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_usage_message, (),
                      (advertiser_id, marketplace_id, dataset_id, budget_scope_id, budget_scope_type,
                       advertising_product_type, budget, budget_usage_percentage, usage_updated_timestamp, extras))

/// The message as a row of the budget usage of campaigns; nothing if its scope is no campaign. The budget is the
/// effective one, which in a row from `POST /sp/campaigns/budget/usage` it need not be.
inline std::optional<campaign_usage> to_campaign_usage(budget_usage_message const& message)
{
    if (message.budget_scope_type != budget_scope_type::campaign) return std::nullopt;
    return campaign_usage{.budget = message.budget,
                          .budget_usage_percent = message.budget_usage_percentage,
                          .campaign_id = amazon::campaign_id(message.budget_scope_id.str()),
                          .usage_updated_timestamp = message.usage_updated_timestamp};
}

/// The message as a row of the budget usage of portfolios; nothing if its scope is no portfolio.
inline std::optional<portfolio_usage> to_portfolio_usage(budget_usage_message const& message)
{
    if (message.budget_scope_type != budget_scope_type::portfolio) return std::nullopt;
    return portfolio_usage{.budget = message.budget,
                           .budget_usage_percent = message.budget_usage_percentage,
                           .portfolio_id = amazon::portfolio_id(message.budget_scope_id.str()),
                           .usage_updated_timestamp = message.usage_updated_timestamp};
}

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::budget_usage_message> T>
struct model<T> {
    static constexpr auto description =
        "A message of Amazon Marketing Stream: how much of its budget a campaign or portfolio has used.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::usage_updated_timestamp>(for_information),
        quirk<T>(
            "other_dataset", [](T const& m) { return !m.dataset_id || *m.dataset_id == "budget-usage"; },
            "dataset_id is not budget-usage"),
    };
};

} // namespace outlay::inline v0_1_0
