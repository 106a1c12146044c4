#include <outlay/outlay.hpp>

char const* from_b();

char const* from_b() { return "linked"; }
