#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/value/open_enum.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace open_enum_test {

BOOST_DEFINE_ENUM_CLASS(state, enabled, paused, archived)

} // namespace open_enum_test

template<>
struct outlay::model<open_enum_test::state> {
    static constexpr std::tuple members{rename<open_enum_test::state::archived>("Gone")};
};

namespace open_enum_test {

using open_state = outlay::open_enum<state>;

TEST(open_enum, reads_known_values)
{
    auto const paused = open_state::from_text("PAUSED");
    EXPECT_TRUE(paused.is_known());
    EXPECT_EQ(paused.value(), state::paused);
    EXPECT_EQ(paused, state::paused);
    EXPECT_EQ(paused.text(), "PAUSED");
}

TEST(open_enum, follows_renames)
{
    EXPECT_EQ(open_state::from_text("Gone"), state::archived);
    EXPECT_EQ(open_state(state::archived).text(), "Gone");
    EXPECT_FALSE(open_state::from_text("ARCHIVED").is_known());
}

TEST(open_enum, keeps_unknown_values)
{
    auto const unknown = open_state::from_text("SUSPENDED_BY_A_VENDOR_WITH_A_LOT_TO_SAY");
    EXPECT_FALSE(unknown.is_known());
    EXPECT_EQ(unknown.known(), std::nullopt);
    EXPECT_EQ(unknown.text(), "SUSPENDED_BY_A_VENDOR_WITH_A_LOT_TO_SAY");
    EXPECT_NE(unknown, state::enabled);
    EXPECT_NE(unknown, open_state());
}

TEST(open_enum, names_the_text_of_an_unknown_value)
{
    try {
        static_cast<void>(open_state::from_text("SUSPENDED").value());
        FAIL();
    } catch (outlay::unknown_enumerator const& e) {
        EXPECT_NE(std::string_view(e.what()).find("\"SUSPENDED\""), std::string_view::npos) << e.what();
    }
}

TEST(open_enum, copies_and_moves)
{
    auto unknown = open_state::from_text("SUSPENDED");
    open_state copy = unknown;
    EXPECT_EQ(copy, unknown);
    copy = state::paused;
    EXPECT_EQ(copy, state::paused);
    EXPECT_EQ(unknown.text(), "SUSPENDED");
    copy = unknown;
    EXPECT_EQ(copy.text(), "SUSPENDED");
    open_state const moved = std::move(unknown);
    EXPECT_EQ(moved.text(), "SUSPENDED");
    open_state& self = copy;
    copy = self;
    EXPECT_EQ(copy.text(), "SUSPENDED");
}

TEST(open_enum, compares_through_optional)
{
    std::optional<open_state> s = state::paused;
    EXPECT_TRUE(s == state::paused);
    EXPECT_TRUE(state::paused == s);
    s = open_state::from_text("SUSPENDED");
    EXPECT_FALSE(s == state::enabled);
}

TEST(open_enum, is_a_key_ordered_by_text)
{
    std::map<open_state, int> const ordered{
        {state::paused, 3}, {state::enabled, 1}, {state::archived, 2}, {open_state::from_text("A"), 0}};
    std::string order;
    for (auto const& [key, value] : ordered) order += std::to_string(value);
    EXPECT_EQ(order, "0123"); // A, ENABLED, Gone, PAUSED

    std::unordered_set<open_state> const hashed{state::paused, open_state::from_text("A")};
    EXPECT_TRUE(hashed.contains(open_state::from_text("PAUSED")));
    EXPECT_TRUE(hashed.contains(open_state::from_text("A")));
    EXPECT_FALSE(hashed.contains(open_state::from_text("B")));
}

TEST(open_enum, distinguishes_a_cast_from_an_empty_text)
{
    open_state const cast = static_cast<state>(7);
    open_state const empty = open_state::from_text("");
    EXPECT_EQ(cast.text(), empty.text());
    EXPECT_NE(cast, empty);
    EXPECT_NE(cast <=> empty, std::strong_ordering::equal);
}

open_state any_state()
{
    auto const texts = rc::gen::oneOf(rc::gen::element<std::string>("ENABLED", "PAUSED", "Gone", "ARCHIVED", ""),
                                      rc::gen::arbitrary<std::string>());
    return open_state::from_text(*texts);
}

RC_GTEST_PROP(open_enum, round_trips_every_text, (std::string const& text))
{
    RC_ASSERT(open_state::from_text(text).text() == text);
    RC_ASSERT(open_state::from_text(text).to_string() == text);
}

RC_GTEST_PROP(open_enum, equality_order_and_hash_agree, ())
{
    open_state const a = any_state();
    open_state const b = any_state();
    RC_ASSERT((a == b) == (a.text() == b.text()));
    RC_ASSERT((a == b) == ((a <=> b) == 0));
    RC_ASSERT((a <=> b) == (a.text() <=> b.text()));
    if (a == b) RC_ASSERT(std::hash<open_state>{}(a) == std::hash<open_state>{}(b));
}

} // namespace open_enum_test
