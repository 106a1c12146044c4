#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <outlay/value/detail/words.hpp>

namespace outlay::inline v0_1_0::detail {

struct line_column {
    std::size_t line;   ///< from 1
    std::size_t column; ///< from 1, in characters: continuation bytes of UTF-8 are not counted
};

/// Counts characters in all whole words of eight between `from` and `to`, and moves `from` past them. `marks` returns,
/// for a word, a number with a 1 in each byte to be counted.
template<class Marks>
std::size_t count_in_words(char const*& from, char const* to, Marks const& marks) noexcept
{
    constexpr std::ptrdiff_t width = sizeof(std::uint64_t);
    constexpr std::ptrdiff_t most_words = 255; // in one sum: a byte of the sum can't overflow
    constexpr std::uint64_t even_bytes = 0x00FF00FF00FF00FF;
    constexpr std::uint64_t every_second_byte = 0x0001000100010001;
    std::size_t count = 0;
    while (to - from >= width) {
        std::uint64_t bytes = 0;
        char const* const stop = from + (std::min)((to - from) / width, most_words) * width;
        for (; from != stop; from += width) bytes += marks(from);
        std::uint64_t const pairs = (bytes & even_bytes) + (bytes >> 8 & even_bytes);
        count += static_cast<std::size_t>(pairs * every_second_byte >> 48);
    }
    return count;
}

/// The number of line ends in a piece of text. If there is one, `line` is set to the start of the last line.
inline std::size_t count_lines(char const* from, char const* to, char const*& line) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    constexpr std::uint64_t low_bits = every * 0x7F;
    bool const is_one_line = from == to || std::memchr(from, '\n', static_cast<std::size_t>(to - from)) == nullptr;
    if (is_one_line) return 0;  // the usual case: most servers write no line ends
    char const* last = nullptr; // the word with the last newline
    std::size_t count = count_in_words(from, to, [&last](char const* at) {
        std::uint64_t const difference = load_word(at) ^ every * '\n';
        std::uint64_t const found = ~(((difference & low_bits) + low_bits) | difference | low_bits) >> 7;
        if (found != 0) last = at;
        return found;
    });
    if (last != nullptr)
        for (char const* const end = last + sizeof(std::uint64_t); last != end; ++last)
            if (*last == '\n') line = last + 1;
    for (; from != to; ++from) {
        if (*from != '\n') continue;
        line = from + 1;
        ++count;
    }
    return count;
}

/// The number of characters that start in a piece of text.
inline std::size_t count_characters(char const* from, char const* to) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    auto const bytes = static_cast<std::size_t>(to - from);
    // A continuation byte has the highest bit set and the next one clear.
    std::size_t continued = count_in_words(from, to, [](char const* at) {
        std::uint64_t const word = load_word(at);
        return word >> 7 & ~(word >> 6) & every;
    });
    for (; from != to; ++from) continued += (static_cast<unsigned char>(*from) & 0xC0) == 0x80;
    return bytes - continued;
}

/// Advances a position over a piece of text. Processes whole words, because even for a single notice all text before it
/// must be counted.
inline line_column advance(line_column position, char const* from, char const* to) noexcept
{
    char const* line = from;
    if (std::size_t const lines = count_lines(from, to, line); lines != 0) {
        position.line += lines;
        position.column = 1;
    }
    position.column += count_characters(line, to);
    return position;
}

} // namespace outlay::inline v0_1_0::detail
