// expect: (no match for .operator<|invalid operands to binary expression).*secret
#include <outlay/value/secret.hpp>

bool differ(outlay::secret const& a, outlay::secret const& b)
{
#ifdef OUTLAY_CONTROL
    return a != b;
#else
    return a < b;
#endif
}
