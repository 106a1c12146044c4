#pragma once

#include <cstddef>
#include <cstdint>

namespace outlay::inline v0_1_0::detail {

/// The hash of a word of 64 bits. The result depends on all bits also where std::size_t has 32, where std::hash may
/// ignore the upper half.
constexpr std::size_t hash_word(std::uint64_t word) noexcept
{
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15; // 2^64 / golden ratio
    std::uint64_t const mixed = word * odd;              // its upper half depends on all bits of the word
    return static_cast<std::size_t>(mixed ^ mixed >> 32);
}

} // namespace outlay::inline v0_1_0::detail
