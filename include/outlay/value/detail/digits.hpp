#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace outlay::inline v0_1_0::detail {

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
    n |= 1; // 0 has a digit; the count of no other number changes
    int const least = static_cast<int>(std::bit_width(n)) * 1233 >> 12; // 1233 / 4096 is just below log10(2)
    return least + (n >= powers_of_ten[least]);
}

/// 00 01 02 ... 99
inline constexpr auto digit_pairs = [] {
    std::array<char, 200> pairs{};
    for (unsigned i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

/// Writes a number below 100. Returns the end.
constexpr char* write_two_digits(char* to, unsigned n) noexcept
{
    to[0] = digit_pairs[2 * n];
    to[1] = digit_pairs[2 * n + 1];
    return to + 2;
}

/// Writes the last `width` digits of `n` so that they end at `end`, and removes them from `n`. Returns their start.
constexpr char* write_last_digits(char* end, std::uint64_t& n, int width) noexcept
{
    for (; width >= 2; width -= 2, n /= 100) write_two_digits(end -= 2, static_cast<unsigned>(n % 100));
    if (width == 0) return end;
    *--end = static_cast<char>('0' + n % 10);
    n /= 10;
    return end;
}

/// Writes `n` in exactly `width` digits, leading zeros included; `n` must fit. Returns the end.
constexpr char* write_padded(char* to, std::uint64_t n, int width) noexcept
{
    write_last_digits(to + width, n, width);
    return to + width;
}

constexpr char* write_unsigned(char* to, std::uint64_t n) noexcept { return write_padded(to, n, count_digits(n)); }

/// The magnitude of `n`; unlike std::abs, defined for the least value, too.
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

} // namespace outlay::inline v0_1_0::detail
