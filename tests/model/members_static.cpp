#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <outlay/model.hpp>
#include <outlay/value/nullable.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace members_static {

using outlay::model;
using outlay::nullable;
using outlay::presence;
using outlay::wire_case;
using outlay::detail::member_names;

// --- names

template<wire_case Case>
struct spelt {
    int budget_usage_percent;
    int x;
    int default_;
    int double__underscore;
    int utf8_text2;

    BOOST_DESCRIBE_CLASS(spelt, (), (budget_usage_percent, x, default_, double__underscore, utf8_text2), (), ())
};

} // namespace members_static

template<outlay::wire_case Case>
struct outlay::model<members_static::spelt<Case>> {
    static constexpr auto naming = Case;
};

namespace members_static {

template<class T>
constexpr bool has_names(std::initializer_list<std::string_view> names)
{
    if (member_names<T>.size() != names.size()) return false;
    auto expected = names.begin();
    for (auto const& name : member_names<T>)
        if (name != *expected++) return false;
    return true;
}

static_assert(has_names<spelt<wire_case::snake>>({"budget_usage_percent", "x", "default", "double__underscore",
                                                  "utf8_text2"}));
static_assert(has_names<spelt<wire_case::camel>>({"budgetUsagePercent", "x", "default", "doubleUnderscore",
                                                  "utf8Text2"}));
static_assert(has_names<spelt<wire_case::upper_camel>>({"BudgetUsagePercent", "X", "Default", "DoubleUnderscore",
                                                        "Utf8Text2"}));
static_assert(has_names<spelt<wire_case::kebab>>({"budget-usage-percent", "x", "default", "double--underscore",
                                                  "utf8-text2"}));
static_assert(has_names<spelt<wire_case::screaming_snake>>({"BUDGET_USAGE_PERCENT", "X", "DEFAULT",
                                                            "DOUBLE__UNDERSCORE", "UTF8_TEXT2"}));

struct plain {
    int first_member;
};
BOOST_DESCRIBE_STRUCT(plain, (), (first_member))
static_assert(has_names<plain>({"firstMember"})); // camelCase is the default

struct inherits : plain {
    int second_member;
};
BOOST_DESCRIBE_STRUCT(inherits, (plain), (second_member))
static_assert(has_names<inherits>({"firstMember", "secondMember"}));

struct none {};
BOOST_DESCRIBE_STRUCT(none, (), ())
static_assert(has_names<none>({}));

struct renamed {
    int a;
    int b;
    int c;
};
BOOST_DESCRIBE_STRUCT(renamed, (), (a, b, c))

// --- presence

struct presences {
    int plain;
    std::optional<int> perhaps;
    nullable<int> three_states;
    std::vector<int> list;
    int defaulted;
    std::optional<int> needed;
};
BOOST_DESCRIBE_STRUCT(presences, (), (plain, perhaps, three_states, list, defaulted, needed))

struct inherits_presences : presences {};
BOOST_DESCRIBE_STRUCT(inherits_presences, (presences), ())

} // namespace members_static

template<>
struct outlay::model<members_static::renamed> {
    using renamed = members_static::renamed;
    static constexpr std::tuple members{rename<&renamed::c>("$c"), rename<&renamed::a>("")};
};

template<>
struct outlay::model<members_static::presences> {
    using presences = members_static::presences;
    static constexpr auto members = std::tuple{
        member<&presences::defaulted>(presence::optional, at_least(0)),
        member<&presences::needed>(at_least(0), presence::required),
    };
};

template<>
struct outlay::model<members_static::inherits_presences> {
    using presences = members_static::presences;
    static constexpr auto members = std::tuple{
        member<&presences::perhaps>(presence::required),
        member<&presences::needed>(presence::optional),
        member<&presences::list>(presence::optional),
    };
};

namespace members_static {

static_assert(has_names<renamed>({"", "b", "$c"}));

static_assert(outlay::detail::required_members<presences> == 0b101001);
static_assert(outlay::detail::required_members<inherits_presences> == 0b100011); // required by any model
static_assert(outlay::detail::required_members<renamed> == 0b111);
static_assert(outlay::detail::required_members<none> == 0);

// --- types that can be described

static_assert(outlay::described<plain> && outlay::described<none>);
static_assert(!outlay::described<int> && !outlay::described<std::string> && !outlay::described<std::vector<plain>>);

BOOST_DEFINE_ENUM_CLASS(state, enabled)
static_assert(!outlay::described<state>); // it is a scalar

} // namespace members_static
