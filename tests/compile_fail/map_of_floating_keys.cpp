// expect: a_key_of_a_map_is_a_name_in_json_so_it_is_no_floating_point_number_bool_or_class<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <map>
#include <outlay/json.hpp>
#include <string>

struct plan {
#ifdef OUTLAY_CONTROL
    std::map<int, int> size;
#else
    std::map<double, int> size;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
