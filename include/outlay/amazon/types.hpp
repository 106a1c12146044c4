#pragma once

#include <outlay/amazon/api_error.hpp>
#include <outlay/amazon/budget_recommendations.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/amazon/unified_budget.hpp>
#include <outlay/amazon/unified_campaigns.hpp>
#include <outlay/amazon/unified_error.hpp>
#include <outlay/amazon/unified_query.hpp>

/// @file
/// The list of Amazon Ads's wire types, for what is done with each of them: programs that take a type by its name,
/// tests, and the separate compilation of outlay/src.hpp.

/// `OUTLAY_AMAZON_TYPES(TYPE)` expands `TYPE(type)` for each wire type by its full name: bodies of requests, bodies of
/// replies, and what they are made of.
#define OUTLAY_AMAZON_TYPES(TYPE)                                                                                      \
    TYPE(outlay::amazon::campaign_usage_request)                                                                       \
    TYPE(outlay::amazon::campaign_usage_reply)                                                                         \
    TYPE(outlay::amazon::portfolio_usage_request)                                                                      \
    TYPE(outlay::amazon::portfolio_usage_reply)                                                                        \
    TYPE(outlay::amazon::campaign_budget_recommendations_request)                                                      \
    TYPE(outlay::amazon::budget_recommendation_reply)                                                                  \
    TYPE(outlay::amazon::create_portfolios_request)                                                                    \
    TYPE(outlay::amazon::update_portfolios_request)                                                                    \
    TYPE(outlay::amazon::list_portfolios_request)                                                                      \
    TYPE(outlay::amazon::portfolio_write_reply)                                                                        \
    TYPE(outlay::amazon::portfolio_list_reply)                                                                         \
    TYPE(outlay::amazon::api_error)                                                                                    \
    TYPE(outlay::amazon::campaign_usage)                                                                               \
    TYPE(outlay::amazon::portfolio_usage)                                                                              \
    TYPE(outlay::amazon::usage_error)                                                                                  \
    TYPE(outlay::amazon::budget_recommendation)                                                                        \
    TYPE(outlay::amazon::budget_rule_recommendation)                                                                   \
    TYPE(outlay::amazon::missed_opportunities)                                                                         \
    TYPE(outlay::amazon::budget_recommendation_error)                                                                  \
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
    TYPE(outlay::amazon::unified::query_campaigns_request)                                                             \
    TYPE(outlay::amazon::unified::campaign_list_reply)                                                                 \
    TYPE(outlay::amazon::unified::update_campaigns_request)                                                            \
    TYPE(outlay::amazon::unified::campaign_write_reply)                                                                \
    TYPE(outlay::amazon::unified::campaign)                                                                            \
    TYPE(outlay::amazon::unified::budget)                                                                              \
    TYPE(outlay::amazon::unified::monetary_budget)                                                                     \
    TYPE(outlay::amazon::unified::marketplace_setting)                                                                 \
    TYPE(outlay::amazon::unified::monetary_budget_value)                                                               \
    TYPE(outlay::amazon::unified::budget_value)                                                                        \
    TYPE(outlay::amazon::unified::flight)                                                                              \
    TYPE(outlay::amazon::unified::flight_budget)                                                                       \
    TYPE(outlay::amazon::unified::budget_settings)                                                                     \
    TYPE(outlay::amazon::unified::optimizations)                                                                       \
    TYPE(outlay::amazon::unified::campaign_update)                                                                     \
    TYPE(outlay::amazon::unified::campaign_success)                                                                    \
    TYPE(outlay::amazon::unified::campaign_partial)                                                                    \
    TYPE(outlay::amazon::unified::campaign_refusal)                                                                    \
    TYPE(outlay::amazon::unified::item_error)                                                                          \
    TYPE(outlay::amazon::unified::ad_product_filter)                                                                   \
    TYPE(outlay::amazon::unified::campaign_id_filter)                                                                  \
    TYPE(outlay::amazon::unified::goal_filter)                                                                         \
    TYPE(outlay::amazon::unified::marketplace_scope_filter)                                                            \
    TYPE(outlay::amazon::unified::name_filter)                                                                         \
    TYPE(outlay::amazon::unified::portfolio_filter)                                                                    \
    TYPE(outlay::amazon::unified::state_filter)
