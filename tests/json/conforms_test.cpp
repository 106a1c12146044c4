#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/json/conforms.hpp>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

namespace conforms_test {

enum class season : unsigned char { spring, summer, autumn };
BOOST_DESCRIBE_ENUM(season, spring, summer, autumn)

/// Sent and received, so that its model does not say a direction.
struct trip {
    std::string name;
    std::optional<conforms_test::season> season;
    std::optional<outlay::secret> token;
};
BOOST_DESCRIBE_STRUCT(trip, (), (name, season, token))

struct open_trip {
    std::string name;
    outlay::extras rest;
};
BOOST_DESCRIBE_STRUCT(open_trip, (), (name, rest))

} // namespace conforms_test

template<>
struct outlay::model<conforms_test::trip> {
    static constexpr auto members = std::tuple{member<&conforms_test::trip::name>(in_requests(length(1, 5)))};
};

namespace conforms_test {

using outlay::conforms, outlay::conforms_as_reply, outlay::conforms_as_request;
using testing::ElementsAre, testing::HasSubstr, testing::Not;

template<class T>
std::string said(T const& conformance)
{
    std::ostringstream out;
    out << conformance;
    return out.str();
}

// The statements in EXPECT_FATAL_FAILURE can't refer to local variables.
constexpr char two_mistakes[] = R"({"season": 7})";

TEST(conforms, is_true_or_says_why_not)
{
    EXPECT_TRUE(conforms<trip>(R"({"name":"Rome"})"));
    EXPECT_FALSE(conforms<trip>(two_mistakes));
    EXPECT_EQ(said(conforms<trip>(R"({"name":"Rome"})")), "conforms");
    EXPECT_EQ(said(conforms<trip>(two_mistakes)),
              "1:1 /name: required, but missing\n1:12 /season: expected a string, found 7");
    EXPECT_EQ(conforms<trip>(two_mistakes).report().size(), 2u);
}

TEST(conforms, prints_what_is_wrong_in_googletest)
{
    EXPECT_NONFATAL_FAILURE(EXPECT_TRUE(conforms<trip>(two_mistakes)),
                            "  Actual: false (1:1 /name: required, but missing\n"
                            "1:12 /season: expected a string, found 7)\n"
                            "Expected: true");
    EXPECT_FATAL_FAILURE(ASSERT_TRUE(conforms<trip>(two_mistakes)), "1:12 /season: expected a string, found 7");
    EXPECT_NONFATAL_FAILURE(EXPECT_FALSE(conforms<trip>(R"({"name":"Rome"})")), "Actual: true");
}

TEST(conforms, is_a_result_that_is_not_taken_for_another)
{
    using outlay::conformance;
    static_assert(std::is_convertible_v<conformance, testing::AssertionResult>);
    static_assert(std::is_constructible_v<bool, conformance> && !std::is_convertible_v<conformance, bool>);
    static_assert(!std::is_convertible_v<conformance, int> && !std::is_convertible_v<conformance, std::string>);
    static_assert(!std::is_convertible_v<conformance, std::ostringstream>);
    conformance const kept = conforms<trip>(two_mistakes); // outlives the text
    EXPECT_FALSE(kept);
    testing::AssertionResult const asserted = kept;
    EXPECT_STREQ(asserted.message(), kept.to_string().c_str());
}

TEST(conforms, takes_values_of_boost_json)
{
    EXPECT_TRUE(conforms<trip>(boost::json::parse(R"({"name":"Rome"})")));
    EXPECT_EQ(said(conforms<trip>(boost::json::parse(two_mistakes))),
              "/season: expected a string, found 7\n/name: required, but missing");
    EXPECT_TRUE(conforms_as_reply<trip>(boost::json::parse(R"({"name":"","x":1})")));
    EXPECT_FALSE(conforms_as_request<trip>(boost::json::parse(R"({"name":""})")));
    EXPECT_TRUE(conforms<trip>(boost::json::parse(R"({"name":"Rome","x":1})"), {}));
}

TEST(conforms, takes_what_is_no_object)
{
    EXPECT_TRUE(conforms<std::vector<trip>>(R"([{"name":"Rome"},{"name":"Oslo"}])"));
    EXPECT_EQ(said(conforms<std::vector<trip>>(R"([{"name":"Rome"},null])")),
              "1:18 /1: expected an object, found null");
    EXPECT_EQ(said(conforms<trip>("[1}")), "1:1: expected an object, found an array\n"
                                           "1:3: expected \",\" or \"]\" after 1:2, found \"}\"");
}

TEST(conforms, holds_a_request_to_more_than_a_reply)
{
    constexpr char long_name[] = R"({"name":"Reykjavik"})";
    EXPECT_EQ(said(conforms<trip>(long_name)), "1:9 /name: expected 1 to 5 characters, found 9 characters");
    EXPECT_FALSE(conforms_as_request<trip>(long_name));
    EXPECT_TRUE(conforms_as_reply<trip>(long_name));
}

TEST(conforms, refuses_fields_that_nobody_knows_in_a_request)
{
    constexpr char misspelt[] = R"({"name":"Rome","saeson":"SUMMER"})";
    EXPECT_EQ(said(conforms<trip>(misspelt)), "1:16 /saeson: not a known field; did you mean season?");
    EXPECT_TRUE(conforms_as_reply<trip>(misspelt));
    EXPECT_THAT(said(conforms_as_reply<trip>(misspelt).report().notices().at(0)),
                HasSubstr("not a known field, ignored; did you mean season?"));
    EXPECT_TRUE(conforms<outlay::amazon::campaign_usage_reply>(R"({"success":[],"error":[],"requestId":"r"})"));

    // What an object keeps, it takes; unless all such fields are to be refused.
    constexpr char more[] = R"({"name":"Rome","nam":1})";
    EXPECT_TRUE(conforms<open_trip>(more));
    EXPECT_THAT(said(conforms<open_trip>(more, {.unknown_fields = outlay::unknown_fields::reject})),
                "1:16 /nam: not a known field");
    EXPECT_TRUE(conforms<trip>(misspelt, {}));
}

TEST(conforms, refuses_a_near_miss_of_a_known_name_in_a_request)
{
    using outlay::amazon::create_portfolios_request;
    auto const body = [](std::string_view budget, std::string_view more) {
        return std::string(R"({"portfolios":[{"name":"n","state":"ENABLED","budget":{"policy":"MONTHLY_RECURRING",)") +
               R"("amount":1,"currencyCode":"USD")" + std::string(budget) + '}' + std::string(more) + "}]}";
    };
    auto const message = [&](std::string_view budget, std::string_view more) {
        std::string const text = body(budget, more);
        EXPECT_TRUE(outlay::inspect<create_portfolios_request>(text).ok());
        EXPECT_TRUE(conforms_as_reply<open_trip>(R"({"Name":1,"name":"Rome"})"));
        EXPECT_TRUE(conforms<create_portfolios_request>(text, {.near_misses = outlay::near_misses::notice}));
        return said(conforms<create_portfolios_request>(text));
    };
    constexpr std::string_view good_end = R"(,"endDate":"2026-02-01")";
    for (std::string_view const name : {"enddate", "EndDate", "end_date", "ENDDATE", "endDat", "edDate"})
        EXPECT_THAT(message(",\"" + std::string(name) + "\":\"2026-02-01\"", ""),
                    testing::EndsWith("/portfolios/0/budget/" + std::string(name) +
                                      ": not a known field; did you mean endDate?"));
    for (std::string_view const name : {"budgetcontrols", "budget_controls", "BudgetControls", "budgetControl"})
        EXPECT_THAT(message(good_end, ",\"" + std::string(name) + "\":{}"),
                    testing::EndsWith("/portfolios/0/" + std::string(name) +
                                      ": not a known field; did you mean budgetControls?"));
    EXPECT_EQ(message(good_end, R"(,"colour":"red","dailyPacing":true)"), "conforms");
    // Another spelling of a name that is there is a mistake, too; a name that only comes near one that is there is not.
    EXPECT_EQ(said(conforms<open_trip>(R"({"name":"Rome","Name":1})")),
              "1:16 /Name: not a known field; did you mean name?");
    EXPECT_TRUE(conforms<open_trip>(R"({"name":"Rome","names":1})"));
}

TEST(conforms, says_what_is_there_and_what_is_wanted)
{
    auto const message = [](std::string_view budget) {
        return said(conforms<outlay::amazon::create_portfolios_request>(
            R"({"portfolios":[{"name":"n","state":"ENABLED","budget":)" + std::string(budget) + "}]}"));
    };
    EXPECT_EQ(message(R"({"policy":"NO_CAP","amount":25.5,"endDate":"2026-02-01"})"),
              "1:83 /portfolios/0/budget/amount: NO_CAP has no amount: expected null, found 25.5\n"
              "1:98 /portfolios/0/budget/endDate: NO_CAP has no end date: expected null, found 2026-02-01");
    EXPECT_THAT(message(R"({"policy":"MONTHLY_RECURRING","amount":19.990000000000002,"currencyCode":"USD"})"),
                testing::EndsWith("the amount is finer than the currency's minor unit: found 19.990000000000002 USD, "
                                  "where USD has 2 decimal places"));
}

TEST(conforms, takes_what_is_read_with_a_notice)
{
    auto const older = conforms<outlay::amazon::campaign_usage_reply>(
        R"({"success":[{"campaignId":7,"lastUpdatedDate":"2022-01-05T02:45:32.486Z"}]})");
    EXPECT_TRUE(older);
    EXPECT_EQ(older.report().notices().size(), 2u);
}

TEST(conforms, knows_the_day_of_the_context)
{
    using namespace outlay::literals;
    constexpr char past[] = R"({"portfolios":[{"name":"n","state":"ENABLED","budget":{"amount":1,"currencyCode":"USD",
        "policy":"DATE_RANGE","startDate":"2027-01-01","endDate":"2027-01-02"}}]})";
    using request = outlay::amazon::create_portfolios_request;
    EXPECT_TRUE(conforms<request>(past));
    EXPECT_FALSE(conforms<request>(past, {.context = {.today = 2027_y / 1 / 3}}));
}

TEST(near_miss, of_a_field_is_suggested)
{
    auto const seen = outlay::inspect<outlay::amazon::campaign_usage_reply>(
        R"({"success":[{"budget_usage_percent":1,"campaignID":"c","pacing":1,"campaignid":"c","campaignId":"d"}]})");
    std::vector<std::string> messages;
    for (outlay::violation const& v : seen.report.notices()) messages.push_back(v.message);
    EXPECT_THAT(messages, ElementsAre("not a known field, kept; did you mean budgetUsagePercent?",
                                      "not a known field, kept; did you mean campaignId?", "not a known field, kept",
                                      "not a known field, kept; did you mean campaignId?"));

    // Not one that is there already, and never an older name.
    auto const second = outlay::inspect<outlay::amazon::campaign_usage_reply>(
        R"({"success":[{"campaignId":"c","campaignID":"d","lastUpdatedDat":1}]})");
    for (outlay::violation const& v : second.report.notices()) EXPECT_THAT(v.message, Not(HasSubstr("mean")));
}

TEST(near_miss, of_an_enumerator_is_suggested)
{
    auto const message = [](std::string const& season) {
        return said(conforms<trip>(R"({"name":"Rome","season":")" + season + "\"}"));
    };
    EXPECT_EQ(message("Summer"),
              "1:25 /season: expected one of SPRING, SUMMER, AUTUMN, found \"Summer\"; did you mean \"SUMMER\"?");
    EXPECT_EQ(message("SUMER"),
              "1:25 /season: expected one of SPRING, SUMMER, AUTUMN, found \"SUMER\"; did you mean \"SUMMER\"?");
    EXPECT_EQ(message("WINTERTIDE"), "1:25 /season: expected one of SPRING, SUMMER, AUTUMN, found \"WINTERTIDE\"");
    EXPECT_THAT(
        said(conforms<outlay::amazon::create_portfolios_request>(R"({"portfolios":[{"name":"n","state":"enabled"}]})")),
        HasSubstr("found \"enabled\"; did you mean \"ENABLED\"?"));
}

TEST(conforms, never_shows_a_secret)
{
    EXPECT_EQ(said(conforms<trip>(R"({"name":"Rome","token":12345})")),
              "1:24 /token: expected a string, found something else");
}

} // namespace conforms_test
