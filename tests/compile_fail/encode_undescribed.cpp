// expect: outlay can't write this type: describe a class with BOOST_DESCRIBE_STRUCT
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct part {
    int size;
};
#ifdef OUTLAY_CONTROL
BOOST_DESCRIBE_STRUCT(part, (), (size))
#endif

struct plan {
    part only;
};
BOOST_DESCRIBE_STRUCT(plan, (), (only))

std::string const text = outlay::encode(plan{});
