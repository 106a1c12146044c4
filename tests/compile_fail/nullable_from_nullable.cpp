// expect: (conversion from .*nullable<int>|no viable conversion from 'nullable<int>') ?.*nullable<long
#include <outlay/value/nullable.hpp>

outlay::nullable<long> widen(outlay::nullable<int> n)
{
#ifdef OUTLAY_CONTROL
    return n ? outlay::nullable<long>(*n) : outlay::null;
#else
    outlay::nullable<long> const wide = n;
    return wide;
#endif
}
