#include <outlay/amazon.hpp>

// What an operation lacks is named here, and not by the first program that calls it.

namespace amazon_operations_static {

namespace http = outlay::http;
namespace amazon = outlay::amazon;

static_assert(http::check_operation<amazon::campaign_budget_usage>());
static_assert(http::check_operation<amazon::portfolio_budget_usage>());
static_assert(http::check_operation<amazon::campaign_budget_recommendations>());
static_assert(http::check_operation<amazon::create_portfolios>());
static_assert(http::check_operation<amazon::update_portfolios>());
static_assert(http::check_operation<amazon::list_portfolios>());
static_assert(http::check_operation<amazon::unified::query_campaigns>());
static_assert(http::check_operation<amazon::unified::update_campaigns>());

} // namespace amazon_operations_static
