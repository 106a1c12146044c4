#pragma once

#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_recommendations.hpp>
#include <outlay/amazon/budget_rule_bodies.hpp>
#include <outlay/amazon/budget_rule_operations.hpp>
#include <outlay/amazon/budget_rules.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/campaign_operations.hpp>
#include <outlay/amazon/campaigns.hpp>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_operations.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/amazon/recommendation_operations.hpp>
#include <outlay/amazon/unified_campaigns.hpp>
#include <outlay/amazon/unified_error.hpp>
#include <outlay/amazon/unified_operations.hpp>
#include <outlay/amazon/unified_query.hpp>
#include <outlay/amazon/usage_operations.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/client.hpp>
#include <outlay/http/options.hpp>
#include <outlay/value/result.hpp>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::amazon {

/// Amazon Ads, through a transport of one's own:
///
///     ads::client amazon{transport, ads::endpoint{ads::region::europe, client_id, access_token, profile_id}};
///     auto all = amazon.campaign_budget_usage(ads::ad_product::sponsored_products, ids);
///
/// Any number of items is sent in calls of 25 to 1000, as many as the operation takes, and each has its own outcome:
/// all[i] is about ids[i], whatever happens. An item that breaks a rule fails alone, and is not sent.
///
/// A transport that is an lvalue is referred to and must outlive the client; else it is kept. With a task template,
/// `client<Transport, boost::asio::awaitable>`, the transport is an async_transport, and the functions return tasks of
/// the same results; the client must outlive these.
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// How much of their budgets campaigns of one product have used.
    Task<batch<campaign_usage, usage_error>> campaign_budget_usage(ad_product product, std::vector<campaign_id> ids)
    {
        return this->run(amazon::campaign_budget_usage{.product = product, .campaign_ids = std::move(ids)});
    }

    /// How much of their budgets portfolios have used.
    Task<batch<portfolio_usage, usage_error>> portfolio_budget_usage(std::vector<portfolio_id> ids)
    {
        return this->run(amazon::portfolio_budget_usage{std::move(ids)});
    }

    /// The budgets that Amazon recommends for campaigns of one product, and what they missed without them. A campaign
    /// without enough history has a success whose suggested_budget is null.
    Task<batch<budget_recommendation, budget_recommendation_error>>
    campaign_budget_recommendations(ad_product product, std::vector<campaign_id> ids)
    {
        return this->run(amazon::campaign_budget_recommendations{.product = product, .campaign_ids = std::move(ids)});
    }

    /// Creates portfolios. A failure with the code `outcome_unknown` may be of a portfolio that exists nevertheless.
    Task<batch<mutation_success, mutation_error>> create_portfolios(std::vector<new_portfolio> portfolios,
                                                                    returned what = {})
    {
        return this->run(amazon::create_portfolios{.portfolios = std::move(portfolios), .returned = what});
    }

    /// Changes portfolios.
    Task<batch<mutation_success, mutation_error>> update_portfolios(std::vector<portfolio_update> portfolios,
                                                                    returned what = {})
    {
        return this->run(amazon::update_portfolios{.portfolios = std::move(portfolios), .returned = what});
    }

    /// The portfolios that all of the filters let pass, of all pages. A portfolio that can't be read is left out, and a
    /// page that can't be had ends the list: see listing::is_complete(). For what is too much at once, see
    /// portfolio_pages.
    /// `form` is that of the ids: see amazon::list_portfolios.
    Task<result<listing<portfolio_list_reply>>> list_portfolios(list_portfolios_request filter = {}, returned form = {})
    {
        return this->run(amazon::list_portfolios{.filter = std::move(filter), .returned = form});
    }

    /// The same page by page, as an input range of results: no more is fetched than is looked at. Not for coroutines.
    auto portfolio_pages(list_portfolios_request filter = {}, returned form = {})
        requires http::blocking<Task>
    {
        return this->pages_of(amazon::list_portfolios{.filter = std::move(filter), .returned = form});
    }

    /// The campaigns of Sponsored Products that all of the filters let pass, of all pages, as list_portfolios() returns
    /// portfolios.
    Task<result<listing<campaign_list_reply>>> list_campaigns(list_campaigns_request filter = {})
    {
        return this->run(amazon::list_campaigns{std::move(filter)});
    }

    /// The same page by page, as portfolio_pages().
    auto campaign_pages(list_campaigns_request filter = {})
        requires http::blocking<Task>
    {
        return this->pages_of(amazon::list_campaigns{std::move(filter)});
    }

    /// Changes the budgets of campaigns of Sponsored Products, and nothing else of them. With
    /// `returned::whole_campaign`, each success has the campaign as it is after the change.
    Task<batch<campaign_mutation_success, mutation_error>>
    update_campaign_budgets(std::vector<campaign_budget_update> updates, returned what = {})
    {
        return this->run(amazon::update_campaign_budgets{.campaigns = std::move(updates), .returned = what});
    }

    /// Creates budget rules of one product. They raise no budget before they are associated with campaigns. A failure
    /// with the code `outcome_unknown` may be of a rule that exists nevertheless.
    Task<batch<budget_rule_response, budget_rule_response>> create_budget_rules(ad_product product,
                                                                                std::vector<budget_rule_details> rules)
    {
        return this->run(amazon::create_budget_rules{.product = product, .details = std::move(rules)});
    }

    /// Changes budget rules of one product.
    Task<batch<budget_rule_response, budget_rule_response>> update_budget_rules(ad_product product,
                                                                                std::vector<budget_rule_update> updates)
    {
        return this->run(amazon::update_budget_rules{.product = product, .updates = std::move(updates)});
    }

    /// The advertiser's budget rules of a product, of all pages. A rule that can't be read is left out, and a page that
    /// can't be had ends the list: see listing::is_complete().
    Task<result<listing<budget_rule_list_reply>>> list_budget_rules(ad_product product,
                                                                    list_budget_rules_request query = {})
    {
        return this->run(amazon::list_budget_rules{.product = product, .query = std::move(query)});
    }

    /// The same page by page, as an input range of results. Not for coroutines.
    auto budget_rule_pages(ad_product product, list_budget_rules_request query = {})
        requires http::blocking<Task>
    {
        return this->pages_of(amazon::list_budget_rules{.product = product, .query = std::move(query)});
    }

    /// A budget rule.
    Task<result<budget_rule_reply>> get_budget_rule(ad_product product, budget_rule_id id)
    {
        return this->run(amazon::get_budget_rule{.product = product, .id = std::move(id)});
    }

    /// The campaigns that a budget rule applies to, of all pages.
    Task<result<listing<rule_campaigns_reply>>> list_rule_campaigns(ad_product product, budget_rule_id id,
                                                                    list_budget_rules_request query = {})
    {
        return this->run(
            amazon::list_rule_campaigns{.product = product, .id = std::move(id), .query = std::move(query)});
    }

    /// The budget rules of a campaign. Those with the status ACTIVE raise its budget today.
    Task<result<listing<campaign_rules_reply>>> list_campaign_rules(ad_product product, campaign_id campaign)
    {
        return this->run(amazon::list_campaign_rules{.product = product, .campaign = std::move(campaign)});
    }

    /// Applies budget rules to a campaign.
    Task<batch<budget_rule_response, budget_rule_response>>
    associate_budget_rules(ad_product product, campaign_id campaign, std::vector<budget_rule_id> rule_ids)
    {
        return this->run(amazon::associate_budget_rules{
            .product = product, .campaign = std::move(campaign), .rule_ids = std::move(rule_ids)});
    }

    /// Ends the association of a budget rule with a campaign. An error may mean that an earlier attempt did, whose
    /// answer was lost.
    Task<result<void>> disassociate_budget_rule(ad_product product, campaign_id campaign, budget_rule_id rule_id)
    {
        return this->run(amazon::disassociate_budget_rule{
            .product = product, .campaign = std::move(campaign), .rule_id = std::move(rule_id)});
    }

    /// Applies budget rules to campaigns of Sponsored Products.
    Task<batch<budget_rule_association_response, budget_rule_association_response>>
    associate_budget_rules_in_bulk(std::vector<budget_rule_association> associations)
    {
        return this->run(amazon::associate_budget_rules_in_bulk{std::move(associations)});
    }

    /// Ends associations of budget rules with campaigns of Sponsored Products.
    Task<batch<budget_rule_association_response, budget_rule_association_response>>
    disassociate_budget_rules_in_bulk(std::vector<budget_rule_association> associations)
    {
        return this->run(amazon::disassociate_budget_rules_in_bulk{std::move(associations)});
    }

    /// Lists the campaigns of one product that match all filters, by the unified API, from all pages, with their
    /// budgets and flights. Incomplete lists are as those of list_portfolios().
    Task<result<listing<unified::campaign_list_reply>>> query_campaigns(unified::query_campaigns_request filter)
    {
        return this->run(unified::query_campaigns{std::move(filter)});
    }

    /// The same page by page, as an input range of results. Not for coroutines.
    auto query_campaign_pages(unified::query_campaigns_request filter)
        requires http::blocking<Task>
    {
        return this->pages_of(unified::query_campaigns{std::move(filter)});
    }

    /// Replaces the budgets of campaigns by the unified API, 1000 campaigns a call. An item that was done in part has
    /// both a success() and a refusal().
    Task<batch<unified::campaign_success, unified::campaign_refusal>>
    update_campaigns(std::vector<unified::campaign_update> updates)
    {
        return this->run(unified::update_campaigns{std::move(updates)});
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace outlay::inline v0_1_0::amazon
