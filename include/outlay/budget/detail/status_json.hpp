#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <date/date.h>
#include <optional>
#include <outlay/budget/figures.hpp>
#include <outlay/model/codec.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/naming.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace outlay::inline v0_1_0::detail {

/// A date_range with a default constructor, which reading requires: `"2024-01-15/2024-02-15"`, an ISO 8601 interval.
struct interval {
    date_range days{date::year{1970} / 1 / 1, date::year{1970} / 1 / 1};
};

/// The wire form of a status, in which an absent window and an empty set of derived figures are not written.
struct status_json {
    std::optional<decimal> amount{};
    std::optional<decimal> spent{};
    std::optional<decimal> remaining{};
    std::optional<decimal> used_percent{};
    std::optional<outlay::currency> currency{};
    std::optional<iso_timestamp> as_of{};
    bool is_uncapped = false;
    std::optional<decimal> forecast{};
    std::optional<decimal> effective_amount{};
    std::optional<interval> window{};
    std::vector<status_figure> derived{};
};
BOOST_DESCRIBE_STRUCT(status_json, (),
                      (amount, spent, remaining, used_percent, currency, as_of, is_uncapped, forecast, effective_amount,
                       window, derived))

} // namespace outlay::inline v0_1_0::detail

namespace outlay::inline v0_1_0 {

template<>
struct codec<detail::interval> {
    using wire = std::string;
    static result<detail::interval> from_wire(wire const& text)
    {
        auto const days = date_range::parse(text);
        if (!days) return days.error();
        return detail::interval{.days = *days};
    }
    static wire to_wire(detail::interval const& of) { return of.days.to_string(); }
    static constexpr std::string_view refuses = "date_range: two dates in order such as 2024-01-15/2024-02-15";
};

template<std::same_as<detail::status_json> T>
struct model<T> {
    static constexpr auto name = "status";
    static constexpr auto title = "Status";
    static constexpr auto description = "The amount, the spend and the remaining amount of a budget.";
    static constexpr auto members = std::tuple{member<&T::derived>(presence::optional)};
};

} // namespace outlay::inline v0_1_0
