#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <outlay/value/detail/foreign_text.hpp>
#include <outlay/value/detail/name_index.hpp>
#include <outlay/value/detail/near_miss.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/naming.hpp>
#include <string>
#include <string_view>
#include <vector>

// Texts as bytes: eight at a time, as UTF-8, and as names.

namespace words_test {

using namespace std::string_view_literals; // some have a zero in them
namespace detail = outlay::detail;

std::string text_of(std::size_t size)
{
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i % 26);
    return text;
}

TEST(words, are_loaded_with_the_first_character_lowest)
{
    EXPECT_EQ(detail::load_word("\x01\x02\x03\x04\x05\x06\x07\x88"), 0x8807060504030201u);
    static_assert(detail::load_word("\x01\x02\x03\x04\x05\x06\x07\x88") == 0x8807060504030201u);
}

TEST(words, detect_a_difference_in_any_character_of_a_name)
{
    for (std::size_t size = 0; size <= 40; ++size) {
        std::string const name = text_of(size);
        std::string other = name;
        EXPECT_TRUE(detail::same_name(name, other)) << size;
        EXPECT_FALSE(detail::same_name(name, name + 'x')) << size;
        for (std::size_t i = 0; i < size; ++i) {
            other[i] ^= 1;
            EXPECT_FALSE(detail::same_name(name, other)) << size << ", at " << i;
            other[i] ^= 1;
        }
    }
}

template<char First>
void expect_ascii_from()
{
    for (std::size_t size = 0; size <= 20; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int const c : {0, 0x1F, 0x20, 0x21, 0x22, 0x7D, 0x7E, 0x7F, 0x80, 0x9F, 0xA1, 0xFE, 0xFF}) {
                std::string text(size, at % 2 == 0 ? First : '~');
                text[at] = static_cast<char>(c);
                ASSERT_EQ(detail::is_ascii_from<First>(text), c >= First && c <= '~') << size << ", at " << at;
            }
    EXPECT_TRUE(detail::is_ascii_from<First>(""));
}

TEST(words, detect_characters_that_cannot_be_printed)
{
    expect_ascii_from<' '>();
    expect_ascii_from<'!'>();
}

TEST(words, have_a_fixed_form)
{
    constexpr detail::fixed_form form("0000-00-");
    EXPECT_EQ(detail::read_fixed("2027-11-", form), 0x0001010007020002u);
    std::string const right = "2027-11-";
    for (std::size_t at = 0; at < 8; ++at)
        for (int c = 0; c < 256; ++c) {
            std::string text = right;
            text[at] = static_cast<char>(c);
            bool const is_right = right[at] == '-' ? c == '-' : c >= '0' && c <= '9';
            ASSERT_EQ(detail::read_fixed(text.data(), form) != detail::no_digits, is_right) << at << ' ' << c;
        }
    std::uint64_t const pairs = detail::pair_digits(detail::read_fixed(right.data(), form));
    EXPECT_EQ(detail::byte_at(pairs, 0), 20);
    EXPECT_EQ(detail::byte_at(pairs, 2), 27);
    EXPECT_EQ(detail::byte_at(pairs, 5), 11);
}

/// The code points of the encoding of the Unicode Standard, table 3-7.
std::string encoded(std::uint32_t c)
{
    auto const byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
}

TEST(utf8, has_the_sequences_of_all_code_points)
{
    for (std::uint32_t c = 0; c < 0x110000; c += c < 0x900 ? 1 : 251) {
        std::string const text = encoded(c);
        bool const is_surrogate = c >= 0xD800 && c < 0xE000;
        ASSERT_EQ(detail::utf8_sequence(text + "x"), is_surrogate ? 0 : text.size()) << c;
        for (std::size_t size = 1; size < text.size(); ++size)
            ASSERT_EQ(detail::utf8_sequence(text.substr(0, size)), 0u) << c;
    }
    for (std::uint32_t const c : {0xD7FFu, 0xE000u, 0xFFFFu, 0x10000u, 0x10FFFFu})
        EXPECT_EQ(detail::utf8_sequence(encoded(c)), encoded(c).size()) << c;
    for (std::uint32_t const c : {0xD800u, 0xDFFFu, 0x110000u}) EXPECT_EQ(detail::utf8_sequence(encoded(c)), 0u) << c;
}

TEST(utf8, has_no_other_sequences)
{
    for (std::string_view const text : {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xC2\x7F"sv, "\xC2\xC0"sv,
                                        "\xE0\x9F\xBF"sv, "\xED\xA0\x80"sv, "\xEF\xBB\xFF"sv, "\xF0\x8F\xBF\xBF"sv,
                                        "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xF1\x80\x80\x7F"sv, "\xFF"sv}) {
        EXPECT_EQ(detail::utf8_sequence(text), 0u) << testing::PrintToString(text);
        EXPECT_FALSE(detail::is_utf8(text)) << testing::PrintToString(text);
        EXPECT_FALSE(detail::is_utf8(std::string("a").append(text))) << testing::PrintToString(text);
    }
    EXPECT_TRUE(detail::is_utf8(""));
    EXPECT_TRUE(detail::is_utf8("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80z"));
}

TEST(utf8, has_invisible_characters)
{
    auto const is_invisible = [](std::uint32_t c) {
        return (c >= 0x80 && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
               (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
    };
    for (std::uint32_t c = 0x80; c < 0x10000; c += c == 0xD7FF ? 0x801 : 1) // without surrogates
        ASSERT_EQ(detail::is_invisible(encoded(c)), is_invisible(c)) << c;
    EXPECT_FALSE(detail::is_invisible(encoded(0x1F600)));
}

TEST(foreign_text, needs_as_many_bytes_as_its_encoding)
{
    auto const name = [](std::string_view text) { return std::string(detail::recognise_encoding(text).name); };
    EXPECT_EQ(name(""), "");
    EXPECT_EQ(name("["), "");
    EXPECT_EQ(name("["sv), "");
    EXPECT_EQ(name("[\0"sv), "UTF-16 (little-endian, without a byte order mark)");
    EXPECT_EQ(name("[\0\0"sv), "UTF-16 (little-endian, without a byte order mark)");
    EXPECT_EQ(name("[\0\0\0"sv), "UTF-32 (little-endian, without a byte order mark)");
    EXPECT_EQ(name("[\0\0\0\x31\0\0\0"sv), "UTF-32 (little-endian, without a byte order mark)");
    EXPECT_EQ(name("\xFF\0\0\0"sv), "");
    EXPECT_EQ(name("\0\0\0\0"sv), "");
    EXPECT_EQ(name("\0["sv), "UTF-16 (big-endian, without a byte order mark)");
    EXPECT_EQ(name("\0\0"sv), "");
    EXPECT_EQ(name("\0\0\0["sv), "UTF-32 (big-endian, without a byte order mark)");
    EXPECT_EQ(name("\0\0\0\x7F"sv), "");
    EXPECT_EQ(name("\0~"sv), "UTF-16 (big-endian, without a byte order mark)");
    EXPECT_EQ(name("\x7F\0"sv), "");
    EXPECT_EQ(name("[1"sv), "");
}

TEST(foreign_text, is_found_in_any_case)
{
    using detail::find_ignoring_case;
    EXPECT_EQ(find_ignoring_case("abc", "abc"), 0u);
    EXPECT_EQ(find_ignoring_case("xABc", "abc"), 1u);
    EXPECT_EQ(find_ignoring_case("xabcabc", "abc", 2), 4u);
    EXPECT_EQ(find_ignoring_case("ab", "abc"), std::string_view::npos);
    EXPECT_EQ(find_ignoring_case("xabd", "abc"), std::string_view::npos);
    EXPECT_EQ(find_ignoring_case("AZ", "az"), 0u);
    EXPECT_EQ(find_ignoring_case("@[", "`{"), std::string_view::npos) << "beside the letters";
    EXPECT_EQ(find_ignoring_case("abc", ""), 0u);
}

TEST(foreign_text, has_a_title_in_its_first_64_kib)
{
    std::string const begin = "<html>";
    std::string const title = "<title>x</title";
    std::size_t const first = 65'536 - begin.size() - title.size();
    EXPECT_EQ(detail::title_of_page(begin + std::string(first, ' ') + title), "\"x\"");
    EXPECT_EQ(detail::title_of_page(begin + std::string(first + 1, ' ') + title), "");
    EXPECT_EQ(detail::title_of_page("<html><title>\r\n a\r\nb\t\tc </title>"), "\"a b c\"");
    EXPECT_EQ(detail::title_of_page("<html><title></title>"), "");
    EXPECT_EQ(detail::title_of_page("<html><title</title>"), "") << "the end comes before the beginning";
}

TEST(near_miss, compares_names_at_its_bounds)
{
    auto const likely = [](std::string_view found, std::string_view name) {
        detail::near_miss search(found);
        search.consider(name);
        return !search.likely().empty();
    };
    EXPECT_TRUE(likely("abx", "abc"));
    EXPECT_FALSE(likely("ab", "ac"));
    EXPECT_FALSE(likely("axx", "abc"));
    EXPECT_TRUE(likely("ab", "abc")) << "one of three characters is absent";
    EXPECT_FALSE(likely("a", "abc"));
    EXPECT_TRUE(likely("abcdef", "abcdxy"));
    EXPECT_FALSE(likely("abcdef", "abcxyz"));
    EXPECT_TRUE(likely("abcd", "abcdef"));
    EXPECT_FALSE(likely("abc", "abcdef"));
    EXPECT_FALSE(likely("abcdef", "fedcba")) << "the same characters";
    EXPECT_TRUE(likely("aZ_b-c d", "Az BCD"));
    EXPECT_FALSE(likely("@@@", "```")) << "beside the letters";
    EXPECT_FALSE(likely("[[[", "{{{"));
    std::string const longest(64, 'x');
    EXPECT_TRUE(likely(longest, longest));
    EXPECT_FALSE(likely(longest + 'x', longest));
    EXPECT_FALSE(detail::is_respelt(longest + 'x', longest + 'y'));
    EXPECT_TRUE(detail::is_respelt(longest, longest));
    EXPECT_FALSE(detail::is_respelt(longest + 'x', longest));
    EXPECT_FALSE(detail::is_respelt(longest, longest + 'x'));
    EXPECT_FALSE(detail::is_respelt("abc", "abd"));
    EXPECT_FALSE(detail::is_respelt("abc", "xbc"));
    EXPECT_FALSE(detail::is_respelt("abc", "abcd"));
    EXPECT_TRUE(detail::is_respelt("AZ", "az"));
    EXPECT_FALSE(likely("ab", "AB")) << "two characters are too few";
}

TEST(near_miss, swaps_neighbours_at_either_end)
{
    using detail::bare_name, detail::edit_distance;
    EXPECT_EQ(edit_distance(bare_name("ba"), bare_name("ab")), 1u);
    EXPECT_EQ(edit_distance(bare_name("abc"), bare_name("acb")), 1u);
    EXPECT_EQ(edit_distance(bare_name("bacd"), bare_name("abdc")), 2u);
    EXPECT_EQ(edit_distance(bare_name("abc"), bare_name("ca")), 3u) << "no letter is between swapped ones";
    EXPECT_EQ(edit_distance(bare_name("abcd"), bare_name("wxyz")), 4u);
    EXPECT_EQ(edit_distance(bare_name("abcd"), bare_name("cdab")), 4u);
}

TEST(name_index, finds_the_first_of_equal_names_among_any_number)
{
    for (std::size_t const count : {0u, 1u, 31u, 32u, 33u, 64u, 65u, 1000u}) {
        std::vector<std::string> names;
        auto const name_of = [&names](std::size_t i) { return std::string_view(names[i]); };
        detail::name_index index;
        EXPECT_EQ(index.find("0", name_of), detail::name_index::none);
        for (std::size_t i = 0; i < count; ++i) {
            names.push_back(std::to_string(i));
            index.reserve(names.size(), name_of);
            index.add(name_of);
        }
        EXPECT_EQ(index.size(), count);
        EXPECT_FALSE(index.has_repeated());
        for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(index.find(std::to_string(i), name_of), i) << count;
        EXPECT_EQ(index.find("x", name_of), detail::name_index::none);
        names.push_back("0");
        index.reserve(names.size(), name_of);
        index.add(name_of);
        EXPECT_EQ(index.has_repeated(), count != 0);
        EXPECT_EQ(index.find("0", name_of), 0u);
        index.reserve(4 * names.size(), name_of);
        EXPECT_EQ(index.size(), names.size());
        EXPECT_EQ(index.find("0", name_of), 0u) << "also in a larger table";
        index.reset();
        EXPECT_EQ(index.size(), 0u);
        EXPECT_FALSE(index.has_repeated());
        EXPECT_EQ(index.find("0", name_of), detail::name_index::none);
    }
}

TEST(naming, spells_names_in_each_style)
{
    using enum outlay::wire_case;
    auto const spelt = [](std::string_view name, outlay::wire_case style) {
        return std::string(detail::to_wire<64>(name, style).view());
    };
    EXPECT_EQ(spelt("budget_usage_2", snake), "budget_usage_2");
    EXPECT_EQ(spelt("budget_usage_2", camel), "budgetUsage2");
    EXPECT_EQ(spelt("budget_usage_2", upper_camel), "BudgetUsage2");
    EXPECT_EQ(spelt("budget_usage_2", kebab), "budget-usage-2");
    EXPECT_EQ(spelt("budget_usage_2", screaming_snake), "BUDGET_USAGE_2");
    EXPECT_EQ(spelt("default_", snake), "default");
    EXPECT_EQ(spelt("a_z", camel), "aZ");
    EXPECT_EQ(spelt("a_b__", upper_camel), "AB");
    EXPECT_EQ(spelt("aZ", screaming_snake), "AZ");
    EXPECT_EQ(spelt("", camel), "");
}

} // namespace words_test
