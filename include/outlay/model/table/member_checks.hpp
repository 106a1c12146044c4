#pragma once

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/list.hpp>
#include <chrono>
#include <concepts>
#include <outlay/model/codec.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/shape.hpp>
#include <outlay/model/table/type_name.hpp>
#include <outlay/value/result.hpp>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// A member that can't be read or written is a compile error of one line, with the name of a class template that is
// declared but never defined. Its arguments are the class and the member, which every compiler prints in the error
// itself; clang does not print them for a deleted function, nor g++ for a static_assert. The checks return `auto`, so
// that a compiler instantiates them where they are called, before the tables of the members.

namespace outlay::inline v0_1_0::detail {

template<class T, auto Member>
struct a_const_member_cannot_be_read_so_remove_const_or_do_not_describe_it;
template<class T, auto Member>
struct a_static_member_is_not_part_of_a_value_so_do_not_describe_it;
template<class T, auto Member>
struct a_char_is_neither_text_nor_number_so_use_std_string_or_std_int8_t;
template<class T, auto Member>
struct a_raw_pointer_owns_nothing_so_use_std_optional_or_std_unique_ptr;
template<class T, auto Member>
struct a_duration_has_no_unit_in_json_so_give_the_member_a_form_such_as_outlay_forms_seconds;
template<class T, auto Member>
struct a_key_of_a_map_is_a_name_in_json_so_it_is_no_floating_point_number_bool_or_class;
template<class T, auto Member>
struct a_vector_of_bool_has_no_items_to_read_into_so_use_std_deque_of_bool;
template<class T, auto Member>
struct a_monostate_is_not_read_or_written_so_use_std_optional_of_the_variant;
template<class T, auto Member>
struct an_empty_tuple_is_not_read_or_written;
template<class T, auto Member>
struct an_optional_of_an_optional_cannot_be_told_apart_in_json;
template<class T, auto Member>
struct the_type_of_this_member_must_be_described_or_have_an_outlay_codec;

template<class T>
struct a_model_has_no_member_but_members;
template<class T>
struct a_model_with_none_of_naming_members_name_title_description_direction_tag_is_misspelt;

template<class T>
struct the_members_of_a_model_are_a_std_tuple_of_rename_alias_form_member_invariant;
template<class V, class Codec>
struct a_codec_needs_to_wire_that_takes_the_value_and_returns_wire;
template<class V, class Codec>
struct a_codec_needs_from_wire_that_takes_wire_and_returns_a_result_of_the_value;

template<class V>
inline constexpr bool is_duration = false;
template<class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

template<class V>
inline constexpr bool is_vector_of_bool = false;
template<class Allocator>
inline constexpr bool is_vector_of_bool<std::vector<bool, Allocator>> = true;

/// Whether outlay can read and write a type without a form. The items of lists and maps are checked with their own
/// tables.
template<class V>
inline constexpr bool is_known_type = has_codec<V> || scalar<V> || list_like<V> || map_like<V> || is_tuple_like<V> ||
                                      is_variant<V> || maybe_like<V> || described<V>;

template<class V>
constexpr bool is_map_key() noexcept
{
    if constexpr (has_codec<V>) return is_map_key<typename codec_of<V>::wire>();
    else return scalar<V> && !std::floating_point<V> && !std::same_as<V, bool>;
}

/// A type that can be the key of a map; for a type with a codec, its wire type can.
template<class V>
concept map_key = is_map_key<V>();

/// The member `type` is the first type within V that can't be read or written; void if there is none.
template<class V>
struct unusable;
template<class V>
using unusable_in = typename unusable<std::remove_cv_t<V>>::type;

/// The result for the key of a map.
struct unusable_key;

template<class First, class Second>
using unless_void = std::conditional_t<std::is_void_v<First>, Second, First>;

template<class... Parts>
struct unusable_of {
    using type = void;
};
template<class First, class... Rest>
struct unusable_of<First, Rest...> {
    using type = unless_void<unusable_in<First>, typename unusable_of<Rest...>::type>;
};

/// For a tuple or variant.
template<class Parts>
struct unusable_part;
template<template<class...> class Parts, class... V>
struct unusable_part<Parts<V...>> : unusable_of<V...> {};

template<class V>
constexpr auto find_unusable()
{
    if constexpr (has_codec<V> || scalar<V> || described<V>) return std::type_identity<void>();
    else if constexpr (maybe_like<V>) {
        using held = std::remove_cvref_t<decltype(*std::declval<V&>())>;
        return std::type_identity<std::conditional_t<maybe_like<held>, V, unusable_in<held>>>();
    } else if constexpr (map_like<V>) {
        using key = std::conditional_t<map_key<typename V::key_type>, void, unusable_key>;
        return std::type_identity<unless_void<key, unusable_in<typename V::mapped_type>>>();
    } else if constexpr (is_vector_of_bool<V> || std::is_same_v<V, std::tuple<>>) {
        return std::type_identity<V>();
    } else if constexpr (is_tuple_like<V> || is_variant<V>) {
        return unusable_part<V>();
    } else if constexpr (list_like<V>) {
        return std::type_identity<unusable_in<typename V::value_type>>();
    } else {
        return std::type_identity<V>();
    }
}

template<class V>
struct unusable : decltype(find_unusable<V>()) {};

/// Whether a member of this type can be read and written without a form.
template<class V>
inline constexpr bool is_usable_type = [] {
    if constexpr (scalar<V>) return !std::is_const_v<V>; // quick to compile, for most members
    else return !std::is_const_v<V> && std::is_void_v<unusable_in<V>>;
}();

/// Recognised by its name, so that <variant> need not be included.
template<class V>
inline constexpr bool is_monostate =
    compilers_name<V>().starts_with("std::") && compilers_name<V>().ends_with("::monostate");

/// The compile error for a member whose type is not usable.
template<class T, auto Member, class Unusable>
constexpr auto refuse_member()
{
    if constexpr (is_character<Unusable>)
        return sizeof(a_char_is_neither_text_nor_number_so_use_std_string_or_std_int8_t<T, Member>);
    else if constexpr (std::is_pointer_v<Unusable>)
        return sizeof(a_raw_pointer_owns_nothing_so_use_std_optional_or_std_unique_ptr<T, Member>);
    else if constexpr (is_duration<Unusable>)
        return sizeof(a_duration_has_no_unit_in_json_so_give_the_member_a_form_such_as_outlay_forms_seconds<T, Member>);
    else if constexpr (std::is_same_v<Unusable, unusable_key>)
        return sizeof(a_key_of_a_map_is_a_name_in_json_so_it_is_no_floating_point_number_bool_or_class<T, Member>);
    else if constexpr (is_vector_of_bool<Unusable>)
        return sizeof(a_vector_of_bool_has_no_items_to_read_into_so_use_std_deque_of_bool<T, Member>);
    else if constexpr (is_monostate<Unusable>)
        return sizeof(a_monostate_is_not_read_or_written_so_use_std_optional_of_the_variant<T, Member>);
    else if constexpr (is_tuple<Unusable>) return sizeof(an_empty_tuple_is_not_read_or_written<T, Member>);
    else if constexpr (maybe_like<Unusable>)
        return sizeof(an_optional_of_an_optional_cannot_be_told_apart_in_json<T, Member>);
    else return sizeof(the_type_of_this_member_must_be_described_or_have_an_outlay_codec<T, Member>);
}

/// Rejects a member that is not usable. `has_form`: the model has a form for it.
template<class T, class D, bool has_form>
constexpr auto check_member()
{
    using value_type = described_type<D>;
    constexpr auto member = D::pointer;
    if constexpr (std::is_const_v<value_type>)
        static_cast<void>(sizeof(a_const_member_cannot_be_read_so_remove_const_or_do_not_describe_it<T, member>));
    else if constexpr (!is_usable_type<value_type> && !has_form) refuse_member<T, member, unusable_in<value_type>>();
}

/// Rejects a codec or form that lacks one of its functions.
template<class V, class Codec>
constexpr auto check_codec()
{
    using wire = typename Codec::wire;
    if constexpr (!requires(wire const& from) {
                      { Codec::from_wire(from) } -> std::same_as<result<V>>;
                  })
        static_cast<void>(sizeof(a_codec_needs_from_wire_that_takes_wire_and_returns_a_result_of_the_value<V, Codec>));
    else if constexpr (!requires(V const& value) {
                           { Codec::to_wire(value) } -> std::convertible_to<wire>;
                       })
        static_cast<void>(sizeof(a_codec_needs_to_wire_that_takes_the_value_and_returns_wire<V, Codec>));
}

template<class T, template<class...> class List, class First, class... Rest>
constexpr auto refuse_static_members(List<First, Rest...>)
{
    return sizeof(a_static_member_is_not_part_of_a_value_so_do_not_describe_it<T, First::pointer>);
}

/// Whether a specialisation of model has at least one of the members that outlay uses.
template<class T>
inline constexpr bool model_says_something =
    requires { typename model<T>::says_nothing; } || requires { model<T>::naming; } ||
    requires { model<T>::members; } || requires { model<T>::name; } || requires { model<T>::title; } ||
    requires { model<T>::description; } || requires { model<T>::direction; } || requires { model<T>::tag; } ||
    requires { typename model<T>::text_form; };

template<class T>
constexpr auto check_model()
{
    if constexpr (requires { model<T>::member; }) static_cast<void>(sizeof(a_model_has_no_member_but_members<T>));
    else if constexpr (!model_says_something<T>)
        static_cast<void>(
            sizeof(a_model_with_none_of_naming_members_name_title_description_direction_tag_is_misspelt<T>));
    if constexpr (requires { model<T>::name; })
        static_assert(is_type_name(model<T>::name),
                      "the name of a model may contain only letters, digits, '.', '_' and '-'");
    if constexpr (has_clauses<T>)
        if constexpr (!is_tuple<clause_tuple<T>>)
            static_cast<void>(sizeof(the_members_of_a_model_are_a_std_tuple_of_rename_alias_form_member_invariant<T>));
    using static_members =
        boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_static>;
    if constexpr (!boost::mp11::mp_empty<static_members>::value) refuse_static_members<T>(static_members());
}

} // namespace outlay::inline v0_1_0::detail
