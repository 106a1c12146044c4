#include "any_json.hpp"
#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace extras_test {

using namespace outlay::literals;
namespace json = boost::json;
using outlay::decode;
using outlay::encode;
using outlay::extras;
using outlay::inspect;
using testing::ElementsAre;
using testing::IsEmpty;

struct leaf {
    int size = 0;
    outlay::extras rest{};

    friend bool operator==(leaf const&, leaf const&) = default;
};
BOOST_DESCRIBE_STRUCT(leaf, (), (size, rest))

struct tree {
    std::optional<std::string> name{};
    outlay::extras rest{}; // anywhere among the members
    std::vector<leaf> leaves{};
    std::optional<leaf> best{};
    std::vector<int> rings{};

    friend bool operator==(tree const&, tree const&) = default;
};
BOOST_DESCRIBE_STRUCT(tree, (), (name, rest, leaves, best, rings))

struct anything {
    outlay::extras rest{};

    friend bool operator==(anything const&, anything const&) = default;
};
BOOST_DESCRIBE_STRUCT(anything, (), (rest))

struct oak : anything {
    int age = 0;
};
BOOST_DESCRIBE_STRUCT(oak, (anything), (age))

using outlay::tag_invoke;

} // namespace extras_test

template<>
struct outlay::model<extras_test::tree> {
    using tree = extras_test::tree;
    static constexpr auto members = std::tuple{
        alias<&tree::name>("oldName"),
        member<&tree::leaves>(presence::optional),
        member<&tree::rings>(presence::optional, each(at_least(1))),
    };
};

namespace extras_test {

std::vector<std::string> fields(extras const& kept)
{
    std::vector<std::string> lines;
    for (auto const& [name, json] : kept) lines.push_back(outlay::detail::joined({name, "=", json}));
    return lines;
}

/// The extras of an object without known fields.
std::vector<std::string> kept(std::string_view text) { return fields(decode<anything>(text).value().rest); }

std::vector<std::string> found(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(v.to_string());
    for (outlay::violation const& v : report.notices())
        lines.push_back(outlay::detail::joined({"notice: ", v.to_string()}));
    return lines;
}

extras of(std::initializer_list<std::pair<char const*, int>> values)
{
    extras made;
    for (auto const& [name, value] : values) made.set(name, value);
    return made;
}

// --- the class

TEST(extras, are_empty_at_first)
{
    extras const none;
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.size(), 0u);
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_FALSE(none.contains(""));
}

TEST(extras, keep_the_order_in_which_they_are_set)
{
    EXPECT_THAT(fields(of({{"z", 1}, {"a", 2}, {"", 3}})), ElementsAre("z=1", "a=2", "=3"));
}

TEST(extras, that_are_set_again_keep_their_place)
{
    extras some = of({{"a", 1}, {"b", 2}, {"c", 3}});
    some.set("a", true);
    some.set("c", std::string("x\""));
    EXPECT_THAT(fields(some), ElementsAre("a=true", "b=2", "c=\"x\\\"\""));
}

TEST(extras, that_occur_twice_are_set_once)
{
    extras some = decode<anything>(R"({"a":1,"b":2,"a":3,"c":4,"a":5})").value().rest;
    some.set("a", 6);
    EXPECT_THAT(fields(some), ElementsAre("a=6", "b=2", "c=4"));
    some = decode<anything>(R"({"b":2,"a":3,"c":4,"a":5})").value().rest;
    some.set("a", 6);
    EXPECT_THAT(fields(some), ElementsAre("b=2", "a=6", "c=4"));
}

TEST(extras, are_erased_by_name)
{
    extras some = decode<anything>(R"({"a":1,"b":2,"a":3})").value().rest;
    EXPECT_TRUE(some.erase("a"));
    EXPECT_FALSE(some.erase("a"));
    EXPECT_FALSE(some.contains("a"));
    EXPECT_THAT(fields(some), ElementsAre("b=2"));
}

TEST(extras, may_be_named_by_their_own_name)
{
    std::string const first(40, 'x');
    std::string const second(40, 'y');
    extras some;
    for (auto const& name : {first, second, second, first}) some.keep(std::string(name), "1");
    EXPECT_TRUE(some.erase(some.begin()->name));
    ASSERT_EQ(some.size(), 2u);
    some.set(some.begin()->name, 2);
    EXPECT_THAT(fields(some), ElementsAre(outlay::detail::joined({second, "=2"})));
}

TEST(extras, are_read_as_values_of_any_type)
{
    extras const some =
        decode<anything>(R"({"n":12345678901234567.89,"s":"\u00e9","t":{"size":3,"x":[1]},"l":[1,2],"z":null})")
            .value()
            .rest;
    EXPECT_EQ(some.get<outlay::decimal>("n").value(), 12345678901234567.89_dec);
    EXPECT_EQ(some.get<std::string>("s").value(), "\xC3\xA9");
    EXPECT_EQ(some.get<leaf>("t").value().size, 3);
    EXPECT_THAT(fields(some.get<leaf>("t").value().rest), ElementsAre("x=[1]"));
    EXPECT_THAT(some.get<std::vector<int>>("l").value(), ElementsAre(1, 2));
    EXPECT_EQ(some.get<std::optional<int>>("z").value(), std::nullopt);
    EXPECT_TRUE(some.get<outlay::nullable<int>>("z").value().is_null());
}

TEST(extras, report_why_they_can_not_be_read)
{
    extras const some = of({{"n", -1}});
    auto const absent = some.get<int>("m\n");
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().report()[0].code, "missing");
    EXPECT_EQ(absent.error().message(), "there is no field \"m\\u000a\"");
    auto const wrong = some.get<std::uint8_t>("n");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().message(), "1:1: expected a non-negative integer, found -1");
}

// From a certain number on, names are found by an index, with the same results.
TEST(extras, that_are_many_are_kept_set_and_erased_like_a_few)
{
    std::vector<extras::field> expected;
    extras some;
    auto const has_name = [](std::string const& name) {
        return [name](extras::field const& field) { return field.name == name; };
    };
    std::uint32_t state = 1;
    constexpr std::uint32_t names = 60;
    for (int step = 0; step < 5000; ++step) {
        state = state * 1'664'525 + 1'013'904'223;
        std::string const name = "n" + std::to_string((state >> 8) % names);
        std::string const json = std::to_string(step);
        auto const first = std::find_if(expected.begin(), expected.end(), has_name(name));
        ASSERT_EQ(some.contains(name), first != expected.end()) << step;
        switch ((state >> 20) % 8) {
        case 0: // set, or set again
            some.keep(std::string(name), std::string(json));
            expected.push_back({.name = name, .json = json});
            break;
        case 1:
            ASSERT_EQ(some.erase(name), first != expected.end()) << step;
            std::erase_if(expected, has_name(name));
            break;
        default:
            some.set(name, step);
            if (first == expected.end()) {
                expected.push_back({.name = name, .json = json});
            } else {
                first->json = json;
                expected.erase(std::remove_if(first + 1, expected.end(), has_name(name)), expected.end());
            }
        }
        ASSERT_EQ(std::vector<extras::field>(some.begin(), some.end()), expected) << step;
    }
    EXPECT_GT(expected.size(), 20u);
}

TEST(extras, that_are_read_are_those_that_were_set)
{
    extras some;
    some.set("leaf", leaf{.size = 7, .rest = of({{"x", 1}})});
    some.set("list", std::vector<std::string>{"a", ""});
    some.set("price", 1.50_dec);
    EXPECT_THAT(fields(some), ElementsAre(R"(leaf={"size":7,"x":1})", R"(list=["a",""])", "price=1.50"));
    EXPECT_EQ(some.get<leaf>("leaf").value(), (leaf{.size = 7, .rest = of({{"x", 1}})}));
}

TEST(extras, are_equal_if_they_have_the_same_fields_in_the_same_order)
{
    EXPECT_EQ(of({{"a", 1}, {"b", 2}}), of({{"a", 1}, {"b", 2}}));
    EXPECT_NE(of({{"a", 1}, {"b", 2}}), of({{"b", 2}, {"a", 1}}));
    EXPECT_NE(of({{"a", 1}}), of({{"a", 2}}));
}

// --- reading

TEST(extras, are_all_the_fields_that_are_not_known)
{
    auto const seen = inspect<tree>(R"({"x":[1, {"y" : null}],"name":"elm","Name":0,"best":{"size":1,"z":{ }}})");
    EXPECT_THAT(fields(seen.value.rest), ElementsAre(R"(x=[1,{"y":null}])", "Name=0"));
    EXPECT_THAT(fields(seen.value.best->rest), ElementsAre("z={}"));
    EXPECT_THAT(found(seen.report),
                ElementsAre("notice: 1:2 /x: not a known field, kept", "notice: 1:37 /Name: not a known field, kept",
                            "notice: 1:63 /best/z: not a known field, kept"));
}

TEST(extras, are_kept_as_they_were_written)
{
    EXPECT_THAT(
        kept(R"({"a":1.50,"b":-0,"c":1E+05,"d":123456789012345678901234567890,"e":true,"f":false,"g":null})"),
        ElementsAre("a=1.50", "b=-0", "c=1E+05", "d=123456789012345678901234567890", "e=true", "f=false", "g=null"));
    EXPECT_THAT(kept(R"({"a" : [ ] , "b" : { } , "c" : [ [ ] , { } , [ 1 , 2 ] ] , "d" : { "" : { "x" : "" } } })"),
                ElementsAre("a=[]", "b={}", "c=[[],{},[1,2]]", R"(d={"":{"x":""}})"));
    EXPECT_THAT(kept(R"({"":"","a\"b":"\u00e9\/\n\u0000\ud83d\ude00"})"),
                ElementsAre("=\"\"", "a\"b=\"\xC3\xA9/\\n\\u0000\xF0\x9F\x98\x80\""));
    EXPECT_THAT(kept(R"({"a":["{","[",":",",",{"{":"}"},"\\"]})"),
                ElementsAre(R"(a=["{","[",":",",",{"{":"}"},"\\"])"));
    EXPECT_THAT(kept("{}"), IsEmpty());
}

TEST(extras, that_occur_twice_are_kept_twice)
{
    EXPECT_THAT(kept(R"({"a":1,"b":2,"a":{"c":1,"c":2}})"), ElementsAre("a=1", "b=2", R"(a={"c":1,"c":2})"));
    EXPECT_EQ(decode<anything>(R"({"a":1,"a":2})").value().rest.get<int>("a").value(), 1); // the first
}

TEST(extras, are_none_of_the_known_names_and_none_of_the_older_ones)
{
    auto const read = decode<tree>(R"({"oldName":"elm","rest":1})").value();
    EXPECT_EQ(read.name, "elm");
    EXPECT_THAT(fields(read.rest), ElementsAre("rest=1")); // the member itself has no name
    EXPECT_FALSE(decode<tree>(R"({"name":"elm","oldName":"elm"})"));
    EXPECT_THAT(fields(inspect<tree>(R"({"name":"elm","name":[1]})").value.rest), IsEmpty());
}

TEST(extras, are_inherited)
{
    auto const read = decode<oak>(R"({"x":1,"age":300})").value();
    EXPECT_EQ(read.age, 300);
    EXPECT_THAT(fields(read.rest), ElementsAre("x=1"));
    EXPECT_EQ(encode(read), R"({"age":300,"x":1})");
}

TEST(extras, do_not_hide_violations_beside_them)
{
    auto const seen = inspect<tree>(R"({"x":{"rings":["a"]},"rings":[0,{"y":[1]},[2],"b",3],"best":[{"y":1}],"z":1})");
    EXPECT_THAT(fields(seen.value.rest), ElementsAre(R"(x={"rings":["a"]})", "z=1"));
    EXPECT_EQ(seen.value.rings.size(), 5u);
    EXPECT_THAT(
        found(seen.report),
        ElementsAre("1:31 /rings/0: expected 1 or more, found 0", "1:33 /rings/1: expected an integer, found an object",
                    "1:43 /rings/2: expected an integer, found an array",
                    "1:47 /rings/3: expected an integer, found \"b\"", "1:61 /best: expected an object, found an array",
                    "notice: 1:2 /x: not a known field, kept", "notice: 1:71 /z: not a known field, kept"));
}

TEST(extras, are_none_when_unknown_fields_are_rejected)
{
    auto const seen = inspect<tree>(R"({"x":{"y":1},"leaves":[{"size":1,"z":2}]})",
                                    {.unknown_fields = outlay::unknown_fields::reject});
    EXPECT_THAT(found(seen.report), ElementsAre("1:2 /x: not a known field", "1:34 /leaves/0/z: not a known field"));
    EXPECT_TRUE(seen.value.rest.empty() && seen.value.leaves[0].rest.empty());
}

TEST(extras, are_kept_even_when_their_notices_are_not)
{
    auto const seen = inspect<tree>(R"({"a":1,"b":2,"c":3})", {.max_violations = 1});
    EXPECT_EQ(seen.value.rest.size(), 3u);
    EXPECT_EQ(seen.report.omitted_notices(), 2u);
}

TEST(extras, that_are_all_of_a_type_have_any_name)
{
    auto const seen = inspect<anything>(R"({"a":1,"b":{}})", {.unknown_fields = outlay::unknown_fields::reject});
    EXPECT_TRUE(seen.ok());
    EXPECT_TRUE(seen.report.notices().empty());
    EXPECT_EQ(encode(seen.value), R"({"a":1,"b":{}})");
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(extras, are_no_deeper_than_any_other_field)
{
    auto const text = [](std::size_t depth) { return outlay::detail::joined({"{\"x\":", nested(depth), "}"}); };
    EXPECT_EQ(decode<anything>(text(31)).value().rest.begin()->json, nested(31));
    auto const deeper = inspect<anything>(text(32));
    EXPECT_EQ(deeper.stopped, outlay::error_kind::limit);
    EXPECT_TRUE(deeper.value.rest.empty());
    EXPECT_EQ(inspect<anything>(text(4), {.max_depth = 4}).stopped, outlay::error_kind::limit);
    EXPECT_EQ(decode<anything>(text(100), {.max_depth = 101}).value().rest.begin()->json, nested(100));
}

TEST(extras, of_a_truncated_text_are_complete_ones_only)
{
    std::string_view const text = R"({"a":[1],"b":{"c":[true,"x"],"d":12}})";
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const seen = inspect<anything>(text.substr(0, size));
        EXPECT_FALSE(seen.ok());
        std::size_t const whole = size < 8 ? 0 : size < text.size() - 1 ? 1 : 2;
        EXPECT_EQ(seen.value.rest.size(), whole) << text.substr(0, size);
    }
}

TEST(extras, of_a_text_that_is_not_json_are_complete_ones_only)
{
    for (auto const text : {R"({"a":1,"b":[1,tru]})", R"({"a":1,"b":{"c":1,}})", R"({"a":1,"b":"\x"})",
                            R"({"a":1,"b":{"c" 1}})", R"({"a":1,"b":-})", R"({"a":1,"b":[}})"}) {
        auto const seen = inspect<anything>(text);
        EXPECT_EQ(seen.stopped, outlay::error_kind::syntax) << text;
        EXPECT_THAT(fields(seen.value.rest), testing::Each("a=1")) << text;
    }
}

// 12 may be the start of 123.
TEST(extras, of_a_text_that_ends_in_a_number_do_not_have_that_number)
{
    EXPECT_THAT(fields(inspect<anything>(R"({"a":1,"b":12)").value.rest), ElementsAre("a=1"));
}

// --- writing

TEST(extras, are_written_after_the_known_fields)
{
    tree const elm{.name = "elm", .rest = of({{"x", 1}, {"a \"b\"", 2}}), .best = leaf{1, of({{"", 3}})}};
    EXPECT_EQ(encode(elm), R"({"name":"elm","best":{"size":1,"":3},"x":1,"a \"b\"":2})");
    EXPECT_EQ(encode(tree{.rest = of({{"x", 1}})}), R"({"x":1})");
    EXPECT_EQ(encode(anything{}), "{}");
    EXPECT_EQ(decode<tree>(encode(elm)).value(), elm);
}

TEST(extras, of_a_known_name_are_not_written_beside_the_member)
{
    tree elm{.name = "elm"};
    elm.rest.set("name", 1);
    elm.rest.set("best", 2); // a member that is absent
    elm.rest.set("x", 3);
    EXPECT_EQ(encode(elm), R"({"name":"elm","x":3})");
    EXPECT_EQ(json::value_from(elm), json::parse(encode(elm)));
}

TEST(extras, of_an_older_name_are_written)
{
    tree elm{.rest = of({{"oldName", 1}})};
    EXPECT_EQ(encode(elm), R"({"oldName":1})");
    EXPECT_EQ(json::value_from(elm), json::parse(encode(elm)));
}

TEST(extras, of_which_the_last_is_erased_keep_nothing)
{
    extras some = of({{"x", 1}});
    EXPECT_FALSE(some.keeps_nothing());
    EXPECT_TRUE(some.erase("x"));
    EXPECT_TRUE(some.keeps_nothing());
    some.keep_trace("name", "null", true);
    EXPECT_TRUE(some.empty());
    EXPECT_FALSE(some.keeps_nothing());
}

// --- boost::json::value

TEST(extras, are_in_a_value_as_in_a_text)
{
    std::string_view const text = R"({"best":{"size":1,"z":{}},"x":[1,{"y":null}],"":"\n"})";
    auto const read = decode<tree>(text).value();
    EXPECT_EQ(json::value_from(read), json::parse(text));
    EXPECT_EQ(json::value_to<tree>(json::parse(text)), read);
    EXPECT_EQ(json::value_from(anything{}), json::object());
    EXPECT_THAT(found(inspect<tree>(json::parse(text)).report),
                ElementsAre("notice: /best/z: not a known field, kept", "notice: /x: not a known field, kept",
                            "notice: /: not a known field, kept"));
}

TEST(extras, of_any_depth_become_a_value)
{
    auto const deep = decode<tree>(outlay::detail::joined({"{\"x\":", nested(40), "}"}), {.max_depth = 41});
    ASSERT_TRUE(deep);
    EXPECT_NO_THROW(EXPECT_EQ(json::serialize(json::value_from(*deep)), encode(*deep)));
}

TEST(extras, that_are_no_json_numbers_are_never_written)
{
    json::value const value = {{"x", std::numeric_limits<double>::infinity()}};
    auto const seen = inspect<anything>(value);
    EXPECT_TRUE(decode<anything>(encode(seen.value))) << encode(seen.value);
}

// --- for all fields

/// An object of unknown fields, and a few known ones.
any_json::text any_tree()
{
    any_json::text made{"{\"name\":\"elm\"", "{\"name\":\"elm\""};
    int const count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        auto const name = *rc::gen::element<std::string>("x", "", "a longer name than a small string holds", "Name");
        auto const value = any_json::any_value(4);
        made.sent += outlay::detail::joined({",", any_json::any_space(), "\"", name, "\"", any_json::any_space(), ":",
                                             any_json::any_space(), value.sent});
        made.kept += outlay::detail::joined({",\"", name, "\":", value.kept});
    }
    return {made.sent + any_json::any_space() + "}", made.kept + "}"};
}

RC_GTEST_PROP(extras, are_written_as_they_were_read, ())
{
    auto const text = any_tree();
    auto const read = decode<tree>(text.sent);
    RC_ASSERT(read.has_value());
    RC_ASSERT(encode(*read) == text.kept);
    RC_ASSERT(decode<tree>(text.kept).value() == *read);
}

RC_GTEST_PROP(extras, are_the_same_when_the_text_is_cut_anywhere, ())
{
    auto const text = any_tree();
    auto const whole = inspect<tree>(text.sent);
    auto const cut = *rc::gen::inRange<std::size_t>(0, text.sent.size() + 1);
    auto const size = *rc::gen::inRange<std::size_t>(1, 5);
    outlay::decoder<tree> decoder;
    decoder.write(text.sent.substr(0, cut));
    for (std::size_t at = cut; at < text.sent.size(); at += size) decoder.write(text.sent.substr(at, size));
    auto const pieces = decoder.finish_inspection();
    RC_ASSERT(pieces.value == whole.value);
    RC_ASSERT(pieces.report == whole.report);
}

RC_GTEST_PROP(extras, are_never_read_in_part, ())
{
    auto const text = any_tree();
    auto const whole = decode<tree>(text.sent).value();
    auto const cut = *rc::gen::inRange<std::size_t>(0, text.sent.size());
    RC_PRE((cut == 0 || text.sent[cut - 1] < '0' || text.sent[cut - 1] > '9')); // see above
    auto const part = inspect<tree>(std::string_view(text.sent).substr(0, cut));
    RC_ASSERT(part.value.rest.size() <= whole.rest.size());
    RC_ASSERT(std::equal(part.value.rest.begin(), part.value.rest.end(), whole.rest.begin()));
}

} // namespace extras_test
