#pragma once

#include <array>
#include <cstddef>
#include <outlay/model/audit.hpp>
#include <outlay/model/maybe.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <string_view>
#include <type_traits>

// Conditions between members as data. Invariants and audits could say the same, but are functions: of these,
// json_schema makes `if` and `then`. A schema looks at members under their own names, not their aliases.
//
//     when(is_any_of<&plan::kind>(kind::dated), needs<&plan::end>("end_missing", "a dated plan needs an end"))

namespace outlay::inline v0_1_0 {
namespace detail {

template<auto Member>
using object_type = typename member_pointer<std::remove_cv_t<decltype(Member)>>::object;

template<auto Member>
inline constexpr bool may_have_no_value = maybe_like<member_type<Member>>;

} // namespace detail

/// For when(), made by is_any_of(): the member has one of these values. It does not hold while the member has no value.
template<auto Member, class V, std::size_t Count>
struct is_any_of_condition {
    using object = detail::object_type<Member>; ///< the class of the member
    std::array<V, Count> values;                ///< any of which the member has

    constexpr bool holds(object const& of) const
    {
        auto const& member = of.*Member;
        auto const is = [this](auto const& present) {
            for (V const& value : values)
                if (present == value) return true;
            return false;
        };
        if constexpr (detail::may_have_no_value<Member>) {
            return detail::has_value(member) && is(*member);
        } else {
            return is(member);
        }
    }
};

/// A condition for when(): the member, which may be one that is always there, has one of the values.
/// `is_any_of<&plan::kind>(kind::dated, kind::monthly)`.
template<auto Member, class V, class... More>
constexpr auto is_any_of(V value, More... more)
{
    return is_any_of_condition<Member, V, 1 + sizeof...(More)>{{value, more...}};
}

/// A condition for when(): at least one of these members, each of which may be absent, has a value.
/// `has_any<&plan::start, &plan::end>()`.
template<auto First, auto... Rest>
struct has_any {
    static_assert((detail::may_have_no_value<First> && ... && detail::may_have_no_value<Rest>),
                  "has_any is about members that may have no value: std::optional, nullable, pointers");
    using object = detail::object_type<First>; ///< the class of the members

    constexpr bool holds(object const& of) const
    {
        return detail::has_value(of.*First) || (detail::has_value(of.*Rest) || ...);
    }
};

/// A demand for when(): the member has a value. In an update it may be absent, since it then keeps the value that it
/// has.
template<auto Member>
struct needs {
    static_assert(detail::may_have_no_value<Member>, "a member that always has a value can't be needed");
    std::string_view code;
    std::string_view message; ///< of the violation
    /// `needs<&plan::end>("end_missing", "a dated plan needs an end")`
    constexpr needs(std::string_view rule_code, std::string_view text) noexcept : code(rule_code), message(text) {}

    template<class T>
    constexpr bool holds(T const& object, direction way) const
    {
        auto const& member = object.*Member;
        return detail::has_value(member) || (way == direction::update && detail::is_missing(member));
    }
};

/// A demand for when(): the member has no value; null is none. The violation's message is followed by the value that is
/// there: `a monthly plan has no end, found 2026-01-31`.
template<auto Member>
struct refuses {
    static_assert(detail::may_have_no_value<Member>, "a member that always has a value can't be refused");
    std::string_view code;
    std::string_view message; ///< of the violation
    /// `refuses<&plan::end>("end_given", "a monthly plan has no end")`
    constexpr refuses(std::string_view rule_code, std::string_view text) noexcept : code(rule_code), message(text) {}

    template<class T>
    constexpr bool holds(T const& object, direction) const
    {
        return !detail::has_value(object.*Member);
    }
};

namespace detail {

template<class T, class Condition, class... Demands>
struct when_clause {
    Condition condition;
    rule_list<Demands...> demands;
    direction last = direction::reply; ///< it binds up to this

    constexpr bool holds(T const& object, direction way) const
    {
        bool all = true;
        if (condition.holds(object)) demands.visit([&](auto const& demand) { all = all && demand.holds(object, way); });
        return all;
    }
};

template<auto Amount, auto Currency>
struct minor_unit_clause {
    std::string_view code;
    std::string_view message;
    direction last = direction::reply; ///< it binds up to this

    /// Also holds for an object without an amount or a currency.
    template<class T>
    constexpr bool holds(T const& object) const
    {
        auto const& amount = object.*Amount;
        auto const& currency = object.*Currency;
        if (!amount.has_value() || !currency.has_value()) return true;
        auto const places = currency->minor_units();
        return !places || amount->normalized().scale() <= *places;
    }
};

template<class T, class Condition, class... Demands>
inline constexpr bool is_object_clause<when_clause<T, Condition, Demands...>> = true;
template<auto Amount, auto Currency>
inline constexpr bool is_object_clause<minor_unit_clause<Amount, Currency>> = true;

} // namespace detail

/// A clause: where the condition (is_any_of, has_any) holds, the object keeps the demands (needs, refuses). Each demand
/// that it does not keep is a violation at the member of the demand.
template<class Condition, class... Demands>
constexpr auto when(Condition condition, Demands... demands)
{
    return detail::when_clause<typename Condition::object, Condition, Demands...>{
        condition, detail::rule_list<Demands...>(demands...)};
}

/// A clause: the member Amount is an amount in the currency that the member Currency names, with no more places than
/// that currency's minor unit has. Both members are std::optional or nullable. Nothing is asked while either has no
/// value, nor of a currency without a minor unit. A violation is at Amount; its message is followed by what is there:
/// `too fine: found 1.005 USD, where USD has 2 decimal places`.
template<auto Amount, auto Currency>
constexpr auto in_minor_units(std::string_view code, std::string_view message)
{
    return detail::minor_unit_clause<Amount, Currency>{code, message};
}

} // namespace outlay::inline v0_1_0
