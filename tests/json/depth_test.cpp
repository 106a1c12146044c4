#include <boost/describe/class.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// The greatest depth of a text: each function that recurses into a value must fit the stack.

namespace depth_test {

using outlay::decode_options;
using outlay::error_kind;
using testing::HasSubstr;

struct in_pointers {
    std::unique_ptr<in_pointers> next{};
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(in_pointers, (), (next, count))

struct in_maps {
    std::map<std::string, in_maps> next{};
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(in_maps, (), (next, count))

struct in_variants {
    std::unique_ptr<std::variant<int, in_variants>> next{};
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(in_variants, (), (next, count))

/// On the wire a class that holds it.
struct in_codecs {
    std::shared_ptr<in_codecs> next{};
};
struct codec_wire {
    std::shared_ptr<in_codecs> next{};
};
BOOST_DESCRIBE_STRUCT(codec_wire, (), (next))

struct keeper {
    outlay::extras more{};
};
BOOST_DESCRIBE_STRUCT(keeper, (), (more))

} // namespace depth_test

template<>
struct outlay::codec<depth_test::in_codecs> {
    using wire = depth_test::codec_wire;
    static result<depth_test::in_codecs> from_wire(wire const& from) { return depth_test::in_codecs{from.next}; }
    static wire to_wire(depth_test::in_codecs const& value) { return {value.next}; }
};

template<>
struct outlay::model<depth_test::in_pointers> {
    using type = depth_test::in_pointers;
    static constexpr auto members = std::tuple(member<&type::count>(presence::optional, at_least(decimal(0))));
};
template<>
struct outlay::model<depth_test::in_maps> {
    using type = depth_test::in_maps;
    static constexpr auto members = std::tuple(member<&type::next>(presence::optional),
                                               member<&type::count>(presence::optional, at_least(decimal(0))));
};
template<>
struct outlay::model<depth_test::in_variants> {
    using type = depth_test::in_variants;
    static constexpr auto members = std::tuple(member<&type::count>(presence::optional, at_least(decimal(0))));
};

namespace depth_test {

constexpr std::size_t deepest = decode_options::deepest;

/// `middle` inside of `times` pairs of `begin` and `end`.
std::string nested(std::size_t times, std::string_view begin, std::string_view middle, std::string_view end)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += begin;
    text += middle;
    for (std::size_t i = 0; i < times; ++i) text += end;
    return text;
}

/// Reads, checks, writes and converts a text of the greatest depth.
template<class T>
void expect_fits(std::string const& text)
{
    SCOPED_TRACE(text.substr(0, 20));
    auto const read = outlay::decode<T>(text, {.max_depth = deepest});
    ASSERT_TRUE(read) << read.error();
    EXPECT_TRUE(outlay::validate(*read).empty());
    std::string const written = outlay::encode(*read);
    boost::json::value converted;
    outlay::detail::to_json(converted, outlay::detail::table_of<T>::table, &*read);
    EXPECT_EQ(boost::json::serialize(converted), written);
    auto const again = outlay::decode<T>(converted, {.max_depth = deepest});
    ASSERT_TRUE(again) << again.error();
    EXPECT_EQ(outlay::encode(*again), written);
    EXPECT_EQ(outlay::decode<T>(text, {.max_depth = deepest - 1}).error().kind(), error_kind::limit);
}

TEST(depth, up_to_the_limit_fits_the_stack)
{
    expect_fits<in_pointers>(nested(deepest - 1, R"({"next":)", "{}", "}"));
    expect_fits<in_maps>(nested(deepest / 2 - 1, R"({"next":{"a":)", R"({"next":{}})", "}}"));
    expect_fits<in_variants>(nested(deepest - 1, R"({"next":)", R"({"count":1})", "}"));
    expect_fits<in_codecs>(nested(deepest - 1, R"({"next":)", "{}", "}"));
    expect_fits<keeper>(nested(deepest - 1, R"({"other":)", R"({"a":1})", "}"));
    expect_fits<keeper>(R"({"other":)" + nested(deepest - 1, "[", "1", "]") + "}");
}

TEST(depth, of_skipped_values_fits_the_stack)
{
    std::string const text = R"({"other":)" + nested(deepest - 1, "[", "1", "]") + "}";
    EXPECT_TRUE(outlay::decode<in_pointers>(text, {.max_depth = deepest}));
    EXPECT_EQ(outlay::decode<in_pointers>(text, {.max_depth = deepest - 1}).error().kind(), error_kind::limit);
}

TEST(depth, beyond_the_limit_is_an_error)
{
    constexpr std::size_t much = 100'000;
    std::string const message = "max_depth is 100000, which exceeds the limit of 1000 levels";
    for (std::string const& text : {nested(much, R"({"next":)", "{}", "}"), std::string("{}"), std::string()}) {
        auto const refused = outlay::decode<in_pointers>(text, {.max_depth = much});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind(), error_kind::limit);
        EXPECT_EQ(refused.error().report()[0].code, "max_depth");
        EXPECT_EQ(refused.error().message(), message);

        outlay::decoder<in_pointers> pieces({.max_depth = much});
        EXPECT_FALSE(pieces.write(text));
        EXPECT_EQ(pieces.finish().error(), refused.error());
    }
    auto const refused = outlay::decode<in_pointers>(boost::json::value(boost::json::object()), {.max_depth = much});
    EXPECT_EQ(refused.error().kind(), error_kind::limit);
    EXPECT_EQ(refused.error().message(), message);
    EXPECT_TRUE(outlay::decode<in_pointers>("{}", {.max_depth = deepest}));
    EXPECT_FALSE(outlay::decode<in_pointers>("{}", {.max_depth = deepest + 1}));
}

TEST(depth, of_every_kind_of_value_is_bounded)
{
    using pair = std::pair<int, int>;
    using either = std::variant<int, std::vector<int>>;
    constexpr auto stopped = []<class T>(T const&, std::string_view text, std::size_t most) {
        return outlay::inspect<T>(text, {.max_depth = most}).stopped;
    };
    EXPECT_EQ(stopped(pair(), "[1,2]", 0), error_kind::limit);
    EXPECT_EQ(stopped(pair(), "[1,2]", 1), std::nullopt);
    EXPECT_EQ(stopped(either(), "[1,2]", 0), error_kind::limit);
    EXPECT_EQ(stopped(either(), "[1,2]", 1), std::nullopt);
    EXPECT_EQ(stopped(std::vector<pair>(), "[[1,2]]", 1), error_kind::limit);
    EXPECT_EQ(stopped(std::vector<either>(), "[[1,2]]", 1), error_kind::limit);
}

TEST(depth, of_a_json_value_has_the_same_bound)
{
    boost::json::value deep(1);
    for (std::size_t i = 0; i != 33; ++i) deep = boost::json::array{std::move(deep)};
    auto const seen = outlay::inspect<keeper>(boost::json::value{{"other", deep}});
    EXPECT_EQ(seen.stopped, error_kind::limit);
    EXPECT_THAT(seen.report.to_string(), HasSubstr("objects and arrays more than 32 deep"));
    using lists = std::vector<std::vector<std::vector<int>>>;
    boost::json::value const three = boost::json::parse("[[[1]]]");
    EXPECT_TRUE(outlay::decode<lists>(three, {.max_depth = 3}));
    EXPECT_EQ(outlay::decode<lists>(three, {.max_depth = 2}).error().kind(), error_kind::limit);
    EXPECT_EQ(outlay::decode<lists>(three, {.max_depth = 2}).error().message(),
              "/0/0: objects and arrays more than 2 deep");
    EXPECT_TRUE(outlay::decode<int>(boost::json::value(1), {.max_depth = 0}));
}

TEST(limits, of_a_json_value_are_those_of_a_text)
{
    using texts = std::vector<std::string>;
    boost::json::value const value = boost::json::parse(R"(["abcd", 1, 2, 3])");
    auto const too_long = outlay::inspect<texts>(value, {.max_string = 3});
    EXPECT_EQ(too_long.stopped, error_kind::limit);
    EXPECT_EQ(too_long.report[0].code, "max_string");
    EXPECT_EQ(outlay::inspect<keeper>(boost::json::value{{"abcd", 1}}, {.max_string = 3}).stopped, error_kind::limit);
    auto const many = outlay::inspect<texts>(value, {.max_violations = 2});
    EXPECT_EQ(std::pair(many.report.size(), many.report.omitted()), std::pair(std::size_t{2}, std::size_t{1}));
    // max_bytes does not apply to a boost::json::value.
    EXPECT_TRUE(outlay::decode<texts>(boost::json::value{"ab", "cd"}, {.max_bytes = 1}));
}

} // namespace depth_test
