#pragma once

#include "plain.hpp"

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The plain types from and to the tree of a JSON library, member by member, as in a hand-written client.

/// `Tree` has the functions with which a library reads its values:
///     is_null(v), boolean(v), text(v) -> std::string_view, number<T>(v) -> T, size(v) of a list,
///     each(v, f) calls f(item) for each item of a list, find(v, name) -> pointer to the member of an object, or null.
/// Each throws or asserts where the value has another type.
template<class Tree>
struct by_hand {
    static void read(auto const& from, bool& to) { to = Tree::boolean(from); }

    static void read(auto const& from, std::string& to) { to = Tree::text(from); }

    template<class T>
        requires std::integral<T> || std::floating_point<T>
    static void read(auto const& from, T& to)
    {
        to = Tree::template number<T>(from);
    }

    template<class T>
    static void read(auto const& from, std::optional<T>& to)
    {
        if (Tree::is_null(from)) to.reset();
        else read(from, to.emplace());
    }

    template<class T>
    static void read(auto const& from, std::vector<T>& to)
    {
        to.reserve(Tree::size(from));
        Tree::each(from, [&to](auto const& item) { read(item, to.emplace_back()); });
    }

    template<plain::described T>
    static void read(auto const& from, T& to)
    {
        T::fields(to, [&from](std::string_view name, auto& member) {
            if (auto const* const found = Tree::find(from, name)) read(*found, member);
        });
    }
};

/// `Tree` has the functions with which a library makes its values: value(x) of a scalar, object(), list(size),
/// add(object, name, value), append(list, value).
template<class Tree>
struct to_tree {
    template<class T>
    static auto make(T const& from)
    {
        if constexpr (plain::described<T>) {
            auto object = Tree::object();
            T::fields(from, [&object](std::string_view name, auto const& member) { add(object, name, member); });
            return object;
        } else {
            return Tree::value(from);
        }
    }

    template<class T>
    static auto make(std::vector<T> const& from)
    {
        auto list = Tree::list(from.size());
        for (T const& item : from) Tree::append(list, make(item));
        return list;
    }

private:
    template<class T>
    static void add(auto& object, std::string_view name, T const& member)
    {
        Tree::add(object, name, make(member));
    }

    /// Absent members are not written.
    template<class T>
    static void add(auto& object, std::string_view name, std::optional<T> const& member)
    {
        if (member) Tree::add(object, name, make(*member));
    }
};
