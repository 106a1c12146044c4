#include <cstdint>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <type_traits>

namespace budget_static {

using namespace outlay::datadog;
using namespace outlay::literals;

// A budget has an entry for each month and combination of tags: its memory and time depend on their size.
#if defined(__GLIBCXX__) && UINTPTR_MAX > 0xFFFF'FFFF
static_assert(sizeof(budget_entry) == 152 && sizeof(costs) == 88);
static_assert(sizeof(outlay::nullable<costs>) == sizeof(costs) + alignof(costs));
#endif

// The states of costs, as constants.
constexpr budget_entry without;
constexpr budget_entry unknown{.costs = outlay::null};
constexpr budget_entry known{.amount = 10_dec, .costs = costs{.actual = 5_dec, .forecast = outlay::null}};
static_assert(without.costs.is_absent() && unknown.costs.is_null() && without != unknown);
static_assert(known.costs->actual == 5_dec && known.costs->forecast.is_null() && known.costs->amount.is_absent());
static_assert(known.amount == 10 && known.amount.value_or(0_dec) == 10_dec && known == known);
static_assert(outlay::valid(budget_entry{
    .amount = 10_dec, .costs = costs{.actual = 5_dec}, .month = outlay::month(2025, 1)}));

} // namespace budget_static
