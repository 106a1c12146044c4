// outlay in two minutes: reads a reply into exact values, reports the errors of a broken one, checks a request before
// it is sent, and calculates with budgets. To run it: sh cmake/bootstrap.sh quickstart

#include "../support.hpp"
#include "../terminal.hpp"
#include "campaigns.hpp"
#include "portfolios.hpp"
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <outlay/amazon.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using terminal::colour, terminal::left, terminal::paint, terminal::right;

/// Usage replies name no currency: their amounts are in that of the advertiser's profile.
constexpr outlay::currency profile_currency{"USD"};

// --- 1. A reply becomes values.

struct spending {
    outlay::money budget, spent, remaining;
};

/// Exact to 28 digits: of 79.99 USD, 33.33 percent are 26.660667 USD.
std::optional<spending> spending_of(ads::campaign_usage const& usage)
{
    // Amazon's specification promises neither, so both are std::optional.
    if (!usage.budget || !usage.budget_usage_percent) return std::nullopt;
    outlay::money const budget{*usage.budget, profile_currency};
    outlay::decimal const share = *usage.budget_usage_percent * 0.01_dec;
    outlay::money const spent = budget * share;
    return spending{budget, spent, budget - spent};
}

/// Rounded to the currency's minor unit, here cents, for the eye only.
std::string shown(outlay::money const& amount) { return amount.rounded().amount.to_string(); }

void print_usage(ads::campaign_usage const& usage)
{
    std::cout << "  " << left(usage.campaign_id.value_or("no id").str(), 15);
    auto const amounts = spending_of(usage);
    if (!amounts) {
        std::cout << "  no figures\n";
        return;
    }
    std::cout << right(shown(amounts->budget), 11) << "  " << terminal::bar(usage.budget_usage_percent->to_double())
              << right(usage.budget_usage_percent->round(2).to_string(), 8) << "%" << right(shown(amounts->spent), 11)
              << right(shown(amounts->remaining), 11)
              << (amounts->remaining.amount < 0 ? paint(colour::red, "  over") : "") << '\n';
}

void show_table(std::string_view text)
{
    // decode() returns the value or an error; inspect() also has the notices, deviations that do not prevent reading.
    auto const seen = outlay::inspect<ads::campaign_usage_reply>(text);
    expect(seen.ok(), seen.report.to_string());

    std::cout << paint(colour::dim, "  campaign         budget USD  used                     spent  remaining") << '\n';
    outlay::money total{0, profile_currency};
    for (ads::campaign_usage const& usage : seen.value.success) {
        print_usage(usage);
        if (auto const amounts = spending_of(usage)) total += amounts->spent;
    }
    for (ads::usage_error const& refused : seen.value.error)
        std::cout << "  " << left(refused.campaign_id.value_or("no id").str(), 15) << "  "
                  << paint(colour::red, refused.code.value_or("no code")) << "  " << refused.details.value_or("")
                  << '\n';

    std::cout << "  Spent in all, exactly: " << total.amount.normalized() << ' ' << total.currency << '\n';
    std::cout << paint(colour::dim, "  Read, with a notice:") << '\n';
    for (outlay::violation const& notice : seen.report.notices())
        std::cout << paint(colour::dim, "  " + notice.to_string()) << '\n';
}

// --- 2. So do the samples of Amazon's guides.

template<class Reply>
void show_sample(std::filesystem::path const& payloads, std::string const& name)
{
    auto const reply = outlay::decode<Reply>(read_file(payloads / "amazon" / (name + ".json")));
    expect(reply.has_value(), reply.error().message());
    std::cout << "  " << left(name, 35) << reply->success.size() << " answered, " << reply->error.size()
              << " refused\n";
}

// --- 3. and 4. A broken reply is refused, with every reason.

void show_refused(std::string_view text, outlay::error_kind kind, std::size_t reasons)
{
    auto const reply = outlay::decode<ads::campaign_usage_reply>(text);
    expect(reply.has_error(), "a broken reply is refused");
    outlay::report const& report = reply.error().report();
    for (outlay::violation const& reason : report) std::cout << "  " << reason << '\n';
    if (kind == outlay::error_kind::syntax) terminal::excerpt(text, report[0].line, report[0].column);
    expect(reply.error().kind() == kind && report.size() == reasons, "the kind and number of reasons");
}

// --- 5. A request is checked before it is sent.

void show_requests()
{
    ads::campaign_usage_request const two{{"402884213301977", "402884213301984"}};
    expect(outlay::valid(two), "a request for 2 campaigns is valid");
    std::cout << "    2 campaigns: " << outlay::encode(two) << '\n';

    ads::campaign_usage_request const many{std::vector<ads::campaign_id>(101, "402884213301977")};
    outlay::report const report = outlay::validate(many);
    expect(report.size() == 1, "a request for 101 campaigns breaks one rule");
    std::cout << "  101 campaigns: " << report << '\n';
}

void show_everything(std::filesystem::path const& payloads)
{
    if (!is_directory(payloads))
        throw std::runtime_error("no folder " + payloads.string() + "\nusage: quickstart [outlay's tests/payloads]");
    auto const reply = [&payloads](std::string const& name) {
        return read_file(payloads / "amazon" / ("campaign_usage_reply_" + name + ".json"));
    };
    terminal::title("A reply becomes values: exact amounts, rounded only to be shown", "outlay::inspect");
    show_table(reply("ten_campaigns"));

    terminal::title("So do the samples of Amazon's guides, old field names and all", "outlay::decode");
    show_sample<ads::campaign_usage_reply>(payloads, "campaign_usage_reply_documented");
    show_sample<ads::campaign_usage_reply>(payloads, "campaign_usage_reply_two_refused");
    show_sample<ads::portfolio_usage_reply>(payloads, "portfolio_usage_reply_documented");
    show_sample<ads::portfolio_usage_reply>(payloads, "portfolio_usage_reply_two_refused");

    terminal::title("But one lacks two commas: it is not JSON", "outlay::decode");
    show_refused(reply("missing_commas"), outlay::error_kind::syntax, 1);

    terminal::title("Three wrong fields, and the first does not hide the next", "outlay::decode");
    show_refused(reply("three_wrong_fields"), outlay::error_kind::invalid, 3);

    terminal::title("A request is checked before it is sent", "outlay::validate");
    show_requests();

    terminal::title("A portfolio is created, and mistakes are found before Amazon finds them", "outlay::validate");
    portfolios::show_create();

    terminal::title("Caps, ends and features are cleared", "outlay::encode");
    portfolios::show_updates();

    terminal::title("Portfolios are listed", "outlay::decode");
    portfolios::show_list(read_file(payloads / "amazon" / "portfolio_list_reply_documented.json"));
    portfolios::show_list(read_file(payloads / "amazon" / "portfolio_list_reply_sharing_enabled.json"));

    terminal::title("Campaigns share what they leave unspent", "outlay::leftover_ledger");
    portfolios::show_leftovers();

    terminal::title("A campaign has run out: what it missed, and the raised budget", "amazon::client");
    campaigns::show_raised_budget();
    std::cout << '\n';
}

} // namespace

int main(int argc, char** argv)
try {
    show_everything(argc > 1 ? argv[1] : OUTLAY_PAYLOADS);
} catch (std::exception const& failure) {
    std::cerr << "quickstart: " << failure.what() << '\n';
    return 1;
}
