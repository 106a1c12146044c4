#include <boost/describe/class.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/model.hpp>
#include <string>

// Rules by themselves, at run time.

namespace value_rules_test {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(length, counts_characters_where_bytes_do_not_decide)
{
    std::string const umlauts = "\u00e4\u00e4a"; // 3 characters, 5 bytes
    EXPECT_TRUE(outlay::length(3, 100).holds(umlauts));
    EXPECT_FALSE(outlay::length(4, 100).holds(umlauts));
    EXPECT_TRUE(outlay::length(1, 3).holds(umlauts));
    EXPECT_FALSE(outlay::length(1, 2).holds(umlauts));
    std::string const faces = "\U0001F600\U0001F600"; // 2 characters, 8 bytes
    EXPECT_TRUE(outlay::length(2, 100).holds(faces));
    EXPECT_FALSE(outlay::length(3, 100).holds(faces));
    EXPECT_TRUE(outlay::length(1).holds(std::string("\u00e4")));
    EXPECT_FALSE(outlay::length(2).holds(std::string("\u00e4")));
}

TEST(byte_length, has_the_bounds_of_characters_that_follow)
{
    for (std::size_t const least : {1u, 3u, 4u, 5u, 8u, 9u}) {
        outlay::facts facts;
        EXPECT_FALSE(outlay::byte_length(least, 20).describe(facts));
        EXPECT_EQ(facts.min_length, least <= 4 ? 1u : least <= 8 ? 2u : 3u) << least;
        EXPECT_EQ(facts.max_length, 20u);
    }
}

TEST(satisfies, describes_itself_by_its_pattern)
{
    constexpr auto any = [](std::string const&) { return true; };
    auto const patterns = [&](std::string_view regex, bool is_described) {
        outlay::facts facts;
        EXPECT_EQ(outlay::satisfies<std::string>("code", any, "a text", regex).describe(facts), is_described) << regex;
        return facts.patterns;
    };
    EXPECT_THAT(patterns("^a$", true), ElementsAre("^a$"));
    EXPECT_THAT(patterns(".*", true), IsEmpty());
    EXPECT_THAT(patterns("", false), IsEmpty());
}

struct plan {
    std::optional<int> start{};
    std::optional<int> end{};
};
BOOST_DESCRIBE_STRUCT(plan, (), (start, end))

TEST(has_any, holds_if_one_member_has_a_value)
{
    outlay::has_any<&plan::start, &plan::end> const condition;
    EXPECT_TRUE(condition.holds({.start = 1}));
    EXPECT_TRUE(condition.holds({.end = 1}));
    EXPECT_TRUE(condition.holds({.start = 1, .end = 1}));
    EXPECT_FALSE(condition.holds({}));
}

} // namespace value_rules_test
