#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/spare_value.hpp>
#include <type_traits>
#include <utility>

// Storage for the value of a nullable or compact_optional, and the common part of their interface.

namespace outlay::inline v0_1_0::detail {

template<class T>
concept trivially_moved = std::is_trivially_move_constructible_v<T> && std::is_trivially_move_assignable_v<T> &&
                          std::is_trivially_destructible_v<T>;
template<class T>
concept trivially_copied = std::is_trivially_copy_constructible_v<T> && std::is_trivially_copy_assignable_v<T> &&
                           std::is_trivially_destructible_v<T>;

/// Storage for a T, and a byte for its state. A std::optional and a byte for null would take the alignment of T twice.
template<class T, bool MayBeNull>
class value_slot {
public:
    constexpr value_slot() noexcept : nothing_() {}

    constexpr value_slot(value_slot const&)
        requires trivially_copied<T>
    = default;
    /// A copy of the value, or of its absence.
    constexpr value_slot(value_slot const& other)
        requires(std::is_copy_constructible_v<T> && !trivially_copied<T>)
        : nothing_()
    {
        take(other);
    }
    constexpr value_slot(value_slot&&)
        requires trivially_moved<T>
    = default;
    /// Leaves a moved-from value in `other`, like std::optional.
    constexpr value_slot(value_slot&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
        requires(std::is_move_constructible_v<T> && !trivially_moved<T>)
        : nothing_()
    {
        take(std::move(other));
    }

    constexpr value_slot& operator=(value_slot const&)
        requires trivially_copied<T>
    = default;
    /// Assigns T where both have a value.
    constexpr value_slot& operator=(value_slot const& other)
        requires(std::is_copy_constructible_v<T> && std::is_copy_assignable_v<T> && !trivially_copied<T>)
    {
        if (this != &other) take(other);
        return *this;
    }
    constexpr value_slot& operator=(value_slot&&)
        requires trivially_moved<T>
    = default;
    /// Likewise.
    constexpr value_slot& operator=(value_slot&& other) noexcept(std::is_nothrow_move_constructible_v<T> &&
                                                                 std::is_nothrow_move_assignable_v<T>)
        requires(std::is_move_constructible_v<T> && std::is_move_assignable_v<T> && !trivially_moved<T>)
    {
        if (this != &other) take(std::move(other));
        return *this;
    }

    constexpr ~value_slot()
        requires std::is_trivially_destructible_v<T>
    = default;
    /// Destroys the value.
    constexpr ~value_slot() { vacate(vacancy::absent); }

    constexpr vacancy state() const noexcept { return state_; }

    constexpr T& value() noexcept { return value_; }             ///< only if state() is vacancy::none
    constexpr T const& value() const noexcept { return value_; } ///< likewise

    /// Constructs the value from `args`; absent if the constructor throws.
    template<class... Args>
    constexpr void emplace(Args&&... args)
    {
        vacate(vacancy::absent);
        construct(std::forward<Args>(args)...);
    }

    /// Destroys the value, if any. The state becomes absent or null.
    constexpr void vacate(vacancy state) noexcept
    {
        if (state_ == vacancy::none) std::destroy_at(std::addressof(value_));
        state_ = state;
    }

private:
    /// The active member of the union while there is no value.
    struct nothing {};

    /// Constructs the value of a slot that has none; unchanged if the constructor throws.
    template<class... Args>
    constexpr void construct(Args&&... args)
    {
        std::construct_at(std::addressof(value_), std::forward<Args>(args)...);
        state_ = vacancy::none;
    }

    template<class Other>
    constexpr void take(Other&& other)
    {
        if (other.state_ != vacancy::none) vacate(other.state_);
        else if (state_ != vacancy::none) construct(std::forward<Other>(other).value_);
        else value_ = std::forward<Other>(other).value_;
    }

    union {
        nothing nothing_; ///< active otherwise, so that a slot without a value is a constant expression
        T value_;         ///< active while state_ is vacancy::none
    };
    vacancy state_ = vacancy::absent;
};

/// Storage for a T that has a spare representation: a T, and nothing else.
template<class T, bool MayBeNull>
    requires(MayBeNull ? has_spare_null<T> : has_spare_value<T>)
class value_slot<T, MayBeNull> {
    static_assert(std::is_trivially_copyable_v<T>, "outlay: only a trivially copyable type can have a spare_value");

public:
    constexpr vacancy state() const noexcept { return spare_value<T>::of(value_); }

    constexpr T& value() noexcept { return value_; }
    constexpr T const& value() const noexcept { return value_; }

    /// Constructs the value from `args`; unchanged if the constructor throws.
    template<class... Args>
    constexpr void emplace(Args&&... args)
    {
        value_ = T(std::forward<Args>(args)...);
        OUTLAY_ASSERT(state() == vacancy::none);
    }

    constexpr void vacate(vacancy state) noexcept { value_ = spare_value<T>::make(state); }

private:
    T value_ = spare_value<T>::make(vacancy::absent);
};

/// The functions that nullable and compact_optional share with std::optional.
template<class T, bool MayBeNull>
class value_holder {
public:
    using value_type = T;

    constexpr bool has_value() const noexcept { return slot_.state() == vacancy::none; } ///< neither absent nor null
    constexpr explicit operator bool() const noexcept { return has_value(); }            ///< has_value()

    /// The value. Precondition: has_value(), as for std::optional.
    constexpr T& operator*() & noexcept
    {
        OUTLAY_ASSERT(has_value());
        return slot_.value();
    }
    /// Likewise.
    constexpr T const& operator*() const& noexcept
    {
        OUTLAY_ASSERT(has_value());
        return slot_.value();
    }
    constexpr T&& operator*() && noexcept { return std::move(**this); }               ///< likewise
    constexpr T const&& operator*() const&& noexcept { return std::move(**this); }    ///< likewise
    constexpr T* operator->() noexcept { return std::addressof(**this); }             ///< likewise
    constexpr T const* operator->() const noexcept { return std::addressof(**this); } ///< likewise

    /// The value. Throws std::bad_optional_access when absent or null.
    constexpr T& value() & { return has_value() ? **this : throw std::bad_optional_access(); }
    constexpr T const& value() const& { return has_value() ? **this : throw std::bad_optional_access(); } ///< likewise
    constexpr T&& value() && { return std::move(value()); }                                               ///< likewise
    constexpr T const&& value() const&& { return std::move(value()); }                                    ///< likewise

    /// The value, or `otherwise` when absent or null.
    template<std::convertible_to<T> U>
    constexpr T value_or(U&& otherwise) const&
    {
        if (has_value()) return **this;
        return std::forward<U>(otherwise);
    }
    /// The same, moved out of a temporary.
    template<std::convertible_to<T> U>
    constexpr T value_or(U&& otherwise) &&
    {
        if (has_value()) return std::move(**this);
        return std::forward<U>(otherwise);
    }

    /// Replaces the value by one that is constructed from `args`.
    template<class... Args>
        requires std::constructible_from<T, Args...>
    constexpr T& emplace(Args&&... args)
    {
        slot_.emplace(std::forward<Args>(args)...);
        return slot_.value();
    }

    /// Removes the value: absent.
    constexpr void reset() noexcept { slot_.vacate(vacancy::absent); }

protected:
    constexpr value_holder() noexcept = default;

    constexpr vacancy state() const noexcept { return slot_.state(); }
    constexpr void vacate(vacancy state) noexcept { slot_.vacate(state); }

private:
    value_slot<T, MayBeNull> slot_{};
};

} // namespace outlay::inline v0_1_0::detail
