// The wire types of one vendor: compiled once for each vendor, with its name in OUTLAY_FUZZ_VENDOR (AMAZON), and its
// umbrella header in OUTLAY_FUZZ_HEADER.

#include "subject.hpp"
#include <vector>
#include OUTLAY_FUZZ_HEADER

#define OUTLAY_FUZZ_JOIN(A, B, C) A##B##C
#define OUTLAY_FUZZ_TYPES_OF(VENDOR) OUTLAY_FUZZ_JOIN(OUTLAY_, VENDOR, _TYPES)
#define OUTLAY_FUZZ_FUNCTION_OF(VENDOR) OUTLAY_FUZZ_JOIN(types_of_, VENDOR, )
#define OUTLAY_FUZZ_SUBJECT(...) subject_of<__VA_ARGS__>(#__VA_ARGS__),

namespace fuzz {

std::vector<subject> OUTLAY_FUZZ_FUNCTION_OF(OUTLAY_FUZZ_VENDOR)();

std::vector<subject> OUTLAY_FUZZ_FUNCTION_OF(OUTLAY_FUZZ_VENDOR)()
{
    return {OUTLAY_FUZZ_TYPES_OF(OUTLAY_FUZZ_VENDOR)(OUTLAY_FUZZ_SUBJECT)};
}

} // namespace fuzz
