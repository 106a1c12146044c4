// expect: literal_too_long_for_a_decimal
#include <outlay/value/decimal.hpp>

using namespace outlay::literals;

// A literal has at most 64 characters without the separators; one more is an error, though the number is 1.
#ifdef OUTLAY_CONTROL
auto const one = 1.00'0000000000'0000000000'0000000000'0000000000'0000000000'0000000000_dec;
#else
auto const one = 1.000'0000000000'0000000000'0000000000'0000000000'0000000000'0000000000_dec;
#endif
