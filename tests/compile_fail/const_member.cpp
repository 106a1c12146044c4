// expect: a_const_member_cannot_be_read_so_remove_const_or_do_not_describe_it<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct plan {
#ifdef OUTLAY_CONTROL
    int size = 0;
#else
    int const size = 0;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
