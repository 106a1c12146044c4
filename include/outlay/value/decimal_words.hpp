#pragma once

#include <cstdint>

namespace outlay::inline v0_1_0 {

/// The parts of a decimal, for databases and wire formats with the same layout (.NET, Arrow, Protobuf). The
/// value is (high * 2^64 + low) / 10^scale, with the sign.
struct decimal_words {
    std::uint64_t low = 0;  ///< bits 0 to 63 of the coefficient
    std::uint32_t high = 0; ///< bits 64 to 95
    std::uint8_t scale = 0; ///< digits after the point, 0 to 28
    bool negative = false;  ///< false for zero

    friend constexpr bool operator==(decimal_words, decimal_words) noexcept = default;
};

} // namespace outlay::inline v0_1_0
