#pragma once

#include <array>
#include <cstddef>
#include <outlay/model/audit.hpp>
#include <outlay/model/maybe.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <string_view>
#include <type_traits>

// Conditions between members as data, which json_schema translates to `if` and `then`. Invariants and audits can
// express the same conditions, but are functions, which a schema can't contain. A schema checks members under their own
// names, not their aliases.
//
//     when(is_any_of<&plan::kind>(kind::dated), needs<&plan::end>("end_missing", "a dated plan needs an end"))

namespace outlay::inline v0_1_0 {
namespace detail {

template<auto Member>
using object_type = typename member_pointer<std::remove_cv_t<decltype(Member)>>::object;

template<auto Member>
inline constexpr bool may_have_no_value = maybe_like<member_type<Member>>;

} // namespace detail

/// A condition for when(), made by is_any_of(): the member has one of these values. False while the member has no
/// value.
template<auto Member, class V, std::size_t Count>
struct is_any_of_condition {
    using object = detail::object_type<Member>; ///< the class of the member
    std::array<V, Count> values;                ///< the values

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

/// A condition for when(): the member has one of the values: `is_any_of<&plan::kind>(kind::dated, kind::monthly)`.
template<auto Member, class V, class... More>
constexpr auto is_any_of(V value, More... more)
{
    return is_any_of_condition<Member, V, 1 + sizeof...(More)>{{value, more...}};
}

/// A condition for when(): at least one of these members has a value: `has_any<&plan::start, &plan::end>()`. Each must
/// be one that may be absent.
template<auto First, auto... Rest>
struct has_any {
    static_assert((detail::may_have_no_value<First> && ... && detail::may_have_no_value<Rest>),
                  "has_any is for members that may have no value: std::optional, nullable, pointers");
    using object = detail::object_type<First>; ///< the class of the members

    constexpr bool holds(object const& of) const
    {
        return detail::has_value(of.*First) || (detail::has_value(of.*Rest) || ...);
    }
};

/// A demand for when(): the member has a value. In an update it may be absent, since the stored value then stays.
template<auto Member>
struct needs {
    static_assert(detail::may_have_no_value<Member>, "a member that always has a value can't be needed");
    std::string_view code;
    std::string_view message; ///< of the violation
    /// `needs<&plan::end>("end_missing", "a dated plan needs an end")`
    constexpr needs(std::string_view rule_code, std::string_view text) noexcept : code(rule_code), message(text) {}

    template<class T>
    constexpr bool holds(T const& object, outlay::direction direction) const
    {
        auto const& member = object.*Member;
        return detail::has_value(member) || (direction == direction::update && detail::is_missing(member));
    }
};

/// A demand for when(): the member has no value; null is no value. The violation's message ends with the value that was
/// found: `a monthly plan has no end, found 2026-01-31`.
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
    direction last = direction::reply; ///< the last direction that it binds

    constexpr bool holds(T const& object, outlay::direction direction) const
    {
        bool all = true;
        if (condition.holds(object))
            demands.visit([&](auto const& demand) { all = all && demand.holds(object, direction); });
        return all;
    }
};

template<auto Amount, auto Currency>
struct minor_unit_clause {
    std::string_view code;
    std::string_view message;
    direction last = direction::reply; ///< the last direction that it binds

    /// True for an object without an amount or a currency.
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

/// A clause: if the condition (is_any_of, has_any) holds, all demands (needs, refuses) must hold, too. Each demand that
/// does not is a violation at its member.
template<class Condition, class... Demands>
constexpr auto when(Condition condition, Demands... demands)
{
    return detail::when_clause<typename Condition::object, Condition, Demands...>{
        condition, detail::rule_list<Demands...>(demands...)};
}

/// A clause: the member Amount is an amount in the currency of the member Currency, and has no more places than the
/// minor unit of that currency. Both members are std::optional or nullable. Amounts without a currency, and currencies
/// without a minor unit, are not checked. A violation is at Amount; its message ends with the values that were found:
/// `too fine: found 1.005 USD, where USD has 2 decimal places`.
template<auto Amount, auto Currency>
constexpr auto in_minor_units(std::string_view code, std::string_view message)
{
    return detail::minor_unit_clause<Amount, Currency>{code, message};
}

} // namespace outlay::inline v0_1_0
