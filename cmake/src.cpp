// What the target outlay::header_only adds to the sources of a program.
#include <outlay/src.hpp>
