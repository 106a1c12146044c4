#include "fake_amazon.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// The same exchange, driven by call(), by an Asio coroutine, and by hand.

namespace drivers_test {

namespace asio = boost::asio;
namespace ads = outlay::amazon;
namespace http = outlay::http;
using answer = outlay::result<http::response>;
using fake_amazon::endpoint;

/// A server that misbehaves as scripted: the n-th request meets the n-th fate, and the rest are answered.
class fates {
public:
    enum fate {
        well,
        throttled,
        unavailable,
        broken,
        lost_before,
        lost_after,
        half,
        garbage,
        wrong_index,
        throws,
        count
    };

    explicit fates(std::vector<int> all) : all_(std::move(all)) {}

    answer operator()(http::request const& asked)
    {
        auto const n = asked_.size();
        int const mine = n < all_.size() ? all_[n] : well;
        asked_.push_back(asked.body);
        auto const good = asked.url.ends_with("usage") ? fake_amazon::usage : fake_amazon::create;
        bool const is_done = mine != throttled && mine != lost_before;
        if (is_done) carried_out_.insert(asked.body);
        switch (mine) {
        case throttled: return http::response{429, {{"Retry-After", "1"}}, R"({"code":"THROTTLED"})"};
        case unavailable: return http::response{503, {}, "<html>"};
        case broken: return http::response{500, {}, R"({"code":"INTERNAL_ERROR","message":"oops"})"};
        case lost_before: return http::not_sent("connection refused");
        case lost_after: return http::connection_lost("time-out");
        case half: {
            auto reply = good(asked);
            reply.body.resize(reply.body.size() / 2);
            return reply;
        }
        case garbage: return http::response{200, {{"Content-Type", "text/html"}}, "<html>"};
        case wrong_index: {
            auto reply = good(asked);
            if (auto const at = reply.body.find("\"index\":1,"); at != std::string::npos)
                reply.body.replace(at, 10, "\"index\":0,");
            return reply;
        }
        case throws: throw std::runtime_error("broken pipe");
        default: return good(asked);
        }
    }

    std::vector<std::string> const& asked() const { return asked_; }

    /// The bodies of what was, or may have been, carried out.
    std::multiset<std::string> const& carried_out() const { return carried_out_; }

private:
    std::vector<int> all_;
    std::vector<std::string> asked_;
    std::multiset<std::string> carried_out_;
};

template<class Operation>
auto by_call(Operation const& what, fates& server, http::call_options const& options)
{
    return http::call(server, endpoint, what, options);
}

template<class Operation>
auto by_hand(Operation const& what, fates& server, http::call_options const& options)
{
    http::exchange work{endpoint, what, options};
    for (;;) {
        http::step const step = work.next();
        if (auto const* send = std::get_if<http::send>(&step)) {
            try {
                work.feed(server(send->request));
            } catch (std::exception const& e) {
                work.feed(outlay::error(outlay::error_kind::transport, "exception", e.what()));
            }
        } else if (auto const* wait = std::get_if<http::wait>(&step)) {
            options.sleep(wait->time);
        } else {
            return std::move(work).finish();
        }
    }
}

/// Answers later, in another turn of the event loop, and waits with a timer.
struct asio_transport {
    fates& server;
    std::vector<std::chrono::milliseconds>& waits;

    asio::awaitable<answer> operator()(http::request asked)
    {
        co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
        co_return server(asked);
    }

    asio::awaitable<void> sleep(std::chrono::milliseconds time)
    {
        waits.push_back(time);
        asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(0));
        co_await timer.async_wait(asio::use_awaitable);
    }
};
static_assert(http::async_transport<asio_transport>);
static_assert(!http::sync_transport<asio_transport>);
static_assert(http::sync_transport<fates>);
static_assert(!http::async_transport<fates>);

template<class Operation>
auto by_asio(Operation const& what, fates& server, std::vector<std::chrono::milliseconds>& waits,
             http::call_options options)
{
    options.sleep = nullptr;
    asio::io_context context;
    std::optional<typename Operation::result_type> got;
    asio_transport transport{server, waits};
    asio::co_spawn(context, http::co_call<asio::awaitable>(transport, endpoint, what, options),
                   [&](std::exception_ptr failed, typename Operation::result_type all) {
                       if (failed) std::rethrow_exception(failed);
                       got.emplace(std::move(all));
                   });
    context.run();
    return std::move(*got);
}

std::vector<int> any_fates()
{
    // Mostly well, so that long batches get somewhere.
    auto const fate = rc::gen::weightedOneOf<int>(
        {{3, rc::gen::just<int>(fates::well)}, {2, rc::gen::inRange<int>(fates::well, fates::count)}});
    return *rc::gen::container<std::vector<int>>(fate);
}

template<class Operation>
void check_drivers_agree(Operation const& what, std::vector<int> const& all, http::retry_policy policy)
{
    std::vector<std::chrono::milliseconds> waits[3];
    fates servers[3]{fates(all), fates(all), fates(all)};
    http::call_options options[3];
    for (int i = 0; i < 3; ++i) {
        options[i] = fake_amazon::patient(waits[i]);
        options[i].retry = policy;
    }
    auto const a = by_call(what, servers[0], options[0]);
    auto const b = by_hand(what, servers[1], options[1]);
    auto const c = by_asio(what, servers[2], waits[2], options[2]);
    RC_ASSERT(a == b);
    RC_ASSERT(a == c);
    RC_ASSERT(servers[0].asked() == servers[1].asked());
    RC_ASSERT(servers[0].asked() == servers[2].asked());
    RC_ASSERT(waits[0] == waits[1]);
    RC_ASSERT(waits[0] == waits[2]);
}

RC_GTEST_PROP(drivers, give_the_same_outcomes_of_a_read, ())
{
    auto const ids = fake_amazon::ids(*rc::gen::inRange<std::size_t>(0, 600));
    check_drivers_agree(ads::campaign_budget_usage{ads::ad_product::sponsored_brands, ids}, any_fates(),
                        {.attempts = *rc::gen::inRange(1, 5)});
}

RC_GTEST_PROP(drivers, give_the_same_outcomes_of_a_create, ())
{
    auto const portfolios = fake_amazon::portfolios(*rc::gen::inRange<std::size_t>(0, 600));
    check_drivers_agree(ads::create_portfolios{portfolios}, any_fates(), {.attempts = *rc::gen::inRange(1, 5)});
}

RC_GTEST_PROP(drivers, give_every_item_one_outcome_that_is_its_own, ())
{
    std::vector<ads::campaign_id> ids;
    for (int const id :
         *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(0, 700), rc::gen::inRange(0, 500)))
        ids.push_back(std::to_string(id));
    fates server(any_fates());
    auto const all = http::call(server, endpoint, ads::campaign_budget_usage{{}, ids}, fake_amazon::impatient());
    RC_ASSERT(all.size() == ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto const& one = all[i];
        RC_ASSERT(one.index == i);
        RC_ASSERT((one.success() != nullptr) + (one.refusal() != nullptr) + (one.failure() != nullptr) == 1);
        if (one.success() != nullptr) RC_ASSERT(one.success()->campaign_id == ids[i]);
        if (one.refusal() != nullptr) RC_ASSERT(one.refusal()->campaign_id == ids[i]);
        if (one.failure() != nullptr) RC_ASSERT(!one.failure()->message().empty());
    }
    RC_ASSERT(all.count_succeeded() + all.count_refused() + all.count_failed() == all.size());
}

RC_GTEST_PROP(drivers, send_no_create_twice_that_may_have_been_carried_out, ())
{
    auto const portfolios = fake_amazon::portfolios(*rc::gen::inRange<std::size_t>(0, 600));
    fates server(any_fates());
    auto const all = http::call(server, endpoint, ads::create_portfolios{portfolios}, fake_amazon::impatient());
    RC_ASSERT(all.size() == portfolios.size());
    // Each chunk has another body: what was carried out, was so once.
    std::set<std::string> const different(server.carried_out().begin(), server.carried_out().end());
    RC_ASSERT(different.size() == server.carried_out().size());
    for (auto const& one : all)
        if (one.success() != nullptr) RC_ASSERT(one.success()->portfolio_id == portfolios[one.index].name);
}

TEST(drivers, work_as_members_of_a_client_for_coroutines)
{
    std::vector<std::chrono::milliseconds> waits;
    fates server({fates::throttled});
    asio_transport transport{server, waits};
    ads::client<asio_transport&, asio::awaitable> amazon{transport, endpoint};
    asio::io_context context;
    bool is_over = false;
    asio::co_spawn(
        context,
        [&]() -> asio::awaitable<void> {
            auto const all = co_await amazon.campaign_budget_usage({}, fake_amazon::ids(150));
            EXPECT_EQ(all.size(), 150u);
            EXPECT_EQ(all.count_failed(), 0u);
            is_over = true;
        },
        asio::detached);
    context.run();
    EXPECT_TRUE(is_over);
    EXPECT_EQ(waits, std::vector{std::chrono::milliseconds(1000)});
}

/// What is used is the options' sleep, if there is one; without any way to wait, nothing is repeated.
TEST(drivers, in_coroutines_wait_only_if_they_can)
{
    auto const calls_with = [](http::call_options const& options) {
        fates server({fates::throttled});
        auto transport = [&](http::request asked) -> asio::awaitable<answer> { co_return server(asked); };
        asio::io_context context;
        asio::co_spawn(
            context,
            http::co_call<asio::awaitable>(transport, endpoint, ads::campaign_budget_usage{{}, {"1"}}, options),
            asio::detached);
        context.run();
        return server.asked().size();
    };
    EXPECT_EQ(calls_with({}), 1u);
    EXPECT_EQ(calls_with(fake_amazon::impatient()), 2u);
}

} // namespace drivers_test
