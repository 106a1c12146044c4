// expect: std::vector<bool> has no items that could be read into
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
