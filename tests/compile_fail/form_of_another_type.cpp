// expect: from_wire\(\) of a form must return a result of the member's type
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>
#include <tuple>

struct in_grams {
    using wire = int;
#ifdef OUTLAY_CONTROL
    static outlay::result<double> from_wire(int grams) { return grams / 1000.0; }
#else
    static outlay::result<int> from_wire(int grams) { return grams / 1000; }
#endif
    static int to_wire(double kilograms) { return static_cast<int>(kilograms * 1000); }
};

struct plan {
    double size = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

template<>
struct outlay::model<plan> {
    static constexpr auto members = std::tuple{form<&plan::size, in_grams>()};
};

std::string const text = outlay::encode(plan{});
