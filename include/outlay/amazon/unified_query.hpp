#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/unified_campaigns.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// The request of POST /adsApi/v1/query/campaigns. Source: the specification "Amazon Ads API", QueryCampaignRequest.

namespace outlay::inline v0_1_0::amazon::unified {

/// Only the campaigns of this product: exactly one.
struct ad_product_filter {
    std::vector<open_enum<ad_product>> include; ///< exactly 1

    friend bool operator==(ad_product_filter const&, ad_product_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(ad_product_filter, (), (include))

/// Only the campaigns with these ids: 1 to 1000.
struct campaign_id_filter {
    std::vector<campaign_id> include; ///< 1 to 1000

    friend bool operator==(campaign_id_filter const&, campaign_id_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_id_filter, (), (include))

/// The goal of a campaign.
enum class goal : unsigned char { awareness, consideration, conversions };
BOOST_DESCRIBE_ENUM(goal, awareness, consideration, conversions)

/// Only the campaigns with these goals: 1 to 3.
struct goal_filter {
    std::vector<open_enum<goal>> include; ///< 1 to 3

    friend bool operator==(goal_filter const&, goal_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(goal_filter, (), (include))

/// Whether a campaign is in one marketplace or in several.
enum class marketplace_scope : unsigned char { global, single_marketplace };
BOOST_DESCRIBE_ENUM(marketplace_scope, global, single_marketplace)

/// Only the campaigns of this scope: exactly one.
struct marketplace_scope_filter {
    std::vector<open_enum<marketplace_scope>> include; ///< exactly 1

    friend bool operator==(marketplace_scope_filter const&, marketplace_scope_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(marketplace_scope_filter, (), (include))

/// How a name is compared with those of a filter.
enum class name_match : unsigned char { broad_match, exact_match };
BOOST_DESCRIBE_ENUM(name_match, broad_match, exact_match)

/// Only the campaigns with these names: 1 to 100.
struct name_filter {
    std::vector<std::string> include;              ///< 1 to 100
    open_enum<name_match> query_term_match_type{}; ///< required

    friend bool operator==(name_filter const&, name_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(name_filter, (), (include, query_term_match_type))

/// Only the campaigns in these portfolios: 1 to 100.
struct portfolio_filter {
    std::vector<portfolio_id> include; ///< 1 to 100

    friend bool operator==(portfolio_filter const&, portfolio_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_filter, (), (include))

/// Only the campaigns in these states: 1 to 3.
struct state_filter {
    std::vector<open_enum<campaign_state>> include; ///< 1 to 3

    friend bool operator==(state_filter const&, state_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(state_filter, (), (include))

/// The request for a page of the campaigns of one product that all of the filters let pass.
struct query_campaigns_request {
    unified::ad_product_filter ad_product_filter{};                              ///< required
    std::optional<unified::campaign_id_filter> campaign_id_filter{};             ///< absent: any id
    std::optional<unified::goal_filter> goal_filter{};                           ///< absent: any goal
    std::optional<unified::marketplace_scope_filter> marketplace_scope_filter{}; ///< absent: any scope
    std::optional<std::int32_t> max_results{};             ///< campaigns a page, 1 to 5000; absent: Amazon's choice
    std::optional<unified::name_filter> name_filter{};     ///< absent: any name
    std::optional<std::string> next_token{};               ///< of the page before
    std::optional<portfolio_filter> portfolio_id_filter{}; ///< absent: any portfolio, and none
    std::optional<unified::state_filter> state_filter{};   ///< absent: any state

    /// The request for all campaigns of a product:
    /// `unified::query_campaigns_request::of(unified::ad_product::amazon_dsp)`.
    static query_campaigns_request of(ad_product product)
    {
        query_campaigns_request made;
        made.ad_product_filter.include.emplace_back(product);
        return made;
    }

    friend bool operator==(query_campaigns_request const&, query_campaigns_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(query_campaigns_request, (),
                      (ad_product_filter, campaign_id_filter, goal_filter, marketplace_scope_filter, max_results,
                       name_filter, next_token, portfolio_id_filter, state_filter))

} // namespace outlay::inline v0_1_0::amazon::unified

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::unified::ad_product_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns of one product.";
    static constexpr auto members = std::tuple{member<&T::include>(
        amazon::unified::detail::sized(1, 1), each(amazon::unified::detail::in_capitals<amazon::unified::ad_product>))};
};

template<std::same_as<amazon::unified::campaign_id_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns with these ids.";
    static constexpr auto members = std::tuple{
        member<&T::include>(amazon::unified::detail::sized(1, 1000), amazon::detail::id_rules<amazon::campaign_id>)};
};

template<std::same_as<amazon::unified::goal_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns with these goals.";
    static constexpr auto members = std::tuple{member<&T::include>(
        amazon::unified::detail::sized(1, 3), each(amazon::unified::detail::in_capitals<amazon::unified::goal>))};
};

template<std::same_as<amazon::unified::marketplace_scope_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns of one marketplace, or those of several.";
    static constexpr auto members =
        std::tuple{member<&T::include>(amazon::unified::detail::sized(1, 1),
                                       each(amazon::unified::detail::in_capitals<amazon::unified::marketplace_scope>))};
};

template<std::same_as<amazon::unified::name_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns with these names.";
    static constexpr auto members = std::tuple{
        member<&T::include>(amazon::unified::detail::sized(1, 100), each(coded("field_value_is_empty", length(1)))),
        member<&T::query_term_match_type>(amazon::unified::detail::in_capitals<amazon::unified::name_match>)};
};

template<std::same_as<amazon::unified::portfolio_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns in these portfolios.";
    static constexpr auto members = std::tuple{
        member<&T::include>(amazon::unified::detail::sized(1, 100), amazon::detail::id_rules<amazon::portfolio_id>)};
};

template<std::same_as<amazon::unified::state_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns in these states.";
    static constexpr auto members =
        std::tuple{member<&T::include>(amazon::unified::detail::sized(1, 3),
                                       each(amazon::unified::detail::in_capitals<amazon::unified::campaign_state>))};
};

template<std::same_as<amazon::unified::query_campaigns_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of campaigns of one product.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::max_results>(coded("field_value_is_out_of_range", at_least(decimal(1))),
                                coded("field_value_is_out_of_range", at_most(decimal(5000)))),
    };
};

} // namespace outlay::inline v0_1_0
