#pragma once

#include "endpoint.hpp"
#include "operations.hpp"
#include "types.hpp"
#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Tally's server in a few lines. It is a transport: a function of a request that returns a response.

namespace tally {

class fake_server {
public:
    static constexpr std::string_view base = "https://api.tally.example/v1";
    static constexpr int calls_in_a_window = 100;

    int calls = 0;                      ///< that were received
    std::string good_token{"token-1"};  ///< the response to any other is 401
    int busy_at = 0;                    ///< the response to the call with this number is 529
    int calls_left = calls_in_a_window; ///< in the window; then the client has to wait for the next

    /// So many plans: `p1`, `p2` ... A plan whose number ends in 7 does not exist.
    explicit fake_server(std::size_t plans)
    {
        for (std::size_t i = 1; i <= plans; ++i) {
            std::string const number = std::to_string(i);
            if (number.back() == '7') continue;
            plans_[plan_id("p" + number)] = {
                .id = "p" + number, .name = "Plan " + number, .amount = outlay::decimal(static_cast<int>(100 * i))};
        }
    }

    http::response operator()(http::request const& r)
    {
        ++calls;
        if (calls_left == 0) calls_left = calls_in_a_window; // the next window
        --calls_left;
        http::response answer = answer_to(r);
        answer.headers.push_back({.name = "Content-Type", .value = "application/json"});
        answer.headers.push_back({.name = "Tally-Calls-Left", .value = std::to_string(calls_left)});
        answer.headers.push_back({.name = "Tally-Window-Ends-In", .value = "5"});
        return answer;
    }

private:
    static http::response json(int status, std::string body) { return {.status = status, .body = std::move(body)}; }

    static http::response refuse(int status, std::string code, std::string message)
    {
        return json(status, outlay::encode(api_error{std::move(code), std::move(message)}));
    }

    http::response answer_to(http::request const& r) const
    {
        if (calls == busy_at) return refuse(529, "BUSY", "come back in two seconds");
        if (r.header("Authorization") != "Bearer " + good_token) return refuse(401, "BAD_TOKEN", "expired");
        if (r.header("Tally-Checksum") != checksum_of(r)) return refuse(400, "BAD_CHECKSUM", "not of this request");
        std::string_view const path = std::string_view(r.url).substr(base.size());
        if (r.method == http::method::get && path.starts_with("/plans?")) return page_of_plans(path);
        if (r.method == http::method::get && path == "/plans") return page_of_plans("/plans?after=");
        if (r.method == http::method::get && path.starts_with("/plans/")) return plan_at(path);
        if (r.method == http::method::get && path.starts_with("/invoices")) return page_of_invoices(path);
        if (path == "/spend") return spend_of(r.body);
        if (path == "/plans/close") return close(r.body);
        if (path == "/plans/search") return search(r.body);
        if (path == "/plans") return r.method == http::method::post ? create(r.body) : update(r.body);
        return refuse(404, "NO_SUCH_PATH", std::string(path));
    }

    http::response plan_at(std::string_view path) const
    {
        auto const found = plans_.find(plan_id(path.substr(path.rfind('/') + 1)));
        if (found == plans_.end()) return refuse(404, "NO_SUCH_PLAN", std::string(path));
        return json(200, outlay::encode(found->second));
    }

    /// In the reverse order of the request, and one error for all that are missing.
    http::response spend_of(std::string const& body) const
    {
        spend_reply reply;
        spend_error missing{.code = "NO_SUCH_PLAN", .message = "these plans do not exist"};
        for (plan_ref const& asked : outlay::decode<spend_request>(body).value().inputs) {
            if (auto const found = plans_.find(asked.id); found != plans_.end())
                reply.results.insert(reply.results.begin(),
                                     {.id = asked.id, .spent = *found->second.amount * outlay::decimal(2)});
            else missing.ids.push_back(asked.id);
        }
        if (!missing.ids.empty()) reply.errors.push_back(std::move(missing));
        return json(207, outlay::encode(reply));
    }

    /// A plan of more than 1000 is refused.
    http::response create(std::string const& body) const
    {
        create_reply reply;
        error_detail refused;
        auto const asked = outlay::decode<create_request>(body).value().plans;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            bool const is_good = asked[i].amount && *asked[i].amount <= 1000;
            reply.results.emplace_back();
            if (is_good) reply.results.back() = {.id = "new" + std::to_string(i), .name = asked[i].name};
            else
                refused.errors.push_back(
                    {.message = "more than 1000",
                     .location = error_location{{{.name = "plans", .index = i}, {.name = "amount"}}}});
        }
        if (!refused.errors.empty()) reply.failure = partial_failure{{std::move(refused)}};
        return json(207, outlay::encode(reply));
    }

    http::response update(std::string const& body) const
    {
        update_reply reply;
        for (plan const& asked : outlay::decode<update_request>(body).value().plans) {
            bool const is_there = asked.id && plans_.contains(*asked.id);
            reply.responses.push_back(is_there ? update_row{.code = "OK", .id = asked.id}
                                               : update_row{.code = "NO_SUCH_PLAN", .message = "look it up first"});
        }
        return json(207, outlay::encode(reply));
    }

    /// A plan whose number ends in 5 has an open order.
    http::response close(std::string const& body) const
    {
        close_reply reply;
        for (plan_id const& id : outlay::decode<close_request>(body).value().ids) {
            if (!plans_.contains(id)) reply.not_closed.push_back({.id = id, .reasons = {"no such plan"}});
            else if (id.str().back() == '5')
                reply.partly_closed.push_back(
                    {.id = id, .left_over = outlay::decimal(12), .reasons = {"an order is still open"}});
            else reply.closed.push_back({.id = id, .left_over = outlay::decimal(0)});
        }
        return json(207, outlay::encode(reply));
    }

    /// Up to three plans after the one that the query names.
    http::response page_of_plans(std::string_view path) const
    {
        plan_page page;
        auto at = plans_.begin();
        if (auto const after = path.substr(path.find('=') + 1); !after.empty()) at = plans_.upper_bound(plan_id(after));
        for (; at != plans_.end() && page.plans.size() < 3; ++at) page.plans.push_back(at->second);
        if (at != plans_.end()) page.paging = tally::paging{.after = page.plans.back().id->str()};
        return json(200, outlay::encode(page));
    }

    /// One hit a page.
    http::response search(std::string const& body) const
    {
        auto const asked = outlay::decode<search_request>(body).value();
        search_page page;
        for (auto const& [id, one] : plans_) {
            if (asked.resume_from && id.str() < *asked.resume_from) continue;
            if (one.name->find(asked.text) == std::string::npos) continue;
            if (!page.hits.empty()) page.continues_at = id.str();
            if (!page.hits.empty()) break;
            page.hits.push_back(one);
        }
        return json(200, outlay::encode(page));
    }

    /// Three pages; the last names a fourth on another server, as if a proxy had been at work.
    static http::response page_of_invoices(std::string_view path)
    {
        if (path == "/invoices")
            return json(200, outlay::encode(
                                 invoice_page{{{"i1", outlay::decimal(10)}}, std::string(base) + "/invoices?page=2"}));
        if (path == "/invoices?page=2")
            return json(200, outlay::encode(invoice_page{{{"i2", outlay::decimal(20)}}, "/v1/invoices?page=3"}));
        return json(200, outlay::encode(invoice_page{{{"i3", outlay::decimal(30)}},
                                                     "https://api.tally.example.invalid/v1/invoices?page=4"}));
    }

    std::map<plan_id, plan> plans_{};
};

} // namespace tally
