// The status of budgets of all vendors: reads replies of Amazon, HubSpot and Datadog from files, and prints one table
// of them.
//
//     budget_report [--as KIND] [--warn PERCENT] [--json] [--svg FILE] FILE...
//
// A file is recognised by its shape, or read as KIND, which holds for the files after it: amazon-campaigns,
// amazon-portfolios, hubspot-totals, datadog-budget or datadog-budgets. Exit status: 1 if a budget is used above
// --warn (100 if it is not given), 2 if something could not be read or the arguments are wrong, 3 for both, else 0.

#include "../options.hpp"
#include "../support.hpp"
#include "../terminal.hpp"
#include "sources.hpp"
#include "svg.hpp"
#include <algorithm>
#include <cstddef>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace outlay::literals;
using terminal::colour, terminal::left, terminal::paint, terminal::right;

struct input {
    std::string path;
    std::optional<report::kind> kind;
};

struct arguments {
    std::vector<input> inputs;
    outlay::decimal warn = 100;
    bool as_json = false;
    std::optional<std::string> svg;
    bool help = false;
    bool version = false;
};

constexpr char usage[] =
    "budget_report [--as KIND] [--warn PERCENT] [--json] [--svg FILE] [--] FILE...\n"
    "       budget_report --help | --version\n"
    "kinds: amazon-campaigns, amazon-portfolios, hubspot-totals, datadog-budget, datadog-budgets\n"
    "exit status: 1 a budget is used above PERCENT (100), 2 something was not understood, 3 both, else 0\n";

report::kind parse_kind(std::string_view name)
{
    auto const kind = outlay::decode<report::kind>(outlay::encode(std::string(name)));
    if (!kind) throw wrong_use("--as: " + kind.error().message().substr(5)); // without the place in the JSON text
    return *kind;
}

arguments parse(std::span<char*> words)
{
    arguments parsed;
    std::optional<report::kind> kind;
    bool has_options = true; // until `--`
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view const word = words[i];
        auto const value = [&]() -> std::string_view {
            if (++i == words.size()) throw wrong_use(std::string(word) + " needs a value");
            return words[i];
        };
        if (!has_options || !options::is_option(word)) parsed.inputs.push_back({std::string(word), kind});
        else if (word == "--") has_options = false;
        else if (word == "--help" || word == "-h") parsed.help = true;
        else if (word == "--version") parsed.version = true;
        else if (word == "--json") parsed.as_json = true;
        else if (word == "--svg") parsed.svg = value();
        else if (word == "--as") kind = parse_kind(value());
        else if (word == "--warn") {
            auto const percent = outlay::decimal::parse(value());
            if (!percent) throw wrong_use("--warn: " + percent.error().message());
            parsed.warn = *percent;
        } else options::refuse(word, {"--as", "--warn", "--json", "--svg", "--help", "--version"});
    }
    if (parsed.inputs.empty() && !parsed.help && !parsed.version) throw wrong_use("no file is given");
    return parsed;
}

void read_input(report::findings& to, input const& from)
try {
    std::string const text = read_file(from.path);
    auto kind = from.kind;
    if (!kind) {
        auto const detected = report::detect(text);
        if (!detected) {
            for (outlay::violation const& v : detected.error().report())
                to.failures.push_back(from.path + ':' + v.to_string());
            return;
        }
        if (!*detected) {
            to.failures.push_back(from.path + ":1:1: of the shape of no reply that is known: say what it is with --as");
            return;
        }
        kind = **detected;
    }
    report::read(to, *kind, from.path, text);
} catch (std::exception const& failure) {
    to.failures.push_back(failure.what());
}

std::string shown(std::optional<outlay::decimal> const& amount)
{
    return amount ? report::with_places(*amount, 2) : "not told";
}

constexpr std::size_t name_width = 28;

void print_table(std::vector<report::row> const& rows)
{
    std::cout << paint(colour::dim, left("budget", name_width) + right("amount", 12) + right("spent", 13) +
                                        right("remaining", 13) + right("used", 24) + "  as of")
              << '\n';
    for (report::row const& each : rows) {
        outlay::status const& status = each.status;
        std::cout << left(terminal::fit(each.budget, name_width), name_width) << ' ' << right(shown(status.amount), 11)
                  << ' ' << right(shown(status.spent), 12) << ' ' << right(shown(status.remaining), 12) << ' '
                  << left(status.currency ? status.currency->to_string() : "", 4)
                  << (status.used_percent ? terminal::bar(status.used_percent->to_double()) : std::string(10, ' '))
                  << ' ' << right(status.used_percent ? report::with_places(*status.used_percent, 1) + '%' : "", 8)
                  << "  " << (status.as_of ? status.as_of->to_string() : "not told") << '\n';
    }
}

int run(arguments const& given)
{
    if (given.help || given.version) {
        if (given.help) std::cout << "usage: " << usage;
        else std::cout << options::version_of("budget_report") << '\n';
        return 0;
    }
    report::findings found;
    for (input const& each : given.inputs) read_input(found, each);

    if (given.as_json) std::cout << outlay::encode(found.rows) << '\n';
    else print_table(found.rows);
    if (given.svg) {
        std::ofstream out(*given.svg);
        report::write_svg(out, found.rows, given.warn.to_double());
        if (!out.flush()) found.failures.push_back("can't write " + *given.svg);
    }
    if (!std::cout.flush()) found.failures.push_back("can't write to standard output");
    for (std::string const& failure : found.failures) std::cerr << "budget_report: " << failure << '\n';

    bool const is_over = std::ranges::any_of(found.rows, [&given](report::row const& each) {
        return each.status.used_percent && *each.status.used_percent > given.warn;
    });
    return (is_over ? 1 : 0) + (found.failures.empty() ? 0 : 2);
}

} // namespace

int main(int argc, char** argv)
try {
    return run(parse({argv + 1, static_cast<std::size_t>(argc - 1)}));
} catch (std::exception const& failure) {
    std::cerr << "budget_report: " << failure.what() << "\nusage: " << usage;
    return 2;
}
