#pragma once

#include <concepts>
#include <string>

namespace outlay::inline v0_1_0::detail {

/// GoogleTest's AssertionResult, by its looks: outlay does not include GoogleTest. Its own members come first, since
/// the question may be asked of a type that is incomplete, or of the very type that converts to it.
template<class Result>
concept assertion_result = requires(Result const& done) {
    { done.failure_message() } -> std::convertible_to<char const*>;
    { done.message() } -> std::convertible_to<char const*>;
} && requires(Result& result) {
    { result << std::string() } -> std::same_as<Result&>;
} && std::constructible_from<Result, bool>;

} // namespace outlay::inline v0_1_0::detail
