#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <functional>
#include <optional>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/hash_word.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

// Days, ranges of days, and months. A day is Howard Hinnant's date::year_month_day, read and written strictly.

namespace outlay::inline v0_1_0 {

/// Thrown by the constructors of date_range, month and time_of_day, and by arithmetic that leaves the years of month.
class calendar_error : public std::invalid_argument {
public:
    using std::invalid_argument::invalid_argument;
};

namespace detail {

/// Whether a day is in the calendar and can be written as `YYYY-MM-DD`.
constexpr bool is_date(date::year_month_day day) noexcept
{
    return day.ok() && day.year() >= date::year{0} && day.year() <= date::year{9999};
}

/// Reads two digits. Returns 100, which no field of a date or a time allows, for any other text.
constexpr int read_two_digits(char const* from) noexcept
{
    int const tens = from[0] - '0';
    int const ones = from[1] - '0';
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}

/// How many days a month of 1 to 12 has.
constexpr int days_in_month(int year, int month) noexcept
{
    constexpr signed char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

/// A day as plain numbers: checking them takes a third of the time of date's own ok().
struct date_fields {
    int year = 0;
    int month = 0;
    int day = 0; ///< 0: not a date

    constexpr date::year_month_day date() const noexcept { return date::year{year} / month / day; }
};

/// Days since 1970-01-01 of a day in the years 0000 to 9999.
constexpr std::int64_t days_since_1970(int year, int month, int day) noexcept
{
    constexpr std::int64_t to_1970 = 719'468;      // from 0000-03-01
    constexpr std::int64_t of_400_years = 146'097; // added, so that nothing below is negative
    bool const is_winter = month <= 2;             // years begin in March, so that a leap day is the last of its year
    auto const years = static_cast<unsigned>(year + 400 - is_winter);
    auto const months = static_cast<unsigned>(month + (is_winter ? 9 : -3));
    unsigned const centuries = years / 100;
    unsigned const before_month = (153 * months + 2) / 5; // 31, 30, 31, 30, 31 days from March on, and again
    unsigned const days = 365 * years + years / 4 - centuries + centuries / 4 + before_month;
    return static_cast<std::int64_t>(days) + day - 1 - to_1970 - of_400_years;
}

/// Reads the ten characters of `YYYY-MM-DD`.
constexpr date_fields read_date(char const* from) noexcept
{
    std::uint64_t const digits = read_fixed(from, fixed_form("0000-00-"));
    if (digits == no_digits) return {};
    std::uint64_t const pairs = pair_digits(digits);
    int const year = byte_at(pairs, 0) * 100 + byte_at(pairs, 2);
    int const month = byte_at(pairs, 5);
    int const day = read_two_digits(from + 8);
    if (month < 1 || month > 12 || day > days_in_month(year, month)) return {};
    return {.year = year, .month = month, .day = day};
}

/// Writes four digits; outside 0..9999 a sign and at least four, as the expanded years of ISO 8601. Returns the end.
constexpr char* write_year(char* to, int year) noexcept
{
    if (year < 0 || year > 9999) {
        *to++ = year < 0 ? '-' : '+';
        if (magnitude(year) > 9999) return write_unsigned(to, magnitude(year));
        year = -year;
    }
    to = write_two_digits(to, static_cast<unsigned>(year) / 100);
    return write_two_digits(to, static_cast<unsigned>(year) % 100);
}

/// Writes `-MM-DD`. Returns the end.
constexpr char* write_month_and_day(char* to, date::year_month_day day) noexcept
{
    *to++ = '-';
    to = write_two_digits(to, static_cast<unsigned>(day.month()));
    *to++ = '-';
    return write_two_digits(to, static_cast<unsigned>(day.day()));
}

/// The most characters write_date writes: ten for the years 0 to 9999, two more for the others that date knows.
inline constexpr std::size_t longest_date = 12;

/// Writes `YYYY-MM-DD`, of a day that is ok(). Returns the end.
constexpr char* write_date(char* to, date::year_month_day day) noexcept
{
    return write_month_and_day(write_year(to, static_cast<int>(day.year())), day);
}

/// A number that is different for every day.
constexpr std::uint64_t date_number(date::year_month_day day) noexcept
{
    auto const year = static_cast<std::uint32_t>(static_cast<int>(day.year()));
    return (year * 16 + static_cast<unsigned>(day.month())) * 32 + static_cast<unsigned>(day.day());
}

// Not constexpr: the compiler's message for a constant expression that fails has the name of the function.

[[noreturn]] inline void not_a_day_of_the_calendar()
{
    throw calendar_error("not a day of the calendar in the years 0000 to 9999");
}

[[noreturn]] inline void last_before_first() { throw calendar_error("the last day comes before the first"); }

[[noreturn]] inline void not_a_time_of_the_day()
{
    throw calendar_error("not a time of the day from 00:00:00 to 23:59:59");
}

[[noreturn]] inline void not_a_month() { throw calendar_error("not a month of the years 1 to 9999"); }

} // namespace detail

/// Reads exactly `YYYY-MM-DD`, a day of the calendar in the years 0000 to 9999. Returns nullopt for any other text.
constexpr std::optional<date::year_month_day> try_parse_date(std::string_view text) noexcept
{
    if (text.size() != 10) return std::nullopt;
    auto const read = detail::read_date(text.data());
    if (read.day == 0) return std::nullopt;
    return read.date();
}

/// Like try_parse_date, with the reason as an error. Code: `date`.
inline result<date::year_month_day> parse_date(std::string_view text)
{
    if (auto const day = try_parse_date(text)) return *day;
    return detail::unexpected("date", "a date such as 2024-01-15", text);
}

/// `2024-01-15`; years outside 0000 to 9999 have a sign: `-0001-12-31`. The day must be ok().
constexpr std::string to_string(date::year_month_day day)
{
    char text[detail::longest_date]{};
    return {text, detail::write_date(text, day)};
}

/// The days from a first to a last, both included; never empty. The years are 0000 to 9999.
class date_range {
public:
    using printable = void;

    /// Throws calendar_error if last < first or one of them is not a day of the calendar; a constant expression then
    /// does not compile.
    constexpr date_range(date::year_month_day first, date::year_month_day last) : first_(first), last_(last)
    {
        if (!detail::is_date(first) || !detail::is_date(last)) detail::not_a_day_of_the_calendar();
        if (last < first) detail::last_before_first();
    }

    /// The range, or nullopt where the constructor would throw.
    static constexpr std::optional<date_range> try_make(date::year_month_day first, date::year_month_day last) noexcept
    {
        if (!detail::is_date(first) || !detail::is_date(last) || last < first) return std::nullopt;
        return date_range(first, last);
    }

    /// Reads exactly `YYYY-MM-DD/YYYY-MM-DD`, as to_string() writes it; nullopt for anything else.
    static constexpr std::optional<date_range> try_parse(std::string_view text) noexcept
    {
        constexpr std::size_t of_date = 10;
        if (text.size() != 2 * of_date + 1 || text[of_date] != '/') return std::nullopt;
        auto const first = try_parse_date(text.substr(0, of_date));
        auto const last = try_parse_date(text.substr(of_date + 1));
        return first && last ? try_make(*first, *last) : std::nullopt;
    }

    /// Like try_parse, with the reason as an error. Code: `date_range`.
    static result<date_range> parse(std::string_view text)
    {
        if (auto const range = try_parse(text)) return *range;
        return detail::unexpected("date_range", "two dates in order such as 2024-01-15/2024-02-15", text);
    }

    constexpr date::year_month_day first() const noexcept { return first_; } ///< included
    constexpr date::year_month_day last() const noexcept { return last_; }   ///< included

    /// The number of days: at least 1.
    constexpr int days() const noexcept { return (date::sys_days(last_) - date::sys_days(first_)).count() + 1; }

    /// Whether the day is one of the range.
    constexpr bool contains(date::year_month_day day) const noexcept { return first_ <= day && day <= last_; }
    /// Whether every day of the other is one of the range.
    constexpr bool contains(date_range other) const noexcept { return first_ <= other.first_ && other.last_ <= last_; }

    /// Whether the ranges have a day in common.
    constexpr bool overlaps(date_range other) const noexcept { return first_ <= other.last_ && other.first_ <= last_; }

    /// Whether one range begins on the day after the other's last: no day is in both, and none is between them.
    constexpr bool touches(date_range other) const noexcept
    {
        return date::sys_days(other.first_) - date::sys_days(last_) == date::days{1} ||
               date::sys_days(first_) - date::sys_days(other.last_) == date::days{1};
    }

    /// The days that are in either range; nullopt if there are days between them, that is, if they neither overlap nor
    /// touch.
    constexpr std::optional<date_range> merged(date_range other) const noexcept
    {
        if (!overlaps(other) && !touches(other)) return std::nullopt;
        return date_range(first_ < other.first_ ? first_ : other.first_, last_ < other.last_ ? other.last_ : last_);
    }

    /// The days that are in both ranges; nullopt if there are none.
    constexpr std::optional<date_range> intersect(date_range other) const noexcept
    {
        return try_make(first_ < other.first_ ? other.first_ : first_, last_ < other.last_ ? last_ : other.last_);
    }

    /// `2024-01-15/2024-02-15`, an ISO 8601 interval.
    constexpr std::string to_string() const { return outlay::to_string(first_) + '/' + outlay::to_string(last_); }

    /// Ordered by the first day, then by the last.
    friend constexpr std::strong_ordering operator<=>(date_range const&, date_range const&) noexcept = default;
    friend constexpr bool operator==(date_range const&, date_range const&) noexcept = default;

private:
    date::year_month_day first_;
    date::year_month_day last_;
};

/// A month of a year, 0001-01 to 9999-12. Its wire form is the number 202501 (YYYYMM). Inside namespace outlay,
/// date's own `month`, which has no year, is date::month.
class month {
public:
    using printable = void;

    /// January 1970, the month of a default-constructed timestamp.
    constexpr month() noexcept = default;

    /// Throws calendar_error for a year outside 1..9999 or a month outside 1..12; a constant expression then does not
    /// compile.
    constexpr month(int year, unsigned month_of_year)
    {
        if (year < 1 || year > 9999 || month_of_year < 1 || month_of_year > 12) detail::not_a_month();
        index_ = year * 12 + static_cast<int>(month_of_year) - 1;
    }

    /// From date's month of a year. Throws calendar_error outside 0001-01 to 9999-12.
    constexpr explicit month(date::year_month ym)
        : month(static_cast<int>(ym.year()), static_cast<unsigned>(ym.month()))
    {}

    /// The month of a number such as 202501; nullopt if the number is no month.
    static constexpr std::optional<month> from_number(std::int64_t number) noexcept
    {
        auto const month_of_year = number % 100;
        if (number < 1'01 || number > 9999'12 || month_of_year < 1 || month_of_year > 12) return std::nullopt;
        return month(static_cast<int>(number / 100), static_cast<unsigned>(month_of_year));
    }

    /// Reads exactly `YYYYMM`. Returns nullopt for any other text.
    static constexpr std::optional<month> try_parse(std::string_view text) noexcept
    {
        if (text.size() != 6) return std::nullopt;
        return from_number(detail::read_padded(text.data(), 6));
    }

    /// Like try_parse, with the reason as an error. Code: `month`.
    static result<month> parse(std::string_view text)
    {
        if (auto const m = try_parse(text)) return *m;
        return detail::unexpected("month", "a month such as 202501", text);
    }

    /// The wire form: 202501.
    constexpr int number() const noexcept { return year() * 100 + static_cast<int>(month_of_year()); }
    constexpr int year() const noexcept { return index_ / 12; } ///< 1 to 9999
    /// 1 to 12.
    constexpr unsigned month_of_year() const noexcept { return static_cast<unsigned>(index_ % 12) + 1; }
    /// To date's month of a year.
    constexpr operator date::year_month() const noexcept { return date::year{year()} / date::month{month_of_year()}; }

    /// Always the 1st.
    constexpr date::year_month_day first_day() const noexcept { return date::year_month(*this) / 1; }
    /// The 28th to the 31st.
    constexpr date::year_month_day last_day() const noexcept { return date::year_month(*this) / date::last; }
    /// From the first day to the last.
    constexpr date_range dates() const noexcept { return {first_day(), last_day()}; }

    /// The number of days in the month: 28 to 31.
    constexpr int days_in() const noexcept { return static_cast<int>(static_cast<unsigned>(last_day().day())); }

    /// `n` months later. Like all arithmetic of months, throws calendar_error for a month outside the years 1 to 9999.
    friend constexpr month operator+(month m, int n) { return at(std::int64_t{m.index_} + n); }
    /// `n` months later.
    friend constexpr month operator+(int n, month m) { return m + n; }
    /// `n` months earlier.
    friend constexpr month operator-(month m, int n) { return at(std::int64_t{m.index_} - n); }
    /// `n` months later.
    constexpr month& operator+=(int n) { return *this = *this + n; }
    /// `n` months earlier.
    constexpr month& operator-=(int n) { return *this = *this - n; }
    /// The next month.
    constexpr month& operator++() { return *this += 1; }
    /// The month before.
    constexpr month& operator--() { return *this -= 1; }
    /// Advances to the next month; returns the month before the change.
    constexpr month operator++(int)
    {
        month const before = *this;
        ++*this;
        return before;
    }
    /// Goes back to the month before; returns the month before the change.
    constexpr month operator--(int)
    {
        month const before = *this;
        --*this;
        return before;
    }

    /// The number of months from b to a.
    friend constexpr int operator-(month a, month b) noexcept { return a.index_ - b.index_; }

    friend constexpr std::strong_ordering operator<=>(month const&, month const&) noexcept = default;
    friend constexpr bool operator==(month const&, month const&) noexcept = default;

    /// `202501`
    constexpr std::string to_string() const
    {
        char text[6]{};
        return {text, detail::write_padded(text, static_cast<std::uint64_t>(number()), 6)};
    }

private:
    static constexpr month at(std::int64_t index)
    {
        if (index < 1 * 12 || index > 9999 * 12 + 11) detail::not_a_month();
        month m;
        m.index_ = static_cast<int>(index);
        return m;
    }

    int index_ = 1970 * 12; // months since January of the year 0
};

namespace literals {

// date's literals, and not its namespace of the same name, which also holds `last`, `may`, `sun` ...
using date::literals::operator""_y;
using date::literals::operator""_d;

} // namespace literals
} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::date_range> {
    std::size_t operator()(outlay::date_range range) const noexcept
    {
        using outlay::detail::date_number;
        return outlay::detail::hash_word(date_number(range.first()) << 32 | date_number(range.last()));
    }
};

template<>
struct std::hash<outlay::month> {
    std::size_t operator()(outlay::month m) const noexcept { return std::hash<int>{}(m.number()); }
};
