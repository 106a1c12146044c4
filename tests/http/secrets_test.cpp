#include "fake_amazon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <outlay/aws.hpp>
#include <outlay/datadog.hpp>
#include <outlay/google.hpp>
#include <outlay/http.hpp>
#include <outlay/hubspot.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// A credential is in the headers of a request, and in nothing else, even if a server sends it back.

namespace secrets_test {

namespace ads = outlay::amazon;
namespace aws = outlay::aws;
namespace hubspot = outlay::hubspot;
namespace datadog = outlay::datadog;
namespace google = outlay::google;
namespace http = outlay::http;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view secret = "Atza-very-secret-0123456789";

template<class T>
std::string printed(T const& x)
{
    std::ostringstream out;
    out << x;
    return out.str();
}

/// Ways to send back what was sent.
std::vector<outlay::result<http::response>> echoes()
{
    std::string const s(secret);
    std::string const padding(30, 'x');
    return {
        http::response{401, {}, R"({"code":"UNAUTHORIZED","message":"bad token )" + s + "\"}"},
        http::response{401, {}, R"({"message":"bad token )" + s + R"(","category":")" + s + "\"}"},
        http::response{401, {}, R"({"errors":["bad token )" + s + "\"]}"},
        http::response{400, {}, "Authorization: Bearer " + s},
        http::response{400, {}, std::string(190, '.') + s}, // an excerpt ends within it
        http::response{403, {{"x-amz-request-id", s}, {"X-RateLimit-Name", s}}, "{}"},
        http::response{503, {}, s},
        http::response{200, {{"Content-Type", "text/" + s}}, s},
        http::response{200, {{"Content-Length", "1000"}}, s},
        http::response{200, {}, s},
        http::response{200, {}, R"({"success":[{"index":")" + s + R"("}],"data":")" + s + R"(","id":")" + s + "\"}"},
        // A violation quotes 40 characters, which end within it.
        http::response{200,
                       {},
                       R"({"success":")" + padding + s + R"(","data":")" + padding + s + R"(","budgetItems":")" +
                           padding + s + "\"}"},
        http::connection_lost("sent Authorization: Bearer " + s),
        outlay::error(outlay::error_kind::limit, "x", s),
    };
}

void expect_hidden(outlay::error const& why)
{
    for (std::string const& text :
         {why.message(), printed(why), printed(why.report()), std::string(outlay::error_exception(why).what())})
        EXPECT_THAT(text, Not(HasSubstr(secret.substr(0, 10))));
}

/// Signs with the secret.
outlay::result<void> sign(http::request& of)
{
    http::set_header(of, "Authorization", "AWS4-HMAC-SHA256 Signature=" + std::string(secret));
    http::set_header(of, "X-Amz-Security-Token", std::string(secret));
    return {};
}

TEST(secrets, are_in_no_error)
{
    for (auto const& echo : echoes()) {
        auto const transport = [&](http::request const& asked) {
            EXPECT_THAT(printed(asked), Not(HasSubstr(secret)));
            return echo;
        };
        ads::client amazon{transport, ads::endpoint{{}, "client", secret, "profile"}, fake_amazon::impatient()};
        expect_hidden(*amazon.campaign_budget_usage({}, {"1"})[0].failure());
        for (auto const product : {ads::ad_product::sponsored_products, ads::ad_product::sponsored_brands})
            expect_hidden(*amazon.campaign_budget_recommendations(product, {"1"})[0].failure());
        expect_hidden(amazon
                          .query_campaigns(
                              ads::unified::query_campaigns_request::of(ads::unified::ad_product::sponsored_products))
                          .error());
        auto const dollar = ads::unified::daily_budget({1, outlay::currency{"USD"}});
        expect_hidden(*amazon.update_campaigns({{.budgets = {dollar}, .campaign_id = "1"}})[0].failure());
        expect_hidden(*amazon.create_portfolios(fake_amazon::portfolios(1))[0].failure());
        expect_hidden(amazon.list_campaigns().error());
        expect_hidden(*amazon.update_campaign_budgets({{"1", ads::campaign_budget::daily(5)}})[0].failure());
        auto const product = ads::ad_product::sponsored_products;
        expect_hidden(*amazon.associate_budget_rules(product, "1", {"r1"})[0].failure());
        expect_hidden(amazon.list_budget_rules(product).error());
        expect_hidden(amazon.get_budget_rule(product, "r1").error());

        hubspot::client hub{transport, hubspot::endpoint{secret}, fake_amazon::impatient()};
        expect_hidden(hub.get_budget_totals("0f").error());
        expect_hidden(hub.list_campaigns().error());
        expect_hidden(hub.get_campaign("0f").error());
        expect_hidden(*hub.read_campaigns({"0f"})[0].failure());
        expect_hidden(hub.get_revenue("0f").error());

        datadog::client dog{transport, datadog::endpoint{{}, secret, secret}, fake_amazon::impatient()};
        expect_hidden(dog.get_budget("1").error());
        expect_hidden(dog.list_budgets().error());

        for (auto const& at :
             {google::endpoint{secret, "developer", "1234567890"}, google::endpoint{"access", secret, "1234567890"}}) {
            google::client goo{transport, at, fake_amazon::impatient()};
            google::campaign_budget_name const budget = "customers/1234567890/campaignBudgets/2";
            expect_hidden(*goo.remove_campaign_budgets({budget})[0].failure());
            expect_hidden(goo.list_campaign_budgets().error());
        }
        aws::client cloud{transport, aws::endpoint{.account_id = "123456789012", .sign = &sign},
                          fake_amazon::impatient()};
        expect_hidden(cloud.describe_budgets().error());
        expect_hidden(cloud.describe_budget("a").error());
        expect_hidden(cloud.describe_budget_performance_history("a").error());
        expect_hidden(cloud.describe_notifications_for_budget("a").error());
    }
}

TEST(secrets, are_in_the_headers)
{
    http::request asked;
    auto const transport = [&](http::request const& r) {
        asked = r;
        return http::response{403, {}, ""};
    };
    ads::client amazon{transport, ads::endpoint{{}, "client", secret, "profile"}};
    (void)amazon.portfolio_budget_usage({"1"});
    EXPECT_EQ(asked.header("authorization"), "Bearer " + std::string(secret));
    EXPECT_THAT(asked.url + asked.body, Not(HasSubstr(secret)));
    datadog::client dog{transport, datadog::endpoint{{}, secret, "app-key"}};
    (void)dog.list_budgets();
    EXPECT_EQ(asked.header("dd-api-key"), secret);
    EXPECT_EQ(asked.header("dd-application-key"), "app-key");
    google::client goo{transport, google::endpoint{secret, "developer", "1234567890"}};
    (void)goo.list_campaign_budgets();
    EXPECT_EQ(asked.header("Authorization"), "Bearer " + std::string(secret));
    EXPECT_EQ(asked.header("developer-token"), "developer");
    EXPECT_THAT(asked.url + asked.body, Not(HasSubstr(secret)));
    hubspot::client hub{transport, hubspot::endpoint{secret}};
    (void)hub.get_budget_totals("0f");
    EXPECT_EQ(asked.header("AUTHORIZATION"), "Bearer " + std::string(secret));
    aws::client cloud{transport, aws::endpoint{.account_id = "123456789012", .sign = &sign}};
    (void)cloud.describe_budgets();
    EXPECT_EQ(asked.header("X-Amz-Security-Token"), secret);
    EXPECT_THAT(asked.url + asked.body, Not(HasSubstr(secret)));
    EXPECT_THAT(printed(asked), HasSubstr("X-Amz-Target: AWSBudgetServiceGateway.DescribeBudgets"));
}

TEST(secrets, are_not_printed_with_a_request)
{
    http::request const r{http::method::post,
                          "https://example.com/a",
                          {{"Accept", "application/json"}, {"authorization", "Bearer abc"}, {"X-New", "unknown"}},
                          "body"};
    EXPECT_EQ(printed(r),
              "POST https://example.com/a (Accept: application/json, authorization: ***, X-New: ***; 4 bytes)");
}

TEST(secrets, go_over_https_only)
{
    int calls = 0;
    auto const transport = [&](http::request const&) { return ++calls, http::response{200, {}, "{}"}; };
    auto const code_of = [&](std::string url, bool allow_plain_http = false) {
        hubspot::client hub{transport, hubspot::endpoint{"token", std::move(url), allow_plain_http}};
        return hub.get_budget_totals("0f").error().report()[0].code;
    };
    EXPECT_EQ(code_of("http://api.hubapi.com"), "not_https");
    for (auto const url : {"", "api.hubapi.com", "ftp://x", "https://", "https:///x", "https://user@x", "https://x?y",
                           "https://x#y", "https://x y", "https://x\r\nHost: y", "HTTPS://x"})
        EXPECT_EQ(code_of(url), "base_url") << url;
    EXPECT_EQ(calls, 0);
    EXPECT_EQ(code_of("http://127.0.0.1:8080", true), "no_reply"); // it was sent, and got {}
    EXPECT_EQ(code_of("https://proxy.example.com:8443/hubspot"), "no_reply");
    EXPECT_EQ(code_of("https://[::1]"), "no_reply");
    EXPECT_EQ(code_of("https://x/"), "no_reply");
    EXPECT_EQ(calls, 4);
}

TEST(secrets, with_line_breaks_start_no_header)
{
    int calls = 0;
    auto const transport = [&](http::request const&) { return ++calls, http::response{}; };
    for (char const c : {'\r', '\n', '\0', '\x1f', '\x7f', '\x80', '\xff'}) {
        for (std::size_t const at : {0u, 3u, 7u, 8u, 20u}) {
            std::string token(21, 'x');
            token[at] = c;
            ads::client amazon{transport, ads::endpoint{{}, "client", token, "profile"}};
            auto const all = amazon.portfolio_budget_usage({"1", "2"});
            EXPECT_EQ(all.count_failed(), 2u);
            EXPECT_EQ(all[1].failure()->message(),
                      "the value for Authorization has characters that are not allowed in a header");
        }
    }
    EXPECT_EQ(calls, 0);
    ads::client amazon{transport, ads::endpoint{{}, "client", "a ~token~ !", "profile"}};
    (void)amazon.portfolio_budget_usage({"1"});
    EXPECT_EQ(calls, 1);
}

} // namespace secrets_test
