#pragma once

namespace outlay::inline v0_1_0 {

/// The direction in which a number is rounded when digits are cut off.
enum class rounding : unsigned char {
    half_even, ///< to the nearest; a tie goes to the even digit (bankers' rounding)
    half_up,   ///< to the nearest; a tie goes away from zero
    half_down, ///< to the nearest; a tie goes towards zero
    up,        ///< away from zero
    down,      ///< towards zero
    ceiling,   ///< towards positive infinity
    floor,     ///< towards negative infinity
};

} // namespace outlay::inline v0_1_0
