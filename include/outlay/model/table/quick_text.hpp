#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/words.hpp>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Functions for a JSON text that is contiguous in memory, which process 16 or 8 characters at a time. None reads past
// the end of the text.
//
// Precondition of all functions: the last character of the text is the bracket that closes it. So a number, name, colon
// or comma is never the last character, and the character after one can be read without a check for the end. Only
// strings, and the text after a bracket, may reach the end.

namespace outlay::inline v0_1_0::detail {

/// The properties of the text that the functions need.
struct quick_text {
    char const* end;
    std::size_t most_of_string; ///< the most bytes of one string
};

/// Reads a scalar that begins at `at`, and returns its end. Returns null for a value that does not have the usual form,
/// valid or not; the object then has an unspecified value.
using quick_function = char const* (*)(void* to, char const* at, quick_text const& text);

constexpr bool is_white_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

#ifdef __SSE2__

inline __m128i load_16(char const* at) noexcept { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at)); }

/// For 16 characters, a bit for each that is white space.
inline unsigned white_space_in(char const* at) noexcept
{
    __m128i const text = load_16(at);
    __m128i const blank =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\n')));
    __m128i const other =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('\r')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\t')));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(blank, other)));
}

/// For 16 characters, a bit for each that is a quote, a backslash, a control character, or not ASCII.
inline unsigned special_in(char const* at) noexcept
{
    __m128i const text = load_16(at);
    __m128i const mark =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('"')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\\')));
    __m128i const outside =
        _mm_cmplt_epi8(text, _mm_set1_epi8(' ')); // signed comparison: also characters that are not ASCII
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(mark, outside)));
}

/// For 32 characters, a bit for each that is equal in two texts.
inline std::uint32_t same_in_32(char const* a, char const* b) noexcept
{
    auto const bits = [a, b](std::size_t at) {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(load_16(a + at), load_16(b + at))));
    };
    return bits(0) | bits(16) << 16;
}

#endif

/// The number of characters that must be readable at a key, even if it is shorter.
inline constexpr std::size_t readable_of_key = 32;

/// Whether a text begins with a key. Precondition: the key is not empty.
OUTLAY_ALWAYS_INLINE inline bool starts_with_key(char const* at, char const* end, char const* key,
                                                 std::size_t size) noexcept
{
    auto const left = static_cast<std::size_t>(end - at);
#ifdef __SSE2__
    // No branch depends on the size, which varies from key to key.
    if (size <= readable_of_key && left >= readable_of_key) [[likely]] {
        std::uint32_t const all = ~std::uint32_t{0} >> (readable_of_key - size);
        return (same_in_32(at, key) & all) == all;
    }
#endif
    return left >= size && same_text(at, key, size);
}

/// The high bit of each byte of a word that is a quote, a backslash, a control character, or not ASCII.
inline std::uint64_t special_in_word(std::uint64_t word) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    constexpr std::uint64_t high = every * 0x80;
    constexpr std::uint64_t low_bits = ~high;
    // Exact for each byte: no carry leaves the lower seven bits.
    auto const equals = [](std::uint64_t x, char c) {
        return ~(((x ^ every * static_cast<unsigned char>(c)) & low_bits) + low_bits);
    };
    std::uint64_t const below_blank = ~((word & low_bits) + every * (0x80 - ' '));
    return (equals(word, '"') | equals(word, '\\') | below_blank | word) & high;
}

/// The first character that is a quote, a backslash, a control character, or not ASCII; or the end.
inline char const* find_special(char const* at, char const* end) noexcept
{
#ifdef __SSE2__
    for (; end - at >= 16; at += 16)
        if (unsigned const found = special_in(at); found != 0) return at + std::countr_zero(found);
#endif
    for (; end - at >= 8; at += 8)
        if (std::uint64_t const found = special_in_word(load_word(at)); found != 0)
            return at + std::countr_zero(found) / 8;
    for (; at != end; ++at) {
        auto const c = static_cast<unsigned char>(*at);
        if (c == '"' || c == '\\' || c < ' ' || c >= 0x80) break;
    }
    return at;
}

OUTLAY_NOINLINE inline char const* skip_more_space(char const* at, [[maybe_unused]] char const* end) noexcept
{
#ifdef __SSE2__
    for (; end - at >= 16; at += 16)
        if (unsigned const space = white_space_in(at); space != 0xFFFF) return at + std::countr_one(space);
#endif
    while (is_white_space(*at)) ++at;
    return at;
}

/// The first character that is not white space. Precondition: there is one.
inline char const* skip_space(char const* at, char const* end) noexcept
{
    if (static_cast<unsigned char>(*at) > ' ') [[likely]]
        return at;
    if (*at == ' ' && static_cast<unsigned char>(at[1]) > ' ') return at + 1;
    return skip_more_space(at, end);
}

/// Reads a string of ASCII without escapes. Returns its end, or null for any other value.
inline char const* read_plain_string(std::string_view& value, char const* at, quick_text const& text) noexcept
{
    if (*at != '"') return nullptr;
    char const* const first = at + 1;
    char const* const special = find_special(first, text.end);
    if (special == text.end || *special != '"') return nullptr;
    value = {first, static_cast<std::size_t>(special - first)};
    return value.size() <= text.most_of_string ? special + 1 : nullptr;
}

} // namespace outlay::inline v0_1_0::detail
