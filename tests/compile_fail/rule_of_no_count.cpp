// expect: least_is_more_than_most
#include <outlay/model/value_rules.hpp>

#ifdef OUTLAY_CONTROL
inline constexpr outlay::length of_name(1, 40);
#else
inline constexpr outlay::length of_name(40, 1);
#endif
