// expect: a_char_is_neither_text_nor_number_so_use_std_string_or_std_int8_t<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <cstdint>
#include <outlay/json.hpp>
#include <string>
#include <vector>

struct plan {
#ifdef OUTLAY_CONTROL
    std::vector<std::int8_t> size;
#else
    std::vector<char> size;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
