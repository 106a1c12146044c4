#pragma once

/// @file
/// AWS Budgets: budgets of costs and usage, their alerts and their past.

/// @namespace outlay::aws
/// Wire types, rules, operations and client of AWS Budgets. In JSON a member `budget_name` is `BudgetName`.

#include <outlay/aws/api_error.hpp>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/budget_type.hpp>
#include <outlay/aws/budgets.hpp>
#include <outlay/aws/client.hpp>
#include <outlay/aws/cost_types.hpp>
#include <outlay/aws/endpoint.hpp>
#include <outlay/aws/expression.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/aws/notification_operations.hpp>
#include <outlay/aws/notifications.hpp>
#include <outlay/aws/operations.hpp>
#include <outlay/aws/performance_history.hpp>
#include <outlay/aws/spend.hpp>
#include <outlay/aws/status.hpp>
#include <outlay/aws/thresholds.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/aws/types.hpp>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>

#ifdef OUTLAY_SEPARATE_COMPILATION
#include <outlay/aws/detail/separate.hpp>
#endif
