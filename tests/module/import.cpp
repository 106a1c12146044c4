// Of outlay's users: a program that includes no header of outlay.
#include <boost/describe.hpp>
#include <iostream>
#include <string>

import outlay;

using namespace outlay::literals;
namespace ads = outlay::amazon;

namespace my {
struct plan {
    std::string name;
    outlay::money budget;
};
BOOST_DESCRIBE_STRUCT(plan, (), (name, budget))
} // namespace my

int main()
{
    constexpr auto spring = ads::portfolio_budget::date_range({50.00_dec, "USD"}, {2027_y / 3 / 1, 2027_y / 5 / 31});
    static_assert(outlay::valid(spring));
    std::cout << outlay::encode(spring) << '\n';

    auto const usage =
        outlay::decode<ads::campaign_usage_reply>(R"({"success":[{"index":0,"budgetUsagePercent":"75"}]})");
    std::cout << usage.error() << '\n';

    auto const plan = outlay::decode<my::plan>(R"({"name":"spring","budget":{"amount":12.50,"currency":"USD"}})");
    std::cout << outlay::encode(plan.value()) << '\n' << plan->budget * 3 << '\n';

    ads::client amazon{
        [](outlay::http::request const&) {
            return outlay::http::response{
                207, {}, R"({"success":[{"index":0,"campaignId":"1","budget":5.00,"budgetUsagePercent":75}]})"};
        },
        ads::endpoint{ads::region::europe, "client", {"token"}, "profile"}};
    auto const batch = amazon.campaign_budget_usage(ads::ad_product::sponsored_products, {"1"});
    for (auto const& outcome : batch)
        if (auto const* const row = outcome.success()) std::cout << *row->budget_usage_percent << " %\n";
}
