// expect: UseDivideWithScaleAndRounding
#include <outlay/value.hpp>

using namespace outlay::literals;
using outlay::money;

constexpr money whole{10, "USD"};
#ifdef OUTLAY_CONTROL
constexpr money part{divide(whole.amount, 3.5_dec, 2), whole.currency};
static_assert(part == money{2.86_dec, "USD"} && whole / 4 == money{2.5_dec, "USD"});
#else
constexpr money part = whole / 3.5_dec;
#endif
