#pragma once

#include <concepts>

namespace outlay::inline v0_1_0 {

/// The state of a holder that may have no value. A spare representation may be derived from the number.
enum class vacancy : unsigned char {
    none = 0,   ///< there is a value
    absent = 1, ///< there is no value
    null = 2,   ///< JSON's null, which only a nullable distinguishes from absent
};

/// Representations of a T that are no value of T, for types that have some. A compact_optional<T> without a value holds
/// one, and so does a nullable<T> if there is a second one for null: both then have the size of a T. A specialisation:
///
///     template<> struct outlay::spare_value<my::micros> {
///         static constexpr bool has_null = false;                  // whether make() also takes vacancy::null
///         static constexpr my::micros make(vacancy) noexcept;      // never called with vacancy::none
///         static constexpr vacancy of(my::micros const&) noexcept; // vacancy::none for every value
///     };
///
/// No function of T may return a spare representation. T must be trivially copyable.
template<class T>
struct spare_value {};

namespace detail {

template<class T>
concept has_spare_value = requires(T const& x) {
    { spare_value<T>::make(vacancy::absent) } noexcept -> std::same_as<T>;
    { spare_value<T>::of(x) } noexcept -> std::same_as<vacancy>;
};

template<class T>
concept has_spare_null = has_spare_value<T> && requires { requires spare_value<T>::has_null; };

} // namespace detail
} // namespace outlay::inline v0_1_0
