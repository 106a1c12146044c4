#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <outlay/http/detail/wait_text.hpp>
#include <outlay/http/message.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::http {

/// The wait if a server requests one in an unreadable form: `soon`, `-1`. Ten seconds are the window over which many
/// vendors count calls, and short enough for an interactive call. No wait would increase the load of a server that is
/// overloaded.
inline constexpr std::chrono::milliseconds careful_wait{10'000};

namespace detail {

/// The wait of all headers of one kind.
struct header_wait {
    bool is_there = false;
    std::optional<std::chrono::milliseconds> longest{}; ///< the longest wait that can be read

    constexpr void add(std::string_view value, system_time now) noexcept
    {
        is_there = true;
        if (auto const wait = read_waits(value, now)) longest = (std::max)(longest.value_or(*wait), *wait);
    }
};

} // namespace detail

/// The wait that a server requests: the longest of all Retry-After headers, or else the longest of all
/// X-RateLimit-Reset and RateLimit-Reset headers. 0 to longest_wait; 0 for a time that has passed. careful_wait if
/// there are such headers but none can be read; absent if there are none.
///
/// These forms can be read, also several separated by commas, with blanks around them:
///
///     7    292.05                      seconds, rounded up to the millisecond
///     1795564830    1795564830000      a Unix time: a number from 10^9 on; from 10^12 on in ms (then in us, ns)
///     1m0s    1h2m3.5s    250ms        a duration in the form of Go; also `d` for days
///     Wed, 25 Nov 2026 00:00:07 GMT    an HTTP date in its three forms (see parse_date), also with UTC or an offset
///     2026-11-25T00:00:07Z             RFC 3339 and ISO 8601; UTC if there is no zone
inline std::optional<std::chrono::milliseconds> asked_wait(response const& answer,
                                                           std::chrono::system_clock::time_point now) noexcept
{
    detail::header_wait after;
    detail::header_wait reset;
    for (header const& h : answer.headers) {
        if (detail::is_same_name(h.name, "Retry-After")) after.add(h.value, now);
        else if (detail::is_same_name(h.name, "X-RateLimit-Reset") || detail::is_same_name(h.name, "RateLimit-Reset"))
            reset.add(h.value, now);
    }
    if (after.longest) return after.longest;
    if (reset.longest) return reset.longest;
    if (after.is_there || reset.is_there) return careful_wait;
    return std::nullopt;
}

} // namespace outlay::inline v0_1_0::http
