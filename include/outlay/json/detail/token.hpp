#pragma once

#include <cstdint>
#include <string_view>

namespace outlay::detail {

enum class token_kind : unsigned char {
    string,
    integer, ///< a number written without point and exponent that fits int64_t
    number,  ///< any other number
    boolean,
    null,
    composite, ///< an object or an array, where a scalar was expected
};

/// A scalar value of a JSON text.
struct token {
    token_kind kind;
    std::string_view text = {}; ///< of a string, unescaped; of a number, as it was written
    std::int64_t integer = 0;   ///< of an integer; 0 or 1 of a boolean

    constexpr bool is_numeric() const noexcept { return kind == token_kind::integer || kind == token_kind::number; }
};

/// What is the matter with a token. Always a static object: what reads a token returns its address, or null.
struct problem {
    enum class gravity : unsigned char {
        violation, ///< the value was not read
        notice,    ///< it was read, but is not in the specified form
        inexact,   ///< it was read with a loss of digits: the options decide
    };

    std::string_view code;
    std::string_view expected; ///< completes `expected ..., found ...`
    gravity weight = gravity::violation;
    bool is_secret = false; ///< what was found must not be shown
};

} // namespace outlay::detail
