#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace {

using namespace outlay::literals;
using outlay::decimal;
using outlay::decimal_words;
using outlay::divide;
using outlay::rounding;

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

constexpr bool is(decimal d, std::int64_t coefficient, int scale)
{
    return d.coefficient() == coefficient && d.scale() == scale;
}

constexpr bool is(std::optional<decimal> d, std::int64_t coefficient, int scale)
{
    return d && is(*d, coefficient, scale);
}

// --- representation

static_assert(is(decimal(), 0, 0));
static_assert(sizeof(decimal) == 16 && std::is_trivially_copyable_v<decimal>);
static_assert(is(decimal(-7), -7, 0) && is(decimal(most), most, 0) && is(decimal(least), least, 0));
static_assert(is(decimal(std::uint64_t{most}), most, 0));
static_assert(is(decimal::from_parts(least, 18), least, 18));
static_assert(std::convertible_to<int, decimal> && std::convertible_to<std::uint64_t, decimal>);
static_assert(std::convertible_to<short, decimal> && std::convertible_to<unsigned char, decimal>);
static_assert(!std::constructible_from<decimal, double> && !std::constructible_from<decimal, float>);
static_assert(!std::constructible_from<decimal, long double> && !std::constructible_from<decimal, bool>);
static_assert(!std::constructible_from<decimal, std::string_view>);
static_assert(std::derived_from<outlay::arithmetic_error, std::range_error>);

// --- literals

static_assert(is(12.50_dec, 1250, 2));
static_assert(is(0_dec, 0, 0) && is(0.00_dec, 0, 2));
static_assert(is(1'000_dec, 1000, 0) && is(1'000.000'1_dec, 10'000'001, 4));
static_assert(is(1e3_dec, 1000, 0) && is(1.5E-3_dec, 15, 4));
static_assert(is(9'223'372'036'854'775'807_dec, most, 0));
static_assert(is(9.223372036854775807_dec, most, 18));
static_assert(is(-12.50_dec, -1250, 2));

// --- parsing

static_assert(is(decimal::try_parse("-12.50"), -1250, 2));
static_assert(is(decimal::try_parse("-9223372036854775808"), least, 0));
static_assert(is(decimal::try_parse("-9.223372036854775808"), least, 18));
static_assert(!decimal::try_parse("79228162514264337593543950336"));
static_assert(is(decimal::try_parse("1e18"), 1'000'000'000'000'000'000, 0));
static_assert(!decimal::try_parse("1e29"));
static_assert(decimal::try_parse("79228162514264337593543950335")->words() ==
              decimal_words{.low = 0xFFFF'FFFF'FFFF'FFFF, .high = 0xFFFF'FFFF});
static_assert(decimal::try_parse("1.0000000000000000000000")->scale() == 22);
static_assert(!decimal::try_parse(""));
static_assert(!decimal::try_parse("1."));
static_assert(!decimal::try_parse("0.12345678901234567890123456789"));

// --- writing

/// Without to_string: clang cannot make a short std::string of libstdc++ 12 in a constant expression.
constexpr bool writes(decimal d, std::string_view expected)
{
    char text[outlay::detail::longest_decimal]{};
    auto const end = outlay::detail::write_decimal(text, outlay::detail::decimal_access::parts(d));
    return std::string_view(text, static_cast<std::size_t>(end - text)) == expected;
}

static_assert(writes(12.50_dec, "12.50") && writes(-0.05_dec, "-0.05") && writes(0.000_dec, "0.000"));
static_assert(writes(1e3_dec, "1000") && writes(decimal(), "0"));
static_assert(writes(least, "-9223372036854775808"));
static_assert(writes(decimal::from_parts(least, 18), "-9.223372036854775808"));
static_assert(writes(decimal::from_parts(1, 18), "0.000000000000000001"));
static_assert(writes(decimal::from_parts(1, 28), "0.0000000000000000000000000001"));
static_assert(writes(-7.9228162514264337593543950335_dec, "-7.9228162514264337593543950335"));
static_assert(writes(79'228'162'514'264'337'593'543'950'335_dec, "79228162514264337593543950335"));

// --- comparison

static_assert(1.5_dec == 1.50_dec && 1.5_dec != 1.51_dec && 100_dec == 1e2_dec);
static_assert(std::same_as<std::compare_three_way_result_t<decimal>, std::weak_ordering>);
static_assert((1.5_dec <=> 1.50_dec) == std::weak_ordering::equivalent);
static_assert(-1_dec < 0.5_dec && 0.5_dec < 1 && 2 > 1.999_dec && -2 < -1.999_dec);
static_assert(decimal(most) > decimal::from_parts(most, 18) && decimal(least) < decimal::from_parts(least, 18));

// --- arithmetic

static_assert(is(0.1_dec + 0.2_dec, 3, 1) && is(1.50_dec + 1_dec, 250, 2));
static_assert(is(1_dec - 0.9_dec, 1, 1) && is(0.1_dec - 0.10_dec, 0, 2));
static_assert(is(1.5_dec * 1.50_dec, 2250, 3) && is(-3 * 0.5_dec, -15, 1));
static_assert(is(+1.50_dec, 150, 2) && is(-1.50_dec, -150, 2));
static_assert(is((-1.50_dec).abs(), 150, 2) && is((1.50_dec).abs(), 150, 2));
static_assert(is(decimal(least) + 1 + most, 0, 0));

static_assert([] {
    decimal d = 1.5_dec;
    d += 1;
    d *= 4;
    d -= 0.25_dec;
    return is(d, 975, 2);
}());

// Places are dropped before digits are lost; a result of more than 28 digits is rounded half to even.
static_assert(is(decimal::from_parts(2, 28) * 0.5_dec, 1, 28));
static_assert((999'999'999'999'999'999'999'999'999.9_dec + 0.1_dec).scale() == 0);
static_assert(is(decimal::from_parts(5, 28) * 0.1_dec, 0, 28) && is(decimal::from_parts(15, 28) * 0.1_dec, 2, 28));
static_assert(25.51_dec * 66.66666666666667_dec * 0.01_dec == 17.006666666666667517_dec);
static_assert(1.000000000000001_dec * 1.00000000000001_dec == 1.000000000000011000000000000_dec);

// A quotient's places are the caller's choice, unless the divisor is an integer.
template<class A, class B>
concept can_divide = requires(A a, B b) { a / b; };
static_assert(!can_divide<decimal, decimal> && !can_divide<int, decimal> && !can_divide<decimal, double>);
static_assert(can_divide<decimal, int> && can_divide<decimal, std::uint64_t> && !can_divide<decimal, bool>);
static_assert(is(10.00_dec / 4, 250, 2) && is(1_dec / 8, 125, 3) && is(-7_dec / 7u, -1, 0));
static_assert(1_dec / 3 == 0.3333333333333333333333333333_dec);

static_assert(is(divide(1, 3, 4), 3333, 4) && is(divide(2, 3, 4), 6667, 4) && is(divide(-2, 3, 4), -6667, 4));
static_assert(is(divide(1, 8, 2), 12, 2) && is(divide(3, 8, 2), 38, 2));
static_assert(is(divide(1, 8, 2, rounding::half_up), 13, 2) && is(divide(-1, 8, 2, rounding::half_up), -13, 2));
static_assert(is((12.345_dec).round(2), 1234, 2) && is((12.3_dec).round(2), 1230, 2));
static_assert(is((-0.5_dec).round(0), 0, 0) && is((-1.5_dec).round(0), -2, 0));
static_assert(is((12.50_dec).normalized(), 125, 1) && is((100.0_dec).normalized(), 100, 0));
static_assert(is((0.000_dec).normalized(), 0, 0) && is((-0.0120_dec).normalized(), -12, 3));

// --- double

static_assert((0.1_dec).to_double() == 0.1 && (-12.50_dec).to_double() == -12.5 && (0.00_dec).to_double() == 0.0);
static_assert(decimal(most).to_double() == 9223372036854775808.0 && decimal(least).to_double() == -0x1p63);
static_assert((9007199254740993_dec).to_double() == 9007199254740992.0);
static_assert((9007199254740995_dec).to_double() == 9007199254740996.0);

// --- digits

using outlay::detail::count_digits;
using outlay::detail::magnitude;
using outlay::detail::powers_of_ten;

static_assert(count_digits(0) == 1 && count_digits(std::numeric_limits<std::uint64_t>::max()) == 20);
static_assert([] {
    for (int i = 1; i < 20; ++i)
        if (powers_of_ten[i] != powers_of_ten[i - 1] * 10 || count_digits(powers_of_ten[i]) != i + 1 ||
            count_digits(powers_of_ten[i] - 1) != i)
            return false;
    return true;
}());
static_assert(magnitude(least) == std::uint64_t{1} << 63 && magnitude(-5) == 5 && magnitude(most) == most);
static_assert(outlay::detail::read_padded("0042", 4) == 42 && outlay::detail::read_padded("4x", 2) == -1);

} // namespace
