#pragma once

/// @file
/// Amazon Ads: portfolios and budget usage.

#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/amazon/portfolio_cap.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/amazon/status.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
