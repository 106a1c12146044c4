#include "../json/heap.hpp"
#include "asio_transport.hpp"
#include "fake_amazon.hpp"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <new>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// Exceptions from anywhere: each item has its outcome, and no received response is lost.

namespace exceptions_test {

namespace asio = boost::asio;
namespace ads = outlay::amazon;
namespace http = outlay::http;
using answer = outlay::result<http::response>;
using test_heap::failing;

constexpr std::size_t per_call = 100;

/// A server whose own allocations never fail. If it is `busy`, the first response to each request is 503.
struct usage_server {
    bool is_busy = false;
    std::size_t answered = 0; ///< well
    std::vector<std::string> asked{};
    std::vector<http::request> requests{};

    answer operator()(http::request const& r)
    {
        test_heap::pause const none_fails;
        bool const is_first = std::find(asked.begin(), asked.end(), r.body) == asked.end();
        asked.push_back(r.body);
        requests.push_back(r);
        if (is_busy && is_first)
            return http::response{
                503, {{"Retry-After", "1"}}, R"({"code":"BUSY","message":"too busy by far for that"})"};
        ++answered;
        return r.url.ends_with("usage") ? fake_amazon::usage(r) : fake_amazon::create(r);
    }
};

http::call_options options_without_waits()
{
    auto made = fake_amazon::impatient();
    made.random = [] { return 1.0; };
    return made;
}

/// Runs a function once for each of its allocations, which then fails, alone or with all that follow, until none
/// does. `watched` is noted when the first one fails. No memory is lost.
template<class Run>
void with_each_allocation_failing(Run const& run)
{
    bool has_failed_first = false;
    run(failing{}, has_failed_first); // makes the static objects
    EXPECT_FALSE(has_failed_first);
    for (bool const is_for_good : {false, true}) {
        std::size_t n = 0;
        for (bool has_failed = true; has_failed; ++n) {
            has_failed = false;
            SCOPED_TRACE("allocation " + std::to_string(n) + (is_for_good ? " and all after it" : ""));
            std::size_t const before = test_heap::live_blocks();
            run(failing{.after = n, .is_for_good = is_for_good}, has_failed);
            if (testing::Test::HasFailure()) return;
            EXPECT_EQ(test_heap::live_blocks(), before);
        }
        EXPECT_GT(n, 10u); // allocations were made
    }
}

/// Calls f while allocations fail as planned. Empty: it threw bad_alloc. `seen` is failing::seen.
template<class F>
auto made_under(failing plan, std::size_t const& watched, std::size_t& seen, F const& f) -> std::optional<decltype(f())>
{
    std::optional<decltype(f())> made;
    plan.watched = &watched;
    test_heap::plan() = plan;
    try {
        made.emplace(f());
    } catch (std::bad_alloc const&) {
    }
    seen = test_heap::plan().seen;
    test_heap::plan() = {};
    return made;
}

/// The guarantees of a batch with failed allocations, of which this many chunks had a response.
template<class Batch>
void expect_nothing_lost(Batch const& all, std::size_t items, std::size_t answered_before)
{
    ASSERT_EQ(all.size(), items);
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(all[i].index, i);
        ASSERT_EQ((all[i].success() != nullptr) + (all[i].refusal() != nullptr) + (all[i].failure() != nullptr), 1);
        if (all[i].failure() == nullptr) continue;
        ASSERT_FALSE(all[i].failure()->report().empty());
        // The response of the last chunk may be the one that was being read.
        ASSERT_GE(i / per_call + 1, answered_before);
    }
}

template<class Operation>
void expect_nothing_lost_by_call(ads::endpoint const& at, Operation const& what, std::size_t items, bool is_busy)
{
    with_each_allocation_failing([&](failing plan, bool& has_failed) {
        usage_server server{.is_busy = is_busy};
        auto const options = options_without_waits();
        std::size_t seen = failing::never;
        auto const all = made_under(plan, server.answered, seen, [&] { return http::call(server, at, what, options); });
        has_failed = seen != failing::never;
        if (!all) {
            ASSERT_TRUE(has_failed);
            ASSERT_TRUE(server.asked.empty()); // only before anything was sent
            return;
        }
        if (!has_failed) {
            ASSERT_EQ(all->count_failed(), 0u);
            return;
        }
        expect_nothing_lost(*all, items, seen);
        if (!what.may_repeat()) {
            auto sent = server.asked;
            std::sort(sent.begin(), sent.end());
            ASSERT_EQ(std::adjacent_find(sent.begin(), sent.end()), sent.end());
        }
    });
}

TEST(exceptions, of_allocations_lose_no_answer_of_a_batch)
{
    ads::campaign_budget_usage const what{{}, fake_amazon::ids(250)};
    expect_nothing_lost_by_call(fake_amazon::endpoint, what, 250, false);
    expect_nothing_lost_by_call(fake_amazon::endpoint, what, 250, true);
}

TEST(exceptions, of_allocations_lose_no_answer_of_ids_that_come_twice)
{
    auto ids = fake_amazon::ids(150);
    for (auto const& id : fake_amazon::ids(120)) ids.push_back(id);
    with_each_allocation_failing([&](failing plan, bool& has_failed) {
        usage_server server;
        std::size_t seen = failing::never;
        auto const all = made_under(plan, server.answered, seen, [&] {
            return http::call(server, fake_amazon::endpoint, ads::campaign_budget_usage{{}, ids});
        });
        has_failed = seen != failing::never;
        ASSERT_TRUE(all || server.asked.empty());
        if (!all) return;
        ASSERT_EQ(all->size(), ids.size());
        for (auto const& one : *all) {
            if (auto const* const row = one.success()) {
                ASSERT_EQ(row->campaign_id, ids[one.index]);
            }
            if (seen >= 2 && one.index < per_call) {
                ASSERT_EQ(one.failure(), nullptr);
            }
        }
    });
}

/// An endpoint like those of vendors: a token from a source, and a signature.
ads::endpoint signing_endpoint()
{
    auto at = fake_amazon::endpoint;
    at.tokens = [] {
        return http::access_token{.value = outlay::secret("a token that is too long for no allocation")};
    };
    at.sign = [](http::request& r) {
        http::set_header(r, "X-Signature", "of " + std::to_string(r.body.size()) + " bytes, and long enough");
        return outlay::result<void>();
    };
    return at;
}

TEST(exceptions, of_allocations_lose_no_answer_of_a_create)
{
    ads::create_portfolios const what{fake_amazon::portfolios(210)};
    expect_nothing_lost_by_call(fake_amazon::endpoint, what, 210, false);
    expect_nothing_lost_by_call(signing_endpoint(), what, 210, false);
}

/// An exchange that goes on after each exception.
TEST(exceptions, of_allocations_lose_one_chunk_of_an_exchange_that_goes_on)
{
    ads::campaign_budget_usage const what{{}, fake_amazon::ids(250)};
    auto const at = signing_endpoint();
    with_each_allocation_failing([&](failing plan, bool& has_failed) {
        usage_server server{.is_busy = true};
        auto options = options_without_waits();
        options.in_flight = 2;
        std::optional<http::exchange<ads::campaign_budget_usage>> work;
        std::size_t seen = failing::never;
        auto const steps = made_under(plan, server.answered, seen, [&] {
            work.emplace(at, what, options);
            for (int turn = 0;; ++turn) {
                bool is_done = true;
                for (std::size_t lane = 0; lane < work->lanes(); ++lane) {
                    try {
                        auto const next = work->next(lane);
                        if (auto const* const s = std::get_if<http::send>(&next)) work->feed(lane, server(s->request));
                        is_done = is_done && std::holds_alternative<http::done>(next);
                    } catch (std::bad_alloc const&) {
                        is_done = false;
                    }
                }
                if (is_done || turn == 1000) return turn;
            }
        });
        has_failed = seen != failing::never;
        ASSERT_TRUE(steps || server.asked.empty());
        if (!steps) return;
        ASSERT_LT(*steps, 1000);
        auto const all = std::move(*work).finish();
        expect_nothing_lost(all, 250, seen == failing::never ? 3 : seen / 2);
        if (!plan.is_for_good) {
            ASSERT_LE(all.count_failed(), per_call);
        }
        for (auto const& r : server.requests) {
            ASSERT_EQ(r.headers.size(), 6u); // those of the endpoint, and a signature
            ASSERT_TRUE(r.header("Authorization")->starts_with("Bearer a token"));
            ASSERT_EQ(r.header("X-Signature"), "of " + std::to_string(r.body.size()) + " bytes, and long enough");
        }
    });
}

std::string page_of(std::size_t number)
{
    ads::portfolio_list_reply page;
    for (std::size_t i = 2 * number; i < 2 * number + 2; ++i)
        page.portfolios.push_back(
            {.name = "a portfolio with a long name, number " + std::to_string(i), .portfolio_id = "1"});
    if (number < 2) page.next_token = "the token of the page after number " + std::to_string(number);
    return outlay::encode(page).insert(1, R"("a field that nobody knows":1,)");
}

TEST(exceptions, of_allocations_lose_no_page_before)
{
    with_each_allocation_failing([&](failing plan, bool& has_failed) {
        std::size_t pages = 0;
        auto server = [&pages](http::request const&) {
            test_heap::pause const none_fails;
            return fake_amazon::json(200, page_of(pages++));
        };
        std::size_t seen = failing::never;
        auto const all = made_under(plan, pages, seen,
                                    [&] { return http::call(server, fake_amazon::endpoint, ads::list_portfolios{}); });
        has_failed = seen != failing::never;
        if (!all) {
            ASSERT_EQ(pages, 0u);
            return;
        }
        if (all->has_error()) {
            ASSERT_LE(seen, 1u);
            ASSERT_FALSE(all->error().report().empty());
            return;
        }
        auto const& rows = (*all)->portfolios;
        ASSERT_EQ(rows.size() % 2, 0u);
        if (has_failed && seen > 0) {
            ASSERT_GE(rows.size() / 2 + 1, seen);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ASSERT_TRUE(rows[i].name.ends_with("number " + std::to_string(i)));
        }
        ASSERT_TRUE(rows.size() == 6 || !(*all)->is_complete());
        if (!has_failed) {
            ASSERT_EQ(rows.size(), 6u);
            ASSERT_TRUE((*all)->is_complete());
        }
    });
}

TEST(exceptions, of_allocations_leave_an_error_of_a_single_call)
{
    namespace dog = outlay::datadog;
    for (int const status : {200, 404}) {
        with_each_allocation_failing([&](failing plan, bool& has_failed) {
            std::size_t calls = 0;
            auto server = [&](http::request const&) {
                test_heap::pause const none_fails;
                ++calls;
                return fake_amazon::json(status, R"({"errors":["there is no such budget in this organization"]})");
            };
            std::size_t seen = failing::never;
            dog::endpoint const at{dog::site::us1, "an-api-key", "an-app-key"};
            auto const got =
                made_under(plan, calls, seen, [&] { return http::call(server, at, dog::get_budget{"b1"}); });
            has_failed = seen != failing::never;
            ASSERT_TRUE(got || calls == 0);
            if (!got) return;
            ASSERT_TRUE(got->has_error());
            ASSERT_FALSE(got->error().report().empty());
            ASSERT_FALSE(got->error().message().empty());
        });
    }
}

// --- exceptions of the user's functions

/// Each of the user's functions, made to throw from the second chunk on.
struct trap {
    char const* name;
    /// Sets it up: `spring()` throws.
    void (*set)(http::call_options&, ads::endpoint&, std::function<void()> const& spring);
};

constexpr trap traps[] = {
    {"sleep", [](auto& o, auto&, auto const& f) { o.sleep = [f](std::chrono::milliseconds) { f(); }; }},
    {"on_progress", [](auto& o, auto&, auto const& f) { o.on_progress = [f](http::progress const&) { f(); }; }},
    {"on_notices", [](auto& o, auto&, auto const& f) { o.on_notices = [f](outlay::report const&) { f(); }; }},
    {"now",
     [](auto& o, auto&, auto const& f) {
         o.now = [f] {
             f();
             return std::chrono::system_clock::time_point();
         };
     }},
    {"random",
     [](auto& o, auto&, auto const& f) {
         o.random = [f] {
             f();
             return 1.0;
         };
     }},
    {"sign",
     [](auto&, auto& at, auto const& f) {
         at.sign = [f](http::request&) {
             f();
             return outlay::result<void>();
         };
     }},
    {"tokens",
     [](auto&, auto& at, auto const& f) {
         at.tokens = [f] {
             f();
             // Renewed for each request.
             return http::access_token{.value = outlay::secret("token"),
                                       .expires_at = std::chrono::system_clock::time_point()};
         };
     }},
};

/// The first response to the second chunk is 503, and each reply has an unknown field.
struct trapped_server {
    std::size_t answered = 0; ///< well
    std::size_t calls = 0;

    answer operator()(http::request const& r)
    {
        if (++calls == 2) return fake_amazon::json(503, "{}");
        ++answered;
        auto made = fake_amazon::usage(r);
        made.body.insert(1, R"("unknown":1,)");
        return made;
    }
};

template<class Call>
void expect_answers_kept(Call const& call)
{
    for (trap const& one : traps) {
        SCOPED_TRACE(one.name);
        for (bool const is_std : {true, false}) {
            trapped_server server;
            std::size_t calls_then = 0;
            std::function<void()> const spring = [&] {
                if (server.calls < 2) return;
                calls_then = server.calls;
                if (!is_std) throw 7;
                throw std::runtime_error(std::string("thrown by a function of the user's\x1b"));
            };
            auto options = options_without_waits();
            auto at = fake_amazon::endpoint;
            one.set(options, at, spring);
            auto run = [&] { return call(server, at, ads::campaign_budget_usage{{}, fake_amazon::ids(350)}, options); };
            if (!is_std) {
                EXPECT_THROW(run(), int);
                continue;
            }
            auto const all = run();
            ASSERT_EQ(all.size(), 350u);
            EXPECT_GE(calls_then, 2u);
            EXPECT_EQ(server.calls, calls_then); // nothing is sent after it
            EXPECT_EQ(all.count_failed(),
                      350u - server.answered * per_call + (one.name == std::string_view("on_notices") ? per_call : 0));
            for (std::size_t i = 0; i < per_call; ++i) ASSERT_EQ(all[i].failure(), nullptr);
            ASSERT_NE(all[349].failure(), nullptr);
            EXPECT_EQ(all[349].failure()->report()[0].code, "exception");
            EXPECT_EQ(all[349].failure()->message(), "thrown by a function of the user's\\u001b");
        }
    }
}

TEST(exceptions, of_functions_of_the_users_keep_what_was_answered)
{
    expect_answers_kept([](auto& server, auto const& at, auto const& what, auto const& options) {
        return http::call(server, at, what, options);
    });
}

TEST(exceptions, of_functions_in_one_of_several_lanes_keep_what_was_answered)
{
    expect_answers_kept([](auto& server, auto const& at, auto const& what, auto options) {
        options.in_flight = 3;
        options.executor = [](std::size_t count, auto const& lane) {
            for (std::size_t i = 0; i < count; ++i) lane(i);
        };
        return http::call(server, at, what, options);
    });
}

template<class Transport, class Operation>
typename Operation::result_type by_asio(Transport& transport, ads::endpoint const& at, Operation const& what,
                                        http::call_options const& options)
{
    asio::io_context loop;
    std::optional<typename Operation::result_type> got;
    std::exception_ptr passed;
    asio::co_spawn(loop, http::co_call<asio::awaitable>(transport, at, what, options),
                   [&](std::exception_ptr failed, typename Operation::result_type all) {
                       passed = failed;
                       if (!failed) got.emplace(std::move(all));
                   });
    loop.run();
    if (passed) std::rethrow_exception(passed);
    return std::move(*got);
}

TEST(exceptions, of_functions_keep_what_a_coroutine_was_answered)
{
    expect_answers_kept([](auto& server, auto const& at, auto const& what, auto const& options) {
        asio_transport::one_by_one transport{[&](http::request const& r) { return server(r); }};
        return by_asio(transport, at, what, options);
    });
}

TEST(exceptions, of_an_executor_keep_what_was_answered)
{
    auto options = fake_amazon::impatient();
    options.in_flight = 4;
    ads::campaign_budget_usage const what{{}, fake_amazon::ids(350)};
    options.executor = [](std::size_t, auto const&) { throw std::runtime_error("no threads"); };
    auto const none = http::call(fake_amazon::usage, fake_amazon::endpoint, what, options);
    EXPECT_EQ(none.count_failed(), 350u);
    EXPECT_EQ(none[349].failure()->message(), "no threads");
    options.executor = [](std::size_t, auto const& lane) {
        lane(0);
        throw std::runtime_error("no more threads");
    };
    EXPECT_EQ(http::call(fake_amazon::usage, fake_amazon::endpoint, what, options).count_failed(), 0u);
    options.executor = [](std::size_t, auto const&) { throw 7; };
    EXPECT_THROW(http::call(fake_amazon::usage, fake_amazon::endpoint, what, options), int);
    options.executor = [](std::size_t, auto const&) {}; // calls no lane
    EXPECT_EQ(http::call(fake_amazon::usage, fake_amazon::endpoint, what, options).count_failed(), 350u);
}

TEST(exceptions, of_the_all_of_a_transport_keep_what_was_answered)
{
    struct failing_transport : asio_transport::one_by_one {
        asio::awaitable<void> all(std::vector<asio::awaitable<void>> tasks)
        {
            co_await std::move(tasks[0]);
            throw std::runtime_error("no strand");
        }
    };
    http::call_options options{.in_flight = 2};
    std::size_t answered = 0;
    options.on_progress = [&](http::progress const&) { return ++answered < 2; };
    failing_transport transport{{fake_amazon::usage}};
    auto const all =
        by_asio(transport, fake_amazon::endpoint, ads::campaign_budget_usage{{}, fake_amazon::ids(350)}, options);
    EXPECT_EQ(all.count_failed(), 150u);
    EXPECT_EQ(all[349].failure()->message(), "no strand");
}

/// A loop of the user's keeps the results after any exception.
TEST(exceptions, that_are_no_std_exception_leave_an_exchange_its_answers)
{
    auto options = fake_amazon::impatient();
    options.on_progress = [](http::progress const& p) {
        if (p.done == 2) throw 7;
    };
    http::exchange work{fake_amazon::endpoint, ads::campaign_budget_usage{{}, fake_amazon::ids(350)}, options};
    int thrown = 0;
    for (;;) {
        auto const next = work.next();
        auto const* const s = std::get_if<http::send>(&next);
        if (s == nullptr) break;
        try {
            work.feed(fake_amazon::usage(s->request));
        } catch (int) {
            ++thrown;
        }
    }
    EXPECT_EQ(thrown, 1);
    EXPECT_EQ(std::move(work).finish().count_failed(), 0u);
}

// --- coroutines that are destroyed

/// Destroys a coroutine by an event loop that ends after this many turns. False: the coroutine had ended before.
template<class Transport, class Operation>
bool give_up_after(std::size_t turns, Operation const& what, std::size_t& answered)
{
    std::optional<typename Operation::result_type> got;
    Transport transport;
    transport.server = [&](http::request const& r) -> answer {
        if (++answered == 2) return fake_amazon::json(503, "{}");
        return r.url.ends_with("usage") ? fake_amazon::usage(r) : fake_amazon::json(200, page_of(answered % 4 % 3));
    };
    {
        asio::io_context loop;
        http::call_options const options{.in_flight = 3};
        asio::co_spawn(loop, http::co_call<asio::awaitable>(transport, fake_amazon::endpoint, what, options),
                       [&](std::exception_ptr, typename Operation::result_type all) { got.emplace(std::move(all)); });
        for (std::size_t i = 0; i < turns && loop.run_one() != 0; ++i) {
        }
    }
    EXPECT_EQ(transport.alive.use_count(), 1); // no frame is left
    return !got;
}

TEST(exceptions, do_not_follow_from_destroying_a_coroutine_at_any_point)
{
    ads::campaign_budget_usage const usage{{}, fake_amazon::ids(350)};
    auto const expect_all = [](auto const& give_up) {
        std::size_t turns = 0;
        std::size_t answered = 0;
        while (give_up(turns, answered = 0)) ASSERT_LT(++turns, 500u);
        EXPECT_GT(turns, 5u);
        EXPECT_GE(answered, 3u);
    };
    expect_all([&](std::size_t turns, std::size_t& answered) {
        return give_up_after<asio_transport::one_by_one>(turns, usage, answered);
    });
    expect_all([&](std::size_t turns, std::size_t& answered) {
        return give_up_after<asio_transport::at_once>(turns, usage, answered);
    });
    expect_all([&](std::size_t turns, std::size_t& answered) {
        return give_up_after<asio_transport::one_by_one>(turns, ads::list_portfolios{}, answered);
    });
}

} // namespace exceptions_test
