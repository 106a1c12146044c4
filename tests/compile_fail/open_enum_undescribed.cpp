// expect: (constraint failure|constraints not satisfied)
// expect: described_enum
#include <boost/describe/enum.hpp>
#include <outlay/value/open_enum.hpp>

enum class state { enabled, paused };
#ifdef OUTLAY_CONTROL
BOOST_DESCRIBE_ENUM(state, enabled, paused)
#endif

outlay::open_enum<state> paused = state::paused;
