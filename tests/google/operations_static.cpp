#include <outlay/google.hpp>

// Names a missing member of an operation before a program calls it.

namespace google_operations_static {

namespace http = outlay::http;
namespace google = outlay::google;

static_assert(http::check_operation<google::mutate_campaign_budgets>());
static_assert(http::check_operation<google::validate_campaign_budgets>());
static_assert(http::check_operation<google::list_campaign_budgets>());

} // namespace google_operations_static
