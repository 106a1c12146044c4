#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/amazon/budget_rules.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// The bodies of
//   GET, POST, PUT /{sp,sb,sd}/budgetRules                          list, create, update
//   GET /{sp,sb,sd}/budgetRules/{id}                                read
//   GET /{sp,sb,sd}/budgetRules/{id}/campaigns                      the campaigns of a rule
//   GET, POST /{sp,sb,sd}/campaigns/{id}/budgetRules                the rules of a campaign; associate
//   POST /sp/budgetRulesAssociation, .../delete                     associate and disassociate in bulk
// Source: the specification of Sponsored Products (version 3), which promises few members of replies.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

// --- requests

/// Creates 1 to 25 budget rules, each for itself.
struct create_budget_rules_request {
    std::vector<budget_rule_details> budget_rules_details; ///< 1 to 25

    friend bool operator==(create_budget_rules_request const&, create_budget_rules_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(create_budget_rules_request, (), (budget_rules_details))

/// Changes 1 to 25 budget rules, each for itself.
struct update_budget_rules_request {
    std::vector<budget_rule_update> budget_rules_details; ///< 1 to 25

    friend bool operator==(update_budget_rules_request const&, update_budget_rules_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(update_budget_rules_request, (), (budget_rules_details))

/// The query of a list of budget rules, or of the campaigns of one, as an object.
struct list_budget_rules_request {
    std::optional<std::string> next_token{};  ///< of the page before
    std::optional<std::uint32_t> page_size{}; ///< 1 to 30; absent: 30

    friend bool operator==(list_budget_rules_request const&, list_budget_rules_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(list_budget_rules_request, (), (next_token, page_size))

/// Associates 1 to 25 budget rules with a campaign, each for itself.
struct associate_budget_rules_request {
    std::vector<budget_rule_id> budget_rule_ids; ///< 1 to 25

    friend bool operator==(associate_budget_rules_request const&, associate_budget_rules_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(associate_budget_rules_request, (), (budget_rule_ids))

/// A budget rule and a campaign, to be associated or no longer.
struct budget_rule_association {
    amazon::budget_rule_id budget_rule_id{}; ///< required
    amazon::campaign_id campaign_id{};       ///< required

    friend bool operator==(budget_rule_association const&, budget_rule_association const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_association, (), (budget_rule_id, campaign_id))

/// Associates 1 to 50 pairs of budget rules and campaigns of Sponsored Products, each for itself.
struct associate_budget_rules_in_bulk_request {
    std::vector<budget_rule_association> budget_rules_associations; ///< 1 to 50

    friend bool operator==(associate_budget_rules_in_bulk_request const&,
                           associate_budget_rules_in_bulk_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(associate_budget_rules_in_bulk_request, (), (budget_rules_associations))

/// Ends the association of 1 to 50 pairs of budget rules and campaigns of Sponsored Products, each for itself.
struct disassociate_budget_rules_in_bulk_request {
    std::vector<budget_rule_association> budget_rules_dis_associations; ///< 1 to 50

    friend bool operator==(disassociate_budget_rules_in_bulk_request const&,
                           disassociate_budget_rules_in_bulk_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(disassociate_budget_rules_in_bulk_request, (), (budget_rules_dis_associations))

// --- replies

/// The outcome of one budget rule to create, to update or to associate: row n is about item n of the request.
struct budget_rule_response {
    std::optional<std::vector<campaign_id>> associated_campaign_ids{}; ///< whose budgets may change
    std::optional<std::string> code{};                                 ///< `Ok`, or of an error
    std::optional<std::string> details{};                              ///< for people
    std::optional<budget_rule_id> rule_id{};                           ///< of a new rule: its id from now on
    outlay::extras extras{};

    friend bool operator==(budget_rule_response const&, budget_rule_response const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_response, (), (associated_campaign_ids, code, details, rule_id, extras))

/// The reply to a create, an update or an association (207).
struct budget_rule_write_reply {
    std::vector<budget_rule_response> responses{}; ///< as many as the items of the request, in their order
    outlay::extras extras{};

    friend bool operator==(budget_rule_write_reply const&, budget_rule_write_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_write_reply, (), (responses, extras))

/// A page of an advertiser's budget rules (200). There is a further page as long as there is a next_token.
struct budget_rule_list_reply {
    std::vector<budget_rule> budget_rules_for_advertiser_response{}; ///< 0 to 30
    std::optional<std::string> next_token{};                         ///< absent or empty on the last page
    outlay::extras extras{};

    friend bool operator==(budget_rule_list_reply const&, budget_rule_list_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_list_reply, (), (budget_rules_for_advertiser_response, next_token, extras))

/// One budget rule (200).
struct budget_rule_reply {
    amazon::budget_rule budget_rule{}; ///< the rule
    outlay::extras extras{};

    friend bool operator==(budget_rule_reply const&, budget_rule_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_reply, (), (budget_rule, extras))

/// A campaign that a budget rule applies to.
struct associated_campaign {
    amazon::campaign_id campaign_id{};           ///< always there
    std::string campaign_name{};                 ///< always there
    open_enum<budget_rule_status> rule_status{}; ///< whether the rule raises the budget of this campaign today
    outlay::extras extras{};

    friend bool operator==(associated_campaign const&, associated_campaign const&) = default;
};
BOOST_DESCRIBE_STRUCT(associated_campaign, (), (campaign_id, campaign_name, rule_status, extras))

/// A page of the campaigns of a budget rule (200). There is a further page as long as there is a next_token.
struct rule_campaigns_reply {
    std::vector<associated_campaign> associated_campaigns{}; ///< 0 to 30
    std::optional<std::string> next_token{};                 ///< absent or empty on the last page
    outlay::extras extras{};

    friend bool operator==(rule_campaigns_reply const&, rule_campaigns_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(rule_campaigns_reply, (), (associated_campaigns, next_token, extras))

/// The budget rules of a campaign (200), at most 250, in one page.
struct campaign_rules_reply {
    std::vector<budget_rule> associated_rules{}; ///< with their status for this campaign
    outlay::extras extras{};

    friend bool operator==(campaign_rules_reply const&, campaign_rules_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_rules_reply, (), (associated_rules, extras))

/// The outcome of one pair of a budget rule and a campaign.
struct budget_rule_association_response {
    std::optional<amazon::campaign_id> campaign_id{}; ///< as it was sent
    std::optional<std::string> code{};                ///< for programs
    std::optional<std::string> details{};             ///< for people
    std::optional<std::uint32_t> index{};             ///< of the pair in the request, from 0
    std::optional<budget_rule_id> rule_id{};          ///< as it was sent
    outlay::extras extras{};

    friend bool operator==(budget_rule_association_response const&, budget_rule_association_response const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_association_response, (), (campaign_id, code, details, index, rule_id, extras))

/// The pairs of a bulk request that were done, and those that were not.
struct budget_rule_association_lists {
    std::vector<budget_rule_association_response> error_list{};   ///< may be left out
    std::vector<budget_rule_association_response> success_list{}; ///< may be left out
    outlay::extras extras{};

    friend bool operator==(budget_rule_association_lists const&, budget_rule_association_lists const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_association_lists, (), (error_list, success_list, extras))

/// The reply to a bulk association (207).
struct associate_budget_rules_in_bulk_reply {
    budget_rule_association_lists budget_rules_associations{}; ///< of each pair of the request
    outlay::extras extras{};

    friend bool operator==(associate_budget_rules_in_bulk_reply const&,
                           associate_budget_rules_in_bulk_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(associate_budget_rules_in_bulk_reply, (), (budget_rules_associations, extras))

/// The reply to the end of associations in bulk (207).
struct disassociate_budget_rules_in_bulk_reply {
    budget_rule_association_lists budget_rules_dis_associations{}; ///< of each pair of the request
    outlay::extras extras{};

    friend bool operator==(disassociate_budget_rules_in_bulk_reply const&,
                           disassociate_budget_rules_in_bulk_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(disassociate_budget_rules_in_bulk_reply, (), (budget_rules_dis_associations, extras))

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::create_budget_rules_request> T>
struct model<T> {
    static constexpr auto description = "The request to create 1 to 25 budget rules.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::budget_rules_details>(items(1, 25))};
};

template<std::same_as<amazon::update_budget_rules_request> T>
struct model<T> {
    static constexpr auto description = "The request to change 1 to 25 budget rules.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{member<&T::budget_rules_details>(items(1, 25))};
};

template<std::same_as<amazon::list_budget_rules_request> T>
struct model<T> {
    static constexpr auto description =
        "The query of a list of budget rules, or of the campaigns of one, as an object.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::page_size>(at_least(1), at_most(30))};
};

template<std::same_as<amazon::associate_budget_rules_request> T>
struct model<T> {
    static constexpr auto description = "The request to associate 1 to 25 budget rules with a campaign.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members =
        std::tuple{member<&T::budget_rule_ids>(items(1, 25), amazon::detail::id_rules<amazon::budget_rule_id>)};
};

template<std::same_as<amazon::budget_rule_association> T>
struct model<T> {
    static constexpr auto description = "A budget rule and a campaign.";
    static constexpr auto members = std::tuple{
        member<&T::budget_rule_id>(coded("missing_value", length(1)), visible_id<amazon::budget_rule_id>,
                                   amazon::detail::looks_like_id<amazon::budget_rule_id>),
        member<&T::campaign_id>(coded("missing_value", length(1)), visible_id<amazon::campaign_id>,
                                amazon::detail::looks_like_id<amazon::campaign_id>),
    };
};

template<std::same_as<amazon::associate_budget_rules_in_bulk_request> T>
struct model<T> {
    static constexpr auto description =
        "The request to associate 1 to 50 pairs of budget rules and campaigns of Sponsored Products.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::budget_rules_associations>(items(1, 50))};
};

template<std::same_as<amazon::disassociate_budget_rules_in_bulk_request> T>
struct model<T> {
    static constexpr auto description =
        "The request to end the association of 1 to 50 pairs of budget rules and campaigns of Sponsored Products.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::budget_rules_dis_associations>(items(1, 50))};
};

template<std::same_as<amazon::budget_rule_response> T>
struct model<T> {
    static constexpr auto description = "The outcome of one budget rule to create, to update or to associate.";
    static constexpr auto members = std::tuple{
        member<&T::associated_campaign_ids>(for_information),
        quirk<T>(
            "missing_code", [](T const& r) { return r.code.has_value(); }, "a row without a code"),
    };
};

template<std::same_as<amazon::budget_rule_write_reply> T>
struct model<T> {
    static constexpr auto description = "The outcome of each budget rule to create, to update or to associate.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::responses>(presence::optional)};
};

template<std::same_as<amazon::budget_rule_list_reply> T>
struct model<T> {
    static constexpr auto description = "A page of an advertiser's budget rules.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::budget_rules_for_advertiser_response>(presence::optional)};
};

template<>
struct model<amazon::budget_rule_reply> {
    static constexpr auto description = "One budget rule.";
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<amazon::associated_campaign> {
    static constexpr auto description = "A campaign that a budget rule applies to.";
};

template<std::same_as<amazon::rule_campaigns_reply> T>
struct model<T> {
    static constexpr auto description = "A page of the campaigns of a budget rule.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::associated_campaigns>(presence::optional)};
};

template<std::same_as<amazon::campaign_rules_reply> T>
struct model<T> {
    static constexpr auto description = "The budget rules of a campaign.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::associated_rules>(presence::optional)};
};

template<>
struct model<amazon::budget_rule_association_response> {
    static constexpr auto description = "The outcome of one pair of a budget rule and a campaign.";
};

template<std::same_as<amazon::budget_rule_association_lists> T>
struct model<T> {
    static constexpr auto description = "The pairs of a bulk request that were done, and those that were not.";
    static constexpr auto members = std::tuple{
        member<&T::error_list>(presence::optional),
        member<&T::success_list>(presence::optional),
    };
};

template<>
struct model<amazon::associate_budget_rules_in_bulk_reply> {
    static constexpr auto description = "The outcome of each pair to associate.";
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<amazon::disassociate_budget_rules_in_bulk_reply> {
    static constexpr auto description = "The outcome of each pair whose association was to end.";
    static constexpr auto direction = outlay::direction::reply;
};

} // namespace outlay::inline v0_1_0
