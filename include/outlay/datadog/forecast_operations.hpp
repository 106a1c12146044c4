#pragma once

#include <concepts>
#include <optional>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/custom_forecast.hpp>
#include <outlay/datadog/endpoint.hpp>
#include <outlay/datadog/operations.hpp>
#include <outlay/http/message.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <utility>

// Operations (see outlay/http/operation.hpp) on the custom forecasts of budgets. Source: Datadog API reference, "Cloud
// Cost Management", where they are in preview. An id that can't be part of a URL is an error, and nothing is sent.

namespace outlay::inline v0_1_0::datadog {
namespace detail {

inline result<http::request> forecast_request(datadog::endpoint const& at, http::method method, budget_id const& of)
{
    auto const path = budget_path(of);
    if (!path) return path.error();
    return at.start(method, outlay::detail::joined({*path, "/custom-forecast"}));
}

} // namespace detail

/// GET /api/v2/cost/budget/{id}/custom-forecast. 404 if the budget has no custom forecast.
struct get_custom_forecast {
    budget_id id{}; ///< of the budget

    using endpoint_type = datadog::endpoint;
    using result_type = result<custom_forecast_document>;

    result<http::request> request(datadog::endpoint const& at) const
    {
        return detail::forecast_request(at, http::method::get, id);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// PUT /api/v2/cost/budget/custom-forecast: creates the custom forecast of a budget, or replaces all of it; without
/// entries, deletes it. A forecast that breaks a rule is not sent. A server that sends a response without a body (204)
/// leaves the document of the result empty.
struct upsert_custom_forecast {
    custom_forecast forecast{};              ///< the whole forecast
    std::optional<datadog::budget> budget{}; ///< if it is given, the forecast is compared with it before it is sent

    using endpoint_type = datadog::endpoint;
    using result_type = result<custom_forecast_document>;
    static constexpr bool may_say_nothing = true; ///< a 204 has no body

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<datadog::endpoint> auto const& at) const
    {
        upsert_custom_forecast_request const body{.data = forecast};
        report wrong = validate(body);
        if (budget) detail::compare_with_budget(forecast, *budget, "/data", wrong);
        if (!wrong.empty()) return error(error_kind::invalid, std::move(wrong));
        return at.start(http::method::put, "/api/v2/cost/budget/custom-forecast", encode(body));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 204; }
    static constexpr bool may_repeat() noexcept { return true; } // a budget has one forecast at most
};

/// DELETE /api/v2/cost/budget/{id}/custom-forecast. If it is repeated after a lost response, the result may be 404.
struct delete_custom_forecast {
    budget_id id{}; ///< of the budget

    using endpoint_type = datadog::endpoint;
    using result_type = result<void>;

    result<http::request> request(datadog::endpoint const& at) const
    {
        return detail::forecast_request(at, http::method::delete_, id);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 204; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::datadog
