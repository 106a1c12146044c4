#pragma once

#include <array>
#include <cstddef>
#include <outlay/model/audit.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <string_view>
#include <type_traits>

// What one member asks of others. It could be said with invariants and audits; said in this way, what describes a model
// (such as json_schema) understands it, too. A schema looks at the members under their own names, not their aliases.
//
//     when(is_any_of<&plan::kind>(kind::dated), needs<&plan::end>("end_missing", "a dated plan needs an end"))

namespace outlay {
namespace detail {

template<auto Member>
using object_type = typename member_pointer<std::remove_cv_t<decltype(Member)>>::object;

template<auto Member>
inline constexpr bool may_have_no_value = optional_like<member_type<Member>>;

template<class V>
constexpr bool is_absent(V const& value)
{
    if constexpr (requires { value.is_absent(); }) return value.is_absent();
    else return !value.has_value();
}

} // namespace detail

/// For when(): a std::optional or nullable member has one of these values.
template<auto Member, class V, std::size_t Count>
struct is_any_of_condition {
    static_assert(detail::may_have_no_value<Member>, "conditions are about std::optional and nullable members");
    using object = detail::object_type<Member>; ///< whose member it is
    std::array<V, Count> values;                ///< one of which it has

    constexpr bool holds(object const& of) const
    {
        auto const& member = of.*Member;
        if (!member.has_value()) return false;
        for (V const& value : values)
            if (*member == value) return true;
        return false;
    }
};

/// A condition for when(): `is_any_of<&plan::kind>(kind::dated, kind::monthly)`.
template<auto Member, class V, class... More>
constexpr auto is_any_of(V value, More... more)
{
    return is_any_of_condition<Member, V, 1 + sizeof...(More)>{{value, more...}};
}

/// For when(): one of these members, std::optional or nullable each, has a value.
template<auto First, auto... Rest>
struct has_any {
    static_assert((detail::may_have_no_value<First> && ... && detail::may_have_no_value<Rest>),
                  "conditions are about std::optional and nullable members");
    using object = detail::object_type<First>; ///< whose members they are

    constexpr bool holds(object const& of) const { return (of.*First).has_value() || ((of.*Rest).has_value() || ...); }
};

/// For when(): the member must have a value. In an update it may be absent: then it stays as it was, and may have one.
template<auto Member>
struct needs {
    static_assert(detail::may_have_no_value<Member>, "a member that always has a value can't be needed");
    std::string_view code;
    std::string_view message; ///< of the violation
    /// `needs<&plan::end>("end_missing", "a dated plan needs an end")`
    constexpr needs(std::string_view rule_code, std::string_view text) noexcept : code(rule_code), message(text) {}

    template<class T>
    constexpr void check(T const& object, auditor& to) const
    {
        auto const& member = object.*Member;
        if (member.has_value() || (to.direction() == direction::update && detail::is_absent(member))) return;
        to.violation({detail::member_names<T>[detail::index_of<T, Member>].view()}, code, message);
    }
};

/// For when(): the member must not have a value.
template<auto Member>
struct refuses {
    static_assert(detail::may_have_no_value<Member>, "a member that always has a value can't be refused");
    std::string_view code;
    std::string_view message; ///< of the violation
    /// `refuses<&plan::end>("end_given", "a monthly plan has no end")`
    constexpr refuses(std::string_view rule_code, std::string_view text) noexcept : code(rule_code), message(text) {}

    template<class T>
    constexpr void check(T const& object, auditor& to) const
    {
        if ((object.*Member).has_value())
            to.violation({detail::member_names<T>[detail::index_of<T, Member>].view()}, code, message);
    }
};

namespace detail {

template<class T, class Condition, class... Demands>
struct when_clause {
    Condition condition;
    rule_list<Demands...> demands;
    direction last = direction::reply; ///< it binds up to this

    constexpr void run(T const& object, auditor& to) const
    {
        if (!condition.holds(object)) return;
        demands.visit([&](auto const& demand) { demand.check(object, to); });
    }
};

template<auto Amount, auto Currency>
struct minor_unit_clause {
    std::string_view code;
    std::string_view message;
    direction last = direction::reply; ///< it binds up to this

    template<class T>
    constexpr void run(T const& object, auditor& to) const
    {
        auto const& amount = object.*Amount;
        auto const& currency = object.*Currency;
        if (!amount.has_value() || !currency.has_value()) return;
        auto const places = currency->minor_units();
        if (places && amount->normalized().scale() > *places)
            to.violation({member_names<T>[index_of<T, Amount>].view()}, code, message);
    }
};

template<class T, class Condition, class... Demands>
inline constexpr bool is_object_clause<when_clause<T, Condition, Demands...>> = true;
template<auto Amount, auto Currency>
inline constexpr bool is_object_clause<minor_unit_clause<Amount, Currency>> = true;

} // namespace detail

/// A clause: where the condition (is_any_of, has_any) holds, the object must keep the demands (needs, refuses).
template<class Condition, class... Demands>
constexpr auto when(Condition condition, Demands... demands)
{
    return detail::when_clause<typename Condition::object, Condition, Demands...>{
        condition, detail::rule_list<Demands...>(demands...)};
}

/// A clause: the member Amount, an amount in the currency that the member Currency tells, is not finer than its minor
/// unit. Both are std::optional or nullable; of a currency without minor units nothing is asked.
template<auto Amount, auto Currency>
constexpr auto in_minor_units(std::string_view code, std::string_view message)
{
    return detail::minor_unit_clause<Amount, Currency>{code, message};
}

} // namespace outlay
