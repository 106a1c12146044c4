#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

// Texts without their escapes.
//
// A text and a credential are compared by their symbols, which remain after all escapes are repeatedly replaced: `%hh`,
// `uhhhh` and (in JSON Pointers) `~0` and `~1` by their character, and a backslash by nothing. So `/`, `\/`, `\\\/`,
// `\u002F`, `%2f`, `%252F` and `%5C%75002f` have the same symbol. No two of these rules overlap in a text, so the
// symbols do not depend on the order of replacements, nor on the program that wrote the escapes.
//
// Some different texts have the same symbols, such as `a+b` and `a b`, which are the same in a form. So more texts than
// the credential may be found, but the credential is always found.

namespace outlay::inline v0_1_0::http::detail {

/// The symbol of a backslash, which is not compared.
inline constexpr unsigned char backslash = '\\';
/// The symbol of the continuation of a character, which is not compared: all but the first byte of a UTF-8 sequence,
/// and the second half of a surrogate pair.
inline constexpr unsigned char continued = 0x80;

constexpr bool is_compared(unsigned char symbol) noexcept { return symbol != backslash && symbol != continued; }

/// The symbol of a byte of a text. Outside of ASCII, characters are compared by the first byte of their UTF-8.
constexpr unsigned char symbol_of(unsigned char byte) noexcept
{
    if (byte == '+') return ' ';  // a blank in a form
    if (byte == '\t') return 't'; // written as \t in JSON
    return (byte & 0xC0) == 0x80 ? continued : byte;
}

/// The value of a hexadecimal digit; -1 for any other symbol.
constexpr int hex_value(unsigned char symbol) noexcept
{
    if (symbol >= '0' && symbol <= '9') return symbol - '0';
    if (symbol >= 'a' && symbol <= 'f') return symbol - 'a' + 10;
    return symbol >= 'A' && symbol <= 'F' ? symbol - 'A' + 10 : -1;
}

/// The number of digits of an escape that starts with this symbol; 0 for any other symbol.
constexpr unsigned char escape_digits(unsigned char symbol) noexcept
{
    switch (symbol) {
    case '~': return 1;
    case '%': return 2;
    case 'u': return 4;
    default: return 0;
    }
}

constexpr bool is_letter_or_digit(unsigned char symbol) noexcept
{
    return (symbol >= '0' && symbol <= '9') || (symbol >= 'a' && symbol <= 'z') || (symbol >= 'A' && symbol <= 'Z');
}

/// The symbol of `\uhhhh`.
constexpr unsigned char symbol_of_unit(unsigned unit) noexcept
{
    if (unit < 0x80) return symbol_of(static_cast<unsigned char>(unit));
    if (unit < 0x800) return static_cast<unsigned char>(0xC0 | (unit >> 6));
    if (unit < 0xD800 || unit > 0xDFFF) return static_cast<unsigned char>(0xE0 | (unit >> 12));
    if (unit >= 0xDC00) return continued; // the second half of a surrogate pair
    return static_cast<unsigned char>(0xF0 | ((unit - 0xD800 + 0x40) >> 8));
}

/// Replaces escapes. Calls `emit(symbol, parts)` for each symbol: for a byte of the text with 0 parts; for an escape
/// with the number of its parts, which are the preceding symbols that are compared.
template<class Emit>
class unescaper {
public:
    explicit unescaper(Emit emit) : emit_(std::move(emit)) {}

    void read(std::string_view text)
    {
        for (char const c : text) read(static_cast<unsigned char>(c));
    }

private:
    struct escape {
        unsigned char start = 0;
        unsigned char digits = 0;
        unsigned value = 0;

        constexpr unsigned char symbol() const noexcept
        {
            if (start == '~') return value == 0 ? '~' : '/';
            return start == '%' ? symbol_of(static_cast<unsigned char>(value)) : symbol_of_unit(value);
        }
    };

    void read(unsigned char byte)
    {
        unsigned char symbol = symbol_of(byte);
        emit_(symbol, static_cast<unsigned char>(0));
        while (is_end_of_escape(symbol)) {
            escape const done = open_.back();
            open_.pop_back();
            symbol = done.symbol();
            emit_(symbol, static_cast<unsigned char>(done.digits + 1));
        }
    }

    /// Adds the next symbol to the open escapes. Returns whether the last of them is complete.
    bool is_end_of_escape(unsigned char symbol)
    {
        if (!is_compared(symbol)) return false;
        if (escape_digits(symbol) != 0) {
            if (symbol == '~') open_.clear(); // its character is no digit, so that outer escapes can't be completed
            open_.push_back({.start = symbol});
            return false;
        }
        if (open_.empty()) return false;
        int const digit = hex_value(symbol);
        if (digit < 0 || (open_.back().start == '~' && digit > 1)) {
            open_.clear();
            return false;
        }
        open_.back().value = open_.back().value * 16 + static_cast<unsigned>(digit);
        return ++open_.back().digits == escape_digits(open_.back().start);
    }

    Emit emit_;
    std::vector<escape> open_; ///< the open escapes; each may become a digit of the one before
};

/// Whether a text has an escape that unescaper replaces.
constexpr bool has_escape(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char digits = escape_digits(static_cast<unsigned char>(text[i]));
        if (digits == 0) continue;
        for (; digits != 0 && i + 1 < text.size(); ++i) {
            unsigned char const symbol = symbol_of(static_cast<unsigned char>(text[i + 1]));
            if (!is_compared(symbol)) continue;
            if (hex_value(symbol) < 0) break;
            --digits;
        }
        if (digits == 0) return true;
    }
    return false;
}

} // namespace outlay::inline v0_1_0::http::detail
