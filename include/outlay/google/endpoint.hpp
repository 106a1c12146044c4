#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <optional>
#include <outlay/google/api_error.hpp>
#include <outlay/google/ids.hpp>
#include <outlay/http/credentials.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/url.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/rounding.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::google {
namespace detail {

/// Whether a version is `v` and a number, `v25`.
constexpr bool is_version(std::string_view version) noexcept
{
    return version.starts_with('v') && are_digits(version.substr(1));
}

/// A time as protocol buffers write it, `30s` or `1.5s`, in whole milliseconds, rounded up; none for anything else, and
/// a day at most.
inline std::chrono::milliseconds read_delay(std::string_view text)
{
    constexpr decimal longest = 86'400;
    constexpr int places_of_milliseconds = 3;
    if (!text.ends_with('s')) return {};
    text.remove_suffix(1);
    auto const seconds = decimal::parse(text);
    if (!seconds || *seconds <= 0) return {};
    decimal const shown = (std::min)(*seconds, longest).round(places_of_milliseconds, rounding::ceiling);
    return std::chrono::milliseconds((shown * 1000).normalized().round(0).coefficient());
}

/// The longest time that an error asks to wait.
inline std::chrono::milliseconds retry_delay_of(rpc_status const& decoded)
{
    std::chrono::milliseconds longest{};
    for (google_ads_failure const& failure : decoded.details)
        for (google_ads_error const& each : failure.errors)
            if (each.details && each.details->quota_error_details && each.details->quota_error_details->retry_delay)
                longest = (std::max)(longest, read_delay(*each.details->quota_error_details->retry_delay));
    return longest;
}

} // namespace detail

/// Where calls go, and for whom: `endpoint{access_token, developer_token, customer_id}`.
struct endpoint {
    secret access_token{};                   ///< of OAuth
    secret developer_token{};                ///< of the API center of a manager account
    google::customer_id customer_id{};       ///< the account: `1234567890`, or with dashes
    google::customer_id login_customer_id{}; ///< the manager account that the user has access by, if any
    std::string base_url{"https://googleads.googleapis.com"}; ///< Google's server, or another
    bool allow_plain_http = false;                            ///< base_url may be http://, for tests
    http::token_source tokens{}; ///< OAuth's tokens, renewed as they expire, in place of access_token
    http::signer sign{};         ///< sees each finished request before it is sent
    std::string version{"v25"};  ///< of the API: the beginning of every path

    /// POST of a method of the account, such as `/campaignBudgets:mutate`; without a body if it is empty. Codes:
    /// `customer_id`, `api_version`.
    result<http::request> start(std::string_view method, std::string body = {}) const
    {
        auto const customer = digits_of(customer_id);
        if (!customer) return customer.error();
        if (!detail::is_version(version))
            return outlay::detail::unexpected("api_version", "a version of the API such as v25", version);
        std::string const path = outlay::detail::joined({"/", version, "/customers/", *customer, method});
        auto made = http::make_request(http::method::post, http::check_base_url(base_url, allow_plain_http), path,
                                       {{.name = "Authorization", .value = access_token.reveal(), .before = "Bearer "},
                                        {.name = "developer-token", .value = developer_token.reveal()},
                                        {.name = "Accept", .value = "application/json"}});
        if (made && !login_customer_id.empty()) {
            auto login = digits_of(login_customer_id);
            if (!login) return login.error();
            made->headers.push_back({.name = "login-customer-id", .value = *std::move(login), .is_public = true});
        }
        return http::with_json(std::move(made), std::move(body));
    }

    /// Google's words, and whether waiting may help, as after RESOURCE_EXHAUSTED (429), INTERNAL (500) and UNAVAILABLE
    /// (503) among the usual statuses; after a quotaError, no earlier than its retryDelay says. Source: Google Ads API,
    /// "Understand API errors" and "API limits and quotas".
    // A template, so that only what calls it compiles decode().
    static http::rejection rejection_of(std::same_as<http::response> auto const& answer)
    {
        auto const decoded = decode<api_error>(answer.body);
        bool const is_vendor_error = decoded && (decoded->error || decoded->partial_failure_error);
        return {.text = is_vendor_error ? decoded->to_string() : http::excerpt(answer.body),
                .is_transient = http::default_repeat.contains(answer.status),
                .wait_at_least = is_vendor_error && decoded->error ? detail::retry_delay_of(*decoded->error)
                                                                   : std::chrono::milliseconds(),
                .is_vendor_error = is_vendor_error};
    }
};

} // namespace outlay::inline v0_1_0::google
