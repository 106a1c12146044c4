// The operations of one vendor: compiled once for each vendor, as decode/vendor.cpp is.

#include "drive.hpp"
#include "operations.hpp"
#include <vector>
#include OUTLAY_FUZZ_HEADER

#define OUTLAY_FUZZ_JOIN(A, B, C) A##B##C
#define OUTLAY_FUZZ_OPERATIONS_OF(VENDOR) OUTLAY_FUZZ_JOIN(OUTLAY_, VENDOR, _OPERATIONS)
#define OUTLAY_FUZZ_FUNCTION_OF(VENDOR) OUTLAY_FUZZ_JOIN(operations_of_, VENDOR, )

// In OUTLAY_<VENDOR>_OPERATIONS it is a declaration; from here on, an item of a list.
#undef OUTLAY_OPERATION
#define OUTLAY_OPERATION(EXTERN, KIND, ...) &run<__VA_ARGS__>,

namespace fuzz {

std::vector<runner> OUTLAY_FUZZ_FUNCTION_OF(OUTLAY_FUZZ_VENDOR)();

std::vector<runner> OUTLAY_FUZZ_FUNCTION_OF(OUTLAY_FUZZ_VENDOR)()
{
    return {OUTLAY_FUZZ_OPERATIONS_OF(OUTLAY_FUZZ_VENDOR)()};
}

} // namespace fuzz
