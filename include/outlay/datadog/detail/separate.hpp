#pragma once

#include <outlay/datadog/forecast_operations.hpp>
#include <outlay/datadog/operations.hpp>
#include <outlay/datadog/types.hpp>
#include <outlay/http/detail/separate.hpp>
#include <outlay/json/separate.hpp>

// The parts of Datadog that outlay/src.hpp compiles, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_DATADOG_OPERATIONS(EXTERN)                                                                              \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::get_budget)                                                      \
    OUTLAY_OPERATION(EXTERN, paged, outlay::datadog::list_budgets)                                                     \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::upsert_budget)                                                   \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::delete_budget)                                                   \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::validate_budget)                                                 \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::validate_csv_budget)                                             \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::get_custom_forecast)                                             \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::upsert_custom_forecast)                                          \
    OUTLAY_OPERATION(EXTERN, single, outlay::datadog::delete_custom_forecast)

OUTLAY_DATADOG_TYPES(OUTLAY_EXTERN_TYPE)
OUTLAY_DATADOG_OPERATIONS(extern)
