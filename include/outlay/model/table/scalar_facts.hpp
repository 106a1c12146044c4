#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

// The facts about each scalar type for schemas, and the kinds of JSON values from which it is read.

namespace outlay::inline v0_1_0::detail {

inline constexpr std::size_t longest_pattern = 600; ///< the pattern of times is the longest

/// The concatenation of regular expressions.
constexpr wire_name<longest_pattern> pattern_of(std::initializer_list<std::string_view> pieces)
{
    wire_name<longest_pattern> all;
    for (std::string_view const piece : pieces)
        for (char const c : piece) all.push(c);
    return all;
}

/// Matches the days of the calendar, with leap years. Needed because many validators ignore `format`.
inline constexpr std::string_view date_expression =
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
inline constexpr std::string_view time_expression =
    "[Tt](?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
    "|23:59:60(?:\\.[0-9]+)?[Zz]|(?:[01][0-9]|2[0-3]):[0-5][0-9]:60(?:\\.[0-9]+)?[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

inline constexpr auto date_pattern = pattern_of({"^", date_expression, "$"});
inline constexpr auto time_pattern = pattern_of({"^", date_expression, time_expression, "$"});

/// The largest double that is a decimal, 2^96 - 2^43. A schema can't have the bound 2^96 - 1: Boost.JSON has no
/// integers of that size, and validators that use doubles would round it up to 2^96, which is not a decimal.
inline constexpr double largest_bound = 0x1.fffffffffffffp95;

template<std::integral Integer>
constexpr scalar_facts integers(json_kinds kinds = json_integer)
{
    return {.kinds = kinds,
            .bounds = scalar_facts::range::integers,
            .least = static_cast<std::int64_t>((std::numeric_limits<Integer>::min)()),
            .most = static_cast<std::uint64_t>((std::numeric_limits<Integer>::max)())};
}

constexpr scalar_facts reals(double least, double most, std::string_view range_code)
{
    return {.kinds = json_number,
            .bounds = scalar_facts::range::reals,
            .least_real = least,
            .most_real = most,
            .range_code = range_code};
}

template<class E>
constexpr scalar_facts enumeration(bool is_closed)
{
    return {.kinds = json_string,
            .texts = std::size(enum_table<E>),
            .text = [](std::size_t index) { return enum_table<E>[index].text.view(); },
            .is_closed = is_closed};
}

constexpr scalar_facts times()
{
    return {.kinds = json_string,
            .format = "date-time",
            .pattern = time_pattern.view(),
            .unsaid = "timestamp: the year in UTC is 0000 to 9999, and a leap second is at 23:59:60 UTC"};
}

constexpr scalar_facts facts_of_unknown(std::string_view words)
{
    return {.kinds = json_string | json_integer | json_number | json_boolean, .unsaid = words, .is_known = false};
}

/// The facts about a scalar type.
template<class V>
constexpr scalar_facts facts_of()
{
    if constexpr (std::same_as<V, bool>) return {.kinds = json_boolean};
    else if constexpr (std::integral<V>) return integers<V>();
    else if constexpr (std::floating_point<V>)
        return reals(static_cast<double>(std::numeric_limits<V>::lowest()),
                     static_cast<double>((std::numeric_limits<V>::max)()), number_range.code);
    else if constexpr (std::same_as<V, decimal>) return reals(-largest_bound, largest_bound, decimal_range.code);
    else if constexpr (std::same_as<V, secret>) return {.kinds = json_string, .is_secret = true};
    else if constexpr (described_enum<V>) return enumeration<V>(true);
    else if constexpr (requires { typename V::enum_type; }) return enumeration<typename V::enum_type>(false);
    else if constexpr (std::same_as<V, currency>)
        return {.kinds = json_string, .pattern = "^[A-Z]{3}$", .example = R"("USD","EUR")"};
    else if constexpr (std::same_as<V, date::year_month_day> || std::same_as<V, std::chrono::year_month_day>)
        return {.kinds = json_string, .format = "date", .pattern = date_pattern.view()};
    else if constexpr (std::same_as<V, month>)
        return {.kinds = json_integer,
                .bounds = scalar_facts::range::integers,
                .least = 1'01,
                .most = 9999'12,
                .example = "202501",
                .unsaid = "month: YYYYMM, whose last two digits are 01 to 12"};
    else if constexpr (std::same_as<V, time_of_day>)
        return {.kinds = json_string,
                .pattern = "^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$",
                .example = R"("17:00:00")"};
    else if constexpr (std::same_as<V, iso_timestamp> || std::same_as<V, sys_milliseconds>) return times();
    else if constexpr (std::same_as<V, epoch_timestamp>) return integers<std::int64_t>();
    else if constexpr (is_identifier<V>) return integers<std::uint64_t>(json_string | json_integer);
    else if constexpr (requires { scalar_wire<V>::facts(); }) return scalar_wire<V>::facts();
    else if constexpr (has_text<V>) return {.kinds = json_string};
    else return facts_of_unknown("type: a value that the form of this type accepts");
}

/// The facts about `blank`: an empty text.
constexpr scalar_facts facts_of_blank()
{
    return {
        .kinds = json_string, .texts = 1, .text = [](std::size_t) { return std::string_view(); }, .is_closed = true};
}

} // namespace outlay::inline v0_1_0::detail
