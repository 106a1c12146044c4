#include <cstdint>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/value/identifier.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace identifier_test {

using campaign_id = outlay::identifier<struct campaign_tag>;

struct request {
    std::vector<campaign_id> campaign_ids;
};

TEST(identifier, is_the_text_it_was_made_from)
{
    std::string const text = "a text that is too long for the buffer within a string";
    EXPECT_EQ(campaign_id("c1").str(), "c1");
    EXPECT_EQ(campaign_id(text).str(), text);
    EXPECT_EQ(campaign_id(std::string_view(text)).str(), text);
    EXPECT_EQ(campaign_id(std::string_view("a\0b", 3)).str().size(), 3u);
    EXPECT_TRUE(campaign_id().empty());
}

TEST(identifier, moves_its_text_in_and_out)
{
    std::string text = "a text that is too long for the buffer within a string";
    char const* const buffer = text.data();
    campaign_id id = std::move(text);
    EXPECT_EQ(id.str().data(), buffer);
    std::string const out = std::move(id).str();
    EXPECT_EQ(out.data(), buffer);
}

TEST(identifier, vectors_of_two_ids_are_two_ids)
{
    request const nested{{"a", "b"}};
    std::vector<campaign_id> const expected{campaign_id{"a"}, campaign_id{"b"}};
    EXPECT_EQ(nested.campaign_ids, expected);
    EXPECT_EQ((std::vector<campaign_id>{{"a", "b"}}), expected);
    EXPECT_EQ((std::vector<campaign_id>{"a", "b"}), expected);
    EXPECT_EQ(request{{"ab"}}.campaign_ids, std::vector<campaign_id>{campaign_id{"ab"}});
}

TEST(identifier, vectors_resize_with_a_text)
{
    std::vector<campaign_id> ids;
    ids.resize(101, "x");
    ids.push_back("y");
    EXPECT_EQ(ids.size(), 102u);
    EXPECT_EQ(ids[100], "x");
    EXPECT_EQ(ids.back(), "y");
}

TEST(identifier, compares_with_texts_through_optional)
{
    std::optional<campaign_id> const id = "c1";
    EXPECT_TRUE(id == "c1");
    EXPECT_TRUE("c1" == id);
    EXPECT_TRUE(id != "c2");
    EXPECT_TRUE(id == campaign_id("c1"));
    EXPECT_FALSE(std::optional<campaign_id>() == "c1");
}

TEST(identifier, is_a_key)
{
    std::map<campaign_id, int> const ordered{{"b", 2}, {"a", 1}};
    EXPECT_EQ(ordered.begin()->first, "a");
    EXPECT_EQ(ordered.at("b"), 2);

    std::unordered_map<campaign_id, int> const hashed{{"b", 2}, {"a", 1}};
    EXPECT_EQ(hashed.at("b"), 2);
}

TEST(identifier, is_found_by_text_without_making_an_id)
{
    std::unordered_set<campaign_id, std::hash<campaign_id>, std::equal_to<>> const ids{"a", "b"};
    EXPECT_TRUE(ids.contains(std::string_view("a")));
    EXPECT_TRUE(ids.contains("b"));
    EXPECT_TRUE(ids.contains(campaign_id("b")));
    EXPECT_FALSE(ids.contains(std::string("c")));
}

TEST(identifier, prints_its_text)
{
    std::ostringstream out;
    out << campaign_id("c1");
    EXPECT_EQ(out.str(), "c1");
}

RC_GTEST_PROP(identifier, keeps_every_number, (std::uint64_t number))
{
    auto const id = campaign_id::from_number(number);
    RC_ASSERT(id.str() == std::to_string(number));
    RC_ASSERT(id.number() == number);
    RC_ASSERT(!campaign_id("0" + id.str()).number());
    RC_ASSERT(!campaign_id(id.str() + " ").number());
}

RC_GTEST_PROP(identifier, a_text_is_a_number_only_if_that_number_prints_so, (std::string const& text))
{
    campaign_id const id = text;
    if (auto const number = id.number()) RC_ASSERT(campaign_id::from_number(*number) == id);
}

RC_GTEST_PROP(identifier, orders_and_hashes_as_its_text, (std::string const& a, std::string const& b))
{
    RC_ASSERT((campaign_id(a) == campaign_id(b)) == (a == b));
    RC_ASSERT((campaign_id(a) == b) == (a == b));
    RC_ASSERT((campaign_id(a) <=> campaign_id(b)) == (a <=> b));
    RC_ASSERT(std::hash<campaign_id>{}(campaign_id(a)) == std::hash<campaign_id>{}(a));
}

} // namespace identifier_test
