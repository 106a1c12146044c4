#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <utility>

// Amazon Ads in a few lines, for the tutorial and for tests: an account of 2,350 campaigns, two of which it knows
// nothing about when it is asked for their usage, and calls that fail as they do in a real night. It is a transport,
// which a client can call without a network; fake_amazon.cpp serves it over HTTP.

namespace nightly {

namespace ads = outlay::amazon;
namespace http = outlay::http;

class fake_amazon {
public:
    static constexpr std::size_t campaign_count = 2'350;
    static constexpr std::size_t page_size = 100;
    static constexpr std::string_view token = "Atza|fake"; ///< any other is refused

    enum class fault {
        throttled,   ///< 429, with a Retry-After of a second
        unavailable, ///< 503
        lost,        ///< the connection is closed without a response
    };
    /// What goes wrong, by the number of the call, from 1 on.
    std::map<std::size_t, fault> faults{{5, fault::throttled}, {30, fault::unavailable}, {41, fault::lost}};
    bool is_broken = false; ///< the response to each request for one hundred campaigns is 500

    std::size_t calls = 0; ///< so far, with those that failed

    outlay::result<http::response> operator()(http::request const& asked)
    {
        ++calls;
        if (auto const bad = faults.find(calls); bad != faults.end()) return fail(bad->second);
        if (asked.header("Authorization") != "Bearer " + std::string(token))
            return json(401, R"({"code": "UNAUTHORIZED", "details": "Not authorized to access this advertiser"})");
        if (asked.url.ends_with("/sp/campaigns/list")) return list(asked.body);
        if (asked.url.ends_with("/sp/campaigns/budget/usage")) return usage(asked.body);
        return json(404, R"({"code": "NOT_FOUND", "details": "No such resource"})");
    }

private:
    static constexpr std::uint64_t first_id = 87'620'914'000'001;

    static http::response json(int status, std::string body)
    {
        return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
    }

    static outlay::result<http::response> fail(fault how)
    {
        switch (how) {
        case fault::throttled: {
            auto answer = json(429, R"({"code": "429", "details": "Too many requests"})");
            answer.headers.push_back({"Retry-After", "1"});
            return answer;
        }
        case fault::unavailable: return http::response{.status = 503};
        case fault::lost: break;
        }
        return http::connection_lost("the server closed the connection");
    }

    static http::response invalid(outlay::error const& why)
    {
        return json(400, outlay::encode(ads::usage_error{.code = "INVALID_ARGUMENT", .details = why.message()}));
    }

    /// 0 for what is no number.
    static std::size_t number(std::string_view text)
    {
        std::size_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    /// From 20.00 to 49.50 a day.
    static outlay::decimal budget_of(std::size_t i)
    {
        constexpr std::size_t amounts = 60;
        return outlay::decimal(20) + outlay::decimal::from_parts(static_cast<std::int64_t>(i % amounts) * 50, 2);
    }

    /// The token of a page is the number of its first campaign.
    static http::response list(std::string const& body)
    {
        auto const asked = outlay::decode<ads::list_campaigns_request>(body);
        if (!asked) return invalid(asked.error());
        std::size_t i = asked->next_token ? number(*asked->next_token) : 0;
        ads::campaign_list_reply page{.total_results = campaign_count};
        for (; i < campaign_count && page.campaigns.size() < page_size; ++i)
            page.campaigns.push_back({.budget = {.budget = budget_of(i)},
                                      .campaign_id = ads::campaign_id::from_number(first_id + i),
                                      .name = "Spring, no. " + std::to_string(i + 1),
                                      .state = ads::campaign_state::enabled});
        if (i < campaign_count) page.next_token = std::to_string(i);
        return json(200, outlay::encode(page));
    }

    http::response usage(std::string const& body) const
    {
        auto const asked = outlay::decode<ads::campaign_usage_request>(body);
        if (!asked) return invalid(asked.error());
        ads::campaign_usage_reply reply;
        std::uint32_t index = 0;
        for (ads::campaign_id const& id : asked->campaign_ids) {
            std::size_t const i = number(id.str()) - first_id; // of no campaign: more than there are
            if (is_broken && i / page_size == 12) return http::response{.status = 500};
            if (i >= campaign_count || i == 700 || i == 1'500)
                reply.error.push_back(
                    {.campaign_id = id, .code = "NOT_FOUND", .details = "The campaign was archived", .index = index++});
            else
                reply.success.push_back({.budget = budget_of(i),
                                         .budget_usage_percent = used_percent(i),
                                         .campaign_id = id,
                                         .index = index++});
        }
        return json(207, outlay::encode(reply));
    }

    /// From 0.0 to 124.9, in no order.
    static outlay::decimal used_percent(std::size_t i)
    {
        constexpr std::size_t steps = 1'250;
        return outlay::decimal::from_parts(static_cast<std::int64_t>(i * 37 % steps), 1);
    }
};

} // namespace nightly
