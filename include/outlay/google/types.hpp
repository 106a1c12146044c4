#pragma once

#include <outlay/google/api_error.hpp>
#include <outlay/google/campaign_budget.hpp>
#include <outlay/google/campaign_budget_changes.hpp>
#include <outlay/google/google_ads_error.hpp>
#include <outlay/google/mutate.hpp>
#include <outlay/google/search.hpp>

/// @file
/// The list of Google's wire types, for what is done with each of them: programs that take a type by its name, tests,
/// and the separate compilation of outlay/src.hpp.

/// `OUTLAY_GOOGLE_TYPES(TYPE)` expands `TYPE(type)` for each wire type by its full name: bodies of requests, bodies of
/// replies, and what they are made of.
#define OUTLAY_GOOGLE_TYPES(TYPE)                                                                                      \
    TYPE(outlay::google::mutate_campaign_budgets_request)                                                              \
    TYPE(outlay::google::mutate_campaign_budgets_reply)                                                                \
    TYPE(outlay::google::search_request)                                                                               \
    TYPE(outlay::google::campaign_budget_list_reply)                                                                   \
    TYPE(outlay::google::api_error)                                                                                    \
    TYPE(outlay::google::campaign_budget)                                                                              \
    TYPE(outlay::google::new_campaign_budget)                                                                          \
    TYPE(outlay::google::campaign_budget_update)                                                                       \
    TYPE(outlay::google::campaign_budget_operation)                                                                    \
    TYPE(outlay::google::mutate_campaign_budget_result)                                                                \
    TYPE(outlay::google::campaign_budget_row)                                                                          \
    TYPE(outlay::google::customer)                                                                                     \
    TYPE(outlay::google::rpc_status)                                                                                   \
    TYPE(outlay::google::google_ads_failure)                                                                           \
    TYPE(outlay::google::google_ads_error)                                                                             \
    TYPE(outlay::google::error_trigger)                                                                                \
    TYPE(outlay::google::error_location)                                                                               \
    TYPE(outlay::google::field_path_element)                                                                           \
    TYPE(outlay::google::error_details)                                                                                \
    TYPE(outlay::google::quota_error_details)                                                                          \
    TYPE(outlay::google::budget_minimum_details)
