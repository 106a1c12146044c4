#include <gtest/gtest.h>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <utility>

namespace report_test {

using outlay::report;
using outlay::violation;

violation at(std::size_t line, std::size_t column, std::string pointer)
{
    return {.pointer = std::move(pointer), .code = "type", .message = "wrong", .line = line, .column = column};
}

TEST(report, is_in_the_order_of_the_text_whatever_was_found_first)
{
    report r;
    r.add(at(2, 1, "/b"));
    r.add(at(1, 9, "/a"));
    r.add(at(2, 1, "/b/0")); // found later at the same place
    r.add({.pointer = "/whole", .code = "limit", .message = "too long"});
    EXPECT_EQ(r.to_string(), "1:9 /a: wrong\n2:1 /b: wrong\n2:1 /b/0: wrong\n/whole: too long");
}

TEST(report, says_how_many_were_left_out)
{
    report r;
    r.add(at(1, 1, ""));
    r.omit_one();
    r.omit_one();
    EXPECT_EQ(r.to_string(), "1:1: wrong\nand 2 more");
}

TEST(report, is_one_line_for_a_log)
{
    outlay::report r;
    EXPECT_EQ(r.to_line(), "");
    r.add(at(1, 1, ""));
    EXPECT_EQ(r.to_line(), "1:1: wrong");
    r.add(at(2, 1, "/b"));
    r.add_notice(at(3, 1, ""));
    EXPECT_EQ(r.to_line(), "1:1: wrong; 2:1 /b: wrong");
    r.omit_one();
    EXPECT_EQ(r.to_line(), "1:1: wrong; 2:1 /b: wrong; and 1 more");
    EXPECT_EQ(outlay::error(outlay::error_kind::invalid, r).to_line(), r.to_line());
}

TEST(report, says_nothing_when_only_notices_were_left_out)
{
    report r;
    r.omit_notice();
    EXPECT_TRUE(r.empty());
    EXPECT_EQ(r.to_string(), "");
    EXPECT_EQ(r.omitted_notices(), 1u);
}

TEST(report, shows_control_characters_escaped)
{
    EXPECT_EQ(at(1, 2, "/\x1b[31m\n").to_string(), "1:2 /\\u001b[31m\\u000a: wrong");
    EXPECT_EQ(outlay::detail::in_quotes("\xC2\x9B"
                                        "31m\xC2\xA0"),
              "\"\\xc2\\x9b"
              "31m\xC2\xA0\""); // C1; a blank is none
    EXPECT_EQ(outlay::detail::in_quotes("a\"b\\\t"), R"("a\"b\\\u0009")");
}

TEST(report, shows_invisible_and_invalid_characters_by_their_bytes)
{
    EXPECT_EQ(outlay::detail::in_quotes("\xEF\xBB\xBF{"), R"("\xef\xbb\xbf{")");              // a byte order mark
    EXPECT_EQ(outlay::detail::in_quotes("\xFF\xFE"), R"("\xff\xfe")");                        // not UTF-8
    EXPECT_EQ(at(1, 1, "/a\xE2\x80\xAE").to_string(), R"(1:1 /a\xe2\x80\xae: wrong)");        // reverses the rest
    EXPECT_EQ(outlay::detail::in_quotes("\xC3\xA9\xE2\x82\xAC"), "\"\xC3\xA9\xE2\x82\xAC\""); // letters and signs
}

TEST(report, shortens_between_characters)
{
    std::string const forty(40, 'a');
    std::string const cut(39, 'a');
    using outlay::detail::joined;
    EXPECT_EQ(outlay::detail::in_quotes(forty), joined({"\"", forty, "\""}));
    EXPECT_EQ(outlay::detail::in_quotes(joined({cut, "\xC3\xA9!"})), joined({"\"", cut, "...\""}));
}

TEST(report, shortens_before_the_last_character_of_several_bytes)
{
    std::string const cut(37, 'a');
    using outlay::detail::in_quotes, outlay::detail::joined;
    EXPECT_EQ(in_quotes(joined({cut, "a\xC3\xA9!"})), joined({"\"", cut, "a...\""}));
    EXPECT_EQ(in_quotes(joined({cut, "a\xE2\x82\xAC"})), joined({"\"", cut, "a...\""}));
    EXPECT_EQ(in_quotes(joined({cut, "\xF0\x9F\x98\x80"})), joined({"\"", cut, "...\""}));
    // Not UTF-8.
    EXPECT_EQ(in_quotes(joined({cut, "aa\x80!"})), joined({"\"", cut, "aa...\""}));
    EXPECT_EQ(in_quotes(joined({cut, "aa\xC0!"})), joined({"\"", cut, "aa...\""}));
    EXPECT_EQ(in_quotes(std::string(41, '\x80')), "\"...\"");
}

TEST(report, shows_each_invalid_byte_and_the_text_after_it)
{
    EXPECT_EQ(outlay::detail::in_quotes("\xFF"
                                        "ab\x7F"),
              R"("\xffab\u007f")");
}

TEST(report, sorts_late_findings_into_the_middle)
{
    report found;
    for (auto const& [line, column] : {std::pair(1, 1), std::pair(2, 1), std::pair(3, 1), std::pair(2, 5)})
        found.add(at(static_cast<std::size_t>(line), static_cast<std::size_t>(column), "/a"));
    EXPECT_EQ(found.to_string(), "1:1 /a: wrong\n2:1 /a: wrong\n2:5 /a: wrong\n3:1 /a: wrong");
    EXPECT_EQ(violation().column, 0U);
}

TEST(report, appends_notices_of_another_text)
{
    report found;
    found.add_notice(at(2, 1, "/a"));
    found.append_notice(at(1, 1, "/b"));
    ASSERT_EQ(found.notices().size(), 2U);
    EXPECT_EQ(found.notices()[1].pointer, "/b");
}

TEST(report, of_a_temporary_error_does_not_dangle)
{
    auto const broken = [] { return outlay::error(outlay::error_kind::syntax, "syntax", "not JSON"); };
    auto const& first = broken().report()[0];
    EXPECT_EQ(first.message, "not JSON");
    std::size_t lines = 0;
    for (violation const& v : broken().report()) lines += !v.message.empty();
    EXPECT_EQ(lines, 1u);
}

TEST(result, throws_the_error_it_has)
{
    outlay::result<int> const none = outlay::error(outlay::error_kind::invalid, "a", "b");
    try {
        (void)none.value();
        FAIL();
    } catch (outlay::error_exception const& thrown) {
        EXPECT_EQ(thrown.why(), none.error());
        EXPECT_STREQ(thrown.what(), "b");
    }
}

} // namespace report_test
