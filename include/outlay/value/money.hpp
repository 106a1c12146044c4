#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/allocate.hpp>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0 {

/// Thrown when amounts of different currencies are added or subtracted: a programming mistake.
class currency_mismatch : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// An amount of a currency. Not rounded to minor units unless asked to; across currencies == is false, <=> unordered.
///
/// A default-constructed money is zero in no currency (XXX), where a sum starts: it takes the currency of the first
/// money that is added or subtracted. Other amounts in XXX do not. Comparison makes no exception for it: `money{}`
/// equals neither `0 USD` nor `0 EUR`, which are not equal either.
struct money {
    using printable = void;

    decimal amount;            ///< of any number of places: not held to minor units
    outlay::currency currency; ///< its three letters in JSON

    /// Reads an amount as JSON writes it, a space, and the three letters of a currency: `12.50 USD`. Nullopt for
    /// anything else, and for an amount that is not exactly representable.
    static constexpr std::optional<money> try_parse(std::string_view text) noexcept
    {
        auto const [number, code] = split(text);
        auto const read_amount = decimal::try_parse(number);
        auto const read_currency = outlay::currency::try_parse(code);
        if (!read_amount || !read_currency) return std::nullopt;
        return money{.amount = *read_amount, .currency = *read_currency};
    }

    /// try_parse with a reason. Codes: `money` where the two parts are not there, `currency`, and those of
    /// decimal::parse.
    static result<money> parse(std::string_view text)
    {
        auto const [number, code] = split(text);
        if (number.empty() || code.empty())
            return detail::unexpected("money", "an amount and a currency such as 12.50 USD", text);
        auto const read_amount = decimal::parse(number);
        if (!read_amount) return read_amount.error();
        auto const read_currency = outlay::currency::parse(code);
        if (!read_currency) return read_currency.error();
        return money{.amount = *read_amount, .currency = *read_currency};
    }

    /// `12.50 USD`, with the places that the amount has.
    constexpr std::string to_string() const { return amount.to_string() + ' ' + currency.to_string(); }

    /// With as many places as the currency has minor units (two for USD, none for JPY); unchanged for a
    /// currency that has no minor units. Throws arithmetic_error if 96 bits do not hold the amount in minor units.
    constexpr money rounded(rounding mode = rounding::half_even) const
    {
        auto const places = currency.minor_units();
        return places ? money{.amount = amount.round(*places, mode), .currency = currency} : *this;
    }

    /// Splits in proportion to `ratios` (a range of decimals or integers, such as `{1, 1, 2}`) by largest remainder:
    /// the parts always sum to the whole. A part has the currency's minor units, or the places of the amount where
    /// these are finer. Ratios are exact whatever their scales. Equal ratios give parts that differ by one unit at
    /// most, and the earlier has it. Throws std::invalid_argument if a ratio is negative or all are zero, and
    /// arithmetic_error if 96 bits do not hold the amount in minor units.
    template<class Ratios = std::initializer_list<decimal>>
    OUTLAY_VECTOR_CONSTEXPR std::vector<money> allocate(Ratios const& ratios) const;

    /// With the other sign.
    constexpr money operator-() const { return {.amount = -amount, .currency = currency}; }
    /// As decimals add: exact to 28 digits. Throws currency_mismatch for two currencies, and arithmetic_error as
    /// decimals do.
    friend constexpr money operator+(money a, money b)
    {
        auto const in = common_currency(a, b);
        return {.amount = a.amount + b.amount, .currency = in};
    }
    /// Likewise.
    friend constexpr money operator-(money a, money b)
    {
        auto const in = common_currency(a, b);
        return {.amount = a.amount - b.amount, .currency = in};
    }
    /// As decimals multiply, not rounded to minor units: see rounded(). Throws arithmetic_error as decimals do.
    friend constexpr money operator*(money a, decimal factor)
    {
        return {.amount = a.amount * factor, .currency = a.currency};
    }
    /// The same.
    friend constexpr money operator*(decimal factor, money a) { return a * factor; }
    /// By an integer, to the nearest of 28 digits, not rounded to minor units: see rounded(), and allocate() for parts
    /// that sum to the whole. Throws arithmetic_error for division by zero.
    template<std::integral Integer>
        requires std::convertible_to<Integer, decimal>
    friend constexpr money operator/(money a, Integer b)
    {
        return {a.amount / b, a.currency};
    }
    /// By a decimal, the places are the caller's choice: `money{divide(m.amount, b, scale, rounding), m.currency}`.
    template<std::same_as<decimal> UseDivideWithScaleAndRounding>
    friend constexpr money operator/(money a, UseDivideWithScaleAndRounding b) = delete;
    /// How many times b is in a: exact, or the nearest of 28 digits. Throws currency_mismatch for two currencies, and
    /// arithmetic_error for division by zero and for a quotient that does not fit.
    friend constexpr decimal operator/(money a, money b)
    {
        common_currency(a, b);
        return detail::decimal_access::quotient(a.amount, b.amount);
    }
    constexpr money& operator+=(money other) { return *this = *this + other; }     ///< as `+`
    constexpr money& operator-=(money other) { return *this = *this - other; }     ///< as `-`
    constexpr money& operator*=(decimal factor) { return *this = *this * factor; } ///< as `*`
    /// As `/` by an integer.
    template<std::integral Integer>
        requires std::convertible_to<Integer, decimal>
    constexpr money& operator/=(Integer b)
    {
        return *this = *this / b;
    }

    /// By value of the amounts, in one currency.
    friend constexpr bool operator==(money, money) noexcept = default;
    /// By amount; unordered across currencies.
    friend constexpr std::partial_ordering operator<=>(money a, money b) noexcept
    {
        if (a.currency != b.currency) return std::partial_ordering::unordered;
        return a.amount <=> b.amount;
    }

private:
    struct halves {
        std::string_view amount, currency;
    };

    /// At the space between them; both are empty without one.
    static constexpr halves split(std::string_view text) noexcept
    {
        auto const space = text.find(' ');
        if (space == text.npos) return {};
        return {.amount = text.substr(0, space), .currency = text.substr(space + 1)};
    }

    constexpr bool is_nothing() const noexcept { return amount == 0 && currency == outlay::currency(); }

    static constexpr outlay::currency common_currency(money a, money b)
    {
        if (a.is_nothing()) return b.currency;
        if (b.is_nothing()) return a.currency;
        if (a.currency != b.currency)
            throw currency_mismatch(
                detail::joined({"arithmetic with ", a.currency.to_string(), " and ", b.currency.to_string()}));
        return a.currency;
    }
};

BOOST_DESCRIBE_STRUCT(money, (), (amount, currency))

template<class Ratios>
OUTLAY_VECTOR_CONSTEXPR std::vector<money> money::allocate(Ratios const& ratios) const
{
    int const scale = (std::max)(amount.scale(), currency.minor_units().value_or(0));
    std::vector<money> parts;
    for (decimal const share : detail::allocate_units(amount.round(scale), ratios)) parts.push_back({share, currency});
    return parts;
}

} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::money> {
    std::size_t operator()(outlay::money m) const noexcept
    {
        return std::hash<outlay::decimal>{}(m.amount) * 31 + std::hash<outlay::currency>{}(m.currency);
    }
};
