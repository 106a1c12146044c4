// expect: has_any is for members that may have no value: std::optional, nullable, pointers
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/model.hpp>
#include <tuple>

struct plan {
    int kind;
    std::optional<int> start;
    std::optional<int> end;
};
BOOST_DESCRIBE_STRUCT(plan, (), (kind, start, end))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members =
        std::tuple{when(has_any<&plan::start>(), needs<&plan::end>("end_missing", "needs an end"))};
#else
    static constexpr auto members =
        std::tuple{when(has_any<&plan::kind>(), needs<&plan::end>("end_missing", "needs an end"))};
#endif
};

bool const is_right = outlay::validate(plan{}).empty();
