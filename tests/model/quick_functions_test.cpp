#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <gtest/gtest.h>
#include <new>
#include <outlay/model/table/quick_scalars.hpp>
#include <outlay/model/table/quick_text.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/decimal.hpp>
#include <string>
#include <string_view>
#include <vector>
#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#include <unistd.h>
#endif

// The functions that process many characters at a time, by themselves: in a reader, the careful function reads what
// these leave.

namespace quick_functions_test {

namespace detail = outlay::detail;
using outlay::decimal;

#if __has_include(<sys/mman.h>)
/// The end of readable memory: a function that reads past the end of a text crashes.
char* end_of_memory()
{
    static char* const end = [] {
        auto const page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        void* const pages = mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (pages == MAP_FAILED) throw std::bad_alloc();
        char* const second = static_cast<char*>(pages) + page;
        if (mprotect(second, page, PROT_NONE) != 0) throw std::bad_alloc();
        return second;
    }();
    return end;
}
#endif

/// The number of characters that a function reads from a text; -1 for none. The text is a copy of its exact size, and
/// at the end of readable memory where the system can do that.
template<class Read>
std::ptrdiff_t count_read(std::string_view text, Read const& read)
{
#if __has_include(<sys/mman.h>)
    char* const copy = end_of_memory() - text.size();
    std::copy(text.begin(), text.end(), copy);
#else
    std::vector<char> const copied(text.begin(), text.end());
    char const* const copy = copied.data();
#endif
    char const* const after = read(copy, copy + text.size());
    return after == nullptr ? -1 : after - copy;
}

TEST(quick_functions, make_a_number_of_eight_digits)
{
    for (std::string_view const text : {"12345678", "00000000", "99999999", "10203040", "00000009", "90000000"}) {
        std::uint64_t const digits = detail::read_fixed(text.data(), detail::fixed_form("00000000"));
        EXPECT_EQ(std::to_string(100'000'000 + detail::eight_digits(digits)), "1" + std::string(text));
    }
}

TEST(quick_functions, take_digits_up_to_another_character)
{
    std::string const digits = "123456789012345678";
    for (char const end : {',', '/', ':', ']', 'e'})
        for (std::size_t count = 0; count <= digits.size(); ++count)
            for (std::size_t more = 0; more < 10; ++more) {
                std::string const text = digits.substr(0, count) + end + std::string(more, '7');
                std::uint64_t number = 5;
                auto const take = [&number](char const* at, char const* last) {
                    return detail::take_many_digits(at, last, number);
                };
                ASSERT_EQ(count_read(text, take), static_cast<std::ptrdiff_t>(count)) << text;
                ASSERT_EQ(std::to_string(number), "5" + digits.substr(0, count)) << text;
                std::uint64_t slowly = 5;
                detail::take_digits(text.data(), slowly);
                ASSERT_EQ(slowly, number) << text;
            }
}

void expect_integer(std::string_view text, std::ptrdiff_t count, std::int64_t expected = -4711)
{
    std::int64_t read = -4711;
    EXPECT_EQ(count_read(text, [&read](char const* at, char const*) { return detail::read_quick_integer(read, at); }),
              count)
        << text;
    EXPECT_EQ(read, expected) << text;
}

TEST(quick_functions, read_an_integer_of_up_to_18_digits)
{
    expect_integer("0,", 1, 0);
    expect_integer("-0,", 2, 0);
    expect_integer("7]", 1, 7);
    expect_integer("10,", 2, 10);
    expect_integer("-12}", 3, -12);
    expect_integer("123456789012345678,", 18, 123456789012345678);
    expect_integer("-999999999999999999,", 19, -999999999999999999);
    for (std::string_view const other : {"1234567890123456789,", "01,", "00,", "-,", "-01,", ",", "1.5,", "1e2,",
                                         "1E2,", "1.,", "\"1\",", "+1,", "null,"})
        expect_integer(other, -1);
}

void expect_decimal(std::string_view text, std::ptrdiff_t count, std::string_view expected = "-4711")
{
    decimal read = -4711;
    auto const quickly = [&read](char const* at, char const* end) { return detail::read_quick_decimal(read, at, end); };
    EXPECT_EQ(count_read(text, quickly), count) << text;
    EXPECT_EQ(read.to_string(), expected) << text;
}

TEST(quick_functions, read_a_decimal_of_up_to_18_digits)
{
    expect_decimal("0,", 1, "0");
    expect_decimal("0.5,", 3, "0.5");
    expect_decimal("-0.50]", 5, "-0.50");
    expect_decimal("10,", 2, "10");
    expect_decimal("12.345678901234567,", 18, "12.345678901234567");
    expect_decimal("12.3456789012345678,", 19, "12.3456789012345678");
    expect_decimal("123456789012345678}", 18, "123456789012345678");
    expect_decimal("-0.00000001,", 11, "-0.00000001");
    for (std::string_view const other : {"1234567890123456789,", "1.234567890123456789,", "00,", "01.5,", "-,", ".5,",
                                         "1.,", "1.e,", "1e2,", "1.5E2,", "1.5e2,", "\"1\",", "-.5,", ","})
        expect_decimal(other, -1);
}

TEST(quick_functions, read_a_time_of_the_usual_form)
{
    std::string const time = "\"2022-01-05T02:45:32.486Z\"";
    auto const read = [](std::string_view text, std::size_t most = 100) {
        std::int64_t ms = -1;
        auto const count = count_read(text, [&ms, most](char const* at, char const* end) {
            return detail::read_quick_time(ms, at, {.end = end, .most_of_string = most});
        });
        return count < 0 ? -1 : count * 10'000'000'000'000 + ms;
    };
    EXPECT_EQ(read(time), 261'641'350'732'486);
    EXPECT_EQ(read(time + ","), 261'641'350'732'486);
    EXPECT_EQ(read(time, 24), 261'641'350'732'486);
    EXPECT_EQ(read(time, 23), -1);
    for (std::size_t size = 1; size < time.size(); ++size) EXPECT_EQ(read(time.substr(0, size)), -1) << size;
    EXPECT_EQ(read("x" + time.substr(1)), -1);
    EXPECT_EQ(read(time.substr(0, 25) + "x"), -1);
    EXPECT_EQ(read(time.substr(0, 25) + ",\""), -1);
    EXPECT_EQ(read("\"2022-01-05T02:45:32.486z\""), -1);
    EXPECT_EQ(read("\"2022-13-05T02:45:32.486Z\""), -1);
}

template<class V>
bool reads_value(std::string_view text, V const& expected)
{
    V read{};
    auto const quickly = [&read](char const* at, char const* end) {
        return detail::read_quick_value(read, at, {.end = end, .most_of_string = 100});
    };
    return count_read(text, quickly) == static_cast<std::ptrdiff_t>(text.size() - 1) && read == expected;
}

TEST(quick_functions, set_a_value_that_is_read)
{
    using namespace date::literals;
    EXPECT_TRUE(reads_value("\"1970-01-01T00:00:00.007Z\",", outlay::iso_timestamp::from_milliseconds(7)));
    EXPECT_FALSE(reads_value("\"1970-01-32T00:00:00.007Z\",", outlay::iso_timestamp{}));
    EXPECT_TRUE(reads_value("\"2022-01-05\",", 2022_y / 1 / 5));
    EXPECT_FALSE(reads_value("\"2022-01-32\",", date::year_month_day{}));
    EXPECT_TRUE(reads_value("202204,", outlay::month{2022, 4}));
    EXPECT_FALSE(reads_value("202213,", outlay::month{}));
    EXPECT_TRUE(reads_value("255,", std::uint8_t{255}));
    EXPECT_FALSE(reads_value("256,", std::uint8_t{}));
    EXPECT_TRUE(reads_value("\"abc\",", std::string("abc")));
}

TEST(quick_functions, read_a_boolean)
{
    auto const read = [](std::string_view text, bool value) {
        bool is_true = value;
        auto const count = count_read(
            text, [&is_true](char const* at, char const* end) { return detail::read_quick_boolean(is_true, at, end); });
        return 2 * count + is_true;
    };
    EXPECT_EQ(read("true,", false), 9);
    EXPECT_EQ(read("true}", false), 9);
    EXPECT_EQ(read("true, ", true), 9);
    EXPECT_EQ(read("false", true), 10);
    EXPECT_EQ(read("false,", true), 10);
    EXPECT_EQ(read("true", false), -2) << "shorter than false";
    for (std::string_view const other : {"falsy,", "trux,,", "null,", "\"true\"", "False,", "1,,,,"})
        EXPECT_EQ(read(other, false), -2) << other;
}

TEST(quick_functions, read_a_string_without_escapes)
{
    for (std::size_t size = 0; size < 40; ++size)
        for (std::size_t more = 0; more < 20; ++more) {
            std::string const text = '"' + std::string(size, 'a') + '"' + std::string(more, 'b');
            for (std::size_t const most : {size, size + 1}) {
                std::string_view value;
                auto const count = count_read(text, [&](char const* at, char const* end) {
                    char const* const after =
                        detail::read_plain_string(value, at, {.end = end, .most_of_string = most});
                    EXPECT_EQ(value, std::string(size, 'a'));
                    return after;
                });
                ASSERT_EQ(count, static_cast<std::ptrdiff_t>(size + 2));
            }
            std::string_view value;
            auto const read = [&](std::string_view from, std::size_t most) {
                return count_read(from, [&](char const* at, char const* end) {
                    return detail::read_plain_string(value, at, {.end = end, .most_of_string = most});
                });
            };
            ASSERT_EQ(read(text, size - 1), size == 0 ? 2 : -1);
            ASSERT_EQ(read(text.substr(0, size + 1), 100), -1) << "without its end";
        }
}

TEST(quick_functions, find_special_characters_at_any_place)
{
    for (int const c : {0x22, 0x5C, 0x00, 0x1F, 0x0A, 0x20, 0x21, 0x7F, 0x80, 0xA2, 0xFF, 0x61})
        for (std::size_t size = 1; size < 45; ++size)
            for (std::size_t at = 0; at < size; ++at) {
                std::string text(size, 'a');
                text[at] = static_cast<char>(c);
                bool const is_special = c < 0x20 || c >= 0x80 || c == '"' || c == '\\';
                auto const found =
                    count_read(text, [](char const* from, char const* end) { return detail::find_special(from, end); });
                ASSERT_EQ(found, static_cast<std::ptrdiff_t>(is_special ? at : size)) << c << ' ' << size << ' ' << at;
            }
}

TEST(quick_functions, find_special_characters_in_a_word)
{
    for (int c = 0; c < 256; ++c)
        for (int at = 0; at < 8; ++at)
            for (int const beside : {0x20, 0x7F, 0x61}) {
                std::string word(8, static_cast<char>(beside));
                word[static_cast<std::size_t>(at)] = static_cast<char>(c);
                bool const is_special = c < 0x20 || c >= 0x80 || c == '"' || c == '\\';
                ASSERT_EQ(detail::special_in_word(detail::load_word(word.data())),
                          is_special ? std::uint64_t{0x80} << 8 * at : 0)
                    << c << ' ' << at;
            }
}

TEST(quick_functions, skip_white_space)
{
    for (std::string const blank : {" ", "\n", "\r\n", "\t", " \t"})
        for (std::size_t count = 0; count < 40; ++count)
            for (std::size_t more = 1; more < 20; ++more) {
                std::string space;
                for (std::size_t i = 0; i < count; ++i) space += blank;
                for (std::string const& text : {space + std::string(more, 'x'), space + "x" + std::string(more, ' ')})
                    ASSERT_EQ(
                        count_read(text, [](char const* at, char const* end) { return detail::skip_space(at, end); }),
                        static_cast<std::ptrdiff_t>(space.size()));
            }
    EXPECT_EQ(count_read("\x01x", [](char const* at, char const* end) { return detail::skip_space(at, end); }), 0);
    EXPECT_EQ(count_read(" \x01", [](char const* at, char const* end) { return detail::skip_space(at, end); }), 1);
}

TEST(quick_functions, compare_a_key_of_any_length)
{
    for (std::size_t size = 1; size < 68; ++size) {
        std::string const key(size, 'k');
        std::string block = key;
        block.resize(96, '\0'); // readable, as the keys of tables are
        auto const starts = [&](std::string_view text) {
            std::vector<char> const copy(text.begin(), text.end());
            return detail::starts_with_key(copy.data(), copy.data() + copy.size(), block.data(), size);
        };
        for (std::size_t const more : {0u, 1u, 31u, 40u}) {
            std::string text = key + std::string(more, '}');
            ASSERT_TRUE(starts(text)) << size << ' ' << more;
            for (std::size_t at = 0; at < size; ++at) {
                text[at] = 'x';
                ASSERT_FALSE(starts(text)) << size << ' ' << more << ' ' << at;
                text[at] = 'k';
            }
        }
        ASSERT_FALSE(starts(key.substr(1)));
    }
}

// --- written

TEST(quick_functions, copy_a_text_without_escapes)
{
    for (int c = 0; c < 256; ++c)
        for (std::size_t const size : {1u, 3u, 7u, 8u, 9u, 15u, 16u, 17u, 25u})
            for (std::size_t at = 0; at < size; ++at) {
                std::string text(size, at % 2 == 0 ? '!' : '#');
                text[at] = static_cast<char>(c);
                std::array<char, 32> to{};
                bool const is_plain = c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
                ASSERT_EQ(detail::copy_plain(to.data(), text), is_plain) << c << ' ' << size << ' ' << at;
                ASSERT_TRUE(!is_plain || std::string_view(to.data(), size) == text);
                ASSERT_EQ(to[size], '\0') << "nothing is written after the text";
            }
    std::array<char, 8> to{};
    EXPECT_TRUE(detail::copy_plain(to.data(), ""));
}

struct pieces {
    std::vector<std::string> all{};
    void put(std::string_view text) { all.emplace_back(text); }
    std::string joined() const
    {
        std::string text;
        for (std::string const& one : all) text += one;
        return text;
    }
};

TEST(quick_functions, write_through_a_buffer_of_512_characters)
{
    for (std::size_t before = 400; before <= 512; ++before)
        for (std::size_t const size : {0u, 1u, 2u, 64u, 254u, 255u, 256u, 257u, 509u, 510u, 511u, 512u, 513u}) {
            std::string const text(size, 't');
            std::string const first(before, 'f');
            pieces plain;
            detail::writer out(detail::sink_of(plain));
            out.put(first);
            out.put(text);
            out.flush();
            ASSERT_EQ(plain.joined(), first + text);
            ASSERT_EQ(plain.all.size(), before + size <= 512 ? 1u : 2u) << before << ' ' << size;
            pieces quoted;
            detail::writer strings(detail::sink_of(quoted));
            strings.put(first);
            strings.put_string(text);
            strings.put('!');
            strings.flush();
            ASSERT_EQ(quoted.joined(), first + '"' + text + "\"!") << before << ' ' << size;
        }
}

TEST(quick_functions, write_keys_and_numbers_at_the_end_of_the_buffer)
{
    for (std::size_t before = 400; before <= 512; ++before)
        for (std::size_t const size : {1u, 31u, 32u, 33u, 63u, 64u, 65u, 68u}) {
            std::string block(size, 'k');
            block.resize(96, 'z');
            std::string const first(before, 'f');
            pieces keys;
            detail::writer out(detail::sink_of(keys));
            out.put(first);
            out.put_key(block.data(), size);
            out.put_with(20, [](char* to) {
                for (int i = 0; i < 20; ++i) *to++ = '7';
                return to;
            });
            out.flush();
            ASSERT_EQ(keys.joined(), first + std::string(size, 'k') + std::string(20, '7')) << before << ' ' << size;
            ASSERT_EQ(keys.all[0].size(), before > 512 - 96 ? before : before + size + 20) << before << ' ' << size;
        }
}

TEST(quick_functions, write_numbers_wherever_the_buffer_ends)
{
    for (std::size_t before = 400; before <= 512; ++before)
        for (std::size_t const size : {1u, 20u, 63u, 64u}) {
            pieces numbers;
            detail::writer out(detail::sink_of(numbers));
            out.put(std::string(before, 'f'));
            out.put_with(size, [size](char* to) { return std::fill_n(to, size, '7'); });
            out.flush();
            ASSERT_EQ(numbers.joined(), std::string(before, 'f') + std::string(size, '7')) << before << ' ' << size;
            ASSERT_EQ(numbers.all.size(), before + size <= 512 ? 1u : 2u) << before << ' ' << size;
        }
}

TEST(quick_functions, write_for_a_request_only_if_asked_to)
{
    pieces some;
    std::string text;
    EXPECT_FALSE(detail::writer(detail::sink_of(some)).is_request());
    EXPECT_FALSE(detail::writer(text).is_request());
    EXPECT_TRUE(detail::writer(text, true).is_request());
}

} // namespace quick_functions_test
