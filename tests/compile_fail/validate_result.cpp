// expect: a result has no rules: validate its value
#include <boost/describe/class.hpp>
#include <outlay/model.hpp>
#include <outlay/value/result.hpp>

struct plan {
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (amount))

outlay::report check(outlay::result<plan> const& read)
{
#ifdef OUTLAY_CONTROL
    return outlay::validate(*read);
#else
    return outlay::validate(read);
#endif
}
