#include "datadog_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/datadog.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace datadog_errors_test {

using namespace datadog_samples;
using datadog::api_error;
using datadog::api_errors;
using outlay::decode;
using outlay::encode;
using testing::ElementsAre;

std::vector<std::string> shown(api_errors const& errors)
{
    std::vector<std::string> lines;
    for (api_error const& e : errors.errors) lines.push_back(e.to_string());
    return lines;
}

TEST(datadog_errors, are_texts_as_documented)
{
    std::string const text = payload("errors_reply_documented");
    auto const seen = outlay::inspect<api_errors>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_TRUE(seen.report.notices().empty());
    EXPECT_THAT(seen.value.errors, ElementsAre(api_error{.title = "Bad Request"}));
    EXPECT_THAT(shown(seen.value), ElementsAre("Bad Request"));
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
    EXPECT_EQ(boost::json::value_from(seen.value), boost::json::parse(text));
    EXPECT_EQ(decode<api_errors>(boost::json::parse(text)).value(), seen.value);
}

TEST(datadog_errors, are_objects_in_live_replies)
{
    std::string const text = payload("errors_reply_objects");
    auto const errors = decode<api_errors>(text).value();
    ASSERT_EQ(errors.errors.size(), 3u);
    EXPECT_EQ(errors.errors[0].status, "400");
    EXPECT_EQ(errors.errors[0].detail, "entries are required");
    EXPECT_THAT(shown(errors),
                ElementsAre("400 Generic Error: entries are required", "Too many requests", "Not Found"));
    EXPECT_EQ(boost::json::parse(encode(errors)), boost::json::parse(text));
    EXPECT_EQ(decode<api_errors>(encode(errors)).value(), errors);
}

TEST(datadog_errors, are_nothing_else)
{
    EXPECT_EQ(decode<api_errors>(R"({"errors":[7,null,["x"],{"title":1}]})").error().message(),
              "1:12 /errors/0: expected an object or a string, found 7\n"
              "1:14 /errors/1: expected an object or a string, found null\n"
              "1:19 /errors/2: expected an object or a string, found an array\n"
              "1:34 /errors/3/title: expected a string, found 1");
    EXPECT_FALSE(decode<api_errors>("{}"));
    EXPECT_TRUE(decode<api_errors>(R"({"errors":[]})"));
}

TEST(datadog_errors, print_their_messages)
{
    EXPECT_EQ(api_error{}.to_string(), "error");
    EXPECT_EQ(api_error{.detail = "d"}.to_string(), "d");
    EXPECT_EQ((api_error{.status = "404", .title = "a\x1b[31m"}).to_string(), "404 a\\u001b[31m");
}

TEST(datadog_errors, are_equal_if_all_members_are_and_in_either_form)
{
    api_error const one{.detail = "d", .status = "400", .title = "x"};
    api_error with_extras = one;
    with_extras.extras.set("code", 7);
    EXPECT_EQ(one, (api_error{.detail = "d", .status = "400", .title = "x", .is_text = true}));
    EXPECT_NE(one, (api_error{.detail = "e", .status = "400", .title = "x"}));
    EXPECT_NE(one, (api_error{.detail = "d", .status = "401", .title = "x"}));
    EXPECT_NE(one, (api_error{.detail = "d", .status = "400", .title = "y"}));
    EXPECT_NE(one, with_extras);
}

TEST(datadog_errors, are_written_as_texts_only_if_a_text_has_all_of_them)
{
    auto const written = [](api_error const& one) { return encode(api_errors{.errors = {one}}); };
    EXPECT_EQ(written({.title = "x", .is_text = true}), R"({"errors":["x"]})");
    EXPECT_EQ(written({.title = "x"}), R"({"errors":[{"title":"x"}]})");
    EXPECT_EQ(written({.is_text = true}), R"({"errors":[{}]})");
    EXPECT_EQ(written({.detail = "d", .title = "x", .is_text = true}), R"({"errors":[{"detail":"d","title":"x"}]})");
    EXPECT_EQ(written({.status = "400", .title = "x", .is_text = true}),
              R"({"errors":[{"status":"400","title":"x"}]})");
    api_error more{.title = "x", .is_text = true};
    more.extras.set("code", 7);
    EXPECT_EQ(written(more), R"({"errors":[{"title":"x","code":7}]})");
}

} // namespace datadog_errors_test
