#include "../http/fake_amazon.hpp"

#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

// Threads may use different objects and read shared ones at the same time, under ThreadSanitizer (preset tsan). Each
// test uses types that no test before has used, so that several threads make static objects at their first use.

namespace threads_test {

namespace ads = outlay::amazon;
namespace dog = outlay::datadog;
namespace hub = outlay::hubspot;
namespace http = outlay::http;
using std::chrono::milliseconds;

constexpr std::size_t threads = 4;
constexpr int turns = 20;

/// Calls f in all threads at the same time. Results are read when all are done.
void at_once(std::function<void(std::size_t)> const& f)
{
    std::mutex access;
    std::condition_variable all_here;
    std::size_t here = 0;
    std::vector<std::thread> all;
    for (std::size_t i = 0; i < threads; ++i)
        all.emplace_back([&, i] {
            {
                std::unique_lock lock(access);
                if (++here == threads) all_here.notify_all();
                all_here.wait(lock, [&] { return here == threads; });
            }
            f(i);
        });
    for (std::thread& one : all) one.join();
}

/// The result of a thread, which is the same in all.
template<class Make>
auto expect_same(Make const& make) -> decltype(make())
{
    using made = std::vector<decltype(make())>;
    std::vector<made> all(threads);
    at_once([&](std::size_t i) {
        for (int turn = 0; turn < turns; ++turn) all[i].push_back(make());
    });
    for (made const& mine : all) {
        EXPECT_EQ(mine.size(), static_cast<std::size_t>(turns));
        for (auto const& one : mine) EXPECT_EQ(one, all[0][0]);
    }
    return all[0][0];
}

constexpr std::string_view item = R"({"id":"12","name":"n","order":0,"amount":9.5,"createdAt":1,"updatedAt":17,)"
                                  R"("unknown":[null]})";

TEST(threads, read_a_type_for_the_first_time)
{
    auto const read = expect_same([] { return outlay::decode<hub::budget_item>(item); });
    ASSERT_TRUE(read);
    EXPECT_EQ(read->id, hub::budget_item_id("12"));
}

TEST(threads, report_violations_for_the_first_time)
{
    auto const found = expect_same([] {
        std::string const text = R"({"data":{"type":7,"attributes":{"name":[],"budget_line":1,"start_month":"x"}}})";
        auto const seen = outlay::inspect<dog::budget_document>(text);
        return outlay::render(seen.report, text);
    });
    EXPECT_NE(found.find("1:17 /data/type"), found.npos) << found;
}

TEST(threads, read_in_pieces_for_the_first_time)
{
    auto const read = expect_same([] {
        outlay::decoder<hub::campaign_revenue> decoder;
        for (std::string_view const piece : {R"({"revenueAmount":tr)", "ue,", R"("currencyCode":7})"})
            decoder.write(piece);
        return decoder.finish_inspection().report.to_string();
    });
    EXPECT_NE(read.find("/revenueAmount"), read.npos) << read;
}

TEST(threads, make_a_schema_for_the_first_time)
{
    auto const schema = expect_same([] { return outlay::json_schema<ads::portfolio_list_reply>(); });
    EXPECT_TRUE(schema.contains("$defs"));
}

/// All threads read one value.
TEST(threads, share_a_value)
{
    ads::create_portfolios_request const shared{
        .portfolios = {{.name = ""}, {.name = "right"}, {.name = std::string(300, 'n')}}};
    auto const all = expect_same([&] {
        std::string text = outlay::encode(shared) + outlay::validate(shared).to_string();
        text += boost::json::serialize(boost::json::value_from(shared));
        ads::create_portfolios_request const copy = shared; // NOLINT(performance-unnecessary-copy-initialization)
        return copy == shared ? text : "another copy";
    });
    EXPECT_NE(all.find("/portfolios/0/name"), all.npos) << all;
}

/// A copy of an outcome refers to the same error.
TEST(threads, share_outcomes)
{
    auto const unsent = [](http::request const&) -> outlay::result<http::response> { return http::not_sent("no"); };
    auto options = fake_amazon::impatient();
    options.retry.attempts = 1;
    auto const shared =
        http::call(unsent, fake_amazon::endpoint, ads::campaign_budget_usage{{}, fake_amazon::ids(150)}, options);
    auto const words = expect_same([&] {
        auto const copy = shared;
        return copy[149].failure()->message();
    });
    EXPECT_EQ(words, shared[0].failure()->message());
}

/// Clients with one endpoint, one source of tokens and one limit. A token is refused now and then.
TEST(threads, share_an_endpoint_and_its_tokens)
{
    std::atomic<int> renewals = 0;
    auto at = fake_amazon::endpoint;
    at.tokens = [&renewals] {
        return http::access_token{.value = outlay::secret("token-" + std::to_string(++renewals))};
    };
    std::atomic<int> calls = 0;
    auto const transport = [&](http::request const& asked) -> outlay::result<http::response> {
        int const n = ++calls;
        if (n % 7 == 0) return fake_amazon::json(401, "{}");
        if (n % 5 == 0) return http::response{503, {{"Retry-After", "1"}}, "{}"};
        return fake_amazon::usage(asked);
    };
    auto options = fake_amazon::impatient();
    options.rate = std::make_shared<http::rate_limit>(1'000'000);
    std::vector<std::size_t> failed(threads);
    at_once([&](std::size_t i) {
        ads::client client{transport, at, options};
        for (int turn = 0; turn < 5; ++turn) {
            auto const all = client.campaign_budget_usage({}, fake_amazon::ids(250, 1000 * i));
            failed[i] += all.size() - 250;
            for (auto const& one : all) {
                bool const is_refused_often = one.failure() != nullptr && one.failure()->http_status() == 401;
                failed[i] += one.failure() != nullptr && !is_refused_often;
                if (one.success())
                    failed[i] += one.success()->campaign_id != fake_amazon::ids(250, 1000 * i)[one.index];
            }
        }
    });
    EXPECT_EQ(failed, std::vector<std::size_t>(threads));
    EXPECT_GE(calls, 5 * 3 * static_cast<int>(threads));
    EXPECT_GT(renewals, 0);
}

/// Calls that are not sent, cancelled ones and ones with an unreadable response refer to errors that are made once.
TEST(threads, give_up_calls_at_the_same_time)
{
    auto const codes = expect_same([] {
        std::string found;
        for (std::size_t const steps : {0u, 1u}) {
            http::exchange work{fake_amazon::endpoint, ads::portfolio_budget_usage{{ads::portfolio_id("1")}}};
            if (steps != 0) (void)work.next();
            work.cancel();
            auto const all = std::move(work).finish();
            found += all[0].failure()->report()[0].code + ' ';
        }
        return found;
    });
    EXPECT_EQ(codes, "not_sent cancelled ");
}

} // namespace threads_test
