#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <iterator>
#include <outlay/outlay.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The wire types as JSON, for pages.py: their members, rules and codes, as their tables have them.

namespace reference {

using namespace outlay::detail;
using outlay::direction;

/// Collects the tables of classes, each once, in the order in which they are met.
class class_collector {
public:
    std::vector<object_table const*> const& classes() const { return classes_; }

    void visit(type_table const& type)
    {
        if (type.object != nullptr && type.is == shape::object) visit(*type.object);
        for (type_table const* const one : type.reads) visit(*one);
        if (type.converted != nullptr) visit(*type.converted->wire);
        if (type.maybe != nullptr) visit(*type.maybe->value);
        if (type.list != nullptr) visit(*type.list->item);
        if (type.map != nullptr) visit(*type.map->value);
        if (type.tuple != nullptr)
            for (type_table const* const part : type.tuple->parts) visit(*part);
        if (type.variant != nullptr)
            for (type_table const* const one : type.variant->alternatives) visit(*one);
    }

private:
    void visit(object_table const& type)
    {
        if (std::find(classes_.begin(), classes_.end(), &type) != classes_.end()) return;
        classes_.push_back(&type);
        for (field_table const& field : type.fields) visit(*field.type);
    }

    std::vector<object_table const*> classes_;
};

/// `amazon.portfolio`: as in schemas.
inline std::string name_of(object_table const& type)
{
    return type.schema_name != nullptr ? type.schema_name() : dotted(type.type_name);
}

inline boost::json::array kinds_as_json(json_kinds kinds)
{
    static constexpr std::pair<json_kinds, std::string_view> names[] = {
        {json_string, "string"},   {json_integer, "integer"}, {json_number, "number"},
        {json_boolean, "boolean"}, {json_object, "object"},   {json_array, "array"},
    };
    boost::json::array made;
    for (auto const& [kind, name] : names)
        if ((kinds & kind) != 0) made.push_back(boost::json::string(name));
    return made;
}

inline boost::json::object scalar_as_json(scalar_facts const& facts)
{
    boost::json::object made{{"is", "scalar"}, {"json", kinds_as_json(facts.kinds)}};
    if (!facts.format.empty()) made["format"] = facts.format;
    if (!facts.pattern.empty() && facts.format.empty()) made["pattern"] = facts.pattern;
    if (!facts.example.empty()) made["example"] = facts.example;
    if (!facts.unsaid.empty()) made["unsaid"] = facts.unsaid;
    if (facts.bounds == scalar_facts::range::integers) {
        made["least"] = facts.least;
        made["most"] = facts.most;
    }
    if (facts.texts != 0) {
        boost::json::array texts;
        for (std::size_t i = 0; i < facts.texts; ++i) texts.push_back(boost::json::string(facts.text(i)));
        made["texts"] = std::move(texts);
        made["is_closed"] = facts.is_closed;
    }
    if (facts.is_secret) made["is_secret"] = true;
    return made;
}

inline boost::json::object type_as_json(type_table const& type);

inline boost::json::array types_as_json(slice<type_table const*> types)
{
    boost::json::array made;
    for (type_table const* const one : types) made.push_back(type_as_json(*one));
    return made;
}

inline boost::json::object shape_as_json(type_table const& type)
{
    switch (type.is) {
    case shape::scalar: return scalar_as_json(type.scalar->facts);
    case shape::object: return {{"is", "object"}, {"name", name_of(*type.object)}};
    case shape::map:
        return {{"is", "map"}, {"key", type_as_json(*type.map->key)}, {"value", type_as_json(*type.map->value)}};
    case shape::tuple: return {{"is", "tuple"}, {"parts", types_as_json(type.tuple->parts)}};
    case shape::variant: return {{"is", "variant"}, {"any", types_as_json(type.variant->alternatives)}};
    case shape::list: {
        boost::json::object made{{"is", "list"}, {"item", type_as_json(*type.list->item)}};
        if (type.list->count != list_table::any_count) made["count"] = type.list->count;
        if (type.list->insert != nullptr) made["is_set"] = true;
        return made;
    }
    case shape::converted: {
        boost::json::object made{{"is", "converted"}, {"wire", type_as_json(*type.converted->wire)}};
        if (!type.converted->unsaid.empty()) made["unsaid"] = type.converted->unsaid;
        return made;
    }
    case shape::maybe: {
        boost::json::object made{{"is", "maybe"}, {"value", type_as_json(*type.maybe->value)}};
        if (type.maybe->is_null != nullptr) made["is_nullable"] = true;
        return made;
    }
    }
    return {};
}

inline boost::json::object type_as_json(type_table const& type)
{
    boost::json::object made = shape_as_json(type);
    if (!type.reads.empty()) made["reads"] = types_as_json(type.reads);
    return made;
}

/// The requirement of a rule in words; empty if it has none.
inline std::string words_of(rule_table const& rule)
{
    using kind = rule_table::kind;
    if (rule.is_annotation()) return std::string(rule.code);
    if (rule.what == kind::presence || rule.nested != 0) return {};
    if (rule.what == kind::custom && rule.expected == nullptr) return {};
    return expected_by(rule);
}

inline std::string_view kind_name(rule_table::kind kind)
{
    static constexpr std::string_view names[] = {
        "presence",  "in_replies_only", "for_information", "at_least", "at_most",
        "more_than", "less_than",       "length",          "items",    "each",
        "each_key",  "title",           "description",     "format",   "custom",
    };
    static_assert(std::size(names) == static_cast<std::size_t>(rule_table::kind::custom) + 1);
    return names[static_cast<std::size_t>(kind)];
}

inline boost::json::array rules_as_json(rule_span rules)
{
    boost::json::array made;
    for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested) {
        rule_table const& rule = rules[i];
        boost::json::object one{{"kind", boost::json::string(kind_name(rule.what))},
                                {"last", boost::json::string(to_string(rule.last))}};
        if (!rule.is_annotation()) one["code"] = rule.code;
        if (std::string words = words_of(rule); !words.empty()) one["words"] = std::move(words);
        if (rule.is_notice) one["is_notice"] = true;
        if (rule.what == rule_table::kind::presence) one["is_required"] = rule.least != 0;
        if (rule.nested != 0) one["rules"] = rules_as_json(rules.part(i + 1, rule.nested));
        made.push_back(std::move(one));
    }
    return made;
}

inline boost::json::object field_as_json(object_table const& type, field_table const& field)
{
    boost::json::object made{{"name", field.name},
                             {"type", type_as_json(*field.type)},
                             {"is_required", (type.required >> field.index & 1) != 0},
                             {"is_expected", (type.expected >> field.index & 1) != 0},
                             {"in_replies_only", field.is_in_replies_only},
                             {"for_information", field.is_for_information},
                             {"rules", rules_as_json(field.all_rules())}};
    boost::json::array aliases;
    for (field_table const& alias : type.fields.from(type.members))
        if (alias.index == field.index) aliases.push_back(boost::json::string(alias.name));
    if (!aliases.empty()) made["aliases"] = std::move(aliases);
    return made;
}

inline boost::json::array demands_as_json(clause_table const& clause, object_table const& type)
{
    boost::json::array made;
    for (demand_table const& demand : clause.demands)
        made.push_back(boost::json::object{
            {"field", type.fields[demand.field].name}, {"code", demand.code}, {"message", demand.message}});
    return made;
}

inline boost::json::object clause_as_json(clause_table const& clause, object_table const& type)
{
    static constexpr std::string_view kinds[] = {"invariant", "audit", "when", "minor_units"};
    boost::json::object made{{"kind", boost::json::string(kinds[static_cast<std::size_t>(clause.what)])},
                             {"last", boost::json::string(to_string(clause.last))}};
    if (!clause.code.empty()) made["code"] = clause.code;
    if (!clause.message.empty()) made["message"] = clause.message;
    if (clause.is_notice) made["is_notice"] = true;
    if (clause.culprit != clause_table::no_culprit)
        made["field"] = type.fields[static_cast<std::size_t>(clause.culprit)].name;
    if (clause.what == clause_table::kind::when) made["demands"] = demands_as_json(clause, type);
    return made;
}

inline boost::json::object class_as_json(object_table const& type)
{
    boost::json::object made{{"name", name_of(type)},
                             {"cpp", type.type_name},
                             {"way", boost::json::string(to_string(type.way))},
                             {"is_request", type.is_request},
                             {"has_extras", type.extras != nullptr},
                             {"has_any_names", type.has_any_names()},
                             {"is_read_from_text", type.find_text != nullptr}};
    if (!type.tag.empty()) made["tag"] = type.tag;
    if (!type.title.empty()) made["title"] = type.title;
    if (!type.description.empty()) made["description"] = type.description;
    boost::json::array fields;
    for (field_table const& field : type.fields.first(type.members)) fields.push_back(field_as_json(type, field));
    made["fields"] = std::move(fields);
    boost::json::array clauses;
    for (clause_table const& clause : type.clauses) clauses.push_back(clause_as_json(clause, type));
    made["clauses"] = std::move(clauses);
    return made;
}

} // namespace reference
