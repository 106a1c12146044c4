// expect: the_type_of_this_member_must_be_described_or_have_an_outlay_codec<plan, .*plan::only
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct part {
    int size;
};
#ifdef OUTLAY_CONTROL
BOOST_DESCRIBE_STRUCT(part, (), (size))
#endif

struct plan {
    part only;
};
BOOST_DESCRIBE_STRUCT(plan, (), (only))

std::string const text = outlay::encode(plan{});
