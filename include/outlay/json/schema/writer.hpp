#pragma once

#include <algorithm>
#include <bit>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/schema/conditions.hpp>
#include <outlay/json/schema/rules.hpp>
#include <outlay/json/schema/scalar.hpp>
#include <outlay/json/schema/terms.hpp>
#include <outlay/json/schema_options.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/type_name.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::detail {

constexpr std::string_view to_string(outlay::direction direction) noexcept
{
    constexpr std::string_view names[] = {"request", "update", "reply"};
    return names[static_cast<std::size_t>(direction)];
}

/// The name of a class, with the direction if it is not the usual one.
inline std::string name_for(std::string name, outlay::direction direction, outlay::direction usual)
{
    if (direction != usual) name += joined({".", to_string(direction)});
    return name;
}

/// Makes the schemas of classes, one for each class and direction that occurs.
class schema_writer {
public:
    /// `way` is that of the document.
    schema_writer(decode_options const& options, outlay::direction direction, schema_dialect dialect) noexcept
        : options_(options), direction_(direction), dialect_(dialect)
    {}

    /// A schema with its definitions. `id` is an identifier; nothing need be served at its address.
    boost::json::object document(type_table const& type, std::string_view id)
    {
        bool const is_07 = dialect_ == schema_dialect::draft_07;
        boost::json::object schema{{"$schema", is_07 ? "http://json-schema.org/draft-07/schema#"
                                                     : "https://json-schema.org/draft/2020-12/schema"}};
        if (!id.empty()) schema["$id"] = id;
        if (type.is == shape::object) met_.push_back({type.object, direction_, "#"});
        for (auto& keyword : root(type)) schema.insert_or_assign(keyword.key(), std::move(keyword.value()));
        if (!definitions_.empty()) schema[is_07 ? "definitions" : "$defs"] = std::move(definitions_);
        return schema;
    }

    /// All schemas as OpenAPI components; the schema of the type itself has this name.
    boost::json::object components(type_table const& type, std::string const& name)
    {
        if (type.is == shape::object) {
            static_cast<void>(reference(*type.object, direction_));
        } else {
            definitions_[name].emplace_object(); // so that this schema is the first
            definitions_[name] = root(type);
        }
        return {{"components", boost::json::object{{"schemas", std::move(definitions_)}}}};
    }

private:
    struct met_class {
        object_table const* type;
        outlay::direction direction;
        std::string reference;
    };

    /// The schema of the document itself.
    boost::json::object root(type_table const& type)
    {
        if (type.is == shape::object) return object_schema(*type.object, direction_);
        return describe_part(type, direction_);
    }

    std::string_view place_of_definitions() const noexcept
    {
        switch (dialect_) {
        case schema_dialect::draft_2020_12: return "#/$defs/";
        case schema_dialect::draft_07: return "#/definitions/";
        case schema_dialect::openapi_3_1: return "#/components/schemas/";
        }
        return {};
    }

    /// Moves a reference into an allOf for draft-07, which ignores keywords beside a reference.
    boost::json::object apart_from_reference(boost::json::object schema) const
    {
        if (dialect_ != schema_dialect::draft_07 || schema.size() == 1 || !schema.contains("$ref")) return schema;
        schema["allOf"] = boost::json::array{boost::json::object{{"$ref", schema["$ref"]}}};
        schema.stable_erase("$ref");
        return schema;
    }

    /// A reference to the schema of a class. Makes the schema for the first reference.
    std::string reference(object_table const& type, direction outer)
    {
        outlay::direction const direction = (std::max)(outer, type.direction);
        for (met_class const& known : met_)
            if (known.type == &type && known.direction == direction) return known.reference;
        std::string name = type.schema_name != nullptr ? type.schema_name() : dotted(type.type_name);
        // OpenAPI components of several documents, which may have different directions, can be combined.
        outlay::direction const usual = dialect_ == schema_dialect::openapi_3_1 ? type.direction : direction_;
        name = unused_name(name_for(name, direction, usual));
        std::string const made = joined({place_of_definitions(), name});
        definitions_[name].emplace_object();      // keeps the order of the first references, and
        met_.push_back({&type, direction, made}); // exists for a class that contains itself
        definitions_[name] = object_schema(type, direction);
        return made;
    }

    /// The name of a class; with a number if another class has the same name.
    std::string unused_name(std::string const& name) const
    {
        std::string made = name;
        for (int n = 2; definitions_.contains(made); ++n) made = joined({name, "_", std::to_string(n)});
        return made;
    }

    /// Whether null is read as an empty list, unless rules reject an empty list.
    static bool may_be_null_list(type_table const& type, outlay::direction direction)
    {
        return type.is == shape::list && direction == direction::reply;
    }

    /// The schema of any type, without the rules of a member.
    described_value describe(type_table const& type, outlay::direction direction)
    {
        switch (type.is) {
        case shape::scalar: return describe_scalar(type.scalar->facts);
        case shape::object: return {.schema = {{"$ref", reference(*type.object, direction)}}};
        case shape::list: return describe_list(*type.list, direction);
        case shape::map: return describe_map(*type.map, direction);
        case shape::tuple: return describe_tuple(*type.tuple, direction);
        case shape::variant: return describe_variant(*type.variant, direction);
        case shape::converted: return describe_converted(*type.converted, direction);
        case shape::maybe: break;
        }
        auto value = describe(*type.maybe->value, direction);
        allow_null(value.schema);
        return value;
    }

    /// The schema of an item of a list, a value of a map, or a part of a tuple.
    boost::json::object describe_part(type_table const& type, outlay::direction direction)
    {
        auto part = describe(type, direction);
        if (may_be_null_list(type, direction)) allow_null(part.schema);
        put_comment(part.schema, part.unsaid);
        return apart_from_reference(std::move(part.schema));
    }

    described_value describe_converted(converted_table const& type, outlay::direction direction)
    {
        auto value = describe(*type.wire, direction);
        if (!type.unsaid.empty()) value.unsaid.emplace_back(type.unsaid);
        return value;
    }

    /// Whether two values are equal exactly if their JSON texts are.
    static bool has_one_text_per_value(type_table const& type)
    {
        return type.is == shape::scalar && std::has_single_bit(type.kinds) && type.scalar->facts.format.empty();
    }

    described_value describe_list(list_table const& type, outlay::direction direction)
    {
        described_value made{.schema = {{"type", "array"}}};
        made.schema["items"] = describe_part(*type.item, direction);
        if (type.count != list_table::any_count) {
            made.schema["minItems"] = type.count;
            made.schema["maxItems"] = type.count;
        }
        if (type.insert != nullptr) {
            made.schema["uniqueItems"] = true;
            if (!has_one_text_per_value(*type.item))
                made.unsaid.emplace_back(
                    "unique_items: items are equal if their values are, also with different texts");
        }
        return made;
    }

    described_value describe_map(map_table const& type, outlay::direction direction)
    {
        described_value made{.schema = {{"type", "object"}}};
        auto names = describe_key(*type.key);
        put_comment(names.schema, names.unsaid);
        bool const is_any_text = names.schema.size() == 1; // only the type, which is that of every name
        if (!is_any_text) made.schema["propertyNames"] = std::move(names.schema);
        made.schema["additionalProperties"] = describe_part(*type.value, direction);
        return made;
    }

    described_value describe_tuple(tuple_table const& type, outlay::direction direction)
    {
        boost::json::array parts;
        for (type_table const* const part : type.parts) parts.push_back(describe_part(*part, direction));
        described_value made{.schema = {{"type", "array"}, {"minItems", parts.size()}, {"maxItems", parts.size()}}};
        made.schema[dialect_ == schema_dialect::draft_07 ? "items" : "prefixItems"] = std::move(parts);
        return made;
    }

    described_value describe_variant(variant_table const& type, outlay::direction direction)
    {
        described_value made = describe_any(type.alternatives, direction);
        json_kinds seen = 0;
        bool is_told_by_kind = true;
        for (type_table const* const alternative : type.alternatives) {
            json_kinds const kinds = kinds_of(*alternative);
            is_told_by_kind = is_told_by_kind && (seen & kinds) == 0;
            seen |= kinds;
        }
        if (!is_told_by_kind && common_tag(type).empty())
            made.unsaid.emplace_back("variant: the names in an object decide which of these types it must be");
        return made;
    }

    described_value describe_any(slice<type_table const*> types, outlay::direction direction)
    {
        described_value value;
        boost::json::array any;
        for (type_table const* const type : types) {
            auto one = describe(*type, direction);
            any.push_back(std::move(one.schema));
            value.unsaid.insert(value.unsaid.end(), one.unsaid.begin(), one.unsaid.end());
        }
        if (any.size() == 1) value.schema = std::move(any[0].get_object());
        else value.schema["anyOf"] = std::move(any);
        return value;
    }

    /// Adds the rules of a value, including those for its items and keys, to its schema.
    void put_rules(described_value& value, rule_span rules, type_table const& type, outlay::direction direction) const
    {
        type_table const& inner = type.value();
        bool const is_converted = type.converted != nullptr || inner.converted != nullptr;
        put_value_rules(value, rules, direction, is_converted);
        for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested) {
            if (rules[i].nested == 0 || is_converted) continue;
            rule_span const nested = rules.part(i + 1, rules[i].nested);
            if (inner.list != nullptr) put_nested_rules(value, "items", nested, *inner.list->item, direction);
            else if (rules[i].what == rule_table::kind::each)
                put_nested_rules(value, "additionalProperties", nested, *inner.map->value, direction);
            else put_nested_rules(value, "propertyNames", nested, *inner.map->key, direction);
        }
    }

    void put_nested_rules(described_value& value, std::string_view keyword, rule_span rules, type_table const& type,
                          outlay::direction direction) const
    {
        each_of_type(value.schema, {keyword == "items" ? "array" : "object"}, [&](boost::json::object& one) {
            auto& place = one[keyword];
            described_value item{
                .schema = {{"type", "string"}}}; // for the names of a map without a schema of their own
            if (place.is_object()) item.schema = std::move(place.get_object());
            put_rules(item, rules, type, direction);
            if (may_be_null_list(type, direction) && !may_be_empty(rules, direction)) refuse_null(item.schema);
            put_comment(item.schema, item.unsaid);
            place = apart_from_reference(std::move(item.schema));
            return true;
        });
    }

    /// The parts of the schema of a class.
    struct object_parts {
        boost::json::object properties;
        boost::json::array required;
        boost::json::array conditions;
        std::vector<std::string> unsaid;
    };

    boost::json::object object_schema(object_table const& type, outlay::direction direction)
    {
        object_parts parts;
        for (field_table const& field : type.fields.first(type.members)) add_member(parts, type, field, direction);
        for (clause_table const& clause : type.clauses)
            if (direction <= clause.last) add_condition(parts.conditions, parts.unsaid, clause, type, direction);

        boost::json::object members{{"type", "object"}};
        members["properties"] = std::move(parts.properties);
        if (!parts.required.empty()) members["required"] = std::move(parts.required);
        members["additionalProperties"] = takes_unknown_fields(type);
        if (!parts.conditions.empty()) members["allOf"] = std::move(parts.conditions);

        boost::json::object schema;
        std::string const title = type.title.empty() ? title_of(type.type_name) : std::string(type.title);
        if (!title.empty()) schema["title"] = title;
        if (!type.description.empty()) schema["description"] = type.description;
        if (type.find_text == nullptr) schema.insert(members.begin(), members.end());
        else schema["anyOf"] = boost::json::array{std::move(members), boost::json::object{{"type", "string"}}};
        put_comment(schema, parts.unsaid);
        return schema;
    }

    bool takes_unknown_fields(object_table const& type) const
    {
        if (type.has_any_names()) return true;
        switch (options_.unknown_fields) {
        case unknown_fields::ignore: return true;
        case unknown_fields::reject: return false;
        case unknown_fields::reject_unless_kept: return type.extras != nullptr;
        }
        return true;
    }

    void add_member(object_parts& to, object_table const& type, field_table const& field, outlay::direction direction)
    {
        boost::json::string const name(field.name);
        bool const may_be_absent = (type.required >> field.index & 1) == 0;
        to.properties[name] = member_schema(type, field, may_be_absent, direction);
        boost::json::array names{name};
        for (field_table const& alias : type.fields.from(type.members))
            if (alias.index == field.index) add_alias(to, names, type, alias, may_be_absent, direction);

        bool const is_required =
            !may_be_absent || (field.type->maybe == nullptr && !keeps_rules_if_absent(type, field, direction));
        if (is_required && names.size() == 1) to.required.push_back(name);
        if (is_required && names.size() != 1) to.conditions.push_back(any_is_required(names));
    }

    /// `required` with the names also as properties, which ajv demands in its strict mode.
    static boost::json::object members_required(boost::json::array names)
    {
        boost::json::object properties;
        for (auto const& name : names) properties[name.get_string()] = true;
        return {{"properties", std::move(properties)}, {"required", std::move(names)}};
    }

    static boost::json::object any_is_required(boost::json::array const& names)
    {
        boost::json::array any;
        for (auto const& name : names) any.push_back(members_required({name}));
        return {{"anyOf", std::move(any)}};
    }

    /// Adds an alias of a member. At most one of the names may be present.
    void add_alias(object_parts& to, boost::json::array& names, object_table const& type, field_table const& field,
                   bool may_be_absent, outlay::direction direction)
    {
        auto schema = member_schema(type, field, may_be_absent, direction);
        schema["deprecated"] = true;
        schema["description"] = joined({"Another name of ", names[0].get_string(), "."});
        to.properties[field.name] = apart_from_reference(std::move(schema));
        boost::json::string const alias(field.name);
        for (auto const& other : names) {
            to.conditions.push_back(boost::json::object{{"not", members_required({other, alias})}});
        }
        names.push_back(alias);
    }

    /// Calls f(member) with the member of a default-constructed object. Returns true if the class has no default
    /// constructor.
    template<class F>
    static bool with_default(object_table const& type, field_table const& field, F f)
    {
        if (type.defaults == nullptr) return true;
        void* const object = type.defaults->make();
        bool const result = f(field.in(object));
        type.defaults->destroy(object);
        return result;
    }

    static bool keeps_rules(field_table const& field, void const* member, outlay::direction direction)
    {
        outlay::context const rules_context{.direction = direction};
        report_findings findings(rules_context);
        check_value_rules(field.all_rules(), *field.type, member, place{}, findings);
        return findings.found.empty();
    }

    /// Whether the default of an absent member keeps its rules.
    static bool keeps_rules_if_absent(object_table const& type, field_table const& field, outlay::direction direction)
    {
        if (!field.has_value_rules) return true;
        return with_default(type, field, [&](void* member) { return keeps_rules(field, member, direction); });
    }

    /// Whether null in place of a list keeps the rules of its member: it is read as an empty list, and as the default
    /// for a std::array, which can't be empty.
    static bool keeps_rules_if_null(object_table const& type, field_table const& field, outlay::direction direction)
    {
        if (!field.has_value_rules) return true;
        return with_default(type, field, [&](void* member) {
            if (field.type->list->clear != nullptr) field.type->list->clear(member);
            return keeps_rules(field, member, direction);
        });
    }

    /// The schema of a member's value.
    boost::json::object member_schema(object_table const& type, field_table const& field, bool may_be_absent,
                                      outlay::direction direction)
    {
        type_table const& of = *field.type;
        described_value value = !of.reads.empty()         ? describe_any(of.reads, direction)
                                : of.converted != nullptr ? describe(of, direction)
                                                          : describe(of.value(), direction);
        bool const is_nullable = of.maybe != nullptr && of.maybe->is_null != nullptr;
        put_rules(value, field.all_rules(), of, direction);
        bool const is_null_list = may_be_null_list(of, direction) && keeps_rules_if_null(type, field, direction);
        if (may_be_absent || is_nullable || is_null_list) allow_null(value.schema);
        put_comment(value.schema, value.unsaid);
        auto schema = apart_from_reference(std::move(value.schema));
        bool const is_for_information = field.is_for_information && may_be_absent && direction == direction::reply;
        return is_for_information ? information_schema(of, std::move(schema)) : schema;
    }

    /// The schema of a member with for_information: its usual schema, or any value of another kind. An object or array
    /// where one is expected must match the usual schema.
    static boost::json::object information_schema(type_table const& type, boost::json::object usual)
    {
        json_kinds const kinds = kinds_of(type);
        boost::json::array any{std::move(usual)};
        boost::json::array held;
        if ((kinds & json_object) != 0) held.push_back(boost::json::object{{"type", "object"}});
        if ((kinds & json_array) != 0) held.push_back(boost::json::object{{"type", "array"}});
        if (held.empty()) any.emplace_back(true);
        else any.push_back(boost::json::object{{"not", boost::json::object{{"anyOf", std::move(held)}}}});
        return {{"anyOf", std::move(any)}};
    }

    decode_options const& options_;
    direction direction_;
    schema_dialect dialect_;
    boost::json::object definitions_;
    std::vector<met_class> met_;
};

} // namespace outlay::inline v0_1_0::detail
