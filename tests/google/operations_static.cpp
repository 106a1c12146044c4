#include <outlay/google.hpp>

// A member that an operation lacks is named here, and not by the first program that calls it.

namespace google_operations_static {

namespace http = outlay::http;
namespace google = outlay::google;

static_assert(http::check_operation<google::mutate_campaign_budgets>());
static_assert(http::check_operation<google::validate_campaign_budgets>());
static_assert(http::check_operation<google::list_campaign_budgets>());

} // namespace google_operations_static
