#include "kinds.hpp"
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// std::variant: the alternative of a value by its kind, its names or a tag, and the report on a value of no
// alternative.

namespace variant_test {

using kinds::broken;
using kinds::expect_reads;
using kinds::found;
using outlay::decode;
using testing::ElementsAre;
using testing::IsEmpty;

BOOST_DEFINE_ENUM_CLASS(level, low, high)

// Distinguished by their kind.
using scalar = std::variant<bool, std::int64_t, std::string>;
using numbers = std::variant<std::uint8_t, double>;
using level_or_text = std::variant<level, std::string>;

// Distinguished by their names.
struct card {
    std::string number{};
    std::optional<int> year{};

    friend auto operator<=>(card const&, card const&) = default;
};
BOOST_DESCRIBE_STRUCT(card, (), (number, year))
struct transfer {
    std::string iban{};
    std::string holder{};

    friend auto operator<=>(transfer const&, transfer const&) = default;
};
BOOST_DESCRIBE_STRUCT(transfer, (), (iban, holder))
using payment = std::variant<card, transfer>;

// Distinguished by the kinds of their values.
struct counted {
    int size{};
    std::optional<int> depth{};

    friend bool operator==(counted const&, counted const&) = default;
};
BOOST_DESCRIBE_STRUCT(counted, (), (size, depth))
struct worded {
    std::string size{};

    friend bool operator==(worded const&, worded const&) = default;
};
BOOST_DESCRIBE_STRUCT(worded, (), (size))
struct measured {
    double size{};

    friend bool operator==(measured const&, measured const&) = default;
};
BOOST_DESCRIBE_STRUCT(measured, (), (size))
struct unsized {
    outlay::nullable<int> size{};

    friend bool operator==(unsized const&, unsized const&) = default;
};
BOOST_DESCRIBE_STRUCT(unsized, (), (size))
struct holding {
    std::optional<std::string> size{};
    int rest{};

    friend bool operator==(holding const&, holding const&) = default;
};
BOOST_DESCRIBE_STRUCT(holding, (), (size, rest))
struct listed {
    std::vector<int> size{};

    friend bool operator==(listed const&, listed const&) = default;
};
BOOST_DESCRIBE_STRUCT(listed, (), (size))
using sized = std::variant<counted, worded, measured>;

// Distinguished by a tag.
struct circle {
    double radius{};

    friend auto operator<=>(circle const&, circle const&) = default;
};
BOOST_DESCRIBE_STRUCT(circle, (), (radius))
struct square {
    double side{};
    std::vector<int> colours{};

    friend auto operator<=>(square const&, square const&) = default;
};
BOOST_DESCRIBE_STRUCT(square, (), (side, colours))
struct group;
using shape = std::variant<circle, square, group>;
struct group {
    std::vector<shape> shapes{};

    friend bool operator==(group const&, group const&) = default;
};
BOOST_DESCRIBE_STRUCT(group, (), (shapes))

/// Like a circle, with any type.
struct sketch {
    double radius{};
    std::string type{};

    friend bool operator==(sketch const&, sketch const&) = default;
};
BOOST_DESCRIBE_STRUCT(sketch, (), (radius, type))
using drawn = std::variant<circle, sketch>;

/// Like a circle, with its tag in another field.
struct disc {
    double radius{};

    friend bool operator==(disc const&, disc const&) = default;
};
BOOST_DESCRIBE_STRUCT(disc, (), (radius))

struct switched {
    bool on{};

    friend bool operator==(switched const&, switched const&) = default;
};
BOOST_DESCRIBE_STRUCT(switched, (), (on))

BOOST_DEFINE_ENUM_CLASS(colour, red, blue)

using inner = std::variant<int, std::vector<int>>;
using outer = std::variant<std::string, inner, card>;

struct order {
    std::optional<payment> by{};
    std::vector<payment> others{};
    std::map<std::string, shape> shapes{};
    std::vector<scalar> scalars{};
    outlay::nullable<std::variant<int, std::string>> note{};

    friend bool operator==(order const&, order const&) = default;
};
BOOST_DESCRIBE_STRUCT(order, (), (by, others, shapes, scalars, note))

/// With rules for variants.
struct drawing {
    std::vector<shape> shapes{};
    std::vector<std::variant<int, std::string>> more{};
};
BOOST_DESCRIBE_STRUCT(drawing, (), (shapes, more))

/// On the wire a number of cents, or an amount with its unit.
struct price {
    int cents{};

    friend bool operator==(price const&, price const&) = default;
};
struct amount {
    int value{};
    std::string unit{};
};
BOOST_DESCRIBE_STRUCT(amount, (), (value, unit))

} // namespace variant_test

template<>
struct outlay::model<variant_test::card> {
    static constexpr auto members = std::tuple{member<&variant_test::card::number>(length(4, 6))};
};
template<>
struct outlay::model<variant_test::circle> {
    static constexpr auto tag = outlay::tagged("type", "circle");
    static constexpr auto members = std::tuple{member<&variant_test::circle::radius>(at_least(0))};
};
template<>
struct outlay::model<variant_test::square> {
    static constexpr auto tag = outlay::tagged("type", "square");
    static constexpr auto members = std::tuple{
        member<&variant_test::square::side>(at_least(0)),
        member<&variant_test::square::colours>(presence::optional, each(at_most(9))),
    };
};
template<>
struct outlay::model<variant_test::disc> {
    static constexpr auto tag = outlay::tagged("kind", "disc");
};
template<>
struct outlay::model<variant_test::group> {
    static constexpr auto tag = outlay::tagged("type", "group");
};
template<>
struct outlay::model<variant_test::order> {
    using type = variant_test::order;
    static constexpr auto members = std::tuple{
        member<&type::others>(presence::optional, items(0, 2)),
        member<&type::shapes>(presence::optional),
        member<&type::scalars>(presence::optional),
    };
};
template<>
struct outlay::model<variant_test::drawing> {
    using type = variant_test::drawing;
    using texts = std::variant<int, std::string>;
    static constexpr auto members = std::tuple{
        member<&type::shapes>(each(satisfies<variant_test::shape>(
            "circle", [](variant_test::shape const& s) { return s.index() == 0; }, "a circle"))),
        member<&type::more>(each(satisfies<texts>(
            "text", [](texts const& t) { return t.index() == 1; }, "a text"))),
    };
};
template<>
struct outlay::codec<variant_test::price> {
    using wire = std::variant<int, variant_test::amount>;
    static constexpr std::string_view refuses = "unit: an amount in cents or euros";

    static outlay::result<variant_test::price> from_wire(wire const& from)
    {
        if (auto const* const cents = std::get_if<int>(&from)) return variant_test::price{*cents};
        auto const& [value, unit] = std::get<variant_test::amount>(from);
        if (unit == "cent") return variant_test::price{value};
        if (unit == "euro") return variant_test::price{value * 100};
        return outlay::error(outlay::error_kind::invalid, "unit", "expected cent or euro");
    }
    static wire to_wire(variant_test::price const& from) { return from.cents; }
};

namespace variant_test {

static_assert(outlay::valid(std::variant<int, bool>(5)));
static_assert(outlay::valid(shape(circle{1.0})));
static_assert(!outlay::valid(shape(circle{-1.0})));

// --- by kind

TEST(variant_kind, of_scalars_is_selected_by_the_kind_of_value)
{
    EXPECT_EQ(expect_reads<scalar>("true"), scalar(true));
    EXPECT_EQ(expect_reads<scalar>("7"), scalar(std::int64_t{7}));
    EXPECT_EQ(expect_reads<scalar>("\"7\""), scalar("7"));
    EXPECT_THAT(found<scalar>("null"), ElementsAre("1:1: expected a string, a number or true or false, found null"));
    EXPECT_THAT(found<scalar>("[7]"), ElementsAre("1:1: expected a string, a number or true or false, found an array"));
    EXPECT_THAT(found<scalar>("{}"), ElementsAre("1:1: expected a string, a number or true or false, found an object"));
    EXPECT_THAT(found<scalar>("7.5"), ElementsAre("1:1: expected an integer, found 7.5"));
}

TEST(variant_kind, is_the_first_alternative_that_takes_a_scalar)
{
    EXPECT_EQ(decode<numbers>("255").value(), numbers(std::uint8_t{255}));
    EXPECT_EQ(decode<numbers>("256").value(), numbers(256.0));
    EXPECT_EQ(decode<numbers>("-0.5").value(), numbers(-0.5));
    EXPECT_EQ(decode<level_or_text>("\"LOW\"").value(), level_or_text(level::low));
    EXPECT_EQ(decode<level_or_text>("\"low\"").value(), level_or_text("low"));
    EXPECT_THAT((found<std::variant<level, int>>("\"LO\"")),
                ElementsAre("1:1: expected one of LOW, HIGH, found \"LO\"; did you mean \"LOW\"?"));
    EXPECT_THAT((found<std::variant<level, colour, int>>("\"RE\"")),
                ElementsAre("1:1: expected one of LOW, HIGH, found \"RE\""))
        << "of several that take no such text, the first";
    EXPECT_THAT((found<std::variant<outlay::identifier<struct some_tag>, std::string>>("7")),
                ElementsAre("notice: 1:1: found 7, read as an id"));
}

TEST(variant_kind, of_lists_maps_and_objects_is_selected_by_the_kind_of_value)
{
    using many = std::variant<std::vector<int>, std::map<std::string, int>, std::string>;
    EXPECT_EQ(expect_reads<many>("[1,2]").index(), 0u);
    EXPECT_EQ(expect_reads<many>(R"({"a":1})").index(), 1u);
    EXPECT_EQ(expect_reads<many>("\"\"").index(), 2u);
    EXPECT_THAT(found<many>("[1,\n\"2\",[3]]"),
                ElementsAre("2:1 /1: expected an integer, found \"2\"", "2:5 /2: expected an integer, found an array"));
    EXPECT_THAT(found<many>(R"({"a":1,"b":true,"a":2})"),
                ElementsAre("1:12 /b: expected an integer, found true", "1:17 /a: \"a\" occurs more than once"));
    using lists = std::variant<std::vector<int>, std::vector<std::string>, std::vector<card>>;
    EXPECT_EQ(expect_reads<lists>("[]").index(), 0u);
    EXPECT_EQ(expect_reads<lists>("[\"a\"]").index(), 1u);
    EXPECT_EQ(expect_reads<lists>(R"([{"number":"1234"}])").index(), 2u);
    EXPECT_THAT(found<lists>(R"([{"number":"123"},1])"),
                ElementsAre("1:12 /0/number: expected 4 to 6 characters, found 3 characters",
                            "1:19 /1: expected an object, found 1"));
}

// --- by names

TEST(variant_kind, of_objects_is_the_one_whose_names_are_there)
{
    EXPECT_EQ(expect_reads<payment>(R"({"number":"1234","year":30})").index(), 0u);
    EXPECT_EQ(expect_reads<payment>(R"({"iban":"DE1","holder":"me"})").index(), 1u);
    EXPECT_EQ(decode<payment>(R"({"holder":"me","iban":"DE1"})").value().index(), 1u);
}

TEST(variant_kind, of_objects_with_the_same_names_is_selected_by_the_kinds_of_their_values)
{
    EXPECT_EQ(expect_reads<sized>(R"({"size":7,"depth":1})"), sized(counted{.size = 7, .depth = 1}));
    EXPECT_EQ(expect_reads<sized>(R"({"size":"large"})"), sized(worded{.size = "large"}));
    EXPECT_EQ(expect_reads<sized>(R"({"size":1.5})"), sized(measured{.size = 1.5}));
    // 2.0 may be an integer: a class for it that knows all names is as near as one for fractions that lacks one.
    EXPECT_EQ(decode<sized>(R"({"size":2.0,"depth":1})").value(), sized(counted{.size = 2, .depth = 1}));
}

TEST(variant_kind, of_objects_has_the_values_of_the_text)
{
    using either = std::variant<switched, worded>;
    EXPECT_EQ(expect_reads<either>(R"({"on":false})"), either(switched{.on = false}));
    EXPECT_EQ(expect_reads<either>(R"({"on":true})"), either(switched{.on = true}));
}

TEST(variant_kind, of_objects_with_a_null_is_one_that_accepts_it)
{
    using known_or_not = std::variant<worded, unsized, listed>;
    EXPECT_EQ(expect_reads<known_or_not>(R"({"size":"large"})"), known_or_not(worded{.size = "large"}));
    EXPECT_EQ(expect_reads<known_or_not>(R"({"size":null})").index(), 1u);
    EXPECT_EQ((decode<std::variant<worded, holding>>(R"({"size":null,"rest":1})").value().index()), 1u);
    EXPECT_EQ((outlay::inspect<std::variant<worded, listed>>(R"({"size":null})").value.index()), 1u);
    EXPECT_THAT(found<worded>(R"({"size":null})"), ElementsAre("1:9 /size: expected a string, found null"));
}

TEST(variant_kind, of_objects_reports_the_violations_of_the_nearest)
{
    EXPECT_THAT(found<payment>(R"({"iban":"DE1","holder":7})"),
                ElementsAre("1:24 /holder: expected a string, found 7"));
    EXPECT_THAT(found<payment>("{\n \"iban\": \"DE1\"}"), ElementsAre("1:1 /holder: required, but missing"));
    EXPECT_THAT(found<payment>(R"({"number":"12","year":"30"})"),
                ElementsAre("1:11 /number: expected 4 to 6 characters, found 2 characters",
                            "1:23 /year: expected an integer, found \"30\""));
    EXPECT_THAT(found<payment>(R"({})"), ElementsAre("1:1 /number: required, but missing"));
    EXPECT_THAT(found<payment>(R"({"number":"1234","iban":"x"})"),
                ElementsAre("notice: 1:18 /iban: not a known field, ignored"));
    EXPECT_THAT(found<payment>("7"), ElementsAre("1:1: expected an object, found 7"));
    EXPECT_THAT(found<payment>("[7]"), ElementsAre("1:1: expected an object, found an array"));
}

// --- by a tag

TEST(variant_kind, with_a_tag_is_the_one_that_the_tag_names)
{
    EXPECT_EQ(expect_reads<shape>(R"({"radius":1.5,"type":"circle"})"), shape(circle{1.5}));
    EXPECT_EQ(decode<shape>(R"({"type":"circle","radius":1.5})").value(), shape(circle{1.5}));
    EXPECT_EQ(decode<shape>(R"({"side":1,"type":"square"})").value(), shape(square{1, {}}));
    auto const nested =
        expect_reads<shape>(R"({"shapes":[{"radius":1,"type":"circle"},{"shapes":[],"type":"group"}],"type":"group"})");
    EXPECT_EQ(std::get<group>(nested).shapes.size(), 2u);
}

TEST(variant_kind, with_a_tag_names_the_expected_tags)
{
    EXPECT_THAT(found<shape>(R"({"radius":1})"), ElementsAre("1:1 /type: required, but missing"));
    EXPECT_THAT(found<shape>(R"({"radius":1,"type":"oval"})"),
                ElementsAre("1:20 /type: expected one of circle, square, group, found \"oval\""));
    EXPECT_THAT(found<shape>(R"({"type":[1],"radius":1})"),
                ElementsAre("1:9 /type: expected one of circle, square, group, found another kind of value"));
    EXPECT_THAT(found<shape>(R"({"type":null})"),
                ElementsAre("1:9 /type: expected one of circle, square, group, found another kind of value"));
    EXPECT_THAT(found<shape>(R"({"type":"circle","type":"square","radius":1})"),
                ElementsAre("1:18 /type: type occurs more than once"));
    EXPECT_THAT(
        found<shape>(R"({"type":"circle","radius":-1,"side":2})"),
        ElementsAre("1:27 /radius: expected 0 or more, found -1", "notice: 1:30 /side: not a known field, ignored"));
    EXPECT_THAT(found<circle>(R"({"type":"square","radius":1})"),
                ElementsAre("1:9 /type: expected circle, found \"square\""));
    EXPECT_THAT(found<circle>(R"({"radius":1})"), ElementsAre("1:1 /type: required, but missing"));
}

TEST(variant_kind, with_a_tag_in_one_alternative_is_that_only_if_the_tag_is_found)
{
    EXPECT_EQ(expect_reads<drawn>(R"({"radius":1,"type":"circle"})"), drawn(circle{.radius = 1}));
    EXPECT_EQ(expect_reads<drawn>(R"({"radius":1,"type":"oval"})"), drawn(sketch{.radius = 1, .type = "oval"}));
    EXPECT_THAT(found<drawn>(R"({"type":"oval"})"), ElementsAre("1:1 /radius: required, but missing"));
    EXPECT_THAT(found<drawn>(R"({"radius":1,"type":7})"), ElementsAre("1:20 /type: expected a string, found 7"));
}

TEST(variant_kind, with_tags_in_different_fields_is_the_one_whose_names_are_there)
{
    using round = std::variant<circle, disc>;
    EXPECT_EQ(expect_reads<round>(R"({"radius":1,"type":"circle"})"), round(circle{.radius = 1}));
    EXPECT_EQ(expect_reads<round>(R"({"radius":1,"kind":"disc"})"), round(disc{.radius = 1}));
    EXPECT_THAT(found<round>(R"({"radius":1})"), ElementsAre("1:1 /type: required, but missing"));
}

TEST(variant_kind, without_a_known_tag_is_counted_beyond_the_limit_of_violations)
{
    constexpr std::string_view text = R"([{"type":"oval"},{},{"type":"oval"}])";
    outlay::decode_options const options{.max_violations = 1};
    auto const seen = outlay::inspect<std::vector<shape>>(text, options);
    EXPECT_EQ(seen.report.size(), 1u);
    EXPECT_EQ(seen.report.omitted(), 2u);
    EXPECT_EQ(sample::inspect_pieces<std::vector<shape>>(text, 1, options).report, seen.report);
}

TEST(variant_kind, with_a_tag_that_several_alternatives_have_is_the_first_of_these)
{
    using either = std::variant<circle, std::variant<circle, square>>;
    EXPECT_EQ(expect_reads<either>(R"({"radius":1,"type":"circle"})").index(), 0u);
}

TEST(variant_kind, is_the_alternative_that_fits_where_several_are_possible)
{
    using class_or_map = std::variant<circle, std::map<std::string, double>>;
    EXPECT_EQ(expect_reads<class_or_map>(R"({"a":1,"b":2})").index(), 1u);
    EXPECT_EQ(expect_reads<class_or_map>(R"({"radius":1,"type":"circle"})").index(), 0u);
    EXPECT_THAT(found<class_or_map>(R"({"radius":-1,"type":"circle"})"),
                ElementsAre("1:11 /radius: expected 0 or more, found -1"));
    using class_or_counts = std::variant<transfer, std::map<std::string, int>>;
    EXPECT_THAT(found<class_or_counts>(R"({"a":"x"})"), ElementsAre("1:6 /a: expected an integer, found \"x\""));
    using maps = std::variant<std::map<std::string, int>, std::map<std::string, double>>;
    EXPECT_EQ(expect_reads<maps>(R"({"a":1,"b":2})").index(), 0u);
    EXPECT_EQ(expect_reads<maps>(R"({"a":1,"b":2.5})").index(), 1u);
    using rows = std::variant<std::pair<int, int>, std::tuple<int, int, int>, std::array<std::string, 2>>;
    EXPECT_EQ(expect_reads<rows>("[1,2]").index(), 0u);
    EXPECT_EQ(expect_reads<rows>("[1,2,3]").index(), 1u);
    EXPECT_EQ(expect_reads<rows>("[\"a\",\"b\"]").index(), 2u);
    EXPECT_THAT(found<rows>("[1,2,3,4]"), ElementsAre("1:1: expected 2 items, found 4 items"));
    using numbers_or_any = std::variant<std::vector<int>, std::vector<double>, std::vector<scalar>>;
    EXPECT_EQ(expect_reads<numbers_or_any>("[1,2]").index(), 0u);
    EXPECT_EQ(expect_reads<numbers_or_any>("[1,2.5]").index(), 1u);
    EXPECT_EQ(expect_reads<numbers_or_any>("[1,\"a\"]").index(), 2u);
}

TEST(variant_kind, with_rules_of_its_own_keeps_them_as_an_item)
{
    EXPECT_THAT(
        found<drawing>(R"({"shapes":[{"type":"square","side":5},{"type":"circle","radius":1},7],"more":[7,"8"]})"),
        ElementsAre("1:12 /shapes/0: expected a circle, found another value",
                    "1:68 /shapes/2: expected an object, found 7",
                    "1:79 /more/0: expected a text, found another value"));
    EXPECT_THAT(broken(drawing{{square{1, {}}}, {7, "8"}}),
                ElementsAre("/shapes/0: expected a circle, found another value",
                            "/more/0: expected a text, found another value"));
}

// --- everywhere

TEST(variant_kind, is_a_member_an_item_and_an_entry)
{
    expect_reads<order>(R"({"by":{"iban":"x","holder":"y"},"others":[{"number":"1234"},{"iban":"x","holder":"y"}],)"
                        R"("shapes":{"a":{"radius":1,"type":"circle"}},"scalars":[true,1,"a"],"note":null})");
    EXPECT_THAT(
        found<order>(R"({"by":{"iban":"x"},"others":[{"number":"12"},7,{"iban":1,"holder":"y"},
{"number":"1234"}],"shapes":{"a":{"radius":-1,"type":"circle"},"b":{"type":"x"},"c":{"type":"square","side":1,"colours":[10,11]}},
"scalars":[null,[],1.5],"note":true})"),
        ElementsAre("1:7 /by/holder: required, but missing", "1:29 /others: expected at most 2 items, found 4 items",
                    "1:40 /others/0/number: expected 4 to 6 characters, found 2 characters",
                    "1:46 /others/1: expected an object, found 7", "1:56 /others/2/iban: expected a string, found 1",
                    "2:44 /shapes/a/radius: expected 0 or more, found -1",
                    "2:76 /shapes/b/type: expected one of circle, square, group, found \"x\"",
                    "2:122 /shapes/c/colours/0: expected 9 or less, found 10",
                    "2:125 /shapes/c/colours/1: expected 9 or less, found 11",
                    "3:12 /scalars/0: expected a string, a number or true or false, found null",
                    "3:17 /scalars/1: expected a string, a number or true or false, found an array",
                    "3:20 /scalars/2: expected an integer, found 1.5",
                    "3:32 /note: expected a string or a number, found true"));
    EXPECT_EQ(outlay::encode(order{}), "{}");
    EXPECT_THAT(found<order>(R"({"by":7})"), ElementsAre("1:7 /by: expected an object, found 7"));
    EXPECT_EQ(outlay::inspect<order>(R"({"by":7})").value.by, std::nullopt);
    EXPECT_THAT(found<order>(R"({"by":null})"), IsEmpty());
}

TEST(variant_kind, keeps_the_rules_of_its_alternative)
{
    order written{.by = card{"12", {}}};
    written.shapes["a"] = group{{circle{-1}, square{1, {10}}}};
    EXPECT_THAT(broken(written), ElementsAre("/by/number: expected 4 to 6 characters, found 2 characters",
                                             "/shapes/a/shapes/0/radius: expected 0 or more, found -1",
                                             "/shapes/a/shapes/1/colours/0: expected 9 or less, found 10"));
}

TEST(variant_kind, may_be_an_alternative_of_another)
{
    EXPECT_EQ(expect_reads<outer>("1"), outer(inner(1)));
    EXPECT_EQ(expect_reads<outer>("[1,2]"), outer(inner(std::vector{1, 2})));
    EXPECT_EQ(expect_reads<outer>("\"a\""), outer("a"));
    EXPECT_EQ(expect_reads<outer>(R"({"number":"1234"})"), outer(card{"1234", {}}));
    EXPECT_THAT(found<outer>("[1,\"2\",{\"a\":[]}]"), ElementsAre("1:4 /1: expected an integer, found \"2\"",
                                                                  "1:8 /2: expected an integer, found an object"));
    EXPECT_THAT(found<outer>("true"),
                ElementsAre("1:1: expected a string, a number, an object or an array, found true"));
    using deep = std::variant<std::vector<std::variant<std::vector<payment>, card>>, bool>;
    expect_reads<deep>(R"([[{"number":"1234"},{"iban":"x","holder":"y"}],{"number":"5678"}])");
    EXPECT_THAT(found<deep>("[[{\"number\":\"12\"},\n{\"iban\":\"x\"}],{\"number\":7}]"),
                ElementsAre("1:13 /0/0/number: expected 4 to 6 characters, found 2 characters",
                            "2:1 /0/1/holder: required, but missing", "2:25 /1/number: expected a string, found 7"));
}

TEST(variant_kind, with_objects_in_both_is_found_in_the_inner)
{
    using either = std::variant<std::variant<circle, square>, payment>;
    EXPECT_EQ(decode<either>(R"({"iban":"x","holder":"y"})").value(), either(payment(transfer{"x", "y"})));
    EXPECT_EQ(decode<either>(R"({"type":"circle","radius":1})").value(),
              either(std::variant<circle, square>(circle{1})));
}

TEST(variant_kind, may_hold_pointers_sets_and_maps_of_variants)
{
    using tree = std::variant<std::unique_ptr<circle>, std::set<payment>, std::string>;
    EXPECT_EQ(std::get<0>(expect_reads<tree>(R"({"radius":2,"type":"circle"})"))->radius, 2);
    expect_reads<tree>(R"([{"number":"1234"},{"iban":"x","holder":"y"}])");
    EXPECT_EQ(decode<tree>("null").value().index(), 0u);
    EXPECT_THAT(found<tree>(R"([{"number":"1234"},{"iban":"x","holder":"y"},{"number":"1234"},{"number":"1"}])"),
                ElementsAre("1:46 /2: expected distinct items, found an item that occurs before",
                            "1:74 /3/number: expected 4 to 6 characters, found 1 character"));
}

TEST(variant_kind, may_be_the_wire_type_of_a_codec)
{
    EXPECT_EQ(decode<price>("7").value(), price{7});
    EXPECT_EQ(decode<price>(R"({"value":2,"unit":"euro"})").value(), price{200});
    EXPECT_EQ(outlay::encode(price{7}), "7");
    using prices = std::vector<price>;
    EXPECT_THAT(found<prices>(R"([{"value":1,"unit":"mile"},{"value":1},"1",[],{"value":2,"unit":"cent"}])"),
                ElementsAre("1:2 /0: expected cent or euro", "1:28 /1/unit: required, but missing",
                            "1:40 /2: expected a number or an object, found \"1\"",
                            "1:44 /3: expected a number or an object, found an array"));
    using either = std::variant<std::string, price>;
    EXPECT_EQ(decode<either>(R"({"value":2,"unit":"cent"})").value(), either(price{2}));
    EXPECT_EQ(decode<either>("5").value(), either(price{5}));
}

TEST(variant_kind, gives_up_where_the_text_ends)
{
    for (std::string_view const text :
         {R"({"number":"1234")", R"({"number":{})", R"({"type":"circle","radius":)", R"([{"a":[)"}) {
        found<payment>(text);
        found<shape>(text);
        found<std::vector<outer>>(text);
    }
    EXPECT_THAT(found<payment>(R"({"number":"1234",})"),
                ElementsAre("1:18: expected a name in double quotes, found \"}\""));
    outlay::decode_options options;
    options.max_depth = 2;
    EXPECT_EQ(decode<outer>("[[[1]]]", options).error().kind(), outlay::error_kind::limit);
    options.max_depth = 0;
    EXPECT_EQ(decode<outer>("[1]", options).error().kind(), outlay::error_kind::limit);
    EXPECT_EQ(decode<outer>("1", options).value(), outer(inner(1)));
}

TEST(variant_kind, that_is_not_known_keeps_the_other_members)
{
    auto const seen = outlay::inspect<order>(R"({"others":[{"iban":1},{"number":"1234"}],"scalars":[[],true]})");
    ASSERT_EQ(seen.value.others.size(), 2u);
    EXPECT_EQ(seen.value.others[1], payment(card{"1234", {}}));
    EXPECT_EQ(seen.value.scalars[1], scalar(true));
}

// --- generated values

shape any_shape(int depth)
{
    int const kind = depth == 0 ? *rc::gen::inRange(0, 2) : *rc::gen::inRange(0, 3);
    if (kind == 0) return circle{*rc::gen::inRange(0, 1000) / 8.0};
    if (kind == 1) return square{1, *rc::gen::container<std::vector<int>>(rc::gen::inRange(-9, 10))};
    group made;
    for (int n = *rc::gen::inRange(0, 4); n > 0; --n) made.shapes.push_back(any_shape(depth - 1));
    return made;
}

RC_GTEST_PROP(variant_kind, makes_the_round_trip, ())
{
    auto const written = any_shape(3);
    std::string const text = outlay::encode(written);
    RC_ASSERT(decode<shape>(text).value() == written);
    RC_ASSERT(kinds::to_value(written) == boost::json::parse(text));
    RC_ASSERT(outlay::inspect<shape>(text).report == sample::inspect_pieces<shape>(text, 1).report);
}

} // namespace variant_test
