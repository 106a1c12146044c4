#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/timestamp.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace compact_optional_test {

using outlay::compact_optional;
using outlay::decimal;
using outlay::iso_timestamp;
using outlay::nullable;
using namespace outlay::literals;
using outlay::tag_invoke;

/// The same members twice: as std::optional, and as compact_optional.
struct wide_row {
    std::optional<decimal> amount{};
    std::optional<iso_timestamp> at{};
    friend bool operator==(wide_row const&, wide_row const&) = default;
};
BOOST_DESCRIBE_STRUCT(wide_row, (), (amount, at))

struct compact_row {
    compact_optional<decimal> amount{};
    compact_optional<iso_timestamp> at{};
    friend bool operator==(compact_row const&, compact_row const&) = default;
};
BOOST_DESCRIBE_STRUCT(compact_row, (), (amount, at))

} // namespace compact_optional_test

template<>
struct outlay::model<compact_optional_test::wide_row> {
    using type = compact_optional_test::wide_row;
    static constexpr auto name = "row";
    static constexpr auto title = "Row";
    static constexpr auto members = std::tuple{member<&type::amount>(at_least(0), presence::required)};
};
template<>
struct outlay::model<compact_optional_test::compact_row> {
    using type = compact_optional_test::compact_row;
    static constexpr auto name = "row";
    static constexpr auto title = "Row";
    static constexpr auto members = std::tuple{member<&type::amount>(at_least(0), presence::required)};
};

namespace compact_optional_test {

TEST(compact_optional, throws_as_optional_does)
{
    compact_optional<decimal> x;
    EXPECT_THROW(static_cast<void>(x.value()), std::bad_optional_access);
    EXPECT_THROW(static_cast<void>(compact_optional<decimal>().value()), std::bad_optional_access);
}

TEST(compact_optional, works_in_assertions)
{
    compact_optional<decimal> const none;
    compact_optional<decimal> const five = 5;
    EXPECT_EQ(five, 5_dec);
    EXPECT_EQ(five, std::optional<decimal>(5));
    EXPECT_EQ(std::optional<decimal>(5), five);
    EXPECT_EQ(none, std::nullopt);
    EXPECT_NE(five, none);
    EXPECT_THAT(five, testing::Optional(5_dec));
    EXPECT_THAT(none, testing::Eq(std::nullopt));
    EXPECT_EQ(testing::PrintToString(five), "5");
    EXPECT_EQ(testing::PrintToString(none), "absent");
}

TEST(compact_optional, hashes_as_a_std_optional_does)
{
    std::unordered_set<compact_optional<decimal>> const keys{{}, 1, decimal::from_parts(10, 1)};
    EXPECT_EQ(keys.size(), 2u);
    EXPECT_TRUE(keys.contains(std::nullopt));
    EXPECT_FALSE(keys.contains(2));
    for (std::optional<decimal> const& x : {std::optional<decimal>(), std::optional(12.50_dec)})
        EXPECT_EQ(std::hash<compact_optional<decimal>>{}(x), std::hash<std::optional<decimal>>{}(x));
}

TEST(compact_optional, is_read_and_written_as_a_std_optional_is)
{
    for (std::string_view const text :
         {R"({})", R"({"amount":12.50})", R"({"amount":null})", R"({"amount":0,"at":"2022-01-05T02:45:32.486Z"})",
          R"({"amount":-1})", R"({"amount":"1","at":"2022"})", R"({"amount":1e99,"at":null})", R"({"amount":{}})"}) {
        auto const wide = outlay::inspect<wide_row>(text);
        auto const compact = outlay::inspect<compact_row>(text);
        EXPECT_EQ(compact.report.to_string(), wide.report.to_string()) << text;
        EXPECT_EQ(compact.value.amount, wide.value.amount) << text;
        EXPECT_EQ(compact.value.at, wide.value.at) << text;
        EXPECT_EQ(outlay::encode(compact.value), outlay::encode(wide.value)) << text;
    }
    EXPECT_EQ(outlay::json_schema<compact_row>(), outlay::json_schema<wide_row>());
    EXPECT_EQ(outlay::validate(compact_row{}).to_string(), outlay::validate(wide_row{}).to_string());
    EXPECT_EQ(outlay::validate(compact_row{.amount = -1}).to_string(),
              outlay::validate(wide_row{.amount = -1}).to_string());
}

TEST(compact_optional, keeps_no_value_of_the_text_before)
{
    compact_row row{.amount = 5, .at = iso_timestamp()};
    row = outlay::inspect<compact_row>(R"({"amount":"x"})").value;
    EXPECT_EQ(row, compact_row{});
}

TEST(compact_optional, is_an_item_of_a_list_and_a_document)
{
    auto const list = outlay::decode<std::vector<compact_optional<decimal>>>("[1,null,2.50]");
    ASSERT_TRUE(list) << list.error();
    EXPECT_THAT(*list, testing::ElementsAre(1_dec, compact_optional<decimal>(), 2.50_dec));
    EXPECT_EQ(outlay::encode(*list), "[1,null,2.50]");
    EXPECT_EQ(outlay::decode<compact_optional<decimal>>("null").value(), std::nullopt);
    EXPECT_EQ(outlay::encode(compact_optional<decimal>(7)), "7");
}

TEST(compact_optional, is_a_value_of_boost_json)
{
    compact_row const row{.amount = 12.5_dec};
    EXPECT_EQ(boost::json::serialize(boost::json::value_from(row)), R"({"amount":1.25E1})");
    EXPECT_EQ(boost::json::value_to<compact_row>(boost::json::parse(R"({"amount":12.5})")), row);
    EXPECT_EQ(boost::json::value_from(row.amount), boost::json::value(12.5));
    EXPECT_EQ(boost::json::value_from(compact_optional<decimal>()), nullptr);
    EXPECT_EQ(boost::json::value_to<compact_optional<decimal>>(boost::json::value(12.5)), row.amount);
    EXPECT_EQ(boost::json::value_to<compact_optional<decimal>>(boost::json::value(nullptr)), std::nullopt);
}

/// Any decimal of 64 bits, or none.
std::optional<decimal> any_decimal()
{
    if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
    return decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 29));
}

RC_GTEST_PROP(compact_optional, behaves_like_std_optional, ())
{
    std::optional<decimal> const a = any_decimal();
    std::optional<decimal> const b = any_decimal();
    compact_optional<decimal> x = a;
    compact_optional<decimal> const y = b;
    RC_ASSERT(x.has_value() == a.has_value());
    RC_ASSERT(std::optional<decimal>(x) == a);
    RC_ASSERT(x.value_or(1).to_string() == a.value_or(1).to_string());
    RC_ASSERT((x == y) == (a == b));
    RC_ASSERT((x <=> y) == (a <=> b));
    x = y;
    RC_ASSERT(x == b);
    compact_row const row{.amount = b ? std::optional(b->abs()) : b};
    if (b) RC_ASSERT(outlay::decode<compact_row>(outlay::encode(row)).value() == row);
}

RC_GTEST_PROP(compact_optional, nullable_of_decimal_keeps_its_state, ())
{
    std::optional<decimal> const a = any_decimal();
    nullable<decimal> n = a;
    RC_ASSERT(n.has_value() == a.has_value() && n.is_absent() == !a.has_value() && !n.is_null());
    n.set_null();
    RC_ASSERT(n.is_null() && !n.has_value() && !n.is_absent());
    n = a;
    RC_ASSERT(n.value_or(1) == a.value_or(1));
}

} // namespace compact_optional_test
