#pragma once

#include <charconv>
#include <compare>
#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <outlay/value/decimal_words.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/detail/decimal_text.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/hash_word.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/rounding.hpp>
#include <outlay/value/spare_value.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace outlay::inline v0_1_0 {

/// Thrown by decimal arithmetic whose result is too large for a decimal, and by division by zero. Results never wrap.
class arithmetic_error : public std::range_error {
public:
    using std::range_error::range_error;
};

class decimal;

namespace detail {

struct decimal_access;

inline constexpr std::string_view exact_decimals = "a number that 28 digits and 28 places hold";
inline constexpr std::string_view range_of_decimals = "a number between -2^96 and 2^96 (7.9e28)";

} // namespace detail

/// a / b with exactly `scale` places, rounded. Throws arithmetic_error on division by zero or overflow.
constexpr decimal divide(decimal a, decimal b, int scale, rounding mode = rounding::half_even);

/// A decimal number: a coefficient of 96 bits, and a scale of 0 to 28 digits after the point. A decimal keeps the scale
/// with which it was written (`12.50` prints as `12.50`) but compares and hashes by value.
///
/// Every number of up to 28 digits and 28 places is exact, and so are whole numbers up to 2^96 - 1 (7.9e28). The
/// results of `+ - *` and `/` by an integer are exact where they fit 28 digits and 28 places, and otherwise rounded to
/// the nearest number that does; a tie goes to the even digit. Digits before the point are never rounded: if these do
/// not fit, arithmetic_error is thrown. add_exact, subtract_exact and multiply_exact are for callers that must know
/// whether a result is exact.
///
/// In comparison:
/// - .NET's System.Decimal and Rust's rust_decimal have the same layout and range. They round to as many digits as fit
///   96 bits, which may be 29; .NET's products are also rounded half to even.
/// - Python's decimal also rounds to 28 digits, half to even, unless its context is changed. Its exponents are almost
///   unbounded: it represents 1e-40, which is 0 here, and 1e40.
/// - Java's BigDecimal is exact for `+ - *`, with as many digits as needed, and throws for a quotient with an infinite
///   expansion. Its equals() returns false for 1.5 and 1.50.
class decimal {
public:
    using printable = void;
    static constexpr int max_scale = detail::decimal_places; ///< the most digits after the point: 28

    constexpr decimal() noexcept = default; ///< 0

    /// From any integer of up to 64 bits, exactly.
    template<std::integral Integer>
        requires(!std::same_as<Integer, bool> && sizeof(Integer) <= sizeof(std::uint64_t))
    constexpr decimal(Integer n) noexcept
    {
        if constexpr (std::is_signed_v<Integer>) {
            parts_.low = detail::magnitude(n);
            if (n < 0) parts_.rest = detail::sign_bit;
        } else {
            parts_.low = n;
        }
    }

    /// A double is not exact: write `0.1_dec`, or call decimal::from_double.
    template<std::floating_point Float>
    constexpr decimal(Float) = delete;

    /// coefficient / 10^scale. Throws arithmetic_error for a scale outside 0..28.
    static constexpr decimal from_parts(std::int64_t coefficient, int scale)
    {
        check_scale(scale);
        return decimal(detail::make_parts({.low = detail::magnitude(coefficient), .high = 0}, scale, coefficient < 0));
    }

    /// The number with these words, whose coefficient may have 96 bits. Throws arithmetic_error for a scale over 28.
    static constexpr decimal from_words(decimal_words words)
    {
        check_scale(words.scale);
        return decimal(detail::make_parts({.low = words.low, .high = words.high}, words.scale, words.negative));
    }

    /// Reads a JSON number (`-12.50`, `1e3`). Returns nullopt for any other text, and for a number that is not exactly
    /// representable.
    static constexpr std::optional<decimal> try_parse(std::string_view text) noexcept
    {
        auto const read = detail::read_decimal(text);
        if (read.status() != detail::decimal_status::exact) return std::nullopt;
        return decimal(read);
    }

    /// Like try_parse, with the reason as an error. Codes: `decimal`, `decimal_range`, `decimal_inexact`.
    static result<decimal> parse(std::string_view text)
    {
        auto const read = detail::read_decimal(text);
        if (read.status() == detail::decimal_status::malformed)
            return detail::unexpected("decimal", "a number such as 12.50", text);
        return exact(read, [text] { return text; });
    }

    /// The decimal with the fewest digits that converts back to the same double: 0.1 for 0.1, `1180591620717411300000`
    /// for 2^70. Throws arithmetic_error for NaN, infinities, and values that need more than 96 bits or 28 places.
    static decimal from_double(double value)
    {
        char text[32]; // the longest is -2.2250738585072014e-308: 24 characters
        auto const end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
        if (auto const exact = try_parse({text, static_cast<std::size_t>(end - text)})) return *exact;
        throw arithmetic_error(
            detail::joined({"a double that no decimal equals: ", {text, static_cast<std::size_t>(end - text)}}));
    }

    /// The nearest double, correctly rounded (ties to even).
    constexpr double to_double() const noexcept { return detail::nearest_double(parts_); }

    /// `12.50`: all places of the scale, never an exponent.
    constexpr std::string to_string() const
    {
        char text[detail::longest_decimal]{};
        return {text, detail::write_decimal(text, parts_)};
    }

    /// 1250 for `12.50`. Throws arithmetic_error for a coefficient that does not fit 64 bits; words() returns all 96.
    constexpr std::int64_t coefficient() const
    {
        if (parts_.high() != 0 || parts_.low > (std::uint64_t{1} << 63) - !parts_.negative())
            coefficient_beyond_64_bits();
        return static_cast<std::int64_t>(parts_.negative() ? 0 - parts_.low : parts_.low);
    }
    constexpr int scale() const noexcept { return parts_.scale(); } ///< 2 for `12.50`: digits after the point, 0 to 28

    /// The coefficient of 96 bits in two words, the scale and the sign.
    constexpr decimal_words words() const noexcept { return parts_.words(); }

    /// The same value with as few places as possible: 12.50 gives 12.5, 100.0 gives 100.
    constexpr decimal normalized() const noexcept { return decimal(detail::without_zeros(parts_)); }

    /// This value with exactly `scale` places: rounded if it has more, padded with zeros if it has fewer.
    /// Throws arithmetic_error if the padded coefficient does not fit 96 bits.
    constexpr decimal round(int scale, rounding mode = rounding::half_even) const
    {
        check_scale(scale);
        return value(detail::round_to(parts_, scale, mode));
    }

    /// The magnitude.
    constexpr decimal abs() const noexcept { return parts_.negative() ? -*this : *this; }

    friend constexpr decimal divide(decimal a, decimal b, int scale, rounding mode);

    /// The unchanged value.
    constexpr decimal operator+() const noexcept { return *this; }
    /// The value with the opposite sign; 0 has no sign.
    constexpr decimal operator-() const noexcept { return decimal(detail::negate(parts_)); }

    /// The sum, with the larger scale of the two; with fewer places only if the sum does not fit 28 digits. Rounds or
    /// throws arithmetic_error as described for the class.
    friend constexpr decimal operator+(decimal a, decimal b) { return value(detail::sum_of(a.parts_, b.parts_)); }
    /// The difference; scale and errors as for the sum.
    friend constexpr decimal operator-(decimal a, decimal b)
    {
        return value(detail::sum_of(a.parts_, detail::negate(b.parts_)));
    }
    /// The product, with the sum of both scales: `0.10_dec * 0.2_dec` is 0.020. With fewer places only if the product
    /// does not fit 28 digits. Rounds or throws arithmetic_error as described for the class.
    friend constexpr decimal operator*(decimal a, decimal b) { return value(detail::product_of(a.parts_, b.parts_)); }

    /// The quotient by an integer: with the places of `a`, or more if the exact quotient has more; rounded to 28 digits
    /// if it does not end. `10.00_dec / 4` is 2.50, `1_dec / 3` is 0.3333333333333333333333333333. Throws
    /// arithmetic_error for division by zero.
    template<std::integral Integer>
        requires std::convertible_to<Integer, decimal>
    friend constexpr decimal operator/(decimal a, Integer b)
    {
        return quotient(a, b);
    }
    /// For division by a decimal the caller chooses the places: divide(a, b, scale, rounding). The compiler's message
    /// has the name of the template parameter.
    template<std::same_as<decimal> UseDivideWithScaleAndRounding>
    friend constexpr decimal operator/(decimal a, UseDivideWithScaleAndRounding b) = delete;

    constexpr decimal& operator+=(decimal other) { return *this = *this + other; } ///< as `+`
    constexpr decimal& operator-=(decimal other) { return *this = *this - other; } ///< as `-`
    constexpr decimal& operator*=(decimal other) { return *this = *this * other; } ///< as `*`
    /// As `/`.
    template<std::integral Integer>
        requires std::convertible_to<Integer, decimal>
    constexpr decimal& operator/=(Integer other)
    {
        return *this = *this / other;
    }

    /// The sum, if it is exactly representable. Codes: `decimal_inexact`, `decimal_range`.
    friend result<decimal> add_exact(decimal a, decimal b)
    {
        return exact(detail::sum_of(a.parts_, b.parts_, detail::exact_or_nearest),
                     [=] { return detail::joined({a.to_string(), " + ", b.to_string()}); });
    }
    /// The difference, if it is exactly representable. Codes as for add_exact.
    friend result<decimal> subtract_exact(decimal a, decimal b)
    {
        return exact(detail::sum_of(a.parts_, detail::negate(b.parts_), detail::exact_or_nearest),
                     [=] { return detail::joined({a.to_string(), " - ", b.to_string()}); });
    }
    /// The product, if it is exactly representable. Codes as for add_exact.
    friend result<decimal> multiply_exact(decimal a, decimal b)
    {
        return exact(detail::product_of(a.parts_, b.parts_, 0, detail::exact_or_nearest),
                     [=] { return detail::joined({a.to_string(), " * ", b.to_string()}); });
    }

    /// By value. Weak, because equal values (1.5, 1.50) may print differently.
    friend constexpr std::weak_ordering operator<=>(decimal a, decimal b) noexcept
    {
        return detail::compare(a.parts_, b.parts_);
    }
    /// By value: 1.5 equals 1.50.
    friend constexpr bool operator==(decimal a, decimal b) noexcept { return detail::is_equal(a.parts_, b.parts_); }

private:
    friend struct detail::decimal_access;
    friend struct spare_value<decimal>;

    constexpr explicit decimal(detail::decimal_parts parts) noexcept : parts_(detail::without_status(parts)) {}

    static constexpr decimal value(detail::decimal_parts parts)
    {
        if (!parts.is_valid()) overflow();
        return decimal(parts);
    }

    static constexpr decimal quotient(decimal a, decimal b)
    {
        if (b.parts_.is_zero()) division_by_zero();
        return value(detail::quotient_of(a.parts_, b.parts_));
    }

    /// `found()` returns the text for the error; it is not called for an exact result.
    template<class Found>
    static result<decimal> exact(detail::decimal_parts parts, Found found)
    {
        if (parts.status() == detail::decimal_status::exact) return decimal(parts);
        if (parts.status() == detail::decimal_status::rounded)
            return detail::unexpected("decimal_inexact", detail::exact_decimals, found());
        return detail::unexpected("decimal_range", detail::range_of_decimals, found());
    }

    static constexpr void check_scale(int scale)
    {
        if (scale < 0 || scale > max_scale) scale_beyond_28();
    }

    // Not constexpr: the compiler's message for a constant expression that fails has the name of the function.
    [[noreturn]] static void overflow()
    {
        throw arithmetic_error("the result does not fit a decimal (96-bit coefficient, 28 places)");
    }
    [[noreturn]] static void coefficient_beyond_64_bits()
    {
        throw arithmetic_error("the coefficient does not fit 64 bits: see decimal::words");
    }
    [[noreturn]] static void scale_beyond_28() { throw arithmetic_error("the scale of a decimal is 0 to 28"); }
    [[noreturn]] static void division_by_zero() { throw arithmetic_error("division by zero"); }

    /// The status is `exact`, also if the value was rounded; any other status marks a spare value.
    detail::decimal_parts parts_;
};

constexpr decimal divide(decimal a, decimal b, int scale, rounding mode)
{
    decimal::check_scale(scale);
    if (b.parts_.is_zero()) decimal::division_by_zero();
    return decimal::value(detail::divide_to(a.parts_, b.parts_, scale, mode));
}

namespace detail {

/// For outlay's own arithmetic on the parts of decimals.
struct decimal_access {
    static constexpr decimal_parts parts(decimal d) noexcept { return d.parts_; }
    /// The decimal with these parts, which must be valid.
    static constexpr decimal of(decimal_parts parts) noexcept { return decimal(parts); }
    /// Nullopt where the magnitude does not fit.
    static constexpr std::optional<decimal> value(decimal_parts parts) noexcept
    {
        if (!parts.is_valid()) return std::nullopt;
        return decimal(parts);
    }
    /// As for `decimal / integer`. Throws arithmetic_error for division by zero.
    static constexpr decimal quotient(decimal a, decimal b) { return decimal::quotient(a, b); }
};

} // namespace detail

/// The spare values, absent and null, are two words whose status is not that of a number.
template<>
struct spare_value<decimal> {
    static constexpr bool has_null = true; ///< a nullable<decimal> has the size of a decimal

    /// The decimal that a holder without a value holds.
    static constexpr decimal make(vacancy state) noexcept
    {
        decimal made;
        made.parts_.rest = static_cast<std::uint64_t>(state) << detail::status_bit;
        return made;
    }
    /// The state of a holder with this decimal.
    static constexpr vacancy of(decimal const& d) noexcept
    {
        return static_cast<vacancy>(d.parts_.rest >> detail::status_bit);
    }
};

namespace detail {

// Not constexpr: the compiler's message for a literal that it rejects has the name of the function.
[[noreturn]] inline void literal_too_long_for_a_decimal()
{
    throw std::invalid_argument("the literal of a decimal is too long");
}
[[noreturn]] inline void not_exactly_a_decimal()
{
    throw std::invalid_argument("the literal is not exactly representable as a decimal");
}

} // namespace detail

namespace literals {

/// `12.50_dec`, an exact constant; a literal that is not exactly representable does not compile. Digit separators are
/// allowed: `1'000_dec`.
consteval decimal operator""_dec(char const* text)
{
    char digits[64]{}; // ample: no exact decimal without leading or trailing zeros has more than 31 characters
    std::size_t size = 0;
    for (; *text != '\0'; ++text) {
        if (*text == '\'') continue;
        if (size == sizeof digits) detail::literal_too_long_for_a_decimal();
        digits[size++] = *text;
    }
    auto const value = decimal::try_parse({digits, size});
    if (!value) detail::not_exactly_a_decimal();
    return *value;
}

} // namespace literals
} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::decimal> {
    std::size_t operator()(outlay::decimal d) const noexcept
    {
        auto const n = outlay::detail::without_zeros(outlay::detail::decimal_access::parts(d));
        return outlay::detail::hash_word(outlay::detail::hash_word(n.rest) * 31 + n.low);
    }
};
