#include "drivers.hpp"
#include "loopback_server.hpp"

#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <utility>
#include <vector>

// The transports of examples/transports against a real server that misbehaves.

namespace real_transports_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

template<class Driver, bool IsTls>
struct setting {
    using driver = Driver;
    static constexpr bool is_tls = IsTls;
};

template<class Setting>
class real_transports : public testing::Test {
protected:
    static auto make_client() { return typename Setting::driver(Setting::is_tls ? certificate().file() : ""); }

    ads::endpoint at(std::string const& behaviour) const
    {
        return {.client_id = "client",
                .access_token = "a-secret-token",
                .profile_id = "profile",
                .base_url = server.url(behaviour),
                .allow_plain_http = !Setting::is_tls};
    }

    auto ask(std::string const& behaviour, std::size_t count = 250, http::retry_policy policy = {})
    {
        auto options = fake_amazon::patient(waits);
        options.retry = policy;
        return client.run(at(behaviour), ads::campaign_budget_usage{{}, fake_amazon::ids(count)}, options);
    }

    auto create(std::string const& behaviour)
    {
        return client.run(at(behaviour), ads::create_portfolios{fake_amazon::portfolios(3)},
                          fake_amazon::patient(waits));
    }

    /// Why the one call fails, which is made once.
    std::string failure_of(std::string const& behaviour, outlay::error_kind kind)
    {
        auto const all = ask(behaviour, 1, {.attempts = 1});
        if (all[0].failure() == nullptr) return "no failure";
        EXPECT_EQ(all[0].failure()->kind(), kind) << all[0].failure()->message();
        return all[0].failure()->report()[0].code + ": " + all[0].failure()->message();
    }

    loopback::server server{Setting::is_tls ? &certificate() : nullptr};
    typename Setting::driver client = make_client();
    std::vector<std::chrono::milliseconds> waits;
};

using settings = testing::Types<setting<with_curl, false>, setting<with_curl, true>, setting<with_beast, false>,
                                setting<with_beast, true>, setting<with_httplib, false>, setting<with_httplib, true>>;
TYPED_TEST_SUITE(real_transports, settings);

TYPED_TEST(real_transports, get_all_answers)
{
    for (auto const behaviour : {"well", "bytes", "chunked"}) {
        auto const all = this->ask(behaviour);
        ASSERT_EQ(all.size(), 250u);
        EXPECT_EQ(all.count_failed(), 0u) << behaviour << ": " << all[0].failure()->message();
        for (auto const& one : all)
            EXPECT_EQ(one.success() ? one.success()->campaign_id : one.refusal()->campaign_id,
                      fake_amazon::ids(1, one.index)[0]);
    }
    EXPECT_EQ(this->server.requests(), 9u);
    EXPECT_EQ(this->server.last_authorization(), "Bearer a-secret-token");
    EXPECT_TRUE(this->create("well").ok());
}

TYPED_TEST(real_transports, repeat_what_is_refused_for_now)
{
    EXPECT_EQ(this->ask("throttled").count_failed(), 0u);
    EXPECT_THAT(this->waits, ElementsAre(3s));
    EXPECT_EQ(this->ask("unavailable").count_failed(), 0u);
    EXPECT_THAT(this->waits, ElementsAre(3s, 500ms));
    EXPECT_EQ(this->server.requests(), 8u);
}

TYPED_TEST(real_transports, report_a_response_that_does_not_arrive)
{
    auto const transport = outlay::error_kind::transport;
    for (auto const behaviour : {"half", "closed", "stalled"})
        EXPECT_THAT(this->failure_of(behaviour, transport), HasSubstr("connection_lost: ")) << behaviour;
    EXPECT_EQ(this->server.requests(), 3u);
    EXPECT_EQ(this->ask("closed", 1).count_failed(), 1u);
}

TYPED_TEST(real_transports, send_no_create_again_without_a_response)
{
    for (auto const behaviour : {"half", "closed", "stalled", "closed_later"}) {
        bool const works_once = behaviour == std::string("closed_later"); // on a connection that is then kept
        if (works_once) {
            EXPECT_TRUE(this->create(behaviour).ok());
        }
        std::size_t const before = this->server.requests();
        auto const all = this->create(behaviour);
        EXPECT_EQ(all.count_failed(), 3u) << behaviour;
        EXPECT_THAT(all[0].failure()->message(), HasSubstr("may have been created"));
        EXPECT_EQ(this->server.requests(), before + 1) << behaviour;
    }
}

TYPED_TEST(real_transports, refuse_what_is_no_reply)
{
    EXPECT_THAT(this->failure_of("html", outlay::error_kind::http), HasSubstr("expected JSON, found \"text/html\""));
    EXPECT_THAT(this->failure_of("garbage", outlay::error_kind::syntax), HasSubstr("1:1: "));
    this->client.transport.max_body = 1'000'000;
    EXPECT_EQ(this->failure_of("garbage", outlay::error_kind::limit), "max_body: the body is too large");
}

TYPED_TEST(real_transports, know_when_nothing_was_sent)
{
    std::string const nobody = std::string(TypeParam::is_tls ? "https" : "http") + "://localhost:1";
    auto at = this->at("well");
    at.base_url = nobody;
    auto const all =
        this->client.run(at, ads::create_portfolios{fake_amazon::portfolios(1)}, fake_amazon::patient(this->waits));
    EXPECT_EQ(all[0].failure()->report()[0].code, "not_sent") << all[0].failure()->message();
    EXPECT_EQ(this->waits.size(), 3u);
}

TYPED_TEST(real_transports, trust_no_other_certificate)
{
    if (!TypeParam::is_tls) return;
    typename TypeParam::driver stranger("");
    auto const all = stranger.run(this->at("well"), ads::campaign_budget_usage{{}, {"1"}}, {.retry = {.attempts = 1}});
    EXPECT_EQ(all[0].failure()->report()[0].code, "not_sent") << all[0].failure()->message();

    // Ours, but for another name.
    auto elsewhere = this->at("well");
    elsewhere.base_url.replace(elsewhere.base_url.find("localhost"), 9, "127.0.0.1");
    auto const other = this->client.run(elsewhere, ads::campaign_budget_usage{{}, {"1"}}, {.retry = {.attempts = 1}});
    EXPECT_EQ(other[0].failure()->report()[0].code, "not_sent") << other[0].failure()->message();
    EXPECT_EQ(this->server.requests(), 0u);
}

TYPED_TEST(real_transports, take_addresses_of_ipv6)
{
    if (!loopback::server::has_ipv6()) GTEST_SKIP() << "no IPv6 on this machine";
    EXPECT_EQ(this->ask("well", 1).count_failed(), 0u);
    EXPECT_THAT(std::string(this->server.last_request()["Host"]), StartsWith("localhost:"));
    auto at = this->at("well");
    at.base_url = this->server.url_v6("well");
    auto const all = this->client.run(at, ads::campaign_budget_usage{{}, {"1"}}, {.retry = {.attempts = 1}});
    EXPECT_EQ(all.count_failed(), 0u) << all[0].failure()->message();
    auto const host = at.base_url.substr(at.base_url.find('['), at.base_url.rfind('/') - at.base_url.find('['));
    EXPECT_EQ(this->server.last_request()["Host"], host);
    // The handshake has the name of the server, and never an address.
    if (TypeParam::is_tls) {
        EXPECT_THAT(this->server.server_names(), ElementsAre("", "localhost"));
    }
}

TYPED_TEST(real_transports, trust_no_certificate_of_another_address)
{
    if (!TypeParam::is_tls) return;
    if (!loopback::server::has_ipv6()) GTEST_SKIP() << "no IPv6 on this machine";
    loopback::certificate const of_the_name("DNS:localhost");
    loopback::server const its(&of_the_name);
    typename TypeParam::driver other(of_the_name.file());
    EXPECT_TRUE(other.send({.url = its.url("well/usage")}));
    auto const answer = other.send({.url = its.url_v6("well/usage")});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().report()[0].code, "not_sent") << answer.error();
    EXPECT_EQ(its.requests(), 1u);
}

TYPED_TEST(real_transports, trust_a_certificate_of_the_address_alone)
{
    if (!TypeParam::is_tls) return;
    loopback::certificate const of_the_address("IP:127.0.0.1");
    loopback::server const its(&of_the_address);
    typename TypeParam::driver other(of_the_address.file());
    std::string url = its.url("plain/usage");
    auto const by_name = other.send({.url = url});
    ASSERT_FALSE(by_name);
    EXPECT_EQ(by_name.error().report()[0].code, "not_sent") << by_name.error();
    url.replace(url.find("localhost"), 9, "127.0.0.1");
    auto const by_address = other.send({.url = url});
    EXPECT_TRUE(by_address) << by_address.error();
    EXPECT_THAT(its.server_names(), Contains(""));
}

TYPED_TEST(real_transports, send_bodies_only_where_they_belong)
{
    auto const send = [this](http::method m, std::string body) {
        auto const answer =
            this->client.send({.method = m, .url = this->server.url("plain/usage?a=b,c+d"), .body = std::move(body)});
        EXPECT_TRUE(answer) << answer.error();
        auto const got = this->server.last_request();
        EXPECT_EQ(got.target(), "/plain/usage?a=b,c+d");
        return std::string(got.method_string()) + ' ' + std::string(got["Content-Length"]) +
               std::string(got["Transfer-Encoding"]) + ' ' + got.body();
    };
    EXPECT_EQ(send(http::method::get, ""), "GET  ");
    EXPECT_EQ(send(http::method::get, "of no use"), "GET  ");
    EXPECT_EQ(send(http::method::delete_, ""), "DELETE  ");
    EXPECT_EQ(send(http::method::post, ""), "POST 0 ");
    EXPECT_EQ(send(http::method::put, "{}"), "PUT 2 {}");
}

TYPED_TEST(real_transports, follow_no_redirect)
{
    auto const answer = this->client.send(
        {.url = this->server.url("redirect/usage"), .headers = {{"Authorization", "Bearer a-secret-token"}}});
    ASSERT_TRUE(answer) << answer.error();
    EXPECT_EQ(answer->status, 307);
    EXPECT_EQ(this->server.requests(), 1u);
}

TYPED_TEST(real_transports, unpack)
{
    EXPECT_EQ(this->ask("gzip").count_failed(), 0u);
    EXPECT_THAT(this->failure_of("bad_gzip", outlay::error_kind::transport), HasSubstr("connection_lost: "));
    this->client.transport.max_body = 16 << 20;
    auto const largest = this->client.send({.url = this->server.url("bomb/usage")});
    ASSERT_TRUE(largest) << largest.error();
    EXPECT_EQ(largest->body.size(), 16u << 20);
    this->client.transport.max_body = (16 << 20) - 1;
    EXPECT_EQ(this->failure_of("bomb", outlay::error_kind::limit), "max_body: the body is too large");
    EXPECT_EQ(this->ask("gzip").count_failed(), 0u);
}

TYPED_TEST(real_transports, wait_for_the_answer_that_counts)
{
    EXPECT_EQ(this->ask("continued").count_failed(), 0u);
    EXPECT_EQ(this->server.requests(), 3u);
}

TYPED_TEST(real_transports, send_nothing_to_what_is_no_url)
{
    for (auto const url : {"", "localhost/usage", "file:///etc/hosts", "https://", "https://:80/", "https://[::1/",
                           "http://localhost:0x50/", "http://localhost:65536/", "https://user:hunter2@localhost/"}) {
        auto const answer = this->client.send({.url = url});
        ASSERT_FALSE(answer) << url;
        EXPECT_EQ(answer.error().report()[0].code, "not_sent") << url << ": " << answer.error();
        EXPECT_THAT(answer.error().message(), Not(HasSubstr("hunter2")));
    }
}

TEST(real_transports_reuse, connections)
{
    for (bool const is_tls : {false, true}) {
        loopback::server server{is_tls ? &certificate() : nullptr};
        ads::endpoint const at{.access_token = "token", .base_url = server.url("well"), .allow_plain_http = true};
        with_curl client(is_tls ? certificate().file() : "");
        EXPECT_EQ(client.run(at, ads::campaign_budget_usage{{}, fake_amazon::ids(2350)}, {}).count_failed(), 0u);
        EXPECT_EQ(server.requests(), 24u);
        EXPECT_EQ(server.connections(), 1u);
        with_httplib other(is_tls ? certificate().file() : "");
        EXPECT_EQ(other.run(at, ads::campaign_budget_usage{{}, fake_amazon::ids(2350)}, {}).count_failed(), 0u);
        EXPECT_EQ(server.connections(), 2u);
    }
}

} // namespace real_transports_test
