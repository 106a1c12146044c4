#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

// What a text is that should be JSON and is something else, as far as its first bytes show.

namespace outlay::inline v0_1_0::detail {

/// What a text is, and what to do about it; both empty if nothing is known of it.
struct foreign_text {
    std::string_view name{};
    std::string_view advice{};

    constexpr explicit operator bool() const noexcept { return !name.empty(); }
};

/// As many first bytes as recognise_encoding() needs.
inline constexpr std::size_t bytes_of_encoding = 4;

/// A text that is compressed, or in UTF-16 or UTF-32 without a byte order mark.
constexpr foreign_text recognise_encoding(std::string_view text) noexcept
{
    using namespace std::string_view_literals; // some have a zero in them
    constexpr std::string_view decompress = "decompress the body, or send no Accept-Encoding";
    constexpr std::string_view convert = "convert the text to UTF-8";
    if (text.starts_with("\x1F\x8B"sv)) return {.name = "gzip data", .advice = decompress};
    if (text.starts_with("\x28\xB5\x2F\xFD"sv)) return {.name = "zstd data", .advice = decompress};

    // JSON begins with a character of ASCII, of which other encodings make zeros and the character.
    auto const is_ascii = [&](std::size_t i) { return text[i] > '\0' && text[i] <= '~'; };
    if (text.size() < 2) return {};
    if (text.size() >= 4 && text.starts_with("\0\0\0"sv) && is_ascii(3))
        return {.name = "UTF-32 (big-endian, without a byte order mark)", .advice = convert};
    if (text.size() >= 4 && is_ascii(0) && text.substr(1, 3) == "\0\0\0"sv)
        return {.name = "UTF-32 (little-endian, without a byte order mark)", .advice = convert};
    if (text[0] == '\0' && is_ascii(1))
        return {.name = "UTF-16 (big-endian, without a byte order mark)", .advice = convert};
    if (is_ascii(0) && text[1] == '\0')
        return {.name = "UTF-16 (little-endian, without a byte order mark)", .advice = convert};
    return {};
}

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The first place at or after `from` where `lowercase` is in a text, whatever the case of its letters.
constexpr std::size_t find_ignoring_case(std::string_view text, std::string_view lowercase,
                                         std::size_t from = 0) noexcept
{
    for (; from + lowercase.size() <= text.size(); ++from) {
        std::size_t same = 0;
        while (same < lowercase.size() && lower(text[from + same]) == lowercase[same]) ++same;
        if (same == lowercase.size()) return from;
    }
    return text.npos;
}

/// A text whose first characters, white space left out, are of markup.
constexpr foreign_text recognise_markup(std::string_view text) noexcept
{
    constexpr std::string_view advice = "the answer is not that of the API, but perhaps of a proxy or a login page";
    constexpr std::array<std::string_view, 5> beginnings{"<!doctype", "<html", "<head", "<body", "<title"};
    text.remove_prefix((std::min)(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with('<')) return {};
    for (std::string_view const one : beginnings)
        if (find_ignoring_case(text.substr(0, one.size()), one) == 0) return {.name = "an HTML page", .advice = advice};
    return {.name = "XML or HTML", .advice = advice};
}

/// The title of a page in quotes, as messages show it: its white space is made one blank, and it is shortened. Empty
/// if the text is no page, or has none.
inline std::string title_of_page(std::string_view text)
{
    constexpr std::size_t longest_head = std::size_t{64} << 10; // no title comes later
    text = text.substr(0, longest_head);
    if (!recognise_markup(text)) return {};
    std::size_t const tag = find_ignoring_case(text, "<title");
    if (tag == text.npos) return {};
    std::size_t const begin = text.find('>', tag);
    std::size_t const end = find_ignoring_case(text, "</title", tag);
    if (begin == text.npos || end == text.npos || end < begin) return {};
    std::string title;
    for (char const c : text.substr(begin + 1, end - begin - 1)) {
        bool const is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!is_blank) title += c;
        else if (!title.empty() && title.back() != ' ') title += ' ';
    }
    if (title.ends_with(' ')) title.pop_back();
    return title.empty() ? title : in_quotes(title);
}

} // namespace outlay::inline v0_1_0::detail
