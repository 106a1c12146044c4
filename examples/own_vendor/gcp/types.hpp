#pragma once

#include "forms.hpp"
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <date/date.h>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

// The bodies of the Cloud Billing Budget API, version 1, and the message of a budget's Pub/Sub topic. A member that
// Google's reference does not promise is a std::optional, so that its absence is no error.

namespace gcp {

/// `billingAccounts/012345-567890-ABCDEF/budgets/{id}`
using budget_name = outlay::identifier<struct budget_name_tag>;

/// The period after which a budget starts again.
enum class calendar_period { month, quarter, year };
BOOST_DESCRIBE_ENUM(calendar_period, month, quarter, year)

/// The credits that are taken off the costs.
enum class credit_treatment { include_all_credits, exclude_all_credits, include_specified_credits };
BOOST_DESCRIBE_ENUM(credit_treatment, include_all_credits, exclude_all_credits, include_specified_credits)

/// The spend that a threshold is about.
enum class basis { current_spend, forecasted_spend };
BOOST_DESCRIBE_ENUM(basis, current_spend, forecasted_spend)

/// The users who may see a budget.
enum class ownership { all_users, billing_account };
BOOST_DESCRIBE_ENUM(ownership, all_users, billing_account)

/// The days of a budget that is not repeated.
struct custom_period {
    date::year_month_day start_date{};
    std::optional<date::year_month_day> end_date{}; ///< included; absent: the budget has no end

    friend bool operator==(custom_period const&, custom_period const&) = default;
};
BOOST_DESCRIBE_STRUCT(custom_period, (), (start_date, end_date))

/// The costs that count, and the time that a budget is for.
struct budget_filter {
    std::optional<std::vector<std::string>> projects{};           ///< `projects/{id}`
    std::optional<std::vector<std::string>> resource_ancestors{}; ///< `folders/{id}`, `organizations/{id}`
    std::optional<std::vector<std::string>> credit_types{};
    std::optional<outlay::open_enum<credit_treatment>> credit_types_treatment{};
    std::optional<std::vector<std::string>> services{};    ///< `services/{id}`
    std::optional<std::vector<std::string>> subaccounts{}; ///< `billingAccounts/{id}`
    std::optional<std::map<std::string, std::vector<std::string>>> labels{};
    std::optional<outlay::open_enum<gcp::calendar_period>> calendar_period{};
    std::optional<gcp::custom_period> custom_period{}; ///< in place of a calendar period

    friend bool operator==(budget_filter const&, budget_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_filter, (),
                      (projects, resource_ancestors, credit_types, credit_types_treatment, services, subaccounts,
                       labels, calendar_period, custom_period))

/// `{}`: the amount is the cost of the period before.
struct last_period_amount {
    friend bool operator==(last_period_amount const&, last_period_amount const&) = default;
};
BOOST_DESCRIBE_STRUCT(last_period_amount, (), ())

/// The amount of a budget: one of the two.
struct budget_amount {
    std::optional<outlay::money> specified_amount{};
    std::optional<gcp::last_period_amount> last_period_amount{};

    friend bool operator==(budget_amount const&, budget_amount const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_amount, (), (specified_amount, last_period_amount))

/// A spend at which an alert is due.
struct threshold_rule {
    outlay::decimal threshold_percent{}; ///< 1.0 is 100 percent
    std::optional<outlay::open_enum<basis>> spend_basis{};

    friend bool operator==(threshold_rule const&, threshold_rule const&) = default;
};
BOOST_DESCRIBE_STRUCT(threshold_rule, (), (threshold_percent, spend_basis))

/// The receivers of messages about the budget.
struct notifications_rule {
    std::optional<std::string> pubsub_topic{}; ///< `projects/{id}/topics/{id}`
    std::optional<std::string> schema_version{};
    std::optional<std::vector<std::string>> monitoring_notification_channels{};
    std::optional<bool> disable_default_iam_recipients{};

    friend bool operator==(notifications_rule const&, notifications_rule const&) = default;
};
BOOST_DESCRIBE_STRUCT(notifications_rule, (),
                      (pubsub_topic, schema_version, monitoring_notification_channels, disable_default_iam_recipients))

/// The members that a caller sets and a reply returns.
struct budget_settings {
    std::optional<std::string> display_name{};
    std::optional<gcp::budget_filter> budget_filter{};
    std::optional<budget_amount> amount{};
    std::optional<std::vector<threshold_rule>> threshold_rules{};
    outlay::nullable<gcp::notifications_rule> notifications_rule{}; ///< null in a change: no more messages
    std::optional<std::string> etag{}; ///< of the version that was read: an update of an older one is rejected

    friend bool operator==(budget_settings const&, budget_settings const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_settings, (),
                      (display_name, budget_filter, amount, threshold_rules, notifications_rule, etag))

/// A budget, as replies have it.
struct budget : budget_settings {
    budget_name name{};
    std::optional<outlay::open_enum<ownership>> ownership_scope{};
    outlay::extras extras{}; ///< unknown members

    friend bool operator==(budget const&, budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget, (budget_settings), (name, ownership_scope, extras))

/// The body of a create.
struct new_budget : budget_settings {};
BOOST_DESCRIBE_STRUCT(new_budget, (budget_settings), ())

/// The body of an update: an absent member keeps its value.
struct budget_change : budget_settings {};
BOOST_DESCRIBE_STRUCT(budget_change, (budget_settings), ())

/// A page of the list of budgets.
struct budget_page {
    std::vector<budget> budgets{};
    std::optional<std::string> next_page_token{}; ///< absent or empty on the last page
};
BOOST_DESCRIBE_STRUCT(budget_page, (), (budgets, next_page_token))

/// Facts for programs beside the message of an error. There are several kinds, whose other members are in `extras`.
struct error_detail {
    std::optional<std::string> type{}; ///< `type.googleapis.com/google.rpc.ErrorInfo`
    std::optional<std::string> reason{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(error_detail, (), (type, reason, extras))

/// The error in the body of a reply.
struct error_body {
    std::optional<int> code{};           ///< of HTTP: 403
    std::optional<std::string> status{}; ///< `PERMISSION_DENIED`
    std::optional<std::string> message{};
    std::vector<error_detail> details{};
};
BOOST_DESCRIBE_STRUCT(error_body, (), (code, status, message, details))

/// The body of a reply that is not a success.
struct api_error {
    std::optional<error_body> error{};
};
BOOST_DESCRIBE_STRUCT(api_error, (), (error))

/// The origin of the amount in a notification.
enum class amount_type { specified_amount, last_month_cost, last_periods_cost };
BOOST_DESCRIBE_ENUM(amount_type, specified_amount, last_month_cost, last_periods_cost)

/// The message that a Pub/Sub topic gets several times a day: the only place where the API has the spend of a budget.
struct budget_notification {
    std::string budget_display_name{};
    std::optional<outlay::decimal> alert_threshold_exceeded{};    ///< the highest that the spend has reached: 0.9
    std::optional<outlay::decimal> forecast_threshold_exceeded{}; ///< the highest that the forecast has reached
    outlay::decimal cost_amount{};                                ///< since the start of the interval
    std::optional<outlay::iso_timestamp> cost_interval_start{};
    outlay::decimal budget_amount{};
    std::optional<outlay::open_enum<amount_type>> budget_amount_type{};
    outlay::currency currency_code{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(budget_notification, (),
                      (budget_display_name, alert_threshold_exceeded, forecast_threshold_exceeded, cost_amount,
                       cost_interval_start, budget_amount, budget_amount_type, currency_code, extras))

/// Whether types of credits are present only where these are specified. An empty list, which clears them, is allowed.
inline bool keeps_credit_types(budget_filter const& of)
{
    if (!of.credit_types || of.credit_types->empty()) return true;
    auto const& treatment = of.credit_types_treatment;
    return !(treatment == credit_treatment::include_all_credits || treatment == credit_treatment::exclude_all_credits);
}

/// A forecast requires a period that starts again.
inline bool has_calendar_period(budget_settings const& of)
{
    return !of.budget_filter || !of.budget_filter->custom_period;
}

/// Whether no threshold is about the forecast.
inline bool is_without_forecast(budget_settings const& of)
{
    if (of.threshold_rules)
        for (threshold_rule const& each : *of.threshold_rules)
            if (each.spend_basis == basis::forecasted_spend) return false;
    return true;
}

} // namespace gcp

// Names that differ from the C++ ones in camelCase, forms, and the rules of Google's reference: a request that
// breaks one is not sent. A model has only what differs from the defaults.

template<>
struct outlay::model<gcp::custom_period> {
    using period = gcp::custom_period;
    static constexpr auto members = std::tuple{
        form<&period::start_date, gcp::date_object>(),
        form<&period::end_date, gcp::date_object>(),
        in_requests(invariant(
            "end_before_start", &period::end_date,
            [](period const& p) { return !p.end_date || p.start_date <= *p.end_date; },
            "the period ends before it starts")),
    };
};

template<>
struct outlay::model<gcp::budget_filter> {
    using filter = gcp::budget_filter;
    static constexpr auto members = std::tuple{
        in_requests(when(
            has_any<&filter::credit_types>(),
            needs<&filter::credit_types_treatment>("credit_treatment_missing", "types of credits need a treatment"))),
        in_requests(invariant("credit_types_given", &filter::credit_types, &gcp::keeps_credit_types,
                              "only INCLUDE_SPECIFIED_CREDITS has types of credits")),
        in_requests(when(has_any<&filter::custom_period>(),
                         refuses<&filter::calendar_period>("two_periods", "a period is custom or of the calendar"))),
    };
};

template<>
struct outlay::model<gcp::budget_amount> {
    using amount = gcp::budget_amount;
    static constexpr auto members = std::tuple{
        form<&amount::specified_amount, gcp::units_and_nanos>(),
        in_requests(when(has_any<&amount::specified_amount>(),
                         refuses<&amount::last_period_amount>("two_amounts", "the amount is specified"))),
        in_requests(invariant<amount>(
            "no_amount", [](amount const& a) { return a.specified_amount || a.last_period_amount; },
            "expected a specified amount, or that of the last period")),
    };
};

template<>
struct outlay::model<gcp::threshold_rule> {
    static constexpr auto members = std::tuple{
        member<&gcp::threshold_rule::threshold_percent>(in_requests(at_least(0))),
    };
};

template<>
struct outlay::model<gcp::notifications_rule> {
    using rule = gcp::notifications_rule;
    static constexpr auto members = std::tuple{
        member<&rule::schema_version>(in_requests(satisfies<std::string>(
            "schema_version", [](std::string const& version) { return version == "1.0"; }, "1.0", "^1\\.0$"))),
        member<&rule::monitoring_notification_channels>(in_requests(items(0, 5))),
        in_requests(when(has_any<&rule::pubsub_topic>(),
                         needs<&rule::schema_version>("schema_version_missing", "a topic needs a schema version"))),
    };
};

template<>
struct outlay::model<gcp::budget_settings> {
    using settings = gcp::budget_settings;
    static constexpr auto members = std::tuple{
        member<&settings::display_name>(in_requests(length(0, 60))),
        in_requests(invariant(
            "last_period_of_custom_period", &settings::amount,
            [](settings const& s) { return gcp::has_calendar_period(s) || !s.amount || !s.amount->last_period_amount; },
            "a custom period has no last period")),
        in_requests(invariant(
            "forecast_of_custom_period", &settings::threshold_rules,
            [](settings const& s) { return gcp::has_calendar_period(s) || gcp::is_without_forecast(s); },
            "a custom period has no forecast")),
    };
};

template<>
struct outlay::model<gcp::budget> {
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct outlay::model<gcp::new_budget> {
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&gcp::new_budget::amount>(presence::required)};
};

template<>
struct outlay::model<gcp::budget_change> {
    static constexpr auto direction = outlay::direction::update;
};

template<>
struct outlay::model<gcp::budget_page> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&gcp::budget_page::budgets>(presence::optional)};
};

template<>
struct outlay::model<gcp::error_detail> {
    static constexpr auto members = std::tuple{rename<&gcp::error_detail::type>("@type")};
};

template<>
struct outlay::model<gcp::error_body> {
    static constexpr auto members = std::tuple{member<&gcp::error_body::details>(presence::optional)};
};

template<>
struct outlay::model<gcp::api_error> {
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct outlay::model<gcp::budget_notification> {
    static constexpr auto direction = outlay::direction::reply;
};
