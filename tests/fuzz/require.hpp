#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace fuzz {

/// Ends the program, which libFuzzer takes for a finding, unless `holds`. `about` is what it should have held of.
inline void require(bool holds, std::string_view broken, std::string_view about)
{
    if (holds) return;
    std::cerr << broken << ":\n" << about << '\n';
    std::abort();
}

} // namespace fuzz
