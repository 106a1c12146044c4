#pragma once

#include <cstddef>
#include <outlay/value/naming.hpp>
#include <string>
#include <string_view>

// What a type is called, for people and for references within a schema: from the compiler, unless its model says.

namespace outlay::detail {

template<class T>
constexpr std::string_view function_name() noexcept
{
    return __PRETTY_FUNCTION__;
}

/// `outlay::amazon::portfolio`, as the compiler spells it: what differs from the name of the same function for int.
template<class T>
constexpr std::string_view compilers_name() noexcept
{
    constexpr std::string_view probe = function_name<int>();
    constexpr std::size_t before = probe.find("int", probe.find("T = "));
    constexpr std::size_t after = probe.size() - before - 3;
    std::string_view name = function_name<T>();
    name.remove_prefix(before);
    name.remove_suffix(after);
    return name;
}

/// `amazon.portfolio` of `outlay::amazon::portfolio`: letters, digits and underscores, with a dot for all else.
inline std::string dotted(std::string_view name)
{
    constexpr std::string_view own = "outlay::";
    std::string made;
    while (!name.empty()) {
        if (name.starts_with(own)) {
            name.remove_prefix(own.size());
            continue;
        }
        char const c = name.front();
        name.remove_prefix(1);
        bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (is_letter) made += c;
        else if (!made.empty() && made.back() != '.') made += '.';
    }
    if (made.ends_with('.')) made.pop_back();
    return made;
}

template<class T>
std::string type_name()
{
    return dotted(compilers_name<T>());
}

/// `Campaign usage request` of `outlay::amazon::campaign_usage_request`, of a template without its arguments.
inline std::string title_of(std::string_view name)
{
    name = name.substr(0, name.find('<'));
    if (auto const colon = name.rfind(':'); colon != name.npos) name.remove_prefix(colon + 1);
    std::string title(name);
    for (char& c : title)
        if (c == '_') c = ' ';
    if (!title.empty()) title.front() = upper(title.front());
    return title;
}

template<class T>
std::string type_title()
{
    if constexpr (requires { model<T>::title; }) return std::string(std::string_view(model<T>::title));
    else return title_of(compilers_name<T>());
}

} // namespace outlay::detail
