#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json.hpp>
#include <boost/system/system_error.hpp>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/json.hpp>
#include <outlay/value/nullable.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

namespace convert_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
namespace json = boost::json;

enum class pace { even, front_loaded };
BOOST_DESCRIBE_ENUM(pace, even, front_loaded)

struct plan {
    std::string plan_name{};
    outlay::money total{};
    pace pacing{};
    bool is_final = false;
    std::vector<int> weeks{};
    std::optional<double> share{};
    outlay::nullable<outlay::epoch_timestamp> ends_at{};
    std::uint64_t large = 0;

    friend bool operator==(plan const&, plan const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan, (), (plan_name, total, pacing, is_final, weeks, share, ends_at, large))
struct anything {
    outlay::extras rest{};
};
BOOST_DESCRIBE_STRUCT(anything, (), (rest))
using outlay::tag_invoke;

constexpr double infinity = std::numeric_limits<double>::infinity();

plan const spring{.plan_name = "a \"plan\"",
                  .total = {12.50_dec, "EUR"},
                  .pacing = pace::front_loaded,
                  .is_final = true,
                  .weeks = {1, -2},
                  .share = 0.25,
                  .ends_at = outlay::null,
                  .large = std::numeric_limits<std::uint64_t>::max()};

TEST(convert, value_from_agrees_with_encode)
{
    EXPECT_EQ(json::value_from(spring), json::parse(outlay::encode(spring)));
    EXPECT_EQ(json::value_from(plan{}), json::parse(outlay::encode(plan{})));
}

TEST(convert, value_to_reverses_value_from)
{
    json::value const value = json::value_from(spring);
    EXPECT_EQ(json::value_to<plan>(value), spring);
    EXPECT_EQ(json::try_value_to<plan>(value).value(), spring);
}

TEST(convert, works_for_the_types_of_vendors_and_lists_of_them)
{
    std::vector<ads::campaign_usage> const rows{{.budget = 0.1_dec, .campaign_id = "c1", .index = 0}, {}};
    EXPECT_EQ(json::serialize(json::value_from(rows)), R"([{"budget":1E-1,"campaignId":"c1","index":0},{}])");
    EXPECT_EQ(json::value_to<std::vector<ads::campaign_usage>>(json::value_from(rows)), rows);
    ads::campaign_usage_reply const reply{rows, {}};
    EXPECT_EQ(json::value_to<ads::campaign_usage_reply>(json::value_from(reply)), reply);
    EXPECT_EQ(json::value_from(outlay::currency("USD")), "USD");
    EXPECT_EQ(json::value_to<outlay::decimal>(json::value(33.3)), 33.3_dec);
}

TEST(convert, has_an_error_code_where_decode_has_a_report)
{
    json::value const value = json::parse(R"({"success":[{"index":-1,"budget":"x"}],"error":{}})");
    EXPECT_FALSE(json::try_value_to<ads::campaign_usage_reply>(value));
    auto const read = outlay::decode<ads::campaign_usage_reply>(value);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message(), "/success/0/index: expected a non-negative integer, found -1\n"
                                      "/success/0/budget: expected a number, found \"x\"\n"
                                      "/error: expected an array, found an object");
}

TEST(convert, writes_numbers_that_json_lacks_as_null)
{
    plan endless = spring;
    for (double const share : {infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
        endless.share = share;
        EXPECT_EQ(json::value_from(endless).at("share"), nullptr) << share;
        EXPECT_EQ(json::value_from(endless), json::parse(outlay::encode(endless))) << share;
    }
}

TEST(convert, reads_doubles_that_json_lacks_as_texts_are_read)
{
    auto const message = [](double number) { return outlay::inspect<double>(json::value(number)).report.to_string(); };
    EXPECT_EQ(message(infinity), "expected a number in the range of its type, found 1e999");
    EXPECT_EQ(message(-infinity), "expected a number in the range of its type, found -1e999");
    EXPECT_EQ(message(std::numeric_limits<double>::quiet_NaN()), "expected a number, found null");
}

TEST(convert, keeps_the_limit_of_depth)
{
    json::value const at_limit = json::parse(R"({"a":[1]})");
    EXPECT_FALSE(outlay::inspect<anything>(at_limit, {.max_depth = 2}).stopped);
    for (char const* const deeper : {R"({"a":[{}]})", R"({"a":[[]]})"}) {
        auto const seen = outlay::inspect<anything>(json::parse(deeper), {.max_depth = 2});
        EXPECT_EQ(seen.stopped, outlay::error_kind::limit) << deeper;
        EXPECT_EQ(seen.report[seen.report.size() - 1].code, "max_depth") << deeper;
    }
}

TEST(convert, throws_for_extras_that_are_no_json)
{
    for (char const* const text : {"1 2", "", "[1e99999999999,e"}) {
        anything kept;
        kept.rest.keep("x", text);
        EXPECT_THROW(json::value_from(kept), boost::system::system_error) << text;
    }
}

RC_GTEST_PROP(convert, agrees_with_decode_of_the_text, (std::vector<std::pair<std::string, std::int32_t>> const& given))
{
    ads::campaign_usage_reply reply;
    for (auto const& [text, n] : given) {
        // Bytes that are not UTF-8 are written as U+FFFD by encode only.
        ads::campaign_usage usage{.budget = outlay::decimal::from_parts(n, 2),
                                  .campaign_id = std::string(text.size(), 'x')};
        if (n % 2 == 0) usage.usage_updated_timestamp = outlay::iso_timestamp::from_milliseconds(n);
        reply.success.push_back(usage);
    }
    RC_ASSERT(outlay::decode<ads::campaign_usage_reply>(json::value_from(reply)).value() == reply);
}

} // namespace convert_test
