#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/json/schema/terms.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::detail {

/// The names of kinds of values in JSON Schema: one, or a list.
inline boost::json::value schema_types(json_kinds kinds)
{
    boost::json::array types;
    if ((kinds & json_string) != 0) types.push_back("string");
    if ((kinds & json_integer) != 0) types.push_back("integer");
    if ((kinds & json_number) != 0) types.push_back("number");
    if ((kinds & json_boolean) != 0) types.push_back("boolean");
    if (types.size() == 1) return types.front();
    return types;
}

/// The texts of an enumeration.
inline boost::json::array enumerators(scalar_facts const& facts)
{
    boost::json::array texts;
    for (std::size_t i = 0; i < facts.texts; ++i) texts.push_back(boost::json::string(facts.text(i)));
    return texts;
}

/// The only texts that will do, or of an open enumeration, examples.
inline void put_enumerators(boost::json::object& schema, scalar_facts const& facts)
{
    boost::json::array texts = enumerators(facts);
    if (!facts.is_closed) schema["examples"] = std::move(texts);
    else if (texts.size() == 1) schema["const"] = std::move(texts[0]);
    else schema["enum"] = std::move(texts);
}

inline void put_range(boost::json::object& schema, scalar_facts const& facts)
{
    if (facts.bounds == scalar_facts::range::integers) {
        schema["minimum"] = facts.least;
        if (facts.most <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            schema["maximum"] = static_cast<std::int64_t>(facts.most);
        else schema["maximum"] = facts.most;
    } else if (facts.bounds == scalar_facts::range::reals) {
        schema["minimum"] = facts.least_real;
        schema["maximum"] = facts.most_real;
    }
}

/// What a scalar is in JSON, as it is read.
inline described_value describe_scalar(scalar_facts const& facts)
{
    described_value made;
    if (!facts.unsaid.empty()) made.unsaid.emplace_back(facts.unsaid);
    if (!facts.is_known) return made;
    boost::json::object& schema = made.schema;
    schema["type"] = schema_types(facts.kinds);
    put_range(schema, facts);
    if (!facts.format.empty()) schema["format"] = facts.format;
    if (!facts.pattern.empty()) schema["pattern"] = facts.pattern;
    if (!facts.example.empty()) schema["examples"] = boost::json::parse(joined({"[", facts.example, "]"}));
    if (facts.texts != 0) put_enumerators(schema, facts);
    if (facts.is_secret) schema["writeOnly"] = true;
    return made;
}

/// What the names of a map's entries are that are no texts as values: numbers.
inline described_value describe_number_key(scalar_facts const& facts)
{
    if (facts.unsaid.starts_with("month")) return {.schema = {{"pattern", "^[1-9][0-9]{0,3}(?:0[1-9]|1[0-2])$"}}};
    described_value made;
    made.schema["pattern"] = facts.least < 0 ? "^(?:0|-?[1-9][0-9]*)$" : "^(?:0|[1-9][0-9]*)$";
    made.unsaid.push_back(
        joined({"integer_range: names from ", std::to_string(facts.least), " to ", std::to_string(facts.most)}));
    return made;
}

/// What the names of a map's entries are: its keys.
inline described_value describe_key(type_table const& key)
{
    scalar_facts const& facts = key.scalar->facts;
    if ((facts.kinds & json_string) == 0) return describe_number_key(facts);
    described_value made;
    if (!facts.format.empty()) made.schema["format"] = facts.format;
    if (!facts.pattern.empty()) made.schema["pattern"] = facts.pattern;
    if (facts.texts != 0 && facts.is_closed) put_enumerators(made.schema, facts);
    if (!facts.unsaid.empty()) made.unsaid.emplace_back(facts.unsaid);
    return made;
}

} // namespace outlay::detail
