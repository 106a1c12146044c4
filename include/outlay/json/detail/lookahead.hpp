#pragma once

#include <algorithm>
#include <cstddef>

namespace outlay::detail {

/// How many items a list has, so that room is made for them once and not again and again.
struct item_count {
    std::size_t items = 0;
    bool exact = false;
};

/// Looks at the few hundred characters after the bracket at `open`. The count is exact if the list ends there; if not,
/// it supposes that what follows, up to the end of the text, is more of the same.
inline item_count count_items(char const* open, char const* end) noexcept
{
    constexpr std::ptrdiff_t window = 320;
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
            break;
        default: break;
        }
        is_empty = false;
    }
    if (commas == 0) return {};
    // An eighth more: items after the first often have a digit more.
    auto const length = static_cast<std::size_t>(last_comma - first) / commas + 1;
    return {static_cast<std::size_t>(end - first) / length / 8 * 9 + 8, false};
}

/// How much memory may be set aside for items that are only supposed to come: a hostile text must not get a large
/// block for a small effort.
inline std::size_t trusted_items(std::size_t items, std::size_t item_size, std::size_t bytes_left) noexcept
{
    return std::min(items, bytes_left * 4 / item_size + 1);
}

} // namespace outlay::detail
