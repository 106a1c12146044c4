// expect: presence applies in every direction
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/model.hpp>
#include <tuple>

struct plan {
    std::optional<int> amount;
};
BOOST_DESCRIBE_STRUCT(plan, (), (amount))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::amount>(presence::required, in_requests(at_least(0)))};
#else
    static constexpr auto members = std::tuple{member<&plan::amount>(in_requests(presence::required), at_least(0))};
#endif
};

bool const is_right = outlay::validate(plan{}).empty();
