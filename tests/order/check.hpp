#pragma once

#include <cstdlib>
#include <iostream>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>

// Uses all parts of outlay, before main(), in it, and after it.

namespace order_test {

inline void require(bool holds, std::string_view when, std::string_view what)
{
    if (holds) return;
    std::cerr << when << ": " << what << '\n';
    std::_Exit(EXIT_FAILURE); // destructors may be running
}

/// The outcomes of a call of 250 campaigns, of which the second hundred has no response, and the rest is not sent.
inline outlay::amazon::campaign_budget_usage::result_type call_of_three()
{
    namespace http = outlay::http;
    std::vector<outlay::amazon::campaign_id> ids;
    for (unsigned i = 0; i < 250; ++i) ids.push_back(outlay::amazon::campaign_id::from_number(i));
    http::exchange work{outlay::amazon::endpoint{.region = outlay::amazon::region::europe,
                                                 .client_id = "client",
                                                 .access_token = "token",
                                                 .profile_id = "profile"},
                        outlay::amazon::campaign_budget_usage{{}, ids}};
    auto const answer = [&work](std::string body) {
        work.feed(http::response{207, {{"Content-Type", "application/json"}}, std::move(body)});
    };
    (void)work.next();
    answer(R"({"success":[],"error":[]})");
    (void)work.next();
    work.cancel();
    return std::move(work).finish();
}

inline void use_all(std::string_view when)
{
    using namespace outlay::literals;
    using reply = outlay::amazon::campaign_usage_reply;
    std::string const text = R"({"success":[{"campaignId":"1","budget":12.50,"index":0}],"error":[]})";
    auto const read = outlay::decode<reply>(text);
    require(read.has_value(), when, "decode");
    require(read->success[0].budget == 12.5_dec, when, "a decimal");
    require(outlay::decode<reply>(outlay::encode(*read)) == read, when, "encode");
    require(outlay::decode<reply>("[}").error().message().starts_with("1:"), when, "an error");
    require(outlay::validate(*read).empty(), when, "validate");
    require(outlay::json_schema<reply>().contains("$schema"), when, "json_schema");
    require(outlay::currency::parse("JPY").value().minor_units() == 0, when, "a currency");
    require(outlay::decode<outlay::iso_timestamp>("\"2026-11-26T00:00:00Z\"").has_value(), when, "a timestamp");
    auto const all = call_of_three();
    require(all.size() == 250 && all.count_failed() == 250, when, "a call");
    require(all[100].failure()->report()[0].code == "cancelled", when, "what is not answered");
    require(all[200].failure()->report()[0].code == "not_sent", when, "what is not sent");
}

/// Uses outlay when it is made, and when it is destroyed.
struct user {
    std::string_view name;
    outlay::amazon::campaign_budget_usage::result_type kept{};

    explicit user(std::string_view of) : name(of)
    {
        use_all(name);
        kept = call_of_three();
    }
    user(user const&) = delete;
    user& operator=(user const&) = delete;
    ~user()
    {
        use_all(name);
        require(kept[200].failure()->report()[0].code == "not_sent", name, "what was kept");
    }
};

} // namespace order_test
