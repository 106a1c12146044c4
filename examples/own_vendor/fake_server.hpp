#pragma once

#include "gcp/types.hpp"
#include <cstddef>
#include <map>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <utility>

// Google's server in a few lines, for tests. It is a transport: a function of a request that returns a response. A real
// one sends the request over a socket: outlay::transports has three.

namespace gcp {

namespace http = outlay::http;

/// The budgets of one account, for the token `good`.
class fake_server {
public:
    static constexpr std::string_view account = "billingAccounts/012345-567890-ABCDEF";
    static constexpr std::size_t page_size = 2; ///< the most of a page, whatever the request

    std::map<budget_name, budget> budgets{};
    int busy = 0; ///< the response to this many calls is 429 first

    /// Adds a budget, with the next number as its id.
    void add(budget_settings settings)
    {
        budget made{std::move(settings)};
        made.name = budget_name(std::string(account) + "/budgets/" + std::to_string(++last_id_));
        made.etag = "v1";
        budgets[made.name] = std::move(made);
    }

    /// The response to a request.
    http::response operator()(http::request const& r)
    {
        constexpr std::string_view base = "https://billingbudgets.googleapis.com/v1/";
        if (busy > 0) {
            --busy;
            return refuse(429, "RESOURCE_EXHAUSTED", "Quota exceeded");
        }
        if (r.header("Authorization") != "Bearer good") return refuse(401, "UNAUTHENTICATED", "Invalid credentials");
        std::string_view const url = std::string_view(r.url).substr(base.size());
        std::string_view const path = url.substr(0, url.find('?'));
        std::string_view const query = path == url ? std::string_view() : url.substr(path.size() + 1);
        if (!path.starts_with(account)) return refuse(403, "PERMISSION_DENIED", "The caller does not have permission");
        if (path.ends_with("/budgets")) return r.method == http::method::get ? list(query) : create(r.body);

        auto const found = budgets.find(budget_name(path));
        if (r.method == http::method::delete_) {
            if (found != budgets.end()) budgets.erase(found);
            return {.status = 200, .body = "{}"};
        }
        if (found == budgets.end()) return refuse(404, "NOT_FOUND", "Requested entity was not found.");
        if (r.method == http::method::patch) return update(found->second, query, r.body);
        return {.status = 200, .body = outlay::encode(found->second)};
    }

private:
    static http::response refuse(int status, std::string code, std::string message)
    {
        return {.status = status,
                .body = outlay::encode(
                    api_error{error_body{.code = status, .status = std::move(code), .message = std::move(message)}})};
    }

    /// The token of a page is the name of the budget before it.
    http::response list(std::string_view query) const
    {
        budget_page page;
        constexpr std::string_view name = "pageToken=";
        auto const token = query.find(name);
        auto at = budgets.begin();
        if (token != query.npos) at = budgets.upper_bound(name_of(query.substr(token + name.size())));
        for (; at != budgets.end() && page.budgets.size() < page_size; ++at) page.budgets.push_back(at->second);
        if (at != budgets.end()) page.next_page_token = std::string(id_of(page.budgets.back().name));
        return {.status = 200, .body = outlay::encode(page)};
    }

    http::response create(std::string const& body)
    {
        auto asked = outlay::decode<new_budget>(body);
        if (!asked) return refuse(400, "INVALID_ARGUMENT", asked.error().message());
        add(std::move(*asked));
        return {.status = 200, .body = outlay::encode(budgets.rbegin()->second)};
    }

    /// Supports the masks of names and amounts.
    static http::response update(budget& of, std::string_view query, std::string const& body)
    {
        auto const change = outlay::decode<budget_change>(body);
        if (!change) return refuse(400, "INVALID_ARGUMENT", change.error().message());
        if (change->etag && change->etag != of.etag) return refuse(409, "ABORTED", "The budget has changed since.");
        if (query.find("displayName") != query.npos) of.display_name = change->display_name;
        if (query.find("amount.") != query.npos) of.amount = change->amount;
        of.etag = "v" + std::to_string(std::stoi(of.etag->substr(1)) + 1);
        return {.status = 200, .body = outlay::encode(of)};
    }

    static budget_name name_of(std::string_view id)
    {
        return budget_name(std::string(account) + "/budgets/" + std::string(id));
    }
    static std::string_view id_of(budget_name const& name)
    {
        return std::string_view(name.str()).substr(name.str().rfind('/') + 1);
    }

    int last_id_ = 0;
};

} // namespace gcp
