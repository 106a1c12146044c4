#pragma once

#include <boost/describe/bases.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <concepts>
#include <cstddef>
#include <limits>
#include <outlay/model/codec.hpp>
#include <outlay/model/maybe.hpp>
#include <outlay/value/naming.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0 {

/// A class described with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS.
template<class T>
concept described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

/// A clause, `alias<&T::m>("oldName")`: an additional name under which the member is read, with a notice, but never
/// written. If values under the old name have another wire form, `alias<&T::m, Form>("oldName")` reads them like
/// form().
template<auto Member, class Form = void>
struct alias {
    std::string_view name; ///< the additional name on the wire
    /// `wire_name`: the additional name on the wire.
    constexpr explicit alias(std::string_view wire_name) noexcept : name(wire_name) {}
};

/// A rule of a member: whether it must be present. By default, members of type std::optional, compact_optional,
/// nullable, std::unique_ptr and std::shared_ptr may be absent, and all others must be present.
enum class presence : unsigned char {
    required, ///< absence is a violation, `missing`
    /// Absent or null leaves the member's default. (A list that is null in a reply is empty, with a notice.) An empty
    /// list or map is not written, unless it was read as an empty one and the class has `extras`, which record this.
    optional,
    expected, ///< like optional, but decode() adds the notice `missing` if the member is absent
};

namespace detail {

/// In the list `reads` of a vendor's Form: an empty text.
struct blank {};

/// In the list `reads` of a vendor's Form: any JSON number.
struct any_number {};

/// A class that is also read from a string: its model has a type `text_form` with `read(T&, token)`, like a scalar
/// form, and `find(T const&)`, which returns the string if the object consists of nothing else, or null.
template<class T>
concept has_text_form = requires { typename model<T>::text_form; };

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

/// The type of a member that is not a field itself, but keeps the unknown fields of its object: extras.
template<class M>
concept keeps_unknown_fields = requires { typename M::keeps_unknown_fields; };

template<class Description>
using is_extras_member = std::bool_constant<keeps_unknown_fields<described_type<Description>>>;

/// The bases of a class, as they are described.
template<class T>
using described_bases = boost::describe::describe_bases<T, boost::describe::mod_any_access>;

template<class T, bool HasBases = !boost::mp11::mp_empty<described_bases<T>>::value>
struct all_members {
    using type = boost::describe::describe_members<T, boost::describe::mod_any_access>;
};
template<class T>
struct all_members<T, true> {
    using type = boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;
};

/// All described members, those of the bases first; also private and protected ones.
template<class T>
using described_members = typename all_members<T>::type;

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

/// The object as its base Owner, which may be private, or the object itself.
template<class Owner, class T>
constexpr auto& as_owner(T& object) noexcept
{
    using owner = std::conditional_t<std::is_const_v<T>, Owner const, Owner>;
    if constexpr (std::is_same_v<owner, T>) {
        return object;
    } else {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast" // the one cast that reaches a private base
        return (owner&)object;                    // NOLINT: see above
#pragma GCC diagnostic pop
    }
}

/// The member of an object that a description or a clause points to.
template<class T, class Owner, class M>
constexpr auto& member_in(T& object, M Owner::* member) noexcept
{
    return as_owner<Owner>(object).*member;
}

/// The description of the member of T that keeps unknown fields.
template<class T>
    requires has_extras<T>
struct extras_description {
    using members = described_members<T>;
    static_assert(boost::mp11::mp_count_if<members, is_extras_member>::value == 1,
                  "a class has at most one member of type extras");
    using type = boost::mp11::mp_at_c<members, boost::mp11::mp_find_if<members, is_extras_member>::value>;
};

template<class P, class Q>
constexpr bool same_member(P p, Q q) noexcept
{
    if constexpr (std::is_same_v<P, Q>) return p == q;
    else return false;
}

inline constexpr std::size_t not_a_member = (std::numeric_limits<std::size_t>::max)();

template<class P, template<class...> class List, class... D>
constexpr std::size_t find_member(P pointer, List<D...>) noexcept
{
    std::size_t found = not_a_member;
    [[maybe_unused]] std::size_t index = 0;
    [[maybe_unused]] auto const compare = [&](bool is_same) {
        if (is_same) found = index;
        ++index;
        return is_same;
    };
    static_cast<void>((compare(same_member(pointer, D::pointer)) || ...));
    return found;
}

/// The index of a member in the description, or not_a_member.
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

template<class T>
concept has_clauses = requires { model<T>::members; };

/// The type of model<T>::members.
template<class T>
using clause_tuple = std::remove_cvref_t<decltype(model<T>::members)>;

template<class F, class Clauses, std::size_t... I>
constexpr void visit_clauses(F& f, Clauses const& clauses, std::index_sequence<I...>)
{
    (f(std::get<I>(clauses)), ...);
}

template<class T, class F>
constexpr void for_each_clause(F&& f);

template<class F, template<class...> class List, class... Base>
constexpr void visit_clauses_of_bases(F& f, List<Base...>)
{
    (for_each_clause<typename Base::type>(f), ...);
}

/// Calls f with each clause of the models of T's bases, and then with those of its own.
template<class T, class F>
constexpr void for_each_clause(F&& f)
{
    if constexpr (!boost::mp11::mp_empty<described_bases<T>>::value) visit_clauses_of_bases(f, described_bases<T>());
    if constexpr (has_clauses<T>) {
        static_assert(is_tuple<clause_tuple<T>>,
                      "model<T>::members must be a std::tuple of clauses: rename, alias, form, member, invariant ...");
        visit_clauses(f, model<T>::members, std::make_index_sequence<std::tuple_size_v<clause_tuple<T>>>());
    }
}

template<auto Member>
struct form_finder {
    bool& is_found;

    template<class Form>
    constexpr void operator()(form<Member, Form> const&) const
    {
        is_found = true;
    }
    constexpr void operator()(auto const&) const {}
};

/// Whether the model of T, or that of a base, has a form clause for the member.
template<class T, auto Member>
constexpr bool has_form()
{
    bool is_found = false;
    for_each_clause<T>(form_finder<Member>{is_found});
    return is_found;
}

template<class T>
inline constexpr bool is_vector = false;
template<class T, class Allocator>
inline constexpr bool is_vector<std::vector<T, Allocator>> = true;

} // namespace detail
} // namespace outlay::inline v0_1_0
