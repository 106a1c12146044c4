#include "../../examples/aws_signer/sigv4.hpp"

#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/aws.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The signer of examples/aws_signer against the signatures that AWS publishes for tests of it.

namespace sigv4_test {

namespace aws = outlay::aws;
namespace http = outlay::http;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

sigv4::credentials example() { return {.access_key_id = "AKIDEXAMPLE", .secret_access_key = secret}; }

/// 2015-08-30T12:36:00Z
sigv4::time_point instant() { return std::chrono::system_clock::from_time_t(1'440'938'160); }

/// The header Authorization of a request that is signed as those of AWS's tests, whose paths are encoded once.
std::string authorization_of(http::request of, sigv4::credentials const& by = example(),
                             std::string service = "service")
{
    auto const done = sigv4::sign(of, by, {.service = std::move(service), .encodes_path_twice = false}, instant());
    EXPECT_TRUE(done) << done.error();
    return std::string(of.header("Authorization").value_or(""));
}

std::string const host = "https://example.amazonaws.com";

std::string signature_of(std::string const& path, http::method method = http::method::get,
                         std::vector<http::header> headers = {}, std::string body = {})
{
    std::string const text = authorization_of(
        {.method = method, .url = host + path, .headers = std::move(headers), .body = std::move(body)});
    return text.substr(text.find("Signature=") + std::string_view("Signature=").size());
}

TEST(sigv4, makes_the_signatures_that_aws_publishes)
{
    EXPECT_EQ(authorization_of({.method = http::method::get, .url = host + "/"}),
              "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
              "SignedHeaders=host;x-amz-date, "
              "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    EXPECT_EQ(signature_of("/", http::method::post),
              "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    EXPECT_EQ(signature_of("/?Param2=value2&Param1=value1"),
              "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    EXPECT_EQ(signature_of("/%E1%88%B4"), "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85");
    EXPECT_EQ(signature_of("/\xe1\x88\xb4"), signature_of("/%e1%88%b4"));
    EXPECT_EQ(signature_of("/example%20space/"), "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741");
    EXPECT_EQ(signature_of("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
              "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
    EXPECT_EQ(signature_of("/?\xe1\x88\xb4=bar"), "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
    EXPECT_EQ(signature_of("/", http::method::post, {{"My-Header1", "value1"}}),
              "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");
    EXPECT_EQ(signature_of("/", http::method::get, {{"My-Header1", "value1,value2,value3"}}),
              "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790");
    EXPECT_EQ(signature_of("/", http::method::get,
                           {{"My-Header1", " value1"}, {"my-header1", "value2 "}, {"MY-HEADER1", "value3"}}),
              "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790");
    EXPECT_EQ(
        signature_of("/", http::method::post, {{"Content-Type", "application/x-www-form-urlencoded"}}, "Param1=value1"),
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
}

TEST(sigv4, makes_the_signature_of_the_documented_request_to_iam)
{
    EXPECT_THAT(authorization_of({.method = http::method::get,
                                  .url = "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
                                  .headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}}},
                                 example(), "iam"),
                EndsWith("SignedHeaders=content-type;host;x-amz-date, "
                         "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"));
}

TEST(sigv4, signs_the_token_of_temporary_credentials)
{
    auto by = example();
    by.session_token = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
    http::request of{.method = http::method::get, .url = host + "/"};
    EXPECT_THAT(authorization_of(of, by),
                EndsWith("SignedHeaders=host;x-amz-date;x-amz-security-token, "
                         "Signature=07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"));
    ASSERT_TRUE(sigv4::sign(of, by, {}, instant()));
    EXPECT_EQ(of.header("X-Amz-Security-Token"), by.session_token->reveal());
}

TEST(sigv4, leaves_headers_alone_that_change_on_the_way)
{
    std::string const plain = signature_of("/");
    EXPECT_EQ(signature_of("/", http::method::get, {{"User-Agent", "a"}, {"Connection", "close"}}), plain);
    EXPECT_EQ(signature_of("", http::method::get), plain);
    EXPECT_EQ(signature_of("/#part"), plain);
    EXPECT_NE(signature_of("/", http::method::get, {{"X-Amz-Target", "A.B"}}), plain);
    EXPECT_NE(signature_of("/", http::method::get, {}, "body"), plain);
    EXPECT_NE(signature_of("/?a=b"), plain);
    EXPECT_NE(signature_of("/a%20b"), signature_of("/a"));
    http::request with_port{.url = host + ":443/"};
    EXPECT_EQ(authorization_of(with_port), authorization_of({.url = host + "/"}));
    EXPECT_NE(authorization_of({.url = host + ":8443/"}), authorization_of(with_port));
}

TEST(sigv4, encodes_the_path_twice_but_for_s3)
{
    auto const signed_twice = [](std::string path) {
        http::request of{.url = host + path};
        EXPECT_TRUE(sigv4::sign(of, example(), {}, instant()));
        return std::string(*of.header("Authorization"));
    };
    auto const signed_once = [](std::string path) {
        http::request of{.url = host + path};
        EXPECT_TRUE(sigv4::sign(of, example(), {.encodes_path_twice = false}, instant()));
        return std::string(*of.header("Authorization"));
    };
    EXPECT_EQ(signed_twice("/a%20b"), signed_once("/a%2520b"));
    EXPECT_NE(signed_twice("/a%20b"), signed_once("/a%20b"));
    EXPECT_EQ(signed_twice("/a/b"), signed_once("/a/b"));
}

TEST(sigv4, needs_credentials_and_shows_none)
{
    http::request of{.url = "relative"};
    EXPECT_EQ(sigv4::sign(of, {}, {}, instant()).error().report()[0].code, "no_credentials");
    EXPECT_EQ(sigv4::sign(of, {.access_key_id = "AKIDEXAMPLE"}, {}, instant()).error().report()[0].code,
              "no_credentials");
    EXPECT_EQ(sigv4::sign(of, example(), {}, instant()).error().report()[0].code, "url");
    of.url = host;
    ASSERT_TRUE(sigv4::sign(of, example(), {}, instant()));
    std::string const shown = of.to_string();
    EXPECT_THAT(shown, HasSubstr("X-Amz-Date: 20150830T123600Z"));
    EXPECT_THAT(shown, HasSubstr("Authorization: ***"));
    for (http::header const& line : of.headers) EXPECT_THAT(line.value, Not(HasSubstr(secret)));
}

TEST(sigv4, signs_each_attempt_of_a_call_anew)
{
    std::vector<http::request> asked;
    auto transport = [&](http::request const& r) {
        asked.push_back(r);
        return asked.size() == 1 ? http::response{400, {}, R"({"__type":"ThrottlingException"})"}
                                 : http::response{200, {}, R"({"Budgets":[]})"};
    };
    auto now = instant();
    auto clock = [&now] { return now += std::chrono::seconds(1); };
    http::call_options options;
    options.sleep = [](std::chrono::milliseconds) {};
    aws::client client{
        transport, aws::endpoint{.account_id = "123456789012", .sign = sigv4::signer(example(), {}, clock)}, options};
    ASSERT_TRUE(client.describe_budgets());
    ASSERT_EQ(asked.size(), 2u);
    EXPECT_EQ(asked[0].header("X-Amz-Date"), "20150830T123601Z");
    EXPECT_EQ(asked[1].header("X-Amz-Date"), "20150830T123602Z");
    EXPECT_THAT(std::string(*asked[0].header("Authorization")),
                StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/budgets/aws4_request, "
                           "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="));
    EXPECT_NE(asked[0].header("Authorization"), asked[1].header("Authorization"));
}

TEST(sigv4, passes_on_the_error_of_missing_credentials)
{
    int calls = 0;
    auto transport = [&](http::request const&) {
        ++calls;
        return http::response{200, {}, "{}"};
    };
    auto const none = []() -> outlay::result<sigv4::credentials> {
        return outlay::error(outlay::error_kind::invalid, "expired", "the session has ended");
    };
    aws::client client{transport, aws::endpoint{.account_id = "123456789012", .sign = sigv4::signer(none)}};
    EXPECT_EQ(client.describe_budgets().error().report()[0].code, "expired");
    EXPECT_EQ(calls, 0);
}

} // namespace sigv4_test
