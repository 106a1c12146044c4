#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace outlay::inline v0_1_0 {

/// How C++ names in snake_case are spelt on the wire.
enum class wire_case : unsigned char {
    snake,                ///< budget_usage_percent, as it is
    camel,                ///< budgetUsagePercent
    upper_camel,          ///< BudgetUsagePercent
    kebab,                ///< budget-usage-percent
    screaming_snake,      ///< BUDGET_USAGE_PERCENT
#ifndef pascal            // a macro of windows.h
    pascal = upper_camel, ///< the same
#endif
};

/// What a type says about itself beyond its Boost.Describe description: the one customisation point of outlay.
/// A specialisation may have, each `static constexpr`:
///   - `naming`, a wire_case. Without it, a class has the naming of its namespace, if there is a function
///     `constexpr outlay::wire_case outlay_naming(void const*)` in it, or else camel; an enumeration has
///     screaming_snake. Members of a base are named as the base's own model says, if that has a naming;
///   - `members`, a std::tuple of clauses: rename, alias, form, member, invariant, when, in_minor_units, audit, quirk
///     (see outlay/model.hpp). Those of a base's model hold for classes derived from it, too. Of an enumeration:
///     rename. A rename of an enumerator that the description lacks describes it: Boost.Describe takes 52 at most.
///     The specialisation for an enumeration precedes any use of it, an open_enum included;
///   - `tag`, a member that only the wire has: see tagged;
///   - `title` and `description`, words for people in its JSON Schema;
///   - `name`, by which schemas refer to it, of letters, digits, '.', '_' and '-'. Without it, that in C++, namespaces
///     included, but for `outlay`: `my.plan` for `my::plan`;
///   - `direction`: direction::reply for what is only received, direction::update for what only says what is to change.
///
/// Of a class, a specialisation without any of these is a compile error: a name is misspelt. The primary template is
/// for types that need none. Of a type in a header that many files include, `template<std::same_as<plan> T> struct
/// outlay::model<T>` is compiled only where the type is read, written or checked.
template<class T>
struct model {
    using says_nothing = void;
};

/// `rename<&T::m>("x")`, `rename<E::e>("X")`: this member or enumerator has this name on the wire.
template<auto Of>
struct rename {
    std::string_view name; ///< on the wire
    /// `wire_name`: what it is called there.
    constexpr explicit rename(std::string_view wire_name) noexcept : name(wire_name) {}
};

namespace detail {

template<class T>
constexpr wire_case naming_of(wire_case otherwise) noexcept
{
    if constexpr (requires { model<T>::naming; }) return model<T>::naming;
    else return otherwise;
}

/// A name of at most Capacity characters, owned: what a C++ name becomes on the wire.
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
