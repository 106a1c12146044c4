#include "fake_amazon.hpp"

#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <string>
#include <utility>
#include <vector>

namespace retry_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr http::retry_policy exact{.jitter = 0};
static_assert(http::backoff(exact, 1, 0.9) == 500ms);
static_assert(http::backoff(exact, 2, 0.9) == 1s);
static_assert(http::backoff(exact, 7, 0.9) == 30s);
static_assert(http::backoff(exact, 1'000'000, 0.9) == 30s);
static_assert(http::backoff({}, 1, 0) == 0ms);
static_assert(http::backoff({}, 1, 0.5) == 250ms);
static_assert(http::backoff({}, 2, 0.5) == 500ms);
static_assert(http::backoff({.jitter = 0.5}, 1, 0) == 250ms);
static_assert(http::backoff({.jitter = 0.5}, 1, 1) == 500ms);
static_assert(http::backoff({.base = milliseconds::max(), .cap = milliseconds::max()}, 10'000, 1) == 24h * 366);
static_assert(http::backoff({.base = 0ms}, 1'000'000, 1) == 0ms);
static_assert(http::backoff({.base = -5ms}, 3, 1) == 0ms);

TEST(backoff, is_clamped_at_run_time_as_well)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    http::retry_policy policy;
    EXPECT_EQ(http::backoff(policy, 1, 0), 0ms);
    EXPECT_EQ(http::backoff(policy, 1, -1), 0ms);
    EXPECT_EQ(http::backoff(policy, 1, 1.5), 500ms);
    EXPECT_EQ(http::backoff(policy, 1, nan), 500ms);
    policy.jitter = 0.5;
    EXPECT_EQ(http::backoff(policy, 1, 0), 250ms);
    policy.jitter = nan;
    EXPECT_EQ(http::backoff(policy, 1, 0), 500ms);
    policy.jitter = 0;
    EXPECT_EQ(http::backoff(policy, 7, 0), 30s);
}

/// Returns these responses in order, then successes.
struct script {
    std::vector<outlay::result<http::response>> answers;
    std::size_t calls = 0;

    outlay::result<http::response> operator()(http::request const& asked)
    {
        return calls < answers.size() ? answers[calls++] : (++calls, fake_amazon::usage(asked));
    }
};

http::response status(int code, std::vector<http::header> headers = {}) { return {code, std::move(headers), {}}; }

struct outcome {
    std::vector<milliseconds> waits{};
    std::size_t calls = 0;
    std::string failure{};
};

outcome run(std::vector<outlay::result<http::response>> answers, http::retry_policy policy = {})
{
    outcome seen;
    auto options = fake_amazon::patient(seen.waits);
    options.retry = policy;
    script server{std::move(answers)};
    ads::client client{server, fake_amazon::endpoint, options};
    auto const all = client.campaign_budget_usage({}, {"1"});
    seen.calls = server.calls;
    if (all[0].failure() != nullptr) seen.failure = all[0].failure()->message();
    return seen;
}

TEST(retry, retries_temporary_errors)
{
    for (int const code : {408, 429, 500, 502, 503, 504}) {
        auto const seen = run({status(code)});
        EXPECT_EQ(seen.calls, 2u) << code;
        EXPECT_THAT(seen.waits, ElementsAre(500ms)) << code;
        EXPECT_EQ(seen.failure, "") << code;
    }
}

TEST(retry, does_not_retry_permanent_errors)
{
    for (int const code : {400, 401, 403, 404, 415, 422, 501, 302, 100, 0, -1}) {
        auto const seen = run({status(code)});
        EXPECT_EQ(seen.calls, 1u) << code;
        EXPECT_THAT(seen.failure, HasSubstr(std::to_string(code)));
    }
}

TEST(retry, retries_after_a_lost_connection)
{
    auto const seen = run({http::connection_lost("reset by peer"), http::not_sent("no such host")});
    EXPECT_EQ(seen.calls, 3u);
    EXPECT_EQ(seen.failure, "");
}

TEST(retry, doubles_waits_and_gives_up_after_all_attempts)
{
    auto const seen = run(std::vector<outlay::result<http::response>>(9, status(503)));
    EXPECT_EQ(seen.calls, 4u);
    EXPECT_THAT(seen.waits, ElementsAre(500ms, 1s, 2s));
    EXPECT_EQ(seen.failure, "503 Service Unavailable: (no body)\ngiven up after 4 attempts");
}

TEST(retry, waits_as_long_as_the_server_asks)
{
    EXPECT_THAT(run({status(429, {{"retry-after", "7"}})}).waits, ElementsAre(7s));
    EXPECT_THAT(run({status(429, {{"Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"}})}).waits, ElementsAre(30s));
    EXPECT_THAT(run({status(503, {{"Retry-After", "Sunday, 06-Nov-94 08:49:38 GMT"}})}).waits, ElementsAre(1s));
    EXPECT_THAT(run({status(503, {{"Retry-After", "Sun Nov  6 08:49:39 1994"}})}).waits, ElementsAre(2s));
    EXPECT_THAT(run({status(429, {{"X-RateLimit-Reset", "12"}})}).waits, ElementsAre(12s));
    EXPECT_THAT(run({status(429, {{"Retry-After", "3"}, {"X-RateLimit-Reset", "12"}})}).waits, ElementsAre(3s));
    EXPECT_THAT(run({status(429, {{"Retry-After", "0.001"}})}).waits, ElementsAre(1ms));
}

TEST(retry, does_not_wait_for_a_quota_with_a_call_left)
{
    auto const left = [](char const* calls) {
        return status(503, {{"X-RateLimit-Remaining", calls}, {"X-RateLimit-Reset", "12"}});
    };
    EXPECT_THAT(run({left("1")}).waits, ElementsAre(500ms));
    EXPECT_THAT(run({left("0")}).waits, Contains(12s));
    EXPECT_THAT(run({status(503, {{"X-RateLimit-Remaining", "0"}})}).waits, ElementsAre(500ms));
}

TEST(retry, waits_for_as_long_as_all_waits_may_take)
{
    auto const seen =
        run({status(429, {{"Retry-After", "4"}}), status(429, {{"Retry-After", "6"}})}, {.total_wait = 10s});
    EXPECT_THAT(seen.waits, ElementsAre(4s, 6s));
    EXPECT_EQ(seen.failure, "");
}

TEST(retry, waits_by_its_policy_if_the_server_names_no_time)
{
    for (auto const text : {"0", "0s", "Sat, 05 Nov 1994 08:49:37 GMT"})
        EXPECT_THAT(run({status(429, {{"Retry-After", text}})}).waits, ElementsAre(500ms)) << text;
}

TEST(retry, waits_for_the_careful_time_if_retry_after_is_unreadable)
{
    for (auto const text : {"soon", "-1", ""})
        EXPECT_THAT(run({status(429, {{"Retry-After", text}})}).waits, ElementsAre(http::careful_wait)) << text;
}

TEST(retry, does_not_wait_longer_than_its_limits)
{
    for (auto const text : {"86400", "99999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"}) {
        auto const seen = run({status(429, {{"Retry-After", text}})});
        EXPECT_THAT(seen.waits, IsEmpty());
        EXPECT_EQ(seen.calls, 1u);
        EXPECT_THAT(seen.failure, HasSubstr("429 Too Many Requests"));
        EXPECT_THAT(seen.failure, HasSubstr("all waits would take more than 300000 ms"));
    }
    auto const seen = run(std::vector<outlay::result<http::response>>(9, status(429, {{"Retry-After", "4"}})),
                          {.attempts = 100, .total_wait = 10s});
    EXPECT_THAT(seen.waits, ElementsAre(4s, 4s));
    EXPECT_EQ(seen.calls, 3u);
}

TEST(retry, can_be_turned_off)
{
    auto const seen = run({status(429)}, {.attempts = 1});
    EXPECT_EQ(seen.calls, 1u);
    EXPECT_EQ(seen.failure, "429 Too Many Requests: (no body)");
}

TEST(retry, uses_clock_and_random_numbers_of_the_system_by_default)
{
    script server{{status(503), status(429, {{"Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"}})}};
    ads::client client{server, fake_amazon::endpoint, {.retry = {.base = 1ms}}};
    EXPECT_TRUE(client.campaign_budget_usage({}, {"1"}).ok());
    EXPECT_EQ(server.calls, 3u);
}

TEST(retry, treats_half_a_body_as_a_lost_connection)
{
    http::response half = fake_amazon::json(207, R"({"success":[{"in)");
    half.headers.push_back({"Content-Length", "120"});
    EXPECT_EQ(run({half}).calls, 2u);
    auto const seen = run({half}, {.attempts = 1});
    EXPECT_EQ(seen.failure, "the body ends after 16 bytes of 120");
}

TEST(retry, reads_a_body_whose_length_is_not_known_to_be_longer)
{
    std::string const body = R"({"success":[{"index":0}]})";
    for (std::string const length : {"", "120 bytes", "-1", "99999999999999999999999", "25", "24"}) {
        http::response whole = fake_amazon::json(207, body);
        whole.headers.push_back({"Content-Length", length});
        auto const seen = run({whole});
        EXPECT_EQ(seen.calls, 1u) << length;
        EXPECT_EQ(seen.failure, "") << length;
    }
    // The length is that of the compressed body.
    http::response unpacked = fake_amazon::json(207, body);
    unpacked.headers.push_back({"Content-Length", "120"});
    unpacked.headers.push_back({"Content-Encoding", "gzip"});
    EXPECT_EQ(run({unpacked}).calls, 1u);
}

} // namespace retry_test
