#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/value/report.hpp>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// How far an exchange has come: `7 of 24` calls.
struct progress {
    std::size_t done = 0;                ///< calls that were answered or given up
    std::optional<std::size_t> total{};  ///< absent for pages: nobody knows
    std::chrono::milliseconds waiting{}; ///< not 0: a call failed, and is repeated after this time
};

/// Listens to progress: any function of a progress, which returns whether to go on, or nothing, which is to go on.
class progress_listener {
public:
    progress_listener() = default;

    /// Of a function, which is kept.
    template<std::invocable<progress const&> Function>
        requires(!std::same_as<std::remove_cvref_t<Function>, progress_listener>)
    progress_listener(Function&& function)
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Function&, progress const&>>)
            tell_ = [f = std::forward<Function>(function)](progress const& p) mutable {
                f(p);
                return true;
            };
        else tell_ = std::forward<Function>(function);
    }

    /// Whether to go on.
    bool operator()(progress const& p) const { return !tell_ || tell_(p); }

private:
    std::function<bool(progress const&)> tell_{};
};

/// Runs several lanes of calls at once: `executor(count, lane)` calls `lane(i)` for each i below count, on threads of
/// the user's, and returns when all have returned. `lane` throws nothing.
///
///     options.executor = [](std::size_t count, std::function<void(std::size_t)> const& lane) {
///         std::vector<std::jthread> threads;
///         for (std::size_t i = 0; i < count; ++i) threads.emplace_back(lane, i);
///     };
using executor = std::function<void(std::size_t count, std::function<void(std::size_t)> const& lane)>;

/// How a call is made. All of it has sensible defaults; what is from outside, such as time, can be replaced.
struct call_options {
    /// How often a call is repeated, and how long is waited before.
    retry_policy retry{};

    /// Waits. By default the thread sleeps; a call in a coroutine uses the sleep() of its transport (see co_call).
    std::function<void(std::chrono::milliseconds)> sleep{};

    /// The time of day, to which a Retry-After with a date is compared; by default that of the system.
    std::function<std::chrono::system_clock::time_point()> now{};

    /// From 0 to 1, anew each time, for the jitter. Not for secrets: by default it comes from the clock.
    std::function<double()> random{};

    /// Called after each call, and before each repeat. After it returns false nothing more is sent; what was answered
    /// is kept.
    progress_listener on_progress{};

    /// Called with the notices of each reply that has any, such as fields that the type does not know.
    std::function<void(report const&)> on_notices{};

    /// How many calls of a batch may be under way at once. More than one needs, in call(), an executor; in co_call(), a
    /// transport with a function all(); without them calls are made one after the other. Outcomes keep their order.
    std::size_t in_flight = 1;

    /// Threads for calls at once in call(), which then calls the transport and `sleep` from several threads. All other
    /// functions here, and those of the endpoint, are still called one at a time.
    http::executor executor{};

    /// Holds calls back, all calls with copies of these options together. By default only what a server says of its
    /// quota does, and only for the calls of one exchange.
    std::shared_ptr<rate_limit> rate{};

    /// How many pages of a list are read at most.
    std::size_t max_pages = 10'000;
};

namespace detail {

inline std::chrono::system_clock::time_point now(call_options const& options)
{
    return options.now ? options.now() : std::chrono::system_clock::now();
}

/// Of the lowest digits of the clock, mixed (splitmix64): that clients which failed at the same time don't repeat at
/// the same time takes no more.
inline double random(call_options const& options)
{
    if (options.random) return options.random();
    auto z = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) / 9007199254740992.0; // 2^53
}

} // namespace detail
} // namespace outlay::inline v0_1_0::http
