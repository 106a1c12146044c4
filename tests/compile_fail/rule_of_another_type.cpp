// expect: (this rule is for numbers|this rule is for texts)
#include <boost/describe/class.hpp>
#include <outlay/model.hpp>
#include <string>
#include <tuple>

struct plan {
    int size;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(plan, (), (size, name))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::size>(at_least(0)), member<&plan::name>(length(1, 9))};
#else
    static constexpr auto members = std::tuple{member<&plan::size>(length(1, 9)), member<&plan::name>(at_least(0))};
#endif
};

auto const found = outlay::validate(plan{});
