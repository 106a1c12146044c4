#pragma once

/// @file
/// Datadog: cloud cost budgets.

/// @namespace outlay::datadog
/// Wire types, rules, operations and client of Datadog's cloud cost budgets. In JSON members have the names that they
/// have here.

#include <outlay/datadog/api_errors.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/budget_csv.hpp>
#include <outlay/datadog/budget_index.hpp>
#include <outlay/datadog/budget_validation.hpp>
#include <outlay/datadog/client.hpp>
#include <outlay/datadog/costs.hpp>
#include <outlay/datadog/csv_validation.hpp>
#include <outlay/datadog/custom_forecast.hpp>
#include <outlay/datadog/endpoint.hpp>
#include <outlay/datadog/forecast_operations.hpp>
#include <outlay/datadog/metrics_query.hpp>
#include <outlay/datadog/operations.hpp>
#include <outlay/datadog/site.hpp>
#include <outlay/datadog/status.hpp>
#include <outlay/datadog/types.hpp>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>

#ifdef OUTLAY_SEPARATE_COMPILATION
#include <outlay/datadog/detail/separate.hpp>
#endif
