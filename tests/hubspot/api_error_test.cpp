#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace hubspot_error_test {

using outlay::decode;
using outlay::encode;
using outlay::hubspot::api_error;
using outlay::hubspot::rate_limit_policy;
using testing::ElementsAre;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/hubspot/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(hubspot_error, names_the_limit_that_was_reached)
{
    auto const error = decode<api_error>(payload("error_reply_rate_limit")).value();
    EXPECT_EQ(error.error_type, "RATE_LIMIT");
    EXPECT_EQ(error.policy_name, rate_limit_policy::ten_secondly_rolling);
    EXPECT_EQ(error.category, std::nullopt);
    EXPECT_EQ(error.to_string(), "RATE_LIMIT TEN_SECONDLY_ROLLING: You have reached your ten_secondly_rolling limit. "
                                 "(correlation id 3f1d5d1c-96e0-4f61-8d2f-5c1b1f1f8a11)");
}

TEST(hubspot_error, names_every_error)
{
    std::string const text = payload("error_reply_validation");
    auto const error = decode<api_error>(text).value();
    ASSERT_EQ(error.errors.size(), 2u);
    EXPECT_EQ(error.errors[0].in, "name");
    EXPECT_THAT(error.errors[0].context->values.get<std::vector<std::string>>("propertyName").value(),
                ElementsAre("name"));
    EXPECT_THAT(error.context->values.get<std::vector<std::string>>("missingScopes").value(),
                ElementsAre("marketing.campaigns.write"));
    EXPECT_TRUE(error.links->values.contains("knowledge-base"));
    EXPECT_EQ(boost::json::parse(encode(error)), boost::json::parse(text));
    EXPECT_EQ(error.to_string(), "VALIDATION_ERROR: Invalid input (correlation id "
                                 "aeb5f871-7f07-4993-9211-075dc63e7cbf); in name: must not be empty; must be a number");
}

TEST(hubspot_error, may_have_no_members)
{
    EXPECT_EQ(decode<api_error>("{}").value(), api_error{});
    EXPECT_EQ(api_error{}.to_string(), "error");
    auto const odd =
        decode<api_error>(R"({"message":"a\u001b[31m","policyName":"HOURLY","new":1,"errors":[{}]})").value();
    EXPECT_EQ(odd.to_string(), "error HOURLY: a\\u001b[31m; error");
    EXPECT_EQ(encode(odd), R"({"errors":[{}],"message":"a\u001b[31m","policyName":"HOURLY","new":1})");
}

TEST(hubspot_error, keeps_members_of_another_kind)
{
    // A StandardError of a batch has an object as its sub-category, and an id.
    constexpr std::string_view text =
        R"({"category":"VALIDATION_ERROR","errors":[{"context":[],"message":"m"}],"message":"M","status":"error",)"
        R"("subCategory":{"code":7},"id":"e-1"})";
    auto const seen = outlay::inspect<api_error>(text);
    EXPECT_TRUE(seen.ok());
    EXPECT_EQ(seen.value.category, "VALIDATION_ERROR");
    EXPECT_EQ(seen.value.sub_category, std::nullopt);
    EXPECT_EQ(*seen.value.extras.trace("subCategory"), R"({"code":7})");
    EXPECT_EQ(seen.value.extras.get<std::string>("id").value(), "e-1");
    EXPECT_EQ(encode(seen.value), text);
    EXPECT_EQ(seen.report.notices().size(), 3u) << "context, subCategory, id";
}

TEST(hubspot_error, has_names_of_its_own_without_a_notice)
{
    auto const seen = outlay::inspect<api_error>(payload("error_reply_validation"));
    EXPECT_TRUE(seen.ok());
    EXPECT_TRUE(seen.report.notices().empty()) << seen.report.notices()[0];
    EXPECT_TRUE(
        decode<api_error>(payload("error_reply_validation"), {.unknown_fields = outlay::unknown_fields::reject}));
    EXPECT_FALSE(decode<api_error>(R"({"contexts":{}})", {.unknown_fields = outlay::unknown_fields::reject}));
}

} // namespace hubspot_error_test
