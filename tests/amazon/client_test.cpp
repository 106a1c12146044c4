#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <string>
#include <utility>
#include <vector>

namespace amazon_client_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;

std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/amazon/" + name + ".json");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Answers everything with one reply, and keeps what was asked.
struct recorder {
    http::response answer{};
    std::vector<http::request> asked{};

    http::response operator()(http::request const& r)
    {
        asked.push_back(r);
        return answer;
    }
    http::request const& last() const { return asked.back(); }
};

std::string line(http::request const& r) { return std::string(http::to_string(r.method)) + " " + r.url; }

TEST(amazon_client, asks_each_product_at_its_place)
{
    recorder server;
    ads::client amazon{server, ads::endpoint{ads::region::north_america, "client", "token", "profile"}};
    auto const ask = [&](ads::ad_product product) {
        (void)amazon.campaign_budget_usage(product, {"c1"});
        EXPECT_EQ(server.last().header("Content-Type"), server.last().header("Accept"));
        return line(server.last()) + " " + std::string(*server.last().header("Accept"));
    };
    EXPECT_EQ(ask(ads::ad_product::sponsored_products),
              "POST https://advertising-api.amazon.com/sp/campaigns/budget/usage "
              "application/vnd.spcampaignbudgetusage.v1+json");
    EXPECT_EQ(ask(ads::ad_product::sponsored_brands),
              "POST https://advertising-api.amazon.com/sb/campaigns/budget/usage "
              "application/vnd.sbcampaignbudgetusage.v1+json");
    EXPECT_EQ(ask(ads::ad_product::sponsored_display),
              "POST https://advertising-api.amazon.com/sd/campaigns/budget/usage "
              "application/vnd.sdcampaignbudgetusage.v1+json");
    EXPECT_EQ(server.last().body, R"({"campaignIds":["c1"]})");
    EXPECT_EQ(server.last().header("Authorization"), "Bearer token");
    EXPECT_EQ(server.last().header("Amazon-Advertising-API-ClientId"), "client");
    EXPECT_EQ(server.last().header("Amazon-Advertising-API-Scope"), "profile");
}

TEST(amazon_client, asks_the_server_of_the_region)
{
    recorder server;
    auto const host = [&](ads::endpoint where) {
        ads::client amazon{server, std::move(where)};
        (void)amazon.portfolio_budget_usage({"1"});
        return line(server.last());
    };
    EXPECT_EQ(host({ads::region::europe, "c", "t", "p"}),
              "POST https://advertising-api-eu.amazon.com/portfolios/budget/usage");
    EXPECT_EQ(host({ads::region::far_east, "c", "t", "p"}),
              "POST https://advertising-api-fe.amazon.com/portfolios/budget/usage");
    EXPECT_EQ(host({.access_token = "t", .base_url = "https://proxy.example.com/ads"}),
              "POST https://proxy.example.com/ads/portfolios/budget/usage");
    EXPECT_EQ(server.last().header("Accept"), "application/vnd.portfoliobudgetusage.v1+json");
    EXPECT_EQ(server.last().body, R"({"portfolioIds":["1"]})");
}

TEST(amazon_client, writes_portfolios)
{
    recorder server;
    ads::client amazon{server, ads::endpoint{{}, "client", "token", "profile"}};
    (void)amazon.create_portfolios({{.name = "spring"}});
    EXPECT_EQ(line(server.last()), "POST https://advertising-api.amazon.com/portfolios");
    EXPECT_EQ(server.last().header("Content-Type"), "application/vnd.spPortfolio.v3+json");
    EXPECT_EQ(server.last().header("Prefer"), std::nullopt);
    EXPECT_EQ(server.last().body, R"({"portfolios":[{"name":"spring","state":"ENABLED"}]})");

    (void)amazon.update_portfolios({{.name = "summer", .portfolio_id = "7"}}, ads::returned::whole_portfolio);
    EXPECT_EQ(line(server.last()), "PUT https://advertising-api.amazon.com/portfolios");
    EXPECT_EQ(server.last().header("Prefer"), "return=representation");
    EXPECT_EQ(server.last().body, R"({"portfolios":[{"name":"summer","portfolioId":"7"}]})");

    (void)amazon.create_portfolios({{.name = "spring"}}, ads::returned::obfuscated_id);
    EXPECT_EQ(server.last().header("Prefer"), "return=obfuscatedObjectId");

    (void)amazon.list_portfolios();
    EXPECT_EQ(line(server.last()), "POST https://advertising-api.amazon.com/portfolios/list");
    EXPECT_EQ(server.last().body, "{}");
}

TEST(amazon_client, accepts_200_and_207)
{
    for (int const status : {200, 207, 201, 202, 204, 299}) {
        recorder server{
            {status, {{"content-type", "Application/JSON; charset=UTF-8"}}, R"({"success":[{"index":0}]})"}};
        ads::client amazon{server, ads::endpoint{}};
        EXPECT_EQ(amazon.portfolio_budget_usage({"1"}).ok(), status == 200 || status == 207) << status;
        recorder lists{{status, {}, R"({"portfolios":[]})"}};
        ads::client list{lists, ads::endpoint{}};
        EXPECT_EQ(list.list_portfolios().has_value(), status == 200) << status;
    }
}

TEST(amazon_client, reads_the_samples)
{
    recorder server{{207, {}, payload("campaign_usage_reply_ten_campaigns")}};
    ads::client amazon{server, ads::endpoint{}};
    auto const reply = outlay::decode<ads::campaign_usage_reply>(server.answer.body).value();
    std::vector<ads::campaign_id> ids(10);
    for (ads::campaign_usage const& row : reply.success) ids[*row.index] = *row.campaign_id;
    for (ads::usage_error const& row : reply.error) ids[*row.index] = *row.campaign_id;
    auto const all = amazon.campaign_budget_usage({}, ids);
    EXPECT_EQ(all.count_succeeded() + all.count_refused(), 10u);

    server.answer = {207, {}, payload("portfolio_write_reply_all_errors")};
    auto const portfolios = std::vector<ads::new_portfolio>(10, {.name = "x"});
    auto const refused = amazon.create_portfolios(portfolios);
    ASSERT_NE(refused[0].refusal(), nullptr);
    EXPECT_FALSE(refused[0].refusal()->errors.empty());

    server.answer = {200, {}, payload("portfolio_list_reply_sharing_enabled")};
    auto const list = amazon.list_portfolios().value();
    EXPECT_EQ(list.portfolios.size(), 2u); // of two pages that are the same: the nextToken of both is "string"
    EXPECT_EQ(list.incomplete->report()[0].code, "repeated_page");
}

TEST(amazon_client, names_status_code_and_message_of_an_error)
{
    auto const message_of = [](http::response answer) {
        recorder server{std::move(answer)};
        ads::client amazon{server, ads::endpoint{}, {.retry = {.attempts = 1}}};
        auto const why = amazon.list_portfolios().error();
        EXPECT_EQ(why.kind(), outlay::error_kind::http);
        return why.report()[0].code + " " + why.message();
    };
    EXPECT_EQ(message_of({400, {}, R"({"code":"INVALID_ARGUMENT","message":"bad filter","errors":[{"x":1}]})"}),
              R"(http_400 400 Bad Request: INVALID_ARGUMENT: bad filter; errors [{"x":1}])");
    EXPECT_EQ(message_of({422, {}, R"({"code":"422","details":"no"})"}), "http_422 422 Unprocessable Content: 422: no");
    EXPECT_EQ(message_of({429, {{"x-amzn-RequestId", "r-1"}}, R"({"code":"THROTTLED","message":"Too many requests"})"}),
              "http_429 429 Too Many Requests: THROTTLED: Too many requests (request id r-1)");
    EXPECT_EQ(message_of({500, {}, "{}"}), "http_500 500 Internal Server Error: {}");
    EXPECT_EQ(message_of({418, {}, ""}), "http_418 418: (no body)");
    EXPECT_EQ(message_of({403, {}, "\x1b[31m<html>\n" + std::string(5000, 'x')}),
              "http_403 403 Forbidden: \\u001b[31m<html>\\u000a" + std::string(188, 'x') + "...");
}

} // namespace amazon_client_test
