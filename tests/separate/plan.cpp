#include "plan.hpp"

OUTLAY_COMPILE_TYPE(my::plan)
