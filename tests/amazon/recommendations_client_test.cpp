#include "../http/recorder.hpp"
#include <cstddef>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Recommendations of all three products, from a server with recorded bodies.

namespace recommendations_client_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
namespace http = outlay::http;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using enum ads::ad_product;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

http::response ok(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}
auto client_of(recorder& server)
{
    return ads::client{
        server,
        ads::endpoint{
            .region = ads::region::europe, .client_id = "client", .access_token = "token", .profile_id = "profile"},
        server.options()};
}

/// The code of the failure of an item.
template<class Outcome>
std::string code_of(Outcome const& item)
{
    return item.failure() != nullptr ? item.failure()->report()[0].code : "";
}

TEST(campaign_budget_recommendations, asks_each_product_at_its_place)
{
    recorder server{{ok(200, "{}")}};
    auto amazon = client_of(server);
    auto const ask = [&](ads::ad_product product) {
        (void)amazon.campaign_budget_recommendations(product, {"c1", "c2"});
        EXPECT_EQ(server.asked.back().header("Content-Type"), server.asked.back().header("Accept"));
        return server.last() + " " + std::string(*server.asked.back().header("Accept"));
    };
    EXPECT_EQ(ask(sponsored_products), "POST https://advertising-api-eu.amazon.com/sp/campaigns/budgetRecommendations "
                                       "application/vnd.budgetrecommendation.v3+json");
    EXPECT_EQ(ask(sponsored_brands), "POST https://advertising-api-eu.amazon.com/sb/campaigns/budgetRecommendations "
                                     "application/vnd.sbbudgetrecommendation.v4+json");
    EXPECT_EQ(ask(sponsored_display), "POST https://advertising-api-eu.amazon.com/sd/campaigns/budgetRecommendations "
                                      "application/vnd.sdbudgetrecommendations.v3+json");
    for (http::request const& asked : server.asked) {
        EXPECT_EQ(asked.body, R"({"campaignIds":["c1","c2"]})");
        EXPECT_EQ(asked.header("Authorization"), "Bearer token");
        EXPECT_EQ(asked.header("Amazon-Advertising-API-ClientId"), "client");
        EXPECT_EQ(asked.header("Amazon-Advertising-API-Scope"), "profile");
    }
    server.asked.clear();
    EXPECT_EQ(code_of(amazon.campaign_budget_recommendations(ads::ad_product(3), {"c1"})[0]), "ad_product");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(campaign_budget_recommendations, reads_each_product)
{
    recorder server{{ok(200, payload("budget_recommendation_reply_sp_out_of_budget"))}};
    auto amazon = client_of(server);
    auto const products = amazon.campaign_budget_recommendations(sponsored_products, {"259207489965973"});
    EXPECT_TRUE(products.ok());
    EXPECT_EQ(products[0].success()->suggested_budget, 13);

    server.answers = {ok(207, payload("budget_recommendation_reply_sb"))};
    auto const brands = amazon.campaign_budget_recommendations(
        sponsored_brands, {"181170450160842", "181170450160844", "181170450160843"});
    EXPECT_EQ(brands[0].success()->suggested_budget, 42.75_dec);
    EXPECT_EQ(brands[1].refusal()->reason().code, "404");
    EXPECT_TRUE(brands[2].success()->suggested_budget.is_null());

    server.answers = {ok(207, payload("budget_recommendation_reply_sd"))};
    auto const display =
        amazon.campaign_budget_recommendations(sponsored_display, {"91100000000002", "91100000000001"});
    EXPECT_EQ(display[0].refusal()->to_string(), "422: Campaign is archived");
    EXPECT_EQ(display[1].success()->suggested_budget, 7.5_dec);
    EXPECT_THAT(display.found().notices(), SizeIs(3)); // -1, upper below lower, and an unknown field
}

TEST(campaign_budget_recommendations, takes_a_refusal_that_is_nested)
{
    recorder server{{ok(200, payload("budget_recommendation_reply_sp_specification"))}};
    auto amazon = client_of(server);
    auto const all = amazon.campaign_budget_recommendations(
        sponsored_products, {"A0", "A3REPY26ZX1BSY", "A1N2ZCAWZZAX89", "A7X89CAWZZAX89"});
    EXPECT_EQ(code_of(all[0]), "index_missing");
    EXPECT_EQ(all[1].success()->suggested_budget, 3);
    EXPECT_EQ(all[2].refusal()->reason().details, "Bad Request.");
    EXPECT_FALSE(all[3].success()->suggested_budget.has_value());
}

TEST(campaign_budget_recommendations, accepts_200_and_207)
{
    for (auto const product : {sponsored_products, sponsored_brands, sponsored_display})
        for (int const status : {200, 207, 201, 202, 204}) {
            recorder server{{ok(status, R"({"success":[{"index":0,"campaignId":"1","suggestedBudget":1}]})")}};
            auto amazon = client_of(server);
            EXPECT_EQ(amazon.campaign_budget_recommendations(product, {"1"}).ok(), status == 200 || status == 207)
                << status;
        }
}

TEST(campaign_budget_recommendations, takes_no_empty_reply_for_success)
{
    for (std::string_view const body :
         {"{}", "", R"({"success":[],"error":[]})",
          R"({"budgetRecommendationsSuccessResults":[],"budgetRecommendationsErrorResults":[]})"}) {
        recorder server{{ok(200, std::string(body))}};
        auto amazon = client_of(server);
        auto const all = amazon.campaign_budget_recommendations(sponsored_products, {"1", "2"});
        EXPECT_EQ(all.count_failed(), 2u) << body;
    }
}

TEST(campaign_budget_recommendations, takes_no_error_for_rows)
{
    recorder server{{ok(200, R"({"code":"422","details":"campaigns of another account"})")}};
    auto amazon = client_of(server);
    auto const all = amazon.campaign_budget_recommendations(sponsored_products, {"1"});
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("campaigns of another account"));

    server.answers = {ok(403, R"({"code":"403","details":"no access"})")};
    EXPECT_EQ(code_of(amazon.campaign_budget_recommendations(sponsored_brands, {"1"})[0]), "http_403");
}

TEST(campaign_budget_recommendations, gives_no_item_the_row_of_another)
{
    recorder server{{ok(207, R"({"success":[{"index":0,"campaignId":"2","suggestedBudget":9},
                                            {"index":2,"campaignId":"3","suggestedBudget":"x"}]})")}};
    auto amazon = client_of(server);
    auto const all = amazon.campaign_budget_recommendations(sponsored_brands, {"1", "2", "3", "4"});
    EXPECT_EQ(all.count_failed(), 4u);
    EXPECT_EQ(code_of(all[0]), "id_mismatch");
    EXPECT_EQ(code_of(all[1]), "index_missing");
    EXPECT_EQ(code_of(all[2]), "type"); // its row can't be read
    EXPECT_EQ(code_of(all[3]), "index_missing");

    // A row in each envelope contradicts the other.
    server.answers = {ok(200, R"({"budgetRecommendationsSuccessResults":[{"index":0,"campaignId":"1"}],
                                  "error":[{"index":0,"campaignId":"1","code":"404"}]})")};
    EXPECT_EQ(amazon.campaign_budget_recommendations(sponsored_products, {"1"}).count_failed(), 1u);
}

TEST(campaign_budget_recommendations, asks_for_100_at_a_time_and_for_no_id_twice)
{
    recorder server{{ok(207, R"({"success":[{"index":0,"suggestedBudget":1}]})")}};
    auto amazon = client_of(server);
    std::vector<ads::campaign_id> ids;
    for (std::size_t i = 0; i < 201; ++i) ids.push_back(ads::campaign_id::from_number(i));
    ids.push_back(ids[0]);
    ids.push_back("an id with blanks");
    auto const all = amazon.campaign_budget_recommendations(sponsored_brands, ids);
    ASSERT_THAT(server.asked, SizeIs(3));
    EXPECT_EQ(server.asked[2].body, R"({"campaignIds":["200"]})");
    std::vector<std::size_t> done;
    for (auto const& one : all)
        if (one.success() != nullptr) done.push_back(one.index);
    EXPECT_THAT(done, ElementsAre(0, 100, 200, 201));
    EXPECT_EQ(code_of(all[202]), "id_characters");
}

} // namespace recommendations_client_test
