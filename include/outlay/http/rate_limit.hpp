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

/// How many calls a server still takes, as the headers of a reply say.
struct quota {
    std::optional<std::size_t> remaining{};           ///< calls until the limit starts anew; absent: not said
    std::optional<std::chrono::milliseconds> reset{}; ///< until the limit starts anew; absent: not said
};

/// A header that is a number of something, without a sign; absent if it is not there or is no number.
inline std::optional<std::size_t> read_count(std::optional<std::string_view> text) noexcept
{
    if (!text) return std::nullopt;
    std::size_t n = 0;
    char const* const end = text->data() + text->size();
    auto const [stop, wrong] = std::from_chars(text->data(), end, n);
    return wrong == std::errc() && stop == end ? std::optional(n) : std::nullopt;
}

/// Holds calls back so that a server is not asked more often than it allows: so many calls a second, and none while a
/// quota is used up. All calls that share it are held back together, also from several threads:
///
///     options.rate = std::make_shared<http::rate_limit>(10); // ten calls a second, of all clients with these options
class rate_limit {
public:
    using clock = std::chrono::steady_clock; ///< which never goes back

    /// No limit of our own: calls are held back only while a server's quota is used up.
    rate_limit() = default;

    /// So many calls a second, evenly spread. Throws std::invalid_argument unless that is a number above 0. `now` is
    /// the time; by default that of the clock.
    explicit rate_limit(double calls_per_second, std::function<clock::time_point()> now = {}) : now_(std::move(now))
    {
        if (!(calls_per_second > 0)) throw std::invalid_argument("outlay::http::rate_limit: not above 0");
        interval_ = std::chrono::duration_cast<clock::duration>(
            std::min<std::chrono::duration<double>>(std::chrono::duration<double>(1 / calls_per_second), year));
    }

    /// Takes the next place in the queue, and says how long until it is due.
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
        next_ = (std::min)(due + interval_, (std::max)(now + year, due)); // however many are in the queue
        return std::chrono::ceil<std::chrono::milliseconds>(due - now);
    }

    /// Takes note of what a reply says. A quota whose reset is later than `longest` from now is not waited for: the
    /// server is asked, and says so itself.
    void note(quota const& received, std::chrono::milliseconds longest)
    {
        if (!received.remaining || !received.reset || *received.reset > longest) return;
        std::lock_guard const lock(access_);
        remaining_ = received.remaining;
        reset_ = time() + std::clamp<std::chrono::milliseconds>(*received.reset, std::chrono::milliseconds(0), year);
    }

private:
    /// A call in a year is no different from none, and the arithmetic of clocks ends somewhere.
    static constexpr std::chrono::hours year{366 * 24};

    clock::time_point time() const { return now_ ? now_() : clock::now(); }

    std::mutex access_;
    std::function<clock::time_point()> now_;
    clock::duration interval_{};
    clock::time_point next_{};  ///< when the next call is due at the earliest
    clock::time_point reset_{}; ///< until when remaining_ counts
    std::optional<std::size_t> remaining_{};
};

} // namespace outlay::inline v0_1_0::http
