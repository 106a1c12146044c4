#include "fake_amazon.hpp"

#include <algorithm>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace batch_call_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using fake_amazon::endpoint;
using testing::HasSubstr;
using testing::Not;

constexpr auto product = ads::ad_product::sponsored_products;

std::vector<ads::campaign_id> sent_ids(http::request const& asked)
{
    return outlay::decode<ads::campaign_budget_usage_request>(asked.body).value().campaign_ids;
}

TEST(batch_call, cuts_into_chunks_of_100_and_keeps_the_order)
{
    auto const ids = fake_amazon::ids(2350);
    std::vector<std::size_t> sizes;
    auto transport = [&](http::request const& asked) -> http::response {
        sizes.push_back(sent_ids(asked).size());
        return fake_amazon::usage(asked);
    };
    ads::client amazon{transport, ads::endpoint{.region = ads::region::north_america,
                                                .client_id = "client",
                                                .access_token = "token",
                                                .profile_id = "profile"}};
    auto const all = amazon.campaign_budget_usage(product, ids);
    ASSERT_EQ(sizes.size(), 24u);
    EXPECT_TRUE(std::all_of(sizes.begin(), sizes.end() - 1, [](std::size_t n) { return n == 100; }));
    EXPECT_EQ(sizes.back(), 50u);
    ASSERT_EQ(all.size(), 2350u);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].index, i);
        auto const id = all[i].success() ? all[i].success()->campaign_id : all[i].refusal()->campaign_id;
        EXPECT_EQ(id, ids[i]);
        EXPECT_EQ(all[i].refusal() != nullptr, ids[i].str().ends_with('7'));
    }
    EXPECT_EQ(all.count_refused(), 235u);
}

TEST(batch_call, makes_no_call_for_nothing)
{
    auto transport = [](http::request const&) -> http::response { throw std::logic_error("called"); };
    ads::client amazon{transport, endpoint};
    EXPECT_TRUE(amazon.campaign_budget_usage(product, {}).empty());
    EXPECT_TRUE(amazon.create_portfolios({}).ok());
}

/// All failures of a call that retries do not repair.
std::vector<std::pair<char const*, outlay::result<http::response>>> failures()
{
    http::response garbage = fake_amazon::json(207, std::string(10 << 20, '\x01'));
    return {
        {"500 Internal Server Error: INTERNAL_ERROR: oops\ngiven up after 4 attempts",
         fake_amazon::json(500, R"({"code":"INTERNAL_ERROR","message":"oops"})")},
        {"400 Bad Request: 4711: no such thing (request id r1)",
         http::response{400, {{"x-amz-request-id", "r1"}}, R"({"code":"4711","details":"no such thing"})"}},
        {"401 Unauthorized: an HTML page: <html>", http::response{401, {{"Content-Type", "text/html"}}, "<html>"}},
        {"given up after 4 attempts", fake_amazon::json(429, R"({"code":"THROTTLED","message":"slow down"})")},
        {"given up after 4 attempts", http::connection_lost("reset by peer")},
        {"too large", outlay::error(outlay::error_kind::limit, "max_body", "too large")},
        {"expected JSON, found \"text/html; charset=utf-8\"",
         http::response{207, {{"Content-Type", "text/html; charset=utf-8"}}, "<html>Sign in to the Wi-Fi</html>"}},
        {"1:1: ", garbage},
        {"found the end of the text", fake_amazon::json(207, R"({"success":[{"index":0,"budget":1},{"ind)")},
        {"expected JSON, found an empty text", fake_amazon::json(200, "")},
        {"200: the body is not a reply: {}", fake_amazon::json(200, "{}")},
        {"200: an error instead of a reply: THROTTLED: slow down",
         fake_amazon::json(200, R"({"code":"THROTTLED","message":"slow down"})")},
        {"no row of the reply has index", fake_amazon::json(200, R"({"success":[]})")},
        {"expected an object, found an array", fake_amazon::json(200, "[]")},
    };
}

TEST(batch_call, loses_one_chunk_of_24_and_says_why)
{
    auto const ids = fake_amazon::ids(2350);
    for (auto const& [message, failure] : failures()) {
        for (std::size_t const broken : {0u, 6u, 23u}) {
            auto transport = [&](http::request const& asked) -> outlay::result<http::response> {
                if (sent_ids(asked).front() == ids[broken * 100]) return failure;
                return fake_amazon::usage(asked);
            };
            ads::client amazon{transport, endpoint, fake_amazon::impatient()};
            auto const all = amazon.campaign_budget_usage(product, ids);
            ASSERT_EQ(all.size(), ids.size());
            ASSERT_EQ(all.count_failed(), broken == 23 ? 50u : 100u) << message;
            for (auto const& one : all) {
                bool const is_lost = one.index / 100 == broken;
                ASSERT_EQ(one.failure() != nullptr, is_lost) << message;
                if (!is_lost) continue;
                ASSERT_THAT(one.failure()->message(), HasSubstr(message));
                ASSERT_LT(one.failure()->message().size(), 600u);
            }
        }
    }
}

TEST(batch_call, any_one_of_the_24_chunks_may_be_the_lost_one)
{
    auto const ids = fake_amazon::ids(2350);
    for (std::size_t broken = 0; broken < 24; ++broken) {
        std::size_t calls = 0;
        auto transport = [&](http::request const& asked) {
            return calls++ == broken ? fake_amazon::json(403, "{}") : fake_amazon::usage(asked);
        };
        ads::client amazon{transport, endpoint};
        auto const all = amazon.campaign_budget_usage(product, ids);
        ASSERT_EQ(calls, 24u);
        for (auto const& one : all) ASSERT_EQ(one.failure() != nullptr, one.index / 100 == broken);
    }
}

TEST(batch_call, distinguishes_the_three_layers)
{
    auto const kind_of = [](outlay::result<http::response> answer) {
        ads::client amazon{[&](http::request const&) { return answer; }, endpoint, fake_amazon::impatient()};
        return amazon.portfolio_budget_usage({"1"})[0].failure()->kind();
    };
    EXPECT_EQ(kind_of(http::connection_lost("reset")), outlay::error_kind::transport);
    EXPECT_EQ(kind_of(fake_amazon::json(403, "")), outlay::error_kind::http);
    EXPECT_EQ(kind_of(fake_amazon::json(207, "<")), outlay::error_kind::syntax);
    EXPECT_EQ(kind_of(fake_amazon::json(207, "{}")), outlay::error_kind::http);
    EXPECT_EQ(kind_of(fake_amazon::json(207, R"({"success":{}})")), outlay::error_kind::invalid);
}

TEST(batch_call, sends_an_id_once_and_returns_its_outcome_each_time)
{
    std::vector<ads::campaign_id> ids;
    for (std::size_t i = 0; i < 1000; ++i) ids.push_back(std::to_string(i % 150));
    std::vector<ads::campaign_id> sent;
    std::size_t calls = 0;
    auto transport = [&](http::request const& asked) {
        for (auto const& id : sent_ids(asked)) sent.push_back(id);
        return ++calls == 2 ? fake_amazon::json(400, "{}") : fake_amazon::usage(asked);
    };
    ads::client amazon{transport, endpoint};
    auto const all = amazon.campaign_budget_usage(product, ids);
    EXPECT_EQ(calls, 2u);
    EXPECT_EQ(sent, std::vector<ads::campaign_id>(ids.begin(), ids.begin() + 150));
    ASSERT_EQ(all.size(), 1000u);
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(all[i].index, i);
        ASSERT_EQ(all[i].failure() != nullptr, i % 150 >= 100);
        if (all[i].success() == nullptr) continue;
        ASSERT_EQ(all[i].success()->campaign_id, ids[i]);
    }
}

TEST(batch_call, does_not_send_an_item_that_breaks_a_rule)
{
    std::vector<ads::campaign_id> ids = fake_amazon::ids(250);
    ids[3] = "";
    ids[220] = std::string(256, 'x');
    std::size_t sent = 0;
    auto transport = [&](http::request const& asked) {
        sent += sent_ids(asked).size();
        return fake_amazon::usage(asked);
    };
    ads::client amazon{transport, endpoint};
    auto const all = amazon.campaign_budget_usage(product, ids);
    EXPECT_EQ(sent, 248u);
    EXPECT_EQ(all.count_failed(), 2u);
    EXPECT_EQ(all[3].failure()->report()[0].pointer, "/campaignIds/3");
    EXPECT_EQ(all[3].failure()->report()[0].code, "length");
    EXPECT_EQ(all[220].failure()->report()[0].pointer, "/campaignIds/220");
    EXPECT_EQ(all[221].success()->campaign_id, ids[221]);
}

TEST(batch_call, sends_nothing_if_all_items_break_rules)
{
    std::size_t calls = 0;
    std::vector<std::size_t> totals;
    auto transport = [&](http::request const& asked) {
        ++calls;
        return fake_amazon::create(asked);
    };
    http::call_options options{.on_progress = [&](http::progress const& p) { totals.push_back(p.total.value()); }};
    ads::client amazon{transport, endpoint, options};
    std::vector<ads::new_portfolio> portfolios(120);
    portfolios[110].name = "good";
    auto const all = amazon.create_portfolios(portfolios);
    EXPECT_EQ(calls, 1u);
    EXPECT_EQ(totals, std::vector<std::size_t>{1});
    EXPECT_EQ(all.count_failed(), 119u);
    EXPECT_EQ(all[110].success()->portfolio_id, "good");
    EXPECT_EQ(all[119].failure()->report()[0].pointer, "/portfolios/119/name");
}

TEST(batch_call, retries_a_create_only_if_it_was_not_carried_out)
{
    auto const calls_after = [](outlay::result<http::response> answer, std::string* why = nullptr) {
        int calls = 0;
        ads::client amazon{[&](http::request const& asked) -> outlay::result<http::response> {
                               return ++calls == 1 ? answer : fake_amazon::create(asked);
                           },
                           endpoint, fake_amazon::impatient()};
        auto const all = amazon.create_portfolios(fake_amazon::portfolios(3));
        EXPECT_EQ(all.ok(), calls == 2);
        if (why != nullptr && !all.ok()) *why = all[2].failure()->message();
        return calls;
    };
    EXPECT_EQ(calls_after(fake_amazon::json(429, "{}")), 2);
    EXPECT_EQ(calls_after(http::not_sent("connection refused")), 2);
    std::string why;
    for (int const status : {500, 502, 503, 504}) {
        EXPECT_EQ(calls_after(fake_amazon::json(status, "{}"), &why), 1) << status;
        EXPECT_THAT(why, HasSubstr("may have been created"));
    }
    EXPECT_EQ(calls_after(http::connection_lost("reset by peer"), &why), 1);
    EXPECT_EQ(why, "reset by peer\nthe object may have been created: check before the request is sent again");
    EXPECT_EQ(calls_after(fake_amazon::json(400, "{}"), &why), 1);
    EXPECT_THAT(why, Not(HasSubstr("may have been created")));
}

TEST(batch_call, retries_no_create_whose_reply_was_cut_short)
{
    int calls = 0;
    auto transport = [&](http::request const& asked) {
        ++calls;
        auto half = fake_amazon::create(asked);
        half.headers.push_back({"Content-Length", std::to_string(half.body.size() + 1)});
        return half;
    };
    ads::client amazon{transport, endpoint, fake_amazon::impatient()};
    auto const all = amazon.create_portfolios(fake_amazon::portfolios(3));
    EXPECT_EQ(calls, 1);
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("the object may have been created"));
}

TEST(batch_call, retries_an_update_after_any_temporary_error)
{
    int calls = 0;
    auto transport = [&](http::request const&) -> outlay::result<http::response> {
        if (++calls == 1) return http::connection_lost("reset by peer");
        if (calls == 2) return fake_amazon::json(503, "{}");
        return fake_amazon::json(207, R"({"portfolios":{"success":[{"index":0},{"index":1}]}})");
    };
    ads::client amazon{transport, endpoint, fake_amazon::impatient()};
    // Two updates of one portfolio are two updates.
    EXPECT_TRUE(
        amazon.update_portfolios({{.name = "a", .portfolio_id = "1"}, {.name = "b", .portfolio_id = "1"}}).ok());
    EXPECT_EQ(calls, 3);
}

TEST(batch_call, takes_an_exception_of_the_transport_for_a_failed_call)
{
    int calls = 0;
    auto transport = [&](http::request const& asked) {
        if (++calls == 2) throw std::runtime_error("broken pipe");
        return fake_amazon::create(asked);
    };
    ads::client amazon{transport, endpoint};
    auto const all = amazon.create_portfolios(fake_amazon::portfolios(300));
    EXPECT_EQ(calls, 3);
    EXPECT_EQ(all.count_succeeded(), 200u);
    EXPECT_THAT(all[150].failure()->message(), HasSubstr("broken pipe"));
}

TEST(batch_call, lets_through_what_is_no_std_exception)
{
    ads::client amazon{[](http::request const&) -> http::response { throw 7; }, endpoint};
    EXPECT_THROW(amazon.portfolio_budget_usage({"1"}), int);
}

TEST(batch_call, reports_progress)
{
    std::vector<std::string> steps;
    auto options = fake_amazon::impatient();
    options.random = [] { return 1.0; };
    options.on_progress = [&](http::progress const& p) {
        steps.push_back(std::to_string(p.done) + " of " + std::to_string(p.total.value()) + " " +
                        std::to_string(p.waiting.count()));
        return true;
    };
    int calls = 0;
    auto transport = [&](http::request const& asked) {
        return ++calls == 2 ? fake_amazon::json(503, "{}") : fake_amazon::usage(asked);
    };
    ads::client amazon{transport, endpoint, options};
    EXPECT_EQ(amazon.campaign_budget_usage(product, fake_amazon::ids(250)).count_failed(), 0u);
    EXPECT_EQ(steps, (std::vector<std::string>{"1 of 3 0", "1 of 3 500", "2 of 3 0", "3 of 3 0"}));
}

TEST(batch_call, goes_on_if_on_progress_returns_nothing)
{
    std::size_t steps = 0;
    http::call_options options{.on_progress = [&steps](auto const& p) { steps = p.done; }};
    ads::client amazon{fake_amazon::usage, endpoint, options};
    EXPECT_EQ(amazon.campaign_budget_usage(product, fake_amazon::ids(250)).count_failed(), 0u);
    EXPECT_EQ(steps, 3u);
}

TEST(batch_call, stops_when_requested)
{
    auto options = fake_amazon::impatient();
    options.on_progress = [](http::progress const& p) { return p.done < 7; };
    std::size_t calls = 0;
    auto transport = [&](http::request const& asked) {
        ++calls;
        return fake_amazon::usage(asked);
    };
    ads::client amazon{transport, endpoint, options};
    auto ids = fake_amazon::ids(2350);
    ids[2000] = ids[5]; // with an outcome already
    auto const all = amazon.campaign_budget_usage(product, ids);
    EXPECT_EQ(calls, 7u);
    ASSERT_EQ(all.size(), 2350u);
    for (auto const& one : all) ASSERT_EQ(one.failure() != nullptr, one.index >= 700 && one.index != 2000) << one.index;
    EXPECT_EQ(all[700].failure()->report()[0].code, "not_sent");
}

TEST(batch_call, stops_before_a_wait_with_the_reason_for_it)
{
    auto options = fake_amazon::impatient();
    options.on_progress = [](http::progress const& p) { return p.waiting.count() == 0; };
    int calls = 0;
    auto transport = [&](http::request const&) {
        ++calls;
        return fake_amazon::json(503, R"({"code":"BUSY"})");
    };
    ads::client amazon{transport, endpoint, options};
    auto const all = amazon.campaign_budget_usage(product, fake_amazon::ids(101));
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(all[0].failure()->message(), "503 Service Unavailable: BUSY");
    EXPECT_EQ(all[100].failure()->report()[0].code, "not_sent");
}

TEST(batch_call, keeps_a_transport_that_is_a_temporary_and_refers_to_one_that_is_not)
{
    struct counting {
        std::unique_ptr<int> calls = std::make_unique<int>(0); // can't be copied
        http::response operator()(http::request const& asked)
        {
            ++*calls;
            return fake_amazon::usage(asked);
        }
    };
    counting mine;
    ads::client refers{mine, endpoint};
    EXPECT_TRUE(refers.campaign_budget_usage(product, {"1"}).ok());
    EXPECT_EQ(*mine.calls, 1);
    ads::client keeps{counting{}, endpoint};
    EXPECT_TRUE(keeps.campaign_budget_usage(product, {"1"}).ok());
    ads::client<counting> moved{std::move(mine), endpoint};
    EXPECT_TRUE(moved.campaign_budget_usage(product, {"1"}).ok());
}

TEST(batch_call, of_an_exchange_by_hand_can_be_cancelled_at_any_point)
{
    ads::campaign_budget_usage const what{product, fake_amazon::ids(250)};
    for (int answered = 0; answered <= 3; ++answered) {
        http::exchange work{endpoint, what};
        for (int i = 0; i < answered; ++i) {
            auto const step = work.next();
            work.feed(fake_amazon::usage(std::get<http::send>(step).request));
        }
        bool const is_sent = std::holds_alternative<http::send>(work.next());
        EXPECT_EQ(is_sent, answered < 3);
        auto const all = std::move(work).finish();
        ASSERT_EQ(all.size(), 250u);
        EXPECT_EQ(all.count_failed(), answered == 3 ? 0u : 250u - 100u * static_cast<unsigned>(answered));
        if (answered < 3) {
            EXPECT_EQ(all[static_cast<std::size_t>(answered) * 100].failure()->report()[0].code, "cancelled");
        }
        if (answered < 2) {
            EXPECT_EQ(all[249].failure()->report()[0].code, "not_sent");
        }
    }
}

TEST(batch_call, rejects_a_response_without_a_request)
{
    http::exchange work{endpoint, ads::portfolio_budget_usage{}};
    EXPECT_TRUE(std::holds_alternative<http::done>(work.next()));
    EXPECT_THROW(work.feed(fake_amazon::json(200, "{}")), std::logic_error);
}

TEST(batch_call, returns_the_same_request_until_its_response)
{
    http::exchange work{endpoint, ads::portfolio_budget_usage{{"1"}}};
    auto const first = std::get<http::send>(work.next()).request;
    EXPECT_EQ(std::get<http::send>(work.next()).request, first);
}

TEST(batch_call, of_an_exchange_by_hand_sends_nothing_after_it_is_cancelled)
{
    http::exchange work{endpoint, ads::campaign_budget_usage{product, fake_amazon::ids(250)}};
    auto const first = std::get<http::send>(work.next()).request;
    work.cancel();
    work.feed(fake_amazon::usage(first));
    EXPECT_TRUE(std::holds_alternative<http::done>(work.next()));
    auto const all = std::move(work).finish();
    EXPECT_EQ(all.count_failed(), 150u);
    EXPECT_EQ(all[100].failure()->report()[0].code, "not_sent");
}

TEST(batch_call, has_as_many_lanes_as_calls_in_flight)
{
    for (std::size_t const in_flight : {1u, 2u, 3u, 4u}) {
        http::exchange const work{
            endpoint, ads::campaign_budget_usage{product, fake_amazon::ids(250)}, {.in_flight = in_flight}};
        EXPECT_EQ(work.lanes(), std::min<std::size_t>(in_flight, 3));
    }
}

TEST(batch_call, waits_for_its_place_in_the_rate_limit)
{
    std::vector<std::chrono::milliseconds> waits;
    auto options = fake_amazon::patient(waits);
    options.rate = std::make_shared<http::rate_limit>(1000, [] { return http::rate_limit::clock::time_point(); });
    ads::client amazon{fake_amazon::usage, endpoint, options};
    EXPECT_EQ(amazon.campaign_budget_usage(product, fake_amazon::ids(250)).count_failed(), 0u);
    EXPECT_EQ(waits, (std::vector{std::chrono::milliseconds(1), std::chrono::milliseconds(2)}));
}

} // namespace batch_call_test
