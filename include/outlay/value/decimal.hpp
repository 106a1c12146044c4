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

/// Thrown by decimal arithmetic whose result is too large for a decimal, and by division by zero. Nothing ever wraps.
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

/// A decimal number: a coefficient of 96 bits, and a scale of 0 to 28 digits after the point. It keeps the scale it was
/// written with (`12.50` prints as `12.50`) but compares and hashes by value.
///
/// Every number of up to 28 digits and 28 places is exact, and so are whole numbers up to 2^96 - 1 (7.9e28). The
/// results of `+ - *` and `/` by an integer are exact wherever 28 digits and 28 places hold them; else they are the
/// nearest number that these hold, and a tie goes to the even digit. Digits in front of the point are never rounded:
/// arithmetic_error is thrown where these do not fit. add_exact, subtract_exact and multiply_exact are for callers that
/// must know whether a result is exact.
///
/// In comparison:
/// - .NET's System.Decimal and Rust's rust_decimal have the same layout and range. They round to as many digits as fit
///   96 bits, which may be a 29th, and .NET's products also half to even.
/// - Python's decimal rounds to 28 digits, half to even, unless its context says otherwise: the same digits as here.
///   But its exponents are almost unbounded, so that it keeps 28 digits of 1e-40, which is 0 here, and of 1e40.
/// - Java's BigDecimal is exact for `+ - *` with as many digits as it takes, and throws for a quotient that has no end.
///   Its equals() takes 1.5 and 1.50 for different.
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

    /// A double is not exact: write `0.1_dec`, or say decimal::from_double.
    template<std::floating_point Float>
    constexpr decimal(Float) = delete;

    /// coefficient / 10^scale. Throws arithmetic_error for a scale outside 0..28.
    static constexpr decimal from_parts(std::int64_t coefficient, int scale)
    {
        check_scale(scale);
        return decimal(detail::make_parts({.low = detail::magnitude(coefficient), .high = 0}, scale, coefficient < 0));
    }

    /// The number of these words, any coefficient of 96 bits. Throws arithmetic_error for a scale over 28.
    static constexpr decimal from_words(decimal_words words)
    {
        check_scale(words.scale);
        return decimal(detail::make_parts({.low = words.low, .high = words.high}, words.scale, words.negative));
    }

    /// Reads a number as JSON writes it (`-12.50`, `1e3`); nullopt for anything else, and for a number
    /// that is not exactly representable.
    static constexpr std::optional<decimal> try_parse(std::string_view text) noexcept
    {
        auto const read = detail::read_decimal(text);
        if (read.status() != detail::decimal_status::exact) return std::nullopt;
        return decimal(read);
    }

    /// try_parse with a reason. Codes: `decimal`, `decimal_range`, `decimal_inexact`.
    static result<decimal> parse(std::string_view text)
    {
        auto const read = detail::read_decimal(text);
        if (read.status() == detail::decimal_status::malformed)
            return detail::unexpected("decimal", "a number such as 12.50", text);
        return exact(read, [text] { return text; });
    }

    /// The decimal of the fewest digits that reads back as the same double: 0.1 gives 0.1, 2^70 gives
    /// `1180591620717411300000`. Throws arithmetic_error for NaN, infinities, and values for which that needs more than
    /// 96 bits or 28 places.
    static decimal from_double(double value)
    {
        char text[32];
        auto const end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
        if (auto const exact = try_parse({text, static_cast<std::size_t>(end - text)})) return *exact;
        throw arithmetic_error(
            detail::joined({"a double that no decimal equals: ", {text, static_cast<std::size_t>(end - text)}}));
    }

    /// The nearest double, correctly rounded (ties to even).
    constexpr double to_double() const noexcept { return detail::nearest_double(parts_); }

    /// `12.50`: as many places as the scale says, never an exponent.
    constexpr std::string to_string() const
    {
        char text[detail::longest_decimal]{};
        return {text, detail::write_decimal(text, parts_)};
    }

    /// 1250 of `12.50`. Throws arithmetic_error for a coefficient that 64 bits do not hold: words() has all 96 of it.
    constexpr std::int64_t coefficient() const
    {
        if (parts_.high() != 0 || parts_.low > (std::uint64_t{1} << 63) - !parts_.negative())
            coefficient_beyond_64_bits();
        return static_cast<std::int64_t>(parts_.negative() ? 0 - parts_.low : parts_.low);
    }
    constexpr int scale() const noexcept { return parts_.scale(); } ///< 2 of `12.50`: digits after the point, 0 to 28

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

    /// Without its sign.
    constexpr decimal abs() const noexcept { return parts_.negative() ? -*this : *this; }

    friend constexpr decimal divide(decimal a, decimal b, int scale, rounding mode);

    /// The same.
    constexpr decimal operator+() const noexcept { return *this; }
    /// With the other sign; 0 has none.
    constexpr decimal operator-() const noexcept { return decimal(detail::negate(parts_)); }

    /// With the larger scale of the two, and fewer places only if 28 digits do not hold these. Rounded, or throws
    /// arithmetic_error, as described above.
    friend constexpr decimal operator+(decimal a, decimal b) { return value(detail::sum_of(a.parts_, b.parts_)); }
    /// Likewise.
    friend constexpr decimal operator-(decimal a, decimal b)
    {
        return value(detail::sum_of(a.parts_, detail::negate(b.parts_)));
    }
    /// With the sum of both scales, `0.10_dec * 0.2_dec` is 0.020, and fewer places only if 28 digits do not hold
    /// these. Rounded, or throws arithmetic_error, as described above.
    friend constexpr decimal operator*(decimal a, decimal b) { return value(detail::product_of(a.parts_, b.parts_)); }

    /// By an integer: with the places of `a` if they hold the quotient, with more if it has more, and the nearest of 28
    /// digits if that is not exact. `10.00_dec / 4` is 2.50, `1_dec / 3` is 0.3333333333333333333333333333. Throws
    /// arithmetic_error for division by zero.
    template<std::integral Integer>
        requires std::convertible_to<Integer, decimal>
    friend constexpr decimal operator/(decimal a, Integer b)
    {
        return quotient(a, b);
    }
    /// By a decimal, the places are the caller's choice: divide(a, b, scale, rounding). The parameter of the template
    /// has its name for compilers to print.
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

    /// The sum if a decimal holds it exactly. Codes: `decimal_inexact`, `decimal_range`.
    friend result<decimal> add_exact(decimal a, decimal b)
    {
        return exact(detail::sum_of(a.parts_, b.parts_, detail::exact_or_nearest),
                     [=] { return detail::joined({a.to_string(), " + ", b.to_string()}); });
    }
    /// The difference, likewise.
    friend result<decimal> subtract_exact(decimal a, decimal b)
    {
        return exact(detail::sum_of(a.parts_, detail::negate(b.parts_), detail::exact_or_nearest),
                     [=] { return detail::joined({a.to_string(), " - ", b.to_string()}); });
    }
    /// The product, likewise.
    friend result<decimal> multiply_exact(decimal a, decimal b)
    {
        return exact(detail::product_of(a.parts_, b.parts_, 0, detail::exact_or_nearest),
                     [=] { return detail::joined({a.to_string(), " * ", b.to_string()}); });
    }

    /// Weak: equal values (1.5, 1.50) may print differently.
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

    /// `found` gives the text for the error.
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

    // Not constexpr: their names are what a compiler reports when a constant does not fit.
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

    detail::decimal_parts parts_; // of status exact, however it was calculated; another is that of a spare value
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
    /// Of parts that are valid.
    static constexpr decimal of(decimal_parts parts) noexcept { return decimal(parts); }
    /// Nullopt where the magnitude does not fit.
    static constexpr std::optional<decimal> value(decimal_parts parts) noexcept
    {
        if (!parts.is_valid()) return std::nullopt;
        return decimal(parts);
    }
    /// As `decimal / integer` does. Throws arithmetic_error for division by zero.
    static constexpr decimal quotient(decimal a, decimal b) { return decimal::quotient(a, b); }
};

} // namespace detail

/// Two words whose status is not that of a number: absent and null.
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
    /// What a holder of this decimal is.
    static constexpr vacancy of(decimal const& d) noexcept
    {
        return static_cast<vacancy>(d.parts_.rest >> detail::status_bit);
    }
};

namespace detail {

// Not constexpr: their names are what a compiler reports for a literal that is refused.
[[noreturn]] inline void literal_too_long_for_a_decimal() { throw std::invalid_argument("a literal too long"); }
[[noreturn]] inline void not_exactly_a_decimal() { throw std::invalid_argument("not exactly a decimal"); }

} // namespace detail

namespace literals {

/// `12.50_dec`, checked by the compiler. Digit separators may be used: `1'000_dec`.
consteval decimal operator""_dec(char const* text)
{
    char digits[64]{};
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
