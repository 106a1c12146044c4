#include <algorithm>
#include <date/date.h>
#include <iterator>
#include <outlay/hubspot/currencies.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>

namespace hubspot_currencies_static {

using namespace outlay::literals;
using outlay::hubspot::currencies;
using outlay::hubspot::is_listed;

static_assert(std::size(currencies) == 176);
static_assert(std::ranges::is_sorted(currencies) && std::ranges::adjacent_find(currencies) == std::end(currencies));

static_assert(is_listed("EUR") && is_listed("AED") && is_listed("ZWL") && is_listed("XAU"));
static_assert(!is_listed("VES") && !is_listed("XXX") && !is_listed(*outlay::currency::try_parse("QQQ")));

/// The currencies of the list that are withdrawn from ISO 4217, and since when.
struct withdrawal {
    outlay::currency code;
    date::year_month since;
};
constexpr withdrawal withdrawn[] = {
    {"ANG", 2025_y / 3},  {"BGN", 2026_y / 1}, {"CUC", 2021_y / 6}, {"HRK", 2023_y / 1},
    {"SLL", 2023_y / 12}, {"VEF", 2018_y / 8}, {"ZWL", 2024_y / 9},
};
static_assert(std::ranges::all_of(withdrawn, [](withdrawal const& w) { return w.code.withdrawn() == w.since; }));
static_assert(std::ranges::count_if(currencies, [](outlay::currency c) { return c.withdrawn().has_value(); }) ==
              std::ssize(withdrawn));

/// The current currencies that are not on the list.
constexpr outlay::currency lacking[] = {"SLE", "UYW", "VED", "VES", "XAD", "XCG", "XTS", "XXX", "ZWG"};
static_assert(std::ranges::none_of(lacking, is_listed));

} // namespace hubspot_currencies_static
