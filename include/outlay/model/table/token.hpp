#pragma once

#include <cstdint>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

enum class token_kind : unsigned char {
    string,
    integer, ///< a number written without point and exponent that fits int64_t
    number,  ///< any other number
    boolean,
    null,
    composite, ///< an object or an array, where a scalar was expected
};

/// A scalar value of a JSON text, small enough to be passed in registers.
struct token {
    char const* data = nullptr;
    std::uint32_t size = 0; ///< of the text; of a boolean its value
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

    /// Of a string, unescaped; of a number, as it was written.
    constexpr std::string_view text() const noexcept { return {data, size}; }
    constexpr bool is_true() const noexcept { return size != 0; }
    constexpr bool is_numeric() const noexcept { return kind == token_kind::integer || kind == token_kind::number; }

    /// The value of an integer.
    constexpr std::int64_t integer() const noexcept
    {
        bool const negative = *data == '-';
        std::uint64_t magnitude = 0;
        for (char const* at = data + negative; at != data + size; ++at)
            magnitude = magnitude * 10 + static_cast<std::uint64_t>(*at - '0');
        return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
    }
};

/// What is the matter with a token. Always a static object: what reads a token returns its address, or null.
struct problem {
    enum class gravity : unsigned char {
        violation,     ///< the value was not read
        notice,        ///< it was read, but is not in the specified form
        inexact,       ///< it was read with a loss of digits: the options decide
        not_available, ///< a notice: it stands for no value at all, and a member that may be absent is
    };

    std::string_view code;
    std::string_view expected; ///< completes `expected ..., found ...`
    gravity weight = gravity::violation;
    std::string_view remedy = {}; ///< of a notice, completes `found ..., ...`
    bool is_secret = false;       ///< what was found must not be shown
    std::string_view (*likely)(std::string_view found) =
        nullptr; ///< of the texts that would do, the one that was meant

    /// Whether it is no violation, where numbers may be `rounded` or not.
    constexpr bool is_notice(bool rounded) const noexcept
    {
        return weight == gravity::notice || weight == gravity::not_available || (weight == gravity::inexact && rounded);
    }

    /// Whether something was read that rules can look at.
    constexpr bool has_value() const noexcept { return weight == gravity::notice || weight == gravity::inexact; }
};

/// Not told to anybody: what read the token leaves it to the reader, which has more to do for this type.
inline constexpr problem needs_more{.code = {}, .expected = {}};

} // namespace outlay::inline v0_1_0::detail
