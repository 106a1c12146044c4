#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

// Processing of eight characters at a time, for the few places where this is visible in the benchmark.

namespace outlay::inline v0_1_0::detail {

/// Eight characters as a number, the first in the lowest byte, on any machine and in constant expressions.
constexpr std::uint64_t load_word(char const* from) noexcept
{
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, sizeof word);
        return word;
    }
    std::uint64_t word = 0;
    for (int i = 8; i-- > 0;) word = word << 8 | static_cast<unsigned char>(from[i]);
    return word;
}

/// Whether the `size` characters at a and b are equal. For names, which are short: compares overlapping words instead
/// of single characters.
inline bool same_text(char const* a, char const* b, std::size_t size) noexcept
{
    auto const differ = [a, b](std::size_t at) { return load_word(a + at) ^ load_word(b + at); };
    if (size >= 8) {
        if (size <= 16) return (differ(0) | differ(size - 8)) == 0;
        if (size <= 24) return (differ(0) | differ(8) | differ(size - 8)) == 0;
        return std::memcmp(a, b, size) == 0;
    }
    if (size >= 4) {
        auto const half_word = [](char const* from) {
            std::uint32_t word = 0;
            std::memcpy(&word, from, sizeof word);
            return word;
        };
        return ((half_word(a) ^ half_word(b)) | (half_word(a + size - 4) ^ half_word(b + size - 4))) == 0;
    }
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

/// Whether two names are equal.
constexpr bool same_name(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size()) return false;
    return std::is_constant_evaluated() ? a == b : same_text(a.data(), b.data(), a.size());
}

/// Whether all characters of a text are between First (a blank, or `!`) and `~`. Eight at a time, since tokens and
/// lists of ids are long.
template<char First>
constexpr bool is_ascii_from(std::string_view text) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    constexpr std::uint64_t high = every * 0x80;
    // The result has the high bit of each byte that is not ASCII, above '~', or below First.
    auto const wrong_in = [](char const* at) {
        std::uint64_t const word = load_word(at);
        return (word | (word + every) | ~((word | high) - every * First)) & high;
    };
    std::size_t const size = text.size();
    std::uint64_t wrong = 0;
    if (size < 8) {
        for (char const c : text) wrong |= c < First || c > '~' ? high : 0;
        return wrong == 0;
    }
    for (std::size_t at = 0; at + 8 < size; at += 8) wrong |= wrong_in(text.data() + at);
    return (wrong | wrong_in(text.data() + size - 8)) == 0; // the last word may overlap the one before it
}

/// Eight characters of a fixed form such as `2022-01-`, written with 0 for every digit.
struct fixed_form {
    std::uint64_t separators = 0;
    std::uint64_t digits = 0; ///< all bits where a digit is

    consteval explicit fixed_form(char const (&form)[9])
    {
        for (int i = 0; i < 8; ++i) {
            if (form[i] == '0') digits |= std::uint64_t{0xFF} << 8 * i;
            else separators |= static_cast<std::uint64_t>(form[i]) << 8 * i;
        }
    }
};

inline constexpr std::uint64_t no_digits = ~std::uint64_t{0};

/// The values of the digits, one in each byte; no_digits if the text has another form.
constexpr std::uint64_t read_fixed(char const* from, fixed_form form) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    std::uint64_t const word = load_word(from);
    std::uint64_t const digits = (word ^ every * '0') & form.digits;
    // A digit is at most 9: adding 6 does not reach the upper four bits.
    bool const matches =
        (word & ~form.digits) == form.separators && ((digits | (digits + every * 6)) & every * 0xF0) == 0;
    return matches ? digits : no_digits;
}

/// From the values of digits, the two-digit numbers that start at each of them.
constexpr std::uint64_t pair_digits(std::uint64_t digits) noexcept { return digits * 10 + (digits >> 8); }

/// Byte `i` of a word.
constexpr int byte_at(std::uint64_t word, int i) noexcept { return static_cast<int>(word >> 8 * i & 0xFF); }

} // namespace outlay::inline v0_1_0::detail
