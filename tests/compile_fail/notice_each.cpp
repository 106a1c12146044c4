// expect: write each\(notice\(rule\)\) instead
#include <boost/describe/class.hpp>
#include <outlay/model.hpp>
#include <tuple>
#include <vector>

struct plan {
    std::vector<int> amounts;
};
BOOST_DESCRIBE_STRUCT(plan, (), (amounts))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::amounts>(each(notice(at_least(0))))};
#else
    static constexpr auto members = std::tuple{member<&plan::amounts>(notice(each(at_least(0))))};
#endif
};

bool const is_right = outlay::validate(plan{}).empty();
