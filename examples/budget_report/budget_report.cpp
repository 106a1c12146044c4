// The status and the pace of budgets of all vendors: reads replies of Amazon, AWS, HubSpot, Datadog and Google from
// files, and prints one table of them.
//
//     budget_report [--as KIND] [--window FIRST/LAST] [--today DATE | --utc-offset MINUTES] [--warn PERCENT]
//                   [--json] [--svg FILE] FILE...
//
// A file is recognised by its shape, or read as KIND, which holds for the files after it: amazon-campaigns,
// amazon-portfolios, hubspot-totals, hubspot-campaigns, datadog-budget, datadog-budgets, aws-budgets or google-budgets.
// Datadog's replies and HubSpot's campaigns have the days of their budget, and those of AWS its unit of time; --window
// gives those of the budgets in the files after it, 2026-11-01/2026-11-30. A budget with these has a pace at the
// beginning of today, which is DATE, or the day at so many minutes ahead of UTC. Exit status: 1 if a budget is used
// above --warn (100 if it is not given), 2 if something could not be read or the arguments are wrong, 3 for both, else
// 0.

#include "../options.hpp"
#include "../support.hpp"
#include "../terminal.hpp"
#include "sources.hpp"
#include "svg.hpp"
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <date/date.h>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

using namespace outlay::literals;
using terminal::colour, terminal::left, terminal::paint, terminal::right;

struct input {
    std::string path;
    std::optional<report::kind> kind;
    std::optional<outlay::date_range> window; ///< of budgets that have none of their own
};

struct arguments {
    std::vector<input> inputs;
    std::optional<date::year_month_day> today; ///< if not that of the clock
    std::chrono::minutes utc_offset{0};
    outlay::decimal warn = 100;
    bool as_json = false;
    std::optional<std::string> svg;
    bool help = false;
    bool version = false;
};

constexpr char usage[] =
    "budget_report [--as KIND] [--window FIRST/LAST] [--today DATE | --utc-offset MINUTES]\n"
    "                     [--warn PERCENT] [--json] [--svg FILE] [--] FILE...\n"
    "       budget_report --help | --version\n"
    "kinds: amazon-campaigns, amazon-portfolios, hubspot-totals, hubspot-campaigns, datadog-budget,\n"
    "       datadog-budgets, aws-budgets, google-budgets\n"
    "window: the days that share the amounts of the files after it, such as 2026-11-01/2026-11-30\n"
    "today: the day that the pace is of; without it that of the clock, MINUTES ahead of UTC (0)\n"
    "exit status: 1 a budget is used above PERCENT (100), 2 something was not understood, 3 both, else 0\n";

report::kind parse_kind(std::string_view name)
{
    auto const kind = outlay::decode<report::kind>(outlay::encode(std::string(name)));
    if (!kind) throw wrong_use("--as: " + kind.error().message().substr(5)); // without the place in the JSON text
    return *kind;
}

/// The value of an option, or the reason why the option is wrong.
template<class T>
T checked(std::string_view option, outlay::result<T> const& value)
{
    if (!value) throw wrong_use(std::string(option) + ": " + value.error().message());
    return *value;
}

std::chrono::minutes parse_offset(std::string_view text)
{
    constexpr int most = 24 * 60; // clocks are nowhere a day apart from UTC
    int minutes = 0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (failure != std::errc() || end != text.data() + text.size() || minutes <= -most || minutes >= most)
        throw wrong_use("--utc-offset: expected minutes such as -480, between -1440 and 1440");
    return std::chrono::minutes(minutes);
}

arguments parse(std::span<char*> words)
{
    arguments parsed;
    input next;              // for the files to come
    bool has_options = true; // until `--`
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view const word = words[i];
        auto const value = [&]() -> std::string_view {
            if (++i == words.size()) throw wrong_use(std::string(word) + " needs a value");
            return words[i];
        };
        if (!has_options || !options::is_option(word)) {
            next.path = word;
            parsed.inputs.push_back(next);
        } else if (word == "--") has_options = false;
        else if (word == "--help" || word == "-h") parsed.help = true;
        else if (word == "--version") parsed.version = true;
        else if (word == "--json") parsed.as_json = true;
        else if (word == "--svg") parsed.svg = value();
        else if (word == "--as") next.kind = parse_kind(value());
        else if (word == "--window") next.window = checked(word, outlay::date_range::parse(value()));
        else if (word == "--today") parsed.today = checked(word, outlay::parse_date(value()));
        else if (word == "--utc-offset") parsed.utc_offset = parse_offset(value());
        else if (word == "--warn") parsed.warn = checked(word, outlay::decimal::parse(value()));
        else
            options::refuse(word, {"--as", "--window", "--today", "--utc-offset", "--warn", "--json", "--svg", "--help",
                                   "--version"});
    }
    if (parsed.inputs.empty() && !parsed.help && !parsed.version) throw wrong_use("no file is given");
    return parsed;
}

void read_input(report::findings& to, input const& from, date::year_month_day today)
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
    auto const before = to.rows.size();
    report::read(to, *kind, from.path, text, today);
    report::add_pace(to, before, from.window, today);
} catch (std::exception const& failure) {
    to.failures.push_back(failure.what());
}

std::string shown(std::optional<outlay::decimal> const& amount)
{
    return amount ? report::with_places(*amount, 2) : "unknown";
}

constexpr std::size_t name_width = 28;
constexpr std::size_t time_width = 26;

/// ` 1.20 over`: the index, and the verdict on it.
std::string shown(outlay::pace const& pace)
{
    if (!pace.index || !pace.verdict) return "";
    return right(report::with_places(*pace.index, 2), 6) + ' ' + std::string(report::words_for(*pace.verdict));
}

/// Only for budgets with a pace or a forecast. A `~` marks a projection, which is not the vendor's.
std::string outlook_columns(report::row const& each)
{
    std::string const pace = each.pace ? shown(*each.pace) : "";
    auto const outlook = report::outlook_of(each);
    std::string const spend =
        outlook ? (outlook->is_forecast ? "" : "~") + report::with_places(outlook->spend, 2) : "unknown";
    auto const until = each.pace ? each.pace->exhausted_on : std::nullopt;
    return left(pace, 13) + right(spend, 12) + "  " + (until ? outlay::to_string(*until) : "");
}

void print_table(std::vector<report::row> const& rows)
{
    bool const has_outlook = std::ranges::any_of(
        rows, [](report::row const& each) { return each.pace.has_value() || each.status.forecast.has_value(); });
    std::cout << paint(colour::dim, left("budget", name_width) + right("amount", 12) + right("spent", 13) +
                                        right("remaining", 13) + right("used", 24) + "  " +
                                        (has_outlook ? left("as of", time_width) + left("  pace", 13) +
                                                           right("forecast", 12) + "  used up on"
                                                     : "as of"))
              << '\n';
    for (report::row const& each : rows) {
        outlay::status const& status = each.status;
        auto const elapsed = each.pace && each.pace->elapsed_percent
                                 ? std::optional(each.pace->elapsed_percent->to_double())
                                 : std::nullopt;
        std::string const as_of = status.as_of ? status.as_of->to_string() : "unknown";
        std::cout << left(terminal::fit(each.budget, name_width), name_width) << ' ' << right(shown(status.limit()), 11)
                  << ' ' << right(shown(status.spent), 12) << ' ' << right(shown(status.remaining), 12) << ' '
                  << left(status.currency ? status.currency->to_string() : "", 4)
                  << (status.used_percent ? terminal::bar(status.used_percent->to_double(), elapsed)
                                          : std::string(10, ' '))
                  << ' ' << right(status.used_percent ? report::with_places(*status.used_percent, 1) + '%' : "", 8)
                  << "  " << (has_outlook ? left(as_of, time_width) + outlook_columns(each) : as_of) << '\n';
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
    auto const today = given.today.value_or(outlay::today_in(std::chrono::system_clock::now(), given.utc_offset));
    for (input const& each : given.inputs) read_input(found, each, today);

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
