#include <chrono>
#include <date/date.h>
#include <gtest/gtest.h>
#include <outlay/budget/today.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/timestamp.hpp>
#include <version>

namespace today_test {

using namespace outlay::literals;
using outlay::iso_timestamp;
using outlay::today_in;
using std::chrono::minutes;

constexpr auto at(char const* text) { return iso_timestamp::try_parse(text)->time(); }

// The last millisecond of a day, and the first of the next, an hour before and after that of UTC.
static_assert(today_in(at("2026-04-10T23:59:59.999Z"), minutes(0)) == 2026_y / 4 / 10);
static_assert(today_in(at("2026-04-11T00:00:00Z"), minutes(0)) == 2026_y / 4 / 11);
static_assert(today_in(at("2026-04-10T22:59:59.999Z"), minutes(60)) == 2026_y / 4 / 10);
static_assert(today_in(at("2026-04-10T23:00:00Z"), minutes(60)) == 2026_y / 4 / 11);
static_assert(today_in(at("2026-04-11T00:59:59.999Z"), minutes(-60)) == 2026_y / 4 / 10);
static_assert(today_in(at("2026-04-11T01:00:00Z"), minutes(-60)) == 2026_y / 4 / 11);
static_assert(today_in(at("2026-04-10T18:29:59.999Z"), minutes(330)) == 2026_y / 4 / 10); // half an hour
static_assert(today_in(at("2026-04-10T18:30:00Z"), minutes(330)) == 2026_y / 4 / 11);
static_assert(today_in(at("1969-12-31T23:59:59.999Z"), minutes(0)) == 1969_y / 12 / 31);
static_assert(today_in(at("2026-01-01T00:00:00Z"), std::chrono::hours(-8)) == 2025_y / 12 / 31);

/// As those of std::chrono and of date's tz.h: two hours ahead from April 2026 on, and one before.
struct summer_zone {
    template<class Duration>
    constexpr auto to_local(date::sys_time<Duration> now) const
    {
        auto const ahead = now < date::sys_days(2026_y / 4 / 1) ? std::chrono::hours(1) : std::chrono::hours(2);
        return date::local_time<Duration>(now.time_since_epoch() + ahead);
    }
};
static_assert(today_in(at("2026-03-30T22:59:59.999Z"), summer_zone()) == 2026_y / 3 / 30);
static_assert(today_in(at("2026-03-30T23:00:00Z"), summer_zone()) == 2026_y / 3 / 31);
static_assert(today_in(at("2026-04-01T21:59:59.999Z"), summer_zone()) == 2026_y / 4 / 1);
static_assert(today_in(at("2026-04-01T22:00:00Z"), summer_zone()) == 2026_y / 4 / 2);

TEST(today_in, takes_the_clock_of_the_system)
{
    auto const now = std::chrono::system_clock::now();
    auto const day = date::sys_days(today_in(now, minutes(0)));
    EXPECT_LE(day, now);
    EXPECT_GT(day + date::days(1), now);
    EXPECT_EQ(date::sys_days(today_in(now, std::chrono::hours(24))), day + date::days(1));
}

#if defined(__cpp_lib_chrono) && __cpp_lib_chrono >= 201907L
TEST(today_in, takes_a_time_zone_of_the_library)
{
    auto const& los_angeles = *std::chrono::locate_zone("America/Los_Angeles");
    EXPECT_EQ(today_in(at("2026-01-11T07:59:59.999Z"), los_angeles), 2026_y / 1 / 10);
    EXPECT_EQ(today_in(at("2026-01-11T08:00:00Z"), los_angeles), 2026_y / 1 / 11);
    EXPECT_EQ(today_in(at("2026-07-11T06:59:59.999Z"), los_angeles), 2026_y / 7 / 10);
    EXPECT_EQ(today_in(at("2026-07-11T07:00:00Z"), los_angeles), 2026_y / 7 / 11);
}
#endif

} // namespace today_test
