#include "kinds.hpp"
#include <boost/describe/class.hpp>
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
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

// outlay::codec and form(), for types and members with another type on the wire.

namespace codec_public_test {

using kinds::broken;
using kinds::expect_reads;
using kinds::found;
using outlay::decode;
using testing::ElementsAre;
using testing::IsEmpty;

outlay::error refusal(std::string_view code, std::string_view message)
{
    return {outlay::error_kind::invalid, std::string(code), std::string(message)};
}

/// On the wire an even integer. Not an aggregate, not copyable, and without ==.
class even {
public:
    even() = default;
    explicit even(std::int64_t half) : half_(half) {}
    even(even&&) = default;
    even& operator=(even&&) = default;
    constexpr std::int64_t half() const noexcept { return half_; }

private:
    std::int64_t half_ = 0;
};

/// On the wire an object with rules of its own.
struct segment {
    int from{};
    int to{};

    friend auto operator<=>(segment const&, segment const&) = default;
};
struct segment_wire {
    int from{};
    int length{};
};
BOOST_DESCRIBE_STRUCT(segment_wire, (), (from, length))

/// On the wire a list.
struct route {
    std::vector<segment> segments{};

    friend auto operator<=>(route const&, route const&) = default;
};

/// On the wire a set.
struct flags {
    unsigned bits = 0;

    friend bool operator==(flags const&, flags const&) = default;
};

/// On the wire another type with a codec.
struct twice {
    std::int64_t value = 0;
};

/// On the wire a text, or null.
struct label {
    std::string text{};

    friend auto operator<=>(label const&, label const&) = default;
};

/// On the wire whole kilograms.
struct weight {
    double kilograms = 0;

    friend bool operator==(weight const&, weight const&) = default;
};

/// Throws when it is read.
struct trap {
    std::vector<int> numbers{};
};

/// Reports more than one violation, below itself.
struct strict {
    std::map<std::string, int> values{};
};

struct everywhere {
    even plain{};
    std::optional<even> maybe{};
    std::vector<even> list{};
    std::map<std::string, segment> map{};
    std::set<segment> set{};
    std::pair<even, label> pair{};
    std::variant<std::string, segment> either{};
    std::unique_ptr<route> owned{};
};
BOOST_DESCRIBE_STRUCT(everywhere, (), (plain, maybe, list, map, set, pair, either, owned))

/// An amount and its currency in one text, none of it negative.
struct price_form {
    using wire = std::string;
    static outlay::result<outlay::money> from_wire(wire const& text)
    {
        auto const read = outlay::money::parse(text);
        if (read && read->amount < 0) return refusal("negative", "expected no negative price");
        return read;
    }
    static wire to_wire(outlay::money const& price) { return price.to_string(); }
};

struct priced {
    outlay::money price{};
    std::optional<outlay::money> former{};

    friend bool operator==(priced const&, priced const&) = default;
};
BOOST_DESCRIBE_STRUCT(priced, (), (price, former))

/// Members with forms.
struct formed {
    std::int64_t percent{};
    std::optional<std::int64_t> maybe{};
    std::vector<int> csv{};
    std::optional<std::string> blank{};
    std::optional<segment> gone{};
    outlay::nullable<std::int64_t> three{};

    friend bool operator==(formed const&, formed const&) = default;
};
BOOST_DESCRIBE_STRUCT(formed, (), (percent, maybe, csv, blank, gone, three))

/// `"12%"`
struct percent_form {
    using wire = std::string;

    static outlay::result<std::int64_t> from_wire(wire const& text)
    {
        if (!text.ends_with('%')) return refusal("percent", "expected a percentage");
        auto const number = outlay::detail::read_integer(std::string_view(text).substr(0, text.size() - 1));
        if (!number) return refusal("percent", "expected a whole percentage");
        return *number;
    }
    static wire to_wire(std::int64_t percent) { return std::to_string(percent) + "%"; }
};

/// `"1,2,3"`
struct csv_form {
    using wire = std::string;

    static outlay::result<std::vector<int>> from_wire(wire const& text)
    {
        std::vector<int> numbers;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const comma = std::min(text.find(',', at), text.size());
            auto const number = outlay::detail::read_integer(std::string_view(text).substr(at, comma - at));
            if (!number) return refusal("csv", "expected integers with commas between them");
            numbers.push_back(static_cast<int>(*number));
            at = comma + 1;
        }
        return numbers;
    }
    static wire to_wire(std::vector<int> const& numbers)
    {
        std::string text;
        for (int const n : numbers) text += (text.empty() ? "" : ",") + std::to_string(n);
        return text;
    }
};

/// A form of the whole std::optional: no value is an empty text.
struct blank_form {
    using wire = std::string;

    static outlay::result<std::optional<std::string>> from_wire(wire const& text)
    {
        if (text.empty()) return std::optional<std::string>();
        return std::optional(text);
    }
    static wire to_wire(std::optional<std::string> const& text) { return text.value_or(""); }
};

/// A form of a class: no value is an empty list.
struct gone_form {
    using wire = std::vector<int>;

    static outlay::result<std::optional<segment>> from_wire(wire const& ends)
    {
        if (ends.empty()) return std::optional<segment>();
        if (ends.size() != 2) return refusal("ends", "expected two ends or none");
        return std::optional(segment{ends[0], ends[1]});
    }
    static wire to_wire(std::optional<segment> const& s)
    {
        return s ? std::vector{s->from, s->to} : std::vector<int>();
    }
};

/// A text and a list with rules for texts and lists, and with codecs.
struct slogan {
    std::string words{};
    operator std::string_view() const { return words; } // NOLINT(google-explicit-constructor)
};
struct digits : std::vector<int> {};

struct banner {
    slogan text{};
    digits sizes{};
};
BOOST_DESCRIBE_STRUCT(banner, (), (text, sizes))

/// A form by way of a type with a codec.
struct digits_form {
    using wire = digits;
    static outlay::result<std::vector<int>> from_wire(wire const& from) { return std::vector<int>(from); }
    static wire to_wire(std::vector<int> const& from) { return {from}; }
};

struct scores {
    std::vector<int> points{};
};
BOOST_DESCRIBE_STRUCT(scores, (), (points))

/// Keeps what was read.
struct trip {
    std::optional<int> stops{};
    std::vector<segment> ways{};
    segment longest{};
    route whole{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(trip, (), (stops, ways, longest, whole, extras))

} // namespace codec_public_test

template<>
struct outlay::codec<codec_public_test::slogan> {
    using wire = std::string;
    static outlay::result<codec_public_test::slogan> from_wire(wire const& text)
    {
        return codec_public_test::slogan{text};
    }
    static wire to_wire(codec_public_test::slogan const& from) { return from.words; }
};

/// One digit for each number.
template<>
struct outlay::codec<codec_public_test::digits> {
    using wire = std::string;
    static outlay::result<codec_public_test::digits> from_wire(wire const& text)
    {
        codec_public_test::digits made;
        for (char const c : text) made.push_back(c - '0');
        return made;
    }
    static wire to_wire(codec_public_test::digits const& from)
    {
        wire text;
        for (int const n : from) text += static_cast<char>('0' + n);
        return text;
    }
};

template<>
struct outlay::model<codec_public_test::banner> {
    using type = codec_public_test::banner;
    static constexpr auto members =
        std::tuple{member<&type::text>(in_replies_only, length(1, 5)), member<&type::sizes>(items(1, 3))};
};

template<>
struct outlay::model<codec_public_test::scores> {
    using type = codec_public_test::scores;
    static constexpr auto members =
        std::tuple{form<&type::points, codec_public_test::digits_form>(), member<&type::points>(each(at_most(5)))};
};

template<>
struct outlay::model<codec_public_test::trip> {
    using type = codec_public_test::trip;
    static constexpr auto members = std::tuple{
        member<&type::ways>(presence::optional),
        member<&type::longest>(presence::optional),
        member<&type::whole>(presence::optional),
        invariant(
            "stops", &type::stops, [](type const& t) { return t.stops != 9; }, "too many stops"),
    };
};

template<>
struct outlay::codec<codec_public_test::even> {
    using wire = std::int64_t;
    static outlay::result<codec_public_test::even> from_wire(wire const& n)
    {
        if (n % 2 != 0) return codec_public_test::refusal("odd", "expected an even number");
        return codec_public_test::even(n / 2);
    }
    static constexpr wire to_wire(codec_public_test::even const& e) { return e.half() * 2; }
};

template<>
struct outlay::model<codec_public_test::segment_wire> {
    using wire = codec_public_test::segment_wire;
    static constexpr auto members =
        std::tuple{member<&wire::from>(at_least(0)), member<&wire::length>(at_most(100)),
                   invariant("empty", &wire::length, [](wire const& w) { return w.length != 0; }, "an empty segment")};
};
template<>
struct outlay::codec<codec_public_test::segment> {
    using wire = codec_public_test::segment_wire;
    static outlay::result<codec_public_test::segment> from_wire(wire const& w)
    {
        if (w.length < 0) return codec_public_test::refusal("backwards", "expected a segment that goes forwards");
        return codec_public_test::segment{w.from, w.from + w.length};
    }
    static constexpr wire to_wire(codec_public_test::segment const& s) { return {s.from, s.to - s.from}; }
};

template<>
struct outlay::codec<codec_public_test::route> {
    using wire = std::vector<codec_public_test::segment>;
    static outlay::result<codec_public_test::route> from_wire(wire const& segments)
    {
        for (std::size_t i = 1; i < segments.size(); ++i) {
            if (segments[i - 1].to == segments[i].from) continue;
            outlay::report found;
            found.add({"/" + std::to_string(i), "gap", "expected a segment that begins where the one before ends"});
            return outlay::error(outlay::error_kind::invalid, std::move(found));
        }
        return codec_public_test::route{segments};
    }
    static wire to_wire(codec_public_test::route const& r) { return r.segments; }
};

template<>
struct outlay::codec<codec_public_test::flags> {
    using wire = std::set<unsigned>;
    static outlay::result<codec_public_test::flags> from_wire(wire const& bits)
    {
        codec_public_test::flags made;
        for (unsigned const bit : bits) {
            if (bit > 31) return codec_public_test::refusal("bit", "expected bits of 32");
            made.bits |= 1u << bit;
        }
        return made;
    }
    static wire to_wire(codec_public_test::flags const& f)
    {
        wire bits;
        for (unsigned i = 0; i < 32; ++i)
            if ((f.bits >> i & 1) != 0) bits.insert(i);
        return bits;
    }
};

template<>
struct outlay::codec<codec_public_test::twice> {
    using wire = codec_public_test::even;
    static outlay::result<codec_public_test::twice> from_wire(wire const& e)
    {
        if (e.half() < 0) return codec_public_test::refusal("negative", "expected a number that is not negative");
        return codec_public_test::twice{e.half()};
    }
    static wire to_wire(codec_public_test::twice const& t) { return codec_public_test::even(t.value); }
};

template<>
struct outlay::codec<codec_public_test::label> {
    using wire = std::optional<std::string>;
    static outlay::result<codec_public_test::label> from_wire(wire const& text)
    {
        return codec_public_test::label{text.value_or("none")};
    }
    static wire to_wire(codec_public_test::label const& l)
    {
        return l.text == "none" ? std::nullopt : std::optional(l.text);
    }
};

template<>
struct outlay::codec<codec_public_test::weight> {
    using wire = std::int64_t;
    static outlay::result<codec_public_test::weight> from_wire(wire const& kilograms)
    {
        return codec_public_test::weight{static_cast<double>(kilograms)};
    }
    static wire to_wire(codec_public_test::weight const& w) { return static_cast<wire>(w.kilograms); }
};

template<>
struct outlay::codec<codec_public_test::trap> {
    using wire = std::vector<std::vector<int>>;
    static outlay::result<codec_public_test::trap> from_wire(wire const& lists)
    {
        std::vector<int> all;
        for (auto const& list : lists)
            for (int const n : list) all.push_back(n);
        if (all.size() > 2) throw std::length_error("too many for a trap");
        return codec_public_test::trap{all};
    }
    static wire to_wire(codec_public_test::trap const& t) { return {t.numbers}; }
};

template<>
struct outlay::codec<codec_public_test::strict> {
    using wire = std::map<std::string, int>;
    static outlay::result<codec_public_test::strict> from_wire(wire const& values)
    {
        outlay::report found;
        for (auto const& [name, value] : values)
            if (value < 0) found.add({"/" + name, "negative", "expected none below 0"});
        if (!found.empty()) return outlay::error(outlay::error_kind::invalid, std::move(found));
        return codec_public_test::strict{values};
    }
    static wire to_wire(codec_public_test::strict const& s) { return s.values; }
};

template<>
struct outlay::model<codec_public_test::priced> {
    using type = codec_public_test::priced;
    static constexpr auto members = std::tuple{form<&type::price, codec_public_test::price_form>(),
                                               form<&type::former, codec_public_test::price_form>()};
};

template<>
struct outlay::model<codec_public_test::everywhere> {
    using type = codec_public_test::everywhere;
    static constexpr auto members = std::tuple{
        member<&type::plain>(satisfies<codec_public_test::even>(
            "small", [](codec_public_test::even const& e) { return e.half() < 100; }, "less than 200")),
        member<&type::list>(items(0, 3), each(satisfies<codec_public_test::even>(
                                             "small", [](codec_public_test::even const& e) { return e.half() < 100; },
                                             "less than 200"))),
    };
};

template<>
struct outlay::model<codec_public_test::formed> {
    using type = codec_public_test::formed;
    static constexpr auto members = std::tuple{
        form<&type::percent, codec_public_test::percent_form>(),
        form<&type::maybe, codec_public_test::percent_form>(),
        form<&type::csv, codec_public_test::csv_form>(),
        form<&type::blank, codec_public_test::blank_form>(),
        form<&type::gone, codec_public_test::gone_form>(),
        form<&type::three, codec_public_test::percent_form>(),
        alias<&type::percent>("ratio"),
        member<&type::percent>(at_least(0), at_most(100)),
        member<&type::maybe>(at_most(100)),
        member<&type::csv>(presence::optional, items(0, 3), each(at_least(0))),
        member<&type::blank>(presence::required, length(2, 5)),
    };
};

namespace codec_public_test {

// --- wires of each kind

TEST(codec_wire, may_be_a_number)
{
    EXPECT_EQ(expect_reads<even>("14").half(), 7);
    EXPECT_THAT(found<even>("7"), ElementsAre("1:1: expected an even number"));
    EXPECT_THAT(found<even>("\"7\""), ElementsAre("1:1: expected an integer, found \"7\""));
    EXPECT_THAT(found<even>("{}"), ElementsAre("1:1: expected an integer, found an object"));
    EXPECT_THAT(found<even>("[14]"), ElementsAre("1:1: expected an integer, found an array"));
    EXPECT_EQ(decode<even>("7").error().report()[0].code, "odd");
}

TEST(codec_wire, may_be_an_object_whose_rules_are_kept)
{
    EXPECT_EQ(expect_reads<segment>(R"({"from":1,"length":2})"), (segment{1, 3}));
    EXPECT_THAT(
        found<segment>("{\"from\":-1,\n\"length\":200}"),
        ElementsAre("1:9 /from: expected 0 or more, found -1", "2:10 /length: expected 100 or less, found 200"));
    EXPECT_THAT(found<segment>(R"({"from":1,"length":0})"), ElementsAre("1:20 /length: an empty segment"));
    EXPECT_THAT(found<segment>(R"({"from":1,"length":-1})"), ElementsAre("1:1: expected a segment that goes forwards"));
    EXPECT_THAT(found<segment>(R"({"from":1})"), ElementsAre("1:1 /length: required, but missing"));
    EXPECT_THAT(found<segment>(R"({"from":1,"length":1,"x":{"length":[1]}})"),
                ElementsAre("notice: 1:22 /x: not a known field, ignored"));
    EXPECT_THAT(found<segment>("7"), ElementsAre("1:1: expected an object, found 7"));
    EXPECT_THAT(broken(segment{-1, -1}),
                ElementsAre("/from: expected 0 or more, found -1", "/length: an empty segment"));
}

TEST(codec_wire, may_be_a_list_of_types_with_codecs)
{
    EXPECT_EQ(expect_reads<route>(R"([{"from":1,"length":2},{"from":3,"length":1}])").segments.size(), 2u);
    EXPECT_THAT(found<route>(R"([{"from":1,"length":2},{"from":4,"length":1}])"),
                ElementsAre("1:1 /1: expected a segment that begins where the one before ends"));
    EXPECT_THAT(found<route>("[{\"from\":1,\"length\":-2},\n{\"from\":-4,\"length\":1},7]"),
                ElementsAre("1:2 /0: expected a segment that goes forwards",
                            "2:9 /1/from: expected 0 or more, found -4", "2:24 /2: expected an object, found 7"));
    EXPECT_THAT(found<route>("{}"), ElementsAre("1:1: expected an array, found an object"));
    EXPECT_THAT(
        found<std::set<route>>(R"([[{"from":1,"length":2}],[{"from":1,"length":2},7],[{"from":1,"length":2}]])"),
        ElementsAre("1:49 /1/1: expected an object, found 7",
                    "1:52 /2: expected distinct items, found an item that occurs before"));
    EXPECT_THAT(broken(route{{{1, 2}, {3, 3}}}), ElementsAre("/1/length: an empty segment"));
}

TEST(codec_wire, may_be_a_set)
{
    EXPECT_EQ(expect_reads<flags>("[0,4]").bits, 0x11u);
    EXPECT_THAT(found<flags>("[1,1]"),
                ElementsAre("1:4 /1: expected distinct items, found an item that occurs before"));
    EXPECT_THAT(found<flags>("[32]"), ElementsAre("1:1: expected bits of 32"));
}

TEST(codec_wire, may_be_a_type_with_a_codec)
{
    EXPECT_EQ(expect_reads<twice>("6").value, 3);
    EXPECT_THAT(found<twice>("7"), ElementsAre("1:1: expected an even number"));
    EXPECT_THAT(found<twice>("-6"), ElementsAre("1:1: expected a number that is not negative"));
    EXPECT_THAT(found<std::vector<twice>>("[2,3,-4,[],\"\"]"),
                ElementsAre("1:4 /1: expected an even number", "1:6 /2: expected a number that is not negative",
                            "1:9 /3: expected an integer, found an array", "1:12 /4: expected an integer, found \"\""));
}

TEST(codec_wire, may_be_null)
{
    EXPECT_EQ(expect_reads<label>("null").text, "none");
    EXPECT_EQ(expect_reads<label>("\"a\"").text, "a");
    EXPECT_THAT(found<label>("1"), ElementsAre("1:1: expected a string, found 1"));
    EXPECT_THAT(found<std::vector<label>>("[null,\"b\",[]]"),
                ElementsAre("1:11 /2: expected a string, found an array"));
}

TEST(codec_errors, keep_their_places_and_codes)
{
    EXPECT_THAT(found<std::vector<even>>("[2,\n 3,4]"), ElementsAre("2:2 /1: expected an even number"));
    EXPECT_THAT((found<std::map<std::string, strict>>("{\"a\":{\"x\":1},\n\"b\":{\"x\":-1,\"y\":0,\"z\":-2}}")),
                ElementsAre("2:5 /b/x: expected none below 0", "2:5 /b/z: expected none below 0"));
    auto const report = decode<std::vector<even>>("[1,2,3]").error().report();
    ASSERT_EQ(report.size(), 2u);
    EXPECT_EQ(report[1].code, "odd");
    EXPECT_EQ(report[1].pointer, "/2");
}

// --- everywhere

TEST(codec, is_followed_wherever_the_type_is)
{
    auto const read = expect_reads<everywhere>(
        R"({"plain":2,"maybe":4,"list":[6,8],"map":{"a":{"from":1,"length":1}},"set":[{"from":1,"length":1}],)"
        R"("pair":[10,null],"either":{"from":1,"length":2},"owned":[{"from":0,"length":1}]})");
    EXPECT_EQ(read.list[1].half(), 4);
    EXPECT_EQ(std::get<segment>(read.either), (segment{1, 3}));
    EXPECT_EQ(read.owned->segments.size(), 1u);
    EXPECT_THAT(
        found<everywhere>(R"({"plain":1,"maybe":3,"list":[5,400,[],6],"map":{"a":{"from":1,"length":-1},"b":7},
"set":[{"from":1,"length":1},{"from":1,"length":1},{"from":1,"length":0},3],"pair":[11,7],
"either":{"from":-1,"length":2},"owned":[{"from":0,"length":-1}]})"),
        ElementsAre("1:10 /plain: expected an even number", "1:20 /maybe: expected an even number",
                    "1:29 /list: expected at most 3 items, found 4 items", "1:30 /list/0: expected an even number",
                    "1:32 /list/1: expected less than 200, found another value",
                    "1:36 /list/2: expected an integer, found an array",
                    "1:53 /map/a: expected a segment that goes forwards", "1:80 /map/b: expected an object, found 7",
                    "2:30 /set/1: expected distinct items, found an item that occurs before",
                    "2:71 /set/2/length: an empty segment", "2:74 /set/3: expected an object, found 3",
                    "2:85 /pair/0: expected an even number", "2:88 /pair/1: expected a string, found 7",
                    "3:18 /either/from: expected 0 or more, found -1",
                    "3:42 /owned/0: expected a segment that goes forwards"));
    auto const seen = outlay::inspect<everywhere>(R"({"plain":1,"maybe":3,"owned":7,"list":[5,6]})");
    EXPECT_FALSE(seen.value.maybe.has_value());
    EXPECT_EQ(seen.value.owned, nullptr);
    EXPECT_EQ(seen.value.list[1].half(), 3);
}

TEST(codec, of_values_that_break_rules_is_reported_by_validate)
{
    everywhere written{.plain = even(100), .map = {{"a", {2, 1}}, {"b", {0, 101}}, {"c", {1, 1}}}};
    written.list.emplace_back(100);
    EXPECT_THAT(broken(written),
                ElementsAre("/plain: expected less than 200, found another value",
                            "/list/0: expected less than 200, found another value",
                            "/map/a: expected a segment that goes forwards",
                            "/map/b/length: expected 100 or less, found 101", "/map/c/length: an empty segment"));
}

TEST(codec, that_writes_another_value_is_noted_by_validate)
{
    EXPECT_THAT(broken(weight{2}), IsEmpty());
    EXPECT_THAT(broken(weight{2.5}), ElementsAre("notice: the written value is read back as a different value"));
    EXPECT_EQ(outlay::validate(weight{2.5}).notices()[0].code, "inexact");
}

TEST(codec, of_a_text_or_list_leaves_rules_for_these_to_its_value)
{
    constexpr std::string_view long_text = R"({"text":"too long","sizes":"1234"})";
    auto const in_reply =
        sample::lines(outlay::inspect<banner>(long_text, {.context = {.direction = outlay::direction::reply}}).report);
    EXPECT_THAT(in_reply, ElementsAre("1:9 /text: expected 1 to 5 characters, found 8 characters",
                                      "1:28 /sizes: expected 1 to 3 items, found 4 items"));
    EXPECT_THAT(found<banner>(R"({"text":"short","sizes":"12"})"),
                ElementsAre("notice: 1:2 /text: only replies have this field: it is not written in a request"));
    EXPECT_THAT(sample::lines(outlay::validate(banner{})),
                ElementsAre("/text: expected 1 to 5 characters, found 0 characters",
                            "/sizes: expected 1 to 3 items, found 0 items",
                            "notice: /text: only replies have this field: it is not written in a request"));
    EXPECT_FALSE(outlay::valid(banner{}));
    auto const comment = outlay::json_schema<banner>().at("properties").at("text").at("$comment").as_string();
    EXPECT_THAT(std::string(comment), testing::HasSubstr("length: 1 to 5 characters"));
    EXPECT_THAT(std::string(comment), testing::Not(testing::HasSubstr("only replies"))) << "is no rule";
}

TEST(codec, of_the_wire_type_of_a_form_leaves_rules_for_items_to_the_member)
{
    EXPECT_THAT(found<scores>(R"({"points":"15"})"), IsEmpty());
    EXPECT_THAT(found<scores>(R"({"points":"167"})"), ElementsAre("1:11 /points/1: expected 5 or less, found 6",
                                                                  "1:11 /points/2: expected 5 or less, found 7"));
}

TEST(codec, of_an_empty_list_is_written_as_it_was_read)
{
    for (std::string_view const text :
         {R"({"ways":[],"longest":{"from":1,"length":2},"whole":[]})",
          R"({"stops":1,"ways":[{"from":1,"length":2}],"longest":{"from":1,"length":2},"whole":[]})"})
        expect_reads<trip>(text);
}

TEST(codec, of_a_whole_object_leaves_earlier_violations_to_the_conditions_around_it)
{
    EXPECT_THAT(found<trip>(R"({"stops":9,"longest":{"from":1,"length":2}})"),
                ElementsAre("1:10 /stops: too many stops"));
    EXPECT_THAT(found<trip>(R"({"ways":["x"],"stops":9,"longest":{"from":1,"length":2}})"),
                ElementsAre("1:10 /ways/0: expected an object, found \"x\""))
        << "a condition is not checked after another violation";
}

TEST(codec, that_throws_leaks_nothing)
{
    EXPECT_THROW(static_cast<void>(decode<std::vector<trap>>("[[[1]],[[1,2],[3]]]")), std::length_error);
    EXPECT_THROW((static_cast<void>(decode<std::map<std::string, trap>>(R"({"a":[[1,2,3]]})"))), std::length_error);
    outlay::decoder<std::vector<trap>> decoder;
    EXPECT_TRUE(decoder.write("[[[1]],[[1,"));
    EXPECT_THROW(static_cast<void>(decoder.write("2],[3]]]")), std::length_error);
    EXPECT_EQ(decode<trap>("[[1],[2]]").value().numbers, (std::vector{1, 2}));
    EXPECT_FALSE(decode<std::vector<trap>>("[[[1]],[[1,2"));
}

TEST(codec, that_throws_in_a_whole_text_leaves_the_decoder_usable)
{
    outlay::decoder<std::vector<trap>> decoder;
    std::vector<trap> all;
    EXPECT_THROW(static_cast<void>(decoder.decode_into(all, "[[[1,2],[3]]]")), std::length_error);
    EXPECT_THAT(all, IsEmpty());
    EXPECT_TRUE(decoder.write("[[[4]]"));
    EXPECT_TRUE(decoder.write(",[[5]]]"));
    auto const read = decoder.finish();
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->size(), 2u);
}

// --- forms of members

TEST(form, is_how_a_member_is_read_and_written)
{
    formed const read =
        expect_reads<formed>(R"({"percent":"12%","maybe":"7%","csv":"1,2","blank":"text","gone":[1,2],"three":"5%"})");
    EXPECT_EQ(read,
              (formed{.percent = 12, .maybe = 7, .csv = {1, 2}, .blank = "text", .gone = segment{1, 2}, .three = 5}));
    EXPECT_THAT(found<formed>(R"({"percent":"0%","blank":"","gone":[]})"),
                ElementsAre("1:25 /blank: required, but missing"));
    EXPECT_THAT(found<formed>(R"({"percent":"0%","blank":"ab","maybe":null,"gone":null,"three":null})"), IsEmpty());
    EXPECT_EQ(outlay::inspect<formed>(R"({"gone":[]})").value.gone, std::nullopt);
    EXPECT_TRUE(outlay::inspect<formed>(R"({"three":null})").value.three.is_null());
}

TEST(form, reports_rejected_texts_and_broken_rules)
{
    EXPECT_THAT(found<formed>(R"({"percent":"101%","maybe":"x","csv":"1,-2,3,4","blank":"a","gone":[1],"three":"%"})"),
                ElementsAre("1:12 /percent: expected 100 or less, found 101", "1:27 /maybe: expected a percentage",
                            "1:37 /csv/1: expected 0 or more, found -2",
                            "1:37 /csv: expected at most 3 items, found 4 items",
                            "1:56 /blank: expected 2 to 5 characters, found 1 character",
                            "1:67 /gone: expected two ends or none", "1:79 /three: expected a whole percentage"));
    EXPECT_THAT(
        found<formed>(R"({"percent":12,"maybe":[],"csv":[1],"blank":"ab","gone":{"from":1},"three":{}})"),
        ElementsAre("1:12 /percent: expected a string, found 12", "1:23 /maybe: expected a string, found an array",
                    "1:32 /csv: expected a string, found an array", "1:56 /gone: expected an array, found an object",
                    "1:75 /three: expected a string, found an object"));
    EXPECT_THAT(found<formed>(R"({"ratio":"12%","blank":"ab"})"),
                ElementsAre("notice: 1:2 /ratio: another name of percent"));
    EXPECT_THAT(broken(formed{.percent = -1, .maybe = 101, .csv = {1, -1}, .blank = "a"}),
                ElementsAre("/percent: expected 0 or more, found -1", "/maybe: expected 100 or less, found 101",
                            "/csv/1: expected 0 or more, found -1",
                            "/blank: expected 2 to 5 characters, found 1 character"));
    EXPECT_THAT(sample::lines(outlay::validate(formed{})), ElementsAre("/blank: required, but missing"));
}

TEST(form, writes_an_absent_value_like_its_member)
{
    EXPECT_EQ(outlay::encode(formed{}), R"({"percent":"0%","csv":"","blank":""})");
    EXPECT_EQ(outlay::encode(formed{.three = outlay::null}), R"({"percent":"0%","csv":"","blank":"","three":null})");
}

TEST(form, of_a_described_class_without_rules_is_checked)
{
    EXPECT_EQ(outlay::encode(expect_reads<priced>(R"({"price":"1.50 USD","former":"2 EUR"})")),
              R"({"price":"1.50 USD","former":"2 EUR"})");
    EXPECT_THAT(found<priced>(R"({"price":"-1 USD"})"), ElementsAre("1:10 /price: expected no negative price"));
    EXPECT_THAT(broken(priced{{1, "USD"}, {}}), IsEmpty());
    EXPECT_THAT(broken(priced{{1, "USD"}, outlay::money{-2, "EUR"}}),
                ElementsAre("/former: expected no negative price"));
    EXPECT_THAT(broken(priced{{-1, "USD"}, outlay::money{-2, "EUR"}}),
                ElementsAre("/price: expected no negative price", "/former: expected no negative price"));
}

// --- schemas

TEST(codec, has_the_schema_of_its_wire_type)
{
    auto const schema = outlay::json_schema<everywhere>();
    auto const at = [&](std::string_view pointer) {
        return boost::json::serialize(schema.at("properties").at_pointer(pointer));
    };
    EXPECT_EQ(at("/plain/type"), "\"integer\"");
    EXPECT_EQ(at("/owned/type"), R"(["array","null"])");
    EXPECT_EQ(at("/map/additionalProperties/$ref"), R"("#/$defs/codec_public_test.segment_wire")");
    EXPECT_THAT(at("/plain/$comment"), testing::HasSubstr("codec: a value that the codec of this type accepts"));
    EXPECT_THAT(at("/plain/$comment"), testing::HasSubstr("small: less than 200"));
}

// --- generated values

RC_GTEST_PROP(codec, makes_the_round_trip, ())
{
    formed written{.percent = *rc::gen::inRange<std::int64_t>(0, 101), .blank = "text"};
    if (*rc::gen::arbitrary<bool>()) written.maybe = *rc::gen::inRange<std::int64_t>(-1000, 101);
    written.csv =
        *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(0, 4), rc::gen::inRange(0, 1000));
    if (*rc::gen::arbitrary<bool>()) written.gone = segment{*rc::gen::arbitrary<int>(), *rc::gen::arbitrary<int>()};
    RC_ASSERT(outlay::validate(written).empty()); // the form of the member replaces the codec of segment
    RC_ASSERT(outlay::valid(written));
    RC_ASSERT(decode<formed>(outlay::encode(written)).value() == written);
    RC_ASSERT(decode<formed>(kinds::to_value(written)).value() == written);
}

} // namespace codec_public_test
