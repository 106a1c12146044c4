// expect: and_then: the function must return an outlay::result; see transform
#include <outlay/value/result.hpp>

outlay::result<int> twice(outlay::result<int> const& read)
{
#ifdef OUTLAY_CONTROL
    return read.transform([](int n) { return 2 * n; });
#else
    return read.and_then([](int n) { return 2 * n; });
#endif
}
