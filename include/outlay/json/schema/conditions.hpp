#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <outlay/json/convert.hpp>
#include <outlay/json/schema/minor_units.hpp>
#include <outlay/json/schema/terms.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The conditions between the members of a class: as schemas if possible, otherwise in words.

namespace outlay::inline v0_1_0::detail {

/// `{"properties": {name: schema}}`, with `required` for a required member.
inline boost::json::object with_member(std::string_view name, boost::json::object schema, bool is_required)
{
    boost::json::string const text(name);
    boost::json::object made{{"properties", boost::json::object{{text, std::move(schema)}}}};
    if (is_required) made["required"] = boost::json::array{text};
    return made;
}

inline boost::json::object has_value_schema() { return {{"not", boost::json::object{{"type", "null"}}}}; }

/// The values of a condition in JSON.
inline boost::json::array constants(condition_table const& condition)
{
    boost::json::array values;
    auto const* value = static_cast<char const*>(condition.values);
    for (std::size_t left = condition.count; left != 0; --left, value += condition.value_size)
        to_json(values.emplace_back(nullptr), *condition.type, value);
    return values;
}

inline boost::json::object condition_schema(condition_table const& condition, object_table const& type)
{
    if (condition.values != nullptr) {
        boost::json::array values = constants(condition);
        std::string_view const name = type.fields[condition.fields.front()].name;
        if (values.size() == 1) return with_member(name, {{"const", std::move(values[0])}}, true);
        return with_member(name, {{"enum", std::move(values)}}, true);
    }
    boost::json::array any;
    for (std::uint8_t const index : condition.fields)
        any.push_back(with_member(type.fields[index].name, has_value_schema(), true));
    return {{"anyOf", std::move(any)}};
}

/// The schema of a demand; empty if it demands nothing. Null for a std::optional means absent, which an update may
/// have.
inline boost::json::object demand_schema(demand_table const& demand, object_table const& type,
                                         outlay::direction direction)
{
    field_table const& field = type.fields[demand.field];
    if (!demand.is_needed) return with_member(field.name, {{"type", "null"}}, false);
    bool const is_update = direction == direction::update;
    OUTLAY_ASSERT(field.type->maybe != nullptr); // needs() rejects members that always have a value
    bool const is_nullable = field.type->maybe->is_null != nullptr;
    if (is_update && !is_nullable) return {};
    return with_member(field.name, has_value_schema(), !is_update);
}

inline void add_when(boost::json::array& conditions, clause_table const& clause, object_table const& type,
                     outlay::direction direction)
{
    boost::json::array then;
    for (demand_table const& demand : clause.demands)
        if (auto schema = demand_schema(demand, type, direction); !schema.empty()) then.push_back(std::move(schema));
    if (then.empty()) return;
    boost::json::object made{{"if", condition_schema(clause.condition, type)}};
    if (then.size() == 1) made["then"] = std::move(then[0]);
    else made["then"] = boost::json::object{{"allOf", std::move(then)}};
    conditions.push_back(std::move(made));
}

inline std::string words_of_clause(clause_table const& clause, object_table const& type)
{
    std::string words(clause.code);
    if (clause.culprit != clause_table::no_culprit)
        words += joined({" (/", type.fields[static_cast<std::size_t>(clause.culprit)].name, ")"});
    return joined({words, ": ", clause.message});
}

/// The schema of an amount with at most `places` decimal places. If the member is also read from texts, only numbers
/// are checked.
inline boost::json::object amount_schema(type_table const& amount, std::size_t places)
{
    boost::json::object schema = whole_minor_units(places);
    if (amount.reads.empty()) return schema;
    boost::json::object const no_number{{"not", boost::json::object{{"type", "number"}}}};
    return {{"anyOf", boost::json::array{no_number, std::move(schema)}}};
}

/// Adds, for each number of decimal places, a condition from the currencies with so many places to the amount.
inline void add_minor_units(boost::json::array& conditions, std::vector<std::string>& unsaid,
                            clause_table const& clause, object_table const& type)
{
    field_table const& amount = type.fields[clause.amount];
    if (amount.type->converted != nullptr || amount.type->value().converted != nullptr) {
        unsaid.push_back(words_of_clause(clause, type)); // on the wire, the amount is a different number or a text
        return;
    }
    for (std::size_t places = 0; places < divisors_of_minor_unit.size(); ++places) {
        boost::json::array codes;
        for (currency const& code : currencies())
            if (code.minor_units() == static_cast<int>(places)) codes.push_back(boost::json::string(code.code()));
        if (codes.empty()) continue;
        conditions.push_back(boost::json::object{
            {"if", with_member(type.fields[clause.currency].name, {{"enum", std::move(codes)}}, true)},
            {"then", with_member(amount.name, amount_schema(*amount.type, places), false)}});
    }
}

/// Adds a clause, as a schema or in words.
inline void add_condition(boost::json::array& conditions, std::vector<std::string>& unsaid, clause_table const& clause,
                          object_table const& type, outlay::direction direction)
{
    switch (clause.what) {
    case clause_table::kind::when: return add_when(conditions, clause, type, direction);
    case clause_table::kind::minor_units: return add_minor_units(conditions, unsaid, clause, type);
    case clause_table::kind::invariant:
        if (!clause.is_notice) unsaid.push_back(words_of_clause(clause, type));
        return;
    case clause_table::kind::audit:
        if (!clause.code.empty()) unsaid.emplace_back(clause.code);
        return;
    }
}

} // namespace outlay::inline v0_1_0::detail
