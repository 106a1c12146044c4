#pragma once

#include <algorithm>
#include <cstddef>

namespace outlay::detail {

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
    return {static_cast<std::size_t>(left) / each / 8 * 9 + 8, false};
}

/// Looks at the few hundred characters after the bracket at `open`. The count is exact if the list ends there; if not,
/// it supposes that what follows, up to the end of the text, is more of the same.
inline item_count count_items(char const* open, char const* end) noexcept
{
    constexpr std::ptrdiff_t window = 320;
    constexpr std::ptrdiff_t enough = 128; // to judge by
    char const* const first = open + 1;
    char const* const stop = end - first > window ? first + window : end;
    char const* last_comma = first;
    std::size_t commas = 0;
    std::size_t depth = 0;
    bool in_string = false;
    bool is_empty = true;
    for (char const* at = first; at < stop; ++at) {
        if (in_string) {
            if (*at == '\\') ++at;
            else if (*at == '"') in_string = false;
            continue;
        }
        switch (*at) {
        case ' ':
        case '\t':
        case '\n':
        case '\r': continue;
        case '"': in_string = true; break;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (depth-- == 0) return {is_empty ? 0 : commas + 1, true};
            break;
        case ',':
            if (depth != 0) break;
            ++commas;
            last_comma = at;
            if (at - first >= enough) return estimate(commas, last_comma - first, end - first);
            break;
        default: break;
        }
        is_empty = false;
    }
    return estimate(commas, last_comma - first, end - first);
}

/// How much memory may be set aside for items that are only supposed to come: a hostile text must not get a large
/// block for a small effort.
inline std::size_t trusted_items(std::size_t items, std::size_t item_size, std::size_t bytes_left) noexcept
{
    return std::min(items, bytes_left * 4 / item_size + 1);
}

} // namespace outlay::detail
