#include <date/date.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/budget/cap.hpp>
#include <rapidcheck/gtest.h>

namespace cap_test {

using date::days;
using date::sys_days;
using date::year_month_day;
using outlay::cap;
using outlay::date_range;
using outlay::money;
using outlay::window;

year_month_day any_day() { return sys_days(date::year{2023} / 12 / 1) + days(*rc::gen::inRange(0, 500)); }

cap any_cap()
{
    money const amount{*rc::gen::inRange(0, 1000), "USD"};
    switch (*rc::gen::inRange(0, 4)) {
    case 0: return outlay::no_cap{};
    case 1: return outlay::monthly_recurring_cap{amount};
    case 2: return outlay::monthly_recurring_cap{amount, any_day()};
    default: break;
    }
    auto const first = any_day();
    return outlay::date_range_cap{amount, {first, sys_days(first) + days(*rc::gen::inRange(0, 100))}};
}

TEST(cap, has_a_window_on_days_of_the_calendar_on_which_it_applies)
{
    using namespace outlay::literals;
    cap const monthly = outlay::monthly_recurring_cap{.amount = {50, "USD"}, .from = 2025_y / 9 / 10};
    EXPECT_EQ(window(monthly, 2025_y / 9 / 9), std::nullopt);
    EXPECT_EQ(window(monthly, 2025_y / 9 / 10), (date_range{2025_y / 9 / 10, 2025_y / 9 / 30}));
    EXPECT_EQ(window(monthly, 2026_y / 2 / 29), std::nullopt);
    EXPECT_EQ(amount_of(monthly), (money{50, "USD"}));

    date_range const dates(2025_y / 9 / 10, 2025_y / 10 / 9);
    cap const ranged = outlay::date_range_cap{.amount = {50, "USD"}, .dates = dates};
    EXPECT_EQ(window(ranged, 2025_y / 9 / 9), std::nullopt);
    EXPECT_EQ(window(ranged, 2025_y / 9 / 10), dates);
    EXPECT_EQ(amount_of(ranged), (money{50, "USD"}));
}

TEST(cap, has_no_amount_if_there_is_none) { EXPECT_EQ(amount_of(cap()), std::nullopt); }

RC_GTEST_PROP(cap, has_one_window_for_all_days_of_it, ())
{
    cap const some = any_cap();
    auto const on = any_day();
    auto const covered = window(some, on);
    if (!covered) return;

    RC_ASSERT(covered->contains(on));
    for (sys_days day = covered->first(); day <= sys_days(covered->last()); day += days(1))
        RC_ASSERT(window(some, day) == covered);
    RC_ASSERT(window(some, sys_days(covered->first()) - days(1)) != covered);
    RC_ASSERT(window(some, sys_days(covered->last()) + days(1)) != covered);
    RC_ASSERT(amount_of(some).has_value());
}

RC_GTEST_PROP(cap, that_recurs_has_a_window_on_every_day_until_its_last, ())
{
    auto const until = any_day();
    auto const on = any_day();
    auto const covered = window(outlay::monthly_recurring_cap{{1, "USD"}, until}, on);
    RC_ASSERT(covered.has_value() == (on <= until));
    if (!covered) return;

    // Renewed on the first, never beyond the month or the last day.
    RC_ASSERT(covered->first() == on.year() / on.month() / 1);
    RC_ASSERT(covered->last() <= until);
    RC_ASSERT(covered->last() == until || year_month_day(sys_days(covered->last()) + days(1)).day() == date::day{1});
}

} // namespace cap_test
