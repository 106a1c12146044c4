#pragma once

#include <chrono>
#include <concepts>
#include <date/date.h>
#include <outlay/model/codec.hpp>
#include <outlay/model/table/form_scalars.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/member_checks.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/timestamp.hpp>
#include <string_view>

/// Wire forms for one member, `form<&T::amount, outlay::forms::micros>()`, or for a type, whose codec is derived from
/// one.
namespace outlay::inline v0_1_0::forms {

/// What no stock form adds to its `wire`: everything that is refused, the schema says already.
struct complete_wire {
    static constexpr std::string_view refuses{}; ///< nothing
};

/// A number in a string: `"12.50"`, as APIs send amounts that must not go through a double. Of a decimal, an integer or
/// a floating-point number. The string is a number as JSON writes it; of an integer, its digits. Codes: `type`,
/// `integer_range`, `number_range`, `decimal_range`; a decimal of more than 28 digits is rounded with the notice
/// `decimal_inexact`. NaN and infinity can't be written so: validate reports them as `number_range`.
///
///     form<&T::amount, outlay::forms::text>()
struct text {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(detail::number_like<V>, "forms::text is for a decimal, an integer or a floating-point number");
        using wire = detail::number_in_text<V>;
        /// Never fails: all is said by `wire`.
        static result<V> from_wire(wire const& text) { return text.value; }
        /// The number, which is put in quotes.
        static constexpr wire to_wire(V value) { return {value}; }
    };
};

/// An integer in a string, `"12"`, as APIs of protocol buffers send integers of 64 bits. A JSON integer is read as
/// well, as their documents allow; the string is written. Codes: those of `text`.
struct integer_text {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(detail::number_like<V> && std::integral<V>, "forms::integer_text is for an integer");
        using wire = detail::integer_in_text<V>;
        /// Never fails: all is said by `wire`.
        static result<V> from_wire(wire const& text) { return text.value; }
        /// The number, which is put in quotes.
        static constexpr wire to_wire(V value) { return {{value}}; }
    };
};

/// An amount as an integer of its millionths: 1.50 is `1500000`. Reads the integer, or its digits in a string, as
/// APIs of protocol buffers send integers of 64 bits; writes the integer. Of a decimal, exactly: read without zeros at
/// the end. validate reports an amount that is no whole number of millionths (`micros`) or too large for 64 bits
/// (`micros_range`); encode, which can't fail, writes the fraction of a millionth out rather than another amount. Codes
/// on reading: `micros`, `integer_range`.
struct micros {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(std::same_as<V, decimal>, "forms::micros is for a decimal");
        using wire = detail::amount_in_micros;
        /// Never fails: all is said by `wire`.
        static result<V> from_wire(wire const& micros) { return micros.amount; }
        /// The amount, which is written in millionths.
        static constexpr wire to_wire(V const& amount) { return {amount}; }
    };
};

/// The same, but it writes the digits in a string, `"1500000"`, for those who read integers as doubles.
struct micros_text {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(std::same_as<V, decimal>, "forms::micros_text is for a decimal");
        using wire = detail::amount_in_micros_text;
        /// Never fails: all is said by `wire`.
        static result<V> from_wire(wire const& micros) { return micros.amount; }
        /// The amount, which is written in millionths.
        static constexpr wire to_wire(V const& amount) { return {{amount}}; }
    };
};

/// An instant as a number of seconds since 1970-01-01T00:00:00Z, perhaps with a point:
/// `1530123457.123`. Of an iso_timestamp, an epoch_timestamp or a std::chrono::sys_time of milliseconds. Digits beyond
/// the millisecond are cut off with the notice `timestamp_inexact`. Within 9e15 seconds of 1970; code: `timestamp`,
/// which validate reports, too.
struct epoch_seconds {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        /// Whether it is one of outlay's own types, and not one of std::chrono.
        static constexpr bool is_timestamp = std::same_as<V, iso_timestamp> || std::same_as<V, epoch_timestamp>;
        static_assert(is_timestamp || std::same_as<V, detail::sys_milliseconds>,
                      "forms::epoch_seconds is for an iso_timestamp, an epoch_timestamp or a "
                      "std::chrono::sys_time<std::chrono::milliseconds>");
        using wire = detail::instant_in_seconds;
        /// Never fails: all is said by `wire`.
        static result<V> from_wire(wire const& instant)
        {
            return V(detail::sys_milliseconds(std::chrono::milliseconds(instant.milliseconds)));
        }
        /// The instant, which is written in seconds.
        static constexpr wire to_wire(V const& instant)
        {
            if constexpr (is_timestamp) return {instant.milliseconds()};
            else return {instant.time_since_epoch().count()};
        }
    };
};

/// A day as eight digits in a string, YYYYMMDD: `"20240131"`. Of a date::year_month_day or that of std::chrono, in the
/// years 0000 to 9999. Code: `date`, which validate reports of a day that is not in the calendar.
struct compact_date {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(std::same_as<V, date::year_month_day> || std::same_as<V, std::chrono::year_month_day>,
                      "forms::compact_date is for a date::year_month_day or a std::chrono::year_month_day");
        using wire = detail::compact_day;
        /// Never fails: all is said by `wire`.
        static result<V> from_wire(wire const& text)
        {
            if constexpr (std::same_as<V, date::year_month_day>) return text.day;
            else
                return V(std::chrono::year(static_cast<int>(text.day.year())),
                         std::chrono::month(static_cast<unsigned>(text.day.month())),
                         std::chrono::day(static_cast<unsigned>(text.day.day())));
        }
        /// The day, which is written without dashes.
        static constexpr wire to_wire(V const& day)
        {
            return {date::year_month_day(date::year(static_cast<int>(day.year())),
                                         date::month(static_cast<unsigned>(day.month())),
                                         date::day(static_cast<unsigned>(day.day())))};
        }
    };
};

/// A std::chrono::duration of any unit as a number of seconds: 90 min is `5400`, 1500 ms is `1.5`. Exact: a number that
/// is no whole number of the duration's units is a violation, `seconds`, and so is one that is out of its range.
/// validate reports a duration whose seconds have no end, such as one of thirds of a second. A duration of floating
/// point must be in seconds.
struct seconds {
    /// For a member of type V.
    template<class V>
    struct for_type {
        static_assert(detail::is_duration<V>, "forms::seconds is for a std::chrono::duration");
    };
    /// For a duration.
    template<class Rep, class Period>
    struct for_type<std::chrono::duration<Rep, Period>> : complete_wire {
        using wire = detail::duration_in_seconds<std::chrono::duration<Rep, Period>>;
        /// Never fails: all is said by `wire`.
        static result<std::chrono::duration<Rep, Period>> from_wire(wire const& seconds) { return seconds.value; }
        /// The duration, which is written in seconds.
        static constexpr wire to_wire(std::chrono::duration<Rep, Period> value) { return {value}; }
    };
};

} // namespace outlay::inline v0_1_0::forms
