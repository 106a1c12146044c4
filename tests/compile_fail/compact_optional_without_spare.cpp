// expect: this type has no spare_value; use std::optional
#include <optional>
#include <outlay/value/compact_optional.hpp>

#ifdef OUTLAY_CONTROL
std::optional<int> const count = 5;
#else
outlay::compact_optional<int> const count = 5;
#endif
