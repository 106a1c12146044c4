// expect: UseDivideWithScaleAndRounding
#include <outlay/value.hpp>

using namespace outlay::literals;

#ifdef OUTLAY_CONTROL
constexpr auto third = divide(1.00_dec, 3.00_dec, 4, outlay::rounding::half_up);
static_assert(third == 0.3333_dec && 1.00_dec / 3 != third);
#else
constexpr auto third = 1.00_dec / 3.00_dec;
#endif
