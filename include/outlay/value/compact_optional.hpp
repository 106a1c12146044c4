#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <outlay/value/detail/value_slot.hpp>
#include <outlay/value/spare_value.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <type_traits>
#include <utility>
#include <version>

namespace outlay::inline v0_1_0 {

template<class T>
class compact_optional;

namespace detail {

template<class T>
inline constexpr bool is_compact_optional = false;
template<class T>
inline constexpr bool is_compact_optional<compact_optional<T>> = true;

/// A U from which a compact_optional<T> can be constructed: a T, or a type that T can be constructed from.
template<class U, class T>
concept compact_value_for = !is_compact_optional<std::remove_cvref_t<U>> && std::constructible_from<T, U>;

} // namespace detail

/// A value or none, like std::optional<T>, in the size of a T: without a value, it holds the spare_value<T>. Rows that
/// replies have by the thousand use it. has_value(), `*`, `->`, value(), value_or(), emplace() and reset() are those of
/// std::optional<T>. The two types convert to each other, so that a function with a parameter of type std::optional<T>
/// or `std::optional<T> const&` accepts a compact_optional<T>. In `c ? row.budget : std::optional<decimal>()`, one of
/// the two must be converted explicitly.
template<class T>
class compact_optional : public detail::value_holder<T, false> {
    static_assert(detail::has_spare_value<T>, "outlay: this type has no spare_value; use std::optional");
    using base = detail::value_holder<T, false>;

public:
    using printable = void;

    constexpr compact_optional() noexcept = default;       ///< without a value
    constexpr compact_optional(std::nullopt_t) noexcept {} ///< likewise

    /// Holds this value. Explicit unless the argument converts to T; not for another optional.
    template<detail::compact_value_for<T> U = T>
    constexpr explicit(!std::convertible_to<U, T>) compact_optional(U&& value)
    {
        base::emplace(std::forward<U>(value));
    }
    /// Holds the value that is constructed from `args`.
    template<class... Args>
        requires std::constructible_from<T, Args...>
    constexpr explicit compact_optional(std::in_place_t, Args&&... args)
    {
        base::emplace(std::forward<Args>(args)...);
    }

    /// From a std::optional.
    template<std::same_as<std::optional<T>> Optional>
    constexpr compact_optional(Optional const& other)
    {
        if (other.has_value()) base::emplace(*other);
    }
    /// To a std::optional.
    constexpr operator std::optional<T>() const { return base::has_value() ? std::optional<T>(**this) : std::nullopt; }

#if defined(__cpp_lib_optional) && __cpp_lib_optional >= 202110L
    /// Like std::optional's.
    template<class F>
    constexpr auto and_then(F&& f) const
    {
        return std::optional<T>(*this).and_then(std::forward<F>(f));
    }
    /// Like std::optional's; returns a std::optional.
    template<class F>
    constexpr auto transform(F&& f) const
    {
        return std::optional<T>(*this).transform(std::forward<F>(f));
    }
    /// Like std::optional's; returns a std::optional, and f may return one.
    template<class F>
    constexpr std::optional<T> or_else(F&& f) const
    {
        if (base::has_value()) return *this;
        return std::forward<F>(f)();
    }
#endif

    /// `absent`, or the value's text.
    constexpr std::string to_string() const
        requires detail::printable<T>
    {
        if (base::has_value()) return (*this)->to_string();
        return "absent";
    }

    /// Exchanges the values.
    constexpr void swap(compact_optional& other) noexcept { std::swap(*this, other); }
    /// Likewise.
    friend constexpr void swap(compact_optional& a, compact_optional& b) noexcept { a.swap(b); }

    /// Whether both have no value, or equal ones.
    friend constexpr bool operator==(compact_optional const& a, compact_optional const& b)
        requires std::equality_comparable<T>
    {
        return a.has_value() == b.has_value() && (!a.has_value() || *a == *b);
    }
    /// Likewise.
    friend constexpr bool operator==(compact_optional const& a, std::optional<T> const& b)
        requires std::equality_comparable<T>
    {
        return a == compact_optional(b);
    }
    /// Whether there is no value.
    friend constexpr bool operator==(compact_optional const& a, std::nullopt_t) noexcept { return !a.has_value(); }
    /// Whether there is a value and it equals `value`.
    template<detail::compact_value_for<T> U>
    friend constexpr bool operator==(compact_optional const& a, U const& value)
        requires requires { bool(*a == value); }
    {
        return a.has_value() && *a == value;
    }

    /// An empty one is less than any value.
    friend constexpr auto operator<=>(compact_optional const& a, compact_optional const& b)
        requires std::three_way_comparable<T>
    {
        using order = std::compare_three_way_result_t<T>;
        return a.has_value() && b.has_value() ? *a <=> *b : order(a.has_value() <=> b.has_value());
    }
    /// Likewise.
    friend constexpr auto operator<=>(compact_optional const& a, std::optional<T> const& b)
        requires std::three_way_comparable<T>
    {
        return a <=> compact_optional(b);
    }
    /// Greater if there is a value.
    friend constexpr std::strong_ordering operator<=>(compact_optional const& a, std::nullopt_t) noexcept
    {
        return a.has_value() <=> false;
    }
    /// Less if there is no value.
    template<detail::compact_value_for<T> U>
    friend constexpr auto operator<=>(compact_optional const& a, U const& value)
        requires std::three_way_comparable_with<T, U>
    {
        using order = std::compare_three_way_result_t<T, U>;
        return a.has_value() ? *a <=> value : order(std::strong_ordering::less);
    }
};

/// Deduces T from a value.
template<class T>
compact_optional(T) -> compact_optional<T>;

} // namespace outlay::inline v0_1_0

template<class T>
    requires std::is_default_constructible_v<std::hash<T>>
struct std::hash<outlay::compact_optional<T>> {
    std::size_t operator()(outlay::compact_optional<T> const& x) const { return std::hash<std::optional<T>>{}(x); }
};
