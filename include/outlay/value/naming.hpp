#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace outlay::inline v0_1_0 {

/// The spelling, on the wire, of C++ names in snake_case.
enum class wire_case : unsigned char {
    snake,                ///< budget_usage_percent, unchanged
    camel,                ///< budgetUsagePercent
    upper_camel,          ///< BudgetUsagePercent
    kebab,                ///< budget-usage-percent
    screaming_snake,      ///< BUDGET_USAGE_PERCENT
#ifndef pascal            // a macro of windows.h
    pascal = upper_camel, ///< the same
#endif
};

/// Names, rules and other properties of a type, in addition to its Boost.Describe description: the one customisation
/// point of outlay. A specialisation may have these members, each `static constexpr`:
///   - `naming`, a wire_case. By default, a class has the naming of its namespace, if that has a function
///     `constexpr outlay::wire_case outlay_naming(void const*)`, or else camel; an enumeration has screaming_snake.
///     Members of a base have the naming of the base's model, if it has one;
///   - `members`, a std::tuple of clauses: rename, alias, form, member, invariant, when, in_minor_units, audit, quirk
///     (see outlay/model.hpp). Clauses of a base's model also apply to derived classes. For an enumeration: rename. A
///     rename also adds an enumerator that the description lacks, because Boost.Describe takes at most 52. The
///     specialisation for an enumeration must precede any use of the enumeration, an open_enum included;
///   - `tag`, a field that is not a member: see tagged;
///   - `title` and `description`, texts for the JSON Schema;
///   - `name`, by which schemas refer to the type, of letters, digits, '.', '_' and '-'. By default the C++ name with
///   its
///     namespaces, except `outlay`: `my.plan` for `my::plan`;
///   - `direction`: direction::reply for a type that is only received, direction::update for one that only has the
///   fields
///     to change.
///
/// A specialisation for a class without any of these members is a compile error, since a name must be misspelt. For a
/// type in a header that many files include, `template<std::same_as<plan> T> struct outlay::model<T>` is instantiated
/// only where the type is read, written or checked.
template<class T>
struct model {
    using says_nothing = void;
};

/// `rename<&T::m>("x")`, `rename<E::e>("X")`: the name of a member or enumerator on the wire.
template<auto Of>
struct rename {
    std::string_view name; ///< the name on the wire
    /// `wire_name`: the name on the wire.
    constexpr explicit rename(std::string_view wire_name) noexcept : name(wire_name) {}
};

namespace detail {

template<class T>
constexpr wire_case naming_of(wire_case otherwise) noexcept
{
    if constexpr (requires { model<T>::naming; }) return model<T>::naming;
    else return otherwise;
}

/// A wire name of at most Capacity characters, which it owns.
template<std::size_t Capacity>
struct wire_name {
    std::array<char, Capacity> text{};
    std::size_t size = 0;

    constexpr std::string_view view() const noexcept { return {text.data(), size}; }
    constexpr operator std::string_view() const noexcept { return view(); }
    constexpr void push(char c) noexcept { text[size++] = c; }
};

constexpr char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Spells a snake_case C++ name; underscores at its end (as in `default_`) are not part of it.
template<std::size_t Capacity>
constexpr wire_name<Capacity> to_wire(std::string_view name, wire_case style) noexcept
{
    while (name.ends_with('_')) name.remove_suffix(1);
    wire_name<Capacity> out;
    bool starts_word = style == wire_case::upper_camel;
    for (char const c : name) {
        bool const drops_underscores = style == wire_case::camel || style == wire_case::upper_camel;
        if (c == '_' && drops_underscores) {
            starts_word = true;
            continue;
        }
        if (c == '_' && style == wire_case::kebab) out.push('-');
        else if (style == wire_case::screaming_snake || starts_word) out.push(upper(c));
        else out.push(c);
        starts_word = false;
    }
    return out;
}

} // namespace detail
} // namespace outlay::inline v0_1_0
