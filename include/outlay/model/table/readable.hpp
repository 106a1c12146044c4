#pragma once

#include <concepts>
#include <outlay/model/codec.hpp>
#include <outlay/model/maybe.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/table/member_checks.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/shape.hpp>
#include <string_view>
#include <type_traits>
#include <utility>

// Some types can be written but not read: views, which own no text, and types without a default constructor. Reading
// such a type is a compile error of one line; see member_checks.hpp. The members of a class are checked once, however
// often the class is read.

namespace outlay::inline v0_1_0::detail {

template<class T, auto Member>
struct a_string_view_or_span_is_written_but_not_read_so_use_std_string_or_std_vector;
template<class T>
struct a_type_with_a_string_view_or_span_is_written_but_not_read;
template<class T, auto Member>
struct a_member_that_is_read_needs_a_type_with_a_default_constructor;
template<class T>
struct a_type_that_is_read_needs_a_default_constructor;

template<class V>
constexpr bool has_view() noexcept;

template<class Parts>
inline constexpr bool any_has_view = false;
template<template<class...> class Parts, class... V>
inline constexpr bool any_has_view<Parts<V...>> = (has_view<V>() || ...);

/// Whether a V, or a type in it, is a view. The members of a described class are checked separately.
template<class V>
constexpr bool has_view() noexcept
{
    if constexpr (has_codec<V>) return has_view<typename codec_of<V>::wire>();
    else if constexpr (scalar<V>) return std::same_as<V, std::string_view>;
    else if constexpr (described<V>) return false;
    else if constexpr (maybe_like<V>) return has_view<std::remove_cvref_t<decltype(*std::declval<V&>())>>();
    else if constexpr (map_like<V>) return has_view<typename V::key_type>() || has_view<typename V::mapped_type>();
    else if constexpr (is_tuple_like<V> || is_variant<V>) return any_has_view<V>;
    else if constexpr (list_like<V>) return is_span<V> || has_view<typename V::value_type>();
    else return false;
}

/// Whether a V can be constructed to read into. Types that outlay can't read at all have a better error elsewhere.
template<class V>
inline constexpr bool has_default = scalar<V> || std::default_initializable<V> || !is_usable_type<V>;

template<class V>
inline constexpr bool is_readable = has_default<V> && !has_view<V>();

template<class T, auto Member, class V>
consteval auto refuse_unreadable_member()
{
    if constexpr (!has_default<V>)
        static_cast<void>(sizeof(a_member_that_is_read_needs_a_type_with_a_default_constructor<T, Member>));
    else if constexpr (has_view<V>() && !has_form<T, Member>())
        static_cast<void>(
            sizeof(a_string_view_or_span_is_written_but_not_read_so_use_std_string_or_std_vector<T, Member>));
}

template<class V>
consteval auto require_readable_parts();

/// Checks the members of a class.
template<class T, class Members = member_list<T>>
struct readable_members;
template<class T, template<class...> class List, class... D>
struct readable_members<T, List<D...>> {
    static consteval auto refuse()
    {
        if constexpr (!(is_readable<described_type<D>> && ...))
            (refuse_unreadable_member<T, D::pointer, described_type<D>>(), ...);
    }

    /// Never called. Returns void, not auto, so that a compiler instantiates it later: a class may contain itself.
    static void require()
    {
        refuse();
        (require_readable_parts<described_type<D>>(), ...);
    }
};

template<class Parts>
struct readable_parts;
template<template<class...> class Parts, class... V>
struct readable_parts<Parts<V...>> {
    static consteval auto require() { (require_readable_parts<V>(), ...); }
};

/// Checks the classes in a V for members that can't be read.
template<class V>
consteval auto require_readable_parts()
{
    if constexpr (has_codec<V>) require_readable_parts<typename codec_of<V>::wire>();
    else if constexpr (scalar<V>) return;
    else if constexpr (described<V>) {
        if constexpr (!std::default_initializable<V>) {
            readable_members<V>::refuse();
            static_cast<void>(sizeof(a_type_that_is_read_needs_a_default_constructor<V>));
        }
        static_cast<void>(&readable_members<V>::require); // instantiates it
    } else if constexpr (maybe_like<V>) {
        require_readable_parts<std::remove_cvref_t<decltype(*std::declval<V&>())>>();
    } else if constexpr (map_like<V>) {
        require_readable_parts<typename V::mapped_type>();
    } else if constexpr (is_tuple_like<V> || is_variant<V>) {
        readable_parts<V>::require();
    } else if constexpr (list_like<V>) {
        require_readable_parts<typename V::value_type>();
    }
}

/// A compile error for a V that can't be read, or that has a part which can't be read.
template<class V>
consteval auto require_readable()
{
    if constexpr (has_view<V>())
        static_cast<void>(sizeof(a_type_with_a_string_view_or_span_is_written_but_not_read<V>));
    else require_readable_parts<V>();
}

} // namespace outlay::inline v0_1_0::detail
