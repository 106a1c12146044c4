#include "../processor_time.hpp"
#include "fake_amazon.hpp"
#include "recorder.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/http.hpp>
#include <outlay/hubspot.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Wrong responses that look right, as servers sent them or may send them: a client must not report them as successes.

namespace truth_test {

namespace ads = outlay::amazon;
namespace datadog = outlay::datadog;
namespace hubspot = outlay::hubspot;
namespace http = outlay::http;
using fake_amazon::endpoint;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

auto amazon_of(recorder& server) { return ads::client{server, endpoint, server.options()}; }

http::response ok(std::string body) { return fake_amazon::json(200, std::move(body)); }

// --- a success status with an error in it

TEST(truth, an_error_under_a_success_status_is_a_failure_with_the_vendors_words)
{
    auto const error = R"({"code":"UNAUTHORIZED","message":"no access","details":"no access"})";
    recorder server{{ok(error)}};
    auto amazon = amazon_of(server);
    auto const check = [](outlay::error const& why) {
        EXPECT_EQ(why.report()[0].code, "error_in_reply");
        EXPECT_EQ(why.kind(), outlay::error_kind::http);
        EXPECT_EQ(why.http_status(), 200);
        EXPECT_THAT(why.message(), HasSubstr("no access"));
    };
    check(*amazon.campaign_budget_usage({}, {"1"})[0].failure());
    check(*amazon.portfolio_budget_usage({"1"})[0].failure());
    check(*amazon.create_portfolios(fake_amazon::portfolios(1))[0].failure());
    check(*amazon.update_portfolios({{.name = "a", .portfolio_id = "1"}})[0].failure());
    check(amazon.list_portfolios().error());

    recorder hub_server{{ok(R"({"status":"error","message":"no access","correlationId":"c"})")}};
    hubspot::client hub{hub_server, hubspot::endpoint{"token"}, hub_server.options()};
    check(hub.list_campaigns().error());
    check(hub.get_campaign("0f").error());
    check(*hub.read_campaigns({"0f"})[0].failure());
    check(hub.get_revenue("0f").error());
    check(hub.get_budget_totals("0f").error());
    check(hub.get_budget_item("0f", "1").error());
    check(hub.update_spend_item("0f", "1", {.amount = 1, .name = "x"}).error());
    check(hub.create_budget_item("0f", {.amount = 1, .name = "x"}).error());
    check(hub.delete_budget_item("0f", "1").error());

    recorder dog_server{{ok(R"({"errors":["no access"]})")}};
    datadog::client dog{dog_server, datadog::endpoint{.api_key = "key", .app_key = "app"}, dog_server.options()};
    check(dog.get_budget("1").error());
    check(dog.list_budgets().error());
    check(dog.delete_budget("1").error());
    check(dog.validate_budget({}).error());
}

TEST(truth, a_body_with_nothing_of_the_reply_is_no_success)
{
    for (auto const body : {"{}", R"({"Portfolios":[]})", R"({"data":{"portfolios":[]}})"}) {
        recorder server{{ok(body)}};
        auto amazon = amazon_of(server);
        auto const list = amazon.list_portfolios();
        ASSERT_FALSE(list) << body;
        EXPECT_EQ(list.error().report()[0].code, "no_reply");
        EXPECT_THAT(list.error().message(), HasSubstr(body));
        EXPECT_EQ(amazon.campaign_budget_usage({}, {"1"})[0].failure()->report()[0].code, "no_reply");
    }
    recorder server{{ok("{}")}};
    hubspot::client hub{server, hubspot::endpoint{"token"}, server.options()};
    EXPECT_EQ(hub.get_budget_totals("0f").error().report()[0].code, "no_reply");
    datadog::client dog{server, datadog::endpoint{.api_key = "key", .app_key = "app"}, server.options()};
    EXPECT_EQ(dog.list_budgets().error().report()[0].code, "no_reply");
}

TEST(truth, an_empty_list_is_a_success)
{
    recorder server{{ok(R"({"portfolios":[]})")}};
    auto amazon = amazon_of(server);
    EXPECT_TRUE(amazon.list_portfolios().value().is_complete());
    server.answers = {ok(R"({"data":[]})")};
    datadog::client dog{server, datadog::endpoint{.api_key = "key", .app_key = "app"}, server.options()};
    EXPECT_TRUE(dog.list_budgets().value().is_complete());
}

TEST(truth, a_list_beside_an_error_is_kept_if_it_has_rows)
{
    recorder server{{ok(R"({"message":"new field","portfolios":[{"portfolioId":"1","name":"a","state":"ENABLED"}]})")}};
    auto amazon = amazon_of(server);
    EXPECT_EQ(amazon.list_portfolios().value().portfolios.size(), 1u);
    server.answers = {ok(R"({"message":"no access","portfolios":[]})")};
    EXPECT_EQ(amazon.list_portfolios().error().report()[0].code, "error_in_reply");
}

TEST(truth, notices_of_replies_reach_the_caller)
{
    recorder server{{ok(R"({"success":[{"index":0,"campaignId":"1","lastUpdatedDate":"2027-01-01T00:00:00Z"}]})"),
                     ok(R"({"portfolios":null,"totalResults":0})"),
                     ok(R"({"budgetItems":null,"spendItems":[],"currencyCode":"EUR"})")}};
    std::vector<std::string> codes;
    auto options = server.options();
    options.on_notices = [&](outlay::report const& found) { codes.push_back(found.notices()[0].code); };
    ads::client amazon{server, endpoint, options};
    EXPECT_EQ(amazon.campaign_budget_usage({}, {"1"}).found().notices().size(), 1u);
    auto const list = amazon.list_portfolios().value();
    EXPECT_TRUE(list.is_complete());
    ASSERT_EQ(list.found.notices().size(), 1u);
    EXPECT_EQ(list.found.notices()[0].code, "null_list");
    hubspot::client hub{server, hubspot::endpoint{"token"}, options};
    EXPECT_TRUE(hub.get_budget_totals("0f"));
    EXPECT_THAT(codes, ElementsAre("alias", "null_list", "null_list"));
}

// --- lists

TEST(truth, a_bad_row_loses_no_other)
{
    auto const good = [](int id) {
        return R"({"portfolioId":")" + std::to_string(id) + R"(","name":"n","state":"ENABLED","inBudget":true})";
    };
    recorder server{{ok(R"({"portfolios":[)" + good(1) + R"(,{"portfolioId":"2","name":null,"state":"ENABLED"},)" +
                        good(3) + R"(],"nextToken":"a"})"),
                     ok(R"({"portfolios":[7,)" + good(4) + R"(,{"portfolioId":"5","state":[]}],"nextToken":"b"})"),
                     ok(R"({"portfolios":[)" + good(6) + "]}")}};
    auto amazon = amazon_of(server);
    auto const list = amazon.list_portfolios().value();
    std::vector<std::string> ids;
    for (ads::portfolio const& p : list.portfolios) ids.push_back(p.portfolio_id.str());
    EXPECT_THAT(ids, ElementsAre("1", "3", "4", "6"));
    EXPECT_FALSE(list.is_complete());
    EXPECT_FALSE(list.incomplete) << list.incomplete->message();
    EXPECT_EQ(list.found[0].pointer, "/portfolios/1/name");
    EXPECT_EQ(list.found[1].to_string(), "1:16 /portfolios/0: page 2: expected an object, found 7");
    EXPECT_EQ(list.found[2].pointer, "/portfolios/2/name");
    EXPECT_EQ(server.asked.size(), 3u);
}

TEST(truth, a_budget_of_an_unknown_type_loses_no_list)
{
    recorder server{
        {ok(R"({"data":[{"type":"budget","id":"1","attributes":{"name":"a"}},{"type":"budget_line","id":"2"},
                                    {"type":"budget","id":[],"attributes":{}}]})")}};
    datadog::client dog{server, datadog::endpoint{.api_key = "key", .app_key = "app"}, server.options()};
    auto const list = dog.list_budgets().value();
    ASSERT_EQ(list.data.size(), 2u);
    EXPECT_EQ(list.data[1].type.text(), "budget_line");
    EXPECT_EQ(list.found[0].pointer, "/data/2/id");
}

TEST(truth, a_list_whose_next_page_can_not_be_known_is_incomplete)
{
    recorder server{{ok(R"({"portfolios":[{"portfolioId":"1","name":"a","state":"ENABLED"}],"nextToken":{}})")}};
    auto amazon = amazon_of(server);
    auto const list = amazon.list_portfolios().value();
    EXPECT_EQ(list.portfolios.size(), 1u);
    ASSERT_TRUE(list.incomplete);
    EXPECT_EQ(list.incomplete->report()[0].pointer, "/nextToken");
}

TEST(truth, pages_have_a_bound)
{
    int page = 0;
    auto transport = [&](http::request const&) {
        return ok(R"({"portfolios":[],"nextToken":")" + std::to_string(++page) + "\"}");
    };
    ads::client amazon{transport, endpoint, {.max_pages = 5}};
    auto const list = amazon.list_portfolios().value();
    EXPECT_EQ(page, 5);
    EXPECT_EQ(list.incomplete->report()[0].code, "max_pages");
    EXPECT_EQ(list.next_token, "5");
    EXPECT_EQ(http::call_options().max_pages, 10'000u);
}

// --- values are read as they were sent

TEST(truth, an_id_is_not_redacted_because_it_resembles_a_credential)
{
    ads::endpoint const at{.client_id = "1234567", .access_token = "access-token-4711", .profile_id = "9912345"};
    recorder server{{fake_amazon::json(207, R"({"portfolios":{"success":[{"index":0,"portfolioId":"20991234599"},
        {"index":1,"portfolioId":"x1234567x"},{"index":2,"portfolioId":true}]}})")}};
    ads::client amazon{server, at, server.options()};
    auto const all = amazon.create_portfolios(fake_amazon::portfolios(3));
    EXPECT_EQ(all[0].success()->portfolio_id, "20991234599");
    EXPECT_EQ(all[1].success()->portfolio_id, "x1234567x");
    EXPECT_THAT(all[2].failure()->message(), HasSubstr("/portfolios/success/2/portfolioId"));
}

TEST(truth, a_row_that_repeats_the_token_is_read_as_it_is_and_not_shown)
{
    recorder server{{fake_amazon::json(207, R"({"portfolios":{"success":[{"index":0,"portfolioId":"access-token-4711"},
        {"index":"access-token-4711","portfolioId":"2"}]}})")}};
    auto amazon = amazon_of(server);
    auto const all = amazon.create_portfolios(fake_amazon::portfolios(2));
    EXPECT_EQ(all[0].success()->portfolio_id, "access-token-4711");
    EXPECT_THAT(all[1].failure()->message(), Not(HasSubstr("4711")));
    EXPECT_THAT(all.found().to_string(), Not(HasSubstr("4711")));
    EXPECT_THAT(all.found().to_string(), HasSubstr("***"));
}

TEST(truth, control_characters_of_others_are_escaped)
{
    std::string const odd = "\x1b[31m\n";
    std::vector<outlay::result<http::response>> const answers{
        http::connection_lost("reset " + odd), http::response{403, {{"x-amz-request-id", odd}}, "{}"},
        http::response{429, {{"X-RateLimit-Name", odd}}, "{}"}, http::response{200, {{"Content-Type", odd}}, odd}};
    for (auto const& answer : answers) {
        recorder server{{answer}};
        auto options = server.options();
        options.retry.attempts = 1;
        ads::client amazon{server, endpoint, options};
        EXPECT_THAT(amazon.list_portfolios().error().message(), Not(HasSubstr("\x1b")));
        datadog::client dog{server, datadog::endpoint{.api_key = "key", .app_key = "app"}, options};
        EXPECT_THAT(dog.list_budgets().error().message(), Not(HasSubstr("\x1b")));
        if (answer.has_error() || answer->status != 403) { // Amazon's header
            EXPECT_THAT(dog.list_budgets().error().message(), HasSubstr("\\u001b[31m"));
        }
    }
}

// --- errors that are reported before anything is sent

TEST(truth, an_id_with_a_blank_or_a_line_break_is_not_sent)
{
    recorder server{{ok("{}")}};
    auto amazon = amazon_of(server);
    for (auto const id : {"1\r", "1\n", " 1", "1 ", "1 2", "\t1", "1\x7f", "1\xC2\xA0"}) {
        auto const all = amazon.campaign_budget_usage({}, {id});
        EXPECT_EQ(all[0].failure()->report()[0].code, "id_characters") << id;
        EXPECT_EQ(amazon.update_portfolios({{.name = "a", .portfolio_id = id}})[0].failure()->kind(),
                  outlay::error_kind::invalid);
    }
    hubspot::client hub{server, hubspot::endpoint{"token"}, server.options()};
    EXPECT_EQ(hub.get_budget_item("0f\r", "1").error().report()[0].code, "guid");
    EXPECT_EQ(hub.get_budget_item("0f", "1\r").error().report()[0].code, "id_not_a_number");
    datadog::client dog{server, datadog::endpoint{.api_key = "key", .app_key = "app"}, server.options()};
    EXPECT_EQ(dog.get_budget("1\r").error().report()[0].code, "id_in_path");
    datadog::budget budget{.id = "1\r"};
    auto const refused = dog.upsert_budget(budget).error();
    EXPECT_TRUE(std::any_of(refused.report().begin(), refused.report().end(),
                            [](auto const& v) { return v.code == "id_characters" && v.pointer == "/data/id"; }));
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(make_request, rejects_urls_that_lead_elsewhere)
{
    auto const code_of = [](std::string_view base, std::string_view path) {
        auto const made = http::make_request(http::method::get, base, path, {});
        return made ? "https" : made.error().report()[0].code;
    };
    EXPECT_EQ(code_of("https://api.example.com", "/a"), "https");
    EXPECT_EQ(code_of("https://api.example.com/a?b=c", ""), "https");
    EXPECT_EQ(code_of("https://api.example.com", "?b=c"), "https");
    for (std::string_view const path : {"a", "evil.com/a", "https://evil.com", ".evil.com", ":8443/a", "@evil.com/"})
        EXPECT_EQ(code_of("https://api.example.com", path), "url") << path;
    for (std::string_view const path : {"/a b", "/a#b", "/%zz"})
        EXPECT_EQ(code_of("https://api.example.com", path), "url") << path;
    for (std::string_view const base : {"ftp://example.com", "example.com", "", "https://", "https://u:p@example.com"})
        EXPECT_EQ(code_of(base, "/a"), "url") << base;
}

TEST(truth, an_undefined_enumerator_sends_nothing)
{
    recorder server{{ok("{}")}};
    ads::client nowhere{server, ads::endpoint{.region = static_cast<ads::region>(9),
                                              .client_id = "client",
                                              .access_token = "token",
                                              .profile_id = "profile"}};
    EXPECT_EQ(nowhere.portfolio_budget_usage({"1"})[0].failure()->report()[0].code, "region");
    auto amazon = amazon_of(server);
    EXPECT_EQ(amazon.campaign_budget_usage(static_cast<ads::ad_product>(3), {"1"})[0].failure()->report()[0].code,
              "ad_product");
    EXPECT_EQ(amazon.create_portfolios(fake_amazon::portfolios(1), static_cast<ads::returned>(3))[0]
                  .failure()
                  ->report()[0]
                  .code,
              "returned");
    datadog::client dog{server,
                        datadog::endpoint{.site = static_cast<datadog::site>(99), .api_key = "key", .app_key = "app"}};
    EXPECT_EQ(dog.list_budgets().error().report()[0].code, "site");
    EXPECT_EQ(http::make_request(static_cast<http::method>(9), "https://x", "/", {}).error().report()[0].code,
              "method");
    EXPECT_THAT(server.asked, IsEmpty());
}

// --- updates

TEST(truth, an_update_is_not_answered_by_the_row_of_another_portfolio)
{
    recorder server{{fake_amazon::json(207, R"({"portfolios":{"success":[{"index":0,"portfolioId":"2"},
                                                                        {"index":1,"portfolioId":"1"}]}})")}};
    auto amazon = amazon_of(server);
    std::vector<ads::portfolio_update> const updates{{.name = "A", .portfolio_id = "1"},
                                                     {.name = "B", .portfolio_id = "2"}};
    auto const all = amazon.update_portfolios(updates);
    for (auto const& one : all) EXPECT_EQ(one.failure()->report()[0].code, "id_mismatch");
    // An obfuscated id is another id.
    EXPECT_TRUE(amazon.update_portfolios(updates, ads::returned::obfuscated_id).ok());
}

TEST(truth, an_id_without_an_index_does_not_say_which_item_was_created)
{
    recorder server{{fake_amazon::json(207, R"({"portfolios":{"success":[{"portfolioId":"p0"}],"error":[]}})")}};
    auto const all = http::call(server, endpoint, ads::create_portfolios{fake_amazon::portfolios(1)}, server.options());
    ASSERT_EQ(all.count_failed(), 1u);
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("1 row refers to no item of the request"));
}

TEST(truth, an_obfuscated_id_without_an_index_belongs_to_no_portfolio)
{
    recorder server{{fake_amazon::json(207, R"({"portfolios":{"success":[{"portfolioId":"1"}],"error":[]}})")}};
    ads::update_portfolios const what{.portfolios = {{.name = "spring", .portfolio_id = "1"}},
                                      .returned = ads::returned::obfuscated_id};
    auto const all = http::call(server, endpoint, what, server.options());
    ASSERT_EQ(all.count_failed(), 1u);
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("1 row refers to no item of the request"));
}

TEST(truth, a_create_whose_reply_can_not_be_read_may_have_created)
{
    for (auto const& answer :
         {ok("{"), ok("{}"), ok(R"({"portfolios":{"success":[{"index":7}]}})"), http::response{202, {}, ""},
          http::response{200, {{"Content-Type", "text/html"}}, "<html>"}}) {
        recorder server{{answer}};
        auto amazon = amazon_of(server);
        auto const all = amazon.create_portfolios(fake_amazon::portfolios(1));
        std::set<std::string> codes;
        for (auto const& v : all[0].failure()->report()) codes.insert(v.code);
        EXPECT_TRUE(codes.contains("outcome_unknown")) << all[0].failure()->message();
        EXPECT_EQ(server.asked.size(), 1u);
    }
}

// --- errors are shared

TEST(truth, a_lost_call_is_one_failure_that_its_items_share)
{
    // 1,000 wrong numbers in each of 50 replies: a copy for each item would be 5,000 reports of 1,000 violations.
    std::string rows;
    for (int i = 0; i < 1'100; ++i) rows += R"({"index":0,"budget":"x"},)";
    recorder server{{fake_amazon::json(207, R"({"success":[)" + rows + R"({"index":1}]})")}};
    auto amazon = amazon_of(server);
    auto const all = amazon.campaign_budget_usage({}, fake_amazon::ids(5'000));
    std::set<outlay::error const*> different;
    for (auto const& one : all) different.insert(one.failure());
    EXPECT_EQ(different.size(), 50u);
    auto const groups = all.failure_groups();
    ASSERT_EQ(groups.size(), 50u);
    EXPECT_THAT(groups[49].to_string(), HasSubstr("items 4900 to 4999: "));
    EXPECT_EQ(groups[49].why->http_status(), 207);
}

// --- hostile ids

constexpr auto id_of = [](ads::campaign_id const& id) -> std::string_view { return id.str(); };

/// The word with which hash_id makes the same hash from another start.
std::string second_half(std::uint64_t target, std::uint64_t start)
{
    std::uint64_t const word = target ^ start;
    std::string text(8, '\0');
    for (int i = 0; i < 8; ++i) text[static_cast<std::size_t>(i)] = static_cast<char>(word >> 8 * i);
    return text;
}

TEST(truth, ids_that_collide_cost_no_more_than_others)
{
    // Ids of two words: whatever the first is, there is a second with which the hash is the same.
    auto const after_first = [](std::string const& first) {
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
        return std::rotl((16 * odd) ^ outlay::detail::load_word(first.data()), 29) * odd;
    };
    std::uint64_t const target = after_first("00000000") ^ outlay::detail::load_word("00000000");
    std::vector<ads::campaign_id> ids;
    for (int i = 0; i < 20'000; ++i) {
        std::string const first = std::to_string(10'000'000 + i);
        ids.emplace_back(first + second_half(target, after_first(first)));
    }
    std::set<std::uint64_t> hashes;
    for (auto const& id : ids) hashes.insert(http::detail::hash_id(id.str()));
    ASSERT_EQ(hashes.size(), 1u); // otherwise the test has no effect
    ids.push_back(ids[7]);
    std::vector<std::uint32_t> first;
    double const taken = processor_seconds([&] { first = http::detail::first_places(ids, id_of); });
    EXPECT_LT(taken, 2); // 200 million comparisons would be more
    EXPECT_EQ(first.back(), 7u);
    EXPECT_EQ(first[19'999], 19'999u);
}

TEST(truth, first_places_by_order_are_those_by_hash)
{
    std::vector<ads::campaign_id> ids;
    for (std::size_t i = 0; i < 3'000; ++i) ids.push_back(std::to_string(i * 7919 % 1'500));
    EXPECT_EQ(http::detail::first_places(ids, id_of), http::detail::first_places_by_order(ids, id_of));
}

// --- waits

TEST(truth, a_503_is_not_waited_for_until_the_quota_is_reset)
{
    auto const waits = [](http::response first) {
        recorder server{{std::move(first), ok(R"({"portfolios":[]})")}};
        auto amazon = amazon_of(server);
        EXPECT_TRUE(amazon.list_portfolios());
        return server.waits;
    };
    using namespace std::chrono_literals;
    EXPECT_THAT(waits({503, {{"X-RateLimit-Remaining", "5"}, {"X-RateLimit-Reset", "60"}}, ""}), ElementsAre(500ms));
    EXPECT_THAT(waits({429, {{"X-RateLimit-Reset", "60"}}, ""}), ElementsAre(60s));
}

TEST(truth, a_caller_chooses_which_statuses_are_retried)
{
    auto const calls = [](int status, std::optional<http::status_set> repeat) {
        recorder server{{http::response{status, {}, ""}, ok(R"({"portfolios":[]})")}};
        auto options = server.options();
        options.retry.repeat = std::move(repeat);
        ads::client amazon{server, endpoint, options};
        (void)amazon.list_portfolios();
        return server.asked.size();
    };
    EXPECT_EQ(calls(500, {}), 2u);
    EXPECT_EQ(calls(500, http::default_repeat.without(500)), 1u);
    EXPECT_EQ(calls(524, {}), 1u);
    EXPECT_EQ(calls(524, http::status_set{524}), 2u);
    EXPECT_EQ(calls(429, http::status_set{}), 1u);
}

} // namespace truth_test
