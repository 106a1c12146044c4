#pragma once

#include <concepts>
#include <outlay/amazon/api_error.hpp>
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
#include <vector>

namespace outlay::inline v0_1_0::amazon {

/// The part of the world that an advertiser's account is in.
enum class region : unsigned char { north_america, europe, far_east };

/// The server of a region; empty for a value that is no region. Source: Amazon Ads, "API endpoints".
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
    amazon::region region{};  ///< whose server is called, unless base_url names another
    std::string client_id{};  ///< of the application, from Login with Amazon; no secret
    secret access_token{};    ///< from Login with Amazon, good for an hour; not used if there are `tokens`
    std::string profile_id{}; ///< of the advertiser in a country: whose campaigns, currency and time zone; no secret
    std::string base_url{};   ///< another server than the region's, such as `https://proxy.example.com/ads`
    bool allow_plain_http = false; ///< base_url may be http://, for tests
    http::token_source tokens{};   ///< access tokens that are renewed as they expire, in place of access_token
    http::signer sign{};           ///< sees each finished request before it is sent
    std::string account_id{};      ///< of the advertiser, in the unified API; empty: by profile_id alone; no secret

    /// A request without a body yet, whose body and reply have this media type.
    result<http::request> start(http::method method, std::string_view path, std::string_view media_type) const
    {
        return http::make_request(method, server(), path,
                                  {{.name = "Authorization", .value = access_token.reveal(), .before = "Bearer "},
                                   {.name = "Amazon-Advertising-API-ClientId", .value = client_id, .is_public = true},
                                   {.name = "Amazon-Advertising-API-Scope", .value = profile_id, .is_public = true},
                                   {.name = "Content-Type", .value = media_type},
                                   {.name = "Accept", .value = media_type}});
    }

    /// A request of the unified API without a body yet. Of account and profile, the header of one that is empty is left
    /// out.
    result<http::request> start_unified(http::method method, std::string_view path) const
    {
        constexpr std::string_view account = "Amazon-Ads-AccountId";
        constexpr std::string_view profile = "Amazon-Advertising-API-Scope";
        constexpr std::string_view media_type = "application/json";
        auto made = http::make_request(method, server(), path,
                                       {{.name = "Authorization", .value = access_token.reveal(), .before = "Bearer "},
                                        {.name = "Amazon-Ads-ClientId", .value = client_id, .is_public = true},
                                        {.name = account, .value = account_id, .is_public = true},
                                        {.name = profile, .value = profile_id, .is_public = true},
                                        {.name = "Content-Type", .value = media_type},
                                        {.name = "Accept", .value = media_type}});
        if (made)
            std::erase_if(made->headers, [&](http::header const& h) {
                return h.value.empty() && (h.name == account || h.name == profile);
            });
        return made;
    }

    /// `THROTTLED: Too many requests (request id 4711)`, or the beginning of a body that has another form.
    // A template, so that only what calls it compiles decode().
    static http::rejection rejection_of(std::same_as<http::response> auto const& answer)
    {
        auto const decoded = decode<api_error>(answer.body);
        std::string text = decoded ? decoded->to_string() : std::string();
        bool const is_vendor_error = !text.empty();
        if (!is_vendor_error) text = http::excerpt(answer.body);
        auto id = answer.header("x-amz-request-id");
        if (!id) id = answer.header("x-amzn-RequestId");
        if (id) text += outlay::detail::joined({" (request id ", *id, ")"});
        return {.text = std::move(text),
                .is_transient = http::default_repeat.contains(answer.status),
                .is_vendor_error = is_vendor_error};
    }

private:
    result<std::string_view> server() const
    {
        if (!base_url.empty()) return http::check_base_url(base_url, allow_plain_http);
        if (auto const url = amazon::base_url(region); !url.empty()) return url;
        return error(error_kind::invalid, "region", "the endpoint's region is none of Amazon's, and base_url is empty");
    }
};

} // namespace outlay::inline v0_1_0::amazon
