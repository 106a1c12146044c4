// expect: a_model_with_none_of_naming_members_name_title_description_direction_tag_is_misspelt<plan>
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <string>

struct plan {
    int first_size = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (first_size))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto naming = wire_case::snake;
#else
    static constexpr auto namming = wire_case::snake;
#endif
};

std::string const text = outlay::encode(plan{});
