#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <compare>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace outlay {

/// Thrown when amounts of different currencies are added or subtracted: a programming mistake.
class currency_mismatch : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// An amount of a currency. Never rounded unless asked to; across currencies == is false, <=> unordered.
struct money {
    using printable = void;

    decimal amount;            ///< of any number of places: not held to minor units
    outlay::currency currency; ///< its three letters in JSON

    /// `12.50 USD`, with the places that the amount has.
    constexpr std::string to_string() const { return amount.to_string() + ' ' + currency.to_string(); }

    /// With as many places as the currency has minor units (two for USD, none for JPY); unchanged for a
    /// currency that has no minor units.
    constexpr money rounded(rounding mode = rounding::half_even) const
    {
        auto const places = currency.minor_units();
        return places ? money{amount.round(*places, mode), currency} : *this;
    }

    /// Splits in proportion to `ratios` (a range of decimals or integers, such as `{1, 1, 2}`) by largest remainder:
    /// the parts always sum to the whole. A part has the currency's minor units, or the places of the amount where
    /// these are finer. Ties go to the earlier part. Throws std::invalid_argument if a ratio is negative or all are
    /// zero, and arithmetic_error if the amount does not fit in minor units.
    template<class Ratios = std::initializer_list<decimal>>
    constexpr std::vector<money> allocate(Ratios const& ratios) const;

    /// With the other sign.
    constexpr money operator-() const { return {-amount, currency}; }
    /// Exact. Throws currency_mismatch for two currencies, and arithmetic_error as decimals do.
    friend constexpr money operator+(money a, money b)
    {
        auto const in = common_currency(a, b);
        return {a.amount + b.amount, in};
    }
    /// Likewise.
    friend constexpr money operator-(money a, money b)
    {
        auto const in = common_currency(a, b);
        return {a.amount - b.amount, in};
    }
    /// Exact, not rounded to minor units: see rounded(). Throws arithmetic_error as decimals do.
    friend constexpr money operator*(money a, decimal factor) { return {a.amount * factor, a.currency}; }
    /// The same.
    friend constexpr money operator*(decimal factor, money a) { return a * factor; }
    constexpr money& operator+=(money other) { return *this = *this + other; } ///< as `+`
    constexpr money& operator-=(money other) { return *this = *this - other; } ///< as `-`

    friend constexpr bool operator==(money, money) noexcept = default;
    /// By amount; unordered across currencies.
    friend constexpr std::partial_ordering operator<=>(money a, money b) noexcept
    {
        if (a.currency != b.currency) return std::partial_ordering::unordered;
        return a.amount <=> b.amount;
    }

private:
    static constexpr outlay::currency common_currency(money a, money b)
    {
        if (a.currency != b.currency)
            throw currency_mismatch(
                detail::joined({"arithmetic with ", a.currency.to_string(), " and ", b.currency.to_string()}));
        return a.currency;
    }
};

BOOST_DESCRIBE_STRUCT(money, (), (amount, currency))

namespace detail {

/// One part of a division by largest remainder.
struct allocated {
    std::size_t index;
    std::uint64_t units; ///< the weight at first, then the whole units of this part
    uint128 remainder;
};

template<class Ratios>
constexpr std::vector<allocated> allocate_units(std::uint64_t units, Ratios const& ratios)
{
    std::vector<decimal> weights;
    if constexpr (requires { ratios.size(); }) weights.reserve(ratios.size());
    for (auto const& ratio : ratios) weights.push_back(ratio);
    int scale = 0;
    for (decimal const w : weights) scale = std::max(scale, w.scale());
    uint128 sum = 0;
    std::vector<allocated> parts;
    parts.reserve(weights.size());
    for (decimal const w : weights) {
        if (w < 0) throw std::invalid_argument("a ratio is negative");
        parts.push_back({parts.size(), static_cast<std::uint64_t>(w.round(scale).coefficient()), 0});
        sum += parts.back().units;
    }
    if (sum == 0) throw std::invalid_argument("no ratio is greater than zero");

    std::uint64_t rest = units;
    for (allocated& part : parts) {
        uint128 const share = uint128{units} * part.units;
        part.units = static_cast<std::uint64_t>(share / sum);
        part.remainder = share % sum;
        rest -= part.units;
    }
    // Fewer units are left than there are parts with a remainder: each of the largest gets one.
    std::sort(parts.begin(), parts.end(), [](allocated const& a, allocated const& b) {
        return a.remainder != b.remainder ? a.remainder > b.remainder : a.index < b.index;
    });
    for (std::size_t i = 0; i < rest; ++i) ++parts[i].units;
    return parts;
}

} // namespace detail

template<class Ratios>
constexpr std::vector<money> money::allocate(Ratios const& ratios) const
{
    int const scale = std::max(amount.scale(), currency.minor_units().value_or(0));
    auto const whole = amount.round(scale).coefficient();
    auto const shares = detail::allocate_units(detail::magnitude(whole), ratios);
    std::vector<money> parts(shares.size(), money{0, currency});
    for (detail::allocated const& share : shares) {
        auto const units = static_cast<std::int64_t>(whole < 0 ? 0 - share.units : share.units);
        parts[share.index].amount = decimal::from_parts(units, scale);
    }
    return parts;
}

} // namespace outlay

template<>
struct std::hash<outlay::money> {
    std::size_t operator()(outlay::money m) const noexcept
    {
        return std::hash<outlay::decimal>{}(m.amount) * 31 + std::hash<outlay::currency>{}(m.currency);
    }
};
