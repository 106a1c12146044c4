#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <outlay/http/status_set.hpp>
#include <outlay/http/wait.hpp>

namespace outlay::inline v0_1_0::http {

/// How often and after what time a call is repeated that failed for a reason that passes.
///
/// The n-th wait is `base * 2^(n-1)`, at most `cap`; of this, the part `jitter` is random. If the server says how long
/// to wait, that is how long.
struct retry_policy {
    int attempts = 4;                      ///< of one call, the first included; 1: nothing is repeated
    std::chrono::milliseconds base{500};   ///< the first wait, at most
    std::chrono::milliseconds cap{30'000}; ///< no wait is longer, unless the server asks for it
    double jitter = 1;                     ///< 1: a wait is anything from 0 up ("full jitter"); 0: exact
    std::chrono::milliseconds total_wait{
        300'000}; ///< of all waits of an exchange, in each of its lanes: what would be more is given up

    /// The statuses after which a call is repeated; absent: those that the vendor's endpoint names. A call that creates
    /// something and may have been carried out is never repeated, whatever is in the set.
    std::optional<status_set> repeat{};
};

namespace detail {

/// A number as a part of 1: what is below 0 or above 1 is 0 or 1, also an infinity.
constexpr double as_part(double x, double if_nan) noexcept
{
    if (x >= 1) return 1;
    if (x > 0) return x;
    return x <= 0 ? 0 : if_nan; // std::clamp is undefined for a NaN
}

} // namespace detail

/// The wait before the next attempt, after so many that failed: 0 to longest_wait. `random` is from 0 to 1, as is the
/// policy's jitter: what is beyond counts as the nearer of both. NaN gives the longest wait that the policy allows: for
/// `random` it counts as 1, for the jitter as 0.
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
