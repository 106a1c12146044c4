#include "sample.hpp"
#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// inspection::found_nothing: an object with none of the type's members.

namespace found_nothing_test {

struct page {
    std::vector<std::string> portfolios{};
    std::optional<std::string> next_token{};
    std::optional<outlay::decimal> total{};
    outlay::extras extras{};

    friend bool operator==(page const&, page const&) = default;
};
BOOST_DESCRIBE_STRUCT(page, (), (portfolios, next_token, total, extras))

struct book {
    page first{};
    std::optional<page> second{};

    friend bool operator==(book const&, book const&) = default;
};
BOOST_DESCRIBE_STRUCT(book, (), (first, second))

struct anything {
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(anything, (), (extras))

struct nothing {};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

} // namespace found_nothing_test

template<>
struct outlay::model<found_nothing_test::page> {
    using page = found_nothing_test::page;
    static constexpr auto members = std::tuple{
        member<&page::portfolios>(presence::optional),
        alias<&page::next_token>("cursor"),
    };
};

namespace found_nothing_test {

/// found_nothing, which must be the same for all readers.
template<class T>
bool found_nothing(std::string_view text)
{
    auto const seen = outlay::inspect<T>(text);
    for (std::size_t size = 1; size <= text.size(); ++size)
        EXPECT_EQ(sample::inspect_pieces<T>(text, size).found_nothing, seen.found_nothing) << text << " by " << size;
    boost::system::error_code ec;
    auto const value = boost::json::parse(text, ec);
    if (!ec) {
        EXPECT_EQ(outlay::inspect<T>(value).found_nothing, seen.found_nothing) << text;
    }
    return seen.found_nothing;
}

TEST(found_nothing, is_an_object_without_any_member)
{
    EXPECT_TRUE(found_nothing<page>("{}"));
    EXPECT_TRUE(found_nothing<page>(" { } \n"));
    EXPECT_TRUE(found_nothing<page>(R"({"code":"UNAUTHORIZED","message":"no"})"));
    EXPECT_TRUE(found_nothing<page>(R"({"Portfolios":[]})"));
    EXPECT_TRUE(found_nothing<page>(R"({"details":{"portfolios":["a"],"nextToken":"b"},"list":[{}]})"));
    EXPECT_TRUE(found_nothing<book>(R"({"third":{"portfolios":[]}})")) << "members that are required do not differ";
    EXPECT_TRUE(found_nothing<std::optional<page>>("{}"));
}

TEST(found_nothing, is_not_an_object_with_a_member)
{
    EXPECT_FALSE(found_nothing<page>(R"({"portfolios":[]})"));
    EXPECT_FALSE(found_nothing<page>(R"({"code":1,"nextToken":null})"));
    EXPECT_FALSE(found_nothing<page>(R"({"cursor":"a"})")) << "an alias";
    EXPECT_FALSE(found_nothing<page>(R"({"total":"what is no number","total":1})")) << "what could not be read";
    EXPECT_FALSE(found_nothing<page>(R"({"portfolios":{}})"));
    EXPECT_FALSE(found_nothing<book>(R"({"first":{}})")) << "an empty object is a value";
    EXPECT_FALSE(found_nothing<book>(R"({"first":{"portfolios":[]},"second":{}})"));
}

TEST(found_nothing, is_not_a_value_other_than_an_object)
{
    for (std::string_view const text : {"null", "[]", "[{}]", "3", "\"\"", "true"}) {
        EXPECT_FALSE(found_nothing<page>(text)) << text;
        EXPECT_FALSE(found_nothing<std::optional<page>>(text)) << text;
        EXPECT_FALSE(found_nothing<std::vector<page>>(text)) << text;
    }
    EXPECT_FALSE(found_nothing<std::vector<page>>("{}"));
    EXPECT_FALSE(found_nothing<int>("{}"));
}

TEST(found_nothing, is_not_a_type_without_required_members)
{
    EXPECT_FALSE(found_nothing<anything>("{}"));
    EXPECT_FALSE(found_nothing<anything>(R"({"a":1})"));
    EXPECT_FALSE(found_nothing<nothing>("{}"));
    EXPECT_FALSE(found_nothing<nothing>(R"({"a":1})"));
}

TEST(found_nothing, is_not_a_text_with_an_unread_rest)
{
    for (std::string_view const text : {"", "{", "{\"code\":1", "{\"code\":1,}", "{} x", "{}{}"})
        EXPECT_FALSE(found_nothing<page>(text)) << text;
    EXPECT_FALSE(outlay::inspect<page>("{ }", {.max_bytes = 2}).found_nothing);
    EXPECT_FALSE(outlay::inspect<page>(R"({"a":[]})", {.max_depth = 1}).found_nothing);
    EXPECT_FALSE(outlay::inspect<page>(boost::json::parse(R"({"a":"long"})"), {.max_string = 3}).found_nothing);
}

} // namespace found_nothing_test
