// expect: (conversion from .const char ?\[7\]. to|no viable conversion from 'const char\[7\]' to).*open_enum
#include <boost/describe/enum.hpp>
#include <outlay/value/open_enum.hpp>

BOOST_DEFINE_ENUM_CLASS(state, enabled, paused)

#ifdef OUTLAY_CONTROL
auto paused = outlay::open_enum<state>::from_text("PAUSED");
#else
outlay::open_enum<state> paused = "PAUSED";
#endif
