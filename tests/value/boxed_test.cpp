#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// A member of the class that contains it.

namespace boxed_test {

using outlay::boxed;
using testing::ElementsAre;

struct filter {
    int value{};
    std::vector<filter> any{};
    boxed<filter> opposite{};

    friend bool operator==(filter const&, filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(filter, (), (value, any, opposite))

} // namespace boxed_test

template<>
struct outlay::model<boxed_test::filter> {
    static constexpr auto members = std::tuple{
        member<&boxed_test::filter::value>(at_least(outlay::decimal(0))),
        member<&boxed_test::filter::any>(presence::optional),
    };
};

namespace boxed_test {

static_assert(std::is_nothrow_move_constructible_v<boxed<filter>>);
static_assert(std::is_nothrow_move_assignable_v<boxed<filter>>);

TEST(boxed, has_a_value_or_none)
{
    boxed<int> none;
    EXPECT_FALSE(none);
    EXPECT_EQ(none, nullptr);
    EXPECT_EQ(none.get(), nullptr);
    boxed<std::string> text = std::string("a");
    ASSERT_TRUE(text);
    EXPECT_NE(text, nullptr);
    EXPECT_EQ(*text, "a");
    text->append("b");
    EXPECT_EQ(*std::as_const(text).get(), "ab");
    EXPECT_EQ(std::as_const(text)->size(), 2u);
    text.reset(new std::string("c"));
    EXPECT_EQ(*std::as_const(text), "c");
    text = nullptr;
    EXPECT_FALSE(text);
}

TEST(boxed, copies_its_value)
{
    boxed<int> first = 1;
    boxed<int> second = first;
    *second = 2;
    EXPECT_EQ(*first, 1);
    second = first;
    EXPECT_NE(first.get(), second.get());
    EXPECT_EQ(first, second);
    boxed<int> const& same = second;
    second = same;
    EXPECT_EQ(*second, 1);
    second = boxed<int>();
    EXPECT_NE(first, second);
    EXPECT_NE(second, first);
    EXPECT_EQ(second, boxed<int>());
    boxed<int> const moved = std::move(first);
    EXPECT_EQ(*moved, 1);
    EXPECT_EQ(first, nullptr); // NOLINT: it has none after the move
}

TEST(boxed, is_read_and_written_as_its_value)
{
    std::string const text = R"({"value":1,"any":[{"value":2,"opposite":{"value":3}}],"opposite":{"value":4}})";
    auto const read = outlay::decode<filter>(text).value();
    EXPECT_EQ(read.opposite->value, 4);
    EXPECT_EQ(read.any[0].opposite->value, 3);
    EXPECT_EQ(outlay::encode(read), text);
    filter copy = read;
    EXPECT_EQ(copy, read);
    copy.any[0].opposite->value = 5;
    EXPECT_NE(copy, read);
    EXPECT_EQ(outlay::decode<filter>(R"({"value":1,"opposite":null})").value().opposite, nullptr);
    copy.opposite->value = -1;
    auto const found = outlay::validate(copy);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].pointer, "/opposite/value");
    EXPECT_EQ(outlay::json_schema<filter>().at("required").as_array().size(), 1u);
}

} // namespace boxed_test
