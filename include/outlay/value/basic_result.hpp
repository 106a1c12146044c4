#pragma once

#include <ostream>
#include <outlay/value/detail/assertion_result.hpp>
#include <outlay/value/detail/result_traits.hpp>
#include <outlay/value/error.hpp>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0 {

/// The common part of result<T>, result<T&> and result<void>: the error, and functions that continue with the value or
/// with the error.
///
/// The functions that take a function are those of C++23's std::expected, for the one type of error. They move the
/// value or the error out of a temporary. A pointer to a member is a function, too:
///
///     result<std::string> name = decode<portfolio>(text).transform(&portfolio::name);
template<class Result>
class basic_result {
public:
    using error_type = outlay::error; ///< as of boost::system::result

    constexpr bool has_error() const noexcept { return !self().has_value(); }        ///< whether there is no value
    constexpr explicit operator bool() const noexcept { return self().has_value(); } ///< whether there is a value

    /// The reason why there is no value. A result with a value has an error without a reason.
    constexpr outlay::error const& error() const& noexcept { return error_; }
    /// The same, moved out of a temporary.
    constexpr outlay::error error() && noexcept { return std::move(error_); }

    /// The result of `f(value)`, or the error. If f returns a reference, the new result holds a copy; if f returns
    /// void, the new result is a result<void>.
    template<class F>
    constexpr auto transform(F&& f) &
    {
        return transformed(self(), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr auto transform(F&& f) const&
    {
        return transformed(self(), std::forward<F>(f));
    }
    /// The same, for a value that is moved.
    template<class F>
    constexpr auto transform(F&& f) &&
    {
        return transformed(std::move(self()), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr auto transform(F&& f) const&&
    {
        return transformed(std::move(self()), std::forward<F>(f));
    }

    /// The result, of any type, that `f(value)` returns; or the error.
    template<class F>
    constexpr auto and_then(F&& f) &
    {
        return chained(self(), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr auto and_then(F&& f) const&
    {
        return chained(self(), std::forward<F>(f));
    }
    /// The same, for a value that is moved.
    template<class F>
    constexpr auto and_then(F&& f) &&
    {
        return chained(std::move(self()), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr auto and_then(F&& f) const&&
    {
        return chained(std::move(self()), std::forward<F>(f));
    }

    /// The result itself if it has a value, else the result of the same type that `f(error)` returns.
    template<class F>
    constexpr Result or_else(F&& f) &
    {
        return mended(self(), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr Result or_else(F&& f) const&
    {
        return mended(self(), std::forward<F>(f));
    }
    /// The same, for a result that is moved.
    template<class F>
    constexpr Result or_else(F&& f) &&
    {
        return mended(std::move(self()), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr Result or_else(F&& f) const&&
    {
        return mended(std::move(self()), std::forward<F>(f));
    }

    /// The result itself if it has a value, else with the error that `f(error)` returns.
    template<class F>
    constexpr Result transform_error(F&& f) &
    {
        return with_other_error(self(), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr Result transform_error(F&& f) const&
    {
        return with_other_error(self(), std::forward<F>(f));
    }
    /// The same, for a result that is moved.
    template<class F>
    constexpr Result transform_error(F&& f) &&
    {
        return with_other_error(std::move(self()), std::forward<F>(f));
    }
    /// The same.
    template<class F>
    constexpr Result transform_error(F&& f) const&&
    {
        return with_other_error(std::move(self()), std::forward<F>(f));
    }

    /// Converts to GoogleTest's AssertionResult, so that EXPECT_TRUE(result) prints the error.
    template<detail::assertion_result Assertion>
    operator Assertion() const
    {
        Assertion assertion(self().has_value());
        if (has_error()) assertion << self();
        return assertion;
    }

    /// Prints the value, `a value` if its type can't be printed, or `done` for result<void>; or `error: ` and the
    /// reasons, one a line. Test frameworks print a result so where an assertion fails.
    friend std::ostream& operator<<(std::ostream& out, Result const& r) { return r.print(out); }

protected:
    /// Without an error.
    constexpr basic_result() = default;
    /// With an error.
    template<class... A>
    constexpr explicit basic_result(detail::in_place_error_t, A&&... a) : error_(std::forward<A>(a)...)
    {}

    /// Called when a value replaces the error.
    constexpr void clear_error() noexcept { error_ = outlay::error(); }

    /// Part of swapping two results.
    constexpr void swap_error(basic_result& other) noexcept { std::swap(error_, other.error_); }

private:
    constexpr Result& self() noexcept { return static_cast<Result&>(*this); }
    constexpr Result const& self() const noexcept { return static_cast<Result const&>(*this); }

    template<class Self, class F>
    static constexpr auto transformed(Self&& of, F&& f)
    {
        using value =
            std::remove_cvref_t<decltype(detail::invoke_with_value(std::forward<Self>(of), std::forward<F>(f)))>;
        using to = boost::system::result<value, outlay::error>;
        if (of.has_error()) return to(to::in_place_error, std::forward<Self>(of).error());
        if constexpr (std::is_void_v<value>) {
            detail::invoke_with_value(std::forward<Self>(of), std::forward<F>(f));
            return to();
        } else {
            return to(to::in_place_value, detail::invoke_with_value(std::forward<Self>(of), std::forward<F>(f)));
        }
    }

    template<class Self, class F>
    static constexpr auto chained(Self&& of, F&& f)
    {
        using to = std::remove_cvref_t<decltype(detail::invoke_with_value(std::forward<Self>(of), std::forward<F>(f)))>;
        static_assert(detail::is_result<to>, "and_then: the function must return an outlay::result; see transform");
        if (of.has_error()) return to(to::in_place_error, std::forward<Self>(of).error());
        return to(detail::invoke_with_value(std::forward<Self>(of), std::forward<F>(f)));
    }

    template<class Self, class F>
    static constexpr Result mended(Self&& of, F&& f)
    {
        using to = std::remove_cvref_t<std::invoke_result_t<F, decltype(std::forward<Self>(of).error())>>;
        static_assert(std::is_same_v<to, Result>, "or_else: the function must return a result of the same type");
        if (of.has_value()) return std::forward<Self>(of);
        return std::invoke(std::forward<F>(f), std::forward<Self>(of).error());
    }

    template<class Self, class F>
    static constexpr Result with_other_error(Self&& of, F&& f)
    {
        using to = std::invoke_result_t<F, decltype(std::forward<Self>(of).error())>;
        static_assert(std::is_convertible_v<to, outlay::error>, "transform_error: the function must return an error");
        if (of.has_value()) return std::forward<Self>(of);
        return Result(detail::in_place_error_t(), std::invoke(std::forward<F>(f), std::forward<Self>(of).error()));
    }

    std::ostream& print(std::ostream& out) const
    {
        using value_type = typename Result::value_type;
        if (has_error()) { // an error with an empty report still has a kind
            out << "error: ";
            return error_.report().empty() ? out << to_string(error_.kind()) : out << error_.message();
        }
        if constexpr (std::is_void_v<value_type>) return out << "done";
        else if constexpr (detail::streamable<std::remove_reference_t<value_type>>) return out << *self();
        else return out << "a value";
    }

    outlay::error error_;
};

} // namespace outlay::inline v0_1_0
