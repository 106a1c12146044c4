#pragma once

#include <outlay/aws/api_error.hpp>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/budgets.hpp>
#include <outlay/aws/cost_types.hpp>
#include <outlay/aws/expression.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/aws/notifications.hpp>
#include <outlay/aws/performance_history.hpp>
#include <outlay/aws/spend.hpp>
#include <outlay/aws/time_period.hpp>

/// @file
/// The list of AWS's wire types, for what is done with each of them: programs that take a type by its name, tests, and
/// the separate compilation of outlay/src.hpp.

/// `OUTLAY_AWS_TYPES(TYPE)` expands `TYPE(type)` for each wire type by its full name: bodies of requests, bodies of
/// replies, and what they are made of.
#define OUTLAY_AWS_TYPES(TYPE)                                                                                         \
    TYPE(outlay::aws::create_budget_request)                                                                           \
    TYPE(outlay::aws::update_budget_request)                                                                           \
    TYPE(outlay::aws::delete_budget_request)                                                                           \
    TYPE(outlay::aws::describe_budget_request)                                                                         \
    TYPE(outlay::aws::describe_budget_reply)                                                                           \
    TYPE(outlay::aws::describe_budgets_request)                                                                        \
    TYPE(outlay::aws::describe_budgets_reply)                                                                          \
    TYPE(outlay::aws::describe_budget_performance_history_request)                                                     \
    TYPE(outlay::aws::describe_budget_performance_history_reply)                                                       \
    TYPE(outlay::aws::create_notification_request)                                                                     \
    TYPE(outlay::aws::delete_notification_request)                                                                     \
    TYPE(outlay::aws::describe_notifications_for_budget_request)                                                       \
    TYPE(outlay::aws::describe_notifications_for_budget_reply)                                                         \
    TYPE(outlay::aws::describe_subscribers_for_notification_request)                                                   \
    TYPE(outlay::aws::describe_subscribers_for_notification_reply)                                                     \
    TYPE(outlay::aws::budget)                                                                                          \
    TYPE(outlay::aws::spend)                                                                                           \
    TYPE(outlay::aws::time_period)                                                                                     \
    TYPE(outlay::aws::calculated_spend)                                                                                \
    TYPE(outlay::aws::cost_types)                                                                                      \
    TYPE(outlay::aws::auto_adjust_data)                                                                                \
    TYPE(outlay::aws::historical_options)                                                                              \
    TYPE(outlay::aws::health_status)                                                                                   \
    TYPE(outlay::aws::expression)                                                                                      \
    TYPE(outlay::aws::expression_dimension_values)                                                                     \
    TYPE(outlay::aws::tag_values)                                                                                      \
    TYPE(outlay::aws::cost_category_values)                                                                            \
    TYPE(outlay::aws::product_attribute_values)                                                                        \
    TYPE(outlay::aws::notification)                                                                                    \
    TYPE(outlay::aws::subscriber)                                                                                      \
    TYPE(outlay::aws::notification_with_subscribers)                                                                   \
    TYPE(outlay::aws::resource_tag)                                                                                    \
    TYPE(outlay::aws::budget_performance_history)                                                                      \
    TYPE(outlay::aws::budgeted_and_actual_amounts)                                                                     \
    TYPE(outlay::aws::api_error)
