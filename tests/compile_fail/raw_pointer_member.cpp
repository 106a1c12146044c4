// expect: a_raw_pointer_owns_nothing_so_use_std_optional_or_std_unique_ptr<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <memory>
#include <outlay/json.hpp>
#include <string>

struct plan {
#ifdef OUTLAY_CONTROL
    std::unique_ptr<int> size;
#else
    int* size = nullptr;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
