#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <date/date.h>
#include <limits>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <tuple>

// Two common types of Google's APIs, google.type.Money and google.type.Date. Members are a money and a date;
// `form<&T::m, gcp::units_and_nanos>()` in a model sets the wire form of a member.

namespace gcp {

using namespace outlay::literals;

/// google.type.Money on the wire: `{"currencyCode": "USD", "units": "12", "nanos": 500000000}` is 12.50 USD.
struct money_parts {
    std::optional<outlay::currency> currency_code{};
    std::optional<outlay::decimal> units{}; ///< an integer of 64 bits, in a string; absent: 0
    std::optional<outlay::decimal> nanos{}; ///< billionths, with the sign of `units`; absent: 0
};
BOOST_DESCRIBE_STRUCT(money_parts, (), (currency_code, units, nanos))

/// The form of a money. Exact: an amount finer than a billionth is a violation, and is never rounded.
struct units_and_nanos {
    using wire = money_parts;
    static constexpr std::string_view refuses{}; ///< no codes besides those of the model of money_parts

    static outlay::result<outlay::money> from_wire(money_parts const& parts)
    {
        outlay::decimal const fraction = parts.nanos.value_or(0) * 0.000000001_dec;
        return outlay::money{(parts.units.value_or(0) + fraction).normalized(),
                             parts.currency_code.value_or(outlay::currency())};
    }

    static money_parts to_wire(outlay::money const& from)
    {
        outlay::decimal const units = from.amount.round(0, outlay::rounding::down);
        outlay::decimal const nanos = ((from.amount - units) * 1'000'000'000).normalized();
        money_parts parts{.units = units};
        if (from.currency != outlay::currency()) parts.currency_code = from.currency; // absent: that of the account
        if (nanos != 0) parts.nanos = nanos;
        return parts;
    }
};

/// google.type.Date on the wire: `{"year": 2026, "month": 4, "day": 1}`.
struct date_parts {
    int year{};
    unsigned month{};
    unsigned day{};

    friend bool operator==(date_parts const&, date_parts const&) = default;
};
BOOST_DESCRIBE_STRUCT(date_parts, (), (year, month, day))

/// The form of a day of the calendar. A month or a year alone, which a google.type.Date can be, is a violation.
struct date_object {
    using wire = date_parts;
    static constexpr std::string_view refuses = "date: a day of the calendar";

    static outlay::result<date::year_month_day> from_wire(date_parts const& parts)
    {
        date::year_month_day const day = date::year(parts.year) / date::month(parts.month) / date::day(parts.day);
        if (day.ok() && to_wire(day) == parts) return day; // date::month(257) is January
        return outlay::error(outlay::error_kind::invalid, "date", "expected a day of the calendar");
    }

    static date_parts to_wire(date::year_month_day day)
    {
        return {.year = static_cast<int>(day.year()),
                .month = static_cast<unsigned>(day.month()),
                .day = static_cast<unsigned>(day.day())};
    }
};

} // namespace gcp

template<>
struct outlay::model<gcp::money_parts> {
    using parts = gcp::money_parts;
    static constexpr bool is_whole(decimal const& n) { return n == n.round(0); }
    static constexpr auto members = std::tuple{
        form<&parts::units, forms::text>(),
        member<&parts::units>(at_least(std::numeric_limits<std::int64_t>::min()),
                              at_most(std::numeric_limits<std::int64_t>::max()),
                              satisfies<decimal>("units_not_whole", &is_whole, "a whole number of units")),
        member<&parts::nanos>(at_least(-999'999'999), at_most(999'999'999),
                              satisfies<decimal>("nanos_not_whole", &is_whole, "an amount of whole billionths")),
        invariant(
            "money_signs_differ", &parts::nanos,
            [](parts const& p) { return p.units.value_or(0) * p.nanos.value_or(0) >= 0; },
            "units and nanos have different signs"),
    };
};

template<>
struct outlay::model<gcp::date_parts> {
    static constexpr auto members = std::tuple{
        member<&gcp::date_parts::year>(at_least(1), at_most(9999)),
        member<&gcp::date_parts::month>(at_least(1), at_most(12)),
        member<&gcp::date_parts::day>(at_least(1), at_most(31)),
    };
};
