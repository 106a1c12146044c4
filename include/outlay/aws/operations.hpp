#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/aws/budget.hpp>
#include <outlay/aws/budgets.hpp>
#include <outlay/aws/detail/start.hpp>
#include <outlay/aws/endpoint.hpp>
#include <outlay/aws/notification.hpp>
#include <outlay/aws/time_period.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <vector>

// Operations (see outlay/http/operation.hpp) on budgets. Source: AWS's description of its service Budgets, version
// 2016-10-20. What breaks a rule is not sent.

namespace outlay::inline v0_1_0::aws {

/// CreateBudget: a budget with its alerts. After a lost response it is not sent again; after a throttled one it is.
struct create_budget {
    aws::budget budget{};                                       ///< the budget, whose name no other has
    std::vector<notification_with_subscribers> notifications{}; ///< at most 5; create_notification adds more
    std::vector<resource_tag> resource_tags{};                  ///< at most 200

    using endpoint_type = aws::endpoint;
    using result_type = result<void>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at) const
    {
        return detail::start(at, "CreateBudget",
                             create_budget_request{.account_id = at.account_id,
                                                   .budget = budget,
                                                   .notifications_with_subscribers = notifications,
                                                   .resource_tags = resource_tags});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// DescribeBudget: one budget, with its spend.
struct describe_budget {
    std::string budget_name{};                    ///< of the budget
    std::optional<bool> show_filter_expression{}; ///< the reply has the filter expression, too

    using endpoint_type = aws::endpoint;
    using result_type = result<describe_budget_reply>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at) const
    {
        return detail::start(at, "DescribeBudget",
                             describe_budget_request{.account_id = at.account_id,
                                                     .budget_name = budget_name,
                                                     .show_filter_expression = show_filter_expression});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DescribeBudgets, page after page. The result is one reply with the budgets of all pages.
struct describe_budgets {
    std::optional<std::int32_t> max_results{};    ///< of a page: 1 to 1000; AWS's default is 100
    std::optional<bool> show_filter_expression{}; ///< the reply has filter expressions, too
    std::optional<std::string> next_token{};      ///< of the page to begin with; absent: the first

    using endpoint_type = aws::endpoint;
    using page_type = describe_budgets_reply;
    using result_type = result<listing<describe_budgets_reply>>;
    static constexpr auto rows = &describe_budgets_reply::budgets;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return next_token ? *next_token : std::string_view(); }
    static std::optional<std::string> const& next(describe_budgets_reply const& page) noexcept
    {
        return page.next_token;
    }

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at, std::string_view from) const
    {
        return detail::start(at, "DescribeBudgets",
                             describe_budgets_request{.account_id = at.account_id,
                                                      .max_results = max_results,
                                                      .next_token = detail::token_of(from),
                                                      .show_filter_expression = show_filter_expression});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// UpdateBudget: replaces the budget that has this name. AWS then counts the spend anew, from 0.
struct update_budget {
    aws::budget budget{}; ///< all of it: of a budget that was read, what has changed in it

    using endpoint_type = aws::endpoint;
    using result_type = result<void>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at) const
    {
        return detail::start(at, "UpdateBudget",
                             update_budget_request{.account_id = at.account_id, .new_budget = budget});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DeleteBudget: with its alerts and their subscribers. Repeated after its response was lost, the call may get
/// NotFoundException.
struct delete_budget {
    std::string budget_name{}; ///< of the budget

    using endpoint_type = aws::endpoint;
    using result_type = result<void>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at) const
    {
        return detail::start(at, "DeleteBudget",
                             delete_budget_request{.account_id = at.account_id, .budget_name = budget_name});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DescribeBudgetPerformanceHistory, page after page: what was budgeted and spent in past units of time. AWS has none
/// of ANNUALLY.
struct describe_budget_performance_history {
    std::string budget_name{};                     ///< of the budget
    std::optional<aws::time_period> time_period{}; ///< of that time; absent: of all that AWS keeps
    std::optional<std::int32_t> max_results{};     ///< of a page: 1 to 100
    std::optional<std::string> next_token{};       ///< of the page to begin with; absent: the first

    using endpoint_type = aws::endpoint;
    using page_type = describe_budget_performance_history_reply;
    using result_type = result<listing<describe_budget_performance_history_reply>>;
    /// The units of time, in a member of the page.
    static constexpr auto rows =
        http::nested_rows<&describe_budget_performance_history_reply::budget_performance_history,
                          &budget_performance_history::budgeted_and_actual_amounts_list>{};

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return next_token ? *next_token : std::string_view(); }
    static std::optional<std::string> const& next(describe_budget_performance_history_reply const& page) noexcept
    {
        return page.next_token;
    }

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<aws::endpoint> auto const& at, std::string_view from) const
    {
        return detail::start(at, "DescribeBudgetPerformanceHistory",
                             describe_budget_performance_history_request{.account_id = at.account_id,
                                                                         .budget_name = budget_name,
                                                                         .time_period = time_period,
                                                                         .max_results = max_results,
                                                                         .next_token = detail::token_of(from)});
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::aws
