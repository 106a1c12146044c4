// expect: each\(\) and each_key\(\) are not for a type with a codec
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>
#include <tuple>
#include <vector>

#ifdef OUTLAY_CONTROL
using sizes = std::vector<int>;
#else
struct sizes : std::vector<int> {};

template<>
struct outlay::codec<sizes> {
    using wire = std::string;
    static outlay::result<sizes> from_wire(wire const&) { return sizes(); }
    static wire to_wire(sizes const&) { return ""; }
};
#endif

struct plan {
    sizes all;
};
BOOST_DESCRIBE_STRUCT(plan, (), (all))

template<>
struct outlay::model<plan> {
    static constexpr auto members = std::tuple{member<&plan::all>(each(at_least(0)))};
};

bool const is_right = outlay::validate(plan{}).empty();
