#pragma once

#include <outlay/amazon/api_error.hpp>
#include <outlay/amazon/budget_rule_bodies.hpp>
#include <outlay/amazon/budget_rule_parts.hpp>
#include <outlay/amazon/budget_rules.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/amazon/portfolios.hpp>

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
    TYPE(outlay::amazon::create_portfolios_request)                                                                    \
    TYPE(outlay::amazon::update_portfolios_request)                                                                    \
    TYPE(outlay::amazon::list_portfolios_request)                                                                      \
    TYPE(outlay::amazon::portfolio_write_reply)                                                                        \
    TYPE(outlay::amazon::portfolio_list_reply)                                                                         \
    TYPE(outlay::amazon::create_budget_rules_request)                                                                  \
    TYPE(outlay::amazon::update_budget_rules_request)                                                                  \
    TYPE(outlay::amazon::list_budget_rules_request)                                                                    \
    TYPE(outlay::amazon::associate_budget_rules_request)                                                               \
    TYPE(outlay::amazon::associate_budget_rules_in_bulk_request)                                                       \
    TYPE(outlay::amazon::disassociate_budget_rules_in_bulk_request)                                                    \
    TYPE(outlay::amazon::budget_rule_write_reply)                                                                      \
    TYPE(outlay::amazon::budget_rule_list_reply)                                                                       \
    TYPE(outlay::amazon::budget_rule_reply)                                                                            \
    TYPE(outlay::amazon::rule_campaigns_reply)                                                                         \
    TYPE(outlay::amazon::campaign_rules_reply)                                                                         \
    TYPE(outlay::amazon::associate_budget_rules_in_bulk_reply)                                                         \
    TYPE(outlay::amazon::disassociate_budget_rules_in_bulk_reply)                                                      \
    TYPE(outlay::amazon::api_error)                                                                                    \
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
    TYPE(outlay::amazon::budget_rule)                                                                                  \
    TYPE(outlay::amazon::budget_rule_details)                                                                          \
    TYPE(outlay::amazon::budget_rule_update)                                                                           \
    TYPE(outlay::amazon::budget_increase_by)                                                                           \
    TYPE(outlay::amazon::rule_duration)                                                                                \
    TYPE(outlay::amazon::date_range_type_rule_duration)                                                                \
    TYPE(outlay::amazon::event_type_rule_duration)                                                                     \
    TYPE(outlay::amazon::recurrence)                                                                                   \
    TYPE(outlay::amazon::intra_day_window)                                                                             \
    TYPE(outlay::amazon::performance_measure_condition)                                                                \
    TYPE(outlay::amazon::budget_rule_response)                                                                         \
    TYPE(outlay::amazon::associated_campaign)                                                                          \
    TYPE(outlay::amazon::budget_rule_association)                                                                      \
    TYPE(outlay::amazon::budget_rule_association_response)                                                             \
    TYPE(outlay::amazon::budget_rule_association_lists)
