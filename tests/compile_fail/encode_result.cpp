// expect: outlay can't read or write this type
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct plan {
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (amount))

std::string write(outlay::result<plan> const& read)
{
#ifdef OUTLAY_CONTROL
    return outlay::encode(*read);
#else
    return outlay::encode(read);
#endif
}
