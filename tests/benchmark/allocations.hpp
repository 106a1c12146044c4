#pragma once

#include <cstddef>

/// The requests of the program to its allocator so far, by operator new and, on Linux, by malloc.
struct allocations {
    std::size_t count = 0; ///< requests
    std::size_t bytes = 0; ///< the sum of their sizes, freed or not
};

allocations allocated_so_far();
