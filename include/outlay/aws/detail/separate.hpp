#pragma once

#include <outlay/aws/notification_operations.hpp>
#include <outlay/aws/operations.hpp>
#include <outlay/aws/types.hpp>
#include <outlay/http/detail/separate.hpp>
#include <outlay/json/separate.hpp>

// The parts of AWS that outlay/src.hpp compiles, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_AWS_OPERATIONS(EXTERN)                                                                                  \
    OUTLAY_OPERATION(EXTERN, single, outlay::aws::create_budget)                                                       \
    OUTLAY_OPERATION(EXTERN, single, outlay::aws::describe_budget)                                                     \
    OUTLAY_OPERATION(EXTERN, paged, outlay::aws::describe_budgets)                                                     \
    OUTLAY_OPERATION(EXTERN, single, outlay::aws::update_budget)                                                       \
    OUTLAY_OPERATION(EXTERN, single, outlay::aws::delete_budget)                                                       \
    OUTLAY_OPERATION(EXTERN, paged, outlay::aws::describe_budget_performance_history)                                  \
    OUTLAY_OPERATION(EXTERN, paged, outlay::aws::describe_notifications_for_budget)                                    \
    OUTLAY_OPERATION(EXTERN, single, outlay::aws::create_notification)                                                 \
    OUTLAY_OPERATION(EXTERN, single, outlay::aws::delete_notification)                                                 \
    OUTLAY_OPERATION(EXTERN, paged, outlay::aws::describe_subscribers_for_notification)

OUTLAY_AWS_TYPES(OUTLAY_EXTERN_TYPE)
OUTLAY_AWS_OPERATIONS(extern)
