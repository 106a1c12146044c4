#include <date/date.h>
#include <optional>
#include <outlay/budget/cap.hpp>
#include <outlay/budget/pace.hpp>
#include <outlay/budget/status.hpp>

namespace {

using namespace outlay::literals;
using outlay::cap;
using outlay::date_range;
using outlay::month;
using outlay::pace;
using outlay::pace_of;
using outlay::pace_verdict;
using outlay::status;

constexpr date_range april = month{2026, 4}.dates();
constexpr status budget{.amount = 3000, .spent = 1200};

// --- every figure of one budget

constexpr pace tenth = pace_of(budget, april, 2026_y / 4 / 11);
static_assert(tenth.elapsed_percent == 33.33333333333333333333333333_dec);
static_assert(tenth.expected == 1000 && tenth.index == 1.2_dec && tenth.run_rate == 120 && tenth.projected == 3600);
static_assert(tenth.suggested_daily == 90 && tenth.exhausted_on == 2026_y / 4 / 25);
static_assert(tenth.verdict == pace_verdict::over_pace);
static_assert(tenth == pace_of({.amount = 3000, .spent = 1200, .window = april}, 2026_y / 4 / 11));

// Places of the amounts are kept where the quotient is exact.
static_assert(pace_of({.amount = 3000.00_dec, .spent = 1200}, april, 2026_y / 4 / 11).expected->scale() == 2);

// Absent figures follow from the others, by the effective amount where there is one.
static_assert(pace_of({.amount = 3000, .used_percent = 40}, april, 2026_y / 4 / 11) == tenth);
static_assert(pace_of({.amount = 3000, .remaining = 1800}, april, 2026_y / 4 / 11) == tenth);
static_assert(pace_of({.amount = 2000, .spent = 1200, .effective_amount = 3000}, april, 2026_y / 4 / 11) == tenth);

// --- the days

constexpr pace on(date::year_month_day today, status const& of = budget) { return pace_of(of, april, today); }

// Before the window, and on its first day, nothing has elapsed.
static_assert(on(2026_y / 3 / 31) == pace{.elapsed_percent = 0, .expected = 0, .suggested_daily = 60});
static_assert(on(1970_y / 1 / 1) == on(2026_y / 3 / 31));
static_assert(on(2026_y / 4 / 1) == on(2026_y / 3 / 31));

// One day.
static_assert(on(2026_y / 4 / 2).elapsed_percent == 3.333333333333333333333333333_dec);
static_assert(on(2026_y / 4 / 2).run_rate == 1200 && on(2026_y / 4 / 2).index == 12);
static_assert(on(2026_y / 4 / 2).exhausted_on == 2026_y / 4 / 3);

// The last day, and the day after.
static_assert(on(2026_y / 4 / 30).suggested_daily == 1800);
static_assert(on(2026_y / 4 / 30).elapsed_percent == 96.66666666666666666666666667_dec);
static_assert(on(2026_y / 5 / 1) == pace{.elapsed_percent = 100,
                                         .expected = 3000,
                                         .index = 0.4_dec,
                                         .run_rate = 40,
                                         .projected = 1200,
                                         .verdict = pace_verdict::under_pace});
static_assert(on(2027_y / 1 / 1) == on(2026_y / 5 / 1));

// No day of the calendar.
static_assert(on(2026_y / 4 / 31) == pace{} && on(10000_y / 1 / 1) == pace{});
static_assert(pace_of(budget, 2026_y / 4 / 11) == pace{}); // without a window

// A window of one day: on that day, and after it, whatever the number of days for a projection.
constexpr date_range one_day{2026_y / 4 / 11, 2026_y / 4 / 11};
static_assert(pace_of(budget, one_day, 2026_y / 4 / 11) ==
              pace{.elapsed_percent = 0, .expected = 0, .suggested_daily = 1800});
static_assert(pace_of(budget, one_day, 2026_y / 4 / 12).projected == 1200);
static_assert(pace_of(budget, one_day, 2026_y / 4 / 12).index == 0.4_dec);

// The longest window there is.
constexpr date_range ever{0_y / 1 / 1, 9999_y / 12 / 31};
static_assert(pace_of({.amount = ever.days(), .spent = 1}, ever, 0_y / 1 / 2).index == 1);
static_assert(pace_of({.amount = ever.days(), .spent = 1}, ever, 0_y / 1 / 2).exhausted_on == 9999_y / 12 / 31);

// --- the projection

static_assert(!on(2026_y / 4 / 3).projected && on(2026_y / 4 / 4).projected == 12000); // after 2 and 3 days
constexpr pace with_days(int days, date::year_month_day today)
{
    return pace_of(budget, april, today, {.project_after_days = days});
}
static_assert(!with_days(10, 2026_y / 4 / 10).projected && with_days(10, 2026_y / 4 / 11).projected == 3600);
static_assert(with_days(1, 2026_y / 4 / 2).projected == 36000 && with_days(0, 2026_y / 4 / 2).projected == 36000);
static_assert(!with_days(0, 2026_y / 4 / 1).projected && !with_days(-1, 2026_y / 4 / 1).projected);
static_assert(!with_days(31, 2026_y / 4 / 30).projected && with_days(31, 2026_y / 5 / 1).projected == 1200);
static_assert(with_days(31, 2026_y / 4 / 11).run_rate == 120); // nothing else depends on the number

// --- the day of exhaustion

constexpr auto exhausted(outlay::decimal spent, date::year_month_day today)
{
    return pace_of({.amount = 3000, .spent = spent}, april, today).exhausted_on;
}
// 1000 after 10 days lasts to the end of the window; less than that is not used up in it.
static_assert(exhausted(1000, 2026_y / 4 / 11) == 2026_y / 4 / 30);
static_assert(exhausted(999.99_dec, 2026_y / 4 / 11) == std::nullopt);
static_assert(exhausted(1034.48_dec, 2026_y / 4 / 11) == 2026_y / 4 / 30); // 29 days of it are 2999.992
static_assert(exhausted(1034.49_dec, 2026_y / 4 / 11) == 2026_y / 4 / 29); // and of this 3000.021
// All of it, more, or nearly all.
static_assert(exhausted(2999.99_dec, 2026_y / 4 / 11) == 2026_y / 4 / 11);
static_assert(exhausted(3000, 2026_y / 4 / 11) == 2026_y / 4 / 11);
static_assert(exhausted(5000, 2026_y / 4 / 11) == 2026_y / 4 / 11);
// Within the window only, and on its first day only if the amount is spent already.
static_assert(exhausted(3000, 2026_y / 4 / 1) == 2026_y / 4 / 1 && !exhausted(2999, 2026_y / 4 / 1));
static_assert(!exhausted(3000, 2026_y / 3 / 31) && !exhausted(3000, 2026_y / 5 / 1));
static_assert(exhausted(3000, 2026_y / 4 / 30) == 2026_y / 4 / 30);
static_assert(!exhausted(0, 2026_y / 4 / 11) && !exhausted(-5, 2026_y / 4 / 11));
// 28 digits: one unit of the last decides.
static_assert(pace_of({.amount = 3.000000000000000000000000003_dec, .spent = 1.000000000000000000000000001_dec}, april,
                      2026_y / 4 / 11)
                  .exhausted_on == 2026_y / 4 / 30);
static_assert(!pace_of({.amount = 3.000000000000000000000000004_dec, .spent = 1.000000000000000000000000001_dec}, april,
                       2026_y / 4 / 11)
                   .exhausted_on);

// --- the verdict

constexpr auto verdict(outlay::decimal spent, outlay::pace_options options = {})
{
    return pace_of({.amount = 3000, .spent = spent}, april, 2026_y / 4 / 11, options).verdict;
}
static_assert(verdict(950) == pace_verdict::on_pace && verdict(949.99_dec) == pace_verdict::under_pace);
static_assert(verdict(1050) == pace_verdict::on_pace && verdict(1050.01_dec) == pace_verdict::over_pace);
static_assert(verdict(1150, {.tolerance_percent = 15}) == pace_verdict::on_pace);
static_assert(verdict(1150.01_dec, {.tolerance_percent = 15}) == pace_verdict::over_pace);
static_assert(verdict(850, {.tolerance_percent = 15}) == pace_verdict::on_pace);
static_assert(verdict(849.99_dec, {.tolerance_percent = 15}) == pace_verdict::under_pace);
static_assert(verdict(1000, {.tolerance_percent = 0}) == pace_verdict::on_pace);
static_assert(verdict(1000.01_dec, {.tolerance_percent = 0}) == pace_verdict::over_pace);
static_assert(verdict(999.99_dec, {.tolerance_percent = 0}) == pace_verdict::under_pace);
static_assert(verdict(1000, {.tolerance_percent = -1}) == pace_verdict::on_pace); // as 0
static_assert(verdict(0, {.tolerance_percent = 100}) == pace_verdict::on_pace);

// --- unusual amounts

// Nothing spent.
static_assert(on(2026_y / 4 / 11, {.amount = 3000, .spent = 0}) == pace{.elapsed_percent = tenth.elapsed_percent,
                                                                        .expected = 1000,
                                                                        .index = 0,
                                                                        .run_rate = 0,
                                                                        .projected = 0,
                                                                        .suggested_daily = 150,
                                                                        .verdict = pace_verdict::under_pace});

// An amount of 0 or less is used up at once.
static_assert(
    on(2026_y / 4 / 11, {.amount = 0, .spent = 0}) ==
    pace{.elapsed_percent = tenth.elapsed_percent, .expected = 0, .run_rate = 0, .projected = 0, .suggested_daily = 0});
static_assert(on(2026_y / 4 / 11, {.amount = 0, .spent = 10}).suggested_daily == 0);
static_assert(!on(2026_y / 4 / 11, {.amount = -1, .spent = 10}).index);
static_assert(!on(2026_y / 4 / 11, {.amount = -1, .spent = 10}).exhausted_on);

// Refunds of more than was spent.
constexpr pace refunded = on(2026_y / 4 / 11, {.amount = 3000, .spent = -300});
static_assert(refunded.index == -0.3_dec && refunded.run_rate == -30 && refunded.projected == -900);
static_assert(refunded.suggested_daily == 165 && !refunded.exhausted_on);
static_assert(refunded.verdict == pace_verdict::under_pace);

// More spent than there was.
static_assert(on(2026_y / 4 / 11, {.amount = 3000, .spent = 3001}).suggested_daily == 0);
static_assert(on(2026_y / 4 / 11, {.amount = 3000, .spent = 2999}).suggested_daily == 0.05_dec);

// --- absent figures

static_assert(on(2026_y / 4 / 11, {}) == pace{.elapsed_percent = tenth.elapsed_percent});
static_assert(on(2026_y / 4 / 11, {.amount = 3000}) ==
              pace{.elapsed_percent = tenth.elapsed_percent, .expected = 1000});
static_assert(on(2026_y / 4 / 11, {.remaining = 1800}) ==
              pace{.elapsed_percent = tenth.elapsed_percent, .suggested_daily = 90});
// The percentage alone has a pace, the spend alone has a rate.
static_assert(on(2026_y / 4 / 11, {.used_percent = 40}) ==
              pace{.elapsed_percent = tenth.elapsed_percent, .index = 1.2_dec, .verdict = pace_verdict::over_pace});
static_assert(!on(2026_y / 4 / 1, {.used_percent = 40}).index);
// Amounts between 0 and 1.
static_assert(on(2026_y / 4 / 11, {.amount = 0.3_dec, .spent = 0.12_dec}).index == 1.2_dec);
static_assert(on(2026_y / 4 / 11, {.amount = 0.3_dec, .spent = 0.12_dec}).exhausted_on == 2026_y / 4 / 25);
static_assert(on(2026_y / 4 / 30, {.amount = 0.3_dec, .spent = 0.2_dec}).suggested_daily == 0.1_dec);
static_assert(verdict(1005, {.tolerance_percent = 0.5_dec}) == pace_verdict::on_pace);
static_assert(verdict(1005.01_dec, {.tolerance_percent = 0.5_dec}) == pace_verdict::over_pace);
// The index has the places that it needs, not those of the amounts.
static_assert(on(2026_y / 4 / 11, {.amount = 3000.00_dec, .spent = 1200.00_dec}).index->scale() == 1);
constexpr pace uncapped = on(2026_y / 4 / 11, {.spent = 1200, .is_uncapped = true});
static_assert(uncapped == pace{.elapsed_percent = tenth.elapsed_percent, .run_rate = 120, .projected = 3600});

// A cap has a window on the days on which it applies; no_cap has none.
constexpr pace capped(cap const& by)
{
    date::year_month_day const today = 2026_y / 4 / 11;
    return pace_of({.amount = 3000, .spent = 1200, .window = window(by, today)}, today);
}
constexpr cap monthly{outlay::monthly_recurring_cap{{3000, "USD"}}};
constexpr cap of_april{outlay::date_range_cap{{3000, "USD"}, april}};
constexpr cap none{};
static_assert(capped(monthly) == tenth && capped(of_april) == tenth && capped(none) == pace{});

// Too large for a decimal: absent, where the others are not.
constexpr pace huge = on(2026_y / 4 / 11, {.amount = 7e28_dec, .spent = 7e28_dec});
static_assert(!huge.projected && huge.run_rate == 7e27_dec && huge.index == 3);
static_assert(on(2026_y / 4 / 11, {.amount = 1e-28_dec, .spent = 7e28_dec}).index == std::nullopt);

} // namespace
