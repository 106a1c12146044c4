#pragma once

#include <vector>

// In the debug mode of libstdc++, a std::vector can't be used in constant expressions.

namespace outlay::inline v0_1_0::detail {

#ifdef _GLIBCXX_DEBUG
/// A std::vector that constant expressions can use.
template<class T>
using constexpr_vector = std::_GLIBCXX_STD_C::vector<T>;
/// Precedes a function that returns a std::vector: constexpr where the library allows it.
#define OUTLAY_VECTOR_CONSTEXPR inline
#else
/// A std::vector that constant expressions can use.
template<class T>
using constexpr_vector = std::vector<T>;
/// Precedes a function that returns a std::vector: constexpr where the library allows it.
#define OUTLAY_VECTOR_CONSTEXPR constexpr
#endif

} // namespace outlay::inline v0_1_0::detail
