#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A value or none, like std::optional<T>, but on the heap, so that a class can have a member of its own type.
///
///     struct filter {
///         std::vector<filter> any{};
///         outlay::boxed<filter> opposite{};
///     };
///
/// Unlike a pointer, a copy has its own value, and two are equal if their values are equal. In JSON, the field is the
/// value, or is absent.
template<class T>
class boxed {
public:
    using element_type = T; ///< the type of the value

    boxed() noexcept = default;       ///< without a value
    boxed(std::nullptr_t) noexcept {} ///< likewise
    /// Takes the value of the other, which then has none.
    boxed(boxed&& other) noexcept = default;
    /// Takes the value of the other, which then has none.
    boxed& operator=(boxed&& other) noexcept = default;
    ~boxed() = default;

    /// Holds this value.
    // NOLINTNEXTLINE(*-explicit-constructor): as of std::optional
    boxed(T value) : held_(std::make_unique<T>(std::move(value))) {}

    /// Holds a copy of the other's value.
    boxed(boxed const& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
    /// Replaces the value by a copy of the other's. After an exception, the value is unchanged.
    boxed& operator=(boxed const& other)
    {
        boxed copy(other);
        held_.swap(copy.held_);
        return *this;
    }

    T* get() noexcept { return held_.get(); }                    ///< null for none
    T const* get() const noexcept { return held_.get(); }        ///< null for none
    T& operator*() noexcept { return *held_; }                   ///< requires a value
    T const& operator*() const noexcept { return *held_; }       ///< requires a value
    T* operator->() noexcept { return held_.get(); }             ///< requires a value
    T const* operator->() const noexcept { return held_.get(); } ///< requires a value

    /// Whether there is a value.
    explicit operator bool() const noexcept { return held_ != nullptr; }

    /// Replaces the value by one that was made with `new`, of which this object becomes the owner, or by none.
    void reset(T* value = nullptr) noexcept { held_.reset(value); }

    /// Whether both have equal values, or none.
    friend bool operator==(boxed const& a, boxed const& b)
    {
        return a.held_ && b.held_ ? *a.held_ == *b.held_ : !a.held_ && !b.held_;
    }
    friend bool operator==(boxed const& a, std::nullptr_t) noexcept { return !a.held_; } ///< whether there is none

private:
    std::unique_ptr<T> held_;
};

} // namespace outlay::inline v0_1_0
