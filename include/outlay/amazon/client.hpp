#pragma once

#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_recommendations.hpp>
#include <outlay/amazon/budget_usage.hpp>
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

namespace outlay::amazon {

/// Amazon Ads, through a transport of one's own:
///
///     ads::client amazon{transport, ads::endpoint{ads::region::europe, client_id, access_token, profile_id}};
///     auto all = amazon.campaign_budget_usage(ads::ad_product::sponsored_products, ids);
///
/// Any number of items is sent in calls of 100, and each has its own outcome: all[i] is about ids[i], whatever happens.
/// An item that breaks a rule fails alone, and is not sent.
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
        return this->run(amazon::campaign_budget_usage{product, std::move(ids)});
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
        return this->run(amazon::campaign_budget_recommendations{product, std::move(ids)});
    }

    /// Creates portfolios. A failure with the code `outcome_unknown` may be of a portfolio that exists nevertheless.
    Task<batch<mutation_success, mutation_error>> create_portfolios(std::vector<new_portfolio> portfolios,
                                                                    returned what = {})
    {
        return this->run(amazon::create_portfolios{std::move(portfolios), what});
    }

    /// Changes portfolios.
    Task<batch<mutation_success, mutation_error>> update_portfolios(std::vector<portfolio_update> portfolios,
                                                                    returned what = {})
    {
        return this->run(amazon::update_portfolios{std::move(portfolios), what});
    }

    /// The portfolios that all of the filters let pass, of all pages. A portfolio that can't be read is left out, and a
    /// page that can't be had ends the list: see listing::is_complete(). For what is too much at once, see
    /// portfolio_pages.
    Task<result<listing<portfolio_list_reply>>> list_portfolios(list_portfolios_request filter = {})
    {
        return this->run(amazon::list_portfolios{std::move(filter)});
    }

    /// The same page by page, as an input range of results: no more is fetched than is looked at. Not for coroutines.
    auto portfolio_pages(list_portfolios_request filter = {})
        requires http::blocking<Task>
    {
        return this->pages_of(amazon::list_portfolios{std::move(filter)});
    }

    /// Of the unified API: the campaigns of one product that all of the filters let pass, of all pages, with their
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

    /// Of the unified API: gives campaigns new budgets, 1000 campaigns a call. An item that was done in part has both
    /// a success() and a refusal().
    Task<batch<unified::campaign_success, unified::campaign_refusal>>
    update_campaigns(std::vector<unified::campaign_update> updates)
    {
        return this->run(unified::update_campaigns{std::move(updates)});
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace outlay::amazon
