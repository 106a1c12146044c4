#include <boost/describe/class.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <cstddef>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

// Numbers with an exponent that Boost.JSON rejects, although they are JSON.

namespace far_number_test {

using outlay::decimal;
using outlay::decode;
using testing::ElementsAre;

struct offer {
    std::string name{};
    std::optional<decimal> price{};
    double ratio = 0;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(offer, (), (name, price, ratio, count))

struct basket {
    std::vector<offer> offers{};
    outlay::extras more{};
};
BOOST_DESCRIBE_STRUCT(basket, (), (offers, more))

struct either {
    std::variant<int, offer> what{};
    std::string after{};
};
BOOST_DESCRIBE_STRUCT(either, (), (what, after))

/// The findings in a text, which do not depend on how it is cut into pieces.
template<class T>
std::vector<std::string> found(std::string_view text)
{
    auto const said = [](outlay::inspection<T> const& seen) {
        std::vector<std::string> all;
        for (outlay::violation const& v : seen.report) all.push_back(v.code + " at " + v.to_string());
        for (outlay::violation const& v : seen.report.notices()) all.push_back("notice at " + v.to_string());
        all.push_back(outlay::encode(seen.value));
        return all;
    };
    auto const whole = said(outlay::inspect<T>(text));
    for (std::size_t size = 1; size < text.size(); ++size) {
        outlay::decoder<T> pieces;
        for (std::size_t at = 0; at < text.size(); at += size) {
            std::string const piece(text.substr(at, size)); // a copy: a read beyond its end is an error
            pieces.write(piece);
        }
        EXPECT_EQ(said(pieces.finish_inspection()), whole) << text << " in pieces of " << size;
    }
    return whole;
}

TEST(far_numbers, in_unknown_fields_are_skipped)
{
    EXPECT_THAT(found<offer>(R"({"name":"a","rate":1e999999999999,"ratio":1,"count":2})"),
                ElementsAre("notice at 1:13 /rate: not a known field, ignored", R"({"name":"a","ratio":1,"count":2})"));
    EXPECT_THAT(
        found<offer>(R"({"name":"a","x":[{"y":[1, -2.5E+99999999999 ,3e-99999999999]}, {}],"ratio":1,"count":2})"),
        ElementsAre("notice at 1:13 /x: not a known field, ignored", R"({"name":"a","ratio":1,"count":2})"));
}

TEST(far_numbers, in_known_fields_are_violations_of_these)
{
    EXPECT_THAT(
        found<offer>("{\"name\":\"a\",\n\"price\":1e999999999999,\"ratio\":-1e9999999999,\"count\":1e2147483648}"),
        ElementsAre(
            "decimal_range at 2:9 /price: expected a number between -2^96 and 2^96 (7.9e28), found 1e999999999999",
            "number_range at 2:32 /ratio: expected a number in the range of its type, found "
            "-1e9999999999",
            "integer_range at 2:54 /count: expected an integer from -9223372036854775808 to "
            "9223372036854775807, found 1e2147483648",
            R"({"name":"a","ratio":0,"count":0})"));
    EXPECT_THAT(
        found<offer>(R"({"name":1e99999999999,"ratio":1,"count":1})"),
        ElementsAre("type at 1:9 /name: expected a string, found 1e99999999999", R"({"name":"","ratio":1,"count":1})"));
}

TEST(far_numbers, that_are_near_zero_are_rounded_to_it)
{
    EXPECT_EQ(decode<decimal>("0e99999999999").value(), decimal(0));
    EXPECT_EQ(decode<decimal>("1e-99999999999").value(), decimal(0));
    EXPECT_EQ(decode<double>("-1.5e-99999999999999999999").value(), 0);
    EXPECT_EQ(decode<decimal>("[1]").has_value(), false);
}

TEST(far_numbers, may_be_the_whole_text)
{
    EXPECT_THAT(found<int>("1e99999999999"), testing::SizeIs(2));
    EXPECT_THAT(found<int>(" 1e99999999999 \n"), testing::SizeIs(2));
    EXPECT_THAT(found<double>(" 1e-99999999999 \n"), ElementsAre("0"));
    EXPECT_THAT(found<int>("1e99999999999 2")[1], "syntax at 1:15: expected the end of the text, found \"2\"");
}

TEST(far_numbers, do_not_hide_violations_after_them)
{
    auto const all = found<std::vector<int>>("[1e99999999999, true, 2e99999999999,3,\n nul]");
    ASSERT_EQ(all.size(), 5u);
    EXPECT_EQ(all[1], "type at 1:17 /1: expected an integer, found true");
    EXPECT_EQ(all[3], "syntax at 2:2: expected a value, found \"nul\"");
    EXPECT_THAT(found<offer>(R"({"x":1e99999999999x})")[0],
                testing::StartsWith(R"(syntax at 1:19: expected "," or "}")"));
    EXPECT_THAT(found<offer>(R"({"x":[1e99999999999)"),
                testing::Contains(testing::StartsWith("syntax at 1:20: expected \",\" or \"]\"")));
    EXPECT_THAT(found<offer>(R"({"ratio":1e99999999999)"),
                testing::Contains(testing::StartsWith("syntax at 1:23: expected \",\" or \"}\"")));
    EXPECT_EQ(outlay::inspect<std::vector<int>>("[" + std::string(33, '[')).stopped, outlay::error_kind::limit);
    EXPECT_EQ(
        outlay::inspect<std::vector<int>>("[1e99999999999," + std::string(31, '[') + std::string(32, ']')).stopped,
        std::nullopt);
    EXPECT_EQ(outlay::inspect<std::vector<int>>("[1e99999999999," + std::string(32, '[')).stopped,
              outlay::error_kind::limit);
}

TEST(far_numbers, are_kept_as_they_were_written)
{
    EXPECT_THAT(found<basket>(R"({"offers":[{"name":"a","ratio":1,"count":1}],"x":{"y":[1e99999999999,2]},"z":"1e9"})"),
                ElementsAre("notice at 1:46 /x: not a known field, kept", "notice at 1:74 /z: not a known field, kept",
                            R"({"offers":[{"name":"a","ratio":1,"count":1}],"x":{"y":[1e99999999999,2]},"z":"1e9"})"));
}

TEST(far_numbers, that_are_kept_become_the_nearest_double)
{
    auto const read =
        decode<basket>(R"({"offers":[],"x":[1e99999999999,-1E-99999999999,1e00000000000002,"e999999999999\"e9",)"
                       "1e+99999999999]}");
    boost::json::value value;
    outlay::detail::to_json(value, outlay::detail::table_of<basket>::table, &*read);
    auto const& numbers = value.at("x").as_array();
    EXPECT_GT(numbers[0].as_double(), 1e308);
    EXPECT_EQ(numbers[1].as_double(), 0);
    EXPECT_EQ(numbers[2].as_double(), 100);
    EXPECT_EQ(numbers[3].as_string(), "e999999999999\"e9");
    EXPECT_EQ(numbers[4], numbers[0]);
}

TEST(far_numbers, in_one_of_several_types_are_those_of_the_type)
{
    EXPECT_THAT(
        found<either>(R"({"what":{"name":"a","ratio":1,"price":1e99999999999,"count":1},"after":"b"})"),
        ElementsAre(
            "decimal_range at 1:39 /what/price: expected a number between -2^96 and 2^96 (7.9e28), found 1e99999999999",
            R"({"what":{"name":"a","ratio":1,"count":1},"after":"b"})"));
}

TEST(far_numbers, in_maps_are_those_of_the_entry)
{
    using prices = std::map<std::string, std::vector<decimal>>;
    EXPECT_THAT(found<prices>(R"({"a":[1],"b":[2,1e99999999999,3],"c":[0e99999999999]})"),
                ElementsAre("decimal_range at 1:17 /b/1: expected a number between -2^96 and 2^96 (7.9e28), found "
                            "1e99999999999",
                            R"({"a":[1],"b":[2,0,3],"c":[0]})"));
}

TEST(far_numbers, may_have_any_number_of_digits)
{
    std::string const number = "1e" + std::string(100'000, '9');
    auto const seen = outlay::inspect<decimal>(number);
    EXPECT_EQ(seen.report[0].code, "decimal_range");
    EXPECT_THAT(seen.report[0].message, testing::EndsWith("found 1e" + std::string(38, '9') + "..."));
}

} // namespace far_number_test
