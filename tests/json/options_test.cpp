#include "sample.hpp"
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/json/decode.hpp>
#include <string>
#include <vector>

// Each option and each limit: at its bound, and one beyond.

namespace options_test {

using namespace outlay::literals;
using outlay::decode;
using outlay::decode_options;
using outlay::error_kind;
using outlay::inspect;
using sample::plan;
using testing::ElementsAre;

template<class T>
std::string limit_reached(std::string_view text, decode_options const& options)
{
    auto const read = decode<T>(text, options);
    if (read) return "none";
    EXPECT_EQ(read.error().kind(), error_kind::limit) << read.error();
    return read.error().report()[0].code + " at " + read.error().message();
}

TEST(options, max_depth)
{
    using list = std::vector<std::vector<std::vector<int>>>;
    EXPECT_EQ(limit_reached<list>("[[[1]]]", {.max_depth = 3}), "none");
    EXPECT_EQ(limit_reached<list>("[[[1]]]", {.max_depth = 2}),
              "max_depth at 1:3 /0/0: objects and arrays more than 2 deep");
    EXPECT_EQ(limit_reached<int>("1", {.max_depth = 0}), "none");

    auto const nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_FALSE(inspect<plan>(nested(32)).stopped);
    EXPECT_EQ(inspect<plan>(nested(33)).stopped, error_kind::limit);
}

TEST(options, max_bytes)
{
    EXPECT_EQ(limit_reached<std::vector<int>>("[1, 2]", {.max_bytes = 6}), "none");
    EXPECT_EQ(limit_reached<std::vector<int>>("[1, 2]", {.max_bytes = 5}), "max_bytes at a text of more than 5 bytes");
    EXPECT_EQ(limit_reached<std::vector<int>>("[1] ", {.max_bytes = 3}), "max_bytes at a text of more than 3 bytes");
    EXPECT_EQ(decode<std::vector<int>>("", {.max_bytes = 0}).error().kind(), error_kind::syntax);
}

TEST(options, max_string_of_strings)
{
    for (std::string_view const text : {R"("abcd")", R"("\u0061bcd")", R"("\ud83d\ude00")", "\"\xC3\xA9\xC3\xA9\""}) {
        EXPECT_EQ(limit_reached<std::string>(text, {.max_string = 4}), "none");
        EXPECT_EQ(limit_reached<std::string>(text, {.max_string = 3}),
                  "max_string at 1:1: a string of more than 3 bytes");
    }
    EXPECT_EQ(limit_reached<std::string>("\"\"", {.max_string = 0}), "none");
}

TEST(options, max_string_of_names)
{
    EXPECT_EQ(limit_reached<plan>(R"({"id":"","name":""})", {.max_string = 4}), "none");
    EXPECT_EQ(limit_reached<plan>(R"({"id":"","name":""})", {.max_string = 3}),
              "max_string at 1:10 /id: a string of more than 3 bytes");
    EXPECT_EQ(limit_reached<plan>(R"({"id":"","x":{"a":["abcd"]}})", {.max_string = 3}),
              "max_string at 1:20: a string of more than 3 bytes");
}

TEST(options, max_string_is_not_about_numbers)
{
    EXPECT_EQ(decode<double>("1234.5678", {.max_string = 3}).value(), 1234.5678);
}

TEST(options, max_violations)
{
    auto const kept = [](std::size_t most) {
        auto const seen = inspect<std::vector<int>>("[true, null, \"\"]", {.max_violations = most});
        EXPECT_EQ(seen.report.size() + seen.report.omitted(), 3u);
        EXPECT_FALSE(seen.ok());
        EXPECT_FALSE(seen.stopped);
        return seen.report.size();
    };
    EXPECT_EQ(kept(4), 3u);
    EXPECT_EQ(kept(3), 3u);
    EXPECT_EQ(kept(2), 2u);
    EXPECT_GE(kept(0), 1u); // an invalid text always has a violation

    auto const notices = inspect<std::vector<sample::plan_id>>("[1, 2, 3]", {.max_violations = 2}).report;
    EXPECT_EQ(notices.notices().size(), 2u);
    EXPECT_EQ(notices.omitted_notices(), 1u);
}

TEST(options, unknown_fields)
{
    constexpr std::string_view text = R"({"id":"p","name":"n","x":{"y":1}})";
    EXPECT_TRUE(decode<plan>(text, {.unknown_fields = outlay::unknown_fields::ignore}));
    EXPECT_THAT(sample::lines(inspect<plan>(text, {.unknown_fields = outlay::unknown_fields::reject}).report),
                ElementsAre("1:22 /x: not a known field"));
}

TEST(options, unknown_fields_that_are_rejected_hide_nothing)
{
    constexpr std::string_view text = R"({"id":"p","name":"n","x":0,"floor":2,"cap":1})";
    EXPECT_EQ(inspect<plan>(text, {.unknown_fields = outlay::unknown_fields::reject}).report.size(), 2u);
}

TEST(options, inexact_numbers)
{
    constexpr auto reject = outlay::inexact_numbers::reject;
    constexpr std::string_view number = "0.12345678901234567890123456785";
    EXPECT_EQ(decode<outlay::decimal>(number).value(), 0.1234567890123456789012345678_dec);
    EXPECT_EQ(decode<outlay::decimal>(number, {.inexact_numbers = reject}).error().report()[0].code, "decimal_inexact");
    EXPECT_TRUE(decode<outlay::decimal>("0.1234567890123456789012345678000", {.inexact_numbers = reject}));

    constexpr std::string_view time = "\"2022-01-05T02:45:32.4867Z\"";
    EXPECT_EQ(decode<outlay::iso_timestamp>(time).value().milliseconds(), 1641350732486);
    EXPECT_FALSE(decode<outlay::iso_timestamp>(time, {.inexact_numbers = reject}));
}

TEST(options, inexact_numbers_are_checked_by_rules)
{
    auto const seen = inspect<sample::entry>(R"({"amount":-0.12345678901234567890123456789})");
    EXPECT_THAT(
        sample::lines(seen.report),
        ElementsAre("1:11 /amount: expected 0 or more, found -0.1234567890123456789012345679",
                    "notice: 1:11 /amount: found -0.12345678901234567890123456789, rounded to the nearest of 28 "
                    "digits and 28 places"));
}

struct booking {
    date::year_month_day day{};
};
BOOST_DESCRIBE_STRUCT(booking, (), (day))

} // namespace options_test

template<>
struct outlay::model<options_test::booking> {
    using booking = options_test::booking;
    static constexpr auto members = std::tuple{invariant(
        "in_the_past", &booking::day,
        [](booking const& b, context const& given) { return !given.today || b.day >= *given.today; },
        "the day is in the past")};
};

namespace options_test {

TEST(options, context_is_passed_to_rules)
{
    constexpr std::string_view text = R"({"day":"2024-05-01"})";
    EXPECT_TRUE(decode<booking>(text));
    EXPECT_TRUE(decode<booking>(text, {.context = {.today = 2024_y / 5 / 1}}));
    auto const late = decode<booking>(text, {.context = {.today = 2024_y / 5 / 2}});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().message(), "1:8 /day: the day is in the past");
}

} // namespace options_test
