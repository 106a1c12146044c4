#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace fuzz {

/// Ends the program unless `holds`, which libFuzzer reports as a finding. `about` is the subject of the condition.
inline void require(bool holds, std::string_view broken, std::string_view about)
{
    if (holds) return;
    std::cerr << broken << ":\n" << about << '\n';
    std::abort();
}

} // namespace fuzz
