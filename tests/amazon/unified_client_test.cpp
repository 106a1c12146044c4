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

// The calls of the unified API against a server with recorded bodies.

namespace unified_client_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
namespace unified = outlay::amazon::unified;
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

http::response ok(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

ads::endpoint const endpoint{.region = ads::region::europe, .client_id = "client", .access_token = "token"};

auto client_of(recorder& server) { return ads::client{server, endpoint, server.options()}; }

template<class Result>
std::string code_of(Result const& failed)
{
    return failed ? "" : failed.error().report()[0].code;
}
template<class Success, class Failure>
std::string code_of(outlay::outcome<Success, Failure> const& item)
{
    return item.failure() != nullptr ? item.failure()->report()[0].code : "";
}

unified::query_campaigns_request const products =
    unified::query_campaigns_request::of(unified::ad_product::sponsored_products);
outlay::currency const usd{"USD"};

std::vector<unified::campaign_update> updates(std::size_t count)
{
    std::vector<unified::campaign_update> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back({.budgets = {unified::daily_budget({31.25_dec, usd})},
                       .campaign_id = ads::campaign_id::from_number(501 + i)});
    return all;
}

// --- headers

TEST(unified_client, names_client_account_and_profile)
{
    recorder server{{ok(200, R"({"campaigns":[]})")}};
    server.asked.reserve(4); // keeps references valid
    auto const asked = [&server](ads::endpoint at) -> http::request const& {
        ads::client amazon{server, std::move(at)};
        EXPECT_TRUE(amazon.query_campaigns(products));
        return server.asked.back();
    };
    ads::endpoint at = endpoint;
    http::request const& bare = asked(at);
    EXPECT_EQ(bare.header("Authorization"), "Bearer token");
    EXPECT_EQ(bare.header("Amazon-Ads-ClientId"), "client");
    EXPECT_EQ(bare.header("Amazon-Advertising-API-ClientId"), std::nullopt);
    EXPECT_EQ(bare.header("Amazon-Ads-AccountId"), std::nullopt);
    EXPECT_EQ(bare.header("Amazon-Advertising-API-Scope"), std::nullopt);
    EXPECT_EQ(bare.header("Content-Type"), "application/json");
    EXPECT_EQ(bare.header("Accept"), "application/json");
    at.profile_id = "profile";
    EXPECT_EQ(asked(at).header("Amazon-Advertising-API-Scope"), "profile");
    EXPECT_EQ(server.asked.back().header("Amazon-Ads-AccountId"), std::nullopt);
    at.account_id = "account";
    at.profile_id = "";
    EXPECT_EQ(asked(at).header("Amazon-Ads-AccountId"), "account");
    EXPECT_EQ(server.asked.back().header("Amazon-Advertising-API-Scope"), std::nullopt);

    at.client_id = "";
    EXPECT_EQ(asked(at).header("Amazon-Ads-ClientId"), "") << "only headers of account and profile are optional";
    at.client_id = "client";

    at.account_id = "two\nlines";
    ads::client amazon{server, at};
    EXPECT_EQ(code_of(amazon.query_campaigns(products)), "header_value");
    EXPECT_EQ(code_of(amazon.update_campaigns(updates(1))[0]), "header_value");
}

TEST(unified_client, leaves_other_calls_as_they_are)
{
    recorder server{{ok(200, "{}")}};
    ads::endpoint at = endpoint;
    at.account_id = "account";
    ads::client amazon{server, at};
    (void)amazon.portfolio_budget_usage({"1"});
    EXPECT_EQ(server.asked.back().header("Amazon-Ads-AccountId"), std::nullopt);
    EXPECT_EQ(server.asked.back().header("Amazon-Advertising-API-ClientId"), "client");
}

// --- query_campaigns

TEST(unified_query_campaigns, reads_all_pages)
{
    recorder server{
        {ok(200, payload("unified_campaign_list_reply")), ok(200, payload("unified_campaign_list_reply_dsp"))}};
    auto amazon = client_of(server);
    auto const all = amazon.query_campaigns(products).value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_THAT(all.campaigns, SizeIs(3));
    EXPECT_EQ(outlay::status_of(all.campaigns[0]).limit(), 31.25_dec);
    ASSERT_THAT(server.asked, SizeIs(2));
    EXPECT_EQ(server.last(), "POST https://advertising-api-eu.amazon.com/adsApi/v1/query/campaigns");
    EXPECT_EQ(server.asked[0].body, R"({"adProductFilter":{"include":["SPONSORED_PRODUCTS"]}})");
    EXPECT_EQ(server.asked[1].body, R"({"adProductFilter":{"include":["SPONSORED_PRODUCTS"]},"nextToken":"page-2"})");
}

TEST(unified_query_campaigns, sends_its_filters_and_begins_at_a_page)
{
    recorder server{{ok(200, R"({"campaigns":[]})")}};
    auto amazon = client_of(server);
    auto filter = products;
    filter.max_results = 5;
    filter.next_token = "page-7";
    filter.state_filter = unified::state_filter{.include = {outlay::open_enum(unified::campaign_state::enabled)}};
    EXPECT_TRUE(amazon.query_campaigns(filter).value().is_complete());
    EXPECT_EQ(server.asked[0].body, R"({"adProductFilter":{"include":["SPONSORED_PRODUCTS"]},"maxResults":5,)"
                                    R"("nextToken":"page-7","stateFilter":{"include":["ENABLED"]}})");
}

TEST(unified_query_campaigns, sends_nothing_that_breaks_a_rule)
{
    recorder server;
    auto amazon = client_of(server);
    EXPECT_EQ(code_of(amazon.query_campaigns({})), "field_size_is_out_of_range"); // the product is required
    auto filter = products;
    filter.max_results = 5001;
    EXPECT_EQ(code_of(amazon.query_campaigns(filter)), "field_value_is_out_of_range");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(unified_query_campaigns, leaves_out_a_row_that_can_not_be_read)
{
    recorder server{{ok(200, R"({"campaigns":[
        {"adProduct":"AMAZON_DSP","campaignId":"1","name":"a","state":"ENABLED"},
        {"adProduct":"AMAZON_DSP","campaignId":"2","name":"b","state":"ENABLED","budgets":[{"budgetType":"MONETARY","budgetValue":7,"recurrenceTimePeriod":"DAILY"}]},
        {"adProduct":"AMAZON_DSP","campaignId":"3","name":"c","state":"ENABLED"}]})")}};
    auto amazon = client_of(server);
    auto const all = amazon.query_campaigns(products).value();
    ASSERT_THAT(all.campaigns, SizeIs(2));
    EXPECT_EQ(all.campaigns[1].campaign_id, "3");
    EXPECT_FALSE(all.is_complete());
    EXPECT_EQ(all.found[0].pointer, "/campaigns/1/budgets/0/budgetValue");
}

TEST(unified_query_campaigns, ends_where_a_page_is_lost)
{
    recorder server{{ok(200, payload("unified_campaign_list_reply")),
                     ok(403, R"({"code":"FORBIDDEN","message":"no access to this account"})")}};
    auto amazon = client_of(server);
    auto const all = amazon.query_campaigns(products).value();
    EXPECT_THAT(all.campaigns, SizeIs(2));
    EXPECT_THAT(all.incomplete->message(), HasSubstr("FORBIDDEN: no access to this account"));
    EXPECT_EQ(all.next_token, "page-2");

    server.answers = {ok(200, payload("unified_campaign_list_reply"))}; // the same page again and again
    server.asked.clear();
    EXPECT_EQ(amazon.query_campaigns(products).value().incomplete->report()[0].code, "repeated_page");
}

TEST(unified_query_campaigns, takes_an_empty_list_and_no_error_for_one)
{
    recorder server{{ok(200, R"({"campaigns":[]})")}};
    auto amazon = client_of(server);
    EXPECT_TRUE(amazon.query_campaigns(products).value().is_complete());
    server.answers = {ok(200, R"({"code":"INTERNAL_ERROR","message":"try later"})")};
    EXPECT_THAT(amazon.query_campaigns(products).error().message(), HasSubstr("try later"));
    server.answers = {ok(200, "{}")};
    EXPECT_EQ(code_of(amazon.query_campaigns(products)), "no_reply");
    for (int const status : {201, 204, 207}) {
        server.answers = {ok(status, R"({"campaigns":[]})")};
        EXPECT_FALSE(amazon.query_campaigns(products)) << status;
    }
}

TEST(unified_query_campaigns, comes_page_by_page)
{
    recorder server{
        {ok(200, payload("unified_campaign_list_reply")), ok(200, payload("unified_campaign_list_reply_dsp"))}};
    auto amazon = client_of(server);
    std::vector<std::size_t> sizes;
    for (auto const& page : amazon.query_campaign_pages(products)) sizes.push_back(page.value().campaigns.size());
    EXPECT_THAT(sizes, ElementsAre(2, 1));
}

// --- update_campaigns

TEST(unified_update_campaigns, gives_each_item_its_row_of_three_lists)
{
    recorder server{{ok(207, payload("unified_campaign_write_reply"))}};
    auto amazon = client_of(server);
    auto const all = amazon.update_campaigns(updates(3));
    EXPECT_EQ(server.last(), "POST https://advertising-api-eu.amazon.com/adsApi/v1/update/campaigns");
    EXPECT_THAT(server.asked[0].body,
                testing::StartsWith(
                    R"({"campaigns":[{"budgets":[{"budgetType":"MONETARY","budgetValue":{"monetaryBudgetValue":)"
                    R"({"monetaryBudget":{"value":31.25}}},"recurrenceTimePeriod":"DAILY"}],"campaignId":"501"},)"));
    EXPECT_EQ(unified::amount_of(all[0].success()->campaign->budgets[0])->value, 31.25_dec);
    EXPECT_EQ(all[0].refusal(), nullptr);
    EXPECT_EQ(all[1].success(), nullptr);
    EXPECT_EQ(all[1].refusal()->errors[0].code, unified::error_code::resource_id_not_found);
    EXPECT_TRUE(all[2].is_partial());
    EXPECT_EQ(all[2].success()->campaign->campaign_id, "503");
    EXPECT_EQ(all[2].success()->index, 2u);
    EXPECT_EQ(all[2].refusal()->to_string(), "FIELD_VALUE_IS_BELOW_MINIMUM_LIMIT: The lifetime budget is too low. "
                                             "(campaigns[2].budgets[1].budgetValue)");
    EXPECT_EQ(all.count_succeeded() + 10 * all.count_partial() + 100 * all.count_refused(), 111u);
}

TEST(unified_update_campaigns, gives_no_item_the_row_of_another)
{
    std::string const campaign = R"("campaign":{"adProduct":"AMAZON_DSP","name":"n","state":"ENABLED","campaignId":")";
    recorder server{{ok(207, R"({"success":[{"index":0,)" + campaign + R"(502"}},{"index":2}],"partialSuccess":[)" +
                                 R"({"index":3,"errors":[{"code":"CONFLICT"}],)" + campaign + R"(501"}}]})")}};
    auto amazon = client_of(server);
    auto const all = amazon.update_campaigns(updates(4));
    EXPECT_EQ(code_of(all[0]), "id_mismatch");
    EXPECT_EQ(code_of(all[1]), "index_missing");
    EXPECT_NE(all[2].success(), nullptr); // a row without a campaign, by its index
    EXPECT_EQ(code_of(all[3]), "id_mismatch");

    server.answers = {ok(207, R"({"success":[{"index":0}],"error":[{"index":0,"errors":[{"code":"CONFLICT"}]}]})")};
    EXPECT_EQ(code_of(amazon.update_campaigns(updates(1))[0]), "index_repeated");
}

TEST(unified_update_campaigns, fails_alone_where_its_row_can_not_be_read)
{
    recorder server{{ok(207, R"({"success":[{"index":0},{"index":1,"campaign":{"name":"n"}}],
                                 "error":[{"index":2,"errors":[{"code":7}]}]})")}};
    auto amazon = client_of(server);
    auto const all = amazon.update_campaigns(updates(3));
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(code_of(all[1]), "missing");
    EXPECT_EQ(code_of(all[2]), "type");
}

TEST(unified_update_campaigns, takes_no_error_for_rows)
{
    recorder server{{ok(207, R"({"code":"INTERNAL_ERROR","message":"try later"})")}};
    auto amazon = client_of(server);
    EXPECT_THAT(amazon.update_campaigns(updates(1))[0].failure()->message(), HasSubstr("try later"));
    server.answers = {ok(207, "{}")};
    EXPECT_EQ(amazon.update_campaigns(updates(2)).count_failed(), 2u);
    server.answers = {ok(400, R"({"code":"BAD_REQUEST","message":"what is this"})")};
    EXPECT_EQ(code_of(amazon.update_campaigns(updates(1))[0]), "http_400");
    for (int const status : {200, 207, 201, 202}) {
        server.answers = {ok(status, R"({"success":[{"index":0}]})")};
        EXPECT_EQ(amazon.update_campaigns(updates(1)).ok(), status == 200 || status == 207) << status;
    }
}

TEST(unified_update_campaigns, sends_1000_at_a_time_and_none_that_breaks_a_rule)
{
    recorder server{{ok(207, R"({"success":[{"index":0}]})")}};
    auto amazon = client_of(server);
    auto all = updates(1001);
    all[1].budgets.clear();
    all[2].ad_product = outlay::open_enum(unified::ad_product::sponsored_products);
    all[2].budgets = {unified::monthly_budget({1, usd})};
    auto const done = amazon.update_campaigns(all);
    ASSERT_THAT(server.asked, SizeIs(2));
    EXPECT_NE(done[0].success(), nullptr);
    EXPECT_EQ(code_of(done[1]), "field_size_is_out_of_range");
    EXPECT_EQ(code_of(done[2]), "field_value_is_invalid");
    EXPECT_EQ(code_of(done[3]), "index_missing");
    EXPECT_NE(done[1000].success(), nullptr);
    EXPECT_THAT(server.asked[0].body, testing::Not(HasSubstr("MONTHLY")));
    EXPECT_THAT(server.asked[1].body, HasSubstr(R"("campaignId":"1501")"));

    // Two updates of one campaign are both sent.
    server.asked.clear();
    auto twice = updates(1);
    twice.push_back(twice[0]);
    EXPECT_EQ(amazon.update_campaigns(twice).count_succeeded(), 1u);
    EXPECT_EQ(outlay::decode<unified::update_campaigns_request>(server.asked[0].body).value().campaigns.size(), 2u);
}

} // namespace unified_client_test
