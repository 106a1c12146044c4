// expect: a member that always has a value can't be needed
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/model.hpp>
#include <tuple>

struct plan {
    std::optional<int> kind;
    std::optional<int> end;
    int start;
};
BOOST_DESCRIBE_STRUCT(plan, (), (kind, end, start))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members =
        std::tuple{when(is_any_of<&plan::kind>(1), needs<&plan::end>("end_missing", "needs an end"))};
#else
    static constexpr auto members =
        std::tuple{when(is_any_of<&plan::kind>(1), needs<&plan::start>("start_missing", "needs a start"))};
#endif
};

bool const is_right = outlay::validate(plan{}).empty();
