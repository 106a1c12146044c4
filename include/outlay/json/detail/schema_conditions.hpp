#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <outlay/json/convert.hpp>
#include <outlay/json/detail/schema_terms.hpp>
#include <outlay/model/audit.hpp>
#include <outlay/model/conditions.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// What binds the members of a class together, as schemas where that is possible, in words where it is not.

namespace outlay::detail {

template<class T, auto Member>
boost::json::string wire_name_of()
{
    return boost::json::string(member_names<T>[index_of<T, Member>].view());
}

/// `{"properties": {name: schema}}`, and `required` if it must be there.
inline boost::json::object with_member(boost::json::string const& name, boost::json::object schema, bool is_required)
{
    boost::json::object made{{"properties", boost::json::object{{name, std::move(schema)}}}};
    if (is_required) made["required"] = boost::json::array{name};
    return made;
}

inline boost::json::object has_value_schema() { return {{"not", boost::json::object{{"type", "null"}}}}; }

/// A value as it is in JSON.
template<class V>
boost::json::value constant(V const& value)
{
    boost::json::value made;
    to_json(made, value);
    return made;
}

template<class T, auto Member, class V, std::size_t Count>
boost::json::object condition_schema(is_any_of_condition<Member, V, Count> const& condition)
{
    if (Count == 1) return with_member(wire_name_of<T, Member>(), {{"const", constant(condition.values[0])}}, true);
    boost::json::array values;
    for (V const& value : condition.values) values.push_back(constant(value));
    return with_member(wire_name_of<T, Member>(), {{"enum", std::move(values)}}, true);
}

template<class T, auto... Members>
boost::json::object condition_schema(has_any<Members...> const&)
{
    return {{"anyOf", boost::json::array{with_member(wire_name_of<T, Members>(), has_value_schema(), true)...}}};
}

/// A null std::optional reads as absent, so that an update may have one.
template<class T, auto Member>
boost::json::object demand_schema(needs<Member> const&, direction way)
{
    bool const is_update = way == direction::update;
    if (is_update && !is_nullable<member_type<Member>>) return {};
    return with_member(wire_name_of<T, Member>(), has_value_schema(), !is_update);
}

template<class T, auto Member>
boost::json::object demand_schema(refuses<Member> const&, direction)
{
    return with_member(wire_name_of<T, Member>(), {{"type", "null"}}, false);
}

template<class T, class Base, class Condition, class... Demands>
void add_condition(boost::json::array& conditions, std::vector<std::string>&,
                   when_clause<Base, Condition, Demands...> const& clause, direction way)
{
    boost::json::array then;
    clause.demands.visit([&](auto const& demand) {
        if (auto schema = demand_schema<T>(demand, way); !schema.empty()) then.push_back(std::move(schema));
    });
    if (then.empty()) return;
    boost::json::object made{{"if", condition_schema<T>(clause.condition)}};
    if (then.size() == 1) made["then"] = std::move(then[0]);
    else made["then"] = boost::json::object{{"allOf", std::move(then)}};
    conditions.push_back(std::move(made));
}

/// The currencies of each number of minor units, and of what their amounts are multiples.
template<class T, auto Amount, auto Currency>
void add_condition(boost::json::array& conditions, std::vector<std::string>&,
                   minor_unit_clause<Amount, Currency> const&, direction)
{
    for (int places = 0; places <= 4; ++places) {
        boost::json::array codes;
        for (currency const& code : currencies())
            if (code.minor_units() == places) codes.push_back(boost::json::string(code.code()));
        if (codes.empty()) continue;
        boost::json::object const unit{{"multipleOf", exact_number(decimal::from_parts(1, places))}};
        conditions.push_back(
            boost::json::object{{"if", with_member(wire_name_of<T, Currency>(), {{"enum", std::move(codes)}}, true)},
                                {"then", with_member(wire_name_of<T, Amount>(), unit, false)}});
    }
}

template<class T, class Culprit>
void add_condition(boost::json::array&, std::vector<std::string>& unsaid, object_clause<T, Culprit> const& clause,
                   direction)
{
    if (clause.is_notice) return;
    std::string words(clause.code);
    if constexpr (!std::is_null_pointer_v<Culprit>)
        words += joined({" (/", member_names<T>[member_index<T>(clause.culprit)].view(), ")"});
    unsaid.push_back(joined({words, ": ", clause.message}));
}

template<class T>
void add_condition(boost::json::array&, std::vector<std::string>& unsaid, audit_clause<T> const& clause, direction)
{
    if (!clause.codes.empty()) unsaid.push_back(std::string(clause.codes));
}

} // namespace outlay::detail
