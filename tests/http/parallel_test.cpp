#include "asio_transport.hpp"
#include "fake_amazon.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

// Several calls under way at once.

namespace parallel_test {

namespace asio = boost::asio;
namespace ads = outlay::amazon;
namespace http = outlay::http;
using answer = outlay::result<http::response>;
using fake_amazon::endpoint;
using std::chrono::milliseconds;

constexpr std::size_t lanes = 8;
constexpr std::size_t per_call = 100;

void on_threads(std::size_t count, std::function<void(std::size_t)> const& lane)
{
    std::vector<std::thread> threads; // libc++ 19 has no jthread
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back(lane, i);
    for (std::thread& one : threads) one.join();
}

http::call_options at_once()
{
    auto made = fake_amazon::impatient();
    made.in_flight = lanes;
    made.executor = on_threads;
    return made;
}

/// Lets threads go on when so many have come, or after a time in which they surely would have.
class gathering {
public:
    explicit gathering(std::size_t size) : size_(size) {}

    void wait()
    {
        std::unique_lock lock(access_);
        std::size_t const mine = ++come_;
        std::size_t const wanted = (mine + size_ - 1) / size_ * size_;
        all_come_.notify_all();
        all_come_.wait_for(lock, std::chrono::seconds(10), [&] { return come_ >= wanted; });
    }

private:
    std::mutex access_;
    std::condition_variable all_come_;
    std::size_t size_;
    std::size_t come_ = 0;
};

/// Answers only when so many calls are under way.
class crowd {
public:
    explicit crowd(std::size_t size = lanes) : together_(size) {}

    answer operator()(http::request const& asked)
    {
        std::size_t const now = ++under_way_;
        for (std::size_t most = most_; now > most && !most_.compare_exchange_weak(most, now);) {
        }
        together_.wait();
        {
            std::lock_guard const lock(access_);
            auto const ids = outlay::decode<ads::campaign_budget_usage_request>(asked.body).value().campaign_ids;
            for (auto const& id : ids) ++sent_[id.str()];
        }
        --under_way_;
        return fake_amazon::usage(asked);
    }

    std::size_t most() const { return most_; }                       ///< that were under way at once
    std::map<std::string, int> const& sent() const { return sent_; } ///< how often each id was

private:
    gathering together_;
    std::atomic<std::size_t> under_way_ = 0;
    std::atomic<std::size_t> most_ = 0;
    std::mutex access_;
    std::map<std::string, int> sent_;
};

template<class Batch>
void expect_all_in_order(Batch const& all, std::vector<ads::campaign_id> const& ids)
{
    ASSERT_EQ(all.size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ASSERT_EQ(all[i].index, i);
        ASSERT_EQ(all[i].failure(), nullptr) << all[i].failure()->message();
        ASSERT_EQ(all[i].success() ? all[i].success()->campaign_id : all[i].refusal()->campaign_id, ids[i]);
    }
}

TEST(parallel, calls_of_a_batch_are_as_many_as_requested)
{
    auto const ids = fake_amazon::ids(24 * per_call);
    crowd server; // three times eight
    auto const all = http::call(server, endpoint, ads::campaign_budget_usage{{}, ids}, at_once());
    expect_all_in_order(all, ids);
    EXPECT_EQ(server.most(), lanes);
    EXPECT_EQ(server.sent().size(), ids.size());
    for (auto const& [id, times] : server.sent()) ASSERT_EQ(times, 1) << id;
}

TEST(parallel, calls_are_no_more_than_there_are_chunks)
{
    auto const ids = fake_amazon::ids(3 * per_call);
    crowd server(3);
    std::size_t asked = 0;
    auto options = at_once();
    options.executor = [&](std::size_t count, auto const& lane) { on_threads(asked = count, lane); };
    expect_all_in_order(http::call(server, endpoint, ads::campaign_budget_usage{{}, ids}, options), ids);
    EXPECT_EQ(asked, 3u);
    EXPECT_EQ(server.most(), 3u);
}

TEST(parallel, calls_need_an_executor)
{
    http::call_options const options{.in_flight = lanes};
    crowd server(1);
    auto const ids = fake_amazon::ids(5 * per_call);
    expect_all_in_order(http::call(server, endpoint, ads::campaign_budget_usage{{}, ids}, options), ids);
    EXPECT_EQ(server.most(), 1u);
}

/// What was under way is answered and kept; nothing is sent after it.
TEST(parallel, calls_that_are_under_way_are_kept_when_no_more_is_wanted)
{
    auto const ids = fake_amazon::ids(24 * per_call);
    crowd server;
    auto options = at_once();
    options.on_progress = [](http::progress const&) { return false; };
    auto const all = http::call(server, endpoint, ads::campaign_budget_usage{{}, ids}, options);
    EXPECT_EQ(all.count_failed(), 16 * per_call);
    EXPECT_EQ(server.sent().size(), lanes * per_call);
    for (auto const& one : all)
        ASSERT_EQ(one.failure() == nullptr, server.sent().count(ids[one.index].str()) == 1) << one.index;
}

TEST(parallel, calls_that_throw_lose_nothing_of_the_others)
{
    auto const ids = fake_amazon::ids(24 * per_call);
    std::atomic<int> calls = 0;
    crowd others;
    auto transport = [&](http::request const& asked) {
        auto made = others(asked);
        if (++calls == 9) throw std::runtime_error("broken pipe");
        return made;
    };
    auto options = at_once();
    options.retry.attempts = 1;
    EXPECT_EQ(http::call(transport, endpoint, ads::campaign_budget_usage{{}, ids}, options).count_failed(), per_call);
    auto throws_seven = [](http::request const&) -> answer { throw 7; };
    EXPECT_THROW((void)http::call(throws_seven, endpoint, ads::campaign_budget_usage{{}, ids}, options), int);
}

TEST(parallel, calls_wait_each_for_itself)
{
    auto const ids = fake_amazon::ids(16 * per_call);
    std::mutex access;
    std::map<std::string, int> attempts;
    std::vector<milliseconds> waits;
    auto transport = [&](http::request const& asked) -> answer {
        std::lock_guard const lock(access);
        if (++attempts[asked.body] == 1) return http::response{503, {{"Retry-After", "2"}}, "{}"};
        return fake_amazon::usage(asked);
    };
    auto options = at_once();
    options.sleep = [&](milliseconds time) {
        std::lock_guard const lock(access);
        waits.push_back(time);
    };
    expect_all_in_order(http::call(transport, endpoint, ads::campaign_budget_usage{{}, ids}, options), ids);
    EXPECT_EQ(waits, std::vector(16, milliseconds(2000)));
}

TEST(parallel, calls_share_one_renewal_of_a_token)
{
    std::atomic<int> renewals = 0;
    auto at = endpoint;
    at.tokens = [&] { return http::access_token{.value = outlay::secret("token-" + std::to_string(++renewals))}; };
    gathering together(lanes);
    std::atomic<int> refused = 0;
    auto transport = [&](http::request const& asked) -> answer {
        together.wait();
        if (asked.header("Authorization") == "Bearer token-2") return fake_amazon::usage(asked);
        return ++refused, fake_amazon::json(401, "{}");
    };
    auto const ids = fake_amazon::ids(16 * per_call);
    expect_all_in_order(http::call(transport, at, ads::campaign_budget_usage{{}, ids}, at_once()), ids);
    EXPECT_EQ(refused, static_cast<int>(lanes));
    EXPECT_EQ(renewals, 2);
}

// --- the rate limit

using clock = http::rate_limit::clock;

TEST(parallel, calls_are_spread_evenly_by_a_rate_limit)
{
    clock::time_point now{};
    http::rate_limit rate(10, [&now] { return now; });
    for (int i = 0; i < 5; ++i) EXPECT_EQ(rate.reserve(), milliseconds(100 * i));
    now += milliseconds(250);
    EXPECT_EQ(rate.reserve(), milliseconds(250));
    now += milliseconds(10'000); // what was not used is not saved up
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    EXPECT_EQ(rate.reserve(), milliseconds(100));
    for (double const wrong : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_THROW(http::rate_limit{wrong}, std::invalid_argument);
}

TEST(parallel, calls_are_held_back_by_a_quota_that_is_used_up)
{
    clock::time_point now{};
    http::rate_limit rate(1'000'000, [&now] { return now; });
    rate.note({.remaining = 2, .reset = milliseconds(5000)}, milliseconds(60'000));
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    EXPECT_LE(rate.reserve(), milliseconds(1));
    EXPECT_EQ(rate.reserve(), milliseconds(5000));
    now += milliseconds(5001); // it starts anew
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    rate.note({.remaining = 0, .reset = milliseconds(60'001)}, milliseconds(60'000)); // too long to be waited for
    rate.note({.remaining = 0}, milliseconds(60'000));
    rate.note({.reset = milliseconds(1)}, milliseconds(60'000));
    EXPECT_LE(rate.reserve(), milliseconds(1));
}

TEST(parallel, calls_on_threads_never_get_the_same_place_of_a_rate_limit)
{
    http::rate_limit rate(1000, [] { return clock::time_point(); });
    std::mutex access;
    std::vector<milliseconds> places;
    on_threads(lanes, [&](std::size_t) {
        for (int i = 0; i < 100; ++i) {
            auto const mine = rate.reserve();
            rate.note({.remaining = 1000, .reset = milliseconds(1)}, milliseconds(0));
            std::lock_guard const lock(access);
            places.push_back(mine);
        }
    });
    std::sort(places.begin(), places.end());
    ASSERT_EQ(places.size(), 100 * lanes);
    for (std::size_t i = 0; i < places.size(); ++i) ASSERT_EQ(places[i], milliseconds(i));
}

TEST(parallel, calls_in_a_queue_of_any_length_overflow_no_clock)
{
    http::rate_limit rate(1e-300, [] { return clock::time_point(); });
    milliseconds before(0);
    for (int i = 0; i < 1000; ++i) {
        auto const place = rate.reserve();
        ASSERT_GE(place, before);
        before = place;
    }
    EXPECT_EQ(before, std::chrono::hours(366 * 24));
    http::rate_limit other(1'000'000, [] { return clock::time_point(); });
    for (auto const reset : {milliseconds::min(), milliseconds::max()}) {
        other.note({.remaining = 0, .reset = reset}, milliseconds::max());
        EXPECT_LE(other.reserve(), std::chrono::hours(366 * 24));
    }
}

/// Also those that are repeated, after a wait or with a new token.
TEST(parallel, calls_are_never_sent_before_their_place_in_the_rate_limit)
{
    clock::time_point now{};
    auto options = fake_amazon::impatient();
    options.sleep = [&](milliseconds time) { now += time; };
    options.random = [] { return 0.0; };
    options.rate = std::make_shared<http::rate_limit>(2, [&now] { return now; });
    auto at = endpoint;
    int tokens = 0;
    at.tokens = [&] { return http::access_token{.value = outlay::secret("token-" + std::to_string(++tokens))}; };
    std::vector<milliseconds> sent;
    auto transport = [&](http::request const& asked) -> answer {
        sent.push_back(std::chrono::duration_cast<milliseconds>(now.time_since_epoch()));
        if (sent.size() == 2) return fake_amazon::json(401, "{}");
        if (sent.size() == 3) return fake_amazon::json(503, "{}");
        if (sent.size() == 4)
            return http::response{429, {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "7"}}, "{}"};
        return fake_amazon::usage(asked);
    };
    auto const ids = fake_amazon::ids(3 * per_call);
    expect_all_in_order(http::call(transport, at, ads::campaign_budget_usage{{}, ids}, options), ids);
    EXPECT_EQ(sent, (std::vector{milliseconds(0), milliseconds(500), milliseconds(1000), milliseconds(1500),
                                 milliseconds(8500), milliseconds(9000)}));
}

/// Without a limit of the caller's what the server says is enough.
TEST(parallel, calls_wait_for_the_quota_that_a_reply_names)
{
    std::vector<milliseconds> waits;
    auto transport = [&](http::request const& asked) {
        auto made = fake_amazon::usage(asked);
        made.headers.push_back({"X-RateLimit-Remaining", "0"});
        made.headers.push_back({"X-RateLimit-Reset", "3"});
        return made;
    };
    auto const ids = fake_amazon::ids(3 * per_call);
    expect_all_in_order(
        http::call(transport, endpoint, ads::campaign_budget_usage{{}, ids}, fake_amazon::patient(waits)), ids);
    ASSERT_EQ(waits.size(), 2u);
    for (auto const time : waits) { // nothing but the clock passed
        EXPECT_GT(time, milliseconds(2000));
        EXPECT_LE(time, milliseconds(6000));
    }
}

// --- coroutines

template<class Operation>
auto by_asio(asio_transport::at_once& transport, Operation const& what, http::call_options const& options)
{
    asio::io_context loop;
    std::optional<typename Operation::result_type> got;
    asio::co_spawn(loop, http::co_call<asio::awaitable>(transport, endpoint, what, options),
                   [&](std::exception_ptr failed, typename Operation::result_type all) {
                       if (failed) std::rethrow_exception(failed);
                       got.emplace(std::move(all));
                   });
    loop.run();
    return std::move(*got);
}

/// Counts the calls that are under way.
struct counting_transport : asio_transport::at_once {
    std::size_t* most;
    std::size_t under_way = 0;

    asio::awaitable<answer> operator()(http::request asked)
    {
        *most = std::max(*most, ++under_way);
        // Each waits as long as others may still begin.
        for (int turns = 0; turns < 20; ++turns)
            co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
        --under_way;
        co_return fake_amazon::usage(asked);
    }
};

TEST(parallel, calls_of_coroutines_are_as_many_as_requested)
{
    auto const ids = fake_amazon::ids(24 * per_call);
    for (std::size_t const in_flight : {1u, 3u, 8u}) {
        std::size_t most = 0;
        counting_transport transport;
        transport.most = &most;
        asio::io_context loop;
        std::optional<ads::campaign_budget_usage::result_type> got;
        http::call_options const options{.in_flight = in_flight};
        asio::co_spawn(
            loop, http::co_call<asio::awaitable>(transport, endpoint, ads::campaign_budget_usage{{}, ids}, options),
            [&](std::exception_ptr, ads::campaign_budget_usage::result_type all) { got.emplace(std::move(all)); });
        loop.run();
        expect_all_in_order(*got, ids);
        EXPECT_EQ(most, in_flight);
    }
}

TEST(parallel, calls_of_coroutines_that_are_under_way_are_kept)
{
    auto const ids = fake_amazon::ids(24 * per_call);
    std::size_t calls = 0;
    asio_transport::at_once transport{
        {.server = [&](http::request const& asked) { return ++calls, fake_amazon::usage(asked); }}};
    http::call_options options{.in_flight = 4};
    options.on_progress = [](http::progress const&) { return false; };
    auto const all = by_asio(transport, ads::campaign_budget_usage{{}, ids}, options);
    EXPECT_EQ(calls, 4u);
    EXPECT_EQ(all.count_failed(), 20 * per_call);
    EXPECT_EQ(all[0].failure(), nullptr);
    EXPECT_EQ(all[2399].failure()->report()[0].code, "not_sent");
}

} // namespace parallel_test
