#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <map>
#include <optional>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/budget_type.hpp>
#include <outlay/aws/cost_types.hpp>
#include <outlay/aws/expression.hpp>
#include <outlay/aws/spend.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// What was budgeted and what was spent, unit of time by unit of time. Source: AWS's description of its service Budgets,
// version 2016-10-20. It promises none of these members.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The budgeted and the actual amount of a unit of time.
struct budgeted_and_actual_amounts {
    std::optional<spend> budgeted_amount{};        ///< the limit
    std::optional<spend> actual_amount{};          ///< the spend
    std::optional<aws::time_period> time_period{}; ///< when
    outlay::extras extras{};

    friend bool operator==(budgeted_and_actual_amounts const&, budgeted_and_actual_amounts const&) = default;
};
BOOST_DESCRIBE_STRUCT(budgeted_and_actual_amounts, (), (budgeted_amount, actual_amount, time_period, extras))

/// The past of a budget: of a DAILY one 60 days, of a MONTHLY one 12 months and the current one, of a QUARTERLY one
/// four quarters.
struct budget_performance_history {
    std::optional<std::string> budget_name{};                                    ///< whose past
    std::optional<open_enum<aws::budget_type>> budget_type{};                    ///< what was counted
    std::map<std::string, std::vector<std::string>> cost_filters{};              ///< in that time
    std::optional<aws::cost_types> cost_types{};                                 ///< in that time
    std::optional<open_enum<aws::time_unit>> time_unit{};                        ///< of each row
    std::optional<std::string> billing_view_arn{};                               ///< the billing view that it read
    std::vector<budgeted_and_actual_amounts> budgeted_and_actual_amounts_list{}; ///< one for each unit of time
    std::optional<expression> filter_expression{};                               ///< in that time
    std::vector<open_enum<metric>> metrics{};                                    ///< in that time
    outlay::extras extras{};

    friend bool operator==(budget_performance_history const&, budget_performance_history const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_performance_history, (),
                      (budget_name, budget_type, cost_filters, cost_types, time_unit, billing_view_arn,
                       budgeted_and_actual_amounts_list, filter_expression, metrics, extras))

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<>
struct model<aws::budgeted_and_actual_amounts> {
    static constexpr auto description = "The budgeted and the actual amount of a unit of time.";
    static constexpr auto naming = wire_case::upper_camel;
};

template<std::same_as<aws::budget_performance_history> T>
struct model<T> {
    static constexpr auto description = "The history of a budget by units of time.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::cost_filters>(presence::optional),
        member<&T::budgeted_and_actual_amounts_list>(presence::optional),
        member<&T::metrics>(presence::optional),
    };
};

} // namespace outlay::inline v0_1_0
