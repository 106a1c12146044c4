#pragma once

#include "lwa_tokens.hpp"
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <utility>

// Amazon's two servers in a few lines: Login with Amazon, which issues tokens, and Amazon Ads, which requires one.

namespace lwa {

class fake_server {
public:
    static constexpr std::chrono::seconds lifetime{3600};

    std::chrono::system_clock::time_point now{std::chrono::seconds(1'800'000'000)}; ///< the program advances it
    std::string refresh_token{"Atzr|refresh"};                                      ///< any other is rejected
    std::size_t revoked_before_call = 0; ///< the token is revoked before the call of Ads with this number
    std::size_t calls = 0;               ///< of Amazon Ads, rejected ones included
    std::size_t refused = 0;             ///< of these, with 401
    std::size_t tokens = 0;              ///< issued so far

    http::response operator()(http::request const& r)
    {
        if (r.url.ends_with("/auth/o2/token")) return give_token(r.body);
        ++calls;
        if (calls == revoked_before_call) good_token_ = "none";
        if (r.header("Authorization") != "Bearer " + good_token_ || now >= good_until_) {
            ++refused;
            return json(401, R"({"code":"UNAUTHORIZED","details":"Not authorized to access this advertiser"})");
        }
        return usage(r.body);
    }

private:
    static http::response json(int status, std::string body)
    {
        return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
    }

    http::response give_token(std::string const& form)
    {
        std::string wanted = "grant_type=refresh_token&client_id=client&client_secret=client-secret&refresh_token=";
        http::append_encoded(wanted, refresh_token);
        if (form != wanted)
            return json(400, R"({"error":"invalid_grant",)"
                             R"("error_description":"The request has an invalid grant parameter : refresh_token"})");
        good_token_ = "Atza|access-" + std::to_string(++tokens);
        good_until_ = now + lifetime;
        token_reply const reply{
            .access_token = good_token_, .token_type = "bearer", .expires_in = std::uint32_t{lifetime.count()}};
        return json(200, outlay::encode(reply));
    }

    /// Each campaign has used half of its budget.
    static http::response usage(std::string const& body)
    {
        namespace ads = outlay::amazon;
        ads::campaign_usage_reply reply;
        for (ads::campaign_id const& id : outlay::decode<ads::campaign_usage_request>(body).value().campaign_ids)
            reply.success.push_back({.budget_usage_percent = outlay::decimal(50),
                                     .campaign_id = id,
                                     .index = static_cast<std::uint32_t>(reply.success.size())});
        return json(207, outlay::encode(reply));
    }

    std::string good_token_{"none"};
    std::chrono::system_clock::time_point good_until_{};
};

} // namespace lwa
