#pragma once

#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/client.hpp>
#include <outlay/http/created.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/hubspot/campaign_operations.hpp>
#include <outlay/hubspot/campaigns.hpp>
#include <outlay/hubspot/endpoint.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/hubspot/revenue.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::hubspot {

/// Marketing campaigns, their budgets and spends, through a transport of one's own:
///
///     hubspot::client client{transport, hubspot::endpoint{access_token}};
///     auto all = client.list_campaigns();
///     auto totals = client.get_budget_totals(all->results.front().id);
///
/// A transport that is an lvalue is referred to and must outlive the client; else it is kept. With a task template,
/// `client<Transport, boost::asio::awaitable>`, the transport is an async_transport, and the functions return tasks of
/// the same results; the client must outlive these.
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// The campaigns of the account, of all pages; with a filter, some of them. A campaign that can't be read is left
    /// out, and a page that can't be had ends the list: see listing::is_complete().
    Task<result<listing<campaign_list_reply>>> list_campaigns(list_campaigns_request filter = {})
    {
        return this->run(hubspot::list_campaigns{std::move(filter)});
    }

    /// The same page by page, as an input range of results: no more is fetched than is looked at. Not for coroutines.
    auto campaign_pages(list_campaigns_request filter = {})
        requires http::blocking<Task>
    {
        return this->pages_of(hubspot::list_campaigns{std::move(filter)});
    }

    /// A campaign with these properties, or with those that budgets need. Its assets have metrics if there are `days`.
    Task<result<campaign>> get_campaign(campaign_guid campaign, std::vector<std::string> properties = {},
                                        std::optional<date_range> days = {})
    {
        return this->run(hubspot::get_campaign{
            .campaign_guid = std::move(campaign), .properties = std::move(properties), .days = days});
    }

    /// Any number of campaigns, 50 a call. Each has its own outcome, in the order of `campaigns`, whatever the order of
    /// HubSpot's reply is; one that is named twice is requested once.
    Task<batch<campaign, campaign_error>> read_campaigns(std::vector<campaign_guid> campaigns,
                                                         std::vector<std::string> properties = {},
                                                         std::optional<date_range> days = {})
    {
        std::vector<campaign_ref> refs;
        refs.reserve(campaigns.size());
        for (campaign_guid& guid : campaigns) refs.push_back({.id = std::move(guid)});
        return this->run(
            hubspot::read_campaigns{.campaigns = std::move(refs), .properties = std::move(properties), .days = days});
    }

    /// The revenue that is attributed to a campaign; of deals on these days, or of all until today.
    Task<result<campaign_revenue>> get_revenue(campaign_guid campaign, attribution_model model = {},
                                               std::optional<date_range> days = {})
    {
        return this->run(
            hubspot::get_revenue{.campaign_guid = std::move(campaign), .attribution_model = model, .days = days});
    }

    /// The budget and the spend of a campaign, with all items.
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

    /// Deletes a budget item. A 404 may mean that an earlier attempt did, whose response was lost.
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

} // namespace outlay::inline v0_1_0::hubspot
