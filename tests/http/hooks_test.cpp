#include "../json/heap.hpp"
#include "fake_amazon.hpp"

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Each function of the user's throws at its n-th call, for every n, in every driver: each item has its outcome, and no
// memory is lost. And tasks are destroyed wherever they are suspended.

namespace hooks_test {

namespace ads = outlay::amazon;
namespace dog = outlay::datadog;
namespace http = outlay::http;
using answer = outlay::result<http::response>;

constexpr std::size_t per_call = 100;
constexpr std::size_t lanes = 3;

/// Answers each request 503 first, 401 then, and then well, with a field that nobody knows.
struct server {
    std::size_t calls = 0;
    std::size_t answered = 0; ///< well
    std::size_t items = 0;    ///< that these answers have

    answer operator()(http::request const& asked)
    {
        test_heap::pause const none_fails;
        ++calls;
        if (calls == 2 && asked.may_repeat) return http::response{503, {{"Retry-After", "1"}}, "{}"};
        if (calls == 3) return fake_amazon::json(401, "{}");
        ++answered;
        auto made = well(asked);
        constexpr std::string_view of_item = "\"index\":";
        for (std::size_t at = 0; (at = made.body.find(of_item, at)) != made.body.npos; at += of_item.size()) ++items;
        made.body.insert(1, R"("unknown":1,)");
        return made;
    }

private:
    http::response well(http::request const& asked) const
    {
        if (asked.url.find("datadoghq") != std::string::npos) return fake_amazon::json(200, R"({"data":null})");
        if (asked.url.ends_with("usage")) return fake_amazon::usage(asked);
        if (asked.url.ends_with("list")) return page_after(asked.body);
        return fake_amazon::create(asked);
    }

    /// Two rows of three pages, by the token that a request has.
    static http::response page_after(std::string_view token)
    {
        ads::portfolio_list_reply made;
        for (int i = 0; i < 2; ++i) made.portfolios.push_back({.name = "named", .portfolio_id = "1"});
        bool const is_second = token.find("after number 1") != token.npos;
        bool const is_last = token.find("after number 2") != token.npos;
        if (!is_last) made.next_token = std::string("the token of the page after number ") + (is_second ? "2" : "1");
        return fake_amazon::json(200, outlay::encode(made));
    }
};

// --- tasks of our own, whose frames are on the heap that is counted

template<class Result>
class task;

struct promise_base {
    std::coroutine_handle<> awaits_it{};
    std::exception_ptr thrown{};

    struct to_whom_awaits {
        bool await_ready() const noexcept { return false; }
        template<class Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) const noexcept
        {
            auto const next = ended.promise().awaits_it;
            return next ? next : std::noop_coroutine();
        }
        void await_resume() const noexcept {}
    };

    std::suspend_always initial_suspend() const noexcept { return {}; }
    to_whom_awaits final_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { thrown = std::current_exception(); }
};

template<class Result>
struct promise : promise_base {
    std::optional<Result> value{};
    task<Result> get_return_object();
    void return_value(Result made) { value.emplace(std::move(made)); }
};

template<>
struct promise<void> : promise_base {
    task<void> get_return_object();
    void return_void() const noexcept {}
};

template<class Result>
class task {
public:
    using promise_type = promise<Result>;
    using handle = std::coroutine_handle<promise_type>;

    explicit task(handle of) noexcept : of_(of) {}
    task(task&& other) noexcept : of_(std::exchange(other.of_, {})) {}
    task& operator=(task&&) = delete;
    ~task()
    {
        if (of_) of_.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> by) noexcept
    {
        of_.promise().awaits_it = by;
        return of_;
    }
    Result await_resume()
    {
        if (of_.promise().thrown) std::rethrow_exception(of_.promise().thrown);
        if constexpr (!std::is_void_v<Result>) return std::move(*of_.promise().value);
    }

    void begin() { of_.resume(); }
    bool is_over() const { return of_.done(); }

private:
    handle of_;
};

template<class Result>
task<Result> promise<Result>::get_return_object()
{
    return task<Result>(task<Result>::handle::from_promise(*this));
}

inline task<void> promise<void>::get_return_object() { return task<void>(task<void>::handle::from_promise(*this)); }

/// What is suspended, in its order: an event loop.
struct loop {
    std::vector<std::coroutine_handle<>> suspended{};

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> by) { suspended.push_back(by); }
    void await_resume() const noexcept {}

    bool run_one()
    {
        if (suspended.empty()) return false;
        auto const next = suspended.front();
        suspended.erase(suspended.begin());
        next.resume();
        return true;
    }
};

/// A transport that answers a turn later.
struct turn_later {
    loop& turns;
    std::function<answer(http::request const&)> server;

    task<answer> operator()(http::request asked)
    {
        co_await turns;
        co_return server(asked);
    }
    task<void> sleep(std::chrono::milliseconds) { co_await turns; }
};

/// The same, with several calls at once.
struct turn_later_at_once : turn_later {
    task<void> all(std::vector<task<void>> tasks)
    {
        for (auto& one : tasks) one.begin();
        for (auto const& one : tasks)
            while (!one.is_over()) co_await turns;
    }
};

// --- drivers

using serve = std::function<answer(http::request const&)>;

struct by_call {
    template<class Endpoint, class Operation>
    auto operator()(serve const& transport, Endpoint const& at, Operation const& what, http::call_options options) const
    {
        return http::call(transport, at, what, options);
    }
};

struct by_lanes {
    template<class Endpoint, class Operation>
    auto operator()(serve const& transport, Endpoint const& at, Operation const& what, http::call_options options) const
    {
        options.in_flight = lanes;
        options.executor = [](std::size_t count, auto const& lane) {
            for (std::size_t i = 0; i < count; ++i) lane(i);
        };
        return http::call(transport, at, what, options);
    }
};

template<class Transport>
struct by_task {
    template<class Endpoint, class Operation>
    auto operator()(serve const& server, Endpoint const& at, Operation const& what, http::call_options options) const
    {
        options.in_flight = lanes;
        loop turns;
        Transport transport{{turns, server}};
        auto work = http::co_call<task>(transport, at, what, options);
        work.begin();
        while (turns.run_one()) {
        }
        return work.await_resume();
    }
};

template<>
struct by_task<turn_later> {
    template<class Endpoint, class Operation>
    auto operator()(serve const& server, Endpoint const& at, Operation const& what, http::call_options options) const
    {
        loop turns;
        turn_later transport{turns, server};
        auto work = http::co_call<task>(transport, at, what, options);
        work.begin();
        while (turns.run_one()) {
        }
        return work.await_resume();
    }
};

// --- what throws

/// Throws at one call, or from one on.
struct spring {
    std::size_t at;
    bool is_for_good;
    bool is_std = true;
    std::size_t calls = 0;
    std::size_t thrown = 0;

    void operator()()
    {
        std::size_t const n = calls++;
        if (n != at && !(is_for_good && n > at)) return;
        ++thrown;
        if (!is_std) throw 7;
        throw std::runtime_error("thrown by a function of the user's");
    }
};

/// Where it is called.
struct hooks {
    http::call_options options{};
    ads::endpoint amazon = fake_amazon::endpoint;
    dog::endpoint datadog{dog::site::us1, "an-api-key", "an-app-key"};
    bool is_transport = false;
};

using set_hook = void (*)(hooks&, spring&);

struct named_hook {
    char const* name;
    set_hook set;
};

using time_point = std::chrono::system_clock::time_point;

constexpr named_hook all_hooks[] = {
    {"transport", [](hooks& h, spring&) { h.is_transport = true; }},
    {"sleep", [](hooks& h, spring& s) { h.options.sleep = [&s](std::chrono::milliseconds) { s(); }; }},
    {"on_progress", [](hooks& h, spring& s) { h.options.on_progress = [&s](http::progress const&) { s(); }; }},
    {"on_notices", [](hooks& h, spring& s) { h.options.on_notices = [&s](outlay::report const&) { s(); }; }},
    {"now",
     [](hooks& h, spring& s) {
         h.options.now = [&s] {
             s();
             return time_point();
         };
     }},
    {"random",
     [](hooks& h, spring& s) {
         h.options.random = [&s] {
             s();
             return 1.0;
         };
     }},
    {"rate",
     [](hooks& h, spring& s) {
         h.options.rate = std::make_shared<http::rate_limit>(1000, [&s] {
             s();
             return http::rate_limit::clock::time_point();
         });
     }},
    {"sign",
     [](hooks& h, spring& s) {
         auto const sign = [&s](http::request&) {
             s();
             return outlay::result<void>();
         };
         h.amazon.sign = sign;
     }},
    {"tokens",
     [](hooks& h, spring& s) {
         h.amazon.tokens = [&s] {
             s();
             return http::access_token{.value = outlay::secret("token"), .expires_at = time_point()};
         };
     }},
};

hooks usual_hooks()
{
    hooks made;
    made.options.sleep = [](std::chrono::milliseconds) {};
    made.options.now = [] { return time_point(); };
    made.options.random = [] { return 1.0; };
    made.amazon.tokens = [] { return http::access_token{.value = outlay::secret("token")}; };
    return made;
}

/// The outcome of one run.
struct seen_run {
    std::size_t answered = 0;
    std::size_t items = 0;
    std::size_t thrown = 0;
};

/// Runs with each hook that throws at each of its calls. `check` gets the hook, what happened, and the result.
template<class Driver, class Operation, class Check>
void with_each_hook_throwing(Driver const& drive, Operation const& what, Check const& check)
{
    for (named_hook const& hook : all_hooks) {
        for (bool const is_for_good : {false, true}) {
            for (bool const is_std : {true, false}) {
                std::size_t n = 0;
                for (bool has_thrown = true; has_thrown; ++n) {
                    SCOPED_TRACE(std::string(hook.name) + ", call " + std::to_string(n) +
                                 (is_for_good ? " and all after it" : ""));
                    ASSERT_LT(n, 100u);
                    spring throws{.at = n, .is_for_good = is_for_good, .is_std = is_std};
                    hooks given = usual_hooks();
                    hook.set(given, throws);
                    server answers;
                    seen_run run;
                    auto const transport = [&](http::request const& asked) -> answer {
                        auto made = answers(asked);
                        if (given.is_transport) throws(); // as for a reply that is lost
                        return made;
                    };
                    auto const start = [&] {
                        if constexpr (std::is_same_v<typename Operation::endpoint_type, dog::endpoint>)
                            return drive(transport, given.datadog, what, given.options);
                        else return drive(transport, given.amazon, what, given.options);
                    };
                    std::size_t const before = test_heap::live_blocks();
                    {
                        std::optional<decltype(start())> got;
                        bool is_passed = false;
                        try {
                            got.emplace(start());
                        } catch (int) {
                            is_passed = true;
                        }
                        has_thrown = throws.thrown != 0;
                        run.answered = answers.answered;
                        run.items = answers.items;
                        run.thrown = throws.thrown;
                        ASSERT_EQ(is_passed, has_thrown && !is_std);
                        if (got) check(hook.name, run, *got);
                    }
                    // The spring's own exceptions are gone with the result.
                    if (n != 0) { // the first may make what is made once
                        EXPECT_EQ(test_heap::live_blocks(), before);
                    }
                    if (testing::Test::HasFailure()) return;
                }
            }
        }
    }
}

template<class Driver>
void expect_batches_survive(Driver const& drive)
{
    ads::campaign_budget_usage const usage{{}, fake_amazon::ids(350)};
    ads::create_portfolios const create{fake_amazon::portfolios(210)};
    auto const check_of = [](std::size_t size, bool may_repeat) {
        return [size, may_repeat](std::string_view hook, seen_run const& run, auto const& all) {
            ASSERT_EQ(all.size(), size);
            std::size_t failed = 0;
            for (std::size_t i = 0; i < all.size(); ++i) {
                ASSERT_EQ(all[i].index, i);
                ASSERT_EQ((all[i].success() != nullptr) + (all[i].refusal() != nullptr) + (all[i].failure() != nullptr),
                          1);
                if (all[i].failure() == nullptr) continue;
                ++failed;
                ASSERT_FALSE(all[i].failure()->report().empty());
            }
            if (run.thrown == 0 && may_repeat) {
                EXPECT_EQ(failed, 0u);
            }
            if (hook == "transport") return; // what was answered was lost with the exception
            // All that was answered is kept, but for a reply that was being read when something was thrown.
            EXPECT_LE(failed + run.items, size + run.thrown * per_call);
        };
    };
    with_each_hook_throwing(drive, usage, check_of(350, true));
    if (testing::Test::HasFailure()) return;
    with_each_hook_throwing(drive, create, check_of(210, false));
}

TEST(hooks, that_throw_at_any_call_leave_each_item_its_outcome) { expect_batches_survive(by_call{}); }
TEST(hooks, that_throw_in_any_lane_leave_each_item_its_outcome) { expect_batches_survive(by_lanes{}); }
TEST(hooks, that_throw_in_a_task_leave_each_item_its_outcome) { expect_batches_survive(by_task<turn_later>{}); }
TEST(hooks, that_throw_in_any_of_several_tasks_leave_each_item_its_outcome)
{
    expect_batches_survive(by_task<turn_later_at_once>{});
}

template<class Driver>
void expect_lists_survive(Driver const& drive)
{
    with_each_hook_throwing(drive, ads::list_portfolios{},
                            [](std::string_view hook, seen_run const& run, auto const& list) {
                                if (!list) {
                                    EXPECT_GT(run.thrown, 0u);
                                    EXPECT_FALSE(list.error().report().empty());
                                    EXPECT_TRUE(run.answered <= 1 || hook == "transport");
                                    return;
                                }
                                EXPECT_EQ(list->portfolios.size() % 2, 0u);
                                EXPECT_EQ(list->is_complete(), list->portfolios.size() == 6);
                                EXPECT_TRUE(run.thrown != 0 || list->is_complete());
                                if (hook != "transport") {
                                    EXPECT_GE(list->portfolios.size() / 2 + 1, run.answered);
                                }
                            });
}

TEST(hooks, that_throw_at_any_call_leave_the_pages_before)
{
    expect_lists_survive(by_call{});
    expect_lists_survive(by_task<turn_later>{});
}

/// What a loop over pages sees.
struct pages_seen {
    std::size_t rows = 0;
    std::size_t errors = 0;
    bool ends_with_error = false;
};

struct by_pages {
    template<class Endpoint, class Operation>
    pages_seen operator()(serve const& transport, Endpoint const& at, Operation const& what,
                          http::call_options const& options) const
    {
        pages_seen seen;
        for (auto& page : http::pages(transport, at, what, options)) {
            seen.ends_with_error = !page;
            seen.errors += !page;
            if (page) seen.rows += page->portfolios.size();
        }
        return seen;
    }
};

/// All rows, or those of the first pages and then an error. An error may also follow the last page, after which
/// something failed: fewer rows without an error are what a loop must not see.
void expect_rows_or_error(pages_seen const& seen)
{
    EXPECT_EQ(seen.rows % 2, 0u);
    EXPECT_LE(seen.rows, 6u);
    EXPECT_LE(seen.errors, 1u);
    EXPECT_TRUE(seen.rows == 6 || seen.errors == 1);
    EXPECT_EQ(seen.ends_with_error, seen.errors == 1);
}

TEST(hooks, that_throw_at_any_call_end_pages_with_an_error)
{
    with_each_hook_throwing(by_pages{}, ads::list_portfolios{},
                            [](std::string_view hook, seen_run const& run, pages_seen const& seen) {
                                expect_rows_or_error(seen);
                                EXPECT_TRUE(run.thrown != 0 || seen.rows == 6);
                                if (hook != "transport") {
                                    EXPECT_GE(seen.rows / 2 + 1, run.answered);
                                }
                            });
}

TEST(hooks, that_find_no_memory_end_pages_with_an_error_or_bad_alloc)
{
    test_heap::expect_survives(
        [] {
            server answers;
            return by_pages{}([&](http::request const& asked) { return answers(asked); }, usual_hooks().amazon,
                              ads::list_portfolios{}, usual_hooks().options);
        },
        [](std::optional<pages_seen> const& seen) {
            if (seen) expect_rows_or_error(*seen);
        });
}

template<class Driver>
void expect_single_calls_survive(Driver const& drive)
{
    with_each_hook_throwing(drive, dog::get_budget{"b1"}, [](std::string_view, seen_run const&, auto const& got) {
        ASSERT_TRUE(got.has_error()); // {"data": null} is no budget
        EXPECT_FALSE(got.error().report().empty());
    });
}

TEST(hooks, that_throw_at_any_call_leave_an_error_of_a_single_call)
{
    expect_single_calls_survive(by_call{});
    expect_single_calls_survive(by_task<turn_later>{});
}

// --- tasks that are destroyed where they are suspended

/// Destroys a task after so many turns. False: it was over. Its frames, and all in them, are freed.
template<class Transport, class Operation>
bool destroy_after(std::size_t turns, Operation const& what, std::size_t& answered)
{
    std::size_t const before = test_heap::live_blocks();
    bool is_over = false;
    {
        server answers;
        hooks const given = usual_hooks();
        http::call_options options = given.options;
        options.sleep = nullptr; // the transport's
        options.in_flight = lanes;
        loop events;
        serve const serves = [&answers](http::request const& asked) { return answers(asked); };
        Transport transport = [&] {
            if constexpr (std::is_same_v<Transport, turn_later>) return Transport{events, serves};
            else return Transport{{events, serves}};
        }();
        auto work = http::co_call<task>(transport, given.amazon, what, options);
        if (turns != 0) work.begin();
        for (std::size_t i = 1; i < turns && events.run_one(); ++i) {
        }
        is_over = work.is_over();
        answered = answers.answered;
    }
    if (turns != 0) { // the first makes what is made once
        EXPECT_EQ(test_heap::live_blocks(), before) << turns;
    }
    return !is_over;
}

template<class Transport, class Operation>
void expect_destroyed_anywhere(Operation const& what, std::size_t calls)
{
    std::size_t answered = 0;
    std::size_t turns = 0;
    while (destroy_after<Transport>(turns, what, answered)) {
        ASSERT_LT(++turns, 500u);
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(turns, calls);
    EXPECT_EQ(answered, calls);
}

TEST(hooks, of_tasks_are_freed_wherever_a_task_is_destroyed)
{
    ads::campaign_budget_usage const usage{{}, fake_amazon::ids(350)};
    expect_destroyed_anywhere<turn_later>(usage, 4);
    expect_destroyed_anywhere<turn_later_at_once>(usage, 4);
    expect_destroyed_anywhere<turn_later>(ads::create_portfolios{fake_amazon::portfolios(210)}, 3);
    expect_destroyed_anywhere<turn_later>(ads::list_portfolios{}, 3);
}

} // namespace hooks_test
