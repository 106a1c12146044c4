#pragma once

#include <boost/describe/enum.hpp>

// Kinds of budgets. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

/// The time after which the spend of a budget is counted anew.
enum class time_unit : unsigned char { daily, monthly, quarterly, annually, custom };
BOOST_DESCRIBE_ENUM(time_unit, daily, monthly, quarterly, annually, custom)

/// The object of a budget.
enum class budget_type : unsigned char {
    usage,                     ///< in a unit of usage
    cost,                      ///< in a currency
    ri_utilization,            ///< of reserved instances, in percent
    ri_coverage,               ///< by reserved instances, in percent
    savings_plans_utilization, ///< of savings plans, in percent
    savings_plans_coverage,    ///< by savings plans, in percent
};
BOOST_DESCRIBE_ENUM(budget_type, usage, cost, ri_utilization, ri_coverage, savings_plans_utilization,
                    savings_plans_coverage)

} // namespace outlay::inline v0_1_0::aws
