#pragma once

#include "../bytes.hpp"
#include <vector>

namespace fuzz {

/// Drives an exchange of one operation, by a byte string, and checks it.
using runner = void (*)(bytes&);

/// The operations of Tally, whose batches and pages have every shape.
std::vector<runner> own_operations();

/// The operations of Tally and of all vendors.
std::vector<runner> const& operations();

} // namespace fuzz
