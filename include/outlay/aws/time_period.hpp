#pragma once

#include <boost/describe/class.hpp>
#include <compare>
#include <concepts>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <tuple>

// Instants of budgets, which are numbers of seconds since 1970 on the wire. Source: AWS's description of its service
// Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// From when to when.
struct time_period {
    std::optional<iso_timestamp> start{}; ///< where absent, AWS takes the start of the current unit of time
    std::optional<iso_timestamp> end{};   ///< where absent, AWS takes last_end; with it the budget is deleted
    outlay::extras extras{};

    friend bool operator==(time_period const&, time_period const&) = default;
};
BOOST_DESCRIBE_STRUCT(time_period, (), (start, end, extras))

/// The end of a budget that is not given another, 2087-06-15T00:00:00Z. None is later.
inline constexpr iso_timestamp last_end = iso_timestamp::from_milliseconds(3'706'473'600'000);

/// The start of a month or quarter, in UTC: the key of a planned limit. On the wire the seconds since 1970, as the name
/// of a member: `"1767225600"`.
struct period_start {
    using printable = void;

    iso_timestamp at{}; ///< midnight of the first day

    /// `2026-01-01T00:00:00Z`
    std::string to_string() const { return at.to_string(); }

    friend auto operator<=>(period_start const&, period_start const&) = default;
};

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

/// The wire form of a period's start: a field name that is a number of seconds.
template<std::same_as<aws::period_start> T>
struct codec<T> {
    using seconds = forms::epoch_seconds::for_type<iso_timestamp>; ///< how an instant is written
    using wire = typename seconds::wire;
    static constexpr std::string_view refuses = seconds::refuses; ///< nothing
    /// Never fails: `wire` has checked the value.
    static result<T> from_wire(wire const& instant) { return T{seconds::from_wire(instant).value()}; }
    /// The seconds.
    static wire to_wire(T const& start) { return seconds::to_wire(start.at); }
};

template<std::same_as<aws::time_period> T>
struct model<T> {
    static constexpr auto description = "The start and the end of a period, in seconds since 1970.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        form<&T::start, forms::epoch_seconds>(),
        form<&T::end, forms::epoch_seconds>(),
        in_requests(invariant(
            "time_period_order", &T::end,
            [](T const& period) { return !period.start || !period.end || *period.start < *period.end; },
            "the start must come before the end")),
    };
};

} // namespace outlay::inline v0_1_0
