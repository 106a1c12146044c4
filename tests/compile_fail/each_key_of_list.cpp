// expect: each_key\(\) is a rule for maps
#include <boost/describe/class.hpp>
#include <map>
#include <outlay/json.hpp>
#include <string>
#include <tuple>
#include <vector>

struct plan {
#ifdef OUTLAY_CONTROL
    std::map<std::string, int> sizes;
#else
    std::vector<std::string> sizes;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (sizes))

template<>
struct outlay::model<plan> {
    static constexpr auto members = std::tuple{member<&plan::sizes>(each_key(length(1, 9)))};
};

bool const is_right = outlay::validate(plan{}).empty();
