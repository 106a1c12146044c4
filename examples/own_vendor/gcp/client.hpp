#pragma once

#include "endpoint.hpp"
#include "operations.hpp"
#include "types.hpp"
#include <outlay/http.hpp>
#include <utility>

namespace gcp {

/// Google Cloud's budgets, through any transport, with or without coroutines: a function for each operation.
///
///     gcp::client client{transport, gcp::endpoint{.billing_account = "012345-567890-ABCDEF", .tokens = source}};
///     auto all = client.list_budgets();
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    /// Returns the budgets of all pages, `page_size` at a time.
    Task<outlay::result<outlay::listing<budget_page>>> list_budgets(int page_size = 100)
    {
        return this->run(gcp::list_budgets{page_size});
    }

    /// Returns one budget, by its name.
    Task<outlay::result<budget>> get_budget(budget_name name) { return this->run(gcp::get_budget{std::move(name)}); }

    /// Returns the budget with its name. A budget that breaks a rule is not sent.
    Task<outlay::result<budget>> create_budget(new_budget body)
    {
        return this->run(gcp::create_budget{std::move(body)});
    }

    /// Changes the members that `body` has, and no others.
    Task<outlay::result<budget>> update_budget(budget_name name, budget_change body)
    {
        return this->run(gcp::update_budget{.name = std::move(name), .body = std::move(body)});
    }

    /// Succeeds for a budget that is deleted already.
    Task<outlay::result<void>> delete_budget(budget_name name)
    {
        return this->run(gcp::delete_budget{std::move(name)});
    }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace gcp
