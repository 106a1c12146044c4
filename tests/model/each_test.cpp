#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <outlay/json/decode.hpp>
#include <outlay/model.hpp>
#include <tuple>
#include <vector>

// each(each(...)): the rules of the items of items.

namespace each_test {

struct table {
    std::vector<std::vector<int>> rows{};
    std::vector<std::vector<std::vector<int>>> pages{};
};
BOOST_DESCRIBE_STRUCT(table, (), (rows, pages))

} // namespace each_test

template<>
struct outlay::model<each_test::table> {
    using table = each_test::table;
    static constexpr auto members = std::tuple{
        member<&table::rows>(each(each(at_most(9)))),
        member<&table::pages>(each(each(each(at_most(9))))),
    };
};

namespace each_test {

TEST(each, of_each_is_about_the_items_of_items)
{
    EXPECT_TRUE(outlay::valid(table{.rows = {{1, 9}, {}}, .pages = {{{9}}}}));
    auto const seen = outlay::inspect<table>(R"({"rows":[[1],[2,10]],"pages":[[],[[],[3,11]]]})");
    EXPECT_EQ(seen.report.to_string(), "1:14 /rows/1/1: expected 9 or less, found 10\n"
                                       "1:34 /pages/1/1/1: expected 9 or less, found 11");
    EXPECT_EQ(outlay::validate(seen.value).size(), 2u);
}

} // namespace each_test
