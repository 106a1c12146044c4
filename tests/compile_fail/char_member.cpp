// expect: a_char_is_neither_text_nor_number_so_use_std_string_or_std_int8_t<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <cstdint>
#include <outlay/json.hpp>
#include <string>

struct plan {
#ifdef OUTLAY_CONTROL
    std::int8_t size = 0;
#else
    char size = 0;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
