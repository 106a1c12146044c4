#pragma once

#include <cstddef>

/// What the program has asked of its allocator since it began, by operator new and, on Linux, by malloc.
struct allocations {
    std::size_t count = 0; ///< requests
    std::size_t bytes = 0; ///< the sum of their sizes, whether they were given back or not
};

allocations allocated_so_far();
