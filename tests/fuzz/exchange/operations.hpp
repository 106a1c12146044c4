#pragma once

#include "../bytes.hpp"
#include <vector>

namespace fuzz {

/// Drives an exchange of one operation, by a byte string, and checks it.
using runner = void (*)(bytes&);

/// Those of the vendor of the examples, whose batches and pages have every shape.
std::vector<runner> own_operations();

/// Those, and the operations of all vendors.
std::vector<runner> const& operations();

} // namespace fuzz
