#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/aws/detail/account_id.hpp>
#include <outlay/aws/detail/budget_rules.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <string>
#include <tuple>
#include <vector>

// The bodies of the calls about alerts. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// Adds an alert to a budget.
struct create_notification_request {
    std::string account_id{};              ///< whose budget
    std::string budget_name{};             ///< of the budget
    aws::notification notification{};      ///< the alert
    std::vector<subscriber> subscribers{}; ///< 1 to 11

    friend bool operator==(create_notification_request const&, create_notification_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(create_notification_request, (), (account_id, budget_name, notification, subscribers))

/// Deletes an alert of a budget and its subscribers.
struct delete_notification_request {
    std::string account_id{};         ///< whose budget
    std::string budget_name{};        ///< of the budget
    aws::notification notification{}; ///< the alert

    friend bool operator==(delete_notification_request const&, delete_notification_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(delete_notification_request, (), (account_id, budget_name, notification))

/// The request for a page of the alerts of a budget.
struct describe_notifications_for_budget_request {
    std::string account_id{};                  ///< whose budget
    std::string budget_name{};                 ///< of the budget
    std::optional<std::int32_t> max_results{}; ///< of a page: 1 to 100
    std::optional<std::string> next_token{};   ///< of the page before; absent for the first page

    friend bool operator==(describe_notifications_for_budget_request const&,
                           describe_notifications_for_budget_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_notifications_for_budget_request, (), (account_id, budget_name, max_results, next_token))

/// A page of the alerts of a budget.
struct describe_notifications_for_budget_reply {
    std::vector<notification> notifications{}; ///< at most ten in all
    std::optional<std::string> next_token{};   ///< of the page after this one; absent on the last
    outlay::extras extras{};

    friend bool operator==(describe_notifications_for_budget_reply const&,
                           describe_notifications_for_budget_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_notifications_for_budget_reply, (), (notifications, next_token, extras))

/// The request for a page of the subscribers of an alert.
struct describe_subscribers_for_notification_request {
    std::string account_id{};                  ///< whose budget
    std::string budget_name{};                 ///< of the budget
    aws::notification notification{};          ///< the alert
    std::optional<std::int32_t> max_results{}; ///< of a page: 1 to 100
    std::optional<std::string> next_token{};   ///< of the page before; absent for the first page

    friend bool operator==(describe_subscribers_for_notification_request const&,
                           describe_subscribers_for_notification_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_subscribers_for_notification_request, (),
                      (account_id, budget_name, notification, max_results, next_token))

/// A page of the subscribers of an alert.
struct describe_subscribers_for_notification_reply {
    std::vector<subscriber> subscribers{};   ///< at most 11 in all
    std::optional<std::string> next_token{}; ///< of the page after this one; absent on the last
    outlay::extras extras{};

    friend bool operator==(describe_subscribers_for_notification_reply const&,
                           describe_subscribers_for_notification_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_subscribers_for_notification_reply, (), (subscribers, next_token, extras))

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::create_notification_request> T>
struct model<T> {
    static constexpr auto description = "The request to add an alert to a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
        member<&T::subscribers>(aws::detail::subscriber_count, aws::detail::topic_count, aws::detail::address_count),
    };
};

template<std::same_as<aws::delete_notification_request> T>
struct model<T> {
    static constexpr auto description = "The request to delete an alert of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
    };
};

template<std::same_as<aws::describe_notifications_for_budget_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of the alerts of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
        member<&T::max_results>(coded("max_results_min", at_least(1)), coded("max_results_max", at_most(100))),
    };
};

template<std::same_as<aws::describe_notifications_for_budget_reply> T>
struct model<T> {
    static constexpr auto description = "A page of the alerts of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::notifications>(presence::optional),
    };
};

template<std::same_as<aws::describe_subscribers_for_notification_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of the subscribers of an alert.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
        member<&T::max_results>(coded("max_results_min", at_least(1)), coded("max_results_max", at_most(100))),
    };
};

template<std::same_as<aws::describe_subscribers_for_notification_reply> T>
struct model<T> {
    static constexpr auto description = "A page of the subscribers of an alert.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::subscribers>(presence::optional),
    };
};

} // namespace outlay::inline v0_1_0
