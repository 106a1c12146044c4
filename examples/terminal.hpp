#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

// The output of the examples: columns, bars and colours. Independent of outlay.

namespace terminal {

enum class colour { bold, dim, red, green, yellow };

/// Whether the standard error is a terminal.
inline bool is_watched()
{
#if __has_include(<unistd.h>)
    return isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

/// Whether to use colours: on a terminal, unless NO_COLOR is set (https://no-color.org).
inline bool has_colours()
{
#if __has_include(<unistd.h>)
    static bool const has = [] {
        char const* const unwanted = std::getenv("NO_COLOR");
        return isatty(STDOUT_FILENO) == 1 && (unwanted == nullptr || *unwanted == '\0');
    }();
    return has;
#else
    return false;
#endif
}

inline std::string paint(colour in, std::string_view text)
{
    constexpr std::string_view codes[] = {"1", "2", "31", "32", "33"};
    if (!has_colours()) return std::string(text);
    std::string painted = "\033[";
    return painted.append(codes[static_cast<std::size_t>(in)]).append("m").append(text).append("\033[0m");
}

/// The blanks that pad a text to a width in characters.
inline std::string padding(std::string_view text, std::size_t width)
{
    auto const characters = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    return std::string(width - std::min(width, characters), ' ');
}

inline std::string left(std::string_view text, std::size_t width) { return std::string(text) + padding(text, width); }

/// Whether a character of UTF-8 controls the terminal, or reverses the text after it.
inline bool is_hostile(std::string_view character)
{
    auto const byte = [character](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    if (character.size() == 1) return byte(0) < 0x20 || byte(0) >= 0x7F;
    if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
    return byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81) && byte(2) >= 0xA0;
}

/// An untrusted text, cut to a width in characters, and without hostile ones.
inline std::string fit(std::string_view text, std::size_t width)
{
    std::string fitted;
    std::size_t last = 0; // where the last character starts
    for (std::size_t characters = 0; !text.empty(); ++characters) {
        std::size_t size = 1;
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
        if (characters == width) return fitted.substr(0, last) + "…";
        last = fitted.size();
        fitted += is_hostile(text.substr(0, size)) ? "?" : text.substr(0, size);
        text.remove_prefix(size);
    }
    return fitted;
}

inline std::string right(std::string_view text, std::size_t width) { return padding(text, width).append(text); }

/// Ten cells, in eighths of a cell; full and red above 100 percent. A bar in the cell of `mark`, of 0 to 100 percent.
inline std::string bar(double percent, std::optional<double> mark = {})
{
    constexpr std::string_view eighths[] = {"░", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    constexpr int cells = 10;
    int const filled = static_cast<int>(std::clamp(percent, 0.0, 100.0) / 100 * cells * 8 + 0.5);
    int const marked = mark ? std::clamp(static_cast<int>(*mark / 100 * cells), 0, cells - 1) : cells;
    colour const level = percent > 100 ? colour::red : percent >= 80 ? colour::yellow : colour::green;
    std::string painted;
    std::string run; // of cells of one colour
    bool is_full = true;
    auto const flush = [&] {
        if (!run.empty()) painted += paint(is_full ? level : colour::dim, run);
        run.clear();
    };
    for (int i = 0; i < cells; ++i) {
        if (bool const has_some = i * 8 < filled; has_some != is_full) {
            flush();
            is_full = has_some;
        }
        if (i == marked) {
            flush();
            painted += paint(colour::bold, "│");
        } else run += filled - i * 8 >= 8 ? "█" : eighths[std::max(0, filled - i * 8)];
    }
    flush();
    return painted;
}

/// A column of a chart, one cell wide, from 0 (a blank) to 1.
inline std::string_view column(double height)
{
    constexpr std::string_view eighths[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    return eighths[static_cast<std::size_t>(std::clamp(height, 0.0, 1.0) * 8 + 0.5)];
}

/// The line before a place in a text, the line itself, and a caret.
inline void excerpt(std::string_view text, std::size_t line, std::size_t column)
{
    for (std::size_t n = 1; n <= line; ++n) {
        std::size_t const size = std::min(text.find('\n'), text.size());
        if (n + 1 >= line)
            std::cout << paint(colour::dim, right(std::to_string(n), 6) + " │ ") << text.substr(0, size) << '\n';
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    std::cout << paint(colour::dim, "       │ ") << std::string(column - 1, ' ') << paint(colour::red, "^") << '\n';
}

/// A title, and on the right the call that it is about.
inline void title(std::string_view text, std::string_view call)
{
    std::string const gap(std::max<std::size_t>(2, 80 - std::min<std::size_t>(80, text.size() + call.size())), ' ');
    std::cout << '\n' << paint(colour::bold, text) << gap << paint(colour::dim, call) << '\n';
}

} // namespace terminal
