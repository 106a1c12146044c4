#pragma once

#include "types.hpp"
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <utility>

// The server, the account and the credentials of calls, and the meaning of Google's answers. An endpoint is a plain
// struct; outlay looks for these names in it: rejection_of (required), tokens, sign and quota_of.

namespace gcp {

namespace http = outlay::http;

/// `endpoint{.billing_account = "012345-567890-ABCDEF", .tokens = source}`
struct endpoint {
    std::string billing_account{}; ///< `012345-567890-ABCDEF`; no secret
    http::token_source tokens{};   ///< OAuth's access tokens: asked before a call, and again after a 401
    outlay::secret access_token{}; ///< in place of a source
    std::string base_url{"https://billingbudgets.googleapis.com"};
    bool allow_plain_http = false; ///< base_url may be http://, for tests

    /// A request with this body; without one if it is empty.
    outlay::result<http::request> start(http::method method, std::string_view path, std::string body = {}) const
    {
        return http::with_json(
            http::make_request(method, http::check_base_url(base_url, allow_plain_http), path,
                               {{.name = "Authorization", .value = access_token.reveal(), .before = "Bearer "},
                                {.name = "Accept", .value = "application/json"}}),
            std::move(body));
    }

    /// `/v1/billingAccounts/{account}/budgets`
    outlay::result<std::string> budgets_path() const
    {
        auto const account = http::path_segment(billing_account);
        if (!account) return account.error();
        return "/v1/billingAccounts/" + *account + "/budgets";
    }

    /// Google's words, and whether waiting may help: 429, 500 and 503 pass, among others.
    static http::rejection rejection_of(http::response const& answer)
    {
        auto const body = outlay::decode<api_error>(answer.body);
        bool const is_error = body && body->error;
        return {.text = is_error ? body->error->status.value_or("error") + ": " + body->error->message.value_or("")
                                 : http::excerpt(answer.body),
                .is_transient = http::default_repeat.contains(answer.status),
                .is_vendor_error = is_error};
    }
};

/// `/v1/billingAccounts/{account}/budgets/{id}`. A name of another form, or one that could lead elsewhere, is an error.
inline outlay::result<std::string> path_of(budget_name const& name)
{
    constexpr std::string_view before = "billingAccounts/";
    constexpr std::string_view between = "/budgets/";
    std::string_view const text = name.str();
    auto const middle = text.find(between);
    if (!text.starts_with(before) || middle == text.npos)
        return outlay::error(outlay::error_kind::invalid, "budget_name",
                             "expected a name such as billingAccounts/012345-567890-ABCDEF/budgets/1");
    auto const account = http::path_segment(text.substr(before.size(), middle - before.size()));
    if (!account) return account.error();
    auto const id = http::path_segment(text.substr(middle + between.size()));
    if (!id) return id.error();
    return "/v1/billingAccounts/" + *account + "/budgets/" + *id;
}

} // namespace gcp
