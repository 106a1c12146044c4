#include <boost/describe/class.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
#include <sstream>
#include <string>
#include <unordered_set>

namespace time_of_day_test {

using outlay::time_of_day;

struct window {
    time_of_day from{};
    std::optional<time_of_day> to{};
};
BOOST_DESCRIBE_STRUCT(window, (), (from, to))

TEST(time_of_day, throws_outside_of_a_day)
{
    EXPECT_THROW(time_of_day(24), outlay::calendar_error);
    EXPECT_THROW(time_of_day(-1), outlay::calendar_error);
    EXPECT_THROW(time_of_day(0, 60), outlay::calendar_error);
    EXPECT_THROW(time_of_day(0, -1), outlay::calendar_error);
    EXPECT_THROW(time_of_day(0, 0, 60), outlay::calendar_error);
    EXPECT_THROW(time_of_day(0, 0, -1), outlay::calendar_error);
}

TEST(time_of_day, prints_its_wire_form)
{
    std::ostringstream out;
    out << time_of_day(7, 30);
    EXPECT_EQ(out.str(), "07:30:00");
}

TEST(time_of_day, reports_why_a_text_is_rejected)
{
    EXPECT_EQ(time_of_day::parse("17:00:00").value(), time_of_day(17));
    auto const why = time_of_day::parse("24:00:00").error();
    EXPECT_EQ(why.report()[0].code, "time_of_day");
    EXPECT_EQ(why.message(), R"(expected a time of the day such as 17:00:00, found "24:00:00")");
}

TEST(time_of_day, is_a_key)
{
    EXPECT_TRUE((std::unordered_set{time_of_day(1), time_of_day(2)}.contains(time_of_day(2))));
}

TEST(time_of_day, is_a_string_in_json)
{
    auto const read = outlay::decode<window>(R"({"from":"05:00:00","to":"22:30:15"})").value();
    EXPECT_EQ(read.from, time_of_day(5));
    EXPECT_EQ(read.to, time_of_day(22, 30, 15));
    EXPECT_EQ(outlay::encode(read), R"({"from":"05:00:00","to":"22:30:15"})");
}

TEST(time_of_day, is_read_strictly)
{
    for (std::string const text : {R"("24:00:00")", R"("05:60:00")", R"("05:00:60")", R"("05-00:00")", R"("05:00-00")",
                                   R"("5:00:00")", R"("05:00")", R"("05:00:00 ")", "5", "null"}) {
        std::string const body = R"({"from":)" + text + "}";
        auto const seen = outlay::inspect<window>(body);
        ASSERT_EQ(seen.report.size(), 1u) << body;
        EXPECT_EQ(seen.report[0].pointer, "/from") << body;
        EXPECT_EQ(seen.report[0].code, "time_of_day") << body;
        EXPECT_FALSE(outlay::conforms<window>(body)) << body;
    }
}

TEST(time_of_day, has_its_form_in_the_schema)
{
    auto const schema = outlay::json_schema<window>();
    auto const& from = schema.at("properties").at("from").as_object();
    EXPECT_EQ(from.at("type"), "string");
    EXPECT_EQ(from.at("pattern"), "^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$");
}

} // namespace time_of_day_test
