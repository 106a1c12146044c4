#pragma once

#include <outlay/datadog/api_errors.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/budget_validation.hpp>
#include <outlay/datadog/costs.hpp>
#include <outlay/datadog/csv_validation.hpp>
#include <outlay/datadog/custom_forecast.hpp>
#include <outlay/datadog/forecast_operations.hpp>
#include <outlay/datadog/operations.hpp>
#include <outlay/http/detail/separate.hpp>
#include <outlay/json/separate.hpp>

// What outlay/src.hpp compiles of Datadog, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_DATADOG_TYPES(TYPE)                                                                                     \
    TYPE(outlay::datadog::upsert_budget_request)                                                                       \
    TYPE(outlay::datadog::budget_document)                                                                             \
    TYPE(outlay::datadog::budget_list_document)                                                                        \
    TYPE(outlay::datadog::budget_validation_document)                                                                  \
    TYPE(outlay::datadog::upsert_custom_forecast_request)                                                              \
    TYPE(outlay::datadog::custom_forecast_document)                                                                    \
    TYPE(outlay::datadog::csv_validation)                                                                              \
    TYPE(outlay::datadog::custom_forecast)                                                                             \
    TYPE(outlay::datadog::custom_forecast_attributes)                                                                  \
    TYPE(outlay::datadog::custom_forecast_entry)                                                                       \
    TYPE(outlay::datadog::csv_error)                                                                                   \
    TYPE(outlay::datadog::csv_error_meta)                                                                              \
    TYPE(outlay::datadog::api_errors)                                                                                  \
    TYPE(outlay::datadog::budget)                                                                                      \
    TYPE(outlay::datadog::budget_attributes)                                                                           \
    TYPE(outlay::datadog::budget_entry)                                                                                \
    TYPE(outlay::datadog::tag_filter)                                                                                  \
    TYPE(outlay::datadog::costs)                                                                                       \
    TYPE(outlay::datadog::costs_unit)                                                                                  \
    TYPE(outlay::datadog::budget_validation)                                                                           \
    TYPE(outlay::datadog::budget_validation_attributes)                                                                \
    TYPE(outlay::datadog::api_error)

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
