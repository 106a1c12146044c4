#pragma once

#include <boost/assert.hpp>
#include <boost/assert/source_location.hpp>
#include <memory>
#include <optional>
#include <outlay/value/basic_result.hpp>
#include <outlay/value/detail/result_traits.hpp>
#include <outlay/value/error.hpp>
#include <type_traits>
#include <utility>

// outlay::result<T> is boost::system::result<T, outlay::error> with additional functions such as transform(): outlay
// specialises Boost.System's class template for its own error. The same type works with code written for Boost.System
// without conversion, whether Boost.System's header is included before, after, or not at all.
namespace boost::system {

/// A value, or the error with the reason why there is none: `outlay::result<T>`.
///
///     outlay::result<outlay::money> price = outlay::money::parse(text);
///     if (!price) return price.error();
///     use(*price);
template<class T>
class [[nodiscard]] result<T, outlay::error> : public outlay::basic_result<result<T, outlay::error>> {
    using base = outlay::basic_result<result>;
    using moved = std::conditional_t<std::is_move_constructible_v<T>, T, T&&>;

public:
    /// As in boost::system::result.
    using value_type = T;

    static constexpr outlay::detail::in_place_value_t in_place_value{}; ///< the value follows
    static constexpr outlay::detail::in_place_error_t in_place_error{}; ///< the error follows

    /// A default-constructed value.
    constexpr result() noexcept(std::is_nothrow_default_constructible_v<T>)
        requires std::is_default_constructible_v<T>
        : value_(std::in_place)
    {}

    /// A value. Explicit unless the argument converts to T.
    template<class A = T>
        requires outlay::detail::value_for_result<A, T, result>
    constexpr explicit(!std::is_convertible_v<A, T>) result(A&& a) noexcept(std::is_nothrow_constructible_v<T, A>)
        : value_(std::in_place, std::forward<A>(a))
    {}

    /// An error.
    template<class A = outlay::error>
        requires outlay::detail::error_for_result<A, T, result>
    constexpr result(A&& a) noexcept(std::is_nothrow_constructible_v<outlay::error, A>)
        : base(in_place_error, std::forward<A>(a))
    {}

    /// A value constructed from several arguments.
    template<class A, class B, class... More>
        requires(outlay::detail::plain_for<std::remove_cvref_t<A>, result> &&
                 std::is_constructible_v<T, A, B, More...> && !std::is_constructible_v<outlay::error, A, B, More...>)
    constexpr explicit result(A&& a, B&& b, More&&... more)
        : value_(std::in_place, std::forward<A>(a), std::forward<B>(b), std::forward<More>(more)...)
    {}

    /// An error constructed from several arguments, such as kind, code and message.
    template<class A, class B, class... More>
        requires(outlay::detail::plain_for<std::remove_cvref_t<A>, result> &&
                 !std::is_constructible_v<T, A, B, More...> && std::is_constructible_v<outlay::error, A, B, More...>)
    constexpr explicit result(A&& a, B&& b, More&&... more)
        : base(in_place_error, std::forward<A>(a), std::forward<B>(b), std::forward<More>(more)...)
    {}

    /// A value constructed from the arguments after boost::system::in_place_value.
    template<outlay::detail::value_tag Tag, class... A>
        requires std::is_constructible_v<T, A...>
    constexpr result(Tag, A&&... a) noexcept(std::is_nothrow_constructible_v<T, A...>)
        : value_(std::in_place, std::forward<A>(a)...)
    {}

    /// An error constructed from the arguments after boost::system::in_place_error.
    template<outlay::detail::error_tag Tag, class... A>
        requires std::is_constructible_v<outlay::error, A...>
    constexpr result(Tag, A&&... a) : base(in_place_error, std::forward<A>(a)...)
    {}

    /// From a result of another type, whose value and error convert.
    template<class T2, class E2>
        requires(std::is_convertible_v<T2, T> && std::is_convertible_v<E2, outlay::error> &&
                 !std::is_convertible_v<result<T2, E2> const&, T>)
    constexpr result(result<T2, E2> const& other)
        : result(other.has_value() ? result(in_place_value, *other) : result(in_place_error, other.error()))
    {}
    /// The same, moved.
    template<class T2, class E2>
        requires(std::is_convertible_v<T2, T> && std::is_convertible_v<E2, outlay::error> &&
                 !std::is_convertible_v<result<T2, E2> &&, T>)
    constexpr result(result<T2, E2>&& other)
        : result(other.has_value() ? result(in_place_value, *std::move(other))
                                   : result(in_place_error, std::move(other).error()))
    {}

    constexpr bool has_value() const noexcept { return value_.has_value(); } ///< whether there is a value

    /// The value. Throws outlay::error_exception with the error if there is none.
    constexpr T& value(boost::source_location const& where = {}) &
    {
        if (!has_value()) throw_exception_from_error(this->error(), where);
        return *value_;
    }
    /// The same.
    constexpr T const& value(boost::source_location const& where = {}) const&
    {
        if (!has_value()) throw_exception_from_error(this->error(), where);
        return *value_;
    }
    /// The same, moved out of a temporary. Returned by value, since a reference would dangle.
    constexpr moved value(boost::source_location const& where = {}) && { return std::move(value(where)); }

    /// The value. Precondition: has_value(), which BOOST_ASSERT checks.
    constexpr T& operator*() & noexcept
    {
        BOOST_ASSERT(has_value());
        return *value_;
    }
    /// The same.
    constexpr T const& operator*() const& noexcept
    {
        BOOST_ASSERT(has_value());
        return *value_;
    }
    /// The same, moved out of a temporary, by value.
    constexpr moved operator*() && noexcept(std::is_nothrow_move_constructible_v<T>) { return std::move(**this); }

    // Deleted for a constant temporary: the value could only be copied, and a reference would dangle.
    T value() const&&
        requires std::is_move_constructible_v<T>
    = delete; ///< use a copy of the result
    T operator*() const&&
        requires std::is_move_constructible_v<T>
    = delete; ///< use a copy of the result

    constexpr T* operator->() noexcept { return has_value() ? std::addressof(*value_) : nullptr; } ///< null: none
    /// The same.
    constexpr T const* operator->() const noexcept { return has_value() ? std::addressof(*value_) : nullptr; }

    /// A copy of the value, or `otherwise` if there is none.
    template<class U = std::remove_cv_t<T>>
    constexpr T value_or(U&& otherwise) const&
    {
        return has_value() ? *value_ : static_cast<T>(std::forward<U>(otherwise));
    }
    /// The value, moved, or `otherwise` if there is none.
    template<class U = std::remove_cv_t<T>>
    constexpr T value_or(U&& otherwise) &&
    {
        return has_value() ? std::move(*value_) : static_cast<T>(std::forward<U>(otherwise));
    }

    /// Replaces the value or error by a new value. If its constructor throws, the result has an error: the former one,
    /// or one without a reason.
    template<class... A>
    constexpr T& emplace(A&&... a)
    {
        value_.emplace(std::forward<A>(a)...);
        this->clear_error();
        return *value_;
    }

    /// Swaps values and errors.
    constexpr void swap(result& other) noexcept(std::is_nothrow_move_constructible_v<T> &&
                                                std::is_nothrow_swappable_v<T>)
    {
        this->swap_error(other);
        value_.swap(other.value_);
    }
    /// The same.
    friend constexpr void swap(result& a, result& b) noexcept(noexcept(a.swap(b))) { a.swap(b); }

    /// Whether both have equal values, or both equal errors.
    friend constexpr bool operator==(result const& a, result const& b)
        requires outlay::detail::has_equality<T>
    {
        return a.value_ == b.value_ && a.error() == b.error();
    }

private:
    std::optional<T> value_;
};

/// Success, or the error with the reason of the failure: `outlay::result<void>`.
template<>
class [[nodiscard]] result<void, outlay::error> : public outlay::basic_result<result<void, outlay::error>> {
    using base = outlay::basic_result<result>;

public:
    /// As in boost::system::result.
    using value_type = void;

    static constexpr outlay::detail::in_place_value_t in_place_value{}; ///< for success
    static constexpr outlay::detail::in_place_error_t in_place_error{}; ///< the error follows

    /// Success.
    constexpr result() noexcept = default;

    /// An error.
    template<class A = outlay::error>
        requires outlay::detail::error_for_result<A, void, result>
    constexpr result(A&& a) noexcept(std::is_nothrow_constructible_v<outlay::error, A>)
        : base(in_place_error, std::forward<A>(a)), has_value_(false)
    {}

    /// An error constructed from several arguments, such as kind, code and message.
    template<class A, class B, class... More>
        requires std::is_constructible_v<outlay::error, A, B, More...>
    constexpr result(A&& a, B&& b, More&&... more)
        : base(in_place_error, std::forward<A>(a), std::forward<B>(b), std::forward<More>(more)...), has_value_(false)
    {}

    /// Success, by boost::system::in_place_value.
    template<outlay::detail::value_tag Tag>
    constexpr result(Tag) noexcept
    {}

    /// An error constructed from the arguments after boost::system::in_place_error.
    template<outlay::detail::error_tag Tag, class... A>
        requires std::is_constructible_v<outlay::error, A...>
    constexpr result(Tag, A&&... a) : base(in_place_error, std::forward<A>(a)...), has_value_(false)
    {}

    /// From a result with an error of another type, which converts.
    template<class E2>
        requires std::is_convertible_v<E2, outlay::error>
    constexpr result(result<void, E2> const& other)
        : base(in_place_error, other.has_value() ? outlay::error() : outlay::error(other.error())),
          has_value_(other.has_value())
    {}

    constexpr bool has_value() const noexcept { return has_value_; } ///< whether there is no error

    /// Throws outlay::error_exception with the error if there is one.
    constexpr void value(boost::source_location const& where = {}) const
    {
        if (!has_value_) throw_exception_from_error(error(), where);
    }
    /// Precondition: has_value(), which BOOST_ASSERT checks.
    constexpr void operator*() const noexcept { BOOST_ASSERT(has_value_); }

    constexpr void* operator->() noexcept { return has_value_ ? this : nullptr; }             ///< null: an error
    constexpr void const* operator->() const noexcept { return has_value_ ? this : nullptr; } ///< the same

    /// Removes the error.
    constexpr void emplace() noexcept
    {
        clear_error();
        has_value_ = true;
    }

    /// Swaps the errors, if any.
    constexpr void swap(result& other) noexcept
    {
        swap_error(other);
        std::swap(has_value_, other.has_value_);
    }
    /// The same.
    friend constexpr void swap(result& a, result& b) noexcept { a.swap(b); }

    /// Whether both are successes, or both have equal errors.
    friend constexpr bool operator==(result const& a, result const& b)
    {
        return a.has_value_ == b.has_value_ && a.error() == b.error();
    }

private:
    bool has_value_ = true;
};

/// A reference to a value, or the error with the reason why there is none: `outlay::result<T&>`. Assignment rebinds the
/// reference and never assigns to the value.
template<class U>
class [[nodiscard]] result<U&, outlay::error> : public outlay::basic_result<result<U&, outlay::error>> {
    using base = outlay::basic_result<result>;

public:
    /// As in boost::system::result.
    using value_type = U&;

    static constexpr outlay::detail::in_place_value_t in_place_value{}; ///< the value follows
    static constexpr outlay::detail::in_place_error_t in_place_error{}; ///< the error follows

    /// A reference to a value that is not a temporary.
    template<class A>
        requires(outlay::detail::value_for_result<A, U&, result> && !outlay::detail::dangles<U, A>)
    constexpr explicit(!std::is_convertible_v<A, U&>) result(A&& a) noexcept(std::is_nothrow_constructible_v<U&, A>)
        : value_(std::addressof(static_cast<U&>(std::forward<A>(a))))
    {}

    /// An error.
    template<class A = outlay::error>
        requires outlay::detail::error_for_result<A, U&, result>
    constexpr result(A&& a) noexcept(std::is_nothrow_constructible_v<outlay::error, A>)
        : base(in_place_error, std::forward<A>(a))
    {}

    /// An error constructed from several arguments, such as kind, code and message.
    template<class A, class B, class... More>
        requires(outlay::detail::plain_for<std::remove_cvref_t<A>, result> &&
                 std::is_constructible_v<outlay::error, A, B, More...>)
    constexpr explicit result(A&& a, B&& b, More&&... more)
        : base(in_place_error, std::forward<A>(a), std::forward<B>(b), std::forward<More>(more)...)
    {}

    /// A reference to the argument after boost::system::in_place_value.
    template<outlay::detail::value_tag Tag, class A>
        requires(std::is_constructible_v<U&, A> && !outlay::detail::dangles<U, A>)
    constexpr result(Tag, A&& a) noexcept(std::is_nothrow_constructible_v<U&, A>)
        : value_(std::addressof(static_cast<U&>(std::forward<A>(a))))
    {}

    /// An error constructed from the arguments after boost::system::in_place_error.
    template<outlay::detail::error_tag Tag, class... A>
        requires std::is_constructible_v<outlay::error, A...>
    constexpr result(Tag, A&&... a) : base(in_place_error, std::forward<A>(a)...)
    {}

    /// From a result with a reference and an error of other types, which convert.
    template<class U2, class E2>
        requires(std::is_convertible_v<U2&, U&> && !outlay::detail::dangles<U, U2&> &&
                 std::is_convertible_v<E2, outlay::error> && !std::is_convertible_v<result<U2&, E2> const&, U&>)
    constexpr result(result<U2&, E2> const& other)
        : result(other.has_value() ? result(in_place_value, *other) : result(in_place_error, other.error()))
    {}

    constexpr bool has_value() const noexcept { return value_ != nullptr; } ///< whether there is a value

    /// The value. Throws outlay::error_exception with the error if there is none.
    constexpr U& value(boost::source_location const& where = {}) const
    {
        if (!has_value()) throw_exception_from_error(this->error(), where);
        return *value_;
    }
    /// The value. Precondition: has_value(), which BOOST_ASSERT checks.
    constexpr U& operator*() const noexcept
    {
        BOOST_ASSERT(has_value());
        return *value_;
    }
    constexpr U* operator->() const noexcept { return value_; } ///< null: none

    /// A copy of the value, or `otherwise` if there is none.
    template<class V = std::remove_cv_t<U>>
    constexpr std::remove_cv_t<U> value_or(V&& otherwise) const
    {
        return has_value() ? *value_ : static_cast<std::remove_cv_t<U>>(std::forward<V>(otherwise));
    }

    /// Replaces the reference or error by a reference to another value.
    template<class A>
        requires(std::is_constructible_v<U&, A> && !outlay::detail::dangles<U, A>)
    constexpr U& emplace(A&& a)
    {
        value_ = std::addressof(static_cast<U&>(std::forward<A>(a)));
        this->clear_error();
        return *value_;
    }

    /// Swaps references and errors.
    constexpr void swap(result& other) noexcept
    {
        this->swap_error(other);
        std::swap(value_, other.value_);
    }
    /// The same.
    friend constexpr void swap(result& a, result& b) noexcept { a.swap(b); }

    /// Whether both have equal values, or both equal errors.
    friend constexpr bool operator==(result const& a, result const& b)
        requires outlay::detail::has_equality<U>
    {
        if (a.has_value() && b.has_value()) return *a == *b;
        return a.has_value() == b.has_value() && a.error() == b.error();
    }

private:
    U* value_ = nullptr;
};

} // namespace boost::system

namespace outlay::inline v0_1_0 {

/// A value, or the error with the reason why there is none. Its members are those of boost::system::result< T,
/// outlay::error > and of basic_result.
template<class T>
using result = boost::system::result<T, error>;

} // namespace outlay::inline v0_1_0
