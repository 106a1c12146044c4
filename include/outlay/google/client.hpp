#pragma once

#include <concepts>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/google/campaign_budget_changes.hpp>
#include <outlay/google/endpoint.hpp>
#include <outlay/google/google_ads_error.hpp>
#include <outlay/google/ids.hpp>
#include <outlay/google/mutate.hpp>
#include <outlay/google/operations.hpp>
#include <outlay/google/search.hpp>
#include <outlay/http/client.hpp>
#include <outlay/value/result.hpp>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::google {

/// Google Ads campaign budgets through a transport of one's own:
///
///     google::client client{transport, google::endpoint{access_token, developer_token, customer_id}};
///     auto made = client.create_campaign_budgets({{.name = "Spring", .amount = 25.50_dec}});
///     auto all = client.list_campaign_budgets({.status = google::campaign_budget_status::enabled});
///
/// A transport that is an lvalue is referred to and must outlive the client; else it is kept. With a task template,
/// `client<Transport, boost::asio::awaitable>`, the transport is an async_transport, and the functions return tasks of
/// the same results; the client must outlive these.
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// The outcome of each operation of a batch: the name of its budget, all its errors, or why nothing is known.
    using outcomes = batch<mutate_campaign_budget_result, mutate_refusal>;

    /// Creates budgets, each for itself, 10,000 a call. After a failure with the code `outcome_unknown`, the budget may
    /// exist.
    Task<outcomes> create_campaign_budgets(std::vector<new_campaign_budget> budgets,
                                           response_content_type returned = response_content_type::resource_name_only)
    {
        return this->run(to_operations(std::move(budgets), &campaign_budget_operation::to_create, returned));
    }

    /// Changes budgets, each for itself: the members that a campaign_budget_update has; a null clears.
    Task<outcomes> update_campaign_budgets(std::vector<campaign_budget_update> changes,
                                           response_content_type returned = response_content_type::resource_name_only)
    {
        return this->run(
            to_operations(std::move(changes), &campaign_budget_operation::to_update<campaign_budget_update>, returned));
    }

    /// Removes budgets for good, each for itself; Google refuses one that a campaign uses. A refusal with
    /// CAMPAIGN_BUDGET_REMOVED may mean that an earlier attempt removed it, whose response was lost.
    Task<outcomes> remove_campaign_budgets(std::vector<campaign_budget_name> budgets)
    {
        return this->run(to_operations(std::move(budgets), &campaign_budget_operation::to_remove,
                                       response_content_type::resource_name_only));
    }

    /// Creates, updates and removes in one batch, whose outcome n is that of operation n. An update without a mask gets
    /// that of all members that it has.
    Task<outcomes> mutate_campaign_budgets(std::vector<campaign_budget_operation> operations,
                                           response_content_type returned = response_content_type::resource_name_only)
    {
        return this->run(
            google::mutate_campaign_budgets{.operations = with_masks(std::move(operations)), .returned = returned});
    }

    /// Asks which of these operations Google would refuse now, and does none of them: hence a success of another type.
    Task<batch<valid_operation, mutate_refusal>>
    validate_campaign_budgets(std::vector<campaign_budget_operation> operations)
    {
        return this->run(google::validate_campaign_budgets{with_masks(std::move(operations))});
    }

    /// The budgets of the account, of all pages, with the currency of the account in each row; with a filter, some of
    /// them. A budget that can't be read is left out, and a page that can't be had ends the list: see
    /// listing::is_complete().
    Task<result<listing<campaign_budget_list_reply>>> list_campaign_budgets(campaign_budget_filter filter = {})
    {
        return this->run(google::list_campaign_budgets{std::move(filter)});
    }

    /// The same page by page, as an input range of results: no more is fetched than is looked at. Not for coroutines.
    auto campaign_budget_pages(campaign_budget_filter filter = {})
        requires http::blocking<Task>
    {
        return this->pages_of(google::list_campaign_budgets{std::move(filter)});
    }

private:
    template<class Item>
    static google::mutate_campaign_budgets
    to_operations(std::vector<Item> items, campaign_budget_operation (*make)(Item), response_content_type returned)
    {
        google::mutate_campaign_budgets made{.returned = returned};
        made.operations.reserve(items.size());
        for (Item& each : items) made.operations.push_back(make(std::move(each)));
        return made;
    }

    static std::vector<campaign_budget_operation> with_masks(std::vector<campaign_budget_operation> operations)
    {
        for (campaign_budget_operation& each : operations)
            if (each.update && !each.update_mask)
                each.update_mask = field_mask<&campaign_budget_update::resource_name>(*each.update);
        return operations;
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace outlay::inline v0_1_0::google
