#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <outlay/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

// decode_options::max_memory, for each kind of value that needs much memory for few characters.

namespace max_memory_test {

using outlay::decode_options;
using outlay::error_kind;
using outlay::inspect;

constexpr std::size_t room_of_tests = 100'000;
constexpr std::size_t many = 100'000; ///< this many of any value exceed the limit

struct large {
    std::optional<std::string> a, b, c, d, e, f;
};
BOOST_DESCRIBE_STRUCT(large, (), (a, b, c, d, e, f))

struct owner {
    std::unique_ptr<large> owned;
};
BOOST_DESCRIBE_STRUCT(owner, (), (owned))

struct keeper {
    std::vector<int> list;
    outlay::extras rest;
};
BOOST_DESCRIBE_STRUCT(keeper, (), (list, rest))

struct other {
    int number = 0;
};
BOOST_DESCRIBE_STRUCT(other, (), (number))

/// A reply with a member of each kind whose absence, emptiness or wrong type is kept.
struct kept {
    std::optional<int> size{};
    std::vector<int> list{};
    std::map<std::string, int> map{};
    std::unique_ptr<std::map<std::string, int>> owned{};
    std::string label{};
    outlay::extras rest{};
};
BOOST_DESCRIBE_STRUCT(kept, (), (size, list, map, owned, label, rest))

} // namespace max_memory_test

template<>
struct outlay::model<max_memory_test::kept> {
    using type = max_memory_test::kept;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&type::size>(for_information),
        member<&type::list>(presence::optional),
        member<&type::map>(presence::optional),
        member<&type::label>(presence::expected),
    };
};

namespace max_memory_test {

/// `count` copies of `item`, between `before` and `after`.
std::string repeated(std::string_view item, std::size_t count, std::string before = "[", std::string_view after = "]")
{
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) before += ',';
        before += item;
    }
    return before += after;
}

/// Different names, each with a value.
std::string names(std::size_t count, std::string_view value)
{
    std::string text = "{";
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) text += ',';
        ((((text += '"') += std::to_string(i)) += "\":") += value);
    }
    return text += '}';
}

std::string numbers(std::size_t count)
{
    std::string text = "[0";
    for (std::size_t i = 1; i < count; ++i) (text += ',') += std::to_string(i);
    return text += ']';
}

/// Whether the limit stops reading: as a whole and in pieces, with the same report.
template<class T>
bool is_stopped(std::string const& text, decode_options const& options = {.max_memory = room_of_tests})
{
    auto const whole = inspect<T>(text, options);
    outlay::decoder<T> pieces(options);
    constexpr std::size_t piece = 1000;
    for (std::size_t at = 0; at < text.size(); at += piece)
        if (!pieces.write(std::string_view(text).substr(at, piece))) break;
    auto const in_pieces = pieces.finish_inspection();
    EXPECT_EQ(whole.stopped, in_pieces.stopped);
    if (whole.stopped) {
        EXPECT_EQ(whole.stopped, error_kind::limit);
        EXPECT_EQ(whole.report[whole.report.size() - 1].code, "max_memory") << whole.report;
        EXPECT_NE(whole.report[whole.report.size() - 1].line, 0u);
        EXPECT_EQ(in_pieces.report[in_pieces.report.size() - 1].code, "max_memory") << in_pieces.report;
    }
    return whole.stopped.has_value();
}

TEST(max_memory, bounds_whatever_is_made_of_a_text)
{
    EXPECT_TRUE(is_stopped<std::vector<large>>(repeated("{}", many)));
    EXPECT_TRUE(is_stopped<std::vector<std::string>>(repeated("\"\"", many)));
    EXPECT_TRUE(is_stopped<std::vector<std::vector<int>>>(repeated("[]", many)));
    EXPECT_TRUE(is_stopped<std::vector<std::vector<int>>>(repeated("[1]", many)));
    EXPECT_TRUE(is_stopped<std::deque<int>>(repeated("1", many)));
    EXPECT_TRUE(is_stopped<std::set<int>>(numbers(many)));
    EXPECT_TRUE(is_stopped<std::set<std::vector<int>>>(repeated("[1]", many)));
    EXPECT_TRUE((is_stopped<std::map<std::string, int>>(names(many, "1"))));
    EXPECT_TRUE((is_stopped<std::map<std::string, owner>>(names(many, R"({"owned":{}})"))));
    EXPECT_TRUE(is_stopped<std::vector<std::unique_ptr<large>>>(repeated("{}", many)));
    EXPECT_TRUE((is_stopped<std::tuple<int, std::vector<int>>>(repeated("1", many, "[1,[", "]]"))));
}

TEST(max_memory, bounds_values_that_are_kept_for_later)
{
    EXPECT_TRUE(is_stopped<keeper>(names(many, "1")));
    EXPECT_TRUE(is_stopped<std::vector<keeper>>(repeated(R"({"list":null})", many)));
    using either = std::variant<other, std::vector<int>>;
    EXPECT_TRUE(is_stopped<either>(repeated("1", many)));
    // A recording is freed when its value has been read: one after another, they take no more than one of them.
    EXPECT_FALSE(is_stopped<std::vector<either>>(repeated(R"({"number":1})", 500)));
}

TEST(max_memory, bounds_the_report)
{
    std::string const name(20'000, 'n');
    using lists = std::map<std::string, std::vector<std::string>>;
    std::string const text = repeated("null", many, "{\"" + name + "\":[", "]}");
    EXPECT_TRUE(is_stopped<lists>(text, {.max_memory = 10 * name.size()}));
    EXPECT_LE(inspect<lists>(text, {.max_memory = 10 * name.size()}).report.size(), 10u);
}

TEST(max_memory, does_not_count_strings_and_skipped_values)
{
    std::string const text = "[\"" + std::string(2 * room_of_tests, 's') + "\"]";
    EXPECT_FALSE(is_stopped<std::vector<std::string>>(text));
    EXPECT_FALSE(is_stopped<other>("{\"unknown\":" + repeated("{}", many) + '}'));
}

TEST(max_memory, of_any_size_gives_the_whole_value_or_is_reported)
{
    for (std::string const text : {R"({"size":"large","label":"a"})", R"({"size":[1,{"a":2}],"label":"a"})",
                                   R"({"list":[],"map":{},"label":"a"})", R"({"owned":{"a":1},"label":"a"})", R"({})",
                                   R"({"label":null})", R"({"news":{"a":1},"label":7})"}) {
        auto const unlimited = inspect<kept>(text);
        std::size_t enough = 0;
        while (is_stopped<kept>(text, {.max_memory = enough})) {
            ++enough;
            ASSERT_LT(enough, 5'000u) << text;
        }
        EXPECT_GT(enough, 0u) << text;
        for (std::size_t const more : {enough, enough + 1, 2 * enough}) {
            auto const seen = inspect<kept>(text, {.max_memory = more});
            EXPECT_EQ(seen.report, unlimited.report) << text;
            EXPECT_EQ(outlay::encode(seen.value), outlay::encode(unlimited.value)) << text;
        }
    }
    EXPECT_TRUE(is_stopped<other>(R"({"number":"one"})", {.max_memory = 0})) << "the violation takes memory";
    EXPECT_FALSE(is_stopped<other>(R"({"number":1})", {.max_memory = 0}));
}

TEST(max_memory, is_reported_where_it_runs_out)
{
    decode_options options;
    options.max_memory = 3 * sizeof(large);
    auto const read = outlay::decode<std::vector<large>>("[\n{},\n{},\n{},\n{}]", options);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind(), error_kind::limit);
    EXPECT_EQ(read.error().message(),
              "5:1 /3: objects that take more than " + std::to_string(options.max_memory) + " bytes of memory");
    EXPECT_EQ(inspect<std::vector<large>>("[{},{},{},{}]", options).value.size(), 3u);
}

TEST(max_memory, is_reported_after_earlier_violations_and_as_the_last)
{
    std::string const text = "[[null]," + repeated("[]", many, "", ",[null],") + "{]";
    auto const seen = inspect<std::vector<std::vector<int>>>(text, {.max_memory = room_of_tests});
    EXPECT_EQ(seen.stopped, error_kind::limit);
    ASSERT_EQ(seen.report.size(), 2u) << seen.report;
    EXPECT_EQ(seen.report[0].pointer, "/0/0");
    EXPECT_EQ(seen.report[1].code, "max_memory");
    EXPECT_EQ(seen.report.omitted(), 0u);
}

TEST(max_memory, holds_for_a_json_value)
{
    boost::json::value const from(boost::json::array(many, boost::json::object()));
    auto const seen = inspect<std::vector<large>>(from, {.max_memory = room_of_tests});
    EXPECT_EQ(seen.stopped, error_kind::limit);
    EXPECT_EQ(seen.report.size(), 1u);
    EXPECT_FALSE(inspect<std::vector<large>>(from).stopped);

    // A second limit, which is met later, is not reported.
    boost::json::array longer(many, boost::json::object());
    longer.emplace_back("a long string");
    auto const both =
        inspect<std::vector<large>>(boost::json::value(longer), {.max_string = 1, .max_memory = room_of_tests});
    ASSERT_EQ(both.report.size(), 1u) << both.report;
    EXPECT_EQ(both.report[0].code, "max_memory");
}

TEST(max_memory, may_be_zero_or_unlimited)
{
    EXPECT_TRUE(is_stopped<std::vector<int>>("[1]", {.max_memory = 0}));
    EXPECT_FALSE(is_stopped<std::vector<int>>("[]", {.max_memory = 0}));

    EXPECT_FALSE(
        is_stopped<std::vector<std::int8_t>>("[1,2,3]", {.max_memory = std::numeric_limits<std::size_t>::max()}));
}

} // namespace max_memory_test
