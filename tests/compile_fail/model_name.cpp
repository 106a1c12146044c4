// expect: the name of a model may contain only letters, digits
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>

struct plan {
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (amount))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto name = "Plan-2.x_y";
#else
    static constexpr auto name = "Plan/2";
#endif
};

auto const schema = outlay::json_schema<plan>();
