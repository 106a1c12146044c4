#pragma once

#include <charconv>
#include <chrono>
#include <concepts>
#include <outlay/http/detail/head.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/http/url.hpp>
#include <outlay/hubspot/api_error.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::hubspot {
namespace detail {

/// Whether it is the limit of the day that was reached.
inline bool is_daily_limit(http::response const& answer, api_error const& told)
{
    if (told.policy_name) return *told.policy_name == rate_limit_policy::daily;
    return answer.header("X-HubSpot-RateLimit-Daily-Remaining") == "0";
}

/// The window that requests are counted over: ten seconds, unless the reply has another.
inline std::chrono::milliseconds rolling_window(http::response const& answer)
{
    long ms = 10'000;
    if (auto const told = answer.header("X-HubSpot-RateLimit-Interval-Milliseconds"))
        std::from_chars(told->data(), told->data() + told->size(), ms);
    return std::chrono::milliseconds(ms);
}

} // namespace detail

/// Where calls go, and for whom: `endpoint{access_token}`.
struct endpoint {
    secret access_token{};                          ///< of a private app, or from OAuth
    std::string base_url{"https://api.hubapi.com"}; ///< HubSpot's server, or another
    bool allow_plain_http = false;                  ///< base_url may be http://, for tests

    /// A request with this body; without one if it is empty.
    result<http::request> start(http::method method, std::string_view path, std::string body = {}) const
    {
        auto made = http::detail::make_request(
            method, http::check_base_url(base_url, allow_plain_http), path,
            {{"Authorization", access_token.reveal(), "Bearer "}, {"Accept", "application/json"}});
        if (made && !body.empty()) {
            made->headers.push_back({"Content-Type", "application/json"});
            made->body = std::move(body);
        }
        return made;
    }

    /// What HubSpot says, and what may go away by waiting: 423 in 2 seconds or more, 429 in ten unless it is the limit
    /// of the day, 477 when Retry-After says, and 502, 503, 504 and 521. Source: HubSpot API reference, "Error
    /// handling" and "Usage guidelines".
    // A template, so that only what calls it compiles decode().
    static http::refusal refusal_of(std::same_as<http::response> auto const& answer)
    {
        auto const told = decode<api_error>(answer.body);
        bool const is_told = told && *told != api_error();
        http::refusal why{.text = is_told ? told->to_string() : http::excerpt(answer.body)};
        int const status = answer.status;
        why.is_transient = http::is_transient(status) || status == 423 || status == 477 || status == 521;
        if (status == 423) why.wait_at_least = std::chrono::seconds(2);
        if (status == 429 && detail::is_daily_limit(answer, told ? *told : api_error())) {
            why.is_transient = false;
            why.text += "; not repeated, as this limit is for the day";
        } else if (status == 429) {
            why.wait_at_least = detail::rolling_window(answer);
        }
        return why;
    }
};

} // namespace outlay::hubspot
