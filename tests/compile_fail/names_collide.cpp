// expect: have the same name on the wire
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
    static constexpr auto members = std::tuple{rename<&plan::first_amount>("start")};
#else
    static constexpr auto members = std::tuple{rename<&plan::first_amount>("amount")};
#endif
};

auto const plan_read = outlay::decode<plan>("{}");
