// expect: last_before_first
#include <outlay/value/calendar.hpp>

using namespace outlay::literals;

#ifdef OUTLAY_CONTROL
inline constexpr outlay::date_range flight(2024_y / 1 / 15, 2024_y / 2 / 15);
#else
inline constexpr outlay::date_range flight(2024_y / 2 / 15, 2024_y / 1 / 15);
#endif
