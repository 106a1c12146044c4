#include "../http/recorder.hpp"
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The calls about budget rules against a server with recorded bodies.

namespace budget_rules_client_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
namespace http = outlay::http;
using ads::ad_product;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto products = ad_product::sponsored_products;
constexpr auto brands = ad_product::sponsored_brands;
constexpr auto display = ad_product::sponsored_display;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/budget_rule_", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

http::response ok(std::string body) { return {200, {{"Content-Type", "application/json"}}, std::move(body)}; }
http::response multi(std::string body) { return {207, {{"Content-Type", "application/json"}}, std::move(body)}; }
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

/// The first code of an item's failure.
template<class Outcome>
std::string why(Outcome const& one)
{
    return one.failure() != nullptr ? one.failure()->report()[0].code : "";
}

std::string const base = "https://advertising-api-eu.amazon.com";
ads::budget_rule_id const prime_week("5bc531de-f000-44cf-8a86-54189bcdd380");
ads::budget_rule_id const low_acos("0d9a7c51-2b1e-4a8f-9a55-0e2b4c7f6a10");
ads::budget_rule_id const halloween("7a1f0b66-93d5-4a0c-8a3e-6d0a2f1c9b77");

ads::budget_rule_details rule(std::string name)
{
    return ads::budget_rule_details::schedule(std::move(name), {2026_y / 7 / 6, 2026_y / 7 / 12}, 20);
}

ads::budget_rule_details measured(ads::performance_metric metric)
{
    return ads::budget_rule_details::performance("n", 2026_y / 7 / 6, metric, ads::comparison_operator::less_than, 20,
                                                 10);
}

ads::budget_rule_update pause(ads::budget_rule_id id)
{
    return {.rule_id = std::move(id), .rule_state = ads::budget_rule_state::paused};
}

void expect_json(http::request const& asked)
{
    EXPECT_EQ(asked.header("Content-Type"), "application/json");
    EXPECT_EQ(asked.header("Accept"), "application/json");
    EXPECT_EQ(asked.header("Authorization"), "Bearer token");
    EXPECT_EQ(asked.header("Amazon-Advertising-API-ClientId"), "client");
    EXPECT_EQ(asked.header("Amazon-Advertising-API-Scope"), "profile");
}

// --- create_budget_rules

TEST(amazon_create_budget_rules, asks_each_product_at_its_place)
{
    recorder server{{multi(R"({"responses":[{"code":"Ok","details":"Budget rule created","ruleId":"r1"}]})")}};
    auto client = client_of(server);
    auto const made = client.create_budget_rules(products, {rule("Prime week")});
    EXPECT_EQ(made[0].success()->rule_id, ads::budget_rule_id("r1"));
    EXPECT_EQ(server.last(), "POST " + base + "/sp/budgetRules");
    EXPECT_EQ(server.asked[0].body,
              R"({"budgetRulesDetails":[{"name":"Prime week","ruleType":"SCHEDULE","budgetIncreaseBy":)"
              R"({"type":"PERCENT","value":20},"duration":{"dateRangeTypeRuleDuration":{"startDate":"20260706",)"
              R"("endDate":"20260712"}},"recurrence":{"type":"DAILY"}}]})");
    expect_json(server.asked[0]);
    EXPECT_TRUE(client.create_budget_rules(brands, {rule("x")}).ok());
    EXPECT_EQ(server.last(), "POST " + base + "/sb/budgetRules");
    EXPECT_TRUE(client.create_budget_rules(display, {rule("x")}).ok());
    EXPECT_EQ(server.last(), "POST " + base + "/sd/budgetRules");
    server.asked.clear();
    EXPECT_EQ(why(client.create_budget_rules(ad_product(7), {rule("x")})[0]), "ad_product");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(amazon_write_budget_rules, succeeds_with_200_and_207_and_fails_with_other_statuses)
{
    recorder server;
    auto client = client_of(server);
    ads::budget_rule_association const pair{.budget_rule_id = prime_week, .campaign_id = ads::campaign_id("1")};
    std::string const row = R"({"responses":[{"code":"Ok","ruleId":")" + prime_week.str() + R"("}]})";
    auto const bulk = [](std::string_view name) {
        return outlay::detail::joined({R"({")", name, R"(":{"successList":[{"index":0,"code":"Ok"}]}})"});
    };
    for (int const status : {200, 207, 403}) {
        bool const succeeds = status != 403;
        server.answers = {http::response{status, {}, row}};
        EXPECT_EQ(client.create_budget_rules(products, {rule("x")}).ok(), succeeds) << status;
        EXPECT_EQ(client.update_budget_rules(products, {pause(prime_week)}).ok(), succeeds) << status;
        EXPECT_EQ(client.associate_budget_rules(products, ads::campaign_id("1"), {prime_week}).ok(), succeeds);
        server.answers = {http::response{status, {}, bulk("budgetRulesAssociations")}};
        EXPECT_EQ(client.associate_budget_rules_in_bulk({pair}).ok(), succeeds) << status;
        server.answers = {http::response{status, {}, bulk("budgetRulesDisAssociations")}};
        EXPECT_EQ(client.disassociate_budget_rules_in_bulk({pair}).ok(), succeeds) << status;
    }
}

TEST(amazon_create_budget_rules, gives_each_rule_its_outcome_by_position)
{
    recorder server{{multi(R"({"responses":[{"code":"ok","ruleId":"r1"},{"code":"INVALID_ARGUMENT","details":"no"},
                                            {"code":"SUCCESS","ruleId":"r3"},{"ruleId":"r4"},{"details":"no"},{},
                                            {"code":"0k","ruleId":"r7"}]})")}};
    auto client = client_of(server);
    auto const all = client.create_budget_rules(products, {7, rule("x")});
    EXPECT_EQ(all[0].success()->rule_id, ads::budget_rule_id("r1"));
    EXPECT_EQ(all[1].refusal()->details, "no");
    EXPECT_EQ(all[2].success()->rule_id, ads::budget_rule_id("r3"));
    EXPECT_EQ(all[3].success()->rule_id, ads::budget_rule_id("r4")); // the id shows that the rule was created
    EXPECT_NE(all[4].refusal(), nullptr);
    EXPECT_NE(all[5].refusal(), nullptr);
    EXPECT_NE(all[6].refusal(), nullptr); // a zero in place of the letter
}

TEST(amazon_create_budget_rules, fails_rules_without_a_good_row)
{
    recorder server;
    auto client = client_of(server);
    auto const create = [&](std::string body) {
        server.answers = {multi(std::move(body))};
        return client.create_budget_rules(products, {rule("a"), rule("b")});
    };
    auto const too_few = create(R"({"responses":[{"code":"Ok","ruleId":"r1"}]})");
    EXPECT_EQ(why(too_few[0]), "row_count");
    EXPECT_EQ(why(too_few[1]), "row_count");
    auto const too_many = create(R"({"responses":[{"code":"Ok"},{"code":"Ok"},{"code":"Ok"}]})");
    EXPECT_EQ(why(too_many[0]), "row_count");
    auto const broken = create(R"({"responses":[{"code":7},{"code":"Ok","ruleId":"r2"}]})");
    EXPECT_EQ(broken[0].failure()->report()[0].pointer, "/responses/0/code");
    EXPECT_NE(broken[1].success(), nullptr);
    auto const error = create(R"({"code":"THROTTLED","details":"later"})");
    EXPECT_THAT(error[0].failure()->message(), HasSubstr("later"));
    EXPECT_EQ(error.count_failed(), 2u);
    EXPECT_EQ(why(create("{}")[0]), "no_reply");
    EXPECT_EQ(why(create(R"({"responses":[]})")[1]), "row_count");
}

TEST(amazon_create_budget_rules, is_not_retried_after_a_lost_response)
{
    recorder server{{http::response{502, {}, "<html>"}}};
    auto client = client_of(server);
    auto const all = client.create_budget_rules(products, {rule("a")});
    EXPECT_THAT(server.asked, SizeIs(1));
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("may have been created"));
}

TEST(amazon_create_budget_rules, does_not_send_invalid_rules)
{
    recorder server{{multi(R"({"responses":[{"code":"Ok","ruleId":"r1"}]})")}};
    auto client = client_of(server);
    using enum ads::performance_metric;
    auto const all = client.create_budget_rules(brands, {rule(""), measured(acos), measured(ntb)});
    EXPECT_EQ(all[0].failure()->report()[0].pointer, "/budgetRulesDetails/0/name");
    EXPECT_EQ(all[1].failure()->report()[0].pointer, "/budgetRulesDetails/1/performanceMeasureCondition/metricName");
    EXPECT_EQ(all[1].failure()->message(), "/budgetRulesDetails/1/performanceMeasureCondition/metricName: ACOS is not "
                                           "for Sponsored Brands");
    EXPECT_EQ(all[2].success()->rule_id, ads::budget_rule_id("r1"));
    ASSERT_THAT(server.asked, SizeIs(1));
    EXPECT_THAT(server.asked[0].body, HasSubstr("NTB"));
    EXPECT_THAT(server.asked[0].body, testing::Not(HasSubstr("ACOS")));
}

/// Creates each rule with its name as the id.
struct naming_server {
    std::vector<std::size_t> sizes{};

    http::response operator()(http::request const& r)
    {
        auto const asked = outlay::decode<ads::create_budget_rules_request>(r.body).value().budget_rules_details;
        sizes.push_back(asked.size());
        ads::budget_rule_write_reply reply;
        for (auto const& one : asked)
            reply.responses.push_back({.code = "Ok", .rule_id = ads::budget_rule_id(*one.name)});
        return multi(outlay::encode(reply));
    }
};

TEST(amazon_create_budget_rules, sends_25_at_a_time)
{
    for (std::size_t const count : {std::size_t{25}, std::size_t{26}}) {
        std::vector<ads::budget_rule_details> rules;
        for (std::size_t i = 0; i < count; ++i) rules.push_back(rule("r" + std::to_string(i)));
        naming_server server;
        auto const all = ads::client{server, ads::endpoint{}}.create_budget_rules(products, rules);
        for (std::size_t i = 0; i < count; ++i)
            EXPECT_EQ(all[i].success()->rule_id, ads::budget_rule_id("r" + std::to_string(i)));
        if (count == 25) EXPECT_THAT(server.sizes, ElementsAre(25));
        else EXPECT_THAT(server.sizes, ElementsAre(25, 1));
    }
}

// --- update_budget_rules

TEST(amazon_update_budget_rules, gives_each_update_its_outcome)
{
    recorder server{{multi(payload("write_reply_partial"))}};
    auto client = client_of(server);
    auto const all = client.update_budget_rules(display, {pause(prime_week), pause(low_acos), pause(halloween)});
    EXPECT_THAT(*all[0].success()->associated_campaign_ids, SizeIs(2));
    EXPECT_EQ(all[1].refusal()->code, "INVALID_ARGUMENT");
    EXPECT_EQ(all[2].success()->rule_id, halloween);
    EXPECT_EQ(server.last(), "PUT " + base + "/sd/budgetRules");
    EXPECT_EQ(server.asked[0].body, R"({"budgetRulesDetails":[{"ruleId":")" + prime_week.str() +
                                        R"(","ruleState":"PAUSED"},{"ruleId":")" + low_acos.str() +
                                        R"(","ruleState":"PAUSED"},{"ruleId":")" + halloween.str() +
                                        R"(","ruleState":"PAUSED"}]})");
    expect_json(server.asked[0]);
}

TEST(amazon_update_budget_rules, takes_no_row_of_another_rule_and_none_without_a_code_for_a_success)
{
    recorder server{{multi(R"({"responses":[{"code":"Ok","ruleId":"r2"},{"ruleId":"r2"},{"code":"Ok"}]})")}};
    auto client = client_of(server);
    auto const all =
        client.update_budget_rules(products, {pause(ads::budget_rule_id("r1")), pause(ads::budget_rule_id("r2")),
                                              pause(ads::budget_rule_id("r3"))});
    EXPECT_EQ(why(all[0]), "id_mismatch");
    EXPECT_NE(all[1].refusal(), nullptr);
    EXPECT_NE(all[2].success(), nullptr);
    EXPECT_EQ(all.found().notices()[0].code, "missing_code");
}

TEST(amazon_update_budget_rules, is_retried_after_a_lost_response)
{
    recorder server{{http::response{503, {}, ""}, multi(R"({"responses":[{"code":"Ok"}]})")}};
    auto client = client_of(server);
    EXPECT_TRUE(client.update_budget_rules(products, {pause(prime_week)}).ok());
    EXPECT_THAT(server.asked, SizeIs(2));
}

TEST(amazon_update_budget_rules, does_not_send_invalid_updates)
{
    recorder server;
    auto client = client_of(server);
    ads::budget_rule_update typed{.rule_id = prime_week, .rule_details = rule("x")};
    ads::budget_rule_update metric{.rule_id = low_acos, .rule_details = measured(ads::performance_metric::is)};
    metric.rule_details->rule_type.reset();
    metric.rule_details->recurrence.reset();
    auto const all = client.update_budget_rules(products, {pause({}), typed, metric});
    EXPECT_EQ(why(all[0]), "missing_value");
    EXPECT_EQ(why(all[1]), "expected_null");
    EXPECT_EQ(all[2].failure()->report()[0].pointer,
              "/budgetRulesDetails/2/ruleDetails/performanceMeasureCondition/metricName");
    EXPECT_THAT(server.asked, IsEmpty());
}

// --- lists

TEST(amazon_list_budget_rules, reads_all_pages)
{
    recorder server{{ok(payload("list_reply_first")), ok(payload("list_reply_last"))}};
    auto client = client_of(server);
    auto const all = client.list_budget_rules(products).value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_THAT(all.budget_rules_for_advertiser_response, SizeIs(3));
    EXPECT_EQ(all.budget_rules_for_advertiser_response[2].rule_id, halloween);
    ASSERT_THAT(server.asked, SizeIs(2));
    EXPECT_EQ(server.asked[0].method, http::method::get);
    EXPECT_EQ(server.asked[0].url, base + "/sp/budgetRules?pageSize=30");
    EXPECT_EQ(server.asked[1].url, base + "/sp/budgetRules?pageSize=30&nextToken=AQ%2Fw%3D%3D");
    EXPECT_EQ(server.asked[1].body, "");
    expect_json(server.asked[0]);
}

TEST(amazon_list_budget_rules, starts_where_the_query_says)
{
    recorder server{{ok(payload("list_reply_last"))}};
    auto client = client_of(server);
    EXPECT_TRUE(client.list_budget_rules(brands, {.next_token = "a&b", .page_size = 1}));
    EXPECT_EQ(server.last(), "GET " + base + "/sb/budgetRules?pageSize=1&nextToken=a%26b");
    server.asked.clear();
    EXPECT_EQ(code_of(client.list_budget_rules(brands, {.page_size = 31})), "at_most");
    EXPECT_EQ(code_of(client.list_budget_rules(brands, {.page_size = 0})), "at_least");
    EXPECT_EQ(code_of(client.list_budget_rules(ad_product(7))), "ad_product");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(amazon_list_budget_rules, leaves_out_a_rule_that_can_not_be_read)
{
    recorder server{{ok(R"({"budgetRulesForAdvertiserResponse":[{"ruleId":"r1"},{"ruleState":"ACTIVE"},
                            {"ruleId":"r3"}]})")}};
    auto client = client_of(server);
    auto const all = client.list_budget_rules(display).value();
    EXPECT_THAT(all.budget_rules_for_advertiser_response, SizeIs(2));
    EXPECT_FALSE(all.is_complete());
    EXPECT_EQ(all.found[0].pointer, "/budgetRulesForAdvertiserResponse/1/ruleId");
    EXPECT_EQ(server.last(), "GET " + base + "/sd/budgetRules?pageSize=30");
}

TEST(amazon_list_budget_rules, ends_where_a_page_is_lost)
{
    recorder server{
        {ok(payload("list_reply_first")), http::response{403, {}, R"({"code":"403","details":"no access"})"}}};
    auto client = client_of(server);
    auto const all = client.list_budget_rules(products).value();
    EXPECT_THAT(all.budget_rules_for_advertiser_response, SizeIs(2));
    EXPECT_THAT(all.incomplete->message(), HasSubstr("no access"));
    EXPECT_EQ(all.next_token, "AQ/w=="); // to go on with
    server.answers = {ok(R"({"code":"422","details":"no such profile"})")};
    EXPECT_THAT(client.list_budget_rules(products).error().message(), HasSubstr("no such profile"));
    server.answers = {ok(R"({"budgetRulesForAdvertiserResponse":[]})")};
    EXPECT_TRUE(client.list_budget_rules(products).value().is_complete());
}

TEST(amazon_list_budget_rules, comes_page_by_page)
{
    recorder server{{ok(payload("list_reply_first")), ok(payload("list_reply_last"))}};
    auto client = client_of(server);
    std::vector<std::size_t> sizes;
    for (auto const& page : client.budget_rule_pages(products))
        sizes.push_back(page.value().budget_rules_for_advertiser_response.size());
    EXPECT_THAT(sizes, ElementsAre(2, 1));
}

TEST(amazon_get_budget_rule, asks_for_one)
{
    recorder server{{ok(payload("reply"))}};
    auto client = client_of(server);
    auto const got = client.get_budget_rule(brands, halloween).value();
    EXPECT_EQ(got.budget_rule.rule_details->name, "New customers");
    EXPECT_EQ(server.last(), "GET " + base + "/sb/budgetRules/" + halloween.str());
    expect_json(server.asked[0]);
    (void)client.get_budget_rule(brands, ads::budget_rule_id("a/b?c"));
    EXPECT_EQ(server.last(), "GET " + base + "/sb/budgetRules/a%2Fb%3Fc");
    server.asked.clear();
    EXPECT_EQ(code_of(client.get_budget_rule(brands, {})), "id_in_path");
    EXPECT_EQ(code_of(client.get_budget_rule(brands, ads::budget_rule_id(".."))), "id_in_path");
    EXPECT_EQ(code_of(client.get_budget_rule(ad_product(7), halloween)), "ad_product");
    EXPECT_THAT(server.asked, IsEmpty());
    server.answers = {ok("{}")};
    EXPECT_EQ(code_of(client.get_budget_rule(brands, halloween)), "no_reply");
    server.answers = {ok(R"({"code":"404","details":"no such rule"})")};
    EXPECT_THAT(client.get_budget_rule(brands, halloween).error().message(), HasSubstr("no such rule"));
}

TEST(amazon_list_rule_campaigns, reads_all_pages)
{
    recorder server{{ok(payload("campaigns_reply")), ok(R"({"associatedCampaigns":[]})")}};
    auto client = client_of(server);
    auto const all = client.list_rule_campaigns(products, prime_week).value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_THAT(all.associated_campaigns, SizeIs(2));
    EXPECT_EQ(all.associated_campaigns[1].rule_status, ads::budget_rule_status::on_hold);
    std::string const first = base + "/sp/budgetRules/" + prime_week.str() + "/campaigns?pageSize=30";
    EXPECT_EQ(server.asked[0].url, first);
    EXPECT_EQ(server.asked[1].url, first + "&nextToken=AQ%2Fw%3D%3D");
    server.asked.clear();
    EXPECT_TRUE(client.list_rule_campaigns(products, prime_week, {.next_token = "a&b"}));
    EXPECT_EQ(server.asked[0].url, first + "&nextToken=a%26b");
    server.asked.clear();
    EXPECT_EQ(code_of(client.list_rule_campaigns(products, ads::budget_rule_id("a b"))), "id_in_path");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(amazon_list_rule_campaigns, leaves_out_a_row_and_ends_where_a_page_is_lost)
{
    recorder server{{ok(R"({"associatedCampaigns":[{"campaignId":"1","campaignName":"a","ruleStatus":"ACTIVE"},
                            {"campaignName":"b","ruleStatus":"ACTIVE"}],"nextToken":"t"})"),
                     http::response{500, {}, ""}}};
    auto client = client_of(server);
    auto const all = client.list_rule_campaigns(products, prime_week, {.page_size = 2}).value();
    EXPECT_THAT(all.associated_campaigns, SizeIs(1));
    EXPECT_EQ(all.found[0].pointer, "/associatedCampaigns/1/campaignId");
    EXPECT_TRUE(all.incomplete);
    EXPECT_THAT(server.asked.back().url, EndsWith("?pageSize=2&nextToken=t"));
}

TEST(amazon_list_campaign_rules, reads_one_page)
{
    recorder server{{ok(R"({"associatedRules":[{"ruleId":"r1","ruleStatus":"ACTIVE"},{"ruleStatus":"PAUSED"}]})")}};
    auto client = client_of(server);
    auto const all = client.list_campaign_rules(display, ads::campaign_id("148864597212176")).value();
    ASSERT_THAT(all.associated_rules, SizeIs(1));
    EXPECT_EQ(all.associated_rules[0].rule_status, ads::budget_rule_status::active);
    EXPECT_EQ(all.found[0].pointer, "/associatedRules/1/ruleId");
    ASSERT_THAT(server.asked, SizeIs(1));
    EXPECT_EQ(server.last(), "GET " + base + "/sd/campaigns/148864597212176/budgetRules");
    EXPECT_EQ(code_of(client.list_campaign_rules(display, {})), "id_in_path");
    EXPECT_EQ(code_of(client.list_campaign_rules(ad_product(7), ads::campaign_id("1"))), "ad_product");
    server.answers = {ok(R"({"code":"403","details":"no access"})")};
    EXPECT_THAT(client.list_campaign_rules(display, ads::campaign_id("1")).error().message(), HasSubstr("no access"));
}

// --- associations

TEST(amazon_associate_budget_rules, gives_each_rule_its_outcome)
{
    recorder server{{multi(R"({"responses":[{"code":"Ok","details":"Budget rule associated","ruleId":"r1"},
                                            {"code":"ENTITY_NOT_FOUND","ruleId":"r2"},{"ruleId":"r3"}]})")}};
    auto client = client_of(server);
    auto const all = client.associate_budget_rules(products, ads::campaign_id("1/2"), {"r1", "r2", "r1", "r3"});
    EXPECT_EQ(all[0].success()->details, "Budget rule associated");
    EXPECT_EQ(all[1].refusal()->code, "ENTITY_NOT_FOUND");
    EXPECT_NE(all[2].success(), nullptr); // sent once
    EXPECT_NE(all[3].refusal(), nullptr); // its id only identifies the rule
    EXPECT_EQ(server.last(), "POST " + base + "/sp/campaigns/1%2F2/budgetRules");
    EXPECT_EQ(server.asked[0].body, R"({"budgetRuleIds":["r1","r2","r3"]})");
    expect_json(server.asked[0]);
}

TEST(amazon_associate_budget_rules, fails_rules_without_a_good_row)
{
    recorder server{{multi(R"({"responses":[{"code":"Ok","ruleId":"r2"},{"code":"Ok","ruleId":"r2"}]})")}};
    auto client = client_of(server);
    auto const swapped = client.associate_budget_rules(brands, ads::campaign_id("1"), {"r1", "r2"});
    EXPECT_EQ(why(swapped[0]), "id_mismatch");
    EXPECT_NE(swapped[1].success(), nullptr);
    server.answers = {multi(R"({"responses":[{"code":"Ok","ruleId":"r1"}]})")};
    EXPECT_EQ(why(client.associate_budget_rules(brands, ads::campaign_id("1"), {"r1", "r2"})[0]), "row_count");
    server.answers = {multi(R"({"code":"422","details":"no such campaign"})")};
    auto const error = client.associate_budget_rules(brands, ads::campaign_id("1"), {"r1"});
    EXPECT_THAT(error[0].failure()->message(), HasSubstr("no such campaign"));
    server.asked.clear();
    EXPECT_EQ(why(client.associate_budget_rules(brands, {}, {"r1"})[0]), "id_in_path");
    EXPECT_EQ(why(client.associate_budget_rules(brands, ads::campaign_id("1"), {""})[0]), "length");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(amazon_disassociate_budget_rule, deletes_an_association)
{
    recorder server{{ok("{}")}};
    auto client = client_of(server);
    EXPECT_TRUE(client.disassociate_budget_rule(products, ads::campaign_id("1"), prime_week));
    EXPECT_EQ(server.last(), "DELETE " + base + "/sp/campaigns/1/budgetRules/" + prime_week.str());
    EXPECT_EQ(server.asked[0].body, "");
    expect_json(server.asked[0]);
    server.asked.clear();
    EXPECT_EQ(code_of(client.disassociate_budget_rule(products, {}, prime_week)), "id_in_path");
    EXPECT_EQ(code_of(client.disassociate_budget_rule(products, ads::campaign_id("1"), {})), "id_in_path");
    EXPECT_THAT(server.asked, IsEmpty());
    server.answers = {http::response{204, {}, ""}};
    EXPECT_TRUE(client.disassociate_budget_rule(products, ads::campaign_id("1"), prime_week));
    server.answers = {ok(R"({"code":"404","details":"not associated"})")};
    EXPECT_THAT(client.disassociate_budget_rule(products, ads::campaign_id("1"), prime_week).error().message(),
                HasSubstr("not associated"));
    server.answers = {http::response{422, {}, R"({"code":"422","details":"not associated"})"}};
    EXPECT_EQ(code_of(client.disassociate_budget_rule(products, ads::campaign_id("1"), prime_week)), "http_422");
}

ads::budget_rule_association pair(std::string campaign, ads::budget_rule_id rule_id = prime_week)
{
    return {.budget_rule_id = std::move(rule_id), .campaign_id = ads::campaign_id(std::move(campaign))};
}

TEST(amazon_associate_in_bulk, gives_each_pair_its_outcome_by_index)
{
    recorder server{{multi(payload("bulk_associate_reply"))}};
    auto client = client_of(server);
    auto const all = client.associate_budget_rules_in_bulk({pair("276845120000001"), pair("148864597212176")});
    EXPECT_EQ(all[0].refusal()->code, "ENTITY_NOT_FOUND");
    EXPECT_EQ(all[1].success()->details, "Budget rule associated");
    EXPECT_EQ(server.last(), "POST " + base + "/sp/budgetRulesAssociation");
    EXPECT_EQ(server.asked[0].body, R"({"budgetRulesAssociations":[{"budgetRuleId":")" + prime_week.str() +
                                        R"(","campaignId":"276845120000001"},{"budgetRuleId":")" + prime_week.str() +
                                        R"(","campaignId":"148864597212176"}]})");
    expect_json(server.asked[0]);
}

TEST(amazon_associate_in_bulk, fails_pairs_without_a_good_row)
{
    recorder server;
    auto client = client_of(server);
    auto const associate = [&](std::string body) {
        server.answers = {multi(std::move(body))};
        return client.associate_budget_rules_in_bulk({pair("1"), pair("2")});
    };
    auto const missing = associate(R"({"budgetRulesAssociations":{"successList":[{"index":1,"code":"Ok"}]}})");
    EXPECT_EQ(why(missing[0]), "index_missing");
    EXPECT_NE(missing[1].success(), nullptr);
    auto const stranger = associate(
        R"({"budgetRulesAssociations":{"successList":[{"index":0,"campaignId":"3"},{"index":1,"campaignId":"2"}]}})");
    EXPECT_EQ(why(stranger[0]), "id_mismatch");
    EXPECT_NE(stranger[1].success(), nullptr);
    auto const twice =
        associate(R"({"budgetRulesAssociations":{"successList":[{"index":0},{"index":1}],"errorList":[{"index":0}]}})");
    EXPECT_EQ(why(twice[0]), "index_repeated");
    auto const error = associate(R"({"code":"422","details":"later"})");
    EXPECT_EQ(error.count_failed(), 2u);
    EXPECT_THAT(error[0].failure()->message(), HasSubstr("later"));
    server.asked.clear();
    EXPECT_EQ(why(client.associate_budget_rules_in_bulk({pair("")})[0]), "missing_value");
    EXPECT_THAT(server.asked, IsEmpty());
}

/// Accepts each pair, and counts the pairs.
struct agreeable_server {
    std::vector<std::size_t> sizes{};

    http::response operator()(http::request const& r)
    {
        auto const asked = outlay::decode<ads::associate_budget_rules_in_bulk_request>(r.body).value();
        sizes.push_back(asked.budget_rules_associations.size());
        ads::associate_budget_rules_in_bulk_reply reply;
        for (std::size_t i = 0; i < sizes.back(); ++i)
            reply.budget_rules_associations.success_list.push_back({.index = static_cast<std::uint32_t>(i)});
        return multi(outlay::encode(reply));
    }
};

TEST(amazon_associate_in_bulk, sends_50_at_a_time)
{
    agreeable_server server;
    ads::client client{server, ads::endpoint{}};
    EXPECT_TRUE(client.associate_budget_rules_in_bulk({50, pair("1")}).ok());
    EXPECT_TRUE(client.associate_budget_rules_in_bulk({51, pair("1")}).ok());
    EXPECT_THAT(server.sizes, ElementsAre(50, 50, 1));
}

TEST(amazon_disassociate_in_bulk, has_a_member_of_another_name_both_ways)
{
    recorder server{{multi(R"({"budgetRulesDisAssociations":{"successList":[{"index":0,"code":"Ok","ruleId":"r1"}],
                               "errorList":[{"index":1,"campaignId":"2","code":"ENTITY_NOT_FOUND"}]}})")}};
    auto client = client_of(server);
    auto const all = client.disassociate_budget_rules_in_bulk({pair("1"), pair("2")});
    EXPECT_EQ(all[0].success()->code, "Ok");
    EXPECT_EQ(all[1].refusal()->code, "ENTITY_NOT_FOUND");
    EXPECT_EQ(server.last(), "POST " + base + "/sp/budgetRulesAssociation/delete");
    EXPECT_THAT(server.asked[0].body, testing::StartsWith(R"({"budgetRulesDisAssociations":[{"budgetRuleId":)"));
    server.answers = {multi(R"({"budgetRulesAssociations":{"successList":[{"index":0}]}})")};
    EXPECT_EQ(client.disassociate_budget_rules_in_bulk({pair("1")}).count_failed(), 1u);
}

} // namespace budget_rules_client_test
