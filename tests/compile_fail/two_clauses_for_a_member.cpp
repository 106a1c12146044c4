// expect: more than one member<> clause for a member
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <tuple>

struct plan {
    int first_amount = 0;
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (first_amount, amount))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::amount>(at_least(0), at_most(9))};
#else
    static constexpr auto members = std::tuple{member<&plan::amount>(at_least(0)), member<&plan::amount>(at_most(9))};
#endif
};

auto const plan_read = outlay::decode<plan>("{}");
