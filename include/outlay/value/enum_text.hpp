#pragma once

#include <algorithm>
#include <array>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/list.hpp>
#include <cstddef>
#include <iterator>
#include <optional>
#include <outlay/value/detail/near_miss.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/naming.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace outlay::inline v0_1_0 {

/// An enumeration described with BOOST_DESCRIBE_ENUM or BOOST_DEFINE_ENUM_CLASS.
template<class E>
concept described_enum = std::is_enum_v<E> && requires { typename boost::describe::describe_enumerators<E>; };

namespace detail {

/// Capacities of the wire texts of enumerators, in characters. Nearly all texts fit the smaller one; two capacities
/// instead of one per enumeration keep the number of template instances small.
inline constexpr std::size_t usual_enum_text = 64;
inline constexpr std::size_t longest_enum_text = 128;

template<template<class...> class List, class... D>
constexpr bool has_long_name(List<D...>)
{
    return ((std::string_view(D::name).size() > usual_enum_text) || ...);
}

/// The capacity for E. A name that is longer than the larger one is a compile error where the text is made.
template<class E>
inline constexpr std::size_t enum_text_capacity =
    has_long_name(boost::describe::describe_enumerators<E>()) ? longest_enum_text : usual_enum_text;

template<class E>
struct enum_entry {
    E value{};
    wire_name<enum_text_capacity<E>> text;
};

template<class E, E Value>
constexpr void apply_rename(enum_entry<E>& entry, rename<Value> const& clause)
{
    if (entry.value != Value) return;
    entry.text = {};
    for (char const c : clause.name) entry.text.push(c);
}

template<auto Value, class... D>
inline constexpr bool is_described = ((D::value == Value) || ...);

/// Adds the enumerators that only a rename describes, and applies the renames to the others.
template<class E, class... D, auto... Renamed>
constexpr auto with_renames(std::array<enum_entry<E>, sizeof...(D)> const& described,
                            std::tuple<rename<Renamed>...> const& renames)
{
    constexpr std::size_t added = (std::size_t{!is_described<Renamed, D...>} + ... + 0);
    std::array<enum_entry<E>, sizeof...(D) + added> table{};
    std::copy(described.begin(), described.end(), table.begin());
    std::size_t end = sizeof...(D);
    ((is_described<Renamed, D...> ? void() : void(table[end++].value = Renamed)), ...);
    for (enum_entry<E>& entry : table)
        std::apply([&](auto const&... clauses) { (apply_rename(entry, clauses), ...); }, renames);
    return table;
}

template<class E, template<class...> class List, class... D>
constexpr auto make_enum_table(List<D...>)
{
    std::array<enum_entry<E>, sizeof...(D)> const table{
        {{D::value, to_wire<enum_text_capacity<E>>(D::name, naming_of<E>(wire_case::screaming_snake))}...}};
    if constexpr (requires { model<E>::members; }) return with_renames<E, D...>(table, model<E>::members);
    else return table;
}

template<class E>
inline constexpr auto enum_table = make_enum_table<E>(boost::describe::describe_enumerators<E>());

} // namespace detail

/// The wire text of a described enumerator (`feature_state::enabled` is `ENABLED`); empty for a value that
/// is not among the described ones.
template<described_enum E>
constexpr std::string_view enum_text(E value) noexcept
{
    for (auto const& entry : detail::enum_table<E>)
        if (entry.value == value) return entry.text;
    return {};
}

/// The enumerator with exactly this wire text, case included; nullopt if there is none.
template<described_enum E>
constexpr std::optional<E> enum_value(std::string_view text) noexcept
{
    for (auto const& entry : detail::enum_table<E>)
        if (detail::same_name(entry.text, text)) return entry.value;
    return std::nullopt;
}

namespace detail {

/// The wire texts of E for a message: `one of ENABLED, PAUSED`; a single text alone.
template<described_enum E>
inline constexpr auto enumerators_listed = [] {
    constexpr std::size_t longest = 400; // a few dozen texts: a longer message is hard to read
    constexpr std::string_view begin = "one of ";
    constexpr std::string_view separator = ", ";
    constexpr std::string_view others = ", ...";
    wire_name<longest> text;
    auto const add = [&text](std::string_view piece) {
        for (char const c : piece) text.push(c);
    };
    if (std::size(enum_table<E>) > 1) add(begin);
    bool is_first = true;
    for (auto const& entry : enum_table<E>) {
        if (text.size + separator.size() + entry.text.size + others.size() > longest) {
            add(others);
            break;
        }
        if (!is_first) add(separator);
        add(entry.text);
        is_first = false;
    }
    return text;
}();

/// The wire text that an unknown text was probably meant to be; empty if none is similar.
template<described_enum E>
constexpr std::string_view likely_enumerator(std::string_view found) noexcept
{
    near_miss search(found);
    for (auto const& entry : enum_table<E>) search.consider(entry.text);
    return search.likely();
}

} // namespace detail
} // namespace outlay::inline v0_1_0
