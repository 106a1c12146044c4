#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <outlay/http/detail/wait_text.hpp>
#include <outlay/http/message.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::http {

/// The wait for a server that asks for one in a form that nobody can read: `soon`, `-1`. Ten seconds are the window
/// that many vendors count calls over, and short enough for a call that somebody waits for. Such a server is under
/// load: none at all would make it worse.
inline constexpr std::chrono::milliseconds careful_wait{10'000};

namespace detail {

/// What the headers of one kind say together.
struct header_wait {
    bool is_there = false;
    std::optional<std::chrono::milliseconds> longest{}; ///< of those that are understood

    constexpr void add(std::string_view value, system_time now) noexcept
    {
        is_there = true;
        if (auto const wait = read_waits(value, now)) longest = (std::max)(longest.value_or(*wait), *wait);
    }
};

} // namespace detail

/// How long a server asks to wait: the longest that any Retry-After says, or else the longest of any X-RateLimit-Reset
/// and RateLimit-Reset. 0 to longest_wait; a time that has passed is 0. careful_wait if such headers are there and none
/// can be understood; absent if there are none.
///
/// Understood are, also several joined by commas and with blanks around:
///
///     7    292.05                      seconds, rounded up to the millisecond
///     1795564830    1795564830000      a Unix time: a number from 10^9 on; from 10^12 on in ms (then in us, ns)
///     1m0s    1h2m3.5s    250ms        a duration as Go writes it; also `d` for days
///     Wed, 25 Nov 2026 00:00:07 GMT    a date of HTTP in its three forms (see parse_date), also with UTC or an offset
///     2026-11-25T00:00:07Z             RFC 3339 and ISO 8601; without a zone it is UTC
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
