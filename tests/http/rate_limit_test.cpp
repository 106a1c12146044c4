#include <chrono>
#include <cstddef>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/http/rate_limit.hpp>
#include <stdexcept>
#include <string_view>

namespace rate_limit_test {

namespace http = outlay::http;
using clock = http::rate_limit::clock;
using std::chrono::milliseconds;

constexpr milliseconds minute(60'000);

TEST(rate_limit, spaces_calls_evenly_and_saves_no_places)
{
    clock::time_point now{};
    http::rate_limit rate(4, [&now] { return now; });
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    EXPECT_EQ(rate.reserve(), milliseconds(250));
    now += milliseconds(100);
    EXPECT_EQ(rate.reserve(), milliseconds(400));
    now += minute;
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    EXPECT_EQ(rate.reserve(), milliseconds(250));
    EXPECT_THROW(http::rate_limit{0}, std::invalid_argument);
}

TEST(rate_limit, rounds_a_wait_up)
{
    clock::time_point now{};
    http::rate_limit rate(3, [&now] { return now; });
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    EXPECT_EQ(rate.reserve(), milliseconds(334));
}

TEST(rate_limit, without_a_number_delays_no_call)
{
    http::rate_limit rate;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(rate.reserve(), milliseconds(0));
}

TEST(rate_limit, by_default_takes_the_time_of_the_clock)
{
    http::rate_limit rate(0.001);
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    milliseconds const second = rate.reserve();
    EXPECT_LE(second, milliseconds(1'000'000));
    EXPECT_GT(second, milliseconds(900'000));
}

TEST(rate_limit, counts_the_calls_of_a_quota_down_until_its_reset)
{
    clock::time_point now{};
    http::rate_limit rate(1'000'000'000, [&now] { return now; }); // a call each nanosecond
    auto const next = [&] {
        now += milliseconds(1);
        return rate.reserve();
    };
    rate.note({.remaining = 2, .reset = milliseconds(10)}, minute);
    EXPECT_EQ(next(), milliseconds(0)); // at 1 ms
    EXPECT_EQ(next(), milliseconds(0)); // at 2 ms
    EXPECT_EQ(next(), milliseconds(7)) << "the third call waits for the reset";
    now = clock::time_point(milliseconds(9));
    EXPECT_EQ(next(), milliseconds(1)) << "after the call that is due at the reset";
    EXPECT_EQ(next(), milliseconds(0));
}

TEST(rate_limit, ignores_a_quota_from_its_reset_on)
{
    clock::time_point now{};
    http::rate_limit at_reset(1'000'000'000, [&now] { return now; });
    at_reset.note({.remaining = 0, .reset = milliseconds(10)}, minute);
    now += milliseconds(10);
    EXPECT_EQ(at_reset.reserve(), milliseconds(0));
    EXPECT_EQ(at_reset.reserve(), milliseconds(1)) << "a nanosecond, rounded up";
}

TEST(rate_limit, ignores_a_quota_that_is_not_known_or_resets_too_late)
{
    clock::time_point const now{};
    http::rate_limit rate(1'000'000'000, [now] { return now; });
    rate.note({.remaining = 0, .reset = minute + milliseconds(1)}, minute);
    rate.note({.remaining = 0}, minute);
    rate.note({.reset = milliseconds(5)}, minute);
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    rate.note({.remaining = 0, .reset = minute}, minute);
    EXPECT_EQ(rate.reserve(), minute) << "at the bound";
}

TEST(rate_limit, takes_a_reset_in_the_past_as_now)
{
    clock::time_point const now{};
    http::rate_limit rate(1'000'000'000, [now] { return now; });
    rate.note({.remaining = 0, .reset = milliseconds(-5)}, minute);
    EXPECT_EQ(rate.reserve(), milliseconds(0));
    EXPECT_EQ(rate.reserve(), milliseconds(1)) << "a nanosecond, rounded up";
}

TEST(rate_limit, keeps_the_longest_interval_at_a_leap_year)
{
    for (double const calls_per_second : {1e-300, 1e-9}) {
        http::rate_limit rate(calls_per_second, [] { return clock::time_point(); });
        EXPECT_EQ(rate.reserve(), milliseconds(0));
        EXPECT_EQ(rate.reserve(), std::chrono::hours(366 * 24));
        EXPECT_EQ(rate.reserve(), std::chrono::hours(366 * 24)) << "and so do all waits";
    }
    http::rate_limit rate(1'000'000'000, [] { return clock::time_point(); });
    rate.note({.remaining = 0, .reset = milliseconds::max()}, milliseconds::max());
    EXPECT_EQ(rate.reserve(), std::chrono::hours(366 * 24));
}

TEST(read_count, reads_an_unsigned_integer_and_nothing_else)
{
    EXPECT_EQ(http::read_count(std::nullopt), std::nullopt);
    EXPECT_EQ(http::read_count("0"), std::size_t{0});
    EXPECT_EQ(http::read_count("12"), std::size_t{12});
    for (std::string_view const text : {"", "-1", "+1", " 1", "1 ", "1.0", "x", "99999999999999999999999"})
        EXPECT_EQ(http::read_count(text), std::nullopt) << text;
}

} // namespace rate_limit_test
