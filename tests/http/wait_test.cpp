#include "../processor_time.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <date/date.h>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/http/retry.hpp>
#include <outlay/http/wait.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wait_test {

namespace http = outlay::http;
using namespace std::chrono_literals;
using namespace date::literals;
using http::careful_wait;
using http::longest_wait;
using std::chrono::milliseconds;

constexpr std::chrono::system_clock::time_point now = date::sys_days(2026_y / 11 / 25); // 1795564800

std::optional<milliseconds> asked(std::vector<http::header> headers, std::chrono::system_clock::time_point at = now)
{
    return http::asked_wait({.status = 429, .headers = std::move(headers)}, at);
}

/// The wait for this value in each of the headers, which must agree.
std::optional<milliseconds> wait_of(std::string const& value)
{
    auto const wait = asked({{"Retry-After", value}});
    EXPECT_EQ(asked({{"retry-after", value}}), wait) << value;
    EXPECT_EQ(asked({{"X-RateLimit-Reset", value}}), wait) << value;
    EXPECT_EQ(asked({{"x-ratelimit-reset", value}}), wait) << value;
    EXPECT_EQ(asked({{"RateLimit-Reset", value}}), wait) << value;
    return wait;
}

TEST(wait, is_absent_without_a_header)
{
    EXPECT_EQ(asked({}), std::nullopt);
    EXPECT_EQ(asked({{"Retry-Afte", "7"}, {"Retry-After ", "7"}, {"RateLimit", "7"}, {"", "7"}}), std::nullopt);
}

TEST(wait, is_a_number_of_seconds)
{
    EXPECT_EQ(wait_of("0"), 0ms);
    EXPECT_EQ(wait_of("7"), 7s);
    EXPECT_EQ(wait_of("007"), 7s);
    EXPECT_EQ(wait_of("7.0"), 7s);
    EXPECT_EQ(wait_of("1.5"), 1500ms);
    EXPECT_EQ(wait_of("292.05"), 292'050ms);
    EXPECT_EQ(wait_of(".5"), 500ms);
    EXPECT_EQ(wait_of("31622400"), longest_wait);
    EXPECT_EQ(wait_of("31622399.999"), longest_wait - 1ms);
}

TEST(wait, is_rounded_up)
{
    EXPECT_EQ(wait_of("1.0001"), 1001ms);
    EXPECT_EQ(wait_of("1.0000000000000000000000000000001"), 1001ms);
    EXPECT_EQ(wait_of("0.9999999999999999"), 1000ms);
    EXPECT_EQ(wait_of("0." + std::string(10'000, '0')), 0ms);
    EXPECT_EQ(wait_of("1us"), 1ms);
    EXPECT_EQ(wait_of("1000001ns"), 2ms);
    EXPECT_EQ(wait_of("0.000000001ns"), 1ms);
    EXPECT_EQ(wait_of("1795564830250000000.000000001"), 30'251ms);
}

TEST(wait, is_a_duration)
{
    EXPECT_EQ(wait_of("1m0s"), 1min);
    EXPECT_EQ(wait_of("1h2m3.5s"), 1h + 2min + 3500ms);
    EXPECT_EQ(wait_of("250ms"), 250ms);
    EXPECT_EQ(wait_of("8.64s"), 8640ms);
    EXPECT_EQ(wait_of("1.5h"), 90min);
    EXPECT_EQ(wait_of("0s"), 0ms);
    EXPECT_EQ(wait_of("2d1h"), 49h);
    EXPECT_EQ(wait_of("1500us"), 2ms);
    EXPECT_EQ(wait_of("1500\u00b5s"), 2ms);          // MICRO SIGN
    EXPECT_EQ(wait_of("1500\u03bcs"), 2ms);          // GREEK SMALL LETTER MU
    EXPECT_EQ(wait_of("1795564830s"), longest_wait); // with a unit it is no Unix time
}

TEST(wait, is_until_a_unix_time)
{
    EXPECT_EQ(wait_of("1795564830"), 30s);
    EXPECT_EQ(wait_of("1795564830.25"), 30'250ms);
    EXPECT_EQ(wait_of("1795564830250"), 30'250ms);
    EXPECT_EQ(wait_of("1795564830250.5"), 30'251ms);
    EXPECT_EQ(wait_of("1795564830250000"), 30'250ms);
    EXPECT_EQ(wait_of("1795564830250000001"), 30'251ms);
    EXPECT_EQ(wait_of("1795564800"), 0ms);
    EXPECT_EQ(wait_of("1795564799"), 0ms);
    EXPECT_EQ(wait_of("1795564799999"), 0ms);

    // The bounds between a span and each unit of a time.
    EXPECT_EQ(wait_of("999999999"), longest_wait);
    EXPECT_EQ(wait_of("1000000000"), 0ms);            // 2001
    EXPECT_EQ(wait_of("999999999999"), longest_wait); // the year 33658
    EXPECT_EQ(wait_of("1000000000000"), 0ms);
    EXPECT_EQ(wait_of("999999999999999"), longest_wait);
    EXPECT_EQ(wait_of("1000000000000000"), 0ms);
    EXPECT_EQ(wait_of("999999999999999999"), longest_wait);
    EXPECT_EQ(wait_of("1000000000000000000"), 0ms);

    // Now is rounded down, so that no wait ends too early.
    EXPECT_EQ(asked({{"Retry-After", "1795564830"}}, now + 300us), 30s);
    EXPECT_EQ(asked({{"Retry-After", "1795564830"}}, now + 1500us), 29'999ms);
}

TEST(wait, is_until_a_date)
{
    for (auto const date :
         {"Wed, 25 Nov 2026 00:00:07 GMT", "Wednesday, 25-Nov-26 00:00:07 GMT", "Wed Nov 25 00:00:07 2026",
          "Wed, 25 Nov 2026 00:00:07 UTC", "Wed, 25 Nov 2026 00:00:07 +0000", "Wed, 25 Nov 2026 00:00:07 -0000",
          "Wed, 25 Nov 2026 02:00:07 +0200", "Wed, 25 Nov 2026 02:00:07 +02", "Tue, 24 Nov 2026 16:00:07 -0800",
          "Wednesday, 25-Nov-26 00:00:07 UTC", "Wed Nov 25 00:00:07 2026 UTC", "Wed Nov 25 05:30:07 2026 +05:30"})
        EXPECT_EQ(wait_of(date), 7s) << date;
    EXPECT_EQ(wait_of("Tue, 24 Nov 2026 23:59:59 GMT"), 0ms);
    EXPECT_EQ(wait_of("Monday, 30-Nov-26 00:00:07 GMT"), 120h + 7s);
    EXPECT_EQ(wait_of("Mon Nov 30 00:00:07 2026"), 120h + 7s);
    EXPECT_EQ(wait_of("Fri Jan  1 00:00:07 2027"), 37 * 24h + 7s);
    EXPECT_EQ(wait_of("Mon, 01 Jan 1900 00:00:00 GMT"), 0ms);
    EXPECT_EQ(wait_of("Saturday, 01-Jan-00 00:00:00 GMT"), 0ms); // 2000
    EXPECT_EQ(wait_of("Fri, 31 Dec 9999 23:59:59 GMT"), longest_wait);
    EXPECT_EQ(wait_of("Fri, 31 Dec 0000 23:59:59 GMT"), 0ms);
}

TEST(wait, is_until_a_time_of_iso_8601)
{
    for (auto const time :
         {"2026-11-25T00:00:07Z", "2026-11-25t00:00:07z", "2026-11-25 00:00:07Z", "2026-11-25T00:00:07+00:00",
          "2026-11-25T02:00:07+02:00", "2026-11-24T16:00:07-0800", "2026-11-25T00:00:07.000Z", "2026-11-25T00:00:07",
          "20261125T000007Z", "20261125T020007+0200", "2026-11-25 00:00:07 UTC", "2026-11-25 00:00:07 +0000"})
        EXPECT_EQ(wait_of(time), 7s) << time;
    EXPECT_EQ(wait_of("2026-11-25T00:00:07.5Z"), 7500ms);
    EXPECT_EQ(wait_of("2026-11-25T00:00:07.0000001Z"), 7001ms);
    EXPECT_EQ(wait_of("2026-11-24T23:59:59.999Z"), 0ms);
    EXPECT_EQ(wait_of("2026-11-25T23:59:60Z"), 24h);
    EXPECT_EQ(wait_of("9999-12-31T23:59:59-23:59"), longest_wait);
    EXPECT_EQ(wait_of("0000-01-01T00:00:00+23:59"), 0ms);
}

TEST(wait, may_have_blanks_around)
{
    for (auto const value :
         {" 7", "7 ", "\t 7 \t", "7\r", "7\r\n", " 7s ", " Wed, 25 Nov 2026 00:00:07 GMT ", " 2026-11-25T00:00:07Z "})
        EXPECT_EQ(wait_of(value), 7s) << value;
}

TEST(wait, is_the_longest_of_joined_values)
{
    for (auto const value : {"7, 7",
                             "7,7",
                             "3, 7",
                             "7, 3",
                             "7 , 3 ,1",
                             "7,",
                             ",7",
                             "7,,3",
                             "7, soon",
                             "soon, 7",
                             "Wed, 25 Nov 2026 00:00:07 GMT, 3",
                             "3, Wed, 25 Nov 2026 00:00:07 GMT",
                             "Wed, 25 Nov 2026 00:00:03 GMT,Wed, 25 Nov 2026 00:00:07 GMT",
                             "Wednesday, 25-Nov-26 00:00:07 GMT, 3s",
                             "Wed Nov 25 00:00:07 2026, 3",
                             "3, 2026-11-25T00:00:07Z",
                             "1795564807, 3",
                             "7;w=1, 3;w=60",
                             "7 ; a=9",
                             "Wed, 3, 7",
                             "Wed,,7",
                             "7, Wed"})
        EXPECT_EQ(wait_of(value), 7s) << value;
}

TEST(wait, is_the_longest_of_several_headers)
{
    EXPECT_EQ(asked({{"Retry-After", "3"}, {"retry-after", "7"}, {"Retry-After", "5"}}), 7s);
    EXPECT_EQ(asked({{"Retry-After", "soon"}, {"Retry-After", "7"}}), 7s);
    EXPECT_EQ(asked({{"X-RateLimit-Reset", "3"}, {"RateLimit-Reset", "7"}}), 7s);
    EXPECT_EQ(asked({{"RateLimit-Reset", "3"}, {"X-RateLimit-Reset", "7"}, {"X-RateLimit-Reset", ""}}), 7s);
}

TEST(wait, prefers_retry_after)
{
    EXPECT_EQ(asked({{"X-RateLimit-Reset", "60"}, {"Retry-After", "7"}}), 7s);
    EXPECT_EQ(asked({{"X-RateLimit-Reset", "60"}, {"Retry-After", "0"}}), 0ms);
    EXPECT_EQ(asked({{"Retry-After", "soon"}, {"X-RateLimit-Reset", "60"}}), 60s);
    EXPECT_EQ(asked({{"Retry-After", "7"}, {"X-RateLimit-Reset", "soon"}}), 7s);
}

TEST(wait, is_the_careful_time_if_no_header_is_readable)
{
    for (auto const value : {"",
                             " ",
                             ",",
                             ", ,",
                             ";",
                             "soon",
                             "-1",
                             "-1.5",
                             "+7",
                             "NaN",
                             "inf",
                             "1e9",
                             "0x10",
                             "7.",
                             ".",
                             "1.2.3",
                             "1_000",
                             "7 s",
                             "7S",
                             "1m30",
                             "m",
                             "-1s",
                             "1m-1s",
                             "7seconds",
                             "PT7S",
                             "Wed",
                             "Wed,",
                             "Wed, 25 Nov 2026 00:00:07",
                             "Wed, 25 Nov 2026 00:00:07 CET",
                             "Wed, 32 Nov 2026 00:00:07 GMT",
                             "Wednesday, 25-Nov-2x 00:00:07 GMT",
                             "Wed, 25 Nov 2026 00:00:07 +0060",
                             "Wed, 25 Nov 2026 00:00:07 GMT+",
                             "Wed, 25 Nov 2026 00:00:61 GMT",
                             "Wed, 25 Nov 2026 00:60:07 GMT",
                             "Wed, 25 Nov 2026 00:0x:07 GMT",
                             "Wed, 25 Nov 2026T00:00:07 GMT",
                             "Wed, 25 Nov-2026 00:00:07 GMT",
                             "Wed, 25 Now 2026 00:00:07 GMT",
                             "Wed, x5 Nov 2026 00:00:07 GMT",
                             "Wed Nov-25 00:00:07 2026",
                             "Wed Nov 25T00:00:07 2026",
                             "Wed Nov 25 00:00:07T2026",
                             "Wed Nov 25 00:00:07 2026GMT",
                             "Wed Nov 25 00:00:07 2026 CET",
                             "2026-xx-25T00:00:07Z",
                             "2026-11-25",
                             "2026-11-25T00:00",
                             "2026-11-31T00:00:07Z",
                             "2026-11-25T24:00:07Z",
                             "2026-11-25T00:00:07.Z",
                             "2026-11-25T00:00:07+24:00",
                             "2026-11-25T00:00:07 ZZ",
                             "7\x80",
                             "\xff",
                             "\xC2\xB5s",
                             "Wed, 25 Nov 2026 02:00:07 +02:x",
                             "\u0667"}) // ARABIC-INDIC DIGIT SEVEN
        EXPECT_EQ(wait_of(value), careful_wait) << value;
    EXPECT_EQ(wait_of(std::string("7\0", 2)), careful_wait);
    EXPECT_EQ(careful_wait, 10s);
    EXPECT_EQ(asked({{"Retry-After", "soon"}, {"X-RateLimit-Reset", "-1"}}), careful_wait);
}

TEST(wait, is_never_longer_than_the_longest)
{
    for (std::string const& value :
         {std::string("31622401"), std::string(20, '9'), std::string(23, '9'), std::string(100'000, '9'),
          std::string("18446744073709551615"), std::string("18446744073709551616"), std::string("9999999999h"),
          std::string("99999999999999999999d99999999999999999999d"), "1" + std::string(1000, '0') + ".5ns"})
        EXPECT_EQ(wait_of(value), longest_wait) << value.substr(0, 40);
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "9999d";
    EXPECT_EQ(wait_of(many), longest_wait);
}

TEST(wait, is_defined_for_any_time_of_day)
{
    using clock = std::chrono::system_clock;
    for (auto const at : {clock::time_point::min(), clock::time_point(), clock::time_point::max()}) {
        for (auto const value : {"1795564830", "18446744073709551615", "Wed, 25 Nov 2026 00:00:07 GMT",
                                 "Wednesday, 25-Nov-26 00:00:07 GMT", "2026-11-25T00:00:07Z"}) {
            auto const wait = asked({{"Retry-After", value}}, at);
            ASSERT_TRUE(wait) << value;
            EXPECT_GE(*wait, 0ms) << value;
            EXPECT_LE(*wait, longest_wait) << value;
        }
    }
}

/// Milliseconds; a search for each value from the start would take minutes.
TEST(wait, is_read_in_linear_time)
{
    double const taken = processor_seconds([] {
        for (std::string const piece : {"7,", "Wed,", "Wed, ,", ",", ";", "1", "9m", "0.", " "}) {
            std::string value;
            while (value.size() < 200'000) value += piece;
            (void)asked({{"Retry-After", value}});
        }
    });
    EXPECT_LT(taken, 5);
}

/// Any bytes, and texts that are nearly valid.
rc::Gen<std::string> any_value()
{
    static std::vector<std::string> const pieces{"7",          "1795564830", "99999999999999999999",
                                                 ".",          "1m",         "0s",
                                                 "250ms",      "\xC2\xB5s",  "Wed",
                                                 ", ",         " ",          "25 Nov 2026",
                                                 "25-Nov-26",  "Nov",        "GMT",
                                                 "UTC",        "-",          "+0000",
                                                 ";w=1",       "00:00:07",   ":",
                                                 "2026-11-25", "T",          "Z",
                                                 "e9",         "NaN",        "\t",
                                                 "\r\n",       "h",          "d"};
    auto const near = rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                                   [](std::vector<std::string> const& chosen) {
                                       std::string text;
                                       for (auto const& one : chosen) text += one;
                                       return text;
                                   });
    return rc::gen::oneOf(rc::gen::arbitrary<std::string>(), near);
}

RC_GTEST_PROP(wait, is_in_its_bounds_for_any_bytes, ())
{
    static std::vector<std::string> const names{"Retry-After", "X-RateLimit-Reset", "ratelimit-reset", "Date"};
    std::vector<http::header> headers;
    bool is_there = false;
    for (auto const& name : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(names))) {
        headers.push_back({name, *any_value()});
        is_there |= name != "Date";
    }
    auto const wait = asked(std::move(headers));
    RC_ASSERT(wait.has_value() == is_there);
    if (wait) RC_ASSERT(*wait >= 0ms && *wait <= longest_wait);
}

RC_GTEST_PROP(wait, joined_by_commas_is_that_of_several_headers, ())
{
    auto const a = *any_value();
    auto const b = *any_value();
    auto const ends_in_a_day = [](std::string_view text) {
        text = text.substr(text.rfind(',') + 1);
        return text.find("Wed") != std::string_view::npos;
    };
    RC_PRE(!ends_in_a_day(a)); // whose comma would be that of a date
    RC_ASSERT(asked({{"Retry-After", a}, {"Retry-After", b}}) == asked({{"Retry-After", a + "," + b}}));
}

RC_GTEST_PROP(wait, of_seconds_is_that_number, ())
{
    auto const ms = *rc::gen::inRange<std::int64_t>(0, 31'622'400'000);
    auto const digits = std::to_string(1000 + ms % 1000).substr(1);
    RC_ASSERT(asked({{"Retry-After", std::to_string(ms / 1000) + "." + digits}}) == milliseconds(ms));
    RC_ASSERT(asked({{"Retry-After", std::to_string(ms) + "ms"}}) == milliseconds(ms));
    RC_ASSERT(asked({{"Retry-After", std::to_string(1'795'564'800'000 + ms)}}) == milliseconds(ms));
}

// --- backoff

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// NaN is the longest wait that the policy allows.
static_assert(http::backoff({}, 1, nan) == 500ms);
static_assert(http::backoff({}, 3, nan) == 2s);
static_assert(http::backoff({}, 100, -nan) == 30s);
static_assert(http::backoff({.jitter = nan}, 1, 0) == 500ms);
static_assert(http::backoff({.jitter = nan}, 1, nan) == 500ms);
static_assert(http::backoff({.jitter = 0.5}, 1, nan) == 500ms);

// Other numbers outside of 0 to 1 count as the nearer bound.
static_assert(http::backoff({}, 1, infinity) == 500ms);
static_assert(http::backoff({}, 1, 1e300) == 500ms);
static_assert(http::backoff({}, 1, 1.5) == 500ms);
static_assert(http::backoff({}, 1, -infinity) == 0ms);
static_assert(http::backoff({}, 1, -0.5) == 0ms);
static_assert(http::backoff({}, 1, -0.0) == 0ms);
static_assert(http::backoff({.jitter = infinity}, 1, 0.5) == 250ms);
static_assert(http::backoff({.jitter = -infinity}, 1, 0.5) == 500ms);
static_assert(http::backoff({.jitter = -1}, 1, 0.5) == 500ms);

// Times beyond all bounds.
static_assert(http::backoff({.base = milliseconds::min(), .cap = milliseconds::min()}, 9, 1) == 0ms);
static_assert(http::backoff({.base = milliseconds::max(), .cap = -1ms}, 9, 1) == 0ms);
static_assert(http::backoff({.base = milliseconds::max(), .cap = milliseconds::max()}, 9, 1) == longest_wait);
static_assert(http::backoff({.jitter = 0}, std::numeric_limits<int>::min(), 1) == 500ms);
static_assert(http::backoff({.jitter = 0}, std::numeric_limits<int>::max(), 1) == 30s);

RC_GTEST_PROP(backoff, is_in_its_bounds, (int base, int cap, int failed))
{
    static std::vector<double> const odd{nan, -nan, infinity, -infinity, -1, -0.0, 0, 1e-320, 0.1, 0.5, 1, 1.1, 1e308};
    auto const any = rc::gen::oneOf(rc::gen::elementOf(odd), rc::gen::arbitrary<double>());
    http::retry_policy const policy{.base = milliseconds(base), .cap = milliseconds(cap), .jitter = *any};
    auto const wait = http::backoff(policy, failed, *any);
    RC_ASSERT(wait >= 0ms);
    RC_ASSERT(wait <= std::max(milliseconds(cap), 0ms));
    RC_ASSERT(wait <= longest_wait);
    RC_ASSERT(wait <= http::backoff(policy, failed, nan));
}

} // namespace wait_test
