// expect: a_string_view_or_span_is_written_but_not_read_so_use_std_string_or_std_vector<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>

struct plan {
#ifdef OUTLAY_CONTROL
    std::string size;
#else
    std::string_view size;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

auto const result = outlay::decode<plan>("{}");
