#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <ostream>
#include <outlay/value/error.hpp>
#include <type_traits>
#include <utility>

namespace boost::variant2 {
template<std::size_t I>
struct in_place_index_t; // the type of boost::system::in_place_value and in_place_error
}

namespace outlay::inline v0_1_0::detail {

struct in_place_value_t {};
struct in_place_error_t {};

/// The type of boost::system::in_place_value, or of in_place_value in outlay's results.
template<class Tag>
concept value_tag = std::same_as<Tag, in_place_value_t> || std::same_as<Tag, boost::variant2::in_place_index_t<0>>;
/// The type of boost::system::in_place_error, or of in_place_error in outlay's results.
template<class Tag>
concept error_tag = std::same_as<Tag, in_place_error_t> || std::same_as<Tag, boost::variant2::in_place_index_t<1>>;

/// Neither a tag nor the result itself, for which there are other constructors.
template<class From, class Result>
concept plain_for =
    !value_tag<From> && !error_tag<From> && !std::same_as<From, Result> && !std::derived_from<From, Result>;

/// Whether a T can be constructed from these. A bool only from types that convert: else a result<bool> could be made of
/// a result<int>, and be true for any number.
template<class T, class... From>
inline constexpr bool makes = std::is_constructible_v<T, From...>;
template<class From>
inline constexpr bool makes<bool, From> = std::is_convertible_v<From, bool>;

/// Whether a reference to U would refer to a temporary.
template<class U, class From>
inline constexpr bool dangles =
    !std::is_lvalue_reference_v<From> || !std::is_convertible_v<std::remove_reference_t<From>*, U*>;

/// The argument of a constructor for the value of a result<T>, and not for its error.
template<class From, class T, class Result>
concept value_for_result =
    plain_for<std::remove_cvref_t<From>, Result> && makes<T, From> && !std::is_convertible_v<From, error>;

/// The argument of a constructor for the error of a result<T>, and not for its value.
template<class From, class T, class Result>
concept error_for_result = plain_for<std::remove_cvref_t<From>, Result> && std::is_convertible_v<From, error> &&
                           (std::is_void_v<T> || !std::is_convertible_v<From, T>);

template<class Result>
inline constexpr bool is_result = false;
template<class T>
inline constexpr bool is_result<boost::system::result<T, error>> = true;

/// Calls f with the value, which is moved out of a temporary; without an argument for result<void>.
template<class Result, class F>
constexpr decltype(auto) invoke_with_value(Result&& of, F&& f)
{
    using value_type = typename std::remove_cvref_t<Result>::value_type;
    if constexpr (std::is_void_v<value_type>) return std::invoke(std::forward<F>(f));
    else if constexpr (std::is_lvalue_reference_v<Result> || std::is_reference_v<value_type>)
        return std::invoke(std::forward<F>(f), *of);
    else
        return std::invoke(std::forward<F>(f),
                           std::move(*of)); // `*of` of an lvalue: a reference, which `*move(of)` is not
}

template<class T>
concept has_equality = requires(T const& value) {
    { value == value } -> std::convertible_to<bool>;
};

template<class T>
concept streamable = requires(std::ostream& out, T const& value) {
    { out << value } -> std::convertible_to<std::ostream&>;
};

} // namespace outlay::inline v0_1_0::detail
