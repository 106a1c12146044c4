#pragma once

#include <cstddef>

namespace outlay::inline v0_1_0 {

/// How a text is written.
struct encode_options {
    /// Spaces for each level of depth, where every member and item has a line of its own; objects and arrays without
    /// any stay `{}` and `[]`. 0: no white space at all.
    std::size_t indent = 0;
};

} // namespace outlay::inline v0_1_0
