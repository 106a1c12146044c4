#pragma once

#include <outlay/datadog/api_errors.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/budget_validation.hpp>
#include <outlay/datadog/costs.hpp>
#include <outlay/datadog/csv_validation.hpp>
#include <outlay/datadog/custom_forecast.hpp>

/// @file
/// The list of Datadog's wire types, for what is done with each of them: programs that take a type by its name, tests,
/// and the separate compilation of outlay/src.hpp.

/// `OUTLAY_DATADOG_TYPES(TYPE)` expands `TYPE(type)` for each wire type by its full name: bodies of requests, bodies of
/// replies, and what they are made of.
#define OUTLAY_DATADOG_TYPES(TYPE)                                                                                     \
    TYPE(outlay::datadog::upsert_budget_request)                                                                       \
    TYPE(outlay::datadog::budget_document)                                                                             \
    TYPE(outlay::datadog::budget_list_document)                                                                        \
    TYPE(outlay::datadog::budget_validation_document)                                                                  \
    TYPE(outlay::datadog::upsert_custom_forecast_request)                                                              \
    TYPE(outlay::datadog::custom_forecast_document)                                                                    \
    TYPE(outlay::datadog::csv_validation)                                                                              \
    TYPE(outlay::datadog::api_errors)                                                                                  \
    TYPE(outlay::datadog::budget)                                                                                      \
    TYPE(outlay::datadog::budget_attributes)                                                                           \
    TYPE(outlay::datadog::budget_entry)                                                                                \
    TYPE(outlay::datadog::tag_filter)                                                                                  \
    TYPE(outlay::datadog::costs)                                                                                       \
    TYPE(outlay::datadog::costs_unit)                                                                                  \
    TYPE(outlay::datadog::budget_validation)                                                                           \
    TYPE(outlay::datadog::budget_validation_attributes)                                                                \
    TYPE(outlay::datadog::custom_forecast)                                                                             \
    TYPE(outlay::datadog::custom_forecast_attributes)                                                                  \
    TYPE(outlay::datadog::custom_forecast_entry)                                                                       \
    TYPE(outlay::datadog::csv_error)                                                                                   \
    TYPE(outlay::datadog::csv_error_meta)                                                                              \
    TYPE(outlay::datadog::api_error)
