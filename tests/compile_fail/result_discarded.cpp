// expect: ignoring return|ignoring temporary|ignoring returned value
// expect: result
#include <outlay/value/result.hpp>

outlay::result<void> remove(int id);

void forget(int id)
{
#ifdef OUTLAY_CONTROL
    static_cast<void>(remove(id));
#else
    remove(id);
#endif
}
