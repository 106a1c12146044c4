#include <boost/describe/class.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

namespace validate_test {

using outlay::nullable;
using outlay::presence;
using outlay::validate;
using testing::ElementsAre;
using testing::IsEmpty;

struct leaf {
    int size = 1;
};
BOOST_DESCRIBE_STRUCT(leaf, (), (size))

struct tree {
    std::string name;
    std::vector<std::string> words;
    std::vector<std::vector<int>> table;
    std::optional<leaf> best;
    nullable<std::vector<leaf>> leaves;
    std::vector<tree> branches;
};
BOOST_DESCRIBE_STRUCT(tree, (), (name, words, table, best, leaves, branches))

struct demanding {
    std::optional<int> needed;
    nullable<int> stated;
};
BOOST_DESCRIBE_STRUCT(demanding, (), (needed, stated))

} // namespace validate_test

template<>
struct outlay::model<validate_test::leaf> {
    static constexpr auto members = std::tuple{member<&validate_test::leaf::size>(at_least(1))};
};

template<>
struct outlay::model<validate_test::tree> {
    using tree = validate_test::tree;
    static constexpr auto members = std::tuple{
        rename<&tree::name>("a/b~c"),
        member<&tree::name>(length(0, 3)),
        member<&tree::words>(items(0, 2), each(length(1, 2))),
        member<&tree::table>(each(items(1, 2), each(at_least(0)))),
        invariant<tree>(
            "bare", [](tree const& t) { return t.name != "oak" || t.best; }, "an oak without a leaf"),
        quirk<tree>(
            "nameless", [](tree const& t) { return !t.name.empty(); }, "a tree without a name"),
    };
};

template<>
struct outlay::model<validate_test::demanding> {
    using demanding = validate_test::demanding;
    static constexpr auto members = std::tuple{
        member<&demanding::needed>(presence::required),
        member<&demanding::stated>(presence::required),
    };
};

namespace validate_test {

std::vector<std::string> lines(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(v.to_string());
    return lines;
}

TEST(validate, finds_nothing_in_valid_values)
{
    tree t;
    t.name = "elm";
    t.words = {"a", "bc"};
    t.table = {{0}, {1, 2}};
    t.best = leaf{};
    t.branches = {t};
    EXPECT_THAT(validate(t), IsEmpty());
    EXPECT_THAT(validate(t).notices(), IsEmpty());
}

TEST(validate, names_the_member_the_item_and_the_part)
{
    tree t;
    t.name = "birch";
    t.words = {"a", "", "abc"};
    t.table = {{1}, {}, {0, -1}};
    t.best = leaf{0};
    t.leaves = std::vector<leaf>{{1}, {-5}};
    t.branches.resize(2);
    t.branches[1].best = leaf{0};
    EXPECT_THAT(lines(validate(t)),
                ElementsAre("/a~1b~0c: expected at most 3 characters, found 5 characters",
                            "/words: expected at most 2 items, found 3 items",
                            "/words/1: expected 1 to 2 characters, found 0 characters",
                            "/words/2: expected 1 to 2 characters, found 3 characters",
                            "/table/1: expected 1 to 2 items, found 0 items",
                            "/table/2/1: expected 0 or more, found -1", "/best/size: expected 1 or more, found 0",
                            "/leaves/1/size: expected 1 or more, found -5",
                            "/branches/1/best/size: expected 1 or more, found 0"));
}

TEST(validate, reports_a_rule_between_members_at_the_object)
{
    tree t;
    t.name = "elm";
    t.branches.resize(2);
    t.branches[1].name = "oak";
    auto const report = validate(t);
    EXPECT_THAT(lines(report), ElementsAre("/branches/1: an oak without a leaf"));
    EXPECT_EQ(report[0].code, "bare");
    EXPECT_EQ(report[0].line, 0u);
    ASSERT_EQ(report.notices().size(), 1u);
    EXPECT_EQ(report.notices()[0].to_string(), "/branches/0: a tree without a name");
}

TEST(validate, reports_missing_members_and_accepts_null_as_a_state)
{
    EXPECT_THAT(lines(validate(demanding{})),
                ElementsAre("/needed: required, but missing", "/stated: required, but missing"));
    EXPECT_THAT(validate(demanding{.needed = 1, .stated = outlay::null}), IsEmpty());
    EXPECT_THAT(validate(demanding{.needed = 1, .stated = 2}), IsEmpty());
}

TEST(validate, agrees_with_valid)
{
    tree t;
    EXPECT_TRUE(outlay::valid(t));
    EXPECT_THAT(validate(t), IsEmpty()); // a notice is no violation
    t.words = {""};
    EXPECT_FALSE(outlay::valid(t));
    EXPECT_FALSE(outlay::valid(demanding{.needed = 1}));
    EXPECT_TRUE(outlay::valid(demanding{.needed = 1, .stated = outlay::null}));
}

TEST(validate, looks_into_lists_at_the_root)
{
    EXPECT_THAT(lines(validate(std::vector<leaf>{{1}, {0}})), ElementsAre("/1/size: expected 1 or more, found 0"));
}

} // namespace validate_test
