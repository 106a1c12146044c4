// expect: a_static_member_is_not_part_of_a_value_so_do_not_describe_it<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct plan {
#ifdef OUTLAY_CONTROL
    int size = 0;
#else
    static inline int size = 0;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
