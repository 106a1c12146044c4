// expect: JSON can't distinguish an optional of an optional from an optional
#include <optional>
#include <outlay/json.hpp>

#ifdef OUTLAY_CONTROL
using maybe = std::optional<int>;
#else
using maybe = std::optional<std::optional<int>>;
#endif

auto const result = outlay::decode<maybe>("null");
