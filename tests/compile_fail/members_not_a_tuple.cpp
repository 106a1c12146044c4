// expect: the_members_of_a_model_are_a_std_tuple_of_rename_alias_form_member_invariant<plan>
#include <boost/describe/class.hpp>
#include <outlay/json.hpp>
#include <tuple>

struct plan {
    int first_amount = 0;
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(plan, (), (first_amount, amount))

template<>
struct outlay::model<plan> {
#ifdef OUTLAY_CONTROL
    static constexpr auto members = std::tuple{member<&plan::amount>(at_least(0))};
#else
    static constexpr auto members = member<&plan::amount>(at_least(0));
#endif
};

auto const plan_read = outlay::decode<plan>("{}");
