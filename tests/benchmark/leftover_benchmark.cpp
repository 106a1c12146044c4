// A month of a portfolio of 10,000 campaigns: each has its allowance read and spends on every day.

#include "suite.hpp"

#include <cstdint>
#include <outlay/budget.hpp>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr outlay::month july{2025, 7};

/// Ids of 15 digits, such as 402884213301977, and daily budgets in cents.
struct campaign {
    std::string id;
    outlay::decimal daily_budget;
};

std::vector<campaign> make_campaigns()
{
    std::uint64_t state = 2026;
    auto const below = [&state](std::uint64_t end) {
        state = state * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
        return (state >> 33) % end;
    };
    std::vector<campaign> all;
    for (int i = 0; i < 10'000; ++i) {
        auto id = std::to_string(402'884'000'000'000 + below(1 << 30) * 523);
        all.push_back({std::move(id), outlay::decimal::from_parts(static_cast<std::int64_t>(500 + below(50'000)), 2)});
    }
    return all;
}

/// Each campaign in turn spends, on each day another part of its allowance: now less than its daily budget, now all.
outlay::month_close run_month(std::vector<campaign> const& campaigns)
{
    outlay::leftover_ledger ledger(july, outlay::sharing::on);
    for (campaign const& c : campaigns) ledger.daily_budget(c.id, c.daily_budget).value();
    std::int64_t eighths = 0;
    for (int day = 1; day <= july.days_in(); ++day) {
        for (campaign const& c : campaigns) {
            auto const pool = ledger.pool(day);
            auto const own = ledger.own_leftover(day, c.id);
            keep(pool);
            keep(own);
            auto const most = ledger.allowance(day, c.id);
            eighths = (eighths + 3) % 9;
            ledger.spend(day, c.id, outlay::decimal::from_parts(most.coefficient() * eighths / 8, most.scale()))
                .value();
        }
    }
    return ledger.close();
}

contest leftover_contest()
{
    static std::vector<campaign> const campaigns = make_campaigns();
    auto const end = run_month(campaigns);
    require(end.campaigns.size() == campaigns.size(), "the ids of campaigns are not unique");
    require(end.spent > 0 && end.over_delivery_credit == 0, "allowances were exceeded");
    return {.name = "leftover", .candidates = {{.row = "month", .run = [] { keep(run_month(campaigns)); }}}};
}

registered const leftover_registered(leftover_contest);

} // namespace
