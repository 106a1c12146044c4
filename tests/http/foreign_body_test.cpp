#include "fake_amazon.hpp"
#include "recorder.hpp"
#include "tally/endpoint.hpp"

#include <boost/describe/class.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/http.hpp>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>
#include <vector>

// A body that is no JSON, of a proxy or out of a compressing server, is named in the errors of clients; what may be a
// secret in it is not.

namespace foreign_body_test {

namespace ads = outlay::amazon;
namespace datadog = outlay::datadog;
namespace hubspot = outlay::hubspot;
namespace http = outlay::http;
using namespace std::string_view_literals; // some have a zero in them
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What each vendor's client says of an answer to a single call, to the page of a list, and to a batch.
std::vector<std::string> said_of(http::response const& answer)
{
    recorder server{{answer}};
    ads::client amazon{server, fake_amazon::endpoint, server.options()};
    hubspot::client hub{server, hubspot::endpoint{"access-token-4711"}, server.options()};
    datadog::client dog{server, datadog::endpoint{{}, "access-token-4711", "app-key-4712"}, server.options()};
    return {amazon.list_portfolios().error().message(), amazon.campaign_budget_usage({}, {"1"})[0].failure()->message(),
            hub.get_budget_totals("0f").error().message(), dog.get_budget("1").error().message(),
            dog.list_budgets().error().message()};
}

TEST(foreign_body, that_is_a_page_is_named_with_its_title)
{
    std::string const page = "<!DOCTYPE html>\r\n<html><head>\n<title>\n  Sign in to\tthe proxy </title></head></html>";
    for (std::string const& said : said_of({200, {{"Content-Type", "application/json"}}, page}))
        EXPECT_THAT(said, AllOf(HasSubstr("expected JSON, found an HTML page: the response is not from the API"),
                                HasSubstr("; its title is \"Sign in to the proxy\"")));
    for (std::string const& said : said_of({200, {}, page}))
        EXPECT_THAT(said, HasSubstr("; its title is \"Sign in to the proxy\""));
    for (std::string const& said : said_of({200, {{"Content-Type", "text/html"}}, page}))
        EXPECT_THAT(said, HasSubstr(R"(expected JSON, found "text/html": an HTML page, "Sign in to the proxy")"));
    for (std::string const& said : said_of({502, {{"Content-Type", "text/html"}}, page}))
        EXPECT_THAT(said, HasSubstr(R"(502 Bad Gateway: an HTML page, "Sign in to the proxy")"));
    for (std::string const& said : said_of({403, {}, "<html><body>no</body></html>"}))
        EXPECT_THAT(said, HasSubstr("403 Forbidden: an HTML page: <html><body>no</body></html>"));
}

TEST(foreign_body, shows_no_credential_of_the_request_in_a_title)
{
    for (std::string const padding : {"", "token: ", "a title that is cut off within a "})
        for (int const status : {200, 403, 502})
            for (std::string_view const type : {"application/json", "text/html"}) {
                std::string const body = "<html><title>" + padding + "access-token-4711</title>";
                for (std::string const& said : said_of({status, {{"Content-Type", std::string(type)}}, body}))
                    EXPECT_THAT(said, AllOf(Not(HasSubstr("access-")), HasSubstr("HTML page"))) << said;
            }
}

TEST(foreign_body, that_is_compressed_is_named)
{
    std::string const body("\x1F\x8B\x08\0\0\0\0\0\0\x03"sv);
    for (std::string const& said : said_of({200, {{"Content-Type", "application/json"}}, body}))
        EXPECT_THAT(said, HasSubstr("found gzip data: decompress the body, or send no Accept-Encoding"));
    for (std::string const& said : said_of({503, {}, body}))
        EXPECT_THAT(said, HasSubstr("503 Service Unavailable: gzip data, 10 bytes"));
    for (std::string const& said : said_of({200, {{"Content-Type", "application/json"}}, ""}))
        EXPECT_THAT(said, HasSubstr("expected JSON, found an empty text"));
}

/// A reply that has a secret, as that of a service which gives out tokens.
struct token_reply {
    outlay::secret access_token{};
};
BOOST_DESCRIBE_STRUCT(token_reply, (), (access_token))

struct get_token {
    using endpoint_type = tally::endpoint;
    using result_type = outlay::result<token_reply>;

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::get, "/token");
    }
    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

TEST(foreign_body, shows_nothing_in_place_of_a_reply_with_a_secret)
{
    tally::endpoint const at{.account = "acme",
                             .tokens = http::token_source([] { return http::access_token{.value = "token-1"}; })};
    auto const said = [&at](std::string const& type, std::string const& body) {
        recorder server{{http::response{200, {{"Content-Type", type}}, body}}};
        auto const got = http::call(server, at, get_token{}, server.options());
        return got ? "a token" : got.error().message();
    };
    EXPECT_EQ(said("application/json", R"({"accessToken":"hunter2"})"), "a token");
    EXPECT_EQ(said("application/json", R"({"access-token":"hunter2"})"),
              "200: the body is not a reply: a body that may contain a secret");
    EXPECT_EQ(said("text/plain", "access_token=hunter2"),
              "200: expected JSON, found \"text/plain\": a body that may contain a secret");
    for (std::string const body : {R"({"accessToken":hunter2})", R"({"accessToken":98765})", "hunter2", "[\"hunter2\"]",
                                   "\"hunter2\"", R"({"accessToken":["hunter2"]})"})
        EXPECT_THAT(said("application/json", body), AllOf(Not(HasSubstr("unter2")), Not(HasSubstr("98765"))));
    EXPECT_THAT(said("text/html", "<html><title>Sign in</title>"), HasSubstr("an HTML page, \"Sign in\""));
}

} // namespace foreign_body_test
