#include "../http/recorder.hpp"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The calls about campaigns against a server with recorded bodies.

namespace hubspot_campaign_client_test {

using namespace outlay::literals;
namespace hubspot = outlay::hubspot;
namespace http = outlay::http;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/hubspot/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

http::response ok(std::string body) { return {200, {{"Content-Type", "application/json"}}, std::move(body)}; }
auto client_of(recorder& server) { return hubspot::client{server, hubspot::endpoint{"token"}, server.options()}; }

template<class Result>
std::string code_of(Result const& failed)
{
    return failed ? "" : failed.error().report()[0].code;
}

std::string const base = "https://api.hubapi.com/marketing/campaigns/2026-03";
std::string const budget_properties = "properties=hs_name%2Chs_start_date%2Chs_end_date%2Chs_currency_code%2C"
                                      "hs_budget_items_sum_amount%2Chs_spend_items_sum_amount";
constexpr auto spring = "0f8fad5b-d9cb-469f-a165-70867728950e";
constexpr auto webinars = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
constexpr auto autumn = "550e8400-e29b-41d4-a716-446655440000";

// --- list_campaigns

TEST(hubspot_list_campaigns, reads_all_pages)
{
    recorder server{{ok(payload("campaign_list_reply_first")), ok(payload("campaign_list_reply_last"))}};
    auto client = client_of(server);
    auto const all = client.list_campaigns().value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_THAT(all.results, SizeIs(3));
    EXPECT_EQ(all.results[2].id, autumn);
    ASSERT_THAT(server.asked, SizeIs(2));
    std::string const first = base + "?limit=100&" + budget_properties;
    EXPECT_EQ(server.asked[0].url, first);
    EXPECT_EQ(server.asked[1].url, first + "&after=NTI1Cg%253D%253D"); // the cursor as it came, encoded once
    EXPECT_EQ(server.asked[0].method, http::method::get);
    EXPECT_EQ(server.asked[0].body, "");
    EXPECT_EQ(server.asked[0].header("Authorization"), "Bearer token");
}

TEST(hubspot_list_campaigns, sends_its_filter_with_every_page)
{
    recorder server{{ok(payload("campaign_list_reply_first")), ok(payload("campaign_list_reply_last"))}};
    auto client = client_of(server);
    EXPECT_TRUE(client.list_campaigns({.after = "a&b",
                                       .limit = 2,
                                       .name = "R&D 50%",
                                       .properties = {"hs_name", "hs_notes"},
                                       .sort = hubspot::campaign_sort::updated_at_descending}));
    std::string const query = base + "?limit=2&name=R%26D%2050%25&sort=-updatedAt&properties=hs_name%2Chs_notes&after=";
    EXPECT_EQ(server.asked[0].url, query + "a%26b");
    EXPECT_EQ(server.asked[1].url, query + "NTI1Cg%253D%253D");
}

TEST(hubspot_list_campaigns, sends_nothing_that_breaks_a_rule)
{
    recorder server;
    auto client = client_of(server);
    EXPECT_EQ(code_of(client.list_campaigns({.limit = 101})), "at_most");
    EXPECT_EQ(code_of(client.list_campaigns({.limit = 0})), "at_least");
    EXPECT_EQ(code_of(client.list_campaigns({.properties = {"a,b"}})), "property_name");
    EXPECT_EQ(code_of(client.list_campaigns({.sort = hubspot::campaign_sort(6)})), "enum");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(hubspot_list_campaigns, leaves_out_a_row_that_can_not_be_read)
{
    recorder server{{ok(R"({"total":3,"results":[{"id":"0a"},{"id":"0b","properties":{"x":[]}},{"id":"0c"}]})")}};
    auto client = client_of(server);
    auto const all = client.list_campaigns().value();
    EXPECT_THAT(all.results, SizeIs(2));
    EXPECT_FALSE(all.is_complete());
    EXPECT_EQ(all.found[0].pointer, "/results/1/properties/x");
}

TEST(hubspot_list_campaigns, ends_where_a_page_is_lost)
{
    recorder server{{ok(payload("campaign_list_reply_first")), http::response{403, {}, R"({"message":"no scope"})"}}};
    auto client = client_of(server);
    auto const all = client.list_campaigns().value();
    EXPECT_THAT(all.results, SizeIs(2));
    EXPECT_THAT(all.incomplete->message(), HasSubstr("no scope"));
    server.answers = {ok(payload("campaign_list_reply_first"))}; // the same page again and again
    server.asked.clear();
    EXPECT_EQ(client.list_campaigns().value().incomplete->report()[0].code, "repeated_page");
}

TEST(hubspot_list_campaigns, takes_an_empty_list_and_no_error_for_one)
{
    recorder server{{ok(R"({"total":0,"results":[]})")}};
    auto client = client_of(server);
    EXPECT_TRUE(client.list_campaigns().value().is_complete());
    server.answers = {ok(R"({"status":"error","message":"Down","correlationId":"c-1"})")};
    EXPECT_THAT(client.list_campaigns().error().message(), HasSubstr("Down"));
    server.answers = {ok("{}")};
    EXPECT_EQ(code_of(client.list_campaigns()), "no_reply");
}

TEST(hubspot_list_campaigns, ends_with_a_page_that_names_no_next)
{
    for (auto const paging : {"{}", R"({"prev":{"before":"x"}})", "null"}) {
        recorder server{{ok(outlay::detail::joined({R"({"total":1,"results":[{"id":"0a"}],"paging":)", paging, "}"}))}};
        auto const all = client_of(server).list_campaigns().value();
        EXPECT_TRUE(all.is_complete()) << paging;
        EXPECT_THAT(all.results, SizeIs(1));
        EXPECT_THAT(server.asked, SizeIs(1));
    }
}

TEST(hubspot_list_campaigns, comes_page_by_page)
{
    recorder server{{ok(payload("campaign_list_reply_first")), ok(payload("campaign_list_reply_last"))}};
    auto client = client_of(server);
    std::vector<std::size_t> sizes;
    for (auto const& page : client.campaign_pages()) sizes.push_back(page.value().results.size());
    EXPECT_THAT(sizes, ElementsAre(2, 1));
}

// --- get_campaign

TEST(hubspot_get_campaign, asks_for_properties_and_days)
{
    recorder server{{ok(R"({"id":"0f","properties":{"hs_name":"Spring"},"createdAt":"2026-03-02T09:14:08Z",
                            "updatedAt":"2026-03-02T09:14:08Z","businessUnits":[],"assets":{"FORM":{"results":[]}}})")}};
    auto client = client_of(server);
    auto const got = client.get_campaign("0f").value();
    EXPECT_EQ(got.name(), "Spring");
    EXPECT_TRUE(got.assets->values.contains("FORM"));
    EXPECT_EQ(server.last(), "GET " + base + "/0f?" + budget_properties);
    EXPECT_TRUE(client.get_campaign("0f", {"hs_notes"}, outlay::month{2026, 2}.dates()));
    EXPECT_EQ(server.last(), "GET " + base + "/0f?properties=hs_notes&startDate=2026-02-01&endDate=2026-02-28");
    server.asked.clear();
    EXPECT_EQ(code_of(client.get_campaign("../x")), "guid");
    EXPECT_EQ(code_of(client.get_campaign("0f", {""})), "property_name");
    EXPECT_THAT(server.asked, IsEmpty());
}

// --- read_campaigns

TEST(hubspot_read_campaigns_call, gives_each_campaign_its_outcome_in_the_callers_order)
{
    recorder server{{http::response{207, {}, payload("read_campaigns_reply_partial")}}};
    auto client = client_of(server);
    auto const all = client.read_campaigns({spring, autumn, webinars, spring});
    ASSERT_THAT(all, SizeIs(4));
    EXPECT_EQ(all[0].success()->name(), "Spring");
    EXPECT_EQ(all[1].refusal()->category, "OBJECT_NOT_FOUND");
    EXPECT_EQ(all[2].success()->name(), "Webinars");
    EXPECT_EQ(all[3].success()->name(), "Spring");
    EXPECT_EQ(all[3].index, 3u);
    ASSERT_THAT(server.asked, SizeIs(1));
    EXPECT_EQ(server.last(), "POST " + base + "/batch/read?" + budget_properties);
    EXPECT_EQ(server.asked[0].header("Content-Type"), "application/json");
    EXPECT_EQ(server.asked[0].body, std::string(R"({"inputs":[{"id":")") + spring + R"("},{"id":")" + autumn +
                                        R"("},{"id":")" + webinars + R"("}]})");
}

/// Returns the requested campaigns, the last first.
struct backwards {
    std::vector<std::size_t> sizes{};

    http::response operator()(http::request const& r)
    {
        auto const asked = outlay::decode<hubspot::read_campaigns_request>(r.body).value().inputs;
        sizes.push_back(asked.size());
        hubspot::read_campaigns_reply reply{.status = hubspot::batch_status::complete};
        for (auto one = asked.rbegin(); one != asked.rend(); ++one) reply.results.push_back({.id = one->id});
        return ok(outlay::encode(reply));
    }
};

TEST(hubspot_read_campaigns_call, asks_for_fifty_at_a_time)
{
    for (std::size_t const count : {std::size_t{50}, std::size_t{51}}) {
        std::vector<hubspot::campaign_guid> guids;
        for (std::size_t i = 0; i < count; ++i) guids.push_back(std::to_string(i));
        backwards server;
        auto const all = hubspot::client{server, hubspot::endpoint{"token"}}.read_campaigns(guids);
        EXPECT_TRUE(all.ok());
        for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(all[i].success()->id, guids[i]);
        if (count == 50) EXPECT_THAT(server.sizes, ElementsAre(50));
        else EXPECT_THAT(server.sizes, ElementsAre(50, 1));
    }
}

hubspot::read_campaigns::result_type read_two(std::string body)
{
    recorder server{{http::response{207, {}, std::move(body)}}};
    return client_of(server).read_campaigns({"0a", "0b"});
}

TEST(hubspot_read_campaigns_call, finds_the_campaigns_of_an_error)
{
    auto const by_context = read_two(R"({"results":[],"errors":[{"category":"GONE","context":{"ids":["0b","0a"]}}]})");
    EXPECT_EQ(by_context.count_refused(), 2u);
    auto const by_id = read_two(R"({"results":[{"id":"0a"}],"errors":[{"category":"GONE","id":"0b"}]})");
    EXPECT_TRUE(by_id[0].success());
    EXPECT_EQ(by_id[1].refusal()->category, "GONE");
    auto const of_none = read_two(R"({"results":[{"id":"0a"}],"errors":[{"category":"GONE","message":"Some are"}]})");
    EXPECT_TRUE(of_none[0].success());
    EXPECT_EQ(of_none[1].failure()->report()[0].code, "id_missing");
    EXPECT_THAT(of_none[1].failure()->message(), HasSubstr("Some are"));
}

TEST(hubspot_read_campaigns_call, fails_campaigns_without_a_good_row)
{
    auto const missing = read_two(R"({"results":[{"id":"0b"}]})");
    EXPECT_EQ(missing[0].failure()->report()[0].code, "id_missing");
    EXPECT_TRUE(missing[1].success());
    auto const stranger = read_two(R"({"results":[{"id":"0b"},{"id":"0c"}]})");
    EXPECT_THAT(stranger[0].failure()->message(), HasSubstr("1 row refers to no item"));
    auto const twice = read_two(R"({"results":[{"id":"0b"},{"id":"0a"},{"id":"0b"}]})");
    EXPECT_TRUE(twice[0].success());
    EXPECT_EQ(twice[1].failure()->report()[0].code, "id_repeated");
    auto const broken = read_two(R"({"results":[{"id":"0b"},{"id":"0a","businessUnits":[{"id":"x"}]}]})");
    EXPECT_THAT(broken[0].failure()->message(), HasSubstr("/results/1/businessUnits/0/id"));
    EXPECT_TRUE(broken[1].success());
    auto const error = read_two(R"({"status":"error","message":"Down","category":"X"})");
    EXPECT_EQ(error.count_failed(), 2u);
    EXPECT_THAT(error[0].failure()->message(), HasSubstr("Down"));
    auto const pending = read_two(R"({"status":"PENDING","results":[]})");
    EXPECT_EQ(pending.count_failed(), 2u);
    EXPECT_EQ(pending.found().notices()[0].code, "batch_not_complete");
}

TEST(hubspot_read_campaigns_call, does_not_send_ids_that_are_no_guid)
{
    recorder server{{ok(R"({"results":[{"id":"0a"}]})")}};
    auto client = client_of(server);
    auto const all = client.read_campaigns({"0x", "0a"}, {"hs_notes"}, outlay::month{2026, 2}.dates());
    EXPECT_EQ(all[0].failure()->report()[0].code, "guid");
    EXPECT_EQ(all[0].failure()->report()[0].pointer, "/inputs/0/id");
    EXPECT_TRUE(all[1].success());
    EXPECT_EQ(server.last(),
              "POST " + base + "/batch/read?properties=hs_notes&startDate=2026-02-01&endDate=2026-02-28");
    EXPECT_EQ(server.asked[0].body, R"({"inputs":[{"id":"0a"}]})");
    server.asked.clear();
    EXPECT_EQ(client.read_campaigns({"0a"}, {"a,b"})[0].failure()->report()[0].code, "property_name");
    EXPECT_THAT(server.asked, IsEmpty());
}

// --- get_revenue

TEST(hubspot_get_revenue, names_its_attribution_model)
{
    recorder server{{ok(payload("campaign_revenue_reply"))}};
    auto client = client_of(server);
    EXPECT_EQ(*client.get_revenue(spring)->revenue_amount, 12500.75_dec);
    std::string const path = "GET " + base + "/" + spring + "/reports/revenue?attributionModel=";
    EXPECT_EQ(server.last(), path + "LINEAR");
    using enum hubspot::attribution_model;
    for (auto const& [model, text] :
         std::vector<std::pair<hubspot::attribution_model, std::string>>{{linear, "LINEAR"},
                                                                         {first_interaction, "FIRST_INTERACTION"},
                                                                         {last_interaction, "LAST_INTERACTION"},
                                                                         {full_path, "FULL_PATH"},
                                                                         {u_shaped, "U_SHAPED"},
                                                                         {w_shaped, "W_SHAPED"},
                                                                         {time_decay, "TIME_DECAY"},
                                                                         {j_shaped, "J_SHAPED"},
                                                                         {inverse_j_shaped, "INVERSE_J_SHAPED"}}) {
        EXPECT_TRUE(client.get_revenue(spring, model));
        EXPECT_EQ(server.last(), path + text);
    }
    EXPECT_TRUE(client.get_revenue(spring, linear, outlay::month{2026, 4}.dates()));
    EXPECT_EQ(server.last(), path + "LINEAR&startDate=2026-04-01&endDate=2026-04-30");
    server.asked.clear();
    EXPECT_EQ(code_of(client.get_revenue(spring, hubspot::attribution_model(9))), "attribution_model");
    EXPECT_EQ(code_of(client.get_revenue("")), "guid");
    EXPECT_THAT(server.asked, IsEmpty());
    server.answers = {ok("{}")};
    EXPECT_EQ(code_of(client.get_revenue(spring)), "no_reply");
    server.answers = {ok(R"({"message":"Down"})")}; // perhaps of a proxy
    EXPECT_EQ(code_of(client.get_revenue(spring)), "no_reply");
    server.answers = {ok(R"({"message":"Down","correlationId":"c-1"})")};
    EXPECT_EQ(client.get_revenue(spring).error().message(),
              "200: an error instead of a reply: error: Down (correlation id c-1)");
}

// --- the version

TEST(hubspot_campaign_calls, go_to_the_version_of_the_endpoint)
{
    recorder server{{ok(payload("campaign_list_reply_last"))}};
    hubspot::endpoint at{"token"};
    at.version = "2025-09";
    hubspot::client client{server, at, server.options()};
    std::string const older = "https://api.hubapi.com/marketing/campaigns/2025-09";
    EXPECT_TRUE(client.list_campaigns());
    EXPECT_THAT(server.asked.back().url, testing::StartsWith(older + "?"));
    (void)client.read_campaigns({"0a"});
    EXPECT_THAT(server.asked.back().url, testing::StartsWith(older + "/batch/read?"));
    (void)client.get_campaign("0a");
    EXPECT_THAT(server.asked.back().url, testing::StartsWith(older + "/0a?"));
    (void)client.get_revenue("0a");
    EXPECT_THAT(server.asked.back().url, testing::StartsWith(older + "/0a/reports/revenue?"));

    at.version = "2025";
    hubspot::client wrong{server, at, server.options()};
    server.asked.clear();
    EXPECT_EQ(code_of(wrong.list_campaigns()), "api_version");
    EXPECT_EQ(code_of(wrong.get_campaign("0a")), "api_version");
    EXPECT_EQ(code_of(wrong.get_revenue("0a")), "api_version");
    EXPECT_EQ(wrong.read_campaigns({"0a"})[0].failure()->report()[0].code, "api_version");

    hubspot::client in_the_open{server, hubspot::endpoint{.access_token = "token", .base_url = "http://example.com"}};
    EXPECT_EQ(in_the_open.read_campaigns({"0a"})[0].failure()->report()[0].code, "not_https");
    EXPECT_THAT(server.asked, IsEmpty());
}

} // namespace hubspot_campaign_client_test
