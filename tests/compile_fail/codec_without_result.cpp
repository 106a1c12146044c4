// expect: a_codec_needs_from_wire_that_takes_wire_and_returns_a_result_of_the_value<weight, .*codec<weight>
#include <outlay/json.hpp>
#include <string>

struct weight {
    int grams = 0;
};

template<>
struct outlay::codec<weight> {
    using wire = int;
#ifdef OUTLAY_CONTROL
    static outlay::result<weight> from_wire(int grams) { return weight{grams}; }
#else
    static weight from_wire(int grams) { return weight{grams}; }
#endif
    static int to_wire(weight const& written) { return written.grams; }
};

std::string const text = outlay::encode(weight{});
