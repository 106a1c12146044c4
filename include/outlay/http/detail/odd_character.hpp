#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

// Ids that were read from a file or copied from a page may contain a line end or an invisible blank. A server then
// responds that the id does not exist, and the id in its message looks right.

namespace outlay::inline v0_1_0::http::detail {

/// A character that is in an id by mistake.
struct odd_character {
    std::string_view text{};  ///< the bytes of the character
    std::size_t position = 0; ///< the position, from 1, in characters
};

/// Whether a well-formed character is a blank: Unicode's class Zs, and the tab.
constexpr bool is_blank(std::string_view character) noexcept
{
    constexpr std::array<std::string_view, 7> blanks{
        "\t", " ", "\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};
    if (std::find(blanks.begin(), blanks.end(), character) != blanks.end()) return true;
    bool const is_below_200b = character.size() == 3 && static_cast<unsigned char>(character[2]) < 0x8B;
    return is_below_200b && character.starts_with("\xE2\x80"); // U+2000 to U+200A
}

/// The first blank, control character or invisible character.
constexpr std::optional<odd_character> find_odd_character(std::string_view text) noexcept
{
    for (std::size_t position = 1; !text.empty(); ++position) {
        std::size_t const length = outlay::detail::utf8_sequence(text);
        std::string_view const character = text.substr(0, (std::max<std::size_t>)(length, 1));
        auto const lead = static_cast<unsigned char>(character[0]);
        bool const is_control = lead < 0x20 || lead == 0x7F;
        bool const is_unseen = length > 1 && outlay::detail::is_invisible(character);
        if (is_control || is_unseen || is_blank(character))
            return odd_character{.text = character, .position = position};
        text.remove_prefix(character.size());
    }
    return std::nullopt;
}

/// `U+200B`, for a well-formed character below U+10000; all odd characters are.
inline std::string code_point(std::string_view character)
{
    constexpr char hex[] = "0123456789ABCDEF";
    // The first byte of a sequence of n bytes starts with n ones and a zero.
    unsigned code = static_cast<unsigned char>(character[0]);
    if (character.size() > 1) code &= 0x7Fu >> character.size();
    for (char const c : character.substr(1)) code = code << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
    std::string text = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) text += hex[code >> shift & 15];
    return text;
}

/// The name of a character in messages: `a carriage return`, or `the character U+200C`.
inline std::string name_of(odd_character const& odd)
{
    struct name {
        std::string_view character;
        std::string_view text;
    };
    constexpr std::array<name, 7> names{{{.character = " ", .text = "a space"},
                                         {.character = "\t", .text = "a tab"},
                                         {.character = "\n", .text = "a line feed"},
                                         {.character = "\r", .text = "a carriage return"},
                                         {.character = "\xC2\xA0", .text = "a no-break space"},
                                         {.character = "\xE2\x80\x8B", .text = "a zero-width space"},
                                         {.character = "\xEF\xBB\xBF", .text = "a byte order mark"}}};
    for (name const& one : names)
        if (one.character == odd.text) return std::string(one.text);
    return outlay::detail::joined({"the character ", code_point(odd.text)});
}

} // namespace outlay::inline v0_1_0::http::detail
