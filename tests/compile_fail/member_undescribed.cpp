// expect: model<T>::members names a member that the description of T lacks
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <tuple>

struct plan {
    int size;
    int weight;
};
#ifdef OUTLAY_CONTROL
BOOST_DESCRIBE_STRUCT(plan, (), (size, weight))
#else
BOOST_DESCRIBE_STRUCT(plan, (), (size))
#endif

template<>
struct outlay::model<plan> {
    static constexpr auto members = std::tuple{member<&plan::weight>(at_least(0))};
};

auto const result = outlay::decode<plan>("{}");
