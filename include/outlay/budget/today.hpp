#pragma once

#include <chrono>
#include <date/date.h>
#include <outlay/value/timestamp.hpp>

// The day of an instant in a time zone, for pace_of, window and the context of validate. Vendors count days in the time
// zone of an account, which advertising accounts name by its IANA name.

namespace outlay::inline v0_1_0 {

namespace detail {

/// A time zone of std::chrono, if the standard library has them, of date's tz.h, or of the user: `to_local(instant)`
/// returns a time point whose days since 1970 are local.
template<class Zone, class Duration>
concept local_clock = requires(Zone const& zone, date::sys_time<Duration> now) {
    std::chrono::floor<date::days>(zone.to_local(now)).time_since_epoch();
};

} // namespace detail

/// The day of an instant where clocks are `ahead_of_utc`: `std::chrono::minutes(-480)` in Los Angeles in winter. An
/// offset does not follow daylight saving time. Outside the years -32767 to 32767, the first or last day of these.
///
///     auto const today = outlay::today_in(std::chrono::system_clock::now(), std::chrono::minutes(60));
template<class Duration>
constexpr date::year_month_day today_in(date::sys_time<Duration> now, std::chrono::minutes ahead_of_utc) noexcept
{
    return iso_timestamp(now + ahead_of_utc).day();
}

/// The day of an instant in a time zone: a zone of std::chrono, if the standard library has them (__cpp_lib_chrono is
/// 201907 or more), or of date's tz.h. Exceptions are those of the zone.
///
///     auto const today = outlay::today_in(now, *std::chrono::locate_zone("America/Los_Angeles"));
template<class Duration, class Zone>
    requires detail::local_clock<Zone, Duration>
constexpr date::year_month_day today_in(date::sys_time<Duration> now, Zone const& zone)
{
    auto const local = std::chrono::floor<date::days>(zone.to_local(now)).time_since_epoch();
    return date::sys_days(date::days(local.count()));
}

} // namespace outlay::inline v0_1_0
