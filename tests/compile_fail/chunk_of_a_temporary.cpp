// expect: deleted
#include <outlay/envelope.hpp>
#include <vector>

std::vector<int> make();

#ifdef OUTLAY_CONTROL
auto const items = make();
auto const pieces = outlay::chunk(items, 100);
#else
auto const pieces = outlay::chunk(make(), 100);
#endif
