#pragma once

#include "../support.hpp"
#include "../terminal.hpp"
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <outlay/amazon.hpp>
#include <outlay/budget.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

// The second part of the quickstart: portfolios are created, changed and listed, and share their unspent budget.

namespace portfolios {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using terminal::colour, terminal::left, terminal::paint, terminal::right;

// --- 6. A portfolio is created.

/// An impossible range would not compile.
constexpr ads::portfolio_budget spring =
    ads::portfolio_budget::date_range({50.00_dec, "USD"}, {2027_y / 3 / 1, 2027_y / 5 / 31});
static_assert(outlay::valid(spring));

inline void show_create()
{
    outlay::context const given{.today = 2027_y / 1 / 15};
    ads::create_portfolios_request request{{{.budget = spring, .name = "Spring"}}};
    expect(outlay::validate(request, given).empty(), "a portfolio for this spring may be created");
    std::cout << "  " << outlay::encode(request) << '\n';

    // Each rule has the code of Amazon's own error for it.
    request.portfolios[0].budget->amount = 50.005_dec;
    request.portfolios[0].budget->end_date = 2026_y / 5 / 31;
    outlay::report const broken = outlay::validate(request, given);
    expect(broken.size() == 3, "an amount in tenths of a cent, and dates in the wrong order and past");
    for (outlay::violation const& v : broken) std::cout << "  " << paint(colour::red, left(v.code, 29)) << v << '\n';
}

// --- 7. A portfolio is changed: an absent field stays as it is, null clears it.

inline void show_updates()
{
    auto const show = [](std::string_view what, ads::portfolio_update update) {
        update.portfolio_id = "190881001";
        expect(outlay::valid(update), what);
        std::cout << "  " << left(what, 16) << outlay::encode(update) << '\n';
    };
    show("no cap any more", {.budget = ads::portfolio_budget::no_cap()});
    show("no end any more", {.budget = ads::portfolio_budget::no_end_date()});
    show("no sharing", {.budget_controls = ads::budget_controls::sharing(ads::feature_state::disabled)});
}

// --- 8. Portfolios are listed.

inline std::string shown(outlay::cap const& cap)
{
    return std::visit(
        []<class Cap>(Cap const& c) -> std::string {
            if constexpr (std::is_same_v<Cap, outlay::no_cap>) return "no cap";
            else if constexpr (std::is_same_v<Cap, outlay::monthly_recurring_cap>)
                return c.amount.to_string() + " a month";
            else return c.amount.to_string() + " in " + c.dates.to_string();
        },
        cap);
}

inline void show_list(std::string_view text)
{
    auto const page = outlay::decode<ads::portfolio_list_reply>(text);
    expect(page.has_value(), page.error().message());
    for (ads::portfolio const& portfolio : page->portfolios) {
        std::cout << "  " << left(portfolio.portfolio_id.str(), 16) << left(portfolio.name, 14);
        if (portfolio.budget) std::cout << shown(ads::to_cap(*portfolio.budget).value());
        if (portfolio.budget_controls && portfolio.budget_controls->campaign_unspent_budget_sharing)
            std::cout << ", sharing " << portfolio.budget_controls->campaign_unspent_budget_sharing->feature_state;
        std::cout << '\n';
    }
}

// --- 9. Three campaigns share their leftovers: the example of Amazon's guide, and the month after it.

struct campaign {
    std::string_view id;
    int first_day; ///< its demand on the first day of the month
    int weekday;   ///< its demand on other working days
    int weekend;
    std::string chart{};
};

inline int wanted(campaign const& c, date::year_month_day day)
{
    if (day.day() == date::day{1}) return c.first_day;
    date::weekday const weekday{date::sys_days(day)};
    return weekday == date::Saturday || weekday == date::Sunday ? c.weekend : c.weekday;
}

inline void show_leftovers()
{
    constexpr outlay::month july{2025, 7};
    outlay::leftover_ledger ledger{july, outlay::sharing::on};
    std::array<campaign, 3> campaigns{{{.id = "c1", .first_day = 70, .weekday = 70, .weekend = 50},
                                       {.id = "c2", .first_day = 50, .weekday = 95, .weekend = 40},
                                       {.id = "c3", .first_day = 100, .weekday = 110, .weekend = 190}}};
    for (campaign const& c : campaigns) expect(ledger.daily_budget(c.id, 100_dec).has_value(), "a budget of the month");

    std::string pool;
    for (int day = 1; day <= july.days_in(); ++day) {
        if (day == 2) {
            expect(ledger.pool(2) == 80_dec && ledger.allowance(2, "c3") == 180_dec, "the example of Amazon's guide");
            std::cout << "  After a day of 70, 50 and 100, of 100 each, " << ledger.pool(2)
                      << " is left, and c3 may spend " << ledger.allowance(2, "c3") << ".\n";
        }
        pool += paint(colour::dim, terminal::column(ledger.pool(day).to_double() / 1000));
        for (campaign& c : campaigns) {
            outlay::decimal const amount =
                std::min<outlay::decimal>(wanted(c, date::year_month(july) / day), ledger.allowance(day, c.id));
            expect(ledger.spend(day, c.id, amount).has_value(), "what is allowed is spent");
            c.chart += paint(amount > 100 ? colour::yellow : colour::green, terminal::column(amount.to_double() / 200));
        }
    }
    std::cout << paint(colour::dim, "  " + left("July 2025", 24) + "1        10        20        30") << '\n';
    for (campaign const& c : campaigns) std::cout << "  " << c.id << left(" spends, of 200", 22) << c.chart << '\n';
    std::cout << "  " << left("left to share, of 1000", 24) << pool << '\n';
    outlay::month_close const close = ledger.close();
    std::cout << "  Spent " << close.spent << " of a charging limit of " << close.charging_limit << ", to be credited "
              << close.over_delivery_credit << ".\n";
}

} // namespace portfolios
