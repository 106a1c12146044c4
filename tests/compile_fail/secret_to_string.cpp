// expect: (conversion from .*secret.* to|no viable conversion from .*secret).*string
#include <outlay/value/secret.hpp>

std::string header(outlay::secret const& token)
{
#ifdef OUTLAY_CONTROL
    std::string const text = token.reveal();
#else
    std::string const text = token;
#endif
    return text;
}
