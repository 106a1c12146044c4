#include "../../examples/login_with_amazon/fake_server.hpp"
#include "../../examples/login_with_amazon/lwa_tokens.hpp"

#include <chrono>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The tokens of examples/login_with_amazon.

namespace login_with_amazon_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using std::chrono::seconds;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using time_point = std::chrono::system_clock::time_point;

constexpr time_point start{seconds(1'800'000'000)};

std::string const client_secret = "client-secret/+= 4711";
std::string const refresh_token = "Atzr|refresh-0815";
std::string const access_token = "Atza|access-123456";

/// Always returns the same response, and keeps the requests.
struct canned {
    outlay::result<http::response> answer;
    std::vector<http::request> asked{};

    outlay::result<http::response> operator()(http::request const& r)
    {
        asked.push_back(r);
        return answer;
    }
};

lwa::options with_clock()
{
    lwa::options made;
    made.call.now = [] { return start; };
    made.call.sleep = [](std::chrono::milliseconds) {};
    return made;
}

http::response json(int status, std::string body)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

std::string good_reply()
{
    return R"({"access_token":")" + access_token + R"(","token_type":"bearer","expires_in":3600})";
}

template<class Transport>
http::token_source source(Transport& transport, lwa::options other = with_clock())
{
    return lwa::lwa_tokens(transport, "amzn1.client", client_secret, refresh_token, std::move(other));
}

TEST(login_with_amazon, sends_a_form)
{
    canned server{json(200, good_reply())};
    EXPECT_EQ(source(server).current(start).value().reveal(), access_token);
    ASSERT_EQ(server.asked.size(), 1u);
    http::request const& r = server.asked[0];
    EXPECT_EQ(r.method, http::method::post);
    EXPECT_EQ(r.url, "https://api.amazon.com/auth/o2/token");
    EXPECT_EQ(r.header("Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(r.header("Authorization"), std::nullopt);
    EXPECT_EQ(r.body, "grant_type=refresh_token&client_id=amzn1.client&client_secret=client-secret%2F%2B%3D%204711"
                      "&refresh_token=Atzr%7Crefresh-0815");
    EXPECT_THAT(r.to_string(), Not(AnyOf(HasSubstr("4711"), HasSubstr("0815"))));
}

TEST(login_with_amazon, renews_a_minute_before_the_end_and_not_earlier)
{
    canned server{json(200, good_reply())};
    auto const tokens = source(server);
    EXPECT_TRUE(tokens.current(start).has_value());
    EXPECT_TRUE(tokens.current(start + seconds(3600 - 61)).has_value());
    EXPECT_EQ(server.asked.size(), 1u);
    EXPECT_TRUE(tokens.current(start + seconds(3600 - 60)).has_value());
    EXPECT_EQ(server.asked.size(), 2u);
}

TEST(login_with_amazon, counts_the_time_from_before_the_request)
{
    time_point now = start;
    lwa::options slow = with_clock();
    slow.call.now = [&now] { return now; };
    std::size_t calls = 0;
    auto transport = [&](http::request const&) {
        ++calls;
        now += seconds(100); // until the response
        return json(200, good_reply());
    };
    auto const tokens = source(transport, slow);
    EXPECT_TRUE(tokens.current(now).has_value());
    EXPECT_TRUE(tokens.current(start + seconds(3600 - 61)).has_value());
    EXPECT_EQ(calls, 1u);
    EXPECT_TRUE(tokens.current(start + seconds(3600 - 60)).has_value());
    EXPECT_EQ(calls, 2u);
}

TEST(login_with_amazon, sends_the_new_refresh_token_if_there_is_one)
{
    canned server{json(200, R"({"access_token":"a","token_type":"Bearer","expires_in":1,"refresh_token":"Atzr|new"})")};
    auto const tokens = source(server);
    EXPECT_TRUE(tokens.current(start).has_value());
    EXPECT_TRUE(tokens.current(start).has_value()); // good for less than a minute
    EXPECT_THAT(server.asked.at(0).body, HasSubstr("refresh_token=Atzr%7Crefresh-0815"));
    EXPECT_THAT(server.asked.at(1).body, HasSubstr("refresh_token=Atzr%7Cnew"));
}

TEST(login_with_amazon, is_retried_after_temporary_errors)
{
    std::size_t calls = 0;
    auto transport = [&](http::request const&) { return ++calls < 3 ? json(503, "") : json(200, good_reply()); };
    EXPECT_TRUE(source(transport).current(start).has_value());
    EXPECT_EQ(calls, 3u);
}

TEST(login_with_amazon, says_why_there_is_no_token_in_the_words_of_the_vendor)
{
    canned server{json(400, R"({"error":"invalid_grant","error_description":"The refresh token is revoked",
                                "request_id":"r1"})")};
    auto const why = source(server).current(start).error();
    EXPECT_EQ(why.message(), "400 Bad Request: invalid_grant: The refresh token is revoked");
    EXPECT_EQ(why.http_status(), 400);
    EXPECT_EQ(server.asked.size(), 1u); // permanent: not retried
}

TEST(login_with_amazon, sends_nothing_without_credentials)
{
    canned server{json(200, good_reply())};
    auto const none = lwa::lwa_tokens(server, "client", "", refresh_token);
    EXPECT_EQ(none.current(start).error().message(), "Login with Amazon: the client secret is empty");
    lwa::options plain;
    plain.base_url = "http://localhost:8080";
    EXPECT_EQ(source(server, plain).current(start).error().report()[0].code, "not_https");
    EXPECT_TRUE(server.asked.empty());
}

TEST(login_with_amazon, keeps_a_transport_that_is_no_lvalue_and_has_no_copy)
{
    auto const tokens =
        lwa::lwa_tokens([only = std::make_unique<int>(1)](http::request const&) { return json(200, good_reply()); },
                        "client", "s", "r", with_clock());
    auto const copy = tokens;
    EXPECT_TRUE(copy.current(start).has_value());
}

/// Unusable replies, and replies with secrets in wrong places.
std::vector<outlay::result<http::response>> hostile_answers()
{
    std::string const form = "client_secret=client-secret%2F%2B%3D%204711&refresh_token=Atzr%7Crefresh-0815";
    std::string const plain = client_secret + " and " + refresh_token;
    return {
        json(200, ""),
        json(200, "{}"),
        json(200, access_token),
        json(200, "\"" + access_token + "\""),
        json(200, R"({"access_token":)" + access_token + "}"),
        json(200, R"({"access_token":[")" + access_token + R"("],"token_type":"bearer","expires_in":1})"),
        json(200,
             R"({"access_token":")" + access_token + R"(","token_type":")" + access_token + R"(","expires_in":1})"),
        json(200, R"({"access_token":")" + access_token + R"(","token_type":"bearer","expires_in":")" + access_token +
                      "\"}"),
        json(200, R"({"access_token":"","token_type":"bearer","expires_in":1})"),
        json(200, R"({"access_token":")" + access_token + R"(","token_type":"bearer","expires_in":-1})"),
        json(200, R"({"access_token":")" + access_token + R"(","token_type":"bearer","expires_in":99999999999})"),
        json(200, R"({"access_token":")" + access_token + R"(","token_type":"bearer"})"),
        json(200, R"({")" + access_token + R"(":1,"token_type":"bearer"})"),
        json(200, R"({"error":"invalid_grant","error_description":")" + plain + "\"}"),
        http::response{.status = 200, .headers = {{"Content-Type", "text/" + access_token}}, .body = access_token},
        http::response{.status = 201, .headers = {}, .body = good_reply()},
        json(400, R"({"error":"invalid_client","error_description":")" + form + "\"}"),
        json(401, R"({"error":")" + client_secret + R"(","error_description":")" + refresh_token + "\"}"),
        json(400, access_token + form + plain),
        json(500, good_reply()),
        http::connection_lost("while sending " + form),
        outlay::error(outlay::error_kind::limit, "x", plain),
    };
}

TEST(login_with_amazon, shows_no_secret_in_any_error)
{
    for (auto const& answer : hostile_answers()) {
        canned server{answer};
        auto const got = source(server).current(start);
        ASSERT_TRUE(got.has_error());
        auto const shown = got.error().message();
        EXPECT_THAT(shown, Not(AnyOf(HasSubstr("4711"), HasSubstr("0815"), HasSubstr("123456"), HasSubstr("secret/"),
                                     HasSubstr("secret%2F"), HasSubstr("access-"), HasSubstr("Atzr"))));
        EXPECT_GT(shown.size(), 10u);

        // The same through the client that needs the token.
        ads::client amazon{server, ads::endpoint{.client_id = "c", .profile_id = "p", .tokens = source(server)}};
        auto const all = amazon.portfolio_budget_usage({"1"});
        EXPECT_THAT(all[0].failure()->message(), HasSubstr(shown));
    }
}

TEST(login_with_amazon, says_where_a_reply_is_wrong)
{
    canned server{json(200, R"({"access_token":"Atza|x","token_type":"mac","expires_in":"soon"})")};
    EXPECT_EQ(source(server).current(start).error().message(),
              "1:39 /token_type: the reply of Login with Amazon can't be used: token_type\n"
              "1:58 /expires_in: the reply of Login with Amazon can't be used: type");
}

TEST(login_with_amazon, goes_on_after_a_token_was_revoked_in_the_middle_of_24_calls)
{
    for (std::size_t const at : {1u, 2u, 13u, 24u}) {
        lwa::fake_server server;
        server.revoked_before_call = at;
        lwa::options other;
        other.call.now = [&server] { return server.now; };
        ads::endpoint const endpoint{.client_id = "client",
                                     .profile_id = "p",
                                     .tokens =
                                         lwa::lwa_tokens(server, "client", "client-secret", "Atzr|refresh", other)};
        std::vector<ads::campaign_id> ids;
        for (std::size_t i = 0; i < 2'400; ++i) ids.push_back(ads::campaign_id::from_number(i));
        ads::client amazon{server, endpoint, other.call};
        EXPECT_EQ(amazon.campaign_budget_usage({}, ids).count_succeeded(), 2'400u);
        EXPECT_EQ(server.calls, 25u);
        EXPECT_EQ(server.refused, 1u);
        EXPECT_EQ(server.tokens, 2u);
    }
}

} // namespace login_with_amazon_test
