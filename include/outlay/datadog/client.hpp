#pragma once

#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_validation.hpp>
#include <outlay/datadog/csv_validation.hpp>
#include <outlay/datadog/custom_forecast.hpp>
#include <outlay/datadog/endpoint.hpp>
#include <outlay/datadog/forecast_operations.hpp>
#include <outlay/datadog/operations.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/http/client.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <utility>

namespace outlay::inline v0_1_0::datadog {

/// Cloud cost budgets, through a transport of one's own:
///
///     datadog::client client{transport, datadog::endpoint{datadog::site::eu1, api_key, app_key}};
///     auto document = client.get_budget(id);
///
/// A transport that is an lvalue is referred to and must outlive the client; else it is kept. With a task template,
/// `client<Transport, boost::asio::awaitable>`, the transport is an async_transport, and the functions return tasks of
/// the same results; the client must outlive these.
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// A budget with its entries.
    Task<result<budget_document>> get_budget(budget_id id)
    {
        return this->run(datadog::get_budget{.id = std::move(id)});
    }

    /// The same with the further members of get_budget, such as actual costs.
    Task<result<budget_document>> get_budget(datadog::get_budget what) { return this->run(std::move(what)); }

    /// All budgets, without their entries. A budget that can't be read is left out: see listing::is_complete().
    Task<result<listing<budget_list_document>>> list_budgets() { return this->run(datadog::list_budgets{}); }

    /// Updates the budget with this id, or creates one if it has none. After a failure with the code
    /// `outcome_unknown` of a creation, the budget may exist.
    Task<result<budget_document>> upsert_budget(budget what)
    {
        return this->run(datadog::upsert_budget{std::move(what)});
    }

    /// Deletes a budget. A 404 may mean that an earlier attempt did, whose response was lost.
    Task<result<void>> delete_budget(budget_id id) { return this->run(datadog::delete_budget{std::move(id)}); }

    /// Whether Datadog would take a budget. The reply says why it would not.
    Task<result<budget_validation_document>> validate_budget(budget what)
    {
        return this->run(datadog::validate_budget{std::move(what)});
    }

    /// The errors that Datadog finds in a budget as CSV, which write_budget_csv writes.
    Task<result<csv_validation>> validate_csv_budget(std::string csv)
    {
        return this->run(datadog::validate_csv_budget{std::move(csv)});
    }

    /// The custom forecast of the budget with this id. 404 if it has none.
    Task<result<custom_forecast_document>> get_custom_forecast(budget_id id)
    {
        return this->run(datadog::get_custom_forecast{std::move(id)});
    }

    /// Creates the custom forecast of the budget that it names, or replaces all of it; without entries, deletes it. The
    /// document is empty if the server sends a response without a body.
    Task<result<custom_forecast_document>> upsert_custom_forecast(custom_forecast what)
    {
        return this->run(datadog::upsert_custom_forecast{.forecast = std::move(what)});
    }

    /// The same, but sends nothing that does not fit the budget: see `validate(forecast, budget)`.
    Task<result<custom_forecast_document>> upsert_custom_forecast(custom_forecast what, budget of)
    {
        return this->run(datadog::upsert_custom_forecast{.forecast = std::move(what), .budget = std::move(of)});
    }

    /// Deletes the custom forecast of the budget with this id, so that Datadog's own counts. A 404 may mean that an
    /// earlier attempt did, whose response was lost.
    Task<result<void>> delete_custom_forecast(budget_id id)
    {
        return this->run(datadog::delete_custom_forecast{std::move(id)});
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace outlay::inline v0_1_0::datadog
