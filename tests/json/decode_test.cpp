#include "sample.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// How described types are read: names, presence, null, nesting, rules. Scalars are in codec_test.cpp, messages in
// decode_errors_test.cpp.

namespace decode_test {

using outlay::decode;
using outlay::inspect;
using outlay::nullable;
using outlay::presence;
using sample::lines;
using sample::plan;
using testing::ElementsAre;
using testing::IsEmpty;

struct kinds {
    int plain = 7;
    std::optional<int> perhaps;
    nullable<int> three_states;
    std::vector<int> list;
    int defaulted = 8;
    std::vector<int> may_lack;
    std::optional<int> needed;
};
BOOST_DESCRIBE_STRUCT(kinds, (), (plain, perhaps, three_states, list, defaulted, may_lack, needed))

struct node {
    std::vector<node> children;
};
BOOST_DESCRIBE_STRUCT(node, (), (children))

struct empty {};
BOOST_DESCRIBE_STRUCT(empty, (), ())

struct inner {
    int n = 0;
};
BOOST_DESCRIBE_STRUCT(inner, (), (n))

struct holder {
    std::optional<inner> perhaps;
    nullable<inner> three_states;
    std::optional<std::vector<inner>> list;
    std::vector<std::optional<inner>> gaps;
};
BOOST_DESCRIBE_STRUCT(holder, (), (perhaps, three_states, list, gaps))

struct odd_names {
    int slash = 0;
    int quote = 0;
    int none = 0;
    int class_ = 0;
};
BOOST_DESCRIBE_STRUCT(odd_names, (), (slash, quote, none, class_))

struct base {
    int first_part = 0;
};
BOOST_DESCRIBE_STRUCT(base, (), (first_part))
struct derived : base {
    int second_part = 0;
};
BOOST_DESCRIBE_STRUCT(derived, (base), (second_part))

} // namespace decode_test

template<>
struct outlay::model<decode_test::kinds> {
    using kinds = decode_test::kinds;
    static constexpr auto members = std::tuple{
        member<&kinds::defaulted>(presence::optional),
        member<&kinds::may_lack>(presence::optional),
        member<&kinds::needed>(presence::required),
    };
};

template<>
struct outlay::model<decode_test::node> {
    static constexpr auto members = std::tuple{member<&decode_test::node::children>(presence::optional)};
};

template<>
struct outlay::model<decode_test::holder> {
    static constexpr auto members = std::tuple{member<&decode_test::holder::gaps>(presence::optional)};
};

template<>
struct outlay::model<decode_test::odd_names> {
    using odd_names = decode_test::odd_names;
    static constexpr auto members = std::tuple{
        rename<&odd_names::slash>("a/b~c"),
        rename<&odd_names::quote>("\xC3\xA9\""),
        rename<&odd_names::none>(""),
    };
};

template<>
struct outlay::model<decode_test::base> {
    static constexpr auto naming = wire_case::kebab;
};
template<>
struct outlay::model<decode_test::derived> {
    static constexpr auto naming = wire_case::upper_camel;
};

namespace decode_test {

TEST(decode, reads_every_member)
{
    auto const read = decode<plan>(sample::plan_text);
    ASSERT_TRUE(read) << read.error();
    plan const& p = *read;
    EXPECT_EQ(p.id, "p1");
    EXPECT_EQ(p.title, "Spring \xE2\x98\x80 sale \xF0\x9F\x98\x80");
    EXPECT_EQ(p.active, true);
    EXPECT_EQ(p.state, sample::state::paused);
    EXPECT_EQ(p.cap, outlay::decimal(1000));
    EXPECT_THAT(p.tags, ElementsAre("\xC3\xA9", "\xE6\x97\xA5\xE6\x9C\xAC", "\n\"\\"));
    ASSERT_EQ(p.entries->size(), 2u);
    EXPECT_TRUE((*p.entries)[0].note.is_null());
    EXPECT_TRUE((*p.entries)[1].note.is_absent());
    ASSERT_EQ(p.children.size(), 1u);
    EXPECT_EQ(p.children[0].id, "p2");
}

TEST(decode, requires_members_that_are_not_optional)
{
    EXPECT_THAT(lines(inspect<kinds>("{}").report),
                ElementsAre("1:1 /plain: required, but missing", "1:1 /list: required, but missing",
                            "1:1 /needed: required, but missing"));
    auto const seen = inspect<kinds>(R"({"plain":1,"list":[],"needed":2})");
    EXPECT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.defaulted, 8);
    EXPECT_FALSE(seen.value.perhaps);
    EXPECT_TRUE(seen.value.three_states.is_absent());
}

TEST(decode, reads_null_where_a_member_may_be_absent)
{
    auto const seen = inspect<kinds>(R"({"plain":1,"perhaps":null,"threeStates":null,"list":[],"defaulted":null,
                                         "mayLack":null,"needed":3})");
    EXPECT_TRUE(seen.ok()) << seen.report;
    EXPECT_FALSE(seen.value.perhaps);
    EXPECT_TRUE(seen.value.three_states.is_null());
    EXPECT_EQ(seen.value.defaulted, 8);
    EXPECT_THAT(seen.value.may_lack, IsEmpty());
}

TEST(decode, rejects_null_for_a_required_member)
{
    auto const seen = inspect<kinds>(R"({"plain":null,"list":null,"needed":null})");
    EXPECT_EQ(seen.report.size(), 3u) << seen.report;
    EXPECT_EQ(seen.value.plain, 7);
}

TEST(decode, reads_objects_and_lists_in_optional_and_nullable)
{
    auto const seen =
        inspect<holder>(R"({"perhaps":{"n":1},"threeStates":{"n":2},"list":[{"n":3}],"gaps":[null,{"n":4}]})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.perhaps->n, 1);
    EXPECT_EQ(seen.value.three_states->n, 2);
    EXPECT_EQ(seen.value.list->at(0).n, 3);
    ASSERT_EQ(seen.value.gaps.size(), 2u);
    EXPECT_FALSE(seen.value.gaps[0]);
    EXPECT_EQ(seen.value.gaps[1]->n, 4);

    auto const nothing = inspect<holder>(R"({"perhaps":null,"threeStates":null,"list":null})");
    ASSERT_TRUE(nothing.ok()) << nothing.report;
    EXPECT_FALSE(nothing.value.perhaps);
    EXPECT_TRUE(nothing.value.three_states.is_null());
    EXPECT_FALSE(nothing.value.list);
}

TEST(decode, reads_any_type_at_the_root)
{
    EXPECT_THAT(decode<std::vector<int>>(" [1, 2]\n").value(), ElementsAre(1, 2));
    EXPECT_THAT(decode<std::vector<std::vector<int>>>("[[],[1]]").value(), ElementsAre(IsEmpty(), ElementsAre(1)));
    EXPECT_EQ(decode<std::optional<int>>("null").value(), std::nullopt);
    EXPECT_EQ(decode<std::optional<int>>("1").value(), 1);
    EXPECT_TRUE(decode<nullable<int>>("null").value().is_null());
    EXPECT_TRUE(decode<empty>("{}"));
    EXPECT_TRUE(decode<empty>(R"({"any":[{}]})"));
}

TEST(decode, reads_recursive_types_up_to_max_depth)
{
    constexpr std::size_t depth = outlay::decode_options::deepest / 2 - 1;
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "{\"children\":[";
    text += "{}";
    for (std::size_t i = 0; i < depth; ++i) text += "]}";
    auto const read = decode<node>(text, {.max_depth = 2 * depth + 1});
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(outlay::encode(*read), text);
}

TEST(decode, finds_members_by_their_names_on_the_wire)
{
    auto const odd = decode<odd_names>(R"({"a\/b~c":1,"\u00e9\"":2,"":3,"class":4})");
    ASSERT_TRUE(odd) << odd.error();
    EXPECT_EQ(std::tuple(odd->slash, odd->quote, odd->none, odd->class_), std::tuple(1, 2, 3, 4));

    // A base has the naming of its own model.
    auto const inherited = decode<derived>(R"({"first-part":1,"SecondPart":2})");
    ASSERT_TRUE(inherited) << inherited.error();
    EXPECT_EQ(inherited->first_part + inherited->second_part, 3);
}

TEST(decode, is_case_sensitive)
{
    EXPECT_THAT(lines(inspect<inner>(R"({"N":1})").report),
                ElementsAre("1:1 /n: required, but missing", "notice: 1:2 /N: not a known field, ignored"));
}

TEST(decode, skips_unknown_fields)
{
    auto const seen = inspect<inner>(R"({"x":{"n":[1,{"n":"}"}]},"n":1,"y":[[[]]],"z":null})");
    EXPECT_EQ(seen.value.n, 1);
    EXPECT_THAT(lines(seen.report),
                ElementsAre("notice: 1:2 /x: not a known field, ignored", "notice: 1:32 /y: not a known field, ignored",
                            "notice: 1:43 /z: not a known field, ignored"));
}

TEST(decode, reads_an_alias_with_a_notice)
{
    auto const seen = inspect<plan>(R"({"id":"p", "oldTitle":"t"})");
    EXPECT_EQ(seen.value.title, "t");
    EXPECT_THAT(lines(seen.report), ElementsAre("notice: 1:12 /oldTitle: another name of name"));
    EXPECT_EQ(inspect<plan>(R"({"id":"p", "oldTitle":"t"})", {.max_violations = 0}).report.omitted_notices(), 1u);
}

TEST(decode, refuses_what_is_given_twice)
{
    auto const twice = inspect<plan>(R"({"id":"a", "id":"b", "name":"t", "oldTitle":"u"})");
    EXPECT_EQ(twice.value.id, "a");
    EXPECT_EQ(twice.value.title, "t");
    EXPECT_THAT(lines(twice.report),
                ElementsAre("1:12 /id: id occurs more than once", "1:34 /oldTitle: name occurs more than once",
                            "notice: 1:34 /oldTitle: another name of name"));
}

TEST(decode, refuses_an_alias_before_its_member)
{
    EXPECT_THAT(lines(inspect<plan>(R"({"id":"a", "oldTitle":"t", "name":"u"})").report),
                ElementsAre("1:28 /name: name occurs more than once", "notice: 1:12 /oldTitle: another name of name"));
}

TEST(decode, keeps_the_members_that_were_read)
{
    auto const seen =
        inspect<plan>(R"({"id":"p","cap":"much","floor":2,"entries":[{"amount":1},{"amount":[]},{"amount":3}]})");
    EXPECT_EQ(seen.value.id, "p");
    EXPECT_EQ(seen.value.floor, outlay::decimal(2));
    EXPECT_FALSE(seen.value.cap);
    ASSERT_EQ(seen.value.entries->size(), 3u);
    EXPECT_EQ((*seen.value.entries)[2].amount, 3);
}

TEST(decode, checks_the_rules_of_members_and_items)
{
    EXPECT_THAT(lines(inspect<plan>(R"({"id":"p",
  "name": "a name of more than twenty characters",
  "tags": ["ok", "", "too long", "ok"],
  "entries": [],
  "children": [{"id":"q", "name":"x",
    "entries": [{"amount": -0.01, "note": ""}]}]})")
                          .report),
                ElementsAre("2:11 /name: expected at most 20 characters, found 37 characters",
                            "3:11 /tags: expected at most 3 items, found 4 items",
                            "3:18 /tags/1: expected 1 to 4 characters, found 0 characters",
                            "3:22 /tags/2: expected 1 to 4 characters, found 8 characters",
                            "4:14 /entries: expected 1 to 4 items, found 0 items",
                            "6:28 /children/0/entries/0/amount: expected 0 or more, found -0.01",
                            "6:43 /children/0/entries/0/note: expected 1 to 8 characters, found 0 characters"));
}

TEST(decode, checks_invariants_at_the_member_or_at_the_object)
{
    EXPECT_THAT(lines(inspect<plan>("{\"id\":\"p\", \"cap\":\n1,\n\"floor\":2}").report),
                ElementsAre("2:1 /cap: the floor is over the cap", "notice: 1:1: a plan without a name"));
    EXPECT_THAT(lines(inspect<plan>("{\"id\":\"p\", \"name\":\"n\", \"children\":[\n {\"id\":\"q\"}]}").report),
                ElementsAre("notice: 2:2 /children/0: a plan without a name"));
}

TEST(decode, checks_invariants_of_an_object_that_breaks_a_rule)
{
    EXPECT_EQ(inspect<plan>(R"({"id":"p","name":"n","tags":[""],"floor":2,"cap":1})").report.size(), 2u);
}

TEST(decode, does_not_check_invariants_of_an_object_that_was_not_read)
{
    EXPECT_THAT(lines(inspect<plan>(R"({"id":"p","name":true,"floor":2,"cap":1})").report),
                ElementsAre("1:18 /name: expected a string, found true"));
}

struct absences {
    int at_least_one = 0;
    std::vector<int> some;
};
BOOST_DESCRIBE_STRUCT(absences, (), (at_least_one, some))

} // namespace decode_test

template<>
struct outlay::model<decode_test::absences> {
    using absences = decode_test::absences;
    static constexpr auto members = std::tuple{member<&absences::at_least_one>(presence::optional, at_least(1)),
                                               member<&absences::some>(presence::optional, items(1, 2))};
};

namespace decode_test {

TEST(decode, applies_rules_to_defaults_of_absent_members)
{
    auto const seen = outlay::inspect<absences>(" {}");
    EXPECT_EQ(seen.report.to_string(), "1:2 /atLeastOne: expected 1 or more, found 0\n"
                                       "1:2 /some: expected 1 to 2 items, found 0 items");
    EXPECT_EQ(outlay::validate(seen.value).size(), seen.report.size());
}

TEST(decode, agrees_with_validate_on_valid_values)
{
    for (std::string_view const text :
         {R"({"plain":1,"list":[],"needed":null})", R"({"plain":1,"list":[],"needed":2})"}) {
        auto const seen = inspect<kinds>(text);
        EXPECT_EQ(seen.ok(), outlay::validate(seen.value).empty()) << text;
    }
}

} // namespace decode_test
