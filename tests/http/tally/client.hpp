#pragma once

#include "endpoint.hpp"
#include "operations.hpp"
#include "types.hpp"
#include <outlay/http.hpp>
#include <string>
#include <utility>
#include <vector>

namespace tally {

/// Tally, through any transport, with or without coroutines: a function for each operation.
///
///     tally::client client{transport, tally::endpoint{.account = "acme", .tokens = source}};
///     auto all = client.read_spend({{"p1"}, {"p2"}});
template<class Transport, template<class...> class Task = http::no_task>
class client : public http::basic_client<Transport, Task, endpoint> {
public:
    using client::basic_client::basic_client;

    Task<outlay::result<plan>> get_plan(plan_id id) { return this->run(tally::get_plan{std::move(id)}); }

    Task<outlay::batch<spend, spend_error>> read_spend(std::vector<plan_ref> plans)
    {
        return this->run(tally::read_spend{std::move(plans)});
    }

    Task<outlay::batch<plan, create_error>> create_plans(std::vector<plan> plans)
    {
        return this->run(tally::create_plans{std::move(plans)});
    }

    Task<outlay::batch<update_row, update_row>> update_plans(std::vector<plan> plans)
    {
        return this->run(tally::update_plans{std::move(plans)});
    }

    Task<outlay::batch<closed_plan, close_problem>> close_plans(std::vector<plan_id> plans)
    {
        return this->run(tally::close_plans{std::move(plans)});
    }

    Task<outlay::result<outlay::listing<plan_page>>> list_plans() { return this->run(tally::list_plans{}); }

    Task<outlay::result<outlay::listing<search_page>>> search_plans(std::string text)
    {
        return this->run(tally::search_plans{std::move(text)});
    }

    Task<outlay::result<outlay::listing<invoice_page>>> list_invoices() { return this->run(tally::list_invoices{}); }
};

template<class Transport>
client(Transport&&, endpoint, http::call_options = {}) -> client<Transport>;

} // namespace tally
