#include <optional>
#include <outlay/budget/pace.hpp>
#include <outlay/budget/threshold.hpp>

namespace {

using namespace outlay::literals;
using outlay::crosses;
using outlay::status;
using outlay::status_figure;
using outlay::threshold;
using outlay::threshold_basis;
using outlay::threshold_unit;

constexpr status budget{.amount = 2500, .spent = 2000, .forecast = 3000};

// --- each kind, on both sides of its limit

static_assert(crosses(budget, threshold::actual_percent(80)) == true);
static_assert(crosses(budget, threshold::actual_percent(80.01_dec)) == false);
static_assert(crosses(budget, threshold::actual_amount(2000.00_dec)) == true);
static_assert(crosses(budget, threshold::actual_amount(2000.01_dec)) == false);
static_assert(crosses(budget, threshold::forecast_percent(120)) == true);
static_assert(crosses(budget, threshold::forecast_percent(120.01_dec)) == false);
static_assert(crosses(budget, threshold::forecast_amount(3000)) == true);
static_assert(crosses(budget, threshold::forecast_amount(3000.01_dec)) == false);

static_assert(threshold::actual_percent(80) == threshold{.value = 80});
static_assert(threshold::actual_amount(80) == threshold{.value = 80, .unit = threshold_unit::amount});
static_assert(threshold::forecast_percent(80) == threshold{.value = 80, .basis = threshold_basis::forecast});
static_assert(threshold::forecast_amount(80) ==
              threshold{.value = 80.0_dec, .unit = threshold_unit::amount, .basis = threshold_basis::forecast});

// --- nothing is rounded

// 79.99999999 percent, which four places show as 80.
constexpr status nearly{.amount = 10'000'000'000, .spent = 7'999'999'999};
static_assert(outlay::detail::complete(nearly).used_percent == 80);
static_assert(crosses(nearly, threshold::actual_percent(80)) == false);
static_assert(crosses(outlay::detail::complete(nearly), threshold::actual_percent(80)) == false);
static_assert(crosses({.amount = 3, .spent = 1}, threshold::actual_percent(33.33333333333333333333333333_dec)) == true);
static_assert(crosses({.amount = 3, .spent = 1}, threshold::actual_percent(33.33333333333333333333333334_dec)) ==
              false);
// The widest products: 96 bits by 96 bits, beside 28 more places.
static_assert(crosses({.amount = 79228162514264337593543950335_dec, .spent = 1e-28_dec},
                      threshold::actual_percent(79228162514264337593543950335_dec)) == false);
static_assert(crosses({.amount = 7.9228162514264337593543950335_dec, .spent = 79228162514264337593543950335_dec},
                      threshold::actual_percent(7.9228162514264337593543950335_dec)) == true);
static_assert(crosses({.amount = 1e-28_dec, .spent = 1e-28_dec}, threshold::actual_percent(100)) == true);

// A percentage that the vendor returned is compared, a derived one is not.
static_assert(crosses({.used_percent = 93.7_dec}, threshold::actual_percent(93.7_dec)) == true);
static_assert(crosses({.used_percent = 93.7_dec}, threshold::actual_percent(93.70001_dec)) == false);
static_assert(crosses({.used_percent = 80, .derived = {status_figure::used_percent}}, threshold::actual_percent(80)) ==
              std::nullopt);
static_assert(crosses({.amount = 2500, .used_percent = 93.7_dec}, threshold::actual_amount(2342.50_dec)) == true);
static_assert(crosses({.amount = 2500, .used_percent = 93.7_dec}, threshold::actual_amount(2342.51_dec)) == false);

// Of the effective amount, where there is one.
static_assert(crosses({.amount = 2000, .spent = 2000, .effective_amount = 2500}, threshold::actual_percent(80)) ==
              true);
static_assert(crosses({.amount = 2000, .spent = 2000, .effective_amount = 2500}, threshold::actual_percent(81)) ==
              false);

static_assert(crosses({.amount = 2500, .spent = 2013}, threshold::actual_percent(80.5_dec)) == true);
static_assert(crosses({.amount = 2500, .spent = 2012}, threshold::actual_percent(80.5_dec)) == false);

// --- 0 and less

static_assert(crosses({.amount = 2500, .spent = 0}, threshold::actual_percent(0)) == true);
static_assert(crosses({.amount = 2500, .spent = 0}, threshold::actual_percent(0.01_dec)) == false);
static_assert(crosses({.amount = 2500, .spent = 0}, threshold::actual_percent(-1)) == true);
static_assert(crosses({.amount = 2500, .spent = -25}, threshold::actual_percent(0)) == false);
static_assert(crosses({.amount = 2500, .spent = -25}, threshold::actual_percent(-1)) == true);
static_assert(crosses({.amount = 2500, .spent = -25}, threshold::actual_percent(-0.99_dec)) == false);
static_assert(crosses({.amount = 2500, .spent = -25}, threshold::actual_percent(-1.01_dec)) == true);
static_assert(crosses({.amount = 0, .spent = 0}, threshold::actual_percent(0)) == std::nullopt);
static_assert(crosses({.amount = -1, .spent = 5}, threshold::actual_percent(1)) == std::nullopt);
static_assert(crosses({.amount = 0, .spent = 5}, threshold::actual_amount(5)) == true);

// --- absent figures

static_assert(crosses({}, threshold::actual_percent(1)) == std::nullopt);
static_assert(crosses({}, threshold::actual_amount(1)) == std::nullopt);
static_assert(crosses({.amount = 2500}, threshold::actual_percent(1)) == std::nullopt);
static_assert(crosses({.amount = 2500, .spent = 9}, threshold::forecast_percent(1)) == std::nullopt);
static_assert(crosses({.amount = 2500, .spent = 9}, threshold::forecast_amount(1)) == std::nullopt);
static_assert(crosses({.spent = 9, .is_uncapped = true}, threshold::actual_percent(1)) == std::nullopt);
static_assert(crosses({.spent = 9, .is_uncapped = true}, threshold::actual_amount(9)) == true);
static_assert(crosses({.spent = 9, .forecast = 9}, threshold::forecast_percent(1)) == std::nullopt);

// A projection in place of a forecast.
constexpr status projected = [] {
    status s{.amount = 3000, .spent = 1200, .window = outlay::month{2026, 4}.dates()};
    s.forecast = pace_of(s, 2026_y / 4 / 11).projected;
    s.derived.add(status_figure::forecast);
    return s;
}();
static_assert(crosses(projected, threshold::forecast_percent(120)) == true);
static_assert(crosses(projected, threshold::forecast_percent(121)) == false);

} // namespace
