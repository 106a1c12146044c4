#include <outlay/amazon.hpp>

// Names a missing member of an operation before a program calls it.

namespace amazon_operations_static {

namespace http = outlay::http;
namespace amazon = outlay::amazon;

static_assert(http::check_operation<amazon::campaign_budget_usage>());
static_assert(http::check_operation<amazon::portfolio_budget_usage>());
static_assert(http::check_operation<amazon::campaign_budget_recommendations>());
static_assert(http::check_operation<amazon::create_portfolios>());
static_assert(http::check_operation<amazon::update_portfolios>());
static_assert(http::check_operation<amazon::list_portfolios>());
static_assert(http::check_operation<amazon::list_campaigns>());
static_assert(http::check_operation<amazon::update_campaign_budgets>());
static_assert(http::check_operation<amazon::create_budget_rules>());
static_assert(http::check_operation<amazon::update_budget_rules>());
static_assert(http::check_operation<amazon::list_budget_rules>());
static_assert(http::check_operation<amazon::get_budget_rule>());
static_assert(http::check_operation<amazon::list_rule_campaigns>());
static_assert(http::check_operation<amazon::list_campaign_rules>());
static_assert(http::check_operation<amazon::associate_budget_rules>());
static_assert(http::check_operation<amazon::disassociate_budget_rule>());
static_assert(http::check_operation<amazon::associate_budget_rules_in_bulk>());
static_assert(http::check_operation<amazon::disassociate_budget_rules_in_bulk>());
static_assert(http::check_operation<amazon::unified::query_campaigns>());
static_assert(http::check_operation<amazon::unified::update_campaigns>());

} // namespace amazon_operations_static
