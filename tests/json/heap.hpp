#pragma once

#include <cstddef>
#include <gtest/gtest.h>
#include <limits>
#include <new>
#include <optional>
#include <string>

// The operator new of the tests' program, which counts, and fails on request. It is defined in allocation_test.cpp:
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

/// Blocks that this thread has and has not freed, or, where it freed more than it made, the difference modulo 2^64.
inline std::size_t live_blocks() noexcept { return counted().allocated - counted().freed; }

/// Calls `make` once for each of its allocations, which then fails, alone or with all that follow, until none does.
/// It returns something, or throws std::bad_alloc; `check` gets the result, or an empty one. No block is lost.
template<class Make, class Check>
void expect_survives(Make const& make, Check const& check)
{
    static_cast<void>(make()); // what is made once, such as static objects of functions, is not lost
    for (bool const is_for_good : {false, true}) {
        std::size_t n = 0;
        for (bool has_failed = true; has_failed; ++n) {
            SCOPED_TRACE("allocation " + std::to_string(n) + (is_for_good ? " and all after it" : ""));
            std::size_t const before = live_blocks();
            {
                std::optional<decltype(make())> made;
                std::size_t const watched = 0;
                plan() = failing{.after = n, .is_for_good = is_for_good, .watched = &watched};
                try {
                    made.emplace(make());
                } catch (std::bad_alloc const&) {
                }
                has_failed = plan().seen != failing::never;
                plan() = {};
                EXPECT_TRUE(made || has_failed);
                check(made);
            }
            EXPECT_EQ(live_blocks(), before);
            if (testing::Test::HasFailure()) return;
        }
        EXPECT_GT(n, 1u) << "nothing was allocated";
    }
}

} // namespace test_heap
