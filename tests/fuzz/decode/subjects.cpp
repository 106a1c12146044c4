#include "subject.hpp"
#include <outlay/outlay.hpp>
#include <vector>

namespace fuzz {

// Defined in vendor.cpp. A vendor that CMake did not find is an error of the linker here.
#define OUTLAY_FUZZ_DECLARE(NAME) std::vector<subject> types_of_##NAME();
OUTLAY_VENDORS(OUTLAY_FUZZ_DECLARE)

std::vector<subject> const& subjects()
{
    static std::vector<subject> const all = [] {
        std::vector<subject> made = kinds();
        auto const add = [&made](std::vector<subject> const& more) {
            made.insert(made.end(), more.begin(), more.end());
        };
#define OUTLAY_FUZZ_ADD(NAME) add(types_of_##NAME());
        OUTLAY_VENDORS(OUTLAY_FUZZ_ADD)
        return made;
    }();
    return all;
}

} // namespace fuzz
