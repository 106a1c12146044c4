#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <outlay/value/text.hpp>
#include <string>
#include <type_traits>
#include <utility>

namespace outlay {

/// The type of `null`.
struct null_t {
    explicit null_t() = default; // so that `x = {}` means absent
};

/// JSON's null, for a nullable: `update.budget = null` is written as `"budget": null`.
inline constexpr null_t null{};

template<class T>
class nullable;

namespace detail {

template<class T>
inline constexpr bool is_nullable = false;
template<class T>
inline constexpr bool is_nullable<nullable<T>> = true;

/// A nullable<T> can be made from a U, which is a T or becomes one.
template<class U, class T>
concept value_for = std::constructible_from<T, U> && !is_nullable<std::remove_cvref_t<U>>;

} // namespace detail

/// A member of an object that may be absent, null, or a value, where the three mean different things: in an update,
/// "leave it", "clear it" and "set it". In all else it is a std::optional<T>, which has only the first and the last.
template<class T>
class nullable {
public:
    using printable = void;
    using value_type = T;

    /// Absent.
    constexpr nullable() noexcept = default;
    constexpr nullable(std::nullopt_t) noexcept {} ///< absent

    constexpr nullable(null_t) noexcept : null_(true) {} ///< null

    /// The value. Implicit where T can be had so; never of another nullable.
    template<detail::value_for<T> U = T>
    constexpr explicit(!std::convertible_to<U, T>) nullable(U&& value) : value_(std::in_place, std::forward<U>(value))
    {}

    /// The value of a std::optional, or absent.
    template<std::same_as<std::optional<T>> Optional>
    constexpr nullable(Optional value) : value_(std::move(value))
    {}

    constexpr bool is_absent() const noexcept { return !null_ && !has_value(); } ///< neither null nor a value
    constexpr bool is_null() const noexcept { return null_; }                    ///< null, which is not absent
    constexpr bool has_value() const noexcept { return value_.has_value(); }     ///< neither absent nor null
    constexpr explicit operator bool() const noexcept { return has_value(); }    ///< has_value()

    /// Undefined unless has_value(), as for std::optional.
    constexpr T& operator*() & noexcept { return *value_; }
    constexpr T const& operator*() const& noexcept { return *value_; }   ///< likewise
    constexpr T&& operator*() && noexcept { return *std::move(value_); } ///< likewise
    constexpr T* operator->() noexcept { return &**this; }               ///< likewise
    constexpr T const* operator->() const noexcept { return &**this; }   ///< likewise

    /// Throws std::bad_optional_access when absent or null.
    constexpr T& value() & { return value_.value(); }
    constexpr T const& value() const& { return value_.value(); }   ///< likewise
    constexpr T&& value() && { return std::move(value_).value(); } ///< likewise

    /// The value, or `otherwise` when absent or null.
    template<std::convertible_to<T> U>
    constexpr T value_or(U&& otherwise) const&
    {
        return value_.value_or(std::forward<U>(otherwise));
    }
    /// The same, moved out of a temporary.
    template<std::convertible_to<T> U>
    constexpr T value_or(U&& otherwise) &&
    {
        return std::move(value_).value_or(std::forward<U>(otherwise));
    }

    /// Makes it the value that is constructed from `args`.
    template<class... Args>
        requires std::constructible_from<T, Args...>
    constexpr T& emplace(Args&&... args)
    {
        null_ = false;
        return value_.emplace(std::forward<Args>(args)...);
    }

    /// Makes it absent.
    constexpr void reset() noexcept
    {
        value_.reset();
        null_ = false;
    }
    /// Makes it null.
    constexpr void set_null() noexcept
    {
        value_.reset();
        null_ = true;
    }

    /// `absent`, `null`, or the value's text.
    constexpr std::string to_string() const
        requires detail::printable<T>
    {
        if (has_value()) return value_->to_string();
        return is_null() ? "null" : "absent";
    }

    /// Absent, null and every value differ.
    friend constexpr bool operator==(nullable const&, nullable const&) = default;
    /// Whether it is null.
    friend constexpr bool operator==(nullable const& n, null_t) noexcept { return n.is_null(); }
    /// Whether it is absent.
    friend constexpr bool operator==(nullable const& n, std::nullopt_t) noexcept { return n.is_absent(); }

    /// Whether it has this value.
    template<detail::value_for<T> U>
    friend constexpr bool operator==(nullable const& n, U const& value)
        requires requires { bool(*n == value); }
    {
        return n.has_value() && *n == value;
    }

private:
    std::optional<T> value_;
    bool null_ = false; // only without a value
};

/// Of a value.
template<class T>
nullable(T) -> nullable<T>;

} // namespace outlay

template<class T>
    requires std::is_default_constructible_v<std::hash<T>>
struct std::hash<outlay::nullable<T>> {
    std::size_t operator()(outlay::nullable<T> const& n) const
    {
        return n ? std::hash<T>{}(*n) : static_cast<std::size_t>(n.is_null());
    }
};
