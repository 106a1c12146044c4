// expect: conditions are about std::optional and nullable members
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/model.hpp>
#include <tuple>

struct plan {
    int kind;
    std::optional<int> other_kind;
    std::optional<int> end;
};
BOOST_DESCRIBE_STRUCT(plan, (), (kind, other_kind, end))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members =
        std::tuple{when(is_any_of<&plan::other_kind>(1), needs<&plan::end>("end_missing", "needs an end"))};
#else
    static constexpr auto members =
        std::tuple{when(is_any_of<&plan::kind>(1), needs<&plan::end>("end_missing", "needs an end"))};
#endif
};

bool const is_right = outlay::validate(plan{}).empty();
