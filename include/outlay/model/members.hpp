#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/value/naming.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay {

/// A class described with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS.
template<class T>
concept described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

/// `alias<&T::m>("oldName")`: reading also takes the member under this name, with a notice. Never written. What also
/// had another form under its old name, is read by `Form::read`, which is as the `read` of a codec.
template<auto Member, class Form = void>
struct alias {
    std::string_view name; ///< on the wire
    /// `wire_name`: another name that the member is read under.
    constexpr explicit alias(std::string_view wire_name) noexcept : name(wire_name) {}
};

/// `form<&T::m, Form>()`: the member is read by `Form::read`, which is as the `read` of a codec and takes what the
/// member's own codec does not, or as something else. It is written as ever. For what describes the type, a Form names
/// the types that it reads: `using reads = std::tuple<iso_timestamp, epoch_timestamp>;`.
template<auto Member, class Form>
struct form {};

/// Among what a Form `reads`: an empty text.
struct blank {};

/// Among what a Form `reads`: any number that JSON can write.
struct any_number {};

/// Whether a class may also stand on the wire as a mere string: its model says so with a type `text_form` that has
/// `read(T&, token)`, as a codec has, and `find(T const&)`, which gives the string (a pointer to it) if that is all
/// there is to write, or null.
template<class T>
concept has_text_form = requires { typename model<T>::text_form; };

/// Whether a member must be there. If its model does not say, std::optional and nullable members may be absent
/// and all others must be present.
enum class presence : unsigned char {
    required, ///< absent is a violation, `missing`
    /// Absent or null reads as the member's default. (A list that is null in a reply is empty, with a notice.) An empty
    /// container is not written.
    optional,
};

namespace detail {

template<class P>
struct member_pointer;
template<class T, class M>
struct member_pointer<M T::*> {
    using object = T;
    using member = M;
};

/// The type of the member that a pointer to member points to.
template<auto Member>
using member_type = typename member_pointer<std::remove_cv_t<decltype(Member)>>::member;

/// The type of the member that a description of Boost.Describe points to.
template<class Description>
using described_type = typename member_pointer<std::remove_cv_t<decltype(Description::pointer)>>::member;

/// The type of the one member that is not a field itself, but keeps the fields that its object does not know: extras.
template<class M>
concept keeps_unknown_fields = requires { typename M::keeps_unknown_fields; };

template<class Description>
using is_extras_member = std::bool_constant<keeps_unknown_fields<described_type<Description>>>;

template<class T>
using described_members =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template<class List>
inline constexpr bool any_is_extras = false;
template<template<class...> class List, class... D>
inline constexpr bool any_is_extras<List<D...>> = std::disjunction_v<is_extras_member<D>...>;

template<class T>
inline constexpr bool has_extras = any_is_extras<described_members<T>>;

template<class T, bool HasExtras = has_extras<T>>
struct wire_members {
    using type = described_members<T>;
};
template<class T>
struct wire_members<T, true> {
    using type = boost::mp11::mp_remove_if<described_members<T>, is_extras_member>;
};

/// The members that are fields on the wire.
template<class T>
using member_list = typename wire_members<T>::type;

template<class T>
inline constexpr std::size_t member_count = boost::mp11::mp_size<member_list<T>>::value;

/// The member of `object` that keeps unknown fields.
template<class T>
    requires has_extras<std::remove_const_t<T>>
constexpr auto& extras_of(T& object) noexcept
{
    using members = described_members<std::remove_const_t<T>>;
    static_assert(boost::mp11::mp_count_if<members, is_extras_member>::value == 1,
                  "T has more than one member of type extras");
    return object.*boost::mp11::mp_at_c<members, boost::mp11::mp_find_if<members, is_extras_member>::value>::pointer;
}

template<class P, class Q>
constexpr bool same_member(P p, Q q) noexcept
{
    if constexpr (std::is_same_v<P, Q>) return p == q;
    else return false;
}

inline constexpr std::size_t not_a_member = static_cast<std::size_t>(-1);

template<class P, template<class...> class List, class... D>
constexpr std::size_t find_member(P pointer, List<D...>) noexcept
{
    std::size_t index = 0;
    bool const found = ((same_member(pointer, D::pointer) || (++index, false)) || ...);
    return found ? index : not_a_member;
}

/// The index of a member among those described.
template<class T, class P>
constexpr std::size_t member_index(P pointer) noexcept
{
    return find_member(pointer, member_list<T>{});
}

template<class T, auto Member>
inline constexpr std::size_t index_of = [] {
    constexpr std::size_t index = member_index<T>(Member);
    static_assert(index != not_a_member, "model<T>::members names a member that the description of T lacks");
    return index;
}();

template<class T>
inline constexpr bool is_tuple = false;
template<class... Ts>
inline constexpr bool is_tuple<std::tuple<Ts...>> = true;

/// Calls f with each clause of model<T>::members.
template<class T, class F>
constexpr void for_each_clause(F&& f)
{
    if constexpr (requires { model<T>::members; }) {
        using clauses = std::remove_cvref_t<decltype(model<T>::members)>;
        static_assert(is_tuple<clauses>, "model<T>::members must be a std::tuple of rename, alias, member, invariant");
        [&f]<std::size_t... I>(std::index_sequence<I...>) {
            (f(std::get<I>(model<T>::members)), ...);
        }(std::make_index_sequence<std::tuple_size_v<clauses>>());
    }
}

inline constexpr std::size_t longest_member_name = 64;
using member_name = wire_name<longest_member_name>;

template<class T, template<class...> class List, class... D>
constexpr auto make_member_names(List<D...>)
{
    std::array<member_name, sizeof...(D)> names{
        to_wire<longest_member_name>(D::name, naming_of<T>(wire_case::camel))...};
    for_each_clause<T>([&names]<class Clause>(Clause const& clause) {
        if constexpr (requires { []<auto Member>(rename<Member> const&) {}(clause); }) {
            [&names]<auto Member>(rename<Member> const& renamed) {
                member_name& name = names[index_of<T, Member>];
                name = {};
                for (char const c : renamed.name) name.push(c);
            }(clause);
        }
    });
    return names;
}

/// The names of a type's members on the wire, in the order of its description.
template<class T>
inline constexpr auto member_names = make_member_names<T>(member_list<T>{});

/// Whether a member of T has this name on the wire.
template<class T>
constexpr bool is_member_name(std::string_view name) noexcept
{
    for (member_name const& known : member_names<T>)
        if (known.view() == name) return true;
    return false;
}

/// std::optional, nullable: whatever may hold a value or not.
template<class T>
concept optional_like = requires(T& x) {
    { x.has_value() } -> std::same_as<bool>;
    x.emplace();
    x.reset(); // which a result has not: a value that is missing for a reason is not just absent
    *x;
};

template<class T>
inline constexpr bool is_vector = false;
template<class T, class Allocator>
inline constexpr bool is_vector<std::vector<T, Allocator>> = true;

} // namespace detail
} // namespace outlay
