#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <outlay/http/credentials.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/url.hpp>
#include <outlay/hubspot/api_error.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::hubspot {
namespace detail {

/// The statuses after which a later attempt may succeed: HubSpot's own, and 520 to 524 of its gateway.
inline constexpr http::status_set transient =
    http::default_repeat | http::status_set{423, 477, 520, 521, 522, 523, 524};

/// The wait that HubSpot's documentation names after a status: two seconds for 423, "a few" for the gateway's.
constexpr std::chrono::milliseconds wait_after(int status) noexcept
{
    if (status == 423) return std::chrono::seconds(2);
    bool const is_gateway = status == 502 || status == 503 || status == 504 || status == 521;
    return std::chrono::seconds(is_gateway ? 5 : 0);
}

/// Whether a version is a year and a month, `2026-03`, or a beta of one, `2026-09-beta`.
constexpr bool is_dated_version(std::string_view version) noexcept
{
    constexpr std::string_view form = "dddd-dd"; // d: a digit
    constexpr std::string_view beta = "-beta";
    if (version.ends_with(beta)) version.remove_suffix(beta.size());
    return std::equal(version.begin(), version.end(), form.begin(), form.end(),
                      [](char c, char wanted) { return wanted == 'd' ? outlay::detail::is_digit(c) : c == wanted; });
}

/// Whether a body is an error, and not just something that has a member in common with one.
inline bool is_error(api_error const& decoded)
{
    return decoded.status == "error" || decoded.category || decoded.error_type ||
           (decoded.message && decoded.correlation_id);
}

/// Whether it is the limit of the day that was reached.
inline bool is_daily_limit(http::response const& answer, api_error const& decoded)
{
    if (decoded.policy_name) return *decoded.policy_name == rate_limit_policy::daily;
    return answer.header("X-HubSpot-RateLimit-Daily-Remaining") == "0";
}

/// The window that requests are counted over: ten seconds, unless the reply has another.
inline std::chrono::milliseconds rolling_window(http::response const& answer)
{
    constexpr std::size_t usual = 10'000;
    constexpr std::size_t longest = 86'400'000; // a day, beyond which it is no window of seconds
    auto const interval = http::read_count(answer.header("X-HubSpot-RateLimit-Interval-Milliseconds"));
    return std::chrono::milliseconds((std::min)(interval.value_or(usual), longest));
}

} // namespace detail

/// Where calls go, and for whom: `endpoint{access_token}`.
struct endpoint {
    secret access_token{};                          ///< of a private app, or from OAuth
    std::string base_url{"https://api.hubapi.com"}; ///< HubSpot's server, or another
    bool allow_plain_http = false;                  ///< base_url may be http://, for tests
    http::token_source tokens{}; ///< OAuth's tokens, renewed as they expire, in place of access_token
    http::signer sign{};         ///< sees each finished request before it is sent
    /// The version of HubSpot's API, a part of every path: `2026-03`, `2026-09-beta` or `v3`. All have the same bodies.
    std::string version{"2026-03"};

    /// The path that those of all calls begin with, `/marketing/campaigns/2026-03`, or `/marketing/v3/campaigns`. Code:
    /// `api_version`.
    result<std::string> campaigns_path() const
    {
        if (version == "v3") return std::string("/marketing/v3/campaigns");
        if (detail::is_dated_version(version)) return outlay::detail::joined({"/marketing/campaigns/", version});
        return outlay::detail::unexpected("api_version", "a version of HubSpot's API such as 2026-03", version);
    }

    /// A request with this body; without one if it is empty.
    result<http::request> start(http::method method, std::string_view path, std::string body = {}) const
    {
        return http::with_json(
            http::make_request(method, http::check_base_url(base_url, allow_plain_http), path,
                               {{.name = "Authorization", .value = access_token.reveal(), .before = "Bearer "},
                                {.name = "Accept", .value = "application/json"}}),
            std::move(body));
    }

    /// The error of the body, and whether a later attempt may succeed: 423 in 2 seconds or more, 429 in ten unless it
    /// is the limit of the day, 477 when Retry-After says, 502, 503, 504 and 521 in "a few seconds", and what its
    /// gateway means by 520 and 524. Source: HubSpot API reference, "Error handling" and "Usage guidelines".
    // A template, so that only what calls it compiles decode().
    static http::rejection rejection_of(std::same_as<http::response> auto const& answer)
    {
        auto const decoded = decode<api_error>(answer.body);
        bool const is_vendor_error = decoded && *decoded != api_error();
        int const status = answer.status;
        http::rejection why{.text = is_vendor_error ? decoded->to_string() : http::excerpt(answer.body),
                            .is_transient = detail::transient.contains(status),
                            .wait_at_least = detail::wait_after(status),
                            .is_vendor_error = decoded && detail::is_error(*decoded)};
        if (status == 429 && detail::is_daily_limit(answer, decoded ? *decoded : api_error())) {
            why.is_final = true;
            why.text += "; not repeated, as this limit is for the day";
        } else if (status == 429) {
            why.wait_at_least = detail::rolling_window(answer);
        }
        return why;
    }

    /// How many calls are left in the window of ten seconds.
    static http::quota quota_of(http::response const& answer, std::chrono::system_clock::time_point)
    {
        return {.remaining = http::read_count(answer.header("X-HubSpot-RateLimit-Remaining")),
                .reset = detail::rolling_window(answer)};
    }
};

} // namespace outlay::inline v0_1_0::hubspot
