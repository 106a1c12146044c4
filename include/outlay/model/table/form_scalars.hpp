#pragma once

#include <chrono>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/model/table/scalar_facts.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/decimal_text.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <type_traits>

// The wire types of the ready-made forms: scalars that hold the value itself, so that nothing is rounded in between.
// Each writes its value exactly. A value that could not be read back has a `flaw`, which validate reports.

namespace outlay::inline v0_1_0::detail {

/// A JSON number in a string.
template<class V>
struct number_in_text {
    V value{};

    std::string to_string() const { return shown(value); }
};

inline constexpr problem expected_number_text{.code = "type", .expected = "a number in a string"};
inline constexpr problem expected_integer_text{.code = "type", .expected = "an integer in a string"};
inline constexpr problem expected_unsigned_text{.code = "type", .expected = "a non-negative integer in a string"};

/// The description, in a schema, of the error for a string whose number is too large for a V.
template<class V>
inline constexpr auto text_range = [] {
    if constexpr (std::integral<V>)
        return pattern_of({integer_range<V>.code, ": ", integer_range<V>.expected, ", as text"});
    else if constexpr (std::floating_point<V>)
        return pattern_of({float_range.code, ": ", float_range.expected, ", as text"});
    else return pattern_of({decimal_range.code, ": ", decimal_range.expected, ", as text"});
}();

template<class V>
struct scalar_wire<number_in_text<V>> {
    static problem const* read(number_in_text<V>& to, token from)
    {
        constexpr problem const* wrong = std::unsigned_integral<V> ? &expected_unsigned_text
                                         : std::integral<V>        ? &expected_integer_text
                                                                   : &expected_number_text;
        if (from.kind != token_kind::string || scan_decimal(from.text()).malformed) return wrong;
        bool const is_whole = from.text().find_first_of(".eE") == std::string_view::npos;
        bool const is_negative = from.text().front() == '-';
        if (std::integral<V> && (!is_whole || (is_negative && std::unsigned_integral<V>))) return wrong;
        bool const is_short = is_whole && read_integer(from.text());
        return scalar_wire<V>::read(to.value, token(is_short ? token_kind::integer : token_kind::number, from.text()));
    }
    static void write(writer& out, number_in_text<V> const& value)
    {
        out.put('"');
        scalar_wire<V>::write(out, value.value);
        out.put('"');
    }
    static constexpr problem const* flaw(number_in_text<V> const& value) noexcept
    {
        if constexpr (std::floating_point<V>) return scalar_wire<V>::flaw(value.value);
        else return nullptr;
    }
    static constexpr scalar_facts facts()
    {
        std::string_view pattern = "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$";
        if constexpr (std::unsigned_integral<V>) pattern = "^(?:0|[1-9][0-9]*)$";
        else if constexpr (std::integral<V>) pattern = "^-?(?:0|[1-9][0-9]*)$";
        return {.kinds = json_string, .pattern = pattern, .unsaid = text_range<V>.view()};
    }
};

/// An integer, written in a string and read from a string or a JSON integer.
template<class V>
struct integer_in_text : number_in_text<V> {};

template<class V>
struct scalar_wire<integer_in_text<V>> : scalar_wire<number_in_text<V>> {
    static problem const* read(integer_in_text<V>& to, token from)
    {
        return from.kind == token_kind::string ? scalar_wire<number_in_text<V>>::read(to, from)
                                               : scalar_wire<V>::read(to.value, from);
    }
    static constexpr scalar_facts facts()
    {
        scalar_facts both = integers<V>(json_string | json_integer);
        scalar_facts const text = scalar_wire<number_in_text<V>>::facts();
        both.pattern = text.pattern;
        both.unsaid = text.unsaid;
        both.example = "\"12\"";
        return both;
    }
};

/// An amount that is an integer of millionths on the wire.
struct amount_in_micros {
    decimal amount{};

    std::string to_string() const { return amount.to_string(); }
};

/// Like amount_in_micros, written as a string of digits.
struct amount_in_micros_text : amount_in_micros {};

inline constexpr int places_of_micros = 6;
inline constexpr problem expected_micros{.code = "micros",
                                         .expected = "an integer of millionths, or its digits in a string"};
inline constexpr problem micros_too_fine{.code = "micros", .expected = "an amount of whole millionths"};
inline constexpr problem micros_range{.code = "micros_range",
                                      .expected = "an amount whose millionths are an integer of 64 bits"};

template<std::derived_from<amount_in_micros> Amount>
struct scalar_wire<Amount> {
    static problem const* read(Amount& to, token from)
    {
        std::int64_t micros = 0;
        if (from.kind == token_kind::string) {
            auto const number = read_integer(from.text());
            if (!number) return is_integer(from.text()) ? &integer_range<std::int64_t> : &expected_micros;
            micros = *number;
        } else if (problem const* const wrong = scalar_wire<std::int64_t>::read(micros, from)) {
            return wrong == &expected_integer ? &expected_micros : wrong;
        }
        to.amount = decimal::from_parts(micros, places_of_micros).normalized();
        return nullptr;
    }

    /// An amount that is not a whole number of millionths is written with a fraction: the vendor rejects it, but does
    /// not receive a different amount.
    static void write(writer& out, Amount const& value)
    {
        constexpr bool is_quoted = std::same_as<Amount, amount_in_micros_text>;
        decimal_words words = value.amount.normalized().words();
        bool const is_zero = words.low == 0 && words.high == 0;
        int const zeros = is_zero || words.scale > places_of_micros ? 0 : places_of_micros - words.scale;
        words.scale = words.scale > places_of_micros ? words.scale - places_of_micros : 0;
        decimal const digits = decimal::from_words(words);
        if (is_quoted) out.put('"');
        scalar_wire<decimal>::write(out, digits);
        out.put(std::string_view("000000").substr(0, static_cast<std::size_t>(zeros)));
        if (is_quoted) out.put('"');
    }

    static constexpr problem const* flaw(Amount const& value) noexcept
    {
        constexpr decimal least = decimal::from_parts((std::numeric_limits<std::int64_t>::min)(), places_of_micros);
        constexpr decimal most = decimal::from_parts((std::numeric_limits<std::int64_t>::max)(), places_of_micros);
        if (value.amount.normalized().scale() > places_of_micros) return &micros_too_fine;
        return value.amount < least || value.amount > most ? &micros_range : nullptr;
    }

    static constexpr scalar_facts facts()
    {
        scalar_facts facts = integers<std::int64_t>(json_string | json_integer);
        facts.pattern = "^-?(?:0|[1-9][0-9]*)$";
        facts.example = std::same_as<Amount, amount_in_micros_text> ? "\"1500000\"" : "1500000";
        facts.unsaid = "integer_range: of a string, an integer of 64 bits";
        return facts;
    }

private:
    static bool is_integer(std::string_view text)
    {
        return !scan_decimal(text).malformed && text.find_first_of(".eE") == text.npos;
    }
};

/// An instant that is a number of seconds since 1970 on the wire.
struct instant_in_seconds {
    std::int64_t milliseconds = 0;

    constexpr decimal seconds() const noexcept { return decimal::from_parts(milliseconds, 3).normalized(); }
    std::string to_string() const { return seconds().to_string(); }
};

/// A limit that is exact as a double, for the schema, and whose milliseconds fit 64 bits.
inline constexpr std::int64_t most_epoch_seconds = 9'000'000'000'000'000;
inline constexpr problem expected_epoch_seconds{.code = "timestamp", .expected = "seconds since 1970"};
inline constexpr problem epoch_seconds_range{.code = "timestamp", .expected = "a time within 9e15 seconds of 1970"};

template<>
struct scalar_wire<instant_in_seconds> {
    static problem const* read(instant_in_seconds& to, token from)
    {
        decimal seconds;
        problem const* const found = scalar_wire<decimal>::read(seconds, from);
        if (found == &expected_number) return &expected_epoch_seconds;
        if (found == &decimal_range || seconds.abs() > most_epoch_seconds) return &epoch_seconds_range;
        decimal const rounded = seconds.round(3, rounding::floor);
        to.milliseconds = rounded.coefficient();
        return found != nullptr || rounded != seconds ? &time_inexact : nullptr;
    }
    static void write(writer& out, instant_in_seconds value) { scalar_wire<decimal>::write(out, value.seconds()); }
    static constexpr problem const* flaw(instant_in_seconds value) noexcept
    {
        constexpr std::int64_t most = most_epoch_seconds * 1000;
        return value.milliseconds < -most || value.milliseconds > most ? &epoch_seconds_range : nullptr;
    }
    static constexpr scalar_facts facts()
    {
        constexpr auto most = static_cast<double>(most_epoch_seconds);
        scalar_facts facts = reals(-most, most, epoch_seconds_range.code);
        facts.example = "1530123457.123";
        return facts;
    }
};

/// A day that is YYYYMMDD on the wire.
struct compact_day {
    date::year_month_day day{};

    std::string to_string() const { return outlay::to_string(day); }
};

inline constexpr problem expected_compact_date{.code = "date", .expected = "a date such as \"20240131\""};
inline constexpr auto compact_date_pattern = pattern_of(
    {"^(?:[0-9]{4}(?:(?:0[13578]|1[02])(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)(?:0[1-9]|[12][0-9]|30)",
     "|02(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)0229)$"});

template<>
struct scalar_wire<compact_day> {
    static problem const* read(compact_day& to, token from) noexcept
    {
        std::string_view const text = from.text();
        if (from.kind != token_kind::string || text.size() != 8) return &expected_compact_date;
        char dashed[10] = {text[0], text[1], text[2], text[3], '-', text[4], text[5], '-', text[6], text[7]};
        auto const day = try_parse_date({dashed, sizeof dashed});
        if (!day) return &expected_compact_date;
        to.day = *day;
        return nullptr;
    }
    static void write(writer& out, compact_day value)
    {
        put_quoted(out, longest_date, [value](char* to) {
            char text[longest_date]{};
            char const* const end = write_date(text, value.day);
            *to++ = text[0]; // the sign of a year before 0000
            for (char const* at = text + 1; at != end; ++at)
                if (*at != '-') *to++ = *at;
            return to;
        });
    }
    static constexpr problem const* flaw(compact_day value) noexcept
    {
        return scalar_wire<date::year_month_day>::flaw(value.day);
    }
    static constexpr scalar_facts facts()
    {
        return {.kinds = json_string, .pattern = compact_date_pattern.view(), .example = R"("20240131")"};
    }
};

/// A duration that is a number of seconds on the wire.
template<class Duration>
struct duration_in_seconds {
    Duration value{};

    static constexpr bool is_real = std::floating_point<typename Duration::rep>;
    static constexpr std::int64_t numerator = Duration::period::num;
    static constexpr std::int64_t denominator = Duration::period::den;
    static_assert(is_real || std::integral<typename Duration::rep>,
                  "the representation of a duration is an integer or a floating-point number");
    static_assert(!is_real || (numerator == 1 && denominator == 1),
                  "a duration with a floating-point representation must be in seconds: other units would be rounded");
    static_assert(numerator <= 1'000'000'000 && denominator <= 1'000'000'000'000'000'000,
                  "the unit of a duration is at least an attosecond and at most 30 years");

    /// The number of seconds, rounded to 28 digits.
    constexpr decimal seconds() const { return decimal(value.count()) * decimal(numerator) / denominator; }

    constexpr bool is_exact() const
    {
        return seconds() * decimal(denominator) == decimal(value.count()) * decimal(numerator);
    }

    std::string to_string() const
    {
        if constexpr (is_real) return shown(value.count());
        else
            return std::to_string(value.count()) + " times " + std::to_string(numerator) + "/" +
                   std::to_string(denominator) + " s";
    }
};

inline constexpr problem expected_seconds{.code = "type", .expected = "a number of seconds"};
inline constexpr problem seconds_range{.code = "seconds", .expected = "a number of seconds in the range of its type"};
inline constexpr problem seconds_endless{.code = "seconds",
                                         .expected = "a duration whose seconds are a decimal number"};

/// `a multiple of 1/1000 seconds`
template<class Period>
inline constexpr auto multiple_of = [] {
    wire_name<64> text;
    auto const add = [&text](std::string_view piece) {
        for (char const c : piece) text.push(c);
    };
    auto const add_number = [&add](std::int64_t n) {
        char digits[20]{};
        add({digits, write_unsigned(digits, static_cast<std::uint64_t>(n))});
    };
    add("a multiple of ");
    add_number(Period::num);
    if (Period::den != 1) {
        add("/");
        add_number(Period::den);
    }
    add(Period::num == 1 && Period::den == 1 ? " second" : " seconds");
    return text;
}();

template<class Period>
inline constexpr problem seconds_too_fine{"seconds", multiple_of<Period>.view()};

template<class Duration>
struct scalar_wire<duration_in_seconds<Duration>> {
    using wire = duration_in_seconds<Duration>;
    using rep = typename Duration::rep;

    static problem const* read(wire& to, token from)
    {
        if constexpr (wire::is_real) {
            rep count{};
            problem const* const wrong = scalar_wire<rep>::read(count, from);
            if (wrong == nullptr) to.value = Duration(count);
            return wrong == &expected_number ? &expected_seconds : wrong;
        } else {
            return read_exact(to, from);
        }
    }
    static void write(writer& out, wire const& value)
    {
        if constexpr (wire::is_real) scalar_wire<rep>::write(out, value.value.count());
        else scalar_wire<decimal>::write(out, value.seconds().normalized());
    }
    static constexpr problem const* flaw(wire const& value)
    {
        if constexpr (wire::is_real) return scalar_wire<number_in_text<rep>>::flaw({value.value.count()});
        else return value.is_exact() ? nullptr : &seconds_endless;
    }
    static constexpr scalar_facts facts()
    {
        if constexpr (wire::is_real) return facts_of<rep>();
        scalar_facts facts = reals(-largest_bound, largest_bound, seconds_range.code);
        facts.unsaid = "seconds: a multiple of the unit of its type, in the range of its type";
        return facts;
    }

private:
    static problem const* read_exact(wire& to, token from)
    {
        decimal seconds;
        problem const* const found = scalar_wire<decimal>::read(seconds, from);
        if (found == &expected_number) return &expected_seconds;
        if (found == &decimal_range) return &seconds_range;
        if (found != nullptr) return &seconds_too_fine<typename Duration::period>;
        // Beyond these bounds, no count fits. Within them, the product may still have more digits than a decimal.
        constexpr decimal most = decimal((std::numeric_limits<rep>::max)()) * decimal(wire::numerator);
        constexpr decimal least = decimal((std::numeric_limits<rep>::min)()) * decimal(wire::numerator);
        decimal const unit = decimal(wire::denominator);
        if (seconds > most || seconds < least) return &seconds_range;
        auto const units = multiply_exact(seconds, unit);
        if (!units)
            return units.error().report()[0].code == "decimal_range" ? &seconds_range
                                                                     : &seconds_too_fine<typename Duration::period>;
        decimal const count = (*units / wire::numerator).normalized();
        if (count.scale() != 0 || count * decimal(wire::numerator) != *units)
            return &seconds_too_fine<typename Duration::period>;
        if (count > (std::numeric_limits<rep>::max)() || count < (std::numeric_limits<rep>::min)())
            return &seconds_range;
        to.value = Duration(static_cast<rep>(count.words().negative ? 0 - count.words().low : count.words().low));
        return nullptr;
    }
};

} // namespace outlay::inline v0_1_0::detail
