#include "fake_amazon.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// The work of an endpoint on a request before it is sent: tokens that are renewed, and signatures.

namespace credentials_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using answer = outlay::result<http::response>;
using std::chrono::seconds;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using time = std::chrono::system_clock::time_point;

/// token-1, token-2 ...
struct issuer {
    int count = 0;
    std::optional<time> expires_at{};

    http::access_token operator()()
    {
        return {.value = outlay::secret("token-" + std::to_string(++count)), .expires_at = expires_at};
    }
};

std::string text_of(outlay::result<outlay::secret> const& token) { return std::string(token.value().reveal()); }

TEST(credentials, of_a_source_are_kept_as_long_as_they_are_good)
{
    issuer from;
    from.expires_at = time(seconds(1000));
    http::token_source const tokens{std::ref(from)};
    EXPECT_EQ(text_of(tokens.current(time(seconds(0)))), "token-1");
    auto const last = time(seconds(1000)) - http::token_source::margin - seconds(1);
    EXPECT_EQ(text_of(tokens.current(last)), "token-1");
    from.expires_at.reset();
    EXPECT_EQ(text_of(tokens.current(last + seconds(1))), "token-2");
    EXPECT_EQ(text_of(tokens.current(time::max())), "token-2"); // without an end
    EXPECT_EQ(from.count, 2);
}

TEST(credentials, of_a_source_are_obtained_in_place_of_a_rejected_one_of_another)
{
    issuer from;
    http::token_source const tokens{std::ref(from)};
    EXPECT_EQ(text_of(tokens.after(outlay::secret("another"))), "token-1");
    EXPECT_EQ(text_of(tokens.current(time())), "token-1");
}

TEST(credentials, that_end_at_any_time_overflow_nowhere)
{
    for (time const end : {time::min(), time(seconds(-1)), time(), time::max()}) {
        issuer from;
        from.expires_at = end;
        http::token_source const tokens{std::ref(from)};
        EXPECT_EQ(text_of(tokens.current(time::max())), "token-1");
        EXPECT_EQ(text_of(tokens.current(time::max())), "token-2"); // it had expired already
        EXPECT_EQ(text_of(tokens.current(time::min())), end == time::min() ? "token-3" : "token-2");
    }
}

TEST(credentials, of_a_source_are_renewed_once_for_all_that_were_refused_the_same)
{
    issuer from;
    http::token_source const tokens{std::ref(from)};
    http::token_source const copy = tokens;
    auto const refused = tokens.current(time()).value();
    EXPECT_EQ(text_of(tokens.after(refused)), "token-2");
    EXPECT_EQ(text_of(copy.after(refused)), "token-2");
    EXPECT_EQ(text_of(copy.current(time())), "token-2");
    EXPECT_EQ(from.count, 2);
}

TEST(credentials, can_be_put_into_a_source)
{
    issuer from;
    http::token_source const tokens{std::ref(from)};
    tokens.put({.value = outlay::secret("put"), .expires_at = time(seconds(1000))});
    EXPECT_EQ(text_of(tokens.current(time())), "put");
    EXPECT_EQ(text_of(tokens.after(outlay::secret("another"))), "put");
    EXPECT_EQ(from.count, 0);
    EXPECT_EQ(text_of(tokens.current(time(seconds(1000)))), "token-1");
}

TEST(credentials, without_a_source_are_those_of_the_endpoint)
{
    EXPECT_FALSE(http::token_source());
    std::string sent;
    auto server = [&](http::request const& r) {
        sent = *r.header("Authorization");
        return fake_amazon::usage(r);
    };
    (void)http::call(server, fake_amazon::endpoint, ads::campaign_budget_usage{{}, {"1"}});
    EXPECT_EQ(sent, "Bearer access-token-4711");
}

/// A server that accepts one token, and keeps the tokens it was sent.
struct strict_server {
    std::string accepted{};
    std::vector<std::string> seen{}; ///< tokens, in their order

    answer operator()(http::request const& r)
    {
        seen.push_back(std::string(r.header("Authorization").value_or("none")).substr(7));
        if (seen.back() != accepted) return fake_amazon::json(401, R"({"message":"not )" + seen.back() + "\"}");
        return r.url.ends_with("usage") ? fake_amazon::usage(r) : fake_amazon::create(r);
    }
};

template<class Renew>
ads::endpoint endpoint_with(Renew&& renew)
{
    auto at = fake_amazon::endpoint;
    at.tokens = http::token_source(std::forward<Renew>(renew));
    return at;
}

http::call_options once() { return {.retry = {.attempts = 1}}; }

TEST(credentials, are_renewed_after_a_401_and_the_retry_is_not_counted)
{
    issuer from;
    strict_server server{"token-2"};
    auto const at = endpoint_with(std::ref(from));
    auto const all = http::call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(250)}, once());
    EXPECT_EQ(all.count_failed(), 0u);
    EXPECT_THAT(server.seen, ElementsAre("token-1", "token-2", "token-2", "token-2"));
    // A create was rejected before it had any effect.
    server = {"token-3"};
    EXPECT_TRUE(http::call(server, at, ads::create_portfolios{fake_amazon::portfolios(150)}, once()).ok());
    EXPECT_THAT(server.seen, ElementsAre("token-2", "token-3", "token-3"));
}

TEST(credentials, that_are_refused_twice_are_no_loop)
{
    issuer from;
    strict_server server{"none of these"};
    auto const all = http::call(server, endpoint_with(std::ref(from)),
                                ads::campaign_budget_usage{{}, fake_amazon::ids(150)}, fake_amazon::impatient());
    EXPECT_EQ(all.count_failed(), 150u);
    EXPECT_THAT(server.seen, ElementsAre("token-1", "token-2", "token-2", "token-3")); // two calls
    EXPECT_EQ(all[0].failure()->message(), "401 Unauthorized: not ***");
    EXPECT_EQ(all[0].failure()->http_status(), 401);
}

/// A source may have no other token.
TEST(credentials, that_stay_the_same_are_refused_at_the_second_attempt)
{
    strict_server server{"another"};
    auto const at = endpoint_with([] { return http::access_token{.value = outlay::secret("the-same")}; });
    EXPECT_EQ(http::call(server, at, ads::campaign_budget_usage{{}, {"1"}}).count_failed(), 1u);
    EXPECT_EQ(server.seen.size(), 2u);
}

TEST(credentials, that_are_unavailable_are_one_failure_of_all_unsent_items)
{
    int asked = 0;
    auto const at = endpoint_with([&]() -> outlay::result<http::access_token> {
        if (++asked == 1) return http::access_token{.value = outlay::secret("token-1"), .expires_at = time()};
        return outlay::error(outlay::error_kind::http, "invalid_grant", "the refresh token was revoked", 400);
    });
    strict_server server{"token-1"};
    auto const all = http::call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(350)});
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(server.seen.size(), 1u);
    for (auto const& one : all) ASSERT_EQ(one.failure() != nullptr, one.index >= 100);
    auto const groups = all.failure_groups();
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].to_string(), "items 100 to 349: the refresh token was revoked");
    EXPECT_EQ(groups[0].why->report()[0].code, "invalid_grant");
    EXPECT_EQ(groups[0].why->http_status(), 400);
}

TEST(credentials, that_could_not_be_renewed_after_a_401_end_all_calls)
{
    int asked = 0;
    auto const at = endpoint_with([&]() -> outlay::result<http::access_token> {
        if (++asked == 1) return http::access_token{.value = outlay::secret("token-1")};
        return outlay::error(outlay::error_kind::http, "invalid_grant", "the refresh token was revoked");
    });
    strict_server server{"another"};
    std::vector<std::size_t> done;
    http::call_options options{.on_progress = [&](http::progress const& p) { done.push_back(p.done); }};
    auto const all = http::call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(350)}, options);
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(server.seen.size(), 1u);
    EXPECT_THAT(done, ElementsAre(1u));
    auto const groups = all.failure_groups();
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].to_string(), "items 0 to 349: 401 Unauthorized: not ***; the token could not be renewed: the "
                                     "refresh token was revoked");
}

TEST(credentials, with_control_characters_are_not_sent)
{
    int asked = 0;
    for (std::string const& bad :
         std::vector<std::string>{"a\rb", "a\nX-Admin: yes", std::string("a\0b", 3), "a\x7F"}) {
        strict_server server{"x"};
        auto const at = endpoint_with([&] {
            ++asked;
            return http::access_token{.value = outlay::secret(bad)};
        });
        auto const all = http::call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(250)});
        EXPECT_TRUE(server.seen.empty());
        auto const groups = all.failure_groups();
        ASSERT_EQ(groups.size(), 1u); // not one for each chunk
        EXPECT_EQ(groups[0].items.size(), 250u);
        EXPECT_EQ(groups[0].why->report()[0].code, "header_value");
        EXPECT_THAT(groups[0].to_string(), Not(HasSubstr("a\\")));
    }
    EXPECT_EQ(asked, 4);
}

/// While calls wait for their first turn, the token of another is rejected permanently.
TEST(credentials, that_are_unavailable_are_the_failure_of_waiting_lanes)
{
    auto const clock = [] { return http::rate_limit::clock::time_point(); };
    for (bool const is_refused : {true, false}) {
        int asked = 0;
        auto const at = endpoint_with([&]() -> outlay::result<http::access_token> {
            if (++asked == 1 && is_refused) return http::access_token{.value = outlay::secret("token-1")};
            return outlay::error(outlay::error_kind::http, "invalid_grant", "revoked");
        });
        http::call_options const options{.in_flight = 3, .rate = std::make_shared<http::rate_limit>(1, clock)};
        (void)options.rate->reserve();
        http::exchange work{at, ads::campaign_budget_usage{{}, fake_amazon::ids(350)}, options};
        for (int lane = 0; lane < 3; ++lane)
            EXPECT_EQ(std::get<http::wait>(work.next(static_cast<std::size_t>(lane))).time, seconds(lane + 1));
        if (is_refused) {
            ASSERT_TRUE(std::holds_alternative<http::send>(work.next(0)));
            work.feed(0, fake_amazon::json(401, "{}"));
        }
        for (std::size_t lane = 0; lane < 3; ++lane) EXPECT_TRUE(std::holds_alternative<http::done>(work.next(lane)));
        auto const all = std::move(work).finish();
        auto const groups = all.failure_groups();
        ASSERT_EQ(groups.size(), 1u);
        EXPECT_THAT(groups[0].to_string(), HasSubstr("items 0 to 349: "));
        EXPECT_THAT(groups[0].to_string(), HasSubstr("revoked"));
    }
}

TEST(credentials, between_a_401_and_its_retry_leave_a_create_in_no_doubt)
{
    issuer from;
    http::exchange work{endpoint_with(std::ref(from)), ads::create_portfolios{fake_amazon::portfolios(3)}};
    ASSERT_TRUE(std::holds_alternative<http::send>(work.next()));
    work.feed(fake_amazon::json(401, R"({"message":"expired"})"));
    auto const all = std::move(work).finish();
    EXPECT_EQ(all[0].failure()->message(), "401 Unauthorized: expired");
}

// --- signatures

TEST(credentials, that_are_signatures_see_the_finished_request_and_start_anew_each_time)
{
    issuer from;
    auto at = endpoint_with(std::ref(from));
    int signatures = 0;
    at.sign = [&](http::request& r) -> outlay::result<void> {
        EXPECT_EQ(r.header("X-Signature"), std::nullopt);
        EXPECT_TRUE(r.header("Authorization")->starts_with("Bearer token-"));
        EXPECT_EQ(r.header("Amazon-Advertising-API-Scope"), "profile");
        r.headers.push_back({"X-Signature", std::to_string(++signatures) + " of " + r.body});
        return {};
    };
    std::vector<http::request> sent;
    auto server = [&](http::request const& r) -> answer {
        sent.push_back(r);
        if (sent.size() == 1) return fake_amazon::json(503, "{}");
        if (sent.size() == 2) return fake_amazon::json(401, "{}");
        return fake_amazon::usage(r);
    };
    auto const all =
        http::call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(2)}, fake_amazon::impatient());
    EXPECT_EQ(all.count_failed(), 0u);
    ASSERT_EQ(sent.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(sent[i].header("X-Signature"), std::to_string(i + 1) + R"( of {"campaignIds":["100000","100001"]})");
        EXPECT_EQ(std::count_if(sent[i].headers.begin(), sent[i].headers.end(),
                                [](auto const& h) { return h.name == "X-Signature" || h.name == "Authorization"; }),
                  2);
    }
    EXPECT_EQ(sent[2].header("Authorization"), "Bearer token-2");
}

TEST(credentials, that_are_signatures_and_fail_send_nothing)
{
    auto at = fake_amazon::endpoint;
    at.sign = [](http::request& r) -> outlay::result<void> {
        http::set_header(r, "X-Key", "secret-key-of-ours");
        return outlay::error(outlay::error_kind::invalid, "sign", "secret-key-of-ours has expired");
    };
    std::size_t calls = 0;
    std::vector<std::size_t> done;
    http::call_options options{.on_progress = [&](http::progress const& p) { done.push_back(p.done); }};
    auto server = [&](http::request const& r) {
        ++calls;
        return fake_amazon::usage(r);
    };
    auto const all = http::call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(150)}, options);
    EXPECT_EQ(calls, 0u);
    EXPECT_EQ(all.count_failed(), 150u);
    EXPECT_EQ(all[0].failure()->message(), "*** has expired");
    EXPECT_THAT(done, ElementsAre(1u, 2u)); // chunks without a call count as done
}

TEST(credentials, in_signed_headers_are_never_shown)
{
    auto at = fake_amazon::endpoint;
    at.sign = [](http::request& r) {
        http::set_header(r, "Authorization", "AWS4-HMAC-SHA256 Credential=AKIA/20261126, Signature=00ff00ff");
        http::set_header(r, "X-Amz-Security-Token", "FwoGZXIvYXdzE/session+token==");
        return outlay::result<void>();
    };
    for (auto const& said :
         {R"({"message":"Credential=AKIA/20261126, Signature=00ff00ff is none"})",
          R"({"message":"FwoGZXIvYXdzE\/session+token== is none"})", R"(<p>FwoGZXIvYXdzE%2Fsession%2Btoken%3D%3D)"}) {
        auto const all = http::call([&](http::request const&) { return fake_amazon::json(403, said); }, at,
                                    ads::campaign_budget_usage{{}, {"1"}});
        EXPECT_THAT(all[0].failure()->message(),
                    AllOf(HasSubstr("***"), Not(HasSubstr("AKIA")), Not(HasSubstr("FwoGZ")), Not(HasSubstr("00ff"))));
    }
}

TEST(credentials, in_what_a_signer_throws_are_not_shown)
{
    auto at = fake_amazon::endpoint;
    at.sign = [](http::request& r) -> outlay::result<void> {
        throw std::runtime_error("can't sign\r\n" + std::string(*r.header("Authorization")));
    };
    auto const all = http::call(fake_amazon::usage, at, ads::campaign_budget_usage{{}, fake_amazon::ids(150)});
    EXPECT_EQ(all.count_failed(), 150u);
    for (std::size_t const i : {0u, 149u}) EXPECT_EQ(all[i].failure()->message(), R"(can't sign\u000d\u000a***)");
}

/// A server may send the credential as an id, or as the cursor of a page.
TEST(credentials, in_ids_and_cursors_are_not_shown)
{
    auto server = [](http::request const& r) {
        std::string const token(*r.header("Authorization"));
        if (r.url.ends_with("list")) return fake_amazon::json(200, R"({"portfolios":[],"nextToken":")" + token + "\"}");
        return fake_amazon::json(207, R"({"success":[{"index":0,"campaignId":")" + token + "\"}]}");
    };
    auto const all = http::call(server, fake_amazon::endpoint, ads::campaign_budget_usage{{}, {"1"}});
    EXPECT_EQ(all[0].failure()->report()[0].code, "id_mismatch");
    EXPECT_THAT(all[0].failure()->message(), AllOf(HasSubstr("***"), Not(HasSubstr("4711"))));
    auto const list = http::call(server, fake_amazon::endpoint, ads::list_portfolios{});
    EXPECT_EQ(list->incomplete->report()[0].code, "repeated_page");
    EXPECT_THAT(list->incomplete->message(), AllOf(HasSubstr("***"), Not(HasSubstr("4711"))));
}

} // namespace credentials_test
