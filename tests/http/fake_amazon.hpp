#pragma once

#include <chrono>
#include <cstdint>
#include <outlay/amazon.hpp>
#include <string>
#include <utility>
#include <vector>

// A server of Amazon's in a few lines, with the responses of successful calls.

namespace fake_amazon {

namespace ads = outlay::amazon;
namespace http = outlay::http;

inline ads::endpoint const endpoint{.region = ads::region::north_america,
                                    .client_id = "client",
                                    .access_token = "access-token-4711",
                                    .profile_id = "profile"};

inline std::vector<ads::campaign_id> ids(std::size_t count, std::size_t first = 0)
{
    std::vector<ads::campaign_id> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(ads::campaign_id::from_number(100'000 + first + i));
    return all;
}

inline http::response json(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

/// Each campaign's budget is its id; those whose id ends in 7 are refused.
inline http::response usage(http::request const& asked)
{
    auto const request = outlay::decode<ads::campaign_budget_usage_request>(asked.body).value();
    ads::campaign_usage_reply reply;
    std::uint32_t index = 0;
    for (ads::campaign_id const& id : request.campaign_ids) {
        if (id.str().ends_with('7'))
            reply.error.push_back(
                {.campaign_id = id, .code = "NOT_FOUND", .details = "no such campaign", .index = index});
        else
            reply.success.push_back(
                {.budget = outlay::decimal::parse(id.str()).value(), .campaign_id = id, .index = index});
        ++index;
    }
    return json(207, outlay::encode(reply));
}

/// Each portfolio gets its name as its id.
inline http::response create(http::request const& asked)
{
    auto const request = outlay::decode<ads::create_portfolios_request>(asked.body).value();
    ads::portfolio_write_reply reply;
    std::uint32_t index = 0;
    for (ads::new_portfolio const& p : request.portfolios)
        reply.portfolios.success.push_back({.index = index++, .portfolio_id = p.name});
    return json(207, outlay::encode(reply));
}

inline std::vector<ads::new_portfolio> portfolios(std::size_t count)
{
    std::vector<ads::new_portfolio> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back({.name = "p" + std::to_string(i)});
    return all;
}

/// Options that do not wait, and keep the waits. The time is Sun, 06 Nov 1994 08:49:37 GMT.
inline http::call_options patient(std::vector<std::chrono::milliseconds>& waits)
{
    http::call_options options;
    options.sleep = [&waits](std::chrono::milliseconds time) { waits.push_back(time); };
    options.now = [] { return std::chrono::system_clock::time_point(std::chrono::seconds(784'111'777)); };
    options.random = [] { return 1.0; };
    return options;
}

/// Options that do not wait.
inline http::call_options impatient()
{
    http::call_options options;
    options.sleep = [](std::chrono::milliseconds) {};
    return options;
}

} // namespace fake_amazon
