#pragma once

#include <cstddef>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// The length of the UTF-8 sequence at the start of `text`, 0 if there is no valid one. Precondition: `text` is not
/// empty.
constexpr std::size_t utf8_sequence(std::string_view text) noexcept
{
    auto const byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned char const lead = byte(0);
    if (lead < 0x80) return 1;
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    // The second byte decides on overlong forms, surrogates, and code points beyond U+10FFFF.
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return length;
}

/// Whether a text is UTF-8.
constexpr bool is_utf8(std::string_view text) noexcept
{
    while (!text.empty()) {
        std::size_t const length = utf8_sequence(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

/// Whether a well-formed sequence of several bytes is a character that is invisible, changes the direction of text, or
/// controls a terminal: a byte order mark, direction marks, joiners, C1 controls.
constexpr bool is_invisible(std::string_view sequence) noexcept
{
    if (sequence == "\xEF\xBB\xBF") return true; // U+FEFF
    if (sequence.size() == 2) return sequence[0] == '\xC2' && static_cast<unsigned char>(sequence[1]) < 0xA0;
    if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
    auto const second = static_cast<unsigned char>(sequence[1]);
    auto const third = static_cast<unsigned char>(sequence[2]);
    if (second == 0x80)
        return (third >= 0x8B && third <= 0x8F) || (third >= 0xA8 && third <= 0xAE); // U+200B.., U+2028..
    return second == 0x81 && third >= 0xA0 && third <= 0xAF;                         // U+2060..
}

} // namespace outlay::inline v0_1_0::detail
