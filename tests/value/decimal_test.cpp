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

/// The value of a decimal in units of 10^-18.
cpp_int value(decimal d) { return d.coefficient() * ten_to(18 - d.scale()); }

struct parts {
    std::int64_t coefficient;
    int scale;

    parts(std::int64_t c, int s) : coefficient(c), scale(s) {}
    parts(decimal d) : coefficient(d.coefficient()), scale(d.scale()) {}
    bool operator==(parts const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, parts p) { return out << p.coefficient << "/10^" << p.scale; }
};

bool fits(cpp_int const& n) { return n >= least && n <= most; }

/// n / 10^scale with the largest scale that holds it, but no larger than it has; nullopt if none does.
std::optional<parts> fitted(cpp_int n, int scale)
{
    if (scale < 0) n *= ten_to(-scale), scale = 0;
    for (int s = std::min(scale, 18); s >= 0; --s) {
        cpp_int const cut = ten_to(scale - s);
        if (n % cut == 0 && fits(n / cut)) return parts(static_cast<std::int64_t>(n / cut), s);
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

std::optional<parts> reference_divide(decimal a, decimal b, int scale, rounding mode)
{
    cpp_int const q =
        rounded_quotient(a.coefficient() * ten_to(b.scale() + scale), b.coefficient() * ten_to(a.scale()), mode);
    if (!fits(q)) return std::nullopt;
    return parts(static_cast<std::int64_t>(q), scale);
}

/// What it returns, or nothing if it throws arithmetic_error.
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

/// Of any size, often next to a limit or with zeros at its end.
std::int64_t any_coefficient()
{
    auto const n = *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                                   rc::gen::elementOf(std::vector{least, least + 1, most - 1, most, most / 10}),
                                   rc::gen::inRange<std::int64_t>(-100, 101),
                                   rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001));
    auto const zeros = *rc::gen::elementOf(std::vector{0, 0, 0, 1, 3, 9, 17});
    auto const power = static_cast<std::int64_t>(outlay::detail::powers_of_ten[zeros]);
    return n >= least / power && n <= most / power ? n * power : n;
}

decimal any_decimal() { return decimal::from_parts(any_coefficient(), *rc::gen::inRange(0, 19)); }

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
    friend std::ostream& operator<<(std::ostream& out, reading r)
    {
        return out << "status " << static_cast<int>(r.status) << ", " << r.number;
    }
};

reading read(std::string_view text)
{
    auto const read = outlay::detail::read_decimal(text);
    return {read.status, parts(read.coefficient, read.scale)};
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

    // 18 digits from the first that is not zero, but no more than 18 places, and every digit before the point.
    int const places = std::clamp(18 - (static_cast<int>(digits.size()) - scale), 0, 18);
    cpp_int const cut = scale > places ? rounded_quotient(n, ten_to(scale - places), rounding::half_even)
                                       : cpp_int(n * ten_to(places - scale));
    if (!fits(cut)) return {decimal_status::out_of_range, parts(0, 0)};
    return {decimal_status::rounded, parts(static_cast<std::int64_t>(cut), places)};
}

TEST(decimal, refuses_what_is_no_json_number)
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

TEST(decimal, says_why_it_refuses_a_number)
{
    auto const code = [](std::string_view text) {
        return std::string(decimal::parse(text).error().report().begin()->code);
    };
    EXPECT_EQ(code("9223372036854775808"), "decimal_range");
    EXPECT_EQ(code("-9223372036854775809"), "decimal_range");
    EXPECT_EQ(code("1e19"), "decimal_range");
    EXPECT_EQ(code("1e999999999999999999999"), "decimal_range");
    EXPECT_EQ(code("9223372036854775807.5"), "decimal_range");
    EXPECT_EQ(code("1e-19"), "decimal_inexact");
    EXPECT_EQ(code("1e-999999999999999999999"), "decimal_inexact");
    EXPECT_EQ(code("3.14159265358979323846"), "decimal_inexact");
    EXPECT_EQ(code("922337203685477580.75"), "decimal_inexact");
}

TEST(decimal, keeps_the_scale_it_was_written_with)
{
    auto const read = [](std::string_view text) { return parts(decimal::parse(text).value()); };
    EXPECT_EQ(read("12.50"), parts(1250, 2));
    EXPECT_EQ(read("-0.00"), parts(0, 2));
    EXPECT_EQ(read("-0"), parts(0, 0));
    EXPECT_EQ(read("1.50e1"), parts(150, 1));
    EXPECT_EQ(read("1.5e-2"), parts(15, 3));
    EXPECT_EQ(read("1.50E+05"), parts(150'000, 0));
    EXPECT_EQ(read("0e99999999999"), parts(0, 0));
    EXPECT_EQ(read("0e-99999999999"), parts(0, 18));
    EXPECT_EQ(read("1" + std::string(400, '0') + "e-400"), parts(1'000'000'000'000'000'000, 18));
    EXPECT_EQ(read("0." + std::string(400, '0') + "1e401"), parts(1, 0));
    EXPECT_EQ(read("12." + std::string(400, '0')), parts(1'200'000'000'000'000'000, 17));
    EXPECT_EQ(read("9223372036854775807"), parts(most, 0));
    EXPECT_EQ(read("-9223372036854775808"), parts(least, 0));
    EXPECT_EQ(read("-9.223372036854775808"), parts(least, 18));
    EXPECT_EQ(read("9.30000000000000000000"), parts(930'000'000'000'000'000, 17));
}

TEST(decimal, rounds_a_text_half_to_even_at_every_cut)
{
    auto const rounded = [](std::int64_t coefficient, int scale) {
        return reading{decimal_status::rounded, parts(coefficient, scale)};
    };
    EXPECT_EQ(read("123456789012345678.5"), (reading{decimal_status::exact, parts(1234567890123456785, 1)}));
    EXPECT_EQ(read("923456789012345678.5"), rounded(923456789012345678, 0));
    EXPECT_EQ(read("923456789012345677.5"), rounded(923456789012345678, 0));
    EXPECT_EQ(read("923456789012345678.50001"), rounded(923456789012345679, 0));
    EXPECT_EQ(read("1234567890123456788.5"), rounded(1234567890123456788, 0));
    EXPECT_EQ(read("1234567890123456789.5"), rounded(1234567890123456790, 0));
    EXPECT_EQ(read("1234567890123456788.5000000000000000000000001"), rounded(1234567890123456789, 0));
    EXPECT_EQ(read("5e-19"), rounded(0, 18));
    EXPECT_EQ(read("-5e-19"), rounded(0, 18));
    EXPECT_EQ(read("5.000000000000000000000001e-19"), rounded(1, 18));
    EXPECT_EQ(read("-15e-19"), rounded(-2, 18));
    EXPECT_EQ(read("9.99e-20"), rounded(0, 18));
    EXPECT_EQ(read("0.9999999999999999999"), rounded(1'000'000'000'000'000'000, 18));
    EXPECT_EQ(read("-9223372036854775807.5"), rounded(least, 0));
    EXPECT_EQ(read("9223372036854775806.5"), rounded(most - 1, 0));
    EXPECT_EQ(read("-9223372036854775808.5"), rounded(least, 0));
    EXPECT_EQ(read("-9223372036854775808.51").status, decimal_status::out_of_range);

    // One digit more at a time, cut off at each place of a text with a tie.
    for (std::string const tail : {"5", "50", "5001", "49999", "51"})
        for (int zeros = 0; zeros < 24; ++zeros)
            for (char const last : {'6', '7'})
                for (std::string const sign : {"", "-"})
                    for (int exponent = -30; exponent <= 20; ++exponent) {
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

RC_GTEST_PROP(decimal, agrees_with_it_on_damaged_text_too, ())
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
    auto expected = cpp_int(d.coefficient() < 0 ? -cpp_int(d.coefficient()) : cpp_int(d.coefficient())).str();
    auto const scale = static_cast<std::size_t>(d.scale());
    if (expected.size() <= scale) expected.insert(0, scale + 1 - expected.size(), '0');
    if (scale > 0) expected.insert(expected.size() - scale, 1, '.');
    RC_ASSERT(text == (d.coefficient() < 0 ? "-" : "") + expected);
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
    RC_ASSERT(n.scale() == 0 || n.coefficient() % 10 != 0);
}

TEST(decimal, hashes_apart)
{
    std::unordered_set<std::size_t> hashes;
    std::unordered_set<decimal> values;
    for (int i = 0; i < 1000; ++i)
        for (int scale : {0, 1, 2, 18}) {
            hashes.insert(std::hash<decimal>{}(decimal::from_parts(i, scale)));
            values.insert(decimal::from_parts(i, scale));
        }
    // 1000 whole ones, 900 more with one place, and with two; and all but 0 with 18.
    EXPECT_EQ(values.size(), 3799u);
    EXPECT_EQ(hashes.size(), 3799u);
}

// --- arithmetic

RC_GTEST_PROP(decimal, adds_subtracts_and_multiplies_exactly_or_throws, ())
{
    auto const a = any_decimal(), b = any_decimal();
    int const scale = std::max(a.scale(), b.scale());
    cpp_int const x = a.coefficient() * ten_to(scale - a.scale()), y = b.coefficient() * ten_to(scale - b.scale());
    RC_ASSERT(attempt([=] { return a + b; }) == fitted(x + y, scale));
    RC_ASSERT(attempt([=] { return a - b; }) == fitted(x - y, scale));
    auto const product = fitted(cpp_int(a.coefficient()) * b.coefficient(), a.scale() + b.scale());
    RC_ASSERT(attempt([=] { return a * b; }) == product);
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c += b;
              }) == fitted(x + y, scale));
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c -= b;
              }) == fitted(x - y, scale));
    RC_ASSERT(attempt([=] {
                  auto c = a;
                  return c *= b;
              }) == product);
}

TEST(decimal, arithmetic_never_wraps)
{
    EXPECT_THROW(decimal(most) + 1, arithmetic_error);
    EXPECT_THROW(decimal(least) - 1, arithmetic_error);
    EXPECT_THROW(decimal(most) + 0.5_dec, arithmetic_error);
    EXPECT_THROW(decimal(most) * 2, arithmetic_error);
    EXPECT_THROW(decimal(least) * least, arithmetic_error);
    EXPECT_THROW(decimal::from_parts(1, 18) * 0.1_dec, arithmetic_error);
    EXPECT_THROW(-decimal(least), arithmetic_error);
    EXPECT_THROW(decimal(least).abs(), arithmetic_error);
    EXPECT_THROW(-decimal::from_parts(least, 18), arithmetic_error);
    EXPECT_EQ(parts(decimal(least + 1).abs()), parts(most, 0));
    EXPECT_EQ(parts(-decimal::from_parts(most, 4)), parts(-most, 4));

    auto unchanged = decimal(most);
    EXPECT_THROW(unchanged += 1, arithmetic_error);
    EXPECT_EQ(unchanged, most);
}

// --- division and rounding

RC_GTEST_PROP(decimal, divides_as_the_reference_does, ())
{
    auto const a = any_decimal(), b = any_decimal();
    RC_PRE(b != 0);
    auto const scale = *rc::gen::inRange(0, 19);
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

TEST(decimal, refuses_to_divide_by_zero_or_beyond_its_limits)
{
    EXPECT_THROW(divide(1, 0, 2), arithmetic_error);
    EXPECT_THROW(divide(0, 0.00_dec, 2), arithmetic_error);
    EXPECT_THROW(divide(1, 1, -1), arithmetic_error);
    EXPECT_THROW(divide(1, 1, 19), arithmetic_error);
    EXPECT_THROW(divide(least, -1, 0), arithmetic_error);
    EXPECT_THROW(divide(most, 0.1_dec, 0), arithmetic_error);
    EXPECT_THROW(divide(10, 1, 18), arithmetic_error);
    EXPECT_THROW(divide(decimal(most), decimal::from_parts(1, 18), 18), arithmetic_error);
    // These quotients, cut to 128 bits, would fit again.
    EXPECT_THROW(divide(1'706'832'808'338'460'073, decimal::from_parts(1, 11), 18), arithmetic_error);
    EXPECT_THROW(divide(6'975'788'521'879'238'501, decimal::from_parts(1, 4), 18), arithmetic_error);
    EXPECT_EQ(parts(divide(least, 1, 0)), parts(least, 0));
    EXPECT_EQ(parts(divide(9, 1, 18)), parts(9'000'000'000'000'000'000, 18));
    EXPECT_THROW(decimal::from_parts(1, -1), arithmetic_error);
    EXPECT_THROW(decimal::from_parts(1, 19), arithmetic_error);
}

RC_GTEST_PROP(decimal, rounds_to_exactly_the_places_asked_for, ())
{
    auto const d = any_decimal();
    auto const scale = *rc::gen::inRange(0, 19);
    auto const mode = any_rounding();
    RC_ASSERT(attempt([=] { return d.round(scale, mode); }) == reference_divide(d, 1, scale, mode));
    RC_ASSERT(attempt([=] { return d.round(scale); }) == reference_divide(d, 1, scale, rounding::half_even));
}

TEST(decimal, pads_only_as_far_as_it_fits)
{
    EXPECT_EQ(parts((1.5_dec).round(4)), parts(15'000, 4));
    EXPECT_EQ(parts(decimal(9).round(18)), parts(9'000'000'000'000'000'000, 18));
    EXPECT_THROW(decimal(10).round(18), arithmetic_error);
    EXPECT_THROW(decimal(most).round(1), arithmetic_error);
    EXPECT_THROW((1.5_dec).round(-1), arithmetic_error);
    EXPECT_THROW((1.5_dec).round(19), arithmetic_error);
    EXPECT_EQ(parts(decimal::from_parts(most, 18).round(0)), parts(9, 0));
}

// --- other numbers

TEST(decimal, is_made_from_integers)
{
    auto const limit = static_cast<std::uint64_t>(most);
    EXPECT_EQ(decimal(limit).coefficient(), most);
    EXPECT_THROW(decimal{limit + 1}, arithmetic_error);
    EXPECT_THROW(decimal{std::numeric_limits<std::uint64_t>::max()}, arithmetic_error);
    EXPECT_EQ(decimal(std::numeric_limits<std::uint32_t>::max()).coefficient(), 4'294'967'295);
    EXPECT_EQ(decimal(std::int8_t{-128}).coefficient(), -128);
}

TEST(decimal, takes_the_shortest_form_of_a_double)
{
    EXPECT_EQ(parts(decimal::from_double(0.1)), parts(1, 1));
    EXPECT_EQ(parts(decimal::from_double(0.1 + 0.2)), parts(30000000000000004, 17));
    EXPECT_EQ(parts(decimal::from_double(-12.5)), parts(-125, 1));
    EXPECT_EQ(parts(decimal::from_double(-0.0)), parts(0, 0));
    EXPECT_EQ(parts(decimal::from_double(1e18)), parts(1'000'000'000'000'000'000, 0));
    EXPECT_EQ(parts(decimal::from_double(1e-18)), parts(1, 18));
    EXPECT_EQ(parts(decimal::from_double(-0x1p63 + 1024)), parts(least + 1024, 0));
    using limits = std::numeric_limits<double>;
    for (double const d :
         {limits::quiet_NaN(), limits::infinity(), -limits::infinity(), 1e300, 1e19, 0x1p63, 5e-324, 1e-19, 1.0 / 300})
        EXPECT_THROW(decimal::from_double(d), arithmetic_error) << d;
}

RC_GTEST_PROP(decimal, a_double_survives_the_way_there_and_back, ())
{
    // Up to 15 digits, and up to 18 places: every such double has a decimal.
    auto const d =
        std::stod(decimal::from_parts(*rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000),
                                      *rc::gen::inRange(0, 19))
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
    auto const halvings = *rc::gen::inRange(0, 3);
    auto tie = decimal(odd);
    for (int i = 0; i < halvings; ++i) tie = attempt([=] { return tie * 0.5_dec; }) ? tie * 0.5_dec : tie;
    auto const beside = *rc::gen::inRange<std::int64_t>(-1, 2);
    auto const d = decimal::from_parts(tie.coefficient() + beside, tie.scale());
    RC_ASSERT(d.to_double() == std::strtod(d.to_string().c_str(), nullptr));
}

TEST(decimal, becomes_a_double_at_the_borders)
{
    EXPECT_EQ(decimal(most).to_double(), 0x1p63);
    EXPECT_EQ(decimal(least).to_double(), -0x1p63);
    EXPECT_EQ(decimal::from_parts(1, 18).to_double(), 1e-18);
    EXPECT_EQ(decimal::from_parts(least, 18).to_double(), -9.223372036854775808);
    EXPECT_EQ((4503599627370496.5_dec).to_double(), 4503599627370496.5);
    EXPECT_EQ((4503599627370497.25_dec).to_double(), 4503599627370497.0);
    EXPECT_EQ((4503599627370497.75_dec).to_double(), 4503599627370498.0);
    EXPECT_EQ((9007199254740993.01_dec).to_double(), 9007199254740994.0);
    EXPECT_EQ((18014398509481983_dec).to_double(), 0x1p54); // the mantissa carries
    EXPECT_FALSE(std::signbit((-0.0_dec).to_double()));
}

} // namespace decimal_test
