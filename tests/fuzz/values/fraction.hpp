#pragma once

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <outlay/value/rounding.hpp>
#include <string>

// Fractions of integers of any size, and outlay::decimal as such a fraction.

namespace fuzz {

using whole = boost::multiprecision::cpp_int;

inline constexpr int most_digits = 28;
inline constexpr int most_places = 28;

inline whole power_of_ten(int n) { return boost::multiprecision::pow(whole(10), static_cast<unsigned>(n)); }
inline whole largest() { return (whole(1) << 96) - 1; }

struct fraction {
    whole over{};
    whole under{1}; ///< above 0

    fraction operator*(fraction const& other) const
    {
        return {.over = over * other.over, .under = under * other.under};
    }
};

/// units / 10^scale.
inline fraction fraction_of(whole const& units, int scale) { return {.over = units, .under = power_of_ten(scale)}; }

/// units / 10^scale, as text with every place, and no sign for zero.
inline std::string text_of(whole const& units, int scale)
{
    std::string digits = whole(abs(units)).str();
    auto const places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (scale != 0) digits.insert(digits.size() - places, ".");
    return units < 0 ? "-" + digits : digits;
}

/// In units of 10^-scale, rounded.
inline whole rounded_units(fraction const& value, int scale, outlay::rounding mode = outlay::rounding::half_even)
{
    whole const scaled = value.over * power_of_ten(scale);
    whole below = scaled / value.under;
    if (below * value.under > scaled) --below; // division cuts off towards zero
    whole const twice_rest = (scaled - below * value.under) * 2;
    if (twice_rest == 0) return below;
    whole const above = below + 1;
    bool const is_negative = scaled < 0;
    whole const away = is_negative ? below : above;
    whole const towards = is_negative ? above : below;
    switch (mode) {
    case outlay::rounding::up: return away;
    case outlay::rounding::down: return towards;
    case outlay::rounding::ceiling: return above;
    case outlay::rounding::floor: return below;
    default: break;
    }
    if (twice_rest != value.under) return twice_rest < value.under ? below : above;
    if (mode == outlay::rounding::half_up) return away;
    if (mode == outlay::rounding::half_down) return towards;
    return below % 2 == 0 ? below : above;
}

/// The nearest number of 28 digits with at most `scale` places; a whole number may have all of 96 bits. "!" if none.
inline std::string nearest(fraction const& value, int scale)
{
    for (int at = std::min(scale, most_places);; --at) {
        whole const units = rounded_units(value, at);
        if (at == 0) return abs(units) <= largest() ? text_of(units, 0) : "!";
        if (abs(units) < power_of_ten(most_digits)) return text_of(units, at);
    }
}

/// With as many of `scale` places as 96 bits hold, or a code if no number of places makes it exact.
inline std::string exactly(fraction const& value, int scale)
{
    for (int at = std::min(scale, most_places); at >= 0; --at) {
        whole const scaled = value.over * power_of_ten(at);
        if (scaled % value.under != 0) continue;
        whole const units = scaled / value.under;
        if (abs(units) <= largest()) return text_of(units, at);
    }
    return abs(rounded_units(value, 0)) <= largest() ? "!decimal_inexact" : "!decimal_range";
}

} // namespace fuzz
