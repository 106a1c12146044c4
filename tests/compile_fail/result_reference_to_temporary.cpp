// expect: could not convert|no viable conversion
#include <outlay/value/result.hpp>
#include <string>

std::string const& somewhere();

outlay::result<std::string const&> name()
{
#ifdef OUTLAY_CONTROL
    return somewhere();
#else
    return std::string("gone at the end of the line");
#endif
}
