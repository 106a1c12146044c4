#include "sample_texts.hpp"
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// encode with an indent: the places of line ends, and the parts that do not change.

namespace indent_test {

using outlay::encode;

/// The text without the white space outside of strings.
std::string compacted(std::string_view text)
{
    std::string made;
    bool is_in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') is_in_string = !is_in_string;
        if (is_in_string || (text[i] != ' ' && text[i] != '\n')) made += text[i];
        if (is_in_string && text[i] == '\\') made += text[++i];
    }
    return made;
}

struct shapes {
    std::vector<int> list;
    std::map<std::string, std::vector<int>> by_name;
    std::tuple<int, std::string> pair;
    std::optional<int> none;
    outlay::extras more;
};
BOOST_DESCRIBE_STRUCT(shapes, (), (list, by_name, pair, none, more))

TEST(indent, passes_on_brackets_that_nothing_opens)
{
    shapes value;
    value.more.keep("text", "}]}]1"); // extras do not check that it is JSON
    EXPECT_EQ(compacted(encode(value, {.indent = 2})), encode(value));
}

TEST(indent, gives_each_member_and_item_a_line)
{
    shapes const value{.list = {1, 2}, .by_name = {{"a", {}}, {"b", {3}}}, .pair = {4, "x"}, .none = {}, .more = {}};
    EXPECT_EQ(encode(value, {.indent = 2}), R"({
  "list": [
    1,
    2
  ],
  "byName": {
    "a": [],
    "b": [
      3
    ]
  },
  "pair": [
    4,
    "x"
  ]
})");
}

TEST(indent, is_that_of_the_options)
{
    std::vector<std::vector<int>> const lists{{7}};
    EXPECT_EQ(encode(lists, {.indent = 0}), "[[7]]");
    EXPECT_EQ(encode(lists, {.indent = 1}), "[\n [\n  7\n ]\n]");
    std::string const wide(100, ' ');
    EXPECT_EQ(encode(lists, {.indent = 100}), "[\n" + wide + "[\n" + wide + wide + "7\n" + wide + "]\n]");
}

TEST(indent, keeps_empty_brackets_together)
{
    EXPECT_EQ(encode(std::vector<int>(), {.indent = 2}), "[]");
    EXPECT_EQ(encode(std::map<std::string, int>(), {.indent = 2}), "{}");
    EXPECT_EQ(encode(std::vector<std::vector<int>>(2), {.indent = 2}), "[\n  [],\n  []\n]");
}

TEST(indent, adds_nothing_to_a_scalar)
{
    EXPECT_EQ(encode(12, {.indent = 2}), "12");
    EXPECT_EQ(encode(std::optional<int>(), {.indent = 2}), "null");
    EXPECT_EQ(encode(std::string("a: [b, \"c\"]"), {.indent = 2}), R"("a: [b, \"c\"]")");
}

TEST(indent, changes_nothing_within_strings)
{
    std::vector<std::string> const texts{"", "\\", "\"", "\\\"", "{\"a\":[1,2]}", "a, b: c", "\n\t\x01", "end\\"};
    EXPECT_EQ(encode(texts, {.indent = 3}), R"([
   "",
   "\\",
   "\"",
   "\\\"",
   "{\"a\":[1,2]}",
   "a, b: c",
   "\n\t\u0001",
   "end\\"
])");
}

/// Pieces of compact text end where the writer's buffer is full, which may be after a backslash or between brackets.
TEST(indent, does_not_depend_on_where_pieces_end)
{
    constexpr std::size_t more_than_a_buffer = 600;
    for (std::size_t length = 0; length < more_than_a_buffer; ++length) {
        std::string const filling(length, 'x');
        std::vector<std::vector<std::string>> const lists{{filling}, {}, {"\\", "\"", ", ["}, {""}};
        ASSERT_EQ(encode(lists, {.indent = 1}), "[\n [\n  \"" + filling +
                                                    "\"\n ],\n [],\n [\n  \"\\\\\",\n  \"\\\"\",\n  \", [\"\n ],\n"
                                                    " [\n  \"\"\n ]\n]");
    }
}

TEST(indent, applies_to_extras_and_traces)
{
    auto const seen = outlay::inspect<outlay::amazon::campaign_usage_reply>(
        R"({"success": [], "next": {"page": [1, {}], "of": "a: b"}, "error": [{"index": 1, "why": []}]})");
    ASSERT_TRUE(seen.report.empty()) << seen.report;
    EXPECT_EQ(encode(seen.value, {.indent = 2}), R"({
  "success": [],
  "error": [
    {
      "index": 1,
      "why": []
    }
  ],
  "next": {
    "page": [
      1,
      {}
    ],
    "of": "a: b"
  }
})");
}

RC_GTEST_PROP(indent, only_adds_white_space, ())
{
    auto const seen = outlay::inspect<sample::plan>(sample::any_plan());
    auto const indent = *rc::gen::inRange<std::size_t>(1, 9);
    std::string const text = encode(seen.value, {.indent = indent});
    RC_ASSERT(compacted(text) == encode(seen.value));
    RC_ASSERT(outlay::inspect<sample::plan>(text).value == seen.value);
}

} // namespace indent_test
