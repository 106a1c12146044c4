#pragma once

#include <concepts>
#include <cstddef>
#include <outlay/model/members.hpp>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/shape.hpp>
#include <utility>

// Reuse of the capacity of the lists of one object for the next. Covers the object's members and the members of these,
// but not lists within items of lists, which are destroyed with the items.

namespace outlay::inline v0_1_0::detail {

/// A list with a capacity that can be reused: std::vector.
template<class V>
concept list_with_capacity = list_like<V> && requires(V& list, V const& other) {
    list.reserve(other.capacity());
    list.clear();
};

template<class T, class F>
void for_each_list(T& a, T& b, F const& f);

template<class T, class F, template<class...> class List, class... D>
void for_each_list_of_members(T& a, T& b, F const& f, List<D...>)
{
    (for_each_list(member_in(a, D::pointer), member_in(b, D::pointer), f), ...);
}

/// Calls f with each list of `a` and the corresponding list of `b`.
template<class T, class F>
void for_each_list(T& a, T& b, F const& f)
{
    if constexpr (scalar<T> || has_codec<T>) return;
    else if constexpr (described<T>) for_each_list_of_members(a, b, f, member_list<T>{});
    else if constexpr (list_with_capacity<T>) f(a, b);
}

/// Reserves, for the empty lists of a value, the capacity of the corresponding lists of another.
template<class T>
void keep_capacity(T& value, T& other)
{
    for_each_list(value, other, [](auto& list, auto& like) {
        if (list.empty() && list.capacity() < like.capacity()) list.reserve(like.capacity());
    });
}

/// Swaps each list of a value with the corresponding list of another if both are empty.
template<class T>
void swap_lists(T& value, T& spare)
{
    for_each_list(value, spare, [](auto& list, auto& other) {
        if (list.empty() && other.empty()) std::swap(list, other);
    });
}

/// Clears the lists of a value, and swaps them with those of another.
template<class T>
void swap_emptied_lists(T& value, T& spare)
{
    for_each_list(value, spare, [](auto& list, auto& other) {
        list.clear();
        std::swap(list, other);
    });
}

} // namespace outlay::inline v0_1_0::detail
