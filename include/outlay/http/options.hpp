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

/// The progress of an exchange: `7 of 24` calls.
struct progress {
    std::size_t done = 0;                ///< the number of calls that are done, successful or not
    std::optional<std::size_t> total{};  ///< the number of all calls; absent for pages, where it is not known
    std::chrono::milliseconds waiting{}; ///< not 0: a call failed, and is retried after this time
};

/// A function that is called with the progress, and returns whether to continue, or void to continue always.
class progress_listener {
public:
    progress_listener() = default;

    /// From a function.
    template<std::invocable<progress const&> Function>
        requires(!std::same_as<std::remove_cvref_t<Function>, progress_listener>)
    progress_listener(Function&& function)
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Function&, progress const&>>)
            listen_ = [f = std::forward<Function>(function)](progress const& p) mutable {
                f(p);
                return true;
            };
        else listen_ = std::forward<Function>(function);
    }

    /// Calls the function. Returns whether to continue.
    bool operator()(progress const& p) const { return !listen_ || listen_(p); }

private:
    std::function<bool(progress const&)> listen_{};
};

/// Runs several lanes of calls at once: `executor(count, lane)` calls `lane(i)` for each i below count, on threads of
/// the user, and returns when all calls have returned. `lane` does not throw.
///
///     options.executor = [](std::size_t count, std::function<void(std::size_t)> const& lane) {
///         std::vector<std::jthread> threads;
///         for (std::size_t i = 0; i < count; ++i) threads.emplace_back(lane, i);
///     };
using executor = std::function<void(std::size_t count, std::function<void(std::size_t)> const& lane)>;

/// Options of a call. All have defaults; sources of time and randomness can be replaced.
struct call_options {
    /// The number of attempts, and the waits between them.
    retry_policy retry{};

    /// Waits for a time. By default the thread sleeps; co_call() uses the sleep() of its transport.
    std::function<void(std::chrono::milliseconds)> sleep{};

    /// The current time, with which a date in Retry-After is compared; by default the system's clock.
    std::function<std::chrono::system_clock::time_point()> now{};

    /// A random number from 0 to 1 for the jitter. By default derived from the clock, which is not suitable for
    /// secrets.
    std::function<double()> random{};

    /// Called after each call and before each retry. After it returns false, no more calls are made; results so far are
    /// kept.
    progress_listener on_progress{};

    /// Called with the report of each reply that has notices, such as unknown fields.
    std::function<void(report const&)> on_notices{};

    /// The most calls of a batch that run at once. More than one requires an executor for call(), and a transport with
    /// a function all() for co_call(); otherwise calls are made one after the other. Outcomes keep the order of the
    /// items.
    std::size_t in_flight = 1;

    /// Runs the calls of call() on several threads, from which the transport and `sleep` are then called. All other
    /// functions of the options and of the endpoint are called one at a time.
    http::executor executor{};

    /// A rate limit, which all calls with copies of these options share. By default, each exchange follows the quota in
    /// the responses of the server.
    std::shared_ptr<rate_limit> rate{};

    /// The most pages of a list that are read.
    std::size_t max_pages = 10'000;
};

namespace detail {

inline std::chrono::system_clock::time_point now(call_options const& options)
{
    return options.now ? options.now() : std::chrono::system_clock::now();
}

/// A number from the lowest digits of the clock, mixed by splitmix64: enough to prevent clients that failed at the same
/// time from retrying at the same time.
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
