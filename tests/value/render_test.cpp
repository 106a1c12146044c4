#include "../processor_time.hpp"

#include <cstddef>
#include <gtest/gtest.h>
#include <outlay/value/render.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>

namespace render_test {

using outlay::render, outlay::report;

report one(std::size_t line, std::size_t column)
{
    report found;
    found.add(
        {.pointer = "/a", .code = "type", .message = "expected a number, found \"x\"", .line = line, .column = column});
    return found;
}

/// The lines of a rendering after the first, which is the violation itself.
std::string excerpt_of(std::string_view text, std::size_t line, std::size_t column,
                       outlay::render_options const& options = {})
{
    std::string const all = render(one(line, column), text, options);
    auto const end = all.find('\n');
    return end == std::string::npos ? "" : all.substr(end);
}

TEST(render, shows_the_line_and_a_caret)
{
    EXPECT_EQ(render(one(2, 8), "{\n  \"a\": \"x\",\n  \"b\": 1\n}"), "2:8 /a: expected a number, found \"x\"\n"
                                                                      "  2 |   \"a\": \"x\",\n"
                                                                      "    |        ^");
    EXPECT_EQ(excerpt_of("[1]", 1, 1), "\n  1 | [1]\n    | ^");
    EXPECT_EQ(excerpt_of(std::string(11, '\n') + "xyz", 12, 3), "\n  12 | xyz\n     |   ^");
}

TEST(render, shows_the_end_of_a_line_and_of_the_text)
{
    EXPECT_EQ(excerpt_of("[1\n]", 1, 3), "\n  1 | [1\n    |   ^");
    EXPECT_EQ(excerpt_of("[1", 1, 3), "\n  1 | [1\n    |   ^");
    EXPECT_EQ(excerpt_of("", 1, 1), "\n  1 | \n    | ^");
    EXPECT_EQ(excerpt_of("[1\r\n]", 1, 2), "\n  1 | [1\n    |  ^");
    EXPECT_EQ(excerpt_of("a\n", 2, 1), "\n  2 | \n    | ^");
    // A column beyond the line, as of a report about another text.
    EXPECT_EQ(excerpt_of("[1\n]", 1, 9), "\n  1 | [1\n    |   ^");
    EXPECT_EQ(excerpt_of("[1", 1, 9), "\n  1 | [1\n    |   ^");
}

TEST(render, shows_no_excerpt_where_there_is_no_place)
{
    EXPECT_EQ(render(one(0, 0), "[1]"), "/a: expected a number, found \"x\"");
    EXPECT_EQ(render(one(3, 1), "[1]\n2"), "3:1 /a: expected a number, found \"x\"");
    EXPECT_EQ(render(report(), "[1]"), "");
}

TEST(render, expands_tabs)
{
    EXPECT_EQ(excerpt_of("\t\"a\":\t7", 1, 7), "\n  1 |     \"a\":    7\n    |             ^");
    EXPECT_EQ(excerpt_of("\t7", 1, 2, {.tab_stop = 8}), "\n  1 |         7\n    |         ^");
    EXPECT_EQ(excerpt_of("ab\t7", 1, 4, {.tab_stop = 0}), "\n  1 | ab 7\n    |    ^");
}

TEST(render, fills_a_tab_up_to_its_stop) { EXPECT_EQ(excerpt_of("abc\t7", 1, 5), "\n  1 | abc 7\n    |     ^"); }

TEST(render, goes_back_to_a_place_before_the_last)
{
    report found = one(2, 3);
    found.append(one(2, 1)[0]);
    found.append(one(1, 4)[0]);
    EXPECT_EQ(render(found, "[1,2\n3,4"), "2:3 /a: expected a number, found \"x\"\n  2 | 3,4\n    |   ^\n"
                                          "2:1 /a: expected a number, found \"x\"\n  2 | 3,4\n    | ^\n"
                                          "1:4 /a: expected a number, found \"x\"\n  1 | [1,2\n    |    ^");
}

TEST(render, shows_at_most_the_width)
{
    std::string const hundred(100, 'x');
    EXPECT_EQ(excerpt_of(hundred, 1, 1), "\n  1 | " + hundred + "\n    | ^");
    EXPECT_EQ(excerpt_of(hundred + "y", 1, 1), "\n  1 | " + hundred + "...\n    | ^");
    EXPECT_EQ(excerpt_of("123456789012", 1, 1, {.width = 0}), "\n  1 | 123456789012\n    | ^");
    EXPECT_EQ(excerpt_of("1234567890123", 1, 1, {.width = 0}), "\n  1 | 123456789012...\n    | ^");
}

TEST(render, counts_characters_and_not_bytes)
{
    EXPECT_EQ(excerpt_of("{\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\":7}", 1, 7),
              "\n  1 | {\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\":7}\n    |       ^");
}

TEST(render, makes_the_text_printable)
{
    EXPECT_EQ(excerpt_of("\x1B[2J7", 1, 5), "\n  1 | \\u001b[2J7\n    |          ^");
    EXPECT_EQ(excerpt_of("\xEF\xBB\xBF{}", 1, 1), "\n  1 | \\xef\\xbb\\xbf{}\n    | ^");
    EXPECT_EQ(excerpt_of("\x80\xFF!", 1, 2), "\n  1 | \\x80\\xff!\n    |         ^");
}

TEST(render, shows_the_surroundings_of_the_place_in_a_long_line)
{
    std::string const left = "<" + std::string(60, 'l');
    std::string const right = std::string(60, 'r') + ">";
    outlay::render_options const narrow{.width = 30};
    EXPECT_EQ(excerpt_of(left + "^" + right, 1, 62, narrow), "\n  1 | ..." + std::string(20, 'l') + "^" +
                                                                 std::string(9, 'r') + "...\n    | " +
                                                                 std::string(23, ' ') + "^");
    EXPECT_EQ(excerpt_of(left + "^" + right, 1, 1, narrow), "\n  1 | <" + std::string(29, 'l') + "...\n    | ^");
    EXPECT_EQ(excerpt_of(left + "^" + right, 1, 123, narrow),
              "\n  1 | ..." + std::string(29, 'r') + ">\n    | " + std::string(32, ' ') + "^");
    EXPECT_EQ(excerpt_of(left + "^", 1, 63, narrow),
              "\n  1 | ..." + std::string(29, 'l') + "^\n    | " + std::string(33, ' ') + "^");
}

TEST(render, shows_notices_too)
{
    report found = one(1, 2);
    found.add_notice(
        {.pointer = "/b", .code = "unknown_field", .message = "not a known field", .line = 1, .column = 4});
    found.omit_one();
    found.omit_notice();
    EXPECT_EQ(render(found, "[1,2]"), "1:2 /a: expected a number, found \"x\"\n  1 | [1,2]\n    |  ^\nand 1 more\n"
                                      "notice: 1:4 /b: not a known field\n  1 | [1,2]\n    |    ^\nand 1 more notices");
    EXPECT_EQ(render(found, "[1,2]", {.notices = false}),
              "1:2 /a: expected a number, found \"x\"\n  1 | [1,2]\n    |  ^\nand 1 more");
}

TEST(render, says_where_the_text_is_from)
{
    EXPECT_EQ(render(one(2, 1), "\n7", {.source = "body.json", .first_line = 100}),
              "body.json:101:1 /a: expected a number, found \"x\"\n  101 | 7\n      | ^");
    EXPECT_EQ(render(one(0, 0), "7", {.source = "body.json", .first_line = 100}),
              "body.json:/a: expected a number, found \"x\"");
}

TEST(render, takes_a_time_linear_in_the_text)
{
    // A thousand violations in one line of a megabyte: a search from the start for each would be a billion steps.
    std::string const text(1 << 20, 'x');
    report found;
    for (std::size_t i = 0; i < 1000; ++i)
        found.add({.pointer = "/a", .code = "type", .message = "m", .line = 1, .column = 1 + i * 1000});
    EXPECT_LT(processor_seconds([&] { EXPECT_FALSE(render(found, text).empty()); }), 2);
}

/// In any text, the caret is under the character that the violation is about.
RC_GTEST_PROP(render_property, points_at_the_place, ())
{
    auto const pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "\t", "\n", "\xC3\xA9", "\xE2\x82\xAC", "\x01", "\xFF", "\x80", "\r", "longer text "));
    std::string before;
    for (std::string const& piece : pieces) before += piece;
    std::size_t line = 1;
    std::size_t column = 1;
    for (char const c : before) {
        if (c == '\n') ++line, column = 1;
        else column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
    auto const width = *rc::gen::inRange<std::size_t>(0, 40);
    std::string const all = render(one(line, column), before + "#" + before, {.width = width});
    auto const last = all.rfind('\n');
    auto const source = all.rfind('\n', last - 1);
    std::string const shown = all.substr(source + 1, last - source - 1);
    std::size_t const caret = all.size() - last - 2; // the place of "^" in its line
    std::size_t at = 0;
    for (std::size_t n = 0; n < caret; ++n) at = outlay::detail::place_finder::next_character(shown, at);
    RC_ASSERT(shown.substr(at, 1) == "#");
}

} // namespace render_test
