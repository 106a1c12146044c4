// expect: the second member is an outlay::currency
#include <boost/describe/class.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <string>
#include <tuple>

struct price {
    outlay::decimal amount;
    outlay::currency currency;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(price, (), (amount, currency, unit))

template<>
struct outlay::model<price> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{in_minor_units<&price::amount, &price::currency>("fine", "too fine")};
#else
    static constexpr auto members = std::tuple{in_minor_units<&price::amount, &price::unit>("fine", "too fine")};
#endif
};

bool const is_right = outlay::validate(price{}).empty();
