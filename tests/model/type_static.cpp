#include <boost/describe/class.hpp>
#include <outlay/model.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/value.hpp>
#include <string>

// The tables of types, which are constants.

namespace type_static {

using outlay::detail::facts_of;
using outlay::detail::fields_of;

struct login {
    std::string user;
    outlay::secret password;
};
BOOST_DESCRIBE_STRUCT(login, (), (user, password))

// Of all scalars, only a secret is hidden.
static_assert(facts_of<outlay::secret>().is_secret);
static_assert(!facts_of<int>().is_secret && !facts_of<bool>().is_secret && !facts_of<outlay::decimal>().is_secret);
static_assert(!facts_of<std::string>().is_secret && !facts_of<outlay::currency>().is_secret);

// A class without a model has no rules.
static_assert(fields_of<login>.fields.size() == 2);
static_assert(fields_of<login>.fields[0].rule_count == 0 && fields_of<login>.fields[1].rule_count == 0);

} // namespace type_static
