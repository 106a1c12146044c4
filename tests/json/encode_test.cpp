#include "sample_texts.hpp"
#include <boost/json/parse.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <tuple>
#include <vector>

// How described types are written. Scalars are in codec_test.cpp.

namespace encode_test {

using namespace outlay::literals;
using outlay::encode;
using outlay::null;
using outlay::nullable;
using outlay::presence;

struct members {
    int plain_number = 0;
    std::optional<int> perhaps;
    nullable<int> three_states;
    std::vector<int> list;
    std::vector<int> may_lack;
    std::optional<std::vector<int>> perhaps_list;
};
BOOST_DESCRIBE_STRUCT(members, (), (plain_number, perhaps, three_states, list, may_lack, perhaps_list))

struct nothing {};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

struct optional_only {
    std::optional<int> a;
    std::optional<int> b;
};
BOOST_DESCRIBE_STRUCT(optional_only, (), (a, b))

} // namespace encode_test

template<>
struct outlay::model<encode_test::members> {
    static constexpr auto members = std::tuple{member<&encode_test::members::may_lack>(presence::optional)};
};

namespace encode_test {

TEST(encode, leaves_out_absent_members)
{
    EXPECT_EQ(encode(members{}), R"({"plainNumber":0,"list":[]})");
    EXPECT_EQ(encode(members{.plain_number = 1,
                             .perhaps = 2,
                             .three_states = 3,
                             .list = {4},
                             .may_lack = {5, 6},
                             .perhaps_list = std::vector<int>{}}),
              R"({"plainNumber":1,"perhaps":2,"threeStates":3,"list":[4],"mayLack":[5,6],"perhapsList":[]})");
}

TEST(encode, writes_null_for_a_nullable_that_is_null)
{
    members m;
    m.three_states = null;
    EXPECT_EQ(encode(m), R"({"plainNumber":0,"threeStates":null,"list":[]})");
}

TEST(encode, separates_members_whichever_is_first)
{
    EXPECT_EQ(encode(optional_only{}), "{}");
    EXPECT_EQ(encode(optional_only{.a = 1, .b = {}}), R"({"a":1})");
    EXPECT_EQ(encode(optional_only{.a = {}, .b = 2}), R"({"b":2})");
    EXPECT_EQ(encode(optional_only{.a = 1, .b = 2}), R"({"a":1,"b":2})");
    EXPECT_EQ(encode(nothing{}), "{}");
}

TEST(encode, writes_renamed_members_under_their_name_and_never_an_alias)
{
    sample::plan p;
    p.id = "p";
    p.title = "t";
    EXPECT_EQ(encode(p), R"({"id":"p","name":"t"})");
}

TEST(encode, writes_any_type_at_the_root)
{
    EXPECT_EQ(encode(std::vector<std::vector<int>>{{}, {1, 2}}), "[[],[1,2]]");
    EXPECT_EQ(encode(std::optional<int>()), "null");
    EXPECT_EQ(encode(std::vector<std::optional<int>>{1, {}}), "[1,null]");
    EXPECT_EQ(encode(nullable<std::string>("x")), "\"x\"");
}

TEST(encode, appends_to_a_string)
{
    std::string out = "data: ";
    outlay::encode_to(out, optional_only{});
    EXPECT_EQ(out, "data: {}");
}

TEST(encode, writes_texts_of_any_length)
{
    for (std::size_t length = 0; length < 1600; length += 3) {
        std::vector<std::string> const texts{std::string(length, 'x'), std::string(length, '\n')};
        ASSERT_EQ(outlay::decode<std::vector<std::string>>(encode(texts)).value(), texts) << length;
    }
}

TEST(encode, writes_times_at_any_place_of_a_long_text)
{
    outlay::time_of_day const noon(12);
    for (std::size_t length = 0; length < 16; ++length) {
        std::tuple const written(std::string(length, 'x'), std::vector<outlay::time_of_day>(200, noon));
        std::string expected = "[\"" + std::string(length, 'x') + "\",[\"12:00:00\"";
        for (int i = 1; i < 200; ++i) expected += ",\"12:00:00\"";
        ASSERT_EQ(encode(written), expected + "]]") << length;
    }
}

RC_GTEST_PROP(encode, is_undone_by_decode, ())
{
    auto const seen = outlay::inspect<sample::plan>(sample::any_plan());
    auto const again = outlay::inspect<sample::plan>(encode(seen.value));
    RC_ASSERT(!again.stopped);
    RC_ASSERT(again.value == seen.value);
}

} // namespace encode_test
