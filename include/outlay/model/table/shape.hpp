#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <outlay/model/members.hpp>
#include <outlay/model/table/scalars.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// Decides which kind of value a C++ type is on the wire, for all code that uses the tables.

namespace outlay::inline v0_1_0::detail {

/// A type with a specialisation of outlay::codec.
template<class V>
concept has_codec = requires { sizeof(codec<V>); };

/// The Form for a V: the Form itself, or its member for_type<V>.
template<class Form, class V>
struct form_of {
    using type = Form;
};
template<class Form, class V>
    requires requires { typename Form::template for_type<V>; }
struct form_of<Form, V> {
    using type = typename Form::template for_type<V>;
};

/// The codec of a type that has one.
template<class V>
using codec_of = typename form_of<codec<V>, V>::type;

/// Whether a Form is for several types.
template<class Form, class V>
concept generic_form = requires { typename Form::template for_type<V>; };

/// std::array: a list with a fixed number of items.
template<class V>
inline constexpr bool is_fixed_array = false;
template<class V, std::size_t Size>
inline constexpr bool is_fixed_array<std::array<V, Size>> = true;

/// std::span: a list that can be written but not read. Recognised by its interface, like std::variant and
/// std::unique_ptr, so that outlay need not include their headers.
template<class V>
concept is_span = requires(V const& items) {
    V::extent;
    typename V::element_type;
    items.size_bytes();
};

template<class V>
inline constexpr bool is_tuple_like = is_tuple<V>;
template<class First, class Second>
inline constexpr bool is_tuple_like<std::pair<First, Second>> = true;

/// std::variant.
template<class V>
concept is_variant = requires(V const& variant) {
    variant.valueless_by_exception();
    variant.index();
};

/// std::map, std::unordered_map, and types with their interface: an object with any names.
template<class V>
concept map_like = requires(V& map, typename V::key_type key) {
    typename V::mapped_type;
    { map.try_emplace(std::move(key)).second } -> std::convertible_to<bool>;
    map.begin()->second;
};

/// std::set, std::unordered_set, and types with their interface: a list of distinct items.
template<class V>
concept set_like = !map_like<V> && requires(V& set, typename V::value_type item) {
    requires std::same_as<typename V::key_type, typename V::value_type>;
    { set.insert(std::move(item)).second } -> std::convertible_to<bool>;
};

/// std::vector, std::deque, std::list, and types with their interface.
template<class V>
concept sequence_like = !map_like<V> && !set_like<V> && requires(V& list) {
    { list.emplace_back() } -> std::same_as<typename V::value_type&>;
    list.begin();
    list.end();
    list.clear();
};

/// A list of items of one type: an array on the wire.
template<class V>
concept list_like = !scalar<V> && (sequence_like<V> || set_like<V> || is_fixed_array<V> || is_span<V>);

} // namespace outlay::inline v0_1_0::detail
