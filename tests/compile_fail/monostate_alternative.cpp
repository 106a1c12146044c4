// expect: a_monostate_is_not_read_or_written_so_use_std_optional_of_the_variant<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/json.hpp>
#include <string>
#include <variant>

struct plan {
#ifdef OUTLAY_CONTROL
    std::optional<std::variant<int, bool>> size;
#else
    std::variant<std::monostate, int, bool> size;
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
