#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <outlay/outlay.hpp>
#include <type_traits>

// Defaults of options, limits, and the sizes of batches, as JSON, for pages.py.

namespace reference {

template<class Value>
boost::json::value shown(Value const& value)
{
    if constexpr (std::is_enum_v<Value>) return static_cast<int>(value);
    else if constexpr (requires { value.count(); }) return value.count(); // milliseconds
    else return value;
}

/// `{"decode_options::max_depth": 32, ...}`: the defaults of members that are numbers or times in milliseconds.
inline boost::json::object defaults()
{
    boost::json::object made;
#define REFERENCE_DEFAULT(OPTIONS, MEMBER) made[#OPTIONS "::" #MEMBER] = shown(outlay::OPTIONS().MEMBER);
    REFERENCE_DEFAULT(decode_options, max_depth)
    REFERENCE_DEFAULT(decode_options, max_bytes)
    REFERENCE_DEFAULT(decode_options, max_string)
    REFERENCE_DEFAULT(decode_options, max_memory)
    REFERENCE_DEFAULT(decode_options, max_violations)
    REFERENCE_DEFAULT(encode_options, indent)
    REFERENCE_DEFAULT(http::retry_policy, attempts)
    REFERENCE_DEFAULT(http::retry_policy, base)
    REFERENCE_DEFAULT(http::retry_policy, cap)
    REFERENCE_DEFAULT(http::retry_policy, jitter)
    REFERENCE_DEFAULT(http::retry_policy, total_wait)
    REFERENCE_DEFAULT(http::call_options, in_flight)
    REFERENCE_DEFAULT(http::call_options, max_pages)
    REFERENCE_DEFAULT(datadog::csv_limits, max_bytes)
    REFERENCE_DEFAULT(datadog::csv_limits, max_entries)
    REFERENCE_DEFAULT(datadog::csv_limits, max_violations)
#undef REFERENCE_DEFAULT
    return made;
}

/// Limits that no option changes.
inline boost::json::object constants()
{
    return {
        {"deepest", outlay::decode_options::deepest},
        {"max_scale", outlay::decimal::max_scale},
        {"most_members", outlay::detail::most_members},
        {"longest_member_name", outlay::detail::longest_member_name},
        {"longest_enum_text", outlay::detail::longest_enum_text},
        {"longest_base_url", outlay::http::longest_base_url},
        {"longest_wait_ms", outlay::http::longest_wait.count()},
        {"careful_wait_ms", outlay::http::careful_wait.count()},
        {"most_csv_tags", outlay::datadog::most_csv_tags},
    };
}

/// How many items an operation sends in one request.
inline boost::json::object batches()
{
    boost::json::object made;
#define REFERENCE_BATCH(OPERATION) made[#OPERATION] = outlay::OPERATION::items_per_call;
    REFERENCE_BATCH(amazon::campaign_budget_usage)
    REFERENCE_BATCH(amazon::portfolio_budget_usage)
    REFERENCE_BATCH(amazon::campaign_budget_recommendations)
    REFERENCE_BATCH(amazon::create_portfolios)
    REFERENCE_BATCH(amazon::update_portfolios)
    REFERENCE_BATCH(amazon::update_campaign_budgets)
    REFERENCE_BATCH(amazon::create_budget_rules)
    REFERENCE_BATCH(amazon::update_budget_rules)
    REFERENCE_BATCH(amazon::associate_budget_rules)
    REFERENCE_BATCH(amazon::associate_budget_rules_in_bulk)
    REFERENCE_BATCH(amazon::disassociate_budget_rules_in_bulk)
    REFERENCE_BATCH(amazon::unified::update_campaigns)
    REFERENCE_BATCH(google::mutate_campaign_budgets)
    REFERENCE_BATCH(google::validate_campaign_budgets)
    REFERENCE_BATCH(hubspot::read_campaigns)
#undef REFERENCE_BATCH
    return made;
}

} // namespace reference
