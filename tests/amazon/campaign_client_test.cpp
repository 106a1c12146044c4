#include "../http/recorder.hpp"
#include <cstddef>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The calls about campaigns, and the ids of lists, against a server with recorded bodies.

namespace campaign_client_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
namespace http = outlay::http;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

http::response reply(int status, std::string body)
{
    return {status, {{"Content-Type", "application/vnd.spCampaign.v3+json"}}, std::move(body)};
}
auto client_of(recorder& server)
{
    return ads::client{
        server,
        ads::endpoint{
            .region = ads::region::europe, .client_id = "client", .access_token = "token", .profile_id = "profile"},
        server.options()};
}

template<class Result>
std::string code_of(Result const& failed)
{
    return failed ? "" : failed.error().report()[0].code;
}

ads::campaign_budget_update update_of(std::string id, outlay::decimal amount = 50)
{
    return {.campaign_id = std::move(id), .budget = ads::campaign_budget::daily(amount)};
}

constexpr std::string_view media_type = "application/vnd.spCampaign.v3+json";
std::string const base = "https://advertising-api-eu.amazon.com";

// --- list_campaigns

TEST(list_campaigns, reads_all_pages)
{
    recorder server{
        {reply(200, payload("campaign_list_reply_first")), reply(200, payload("campaign_list_reply_last"))}};
    auto client = client_of(server);
    auto const all = client.list_campaigns().value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_THAT(all.campaigns, SizeIs(3));
    EXPECT_EQ(all.campaigns[2].campaign_id, "218293333782037");
    EXPECT_EQ(server.last(), "POST " + base + "/sp/campaigns/list");
    ASSERT_THAT(server.asked, SizeIs(2));
    EXPECT_EQ(server.asked[0].body, "{}");
    EXPECT_EQ(server.asked[1].body, R"({"nextToken":"AAAAcampaigns2"})");
    for (http::request const& asked : server.asked) {
        EXPECT_EQ(asked.header("Content-Type"), media_type);
        EXPECT_EQ(asked.header("Accept"), media_type);
        EXPECT_EQ(asked.header("Prefer"), std::nullopt);
        EXPECT_EQ(asked.header("Authorization"), "Bearer token");
        EXPECT_EQ(asked.header("Amazon-Advertising-API-ClientId"), "client");
        EXPECT_EQ(asked.header("Amazon-Advertising-API-Scope"), "profile");
    }
}

TEST(list_campaigns, sends_its_filter_with_every_page)
{
    recorder server{
        {reply(200, payload("campaign_list_reply_first")), reply(200, payload("campaign_list_reply_last"))}};
    auto client = client_of(server);
    EXPECT_TRUE(client.list_campaigns({.max_results = 2,
                                       .next_token = "AAAAcampaigns1",
                                       .state_filter = ads::campaign_state_filter{{ads::campaign_state::enabled}}}));
    EXPECT_EQ(server.asked.at(0).body,
              R"({"maxResults":2,"nextToken":"AAAAcampaigns1","stateFilter":{"include":["ENABLED"]}})");
    EXPECT_EQ(server.asked.at(1).body,
              R"({"maxResults":2,"nextToken":"AAAAcampaigns2","stateFilter":{"include":["ENABLED"]}})");
}

TEST(list_campaigns, sends_nothing_that_breaks_a_rule)
{
    recorder server;
    auto client = client_of(server);
    EXPECT_EQ(code_of(client.list_campaigns({.max_results = 0})), "at_least");
    EXPECT_EQ(code_of(client.list_campaigns({.campaign_id_filter = ads::campaign_id_filter{{""}}})), "length");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(list_campaigns, leaves_out_a_row_that_can_not_be_read)
{
    recorder server{{reply(200, R"({"campaigns":[
        {"budget":{"budget":1,"budgetType":"DAILY"},"campaignId":"1","name":"a","state":"ENABLED"},
        {"budget":{"budget":"2","budgetType":"DAILY"},"campaignId":"2","name":"b","state":"ENABLED"},
        {"budget":{"budget":3,"budgetType":"DAILY"},"campaignId":"3","name":"c","state":"ENABLED"}]})")}};
    auto client = client_of(server);
    auto const all = client.list_campaigns().value();
    ASSERT_THAT(all.campaigns, SizeIs(2));
    EXPECT_EQ(all.campaigns[1].campaign_id, "3");
    EXPECT_FALSE(all.is_complete());
    EXPECT_EQ(all.found[0].pointer, "/campaigns/1/budget/budget");
}

TEST(list_campaigns, ends_where_a_page_is_lost)
{
    recorder server{{reply(200, payload("campaign_list_reply_first")),
                     reply(403, R"({"code":"ACCESS_DENIED","message":"no access"})")}};
    auto client = client_of(server);
    auto const all = client.list_campaigns().value();
    EXPECT_THAT(all.campaigns, SizeIs(2));
    EXPECT_THAT(all.incomplete->message(), HasSubstr("ACCESS_DENIED: no access"));
    EXPECT_EQ(all.next_token, "AAAAcampaigns2");
    server.answers = {reply(200, payload("campaign_list_reply_first"))}; // the same page again and again
    server.asked.clear();
    EXPECT_EQ(client.list_campaigns().value().incomplete->report()[0].code, "repeated_page");
}

TEST(list_campaigns, accepts_200_only)
{
    for (int const status : {200, 207, 204}) {
        recorder server{{reply(status, payload("campaign_list_reply_last"))}};
        auto client = client_of(server);
        EXPECT_EQ(client.list_campaigns().has_value(), status == 200) << status;
    }
}

TEST(list_campaigns, comes_page_by_page)
{
    recorder server{
        {reply(200, payload("campaign_list_reply_first")), reply(200, payload("campaign_list_reply_last"))}};
    auto client = client_of(server);
    std::vector<std::size_t> sizes;
    for (auto const& page : client.campaign_pages()) sizes.push_back(page.value().campaigns.size());
    EXPECT_THAT(sizes, ElementsAre(2, 1));
}

// --- update_campaign_budgets

TEST(update_campaign_budgets, sends_budgets_and_nothing_else)
{
    recorder server{{reply(207, R"({"campaigns":{"success":[{"campaignId":"11","index":0},
                                                            {"campaignId":"12","index":1}],"error":[]}})")}};
    auto client = client_of(server);
    auto const done = client.update_campaign_budgets({update_of("11", 75.00_dec), update_of("12", 20.50_dec)});
    EXPECT_TRUE(done.ok());
    EXPECT_EQ(done[1].success()->campaign_id, ads::campaign_id("12"));
    EXPECT_EQ(server.last(), "PUT " + base + "/sp/campaigns");
    EXPECT_EQ(server.asked[0].header("Content-Type"), media_type);
    EXPECT_EQ(server.asked[0].header("Accept"), media_type);
    EXPECT_EQ(server.asked[0].header("Prefer"), std::nullopt);
    EXPECT_EQ(server.asked[0].body,
              R"({"campaigns":[{"campaignId":"11","budget":{"budget":75.00,"budgetType":"DAILY"}},)"
              R"({"campaignId":"12","budget":{"budget":20.50,"budgetType":"DAILY"}}]})");
}

TEST(update_campaign_budgets, may_ask_for_whole_campaigns)
{
    recorder server{{reply(207, R"({"campaigns":{"success":[{"campaignId":"11","index":0,"campaign":
        {"budget":{"budget":75.00,"budgetType":"DAILY","effectiveBudget":86.25},"campaignId":"11","name":"n",
         "startDate":"2026-03-01","state":"ENABLED","targetingType":"AUTO"}}]}})")}};
    auto client = client_of(server);
    auto const done = client.update_campaign_budgets({update_of("11", 75)}, ads::returned::whole_campaign);
    EXPECT_EQ(server.asked.at(0).header("Prefer"), "return=representation");
    ASSERT_NE(done[0].success(), nullptr);
    EXPECT_EQ(done[0].success()->campaign->budget.effective_budget, 86.25_dec);
}

TEST(update_campaign_budgets, has_no_obfuscated_ids_to_ask_for)
{
    recorder server;
    auto client = client_of(server);
    auto const refused = client.update_campaign_budgets({update_of("11")}, ads::returned::obfuscated_id);
    ASSERT_NE(refused[0].failure(), nullptr);
    EXPECT_EQ(refused[0].failure()->report()[0].code, "returned");
    auto const neither = client.update_campaign_budgets({update_of("11")}, ads::returned(9));
    EXPECT_EQ(neither[0].failure()->report()[0].code, "returned");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(update_campaign_budgets, returns_refusals_of_amazon_with_their_reasons)
{
    recorder server{{reply(207, payload("campaign_write_reply_all_errors"))}};
    auto client = client_of(server);
    std::vector<ads::campaign_budget_update> updates(17, update_of("1"));
    updates.push_back(update_of("218293333782035"));
    auto const all = client.update_campaign_budgets(updates);
    EXPECT_EQ(all.count_refused(), 17u);
    EXPECT_EQ(all.count_succeeded(), 1u);
    EXPECT_EQ(all[0].refusal()->errors[0].error_value->bidding_error->reason, ads::error_reason::bid_gt_budget);
    EXPECT_NE(all[17].success(), nullptr);
}

TEST(update_campaign_budgets, sends_1000_at_a_time)
{
    std::vector<std::size_t> sizes;
    auto const server = [&](http::request const& asked) {
        auto const request = outlay::decode<ads::update_campaign_budgets_request>(asked.body).value();
        sizes.push_back(request.campaigns.size());
        ads::campaign_write_reply answer;
        for (std::size_t i = 0; i < request.campaigns.size(); ++i)
            answer.campaigns.success.push_back(
                {.campaign_id = request.campaigns[i].campaign_id, .index = static_cast<std::uint32_t>(i)});
        return reply(207, outlay::encode(answer));
    };
    ads::client client{server, ads::endpoint{}};
    std::vector<ads::campaign_budget_update> updates;
    for (std::size_t i = 0; i < 1001; ++i) updates.push_back(update_of(std::to_string(i + 1)));
    auto const all = client.update_campaign_budgets(updates);
    EXPECT_TRUE(all.ok());
    EXPECT_EQ(all[1000].success()->campaign_id, ads::campaign_id("1001"));
    EXPECT_THAT(sizes, ElementsAre(1000, 1));
}

TEST(update_campaign_budgets, does_not_send_an_item_that_breaks_a_rule)
{
    recorder server{{reply(207, R"({"campaigns":{"success":[{"campaignId":"2","index":0}]}})")}};
    auto client = client_of(server);
    auto const all = client.update_campaign_budgets({update_of("1", 0), update_of("2", 5)});
    EXPECT_EQ(server.asked.at(0).body,
              R"({"campaigns":[{"campaignId":"2","budget":{"budget":5,"budgetType":"DAILY"}}]})");
    EXPECT_EQ(all[0].failure()->report()[0].code, "budget_too_low");
    EXPECT_NE(all[1].success(), nullptr);
}

TEST(update_campaign_budgets, fails_an_item_whose_row_is_missing_or_of_another)
{
    auto const codes = [](std::string body) {
        recorder server{{reply(207, std::move(body))}};
        auto client = client_of(server);
        std::vector<std::string> all;
        for (auto const& each : client.update_campaign_budgets({update_of("11"), update_of("12")}))
            all.push_back(each.failure() != nullptr ? each.failure()->report()[0].code : "");
        return all;
    };
    EXPECT_THAT(codes(R"({"campaigns":{"success":[{"campaignId":"11","index":0}]}})"),
                ElementsAre("", "index_missing"));
    EXPECT_THAT(codes(R"({"campaigns":{"success":[{"campaignId":"11","index":0},{"campaignId":"13","index":1}]}})"),
                ElementsAre("", "id_mismatch"));
    EXPECT_THAT(codes(R"({"campaigns":{"success":[{"campaignId":"11","index":0},{"campaignId":"11","index":0}]}})"),
                ElementsAre("index_repeated", "index_missing"));
    EXPECT_THAT(codes(R"({"code":"INTERNAL","message":"broken"})"), SizeIs(2)); // an error in place of rows
    EXPECT_THAT(codes(R"({"code":"INTERNAL","message":"broken"})"), testing::Each(testing::Ne("")));
}

TEST(update_campaign_budgets, reports_an_error_for_every_item)
{
    recorder server{{reply(400, R"({"code":"INVALID_ARGUMENT","message":"bad body"})")}};
    auto client = client_of(server);
    auto const all = client.update_campaign_budgets({update_of("1"), update_of("2")});
    EXPECT_EQ(all.count_failed(), 2u);
    EXPECT_THAT(all[1].failure()->message(), HasSubstr("INVALID_ARGUMENT: bad body"));
}

// --- the ids of lists

TEST(list_portfolios, has_canonical_ids_by_default)
{
    recorder server{{reply(200, R"({"portfolios":[{"portfolioId":"A0B1-c2_D3","name":"n","state":"ENABLED"}],
                                    "totalResults":1})")}};
    auto client = client_of(server);
    EXPECT_TRUE(client.list_portfolios());
    EXPECT_EQ(server.asked.back().header("Prefer"), std::nullopt);
    auto const hidden = client.list_portfolios({}, ads::returned::obfuscated_id).value();
    EXPECT_EQ(server.asked.back().header("Prefer"), "return=obfuscatedObjectId");
    EXPECT_EQ(server.asked.back().body, "{}");
    EXPECT_EQ(hidden.portfolios.at(0).portfolio_id, "A0B1-c2_D3");
    EXPECT_TRUE(hidden.is_complete());
    EXPECT_TRUE(client.list_portfolios({}, ads::returned::whole_portfolio)); // a list has no other
    EXPECT_EQ(server.asked.back().header("Prefer"), std::nullopt);
    EXPECT_EQ(code_of(client.list_portfolios({}, ads::returned(9))), "returned");
}

TEST(list_portfolios, asks_for_the_same_ids_on_every_page)
{
    recorder server{
        {reply(200, R"({"portfolios":[{"portfolioId":"A1","name":"n","state":"ENABLED"}],"nextToken":"t"})"),
         reply(200, R"({"portfolios":[{"portfolioId":"A2","name":"n","state":"ENABLED"}]})")}};
    auto client = client_of(server);
    // A filter has canonical ids, which never equal the ids of rows: the rows are kept.
    ads::list_portfolios_request const filter{.portfolio_id_filter =
                                                  ads::portfolio_id_filter{{"190881001", "190881002"}}};
    EXPECT_THAT(client.list_portfolios(filter, ads::returned::obfuscated_id).value().portfolios, SizeIs(2));
    ASSERT_THAT(server.asked, SizeIs(2));
    for (http::request const& asked : server.asked) EXPECT_EQ(asked.header("Prefer"), "return=obfuscatedObjectId");
    server.asked.clear();
    std::size_t pages = 0;
    for (auto const& page : client.portfolio_pages({}, ads::returned::obfuscated_id)) pages += page.has_value();
    EXPECT_EQ(pages, 2u);
    EXPECT_EQ(server.asked.at(1).header("Prefer"), "return=obfuscatedObjectId");
}

} // namespace campaign_client_test
