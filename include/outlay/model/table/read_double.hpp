#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <outlay/value/decimal.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// The double nearest to a JSON number; infinite if it is too large. (libc++ has no std::from_chars for double.)
inline double read_double(std::string_view text)
{
    if (auto const exact = decimal::try_parse(text))
        return std::copysign(exact->to_double(), text.front() == '-' ? -1.0 : 1.0);
    // Many digits or a large exponent: strtod, without a point, because its character depends on the locale.
    std::size_t const e = text.find_first_of("eE");
    std::string_view const mantissa = text.substr(0, e);
    std::size_t const point = mantissa.find('.');
    constexpr long far_off = 1'000'000'000; // no text has enough digits to bring the number back into range
    long const written = e == text.npos ? 0 : std::strtol(std::string(text.substr(e + 1)).c_str(), nullptr, 10);
    long exponent = std::clamp(written, -far_off, far_off);
    std::string digits(mantissa);
    if (point != mantissa.npos) {
        digits.erase(point, 1);
        exponent -= static_cast<long>(mantissa.size() - point - 1);
    }
    digits += 'e';
    digits += std::to_string(exponent);
    return std::strtod(digits.c_str(), nullptr);
}

} // namespace outlay::inline v0_1_0::detail
