#pragma once

#include <cstdint>

namespace outlay::detail {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

inline constexpr std::uint64_t powers_of_ten[] = {
    1ull,
    10ull,
    100ull,
    1'000ull,
    10'000ull,
    100'000ull,
    1'000'000ull,
    10'000'000ull,
    100'000'000ull,
    1'000'000'000ull,
    10'000'000'000ull,
    100'000'000'000ull,
    1'000'000'000'000ull,
    10'000'000'000'000ull,
    100'000'000'000'000ull,
    1'000'000'000'000'000ull,
    10'000'000'000'000'000ull,
    100'000'000'000'000'000ull,
    1'000'000'000'000'000'000ull,
    10'000'000'000'000'000'000ull,
};

constexpr bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }

constexpr int count_digits(std::uint64_t n) noexcept
{
    int digits = 1;
    while (digits < 20 && n >= powers_of_ten[digits]) ++digits;
    return digits;
}

/// Writes `n` in exactly `width` digits, leading zeros included; `n` must fit. Returns the end.
constexpr char* write_padded(char* to, std::uint64_t n, int width) noexcept
{
    for (int i = width; i-- > 0; n /= 10) to[i] = static_cast<char>('0' + n % 10);
    return to + width;
}

constexpr char* write_unsigned(char* to, std::uint64_t n) noexcept { return write_padded(to, n, count_digits(n)); }

/// The magnitude of `n`; unlike std::abs it is defined for the least value too.
constexpr std::uint64_t magnitude(std::int64_t n) noexcept
{
    return n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
}

constexpr char* write_signed(char* to, std::int64_t n) noexcept
{
    if (n < 0) *to++ = '-';
    return write_unsigned(to, magnitude(n));
}

/// Reads exactly `width` digits, or returns -1. For the fixed fields of dates and times.
constexpr int read_padded(char const* from, int width) noexcept
{
    int n = 0;
    for (int i = 0; i < width; ++i) {
        if (!is_digit(from[i])) return -1;
        n = n * 10 + (from[i] - '0');
    }
    return n;
}

} // namespace outlay::detail
