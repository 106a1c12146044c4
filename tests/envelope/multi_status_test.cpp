#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <outlay/envelope.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>

namespace multi_status_test {

struct done {
    unsigned index = 0;
    friend bool operator==(done const&, done const&) = default;
};
BOOST_DESCRIBE_STRUCT(done, (), (index))

struct refused {
    unsigned index = 0;
    std::string why;
    friend bool operator==(refused const&, refused const&) = default;
};
BOOST_DESCRIBE_STRUCT(refused, (), (index, why))

using reply = outlay::multi_status<done, refused>;

TEST(multi_status, has_two_lists)
{
    constexpr std::string_view text = R"({"success":[{"index":1},{"index":0}],"error":[{"index":2,"why":"gone"}]})";
    reply const read = outlay::decode<reply>(text).value();
    EXPECT_EQ(read, (reply{.success = {{1}, {0}}, .error = {{2, "gone"}}}));
    EXPECT_EQ(outlay::encode(read), text);
}

TEST(multi_status, may_leave_out_either_list)
{
    for (auto const text :
         {"{}", R"({"success":null})", R"({"success":[],"error":[]})", R"({"error":null,"success":[]})"})
        EXPECT_EQ(outlay::decode<reply>(text).value(), reply{}) << text;
    EXPECT_EQ(outlay::encode(reply{}), "{}");
    EXPECT_EQ(outlay::encode(reply{.success = {{7}}, .error = {}}), R"({"success":[{"index":7}]})");
}

TEST(multi_status, keeps_the_items_that_could_be_read)
{
    auto const seen = outlay::inspect<reply>(R"({"success":[{"index":0},{"index":"one"},{"index":2}],"error":7})");
    EXPECT_EQ(seen.value.success, (std::vector<done>{{0}, {0}, {2}}));
    ASSERT_EQ(seen.report.size(), 2u);
    EXPECT_EQ(seen.report[0].pointer, "/success/1/index");
    EXPECT_EQ(seen.report[1].pointer, "/error");
}

TEST(multi_status, without_rows_is_noted)
{
    auto const notices = [](std::string_view text) { return outlay::inspect<reply>(text).report.notices().size(); };
    EXPECT_EQ(notices("{}"), 1u);
    EXPECT_EQ(notices(R"({"success":[{"index":1}]})"), 0u);
    EXPECT_EQ(notices(R"({"error":[{"index":2,"why":"gone"}]})"), 0u);
}

} // namespace multi_status_test
