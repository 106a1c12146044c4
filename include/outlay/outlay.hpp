#pragma once

/// @file
/// All of outlay.

/// @namespace outlay
/// Values, models, JSON, batches and budgets. Vendors have namespaces of their own in it.
///
/// @namespace outlay::literals
/// For `using namespace outlay::literals;`: `12.50_dec`, and the `_y` and `_d` of dates.

#include <outlay/version.hpp> // first: it says what is wrong if the one header is here, too

#include <outlay/amazon.hpp>
#include <outlay/aws.hpp>
#include <outlay/budget.hpp>
#include <outlay/datadog.hpp>
#include <outlay/envelope.hpp>
#include <outlay/google.hpp>
#include <outlay/http.hpp>
#include <outlay/hubspot.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>

/// `OUTLAY_VENDORS(VENDOR)` expands `VENDOR(NAME)` for each vendor, whose types `OUTLAY_NAME_TYPES` lists: AMAZON.
#define OUTLAY_VENDORS(VENDOR) VENDOR(AMAZON) VENDOR(AWS) VENDOR(DATADOG) VENDOR(GOOGLE) VENDOR(HUBSPOT)
