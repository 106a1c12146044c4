#pragma once

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

namespace outlay::inline v0_1_0 {

/// The type of `null`.
struct null_t {
    explicit null_t() = default; // so that `x = {}` means absent
};

/// JSON's null, for a nullable: `update.budget = null` is written as `"budget": null`.
inline constexpr null_t null{};

template<class T>
class nullable;
template<class T>
class compact_optional;

namespace detail {

template<class T>
inline constexpr bool is_nullable = false;
template<class T>
inline constexpr bool is_nullable<nullable<T>> = true;

/// A U from which a nullable<T> can be constructed: a T, or a type that T can be constructed from.
template<class U, class T>
concept value_for = std::constructible_from<T, U> && !is_nullable<std::remove_cvref_t<U>>;

/// A std::optional<T> or a compact_optional<T>.
template<class Optional, class T>
concept optional_of = std::same_as<Optional, std::optional<T>> || std::same_as<Optional, compact_optional<T>>;

} // namespace detail

/// A member of an object that may be absent, null, or a value, where the three have different meanings: in an update,
/// absent leaves a field unchanged, null clears it, and a value sets it. has_value(), `*`, `->`, value(), value_or(),
/// emplace() and reset(), which makes it absent, are those of std::optional<T>, which has no null.
template<class T>
class nullable : public detail::value_holder<T, true> {
    using base = detail::value_holder<T, true>;

public:
    using printable = void;

    /// Absent.
    constexpr nullable() noexcept = default;
    constexpr nullable(std::nullopt_t) noexcept {} ///< absent

    constexpr nullable(null_t) noexcept { set_null(); } ///< null

    /// Holds this value. Explicit unless the argument converts to T; not for another nullable.
    template<detail::value_for<T> U = T>
    constexpr explicit(!std::convertible_to<U, T>) nullable(U&& value)
    {
        base::emplace(std::forward<U>(value));
    }

    /// The value of a std::optional or compact_optional, or absent.
    template<detail::optional_of<T> Optional>
    constexpr nullable(Optional value)
    {
        if (value.has_value()) base::emplace(*std::move(value));
    }

    constexpr bool is_absent() const noexcept { return base::state() == vacancy::absent; } ///< neither null nor a value
    constexpr bool is_null() const noexcept { return base::state() == vacancy::null; } ///< null, which is not absent

    /// Replaces the value by null.
    constexpr void set_null() noexcept { base::vacate(vacancy::null); }

    /// `absent`, `null`, or the value's text.
    constexpr std::string to_string() const
        requires detail::printable<T>
    {
        if (base::has_value()) return (*this)->to_string();
        return is_null() ? "null" : "absent";
    }

    /// Absent, null and every value differ.
    friend constexpr bool operator==(nullable const& a, nullable const& b)
        requires std::equality_comparable<T>
    {
        return a.state() == b.state() && (!a.has_value() || *a == *b);
    }
    /// Whether it is null.
    friend constexpr bool operator==(nullable const& n, null_t) noexcept { return n.is_null(); }
    /// Whether it is absent.
    friend constexpr bool operator==(nullable const& n, std::nullopt_t) noexcept { return n.is_absent(); }

    /// Whether there is a value and it equals `value`.
    template<detail::value_for<T> U>
    friend constexpr bool operator==(nullable const& n, U const& value)
        requires requires { bool(*n == value); }
    {
        return n.has_value() && *n == value;
    }
};

/// Deduces T from a value.
template<class T>
nullable(T) -> nullable<T>;

} // namespace outlay::inline v0_1_0

template<class T>
    requires std::is_default_constructible_v<std::hash<T>>
struct std::hash<outlay::nullable<T>> {
    std::size_t operator()(outlay::nullable<T> const& n) const
    {
        return n ? std::hash<T>{}(*n) : static_cast<std::size_t>(n.is_null());
    }
};
