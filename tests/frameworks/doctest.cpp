// As users of doctest write their tests. Two of them fail on purpose; check.py looks at what is printed.

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <boost/json.hpp>
#include <doctest/doctest.h>
#include <outlay/amazon.hpp>

using outlay::amazon::create_portfolios_request, outlay::amazon::campaign_usage_reply;

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
