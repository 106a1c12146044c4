#include "sample.hpp"
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <vector>

// A text that is something else than JSON is named, with what to do about it, however it is cut into pieces.

namespace foreign_text_test {

using namespace std::string_view_literals; // some have a zero in them
using testing::HasSubstr;

template<class T = std::vector<int>>
std::string message(std::string_view text)
{
    auto const whole = outlay::inspect<T>(text);
    for (std::size_t size = 1; size <= text.size(); ++size) {
        auto const pieces = sample::inspect_pieces<T>(text, size, {});
        EXPECT_EQ(pieces.report, whole.report) << size;
        EXPECT_EQ(pieces.stopped, whole.stopped) << size;
    }
    EXPECT_EQ(whole.stopped, outlay::error_kind::syntax);
    EXPECT_EQ(whole.report.size(), 1u) << whole.report.to_string();
    EXPECT_EQ(outlay::conforms<T>(text).report(), whole.report);
    return whole.report.to_string();
}

/// ASCII in another encoding, of `size` bytes a character.
std::string in_wide(std::string_view text, std::size_t size, bool is_big)
{
    std::string wide;
    for (char const c : text) {
        std::string character(size, '\0');
        character[is_big ? size - 1 : 0] = c;
        wide += character;
    }
    return wide;
}

TEST(foreign_text, that_is_compressed_is_named)
{
    EXPECT_EQ(message("\x1F\x8B\x08\0\0\0\0\0\0\x03\xAB\x56\0"sv),
              "1:1: expected JSON, found gzip data: decompress the body, or send no Accept-Encoding");
    EXPECT_EQ(message("\x1F\x8B"sv),
              "1:1: expected JSON, found gzip data: decompress the body, or send no Accept-Encoding");
    EXPECT_EQ(message("\x28\xB5\x2F\xFD\x04\0\x59\0\0{}"sv),
              "1:1: expected JSON, found zstd data: decompress the body, or send no Accept-Encoding");
    EXPECT_THAT(message("\x1F{}"), HasSubstr("found \"\\u001f\""));
    EXPECT_THAT(message("(1)"), HasSubstr("found \"(1)\""));
}

TEST(foreign_text, in_utf_16_and_utf_32_is_named)
{
    for (std::string_view const text :
         {"{\"a\":1}", "[1,2]", "\"a\"", "12", "true", "null", "-1", " []", "\n{}", "\r\n\t[]", "[]", "7"}) {
        auto const of = [](std::string_view name) {
            return "1:1: expected JSON, found " + std::string(name) +
                   ", without a byte order mark): convert the text to UTF-8";
        };
        EXPECT_EQ(message<std::string>(in_wide(text, 2, false)), of("UTF-16 (little-endian")) << text;
        EXPECT_EQ(message<std::string>(in_wide(text, 2, true)), of("UTF-16 (big-endian")) << text;
        EXPECT_EQ(message<std::string>(in_wide(text, 4, false)), of("UTF-32 (little-endian")) << text;
        EXPECT_EQ(message<std::string>(in_wide(text, 4, true)), of("UTF-32 (big-endian")) << text;
    }
    EXPECT_THAT(message("\xFF\xFE[\0]\0"sv), HasSubstr("byte order mark of UTF-16 (FF FE)"));
    EXPECT_THAT(message("\xFE\xFF\0[\0]"sv), HasSubstr("byte order mark of UTF-16 (FE FF)"));
    // A stray zero later in the text is no encoding.
    EXPECT_EQ(message("[1,\0]"sv), "1:4: expected a value, found \"\\u0000\"");
    EXPECT_EQ(message("\0"sv), "1:1: expected a value, found \"\\u0000\"");
}

TEST(foreign_text, that_is_markup_is_named)
{
    constexpr std::string_view advice = ": the response is not from the API; it may be from a proxy or a login page";
    for (std::string_view const text : {"<!DOCTYPE html><html></html>"sv, "<!doctype html>\n"sv, "<html lang=\"en\">"sv,
                                        "<HTML>"sv, "<head>"sv, "<body>x</body>"sv})
        EXPECT_EQ(message(text), "1:1: expected JSON, found an HTML page" + std::string(advice)) << text;
    EXPECT_EQ(message("\r\n  <!DOCTYPE html>"), "2:3: expected JSON, found an HTML page" + std::string(advice));
    EXPECT_EQ(message("<?xml version=\"1.0\"?><Error/>"),
              "1:1: expected JSON, found XML or HTML" + std::string(advice));
    EXPECT_EQ(message("[<html>]"), "1:2: expected a value or \"]\", found \"<html>\"");
}

TEST(foreign_text, that_is_nothing_is_named)
{
    EXPECT_EQ(message(""), "1:1: expected JSON, found an empty text");
    for (std::string_view const text : {" "sv, "\n"sv, "\r\n\t   "sv, "          "sv})
        EXPECT_EQ(message(text), "1:1: expected JSON, found only white space");
    EXPECT_EQ(message("["), "1:2: expected a value or \"]\", found the end of the text");
    EXPECT_EQ(message<std::string>("\"a"), "1:3: expected the closing quote of a string, found the end of the text");
}

TEST(foreign_text, has_a_title_if_it_is_a_page)
{
    using outlay::detail::title_of_page;
    EXPECT_EQ(title_of_page("<html><head><title>502 Bad Gateway</title>"), "\"502 Bad Gateway\"");
    EXPECT_EQ(title_of_page("\n<!DOCTYPE html>\n<HTML><TITLE lang=\"en\">\n Sign\t in \n</TITLE>"), "\"Sign in\"");
    EXPECT_EQ(title_of_page("<html><title>" + std::string(1000, 'x') + "</title>"),
              '"' + std::string(40, 'x') + "...\"");
    EXPECT_EQ(title_of_page("<html><title>a\x1B[31m\xFF</title>"), "\"a\\u001b[31m\\xff\"");
    for (std::string_view const none :
         {""sv, "<html>"sv, "<html><title>"sv, "<html><title>x"sv, "<html></title><title"sv, "<html><title> </title>"sv,
          "{\"a\":\"<title>x</title>\"}"sv})
        EXPECT_EQ(title_of_page(none), "") << none;
}

} // namespace foreign_text_test
