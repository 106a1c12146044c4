// expect: this rule is for numbers
#include <boost/describe/class.hpp>
#include <outlay/model.hpp>
#include <string>
#include <tuple>

struct plan {
    std::string name;
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (name, amount))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::amount>(at_least(0))};
#else
    static constexpr auto members = std::tuple{member<&plan::name>(at_least(0))};
#endif
};

bool const is_right = outlay::validate(plan{}).empty();
