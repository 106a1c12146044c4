#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/hubspot/currencies.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <tuple>

// The reply to
//   GET /marketing/campaigns/2026-03/{campaignGuid}/reports/revenue
// Source: HubSpot's specification of the campaigns API, RevenueAttributionAggregate.

namespace outlay::inline v0_1_0::hubspot {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// How the revenue of a deal is shared among the interactions that led to it.
enum class attribution_model : unsigned char {
    linear,            ///< in equal parts, the default
    first_interaction, ///< all to the first
    last_interaction,  ///< all to the last
    full_path,         ///< most to the four key interactions
    u_shaped,          ///< most to the first, and to the one that created the contact
    w_shaped,          ///< most to the first, and to those that created contact and deal
    time_decay,        ///< the more, the later
    j_shaped,          ///< most to the last
    inverse_j_shaped,  ///< most to the first
};
BOOST_DESCRIBE_ENUM(attribution_model, linear, first_interaction, last_interaction, full_path, u_shaped, w_shaped,
                    time_decay, j_shaped, inverse_j_shaped)

/// The revenue that is attributed to a campaign. The specification promises none of the members.
struct campaign_revenue {
    std::optional<std::int32_t> contacts_number{}; ///< contacts that the campaign had a part in
    compact_optional<decimal> deal_amount{};       ///< of all these deals
    std::optional<std::int32_t> deals_number{};    ///< deals that the campaign had a part in
    compact_optional<decimal> revenue_amount{};    ///< the campaign's part of them
    std::optional<currency> currency_code{};       ///< of both amounts; of none of HubSpot's, a notice
    outlay::extras extras{};

    friend bool operator==(campaign_revenue const&, campaign_revenue const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_revenue, (),
                      (contacts_number, deal_amount, deals_number, revenue_amount, currency_code, extras))

} // namespace outlay::inline v0_1_0::hubspot

namespace outlay::inline v0_1_0 {

template<std::same_as<hubspot::campaign_revenue> T>
struct model<T> {
    static constexpr auto description = "The revenue that is attributed to a campaign.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::currency_code>(
            notice(satisfies<currency>("unlisted_currency", &hubspot::is_listed, "a currency of HubSpot's list"))),
    };
};

} // namespace outlay::inline v0_1_0
