#include "operations.hpp"

#include <outlay/outlay.hpp>
#include <vector>

namespace fuzz {

// Defined in vendor.cpp. A vendor that CMake did not find is an error of the linker here.
#define OUTLAY_FUZZ_DECLARE(NAME) std::vector<runner> operations_of_##NAME();
OUTLAY_VENDORS(OUTLAY_FUZZ_DECLARE)

std::vector<runner> const& operations()
{
    static std::vector<runner> const all = [] {
        std::vector<runner> made = own_operations();
        auto const add = [&made](std::vector<runner> const& more) {
            made.insert(made.end(), more.begin(), more.end());
        };
#define OUTLAY_FUZZ_ADD(NAME) add(operations_of_##NAME());
        OUTLAY_VENDORS(OUTLAY_FUZZ_ADD)
        return made;
    }();
    return all;
}

} // namespace fuzz
