#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <outlay/value/calendar.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {

/// A time of the day to the second, 00:00:00 to 23:59:59, in the time zone of its context: an advertiser's, for
/// example. Its wire form is the text `17:00:00`.
class time_of_day {
public:
    using printable = void;

    /// Midnight, at the start of the day.
    constexpr time_of_day() noexcept = default;

    /// Throws calendar_error outside 0..23, 0..59 and 0..59; a constant expression then does not compile.
    constexpr explicit time_of_day(int hour, int minute = 0, int second = 0)
    {
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
            detail::not_a_time_of_the_day();
        seconds_ = (hour * 60 + minute) * 60 + second;
    }

    /// Reads exactly `hh:mm:ss`. Returns nullopt for any other text.
    static constexpr std::optional<time_of_day> try_parse(std::string_view text) noexcept
    {
        if (text.size() != length || text[2] != ':' || text[5] != ':') return std::nullopt;
        int const hour = detail::read_two_digits(text.data());
        int const minute = detail::read_two_digits(text.data() + 3);
        int const second = detail::read_two_digits(text.data() + 6);
        if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
        return time_of_day(hour, minute, second);
    }

    /// Like try_parse, with the reason as an error. Code: `time_of_day`.
    static result<time_of_day> parse(std::string_view text)
    {
        if (auto const time = try_parse(text)) return *time;
        return detail::unexpected("time_of_day", "a time of the day such as 17:00:00", text);
    }

    constexpr int hour() const noexcept { return seconds_ / 3600; }            ///< 0 to 23
    constexpr int minute() const noexcept { return seconds_ / 60 % 60; }       ///< 0 to 59
    constexpr int second() const noexcept { return seconds_ % 60; }            ///< 0 to 59
    constexpr int seconds_since_midnight() const noexcept { return seconds_; } ///< 0 to 86399

    /// Ordered from the earliest to the latest.
    friend constexpr std::strong_ordering operator<=>(time_of_day const&, time_of_day const&) noexcept = default;
    friend constexpr bool operator==(time_of_day const&, time_of_day const&) noexcept = default;

    /// The number of characters of the wire form.
    static constexpr std::size_t length = 8;

    /// Writes the wire form: `length` characters. Returns the end.
    constexpr char* write_to(char* to) const noexcept
    {
        to = detail::write_two_digits(to, static_cast<unsigned>(hour()));
        *to++ = ':';
        to = detail::write_two_digits(to, static_cast<unsigned>(minute()));
        *to++ = ':';
        return detail::write_two_digits(to, static_cast<unsigned>(second()));
    }

    /// `17:00:00`
    constexpr std::string to_string() const
    {
        char text[length]{};
        return {text, write_to(text)};
    }

private:
    int seconds_ = 0; ///< since midnight
};

} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::time_of_day> {
    std::size_t operator()(outlay::time_of_day time) const noexcept
    {
        return std::hash<int>{}(time.seconds_since_midnight());
    }
};
