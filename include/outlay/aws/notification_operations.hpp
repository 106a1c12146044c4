#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/aws/detail/start.hpp>
#include <outlay/aws/endpoint.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/aws/notifications.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <vector>

// Operations (see outlay/http/operation.hpp) on alerts of budgets. Source: AWS's description of its service Budgets,
// version 2016-10-20. What breaks a rule is not sent.

namespace outlay::inline v0_1_0::aws {

/// DescribeNotificationsForBudget, page after page: the alerts of a budget.
struct describe_notifications_for_budget {
    std::string budget_name{};                 ///< of the budget
    std::optional<std::int32_t> max_results{}; ///< of a page: 1 to 100
    std::optional<std::string> next_token{};   ///< of the page to begin with; absent: the first

    using endpoint_type = aws::endpoint;
    using page_type = describe_notifications_for_budget_reply;
    using result_type = result<listing<describe_notifications_for_budget_reply>>;
    static constexpr auto rows = &describe_notifications_for_budget_reply::notifications;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return next_token ? *next_token : std::string_view(); }
    static std::optional<std::string> const& next(describe_notifications_for_budget_reply const& page) noexcept
    {
        return page.next_token;
    }

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at, std::string_view from) const
    {
        return detail::start(at, "DescribeNotificationsForBudget",
                             describe_notifications_for_budget_request{.account_id = at.account_id,
                                                                       .budget_name = budget_name,
                                                                       .max_results = max_results,
                                                                       .next_token = detail::token_of(from)});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// CreateNotification: adds an alert to a budget, which has at most ten. After a lost response it is not sent again.
struct create_notification {
    std::string budget_name{};             ///< of the budget
    aws::notification notification{};      ///< the alert
    std::vector<subscriber> subscribers{}; ///< 1 to 11

    using endpoint_type = aws::endpoint;
    using result_type = result<void>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at) const
    {
        return detail::start(at, "CreateNotification",
                             create_notification_request{.account_id = at.account_id,
                                                         .budget_name = budget_name,
                                                         .notification = notification,
                                                         .subscribers = subscribers});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// DeleteNotification: with its subscribers. Repeated after its response was lost, the call may get NotFoundException.
struct delete_notification {
    std::string budget_name{};        ///< of the budget
    aws::notification notification{}; ///< the alert

    using endpoint_type = aws::endpoint;
    using result_type = result<void>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at) const
    {
        return detail::start(at, "DeleteNotification",
                             delete_notification_request{.account_id = at.account_id,
                                                         .budget_name = budget_name,
                                                         .notification = notification});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DescribeSubscribersForNotification, page after page: the subscribers of an alert.
struct describe_subscribers_for_notification {
    std::string budget_name{};                 ///< of the budget
    aws::notification notification{};          ///< the alert
    std::optional<std::int32_t> max_results{}; ///< of a page: 1 to 100
    std::optional<std::string> next_token{};   ///< of the page to begin with; absent: the first

    using endpoint_type = aws::endpoint;
    using page_type = describe_subscribers_for_notification_reply;
    using result_type = result<listing<describe_subscribers_for_notification_reply>>;
    static constexpr auto rows = &describe_subscribers_for_notification_reply::subscribers;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return next_token ? *next_token : std::string_view(); }
    static std::optional<std::string> const& next(describe_subscribers_for_notification_reply const& page) noexcept
    {
        return page.next_token;
    }

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at, std::string_view from) const
    {
        return detail::start(at, "DescribeSubscribersForNotification",
                             describe_subscribers_for_notification_request{.account_id = at.account_id,
                                                                           .budget_name = budget_name,
                                                                           .notification = notification,
                                                                           .max_results = max_results,
                                                                           .next_token = detail::token_of(from)});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::aws
