#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// Alerts of a budget, and to whom they go. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The spend that a notification is about.
enum class notification_type : unsigned char {
    actual,     ///< what has been spent
    forecasted, ///< what is predicted to be spent
};
BOOST_DESCRIBE_ENUM(notification_type, actual, forecasted)

/// How the spend is compared with the threshold.
enum class comparison_operator : unsigned char { greater_than, less_than, equal_to };
BOOST_DESCRIBE_ENUM(comparison_operator, greater_than, less_than, equal_to)

/// The unit of a threshold.
enum class threshold_type : unsigned char {
    percentage,     ///< of the budget
    absolute_value, ///< in the unit of the budget
};
BOOST_DESCRIBE_ENUM(threshold_type, percentage, absolute_value)

/// Whether the threshold is passed.
enum class notification_state : unsigned char { ok, alarm };
BOOST_DESCRIBE_ENUM(notification_state, ok, alarm)

/// An alert of a budget, which has at most ten.
struct notification {
    open_enum<aws::notification_type> notification_type{};                  ///< which spend
    open_enum<aws::comparison_operator> comparison_operator{};              ///< how it is compared
    decimal threshold{};                                                    ///< 0 to 15,000,000,000,000
    std::optional<open_enum<aws::threshold_type>> threshold_type{};         ///< AWS's default is PERCENTAGE
    std::optional<open_enum<aws::notification_state>> notification_state{}; ///< in replies only
    outlay::extras extras{};

    friend bool operator==(notification const&, notification const&) = default;
};
BOOST_DESCRIBE_STRUCT(notification, (),
                      (notification_type, comparison_operator, threshold, threshold_type, notification_state, extras))

/// How a subscriber receives alerts.
enum class subscription_type : unsigned char {
    sns,   ///< a topic of Amazon SNS
    email, ///< a message
};
BOOST_DESCRIBE_ENUM(subscription_type, sns, email)

/// A receiver of alerts.
struct subscriber {
    open_enum<aws::subscription_type> subscription_type{}; ///< by which way
    std::string address{}; ///< the ARN of a topic, or an e-mail address; of a request without line breaks
    outlay::extras extras{};

    friend bool operator==(subscriber const&, subscriber const&) = default;
};
BOOST_DESCRIBE_STRUCT(subscriber, (), (subscription_type, address, extras))

/// An alert and its receivers, for the request that creates a budget.
struct notification_with_subscribers {
    aws::notification notification{};      ///< the alert
    std::vector<subscriber> subscribers{}; ///< 1 to 11: at most one topic of SNS and ten e-mail addresses
    outlay::extras extras{};

    friend bool operator==(notification_with_subscribers const&, notification_with_subscribers const&) = default;
};
BOOST_DESCRIBE_STRUCT(notification_with_subscribers, (), (notification, subscribers, extras))

namespace detail {

/// The limits on the subscribers of a notification: in total, SNS topics, and addresses.
inline constexpr std::size_t most_subscribers = 11;
inline constexpr std::ptrdiff_t most_topics = 1;
inline constexpr std::ptrdiff_t most_addresses = 10;

template<subscription_type Type, std::ptrdiff_t Most>
bool has_few(std::vector<subscriber> const& all)
{
    return std::ranges::count(all, Type, &subscriber::subscription_type) <= Most;
}

inline constexpr auto subscriber_count = coded("subscribers_count", items(1, most_subscribers));
inline constexpr auto topic_count = satisfies<std::vector<subscriber>>(
    "subscribers_sns_count", &has_few<subscription_type::sns, most_topics>, "at most 1 subscriber of the type SNS");
inline constexpr auto address_count =
    satisfies<std::vector<subscriber>>("subscribers_email_count", &has_few<subscription_type::email, most_addresses>,
                                       "at most 10 subscribers of the type EMAIL");

} // namespace detail
} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::notification> T>
struct model<T> {
    static constexpr auto description = "An alert of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::notification_type>(in_requests(known_enumerator<aws::notification_type>())),
        member<&T::comparison_operator>(in_requests(known_enumerator<aws::comparison_operator>())),
        member<&T::threshold>(in_requests(coded("threshold_min", at_least(0))),
                              in_requests(coded("threshold_max", at_most(15'000'000'000'000)))),
        member<&T::threshold_type>(in_requests(known_enumerator<aws::threshold_type>())),
        member<&T::notification_state>(in_replies_only),
    };
};

template<std::same_as<aws::subscriber> T>
struct model<T> {
    static constexpr auto description = "A receiver of alerts.";
    static constexpr auto naming = wire_case::upper_camel;
    // AWS marks addresses as sensitive: invariants, unlike rules of the member, do not quote them.
    static constexpr auto members = std::tuple{
        member<&T::subscription_type>(in_requests(known_enumerator<aws::subscription_type>())),
        in_requests(invariant(
            "address_length", &T::address, [](T const& of) { return !of.address.empty(); }, "an address is required")),
        in_requests(invariant(
            "address_line_break", &T::address,
            [](T const& of) { return of.address.find_first_of("\r\n") == std::string::npos; },
            "an address has no line breaks")),
    };
};

template<std::same_as<aws::notification_with_subscribers> T>
struct model<T> {
    static constexpr auto description = "An alert and its receivers.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::subscribers>(in_requests(aws::detail::subscriber_count), in_requests(aws::detail::topic_count),
                                in_requests(aws::detail::address_count)),
    };
};

} // namespace outlay::inline v0_1_0
