#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// The number of calls that a server still accepts, from the headers of a response.
struct quota {
    std::optional<std::size_t> remaining{};           ///< the number of calls until the reset; absent: not known
    std::optional<std::chrono::milliseconds> reset{}; ///< the time until the reset; absent: not known
};

/// Reads a header that is an unsigned integer; nullopt if it is absent or is no such number.
inline std::optional<std::size_t> read_count(std::optional<std::string_view> text) noexcept
{
    if (!text) return std::nullopt;
    std::size_t n = 0;
    char const* const end = text->data() + text->size();
    auto const [stop, wrong] = std::from_chars(text->data(), end, n);
    return wrong == std::errc() && stop == end ? std::optional(n) : std::nullopt;
}

/// Delays calls to keep the limits of a server: a number of calls a second, and no call while a quota is used up.
/// Applies to all calls that share the object, also from several threads:
///
///     options.rate = std::make_shared<http::rate_limit>(10); // ten calls a second for all clients with these options
class rate_limit {
public:
    using clock = std::chrono::steady_clock; ///< the clock, which is monotonic

    /// No fixed limit: calls are only delayed while a server's quota is used up.
    rate_limit() = default;

    /// A limit of `calls_per_second`, evenly spaced. Throws std::invalid_argument unless the number is greater than 0.
    /// `now` returns the time; by default that of the clock.
    explicit rate_limit(double calls_per_second, std::function<clock::time_point()> now = {}) : now_(std::move(now))
    {
        if (!(calls_per_second > 0))
            throw std::invalid_argument("outlay::http::rate_limit: calls_per_second is not greater than 0");
        interval_ = std::chrono::duration_cast<clock::duration>(
            std::min<std::chrono::duration<double>>(std::chrono::duration<double>(1 / calls_per_second), year));
    }

    /// Takes the next place in the queue. Returns the time until the call may be made.
    std::chrono::milliseconds reserve()
    {
        std::lock_guard const lock(access_);
        auto const now = time();
        auto due = (std::max)(now, next_);
        if (remaining_ && now < reset_) {
            if (*remaining_ == 0) due = (std::max)(due, reset_);
            else --*remaining_;
        } else {
            remaining_.reset();
        }
        next_ = (std::min)(due + interval_, (std::max)(now + year, due)); // also for a very long queue
        return std::chrono::ceil<std::chrono::milliseconds>(due - now);
    }

    /// Takes the quota of a response. A quota whose reset is more than `longest` in the future is ignored; the server
    /// itself then rejects calls.
    void note(quota const& received, std::chrono::milliseconds longest)
    {
        if (!received.remaining || !received.reset || *received.reset > longest) return;
        std::lock_guard const lock(access_);
        remaining_ = received.remaining;
        reset_ = time() + std::clamp<std::chrono::milliseconds>(*received.reset, std::chrono::milliseconds(0), year);
    }

private:
    /// The bound for intervals, which keeps the arithmetic of clocks in range. One call a year is as good as none.
    static constexpr std::chrono::hours year{366 * 24};

    clock::time_point time() const { return now_ ? now_() : clock::now(); }

    std::mutex access_;
    std::function<clock::time_point()> now_;
    clock::duration interval_{};
    clock::time_point next_{};  ///< the earliest time of the next call
    clock::time_point reset_{}; ///< the time until which remaining_ is valid
    std::optional<std::size_t> remaining_{};
};

} // namespace outlay::inline v0_1_0::http
