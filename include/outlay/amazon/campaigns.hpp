#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/amazon/campaign.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// The bodies of
//   POST /sp/campaigns/list   list
//   PUT /sp/campaigns         update, of budgets only
// Source: the specification of /sp/campaigns (version 3).

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

// --- requests

/// A new budget for a campaign. All else of the campaign stays as it is.
struct campaign_budget_update {
    amazon::campaign_id campaign_id{}; ///< which to change: required
    campaign_budget budget{};          ///< see campaign_budget::daily()

    /// Another amount for this campaign, of the same budget type. Of a type other than daily, validate() reports it.
    static campaign_budget_update of(campaign const& current, decimal amount)
    {
        return {.campaign_id = current.campaign_id,
                .budget = {.budget = amount, .budget_type = current.budget.budget_type}};
    }

    friend bool operator==(campaign_budget_update const&, campaign_budget_update const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget_update, (), (campaign_id, budget))

/// Changes the budgets of 1 to 1000 campaigns, each for itself.
struct update_campaign_budgets_request {
    std::vector<campaign_budget_update> campaigns; ///< 1 to 1000

    friend bool operator==(update_campaign_budgets_request const&, update_campaign_budgets_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(update_campaign_budgets_request, (), (campaigns))

/// Only the campaigns with these ids.
struct campaign_id_filter {
    std::vector<amazon::campaign_id> include; ///< at most 1000

    friend bool operator==(campaign_id_filter const&, campaign_id_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_id_filter, (), (include))

/// Only the campaigns of these portfolios.
struct campaign_portfolio_filter {
    std::vector<amazon::portfolio_id> include; ///< at most 100

    friend bool operator==(campaign_portfolio_filter const&, campaign_portfolio_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_portfolio_filter, (), (include))

/// Only the campaigns with these names.
struct campaign_name_filter {
    std::vector<std::string> include;                                                ///< at most 100
    std::optional<open_enum<amazon::query_term_match_type>> query_term_match_type{}; ///< absent: Amazon's choice

    friend bool operator==(campaign_name_filter const&, campaign_name_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_name_filter, (), (include, query_term_match_type))

/// Only the campaigns in these states.
struct campaign_state_filter {
    std::vector<open_enum<campaign_state>> include; ///< at most 10

    friend bool operator==(campaign_state_filter const&, campaign_state_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_state_filter, (), (include))

/// Only the campaigns whose budget is divided between marketplaces in these ways.
struct budget_allocation_filter {
    std::vector<open_enum<marketplace_budget_allocation>> include; ///< at most 2

    friend bool operator==(budget_allocation_filter const&, budget_allocation_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_allocation_filter, (), (include))

/// The request for a page of campaigns: those that all of the filters let pass. All campaigns without any.
struct list_campaigns_request {
    std::optional<amazon::campaign_id_filter> campaign_id_filter{}; ///< absent: any id
    std::optional<bool> include_extended_data_fields{};             ///< whether extended_data is returned
    std::optional<budget_allocation_filter> marketplace_budget_allocation_filter{}; ///< absent: any, and none
    std::optional<std::int32_t> max_results{};         ///< campaigns a page; absent: as many as Amazon returns
    std::optional<campaign_name_filter> name_filter{}; ///< absent: any name
    std::optional<std::string> next_token{};           ///< of the page before
    std::optional<campaign_portfolio_filter> portfolio_id_filter{}; ///< absent: any portfolio, and none
    std::optional<campaign_state_filter> state_filter{};            ///< absent: any state

    friend bool operator==(list_campaigns_request const&, list_campaigns_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(list_campaigns_request, (),
                      (campaign_id_filter, include_extended_data_fields, marketplace_budget_allocation_filter,
                       max_results, name_filter, next_token, portfolio_id_filter, state_filter))

// --- replies

/// A campaign that was updated.
struct campaign_mutation_success {
    std::optional<amazon::campaign> campaign{};       ///< if the request has Prefer: return=representation
    std::optional<amazon::campaign_id> campaign_id{}; ///< as it was sent
    std::optional<std::uint32_t> index{};             ///< in the request, from 0
    outlay::extras extras{};

    friend bool operator==(campaign_mutation_success const&, campaign_mutation_success const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_mutation_success, (), (campaign, campaign_id, index, extras))

/// The reply to an update of campaigns (207).
struct campaign_write_reply {
    multi_status<campaign_mutation_success, mutation_error> campaigns; ///< of each campaign of the request
    outlay::extras extras{};

    friend bool operator==(campaign_write_reply const&, campaign_write_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_write_reply, (), (campaigns, extras))

/// A page of campaigns (200). There is a further page as long as there is a next_token.
struct campaign_list_reply {
    std::vector<campaign> campaigns{};            ///< may be left out
    std::optional<std::string> next_token{};      ///< absent on the last page
    std::optional<std::uint64_t> total_results{}; ///< of all pages
    outlay::extras extras{};

    friend bool operator==(campaign_list_reply const&, campaign_list_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_list_reply, (), (campaigns, next_token, total_results, extras))

namespace detail {

/// A filter without a value: the specification takes it, and leaves open whether it lets all campaigns pass or none.
inline constexpr auto may_be_empty = notice(coded("empty_filter", items(1)));

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::campaign_budget_update> T>
struct model<T> {
    static constexpr auto description =
        "A new budget for a campaign. The other fields of the campaign keep their values.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{
        member<&T::campaign_id>(coded("missing_value", length(1)), visible_id<amazon::campaign_id>,
                                amazon::detail::looks_like_id<amazon::campaign_id>),
    };
};

template<std::same_as<amazon::update_campaign_budgets_request> T>
struct model<T> {
    static constexpr auto description = "The request to change the budgets of 1 to 1000 campaigns.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{member<&T::campaigns>(items(1, 1000))};
};

template<std::same_as<amazon::campaign_id_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns with these ids.";
    static constexpr auto members = std::tuple{
        member<&T::include>(items(0, 1000), amazon::detail::may_be_empty,
                            amazon::detail::id_rules<amazon::campaign_id>),
    };
};

template<std::same_as<amazon::campaign_portfolio_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns of these portfolios.";
    static constexpr auto members = std::tuple{
        member<&T::include>(items(0, 100), amazon::detail::may_be_empty,
                            amazon::detail::id_rules<amazon::portfolio_id>),
    };
};

template<std::same_as<amazon::campaign_name_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns with these names.";
    static constexpr auto members = std::tuple{
        member<&T::include>(items(0, 100), amazon::detail::may_be_empty),
        member<&T::query_term_match_type>(amazon::detail::in_capitals<amazon::query_term_match_type>),
    };
};

template<std::same_as<amazon::campaign_state_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns in these states.";
    static constexpr auto members = std::tuple{
        member<&T::include>(items(0, 10), amazon::detail::may_be_empty,
                            each(amazon::detail::in_capitals<amazon::campaign_state>)),
    };
};

template<std::same_as<amazon::budget_allocation_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the campaigns whose budget is divided in these ways.";
    static constexpr auto members = std::tuple{
        member<&T::include>(items(0, 2), amazon::detail::may_be_empty,
                            each(amazon::detail::in_capitals<amazon::marketplace_budget_allocation>)),
    };
};

template<std::same_as<amazon::list_campaigns_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of campaigns.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::max_results>(at_least(1))};
};

template<std::same_as<amazon::campaign_mutation_success> T>
struct model<T> {
    static constexpr auto description = "A campaign that was updated.";
    static constexpr auto members = std::tuple{member<&T::index>(presence::required)};
};

template<>
struct model<amazon::campaign_write_reply> {
    static constexpr auto description = "The outcome of each campaign to update.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<amazon::campaign_list_reply> T>
struct model<T> {
    static constexpr auto description = "A page of campaigns.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::campaigns>(presence::optional),
        quirk<T>(
            "empty_reply", [](T const& r) { return !r.campaigns.empty() || r.total_results || r.next_token; },
            "neither campaigns nor how many there are"),
        quirk<T>(
            "total_results_too_low",
            [](T const& r) { return !r.total_results || *r.total_results >= r.campaigns.size(); },
            "totalResults is less than the campaigns of this page"),
    };
};

} // namespace outlay::inline v0_1_0
