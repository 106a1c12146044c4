// expect: outlay can't read or write this type: describe a class with BOOST_DESCRIBE_STRUCT
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>

struct plan {
    int size;
};
#ifdef OUTLAY_CONTROL
BOOST_DESCRIBE_STRUCT(plan, (), (size))
#endif

auto const result = outlay::decode<plan>("{}");
