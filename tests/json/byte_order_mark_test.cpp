#include "sample.hpp"
#include <cstddef>
#include <gtest/gtest.h>
#include <outlay/json/decode.hpp>
#include <string>
#include <string_view>
#include <vector>

// A text that begins with a byte order mark is not JSON. The error says so, and what to do, however the text is cut.

namespace byte_order_mark_test {

using namespace std::string_view_literals;
using list = std::vector<int>;

std::string message(std::string_view text, outlay::decode_options const& options = {})
{
    auto const whole = outlay::inspect<list>(text, options);
    for (std::size_t size = 1; size <= text.size(); ++size) {
        auto const pieces = sample::inspect_pieces<list>(text, size, options);
        EXPECT_EQ(pieces.report, whole.report) << size;
        EXPECT_EQ(pieces.stopped, whole.stopped) << size;
    }
    EXPECT_EQ(whole.stopped, outlay::error_kind::syntax);
    EXPECT_EQ(whole.report.size(), 1u);
    EXPECT_EQ(whole.report[0].code, "syntax");
    return outlay::decode<list>(text, options).error().message();
}

constexpr std::string_view of_utf_8 =
    "1:1: expected a value, found a byte order mark (EF BB BF): remove these 3 bytes, which JSON does not allow";

TEST(byte_order_mark, of_utf_8_is_named)
{
    for (std::string_view const text :
         {"\xEF\xBB\xBF[1]"sv, "\xEF\xBB\xBF"sv, "\xEF\xBB\xBF 12"sv, "\xEF\xBB\xBFnull"sv, "\xEF\xBB\xBF\"\""sv,
          "\xEF\xBB\xBF{\"a\": 1}"sv, "\xEF\xBB\xBF\r\n[]"sv, "\xEF\xBB\xBF\xEF\xBB\xBF[]"sv, "\xEF\xBB\xBF\0"sv,
          "\xEF\xBB\xBFno JSON"sv})
        EXPECT_EQ(message(text), of_utf_8) << text;
    EXPECT_EQ(message("\xEF\xBB\xBF" + std::string(200, 'x')), of_utf_8);
}

TEST(byte_order_mark, of_utf_16_and_utf_32_is_named)
{
    EXPECT_EQ(message("\xFF\xFE[\0]\0"sv),
              "1:1: expected a value, found the byte order mark of UTF-16 (FF FE): convert the text to UTF-8");
    EXPECT_EQ(message("\xFE\xFF\0[\0]"sv),
              "1:1: expected a value, found the byte order mark of UTF-16 (FE FF): convert the text to UTF-8");
    EXPECT_EQ(message("\xFF\xFE"sv),
              "1:1: expected a value, found the byte order mark of UTF-16 (FF FE): convert the text to UTF-8");
    EXPECT_EQ(message("\xFF\xFE\0\0[\0\0\0]\0\0\0"sv),
              "1:1: expected a value, found the byte order mark of UTF-32 (FF FE 00 00): convert the text to UTF-8");
    EXPECT_EQ(message("\0\0\xFE\xFF\0\0\0[\0\0\0]"sv),
              "1:1: expected a value, found the byte order mark of UTF-32 (00 00 FE FF): convert the text to UTF-8");
}

TEST(byte_order_mark, of_utf_8_is_named_in_the_middle_as_well)
{
    EXPECT_EQ(message("[]\n\xEF\xBB\xBF[]"), "2:1: expected the end of the text, found a byte order mark (EF BB BF): "
                                             "remove these 3 bytes, which JSON does not allow");
    EXPECT_EQ(
        message("[1,\xEF\xBB\xBF 2]"),
        "1:4: expected a value, found a byte order mark (EF BB BF): remove these 3 bytes, which JSON does not allow");
}

TEST(byte_order_mark, is_not_what_only_looks_like_one)
{
    EXPECT_EQ(message("\xEF\xBB"), "1:1: expected a value, found \"\\xef\\xbb\"");
    EXPECT_EQ(message("\xEF"), "1:1: expected a value, found \"\\xef\"");
    EXPECT_EQ(message("\xFF[]"), "1:1: expected a value, found \"\\xff\"");
    EXPECT_EQ(message("[\xFF\xFE]"), "1:2: expected a value or \"]\", found \"\\xff\\xfe\"");
    EXPECT_EQ(message(" \xFE\xFF"), "1:2: expected a value, found \"\\xfe\\xff\"");
    EXPECT_EQ(outlay::decode<std::string>("\"\xEF\xBB\xBF\"").value(), "\xEF\xBB\xBF") << "in a string it is text";
}

TEST(byte_order_mark, is_named_before_a_limit_is_met)
{
    EXPECT_EQ(message("\xEF\xBB\xBF[1]", {.max_bytes = 1}), of_utf_8);
    EXPECT_EQ(message("\xEF\xBB\xBF[1]", {.max_string = 0}), of_utf_8);
}

} // namespace byte_order_mark_test
