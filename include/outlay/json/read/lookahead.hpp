#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <outlay/value/detail/words.hpp>

namespace outlay::inline v0_1_0::detail {

/// How many items a list has, so that room is made for them once and not again and again.
struct item_count {
    std::size_t items = 0;
    bool exact = false;
};

/// The count of a list whose first `items` take `length` characters of `left`.
inline item_count estimate(std::size_t items, std::ptrdiff_t length, std::ptrdiff_t left) noexcept
{
    if (items == 0) return {};
    // An eighth more: items after the first often have a digit more.
    auto const each = static_cast<std::size_t>(length) / items + 1;
    return {.items = static_cast<std::size_t>(left) / each / 8 * 9 + 8, .exact = false};
}

/// The quote or backslash that comes first, or `stop`.
inline char const* find_quote(char const* at, char const* stop) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    // The upper bit of the first byte that is zero; false alarms come above it only.
    auto const zeros = [](std::uint64_t x) { return (x - every) & ~x & every * 0x80; };
    for (; stop - at >= 8; at += 8) {
        std::uint64_t const word = load_word(at);
        if (std::uint64_t const found = zeros(word ^ every * '"') | zeros(word ^ every * '\\'); found != 0)
            return at + std::countr_zero(found) / 8;
    }
    while (at != stop && *at != '"' && *at != '\\') ++at;
    return at;
}

/// How many characters to look ahead in one of many lists, such as those in the items of another.
inline constexpr std::ptrdiff_t lookahead_in_one_of_many = 320;

/// Looks from the first item of a list on, at up to `most` characters, until the end of an item by which the others
/// may be judged. The count is exact if the list ends there; if not, it supposes that what follows, up to the end of
/// the text, is more of the same.
inline item_count count_items(char const* first, char const* end, std::ptrdiff_t most) noexcept
{
    constexpr std::ptrdiff_t enough = 128; // to judge by
    char const* const stop = end - first > most ? first + most : end;
    char const* last_comma = first;
    std::size_t commas = 0;
    std::size_t depth = 0;
    for (char const* at = first; at < stop; ++at) {
        char const c = *at;
        // Most of what is between strings: digits, points and colons; white space.
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

/// How much memory may be set aside for items that are only supposed to come: a hostile text must not get a large
/// block for a small effort.
inline std::size_t trusted_items(std::size_t items, std::size_t item_size, std::size_t bytes_left) noexcept
{
    return (std::min)(items, bytes_left * 4 / item_size + 1);
}

} // namespace outlay::inline v0_1_0::detail
