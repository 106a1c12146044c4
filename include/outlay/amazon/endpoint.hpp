#pragma once

#include <concepts>
#include <outlay/amazon/api_error.hpp>
#include <outlay/http/detail/head.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/http/url.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::amazon {

/// Where an advertiser's account is.
enum class region : unsigned char { north_america, europe, far_east };

/// The server of a region. Source: Amazon Ads, "API endpoints".
constexpr std::string_view base_url(region of) noexcept
{
    switch (of) {
    case region::north_america: return "https://advertising-api.amazon.com";
    case region::europe: return "https://advertising-api-eu.amazon.com";
    case region::far_east: return "https://advertising-api-fe.amazon.com";
    }
    return {};
}

/// Where calls go, and for whom: `endpoint{region::europe, client_id, access_token, profile_id}`.
struct endpoint {
    amazon::region region{};       ///< whose server is called, unless base_url names another
    std::string client_id{};       ///< of the application, from Login with Amazon
    secret access_token{};         ///< which Login with Amazon gives out for an hour
    std::string profile_id{};      ///< of the advertiser in a country: whose campaigns, currency and time zone
    std::string base_url{};        ///< another server than the region's, such as `https://proxy.example.com/ads`
    bool allow_plain_http = false; ///< base_url may be http://, for tests

    /// A request without a body yet, whose body and reply have this media type.
    result<http::request> start(http::method method, std::string_view path, std::string_view media_type) const
    {
        auto const server =
            base_url.empty() ? amazon::base_url(region) : http::check_base_url(base_url, allow_plain_http);
        return http::detail::make_request(method, server, path,
                                          {{"Authorization", access_token.reveal(), "Bearer "},
                                           {"Amazon-Advertising-API-ClientId", client_id},
                                           {"Amazon-Advertising-API-Scope", profile_id},
                                           {"Content-Type", media_type},
                                           {"Accept", media_type}});
    }

    /// `THROTTLED: Too many requests (request id 4711)`, or the beginning of a body that has another form.
    // A template, so that only what calls it compiles decode().
    static http::refusal refusal_of(std::same_as<http::response> auto const& answer)
    {
        auto const told = decode<api_error>(answer.body);
        std::string text = told ? told->to_string() : std::string();
        if (text.empty()) text = http::excerpt(answer.body);
        auto id = answer.header("x-amz-request-id");
        if (!id) id = answer.header("x-amzn-RequestId");
        if (id) text += outlay::detail::joined({" (request id ", *id, ")"});
        return {.text = std::move(text), .is_transient = http::is_transient(answer.status)};
    }
};

} // namespace outlay::amazon
