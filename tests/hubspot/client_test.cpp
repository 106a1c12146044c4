#include "../http/recorder.hpp"
#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/hubspot.hpp>
#include <string>
#include <utility>
#include <vector>

namespace hubspot_client_test {

namespace hubspot = outlay::hubspot;
namespace http = outlay::http;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/hubspot/" + name + ".json");
    return {std::istreambuf_iterator<char>(file), {}};
}

auto client_of(recorder& server) { return hubspot::client{server, hubspot::endpoint{"token"}, server.options()}; }

/// The last request, and its body if it has one.
std::string last_of(recorder const& server)
{
    std::string const& body = server.asked.back().body;
    return server.last() + (body.empty() ? "" : " ") + body;
}

constexpr auto item = R"({"id":"17","name":"Ads","amount":5,"order":0,"createdAt":1,"updatedAt":2})";
constexpr auto base = "https://api.hubapi.com/marketing/campaigns/2026-03/0f8fad5b";
hubspot::campaign_guid const guid = "0f8fad5b";
hubspot::budget_item_input const input{.amount = outlay::decimal(5), .name = "Ads"};

TEST(hubspot_client, reads_totals)
{
    recorder server{{http::response{200, {}, payload("budget_totals_reply_spring")}}};
    auto client = client_of(server);
    auto const totals = client.get_budget_totals(guid);
    ASSERT_TRUE(totals) << totals.error();
    EXPECT_FALSE(totals->budget_items.empty());
    EXPECT_EQ(last_of(server), std::string("GET ") + base + "/budget/totals");
    EXPECT_EQ(server.asked[0].header("Authorization"), "Bearer token");
    EXPECT_EQ(server.asked[0].header("Content-Type"), std::nullopt);
}

TEST(hubspot_client, creates_reads_updates_and_deletes_items)
{
    recorder server{{http::response{201, {{"Location", "/17"}}, item}, http::response{201, {}, item},
                     http::response{200, {}, item}}};
    auto client = client_of(server);
    EXPECT_EQ(client.create_budget_item(guid, input).value().id, "17");
    EXPECT_EQ(last_of(server), std::string("POST ") + base + R"(/budget {"amount":5,"name":"Ads","order":0})");
    EXPECT_EQ(server.asked[0].header("Content-Type"), "application/json");
    EXPECT_EQ(client.create_spend_item(guid, input).value().id, "17");
    EXPECT_EQ(last_of(server), std::string("POST ") + base + R"(/spend {"amount":5,"name":"Ads","order":0})");
    EXPECT_EQ(client.get_budget_item(guid, "17").value().name, "Ads");
    EXPECT_EQ(last_of(server), std::string("GET ") + base + "/budget/17");
    EXPECT_EQ(client.get_spend_item(guid, "17").value().name, "Ads");
    EXPECT_EQ(last_of(server), std::string("GET ") + base + "/spend/17");
    EXPECT_TRUE(client.update_budget_item(guid, "17", input));
    EXPECT_EQ(last_of(server), std::string("PUT ") + base + R"(/budget/17 {"amount":5,"name":"Ads","order":0})");
    EXPECT_TRUE(client.update_spend_item(guid, "17", input));
    EXPECT_EQ(last_of(server), std::string("PUT ") + base + R"(/spend/17 {"amount":5,"name":"Ads","order":0})");
    server.answers = {http::response{204, {}, ""}};
    EXPECT_TRUE(client.delete_budget_item(guid, "17"));
    EXPECT_EQ(last_of(server), std::string("DELETE ") + base + "/budget/17");
    EXPECT_TRUE(client.delete_spend_item(guid, "17"));
    EXPECT_EQ(last_of(server), std::string("DELETE ") + base + "/spend/17");
    server.answers = {http::response{404, {}, R"({"message":"none"})"}};
    EXPECT_EQ(client.delete_budget_item(guid, "17").error().http_status(), 404);
    EXPECT_EQ(client.delete_spend_item(guid, "17").error().http_status(), 404);
}

TEST(hubspot_client, returns_the_location_of_the_created_item)
{
    recorder server{
        {http::response{201, {{"location", "https://api.hubapi.com/x/17"}}, item}, http::response{201, {}, item}}};
    auto client = client_of(server);
    auto const made = client.create_budget_item(guid, input).value();
    EXPECT_EQ(made.location, "https://api.hubapi.com/x/17");
    EXPECT_EQ(outlay::encode(made), outlay::encode(outlay::decode<hubspot::budget_item>(item).value()));
    outlay::result<hubspot::budget_item> const item_alone = client.create_spend_item(guid, input);
    EXPECT_EQ(item_alone->id, "17");
    EXPECT_EQ(client.create_spend_item(guid, input)->location, std::nullopt);
}

TEST(hubspot_client, calls_the_version_of_the_endpoint)
{
    auto const asked_of = [](std::string version) {
        recorder server{{http::response{200, {}, item}}};
        hubspot::endpoint at{"token"};
        at.version = std::move(version);
        auto const got = hubspot::client{server, at, server.options()}.get_budget_item(guid, "17");
        return got ? server.last() : got.error().report()[0].code;
    };
    std::string const server = "GET https://api.hubapi.com/marketing/";
    for (std::string const version : {"2025-09", "2026-03", "2026-09", "2026-09-beta"})
        EXPECT_EQ(asked_of(version), server + "campaigns/" + version + "/0f8fad5b/budget/17");
    EXPECT_EQ(asked_of("v3"), server + "v3/campaigns/0f8fad5b/budget/17");
    for (auto const version : {"", "v4", "2026", "2026-3", "2026-031", "2026/03", "2026-03-", "2026-03-alpha", "-beta",
                               "2026-03-beta-beta", "2026-0x", " 2026-03", "../2026-03", "2026-03?x"})
        EXPECT_EQ(asked_of(version), "api_version") << version;
}

TEST(hubspot_client, sends_no_id_that_can_not_be_in_a_url)
{
    recorder server;
    auto client = client_of(server);
    for (auto const id : {"", ".", "..", "a/../b", "%2e", "0f8f?x", "0f8f#"})
        EXPECT_EQ(client.get_budget_totals(id).error().report()[0].code, "guid") << id;
    for (auto const id : {"", "17a", "../17", "-1", "017"}) {
        EXPECT_EQ(client.get_budget_item(guid, id).error().report()[0].code, "id_not_a_number") << id;
        EXPECT_EQ(client.delete_spend_item(guid, id).error().report()[0].code, "id_not_a_number") << id;
    }
    EXPECT_TRUE(server.asked.empty());
}

TEST(hubspot_client, sends_no_item_that_breaks_a_rule)
{
    recorder server;
    auto client = client_of(server);
    EXPECT_EQ(client.create_budget_item(guid, {}).error().report()[0].pointer, "/name");
    EXPECT_EQ(client.update_spend_item(guid, "17", {}).error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(client.create_budget_item("../x", input).error().report()[0].code, "guid");
    EXPECT_EQ(client.update_spend_item(guid, "..", input).error().report()[0].code, "id_not_a_number");
    EXPECT_TRUE(server.asked.empty());
}

TEST(hubspot_client, names_status_category_and_correlation_id_of_an_error)
{
    recorder server{{http::response{400, {}, payload("error_reply_validation")}}};
    auto client = client_of(server);
    auto const why = client.get_budget_totals(guid).error();
    EXPECT_EQ(why.message(), "400 Bad Request: VALIDATION_ERROR: Invalid input (correlation id "
                             "aeb5f871-7f07-4993-9211-075dc63e7cbf); in name: must not be empty; must be a number");
    EXPECT_EQ(why.report()[0].code, "http_400");
}

struct seen {
    std::vector<std::chrono::milliseconds> waits;
    std::string message;
};

seen after(http::response first)
{
    recorder server{{std::move(first), http::response{200, {}, item}}};
    auto client = client_of(server);
    auto const got = client.get_budget_item(guid, "17");
    return {server.waits, got ? "" : got.error().message()};
}

TEST(hubspot_client, waits_out_the_rolling_limit)
{
    EXPECT_THAT(after({429, {}, payload("error_reply_rate_limit")}).waits, ElementsAre(10s));
    EXPECT_THAT(after({429, {{"X-HubSpot-RateLimit-Interval-Milliseconds", "4000"}}, "{}"}).waits, ElementsAre(4s));
    EXPECT_THAT(after({429, {{"Retry-After", "20"}}, payload("error_reply_rate_limit")}).waits, ElementsAre(20s));
}

TEST(hubspot_client, does_not_wait_for_another_day)
{
    auto const daily = after({429, {}, R"({"errorType":"RATE_LIMIT","policyName":"DAILY","message":"Daily limit"})"});
    EXPECT_TRUE(daily.waits.empty());
    EXPECT_EQ(daily.message, "429 Too Many Requests: RATE_LIMIT DAILY: Daily limit; not repeated, as this limit is for "
                             "the day");
    EXPECT_TRUE(after({429, {{"X-HubSpot-RateLimit-Daily-Remaining", "0"}}, "{}"}).waits.empty());
    // The limit of the day is another limit, and not reached.
    EXPECT_FALSE(after({429, {{"X-HubSpot-RateLimit-Daily-Remaining", "10"}}, "{}"}).waits.empty());
}

TEST(hubspot_client, retries_temporary_errors)
{
    EXPECT_THAT(after({423, {}, ""}).waits, ElementsAre(2s));
    EXPECT_THAT(after({477, {{"Retry-After", "60"}}, ""}).waits, ElementsAre(60s));
    for (int const status : {502, 503, 504, 521}) EXPECT_THAT(after({status, {}, ""}).waits, ElementsAre(5s));
    for (int const status : {408, 500, 520, 524}) EXPECT_THAT(after({status, {}, ""}).waits, ElementsAre(500ms));
    for (int const status : {400, 401, 403, 404}) EXPECT_TRUE(after({status, {}, ""}).waits.empty());
    EXPECT_THAT(after({477, {{"Retry-After", "86400"}}, ""}).message, HasSubstr("477 Migration in Progress"));
}

TEST(hubspot_client, retries_only_creates_that_were_not_carried_out)
{
    for (int const status : {423, 429, 477}) {
        recorder server{{http::response{status, {}, ""}, http::response{201, {}, item}}};
        auto client = client_of(server);
        EXPECT_TRUE(client.create_budget_item(guid, input)) << status;
    }
    for (auto const& answer : std::vector<outlay::result<http::response>>{
             http::response{502, {}, ""}, http::response{521, {}, ""}, http::connection_lost("time-out")}) {
        recorder server{{answer, http::response{201, {}, item}}};
        auto client = client_of(server);
        EXPECT_THAT(client.create_spend_item(guid, input).error().message(), HasSubstr("may have been created"));
        EXPECT_EQ(server.asked.size(), 1u);
        EXPECT_TRUE(client.update_spend_item(guid, "17", input).has_error()); // 201 is no success of an update
    }
}

} // namespace hubspot_client_test
