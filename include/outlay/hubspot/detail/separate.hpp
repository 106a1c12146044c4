#pragma once

#include <outlay/http/detail/separate.hpp>
#include <outlay/hubspot/api_error.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/hubspot/campaign_operations.hpp>
#include <outlay/hubspot/campaigns.hpp>
#include <outlay/hubspot/named_values.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/hubspot/revenue.hpp>
#include <outlay/json/separate.hpp>

// What outlay/src.hpp compiles of HubSpot, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

#define OUTLAY_HUBSPOT_TYPES(TYPE)                                                                                     \
    TYPE(outlay::hubspot::budget_item_input)                                                                           \
    TYPE(outlay::hubspot::budget_item)                                                                                 \
    TYPE(outlay::hubspot::budget_totals)                                                                               \
    TYPE(outlay::hubspot::list_campaigns_request)                                                                      \
    TYPE(outlay::hubspot::campaign_ref)                                                                                \
    TYPE(outlay::hubspot::read_campaigns_request)                                                                      \
    TYPE(outlay::hubspot::campaign)                                                                                    \
    TYPE(outlay::hubspot::business_unit)                                                                               \
    TYPE(outlay::hubspot::next_page)                                                                                   \
    TYPE(outlay::hubspot::paging)                                                                                      \
    TYPE(outlay::hubspot::campaign_list_reply)                                                                         \
    TYPE(outlay::hubspot::campaign_error)                                                                              \
    TYPE(outlay::hubspot::read_campaigns_reply)                                                                        \
    TYPE(outlay::hubspot::campaign_revenue)                                                                            \
    TYPE(outlay::hubspot::api_error)                                                                                   \
    TYPE(outlay::hubspot::error_detail)                                                                                \
    TYPE(outlay::hubspot::named_values)

#define OUTLAY_HUBSPOT_OPERATIONS(EXTERN)                                                                              \
    OUTLAY_OPERATION(EXTERN, paged, outlay::hubspot::list_campaigns)                                                   \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::get_campaign)                                                    \
    OUTLAY_OPERATION(EXTERN, batch, outlay::hubspot::read_campaigns)                                                   \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::get_revenue)                                                     \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::get_budget_totals)                                               \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::create_budget_item)                                              \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::get_budget_item)                                                 \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::update_budget_item)                                              \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::delete_budget_item)                                              \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::create_spend_item)                                               \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::get_spend_item)                                                  \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::update_spend_item)                                               \
    OUTLAY_OPERATION(EXTERN, single, outlay::hubspot::delete_spend_item)

OUTLAY_HUBSPOT_TYPES(OUTLAY_EXTERN_TYPE)
OUTLAY_HUBSPOT_OPERATIONS(extern)
