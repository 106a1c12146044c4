#pragma once

#include <array>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <concepts>
#include <cstddef>
#include <limits>
#include <outlay/value/naming.hpp>
#include <string>
#include <string_view>
#include <tuple>

// The name of a type for messages and for references within a schema: the name in its model, or else the C++ name in a
// form that does not depend on the compiler and the standard library.

namespace outlay::inline v0_1_0::detail {

template<class T>
constexpr std::string_view function_name() noexcept
{
#if defined(_MSC_VER) && !defined(__clang__)
    return __FUNCSIG__;
#else
    return __PRETTY_FUNCTION__;
#endif
}

/// Extracts `acme::portfolio` from the name of function_name<acme::portfolio>(), `signature`. `of_int` is the name of
/// function_name<int>(), which differs only in the type. MSVC adds `struct`, `class` and so on before the type.
constexpr std::string_view type_in(std::string_view signature, std::string_view of_int) noexcept
{
    std::size_t const equals = of_int.find("T = "); // g++ and clang; MSVC has `function_name<int>`
    std::size_t const before = of_int.find("int", equals != of_int.npos ? equals : of_int.find("function_name<"));
    std::size_t const after = of_int.size() - before - 3;
    signature.remove_prefix(before);
    signature.remove_suffix(after);
    for (std::string_view const kind : {"struct ", "class ", "enum ", "union "})
        if (signature.starts_with(kind)) signature.remove_prefix(kind.size());
    return signature;
}

/// `outlay::acme::portfolio`, as the compiler spells it.
template<class T>
constexpr std::string_view compilers_name() noexcept
{
    return type_in(function_name<T>(), function_name<int>());
}

/// Removes the next word, letters, digits and underscores, from a name as a compiler spells it. Returns the word; empty
/// at the end.
inline std::string_view next_word(std::string_view& spelled)
{
    auto const is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    while (!spelled.empty() && !is_letter(spelled.front())) {
        // g++ writes `{anonymous}::`, clang `(anonymous namespace)::`.
        bool const is_anonymous = spelled.substr(1).starts_with("anonymous");
        std::size_t const end = is_anonymous ? spelled.find("::") : 1;
        spelled.remove_prefix(end < spelled.size() ? end : spelled.size());
    }
    std::size_t size = 0;
    while (size < spelled.size() && is_letter(spelled[size])) ++size;
    std::string_view const word = spelled.substr(0, size);
    spelled.remove_prefix(size);
    return word;
}

/// The inline namespace of this version of outlay, which is not part of names.
inline constexpr std::string_view version_namespace = "v0_1_0";

/// Whether a word is not part of the type's name, but added by a compiler or a standard library.
constexpr bool is_of_compiler(std::string_view word) noexcept
{
    return word.starts_with("__") || word == "struct" || word == "class" || word == "enum" || word == "union";
}

/// `acme.portfolio` for `outlay::acme::portfolio`: the words of a name, separated by dots, without outlay's own
/// namespace and without words of one implementation, such as `__cxx11` in `std::__cxx11::list`.
inline std::string dotted(std::string_view spelled)
{
    std::string made;
    for (std::string_view word = next_word(spelled); !word.empty(); word = next_word(spelled)) {
        if (word == "outlay") {
            std::string_view after = spelled;
            if (next_word(after) == version_namespace) spelled = after;
            continue;
        }
        if (is_of_compiler(word)) continue;
        if (word == "basic_string") {
            std::string_view after = spelled;
            if (next_word(after) == "char") {
                word = "string";
                spelled = after;
            }
        }
        bool const is_number = word.front() <= '9'; // letters and the underscore come after digits
        if (is_number) word = word.substr(0, word.find_first_of("uUlL")); // drops the suffix of `3UL`
        if (!made.empty()) made += '.';
        made += word;
    }
    return made;
}

/// `outlay::multi_status` for `outlay::multi_status<a, b<c>>`.
constexpr std::string_view without_arguments(std::string_view name) noexcept
{
    if (!name.ends_with('>')) return name;
    std::size_t depth = 0;
    std::size_t at = name.size();
    do {
        --at;
        if (name[at] == '>') ++depth;
        else if (name[at] == '<') --depth;
    } while (depth != 0 && at != 0);
    return name.substr(0, at);
}

/// Whether a template with these arguments, and default arguments for the rest, is T.
template<template<class...> class Template, class T, class... Args>
constexpr bool is_template_of(boost::mp11::mp_list<Args...>) noexcept
{
    if constexpr (requires { typename Template<Args...>; }) return std::same_as<Template<Args...>, T>;
    else return false;
}

/// The arguments of a class template whose parameters are types. Other templates have the name that the compiler
/// spells.
template<class T>
struct template_parts {
    static constexpr bool is_template = false;
};
template<template<class...> class Template, class... Args>
struct template_parts<Template<Args...>> {
    static constexpr bool is_template = true;

    /// The number of arguments in the name: those after them are the defaults.
    template<std::size_t Count = sizeof...(Args)>
    static constexpr std::size_t count_named() noexcept
    {
        if constexpr (Count == 0) return 0;
        else {
            using fewer = boost::mp11::mp_take_c<boost::mp11::mp_list<Args...>, Count - 1>;
            if constexpr (is_template_of<Template, Template<Args...>>(fewer())) return count_named<Count - 1>();
            else return Count;
        }
    }
    using named_arguments = boost::mp11::mp_take_c<boost::mp11::mp_list<Args...>, count_named()>;
};

/// An allocator, which is left out of names.
template<class T>
concept allocates = requires(T& allocator) {
    typename T::value_type;
    allocator.deallocate(allocator.allocate(1), 1);
};

template<class T>
inline constexpr bool is_std_string = false;
template<class Char, class Traits, class Allocator>
inline constexpr bool is_std_string<std::basic_string<Char, Traits, Allocator>> = std::same_as<Char, char>;

template<class T>
inline constexpr bool is_std_array = false;
template<class T, std::size_t Size>
inline constexpr bool is_std_array<std::array<T, Size>> = true;

template<class T>
std::string type_name();

/// `int32`: by the number of bits, since long and long long may have the same.
template<std::integral T>
std::string integer_name()
{
    if constexpr (std::same_as<T, bool> || std::same_as<T, char>) return std::string(compilers_name<T>());
    else if constexpr (std::same_as<T, signed char> || std::same_as<T, unsigned char> || sizeof(T) != 1) {
        using limits = std::numeric_limits<T>;
        return (limits::is_signed ? "int" : "uint") + std::to_string(limits::digits + limits::is_signed);
    } else return std::string(compilers_name<T>());
}

template<class Argument>
void add_argument(std::string& name)
{
    if constexpr (!allocates<Argument>) name += '.' + type_name<Argument>();
}

template<class... Args>
void add_arguments(std::string& name, boost::mp11::mp_list<Args...>)
{
    (add_argument<Args>(name), ...);
}

/// `multi_status.acme.campaign_usage.acme.usage_error`: a template and its arguments.
template<class T>
std::string template_name()
{
    std::string name = dotted(without_arguments(compilers_name<T>()));
    add_arguments(name, typename template_parts<T>::named_arguments());
    return name;
}

/// The name of a type in a schema.
template<class T>
std::string type_name()
{
    if constexpr (requires { model<T>::name; }) return std::string(std::string_view(model<T>::name));
    else if constexpr (std::integral<T>) return integer_name<T>();
    else if constexpr (is_std_string<T>) return "std.string";
    else if constexpr (is_std_array<T>)
        return "std.array." + type_name<typename T::value_type>() + '.' + std::to_string(std::tuple_size_v<T>);
    else if constexpr (template_parts<T>::is_template) return template_name<T>();
    else return dotted(compilers_name<T>());
}

/// The function that makes the name of a class; null for a class whose name is its C++ name.
template<class T>
constexpr auto function_naming() noexcept -> std::string (*)()
{
    if constexpr (requires { model<T>::name; } || template_parts<T>::is_template) return &type_name<T>;
    else return nullptr;
}

/// `Campaign usage request` for `outlay::acme::campaign_usage_request`; for a template, without its arguments. Empty
/// for a class without a name: compilers write `<unnamed struct>` or `(unnamed struct at file.cpp:3:1)`.
inline std::string title_of(std::string_view name)
{
    name = without_arguments(name);
    if (auto const colon = name.rfind(':'); colon != name.npos) name.remove_prefix(colon + 1);
    if (name.empty() || name.ends_with(')')) return {};
    std::string title(name);
    for (char& c : title)
        if (c == '_') c = ' ';
    title.front() = upper(title.front());
    return title;
}

/// Whether a name can be a key in `$defs` and in OpenAPI's components, and part of a URI without escapes.
constexpr bool is_type_name(std::string_view name) noexcept
{
    for (char const c : name) {
        bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_letter && c != '_' && c != '.' && c != '-') return false;
    }
    return !name.empty();
}

} // namespace outlay::inline v0_1_0::detail
