#pragma once

#include <concepts>

namespace outlay::inline v0_1_0 {

/// The state of a holder that may have no value. A spare representation may be made from its number.
enum class vacancy : unsigned char {
    none = 0,   ///< it has a value
    absent = 1, ///< it has none
    null = 2,   ///< it has JSON's null, which only a nullable distinguishes from absent
};

/// Representations of a T that no value of T has, where there are any. A compact_optional<T> without a value holds one,
/// and so does a nullable<T> if there is another for null: both then have the size of a T. To specialise it:
///
///     template<> struct outlay::spare_value<my::micros> {
///         static constexpr bool has_null = false;                  // whether make() also takes vacancy::null
///         static constexpr my::micros make(vacancy) noexcept;      // never of vacancy::none
///         static constexpr vacancy of(my::micros const&) noexcept; // vacancy::none for every value
///     };
///
/// None of the functions of T may give a spare representation. T must be trivially copyable.
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
