#include "plan.hpp"

#include <outlay/src.hpp>

OUTLAY_COMPILE_TYPE(my::plan)
