#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/budget/leftover.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

using namespace outlay::literals;
using outlay::decimal;
using outlay::leftover_ledger;
using outlay::month;
using outlay::sharing;

using campaign_id = outlay::identifier<struct campaign_tag>;

static_assert(std::derived_from<outlay::ledger_error, std::out_of_range>);
static_assert(!std::default_initializable<leftover_ledger> && std::copyable<leftover_ledger>);

// Ids of any kind, and texts, name a campaign; nothing else does.
template<class Id>
concept names_a_campaign = requires(leftover_ledger l, Id const& id) {
    l.daily_budget(id, 1);
    l.spend(1, id, 1);
    l.own_leftover(1, id);
    l.allowance(1, id);
};
static_assert(names_a_campaign<campaign_id> && names_a_campaign<std::string> && names_a_campaign<std::string_view>);
static_assert(names_a_campaign<char const*> && names_a_campaign<char[3]>);
static_assert(!names_a_campaign<int> && !names_a_campaign<std::nullptr_t>);

// Amounts are exact.
template<class Amount>
concept is_an_amount = requires(leftover_ledger l, Amount amount) { l.spend(1, "c1", amount); };
static_assert(is_an_amount<decimal> && is_an_amount<int> && !is_an_amount<double>);

// clang cannot make a short std::string of libstdc++ 12 in a constant expression.
#if !defined(__clang__) || defined(_LIBCPP_VERSION)

constexpr bool is(decimal d, std::int64_t coefficient, int scale)
{
    return d.coefficient() == coefficient && d.scale() == scale;
}

constexpr leftover_ledger guide_example(sharing mode)
{
    leftover_ledger july{month{2025, 7}, mode};
    for (auto const* const id : {"c1", "c2", "c3"}) july.try_daily_budget(id, 100);
    july.try_spend(1, "c1", 70);
    july.try_spend(1, "c2", 50);
    july.try_spend(1, "c3", 100);
    return july;
}

static_assert([] {
    auto july = guide_example(sharing::on);
    bool const before = july.pool(1) == 0 && july.pool(2) == 80 && july.allowance(2, "c3") == 180 &&
                        july.own_leftover(2, "c1") == 30 && july.own_leftover(2, campaign_id("c3")) == 0;
    july.try_spend(2, "c3", 180);
    return before && july.pool(2) == 0 && july.allowance(2, "c1") == 100 && july.allowance(2, "c3") == 180;
}());

static_assert([] {
    auto const july = guide_example(sharing::off);
    return july.allowance(2, "c1") == 130 && july.allowance(2, "c2") == 150 && july.allowance(2, "c3") == 100;
}());

static_assert([] {
    leftover_ledger july{month{2025, 7}, sharing::on};
    return !july.try_spend(1, "c1", 1) && july.try_daily_budget("c1", 100) && july.try_daily_budget("c1", 120, 31) &&
           !july.try_daily_budget("c1", 1, 32) && !july.try_daily_budget("c1", -1) && !july.try_spend(0, "c1", 1) &&
           !july.try_spend(1, "c1", -0.01_dec) && july.try_spend(1, "c1", 0.50_dec) && is(july.pool(2), 9950, 2) &&
           is(july.close().charging_limit, 3120'00, 2);
}());

static_assert([] {
    leftover_ledger february{month{2024, 2}, sharing::on};
    february.try_daily_budget("c1", 10);
    february.try_daily_budget("c2", 0);
    february.try_spend(29, "c2", 300);
    auto const end = february.close();
    return end.charging_limit == 290 && end.spent == 300 && end.over_delivery_credit == 10 &&
           end.campaigns[0] ==
               outlay::campaign_close{.campaign = "c1", .charging_limit = 290, .spent = 0, .over_delivery_credit = 0} &&
           end.campaigns[1] ==
               outlay::campaign_close{
                   .campaign = "c2", .charging_limit = 0, .spent = 300, .over_delivery_credit = 10} &&
           february.next_month().pool(31) == 300;
}());

// No intermediate sum overflows, not even with a replaced amount that the new scale could not hold.
static_assert([] {
    leftover_ledger july{month{2025, 7}, sharing::on};
    july.try_daily_budget("c1", 9e27_dec, 31);
    july.try_daily_budget("c1", 0.5_dec, 31);
    return july.close().charging_limit == 0.5_dec;
}());

// Amounts of more than 28 digits are rounded, also by the compiler.
static_assert([] {
    leftover_ledger july{month{2025, 7}, sharing::on};
    july.try_daily_budget("c1", 1'000'000'000);
    july.try_spend(1, "c1", 1_dec / 3);
    july.try_daily_budget("c2", 1e20_dec, 31);
    return is(july.close().spent, 333'3333, 7);
}());

// Enough campaigns for the index of ids to grow twice.
static_assert([] {
    leftover_ledger july{month{2025, 7}, sharing::on};
    for (char a = 'a'; a < 'e'; ++a)
        for (char b = 'a'; b < 'f'; ++b) july.try_daily_budget(std::string{a, b}, a - 'a' + 1);
    return july.pool(2) == 5 * (1 + 2 + 3 + 4) && july.own_leftover(2, "ca") == 3 && !july.try_spend(1, "af", 1);
}());

#endif

} // namespace
