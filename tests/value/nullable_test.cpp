#include <boost/describe/enum.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <rapidcheck/gtest.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace nullable_test {

using outlay::decimal;
using outlay::null;
using outlay::nullable;
using campaign_id = outlay::identifier<struct campaign_tag>;

BOOST_DEFINE_ENUM_CLASS(state, enabled, paused)

struct update {
    nullable<std::string> name;
    nullable<campaign_id> campaign;
    nullable<outlay::open_enum<state>> status;
};

TEST(nullable, is_absent_in_an_aggregate_that_does_not_name_it)
{
    update const u{.name = "spring", .campaign = null, .status = {}};
    EXPECT_EQ(u.name, "spring");
    EXPECT_EQ(u.name, std::string_view("spring"));
    EXPECT_TRUE(u.campaign.is_null());
    EXPECT_TRUE(u.status.is_absent());
}

TEST(nullable, compares_with_whatever_its_value_compares_with)
{
    nullable<campaign_id> const id = "c1";
    EXPECT_TRUE(id == "c1");
    EXPECT_TRUE("c1" == id);
    EXPECT_TRUE(id != campaign_id("c2"));
    nullable<outlay::open_enum<state>> const status = state::paused;
    EXPECT_TRUE(status == state::paused);
    EXPECT_TRUE(state::enabled != status);
    EXPECT_TRUE(status == outlay::open_enum<state>(state::paused));
    std::optional<nullable<int>> const both = nullable<int>(1);
    EXPECT_TRUE(both == nullable<int>(1));
    EXPECT_TRUE(both != nullable<int>(null));
    EXPECT_TRUE(both != std::optional<nullable<int>>());
}

TEST(nullable, throws_as_optional_does)
{
    nullable<decimal> n;
    EXPECT_THROW(static_cast<void>(n.value()), std::bad_optional_access);
    n = null;
    EXPECT_THROW(static_cast<void>(n.value()), std::bad_optional_access);
    EXPECT_THROW(static_cast<void>(nullable<decimal>(null).value()), std::bad_optional_access);
}

TEST(nullable, returns_its_value_as_optional_does)
{
    nullable<std::string> name = "spring";
    name.value() += " sale";
    EXPECT_EQ(name.value_or("none"), "spring sale");
    EXPECT_EQ(std::move(name).value_or("none"), "spring sale");
}

TEST(nullable, moves_its_value)
{
    nullable<std::unique_ptr<int>> n = std::make_unique<int>(7);
    nullable<std::unique_ptr<int>> m = std::move(n);
    std::unique_ptr<int> const out = *std::move(m);
    EXPECT_EQ(*out, 7);
    EXPECT_EQ(*nullable<std::unique_ptr<int>>(null).value_or(std::make_unique<int>(8)), 8);
    EXPECT_EQ(*m.emplace(new int(9)), 9);
}

/// Counts those that live, and throws when it is copied, on request.
struct counted {
    counted() { ++alive; }
    counted(counted const& other) : fails(other.fails)
    {
        if (fails) throw std::runtime_error("not copied");
        ++alive;
    }
    counted& operator=(counted const& other)
    {
        if (other.fails) throw std::runtime_error("not assigned");
        return *this;
    }
    ~counted() { --alive; }

    bool fails = false;
    inline static int alive = 0;
};

TEST(nullable, destroys_each_value_once)
{
    {
        nullable<counted> a = counted();
        nullable<counted> b = a;
        EXPECT_EQ(counted::alive, 2);
        b = null;
        EXPECT_EQ(counted::alive, 1);
        b = a;
        b = a; // by assignment
        a.reset();
        EXPECT_EQ(counted::alive, 1);
        a.emplace();
        a.emplace();
        EXPECT_EQ(counted::alive, 2);
        a = *&a;
        EXPECT_EQ(counted::alive, 2);
        a->fails = true;
        EXPECT_THROW(b = a, std::runtime_error);
        EXPECT_TRUE(b.has_value());
        b.set_null();
        EXPECT_THROW(b = a, std::runtime_error);
        EXPECT_TRUE(b.is_null());
        EXPECT_THROW(nullable<counted>{a}, std::runtime_error);
        EXPECT_EQ(counted::alive, 1);
    }
    EXPECT_EQ(counted::alive, 0);
}

TEST(nullable, prints_its_state)
{
    EXPECT_EQ(nullable<decimal>().to_string(), "absent");
    EXPECT_EQ(nullable<decimal>(null).to_string(), "null");
    EXPECT_EQ(nullable<decimal>(decimal::from_parts(1250, 2)).to_string(), "12.50");
}

TEST(nullable, is_a_key)
{
    std::unordered_set<nullable<decimal>> const keys{{}, null, 1};
    EXPECT_EQ(keys.size(), 3u);
    EXPECT_TRUE(keys.contains(decimal::from_parts(10, 1)));
    EXPECT_TRUE(keys.contains(null));
    EXPECT_FALSE(keys.contains(2));
}

/// Absent for 0, null for 1, else a value.
nullable<int> any_nullable()
{
    int const state = *rc::gen::inRange(0, 4);
    if (state == 0) return std::nullopt;
    if (state == 1) return null;
    return *rc::gen::inRange(0, 3);
}

RC_GTEST_PROP(nullable, is_in_exactly_one_state, ())
{
    nullable<int> n = any_nullable();
    nullable<int> const other = any_nullable();
    n = other;
    RC_ASSERT(n == other);
    RC_ASSERT(int{n.is_absent()} + int{n.is_null()} + int{n.has_value()} == 1);
    RC_ASSERT((n == null) == n.is_null());
    RC_ASSERT((n == std::nullopt) == n.is_absent());
    RC_ASSERT((n == n.value_or(-1)) == n.has_value());
}

RC_GTEST_PROP(nullable, equality_and_hash_agree, ())
{
    nullable<int> const a = any_nullable();
    nullable<int> const b = any_nullable();
    if (a == b) RC_ASSERT(std::hash<nullable<int>>{}(a) == std::hash<nullable<int>>{}(b));
    RC_ASSERT((a == b) == (a.is_null() == b.is_null() && a.has_value() == b.has_value() && (!a || *a == *b)));
}

} // namespace nullable_test
