// expect: a_vector_of_bool_has_no_items_to_read_into_so_use_std_deque_of_bool<plan, .*plan::days
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/json.hpp>
#include <vector>

#ifdef OUTLAY_CONTROL
using flag = std::optional<bool>;
#else
using flag = bool;
#endif

struct plan {
    std::vector<flag> days;
};
BOOST_DESCRIBE_STRUCT(plan, (), (days))

auto const result = outlay::decode<plan>("{}");
