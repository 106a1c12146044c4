#include "../processor_time.hpp"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <cstddef>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <vector>

// The time of reading is linear in the text. On each of these texts it was quadratic once.

namespace growth_test {

using outlay::decode_options;
using outlay::inspect;

struct item {
    std::optional<int> number;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(item, (), (number, text))

struct keeper {
    std::optional<int> number;
    outlay::extras rest;
};
BOOST_DESCRIBE_STRUCT(keeper, (), (number, rest))

/// `count` copies of `one`, with commas.
std::string repeated(std::string_view one, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) (text += i != 0 ? "," : "") += one;
    return text;
}

/// The least of at least three runs; short ones run more often, as other programs share the caches.
template<class Run>
double seconds(Run const& run)
{
    constexpr double enough = 0.05;
    double best = std::numeric_limits<double>::max();
    double sum = 0;
    for (int i = 0; i < 3 || sum < enough; ++i) {
        double const taken = processor_seconds(run);
        best = std::min(best, taken);
        sum += taken;
    }
    return best;
}

/// The ratio of the times of `run` for a size and 8 times that: 8 if linear, 64 if quadratic.
template<class Make, class Run>
double growth(Make const& make, std::size_t count, Run const& run)
{
    auto const few = make(count);
    auto const many = make(8 * count);
    return seconds([&] { run(many); }) / seconds([&] { run(few); });
}

constexpr double linear = 28; ///< between both, and above the ratio of linear work on a busy machine

template<class T>
double growth_of_inspect(std::string (*make)(std::size_t), std::size_t count, decode_options const& options = {})
{
    return growth(make, count, [&](std::string const& text) { EXPECT_FALSE(inspect<T>(text, options).stopped); });
}

TEST(growth, of_lists_in_a_list)
{
    auto const make = [](std::size_t n) { return '[' + repeated("[]", n) + ']'; };
    EXPECT_LT(growth_of_inspect<std::vector<std::vector<int>>>(make, 4000), linear);
}

TEST(growth, of_violations_that_come_late)
{
    constexpr std::size_t violations = 100;
    auto const make = [](std::size_t n) {
        return '[' + repeated("{}", n * violations) + ',' + repeated("null", n) + ']';
    };
    EXPECT_LT(growth_of_inspect<std::vector<item>>(make, 100), linear);
}

// One violation is about the list, and found at its end; the next is about an item of another.
TEST(growth, of_violations_at_the_beginning_of_lists)
{
    auto const make = [](std::size_t n) { return '[' + repeated("[],[null]", n) + ']'; };
    using lists = std::vector<std::array<int, 2>>;
    EXPECT_LT(growth_of_inspect<lists>(make, 2000, {.max_violations = 100'000}), linear);
}

TEST(growth, of_violations_beyond_those_that_are_kept)
{
    auto const make = [](std::size_t n) {
        return "{\"" + std::string(10 * n, 'n') + "\":[" + repeated("null", n) + "]}";
    };
    using lists = std::map<std::string, std::vector<std::string>>;
    EXPECT_LT(growth_of_inspect<lists>(make, 4000, {.max_violations = 1}), linear);
}

TEST(growth, of_strings_with_escapes)
{
    auto const make = [](std::size_t n) { return '[' + repeated(R"("\u0061")", n) + ']'; };
    EXPECT_LT(growth_of_inspect<std::vector<int>>(make, 2000, {.max_violations = 100'000}), linear);
}

TEST(growth, of_duplicate_fields_that_are_kept)
{
    auto const make = [](std::size_t n) {
        std::string text = R"({"number":1)";
        for (std::size_t i = 0; i < n; ++i) ((text += ",\"n") += std::to_string(i % (n / 2))) += "\":1";
        return text + '}';
    };
    EXPECT_LT(growth_of_inspect<keeper>(make, 2000), linear);
}

TEST(growth, of_extras_that_are_set)
{
    auto const count = [](std::size_t n) { return n; };
    EXPECT_LT(growth(count, 2000,
                     [](std::size_t n) {
                         outlay::extras some;
                         for (std::size_t i = 0; i < n; ++i) some.set("n" + std::to_string(i), 1);
                         for (std::size_t i = 0; i < n; ++i) some.set("n" + std::to_string(i), 2);
                         EXPECT_EQ(some.size(), n);
                     }),
              linear);
}

// Lines and characters are counted a word at a time: here one by one.
TEST(positions_by_words, are_those_counted_one_by_one)
{
    std::string text = "[";
    for (int i = 0; i < 600; ++i) {
        text += i == 0 ? "" : ",";
        text += std::string(static_cast<std::size_t>(i % 7), i % 5 == 0 ? '\n' : ' ');
        text += i % 3 == 0 ? "\"\xC3\xA9\xE2\x82\xAC\"" : i % 3 == 1 ? "[]" : "\"\\u00e9\"";
    }
    text += ']';
    auto const seen = inspect<std::vector<int>>(text);
    ASSERT_EQ(seen.report.size(), 600u);
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t found = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        bool const starts = (c == '[' && i != 0) || (c == '"' && !in_string);
        if (c == '"') in_string = !in_string;
        if (starts) {
            EXPECT_EQ(seen.report[found].line, line) << found;
            EXPECT_EQ(seen.report[found].column, column) << found;
            ++found;
        }
        bool const continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (c == '\n') ++line;
        column = c == '\n' ? 1 : column + !continues;
    }
    EXPECT_EQ(found, 600u);
}

} // namespace growth_test
