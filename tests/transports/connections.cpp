#include "drivers.hpp"
#include "loopback_server.hpp"

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <outlay_transports/per_thread.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

// The kept connections of the transports, and several calls at once.

namespace real_transports_test {

using testing::HasSubstr;

/// Each test with HTTP and with HTTPS.
class beast_keeps : public testing::TestWithParam<bool> {
protected:
    using answer = outlay::result<http::response>;

    asio::awaitable<void> call(http::request r)
    {
        answer got = co_await client.transport(std::move(r));
        answers.push_back(got ? std::to_string(got->status) : got.error().report()[0].code);
    }

    asio::awaitable<void> ask(std::string behaviour) { return call({.url = server.url(behaviour + "/usage")}); }

    asio::awaitable<void> call_at_once(std::string behaviour, std::size_t count)
    {
        std::vector<asio::awaitable<void>> tasks;
        for (std::size_t i = 0; i != count; ++i) tasks.push_back(ask(behaviour));
        co_await client.transport.all(std::move(tasks));
    }

    void run(asio::awaitable<void> task)
    {
        std::exception_ptr failed;
        asio::co_spawn(context, std::move(task), [&failed](std::exception_ptr e) { failed = e; });
        context.restart();
        context.run();
        if (failed) std::rethrow_exception(failed);
    }

    /// The responses since the last call of this function.
    std::string said()
    {
        std::string all;
        for (auto const& one : std::exchange(answers, {})) all += (all.empty() ? "" : " ") + one;
        return all;
    }

    std::string trusted = GetParam() ? certificate().file() : "";
    loopback::server server{GetParam() ? &certificate() : nullptr};
    asio::io_context context;
    with_beast client{trusted};
    std::vector<std::string> answers;
};

INSTANTIATE_TEST_SUITE_P(plain_and_tls, beast_keeps, testing::Bool());

TEST_P(beast_keeps, a_connection_from_call_to_call)
{
    ads::endpoint const at{.access_token = "token", .base_url = server.url("well"), .allow_plain_http = true};
    auto const all_usage = [&]() -> asio::awaitable<void> {
        ads::campaign_budget_usage what{{}, fake_amazon::ids(2350)};
        auto const all = co_await http::co_call<asio::awaitable>(client.transport, at, std::move(what));
        EXPECT_EQ(all.count_failed(), 0u);
    };
    run(all_usage());
    EXPECT_EQ(server.requests(), 24u);
    EXPECT_EQ(server.connections(), 1u);
}

TEST_P(beast_keeps, no_connection_that_the_server_has_closed)
{
    run(ask("hangs_up_after"));
    while (!server.is_idle()) std::this_thread::sleep_for(5ms);
    // Requests that must not be repeated are sent, too: nothing was sent before.
    run(call({.method = http::method::post, .url = server.url("well/usage"), .may_repeat = false}));
    EXPECT_EQ(said(), "207 207");
    EXPECT_EQ(server.requests(), 2u);
    EXPECT_EQ(server.connections(), 2u);
}

TEST_P(beast_keeps, retrying_on_a_new_connection_only_where_that_is_safe)
{
    run(ask("hangs_up_on_second"));
    run(ask("hangs_up_on_second"));
    EXPECT_EQ(said(), "207 207");
    EXPECT_EQ(server.requests(), 3u);
    EXPECT_EQ(server.connections(), 2u);
    run(call({.method = http::method::post, .url = server.url("hangs_up_on_second/usage"), .may_repeat = false}));
    EXPECT_EQ(said(), "connection_lost");
    EXPECT_EQ(server.requests(), 4u);
    EXPECT_EQ(server.connections(), 2u);
}

TEST_P(beast_keeps, not_retrying_after_the_first_byte)
{
    run(ask("cuts_second"));
    run(ask("cuts_second"));
    EXPECT_EQ(said(), "207 connection_lost");
    EXPECT_EQ(server.requests(), 2u);
}

TEST_P(beast_keeps, not_retrying_after_a_time_out)
{
    run(ask("well"));
    client.transport.timeout = 200ms;
    run(ask("stalled"));
    EXPECT_EQ(said(), "207 connection_lost");
    EXPECT_EQ(server.requests(), 2u);
}

TEST_P(beast_keeps, nothing_after_a_response_with_bytes_behind_it)
{
    run(ask("says_more"));
    run(ask("well"));
    EXPECT_EQ(said(), "207 207");
    EXPECT_EQ(server.connections(), 2u);
}

TEST_P(beast_keeps, connections_of_each_server_apart)
{
    loopback::server other(GetParam() ? &certificate() : nullptr);
    for (int i = 0; i != 3; ++i) {
        run(ask("well"));
        run(call({.url = other.url("well/usage")}));
    }
    EXPECT_EQ(said(), "207 207 207 207 207 207");
    EXPECT_EQ(server.connections(), 1u);
    EXPECT_EQ(other.connections(), 1u);
}

TEST_P(beast_keeps, no_more_and_no_longer_than_it_should)
{
    client.transport.max_idle = 2;
    run(call_at_once("slow", 4));
    EXPECT_EQ(server.connections(), 4u);
    run(call_at_once("slow", 4));
    EXPECT_EQ(server.connections(), 6u);
    client.transport.idle_timeout = 50ms;
    std::this_thread::sleep_for(60ms);
    run(ask("well"));
    EXPECT_EQ(server.connections(), 7u);
    client.transport.max_idle = 0;
    run(ask("well")); // on the connection kept before
    run(ask("well"));
    EXPECT_EQ(server.connections(), 8u);
}

TEST_P(beast_keeps, a_connection_for_each_of_several_calls_at_once)
{
    auto const start = std::chrono::steady_clock::now();
    run(call_at_once("slow", 8));
    run(call_at_once("slow", 8));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 10 * loopback::slow_time); // 16, one after another
    EXPECT_EQ(answers, std::vector<std::string>(16, "207"));
    EXPECT_EQ(server.requests(), 16u);
    EXPECT_EQ(server.connections(), 8u);
    run(call_at_once("slow", 0));
}

TEST_P(beast_keeps, nothing_that_an_io_context_leaves_behind)
{
    for (int i = 0; i != 3; ++i) {
        asio::io_context one;
        asio::co_spawn(one, call_at_once("well", 2), [](std::exception_ptr failed) { EXPECT_FALSE(failed); });
        one.run();
    }
    EXPECT_EQ(said(), "207 207 207 207 207 207");
    EXPECT_EQ(server.connections(), 6u);
    {
        beast_transport copy = client.transport;
        asio::io_context one;
        asio::co_spawn(one, copy({.url = server.url("stalled/usage")}),
                       [](std::exception_ptr, answer const&) { ADD_FAILURE() << "it has ended"; });
        one.run_for(100ms);
    } // with a call under way
}

TEST_P(beast_keeps, working_from_several_threads_without_a_strand)
{
    constexpr std::size_t calls = 64;
    std::atomic<std::size_t> good{0};
    auto const one = [&](std::size_t) -> asio::awaitable<void> {
        for (int i = 0; i != 4; ++i) {
            http::request r{.url = server.url("well/usage")}; // not in the co_await: g++ 12 destroys it twice
            answer const got = co_await client.transport(std::move(r));
            if (got && got->status == 207) ++good;
        }
    };
    for (std::size_t i = 0; i != calls; ++i)
        asio::co_spawn(context, one(i), [](std::exception_ptr failed) { EXPECT_FALSE(failed); });
    std::vector<std::thread> threads;
    for (int i = 0; i != 4; ++i) threads.emplace_back([this] { context.run(); });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(good, calls * 4);
    EXPECT_LE(server.connections(), calls + calls * 3); // at most one a call; reuse depends on timing
}

// --- all(): without a server

class beast_all : public testing::Test {
protected:
    using tasks = std::vector<asio::awaitable<void>>;

    asio::awaitable<void> after(std::chrono::milliseconds time, std::string what)
    {
        co_await transport.sleep(time);
        ended += what + ' ';
        if (what.starts_with("bad")) throw std::runtime_error(what);
    }

    /// The message of the exception of all().
    std::string run(tasks all)
    {
        asio::io_context context;
        std::string thrown = "nothing";
        asio::co_spawn(context, transport.all(std::move(all)), [&thrown](std::exception_ptr failed) {
            try {
                if (failed) std::rethrow_exception(failed);
            } catch (std::runtime_error const& e) {
                thrown = e.what();
            }
        });
        context.run();
        return thrown;
    }

    asio::ssl::context tls{asio::ssl::context::tls_client};
    beast_transport transport{tls};
    std::string ended;
};

TEST_F(beast_all, ends_when_all_have_ended)
{
    tasks three;
    three.push_back(after(60ms, "c"));
    three.push_back(after(20ms, "a"));
    three.push_back(after(40ms, "b"));
    EXPECT_EQ(run(std::move(three)), "nothing");
    EXPECT_EQ(ended, "a b c ");
    EXPECT_EQ(run({}), "nothing");
}

TEST_F(beast_all, throws_the_first_exception_after_all_have_ended)
{
    tasks three;
    three.push_back(after(60ms, "bad c"));
    three.push_back(after(20ms, "bad a"));
    three.push_back(after(90ms, "d"));
    EXPECT_EQ(run(std::move(three)), "bad a");
    EXPECT_EQ(ended, "bad a bad c d ");
}

TEST_F(beast_all, runs_tasks_in_turn_though_threads_are_many)
{
    asio::io_context context;
    int inside = 0; // without a lock
    std::size_t count = 0;
    auto const one = [&]() -> asio::awaitable<void> {
        for (int i = 0; i != 50; ++i) {
            EXPECT_EQ(++inside, 1);
            ++count;
            --inside;
            co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
        }
    };
    tasks many;
    for (int i = 0; i != 20; ++i) many.push_back(one());
    bool is_over = false;
    asio::co_spawn(context, transport.all(std::move(many)), [&](std::exception_ptr failed) { is_over = !failed; });
    std::vector<std::thread> threads;
    for (int i = 0; i != 4; ++i) threads.emplace_back([&context] { context.run(); });
    for (auto& thread : threads) thread.join();
    EXPECT_TRUE(is_over);
    EXPECT_EQ(count, 1'000u);
}

// --- per_thread

template<class Driver>
class per_thread_of : public testing::Test {};

using sync_drivers = testing::Types<with_curl, with_httplib>;
TYPED_TEST_SUITE(per_thread_of, sync_drivers);

TYPED_TEST(per_thread_of, serves_eight_threads)
{
    constexpr std::size_t threads = 8;
    constexpr std::size_t calls = 5;
    for (bool const is_tls : {false, true}) {
        loopback::server server(is_tls ? &certificate() : nullptr);
        std::atomic<std::size_t> made{0};
        per_thread transport{[&made, is_tls] {
            ++made;
            return TypeParam(is_tls ? certificate().file() : "").transport;
        }};
        std::atomic<std::size_t> good{0};
        auto const start = std::chrono::steady_clock::now();
        std::vector<std::thread> all;
        for (std::size_t i = 0; i != threads; ++i)
            all.emplace_back([&server, &good, transport]() mutable { // a copy
                for (std::size_t k = 0; k != calls; ++k) {
                    auto const got = transport({.url = server.url("slow/usage")});
                    if (got && got->status == 207) ++good;
                }
            });
        for (auto& one : all) one.join();
        EXPECT_LT(std::chrono::steady_clock::now() - start, threads * calls / 2 * loopback::slow_time);
        EXPECT_EQ(good, threads * calls);
        EXPECT_LE(made, threads);
        EXPECT_LE(server.connections(), made);
        EXPECT_TRUE(transport({.url = server.url("well/usage")}));
        EXPECT_LE(made, threads);
    }
}

TEST(per_thread_itself, drops_a_transport_that_throws)
{
    int made = 0;
    per_thread transport{[&made] {
        return [number = ++made](http::request const& r) {
            if (r.url == "bad") throw std::runtime_error("no");
            return http::response{number};
        };
    }};
    EXPECT_EQ(transport({.url = "good"}).status, 1);
    EXPECT_EQ(transport({.url = "good"}).status, 1);
    EXPECT_THROW(transport({.url = "bad"}), std::runtime_error);
    EXPECT_EQ(transport({.url = "good"}).status, 2);
}

} // namespace real_transports_test
