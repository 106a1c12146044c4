#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <outlay/aws/budget_type.hpp>
#include <outlay/aws/cost_types.hpp>
#include <outlay/aws/detail/budget_rules.hpp>
#include <outlay/aws/expression.hpp>
#include <outlay/aws/spend.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <vector>

// A budget. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// Actual and forecast spend of the current unit of time.
struct calculated_spend {
    spend actual_spend{};                    ///< so far
    std::optional<spend> forecasted_spend{}; ///< of the whole unit; absent without enough history
    outlay::extras extras{};

    friend bool operator==(calculated_spend const&, calculated_spend const&) = default;
};
BOOST_DESCRIBE_STRUCT(calculated_spend, (), (actual_spend, forecasted_spend, extras))

/// The source of an amount that AWS adjusts.
enum class auto_adjust_type : unsigned char {
    historical, ///< the average of past units of time
    forecast,   ///< the forecast
};
BOOST_DESCRIBE_ENUM(auto_adjust_type, historical, forecast)

/// The past that an amount is the average of.
struct historical_options {
    /// Units of time: DAILY at most 60, MONTHLY 12, QUARTERLY 4, ANNUALLY 1.
    std::int32_t budget_adjustment_period{};
    std::optional<std::int32_t> look_back_available_periods{}; ///< those that have costs; in replies only
    outlay::extras extras{};

    friend bool operator==(historical_options const&, historical_options const&) = default;
};
BOOST_DESCRIBE_STRUCT(historical_options, (), (budget_adjustment_period, look_back_available_periods, extras))

/// How AWS adjusts the amount of a budget.
struct auto_adjust_data {
    open_enum<aws::auto_adjust_type> auto_adjust_type{};         ///< by which source
    std::optional<aws::historical_options> historical_options{}; ///< required of HISTORICAL
    std::optional<iso_timestamp> last_auto_adjust_time{};        ///< in replies only
    outlay::extras extras{};

    friend bool operator==(auto_adjust_data const&, auto_adjust_data const&) = default;
};
BOOST_DESCRIBE_STRUCT(auto_adjust_data, (), (auto_adjust_type, historical_options, last_auto_adjust_time, extras))

/// Whether AWS can update a budget.
enum class health_status_value : unsigned char { healthy, unhealthy };
BOOST_DESCRIBE_ENUM(health_status_value, healthy, unhealthy)

/// Why AWS can't update a budget.
enum class health_status_reason : unsigned char {
    billing_view_no_access,              ///< the account may not read the billing view
    billing_view_unhealthy,              ///< the billing view is out of order
    filter_invalid,                      ///< the filter names an account that may not be read
    multi_year_historical_data_disabled, ///< the account does not keep data of several years
};
BOOST_DESCRIBE_ENUM(health_status_reason, billing_view_no_access, billing_view_unhealthy, filter_invalid,
                    multi_year_historical_data_disabled)

/// The state of the billing view that a budget reads.
struct health_status {
    std::optional<open_enum<health_status_value>> status{};         ///< `HEALTHY`
    std::optional<open_enum<health_status_reason>> status_reason{}; ///< of UNHEALTHY
    std::optional<iso_timestamp> last_updated_time{};               ///< since when
    outlay::extras extras{};

    friend bool operator==(health_status const&, health_status const&) = default;
};
BOOST_DESCRIBE_STRUCT(health_status, (), (status, status_reason, last_updated_time, extras))

/// How costs or usage are summed up.
enum class metric : unsigned char {
    blended_cost,
    unblended_cost,
    amortized_cost,
    net_unblended_cost,
    net_amortized_cost,
    usage_quantity,
    normalized_usage_amount,
    hours,
};
BOOST_DESCRIBE_ENUM(metric, blended_cost, unblended_cost, amortized_cost, net_unblended_cost, net_amortized_cost,
                    usage_quantity, normalized_usage_amount, hours)

/// A map of the start of each month or quarter to its limit.
using planned_limits = std::map<period_start, spend>;

/// A budget, as it is read and as it is sent. validate() holds one that is sent to the terms of AWS:
///
///     budget_name_length             1 to 100 characters
///     budget_name_pattern            no `:`, `\`, `/action/`, and no script of HTML
///     budget_limit_required          of COST and USAGE: a limit, planned limits or automatic adjustment
///     budget_limit_exclusive         a limit or planned limits, not both
///     budget_limit_percentage        of the utilization and coverage budgets: 100, or none
///     planned_budget_limits_type     of COST and USAGE budgets that are MONTHLY or QUARTERLY only
///     planned_budget_limits_count    12 months or 4 quarters; fewer if the budget ends with the last
///     planned_budget_limits_periods  starts of months or quarters, one after the other
///     planned_budget_limits_start    from the current one on, where the context has `today`, a day of UTC; of a budget
///                                    that begins later, from its first
///     cost_types_type                of COST budgets only
///     filters_exclusive              cost_filters and cost_types, or filter_expression and metrics, not both
///     metrics_count                  at most 1
///     time_period_order              the start comes before the end
///     time_period_end_max            at most last_end
///     historical_options_required    of HISTORICAL
///     budget_adjustment_period_min, budget_adjustment_period_max
///     billing_view_arn_length, billing_view_arn_pattern, amount_pattern, unit_length
///
/// and those of expression. AWS returns a budget with planned limits together with the limit of today, and one
/// with a filter expression possibly with cost filters: reset one of the two before sending the budget back. Replies
/// are not held to any of these.
struct budget {
    std::string budget_name{};                                      ///< unique in the account; its id
    std::optional<spend> budget_limit{};                            ///< for each unit of time
    aws::planned_limits planned_budget_limits{};                    ///< in place of budget_limit
    std::map<std::string, std::vector<std::string>> cost_filters{}; ///< `{"Service": ["Amazon EC2"]}`; deprecated
    std::optional<aws::cost_types> cost_types{};                    ///< of COST budgets; deprecated
    open_enum<aws::time_unit> time_unit{};                          ///< after which the spend is counted anew
    std::optional<aws::time_period> time_period{};                  ///< the life of the budget, not the unit of time
    std::optional<aws::calculated_spend> calculated_spend{};        ///< in replies only
    open_enum<aws::budget_type> budget_type{};                      ///< what is counted
    std::optional<iso_timestamp> last_updated_time{};        ///< of the budget, not of the spend; in replies only
    std::optional<aws::auto_adjust_data> auto_adjust_data{}; ///< of an amount that AWS adjusts
    std::optional<expression> filter_expression{};           ///< in replies if the request asks for it
    std::vector<open_enum<metric>> metrics{};                ///< at most one
    std::optional<std::string> billing_view_arn{};           ///< the billing view whose costs count
    std::optional<aws::health_status> health_status{};       ///< in replies only
    outlay::extras extras{};

    friend bool operator==(budget const&, budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget, (),
                      (budget_name, budget_limit, planned_budget_limits, cost_filters, cost_types, time_unit,
                       time_period, calculated_spend, budget_type, last_updated_time, auto_adjust_data,
                       filter_expression, metrics, billing_view_arn, health_status, extras))

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

/// `BlendedCost`
template<>
struct model<aws::metric> {
    static constexpr auto naming = wire_case::upper_camel;
};

template<>
struct model<aws::calculated_spend> {
    static constexpr auto description = "Actual and forecast spend of the current unit of time.";
    static constexpr auto naming = wire_case::upper_camel;
    // Credits make a spend negative. A budget that was read is sent without it, and must not be refused for it.
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<aws::historical_options> T>
struct model<T> {
    static constexpr auto description = "The units of time whose average is the automatically adjusted amount.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::budget_adjustment_period>(
            in_requests(coded("budget_adjustment_period_min", at_least(1))),
            in_requests(coded("budget_adjustment_period_max", at_most(aws::detail::most_adjustment_periods)))),
        member<&T::look_back_available_periods>(in_replies_only),
    };
};

template<std::same_as<aws::auto_adjust_data> T>
struct model<T> {
    static constexpr auto description = "How AWS adjusts the amount of a budget.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::auto_adjust_type>(in_requests(known_enumerator<aws::auto_adjust_type>())),
        member<&T::last_auto_adjust_time>(in_replies_only),
        form<&T::last_auto_adjust_time, forms::epoch_seconds>(),
        in_requests(when(
            is_any_of<&T::auto_adjust_type>(aws::auto_adjust_type::historical),
            needs<&T::historical_options>("historical_options_required", "HISTORICAL adjustment needs its options"))),
    };
};

template<std::same_as<aws::health_status> T>
struct model<T> {
    static constexpr auto description = "The state of the billing view that a budget reads.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{form<&T::last_updated_time, forms::epoch_seconds>()};
};

template<std::same_as<aws::budget> T>
struct model<T> {
    static constexpr auto description = "A budget for costs, for usage, or for the utilization or coverage of "
                                        "reservations and savings plans.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::budget_name>(described_as("The name of the budget, unique in the account."),
                                in_requests(aws::detail::budget_name_length),
                                in_requests(aws::detail::budget_name_pattern)),
        member<&T::planned_budget_limits>(
            presence::optional, described_as("Limits by the start of their month or quarter, in seconds since 1970.")),
        member<&T::cost_filters>(presence::optional, described_as("Deprecated in favour of FilterExpression.")),
        member<&T::cost_types>(described_as("Deprecated in favour of Metrics.")),
        member<&T::time_period>(described_as("The life of the budget, not the unit of time of its spend.")),
        member<&T::time_unit>(described_as("After this time the spend is counted anew."),
                              in_requests(known_enumerator<aws::time_unit>())),
        member<&T::calculated_spend>(in_replies_only),
        member<&T::budget_type>(in_requests(known_enumerator<aws::budget_type>())),
        member<&T::last_updated_time>(in_replies_only),
        form<&T::last_updated_time, forms::epoch_seconds>(),
        member<&T::metrics>(presence::optional, in_requests(coded("metrics_count", items(0, 1))),
                            each(in_requests(known_enumerator<aws::metric>()))),
        member<&T::billing_view_arn>(in_requests(coded("billing_view_arn_length", length(20, 2048))),
                                     in_requests(aws::detail::billing_view_arn_pattern)),
        member<&T::health_status>(in_replies_only),
        in_requests(
            audit<T>([](T const& of, auditor& to) { aws::detail::check_budget(of, to); }, aws::detail::budget_codes)),
    };
};

} // namespace outlay::inline v0_1_0
