// expect: deleted
#include <outlay/http.hpp>

outlay::http::response answer();

#ifdef OUTLAY_CONTROL
auto const kept = answer();
auto const type = kept.header("Content-Type");
#else
auto const type = answer().header("Content-Type");
#endif
