#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <outlay/json/report_json.hpp>

namespace report_json_test {

TEST(report_json, has_all_of_a_report)
{
    outlay::report found;
    EXPECT_EQ(boost::json::serialize(to_json(found)), R"({"violations":[],"notices":[]})");
    found.add({.pointer = "/a/0", .code = "type", .message = "expected \"x\"", .line = 3, .column = 27});
    found.add_notice({.pointer = "", .code = "alias", .message = "m"});
    EXPECT_EQ(boost::json::serialize(outlay::to_json(found)),
              R"({"violations":[{"pointer":"/a/0","code":"type","message":"expected \"x\"","line":3,"column":27}],)"
              R"("notices":[{"pointer":"","code":"alias","message":"m"}]})");
    found.omit_one();
    found.omit_notice();
    auto const made = to_json(found);
    EXPECT_EQ(made.at("omitted").to_number<int>(), 1);
    EXPECT_EQ(made.at("omittedNotices").to_number<int>(), 1);
}

} // namespace report_json_test
