#include <array>
#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <outlay/value/detail/wide.hpp>
#include <vector>

// Division of numbers with extreme limbs of 32 bits, which random decimals hardly ever have: estimated quotients that
// are too large and corrected.

namespace wide_test {

using outlay::detail::two_words;
using outlay::detail::wide;

constexpr two_words words(std::array<std::uint32_t, 4> const& limbs)
{
    return {.low = std::uint64_t{limbs[1]} << 32 | limbs[0], .high = std::uint64_t{limbs[3]} << 32 | limbs[2]};
}

/// All numbers of this many limbs, each of which is one of these.
std::vector<wide> numbers(std::size_t size)
{
    constexpr std::array<std::uint32_t, 5> limbs{0, 1, 0x7FFF'FFFF, 0x8000'0000, 0xFFFF'FFFF};
    std::vector<std::array<std::uint32_t, 4>> all(1);
    for (std::size_t at = 0; at < size; ++at) {
        std::vector<std::array<std::uint32_t, 4>> longer;
        for (auto one : all)
            for (std::uint32_t const limb : limbs) {
                one[at] = limb;
                longer.push_back(one);
            }
        all = longer;
    }
    std::vector<wide> made;
    for (auto const& one : all) made.emplace_back(words(one));
    return made;
}

TEST(wide, a_quotient_times_the_divisor_and_the_remainder_are_the_dividend)
{
    auto const divisors = numbers(3);
    for (wide const& dividend : numbers(4))
        for (wide const& divisor : divisors) {
            if (divisor.is_zero()) continue;
            wide rest = dividend;
            wide const quotient = wide::divide(rest, divisor);
            wide again = quotient * divisor;
            again += rest;
            if (!(rest < divisor) || again != dividend)
                FAIL() << dividend.words().high << ' ' << dividend.words().low << " / " << divisor.words().high << ' '
                       << divisor.words().low;
        }
}

// The example for the step "add back" in Hacker's Delight, with its divisor.
TEST(wide, puts_a_guess_right_that_is_one_too_large)
{
    wide rest = words({3, 0, 0x8000'0000, 0});
    EXPECT_EQ(wide::divide(rest, words({1, 0, 0x2000'0000, 0})), wide(3));
    EXPECT_EQ(rest, wide(words({0, 0, 0x2000'0000, 0})));
}

TEST(wide, shifts_and_divides_by_a_limb)
{
    wide n(words({0xFFFF'FFFF, 0, 0x8000'0000, 1}));
    wide shifted = n;
    shifted <<= 33;
    for (int i = 0; i < 33; ++i) EXPECT_EQ(shifted.divide_by(2), 0U);
    EXPECT_EQ(shifted, n);
    EXPECT_EQ(n.bits(), 97);
    EXPECT_EQ(wide().bits(), 0);
}

TEST(wide, shifts_up_to_its_capacity)
{
    wide n(1);
    n <<= 320;
    EXPECT_EQ(n.bits(), 321);
    n <<= 32;
    EXPECT_EQ(n.bits(), 353);
    for (int i = 0; i < 352; ++i) ASSERT_EQ(n.divide_by(2), 0U);
    EXPECT_EQ(n, wide(1));
}

TEST(wide, multiplies_up_to_its_capacity)
{
    wide n(1);
    n <<= 320;
    wide of_two_limbs(1);
    of_two_limbs <<= 33;
    wide expected(1);
    expected <<= 353;
    EXPECT_EQ(n * of_two_limbs, expected); // 11 limbs by 2: the highest of 13 is 0
    EXPECT_EQ(of_two_limbs * n, expected);
}

TEST(two_words, are_added_and_subtracted_with_a_carry)
{
    using outlay::detail::add_words;
    using outlay::detail::subtract_words;
    using outlay::detail::two_words;
    constexpr std::uint64_t most = ~std::uint64_t{0};
    constexpr auto of = [](std::uint64_t high, std::uint64_t low) { return two_words{.low = low, .high = high}; };
    EXPECT_EQ(add_words(of(2, 3), of(4, 5)), of(6, 8));
    EXPECT_EQ(add_words(of(2, most), of(4, 1)), of(7, 0));
    EXPECT_EQ(subtract_words(of(6, 8), of(4, 5)), of(2, 3));
    EXPECT_EQ(subtract_words(of(6, 5), of(4, 5)), of(2, 0));
    EXPECT_EQ(subtract_words(of(6, 5), of(4, 8)), of(1, most - 2));
}

} // namespace wide_test
