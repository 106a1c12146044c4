#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json.hpp>
#include <compare>
#include <cstdint>
#include <gtest/gtest.h>
#include <map>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <string>
#include <string_view>
#include <tuple>

// The schemas of maps whose names are months, and of bounds that are not included.

namespace schema_names_test {

using namespace outlay::literals;

struct plan {
    std::map<outlay::month, std::int32_t> months;
    outlay::decimal share;
};
BOOST_DESCRIBE_STRUCT(plan, (), (months, share))

BOOST_DEFINE_ENUM_CLASS(season, spring, autumn)

/// On the wire a text that is not empty.
struct team {
    std::string name;
    friend auto operator<=>(team const&, team const&) = default;
};

} // namespace schema_names_test

template<>
struct outlay::codec<schema_names_test::team> {
    using wire = std::string;
    static constexpr std::string_view refuses = "unnamed: a name that is not empty";
    static result<schema_names_test::team> from_wire(wire const& name)
    {
        if (name.empty()) return error(error_kind::invalid, "unnamed", "expected a name that is not empty");
        return schema_names_test::team{name};
    }
    static wire to_wire(schema_names_test::team const& team) { return team.name; }
};

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

/// The schema of the names of a map with these keys; null if it is not restricted.
template<class Key>
boost::json::value names()
{
    auto const schema = outlay::json_schema<std::map<Key, int>>();
    return schema.contains("propertyNames") ? schema.at("propertyNames") : boost::json::value();
}

TEST(schema_names, of_integers_have_their_form_and_their_range_in_words)
{
    EXPECT_EQ(names<std::int8_t>(), boost::json::parse(R"({"type":"string","pattern":"^(?:0|-?[1-9][0-9]*)$",
        "$comment":"Not said here: integer_range: names from -128 to 127"})"));
    EXPECT_EQ(names<std::uint64_t>(), boost::json::parse(R"({"type":"string","pattern":"^(?:0|[1-9][0-9]*)$",
        "$comment":"Not said here: integer_range: names from 0 to 18446744073709551615"})"));
    EXPECT_TRUE((outlay::conforms<std::map<std::int8_t, int>>(R"({"-128":1,"0":2,"127":3})")));
    EXPECT_FALSE((outlay::conforms<std::map<std::int8_t, int>>(R"({"-129":1})")));
}

TEST(schema_names, of_enumerations_are_a_few_only_if_these_are_closed)
{
    EXPECT_EQ(names<season>(), boost::json::parse(R"({"type":"string","enum":["SPRING","AUTUMN"]})"));
    EXPECT_EQ(names<outlay::open_enum<season>>(), nullptr);
}

TEST(schema_names, have_the_words_of_their_types)
{
    EXPECT_EQ(names<team>(), boost::json::parse(R"({"type":"string",
        "$comment":"Not said here: unnamed: a name that is not empty"})"));
    EXPECT_EQ(names<outlay::iso_timestamp>().at("format"), "date-time");
    EXPECT_EQ(names<outlay::iso_timestamp>().at("$comment"),
              "Not said here: timestamp: the year in UTC is 0000 to 9999, and a leap second is at 23:59:60 UTC");
}

TEST(schema_names, bounds_that_are_not_included_are_exclusive)
{
    EXPECT_EQ(schema_at("/properties/share/exclusiveMinimum"), 0);
    EXPECT_EQ(schema_at("/properties/share/exclusiveMaximum"), 100);
    EXPECT_FALSE(outlay::decode<plan>(R"({"months":{},"share":100})"));
    EXPECT_TRUE(outlay::decode<plan>(R"({"months":{},"share":99.99})"));
}

} // namespace schema_names_test
