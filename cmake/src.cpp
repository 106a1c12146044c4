// Added to the sources of a program by the target outlay::header_only.
#include <outlay/src.hpp>
