#pragma once

#include <optional>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/budgets.hpp>
#include <outlay/aws/endpoint.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/aws/notification_operations.hpp>
#include <outlay/aws/notifications.hpp>
#include <outlay/aws/operations.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/client.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::aws {

/// AWS Budgets, through a transport and a signer of one's own:
///
///     aws::client client{transport, aws::endpoint{.account_id = "123456789012", .sign = signer}};
///     auto const all = client.describe_budgets();
///
/// A transport that is an lvalue is referred to and must outlive the client; else it is kept. With a task template,
/// `client<Transport, boost::asio::awaitable>`, the transport is an async_transport, and the functions return tasks of
/// the same results; the client must outlive these. What breaks a rule is an error, and nothing is sent.
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// All budgets of the account. One that can't be read is left out: see listing::is_complete().
    Task<result<listing<describe_budgets_reply>>> describe_budgets(aws::describe_budgets what = {})
    {
        return this->run(std::move(what));
    }

    /// The same, page by page: see http::pages. Not for coroutines.
    auto budget_pages(aws::describe_budgets what = {})
        requires http::blocking<Task>
    {
        return this->pages_of(std::move(what));
    }

    /// One budget, with its filter expression if that is requested. Without the budget, the error is AWS's
    /// NotFoundException.
    Task<result<describe_budget_reply>> describe_budget(std::string name,
                                                        std::optional<bool> show_filter_expression = {})
    {
        return this->run(
            aws::describe_budget{.budget_name = std::move(name), .show_filter_expression = show_filter_expression});
    }

    /// Creates a budget with its alerts and tags. After a failure with the code `outcome_unknown` it may exist.
    Task<result<void>> create_budget(budget what, std::vector<notification_with_subscribers> notifications = {},
                                     std::vector<resource_tag> tags = {})
    {
        return this->run(aws::create_budget{
            .budget = std::move(what), .notifications = std::move(notifications), .resource_tags = std::move(tags)});
    }

    /// Replaces the budget that has this name. AWS counts its spend anew.
    Task<result<void>> update_budget(budget what) { return this->run(aws::update_budget{.budget = std::move(what)}); }

    /// Deletes a budget. A NotFoundException may mean that an earlier attempt did, whose response was lost.
    Task<result<void>> delete_budget(std::string name)
    {
        return this->run(aws::delete_budget{.budget_name = std::move(name)});
    }

    /// The budgeted and the actual amounts of past units of time: the rows of all pages.
    Task<result<listing<describe_budget_performance_history_reply>>>
    describe_budget_performance_history(std::string name, std::optional<time_period> when = {})
    {
        return this->run(
            aws::describe_budget_performance_history{.budget_name = std::move(name), .time_period = std::move(when)});
    }

    /// All alerts of a budget; see thresholds_of().
    Task<result<listing<describe_notifications_for_budget_reply>>> describe_notifications_for_budget(std::string name)
    {
        return this->run(aws::describe_notifications_for_budget{.budget_name = std::move(name)});
    }

    /// Adds an alert to a budget. After a failure with the code `outcome_unknown` it may exist.
    Task<result<void>> create_notification(std::string name, notification what, std::vector<subscriber> to)
    {
        return this->run(aws::create_notification{
            .budget_name = std::move(name), .notification = std::move(what), .subscribers = std::move(to)});
    }

    /// Deletes an alert of a budget, which is named by all that it is.
    Task<result<void>> delete_notification(std::string name, notification what)
    {
        return this->run(aws::delete_notification{.budget_name = std::move(name), .notification = std::move(what)});
    }

    /// All subscribers of an alert.
    Task<result<listing<describe_subscribers_for_notification_reply>>>
    describe_subscribers_for_notification(std::string name, notification of)
    {
        return this->run(
            aws::describe_subscribers_for_notification{.budget_name = std::move(name), .notification = std::move(of)});
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace outlay::inline v0_1_0::aws
