#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

// Recognises a text that is not JSON by its first bytes.

namespace outlay::inline v0_1_0::detail {

/// The kind of a text and advice for the user; both empty for a text that is not recognised.
struct foreign_text {
    std::string_view name{};
    std::string_view advice{};

    constexpr explicit operator bool() const noexcept { return !name.empty(); }
};

/// The number of bytes that recognise_encoding() needs.
inline constexpr std::size_t bytes_of_encoding = 4;

/// Recognises compressed data, and UTF-16 or UTF-32 without a byte order mark.
constexpr foreign_text recognise_encoding(std::string_view text) noexcept
{
    using namespace std::string_view_literals; // some literals contain a zero
    constexpr std::string_view decompress = "decompress the body, or send no Accept-Encoding";
    constexpr std::string_view convert = "convert the text to UTF-8";
    if (text.starts_with("\x1F\x8B"sv)) return {.name = "gzip data", .advice = decompress};
    if (text.starts_with("\x28\xB5\x2F\xFD"sv)) return {.name = "zstd data", .advice = decompress};

    // JSON begins with an ASCII character, which other encodings write as zeros and the character.
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

/// The first position at or after `from` where `lowercase` occurs in a text, ignoring case; npos for none.
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

/// Recognises a text that starts with markup, after any white space.
constexpr foreign_text recognise_markup(std::string_view text) noexcept
{
    constexpr std::string_view advice = "the response is not from the API; it may be from a proxy or a login page";
    constexpr std::array<std::string_view, 5> beginnings{"<!doctype", "<html", "<head", "<body", "<title"};
    text.remove_prefix((std::min)(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with('<')) return {};
    for (std::string_view const one : beginnings)
        if (find_ignoring_case(text.substr(0, one.size()), one) == 0) return {.name = "an HTML page", .advice = advice};
    return {.name = "XML or HTML", .advice = advice};
}

/// The title of an HTML page in quotes, for a message: shortened, with each run of white space as one blank. Empty if
/// the text is no HTML page or has no title.
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
