#include <concepts>
#include <date/date.h>
#include <optional>
#include <outlay/budget/cap.hpp>
#include <type_traits>

namespace {

using namespace outlay::literals;
using outlay::amount_of;
using outlay::cap;
using outlay::date_range;
using outlay::date_range_cap;
using outlay::money;
using outlay::monthly_recurring_cap;
using outlay::no_cap;
using outlay::window;

constexpr money fifty{50, "USD"};
constexpr date_range season{2025_y / 1 / 15, 2025_y / 2 / 15};
constexpr cap none{};
constexpr cap of_season{date_range_cap{fifty, season}};
constexpr cap monthly{monthly_recurring_cap{fifty}};
constexpr cap until_spring{monthly_recurring_cap{.amount = fifty, .until = 2025_y / 3 / 20}};

constexpr cap from_autumn{monthly_recurring_cap{.amount = fifty, .until = 2025_y / 9 / 25, .from = 2025_y / 9 / 10}};
static_assert(window(from_autumn, 2025_y / 9 / 10) == date_range{2025_y / 9 / 10, 2025_y / 9 / 25});
static_assert(!window(from_autumn, 2025_y / 9 / 9) && !window(from_autumn, 2025_y / 8 / 31));

static_assert(std::is_trivially_copyable_v<cap> && std::equality_comparable<cap>);
static_assert(std::holds_alternative<no_cap>(none));

static_assert(none == cap{no_cap{}} && none != of_season && of_season != monthly && monthly != until_spring);
static_assert(of_season == cap{date_range_cap{money{50.00_dec, "USD"}, season}});
static_assert(of_season != cap{date_range_cap{money{50, "EUR"}, season}});
static_assert(of_season != cap{date_range_cap{fifty, {2025_y / 1 / 15, 2025_y / 2 / 14}}});
static_assert(until_spring != cap{monthly_recurring_cap{fifty, 2025_y / 3 / 21}});

static_assert(amount_of(none) == std::nullopt && amount_of(of_season) == fifty && amount_of(monthly) == fifty);

// --- window

static_assert(window(none, 2025_y / 1 / 15) == std::nullopt);

static_assert(window(of_season, 2025_y / 1 / 14) == std::nullopt);
static_assert(window(of_season, 2025_y / 1 / 15) == season);
static_assert(window(of_season, 2025_y / 2 / 15) == season);
static_assert(window(of_season, 2025_y / 2 / 16) == std::nullopt);

static_assert(window(monthly, 2024_y / 2 / 29) == date_range{2024_y / 2 / 1, 2024_y / 2 / 29});
static_assert(window(monthly, 2025_y / 12 / 1) == date_range{2025_y / 12 / 1, 2025_y / 12 / 31});

static_assert(window(until_spring, 2025_y / 2 / 28) == date_range{2025_y / 2 / 1, 2025_y / 2 / 28});
static_assert(window(until_spring, 2025_y / 3 / 1) == date_range{2025_y / 3 / 1, 2025_y / 3 / 20});
static_assert(window(until_spring, 2025_y / 3 / 20) == date_range{2025_y / 3 / 1, 2025_y / 3 / 20});
static_assert(window(until_spring, 2025_y / 3 / 21) == std::nullopt);
static_assert(window(until_spring, 2026_y / 1 / 1) == std::nullopt);

// The ends of the calendar, and days that are not in it.
static_assert(window(monthly, 0_y / 1 / 31) == date_range{0_y / 1 / 1, 0_y / 1 / 31});
static_assert(window(monthly, 9999_y / 12 / 31) == date_range{9999_y / 12 / 1, 9999_y / 12 / 31});
static_assert(window(monthly, 2025_y / 2 / 29) == std::nullopt);
static_assert(window(monthly, 10000_y / 1 / 1) == std::nullopt);
static_assert(window(cap{date_range_cap{fifty, {2025_y / 2 / 1, 2025_y / 3 / 1}}}, 2025_y / 2 / 30) == std::nullopt);

} // namespace
