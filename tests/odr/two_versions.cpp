// A part of the program of two_versions.py, which compiles it with two versions of outlay's headers. NAME is that of
// the function here; CALLS adds a call of a function with a type of outlay, and CALLED adds that function.
#include <outlay/value.hpp>
#include <string>
#include <string_view>

#ifdef CALLED
outlay::decimal twice(outlay::decimal const& d) { return d + d; }
#endif

#ifdef CALLS
outlay::decimal twice(outlay::decimal const& d);
std::string called() { return twice(outlay::decimal(1)).to_string(); }
#endif

std::string NAME(std::string_view code) { return std::string(outlay::currency::parse(code)->name()); }
