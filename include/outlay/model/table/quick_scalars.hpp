#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <outlay/model/codec.hpp>
#include <outlay/model/maybe.hpp>
#include <outlay/model/table/quick_text.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/shape.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// Reads the scalars of which most texts consist directly from the text, in one pass. Other scalars, and texts that do
// not have the usual form, are read from a token.

namespace outlay::inline v0_1_0::detail {

/// The number of eight digits whose values are the bytes of a word, the first digit in the lowest byte. Combines
/// neighbours to pairs, and all pairs in one multiplication each.
constexpr std::uint64_t eight_digits(std::uint64_t digits) noexcept
{
    constexpr std::uint64_t every_fourth = 0x000000FF000000FF;
    constexpr std::uint64_t hundreds = 100 + (std::uint64_t{1'000'000} << 32);
    constexpr std::uint64_t ones = 1 + (std::uint64_t{10'000} << 32);
    std::uint64_t const pairs = pair_digits(digits);
    return ((pairs & every_fourth) * hundreds + (pairs >> 16 & every_fourth) * ones) >> 32;
}

/// Appends the digits at the start of a text to a number. Returns the end of the digits. With more than 19 digits in
/// all the number overflows: callers check the count. The text must contain a character that is no digit.
inline char const* take_digits(char const* at, std::uint64_t& number) noexcept
{
    std::uint64_t taken = number;
    for (unsigned digit = 0; (digit = static_cast<unsigned char>(*at) - unsigned{'0'}) < 10; ++at)
        taken = taken * 10 + digit;
    number = taken;
    return at;
}

/// The same, faster for many digits, such as those after the point of a percentage.
inline char const* take_many_digits(char const* at, char const* end, std::uint64_t& number) noexcept
{
    constexpr fixed_form eight("00000000");
    constexpr std::ptrdiff_t width = 8;
    for (; end - at >= width && is_digit(at[width - 1]); at += width) {
        std::uint64_t const digits = read_fixed(at, eight);
        if (digits == no_digits) break;
        number = number * powers_of_ten[width] + eight_digits(digits);
    }
    return take_digits(at, number);
}

/// The number of digits that always fit an int64_t.
inline constexpr std::ptrdiff_t most_quick_digits = 18;

constexpr std::int64_t with_sign(std::uint64_t magnitude, bool is_negative) noexcept
{
    auto const value = static_cast<std::int64_t>(magnitude);
    return is_negative ? -value : value;
}

/// Reads an integer. Returns its end, or null if it has too many digits, a point or an exponent, or is no number.
inline char const* read_quick_integer(std::int64_t& to, char const* at) noexcept
{
    bool const is_negative = *at == '-';
    char const* const first = at + is_negative;
    std::uint64_t digits = 0;
    at = take_digits(first, digits);
    std::ptrdiff_t const count = at - first;
    if (count == 0 || count > most_quick_digits || (*first == '0' && count > 1)) return nullptr;
    if (*at == '.' || (*at | 0x20) == 'e') return nullptr;
    to = with_sign(digits, is_negative);
    return at;
}

/// Reads a decimal. Returns its end, or null if it has too many digits, an exponent, or is no number.
inline char const* read_quick_decimal(decimal& to, char const* at, char const* end) noexcept
{
    bool const is_negative = *at == '-';
    char const* const first = at + is_negative;
    std::uint64_t digits = 0;
    at = take_digits(first, digits);
    std::ptrdiff_t const whole = at - first;
    if (whole == 0 || (*first == '0' && whole > 1)) return nullptr;
    std::ptrdiff_t scale = 0;
    if (*at == '.') {
        char const* const fraction = at + 1;
        at = take_many_digits(fraction, end, digits);
        scale = at - fraction;
        if (scale == 0) return nullptr;
    }
    if (whole + scale > most_quick_digits || (*at | 0x20) == 'e') return nullptr;
    to = decimal::from_parts(with_sign(digits, is_negative), static_cast<int>(scale));
    return at;
}

/// Reads `"2022-01-05T02:45:32.486Z"`. Returns its end, or null for any other form.
inline char const* read_quick_time(std::int64_t& milliseconds, char const* at, quick_text const& text) noexcept
{
    constexpr std::size_t size = std::string_view("2022-01-05T02:45:32.486Z").size();
    bool const has_room = static_cast<std::size_t>(text.end - at) >= size + 2 && text.most_of_string >= size;
    bool const has_size = has_room && at[0] == '"' && at[size + 1] == '"';
    return has_size && read_usual_rfc3339({at + 1, size}, milliseconds) ? at + size + 2 : nullptr;
}

inline char const* read_quick_boolean(bool& to, char const* at, char const* end) noexcept
{
    constexpr std::ptrdiff_t longest = 5;
    if (end - at < longest) return nullptr;
    bool const is_true = std::memcmp(at, "true", 4) == 0;
    if (!is_true && std::memcmp(at, "false", 5) != 0) return nullptr;
    to = is_true;
    return at + (is_true ? 4 : 5);
}

/// The scalars that are read in this way.
template<class V>
concept quick_integer = std::integral<V> && !std::same_as<V, bool> && !is_character<V>;
template<class V>
concept quick_string = std::same_as<V, std::string> || requires(V& to, std::string_view text) {
    requires std::constructible_from<V, std::string_view>;
    to = text;
    { to.str() } -> std::convertible_to<std::string_view>;
};
/// A type that is read from a text: enumerations, dates, times of the day, currencies.
template<class V>
concept quick_by_text = described_enum<V> || std::same_as<V, date::year_month_day> || std::same_as<V, time_of_day> ||
                        std::same_as<V, currency> || requires { typename V::enum_type; };
template<class V>
concept quick_scalar = std::same_as<V, decimal> || std::same_as<V, iso_timestamp> || std::same_as<V, month> ||
                       std::same_as<V, bool> || quick_integer<V> || quick_string<V> || quick_by_text<V>;

template<quick_scalar V>
char const* read_quick_value(V& to, char const* at, quick_text const& text)
{
    if constexpr (std::same_as<V, decimal>) {
        return read_quick_decimal(to, at, text.end);
    } else if constexpr (std::same_as<V, iso_timestamp>) {
        std::int64_t milliseconds = 0;
        char const* const after = read_quick_time(milliseconds, at, text);
        if (after != nullptr) to = iso_timestamp::from_milliseconds(milliseconds);
        return after;
    } else if constexpr (quick_string<V>) {
        std::string_view value;
        char const* const after = read_plain_string(value, at, text);
        if (after != nullptr) to = value;
        return after;
    } else if constexpr (std::same_as<V, month>) {
        std::int64_t number = 0;
        char const* const after = read_quick_integer(number, at);
        auto const value = after != nullptr ? month::from_number(number) : std::nullopt;
        if (value) to = *value;
        return value ? after : nullptr;
    } else if constexpr (std::same_as<V, bool>) {
        return read_quick_boolean(to, at, text.end);
    } else if constexpr (quick_by_text<V>) {
        std::string_view value;
        char const* const after = read_plain_string(value, at, text);
        bool const is_read = after != nullptr && scalar_wire<V>::read(to, token(token_kind::string, value)) == nullptr;
        return is_read ? after : nullptr;
    } else {
        std::int64_t value = 0;
        char const* const after = read_quick_integer(value, at);
        if (after == nullptr || !std::in_range<V>(value)) return nullptr;
        to = static_cast<V>(value);
        return after;
    }
}

/// Reads a scalar, or a holder of one.
template<class V>
char const* read_quickly(void* to, char const* at, quick_text const& text)
{
    using held = typename unwrapped<V>::type;
    if constexpr (std::same_as<held, V>) {
        return read_quick_value(*static_cast<V*>(to), at, text);
    } else if constexpr (quick_string<held> && !is_owner<V>) {
        std::string_view value;
        char const* const after = read_plain_string(value, at, text);
        if (after != nullptr) static_cast<V*>(to)->emplace(value);
        return after;
    } else {
        // Read in place: a copy of a value whose parts were just written stalls the processor.
        return read_quick_value(engage(*static_cast<V*>(to)), at, text);
    }
}

/// The same for a form, which must not change the holder unless the value is read.
template<class V>
char const* read_quickly_apart(void* to, char const* at, quick_text const& text)
{
    V value{};
    char const* const after = read_quickly<V>(&value, at, text);
    if (after != nullptr) *static_cast<V*>(to) = std::move(value);
    return after;
}

/// A vendor's Form that reads all texts that its type reads, as the same values, and others.
template<class Form>
concept extends_usual_form = requires { requires Form::extends_usual; };

/// The function that reads a V, by itself or in a form, directly from the text; null if it is read from a token.
template<class V, class Form = void>
constexpr quick_function quick_function_of() noexcept
{
    using held = typename unwrapped<V>::type;
    if constexpr (has_codec<V> || has_codec<held> || !quick_scalar<held>) return nullptr;
    else if constexpr (std::is_void_v<Form>) return &read_quickly<V>;
    else if constexpr (extends_usual_form<Form>) return &read_quickly_apart<V>;
    else return nullptr;
}

} // namespace outlay::inline v0_1_0::detail
