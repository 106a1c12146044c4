#include <chrono>
#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <outlay/value/timestamp.hpp>
#include <string_view>
#include <type_traits>

namespace {

using namespace outlay::literals;
using namespace std::chrono_literals;
using outlay::epoch_timestamp;
using outlay::iso_timestamp;
using enum outlay::detail::rfc3339_status;

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

// --- reading RFC 3339

/// The milliseconds, or -1.
constexpr std::int64_t ms(std::string_view text)
{
    auto const time = iso_timestamp::try_parse(text);
    return time ? time->milliseconds() : -1;
}

constexpr auto status(std::string_view text)
{
    std::int64_t ignored = 0;
    return outlay::detail::read_rfc3339(text, ignored);
}

static_assert(ms("1970-01-01T00:00:00Z") == 0);
static_assert(ms("2022-01-05T02:45:32.486Z") == 1641350732486);
static_assert(ms("2022-01-05t02:45:32.486z") == 1641350732486);
static_assert(ms("2022-01-05T02:45:32Z") == 1641350732000);
static_assert(ms("2022-01-05T02:45:32.4Z") == 1641350732400);
static_assert(ms("2022-01-05T02:45:32.48Z") == 1641350732480);
static_assert(ms("1969-12-31T23:59:59.999Z") == -1);
static_assert(status("1969-12-31T23:59:59.999Z") == exact);
static_assert(ms("0001-01-01T00:00:00Z") == -62135596800000);
static_assert(ms("0000-01-01T00:00:00Z") == -62167219200000);
static_assert(ms("9999-12-31T23:59:59.999Z") == 253402300799999);

static_assert(ms("2022-01-05T04:45:32+02:00") == ms("2022-01-05T02:45:32Z"));
static_assert(ms("2022-01-04T21:15:32.486-05:30") == ms("2022-01-05T02:45:32.486Z"));
static_assert(ms("2022-01-05T02:45:32-00:00") == ms("2022-01-05T02:45:32Z"));
static_assert(ms("2022-01-01T00:00:00+23:59") == ms("2021-12-31T00:01:00Z"));

static_assert(status("2022-01-05T02:45:32.486000000000000000000000000000Z") == exact);
static_assert(status("2022-01-05T02:45:32.4860000000000000000000000000001Z") == truncated);
static_assert(ms("2022-01-05T02:45:32.4869Z") == 1641350732486);
static_assert(ms("1969-12-31T23:59:59.9985+00:00") == -2, "cut off, not rounded, before 1970 as well");

// A leap second is the second after it, and only where one can be.
static_assert(ms("2016-12-31T23:59:60Z") == ms("2017-01-01T00:00:00Z"));
static_assert(ms("2016-12-31T23:59:60.500Z") == ms("2017-01-01T00:00:00.500Z"));
static_assert(ms("1990-12-31T15:59:60-08:00") == ms("1991-01-01T00:00:00Z"));
static_assert(status("2016-12-31T23:58:60Z") == malformed);
static_assert(status("2016-12-31T15:59:60Z") == malformed);
static_assert(status("2016-12-31T23:59:60+01:00") == malformed);
static_assert(status("2016-12-31T23:59:61Z") == malformed);

// Every value that is read can be written: the years of UTC are 0000 to 9999.
static_assert(status("0000-01-01T00:59:59+01:00") == malformed);
static_assert(status("0000-01-01T01:00:00+01:00") == exact);
static_assert(status("9999-12-31T23:00:00-01:00") == malformed);
static_assert(status("9999-12-31T22:59:59-01:00") == exact);
static_assert(status("9999-12-31T23:59:60Z") == malformed);

static_assert(status("") == malformed);
static_assert(status("2022-01-05") == malformed);
static_assert(status("2022-01-05T02:45Z") == malformed);
static_assert(status("2022-01-05T02:45:32") == malformed);
static_assert(status("2022-01-05T02:45:32.486") == malformed);
static_assert(status("2022-01-05T02:45:32.Z") == malformed);
static_assert(status("2022-01-05T02:45:32.") == malformed);
static_assert(status("2022-01-05T02:45:32,486Z") == malformed);
static_assert(status("2022-01-05 02:45:32.486Z") == malformed);
static_assert(status("2022-01-05T02:45:32.486ZZ") == malformed);
static_assert(status("2022-01-05T02:45:32.486Z ") == malformed);
static_assert(status("2022-01-05T02:45:32.4 6Z") == malformed);
static_assert(status("2022-01-05T24:00:00.000Z") == malformed);
static_assert(status("2022-01-05T02:60:00.000Z") == malformed);
static_assert(status("2022-02-30T02:45:32.486Z") == malformed);
static_assert(status("2022-00-05T02:45:32.486Z") == malformed);
static_assert(status("2022-01-05T02:45:32+0200") == malformed);
static_assert(status("2022-01-05T02:45:32+02") == malformed);
static_assert(status("2022-01-05T02:45:32+24:00") == malformed);
static_assert(status("2022-01-05T02:45:32+02:60") == malformed);
static_assert(status("2022-01-05T02:45:32+02:00Z") == malformed);
static_assert(status("2022-01-05T02:45:32\xAD"
                     "02:00") == malformed);

// --- writing RFC 3339

constexpr auto text(std::int64_t since_1970) { return iso_timestamp::from_milliseconds(since_1970).to_string(); }

static_assert(text(0) == "1970-01-01T00:00:00Z");
static_assert(text(1724182784000) == "2024-08-20T19:39:44Z");
static_assert(text(1724182784486) == "2024-08-20T19:39:44.486Z");
static_assert(text(1724182784006) == "2024-08-20T19:39:44.006Z");
static_assert(text(-1) == "1969-12-31T23:59:59.999Z");
static_assert(text(-62135596800000) == "0001-01-01T00:00:00Z");
static_assert(text(-62167219200000) == "0000-01-01T00:00:00Z");
static_assert(text(-62167219200001) == "-0001-12-31T23:59:59.999Z");
static_assert(text(253402300800000) == "+10000-01-01T00:00:00Z");
static_assert(text(most) == "+292278994-08-17T07:12:55.807Z");
static_assert(text(least + 1) == "-292275055-05-16T16:47:04.193Z");
static_assert(epoch_timestamp::from_milliseconds(least).to_string() == "-292275055-05-16T16:47:04.192Z");
static_assert(text(least).size() == outlay::detail::longest_rfc3339);
static_assert(epoch_timestamp::from_milliseconds(1724182784000).to_string() == "2024-08-20T19:39:44Z");

// --- integers

constexpr bool reads(std::string_view text, std::int64_t expected)
{
    return epoch_timestamp::try_parse(text) == epoch_timestamp::from_milliseconds(expected);
}

static_assert(reads("1724182784486", 1724182784486));
static_assert(reads("0", 0) && reads("-0", 0) && reads("-1", -1));
static_assert(reads("-62135596800000", -62135596800000));
static_assert(reads("9223372036854775807", most) && reads("-9223372036854775808", least));
static_assert(!epoch_timestamp::try_parse("9223372036854775808"));
static_assert(!epoch_timestamp::try_parse("-9223372036854775809"));
static_assert(!epoch_timestamp::try_parse("18446744073709551616"));
static_assert(!epoch_timestamp::try_parse("") && !epoch_timestamp::try_parse("-") && !epoch_timestamp::try_parse("+1"));
static_assert(!epoch_timestamp::try_parse("01") && !epoch_timestamp::try_parse("1.0"));
static_assert(!epoch_timestamp::try_parse("1e3") && !epoch_timestamp::try_parse(" 1"));

// --- the types

static_assert(iso_timestamp().milliseconds() == 0);
static_assert(iso_timestamp(date::sys_days(2024_y / 1 / 15)) == iso_timestamp::try_parse("2024-01-15T00:00:00Z"));
static_assert(iso_timestamp(iso_timestamp::time_point(-1ms)).time() == iso_timestamp::time_point(-1ms));
static_assert(iso_timestamp(date::sys_time<std::chrono::nanoseconds>(-1ns)).milliseconds() == -1, "rounded down");
static_assert(iso_timestamp(date::sys_days(date::days(std::numeric_limits<int>::max()))).milliseconds() > 0);

static_assert(iso_timestamp::from_milliseconds(-1).day() == 1969_y / 12 / 31);
static_assert(iso_timestamp::from_milliseconds(0).day() == 1970_y / 1 / 1);
static_assert(iso_timestamp::from_milliseconds(least).day() == date::year::min() / 1 / 1);
static_assert(iso_timestamp::from_milliseconds(most).day() == date::year::max() / 12 / 31);

// The least number is the spare value of an iso_timestamp; an epoch_timestamp has none, as vendors may send any number.
static_assert(iso_timestamp::from_milliseconds(least).milliseconds() == least + 1);
static_assert(iso_timestamp(epoch_timestamp::from_milliseconds(least)).milliseconds() == least + 1);
static_assert(epoch_timestamp::from_milliseconds(least).milliseconds() == least);

static_assert(iso_timestamp::from_milliseconds(1) < iso_timestamp::from_milliseconds(2));
static_assert(std::same_as<std::compare_three_way_result_t<iso_timestamp>, std::strong_ordering>);
static_assert(iso_timestamp(epoch_timestamp::from_milliseconds(7)) == iso_timestamp::from_milliseconds(7));
static_assert(epoch_timestamp(iso_timestamp::from_milliseconds(7)) == epoch_timestamp::from_milliseconds(7));

static_assert(!std::convertible_to<iso_timestamp, epoch_timestamp>);
static_assert(!std::convertible_to<iso_timestamp::time_point, iso_timestamp>);
static_assert(!std::equality_comparable_with<iso_timestamp, epoch_timestamp>);
static_assert(std::is_trivially_copyable_v<iso_timestamp> && sizeof(iso_timestamp) == 8);

} // namespace
