#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/detail/account_id.hpp>
#include <outlay/aws/detail/budget_rules.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/aws/performance_history.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The bodies of the calls about budgets. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A tag of a budget.
struct resource_tag {
    std::string key{};   ///< 1 to 128 characters; once for a budget
    std::string value{}; ///< at most 256 characters

    friend bool operator==(resource_tag const&, resource_tag const&) = default;
};
BOOST_DESCRIBE_STRUCT(resource_tag, (), (key, value))

/// Creates a budget, with its alerts and tags.
struct create_budget_request {
    std::string account_id{}; ///< whose budget
    aws::budget budget{};     ///< the budget
    std::vector<notification_with_subscribers>
        notifications_with_subscribers{};      ///< at most 5; create_notification adds more
    std::vector<resource_tag> resource_tags{}; ///< at most 200

    friend bool operator==(create_budget_request const&, create_budget_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(create_budget_request, (), (account_id, budget, notifications_with_subscribers, resource_tags))

/// Replaces the budget that has this name.
struct update_budget_request {
    std::string account_id{}; ///< whose budget
    aws::budget new_budget{}; ///< all of it, not only what changes

    friend bool operator==(update_budget_request const&, update_budget_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(update_budget_request, (), (account_id, new_budget))

/// Deletes a budget, its alerts and their subscribers.
struct delete_budget_request {
    std::string account_id{};  ///< whose budget
    std::string budget_name{}; ///< of the budget

    friend bool operator==(delete_budget_request const&, delete_budget_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(delete_budget_request, (), (account_id, budget_name))

/// The request for a budget.
struct describe_budget_request {
    std::string account_id{};                     ///< whose budget
    std::string budget_name{};                    ///< of the budget
    std::optional<bool> show_filter_expression{}; ///< the reply has filter expressions, too

    friend bool operator==(describe_budget_request const&, describe_budget_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_budget_request, (), (account_id, budget_name, show_filter_expression))

/// A budget. One that does not exist is a NotFoundException, and no reply without a budget.
struct describe_budget_reply {
    aws::budget budget{}; ///< the one that was requested
    outlay::extras extras{};

    friend bool operator==(describe_budget_reply const&, describe_budget_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_budget_reply, (), (budget, extras))

/// The request for a page of the budgets of an account.
struct describe_budgets_request {
    std::string account_id{};                     ///< whose budget
    std::optional<std::int32_t> max_results{};    ///< of a page: 1 to 1000
    std::optional<std::string> next_token{};      ///< of the page before; absent for the first page
    std::optional<bool> show_filter_expression{}; ///< the reply has filter expressions, too

    friend bool operator==(describe_budgets_request const&, describe_budgets_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_budgets_request, (), (account_id, max_results, next_token, show_filter_expression))

/// A page of the budgets of an account.
struct describe_budgets_reply {
    std::vector<budget> budgets{};           ///< in no promised order
    std::optional<std::string> next_token{}; ///< of the page after this one; absent on the last
    outlay::extras extras{};

    friend bool operator==(describe_budgets_reply const&, describe_budgets_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_budgets_reply, (), (budgets, next_token, extras))

/// The request for a page of the past of a budget.
struct describe_budget_performance_history_request {
    std::string account_id{};                      ///< whose budget
    std::string budget_name{};                     ///< of the budget
    std::optional<aws::time_period> time_period{}; ///< of that time; absent: of all
    std::optional<std::int32_t> max_results{};     ///< of a page: 1 to 100
    std::optional<std::string> next_token{};       ///< of the page before; absent for the first page

    friend bool operator==(describe_budget_performance_history_request const&,
                           describe_budget_performance_history_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_budget_performance_history_request, (),
                      (account_id, budget_name, time_period, max_results, next_token))

/// A page of the past of a budget.
struct describe_budget_performance_history_reply {
    aws::budget_performance_history budget_performance_history{}; ///< with some of its rows
    std::optional<std::string> next_token{};                      ///< of the page after this one; absent on the last
    outlay::extras extras{};

    friend bool operator==(describe_budget_performance_history_reply const&,
                           describe_budget_performance_history_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(describe_budget_performance_history_reply, (), (budget_performance_history, next_token, extras))

namespace detail {

/// Whether no two tags have the same key.
inline bool has_unique_keys(std::vector<resource_tag> const& tags)
{
    std::vector<std::string_view> keys;
    keys.reserve(tags.size());
    for (resource_tag const& tag : tags) keys.push_back(tag.key);
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) == keys.end();
}

} // namespace detail
} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::resource_tag> T>
struct model<T> {
    static constexpr auto description = "A tag of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::key>(coded("tag_key_length", length(1, 128))),
        member<&T::value>(coded("tag_value_length", length(0, 256))),
    };
};

template<std::same_as<aws::create_budget_request> T>
struct model<T> {
    static constexpr auto description = "The request to create a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::notifications_with_subscribers>(presence::optional, coded("notifications_count", items(0, 5))),
        member<&T::resource_tags>(presence::optional, coded("resource_tags_count", items(0, 200)),
                                  satisfies<std::vector<aws::resource_tag>>(
                                      "resource_tags_unique", &aws::detail::has_unique_keys, "tags whose keys differ")),
    };
};

template<std::same_as<aws::update_budget_request> T>
struct model<T> {
    static constexpr auto description = "The request to replace a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
    };
};

template<std::same_as<aws::delete_budget_request> T>
struct model<T> {
    static constexpr auto description = "The request to delete a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
    };
};

template<std::same_as<aws::describe_budget_request> T>
struct model<T> {
    static constexpr auto description = "The request for a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
    };
};

template<>
struct model<aws::describe_budget_reply> {
    static constexpr auto description = "The reply with a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<aws::describe_budgets_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of budgets.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::max_results>(coded("max_results_min", at_least(1)), coded("max_results_max", at_most(1000))),
    };
};

template<std::same_as<aws::describe_budgets_reply> T>
struct model<T> {
    static constexpr auto description = "A page of budgets.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::budgets>(presence::optional),
    };
};

template<std::same_as<aws::describe_budget_performance_history_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of the history of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::account_id>(aws::detail::account_id_pattern),
        member<&T::budget_name>(aws::detail::budget_name_length, aws::detail::budget_name_pattern),
        member<&T::max_results>(coded("max_results_min", at_least(1)), coded("max_results_max", at_most(100))),
    };
};

template<std::same_as<aws::describe_budget_performance_history_reply> T>
struct model<T> {
    static constexpr auto description = "A page of the history of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::budget_performance_history>(presence::optional),
    };
};

} // namespace outlay::inline v0_1_0
