// Calculates for decimal_oracle.py: reads an operation and its operands a line, and prints the result a line.
//
//     parse 12.50        12.50
//     multiply 0.1 0.2   0.02
//
// `!` and a code takes the place of a result that does not exist.

#include <cstdint>
#include <functional>
#include <iostream>
#include <map>
#include <outlay/value/decimal.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using outlay::decimal;
using outlay::result;

std::string shown(result<decimal> const& result)
{
    return result ? result->to_string() : "!" + std::string(result.error().report().begin()->code);
}

class operands {
public:
    explicit operands(std::istream& in) : in_(in) {}

    std::string text()
    {
        std::string word;
        if (!(in_ >> word)) throw std::invalid_argument("an operand is missing");
        return word;
    }
    decimal number() { return decimal::parse(text()).value(); }
    int integer() { return std::stoi(text()); }
    outlay::rounding mode() { return static_cast<outlay::rounding>(integer()); }

private:
    std::istream& in_;
};

using operation = std::function<std::string(operands&)>;

std::string compared(decimal a, decimal b)
{
    auto const order = a <=> b;
    bool const agrees = (a == b) == (order == 0) && (a < b) == (order < 0) && (b < a) == (order > 0);
    bool const hashes = order != 0 || std::hash<decimal>{}(a) == std::hash<decimal>{}(b);
    if (!agrees) return "!order";
    if (!hashes) return "!hash";
    return order < 0 ? "<" : order > 0 ? ">" : "=";
}

std::string to_double(decimal a)
{
    std::ostringstream out;
    out << std::hexfloat << a.to_double();
    return out.str();
}

/// Two operands in this order: the order of evaluation of arguments is not specified.
template<class Function>
operation binary(Function function)
{
    return [function](operands& from) -> std::string {
        decimal const a = from.number();
        decimal const b = from.number();
        return function(a, b);
    };
}

std::map<std::string, operation, std::less<>> const operations{
    {"parse", [](operands& from) { return shown(decimal::parse(from.text())); }},
    {"read",
     [](operands& from) {
         auto const read = outlay::detail::read_decimal(from.text());
         if (!read.is_valid()) return std::string("!");
         return decimal::from_words(read.words()).to_string();
     }},
    {"print", [](operands& from) { return from.number().to_string(); }},
    {"add", binary([](decimal a, decimal b) { return (a + b).to_string(); })},
    {"subtract", binary([](decimal a, decimal b) { return (a - b).to_string(); })},
    {"multiply", binary([](decimal a, decimal b) { return (a * b).to_string(); })},
    {"add_exact", binary([](decimal a, decimal b) { return shown(add_exact(a, b)); })},
    {"subtract_exact", binary([](decimal a, decimal b) { return shown(subtract_exact(a, b)); })},
    {"multiply_exact", binary([](decimal a, decimal b) { return shown(multiply_exact(a, b)); })},
    {"compare", binary(compared)},
    {"divide",
     [](operands& from) {
         decimal const a = from.number();
         decimal const b = from.number();
         int const scale = from.integer();
         return divide(a, b, scale, from.mode()).to_string();
     }},
    {"divide_by_integer",
     [](operands& from) {
         decimal const a = from.number();
         return (a / std::stoll(from.text())).to_string();
     }},
    {"round",
     [](operands& from) {
         decimal const a = from.number();
         int const scale = from.integer();
         return a.round(scale, from.mode()).to_string();
     }},
    {"normalize", [](operands& from) { return from.number().normalized().to_string(); }},
    {"to_double", [](operands& from) { return to_double(from.number()); }},
    {"from_double", [](operands& from) { return decimal::from_double(std::stod(from.text())).to_string(); }},
};

std::string answer(std::string const& question)
{
    std::istringstream words(question);
    std::string name;
    words >> name;
    auto const known = operations.find(name);
    if (known == operations.end()) throw std::invalid_argument("no such operation: " + question);
    operands from(words);
    try {
        return known->second(from);
    } catch (outlay::arithmetic_error const&) {
        return "!arithmetic_error";
    }
}

} // namespace

int main()
{
    std::ios::sync_with_stdio(false);
    try {
        for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
    } catch (std::exception const& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
