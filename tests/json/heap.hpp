#pragma once

#include <cstddef>
#include <limits>

// The operator new of the tests' program, which counts, and fails when told to. It is defined in allocation_test.cpp:
// a program can have but one.

namespace test_heap {

/// What this thread did.
struct counts {
    std::size_t allocated = 0;
    std::size_t freed = 0;
};
counts& counted() noexcept;

/// When this thread's allocations fail.
struct failing {
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    std::size_t after = never;            ///< so many more succeed
    bool is_for_good = false;             ///< all further ones fail; else only one does
    std::size_t const* watched = nullptr; ///< what to look at when one fails
    std::size_t seen = never;             ///< what it was at the first that failed; never: none has
};
failing& plan() noexcept;

/// Allocations of this thread succeed for as long as this lives.
class pause {
public:
    pause() noexcept : kept_(plan().after) { plan().after = failing::never; }
    pause(pause const&) = delete;
    pause& operator=(pause const&) = delete;
    ~pause() { plan().after = kept_; }

private:
    std::size_t kept_;
};

} // namespace test_heap
