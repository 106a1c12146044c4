#pragma once

#include <cstdint>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

enum class token_kind : unsigned char {
    string,
    integer, ///< a number without point and exponent that fits int64_t
    number,  ///< any other number
    boolean,
    null,
    composite, ///< an object or an array, where a scalar was expected
};

/// A scalar value of a JSON text, small enough to be passed in registers.
struct token {
    char const* data = nullptr;
    std::uint32_t size = 0; ///< the size of the text; for a boolean, its value
    token_kind kind;

    constexpr explicit token(token_kind k, std::string_view text = {}) noexcept
        : data(text.data()), size(static_cast<std::uint32_t>(text.size())), kind(k)
    {}
    static constexpr token boolean(bool value) noexcept
    {
        token made(token_kind::boolean);
        made.size = value;
        return made;
    }

    /// The unescaped text of a string; the text of a number as written.
    constexpr std::string_view text() const noexcept { return {data, size}; }
    constexpr bool is_true() const noexcept { return size != 0; }
    constexpr bool is_numeric() const noexcept { return kind == token_kind::integer || kind == token_kind::number; }

    /// The value. Precondition: the kind is `integer`.
    constexpr std::int64_t integer() const noexcept
    {
        bool const negative = *data == '-';
        std::uint64_t magnitude = 0;
        for (char const* at = data + negative; at != data + size; ++at)
            magnitude = magnitude * 10 + static_cast<std::uint64_t>(*at - '0');
        return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
    }
};

/// A problem with a token. Always a static object: functions that read a token return its address, or null for success.
struct problem {
    enum class gravity : unsigned char {
        violation,     ///< the value was not read
        notice,        ///< the value was read, but does not have the documented form
        inexact,       ///< the value was read with a loss of digits: a violation or a notice, according to the options
        not_available, ///< a notice: the vendor writes no value in this way, and the member becomes absent
    };

    std::string_view code;
    std::string_view expected; ///< completes `expected ..., found ...`
    gravity weight = gravity::violation;
    std::string_view remedy = {}; ///< for a notice, completes `found ..., ...`
    bool is_secret = false;       ///< the value must not be shown
    std::string_view (*likely)(std::string_view found) =
        nullptr; ///< the valid text that was probably meant; empty: none

    /// Whether the problem is a notice. `rounded`: the options allow inexact numbers.
    constexpr bool is_notice(bool rounded) const noexcept
    {
        return weight == gravity::notice || weight == gravity::not_available || (weight == gravity::inexact && rounded);
    }

    /// Whether a value was read, which rules can check.
    constexpr bool has_value() const noexcept { return weight == gravity::notice || weight == gravity::inexact; }
};

/// Never reported. Returned by a function to which a token is not enough: the reader then handles the type itself.
inline constexpr problem needs_more{.code = {}, .expected = {}};

} // namespace outlay::inline v0_1_0::detail
