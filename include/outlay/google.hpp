#pragma once

/// @file
/// Google Ads: campaign budgets.

/// @namespace outlay::google
/// Wire types, rules, operations and client of Google Ads campaign budgets. In JSON a member `resource_name` is
/// `resourceName`, and an `amount` is `amountMicros`, an integer of millionths in a string.

#include <outlay/google/api_error.hpp>
#include <outlay/google/campaign_budget.hpp>
#include <outlay/google/campaign_budget_changes.hpp>
#include <outlay/google/client.hpp>
#include <outlay/google/endpoint.hpp>
#include <outlay/google/google_ads_error.hpp>
#include <outlay/google/ids.hpp>
#include <outlay/google/mutate.hpp>
#include <outlay/google/operations.hpp>
#include <outlay/google/search.hpp>
#include <outlay/google/status.hpp>
#include <outlay/google/types.hpp>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>

#ifdef OUTLAY_SEPARATE_COMPILATION
#include <outlay/google/detail/separate.hpp>
#endif
