#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <outlay/amazon.hpp>
#include <string>
#include <utility>
#include <vector>

// The reply that is measured: the usage of 100 campaigns, as outlay's types and as those one writes without it.

namespace usage {

// The wire's own names, so that Boost.JSON and nlohmann read and write them as they are.
struct campaign {
    double budget;
    double budgetUsagePercent;
    std::string campaignId;
    std::uint32_t index;
    std::string usageUpdatedTimestamp;

    friend bool operator==(campaign const&, campaign const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign, (), (budget, budgetUsagePercent, campaignId, index, usageUpdatedTimestamp))
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(campaign, budget, budgetUsagePercent, campaignId, index, usageUpdatedTimestamp)

struct refusal {
    std::string campaignId;
    std::string code;
    std::string details;
    std::uint32_t index;

    friend bool operator==(refusal const&, refusal const&) = default;
};
BOOST_DESCRIBE_STRUCT(refusal, (), (campaignId, code, details, index))
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(refusal, campaignId, code, details, index)

struct plain_reply {
    std::vector<campaign> success;
    std::vector<refusal> error;

    friend bool operator==(plain_reply const&, plain_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(plain_reply, (), (success, error))
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(plain_reply, success, error)

using outlay_reply = outlay::amazon::campaign_usage_reply;

/// 97 campaigns with ids of 15 digits, budgets in cents, percents of up to 4 places, and times in milliseconds; 3
/// refusals.
inline outlay_reply make_reply()
{
    std::uint64_t state = 2026;
    auto const below = [&state](std::uint64_t end) {
        state = state * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
        return static_cast<std::int64_t>((state >> 33) % end);
    };
    constexpr std::int64_t now = 1'795'196'528'153; // 2026-11-20T17:42:08.153Z
    constexpr std::int64_t powers[] = {1, 10, 100, 1000, 10'000};
    outlay_reply reply;
    for (std::uint32_t index = 0; index < 100; ++index) {
        outlay::amazon::campaign_id const id(std::to_string(100'000'000'000'000 + below(1 << 30) * 838'190));
        if (index % 33 == 32) {
            reply.error.push_back({.campaign_id = id,
                                   .code = "CAMPAIGN_NOT_FOUND",
                                   .details = "no such campaign in this profile",
                                   .index = index});
            continue;
        }
        auto const places = static_cast<int>(1 + below(4));
        auto const fraction = 1 + below(static_cast<std::uint64_t>(powers[places] - 1));
        reply.success.push_back({
            .budget = outlay::decimal::from_parts(500 + below(1'500'000), 2),
            .budget_usage_percent = outlay::decimal::from_parts(below(120) * powers[places] + fraction, places),
            .campaign_id = id,
            .index = index,
            .usage_updated_timestamp = outlay::iso_timestamp::from_milliseconds(now - below(300) * 1000 - below(100)),
        });
    }
    return reply;
}

/// The reply as Amazon writes it: white space, and members in the order of its documentation.
inline std::string vendor_text(outlay_reply const& reply)
{
    std::string text = "{\n    \"success\": [";
    auto const member = [&text](char const* name, std::string const& value, bool is_last = false) {
        ((((text += "            \"") += name) += "\": ") += value) += is_last ? "\n        }" : ",\n";
    };
    auto const quoted = [](std::string const& value) { return '"' + value + '"'; };
    for (char const* separator = "\n        {\n"; auto const& item : reply.success) {
        text += std::exchange(separator, ",\n        {\n");
        member("usageUpdatedTimestamp", quoted(item.usage_updated_timestamp->to_string()));
        member("budgetUsagePercent", item.budget_usage_percent->to_string());
        member("campaignId", quoted(item.campaign_id->str()));
        member("index", std::to_string(*item.index));
        member("budget", item.budget->to_string(), true);
    }
    text += "\n    ],\n    \"error\": [";
    for (char const* separator = "\n        {\n"; auto const& item : reply.error) {
        text += std::exchange(separator, ",\n        {\n");
        member("code", quoted(*item.code));
        member("campaignId", quoted(item.campaign_id->str()));
        member("index", std::to_string(*item.index));
        member("details", quoted(*item.details), true);
    }
    return text += "\n    ]\n}\n";
}

inline plain_reply to_plain(outlay_reply const& reply)
{
    plain_reply plain;
    for (auto const& item : reply.success)
        plain.success.push_back({item.budget->to_double(), item.budget_usage_percent->to_double(),
                                 item.campaign_id->str(), *item.index, item.usage_updated_timestamp->to_string()});
    for (auto const& item : reply.error)
        plain.error.push_back({item.campaign_id->str(), *item.code, *item.details, *item.index});
    return plain;
}

} // namespace usage
