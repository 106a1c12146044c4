#include <gtest/gtest.h>
#include <outlay/value/decimal.hpp>
#include <outlay/value/money.hpp>
#include <string_view>

// The bounds of arithmetic in one word of 64 bits: larger coefficients, and amounts more than 19 places apart.

namespace decimal_words_test {

using namespace outlay::literals;
using outlay::decimal;
using outlay::divide;
using outlay::rounding;

// Its coefficient has 65 bits.
constexpr decimal large = 20'000'000'000'000'000'000_dec;

TEST(decimal_words, adds_coefficients_of_65_bits)
{
    EXPECT_EQ((large + 0.1_dec).to_string(), "20000000000000000000.1");
    EXPECT_EQ((large + large).to_string(), "40000000000000000000");
    EXPECT_EQ((large - 1).to_string(), "19999999999999999999");
    EXPECT_LT(large, large + 0.1_dec);
    EXPECT_NE(large, decimal(large + 0.0_dec) + 1);
}

TEST(decimal_words, multiplies_and_divides_coefficients_of_65_bits)
{
    EXPECT_EQ((large * 3).to_string(), "60000000000000000000");
    EXPECT_EQ((large * 0.5_dec).to_string(), "10000000000000000000.0");
    EXPECT_EQ(divide(large, 3, 1, rounding::half_even).to_string(), "6666666666666666666.7");
    EXPECT_EQ(divide(large, 4, 0, rounding::half_even).to_string(), "5000000000000000000");
    EXPECT_EQ(divide(3, large, 20, rounding::half_even).to_string(), "0.00000000000000000015");
}

TEST(decimal_words, multiplies_and_moves_the_point)
{
    using outlay::detail::decimal_access;
    auto const part = [](decimal whole, decimal percent) {
        return decimal_access::value(
            outlay::detail::product_of(decimal_access::parts(whole), decimal_access::parts(percent), 2));
    };
    EXPECT_EQ(part(50, 7.5_dec).value().to_string(), "3.750");
    EXPECT_EQ(part(large, 7.5_dec).value().to_string(), "1500000000000000000.000");
}

TEST(decimal_words, multiplies_coefficients_of_33_bits)
{
    EXPECT_EQ((5'000'000'000_dec * 5'000'000'000_dec).to_string(), "25000000000000000000");
    EXPECT_EQ((6'000'000'000_dec * 6'000'000'000_dec).to_string(), "36000000000000000000");
}

TEST(decimal_words, aligns_up_to_nineteen_places_and_more)
{
    EXPECT_EQ((1_dec + 1e-18_dec).to_string(), "1.000000000000000001");
    EXPECT_EQ((1_dec + 1e-19_dec).to_string(), "1.0000000000000000001");
    EXPECT_EQ((3_dec + 1e-19_dec).to_string(), "3.0000000000000000001"); // 3e19 has 65 bits
    EXPECT_EQ((1_dec + 1e-20_dec).to_string(), "1.00000000000000000001");
    EXPECT_EQ((1_dec - 1e-20_dec).to_string(), "0.99999999999999999999");
}

TEST(decimal_words, divides_with_twenty_places_more_or_fewer)
{
    EXPECT_EQ(divide(1, 3, 19, rounding::half_even).to_string(), "0.3333333333333333333");
    EXPECT_EQ(divide(1, 3, 20, rounding::half_even).to_string(), "0.33333333333333333333");
    EXPECT_EQ(divide(12.3456_dec, 3, 2, rounding::half_even).to_string(), "4.12");
    EXPECT_EQ((0.0000000000000000000000001234_dec).round(8).to_string(), "0.00000000");
    EXPECT_EQ((0.0000000000000000000000001234_dec).round(9).to_string(), "0.000000000");
    EXPECT_EQ((0.0000000012345678901234567890_dec).round(8).to_string(), "0.00000000");
    EXPECT_EQ((0.0000000012345678901234567890_dec).round(8, rounding::up).to_string(), "0.00000001");
}

TEST(decimal_words, has_no_negative_zero)
{
    EXPECT_EQ((1_dec - 1).to_string(), "0");
    EXPECT_EQ((1.5_dec + -1.50_dec).to_string(), "0.00");
    EXPECT_EQ((-large + large).to_string(), "0");
}

TEST(decimal_words, of_opposite_signs_are_not_equal)
{
    EXPECT_NE(1.0_dec, -1_dec);
    EXPECT_NE(1_dec, -1.0_dec);
    EXPECT_EQ(1.0_dec, 1_dec);
}

TEST(decimal_words, cuts_the_place_that_rounding_up_adds)
{
    EXPECT_EQ((999'999'999'999'999'999'999'999'999.9_dec + 0.05_dec).to_string(), "1000000000000000000000000000");
    EXPECT_EQ((1'000'000'000'000.00_dec * 100'000'000'000'000_dec).to_string(), "100000000000000000000000000.0");
}

TEST(decimal_words, quotients_have_the_places_that_they_need)
{
    using outlay::money;
    EXPECT_EQ(money(1.50_dec, "USD") / money(0.5_dec, "USD"), 3);
    EXPECT_EQ((money(1.50_dec, "USD") / money(0.5_dec, "USD")).to_string(), "3.0");
    EXPECT_EQ((money(1.00_dec, "USD") / money(0.3_dec, "USD")).to_string(), "3.333333333333333333333333333");
    EXPECT_EQ((money(1.0_dec, "USD") / money(0.08_dec, "USD")).to_string(), "12.5");
    EXPECT_EQ((money(1.000_dec, "USD") / money(8.0_dec, "USD")).to_string(), "0.125");
    EXPECT_EQ((money(0.000_dec, "USD") / money(8.0_dec, "USD")).to_string(), "0.00");
    EXPECT_EQ((money(0_dec, "USD") / money(8.0_dec, "USD")).to_string(), "0");
    EXPECT_EQ((money(large, "USD") / 2).to_string(), "10000000000000000000 USD");
    EXPECT_EQ(money(large, "USD") / money(2, "USD"), 10'000'000'000'000'000'000_dec);
    EXPECT_EQ((money(2 * large + 0.00_dec, "USD") / money(2.0_dec, "USD")).to_string(), "20000000000000000000.0");
}

TEST(decimal_words, quotients_are_rounded_half_to_even)
{
    using outlay::money;
    // Exactly 1.1175870932638645172119140625: 29 digits, of which the last is a half.
    constexpr decimal power_of_two = 268'435'456;
    EXPECT_EQ((money(300'000'001, "USD") / money(power_of_two, "USD")).to_string(), "1.117587093263864517211914062");
}

TEST(decimal_words, becomes_a_double_that_is_nearest_by_one_bit)
{
    // 2^54 and 2^54 + 4 are doubles that follow each other.
    EXPECT_EQ(decimal(18'014'398'509'481'986).to_double(), 18'014'398'509'481'984.0);
    EXPECT_EQ(decimal(18'014'398'509'481'987).to_double(), 18'014'398'509'481'988.0);
}

TEST(decimal_words, drops_no_more_zeros_than_it_has_to)
{
    EXPECT_EQ(decimal::parse("0.000001000000000000000000000000").value().to_string(), "0.0000010000000000000000000000");
}

TEST(decimal_words, reads_whole_numbers_of_96_bits_with_an_exponent)
{
    EXPECT_EQ(decimal::parse("7922816251426433759354395033e1").value().to_string(), "79228162514264337593543950330");
    EXPECT_FALSE(decimal::parse("7922816251426433759354395034e1"));
}

TEST(decimal_words, keeps_29_digits_where_they_are_exact)
{
    constexpr decimal ones = 1.1111111111111111111111111111_dec;
    EXPECT_EQ(add_exact(ones, 1e-28_dec).value().to_string(), "1.1111111111111111111111111112");
    EXPECT_EQ(multiply_exact(ones, 1.0_dec).value().to_string(), "1.1111111111111111111111111111");
    EXPECT_EQ(multiply_exact(0.000000000000000_dec, 0.000000000000000_dec).value().scale(), 28);
}

TEST(decimal_words, writes_a_signed_integer)
{
    char text[32]{};
    EXPECT_EQ(std::string_view(text, outlay::detail::write_signed(text, 0)), "0");
    EXPECT_EQ(std::string_view(text, outlay::detail::write_signed(text, -1)), "-1");
}

TEST(decimal_words, reads_no_character_beyond_its_text)
{
    EXPECT_FALSE(decimal::parse(std::string_view("1e5").substr(0, 2)));
    EXPECT_EQ(decimal::parse(std::string_view("05").substr(0, 1)).value(), 0);
    EXPECT_EQ(decimal::parse(std::string_view("-05").substr(0, 2)).value(), 0);
    EXPECT_FALSE(decimal::parse("05"));
    EXPECT_FALSE(decimal::parse("1e"));
}

} // namespace decimal_words_test
