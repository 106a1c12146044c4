#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <rapidcheck/gtest.h>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace decimal_test {

using namespace outlay::literals;
using boost::multiprecision::cpp_int;
using outlay::arithmetic_error;
using outlay::decimal;
using outlay::divide;
using outlay::rounding;
using outlay::detail::decimal_status;

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

// --- the reference: whole numbers of any size

cpp_int ten_to(int n) { return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(n)); }

cpp_int coefficient(outlay::decimal_words w)
{
    cpp_int const n = (cpp_int(w.high) << 64) + w.low;
    return w.negative ? cpp_int(-n) : n;
}

cpp_int coefficient(decimal d) { return coefficient(d.words()); }

/// The value of a decimal in units of 10^-28.
cpp_int value(decimal d) { return coefficient(d) * ten_to(28 - d.scale()); }

struct parts {
    cpp_int coefficient;
    int scale;

    parts(cpp_int c, int s) : coefficient(std::move(c)), scale(s) {}
    parts(outlay::decimal_words w) : coefficient(decimal_test::coefficient(w)), scale(w.scale) {}
    parts(decimal d) : parts(d.words()) {}
    bool operator==(parts const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, parts const& p)
    {
        return out << p.coefficient << "/10^" << p.scale;
    }
};

cpp_int const largest = (cpp_int(1) << 96) - 1;

decimal make_decimal(cpp_int const& n, int scale)
{
    cpp_int const magnitude = abs(n);
    return decimal::from_words({.low = static_cast<std::uint64_t>(magnitude & ~std::uint64_t{0}),
                                .high = static_cast<std::uint32_t>(magnitude >> 64),
                                .scale = static_cast<std::uint8_t>(scale),
                                .negative = n < 0});
}

bool fits(cpp_int const& n) { return abs(n) <= largest; }

/// n / 10^scale with the largest scale that fits, at most `scale`; nullopt if none fits.
std::optional<parts> fitted(cpp_int n, int scale)
{
    if (scale < 0) n *= ten_to(-scale), scale = 0;
    for (int s = std::min(scale, 28); s >= 0; --s) {
        cpp_int const cut = ten_to(scale - s);
        if (n % cut == 0 && fits(n / cut)) return parts(n / cut, s);
    }
    return std::nullopt;
}

/// n / d by choosing between the whole numbers below and above.
cpp_int rounded_quotient(cpp_int n, cpp_int d, rounding mode)
{
    if (d < 0) n = -n, d = -d;
    cpp_int below = n / d;
    if (below * d > n) --below;
    cpp_int const rest = n - below * d, above = below + 1;
    if (rest == 0) return below;
    cpp_int const outer = n < 0 ? below : above, inner = n < 0 ? above : below;
    switch (mode) {
    case rounding::up: return outer;
    case rounding::down: return inner;
    case rounding::ceiling: return above;
    case rounding::floor: return below;
    default: break;
    }
    if (rest * 2 != d) return rest * 2 < d ? below : above;
    if (mode == rounding::half_even) return below % 2 == 0 ? below : above;
    return mode == rounding::half_up ? outer : inner;
}

/// n / d to the nearest of 28 digits and 28 places, with no more than the requested places, half to even; nullopt if
/// even whole numbers do not fit.
std::optional<parts> nearest(cpp_int const& n, cpp_int const& d, int places)
{
    for (int scale = std::min(places, 28);; --scale) {
        cpp_int const q = rounded_quotient(n * ten_to(scale), d, rounding::half_even);
        if (scale > 0 && abs(q) >= ten_to(28)) continue;
        return fits(q) ? std::optional(parts(q, scale)) : std::nullopt;
    }
}

std::optional<parts> reference_divide(decimal a, decimal b, int scale, rounding mode)
{
    cpp_int const q =
        rounded_quotient(coefficient(a) * ten_to(b.scale() + scale), coefficient(b) * ten_to(a.scale()), mode);
    if (!fits(q)) return std::nullopt;
    return parts(q, scale);
}

/// The result of the call, or nullopt if it throws arithmetic_error.
template<class Function>
std::optional<parts> attempt(Function const& function)
{
    try {
        return function();
    } catch (arithmetic_error const&) {
        return std::nullopt;
    }
}

// --- generators

/// A decimal of any size, often next to a limit or with zeros at its end.
cpp_int any_coefficient()
{
    cpp_int n = *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                                rc::gen::elementOf(std::vector{least, least + 1, most - 1, most, most / 10}),
                                rc::gen::inRange<std::int64_t>(-100, 101),
                                rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001));
    int const near = *rc::gen::inRange(-3, 4);
    switch (*rc::gen::inRange(0, 8)) {
    case 0: n = n * most + near; break;
    case 1: n = (cpp_int(1) << *rc::gen::inRange(60, 96)) + near; break;
    case 2: n = ten_to(*rc::gen::inRange(17, 29)) + near; break;
    case 3: n = largest - (near + 3); break;
    case 4: n = -largest + (near + 3); break;
    default: n *= ten_to(*rc::gen::elementOf(std::vector{0, 0, 0, 1, 3, 9, 17}));
    }
    while (!fits(n)) n /= 10;
    return n;
}

decimal any_decimal() { return make_decimal(any_coefficient(), *rc::gen::inRange(0, 29)); }

rounding any_rounding() { return static_cast<rounding>(*rc::gen::inRange(0, static_cast<int>(rounding::floor) + 1)); }

std::string any_digits(int least_count)
{
    auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0000001234555556789999")));
    text.resize(std::max(std::min<std::size_t>(text.size(), 40), static_cast<std::size_t>(least_count)), '0');
    return text;
}

/// A number as JSON writes it, often longer than a decimal is.
std::string any_number()
{
    auto whole = any_digits(1);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    auto text = (*rc::gen::arbitrary<bool>() ? "-" : "") + whole;
    if (*rc::gen::inRange(0, 3) != 0) text += '.' + any_digits(1);
    if (*rc::gen::inRange(0, 3) == 0)
        text += *rc::gen::elementOf(std::vector<std::string>{"e", "E", "e+", "e-", "E-"}) +
                std::to_string(*rc::gen::inRange(0, 45));
    return text;
}

// --- text

struct reading {
    decimal_status status;
    parts number;

    bool operator==(reading const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, reading const& r)
    {
        return out << "status " << static_cast<int>(r.status) << ", " << r.number;
    }
};

reading read(std::string_view text)
{
    auto const read = outlay::detail::read_decimal(text);
    return {read.status(), read.is_valid() ? parts(read.words()) : parts(0, 0)};
}

reading read_independently(std::string const& text)
{
    static std::regex const grammar("(-?)(0|[1-9][0-9]*)(?:\\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?");
    std::smatch match;
    if (!std::regex_match(text, match, grammar)) return {decimal_status::malformed, parts(0, 0)};
    auto digits = match.str(2) + match.str(3);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    cpp_int n(digits);
    if (match.length(1)) n = -n;
    int const scale = static_cast<int>(match.length(3)) - (match.length(4) ? std::stoi(match.str(4)) : 0);
    if (auto const exact = fitted(n, scale)) return {decimal_status::exact, *exact};

    auto const rounded = scale < 0 ? std::nullopt : nearest(n, ten_to(scale), scale);
    if (!rounded) return {decimal_status::out_of_range, parts(0, 0)};
    return {decimal_status::rounded, *rounded};
}

TEST(decimal, rejects_texts_that_are_not_json_numbers)
{
    for (std::string_view const text :
         {"",     "-",     "+1",    "--1", "01",   "-01", "00",   "00.5",     ".5",    "-.5",   "1.",
          "1.e3", "1..2",  "1.2.3", "1e",  "1e+",  "1e-", "1ee3", "1e3.5",    "1e3e3", "e3",    " 1",
          "1 ",   "1 000", "1'000", "1,5", "0x10", "1f",  "NaN",  "Infinity", "1e 3",  "1e+-3", "12a4",
          "-e3",  "1.-2",  "1.5-",  "/",   ":",    "1:",  "1./5", "\xd9\xa3"}) {
        auto const result = decimal::parse(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().report().begin()->code, "decimal") << text;
        EXPECT_EQ(decimal::try_parse(text), std::nullopt) << text;
    }
    EXPECT_FALSE(decimal::try_parse(std::string_view("1\0", 2)));
    EXPECT_FALSE(decimal::try_parse(std::string_view()));
}

TEST(decimal, reports_why_it_rejects_a_number)
{
    auto const code = [](std::string_view text) {
        return std::string(decimal::parse(text).error().report().begin()->code);
    };
    EXPECT_EQ(code("79228162514264337593543950336"), "decimal_range");
    EXPECT_EQ(code("-79228162514264337593543950336"), "decimal_range");
    EXPECT_EQ(code("1e29"), "decimal_range");
    EXPECT_EQ(code("1e999999999999999999999"), "decimal_range");
    EXPECT_EQ(code("79228162514264337593543950335.5"), "decimal_range");
    EXPECT_EQ(code("1e-29"), "decimal_inexact");
    EXPECT_EQ(code("1e-999999999999999999999"), "decimal_inexact");
    EXPECT_EQ(code("3.14159265358979323846264338327950"), "decimal_inexact");
    EXPECT_EQ(code("7922816251426433759354395033.75"), "decimal_inexact");
    EXPECT_EQ(decimal::parse("1e29").error().message(),
              "expected a number between -2^96 and 2^96 (7.9e28), found \"1e29\"");
    EXPECT_EQ(decimal::parse("1e-29").error().message(),
              "expected a number that 28 digits and 28 places hold, found \"1e-29\"");
}

TEST(decimal, keeps_the_scale_of_its_text)
{
    auto const read = [](std::string_view text) { return parts(decimal::parse(text).value()); };
    EXPECT_EQ(read("12.50"), parts(1250, 2));
    EXPECT_EQ(read("-0.00"), parts(0, 2));
    EXPECT_EQ(read("-0"), parts(0, 0));
    EXPECT_EQ(read("1.50e1"), parts(150, 1));
    EXPECT_EQ(read("1.5e-2"), parts(15, 3));
    EXPECT_EQ(read("1.50E+05"), parts(150'000, 0));
    EXPECT_EQ(read("0e99999999999"), parts(0, 0));
    EXPECT_EQ(read("0e-99999999999"), parts(0, 28));
    EXPECT_EQ(read("1" + std::string(400, '0') + "e-400"), parts(ten_to(28), 28));
    EXPECT_EQ(read("0." + std::string(400, '0') + "1e401"), parts(1, 0));
    EXPECT_EQ(read("12." + std::string(400, '0')), parts(12 * ten_to(27), 27));
    EXPECT_EQ(read("9223372036854775807"), parts(most, 0));
    EXPECT_EQ(read("-9223372036854775808"), parts(least, 0));
    EXPECT_EQ(read("-9.223372036854775808"), parts(least, 18));
    EXPECT_EQ(read("79228162514264337593543950335"), parts(largest, 0));
    EXPECT_EQ(read("-7.9228162514264337593543950335"), parts(-largest, 28));
    EXPECT_EQ(read("1234567890123456789012345678"), parts(cpp_int("1234567890123456789012345678"), 0));
    EXPECT_EQ(read("0.9999999999999999999999999999"), parts(ten_to(28) - 1, 28));
    EXPECT_EQ(read("9.3000000000000000000000000000"), parts(93 * ten_to(26), 27));
}

TEST(decimal, rounds_a_text_half_to_even_at_every_cut)
{
    auto const rounded = [](std::string_view coefficient, int scale) {
        return reading{decimal_status::rounded, parts(cpp_int(coefficient), scale)};
    };
    // 29 digits that 96 bits hold, and 29 that they do not.
    EXPECT_EQ(read("1234567890123456789012345678.5").status, decimal_status::exact);
    EXPECT_EQ(read("9234567890123456789012345678.5"), rounded("9234567890123456789012345678", 0));
    EXPECT_EQ(read("9234567890123456789012345677.5"), rounded("9234567890123456789012345678", 0));
    EXPECT_EQ(read("9234567890123456789012345678.50001"), rounded("9234567890123456789012345679", 0));
    EXPECT_EQ(read("12345678901234567890123456788.5"), rounded("12345678901234567890123456788", 0));
    EXPECT_EQ(read("12345678901234567890123456789.5"), rounded("12345678901234567890123456790", 0));
    EXPECT_EQ(read("12345678901234567890123456788.5000000000000000000000000001"),
              rounded("12345678901234567890123456789", 0));
    EXPECT_EQ(read("5e-29"), rounded("0", 28));
    EXPECT_EQ(read("-5e-29"), rounded("0", 28));
    EXPECT_EQ(read("5.000000000000000000000001e-29"), rounded("1", 28));
    EXPECT_EQ(read("-15e-29"), rounded("-2", 28));
    EXPECT_EQ(read("9.99e-30"), rounded("0", 28));
    EXPECT_EQ(read("0.99999999999999999999999999999"), rounded("1" + std::string(27, '0'), 27));
    EXPECT_EQ(read("-79228162514264337593543950334.5"), rounded("-79228162514264337593543950334", 0));
    EXPECT_EQ(read("79228162514264337593543950333.5"), rounded("79228162514264337593543950334", 0));
    EXPECT_EQ(read("-79228162514264337593543950335.49"), rounded("-79228162514264337593543950335", 0));
    EXPECT_EQ(read("-79228162514264337593543950335.5").status, decimal_status::out_of_range);

    // One digit more at a time, cut off at each place of a text with a tie.
    for (std::string const tail : {"5", "50", "5001", "49999", "51"})
        for (int zeros = 0; zeros < 34; ++zeros)
            for (char const last : {'6', '7'})
                for (std::string const sign : {"", "-"})
                    for (int exponent = -40; exponent <= 30; exponent += 1 + zeros % 3) {
                        auto const text = sign + "9" + std::string(static_cast<std::size_t>(zeros), '3') + last + tail +
                                          'e' + std::to_string(exponent);
                        ASSERT_EQ(read(text), read_independently(text)) << text;
                    }
}

RC_GTEST_PROP(decimal, agrees_with_an_independent_reader, ())
{
    auto const text = any_number();
    RC_ASSERT(read(text) == read_independently(text));
}

RC_GTEST_PROP(decimal, agrees_with_it_on_damaged_text, ())
{
    auto text = any_number();
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    auto const c = *rc::gen::elementOf(std::string("00123456789....eeEE--++ x,'/:"));
    switch (*rc::gen::inRange(0, 3)) {
    case 0: text[at] = c; break;
    case 1: text.insert(at, 1, c); break;
    default: text.erase(at, 1); break;
    }
    if (auto const e = text.find_first_of("eE"); e != text.npos && text.size() > e + 5) text.resize(e + 5);
    RC_ASSERT(read(text) == read_independently(text));
}

RC_GTEST_PROP(decimal, reads_what_it_writes, ())
{
    auto const d = any_decimal();
    auto const text = d.to_string();
    auto expected = cpp_int(abs(coefficient(d))).str();
    auto const scale = static_cast<std::size_t>(d.scale());
    if (expected.size() <= scale) expected.insert(0, scale + 1 - expected.size(), '0');
    if (scale > 0) expected.insert(expected.size() - scale, 1, '.');
    RC_ASSERT(text == (d < 0 ? "-" : "") + expected);
    RC_ASSERT(parts(decimal::parse(text).value()) == parts(d));
}

TEST(decimal, prints_as_it_writes)
{
    std::ostringstream out;
    out << 12.50_dec << ' ' << decimal::from_parts(least, 18) << ' ' << decimal::from_parts(-5, 3) << ' ' << decimal();
    EXPECT_EQ(out.str(), "12.50 -9.223372036854775808 -0.005 0");
}

// --- comparison

RC_GTEST_PROP(decimal, compares_by_value, ())
{
    auto const a = any_decimal();
    auto const b = *rc::gen::arbitrary<bool>() ? any_decimal() : a.normalized();
    auto const x = value(a), y = value(b);
    RC_ASSERT((a == b) == (x == y));
    RC_ASSERT((a < b) == (x < y));
    RC_ASSERT((a > b) == (x > y));
    if (x == y) RC_ASSERT(std::hash<decimal>{}(a) == std::hash<decimal>{}(b));
}

RC_GTEST_PROP(decimal, normalizes_to_the_fewest_places, ())
{
    auto const d = any_decimal();
    auto const n = d.normalized();
    RC_ASSERT(value(n) == value(d));
    RC_ASSERT(n.scale() == 0 || coefficient(n) % 10 != 0);
}

TEST(decimal, hashes_apart)
{
    std::unordered_set<std::size_t> hashes;
    std::unordered_set<std::uint32_t> lower_halves; // all of a hash where size_t has 32 bits
    std::unordered_set<decimal> values;
    for (int i = 0; i < 1000; ++i)
        for (int scale : {0, 1, 2, 18}) {
            std::size_t const hash = std::hash<decimal>{}(decimal::from_parts(i, scale));
            hashes.insert(hash);
            lower_halves.insert(static_cast<std::uint32_t>(hash));
            values.insert(decimal::from_parts(i, scale));
        }
    // 1000 whole numbers, 900 more with one place, and with two; and all but 0 with 18.
    EXPECT_EQ(values.size(), 3799u);
    EXPECT_EQ(hashes.size(), 3799u);
    EXPECT_EQ(lower_halves.size(), 3799u);
}

// --- arithmetic

/// The value, or nullopt for an error.
std::optional<parts> exact(outlay::result<decimal> const& result)
{
    return result ? std::optional(parts(*result)) : std::nullopt;
}

RC_GTEST_PROP(decimal, adds_subtracts_and_multiplies_to_28_digits, ())
{
    auto const a = any_decimal(), b = any_decimal();
    int const scale = std::max(a.scale(), b.scale()), places = a.scale() + b.scale();
    cpp_int const x = coefficient(a) * ten_to(scale - a.scale()), y = coefficient(b) * ten_to(scale - b.scale());
    cpp_int const xy = coefficient(a) * coefficient(b);
    auto const sum = nearest(x + y, ten_to(scale), scale), difference = nearest(x - y, ten_to(scale), scale);
    auto const product = nearest(xy, ten_to(places), places);
    RC_ASSERT(attempt([=] { return a + b; }) == sum);
    RC_ASSERT(attempt([=] { return a - b; }) == difference);
    RC_ASSERT(attempt([=] { return a * b; }) == product);
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c += b;
              }) == sum);
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c -= b;
              }) == difference);
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c *= b;
              }) == product);
    RC_ASSERT(exact(add_exact(a, b)) == fitted(x + y, scale));
    RC_ASSERT(exact(subtract_exact(a, b)) == fitted(x - y, scale));
    RC_ASSERT(exact(multiply_exact(a, b)) == fitted(xy, places));
}

TEST(decimal, reports_why_a_result_is_not_exact)
{
    EXPECT_EQ(add_exact(0.1_dec, 0.20_dec).value(), 0.3_dec);
    EXPECT_EQ(add_exact(1e28_dec, 0.01_dec).error().message(),
              "expected a number that 28 digits and 28 places hold, found \"10000000000000000000000000000 + 0.01\"");
    EXPECT_EQ(multiply_exact(1e28_dec, 10).error().message(),
              "expected a number between -2^96 and 2^96 (7.9e28), found \"10000000000000000000000000000 * 10\"");
    EXPECT_EQ(subtract_exact(1e28_dec, 0.01_dec).error().report().begin()->code, "decimal_inexact");
    EXPECT_EQ(subtract_exact(-7e28_dec, 7e28_dec).error().report().begin()->code, "decimal_range");
}

// Equality does not depend on how a decimal was calculated.
TEST(decimal, is_exact_again_after_it_was_rounded)
{
    for (decimal const third : {divide(1_dec, 3_dec, 2), (0.333_dec).round(2), (1_dec / 3).round(2)}) {
        EXPECT_EQ(add_exact(third, 0.01_dec).value(), 0.34_dec);
        EXPECT_EQ(add_exact(0.01_dec, third).value(), 0.34_dec);
        EXPECT_EQ(add_exact(third, third).value(), 0.66_dec);
        EXPECT_EQ(subtract_exact(third, 0.01_dec).value(), 0.32_dec);
        EXPECT_EQ(subtract_exact(0.01_dec, third).value(), -0.32_dec);
        EXPECT_EQ(multiply_exact(third, 2).value(), 0.66_dec);
        EXPECT_EQ(std::hash<decimal>{}(third), std::hash<decimal>{}(0.33_dec));
    }
}

TEST(decimal, arithmetic_never_wraps)
{
    auto const max = make_decimal(largest, 0);
    EXPECT_THROW(max + 1, arithmetic_error);
    EXPECT_THROW(-max - 1, arithmetic_error);
    EXPECT_THROW(max + 0.5_dec, arithmetic_error);
    EXPECT_EQ(parts(max + 0.25_dec), parts(largest, 0));
    EXPECT_THROW(max * 2, arithmetic_error);
    EXPECT_THROW(max * -max, arithmetic_error);
    EXPECT_EQ(parts(decimal::from_parts(1, 28) * 0.1_dec), parts(0, 28));
    EXPECT_EQ(parts(decimal::from_parts(-6, 28) * 0.1_dec), parts(-1, 28));
    EXPECT_EQ(parts(decimal(most) + 1), parts(cpp_int(most) + 1, 0));
    EXPECT_EQ(parts(-decimal(least)), parts(-cpp_int(least), 0));
    EXPECT_EQ(parts((-max).abs()), parts(largest, 0));
    EXPECT_EQ(parts(-decimal::from_parts(most, 4)), parts(-cpp_int(most), 4));

    auto unchanged = max;
    EXPECT_THROW(unchanged += 1, arithmetic_error);
    EXPECT_EQ(unchanged, max);
}

TEST(decimal, ordinary_work_does_not_throw)
{
    EXPECT_EQ((25.51_dec * 66.66666666666667_dec * 0.01_dec).to_string(), "17.006666666666667517");
    EXPECT_EQ((169 * divide(0.19_dec, 1.19_dec, 18)).to_string(), "26.983193277310924303");
    EXPECT_EQ((0.48_dec * 0.181818181818181818_dec + 843.65_dec).to_string(), "843.73727272727272727264");
}

// --- division and rounding

RC_GTEST_PROP(decimal, divides_as_the_reference_does, ())
{
    auto const a = any_decimal(), b = any_decimal();
    RC_PRE(b != 0);
    auto const scale = *rc::gen::inRange(0, 29);
    auto const mode = any_rounding();
    RC_ASSERT(attempt([=] { return divide(a, b, scale, mode); }) == reference_divide(a, b, scale, mode));
}

TEST(decimal, divides_in_every_mode_around_every_tie)
{
    for (int mode = 0; mode <= static_cast<int>(rounding::floor); ++mode)
        for (int n = -60; n <= 60; ++n)
            for (int d : {-20, -8, -3, 1, 2, 4, 7, 10, 20})
                for (int scale = 0; scale <= 2; ++scale) {
                    auto const m = static_cast<rounding>(mode);
                    ASSERT_EQ(attempt([=] { return divide(n, d, scale, m); }), reference_divide(n, d, scale, m))
                        << n << '/' << d << " to " << scale << " in mode " << mode;
                }
}

TEST(decimal, names_the_modes_of_rounding)
{
    auto const whole = [](decimal d, rounding mode) { return d.round(0, mode).coefficient(); };
    struct row {
        rounding mode;
        std::vector<std::int64_t> of; // 2.5, 1.5, 1.1, -1.1, -1.5, -2.5
    };
    for (auto const& [mode, of] :
         {row{rounding::half_even, {2, 2, 1, -1, -2, -2}}, row{rounding::half_up, {3, 2, 1, -1, -2, -3}},
          row{rounding::half_down, {2, 1, 1, -1, -1, -2}}, row{rounding::up, {3, 2, 2, -2, -2, -3}},
          row{rounding::down, {2, 1, 1, -1, -1, -2}}, row{rounding::ceiling, {3, 2, 2, -1, -1, -2}},
          row{rounding::floor, {2, 1, 1, -2, -2, -3}}}) {
        std::vector<std::int64_t> got;
        for (decimal const d : {2.5_dec, 1.5_dec, 1.1_dec, -1.1_dec, -1.5_dec, -2.5_dec}) got.push_back(whole(d, mode));
        EXPECT_EQ(got, of) << static_cast<int>(mode);
    }
}

TEST(decimal, rejects_division_by_zero_or_beyond_its_limits)
{
    EXPECT_THROW(divide(1, 0, 2), arithmetic_error);
    EXPECT_THROW(divide(0, 0.00_dec, 2), arithmetic_error);
    EXPECT_THROW(divide(1, 1, -1), arithmetic_error);
    EXPECT_THROW(divide(1, 1, 29), arithmetic_error);
    EXPECT_THROW(decimal(1) / 0, arithmetic_error);
    EXPECT_THROW(divide(make_decimal(largest, 0), 0.1_dec, 0), arithmetic_error);
    EXPECT_THROW(divide(make_decimal(largest, 0), 2, 1), arithmetic_error);
    EXPECT_THROW(divide(8, 1, 28), arithmetic_error);
    EXPECT_THROW(divide(make_decimal(largest, 0), decimal::from_parts(1, 28), 28), arithmetic_error);
    EXPECT_EQ(parts(divide(least, 1, 0)), parts(least, 0));
    EXPECT_EQ(parts(divide(7, 1, 28)), parts(7 * ten_to(28), 28));
    EXPECT_THROW(decimal::from_parts(1, -1), arithmetic_error);
    EXPECT_THROW(decimal::from_parts(1, 29), arithmetic_error);
    EXPECT_THROW(decimal::from_words({.low = 1, .scale = 29}), arithmetic_error);
}

RC_GTEST_PROP(decimal, divides_by_an_integer_to_28_digits, ())
{
    auto const a = any_decimal();
    auto const b = *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-130, 131));
    RC_PRE(b != 0);
    cpp_int const n = coefficient(a), d = b * ten_to(a.scale());
    // With the places of a, or the fewest more that make it exact.
    auto expected = nearest(n, d, a.scale());
    for (int scale = a.scale(); scale <= 28; ++scale)
        if (n * ten_to(scale) % d == 0) {
            expected = nearest(n, d, scale);
            break;
        } else if (scale == 28) {
            expected = nearest(n, d, 28);
        }
    RC_ASSERT(attempt([=] { return a / b; }) == expected);
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c /= b;
              }) == expected);
}

TEST(decimal, divides_by_an_integer)
{
    EXPECT_EQ((10.00_dec / 4).to_string(), "2.50");
    EXPECT_EQ((1_dec / 8).to_string(), "0.125");
    EXPECT_EQ((1_dec / 3).to_string(), "0.3333333333333333333333333333");
    EXPECT_EQ((-20_dec / 3u).to_string(), "-6.666666666666666666666666667");
    EXPECT_EQ((0.00_dec / 7).to_string(), "0.00");
}

RC_GTEST_PROP(decimal, rounds_to_exactly_the_requested_places, ())
{
    auto const d = any_decimal();
    auto const scale = *rc::gen::inRange(0, 29);
    auto const mode = any_rounding();
    RC_ASSERT(attempt([=] { return d.round(scale, mode); }) == reference_divide(d, 1, scale, mode));
    RC_ASSERT(attempt([=] { return d.round(scale); }) == reference_divide(d, 1, scale, rounding::half_even));
}

TEST(decimal, pads_only_as_far_as_it_fits)
{
    EXPECT_EQ(parts((1.5_dec).round(4)), parts(15'000, 4));
    EXPECT_EQ(parts(decimal(7).round(28)), parts(7 * ten_to(28), 28));
    EXPECT_THROW(decimal(8).round(28), arithmetic_error);
    EXPECT_THROW(make_decimal(largest, 0).round(1), arithmetic_error);
    EXPECT_THROW((1.5_dec).round(-1), arithmetic_error);
    EXPECT_THROW((1.5_dec).round(29), arithmetic_error);
    EXPECT_EQ(parts(decimal::from_parts(most, 18).round(0)), parts(9, 0));
    EXPECT_EQ(parts(make_decimal(largest, 28).round(0)), parts(8, 0));
}

// --- other numbers

TEST(decimal, is_made_from_integers)
{
    auto const limit = static_cast<std::uint64_t>(most);
    EXPECT_EQ(decimal(limit).coefficient(), most);
    EXPECT_EQ(parts(decimal(limit + 1)), parts(cpp_int(limit) + 1, 0));
    EXPECT_EQ(decimal(std::numeric_limits<std::uint64_t>::max()), 18'446'744'073'709'551'615_dec);
    EXPECT_EQ(decimal(std::numeric_limits<std::uint32_t>::max()).coefficient(), 4'294'967'295);
    EXPECT_EQ(decimal(std::int8_t{-128}).coefficient(), -128);
}

TEST(decimal, has_the_words_of_its_coefficient)
{
    auto const d = -18'446'744'073'709'551'617.5_dec; // -(2^64 + 1.5)
    EXPECT_EQ(d.words(), (outlay::decimal_words{.low = 15, .high = 10, .scale = 1, .negative = true}));
    EXPECT_EQ(parts(decimal::from_words(d.words())), parts(d));
    EXPECT_FALSE(decimal::from_words({.scale = 2, .negative = true}).words().negative);
    EXPECT_THROW(static_cast<void>(d.coefficient()), arithmetic_error);
    EXPECT_THROW(static_cast<void>((-decimal(least)).coefficient()), arithmetic_error);
    EXPECT_EQ(decimal(least).coefficient(), least);
}

TEST(decimal, takes_the_shortest_form_of_a_double)
{
    EXPECT_EQ(parts(decimal::from_double(0.1)), parts(1, 1));
    EXPECT_EQ(parts(decimal::from_double(0.1 + 0.2)), parts(30000000000000004, 17));
    EXPECT_EQ(parts(decimal::from_double(-12.5)), parts(-125, 1));
    EXPECT_EQ(parts(decimal::from_double(-0.0)), parts(0, 0));
    EXPECT_EQ(parts(decimal::from_double(1e18)), parts(1'000'000'000'000'000'000, 0));
    EXPECT_EQ(parts(decimal::from_double(1e28)), parts(ten_to(28), 0));
    EXPECT_EQ(parts(decimal::from_double(1e-28)), parts(1, 28));
    EXPECT_EQ(parts(decimal::from_double(1.0 / 300)), parts(33333333333333335, 19));
    EXPECT_EQ(decimal::from_double(100.0).to_string(), "100");
    EXPECT_EQ(decimal::from_double(-0x1p63).to_string(), "-9223372036854776000"); // to_chars prints it as ...5808
    using limits = std::numeric_limits<double>;
    for (double const d :
         {limits::quiet_NaN(), limits::infinity(), -limits::infinity(), 1e300, 1e29, 0x1p97, 5e-324, 1e-29})
        EXPECT_THROW(decimal::from_double(d), arithmetic_error) << d;
}

RC_GTEST_PROP(decimal, a_double_survives_the_round_trip, ())
{
    // Up to 15 digits, and up to 28 places: every such double has a decimal.
    auto const d =
        std::stod(decimal::from_parts(*rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000),
                                      *rc::gen::inRange(0, 29))
                      .to_string());
    RC_ASSERT(decimal::from_double(d).to_double() == d);
}

RC_GTEST_PROP(decimal, is_the_nearest_double, ())
{
    auto const d = any_decimal();
    RC_ASSERT(d.to_double() == std::strtod(d.to_string().c_str(), nullptr));
}

RC_GTEST_PROP(decimal, is_the_nearest_double_at_and_beside_ties, ())
{
    // Half way between two doubles: an odd number of 54 bits, divided by a power of two.
    auto const odd = *rc::gen::inRange<std::int64_t>(std::int64_t{1} << 52, std::int64_t{1} << 53) * 2 + 1;
    auto const halvings = *rc::gen::inRange(0, 13);
    auto tie = decimal(odd);
    for (int i = 0; i < halvings; ++i) tie = multiply_exact(tie, 0.5_dec).value();
    auto const beside = *rc::gen::inRange<std::int64_t>(-1, 2);
    auto const d = make_decimal(coefficient(tie) + beside, tie.scale());
    RC_ASSERT(d.to_double() == std::strtod(d.to_string().c_str(), nullptr));
}

TEST(decimal, becomes_a_double_at_the_borders)
{
    EXPECT_EQ(decimal(most).to_double(), 0x1p63);
    EXPECT_EQ(decimal(least).to_double(), -0x1p63);
    EXPECT_EQ(decimal::from_parts(1, 18).to_double(), 1e-18);
    EXPECT_EQ(decimal::from_parts(1, 28).to_double(), 1e-28);
    EXPECT_EQ(make_decimal(largest, 0).to_double(), 0x1p96);
    EXPECT_EQ(make_decimal(-largest, 28).to_double(), -7.9228162514264337593543950335);
    EXPECT_EQ(decimal::from_parts(least, 18).to_double(), -9.223372036854775808);
    EXPECT_EQ((4503599627370496.5_dec).to_double(), 4503599627370496.5);
    EXPECT_EQ((4503599627370497.25_dec).to_double(), 4503599627370497.0);
    EXPECT_EQ((4503599627370497.75_dec).to_double(), 4503599627370498.0);
    EXPECT_EQ((9007199254740993.01_dec).to_double(), 9007199254740994.0);
    EXPECT_EQ((18014398509481983_dec).to_double(), 0x1p54); // the mantissa carries
    EXPECT_FALSE(std::signbit((-0.0_dec).to_double()));
}

} // namespace decimal_test
