#pragma once

#include <outlay/http/detail/separate.hpp>
#include <outlay/hubspot/campaign_operations.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/hubspot/types.hpp>
#include <outlay/json/separate.hpp>

// The parts of HubSpot that outlay/src.hpp compiles, for files that are compiled with OUTLAY_SEPARATE_COMPILATION.

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
