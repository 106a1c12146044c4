// expect: a_duration_has_no_unit_in_json_so_give_the_member_a_form_such_as_outlay_forms_seconds<plan, .*plan::size
#include <boost/describe/class.hpp>
#include <chrono>
#include <cstdint>
#include <outlay/json.hpp>
#include <string>

struct plan {
#ifdef OUTLAY_CONTROL
    std::int64_t size = 0;
#else
    std::chrono::minutes size{};
#endif
};
BOOST_DESCRIBE_STRUCT(plan, (), (size))

std::string const text = outlay::encode(plan{});
