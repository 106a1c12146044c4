// expect: a class has at most one member of type extras
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>

struct plan {
    int amount = 0;
    outlay::extras extras;
    outlay::extras more;
};
#ifdef OUTLAY_CONTROL
BOOST_DESCRIBE_STRUCT(plan, (), (amount, extras))
#else
BOOST_DESCRIBE_STRUCT(plan, (), (amount, extras, more))
#endif

auto const plan_read = outlay::decode<plan>("{}");
