#pragma once

#include <cstddef>

namespace outlay::inline v0_1_0 {

/// Options of encode().
struct encode_options {
    /// The number of spaces for each level; every member and item is then on a line of its own, except in empty objects
    /// and arrays, `{}` and `[]`. 0: no white space.
    std::size_t indent = 0;
};

} // namespace outlay::inline v0_1_0
