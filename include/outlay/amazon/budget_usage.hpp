#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/amazon/ids.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <vector>

// How much of its budget a campaign or portfolio has used: the bodies of
//   POST /{sp,sb,sd}/campaigns/budget/usage   (Sponsored Products, Brands, Display)
//   POST /portfolios/budget/usage
// Source: Amazon Ads, "Getting started with the budget usage API", and the specifications of the four endpoints.
// Members stand in the order in which live replies have them, which is the order that is read fastest.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The request for the budget usage of 1 to 100 campaigns of one ad product.
struct campaign_usage_request {
    std::vector<amazon::campaign_id> campaign_ids; ///< 1 to 100

    friend bool operator==(campaign_usage_request const&, campaign_usage_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_usage_request, (), (campaign_ids))

/// The request for the budget usage of 1 to 100 portfolios.
struct portfolio_usage_request {
    std::vector<amazon::portfolio_id> portfolio_ids; ///< 1 to 100

    friend bool operator==(portfolio_usage_request const&, portfolio_usage_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_usage_request, (), (portfolio_ids))

/// Each body also goes by the name of the operation that sends it.
using campaign_budget_usage_request = campaign_usage_request;
/// The same for portfolios.
using portfolio_budget_usage_request = portfolio_usage_request;

/// How much of its budget a campaign has used. The specification promises none of the members.
struct campaign_usage {
    compact_optional<decimal> budget{};                        ///< in the currency of the profile
    compact_optional<decimal> budget_usage_percent{};          ///< spend / effective budget * 100; can exceed 100
    std::optional<amazon::campaign_id> campaign_id{};          ///< as in the request
    std::optional<std::uint32_t> index{};                      ///< of the id in the request, from 0
    compact_optional<iso_timestamp> usage_updated_timestamp{}; ///< when the usage was measured
    outlay::extras extras{};

    friend bool operator==(campaign_usage const&, campaign_usage const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_usage, (),
                      (budget, budget_usage_percent, campaign_id, index, usage_updated_timestamp, extras))

/// How much of its budget a portfolio has used. The specification promises none of the members.
struct portfolio_usage {
    compact_optional<decimal> budget{};                        ///< in the currency of the profile
    compact_optional<decimal> budget_usage_percent{};          ///< spend / effective budget * 100; can exceed 100
    std::optional<std::uint32_t> index{};                      ///< of the id in the request, from 0
    std::optional<amazon::portfolio_id> portfolio_id{};        ///< as in the request
    compact_optional<iso_timestamp> usage_updated_timestamp{}; ///< when the usage was measured
    outlay::extras extras{};

    friend bool operator==(portfolio_usage const&, portfolio_usage const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_usage, (),
                      (budget, budget_usage_percent, index, portfolio_id, usage_updated_timestamp, extras))

/// Whether the portfolio has no cap. Amazon writes 9999999999 as its budget then, so that a percentage is of that.
constexpr bool is_uncapped(portfolio_usage const& usage) { return usage.budget == decimal(9'999'999'999); }

/// Why the usage of one campaign or portfolio is absent. The specification promises none of the members.
struct usage_error {
    std::optional<amazon::campaign_id> campaign_id{};   ///< as in the request; in replies about campaigns
    std::optional<std::string> code{};                  ///< for programs
    std::optional<std::string> details{};               ///< for people
    std::optional<std::uint32_t> index{};               ///< of the id in the request, from 0
    std::optional<amazon::portfolio_id> portfolio_id{}; ///< likewise; in replies about portfolios
    outlay::extras extras{};

    friend bool operator==(usage_error const&, usage_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(usage_error, (), (campaign_id, code, details, index, portfolio_id, extras))

/// The reply for campaigns (207, also seen as 200).
using campaign_usage_reply = multi_status<campaign_usage, usage_error>;

/// The reply for portfolios (207, also seen as 200).
using portfolio_usage_reply = multi_status<portfolio_usage, usage_error>;

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::campaign_usage_request> T>
struct model<T> {
    static constexpr auto description = "The request for the budget usage of 1 to 100 campaigns of one ad product.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members =
        std::tuple{member<&T::campaign_ids>(items(1, 100), amazon::detail::id_rules<amazon::campaign_id>)};
};

template<std::same_as<amazon::portfolio_usage_request> T>
struct model<T> {
    static constexpr auto description = "The request for the budget usage of 1 to 100 portfolios.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members =
        std::tuple{member<&T::portfolio_ids>(items(1, 100), amazon::detail::id_rules<amazon::portfolio_id>)};
};

template<std::same_as<amazon::campaign_usage> T>
struct model<T> {
    static constexpr auto description = "The budget of a campaign and the share of it that is used.";
    static constexpr auto members = std::tuple{
        alias<&T::usage_updated_timestamp>("lastUpdatedDate"),
        alias<&T::budget_usage_percent>("budgetConsumptionPercent"),
    };
};

template<std::same_as<amazon::portfolio_usage> T>
struct model<T> {
    static constexpr auto description = "The budget of a portfolio and the share of it that is used.";
    static constexpr auto members = std::tuple{
        quirk<T>(
            "no_cap", [](T const& u) { return !amazon::is_uncapped(u); },
            "budget is 9999999999, which Amazon writes for a portfolio without a cap"),
        alias<&T::usage_updated_timestamp>("lastUpdatedDate"),
        alias<&T::budget_usage_percent>("budgetConsumptionPercent"),
    };
};

template<std::same_as<amazon::usage_error> T>
struct model<T> {
    static constexpr auto description = "The reason why the usage of a campaign or portfolio is not in the reply.";
    static constexpr auto members = std::tuple{
        quirk<T>(
            "empty_item", [](T const& e) { return e != T{}; }, "an error without anything in it"),
    };
};

} // namespace outlay::inline v0_1_0
