#include "kinds.hpp"
#include <boost/describe/class.hpp>
#include <chrono>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <rapidcheck/gtest.h>
#include <ratio>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// outlay::forms: numbers in strings, micros, seconds, dates without dashes.

namespace forms_test {

using namespace outlay::literals;
using kinds::broken;
using kinds::expect_reads;
using kinds::found;
using outlay::decimal;
using outlay::decode;
using outlay::encode;
using testing::ElementsAre;
using testing::IsEmpty;

/// One member of type V in a form.
template<class V>
struct holder {
    V v{};

    friend bool operator==(holder const&, holder const&) = default;
};

struct text_decimal : holder<decimal> {};
BOOST_DESCRIBE_STRUCT(text_decimal, (), (v))
struct text_signed : holder<std::int8_t> {};
BOOST_DESCRIBE_STRUCT(text_signed, (), (v))
struct text_unsigned : holder<std::uint64_t> {};
BOOST_DESCRIBE_STRUCT(text_unsigned, (), (v))
struct integer_or_text : holder<std::optional<std::int64_t>> {};
BOOST_DESCRIBE_STRUCT(integer_or_text, (), (v))
struct unsigned_or_text : holder<std::uint8_t> {};
BOOST_DESCRIBE_STRUCT(unsigned_or_text, (), (v))
struct text_double : holder<double> {};
BOOST_DESCRIBE_STRUCT(text_double, (), (v))
struct text_maybe : holder<std::optional<decimal>> {};
BOOST_DESCRIBE_STRUCT(text_maybe, (), (v))

struct in_micros : holder<decimal> {};
BOOST_DESCRIBE_STRUCT(in_micros, (), (v))
struct in_micros_text : holder<outlay::nullable<decimal>> {};
BOOST_DESCRIBE_STRUCT(in_micros_text, (), (v))

using sys_ms = std::chrono::sys_time<std::chrono::milliseconds>;
struct iso_seconds : holder<outlay::iso_timestamp> {};
BOOST_DESCRIBE_STRUCT(iso_seconds, (), (v))
struct epoch_seconds : holder<outlay::epoch_timestamp> {};
BOOST_DESCRIBE_STRUCT(epoch_seconds, (), (v))
struct sys_seconds : holder<std::optional<sys_ms>> {};
BOOST_DESCRIBE_STRUCT(sys_seconds, (), (v))

struct compact : holder<date::year_month_day> {};
BOOST_DESCRIBE_STRUCT(compact, (), (v))
struct compact_std : holder<std::optional<std::chrono::year_month_day>> {};
BOOST_DESCRIBE_STRUCT(compact_std, (), (v))

struct in_minutes : holder<std::chrono::minutes> {};
BOOST_DESCRIBE_STRUCT(in_minutes, (), (v))
struct in_nanoseconds : holder<std::optional<std::chrono::nanoseconds>> {};
BOOST_DESCRIBE_STRUCT(in_nanoseconds, (), (v))
using frames = std::chrono::duration<std::int32_t, std::ratio<1, 30>>;
struct in_frames : holder<frames> {};
BOOST_DESCRIBE_STRUCT(in_frames, (), (v))
using attoseconds = std::chrono::duration<std::int64_t, std::atto>;
struct in_attoseconds : holder<attoseconds> {};
BOOST_DESCRIBE_STRUCT(in_attoseconds, (), (v))
/// A unit whose counts have more digits than the decimal of their seconds.
using third_nanoseconds = std::chrono::duration<std::int64_t, std::ratio<3, 1'000'000'000>>;
struct in_thirds : holder<third_nanoseconds> {};
BOOST_DESCRIBE_STRUCT(in_thirds, (), (v))
struct in_real : holder<std::chrono::duration<double>> {};
BOOST_DESCRIBE_STRUCT(in_real, (), (v))
struct in_bytes : holder<std::chrono::duration<std::uint8_t>> {};
BOOST_DESCRIBE_STRUCT(in_bytes, (), (v))

/// A type whose form is its codec.
struct waiting {
    std::vector<std::chrono::hours> hours{};
    std::map<std::string, std::chrono::hours> by_name{};
};
BOOST_DESCRIBE_STRUCT(waiting, (), (hours, by_name))

/// With rules, which apply to the value and not to the text.
struct ruled {
    decimal amount{};
    std::optional<std::int64_t> count{};
    std::optional<decimal> micros{};
    std::chrono::milliseconds wait{};
};
BOOST_DESCRIBE_STRUCT(ruled, (), (amount, count, micros, wait))

/// In constant expressions.
struct constant {
    decimal micros{};
    double ratio{};
    date::year_month_day day{};
};
BOOST_DESCRIBE_STRUCT(constant, (), (micros, ratio, day))

} // namespace forms_test

#define FORM_TEST_MODEL(type, form_name)                                                                               \
    template<>                                                                                                         \
    struct outlay::model<forms_test::type> {                                                                           \
        static constexpr auto members = std::tuple{form<&forms_test::type::v, outlay::forms::form_name>()};            \
    };
FORM_TEST_MODEL(text_decimal, text)
FORM_TEST_MODEL(text_signed, text)
FORM_TEST_MODEL(text_unsigned, text)
FORM_TEST_MODEL(integer_or_text, integer_text)
FORM_TEST_MODEL(unsigned_or_text, integer_text)
FORM_TEST_MODEL(text_double, text)
FORM_TEST_MODEL(text_maybe, text)
FORM_TEST_MODEL(in_micros, micros)
FORM_TEST_MODEL(in_micros_text, micros_text)
FORM_TEST_MODEL(iso_seconds, epoch_seconds)
FORM_TEST_MODEL(epoch_seconds, epoch_seconds)
FORM_TEST_MODEL(sys_seconds, epoch_seconds)
FORM_TEST_MODEL(compact, compact_date)
FORM_TEST_MODEL(compact_std, compact_date)
FORM_TEST_MODEL(in_minutes, seconds)
FORM_TEST_MODEL(in_nanoseconds, seconds)
FORM_TEST_MODEL(in_frames, seconds)
FORM_TEST_MODEL(in_attoseconds, seconds)
FORM_TEST_MODEL(in_thirds, seconds)
FORM_TEST_MODEL(in_real, seconds)
FORM_TEST_MODEL(in_bytes, seconds)

template<>
struct outlay::codec<std::chrono::hours> : outlay::forms::seconds {};

template<>
struct outlay::model<forms_test::ruled> {
    using type = forms_test::ruled;
    static constexpr auto members = std::tuple{
        form<&type::amount, forms::text>(),
        form<&type::count, forms::text>(),
        form<&type::micros, forms::micros>(),
        form<&type::wait, forms::seconds>(),
        member<&type::amount>(text_format("price"), at_least(decimal(1)), at_most(decimal(10))),
        member<&type::count>(more_than(decimal(0))),
        member<&type::micros>(presence::required, at_most(decimal(5))),
        member<&type::wait>(
            titled("Pause"), described_as("Between two calls."),
            satisfies<std::chrono::milliseconds>(
                "wait", [](std::chrono::milliseconds const& d) { return d.count() >= 0; }, "a time to wait")),
    };
};

template<>
struct outlay::model<forms_test::constant> {
    using type = forms_test::constant;
    static constexpr auto members = std::tuple{
        form<&type::micros, forms::micros>(),
        form<&type::ratio, forms::text>(),
        form<&type::day, forms::compact_date>(),
    };
};

namespace forms_test {

static_assert(outlay::valid(constant{.micros = 1.5_dec, .ratio = 1, .day = 2024_y / 1 / 31}));
static_assert(!outlay::valid(constant{.micros = 0.0000001_dec, .ratio = 1, .day = 2024_y / 1 / 31}));
static_assert(!outlay::valid(constant{.ratio = std::numeric_limits<double>::infinity(), .day = 2024_y / 1 / 31}));
static_assert(!outlay::valid(constant{.ratio = std::numeric_limits<double>::quiet_NaN(), .day = 2024_y / 1 / 31}));
static_assert(!outlay::valid(constant{.day = 2024_y / 2 / 30}));

template<class T>
std::string in(std::string_view json)
{
    return outlay::detail::joined({"{\"v\":", json, "}"});
}

/// The findings about the member, without their places.
template<class T>
std::vector<std::string> of(std::string_view json, kinds::numbers digits = kinds::numbers::of_doubles)
{
    auto lines = found<T>(in<T>(json), digits);
    for (std::string& line : lines)
        if (std::size_t const at = line.find("1:6 /v: "); at != line.npos) line.erase(at, 8);
    return lines;
}

template<class T>
auto read(std::string_view json)
{
    EXPECT_THAT(of<T>(json), IsEmpty()) << json;
    return outlay::inspect<T>(in<T>(json)).value.v;
}

/// The findings about a number with more digits than a double has.
template<class T>
auto long_number(std::string_view json)
{
    EXPECT_THAT(of<T>(json, kinds::numbers::of_any_length), IsEmpty()) << json;
    T const value = outlay::inspect<T>(in<T>(json)).value;
    EXPECT_EQ(encode(value), in<T>(json));
    return value.v;
}

template<class T>
auto same(std::string_view json)
{
    return expect_reads<T>(in<T>(json)).v;
}

template<class T, class V>
std::string written(V value)
{
    T object;
    object.v = value;
    std::string const text = encode(object);
    return text.substr(5, text.size() - 6);
}

/// The findings of validate, without their places.
template<class T, class V>
std::vector<std::string> flaws(V value)
{
    T object;
    object.v = value;
    auto lines = broken(object);
    for (std::string& line : lines) line.erase(0, 4);
    return lines;
}

TEST(text_form_of_numbers, reads_and_writes_a_string)
{
    EXPECT_EQ(same<text_decimal>("\"12.50\""), 12.50_dec);
    EXPECT_EQ(written<text_decimal>(12.50_dec), "\"12.50\"");
    EXPECT_EQ(read<text_decimal>("\"1e3\""), 1000);
    EXPECT_EQ(same<text_signed>("\"-128\""), -128);
    EXPECT_EQ(same<text_unsigned>("\"18446744073709551615\""), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(same<text_double>("\"-0.25\""), -0.25);
    EXPECT_EQ(same<text_maybe>("\"7\""), 7);
    EXPECT_EQ(read<text_maybe>("null"), std::nullopt);
    EXPECT_EQ(encode(text_maybe()), "{}");
}

TEST(integer_text_form, reads_both_and_writes_a_string)
{
    EXPECT_EQ(same<integer_or_text>("\"-9223372036854775808\""), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(read<integer_or_text>("12"), 12);
    EXPECT_EQ(read<integer_or_text>("null"), std::nullopt);
    EXPECT_EQ(written<integer_or_text>(12), "\"12\"");
    EXPECT_EQ(read<unsigned_or_text>("255"), 255);
    EXPECT_EQ(same<unsigned_or_text>("\"255\""), 255);
}

TEST(integer_text_form, rejects_fractions_and_integers_out_of_range)
{
    for (std::string_view const text : {"\"\"", "\"1.0\"", "\"1e2\"", "\" 1\"", "\"+1\"", "\"01\""})
        EXPECT_THAT(of<integer_or_text>(text),
                    ElementsAre(testing::StartsWith("expected an integer in a string, found ")))
            << text;
    for (std::string_view const text : {"1.5", "true", "[]", "{}"})
        EXPECT_THAT(of<integer_or_text>(text), ElementsAre(testing::StartsWith("expected an integer, found "))) << text;
    EXPECT_THAT(of<unsigned_or_text>("256"), ElementsAre(testing::StartsWith("expected an integer from 0 to 255")));
    EXPECT_THAT(of<unsigned_or_text>("\"256\""), ElementsAre("expected an integer from 0 to 255, found \"256\""));
    EXPECT_THAT(of<unsigned_or_text>("\"-1\""),
                ElementsAre("expected a non-negative integer in a string, found \"-1\""));
}

TEST(text_form_of_numbers, rejects_other_values_than_numbers_in_strings)
{
    for (std::string_view const text :
         {"12.5",    "1",       "true",    "null",   "[]",           "{}",          "\"\"",
          "\" 1\"",  "\"1 \"",  "\"+1\"",  "\"01\"", "\".5\"",       "\"1.\"",      "\"1e\"",
          "\"0x1\"", "\"NaN\"", "\"1,5\"", "\"-\"",  "\"1\\u0000\"", "\"\xD9\xA1\""}) {
        EXPECT_THAT(of<text_decimal>(text), ElementsAre(testing::StartsWith("expected a number in a string, found ")))
            << text;
        EXPECT_THAT(of<text_double>(text), ElementsAre(testing::StartsWith("expected a number in a string, found ")))
            << text;
        EXPECT_THAT(of<text_signed>(text), ElementsAre(testing::StartsWith("expected an integer in a string, found ")))
            << text;
        EXPECT_THAT(of<text_unsigned>(text),
                    ElementsAre(testing::StartsWith("expected a non-negative integer in a string, found ")))
            << text;
    }
    for (std::string_view const text : {"\"1.0\"", "\"1e2\""})
        EXPECT_THAT(of<text_signed>(text), ElementsAre(testing::StartsWith("expected an integer in a string, found ")));
    EXPECT_THAT(of<text_unsigned>("\"-1\""), ElementsAre("expected a non-negative integer in a string, found \"-1\""));
    EXPECT_THAT(of<text_signed>("\"128\""), ElementsAre("expected an integer from -128 to 127, found \"128\""));
    EXPECT_THAT(of<text_unsigned>("\"18446744073709551616\""),
                ElementsAre("expected an integer from 0 to 18446744073709551615, found \"18446744073709551616\""));
    EXPECT_THAT(of<text_double>("\"1e400\""),
                ElementsAre("expected a number in the range of its type, found \"1e400\""));
    EXPECT_THAT(of<text_decimal>("\"1e29\""),
                ElementsAre("expected a number between -2^96 and 2^96 (7.9e28), found \"1e29\""));
    EXPECT_THAT(of<text_decimal>("\"0.12345678901234567890123456789\""),
                ElementsAre(testing::HasSubstr("rounded to the nearest of 28 digits and 28 places")));
}

TEST(text_form_of_numbers, has_no_text_for_infinity)
{
    EXPECT_THAT(flaws<text_double>(std::numeric_limits<double>::infinity()),
                ElementsAre("expected a finite number, found inf"));
    EXPECT_THAT(flaws<text_double>(0.5), IsEmpty());
}

TEST(micros_form, is_an_integer_of_millionths)
{
    EXPECT_EQ(same<in_micros>("1500000"), 1.5_dec);
    EXPECT_EQ(encode(decimal(read<in_micros>("1500000"))), "1.5");
    EXPECT_EQ(same<in_micros>("1"), 0.000001_dec);
    EXPECT_EQ(same<in_micros>("0"), 0);
    EXPECT_EQ(same<in_micros>("-9223372036854775808"), decimal::parse("-9223372036854.775808").value());
    EXPECT_EQ(same<in_micros>("9223372036854775807"), decimal::parse("9223372036854.775807").value());
    EXPECT_EQ(read<in_micros>("\"1500000\""), 1.5_dec);
    EXPECT_EQ(read<in_micros>("\"-1\""), -0.000001_dec);
    EXPECT_EQ(read<in_micros>("1.5e6"), 1.5_dec);
    EXPECT_EQ(written<in_micros>(12.50_dec), "12500000");
    EXPECT_EQ(written<in_micros>(1.50000000_dec), "1500000");
    EXPECT_EQ(written<in_micros>(0.00_dec), "0");
    EXPECT_EQ(written<in_micros>(-100_dec), "-100000000");
    EXPECT_EQ(written<in_micros>(decimal::parse("18446744073709551616").value()), "18446744073709551616000000");
}

TEST(micros_form, may_be_written_in_a_string)
{
    EXPECT_EQ(same<in_micros_text>("\"1500000\""), 1.5_dec);
    EXPECT_EQ(read<in_micros_text>("1500000"), 1.5_dec);
    EXPECT_EQ(written<in_micros_text>(outlay::null), "null");
    EXPECT_EQ(encode(in_micros_text()), "{}");
    EXPECT_THAT(flaws<in_micros_text>(0.0000015_dec),
                ElementsAre("expected an amount of whole millionths, found 0.0000015"));
}

TEST(micros_form, rejects_values_other_than_integers)
{
    for (std::string_view const text : {"1.5", "true", "null", "[]", "\"\"", "\"1.5\"", "\"1e6\"", "\"01\"", "\"x\""})
        EXPECT_THAT(of<in_micros>(text), ElementsAre(testing::StartsWith(
                                             "expected an integer of millionths, or its digits in a string, found ")))
            << text;
    for (std::string_view const text : {"9223372036854775808", "\"9223372036854775808\"", "\"-99999999999999999999\""})
        EXPECT_THAT(of<in_micros>(text), ElementsAre(testing::StartsWith("expected an integer from -9223372036854775808"
                                                                         " to 9223372036854775807, found ")))
            << text;
}

TEST(micros_form, never_rounds_an_amount_and_reports_one_that_is_too_fine)
{
    EXPECT_EQ(written<in_micros>(0.0000015_dec), "1.5");
    EXPECT_THAT(flaws<in_micros>(0.0000015_dec),
                ElementsAre("expected an amount of whole millionths, found 0.0000015"));
    EXPECT_THAT(flaws<in_micros>(0.0000010_dec), IsEmpty());
    EXPECT_THAT(
        flaws<in_micros>(9223372036854.775808_dec),
        ElementsAre("expected an amount whose millionths are an integer of 64 bits, found 9223372036854.775808"));
    auto const largest = decimal::parse("79228162514264337593543950335").value();
    EXPECT_EQ(written<in_micros>(largest), "79228162514264337593543950335000000");
    EXPECT_THAT(flaws<in_micros>(largest), testing::SizeIs(1));
    EXPECT_EQ(written<in_micros>(0.0000000000000000000000000001_dec), "0.0000000000000000000001");
}

TEST(epoch_seconds_form, is_a_number_of_seconds)
{
    EXPECT_EQ(same<iso_seconds>("1530123457.123").milliseconds(), 1530123457123);
    EXPECT_EQ(same<epoch_seconds>("1530123457").milliseconds(), 1530123457000);
    EXPECT_EQ(same<sys_seconds>("-0.5")->time_since_epoch().count(), -500);
    EXPECT_EQ(read<iso_seconds>("1.530123457123E9").milliseconds(), 1530123457123);
    EXPECT_EQ(same<epoch_seconds>("9000000000000000").milliseconds(), 9'000'000'000'000'000'000);
    EXPECT_EQ(read<sys_seconds>("null"), std::nullopt);
    EXPECT_THAT(of<iso_seconds>("1.2349"), ElementsAre("notice: found 1.2349, cut off at the millisecond"));
    EXPECT_EQ(outlay::inspect<iso_seconds>(R"({"v":1.2349})").value.v.milliseconds(), 1234);
    EXPECT_EQ(outlay::inspect<iso_seconds>(R"({"v":-1.2341})").value.v.milliseconds(), -1235);
    for (std::string_view const text : {"\"1\"", "true", "[]"})
        EXPECT_THAT(of<iso_seconds>(text), ElementsAre(testing::StartsWith("expected seconds since 1970, found ")));
    for (std::string_view const text : {"1e300", "9000000000000001", "-1e16", "9000000000000000.001"})
        EXPECT_THAT(of<iso_seconds>(text, kinds::numbers::of_any_length),
                    ElementsAre(testing::StartsWith("expected a time within 9e15 seconds of 1970, found ")))
            << text;
    EXPECT_THAT(flaws<epoch_seconds>(outlay::epoch_timestamp::from_milliseconds(9'000'000'000'000'000'001)),
                ElementsAre("expected a time within 9e15 seconds of 1970, found 9000000000000000.001"));
    EXPECT_THAT(flaws<epoch_seconds>(outlay::epoch_timestamp::from_milliseconds(-9'000'000'000'000'000'000)),
                IsEmpty());
    EXPECT_THAT(flaws<epoch_seconds>(outlay::epoch_timestamp::from_milliseconds(-9'000'000'000'000'000'001)),
                ElementsAre("expected a time within 9e15 seconds of 1970, found -9000000000000000.001"));
    EXPECT_THAT(of<iso_seconds>("1.2300000000000000000000000000001", kinds::numbers::of_any_length),
                ElementsAre("notice: found 1.2300000000000000000000000000001, cut off at the millisecond"))
        << "rounded to 1.230 by reading it as a decimal";
}

TEST(compact_date_form, is_a_date_without_dashes)
{
    EXPECT_EQ(same<compact>("\"20240229\""), date::year_month_day(2024_y / 2 / 29));
    EXPECT_EQ(same<compact_std>("\"00000101\""), std::chrono::year(0) / 1 / 1);
    for (std::string_view const text : {"\"20230229\"", "\"2024-02-29\"", "\"2024022\"", "\"202402290\"", "20240229",
                                        "\"20241301\"", "\"20240001\"", "\"2024 101\"", "\"\"", "[]"})
        EXPECT_THAT(of<compact>(text), ElementsAre(testing::StartsWith("expected a date such as \"20240131\", found ")))
            << text;
    EXPECT_THAT(flaws<compact>(date::year_month_day(2023_y / 2 / 29)),
                ElementsAre(testing::StartsWith("expected a day of the calendar in the years 0000 to 9999, found ")));
    EXPECT_THAT(flaws<compact_std>(std::chrono::year(10000) / 1 / 1), testing::SizeIs(1));
    EXPECT_EQ(written<compact_std>(std::chrono::year(-1) / 1 / 31), "\"-00010131\"");
}

TEST(seconds_form, is_an_exact_number_of_seconds)
{
    EXPECT_EQ(same<in_minutes>("5400"), std::chrono::minutes(90));
    EXPECT_EQ(same<in_minutes>("-60"), std::chrono::minutes(-1));
    EXPECT_EQ(same<in_nanoseconds>("1.000000001"), std::chrono::nanoseconds(1'000'000'001));
    EXPECT_EQ(long_number<in_nanoseconds>("-9223372036.854775808"), std::chrono::nanoseconds::min());
    EXPECT_EQ(long_number<in_nanoseconds>("9223372036.854775807"), std::chrono::nanoseconds::max());
    EXPECT_EQ(read<in_nanoseconds>("1.5e0"), std::chrono::milliseconds(1500));
    EXPECT_EQ(same<in_frames>("0.5"), frames(15));
    EXPECT_EQ(same<in_real>("0.1").count(), 0.1);
    EXPECT_EQ(long_number<in_minutes>("553402322211286548420"), std::chrono::minutes::max());
    EXPECT_EQ(long_number<in_minutes>("-553402322211286548480"), std::chrono::minutes::min());
    EXPECT_EQ(long_number<in_attoseconds>("0.000000000000000001"), attoseconds(1));
    for (std::string_view const text : {"1", "61", "0.5", "60.0000000000000000000000000001"})
        EXPECT_THAT(of<in_minutes>(text, kinds::numbers::of_any_length),
                    ElementsAre(testing::StartsWith("expected a multiple of 60 seconds, found ")))
            << text;
    for (std::string_view const text : {"1e300", "553402322211286548480", "-1e25"})
        EXPECT_THAT(of<in_minutes>(text, kinds::numbers::of_any_length),
                    ElementsAre(testing::StartsWith("expected a number of seconds in the range of its type, found ")))
            << text;
    EXPECT_THAT(of<in_bytes>("0.5"), ElementsAre("expected a multiple of 1 second, found 0.5"));
    EXPECT_THAT(of<in_frames>("0.01"), ElementsAre("expected a multiple of 1/30 seconds, found 0.01"));
    EXPECT_THAT(of<in_frames>("7.1234567890123456789012345678", kinds::numbers::of_any_length),
                ElementsAre(testing::StartsWith("expected a multiple of 1/30 seconds, found ")));
    EXPECT_THAT(of<in_thirds>("27000000000000000000.000000001", kinds::numbers::of_any_length),
                ElementsAre("expected a multiple of 3/1000000000 seconds, found 27000000000000000000.000000001"));
    for (std::string_view const text : {"71582789", "-71582789"}) // more frames than 32 bits hold
        EXPECT_THAT(of<in_frames>(text),
                    ElementsAre(testing::StartsWith("expected a number of seconds in the range of its type, found ")));
    EXPECT_THAT(of<in_attoseconds>("1e12", kinds::numbers::of_any_length), // more attoseconds than a decimal holds
                ElementsAre("expected a number of seconds in the range of its type, found 1e12"));
    EXPECT_THAT(of<in_bytes>("256"), ElementsAre("expected a number of seconds in the range of its type, found 256"));
    EXPECT_THAT(of<in_bytes>("-1"), ElementsAre("expected a number of seconds in the range of its type, found -1"));
    EXPECT_THAT(of<in_nanoseconds>("\"1\""), ElementsAre("expected a number of seconds, found \"1\""));
    EXPECT_THAT(of<in_real>("[]"), ElementsAre("expected a number of seconds, found an array"));
    EXPECT_THAT(flaws<in_frames>(frames(1)),
                ElementsAre("expected a duration whose seconds are a decimal number, found 1 times 1/30 s"));
    EXPECT_THAT(flaws<in_frames>(frames(3)), IsEmpty());
    EXPECT_THAT(flaws<in_real>(std::chrono::duration<double>(std::numeric_limits<double>::infinity())),
                ElementsAre("expected a finite number, found inf"));
}

TEST(forms, are_bases_of_codecs)
{
    EXPECT_EQ(expect_reads<std::chrono::hours>("7200"), std::chrono::hours(2));
    auto const read = expect_reads<waiting>(R"({"hours":[3600,7200],"byName":{"a":-3600}})");
    EXPECT_EQ(read.by_name.at("a"), std::chrono::hours(-1));
    EXPECT_THAT(found<waiting>(R"({"hours":[3600,1,"x",[]],"byName":{"a":1.5}})"),
                ElementsAre("1:16 /hours/1: expected a multiple of 3600 seconds, found 1",
                            "1:18 /hours/2: expected a number of seconds, found \"x\"",
                            "1:22 /hours/3: expected a number of seconds, found an array",
                            "1:40 /byName/a: expected a multiple of 3600 seconds, found 1.5"));
}

TEST(forms, leave_rules_to_the_value)
{
    EXPECT_THAT(found<ruled>(R"({"amount":"1.5","count":"1","micros":5000000,"wait":0.001})"), IsEmpty());
    EXPECT_THAT(found<ruled>(R"({"amount":"0.5","count":"0","micros":"5000001","wait":-1})"),
                ElementsAre("1:11 /amount: expected 1 or more, found 0.5", "1:25 /count: expected more than 0, found 0",
                            "1:38 /micros: expected 5 or less, found 5.000001",
                            "1:55 /wait: expected a time to wait, found another value"));
    EXPECT_THAT(broken(ruled{.amount = 11, .count = 0, .micros = 5.0000001_dec, .wait = {}}),
                ElementsAre("/amount: expected 10 or less, found 11", "/count: expected more than 0, found 0",
                            "/micros: expected 5 or less, found 5.0000001",
                            "/micros: expected an amount of whole millionths, found 5.0000001"));
}

TEST(forms, are_in_the_schema)
{
    auto const schema = outlay::json_schema<ruled>();
    auto const at = [&](std::string_view pointer) {
        return boost::json::serialize(schema.at("properties").at_pointer(pointer));
    };
    EXPECT_EQ(at("/amount/type"), "\"string\"");
    EXPECT_THAT(at("/amount/$comment"), testing::HasSubstr("decimal_range: "));
    EXPECT_THAT(at("/amount/$comment"), testing::HasSubstr("at_least: 1 or more"));
    EXPECT_EQ(at("/micros/anyOf/0/type"), "\"string\"");
    EXPECT_EQ(at("/micros/anyOf/1/type"), "\"integer\"");
    EXPECT_EQ(at("/wait/type"), "\"number\"");
    // Rules are in words, and annotations are what they are of any member.
    EXPECT_EQ(at("/wait/title"), "\"Pause\"");
    EXPECT_EQ(at("/wait/description"), "\"Between two calls.\"");
    EXPECT_EQ(at("/amount/format"), "\"price\"");
}

RC_GTEST_PROP(forms, make_the_round_trip, ())
{
    in_micros micros;
    micros.v = decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), 6);
    RC_ASSERT(outlay::validate(micros).empty());
    RC_ASSERT(decode<in_micros>(encode(micros)).value() == micros);

    text_decimal text;
    text.v = decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 29));
    RC_ASSERT(encode(decode<text_decimal>(encode(text)).value()) == encode(text));

    in_nanoseconds wait;
    wait.v = std::chrono::nanoseconds(*rc::gen::arbitrary<std::int64_t>());
    RC_ASSERT(outlay::validate(wait).empty());
    RC_ASSERT(decode<in_nanoseconds>(encode(wait)).value() == wait);

    epoch_seconds instant;
    instant.v = outlay::epoch_timestamp::from_milliseconds(
        *rc::gen::inRange<std::int64_t>(-1'000'000'000'000'000'000, 1'000'000'000'000'000'000));
    RC_ASSERT(decode<epoch_seconds>(encode(instant)).value() == instant);
}

} // namespace forms_test
