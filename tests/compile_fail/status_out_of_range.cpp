// expect: not_a_status_of_http
#include <outlay/http/status_set.hpp>

#ifdef OUTLAY_CONTROL
inline constexpr outlay::http::status_set some{429, 599};
#else
inline constexpr outlay::http::status_set some{429, 600};
#endif
