// Tests with Catch2, as users write them. Some fail on purpose; check.py reads the output.

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif

#include <boost/json.hpp>
#include <outlay/amazon.hpp>

using outlay::amazon::create_portfolios_request, outlay::amazon::campaign_usage_reply;
using namespace outlay::literals;

namespace {

struct unprintable {
    friend bool operator==(unprintable, unprintable) = default;
};

} // namespace

TEST_CASE("what conforms passes")
{
    REQUIRE(outlay::conforms<create_portfolios_request>(R"({"portfolios":[{"name":"Spring","state":"ENABLED"}]})"));
    CHECK(outlay::conforms<campaign_usage_reply>(boost::json::parse(R"({"success":[],"error":[]})")));
    CHECK_FALSE(outlay::conforms<campaign_usage_reply>("[]"));
}

TEST_CASE("a request that does not conform")
{
    CHECK(outlay::conforms<create_portfolios_request>(R"({"portfolios":[{"name":"","state":"enabled"}]})"));
}

TEST_CASE("a reply that does not conform")
{
    REQUIRE(outlay::conforms_as_reply<campaign_usage_reply>(R"({"success":[{"index":-1,"budgetUsagePercent":"75"}]})"));
}

TEST_CASE("a result that is as it should be passes")
{
    REQUIRE(outlay::decimal::parse("12.50"));
    CHECK(outlay::decimal::parse("12.50") == 12.5_dec);
    CHECK_FALSE(outlay::decimal::parse("twelve"));
    CHECK(outlay::result<unprintable>(unprintable()) == unprintable());
}

TEST_CASE("a result with an error")
{
    REQUIRE(outlay::decode<create_portfolios_request>(R"({"portfolios":[{"name":7,"state":8}]})"));
}

TEST_CASE("results that are not equal")
{
    CHECK(outlay::decimal::parse("12.50") == 12.75_dec);
    outlay::error const refused(outlay::error_kind::http, "rate_limited", "HTTP 429: too many requests", 429);
    CHECK(outlay::result<unprintable>(unprintable()) == outlay::result<unprintable>(refused));
    CHECK(outlay::result<void>(refused) == outlay::result<void>());
}
