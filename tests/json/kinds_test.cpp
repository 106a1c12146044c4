#include "kinds.hpp"
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

// Containers, pointers and tuples: accepted texts, violations with their places, and the text that each writes.

namespace kinds_test {

using namespace outlay::literals;
using kinds::broken;
using kinds::expect_reads;
using kinds::found;
using testing::ElementsAre;
using testing::IsEmpty;

BOOST_DEFINE_ENUM_CLASS(colour, red, dark_blue)

using shop_id = outlay::identifier<struct shop_tag>;

/// A list of objects, to be items and entries.
struct point {
    int x{};
    std::optional<std::string> name{};

    friend auto operator<=>(point const&, point const&) = default;
};
BOOST_DESCRIBE_STRUCT(point, (), (x, name))

/// A map of each kind, with rules.
struct maps {
    std::map<std::string, outlay::decimal> prices{};
    std::unordered_map<shop_id, int> stock{};
    std::map<std::string, point> points{};
    std::map<std::string, std::vector<int>> rows{};
    std::map<colour, std::map<std::string, int>> nested{};
    std::optional<std::map<std::string, int>> maybe{};

    friend bool operator==(maps const&, maps const&) = default;
};
BOOST_DESCRIBE_STRUCT(maps, (), (prices, stock, points, rows, nested, maybe))

/// Lists that are no vectors, with rules.
struct lists {
    std::array<int, 3> three{};
    std::array<point, 2> two{};
    std::set<int> distinct{};
    std::set<point> places{};
    std::deque<bool> flags{};
    std::list<point> path{};

    friend bool operator==(lists const&, lists const&) = default;
};
BOOST_DESCRIBE_STRUCT(lists, (), (three, two, distinct, places, flags, path))

/// Lists and maps with rules for items that are lists or classes.
struct bags {
    std::set<std::vector<int>> lists{};
    std::vector<point> points{};
    std::map<std::string, point> named{};
    std::vector<std::vector<int>> rows{};
};
BOOST_DESCRIBE_STRUCT(bags, (), (lists, points, named, rows))

struct node {
    int value{};
    std::unique_ptr<node> left{};
    std::shared_ptr<node> right{};
    std::vector<std::unique_ptr<node>> rest{};
};
BOOST_DESCRIBE_STRUCT(node, (), (value, left, right, rest))

struct tuples {
    std::pair<std::string, int> pair{};
    std::tuple<int, point, std::vector<int>> triple{};
    std::vector<std::pair<outlay::decimal, bool>> many{};
    std::optional<std::tuple<std::string>> single{};

    friend bool operator==(tuples const&, tuples const&) = default;
};
BOOST_DESCRIBE_STRUCT(tuples, (), (pair, triple, many, single))

struct times {
    std::chrono::year_month_day day{};
    std::chrono::sys_time<std::chrono::milliseconds> instant{};
    std::optional<std::chrono::year_month_day> last{};

    friend bool operator==(times const&, times const&) = default;
};
BOOST_DESCRIBE_STRUCT(times, (), (day, instant, last))

struct borrowed {
    std::string_view text{};
    std::span<int const> numbers{};
};
BOOST_DESCRIBE_STRUCT(borrowed, (), (text, numbers))

struct pooled {
    std::pmr::string text{};
    std::pmr::vector<std::pmr::string> list{};
    std::pmr::map<std::pmr::string, int> map{};

    friend bool operator==(pooled const&, pooled const&) = default;
};
BOOST_DESCRIBE_STRUCT(pooled, (), (text, list, map))

/// Rules of containers in constant expressions.
struct fixed {
    std::array<int, 3> numbers{1, 2, 3};
    std::pair<int, int> pair{};
};
BOOST_DESCRIBE_STRUCT(fixed, (), (numbers, pair))

/// Keys with codecs.
struct opening {
    outlay::iso_timestamp at{};

    friend auto operator<=>(opening const&, opening const&) = default;
};
struct even {
    int number{};

    friend auto operator<=>(even const&, even const&) = default;
};
struct rank {
    int number = 1;

    friend auto operator<=>(rank const&, rank const&) = default;
};
struct closed {
    friend auto operator<=>(closed const&, closed const&) = default;
};

} // namespace kinds_test

template<>
struct outlay::codec<kinds_test::opening> {
    using seconds = outlay::forms::epoch_seconds::for_type<outlay::iso_timestamp>;
    using wire = seconds::wire;
    static constexpr std::string_view refuses{};
    static result<kinds_test::opening> from_wire(wire const& instant)
    {
        return kinds_test::opening{seconds::from_wire(instant).value()};
    }
    static wire to_wire(kinds_test::opening const& value) { return seconds::to_wire(value.at); }
};

template<>
struct outlay::codec<kinds_test::even> {
    using wire = int;
    static constexpr std::string_view refuses = "odd: an even number";
    static result<kinds_test::even> from_wire(wire const& number)
    {
        if (number % 2 != 0) return error(error_kind::invalid, "odd", "expected an even number");
        return kinds_test::even{number};
    }
    static wire to_wire(kinds_test::even const& value) { return value.number; }
};

template<>
struct outlay::codec<kinds_test::rank> {
    using wire = int;
    static constexpr std::string_view refuses = "rank: a rank from 1";
    static result<kinds_test::rank> from_wire(wire const& number)
    {
        if (number < 1) return error(error_kind::invalid, "rank", "expected a rank from 1");
        return kinds_test::rank{number};
    }
    static wire to_wire(kinds_test::rank const& value) { return value.number; }
};

template<>
struct outlay::codec<kinds_test::closed> {
    using wire = std::string;
    static result<kinds_test::closed> from_wire(wire const&)
    {
        return error(error_kind::invalid, "closed", "takes nothing");
    }
    static wire to_wire(kinds_test::closed const&) { return "closed"; }
};

template<>
struct outlay::model<kinds_test::point> {
    static constexpr auto members = std::tuple{
        member<&kinds_test::point::x>(at_least(0)),
        member<&kinds_test::point::name>(length(1, 3)),
    };
};

template<>
struct outlay::model<kinds_test::maps> {
    using type = kinds_test::maps;
    static constexpr auto members = std::tuple{
        member<&type::prices>(items(1, 3), each_key(length(2, 4)), each(at_least(0))),
        member<&type::stock>(presence::optional, each(at_most(99)), each_key(length(1, 3))),
        member<&type::points>(presence::optional),
        member<&type::rows>(presence::optional, each(items(1, 2), each(at_most(9)))),
        member<&type::nested>(presence::optional, each(each_key(length(1, 2)), each(more_than(0)))),
        member<&type::maybe>(items(1, 1)),
    };
};

template<>
struct outlay::model<kinds_test::lists> {
    using type = kinds_test::lists;
    static constexpr auto members = std::tuple{
        member<&type::three>(each(at_most(9))),
        member<&type::distinct>(presence::optional, items(0, 3), each(at_least(0))),
        member<&type::places>(presence::optional),
        member<&type::flags>(presence::optional, items(0, 2)),
        member<&type::path>(presence::optional, items(0, 2)),
    };
};

template<>
struct outlay::model<kinds_test::bags> {
    using type = kinds_test::bags;
    static constexpr auto is_near =
        satisfies<kinds_test::point>("near", [](kinds_test::point const& p) { return p.x < 5; }, "a near point");
    static constexpr auto members = std::tuple{
        member<&type::lists>(each(items(1, 2))),
        member<&type::points>(each(is_near)),
        member<&type::named>(each(is_near)),
        member<&type::rows>(each(items(1, 2))),
    };
};

template<>
struct outlay::model<kinds_test::node> {
    using type = kinds_test::node;
    static constexpr auto members = std::tuple{
        member<&type::value>(at_least(0)),
        member<&type::rest>(presence::optional),
    };
};

template<>
struct outlay::model<kinds_test::fixed> {
    static constexpr auto members = std::tuple{member<&kinds_test::fixed::numbers>(each(at_least(0)))};
};

namespace kinds_test {

static_assert(outlay::valid(fixed{}));
static_assert(!outlay::valid(fixed{.numbers = {1, -2, 3}}));

// --- maps

TEST(map_kind, is_an_object_of_any_names)
{
    auto const read =
        expect_reads<maps>(R"({"prices":{"cd":1.5,"xy":2},"stock":{"s1":7},"points":{"a/b~":{"x":1,"name":"n"}},)"
                           R"("rows":{"r":[1,2]},"nested":{"RED":{"a":1},"DARK_BLUE":{"b":2,"c":3}},"maybe":{"m":5}})");
    EXPECT_EQ(read.prices, (std::map<std::string, outlay::decimal>{{"cd", 1.5_dec}, {"xy", 2}}));
    EXPECT_EQ(read.stock.at(shop_id("s1")), 7);
    EXPECT_EQ(read.points.at("a/b~"), (point{1, "n"}));
    EXPECT_EQ(read.nested.at(colour::dark_blue).at("c"), 3);
    EXPECT_EQ(read.maybe->at("m"), 5);
}

TEST(map_kind, is_left_out_if_it_may_be_absent_and_has_no_entries)
{
    EXPECT_EQ(outlay::encode(maps{}), R"({"prices":{}})");
    EXPECT_EQ(outlay::encode(std::map<std::string, int>()), "{}");
    expect_reads<std::map<std::string, std::map<std::string, int>>>(R"({"":{},"b":{"c":1}})");
}

TEST(map_kind, reports_violations_of_its_entries_in_place)
{
    EXPECT_THAT(found<maps>(R"({"prices":{"ab":"1","cd":-1,"e":2},"points":{"a/b":{"x":true,"name":"long"}}})"),
                ElementsAre("1:17 /prices/ab: expected a number, found \"1\"",
                            "1:26 /prices/cd: expected 0 or more, found -1",
                            "1:29 /prices/e: expected 2 to 4 characters, found 1 character",
                            "1:57 /points/a~1b/x: expected an integer, found true",
                            "1:69 /points/a~1b/name: expected 1 to 3 characters, found 4 characters"));
    EXPECT_THAT(
        found<maps>(R"({"prices":{"ab":{},"cd":[]},"points":{"a":1,"b":[1],"c":{}}})"),
        ElementsAre("1:17 /prices/ab: expected a number, found an object",
                    "1:25 /prices/cd: expected a number, found an array", "1:43 /points/a: expected an object, found 1",
                    "1:49 /points/b: expected an object, found an array", "1:57 /points/c/x: required, but missing"));
    EXPECT_THAT(found<maps>(R"({"prices":[1]})"), ElementsAre("1:11 /prices: expected an object, found an array"));
    EXPECT_THAT(found<maps>(R"({"prices":null,"maybe":null,"stock":null})"),
                ElementsAre("1:11 /prices: expected an object, found null"));
}

TEST(map_kind, keeps_the_rules_for_its_count_items_and_keys)
{
    EXPECT_THAT(found<maps>(R"({"prices":{}})"), ElementsAre("1:11 /prices: expected 1 to 3 items, found 0 items"));
    EXPECT_THAT(found<maps>(R"({"prices":{"ab":1},"rows":{"r":[],"s":[1,10],"t":[1,2,3]},"maybe":{"a":1,"b":2}})"),
                ElementsAre("1:32 /rows/r: expected 1 to 2 items, found 0 items",
                            "1:39 /rows/s/1: expected 9 or less, found 10",
                            "1:50 /rows/t: expected 1 to 2 items, found 3 items",
                            "1:67 /maybe: expected 1 item, found 2 items"));
    EXPECT_THAT(found<maps>(R"({"prices":{"ab":1},"nested":{"RED":{"abc":1,"d":0}}})"),
                ElementsAre("1:36 /nested/RED/abc: expected 1 to 2 characters, found 3 characters",
                            "1:36 /nested/RED/d: expected more than 0, found 0"));
    maps written{.prices = {{"a", 1}, {"bc", -1}}, .rows = {{"r", {}}}, .nested = {{colour::red, {{"abc", 0}}}}};
    written.points["p"] = {-1, "name"};
    EXPECT_THAT(broken(written),
                ElementsAre("/prices/a: expected 2 to 4 characters, found 1 character",
                            "/prices/bc: expected 0 or more, found -1", "/rows/r: expected 1 to 2 items, found 0 items",
                            "/nested/RED/abc: expected 1 to 2 characters, found 3 characters",
                            "/nested/RED/abc: expected more than 0, found 0",
                            "/points/p/x: expected 0 or more, found -1",
                            "/points/p/name: expected 1 to 3 characters, found 4 characters"));
}

TEST(map_kind, rejects_a_name_that_occurs_twice)
{
    using map = std::map<std::string, int>;
    EXPECT_THAT(found<map>(R"({"a":1,
"a":2,"\u0061":true})"),
                ElementsAre("2:1 /a: \"a\" occurs more than once", "2:7 /a: \"a\" occurs more than once"));
    EXPECT_EQ(outlay::inspect<map>(R"({"a":1,"a":2})").value, (map{{"a", 1}}));
    using deep = std::map<std::string, std::map<std::string, point>>;
    EXPECT_THAT(found<deep>(R"({"a":{"b":{"x":1},"b":{"x":[{"x":-1}]},"c":{"x":-1}}})"),
                ElementsAre("1:19 /a/b: \"b\" occurs more than once", "1:49 /a/c/x: expected 0 or more, found -1"));
}

TEST(map_kind, has_keys_of_any_scalar_type)
{
    using std::map;
    expect_reads<map<shop_id, int>>(R"({"`s`":1})");
    expect_reads<map<outlay::currency, outlay::decimal>>(R"({"EUR":1.5,"USD":2})");
    expect_reads<map<outlay::month, int>>(R"({"202501":1,"202512":2})");
    expect_reads<map<colour, int>>(R"({"RED":1,"DARK_BLUE":2})");
    expect_reads<map<std::int64_t, int>>(R"({"-9223372036854775808":3,"-5":1,"0":2,"9223372036854775807":4})");
    expect_reads<map<std::uint64_t, int>>(R"({"0":2,"18446744073709551615":4})");
    expect_reads<map<std::int8_t, int>>(R"({"-128":3,"127":1})");
    expect_reads<map<std::chrono::sys_time<std::chrono::milliseconds>, int>>(R"({"2022-01-05T02:45:32Z":1})");
    EXPECT_EQ((expect_reads<map<date::year_month_day, int>>(R"({"2024-01-31":1})").begin()->first),
              date::year_month_day(2024_y / 1 / 31));
}

TEST(map_kind, has_keys_that_are_numbers_with_a_point)
{
    using prices = std::map<outlay::decimal, int>;
    expect_reads<prices>(R"({"-0.5":2,"0":3,"3":1,"12.50":1})");
    EXPECT_THAT(found<prices>(R"({"12.5":1,"12.50":2})"), ElementsAre("1:11 /12.50: \"12.50\" occurs more than once"));
    for (std::string const name : {"1.", ".5", "01.5", "1.5e3", "1e3", "-", "+1.5", "1.5 ", "1..5"})
        EXPECT_THAT(found<prices>("{\"" + name + "\":1}"),
                    ElementsAre("1:2 /" + name + ": expected a number, found \"" + name + "\""));
}

TEST(map_kind, has_keys_with_a_codec)
{
    using plans = std::map<opening, int>;
    plans const read = expect_reads<plans>(R"({"1530123457":1,"1530123457.5":2})");
    EXPECT_EQ(read.begin()->first.at, outlay::iso_timestamp::parse("2018-06-27T18:17:37Z").value());
    EXPECT_THAT(found<plans>(R"({"June":1})"), ElementsAre("1:2 /June: expected seconds since 1970, found \"June\""));
    EXPECT_THAT(
        (found<std::map<even, int>>(R"({"2":1,"3":1,"x":1})")),
        ElementsAre("1:8 /3: expected an even number, found \"3\"", "1:14 /x: expected an integer, found \"x\""));
    EXPECT_THAT(
        (found<std::map<rank, int>>(R"({"1":1,"0":1,"x":1})")),
        ElementsAre("1:8 /0: expected a rank from 1, found \"0\"", "1:14 /x: expected an integer, found \"x\""));
    EXPECT_THAT((found<std::map<closed, int>>(R"({"a":1})")),
                ElementsAre("1:2 /a: expected a name that the codec of the key accepts, found \"a\""));
    EXPECT_EQ(outlay::encode(plans{{opening{}, 1}}), R"({"0":1})");
    auto const names = outlay::json_schema<plans>().at("propertyNames").as_object();
    EXPECT_TRUE(names.contains("pattern"));
}

TEST(map_kind, has_a_schema_that_lists_the_code_of_names_out_of_range)
{
    using plans = std::map<opening, int>;
    using prices = std::map<outlay::decimal, int>;
    auto const names = [](boost::json::object const& schema) -> std::string {
        return std::string(schema.at("propertyNames").at("$comment").as_string());
    };
    EXPECT_EQ(names(outlay::json_schema<plans>()), "Not said here: timestamp: names within the range of the value");
    EXPECT_THAT(found<plans>(R"({"9000000000000000":1,"9000000000000001":1})"),
                ElementsAre("1:23 /9000000000000001: expected a time within 9e15 seconds of 1970, "
                            "found \"9000000000000001\""));
    EXPECT_EQ(names(outlay::json_schema<prices>()),
              "Not said here: decimal_range: names within the range of the value");
    EXPECT_THAT(found<prices>("{\"1" + std::string(29, '0') + "\":1}"),
                ElementsAre(testing::HasSubstr("expected a number between -2^96 and 2^96")));
}

TEST(map_kind, reports_names_that_lose_digits)
{
    using by_time = std::map<outlay::iso_timestamp, int>;
    constexpr std::string_view text = R"({"2022-01-05T02:45:32.1234567Z":1,"2022-01-05T02:45:32.123Z":2})";
    EXPECT_THAT(found<by_time>(text), ElementsAre("1:35 /2022-01-05T02:45:32.123Z: \"2022-01-05T02:45:32.123Z\" occurs "
                                                  "more than once",
                                                  "notice: 1:2 /2022-01-05T02:45:32.1234567Z: found "
                                                  "\"2022-01-05T02:45:32.1234567Z\", cut off at the millisecond"));
    EXPECT_THAT((found<std::map<opening, int>>(R"({"1530123457.1234":1})")), testing::SizeIs(1)) << "by a codec";
    for (std::size_t const most : {std::size_t{0}, std::size_t{9}}) {
        outlay::decode_options const options{.inexact_numbers = outlay::inexact_numbers::reject,
                                             .max_violations = most};
        auto const seen = outlay::inspect<by_time>(text, options);
        EXPECT_EQ(seen.report[0].code, "timestamp_inexact");
        EXPECT_EQ(seen.report.size() + seen.report.omitted(), 2u);
    }
    auto const several =
        outlay::inspect<by_time>(R"({"2022-01-05T02:45:32.1234567Z":1,"2022-01-06T02:45:32.1234567Z":2})",
                                 {.inexact_numbers = outlay::inexact_numbers::reject, .max_violations = 0});
    EXPECT_EQ(several.report.size() + several.report.omitted(), 2u);
    auto const counted = outlay::inspect<by_time>(text, {.max_violations = 0});
    EXPECT_EQ(counted.report.omitted_notices(), 1u);
}

TEST(map_kind, describes_the_expected_name)
{
    using std::map;
    EXPECT_THAT((found<map<outlay::currency, int>>(R"({"euro":1})")),
                ElementsAre("1:2 /euro: expected a currency such as \"USD\", found \"euro\""));
    EXPECT_THAT((found<map<outlay::month, int>>(R"({"202513":1,"x":[1]})")),
                ElementsAre("1:2 /202513: expected a month such as 202501, found \"202513\"",
                            "1:13 /x: expected a month such as 202501, found \"x\""));
    EXPECT_THAT((found<map<colour, point>>(R"({"REDD":{"x":-1},"RED":{"x":-1}})")),
                ElementsAre("1:2 /REDD: expected one of RED, DARK_BLUE, found \"REDD\"; did you mean \"RED\"?",
                            "1:29 /RED/x: expected 0 or more, found -1"));
    for (std::string const name : {"", "-", "1.0", "1e3", "01", "+1", " 1", "0x1", "1 "})
        EXPECT_THAT((found<map<int, int>>("{\"" + name + "\":1}")),
                    ElementsAre("1:2 /" + name + ": expected an integer, found \"" + name + "\""));
    EXPECT_THAT((found<map<std::int8_t, int>>(R"({"128":1})")),
                ElementsAre("1:2 /128: expected an integer from -128 to 127, found \"128\""));
    EXPECT_THAT((found<map<std::uint64_t, int>>(R"({"18446744073709551616":1})")),
                ElementsAre("1:2 /18446744073709551616: expected an integer from 0 to 18446744073709551615, found "
                            "\"18446744073709551616\""));
    EXPECT_THAT((found<map<date::year_month_day, int>>(R"({"2024-02-30":1})")),
                ElementsAre("1:2 /2024-02-30: expected a date such as 2024-01-31, found \"2024-02-30\""));
}

// --- lists

TEST(list_kind, keeps_the_rules_for_its_items_that_are_lists_or_classes)
{
    // The number of items is known although one is wrong; a class is checked only if it could be read.
    constexpr std::string_view text =
        R"({"lists":[[1],[],[1,2,3],{},["a"],["a",2,3],7],"points":[{"x":7},{"x":true},{"x":1}],
"named":{"a":{"x":7},"b":{"x":true}},"rows":[["a",1,2],[1],{"a":1}]})";
    EXPECT_THAT(
        found<bags>(text),
        ElementsAre(
            "1:15 /lists/1: expected 1 to 2 items, found 0 items",
            "1:18 /lists/2: expected 1 to 2 items, found 3 items", "1:26 /lists/3: expected an array, found an object",
            "1:30 /lists/4/0: expected an integer, found \"a\"", "1:35 /lists/5: expected 1 to 2 items, found 3 items",
            "1:36 /lists/5/0: expected an integer, found \"a\"", "1:45 /lists/6: expected an array, found 7",
            "1:58 /points/0: expected a near point, found another value",
            "1:71 /points/1/x: expected an integer, found true",
            "2:14 /named/a: expected a near point, found another value",
            "2:31 /named/b/x: expected an integer, found true", "2:46 /rows/0: expected 1 to 2 items, found 3 items",
            "2:47 /rows/0/0: expected an integer, found \"a\"", "2:60 /rows/2: expected an array, found an object"));
    std::set<std::vector<int>> const whole{{1}, {}, {1, 2, 3}};
    EXPECT_EQ(outlay::inspect<bags>(text).value.lists, whole) << "those that could not be read are in no set";
}

TEST(list_kind, of_distinct_items_has_items_with_notices)
{
    using ids = std::set<shop_id>;
    EXPECT_THAT(found<ids>("[7]"), ElementsAre("notice: 1:2 /0: found 7, read as an id"));
    EXPECT_EQ(outlay::decode<ids>("[7]").value(), ids{shop_id("7")});
}

TEST(array_kind, has_exactly_so_many_items)
{
    using numbers = std::array<int, 3>;
    EXPECT_EQ(expect_reads<numbers>("[1,2,3]"), (numbers{1, 2, 3}));
    EXPECT_THAT(found<numbers>("[1,2]"), ElementsAre("1:1: expected 3 items, found 2 items"));
    EXPECT_THAT(found<numbers>("[]"), ElementsAre("1:1: expected 3 items, found 0 items"));
    EXPECT_THAT(found<numbers>("[1,true,3,4,[5],{\"x\":6},\"\"]"),
                ElementsAre("1:1: expected 3 items, found 7 items", "1:4 /1: expected an integer, found true"));
    using points = std::array<point, 2>;
    EXPECT_THAT(found<points>(R"([{"x":1},{"x":-1},{"x":-1},[{"x":-1}],7])"),
                ElementsAre("1:1: expected 2 items, found 5 items", "1:15 /1/x: expected 0 or more, found -1"));
    EXPECT_THAT(found<points>(R"([{"x":1}])"), ElementsAre("1:1: expected 2 items, found 1 item"));
    using grid = std::array<std::array<int, 2>, 2>;
    expect_reads<grid>("[[1,2],[3,4]]");
    EXPECT_THAT(found<grid>("[[1],[2,3],[4]]"),
                ElementsAre("1:1: expected 2 items, found 3 items", "1:2 /0: expected 2 items, found 1 item"));
}

TEST(list_kinds, are_read_and_written)
{
    auto const read = expect_reads<lists>(
        R"({"three":[1,2,3],"two":[{"x":1},{"x":2,"name":"b"}],"distinct":[1,2],"places":[{"x":1},{"x":2}],)"
        R"("flags":[true,false],"path":[{"x":1}]})");
    EXPECT_EQ(read.distinct, (std::set{1, 2}));
    EXPECT_EQ(read.places, (std::set<point>{{1}, {2}}));
    EXPECT_EQ(read.flags, (std::deque{true, false}));
    EXPECT_EQ(read.path.back(), point{1});
}

TEST(list_kinds, report_violations_of_their_items)
{
    EXPECT_THAT(
        found<lists>(R"({"three":[1,2,10],"two":[{"x":1},{"x":-2}],
"distinct":[1,-1,"a",2,3],"places":[{"x":1},{"x":-1},{}],"flags":[1],"path":[{"x":1},7]})"),
        ElementsAre("1:15 /three/2: expected 9 or less, found 10", "1:39 /two/1/x: expected 0 or more, found -2",
                    "2:12 /distinct: expected at most 3 items, found 4 items",
                    "2:15 /distinct/1: expected 0 or more, found -1",
                    "2:18 /distinct/2: expected an integer, found \"a\"",
                    "2:50 /places/1/x: expected 0 or more, found -1", "2:54 /places/2/x: required, but missing",
                    "2:67 /flags/0: expected true or false, found 1", "2:86 /path/1: expected an object, found 7"));
    lists written{.three = {10, 0, 0}, .two = {{{-1}, {0, "long"}}}, .distinct = {-1, 0, 1, 2}, .places = {{-1}}};
    written.flags = {true, true, true};
    EXPECT_THAT(broken(written),
                ElementsAre("/three/0: expected 9 or less, found 10",
                            "/distinct: expected at most 3 items, found 4 items",
                            "/distinct/0: expected 0 or more, found -1",
                            "/flags: expected at most 2 items, found 3 items", "/two/0/x: expected 0 or more, found -1",
                            "/two/1/name: expected 1 to 3 characters, found 4 characters",
                            "/places/0/x: expected 0 or more, found -1"));
}

TEST(set_kind, rejects_duplicates)
{
    EXPECT_THAT(found<std::set<int>>("[1,2,\n1,2]"),
                ElementsAre("2:1 /2: expected distinct items, found an item that occurs before",
                            "2:3 /3: expected distinct items, found an item that occurs before"));
    EXPECT_THAT(found<std::set<point>>(R"([{"x":1},{"x":1,"name":"a"},{"name":null,"x":1}])"),
                ElementsAre("1:29 /2: expected distinct items, found an item that occurs before"));
    EXPECT_THAT(found<std::set<std::vector<int>>>("[[1],[2],[],[1],[]]"),
                ElementsAre("1:13 /3: expected distinct items, found an item that occurs before",
                            "1:17 /4: expected distinct items, found an item that occurs before"));
    EXPECT_THAT(found<std::unordered_set<std::string>>(R"(["a","\u0061"])"),
                ElementsAre("1:6 /1: expected distinct items, found an item that occurs before"));
    EXPECT_THAT(found<std::set<std::set<int>>>("[[1,1],[1],[2],[2]]"),
                ElementsAre("1:5 /0/1: expected distinct items, found an item that occurs before",
                            "1:16 /3: expected distinct items, found an item that occurs before"));
}

TEST(set_kind, in_maps_and_lists_keeps_its_place)
{
    using type = std::map<std::string, std::vector<std::set<point>>>;
    expect_reads<type>(R"({"a":[[{"x":1},{"x":2}],[]],"b":[]})");
    EXPECT_THAT(found<type>(R"({"a":[[{"x":1},{"x":1}],[{"x":-1}]]})"),
                ElementsAre("1:16 /a/0/1: expected distinct items, found an item that occurs before",
                            "1:31 /a/1/0/x: expected 0 or more, found -1"));
}

// --- pointers

TEST(pointer_kinds, hold_their_own_kind)
{
    auto const read = expect_reads<node>(
        R"({"value":1,"left":{"value":2,"right":{"value":3}},"rest":[{"value":4},null,{"value":5}]})");
    EXPECT_EQ(read.left->right->value, 3);
    EXPECT_EQ(read.rest[1], nullptr);
    EXPECT_EQ(read.rest[2]->value, 5);
    EXPECT_THAT(found<node>(R"({"value":1,"left":{"value":-2,"right":{}},"right":7,"rest":[[]]})"),
                ElementsAre("1:28 /left/value: expected 0 or more, found -2",
                            "1:39 /left/right/value: required, but missing", "1:51 /right: expected an object, found 7",
                            "1:61 /rest/0: expected an object, found an array"));
    EXPECT_EQ(outlay::inspect<node>(R"({"value":1,"right":7})").value.right, nullptr);
    EXPECT_EQ(outlay::inspect<node>(R"({"value":1,"left":null})").value.left, nullptr);
}

TEST(pointer_kinds, are_read_up_to_max_depth)
{
    auto const nested = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 1; i < depth; ++i) text += R"({"value":1,"left":)";
        text += R"({"value":1})";
        return text + std::string(depth - 1, '}');
    };
    EXPECT_TRUE(outlay::decode<node>(nested(32)));
    EXPECT_EQ(outlay::decode<node>(nested(33)).error().kind(), outlay::error_kind::limit);
    outlay::decode_options options;
    options.max_depth = outlay::decode_options::deepest;
    std::string const deepest = nested(outlay::decode_options::deepest);
    auto const deep = outlay::decode<node>(deepest, options);
    ASSERT_TRUE(deep);
    EXPECT_EQ(outlay::encode(*deep), deepest);
    EXPECT_TRUE(outlay::validate(*deep).empty());
}

TEST(pointer_kinds, of_scalars_are_like_optionals)
{
    EXPECT_EQ(*expect_reads<std::unique_ptr<int>>("5"), 5);
    EXPECT_EQ(expect_reads<std::shared_ptr<std::string>>("null"), nullptr);
    EXPECT_THAT(found<std::unique_ptr<int>>("\"\""), ElementsAre("1:1: expected an integer, found \"\""));
}

// --- tuples

TEST(tuple_kinds, are_arrays_of_their_parts)
{
    auto const read =
        expect_reads<tuples>(R"({"pair":["a",1],"triple":[1,{"x":2},[3,4]],"many":[[1.5,true]],"single":["s"]})");
    EXPECT_EQ(read.pair, std::pair(std::string("a"), 1));
    EXPECT_EQ(std::get<2>(read.triple), (std::vector{3, 4}));
    EXPECT_THAT(
        found<tuples>(R"({"pair":[1,"a"],"triple":[[],{"x":-2},["3"]],"many":[[1.5],[],[1,true,{}]],"single":[]})"),
        ElementsAre("1:10 /pair/0: expected a string, found 1", "1:12 /pair/1: expected an integer, found \"a\"",
                    "1:27 /triple/0: expected an integer, found an array",
                    "1:35 /triple/1/x: expected 0 or more, found -2",
                    "1:40 /triple/2/0: expected an integer, found \"3\"",
                    "1:54 /many/0: expected 2 items, found 1 item", "1:60 /many/1: expected 2 items, found 0 items",
                    "1:63 /many/2: expected 2 items, found 3 items", "1:85 /single: expected 1 item, found 0 items"));
    EXPECT_THAT(
        found<tuples>(R"({"pair":{"first":1},"triple":1,"many":[]})"),
        ElementsAre("1:9 /pair: expected an array, found an object", "1:30 /triple: expected an array, found 1"));
    EXPECT_THAT(broken(tuples{.pair = {}, .triple = {1, {-2}, {}}}),
                ElementsAre("/triple/1/x: expected 0 or more, found -2"));
}

// --- times of the standard library

TEST(std_times, are_dates_and_times)
{
    auto const read =
        expect_reads<times>(R"({"day":"2024-02-29","instant":"2022-01-05T02:45:32.486Z","last":"2024-01-31"})");
    EXPECT_EQ(read.day, std::chrono::year(2024) / 2 / 29);
    EXPECT_EQ(read.instant.time_since_epoch().count(), 1641350732486);
    EXPECT_THAT(found<times>(R"({"day":"2024-02-30","instant":"2022-01-05T02:45:32.4864Z","last":7})"),
                ElementsAre("1:8 /day: expected a date such as 2024-01-31, found \"2024-02-30\"",
                            "1:66 /last: expected a date such as 2024-01-31, found 7",
                            "notice: 1:31 /instant: found \"2022-01-05T02:45:32.4864Z\", cut off at the millisecond"));
}

// --- views, and containers with allocators

TEST(borrowed_kinds, are_written)
{
    static constexpr int numbers[] = {1, 2};
    borrowed const written{"text", numbers};
    EXPECT_EQ(outlay::encode(written), R"({"text":"text","numbers":[1,2]})");
    EXPECT_EQ(kinds::to_value(written), boost::json::parse(outlay::encode(written)));
    EXPECT_EQ(outlay::encode(std::vector<std::string_view>{"a"}), R"(["a"])");
    EXPECT_THAT(broken(written), IsEmpty());
}

TEST(pmr_kinds, are_read_and_written)
{
    auto const read = expect_reads<pooled>(R"({"text":"a longer text than fits","list":["b"],"map":{"c":1}})");
    EXPECT_EQ(read.list.front(), "b");
    EXPECT_EQ(read.map.at("c"), 1);
    EXPECT_THAT(found<pooled>(R"({"text":1,"list":[2],"map":{"c":"d","c":1}})"),
                ElementsAre("1:9 /text: expected a string, found 1", "1:19 /list/0: expected a string, found 2",
                            "1:33 /map/c: expected an integer, found \"d\"",
                            "1:37 /map/c: \"c\" occurs more than once"));
}

// --- generated values

RC_GTEST_PROP(kinds, make_the_round_trip, ())
{
    using value = std::map<std::string, std::vector<std::tuple<int, std::optional<std::set<std::int64_t>>, bool>>>;
    auto const text = rc::gen::container<std::string>(rc::gen::element('a', '"', '\\', '/', '~', '\n', ' '));
    value written;
    for (auto const& name : *rc::gen::container<std::vector<std::string>>(text)) {
        auto& list = written[name];
        for (int n = *rc::gen::inRange(0, 3); n > 0; --n) {
            std::optional<std::set<std::int64_t>> set;
            if (*rc::gen::arbitrary<bool>()) set = *rc::gen::arbitrary<std::set<std::int64_t>>();
            list.emplace_back(*rc::gen::arbitrary<int>(), std::move(set), *rc::gen::arbitrary<bool>());
        }
    }
    std::string const json = outlay::encode(written);
    RC_ASSERT(outlay::decode<value>(json).value() == written);
    RC_ASSERT(outlay::decode<value>(kinds::to_value(written)).value() == written);
    RC_ASSERT(kinds::to_value(written) == boost::json::parse(json));
}

} // namespace kinds_test
