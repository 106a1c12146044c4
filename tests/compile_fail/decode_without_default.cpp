// expect: a_member_that_is_read_needs_a_type_with_a_default_constructor<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>

struct weight {
#ifdef OUTLAY_CONTROL
    weight() = default;
#endif
    explicit weight(int in_grams) : grams(in_grams) {}
    int grams = 0;
};
BOOST_DESCRIBE_STRUCT(weight, (), (grams))

struct plan {
    weight size;
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

auto const result = outlay::decode<plan>("{}");
