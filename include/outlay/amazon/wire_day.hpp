#pragma once

#include <cstddef>
#include <date/date.h>
#include <optional>
#include <outlay/model/codec.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::amazon {

/// The two ways in which Amazon's replies write a day.
enum class day_form : unsigned char {
    dashed,  ///< `"2022-10-01"`: Sponsored Brands and Sponsored Display
    compact, ///< `"20221001"`: Sponsored Products
};

/// A day in either form. It is written in the form in which it was read, and used as the day that it is:
/// `date::year_month_day const first = *missed.start_date;`
struct wire_day {
    using printable = void;

    date::year_month_day day{};               ///< in the time zone of the profile
    amazon::day_form form = day_form::dashed; ///< how it is written

    /// The day, whatever its form.
    constexpr operator date::year_month_day() const noexcept { return day; }

    /// `2022-10-01` or `20221001`, as on the wire.
    std::string to_string() const
    {
        std::string text = outlay::to_string(day);
        if (form == day_form::compact) std::erase(text, '-');
        return text;
    }

    /// Reads either form. Code: `date`.
    static result<wire_day> parse(std::string_view text)
    {
        constexpr std::size_t digits_of_year = 4;
        constexpr std::size_t digits_of_month = 2;
        constexpr std::size_t size_of_compact = 8;
        if (auto const day = try_parse_date(text)) return wire_day{.day = *day, .form = day_form::dashed};
        if (text.size() == size_of_compact) {
            std::string_view const rest = text.substr(digits_of_year);
            std::string const dashed =
                outlay::detail::joined({text.substr(0, digits_of_year), "-", rest.substr(0, digits_of_month), "-",
                                        rest.substr(digits_of_month)});
            if (auto const day = try_parse_date(dashed)) return wire_day{.day = *day, .form = day_form::compact};
        }
        return error(error_kind::invalid, "date",
                     outlay::detail::joined(
                         {"expected a date such as 20240131 or 2024-01-31, found ", outlay::detail::in_quotes(text)}));
    }

    friend constexpr bool operator==(wire_day const&, wire_day const&) noexcept = default;
};

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

/// The wire form of a day: a string in the format that the day was read in.
template<>
struct codec<amazon::wire_day> {
    using wire = std::string;
    /// Code: `date`.
    static result<amazon::wire_day> from_wire(wire const& text) { return amazon::wire_day::parse(text); }
    /// In the form that the day has.
    static wire to_wire(amazon::wire_day const& day) { return day.to_string(); }
    /// Texts that are no day.
    static constexpr std::string_view refuses = "date: a day of the calendar, YYYYMMDD or YYYY-MM-DD";
};

} // namespace outlay::inline v0_1_0
