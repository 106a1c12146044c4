// expect: or_else: the function must return a result of the same type
#include <outlay/value/result.hpp>

outlay::result<long> otherwise_none(outlay::result<long> const& read)
{
#ifdef OUTLAY_CONTROL
    return read.or_else([](outlay::error const&) { return outlay::result<long>(0); });
#else
    return read.or_else([](outlay::error const&) { return outlay::result<int>(0); });
#endif
}
