#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/detail/wide.hpp>
#include <stdexcept>
#include <vector>

// Division by largest remainder.

namespace outlay::inline v0_1_0::detail {

/// One part of a division.
struct allocated {
    std::size_t index;
    wide units; ///< the weight at first, then the whole units of this part
    wide remainder;
};

/// The weights as whole numbers, in proportion to the ratios. Throws std::invalid_argument for a negative ratio.
template<class Ratios>
constexpr constexpr_vector<allocated> weights_of(Ratios const& ratios)
{
    constexpr_vector<decimal> weights;
    if constexpr (requires { ratios.size(); }) weights.reserve(ratios.size());
    for (auto const& ratio : ratios) weights.push_back(ratio);
    int scale = 0;
    for (decimal const w : weights) scale = (std::max)(scale, w.scale());
    constexpr_vector<allocated> parts;
    parts.reserve(weights.size());
    for (decimal const w : weights) {
        if (w < 0) throw std::invalid_argument("a ratio is negative");
        parts.push_back({.index = parts.size(), .units = at_scale(decimal_access::parts(w), scale), .remainder = {}});
    }
    return parts;
}

/// Divides `whole` in proportion to `ratios`, into parts that have its scale and sum to it. Throws
/// std::invalid_argument if a ratio is negative or all are zero.
template<class Ratios>
constexpr constexpr_vector<decimal> allocate_units(decimal whole, Ratios const& ratios)
{
    constexpr_vector<allocated> parts = weights_of(ratios);
    wide sum; // at most 190 bits for each ratio
    for (allocated const& part : parts) sum += part.units;
    if (sum.is_zero()) throw std::invalid_argument("no ratio is greater than zero");

    wide const units = decimal_access::parts(whole).coefficient();
    wide rest = units;
    for (allocated& part : parts) {
        part.remainder = units * part.units; // at most 286 bits
        part.units = wide::divide(part.remainder, sum);
        rest -= part.units;
    }
    // Each part was rounded down by less than one unit, so fewer units are left than there are parts with a remainder.
    // The parts with the largest remainders get one each; of equal remainders, the earlier part does.
    OUTLAY_ASSERT(rest < wide(parts.size()));
    std::sort(parts.begin(), parts.end(), [](allocated const& a, allocated const& b) {
        return a.remainder != b.remainder ? a.remainder > b.remainder : a.index < b.index;
    });
    for (std::size_t i = 0; i < rest.words().low; ++i) parts[i].units += 1;

    constexpr_vector<decimal> shares(parts.size());
    for (allocated const& part : parts) {
        shares[part.index] = decimal_access::of(make_parts(part.units.words(), whole.scale(), whole < 0));
    }
    return shares;
}

} // namespace outlay::inline v0_1_0::detail
