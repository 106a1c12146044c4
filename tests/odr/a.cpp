// With b.cpp: the whole library in two translation units of one program.
#include <outlay/outlay.hpp>

char const* from_b();

int main() { return from_b() == nullptr; }
