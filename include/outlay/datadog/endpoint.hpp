#pragma once

#include <concepts>
#include <outlay/datadog/api_errors.hpp>
#include <outlay/datadog/site.hpp>
#include <outlay/http/credentials.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/url.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::datadog {

/// Where calls go, and for whom: `endpoint{site::eu1, api_key, app_key}`.
struct endpoint {
    datadog::site site{};          ///< whose server is called, unless base_url names another
    secret api_key{};              ///< of the organization
    secret app_key{};              ///< of a user of it
    std::string base_url{};        ///< another server than the site's, such as `https://proxy.example.com/datadog`
    bool allow_plain_http = false; ///< base_url may be http://, for tests
    http::signer sign{};           ///< sees each finished request before it is sent

    /// A request with this body; without one if it is empty.
    result<http::request> start(http::method method, std::string_view path, std::string body = {}) const
    {
        if (base_url.empty() && host(site).empty())
            return error(error_kind::invalid, "site",
                         "the endpoint's site is none of Datadog's, and base_url is empty");
        std::string const server = base_url.empty() ? outlay::detail::joined({"https://", host(site)}) : base_url;
        return http::with_json(http::make_request(method, http::check_base_url(server, allow_plain_http), path,
                                                  {{.name = "DD-API-KEY", .value = api_key.reveal()},
                                                   {.name = "DD-APPLICATION-KEY", .value = app_key.reveal()},
                                                   {.name = "Accept", .value = "application/json"}}),
                               std::move(body));
    }

    /// All errors of the body, and the name of the limit that was reached. 429 says by X-RateLimit-Reset how long to
    /// wait. Source: Datadog API reference, "Rate limits".
    // A template, so that only what calls it compiles decode().
    static http::rejection rejection_of(std::same_as<http::response> auto const& answer)
    {
        auto const decoded = decode<api_errors>(answer.body);
        std::string text;
        if (decoded)
            for (api_error const& one : decoded->errors)
                text += outlay::detail::joined({text.empty() ? "" : "; ", one.to_string()});
        bool const is_vendor_error = !text.empty();
        if (!is_vendor_error) text = http::excerpt(answer.body);
        if (auto const limit = answer.header("X-RateLimit-Name"))
            text += outlay::detail::joined({" (limit ", *limit, ")"});
        return {.text = std::move(text),
                .is_transient = http::default_repeat.contains(answer.status),
                .is_vendor_error = is_vendor_error};
    }
};

} // namespace outlay::inline v0_1_0::datadog
