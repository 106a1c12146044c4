#include "../json/sample.hpp"
#include <boost/describe/class.hpp>
#include <cstddef>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// Checks of a whole object, which report any number of violations in it.

namespace audit_test {

struct stop {
    int minute = 0;
    std::vector<std::string> doors{};
};
BOOST_DESCRIBE_STRUCT(stop, (), (minute, doors))

struct trip {
    std::string line{};
    std::vector<stop> stops{};
    std::optional<int> fare{};
};
BOOST_DESCRIBE_STRUCT(trip, (), (line, stops, fare))

void check(trip const& t, outlay::auditor& to)
{
    for (std::size_t i = 0; i < t.stops.size(); ++i) {
        if (i > 0 && t.stops[i].minute <= t.stops[i - 1].minute)
            to.violation({"stops", i, "minute"}, "not_later", "not later than the stop before");
        for (std::size_t k = 0; k < t.stops[i].doors.size(); ++k)
            if (t.stops[i].doors[k].empty()) to.notice({"stops", i, "doors", k}, "nameless", "a door without a name");
    }
    if (t.stops.size() == 1) to.violation({}, "no_trip", "a single stop");
    if (to.context().today && !t.fare) to.violation({"fare"}, "free", "free today");
}

constexpr std::string_view text = R"({"line": "7",
 "stops": [{"minute": 3, "doors": ["a", ""]},
           {"minute": 3, "doors": []}, {"minute": 2, "doors": []}]})";

} // namespace audit_test

template<>
struct outlay::model<audit_test::trip> {
    static constexpr auto members = std::tuple{in_requests(audit<audit_test::trip>(&audit_test::check))};
};

namespace audit_test {

TEST(audit, reports_every_violation_with_its_path)
{
    auto const seen = outlay::inspect<trip>(text);
    EXPECT_EQ(seen.report.to_string(), "2:11 /stops/1/minute: not later than the stop before\n"
                                       "2:11 /stops/2/minute: not later than the stop before");
    ASSERT_EQ(seen.report.notices().size(), 1u);
    EXPECT_EQ(seen.report.notices()[0].pointer, "/stops/0/doors/1");

    outlay::report const report = outlay::validate(seen.value);
    ASSERT_EQ(report.size(), 2u);
    EXPECT_EQ(report[1].pointer, "/stops/2/minute");
    EXPECT_EQ(report[1].code, "not_later");
    EXPECT_FALSE(outlay::valid(seen.value));
}

TEST(audit, finds_nothing_in_a_valid_object)
{
    trip fine{.line = "7", .stops = {{.minute = 3}, {.minute = 5}}};
    EXPECT_TRUE(outlay::validate(fine).empty());
    EXPECT_TRUE(outlay::valid(fine));
    fine.stops[0].doors = {""}; // a notice
    EXPECT_EQ(outlay::validate(fine).notices().size(), 1u);
    EXPECT_TRUE(outlay::valid(fine));
}

TEST(audit, may_be_about_the_object_itself_or_an_absent_member)
{
    auto const seen =
        outlay::inspect<std::vector<trip>>("[\n {\"line\":\"1\",\"stops\":[{\"minute\":1,\"doors\":[]}]}]",
                                           {.context = {.today = date::year_month_day{}}});
    EXPECT_EQ(seen.report.to_string(), "2:2 /0: a single stop\n2:2 /0/fare: free today");
}

TEST(audit, of_requests_does_not_bind_replies)
{
    EXPECT_TRUE(outlay::decode<trip>(text, {.context = {.direction = outlay::direction::reply}}));
}

TEST(audit, waits_until_its_object_could_be_read)
{
    auto const seen = outlay::inspect<trip>(R"({"line":1,"stops":[{"minute":1,"doors":[]}]})");
    ASSERT_EQ(seen.report.size(), 1u);
    EXPECT_EQ(seen.report[0].pointer, "/line");
}

} // namespace audit_test

namespace audit_test {

struct deep {
    int steps = 0;
};
BOOST_DESCRIBE_STRUCT(deep, (), (steps))

} // namespace audit_test

template<>
struct outlay::model<audit_test::deep> {
    static constexpr auto members = std::tuple{audit<audit_test::deep>([](audit_test::deep const& d, auditor& to) {
        if (d.steps == 8) to.violation({"a", 1, "b", 2, "c", 3, "d", 4}, "deep", "deep");
        if (d.steps < 3) to.violation({std::string_view(d.steps == 1 ? nullptr : "", 0)}, "deep", "no name");
        if (d.steps == 9) to.violation({"a", 1, "b", 2, "c", 3, "d", 4, "e"}, "deep", "deeper");
    })};
};

namespace audit_test {

TEST(audit, has_paths_of_at_most_eight_steps)
{
    EXPECT_EQ(outlay::validate(deep{8})[0].pointer, "/a/1/b/2/c/3/d/4");
    EXPECT_EQ(outlay::validate(deep{1})[0].pointer, "/"); // a member whose name is empty
    EXPECT_EQ(outlay::validate(deep{2})[0].pointer, "/");
    EXPECT_THROW((void)outlay::validate(deep{9}), std::length_error);
    EXPECT_EQ(outlay::inspect<deep>(R"({"steps":8})").report[0].to_string(), "1:1 /a/1/b/2/c/3/d/4: deep");
    EXPECT_EQ(sample::inspect_pieces<deep>(R"({"steps":8})", 1).report[0].to_string(), "1:1 /a/1/b/2/c/3/d/4: deep");
}

} // namespace audit_test
