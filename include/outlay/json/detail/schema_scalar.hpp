#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <outlay/json/detail/schema_terms.hpp>
#include <outlay/model/members.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/secret.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

namespace outlay::detail {

/// The days of the calendar, leap years included: `format` is no more than a hint to many validators.
inline constexpr std::string_view date_pattern =
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
inline constexpr std::string_view time_pattern =
    "[Tt](?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
    "|23:59:60(?:\\.[0-9]+)?[Zz]|(?:[01][0-9]|2[0-3]):[0-5][0-9]:60(?:\\.[0-9]+)?[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

/// The texts of an enumeration.
template<class E>
boost::json::array enumerators()
{
    boost::json::array texts;
    for (auto const& entry : enum_table<E>) texts.push_back(boost::json::string(entry.text.view()));
    return texts;
}

template<class Integer>
boost::json::object integers()
{
    return {{"type", "integer"},
            {"minimum", std::numeric_limits<Integer>::min()},
            {"maximum", std::numeric_limits<Integer>::max()}};
}

template<class E>
boost::json::object closed_enum()
{
    boost::json::array texts = enumerators<E>();
    if (texts.size() == 1) return {{"type", "string"}, {"const", texts[0]}};
    return {{"type", "string"}, {"enum", std::move(texts)}};
}

/// The largest double that is a decimal, 2^96 - 2^43. A schema cannot say 2^96 - 1: Boost.JSON has no integers of that
/// size, and validators that calculate with doubles would round it up to 2^96, which no decimal holds.
inline constexpr double largest_bound = 0x1.fffffffffffffp95;

/// What a scalar of this type is in JSON, as its codec reads it.
template<class V>
described_value describe_scalar()
{
    if constexpr (std::same_as<V, bool>) return {{{"type", "boolean"}}};
    else if constexpr (std::integral<V>) return {integers<V>()};
    else if constexpr (std::floating_point<V>)
        return {{{"type", "number"},
                 {"minimum", static_cast<double>(std::numeric_limits<V>::lowest())},
                 {"maximum", static_cast<double>(std::numeric_limits<V>::max())}}};
    else if constexpr (std::same_as<V, decimal>)
        return {{{"type", "number"}, {"minimum", -largest_bound}, {"maximum", largest_bound}}};
    else if constexpr (std::same_as<V, secret>) return {{{"type", "string"}, {"writeOnly", true}}};
    else if constexpr (described_enum<V>) return {closed_enum<V>()};
    else if constexpr (requires { typename V::enum_type; })
        return {{{"type", "string"}, {"examples", enumerators<typename V::enum_type>()}}};
    else if constexpr (std::same_as<V, currency>)
        return {{{"type", "string"}, {"pattern", "^[A-Z]{3}$"}, {"examples", boost::json::array{"USD", "EUR"}}}};
    else if constexpr (std::same_as<V, date::year_month_day>)
        return {{{"type", "string"}, {"format", "date"}, {"pattern", joined({"^", date_pattern, "$"})}}};
    else if constexpr (std::same_as<V, month>)
        return {
            {{"type", "integer"}, {"minimum", 1'01}, {"maximum", 9999'12}, {"examples", boost::json::array{202501}}},
            {"month: YYYYMM, whose last two digits are 01 to 12"}};
    else if constexpr (std::same_as<V, iso_timestamp>)
        return {
            {{"type", "string"}, {"format", "date-time"}, {"pattern", joined({"^", date_pattern, time_pattern, "$"})}},
            {"timestamp: of UTC, a year from 0000 to 9999, and a leap second at 23:59:60 only"}};
    else if constexpr (std::same_as<V, epoch_timestamp>) return {integers<std::int64_t>()};
    else if constexpr (is_identifier<V>) {
        auto of_numbers = integers<std::uint64_t>();
        of_numbers["type"] = boost::json::array{"string", "integer"};
        return {std::move(of_numbers)};
    } else if constexpr (std::same_as<V, blank>) return {{{"type", "string"}, {"const", ""}}};
    else if constexpr (std::same_as<V, any_number>) return {{{"type", "number"}}};
    else if constexpr (std::same_as<V, std::string>) return {{{"type", "string"}}};
    else return {{}, {"type: a value of a type of its own"}};
}

} // namespace outlay::detail
