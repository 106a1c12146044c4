// expect: an_empty_tuple_is_not_read_or_written<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>
#include <tuple>

struct plan {
#ifdef OUTLAY_CONTROL
    std::tuple<int> size;
#else
    std::tuple<> size;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
