#include "../require.hpp"
#include "checks.hpp"
#include "fraction.hpp"
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <outlay/model/table/read_double.hpp>
#include <outlay/value/decimal.hpp>
#include <string>
#include <string_view>
#include <system_error>

namespace fuzz {
namespace {

using outlay::decimal;

// --- texts

/// A number as JSON writes it, by its grammar.
struct written_number {
    whole units{};       ///< the digits, with the sign
    int scale = 0;       ///< of units, with the exponent; negative: zeros follow
    bool is_far = false; ///< the exponent is too large for any number of digits
};

class number_grammar {
public:
    explicit number_grammar(std::string_view text) : rest_(text) {}

    std::optional<written_number> read()
    {
        bool const is_negative = skip('-');
        std::string digits = read_digits();
        if (digits.empty() || (digits.size() > 1 && digits.front() == '0')) return std::nullopt;
        std::string places;
        if (skip('.') && (places = read_digits()).empty()) return std::nullopt;
        whole exponent = 0;
        if (skip('e') || skip('E')) {
            bool const is_below = skip('-');
            if (!is_below) skip('+');
            std::string const n = read_digits();
            if (n.empty()) return std::nullopt;
            exponent = whole_of(n);
            if (is_below) exponent = -exponent;
        }
        if (!rest_.empty()) return std::nullopt;
        written_number read{.units = whole_of(digits + places)};
        if (is_negative) read.units = -read.units;
        // With a larger exponent, the number is 0 or too large for any number of digits.
        whole const far = static_cast<int>(digits.size() + places.size()) + 100;
        read.is_far = abs(exponent) > far;
        if (read.is_far) exponent = exponent < 0 ? -far : far;
        read.scale = static_cast<int>(places.size()) - static_cast<int>(exponent);
        return read;
    }

private:
    bool skip(char c)
    {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::string read_digits()
    {
        std::size_t const end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        std::string const digits(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return digits;
    }

    /// Digit by digit: a leading 0 does not mean octal.
    static whole whole_of(std::string_view digits)
    {
        whole n = 0;
        for (char const c : digits) n = n * 10 + (c - '0');
        return n;
    }

    std::string_view rest_;
};

fraction value_of(written_number const& n)
{
    if (n.scale >= 0) return fraction_of(n.units, n.scale);
    return {.over = n.units * power_of_ten(-n.scale)};
}

std::string shown(outlay::result<decimal> const& made)
{
    return made ? made->to_string() : "!" + made.error().report()[0].code;
}

void expect(std::string const& found, std::string const& expected, std::string const& question)
{
    require(found == expected, "another result", question + "\nexpected " + expected + "\nfound    " + found);
}

/// The result of `make` as text, or "!" if it throws arithmetic_error.
template<class Make>
std::string calculated(Make make)
{
    try {
        return make().to_string();
    } catch (outlay::arithmetic_error const&) {
        return "!";
    }
}

// --- operands

/// Small ones, of any size, and near the limits of 28 digits and 96 bits.
decimal any_decimal(bytes& input)
{
    int const scale = static_cast<int>(input.below(most_places + 1));
    std::size_t const kind = input.below(6);
    bool const is_negative = input.coin();
    whole units = input.number(kind == 0 ? 1 : 8);
    if (kind == 2) units = (units << 32 | input.number(4)) & largest();
    if (kind == 3) units = largest() - input.number(1);
    if (kind == 4) units = power_of_ten(most_digits) - 4 + input.number(1) % 8;
    if (kind == 5) units = power_of_ten(static_cast<int>(input.below(most_digits))) * input.number(1);
    units = std::min(units, largest());
    return decimal::parse(text_of(is_negative ? whole(-units) : units, scale)).value();
}

whole units_of(decimal a)
{
    auto const words = a.words();
    whole const units = whole(words.high) << 64 | words.low;
    return words.negative ? whole(-units) : units;
}

fraction value_of(decimal a) { return fraction_of(units_of(a), a.scale()); }

void check_sum(decimal a, decimal b, std::string const& about)
{
    int const scale = std::max(a.scale(), b.scale());
    whole const left = units_of(a) * power_of_ten(scale - a.scale());
    whole const right = units_of(b) * power_of_ten(scale - b.scale());
    fraction const sum = fraction_of(left + right, scale);
    fraction const difference = fraction_of(left - right, scale);
    expect(calculated([&] { return a + b; }), nearest(sum, scale), about + "+");
    expect(calculated([&] { return a - b; }), nearest(difference, scale), about + "-");
    expect(shown(add_exact(a, b)), exactly(sum, scale), about + "add_exact");
    expect(shown(subtract_exact(a, b)), exactly(difference, scale), about + "subtract_exact");

    auto const order = a <=> b;
    require((order < 0) == (left < right) && (order > 0) == (left > right), "another order", about);
    require((a == b) == (left == right), "another equality", about);
    bool const same_hash = std::hash<decimal>{}(a) == std::hash<decimal>{}(b);
    require(a != b || same_hash, "equal, with another hash", about);
}

void check_quotient(decimal a, decimal b, int scale, outlay::rounding mode, std::string const& about)
{
    if (b == decimal(0)) return expect(calculated([&] { return divide(a, b, scale, mode); }), "!", about + "by zero");
    whole over = units_of(a) * power_of_ten(b.scale());
    whole under = units_of(b) * power_of_ten(a.scale());
    if (under < 0) over = -over, under = -under;
    whole const units = rounded_units({.over = over, .under = under}, scale, mode);
    expect(calculated([&] { return divide(a, b, scale, mode); }), abs(units) <= largest() ? text_of(units, scale) : "!",
           about + "divide");
}

/// With the places of `a`, or the fewest that make it exact; else the nearest of 28 digits.
void check_integer_quotient(decimal a, std::int64_t b, std::string const& about)
{
    if (b == 0) return expect(calculated([&] { return a / b; }), "!", about + "by zero");
    whole const divisor = b;
    fraction const quotient{.over = divisor < 0 ? whole(-units_of(a)) : units_of(a),
                            .under = power_of_ten(a.scale()) * abs(divisor)};
    int scale = a.scale();
    while (scale < most_places && quotient.over * power_of_ten(scale) % quotient.under != 0) ++scale;
    expect(calculated([&] { return a / b; }), nearest(quotient, scale), about + "/ " + std::to_string(b));
}

void check_one(decimal a, int scale, outlay::rounding mode)
{
    std::string const about = a.to_string() + ' ' + std::to_string(scale) + ' ';
    expect(a.to_string(), text_of(units_of(a), a.scale()), about + "to_string");
    whole const units = rounded_units(value_of(a), scale, mode);
    expect(calculated([&] { return a.round(scale, mode); }), abs(units) <= largest() ? text_of(units, scale) : "!",
           about + "round");
    whole normal = units_of(a);
    int places = a.scale();
    while (places > 0 && normal % 10 == 0) normal /= 10, --places;
    expect(a.normalized().to_string(), text_of(normal, places), about + "normalized");
    expect((-a).to_string(), text_of(-units_of(a), a.scale()), about + "negated");
    expect(a.abs().to_string(), text_of(abs(units_of(a)), a.scale()), about + "abs");
    require(decimal::from_words(a.words()) == a, "not its words", about);
}

/// The nearest double of a JSON number, by the standard library; none for numbers out of range.
void check_double_of(std::string const& text)
{
    double expected = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), expected);
    double const found = outlay::detail::read_double(text);
    if (read.ec != std::errc()) return;
    bool const is_same = found == expected && std::signbit(found) == std::signbit(expected);
    require(is_same, "another double", text);
}

} // namespace

void check_decimal_text(bytes& input)
{
    std::string const text(input.rest());
    auto const number = number_grammar(text).read();
    auto const found = decimal::parse(text);
    require(decimal::try_parse(text).has_value() == found.has_value(), "parse and try_parse differ", text);
    auto const rounded = outlay::detail::read_decimal(text);
    if (!number) {
        expect(shown(found), "!decimal", text);
        return require(!rounded.is_valid(), "read, and no number", text);
    }
    check_double_of(text);
    int const scale = std::max(number->scale, 0);
    if (number->units == 0) return expect(shown(found), text_of(0, std::min(scale, most_places)), text);
    std::string const exact = exactly(value_of(*number), scale);
    expect(shown(found), exact, text);
    std::string const expected = exact.starts_with('!') ? nearest(value_of(*number), scale) : exact;
    expect(rounded.is_valid() ? decimal::from_words(rounded.words()).to_string() : "!", expected, text);
}

void check_decimal_arithmetic(bytes& input)
{
    auto const mode = static_cast<outlay::rounding>(input.below(7)); // all modes
    int const scale = static_cast<int>(input.below(most_places + 1));
    decimal const a = any_decimal(input);
    decimal const b = any_decimal(input);
    std::string const about = a.to_string() + ' ' + b.to_string() + ' ';
    check_one(a, scale, mode);
    check_sum(a, b, about);
    fraction const product = value_of(a) * value_of(b);
    int const places = a.scale() + b.scale();
    expect(calculated([&] { return a * b; }), nearest(product, places), about + "*");
    expect(shown(multiply_exact(a, b)), exactly(product, places), about + "multiply_exact");
    check_quotient(a, b, scale, mode, about);
    auto const n = static_cast<std::int64_t>(input.number(input.coin() ? 8 : 1));
    check_integer_quotient(a, n, a.to_string() + ' ');
}

void check_decimal_doubles(bytes& input)
{
    decimal const a = any_decimal(input);
    std::string const text = a.to_string();
    double nearest_double = 0;
    std::from_chars(text.data(), text.data() + text.size(), nearest_double);
    require(a.to_double() == nearest_double, "another double", text);

    double const any = std::bit_cast<double>(input.number(8));
    char digits[400];
    auto const end = std::to_chars(digits, digits + sizeof digits, any, std::chars_format::fixed).ptr;
    std::string const shortest(digits, end);
    std::string const found = calculated([&] { return decimal::from_double(any); });
    if (!std::isfinite(any)) return expect(found, "!", shortest);
    if (found != "!") require(decimal::parse(found)->to_double() == any, "not the double that it was made of", found);
    // Fixed notation writes large doubles with digits that the shortest text does not have.
    double const largest_exact = 9007199254740992.0; // 2^53
    if (std::abs(any) >= largest_exact) return;
    std::string const expected = shown(decimal::parse(shortest));
    require(found.starts_with('!') == expected.starts_with('!'), "one of two doubles fits", shortest + ' ' + found);
    if (found != "!")
        require(decimal::parse(found).value() == decimal::parse(shortest).value(), "another decimal", shortest);
}

} // namespace fuzz
