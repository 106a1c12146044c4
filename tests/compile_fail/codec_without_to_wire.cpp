// expect: a_codec_needs_to_wire_that_takes_the_value_and_returns_wire<weight, .*codec<weight>
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct weight {
    int grams = 0;
};

template<>
struct outlay::codec<weight> {
    using wire = int;
    static outlay::result<weight> from_wire(int grams) { return weight{grams}; }
#ifdef OUTLAY_CONTROL
    static int to_wire(weight const& written) { return written.grams; }
#endif
};

struct plan {
    weight size;
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
