// Printing of all value types: operator<<, std::format and {fmt}.
//
// Guarded by macros instead of #pragma once on purpose: including this header again after <fmt/core.h>
// adds the {fmt} formatter, whatever was included before.

#include <outlay/version.hpp> // outside of the guard, to report that the one header was included, which has the guard, too

#ifndef OUTLAY_VALUE_TEXT_HPP
#define OUTLAY_VALUE_TEXT_HPP

#include <concepts>
#include <ostream>
#include <string>
#include <string_view>
#include <version>
#ifdef __cpp_lib_format
#include <format>
#endif

namespace outlay::inline v0_1_0::detail {

/// A type that prints as its to_string(). A type opts in with `using printable = void;`.
template<class T>
concept printable = requires(T const& x) {
    typename T::printable;
    { x.to_string() } -> std::convertible_to<std::string>;
};

} // namespace outlay::inline v0_1_0::detail

namespace outlay::inline v0_1_0 {

/// Prints the text of to_string().
template<detail::printable T>
std::ostream& operator<<(std::ostream& out, T const& x)
{
    return out << x.to_string();
}

} // namespace outlay::inline v0_1_0

#ifdef __cpp_lib_format
/// Takes the format specification of a string: fill, alignment, width, precision.
/// The base is private to hide its set_debug_format(), because of which ranges would print each decimal in quotes.
template<outlay::detail::printable T>
struct std::formatter<T> : private std::formatter<std::string_view> {
    using std::formatter<std::string_view>::parse;

    template<class Context>
    auto format(T const& x, Context& context) const
    {
        return std::formatter<std::string_view>::format(x.to_string(), context);
    }
};
#endif

#endif // OUTLAY_VALUE_TEXT_HPP

#if defined(FMT_VERSION) && !defined(OUTLAY_VALUE_TEXT_FMT)
#define OUTLAY_VALUE_TEXT_FMT

#include <type_traits>

// A range of outlay, such as a report, is also printed as its text. Without this, the formatter of <fmt/ranges.h> would
// be a second candidate, and ambiguous. Declared here, because that header may be included later.
FMT_BEGIN_NAMESPACE
template<typename T, typename Char>
struct is_range;

template<outlay::detail::printable T>
struct is_range<T, char> : std::false_type {};
FMT_END_NAMESPACE

template<outlay::detail::printable T>
struct fmt::formatter<T> : private fmt::formatter<fmt::string_view> {
    using fmt::formatter<fmt::string_view>::parse;

    template<class Context>
    auto format(T const& x, Context& context) const
    {
        return fmt::formatter<fmt::string_view>::format(x.to_string(), context);
    }
};

#endif // {fmt}
