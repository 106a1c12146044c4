#pragma once

#include <charconv>
#include <compare>
#include <concepts>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <outlay/value/detail/decimal_text.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace outlay {

/// Thrown by decimal arithmetic whose exact result is not representable, and by division by zero. Nothing ever wraps.
class arithmetic_error : public std::range_error {
public:
    using std::range_error::range_error;
};

/// What to do with the digits that are cut off.
enum class rounding : unsigned char {
    half_even, ///< to the nearest; a tie goes to the even digit (bankers' rounding)
    half_up,   ///< to the nearest; a tie goes away from zero
    half_down, ///< to the nearest; a tie goes towards zero
    up,        ///< away from zero
    down,      ///< towards zero
    ceiling,   ///< towards positive infinity
    floor,     ///< towards negative infinity
};

class decimal;

/// a / b with exactly `scale` places, rounded. Throws arithmetic_error on division by zero or overflow.
constexpr decimal divide(decimal a, decimal b, int scale, rounding mode = rounding::half_even);

/// An exact decimal number: a 64-bit coefficient and a scale of 0 to 18 digits after the point.
/// It keeps the scale it was written with (`12.50` prints as `12.50`) but compares and hashes by value.
class decimal {
public:
    using printable = void;
    static constexpr int max_scale = 18; ///< the most digits after the point

    constexpr decimal() noexcept = default; ///< 0

    /// From any integer, exactly. Throws arithmetic_error for unsigned values over 2^63 - 1.
    template<std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    constexpr decimal(Integer n) : coefficient_(static_cast<std::int64_t>(n))
    {
        if constexpr (std::is_unsigned_v<Integer>)
            if (n > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) overflow();
    }

    /// A double is not exact: write `0.1_dec`, or say decimal::from_double.
    template<std::floating_point Float>
    constexpr decimal(Float) = delete;

    /// coefficient / 10^scale. Throws arithmetic_error for a scale outside 0..18.
    static constexpr decimal from_parts(std::int64_t coefficient, int scale)
    {
        if (scale < 0 || scale > max_scale) throw arithmetic_error("the scale of a decimal is 0 to 18");
        return {coefficient, scale, trusted{}};
    }

    /// Reads a number as JSON writes it (`-12.50`, `1e3`); nullopt for anything else, and for a number
    /// that is not exactly representable.
    static constexpr std::optional<decimal> try_parse(std::string_view text) noexcept
    {
        auto const read = detail::read_decimal(text);
        if (read.status != detail::decimal_status::exact) return std::nullopt;
        return decimal(read.coefficient, read.scale, trusted{});
    }

    /// try_parse with a reason. Codes: `decimal`, `decimal_range`, `decimal_inexact`.
    static result<decimal> parse(std::string_view text)
    {
        switch (auto const read = detail::read_decimal(text); read.status) {
        case detail::decimal_status::exact: return decimal(read.coefficient, read.scale, trusted{});
        case detail::decimal_status::rounded:
            return detail::unexpected("decimal_inexact", "a number that 64 bits and 18 places hold", text);
        case detail::decimal_status::out_of_range:
            return detail::unexpected("decimal_range", "a number from -2^63 to 2^63 - 1", text);
        case detail::decimal_status::malformed: break;
        }
        return detail::unexpected("decimal", "a number such as 12.50", text);
    }

    /// The shortest decimal that reads back as the same double (0.1 gives 0.1). Throws arithmetic_error for
    /// NaN, infinities, and values whose shortest form needs more than 64 bits or 18 places.
    static decimal from_double(double value)
    {
        char text[32];
        auto const end = std::to_chars(text, text + sizeof text, value).ptr;
        if (auto const exact = try_parse({text, static_cast<std::size_t>(end - text)})) return *exact;
        throw arithmetic_error(
            detail::joined({"a double that no decimal equals: ", {text, static_cast<std::size_t>(end - text)}}));
    }

    /// The nearest double, correctly rounded (ties to even).
    constexpr double to_double() const noexcept;

    /// `12.50`: as many places as the scale says, never an exponent.
    constexpr std::string to_string() const
    {
        char text[detail::longest_decimal]{};
        return {text, detail::write_decimal(text, coefficient_, scale_)};
    }

    constexpr std::int64_t coefficient() const noexcept { return coefficient_; } ///< 1250 of `12.50`
    constexpr int scale() const noexcept { return scale_; } ///< 2 of `12.50`: digits after the point, 0 to 18

    /// The same value with as few places as possible: 12.50 gives 12.5, 100.0 gives 100.
    constexpr decimal normalized() const noexcept
    {
        decimal d = *this;
        for (; d.scale_ > 0 && d.coefficient_ % 10 == 0; --d.scale_) d.coefficient_ /= 10;
        return d;
    }

    /// This value with exactly `scale` places: rounded if it has more, padded with zeros if it has fewer.
    /// Throws arithmetic_error if the padded coefficient does not fit.
    constexpr decimal round(int scale, rounding mode = rounding::half_even) const
    {
        return divide(*this, 1, scale, mode);
    }

    /// Without its sign. Throws arithmetic_error where operator- does.
    constexpr decimal abs() const { return coefficient_ < 0 ? -*this : *this; }

    friend constexpr decimal divide(decimal a, decimal b, int scale, rounding mode);

    /// The same.
    constexpr decimal operator+() const noexcept { return *this; }
    /// With the other sign. Throws arithmetic_error if that does not fit, as of a coefficient of -2^63.
    constexpr decimal operator-() const { return fit(-detail::int128{coefficient_}, scale_); }

    /// Exact, with the larger scale of the two; fewer places only if these are zeros that do not fit. Throws
    /// arithmetic_error where no decimal is the result.
    friend constexpr decimal operator+(decimal a, decimal b)
    {
        auto const [x, y, scale] = align(a, b);
        return fit(x + y, scale);
    }
    /// Likewise.
    friend constexpr decimal operator-(decimal a, decimal b)
    {
        auto const [x, y, scale] = align(a, b);
        return fit(x - y, scale);
    }
    /// Exact, with the sum of both scales, but for zeros at the end that do not fit: `0.10_dec * 0.2_dec` is 0.020.
    /// Throws arithmetic_error where no decimal is the result.
    friend constexpr decimal operator*(decimal a, decimal b)
    {
        return fit(detail::int128{a.coefficient_} * b.coefficient_, a.scale_ + b.scale_);
    }
    constexpr decimal& operator+=(decimal other) { return *this = *this + other; } ///< as `+`
    constexpr decimal& operator-=(decimal other) { return *this = *this - other; } ///< as `-`
    constexpr decimal& operator*=(decimal other) { return *this = *this * other; } ///< as `*`

    /// Weak: equal values (1.5, 1.50) may print differently.
    friend constexpr std::weak_ordering operator<=>(decimal a, decimal b) noexcept
    {
        auto const [x, y, scale] = align(a, b);
        return x < y ? std::weak_ordering::less : x > y ? std::weak_ordering::greater : std::weak_ordering::equivalent;
    }
    /// By value: 1.5 equals 1.50.
    friend constexpr bool operator==(decimal a, decimal b) noexcept { return (a <=> b) == 0; }

private:
    struct trusted {};
    constexpr decimal(std::int64_t coefficient, int scale, trusted) noexcept
        : coefficient_(coefficient), scale_(static_cast<std::int8_t>(scale))
    {}

    struct aligned {
        detail::int128 a, b;
        int scale;
    };

    /// Both coefficients at the larger scale; at most 2^63 * 10^18, which 128 bits hold.
    static constexpr aligned align(decimal a, decimal b) noexcept
    {
        int const scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
        auto const scaled = [scale](decimal d) {
            return detail::int128{d.coefficient_} * static_cast<std::int64_t>(detail::powers_of_ten[scale - d.scale_]);
        };
        return {scaled(a), scaled(b), scale};
    }

    /// The decimal of this value, its scale reduced only as far as it takes to fit.
    static constexpr decimal fit(detail::int128 coefficient, int scale)
    {
        constexpr detail::int128 least = std::numeric_limits<std::int64_t>::min();
        constexpr detail::int128 most = std::numeric_limits<std::int64_t>::max();
        for (; scale > max_scale || coefficient < least || coefficient > most; --scale) {
            if (scale == 0 || coefficient % 10 != 0) overflow();
            coefficient /= 10;
        }
        return {static_cast<std::int64_t>(coefficient), scale, trusted{}};
    }

    /// Not constexpr: its name is what a compiler reports when a constant does not fit.
    [[noreturn]] static void overflow()
    {
        throw arithmetic_error("the result does not fit a decimal (64-bit coefficient, 18 places)");
    }

    std::int64_t coefficient_ = 0;
    std::int8_t scale_ = 0;
};

namespace detail {

/// Whether a magnitude is to be incremented, given how what was cut off compares with one half.
constexpr bool rounds_away(rounding mode, bool negative, bool odd, std::strong_ordering to_half, bool anything)
{
    switch (mode) {
    case rounding::half_even: return to_half > 0 || (to_half == 0 && odd);
    case rounding::half_up: return to_half >= 0;
    case rounding::half_down: return to_half > 0;
    case rounding::up: return anything;
    case rounding::down: return false;
    case rounding::ceiling: return anything && !negative;
    case rounding::floor: return anything && negative;
    }
    return false;
}

} // namespace detail

constexpr decimal divide(decimal a, decimal b, int scale, rounding mode)
{
    if (scale < 0 || scale > decimal::max_scale) throw arithmetic_error("the scale of a decimal is 0 to 18");
    if (b.coefficient_ == 0) throw arithmetic_error("division by zero");
    bool const negative = (a.coefficient_ < 0) != (b.coefficient_ < 0);
    detail::uint128 divisor = detail::magnitude(b.coefficient_);
    detail::uint128 rest = detail::magnitude(a.coefficient_);
    int more_digits = scale + b.scale_ - a.scale_;
    // Fewer digits than the operands have: a larger divisor (at most 2^63 * 10^18) cuts them off.
    if (more_digits < 0) divisor *= detail::powers_of_ten[-more_digits];
    detail::uint128 quotient = rest / divisor;
    rest %= divisor;
    // More digits: long division, so that no intermediate exceeds ten times the divisor.
    constexpr auto most = static_cast<detail::uint128>(std::numeric_limits<std::int64_t>::max()) + 1;
    for (; more_digits > 0; --more_digits) {
        rest *= 10;
        quotient = quotient * 10 + rest / divisor;
        rest %= divisor;
        if (quotient > most) decimal::overflow();
    }
    if (detail::rounds_away(mode, negative, quotient % 2 != 0, rest * 2 <=> divisor, rest != 0)) ++quotient;
    if (quotient > most) decimal::overflow();
    auto const magnitude = static_cast<detail::int128>(quotient);
    return decimal::fit(negative ? -magnitude : magnitude, scale);
}

constexpr double decimal::to_double() const noexcept
{
    detail::uint128 const divisor = detail::powers_of_ten[scale_];
    detail::uint128 numerator = detail::magnitude(coefficient_);
    if (numerator == 0) return 0.0;
    // Shifted up to 2^126, the quotient by at most 2^60 has 66 bits or more: the 53 of a double, a half, and rest.
    int exponent = 0;
    for (; numerator >> 126 == 0; ++exponent) numerator <<= 1;
    detail::uint128 quotient = numerator / divisor;
    bool sticky = numerator % divisor != 0;
    for (; quotient >> 54 != 0; --exponent) {
        sticky |= (quotient & 1) != 0;
        quotient >>= 1;
    }
    bool const half = (quotient & 1) != 0;
    quotient >>= 1;
    --exponent;
    if (half && (sticky || (quotient & 1) != 0)) ++quotient;
    double value = static_cast<double>(static_cast<std::uint64_t>(quotient));
    for (; exponent > 0; --exponent) value /= 2;
    for (; exponent < 0; ++exponent) value *= 2;
    return coefficient_ < 0 ? -value : value;
}

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
} // namespace outlay

template<>
struct std::hash<outlay::decimal> {
    std::size_t operator()(outlay::decimal d) const noexcept
    {
        auto const n = d.normalized();
        return std::hash<std::uint64_t>{}(static_cast<std::uint64_t>(n.coefficient()) * 31 +
                                          static_cast<std::uint64_t>(n.scale()));
    }
};
