#pragma once

#include <outlay/amazon/api_error.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/amazon/portfolio_operations.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/amazon/usage_operations.hpp>
#include <outlay/http/detail/separate.hpp>
#include <outlay/json/separate.hpp>

// What outlay/src.hpp compiles of Amazon Ads, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_AMAZON_TYPES(TYPE)                                                                                      \
    TYPE(outlay::amazon::campaign_usage_request)                                                                       \
    TYPE(outlay::amazon::campaign_usage_reply)                                                                         \
    TYPE(outlay::amazon::portfolio_usage_request)                                                                      \
    TYPE(outlay::amazon::portfolio_usage_reply)                                                                        \
    TYPE(outlay::amazon::create_portfolios_request)                                                                    \
    TYPE(outlay::amazon::update_portfolios_request)                                                                    \
    TYPE(outlay::amazon::list_portfolios_request)                                                                      \
    TYPE(outlay::amazon::portfolio_write_reply)                                                                        \
    TYPE(outlay::amazon::portfolio_list_reply)                                                                         \
    TYPE(outlay::amazon::campaign_usage)                                                                               \
    TYPE(outlay::amazon::portfolio_usage)                                                                              \
    TYPE(outlay::amazon::usage_error)                                                                                  \
    TYPE(outlay::amazon::portfolio)                                                                                    \
    TYPE(outlay::amazon::new_portfolio)                                                                                \
    TYPE(outlay::amazon::portfolio_update)                                                                             \
    TYPE(outlay::amazon::portfolio_budget)                                                                             \
    TYPE(outlay::amazon::budget_controls)                                                                              \
    TYPE(outlay::amazon::unspent_budget_sharing)                                                                       \
    TYPE(outlay::amazon::extended_data)                                                                                \
    TYPE(outlay::amazon::portfolio_id_filter)                                                                          \
    TYPE(outlay::amazon::portfolio_name_filter)                                                                        \
    TYPE(outlay::amazon::portfolio_state_filter)                                                                       \
    TYPE(outlay::amazon::mutation_success)                                                                             \
    TYPE(outlay::amazon::mutation_error)                                                                               \
    TYPE(outlay::amazon::portfolio_error)                                                                              \
    TYPE(outlay::amazon::error_value)                                                                                  \
    TYPE(outlay::amazon::error_body)                                                                                   \
    TYPE(outlay::amazon::error_cause)                                                                                  \
    TYPE(outlay::amazon::budget_error)                                                                                 \
    TYPE(outlay::amazon::malformed_value_error)                                                                        \
    TYPE(outlay::amazon::range_error)                                                                                  \
    TYPE(outlay::amazon::entity_not_found_error)                                                                       \
    TYPE(outlay::amazon::entity_quota_error)                                                                           \
    TYPE(outlay::amazon::api_error)

#define OUTLAY_AMAZON_OPERATIONS(EXTERN)                                                                               \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::campaign_budget_usage)                                             \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::portfolio_budget_usage)                                            \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::create_portfolios)                                                 \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::update_portfolios)                                                 \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::list_portfolios)

OUTLAY_AMAZON_TYPES(OUTLAY_EXTERN_TYPE)
OUTLAY_AMAZON_OPERATIONS(extern)
