#pragma once

/// @file
/// HubSpot: marketing campaigns, their budgets and spends.

/// @namespace outlay::hubspot
/// Wire types, rules, operations and client of HubSpot's marketing campaigns, their budgets and spends. In JSON
/// a member `budget_items` is `budgetItems`.

#include <outlay/http.hpp>
#include <outlay/hubspot/api_error.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/hubspot/campaign_operations.hpp>
#include <outlay/hubspot/campaigns.hpp>
#include <outlay/hubspot/client.hpp>
#include <outlay/hubspot/currencies.hpp>
#include <outlay/hubspot/endpoint.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/named_values.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/hubspot/revenue.hpp>
#include <outlay/hubspot/status.hpp>
#include <outlay/hubspot/types.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>

#ifdef OUTLAY_SEPARATE_COMPILATION
#include <outlay/hubspot/detail/separate.hpp>
#endif
