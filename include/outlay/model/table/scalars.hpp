#pragma once

#include <charconv>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <outlay/model/table/read_double.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/secret.hpp>
#include <outlay/value/time_of_day.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

// The scalar types that outlay supports, and their wire forms. Users add types with outlay::codec.

namespace outlay::inline v0_1_0::detail {

/// The wire form of a scalar type.
///     static problem const* read(T& to, token from);   // null: success; after a violation `to` is unchanged
///     static void write(writer& out, T const& value);
/// If some values can't be read back once they are written, it also has, for validate:
///     static constexpr problem const* flaw(T const& value);   // null: the value is read back unchanged
template<class T>
struct scalar_wire;

template<class T>
concept scalar = requires(T& to, T const& value, token from, writer& out) {
    { scalar_wire<T>::read(to, from) } -> std::same_as<problem const*>;
    scalar_wire<T>::write(out, value);
};

inline constexpr problem expected_boolean{.code = "type", .expected = "true or false"};
inline constexpr problem expected_integer{.code = "type", .expected = "an integer"};
inline constexpr problem expected_unsigned{.code = "type", .expected = "a non-negative integer"};
inline constexpr problem expected_number{.code = "type", .expected = "a number"};
inline constexpr problem expected_string{.code = "type", .expected = "a string"};
inline constexpr problem expected_secret{
    .code = "type", .expected = "a string", .weight = problem::gravity::violation, .remedy = {}, .is_secret = true};
inline constexpr problem expected_id{.code = "type", .expected = "an id in a string"};
inline constexpr problem expected_date{.code = "date", .expected = "a date such as 2024-01-31"};
inline constexpr problem expected_month{.code = "month", .expected = "a month such as 202501"};
inline constexpr problem expected_time_of_day{.code = "time_of_day", .expected = "a time of the day such as 17:00:00"};
inline constexpr problem expected_time{.code = "timestamp", .expected = "a time such as 2022-01-05T02:45:32Z"};
inline constexpr problem expected_milliseconds{.code = "timestamp", .expected = "milliseconds since 1970"};
inline constexpr problem expected_currency{.code = "currency", .expected = "a currency such as \"USD\""};
inline constexpr problem number_range{.code = "number_range",
                                      .expected = "a number in the range of its floating-point type"};
inline constexpr problem float_range{.code = "number_range", .expected = "a number in the range of its type"};
inline constexpr problem decimal_range{.code = "decimal_range", .expected = range_of_decimals};
inline constexpr problem decimal_inexact{.code = "decimal_inexact",
                                         .expected = exact_decimals,
                                         .weight = problem::gravity::inexact,
                                         .remedy = "rounded to the nearest of 28 digits and 28 places"};
inline constexpr problem time_inexact{.code = "timestamp_inexact",
                                      .expected = "a time in milliseconds",
                                      .weight = problem::gravity::inexact,
                                      .remedy = "cut off at the millisecond"};
inline constexpr problem not_utf8{.code = "utf8", .expected = "a text in UTF-8"};
inline constexpr problem secret_not_utf8{.code = "utf8",
                                         .expected = "a text in UTF-8",
                                         .weight = problem::gravity::violation,
                                         .remedy = {},
                                         .is_secret = true};
inline constexpr problem not_finite{.code = "number_range", .expected = "a finite number"};
inline constexpr problem impossible_date{.code = "date", .expected = "a day of the calendar in the years 0000 to 9999"};
inline constexpr problem impossible_time{.code = "timestamp", .expected = "a time in the years 0000 to 9999"};
inline constexpr problem number_as_id{.code = "id_as_number",
                                      .expected = "an id in a string",
                                      .weight = problem::gravity::notice,
                                      .remedy = "read as an id"};

template<>
struct scalar_wire<bool> {
    static problem const* read(bool& to, token from) noexcept
    {
        if (from.kind != token_kind::boolean) return &expected_boolean;
        to = from.is_true();
        return nullptr;
    }
    static void write(writer& out, bool value)
    {
        out.put(value ? std::string_view("true") : std::string_view("false"));
    }
};

/// `an integer from 0 to 4294967295`
template<std::integral Integer>
inline constexpr auto integer_range_text = [] {
    wire_name<64> text;
    auto const add = [&text](std::string_view piece) {
        for (char const c : piece) text.push(c);
    };
    auto const add_number = [&add](Integer n) {
        char digits[20]{};
        char* end = digits;
        if constexpr (std::unsigned_integral<Integer>) end = write_unsigned(digits, n);
        else end = write_signed(digits, n);
        add({digits, end});
    };
    add("an integer from ");
    add_number((std::numeric_limits<Integer>::min)());
    add(" to ");
    add_number((std::numeric_limits<Integer>::max)());
    return text;
}();

template<std::integral Integer>
inline constexpr problem integer_range{.code = "integer_range", .expected = integer_range_text<Integer>.view()};

/// Character types, which are not supported: in JSON they could be a text or a number.
template<class V>
inline constexpr bool is_character = std::same_as<V, char> || std::same_as<V, wchar_t> || std::same_as<V, char8_t> ||
                                     std::same_as<V, char16_t> || std::same_as<V, char32_t>;

/// Integers. A number with a point or an exponent is accepted if its value is whole: 1e3, 5.0.
template<std::integral Integer>
    requires(!is_character<Integer>)
struct scalar_wire<Integer> {
    static problem const* read(Integer& to, token from) noexcept
    {
        constexpr problem const* wrong_type = std::unsigned_integral<Integer> ? &expected_unsigned : &expected_integer;
        if (from.kind == token_kind::integer) return assign(to, from.integer());
        if (from.kind != token_kind::number) return wrong_type;
        char const* const end = from.text().data() + from.text().size();
        Integer large{};
        if (auto const parsed = std::from_chars(from.text().data(), end, large);
            parsed.ec == std::errc() && parsed.ptr == end) {
            to = large;
            return nullptr;
        }
        auto const value = read_decimal(from.text());
        if (value.status() == decimal_status::out_of_range) return &integer_range<Integer>;
        if (value.status() != decimal_status::exact) return wrong_type;
        auto const whole = without_zeros(value);
        if (whole.scale() != 0) return wrong_type;
        if (std::unsigned_integral<Integer> && whole.negative()) return &expected_unsigned;
        if (whole.high() != 0) return &integer_range<Integer>;
        if (!whole.negative()) return assign(to, whole.low);
        constexpr std::uint64_t least = std::uint64_t{1} << 63;
        return whole.low <= least ? assign(to, static_cast<std::int64_t>(0 - whole.low)) : &integer_range<Integer>;
    }

    static void write(writer& out, Integer value)
    {
        constexpr std::size_t longest = 20; // -9223372036854775808
        out.put_with(longest, [value](char* to) {
            if constexpr (std::unsigned_integral<Integer>) return write_unsigned(to, value);
            else return write_signed(to, value);
        });
    }

private:
    template<std::integral Number>
    static problem const* assign(Integer& to, Number value) noexcept
    {
        if constexpr (std::unsigned_integral<Integer> && std::signed_integral<Number>)
            if (value < 0) return &expected_unsigned;
        if (!std::in_range<Integer>(value)) return &integer_range<Integer>;
        to = static_cast<Integer>(value);
        return nullptr;
    }
};

/// Floating-point numbers, for ratios but not for money. NaN and infinities, which JSON can't represent, are written as
/// null and are flaws.
template<std::floating_point Float>
struct scalar_wire<Float> {
    static problem const* read(Float& to, token from)
    {
        if (!from.is_numeric()) return &expected_number;
        auto const value = static_cast<Float>(read_double(from.text()));
        if (!std::isfinite(value)) return &float_range;
        to = value;
        return nullptr;
    }
    static void write(writer& out, Float value)
    {
        if (!std::isfinite(value)) return out.put("null");
        constexpr std::size_t longest = 32; // the longest double has 24 characters
        out.put_with(longest, [value](char* to) { return std::to_chars(to, to + longest, value).ptr; });
    }
    static constexpr problem const* flaw(Float value) noexcept
    {
        constexpr Float most = (std::numeric_limits<Float>::max)();
        return value >= -most && value <= most ? nullptr : &not_finite;
    }
};

template<>
struct scalar_wire<decimal> {
    static problem const* read(decimal& to, token from)
    {
        if (!from.is_numeric()) return &expected_number;
        auto const value = read_decimal(from.text());
        if (value.status() == decimal_status::out_of_range) return &decimal_range;
        to = decimal_access::of(value);
        return value.status() == decimal_status::rounded ? &decimal_inexact : nullptr;
    }
    static void write(writer& out, decimal value)
    {
        out.put_with(longest_decimal, [value](char* to) { return write_decimal(to, decimal_access::parts(value)); });
    }
};

/// The flaw of all texts: bytes that are not UTF-8 are written as U+FFFD, so that the output is always valid JSON.
constexpr problem const* flaw_of_text(std::string_view text) noexcept { return is_utf8(text) ? nullptr : &not_utf8; }

/// Strings with any allocator, such as std::pmr::string.
template<class Traits, class Allocator>
struct scalar_wire<std::basic_string<char, Traits, Allocator>> {
    using text_type = std::basic_string<char, Traits, Allocator>;

    static problem const* read(text_type& to, token from)
    {
        if (from.kind != token_kind::string) return &expected_string;
        to.assign(from.text().data(), from.text().size());
        return nullptr;
    }
    static void write(writer& out, text_type const& value) { out.put_string({value.data(), value.size()}); }
    static constexpr problem const* flaw(text_type const& value) noexcept
    {
        return flaw_of_text({value.data(), value.size()});
    }
};

/// Can be written but not read, because a view does not own its text.
template<>
struct scalar_wire<std::string_view> {
    static problem const* read(std::string_view&, token) noexcept { return &expected_string; }
    static void write(writer& out, std::string_view value) { out.put_string(value); }
    static constexpr problem const* flaw(std::string_view value) noexcept { return flaw_of_text(value); }
};

/// Written as a string. An unsigned integer is also read, since some replies have ids as numbers.
template<class Tag>
struct scalar_wire<identifier<Tag>> {
    static problem const* read(identifier<Tag>& to, token from)
    {
        if (from.kind == token_kind::string) {
            to = from.text();
            return nullptr;
        }
        if (std::uint64_t n = 0; from.is_numeric() && scalar_wire<std::uint64_t>::read(n, from) == nullptr) {
            to = identifier<Tag>::from_number(n);
            return &number_as_id;
        }
        return &expected_id;
    }
    static void write(writer& out, identifier<Tag> const& value) { out.put_string(value.str()); }
    static constexpr problem const* flaw(identifier<Tag> const& value) noexcept { return flaw_of_text(value.str()); }
};

template<>
struct scalar_wire<secret> {
    static problem const* read(secret& to, token from)
    {
        if (from.kind != token_kind::string) return &expected_secret;
        to = secret(std::string(from.text()));
        return nullptr;
    }
    static void write(writer& out, secret const& value) { out.put_string(value.reveal()); }
    static problem const* flaw(secret const& value) noexcept
    {
        return is_utf8(value.reveal()) ? nullptr : &secret_not_utf8;
    }
};

template<described_enum E>
inline constexpr problem expected_enumerator{"enum", enumerators_listed<E>.view(), problem::gravity::violation, {},
                                             false,  &likely_enumerator<E>};

/// A closed enumeration: a text that is not the text of an enumerator is a violation.
template<described_enum E>
struct scalar_wire<E> {
    static problem const* read(E& to, token from) noexcept
    {
        if (from.kind != token_kind::string) return &expected_string;
        auto const value = enum_value<E>(from.text());
        if (!value) return &expected_enumerator<E>;
        to = *value;
        return nullptr;
    }
    static void write(writer& out, E value) { out.put_string(enum_text(value)); }
    /// For a value that is no enumerator, after a cast.
    static constexpr problem const* flaw(E value) noexcept
    {
        return enum_text(value).empty() ? &expected_enumerator<E> : nullptr;
    }
};

template<class E>
struct scalar_wire<open_enum<E>> {
    static problem const* read(open_enum<E>& to, token from)
    {
        if (from.kind != token_kind::string) return &expected_string;
        to = open_enum<E>::from_text(from.text());
        return nullptr;
    }
    static void write(writer& out, open_enum<E> const& value) { out.put_string(value.text()); }
    static constexpr problem const* flaw(open_enum<E> const& value) noexcept
    {
        return value.is_known() ? scalar_wire<E>::flaw(*value.known()) : flaw_of_text(value.text());
    }
};

template<>
struct scalar_wire<currency> {
    static problem const* read(currency& to, token from) noexcept
    {
        if (from.kind != token_kind::string) return &expected_currency;
        auto const value = currency::try_parse(from.text());
        if (!value) return &expected_currency;
        to = *value;
        return nullptr;
    }
    static void write(writer& out, currency value) { out.put_string(value.code()); }
};

/// Writes a text that needs no escapes, in quotes.
template<class Write>
void put_quoted(writer& out, std::size_t longest, Write write)
{
    out.put_with(longest + 2, [&write](char* to) {
        *to++ = '"';
        to = write(to);
        *to++ = '"';
        return to;
    });
}

template<>
struct scalar_wire<date::year_month_day> {
    static problem const* read(date::year_month_day& to, token from) noexcept
    {
        if (from.kind != token_kind::string) return &expected_date;
        auto const value = try_parse_date(from.text());
        if (!value) return &expected_date;
        to = *value;
        return nullptr;
    }
    static void write(writer& out, date::year_month_day value)
    {
        put_quoted(out, longest_date, [value](char* to) { return write_date(to, value); });
    }
    static constexpr problem const* flaw(date::year_month_day value) noexcept
    {
        return is_date(value) ? nullptr : &impossible_date;
    }
};

/// The date of the standard library.
template<>
struct scalar_wire<std::chrono::year_month_day> {
    static problem const* read(std::chrono::year_month_day& to, token from) noexcept
    {
        date::year_month_day value{};
        if (problem const* const wrong = scalar_wire<date::year_month_day>::read(value, from)) return wrong;
        to = std::chrono::year_month_day(std::chrono::year(static_cast<int>(value.year())),
                                         std::chrono::month(static_cast<unsigned>(value.month())),
                                         std::chrono::day(static_cast<unsigned>(value.day())));
        return nullptr;
    }
    static void write(writer& out, std::chrono::year_month_day value)
    {
        scalar_wire<date::year_month_day>::write(out,
                                                 date::year_month_day(date::year(static_cast<int>(value.year())),
                                                                      date::month(static_cast<unsigned>(value.month())),
                                                                      date::day(static_cast<unsigned>(value.day()))));
    }
    static constexpr problem const* flaw(std::chrono::year_month_day value) noexcept
    {
        constexpr std::chrono::year first(0);
        constexpr std::chrono::year last(9999);
        return value.ok() && value.year() >= first && value.year() <= last ? nullptr : &impossible_date;
    }
};

/// YYYYMM as an integer.
template<>
struct scalar_wire<month> {
    static problem const* read(month& to, token from) noexcept
    {
        std::int64_t number = 0;
        if (scalar_wire<std::int64_t>::read(number, from) != nullptr) return &expected_month;
        auto const value = month::from_number(number);
        if (!value) return &expected_month;
        to = *value;
        return nullptr;
    }
    static void write(writer& out, month value) { scalar_wire<int>::write(out, value.number()); }
};

/// hh:mm:ss as a string.
template<>
struct scalar_wire<time_of_day> {
    static problem const* read(time_of_day& to, token from) noexcept
    {
        if (from.kind != token_kind::string) return &expected_time_of_day;
        auto const value = time_of_day::try_parse(from.text());
        if (!value) return &expected_time_of_day;
        to = *value;
        return nullptr;
    }
    static void write(writer& out, time_of_day value)
    {
        put_quoted(out, time_of_day::length, [value](char* to) { return value.write_to(to); });
    }
};

/// The flaw of a number of milliseconds since 1970.
constexpr problem const* flaw_of_time(std::int64_t milliseconds) noexcept
{
    return first_rfc3339 <= milliseconds && milliseconds <= last_rfc3339 ? nullptr : &impossible_time;
}

using sys_milliseconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

/// A time of RFC 3339.
template<>
struct scalar_wire<sys_milliseconds> {
    static problem const* read(sys_milliseconds& to, token from) noexcept
    {
        std::int64_t ms = 0;
        if (from.kind != token_kind::string) return &expected_time;
        auto const status = read_rfc3339(from.text(), ms);
        if (status == rfc3339_status::malformed) return &expected_time;
        to = sys_milliseconds(std::chrono::milliseconds(ms));
        return status == rfc3339_status::truncated ? &time_inexact : nullptr;
    }
    static void write(writer& out, sys_milliseconds value)
    {
        put_quoted(out, longest_rfc3339,
                   [value](char* to) { return write_rfc3339(to, value.time_since_epoch().count()); });
    }
    static constexpr problem const* flaw(sys_milliseconds value) noexcept
    {
        return flaw_of_time(value.time_since_epoch().count());
    }
};

template<>
struct scalar_wire<iso_timestamp> {
    static problem const* read(iso_timestamp& to, token from) noexcept
    {
        sys_milliseconds time{};
        problem const* const found = scalar_wire<sys_milliseconds>::read(time, from);
        if (found == nullptr || found->has_value())
            to = iso_timestamp::from_milliseconds(time.time_since_epoch().count());
        return found;
    }
    static void write(writer& out, iso_timestamp value)
    {
        put_quoted(out, longest_rfc3339, [value](char* to) { return write_rfc3339(to, value.milliseconds()); });
    }
    static constexpr problem const* flaw(iso_timestamp value) noexcept { return flaw_of_time(value.milliseconds()); }
};

/// Milliseconds since 1970 as an integer.
template<>
struct scalar_wire<epoch_timestamp> {
    static problem const* read(epoch_timestamp& to, token from) noexcept
    {
        std::int64_t ms = 0;
        if (scalar_wire<std::int64_t>::read(ms, from) != nullptr) return &expected_milliseconds;
        to = epoch_timestamp::from_milliseconds(ms);
        return nullptr;
    }
    static void write(writer& out, epoch_timestamp value)
    {
        scalar_wire<std::int64_t>::write(out, value.milliseconds());
    }
};

} // namespace outlay::inline v0_1_0::detail
