#pragma once

/// @file
/// Amazon Ads: portfolios and budget usage.

#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
