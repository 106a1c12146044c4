#pragma once

/// @file
/// Amazon Ads: portfolios, budgets of campaigns, their usage, recommendations and rules.

/// @namespace outlay::amazon
/// Wire types, rules, operations and client of Amazon Ads: portfolios; campaigns of Sponsored Products and their
/// budgets; budget usage, budget recommendations and budget rules. In JSON a member `campaign_id` is `campaignId`, and
/// an enumerator `date_range` is `DATE_RANGE`.

#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/api_error.hpp>
#include <outlay/amazon/budget_recommendations.hpp>
#include <outlay/amazon/budget_rule_bodies.hpp>
#include <outlay/amazon/budget_rule_operations.hpp>
#include <outlay/amazon/budget_rule_parts.hpp>
#include <outlay/amazon/budget_rules.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/campaign.hpp>
#include <outlay/amazon/campaign_operations.hpp>
#include <outlay/amazon/campaigns.hpp>
#include <outlay/amazon/client.hpp>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/error_reason.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/amazon/portfolio_cap.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/amazon/portfolio_operations.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/amazon/recommendation_operations.hpp>
#include <outlay/amazon/status.hpp>
#include <outlay/amazon/stream.hpp>
#include <outlay/amazon/types.hpp>
#include <outlay/amazon/unified_budget.hpp>
#include <outlay/amazon/unified_campaigns.hpp>
#include <outlay/amazon/unified_error.hpp>
#include <outlay/amazon/unified_operations.hpp>
#include <outlay/amazon/unified_query.hpp>
#include <outlay/amazon/unified_status.hpp>
#include <outlay/amazon/usage_operations.hpp>
#include <outlay/amazon/wire_day.hpp>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/value.hpp>

#ifdef OUTLAY_SEPARATE_COMPILATION
#include <outlay/amazon/detail/separate.hpp>
#endif
