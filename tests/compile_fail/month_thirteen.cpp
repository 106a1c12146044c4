// expect: not_a_month
#include <outlay/value/calendar.hpp>

#ifdef OUTLAY_CONTROL
inline constexpr outlay::month last(2025, 12);
#else
inline constexpr outlay::month last(2025, 13);
#endif
