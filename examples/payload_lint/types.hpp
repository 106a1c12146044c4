#pragma once

#include <cstddef>
#include <outlay/outlay.hpp>
#include <string_view>

// Every wire type of outlay that can be a document, by name.

namespace lint {

/// A type, to be passed to a function.
template<class T>
struct type_of {
    using type = T;
};

/// `amazon.portfolio` of `outlay::amazon::portfolio`.
template<std::size_t N>
struct dotted {
    char text[N]{};
    std::size_t size = 0;

    consteval dotted(char const (&full_name)[N])
    {
        for (std::string_view const name(full_name, N - 1); char const c : name.substr(name.find("::") + 2))
            if (c != ':') text[size++] = c;
            else if (text[size - 1] != '.') text[size++] = '.';
    }
};

template<dotted Name>
inline constexpr std::string_view name_of{Name.text, Name.size};

/// Calls `use(name, type_of<T>{})` for each type: bodies of requests and replies, and their parts.
template<class Use>
void for_each_type(Use&& use)
{
#define LINT_TYPE(...) use(name_of<#__VA_ARGS__>, type_of<__VA_ARGS__>{});
#define LINT_VENDOR(NAME) OUTLAY_##NAME##_TYPES(LINT_TYPE)
    OUTLAY_VENDORS(LINT_VENDOR)
#undef LINT_VENDOR
#undef LINT_TYPE
}

} // namespace lint
