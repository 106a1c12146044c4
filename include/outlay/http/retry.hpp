#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <outlay/http/date.hpp>
#include <outlay/http/message.hpp>
#include <string_view>
#include <system_error>

namespace outlay::http {

/// How often and after what time a call is repeated that failed for a reason that passes.
///
/// The n-th wait is `base * 2^(n-1)`, at most `cap`; of this, the part `jitter` is random. If the server says how long
/// to wait, that is how long.
struct retry_policy {
    int attempts = 4;                              ///< of one call, the first included; 1: nothing is repeated
    std::chrono::milliseconds base{500};           ///< the first wait, at most
    std::chrono::milliseconds cap{30'000};         ///< no wait is longer, unless the server asks for it
    double jitter = 1;                             ///< 1: a wait is anything from 0 up ("full jitter"); 0: exact
    std::chrono::milliseconds total_wait{300'000}; ///< of all waits of an exchange: what would be more is given up
};

namespace detail {

/// Nobody means more than that, and no arithmetic overflows with it.
inline constexpr std::chrono::seconds longest_wait{366 * 86'400};

} // namespace detail

/// The wait before the next attempt, after so many that failed; `random` is from 0 to 1.
constexpr std::chrono::milliseconds backoff(retry_policy const& policy, int failed, double random) noexcept
{
    using std::chrono::milliseconds;
    milliseconds const cap = std::min<milliseconds>(policy.cap, detail::longest_wait);
    milliseconds longest = std::clamp(policy.base, milliseconds(0), std::max(cap, milliseconds(0)));
    for (int i = 1; i < failed && longest < cap && longest > longest.zero(); ++i) longest = std::min(longest * 2, cap);
    double const jitter = std::clamp(policy.jitter, 0.0, 1.0);
    double const part = 1 - jitter + jitter * std::clamp(random, 0.0, 1.0);
    return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(longest.count()) * part));
}

namespace detail {

/// A number of seconds: digits only.
inline std::optional<std::chrono::milliseconds> read_seconds(std::string_view text) noexcept
{
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::chrono::seconds::rep n = 0;
    auto const [stop, wrong] = std::from_chars(text.data(), text.data() + text.size(), n);
    return wrong == std::errc() ? std::min(std::chrono::seconds(n), longest_wait) : longest_wait;
}

/// The time from now up to a date of HTTP; 0 if it has passed.
inline std::optional<std::chrono::milliseconds> read_date(std::string_view text,
                                                          std::chrono::system_clock::time_point now)
{
    using std::chrono::milliseconds;
    auto const time = parse_date(text, std::chrono::floor<std::chrono::seconds>(now));
    if (!time) return std::nullopt;
    milliseconds const wait = *time - std::chrono::floor<milliseconds>(now);
    return std::clamp<milliseconds>(wait, milliseconds(0), longest_wait);
}

} // namespace detail

/// How long a server asks to wait: Retry-After, in seconds or as a date, or else X-RateLimit-Reset, in seconds. Absent
/// if it says nothing that can be understood.
inline std::optional<std::chrono::milliseconds> asked_wait(response const& answer,
                                                           std::chrono::system_clock::time_point now)
{
    if (auto const after = answer.header("Retry-After")) {
        if (auto const wait = detail::read_seconds(*after)) return wait;
        if (auto const wait = detail::read_date(*after, now)) return wait;
    }
    auto const reset = answer.header("X-RateLimit-Reset");
    return reset ? detail::read_seconds(*reset) : std::nullopt;
}

} // namespace outlay::http
