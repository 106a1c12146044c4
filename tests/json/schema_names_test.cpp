#include <boost/json.hpp>
#include <cstdint>
#include <gtest/gtest.h>
#include <map>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <tuple>

// The schemas of maps whose names are months, and of bounds that are not included.

namespace schema_names_test {

using namespace outlay::literals;

struct plan {
    std::map<outlay::month, std::int32_t> months;
    outlay::decimal share;
};
BOOST_DESCRIBE_STRUCT(plan, (), (months, share))

} // namespace schema_names_test

template<>
struct outlay::model<schema_names_test::plan> {
    static constexpr auto members = std::tuple{
        member<&schema_names_test::plan::share>(more_than(0), less_than(decimal(100))),
    };
};

namespace schema_names_test {

boost::json::value schema_at(char const* pointer)
{
    boost::json::value const schema = outlay::json_schema<plan>();
    return schema.at_pointer(pointer);
}

TEST(schema_names, of_months_have_their_form)
{
    EXPECT_EQ(schema_at("/properties/months/propertyNames/pattern"), "^[1-9][0-9]{0,3}(?:0[1-9]|1[0-2])$");
    EXPECT_EQ(outlay::encode(plan{.months = {{outlay::month{2026, 4}, 5}}, .share = 1}),
              R"({"months":{"202604":5},"share":1})");
}

TEST(schema_names, bounds_that_are_not_included_are_exclusive)
{
    EXPECT_EQ(schema_at("/properties/share/exclusiveMinimum"), 0);
    EXPECT_EQ(schema_at("/properties/share/exclusiveMaximum"), 100);
    EXPECT_FALSE(outlay::decode<plan>(R"({"months":{},"share":100})"));
    EXPECT_TRUE(outlay::decode<plan>(R"({"months":{},"share":99.99})"));
}

} // namespace schema_names_test
