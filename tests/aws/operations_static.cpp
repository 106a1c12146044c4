#include <outlay/aws.hpp>

// Names a missing member of an operation before a program calls it.

namespace aws_operations_static {

namespace http = outlay::http;
namespace aws = outlay::aws;

static_assert(http::check_operation<aws::create_budget>());
static_assert(http::check_operation<aws::describe_budget>());
static_assert(http::check_operation<aws::describe_budgets>());
static_assert(http::check_operation<aws::update_budget>());
static_assert(http::check_operation<aws::delete_budget>());
static_assert(http::check_operation<aws::describe_budget_performance_history>());
static_assert(http::check_operation<aws::describe_notifications_for_budget>());
static_assert(http::check_operation<aws::create_notification>());
static_assert(http::check_operation<aws::delete_notification>());
static_assert(http::check_operation<aws::describe_subscribers_for_notification>());

} // namespace aws_operations_static
