#include "sample.hpp"
#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <outlay/amazon.hpp>
#include <outlay/json/decode.hpp>
#include <string>
#include <string_view>
#include <vector>

// Messages about a text that is not JSON, and about one that does not fit its type.

namespace decode_errors_test {

using outlay::decode;
using outlay::error_kind;
using outlay::inspect;
using sample::plan;
using testing::ElementsAre;

struct broken {
    std::string_view text;
    std::string_view message;
};

template<class T>
void expect_syntax_error(broken const& b)
{
    auto const read = decode<T>(b.text);
    ASSERT_FALSE(read) << b.text;
    EXPECT_EQ(read.error().kind(), error_kind::syntax) << b.text;
    EXPECT_EQ(read.error().report()[read.error().report().size() - 1].to_string(), b.message) << b.text;
}

TEST(decode_errors, say_what_a_list_expected)
{
    for (broken const& b : std::initializer_list<broken>{
             {"", "1:1: expected JSON, found an empty text"},
             {"\n  ", "1:1: expected JSON, found only white space"},
             {"]", "1:1: expected a value, found \"]\""},
             {"nul", "1:1: expected a value, found \"nul\""},
             {"True", "1:1: expected a value, found \"True\""},
             {"[", "1:2: expected a value or \"]\", found the end of the text"},
             {"[}", "1:2: expected a value or \"]\", found \"}\""},
             {"[,1]", "1:2: expected a value or \"]\", found \",\""},
             {"['a']", "1:2: expected a value or \"]\", found \"'a'\""},
             {"[NaN]", "1:2: expected a value or \"]\", found \"NaN\""},
             {"[+1]", "1:2: expected a value or \"]\", found \"+1\""},
             {"[.5]", "1:2: expected a value or \"]\", found \".5\""},
             {"[1.]", "1:2: expected a value or \"]\", found \"1.\""},
             {"[-]", "1:2: expected a value or \"]\", found \"-\""},
             {"[1e]", "1:2: expected a value or \"]\", found \"1e\""},
             {"[\n 1,\n ]", "3:2: expected a value, found \"]\""},
             {"[1,,2]", "1:4: expected a value, found \",\""},
             {"[1", "1:3: expected \",\" or \"]\" after 1:2, found the end of the text"},
             {"[1\n2]", "2:1: expected \",\" or \"]\" after 1:2, found \"2\""},
             {"[01]", "1:3: expected \",\" or \"]\" after 1:2, found \"1\""},
             {"[1x]", "1:3: expected \",\" or \"]\" after 1:2, found \"x\""},
             {"[truex]", "1:6: expected \",\" or \"]\" after 1:5, found \"x\""},
             {"[1 \"a\"]", "1:4: expected \",\" or \"]\" after 1:2, found a string"},
             {"[1;2]", "1:3: expected \",\" or \"]\" after 1:2, found \";2\""},
             {"[1 // one\n]", "1:4: expected \",\" or \"]\" after 1:2, found \"//\""},
             {"[1]]", "1:4: expected the end of the text, found \"]\""},
             {"[1] [2]", "1:5: expected the end of the text, found \"[\""},
         })
        expect_syntax_error<std::vector<int>>(b);
}

TEST(decode_errors, say_what_an_object_expected)
{
    for (broken const& b : std::initializer_list<broken>{
             {"{", "1:2: expected a name in double quotes or \"}\", found the end of the text"},
             {"{,}", "1:2: expected a name in double quotes or \"}\", found \",\""},
             {"{id:1}", "1:2: expected a name in double quotes or \"}\", found \"id\""},
             {"{'id':1}", "1:2: expected a name in double quotes or \"}\", found \"'id'\""},
             {"{\"id\"}", "1:6 /id: expected \":\", found \"}\""},
             {"{\"id\" \"a\"}", "1:7 /id: expected \":\", found a string"},
             {"{\"id\":}", "1:7 /id: expected a value, found \"}\""},
             {"{\"id\":\"a\",}", "1:11: expected a name in double quotes, found \"}\""},
             {"{\"id\":\"a\" \"x\":1}", "1:11: expected \",\" or \"}\" after 1:9, found a string"},
             {"{\"id\":\"a\"]", "1:10: expected \",\" or \"}\" after 1:9, found \"]\""},
             {"{\"x\":[1}", "1:8: expected \",\" or \"]\" after 1:7, found \"}\""},
             {"{\"tags\":[\"a\"", "1:13 /tags: expected \",\" or \"]\" after 1:12, found the end of the text"},
         })
        expect_syntax_error<plan>(b);
}

TEST(decode_errors, say_what_a_string_expected)
{
    for (broken const& b : std::initializer_list<broken>{
             {"\"ab", "1:4: expected the closing quote of a string, found the end of the text"},
             {"\"ab\\", "1:5: expected the closing quote of a string, found the end of the text"},
             {"\"a\\x\"", "1:3: expected an escape such as \\n in the string"},
             {"\"a\\u12g4\"", "1:3: expected four hexadecimal digits in the string"},
             {"\"a\\ud800\"", "1:3: expected a pair of surrogates in the string"},
             {"\"a\\ud800\\u0041\"", "1:3: expected a pair of surrogates in the string"},
             {"\"a\\ud800\\nabcd\"", "1:3: expected a pair of surrogates in the string"},
             {"\"a\\udc00\"", "1:3: expected a pair of surrogates in the string"},
             {"\"a\nb\"", "1:3: expected control characters to be escaped in the string"},
             {"\"caf\xE9\"\n", "1:5: expected UTF-8 in the string"},
             {"\"\xC3\xA9\x80\"", "1:3: expected UTF-8 in the string"},
             {"\"\xED\xA0\x80\"\n", "1:2: expected UTF-8 in the string"},
         })
        expect_syntax_error<std::string>(b);
}

std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/amazon/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(decode_errors, name_the_first_missing_comma_and_the_place_before_it)
{
    auto const read = decode<outlay::amazon::campaign_usage_reply>(payload("campaign_usage_reply_missing_commas.json"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind(), error_kind::syntax);
    EXPECT_EQ(read.error().message(), "10:3 /success: expected \",\" or \"]\" after 9:3, found \"{\"");
}

TEST(decode_errors, are_of_kind_syntax_wherever_a_text_is_cut_off)
{
    std::string const text = payload("campaign_usage_reply_two_refused.json");
    std::size_t const end = text.rfind('}');
    for (std::size_t size = 0; size <= end; ++size) {
        auto const read = decode<outlay::amazon::campaign_usage_reply>(std::string(text, 0, size));
        ASSERT_FALSE(read) << size;
        ASSERT_EQ(read.error().kind(), error_kind::syntax) << size;
        ASSERT_EQ(read.error().report().size(), 1u) << read.error();
    }
    EXPECT_TRUE(decode<outlay::amazon::campaign_usage_reply>(text));
}

TEST(decode_errors, name_everything_that_is_of_the_wrong_type)
{
    auto const seen = inspect<plan>(R"({
  "id": [], "name": 7, "active": "yes",
  "state": 0, "floor": {}, "cap": true,
  "tags": [null, 1, ["x"], {}],
  "entries": [[], {"amount": "1", "monthIndex": -1, "note": 5}],
  "children": {}
})");
    EXPECT_FALSE(seen.stopped);
    EXPECT_THAT(
        sample::lines(seen.report),
        ElementsAre(
            "2:9 /id: expected an id in a string, found an array", "2:21 /name: expected a string, found 7",
            "2:34 /active: expected true or false, found \"yes\"", "3:12 /state: expected a string, found 0",
            "3:24 /floor: expected a number, found an object", "3:35 /cap: expected a number, found true",
            "4:11 /tags: expected at most 3 items, found 4 items", "4:12 /tags/0: expected a string, found null",
            "4:18 /tags/1: expected a string, found 1", "4:21 /tags/2: expected a string, found an array",
            "4:28 /tags/3: expected a string, found an object", "5:15 /entries/0: expected an object, found an array",
            "5:30 /entries/1/amount: expected a number, found \"1\"",
            "5:49 /entries/1/monthIndex: expected a non-negative integer, found -1",
            "5:61 /entries/1/note: expected a string, found 5", "6:15 /children: expected an array, found an object"));
}

TEST(decode_errors, escape_names_in_pointers)
{
    EXPECT_THAT(sample::lines(inspect<plan>(R"({"id":"p","name":"n","a/b~c":1,"\u00e9\n":2})").report),
                ElementsAre("notice: 1:22 /a~1b~0c: not a known field, ignored",
                            "notice: 1:32 /\xC3\xA9\\u000a: not a known field, ignored"));
}

TEST(decode_errors, include_violations_before_the_syntax_error)
{
    auto const seen = inspect<plan>("{\"id\":\"p\",\n\"cap\":[],\n\"floor\":1.5,\n\"tags\":[}");
    EXPECT_EQ(seen.stopped, error_kind::syntax);
    EXPECT_EQ(seen.value.floor, outlay::decimal::from_parts(15, 1));
    EXPECT_THAT(sample::lines(seen.report), ElementsAre("2:7 /cap: expected a number, found an array",
                                                        "4:9 /tags: expected a value or \"]\", found \"}\""));
}

TEST(decode_errors, have_codes)
{
    std::map<std::string, std::string> const texts{
        {"syntax", "{"},
        {"type", "{\"id\":[]}"},
        {"missing", "{}"},
        {"duplicate", "{\"id\":\"a\",\"id\":\"b\"}"},
        {"length", "{\"id\":\"a\",\"tags\":[\"\"]}"},
        {"items", "{\"id\":\"a\",\"entries\":[]}"},
        {"floor_over_cap", "{\"id\":\"a\",\"floor\":2,\"cap\":1}"},
    };
    for (auto const& [code, text] : texts) EXPECT_EQ(decode<plan>(text).error().report()[0].code, code);
}

} // namespace decode_errors_test
