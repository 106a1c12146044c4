#pragma once

#include <concepts>
#include <string>

namespace outlay::detail {

/// GoogleTest's AssertionResult, by its looks: outlay does not include GoogleTest.
template<class Result>
concept assertion_result = std::constructible_from<Result, bool> && requires(Result& result, Result const& done) {
    { result << std::string() } -> std::same_as<Result&>;
    { done.message() } -> std::convertible_to<char const*>;
    { done.failure_message() } -> std::convertible_to<char const*>;
};

} // namespace outlay::detail
