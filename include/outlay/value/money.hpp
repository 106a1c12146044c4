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

/// An amount in a currency. Only rounded() and allocate() round to minor units. Across currencies, == is false and <=>
/// is unordered.
///
/// A default-constructed money is zero in no currency (XXX), the start of a sum: it takes the currency of the first
/// money that is added or subtracted. Other amounts in XXX do not. Comparison makes no exception: `money{}` equals
/// neither `0 USD` nor `0 EUR`.
struct money {
    using printable = void;

    decimal amount;            ///< with any number of places
    outlay::currency currency; ///< three letters in JSON

    /// Reads a JSON number, a space, and the three letters of a currency: `12.50 USD`. Returns nullopt for any other
    /// text, and for an amount that is not exactly representable.
    static constexpr std::optional<money> try_parse(std::string_view text) noexcept
    {
        auto const [number, code] = split(text);
        auto const read_amount = decimal::try_parse(number);
        auto const read_currency = outlay::currency::try_parse(code);
        if (!read_amount || !read_currency) return std::nullopt;
        return money{.amount = *read_amount, .currency = *read_currency};
    }

    /// Like try_parse, with the reason as an error. Codes: `money` if one of the two parts is missing, `currency`, and
    /// those of decimal::parse.
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

    /// `12.50 USD`, with all places of the amount.
    constexpr std::string to_string() const { return amount.to_string() + ' ' + currency.to_string(); }

    /// Rounded or padded to the places of the currency's minor unit (two for USD, none for JPY); unchanged for a
    /// currency without a minor unit. Throws arithmetic_error if the amount in minor units does not fit 96 bits.
    constexpr money rounded(rounding mode = rounding::half_even) const
    {
        auto const places = currency.minor_units();
        return places ? money{.amount = amount.round(*places, mode), .currency = currency} : *this;
    }

    /// Splits in proportion to `ratios` (a range of decimals or integers, such as `{1, 1, 2}`) by largest remainder:
    /// the parts always sum to the whole. A part has the places of the currency's minor unit, or those of the amount if
    /// it has more. Ratios may have different scales. Parts of equal ratios differ by at most one unit, and the earlier
    /// part is the larger. Throws std::invalid_argument if a ratio is negative or all are zero, and arithmetic_error if
    /// the amount in minor units does not fit 96 bits.
    template<class Ratios = std::initializer_list<decimal>>
    OUTLAY_VECTOR_CONSTEXPR std::vector<money> allocate(Ratios const& ratios) const;

    /// The amount with the opposite sign.
    constexpr money operator-() const { return {.amount = -amount, .currency = currency}; }
    /// The sum of the amounts, as for decimals. Throws currency_mismatch for different currencies, and arithmetic_error
    /// as for decimals.
    friend constexpr money operator+(money a, money b)
    {
        auto const in = common_currency(a, b);
        return {.amount = a.amount + b.amount, .currency = in};
    }
    /// The difference of the amounts; errors as for the sum.
    friend constexpr money operator-(money a, money b)
    {
        auto const in = common_currency(a, b);
        return {.amount = a.amount - b.amount, .currency = in};
    }
    /// The product, as for decimals: not rounded to minor units, see rounded(). Throws arithmetic_error as for
    /// decimals.
    friend constexpr money operator*(money a, decimal factor)
    {
        return {.amount = a.amount * factor, .currency = a.currency};
    }
    /// The same.
    friend constexpr money operator*(decimal factor, money a) { return a * factor; }
    /// The quotient by an integer, as for decimals: not rounded to minor units, see rounded(), and allocate() for parts
    /// that sum to the whole. Throws arithmetic_error for division by zero.
    template<std::integral Integer>
        requires std::convertible_to<Integer, decimal>
    friend constexpr money operator/(money a, Integer b)
    {
        return {a.amount / b, a.currency};
    }
    /// For division by a decimal the caller chooses the places: `money{divide(m.amount, b, scale, rounding),
    /// m.currency}`.
    template<std::same_as<decimal> UseDivideWithScaleAndRounding>
    friend constexpr money operator/(money a, UseDivideWithScaleAndRounding b) = delete;
    /// The ratio of two amounts: exact, or rounded to 28 digits. Throws currency_mismatch for different currencies, and
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

    /// Equal amounts, by value, in the same currency.
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

    /// The parts before and after the first space; both are empty without a space.
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
