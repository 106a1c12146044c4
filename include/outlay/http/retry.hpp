#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <outlay/http/status_set.hpp>
#include <outlay/http/wait.hpp>

namespace outlay::inline v0_1_0::http {

/// The number and the times of retries of a call that failed for a transient reason.
///
/// The n-th wait is `base * 2^(n-1)`, at most `cap`; the part `jitter` of it is random. If the server requests a wait,
/// that time is used instead.
struct retry_policy {
    int attempts = 4;                      ///< the most attempts of one call, including the first; 1: no retries
    std::chrono::milliseconds base{500};   ///< the longest first wait
    std::chrono::milliseconds cap{30'000}; ///< the longest wait, unless the server requests a longer one
    double jitter = 1;                     ///< 1: waits are random from 0 up ("full jitter"); 0: exact
    std::chrono::milliseconds total_wait{
        300'000}; ///< the longest sum of waits in a lane of an exchange; a call that would exceed it fails

    /// The statuses after which a call is retried; absent: those that the vendor's endpoint determines. A create
    /// request that may have been carried out is never retried.
    std::optional<status_set> repeat{};
};

namespace detail {

/// A number clamped to 0 ... 1, also an infinity; `if_nan` for NaN.
constexpr double as_part(double x, double if_nan) noexcept
{
    if (x >= 1) return 1;
    if (x > 0) return x;
    return x <= 0 ? 0 : if_nan; // std::clamp is undefined for a NaN
}

} // namespace detail

/// The wait before the next attempt after `failed` failed ones: 0 to longest_wait. `random` and the policy's jitter are
/// clamped to 0 ... 1. With NaN for either, the wait is the longest that the policy allows: NaN counts as 1 for
/// `random` and as 0 for the jitter.
constexpr std::chrono::milliseconds backoff(retry_policy const& policy, int failed, double random) noexcept
{
    using std::chrono::milliseconds;
    milliseconds const cap = std::clamp(policy.cap, milliseconds(0), longest_wait);
    milliseconds longest = std::clamp(policy.base, milliseconds(0), cap);
    for (int i = 1; i < failed && longest < cap && longest > longest.zero(); ++i)
        longest = (std::min)(longest * 2, cap);
    double const jitter = detail::as_part(policy.jitter, 0);
    double const part = 1 - jitter + jitter * detail::as_part(random, 1);
    return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(longest.count()) * part));
}

} // namespace outlay::inline v0_1_0::http
