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

namespace outlay::inline v0_1_0::detail {

/// The texts of an enumeration.
inline boost::json::array enumerators(scalar_facts const& facts)
{
    boost::json::array texts;
    for (std::size_t i = 0; i < facts.texts; ++i) texts.push_back(boost::json::string(facts.text(i)));
    return texts;
}

/// Adds the texts of an enumeration: as the only ones allowed, or, for an open enumeration, as examples.
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
        if (facts.most <= static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)()))
            schema["maximum"] = static_cast<std::int64_t>(facts.most);
        else schema["maximum"] = facts.most;
    } else if (facts.bounds == scalar_facts::range::reals) {
        schema["minimum"] = facts.least_real;
        schema["maximum"] = facts.most_real;
    }
}

/// The schema of one of the kinds from which a scalar is read.
inline boost::json::object describe_kind(std::string_view type, scalar_facts const& facts)
{
    boost::json::object schema{{"type", type}};
    if (type == "integer" || type == "number") put_range(schema, facts);
    if (type != "string") return schema;
    if (!facts.format.empty()) schema["format"] = facts.format;
    if (!facts.pattern.empty()) schema["pattern"] = facts.pattern;
    if (facts.texts != 0) put_enumerators(schema, facts);
    return schema;
}

/// The schema of a scalar as it is read. Each kind is a separate alternative, because ajv rejects lists of types in its
/// strict mode.
inline described_value describe_scalar(scalar_facts const& facts)
{
    described_value made;
    if (!facts.unsaid.empty()) made.unsaid.emplace_back(facts.unsaid);
    if (!facts.is_known) return made;
    boost::json::array any;
    if ((facts.kinds & json_string) != 0) any.push_back(describe_kind("string", facts));
    if ((facts.kinds & json_integer) != 0) any.push_back(describe_kind("integer", facts));
    if ((facts.kinds & json_number) != 0) any.push_back(describe_kind("number", facts));
    if ((facts.kinds & json_boolean) != 0) any.push_back(describe_kind("boolean", facts));
    if (any.size() == 1) made.schema = std::move(any.front().get_object());
    else made.schema["anyOf"] = std::move(any);
    if (!facts.example.empty()) made.schema["examples"] = boost::json::parse(joined({"[", facts.example, "]"}));
    if (facts.is_secret) made.schema["writeOnly"] = true;
    return made;
}

/// The schema of the names of a map whose keys are numbers.
inline described_value describe_number_key(scalar_facts const& facts)
{
    described_value made{.schema = {{"type", "string"}}};
    if (facts.unsaid.starts_with("month")) {
        made.schema["pattern"] = "^[1-9][0-9]{0,3}(?:0[1-9]|1[0-2])$";
        return made;
    }
    if ((facts.kinds & json_number) != 0) {
        made.schema["pattern"] = "^(?:0|-?[1-9][0-9]*|-?(?:0|[1-9][0-9]*)\\.[0-9]+)$";
        made.unsaid.push_back(joined({facts.range_code, ": names within the range of the value"}));
        return made;
    }
    made.schema["pattern"] = facts.least < 0 ? "^(?:0|-?[1-9][0-9]*)$" : "^(?:0|[1-9][0-9]*)$";
    made.unsaid.push_back(
        joined({"integer_range: names from ", std::to_string(facts.least), " to ", std::to_string(facts.most)}));
    return made;
}

/// The schema of the names of a map.
inline described_value describe_key(type_table const& key)
{
    if (key.converted != nullptr) {
        described_value made = describe_key(*key.converted->wire);
        if (!key.converted->unsaid.empty()) made.unsaid.emplace_back(key.converted->unsaid);
        return made;
    }
    scalar_facts const& facts = key.scalar->facts;
    if ((facts.kinds & json_string) == 0) return describe_number_key(facts);
    described_value made{.schema = {{"type", "string"}}};
    if (!facts.format.empty()) made.schema["format"] = facts.format;
    if (!facts.pattern.empty()) made.schema["pattern"] = facts.pattern;
    if (facts.texts != 0 && facts.is_closed) put_enumerators(made.schema, facts);
    if (!facts.unsaid.empty()) made.unsaid.emplace_back(facts.unsaid);
    return made;
}

} // namespace outlay::inline v0_1_0::detail
