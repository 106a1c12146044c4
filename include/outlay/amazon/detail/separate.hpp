#pragma once

#include <outlay/amazon/budget_rule_operations.hpp>
#include <outlay/amazon/campaign_operations.hpp>
#include <outlay/amazon/portfolio_operations.hpp>
#include <outlay/amazon/recommendation_operations.hpp>
#include <outlay/amazon/types.hpp>
#include <outlay/amazon/unified_operations.hpp>
#include <outlay/amazon/usage_operations.hpp>
#include <outlay/http/detail/separate.hpp>
#include <outlay/json/separate.hpp>

// The parts of Amazon Ads that outlay/src.hpp compiles, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_AMAZON_OPERATIONS(EXTERN)                                                                               \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::campaign_budget_usage)                                             \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::portfolio_budget_usage)                                            \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::campaign_budget_recommendations)                                   \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::create_portfolios)                                                 \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::update_portfolios)                                                 \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::list_portfolios)                                                   \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::update_campaign_budgets)                                           \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::list_campaigns)                                                    \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::create_budget_rules)                                               \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::update_budget_rules)                                               \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::list_budget_rules)                                                 \
    OUTLAY_OPERATION(EXTERN, single, outlay::amazon::get_budget_rule)                                                  \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::list_rule_campaigns)                                               \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::list_campaign_rules)                                               \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::associate_budget_rules)                                            \
    OUTLAY_OPERATION(EXTERN, single, outlay::amazon::disassociate_budget_rule)                                         \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::associate_budget_rules_in_bulk)                                    \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::disassociate_budget_rules_in_bulk)                                 \
    OUTLAY_OPERATION(EXTERN, paged, outlay::amazon::unified::query_campaigns)                                          \
    OUTLAY_OPERATION(EXTERN, batch, outlay::amazon::unified::update_campaigns)

OUTLAY_AMAZON_TYPES(OUTLAY_EXTERN_TYPE)
OUTLAY_AMAZON_OPERATIONS(extern)
