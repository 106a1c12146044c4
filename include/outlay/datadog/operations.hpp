#pragma once

#include <concepts>
#include <optional>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_validation.hpp>
#include <outlay/datadog/csv_validation.hpp>
#include <outlay/datadog/endpoint.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/url.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <utility>

// Operations (see outlay/http/operation.hpp) on cloud cost budgets. Source: Datadog API reference, "Cloud Cost
// Management". An id that can't stand in a URL is an error, and nothing is sent.

namespace outlay::inline v0_1_0::datadog {
namespace detail {

inline result<std::string> budget_path(budget_id const& id)
{
    auto const segment = http::path_segment(id.str());
    if (!segment) return segment.error();
    return outlay::detail::joined({"/api/v2/cost/budget/", *segment});
}

} // namespace detail

/// GET /api/v2/cost/budget/{id}
struct get_budget {
    budget_id id{};                         ///< which budget
    std::optional<bool> actual{};           ///< with actual costs
    std::optional<bool> forecast{};         ///< with forecasts of costs
    std::optional<epoch_timestamp> start{}; ///< of the period of these costs: together with end, or not at all
    std::optional<epoch_timestamp> end{};   ///< of the same period

    using endpoint_type = datadog::endpoint;
    using result_type = result<budget_document>;

    /// Code: `start_and_end`.
    result<http::request> request(datadog::endpoint const& at) const
    {
        auto path = detail::budget_path(id);
        if (!path) return path.error();
        if (start.has_value() != end.has_value())
            return error(error_kind::invalid, "start_and_end", "start and end go together, or neither is given");
        if (actual) http::append_query(*path, "actual", *actual ? "true" : "false");
        if (forecast) http::append_query(*path, "forecast", *forecast ? "true" : "false");
        if (start) http::append_query(*path, "start", std::to_string(start->milliseconds()));
        if (end) http::append_query(*path, "end", std::to_string(end->milliseconds()));
        return at.start(http::method::get, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /api/v2/cost/budgets: all of them, without their entries. There is one page.
struct list_budgets {
    using endpoint_type = datadog::endpoint;
    using page_type = budget_list_document;
    using result_type = result<listing<budget_list_document>>;
    static constexpr auto rows = &budget_list_document::data;

    /// Required by http::paged_operation.
    static std::optional<std::string> next(budget_list_document const&) noexcept { return std::nullopt; }

    result<http::request> request(datadog::endpoint const& at, std::string_view) const
    {
        return at.start(http::method::get, "/api/v2/cost/budgets");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// PUT /api/v2/cost/budget: updates the budget that has this id, or creates one without. What may have been created
/// already is not sent again. What breaks a rule is not sent at all.
struct upsert_budget {
    datadog::budget budget{}; ///< what it is to be

    using endpoint_type = datadog::endpoint;
    using result_type = result<budget_document>;

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<datadog::endpoint> auto const& at) const
    {
        upsert_budget_request const body{.data = budget};
        if (report wrong = validate(body); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
        return at.start(http::method::put, "/api/v2/cost/budget", encode(body));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    bool may_repeat() const noexcept { return budget.id && !budget.id->empty(); }
};

/// DELETE /api/v2/cost/budget/{id}. Repeated after its response was lost, the call may get 404.
struct delete_budget {
    budget_id id{}; ///< which budget

    using endpoint_type = datadog::endpoint;
    using result_type = result<void>;

    result<http::request> request(datadog::endpoint const& at) const
    {
        auto const path = detail::budget_path(id);
        if (!path) return path.error();
        return at.start(http::method::delete_, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 204; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /api/v2/cost/budget/validate: what Datadog thinks of a budget, which it does not keep. Also a budget that
/// breaks rules of ours is sent: that is what the call is for. A budget that is not valid is no error of the call.
struct validate_budget {
    datadog::budget budget{}; ///< the budget in question

    using endpoint_type = datadog::endpoint;
    using result_type = result<budget_validation_document>;

    result<http::request> request(std::same_as<datadog::endpoint> auto const& at) const // a template, as above
    {
        return at.start(http::method::post, "/api/v2/cost/budget/validate", encode(validate_budget_request{budget}));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }

    /// Datadog responds with 400 to a budget that is not valid, and also to a request with another error.
    static bool accepts(std::same_as<http::response> auto const& answer) // likewise
    {
        return accepts(answer.status) || (answer.status == 400 && decode<budget_validation_document>(answer.body));
    }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /api/v2/cost/budget/csv/validate: whether Datadog would take a budget as CSV, which it does not keep. Errors in
/// the CSV are no error of the call.
struct validate_csv_budget {
    std::string csv{}; ///< as write_budget_csv writes it

    using endpoint_type = datadog::endpoint;
    using result_type = result<csv_validation>;
    static constexpr bool may_say_nothing = true; ///< `{}` where nothing is wrong

    /// The specification has no body for this call, and so no type of it: `text/csv`, of RFC 7111.
    result<http::request> request(datadog::endpoint const& at) const
    {
        auto made = at.start(http::method::post, "/api/v2/cost/budget/csv/validate");
        if (!made) return made;
        http::set_header(*made, "Content-Type", "text/csv");
        made->body = csv;
        return made;
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::datadog
