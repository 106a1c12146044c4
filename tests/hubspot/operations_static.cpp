#include <outlay/hubspot.hpp>

// Names a missing member of an operation before a program calls it.

namespace hubspot_operations_static {

namespace http = outlay::http;
namespace hubspot = outlay::hubspot;

static_assert(http::check_operation<hubspot::list_campaigns>());
static_assert(http::check_operation<hubspot::get_campaign>());
static_assert(http::check_operation<hubspot::read_campaigns>());
static_assert(http::check_operation<hubspot::get_revenue>());
static_assert(http::check_operation<hubspot::get_budget_totals>());
static_assert(http::check_operation<hubspot::create_budget_item>());
static_assert(http::check_operation<hubspot::get_budget_item>());
static_assert(http::check_operation<hubspot::update_budget_item>());
static_assert(http::check_operation<hubspot::delete_budget_item>());
static_assert(http::check_operation<hubspot::create_spend_item>());
static_assert(http::check_operation<hubspot::get_spend_item>());
static_assert(http::check_operation<hubspot::update_spend_item>());
static_assert(http::check_operation<hubspot::delete_spend_item>());

} // namespace hubspot_operations_static
