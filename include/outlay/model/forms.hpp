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

/// Ready-made wire forms for a member, `form<&T::amount, outlay::forms::micros>()`, or for a type, by a codec that is
/// derived from one.
namespace outlay::inline v0_1_0::forms {

/// The base of forms that reject no more values than their `wire` does, so that the schema of `wire` is complete.
struct complete_wire {
    static constexpr std::string_view refuses{}; ///< nothing
};

/// A number in a string, `"12.50"`, in which APIs send amounts that must not be read as doubles. For a decimal, an
/// integer or a floating-point number. The string has the syntax of a JSON number; for an integer, without point and
/// exponent. Codes: `type`, `integer_range`, `number_range`, `decimal_range`; a decimal of more than 28 digits is
/// rounded, with the notice `decimal_inexact`. NaN and infinity can't be written: validate reports them as
/// `number_range`.
///
///     form<&T::amount, outlay::forms::text>()
struct text {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(detail::number_like<V>, "forms::text is for a decimal, an integer or a floating-point number");
        using wire = detail::number_in_text<V>;
        /// Never fails: reading `wire` has checked the value.
        static result<V> from_wire(wire const& text) { return text.value; }
        /// The number, which is put in quotes.
        static constexpr wire to_wire(V value) { return {value}; }
    };
};

/// An integer in a string, `"12"`, in which APIs based on Protocol Buffers send integers of 64 bits. A JSON integer is
/// also read, as the JSON mapping of Protocol Buffers requires; a string is written. Codes: as for `text`.
struct integer_text {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(detail::number_like<V> && std::integral<V>, "forms::integer_text is for an integer");
        using wire = detail::integer_in_text<V>;
        /// Never fails: reading `wire` has checked the value.
        static result<V> from_wire(wire const& text) { return text.value; }
        /// The number, which is put in quotes.
        static constexpr wire to_wire(V value) { return {{value}}; }
    };
};

/// An amount as an integer of millionths: 1.50 is `1500000`. For a decimal, which is exact and, after reading, has no
/// zeros at the end. Reads an integer, or its digits in a string, in which APIs based on Protocol Buffers send integers
/// of 64 bits; writes an integer. validate reports an amount that is not a whole number of millionths (`micros`) or too
/// large for 64 bits (`micros_range`); encode, which can't fail, writes such an amount with a fraction, and so never a
/// different amount. Codes on reading: `micros`, `integer_range`.
struct micros {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(std::same_as<V, decimal>, "forms::micros is for a decimal");
        using wire = detail::amount_in_micros;
        /// Never fails: reading `wire` has checked the value.
        static result<V> from_wire(wire const& micros) { return micros.amount; }
        /// The amount, which is written in millionths.
        static constexpr wire to_wire(V const& amount) { return {amount}; }
    };
};

/// Like micros, but written as a string, `"1500000"`, for receivers that read integers as doubles.
struct micros_text {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(std::same_as<V, decimal>, "forms::micros_text is for a decimal");
        using wire = detail::amount_in_micros_text;
        /// Never fails: reading `wire` has checked the value.
        static result<V> from_wire(wire const& micros) { return micros.amount; }
        /// The amount, which is written in millionths.
        static constexpr wire to_wire(V const& amount) { return {{amount}}; }
    };
};

/// An instant as a number of seconds since 1970-01-01T00:00:00Z, with or without a fraction: `1530123457.123`. For an
/// iso_timestamp, an epoch_timestamp or a std::chrono::sys_time of milliseconds. Digits after the millisecond are
/// dropped, with the notice `timestamp_inexact`. The instant must be within 9e15 seconds of 1970; code, also of
/// validate: `timestamp`.
struct epoch_seconds {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        /// Whether V is one of outlay's types, and not one of std::chrono.
        static constexpr bool is_timestamp = std::same_as<V, iso_timestamp> || std::same_as<V, epoch_timestamp>;
        static_assert(is_timestamp || std::same_as<V, detail::sys_milliseconds>,
                      "forms::epoch_seconds is for an iso_timestamp, an epoch_timestamp or a "
                      "std::chrono::sys_time<std::chrono::milliseconds>");
        using wire = detail::instant_in_seconds;
        /// Never fails: reading `wire` has checked the value.
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

/// A day as eight digits in a string, YYYYMMDD: `"20240131"`. For a date::year_month_day or a
/// std::chrono::year_month_day, in the years 0000 to 9999. Code, also of validate for a day that is not in the
/// calendar: `date`.
struct compact_date {
    /// For a member of type V.
    template<class V>
    struct for_type : complete_wire {
        static_assert(std::same_as<V, date::year_month_day> || std::same_as<V, std::chrono::year_month_day>,
                      "forms::compact_date is for a date::year_month_day or a std::chrono::year_month_day");
        using wire = detail::compact_day;
        /// Never fails: reading `wire` has checked the value.
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
/// is not a whole number of the duration's units, or is out of range, is a violation. validate reports a duration that
/// is not a decimal number of seconds, such as a third of a second. A duration with a floating-point representation
/// must be in seconds. Code: `seconds`.
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
        /// Never fails: reading `wire` has checked the value.
        static result<std::chrono::duration<Rep, Period>> from_wire(wire const& seconds) { return seconds.value; }
        /// The duration, which is written in seconds.
        static constexpr wire to_wire(std::chrono::duration<Rep, Period> value) { return {value}; }
    };
};

} // namespace outlay::inline v0_1_0::forms
