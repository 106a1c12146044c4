#pragma once

#include <concepts>
#include <cstddef>
#include <outlay/model/members.hpp>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/shape.hpp>
#include <utility>

// The capacity of the lists of one object, for the next: of the object's own members and of their members, not of the
// items of lists, which are destroyed with what they hold.

namespace outlay::inline v0_1_0::detail {

/// A list whose capacity is worth keeping: std::vector.
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

/// Calls f with each list of `a` and that of `b` in its place.
template<class T, class F>
void for_each_list(T& a, T& b, F const& f)
{
    if constexpr (scalar<T> || has_codec<T>) return;
    else if constexpr (described<T>) for_each_list_of_members(a, b, f, member_list<T>{});
    else if constexpr (list_with_capacity<T>) f(a, b);
}

/// Reserves for the lists of a value, which are empty, what those of another have.
template<class T>
void keep_capacity(T& value, T& other)
{
    for_each_list(value, other, [](auto& list, auto& like) {
        if (list.empty() && list.capacity() < like.capacity()) list.reserve(like.capacity());
    });
}

/// Exchanges the lists of two values where both are empty.
template<class T>
void swap_lists(T& value, T& spare)
{
    for_each_list(value, spare, [](auto& list, auto& other) {
        if (list.empty() && other.empty()) std::swap(list, other);
    });
}

/// Empties the lists of a value, and gives them to another.
template<class T>
void swap_emptied_lists(T& value, T& spare)
{
    for_each_list(value, spare, [](auto& list, auto& other) {
        list.clear();
        std::swap(list, other);
    });
}

} // namespace outlay::inline v0_1_0::detail
