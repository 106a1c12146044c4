#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <outlay/value/detail/words.hpp>

namespace outlay::inline v0_1_0::detail {

/// The number of items of a list, so that memory is reserved once.
struct item_count {
    std::size_t items = 0;
    bool exact = false;
};

/// Estimates the count for a list whose first `items` take `length` of `left` characters.
inline item_count estimate(std::size_t items, std::ptrdiff_t length, std::ptrdiff_t left) noexcept
{
    if (items == 0) return {};
    // One eighth more, because the items so far may be longer than the average, and a margin of 8.
    auto const each = static_cast<std::size_t>(length) / items + 1;
    return {.items = static_cast<std::size_t>(left) / each / 8 * 9 + 8, .exact = false};
}

/// The first quote or backslash, or `stop`.
inline char const* find_quote(char const* at, char const* stop) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    // The highest bit of the first byte that is zero; false positives only occur above it.
    auto const zeros = [](std::uint64_t x) { return (x - every) & ~x & every * 0x80; };
    for (; stop - at >= 8; at += 8) {
        std::uint64_t const word = load_word(at);
        if (std::uint64_t const found = zeros(word ^ every * '"') | zeros(word ^ every * '\\'); found != 0)
            return at + std::countr_zero(found) / 8;
    }
    while (at != stop && *at != '"' && *at != '\\') ++at;
    return at;
}

/// The number of characters to look ahead for one of many lists, such as a list in the items of another: a few items.
inline constexpr std::ptrdiff_t lookahead_in_one_of_many = 320;

/// Counts the items of a list, from its first, in up to `most` characters. The count is exact if the list ends there;
/// otherwise it is an estimate from the items so far, which assumes that the rest of the text consists of similar
/// items.
inline item_count count_items(char const* first, char const* end, std::ptrdiff_t most) noexcept
{
    constexpr std::ptrdiff_t enough = 128; // characters of items for an estimate
    char const* const stop = end - first > most ? first + most : end;
    char const* last_comma = first;
    std::size_t commas = 0;
    std::size_t depth = 0;
    for (char const* at = first; at < stop; ++at) {
        char const c = *at;
        // Skips the usual characters outside of strings: digits, points, colons and blanks.
        if ((c > ',' && c < '[') || c == ' ') continue;
        if (c == '"') {
            at = find_quote(at + 1, stop);
            while (at < stop && *at == '\\') at = find_quote((std::min)(at + 2, stop), stop);
        } else if (c == ',') {
            if (depth != 0) continue;
            ++commas;
            last_comma = at;
            if (at - first >= enough) break;
        } else if (char const bracket = static_cast<char>(c | 0x20); bracket == '{') { // or [
            ++depth;
        } else if (bracket == '}') { // or ]
            if (depth-- == 0) return {.items = commas + 1, .exact = true};
        }
    }
    return estimate(commas, last_comma - first, end - first);
}

/// Limits an estimated number of items, so that their memory is at most about four times the size of the text: a small
/// hostile text must not cause a large allocation.
inline std::size_t trusted_items(std::size_t items, std::size_t item_size, std::size_t bytes_left) noexcept
{
    return (std::min)(items, bytes_left * 4 / item_size + 1);
}

} // namespace outlay::inline v0_1_0::detail
