#pragma once

#include <outlay/http/client.hpp>
#include <outlay/http/created.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/endpoint.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/value/result.hpp>
#include <utility>

namespace outlay::hubspot {

/// Budgets and spends of marketing campaigns, through a transport of one's own:
///
///     hubspot::client client{transport, hubspot::endpoint{access_token}};
///     auto totals = client.get_budget_totals(guid);
///
/// A transport that is an lvalue is referred to and must outlive the client; else it is kept. With a task template,
/// `client<Transport, boost::asio::awaitable>`, the transport is an async_transport, and the functions return tasks of
/// the same results; the client must outlive these.
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// What a campaign may cost and has cost.
    Task<result<budget_totals>> get_budget_totals(campaign_guid campaign)
    {
        return this->run(hubspot::get_budget_totals{std::move(campaign)});
    }

    /// Creates an item; `location` of the result is its place. After a failure with the code `outcome_unknown`, the
    /// item may exist.
    Task<result<http::created<budget_item>>> create_budget_item(campaign_guid campaign, budget_item_input item)
    {
        return this->run(hubspot::create_budget_item{std::move(campaign), std::move(item)});
    }
    /// The same for what was spent.
    Task<result<http::created<budget_item>>> create_spend_item(campaign_guid campaign, budget_item_input item)
    {
        return this->run(hubspot::create_spend_item{std::move(campaign), std::move(item)});
    }

    /// One budget item.
    Task<result<budget_item>> get_budget_item(campaign_guid campaign, budget_item_id id)
    {
        return this->run(hubspot::get_budget_item{std::move(campaign), std::move(id)});
    }
    /// One spend item.
    Task<result<budget_item>> get_spend_item(campaign_guid campaign, budget_item_id id)
    {
        return this->run(hubspot::get_spend_item{std::move(campaign), std::move(id)});
    }

    /// Makes an item what `item` says, in full: see budget_item_input::of.
    Task<result<budget_item>> update_budget_item(campaign_guid campaign, budget_item_id id, budget_item_input item)
    {
        return this->run(hubspot::update_budget_item{std::move(campaign), std::move(id), std::move(item)});
    }
    /// The same for what was spent.
    Task<result<budget_item>> update_spend_item(campaign_guid campaign, budget_item_id id, budget_item_input item)
    {
        return this->run(hubspot::update_spend_item{std::move(campaign), std::move(id), std::move(item)});
    }

    /// Deletes a budget item. A 404 may mean that an earlier attempt did, whose answer was lost.
    Task<result<void>> delete_budget_item(campaign_guid campaign, budget_item_id id)
    {
        return this->run(hubspot::delete_budget_item{std::move(campaign), std::move(id)});
    }
    /// The same for what was spent.
    Task<result<void>> delete_spend_item(campaign_guid campaign, budget_item_id id)
    {
        return this->run(hubspot::delete_spend_item{std::move(campaign), std::move(id)});
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace outlay::hubspot
