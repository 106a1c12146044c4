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

// A JSON text that is all in one piece of memory, looked at 16 or 8 characters at a time. Nothing here looks beyond the
// text's end.
//
// The last character of the text is the bracket that closes it: so no number, name, colon or comma is the last, and
// what follows one of these is looked at without asking for the end. Only strings, and what follows a bracket, may
// reach it.

namespace outlay::inline v0_1_0::detail {

/// What the reading of a value from such a text needs to know of it.
struct quick_text {
    char const* end;
    std::size_t most_of_string; ///< bytes of one string
};

/// Reads a scalar value that begins at `at` into an object of a type, and returns what comes after it. Null for what is
/// not of the usual form, right or wrong; the object then holds any value of its type.
using quick_function = char const* (*)(void* to, char const* at, quick_text const& text);

constexpr bool is_white_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

#ifdef __SSE2__

inline __m128i load_16(char const* at) noexcept { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at)); }

/// A bit for each of 16 characters that is white space.
inline unsigned white_space_in(char const* at) noexcept
{
    __m128i const text = load_16(at);
    __m128i const blank =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\n')));
    __m128i const other =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('\r')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\t')));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(blank, other)));
}

/// A bit for each of 16 characters that is a quote, a backslash, a control character, or not ASCII.
inline unsigned special_in(char const* at) noexcept
{
    __m128i const text = load_16(at);
    __m128i const mark =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('"')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\\')));
    __m128i const outside = _mm_cmplt_epi8(text, _mm_set1_epi8(' ')); // signed: also what is not ASCII
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(mark, outside)));
}

/// A bit for each of 32 characters that two texts have in common.
inline std::uint32_t same_in_32(char const* a, char const* b) noexcept
{
    auto const bits = [a, b](std::size_t at) {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(load_16(a + at), load_16(b + at))));
    };
    return bits(0) | bits(16) << 16;
}

#endif

/// How many characters of a key may be read, however short it is.
inline constexpr std::size_t readable_of_key = 32;

/// Whether a text begins with a key, which is not empty.
OUTLAY_ALWAYS_INLINE inline bool starts_with_key(char const* at, char const* end, char const* key,
                                                 std::size_t size) noexcept
{
    auto const left = static_cast<std::size_t>(end - at);
#ifdef __SSE2__
    // Without a branch that depends on the size, which differs from key to key.
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

/// The first character that is not white space, of which there is one.
inline char const* skip_space(char const* at, char const* end) noexcept
{
    if (static_cast<unsigned char>(*at) > ' ') [[likely]]
        return at;
    if (*at == ' ' && static_cast<unsigned char>(at[1]) > ' ') return at + 1;
    return skip_more_space(at, end);
}

/// A string that has nothing to be unescaped, and is ASCII. Returns what comes after it; null for any other.
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
