#pragma once

#include <outlay/hubspot/api_error.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/hubspot/campaigns.hpp>
#include <outlay/hubspot/named_values.hpp>
#include <outlay/hubspot/revenue.hpp>

/// @file
/// The list of HubSpot's wire types, for what is done with each of them: programs that take a type by its name, tests,
/// and the separate compilation of outlay/src.hpp.

/// `OUTLAY_HUBSPOT_TYPES(TYPE)` expands `TYPE(type)` for each wire type by its full name: bodies of requests, bodies of
/// replies, and what they are made of.
#define OUTLAY_HUBSPOT_TYPES(TYPE)                                                                                     \
    TYPE(outlay::hubspot::budget_item_input)                                                                           \
    TYPE(outlay::hubspot::budget_item)                                                                                 \
    TYPE(outlay::hubspot::budget_totals)                                                                               \
    TYPE(outlay::hubspot::list_campaigns_request)                                                                      \
    TYPE(outlay::hubspot::campaign_list_reply)                                                                         \
    TYPE(outlay::hubspot::campaign)                                                                                    \
    TYPE(outlay::hubspot::read_campaigns_request)                                                                      \
    TYPE(outlay::hubspot::read_campaigns_reply)                                                                        \
    TYPE(outlay::hubspot::campaign_revenue)                                                                            \
    TYPE(outlay::hubspot::api_error)                                                                                   \
    TYPE(outlay::hubspot::campaign_ref)                                                                                \
    TYPE(outlay::hubspot::business_unit)                                                                               \
    TYPE(outlay::hubspot::next_page)                                                                                   \
    TYPE(outlay::hubspot::paging)                                                                                      \
    TYPE(outlay::hubspot::campaign_error)                                                                              \
    TYPE(outlay::hubspot::error_detail)                                                                                \
    TYPE(outlay::hubspot::named_values)
