#pragma once

/// @file
/// HubSpot: budgets and spends of marketing campaigns.

#include <outlay/http.hpp>
#include <outlay/hubspot/api_error.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/client.hpp>
#include <outlay/hubspot/currencies.hpp>
#include <outlay/hubspot/endpoint.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/hubspot/status.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
