#include "sample.hpp"
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>

// Each scalar type, alone as a JSON text: accepted texts, rejected ones with their codes, and the text it writes.

namespace codec_test {

using namespace outlay::literals;
using outlay::currency;
using outlay::decimal;
using outlay::decode;
using outlay::encode;
using outlay::epoch_timestamp;
using outlay::inspect;
using outlay::iso_timestamp;
using outlay::month;
using sample::plan_id;
using sample::state;

/// The code of the first error in a text, or `read` if there is none.
template<class T>
std::string refusal(std::string_view text)
{
    auto const result = decode<T>(text);
    return result ? "read" : result.error().report()[0].code;
}

/// The code of the first notice, or `none`.
template<class T>
std::string notice(std::string_view text)
{
    auto const seen = inspect<T>(text);
    return seen.report.notices().empty() ? "none" : seen.report.notices()[0].code;
}

template<class T>
std::string message(std::string_view text)
{
    return decode<T>(text).error().message();
}

TEST(codec, bool_is_true_or_false)
{
    EXPECT_EQ(decode<bool>("true").value(), true);
    EXPECT_EQ(decode<bool>("false").value(), false);
    for (auto const text : {"0", "1", "\"true\"", "null", "[]"}) EXPECT_EQ(refusal<bool>(text), "type") << text;
    EXPECT_EQ(encode(true), "true");
    EXPECT_EQ(encode(false), "false");
}

template<class Integer>
class codec_of_integers : public testing::Test {};
using integers = testing::Types<std::int8_t, std::uint8_t, std::int16_t, std::uint16_t, std::int32_t, std::uint32_t,
                                std::int64_t, std::uint64_t>;
TYPED_TEST_SUITE(codec_of_integers, integers);

TYPED_TEST(codec_of_integers, round_trip_at_their_borders)
{
    using limits = std::numeric_limits<TypeParam>;
    for (TypeParam const n : {limits::min(), TypeParam{0}, TypeParam{1}, limits::max()}) {
        EXPECT_EQ(encode(n), std::to_string(n));
        EXPECT_EQ(decode<TypeParam>(std::to_string(n)).value(), n);
    }
}

TYPED_TEST(codec_of_integers, reject_integers_beyond_them)
{
    using limits = std::numeric_limits<TypeParam>;
    std::string above = std::to_string(limits::max());
    ++above.back(); // none ends in a 9
    EXPECT_EQ(refusal<TypeParam>(above), "integer_range");
    for (auto const text : {"1e30", "1e400", "123456789012345678901234567890"})
        EXPECT_EQ(refusal<TypeParam>(text), "integer_range") << text;
    if (std::is_unsigned_v<TypeParam>) {
        EXPECT_EQ(refusal<TypeParam>("-1"), "type");
    } else {
        std::string below = std::to_string(limits::min());
        ++below.back();
        EXPECT_EQ(refusal<TypeParam>(below), "integer_range");
    }
}

TYPED_TEST(codec_of_integers, may_be_written_in_other_ways)
{
    for (auto const text : {"100", "1e2", "1E+2", "100.0", "100.000", "0.1e3", "1000e-1"})
        EXPECT_EQ(decode<TypeParam>(text).value(), TypeParam{100}) << text;
    for (auto const text : {"0", "-0", "0.0", "-0.0", "0e5", "0e-5"})
        EXPECT_EQ(decode<TypeParam>(text).value(), TypeParam{0}) << text;
    if (std::is_signed_v<TypeParam>) {
        for (auto const text : {"-100", "-1e2", "-100.0", "-0.1e3"})
            EXPECT_EQ(decode<TypeParam>(text).value(), static_cast<TypeParam>(-100)) << text;
    }
}

TEST(codec, integer_of_64_bits_may_have_a_point_or_an_exponent_up_to_its_borders)
{
    using limits = std::numeric_limits<std::int64_t>;
    EXPECT_EQ(decode<std::int64_t>("-9223372036854775808.0").value(), limits::min());
    EXPECT_EQ(decode<std::int64_t>("9.223372036854775807e18").value(), limits::max());
    for (auto const text : {"-9223372036854775809.0", "9.223372036854775808e18"})
        EXPECT_EQ(refusal<std::int64_t>(text), "integer_range") << text;
}

TYPED_TEST(codec_of_integers, keep_their_value_where_the_text_is_no_integer)
{
    for (auto const text : {"5.5", "0.5", "1e-1", "1e-400", "5.00000000000000000001", "\"5\"", "true", "null", "[5]"}) {
        EXPECT_EQ(refusal<TypeParam>(text), "type") << text;
        EXPECT_EQ(inspect<TypeParam>(text).value, TypeParam{0}) << text;
    }
    EXPECT_EQ(inspect<TypeParam>("5e400").value, TypeParam{0});
}

TEST(codec, double_is_the_nearest)
{
    for (double const x : {0.1, -2.5, 1e300, 5e-324, 1.7976931348623157e308, 33.3, 1e22})
        EXPECT_EQ(decode<double>(encode(x)).value(), x);
    EXPECT_EQ(decode<double>("17").value(), 17.0);
    EXPECT_EQ(decode<double>("0.1000000000000000055511151231257827021181583404541015625").value(), 0.1);
    EXPECT_TRUE(std::signbit(decode<double>("-0.0").value()));
    EXPECT_EQ(refusal<double>("\"1\""), "type");
}

TEST(codec, double_rejects_numbers_that_would_be_infinite)
{
    EXPECT_EQ(refusal<double>("1e400"), "number_range");
    EXPECT_EQ(refusal<double>("-1e400"), "number_range");
    EXPECT_EQ(refusal<float>("1e39"), "number_range");
    EXPECT_EQ(decode<double>("1e-400").value(), 0.0);
    EXPECT_EQ(decode<float>("1e-60").value(), 0.0f);
}

TEST(codec, double_without_a_json_form_is_null)
{
    EXPECT_EQ(encode(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(encode(std::numeric_limits<double>::quiet_NaN()), "null");
}

TEST(codec, decimal_is_exact_and_keeps_its_scale)
{
    for (auto const text :
         {"0.1", "12.50", "-0.01", "100", "9223372036854775807", "-9223372036854775808", "0.000000000000000001",
          "9.223372036854775807", "0.0000000000000000000000000001", "1234567890123456789012345678",
          "79228162514264337593543950335", "-0.9999999999999999999999999999"})
        EXPECT_EQ(encode(decode<decimal>(text).value()), text);
    EXPECT_EQ(decode<decimal>("1e3").value(), 1000);
    EXPECT_EQ(decode<decimal>("125e-2").value(), 1.25_dec);
    EXPECT_EQ(decode<decimal>("-0").value(), 0);
    EXPECT_EQ(decode<decimal>("0e400").value(), 0);
    for (auto const text : {"\"1.5\"", "true", "null", "{}"}) EXPECT_EQ(refusal<decimal>(text), "type") << text;
}

TEST(codec, decimal_of_too_many_digits_is_rounded_with_a_notice)
{
    for (auto const text :
         {"0.12345678901234567890123456789", "1234567890.1234567890123456789012345678901", "1e-30", "1e-400"})
        EXPECT_EQ(notice<decimal>(text), "decimal_inexact") << text;
    EXPECT_EQ(decode<decimal>("1234567890.1234567890123456789012345678901").value(), 1234567890.123456789012345679_dec);
    EXPECT_EQ(decode<decimal>("1e-400").value(), 0);
    EXPECT_EQ(notice<decimal>("1.0000000000000000000000000000000000000000"), "none");
}

TEST(codec, decimal_rejects_numbers_that_are_too_large)
{
    for (auto const text :
         {"79228162514264337593543950336", "1e29", "1e400", "1234567890123456789012345678901234567890"})
        EXPECT_EQ(refusal<decimal>(text), "decimal_range") << text;
    EXPECT_EQ(message<decimal>("1234567890123456789012345678901234567890123"),
              "1:1: expected a number between -2^96 and 2^96 (7.9e28), "
              "found 1234567890123456789012345678901234567890...");
}

TEST(codec, string_is_unescaped_and_escaped)
{
    EXPECT_EQ(decode<std::string>(R"("\"\\\/\b\f\n\r\t\u0041\u00e9\u65e5\ud83d\ude00")").value(),
              "\"\\/\b\f\n\r\tA\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80");
    EXPECT_EQ(decode<std::string>("\"\\u0000\"").value(), std::string(1, '\0'));
    EXPECT_EQ(decode<std::string>("\"\"").value(), "");
    EXPECT_EQ(encode(std::string("\"\\/\n\r\t\x01\x1F\x7F") + '\0'), "\"\\\"\\\\/\\n\\r\\t\\u0001\\u001f\x7F\\u0000\"");
    EXPECT_EQ(encode(std::string("\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80")), "\"\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80\"");
    for (auto const text : {"1", "true", "null", "[\"a\"]"}) EXPECT_EQ(refusal<std::string>(text), "type") << text;
}

TEST(codec, string_that_is_not_utf8_is_still_written_as_json)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    for (std::string const broken : {"\x80", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x98",
                                     "\xF4\x90\x80\x80", "\xE0\x9F\xBF", "\xFF"}) {
        std::string const text = encode("a" + broken + "b");
        auto const read = decode<std::string>(text);
        ASSERT_TRUE(read) << text;
        EXPECT_TRUE(read->starts_with("a" + std::string(replacement))) << text;
        EXPECT_TRUE(read->ends_with(std::string(replacement) + "b")) << text;
    }
}

TEST(codec, identifier_is_a_string_or_with_a_notice_a_number)
{
    EXPECT_EQ(decode<plan_id>("\"`p1`\"").value(), plan_id("`p1`"));
    EXPECT_EQ(notice<plan_id>("\"7\""), "none");
    EXPECT_EQ(decode<plan_id>("18446744073709551615").value(), plan_id("18446744073709551615"));
    EXPECT_EQ(decode<plan_id>("9007199254740993").value(), plan_id("9007199254740993")); // not a double
    EXPECT_EQ(notice<plan_id>("7"), "id_as_number");
    EXPECT_EQ(notice<plan_id>("18446744073709551615"), "id_as_number");
    for (auto const text : {"7.5", "-1", "18446744073709551616", "true", "null", "[]"})
        EXPECT_EQ(refusal<plan_id>(text), "type") << text;
    EXPECT_EQ(encode(plan_id::from_number(7)), "\"7\"");
}

TEST(codec, secret_is_never_shown)
{
    EXPECT_EQ(decode<outlay::secret>("\"hunter2\"").value().reveal(), "hunter2");
    EXPECT_EQ(encode(outlay::secret("hunter2")), "\"hunter2\"");
    EXPECT_EQ(message<outlay::secret>("20071234"), "1:1: expected a string, found something else");
}

TEST(codec, enumeration_is_one_of_its_names)
{
    EXPECT_EQ(decode<state>("\"PAUSED\"").value(), state::paused);
    EXPECT_EQ(encode(state::enabled), "\"ENABLED\"");
    EXPECT_EQ(refusal<state>("\"paused\""), "enum");
    EXPECT_EQ(refusal<state>("0"), "type");
    EXPECT_EQ(message<state>("\"GONE\""), "1:1: expected one of ENABLED, PAUSED, found \"GONE\"");
}

TEST(codec, open_enumeration_is_any_text)
{
    using open_state = outlay::open_enum<state>;
    EXPECT_EQ(decode<open_state>("\"PAUSED\"").value(), state::paused);
    EXPECT_EQ(encode(decode<open_state>("\"G\\u00f6ne\"").value()), "\"G\xC3\xB6ne\"");
    EXPECT_EQ(refusal<open_state>("null"), "type");
}

TEST(codec, currency_is_three_capital_letters)
{
    EXPECT_EQ(decode<currency>("\"USD\"").value(), currency{"USD"});
    EXPECT_EQ(encode(currency{"JPY"}), "\"JPY\"");
    for (auto const text : {"\"usd\"", "\"US\"", "\"\"", "840", "null"})
        EXPECT_EQ(refusal<currency>(text), "currency") << text;
}

TEST(codec, date_is_a_day_of_the_calendar)
{
    using date::year_month_day;
    EXPECT_EQ(decode<year_month_day>("\"2024-02-29\"").value(), 2024_y / 2 / 29);
    EXPECT_EQ(encode(year_month_day(2024_y / 2 / 9)), "\"2024-02-09\"");
    for (auto const text : {"\"2023-02-29\"", "\"2024-2-9\"", "\"2024-02-09T00:00:00Z\"", "20240209", "null"})
        EXPECT_EQ(refusal<year_month_day>(text), "date") << text;
}

TEST(codec, month_is_a_number_of_six_digits)
{
    EXPECT_EQ(decode<month>("202501").value(), month(2025, 1));
    EXPECT_EQ(encode(month(2025, 12)), "202512");
    for (auto const text : {"202500", "202513", "0", "-202501", "202501.5", "\"202501\"", "null"})
        EXPECT_EQ(refusal<month>(text), "month") << text;
}

TEST(codec, iso_timestamp_is_an_rfc_3339_string)
{
    constexpr auto milliseconds = 1641350732486;
    EXPECT_EQ(decode<iso_timestamp>("\"2022-01-05T02:45:32.486Z\"").value().milliseconds(), milliseconds);
    EXPECT_EQ(decode<iso_timestamp>("\"2022-01-05T04:45:32.486+02:00\"").value().milliseconds(), milliseconds);
    EXPECT_EQ(encode(iso_timestamp::from_milliseconds(milliseconds)), "\"2022-01-05T02:45:32.486Z\"");
    EXPECT_EQ(notice<iso_timestamp>("\"2022-01-05T02:45:32.4869Z\""), "timestamp_inexact");
    for (auto const text : {"\"2022-01-05\"", "\"2022-01-05T02:45:32\"", "\"\"", "0", "null"})
        EXPECT_EQ(refusal<iso_timestamp>(text), "timestamp") << text;
}

TEST(codec, epoch_timestamp_is_a_number_of_milliseconds)
{
    EXPECT_EQ(decode<epoch_timestamp>("-62135596800000").value().milliseconds(), -62135596800000);
    EXPECT_EQ(encode(epoch_timestamp::from_milliseconds(1641350732486)), "1641350732486");
    for (auto const text : {"1.5", "\"1641350732486\"", "null", "1e30"})
        EXPECT_EQ(refusal<epoch_timestamp>(text), "timestamp") << text;
}

} // namespace codec_test
