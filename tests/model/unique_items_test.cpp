#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

namespace unique_items_test {

struct plan {
    std::vector<std::string> tags;
    std::vector<outlay::decimal> amounts;
};
BOOST_DESCRIBE_STRUCT(plan, (), (tags, amounts))

} // namespace unique_items_test

template<>
struct outlay::model<unique_items_test::plan> {
    static constexpr auto members = std::tuple{
        member<&unique_items_test::plan::tags>(unique_items(), titled("Tags"), described_as("No rule.")),
        member<&unique_items_test::plan::amounts>(coded("repeated", unique_items())),
    };
};

namespace unique_items_test {

using namespace outlay::literals;

TEST(unique_items, differ)
{
    EXPECT_TRUE(outlay::validate(plan{}).empty());
    EXPECT_TRUE(outlay::validate(plan{.tags = {"a", "b", "A"}, .amounts = {1_dec, 2_dec}}).empty());
    auto const found = outlay::validate(plan{.tags = {"b", "a", "c", "a"}, .amounts = {1.5_dec, 2_dec, 1.50_dec}});
    EXPECT_EQ(found.to_string(), "/tags: expected items that differ, found \"a\" more than once\n"
                                 "/amounts: expected items that differ, found 1.5 more than once");
    EXPECT_EQ(found[1].code, "repeated");
    EXPECT_EQ(outlay::unique_items::found(std::vector{2, 1}), "items that differ");
}

} // namespace unique_items_test
