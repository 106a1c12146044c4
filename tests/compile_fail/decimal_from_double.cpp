// expect: (use of|invokes a) deleted function
#include <outlay/value/decimal.hpp>

using namespace outlay::literals;

#ifdef OUTLAY_CONTROL
outlay::decimal const tenth = 0.1_dec;
#else
outlay::decimal const tenth = 0.1;
#endif
