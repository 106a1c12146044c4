#pragma once

#include <concepts>
#include <string>

namespace outlay::inline v0_1_0::detail {

/// GoogleTest's AssertionResult, recognised by its members: outlay does not include GoogleTest. The members are checked
/// before the conversion, since the type may be incomplete, or be the type whose conversion is being looked up.
template<class Result>
concept assertion_result = requires(Result const& done) {
    { done.failure_message() } -> std::convertible_to<char const*>;
    { done.message() } -> std::convertible_to<char const*>;
} && requires(Result& result) {
    { result << std::string() } -> std::same_as<Result&>;
} && std::constructible_from<Result, bool>;

} // namespace outlay::inline v0_1_0::detail
