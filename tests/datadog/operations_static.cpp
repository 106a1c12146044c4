#include <outlay/datadog.hpp>

// Names a missing member of an operation before a program calls it.

namespace datadog_operations_static {

namespace http = outlay::http;
namespace datadog = outlay::datadog;

static_assert(http::check_operation<datadog::get_budget>());
static_assert(http::check_operation<datadog::list_budgets>());
static_assert(http::check_operation<datadog::upsert_budget>());
static_assert(http::check_operation<datadog::delete_budget>());
static_assert(http::check_operation<datadog::validate_budget>());
static_assert(http::check_operation<datadog::validate_csv_budget>());
static_assert(http::check_operation<datadog::get_custom_forecast>());
static_assert(http::check_operation<datadog::upsert_custom_forecast>());
static_assert(http::check_operation<datadog::delete_custom_forecast>());

} // namespace datadog_operations_static
