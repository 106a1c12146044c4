#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A value or none, as a std::optional<T>, but on the heap: so that T may be the very class that has it for a member.
///
///     struct filter {
///         std::vector<filter> any{};
///         outlay::boxed<filter> opposite{};
///     };
///
/// A copy has a value of its own, and two are equal if their values are: unlike pointers. In JSON it is the value, or
/// absent.
template<class T>
class boxed {
public:
    using element_type = T; ///< of the value

    boxed() noexcept = default;       ///< without a value
    boxed(std::nullptr_t) noexcept {} ///< likewise
    /// With the other's value, which then has none.
    boxed(boxed&& other) noexcept = default;
    /// The value becomes the other's, which then has none.
    boxed& operator=(boxed&& other) noexcept = default;
    ~boxed() = default;

    /// Of a value, which is copied or moved in.
    // NOLINTNEXTLINE(*-explicit-constructor): as of std::optional
    boxed(T value) : held_(std::make_unique<T>(std::move(value))) {}

    /// With a copy of the other's value.
    boxed(boxed const& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
    /// The value becomes a copy of the other's. After an exception it is as it was.
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

    /// Takes over a value that was made with `new`, or none, in place of the one that is there.
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
