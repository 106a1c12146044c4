// expect: model<T>::members contains an element other than rename, alias, form, member
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>
#include <tuple>

using namespace outlay::literals;

struct plan {
    int size = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::size>(at_least(1_dec))};
#else
    static constexpr auto members = std::tuple{at_least(1_dec)};
#endif
};

std::string const text = outlay::encode(plan{});
