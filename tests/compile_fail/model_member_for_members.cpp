// expect: a_model_has_no_member_but_members<plan>
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>
#include <tuple>

struct plan {
    int size = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

template<>
struct outlay::model<plan> {
    static constexpr auto naming = wire_case::snake;
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{rename<&plan::size>("items")};
#else
    static constexpr auto member = std::tuple{rename<&plan::size>("items")};
#endif
};

std::string const text = outlay::encode(plan{});
