#pragma once

#include <fstream>
#include <iterator>
#include <string>

// Bodies of tests/payloads/google.

namespace google_payloads {

/// The body of this name, without its `.json`.
inline std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/google/" + name + ".json");
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace google_payloads
