#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/visit.hpp>
#include <outlay/model/table/written.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/error.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

inline std::size_t size_of(type_table const& type, void const* value)
{
    OUTLAY_ASSERT(type.list != nullptr || type.map != nullptr); // make_rule() rejects `items` for other types
    return type.list != nullptr ? type.list->size(value) : type.map->size(value);
}

inline bool keeps_rule(rule_table const& rule, type_table const& type, void const* value)
{
    switch (rule.what) {
    case rule_table::kind::at_least: return type.scalar->compare(value, rule.bound) >= 0;
    case rule_table::kind::at_most: return type.scalar->compare(value, rule.bound) <= 0;
    case rule_table::kind::more_than: return type.scalar->compare(value, rule.bound) > 0;
    case rule_table::kind::less_than: return type.scalar->compare(value, rule.bound) < 0;
    case rule_table::kind::length: return length(rule.least, rule.most).holds(type.scalar->text(value));
    case rule_table::kind::items: return count_rule(rule.least, rule.most).within(size_of(type, value));
    case rule_table::kind::custom: return rule.holds(rule.rule, value);
    default: return true;
    }
}

OUTLAY_INLINE std::string expected_by(rule_table const& rule)
{
    switch (rule.what) {
    case rule_table::kind::at_least: return at_least(rule.bound).expected();
    case rule_table::kind::at_most: return at_most(rule.bound).expected();
    case rule_table::kind::more_than: return more_than(rule.bound).expected();
    case rule_table::kind::less_than: return less_than(rule.bound).expected();
    case rule_table::kind::length: return length(rule.least, rule.most).expected();
    case rule_table::kind::items: return items(rule.least, rule.most).expected();
    default: return rule.expected(rule.rule);
    }
}

inline std::string found_by(rule_table const& rule, type_table const& type, void const* value)
{
    if (rule.what == rule_table::kind::length) return length::found(type.scalar->text(value));
    if (rule.what == rule_table::kind::items) {
        std::size_t const items = size_of(type, value);
        return count_text(items, items, "item");
    }
    // A secret is shown as `***`, but a type that contains or converts one might show it.
    bool const shows_stars = type.scalar != nullptr && type.scalar->facts.is_secret;
    if (!shows_stars && secrecy().covers(type)) return "something else";
    return rule.what == rule_table::kind::custom ? rule.found(rule.rule, value) : type.scalar->shown(value);
}

/// Whether a member is absent. A nullable that is null is not absent.
inline bool is_absent(type_table const& type, void const* value)
{
    return type.maybe != nullptr && type.maybe->held(value) == nullptr &&
           !(type.maybe->is_null != nullptr && type.maybe->is_null(value));
}

OUTLAY_INLINE void check_value_rules(rule_span rules, type_table const& type, void const* value, place const& at,
                                     findings& to)
{
    void const* const held = type.maybe != nullptr ? type.maybe->held(value) : value;
    for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested) {
        rule_table const& rule = rules[i];
        if (rule.what == rule_table::kind::presence) {
            if (rule.least != 0 && is_absent(type, value)) to.add(at, false, "missing", "required, but missing");
            continue;
        }
        if (held == nullptr || to.direction > rule.last || keeps_rule(rule, type.value(), held)) continue;
        to.add(at, rule.is_notice, rule.code,
               joined({"expected ", expected_by(rule), ", found ", found_by(rule, type.value(), held)}));
    }
}

OUTLAY_INLINE void check_nested_rules(rule_span rules, type_table const& type, void const* value, place const& at,
                                      findings& to)
{
    void const* const held = type.maybe != nullptr ? type.maybe->held(value) : value;
    bool has_nested = false;
    for (rule_table const& rule : rules) has_nested = has_nested || rule.nested != 0;
    if (held == nullptr || !has_nested) return;
    // make_rule() rejects `each` for other types than lists and maps.
    if (list_table const* const list = type.value().list) {
        std::size_t index = 0;
        for_each_item(*list, held, [&](void const* item) {
            check_item_rules(rules, *list->item, item, {.parent = &at, .name = {}, .index = index++}, to);
        });
    } else {
        OUTLAY_ASSERT(type.value().map != nullptr);
        map_table const& map = *type.value().map;
        for_each_entry(map, held, [&](void const* key, void const* item) {
            std::string name;
            append_shown_key(name, map, key);
            check_key_rules(rules, *map.key, key, {.parent = &at, .name = name}, to);
            check_item_rules(rules, *map.value, item, {.parent = &at, .name = name}, to);
        });
    }
}

/// Checks all rules of a value, including those for its items and keys.
inline void check_rules(rule_span rules, type_table const& type, void const* value, place const& at, findings& to)
{
    check_value_rules(rules, type, value, at, to);
    check_nested_rules(rules, type, value, at, to);
}

inline void check_nested(rule_table::kind what, rule_span rules, type_table const& type, void const* value,
                         place const& at, findings& to)
{
    for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested)
        if (rules[i].what == what) check_rules(rules.part(i + 1, rules[i].nested), type, value, at, to);
}

OUTLAY_INLINE void check_item_rules(rule_span rules, type_table const& item_type, void const* item, place const& at,
                                    findings& to)
{
    check_nested(rule_table::kind::each, rules, item_type, item, at, to);
}

OUTLAY_INLINE void check_key_rules(rule_span rules, type_table const& key_type, void const* key, place const& at,
                                   findings& to)
{
    check_nested(rule_table::kind::each_key, rules, key_type, key, at, to);
}

/// A value in the message of a demand that it must be absent.
inline std::string shown_of(type_table const& type, void const* value)
{
    bool const is_stars = type.scalar != nullptr && type.scalar->facts.is_secret;
    if (!is_stars && secrecy().covers(type)) return "something else";
    if (type.scalar != nullptr) return type.scalar->shown(value);
    if (type.list != nullptr || type.map != nullptr) {
        std::size_t const items = size_of(type, value);
        return count_text(items, items, "item");
    }
    return type.object != nullptr ? "an object" : "a value";
}

/// The value of a member, in its holder if it has one; null: none.
inline void const* value_of(field_table const& field, void const* object)
{
    return field.type->maybe != nullptr ? field.type->maybe->held(field.in(object)) : field.in(object);
}

inline std::string shown_of(field_table const& field, void const* object)
{
    return shown_of(field.type->value(), value_of(field, object));
}

/// `: found 1.005 USD, where USD has 2 decimal places`. Precondition: the clause is broken, so the amount and the
/// currency have values, and the currency has a minor unit.
inline std::string found_too_fine(clause_table const& clause, object_table const& type, void const* object)
{
    std::string const code = shown_of(type.fields[clause.currency], object);
    // in_minor_units() rejects members of other types.
    auto const& unit = *static_cast<currency const*>(value_of(type.fields[clause.currency], object));
    auto const places = static_cast<std::size_t>(unit.minor_units().value());
    return joined({": found ", shown_of(type.fields[clause.amount], object), " ", code, ", where ", code, " has ",
                   count_text(places, places, "decimal place")});
}

inline bool has_value(field_table const& field, void const* object) { return value_of(field, object) != nullptr; }

inline bool condition_holds(clause_table const& clause, object_table const& type, void const* object)
{
    condition_table const& condition = clause.condition;
    if (condition.holds != nullptr)
        return condition.holds(condition.condition, static_cast<char const*>(object) + clause.offset);
    for (std::uint8_t const index : condition.fields)
        if (has_value(type.fields[index], object)) return true;
    return false;
}

inline void check_demands(clause_table const& clause, object_table const& type, void const* object, place const& at,
                          findings& to)
{
    if (!condition_holds(clause, type, object)) return;
    for (demand_table const& demand : clause.demands) {
        field_table const& field = type.fields[demand.field];
        bool const is_there = has_value(field, object);
        // A member that is absent in an update keeps its stored value, which may satisfy the demand.
        bool const may_be_there = to.direction == direction::update && is_absent(*field.type, field.in(object));
        if (demand.is_needed ? is_there || may_be_there : !is_there) continue;
        std::string message(demand.message);
        if (!demand.is_needed) message += joined({", found ", shown_of(field, object)});
        to.add({.parent = &at, .name = field.name}, false, demand.code, std::move(message));
    }
}

inline void check_clause(clause_table const& clause, object_table const& type, void const* object, place const& at,
                         findings& to)
{
    void const* const base = static_cast<char const*>(object) + clause.offset;
    if (clause.what == clause_table::kind::audit) {
        findings_auditor auditor(at, to);
        return clause.run(clause.clause, base, auditor);
    }
    if (clause.what == clause_table::kind::when) return check_demands(clause, type, object, at, to);
    if (clause.holds(clause.clause, base, to.rules_context)) return;
    std::string message(clause.message);
    if (clause.what == clause_table::kind::minor_units) message += found_too_fine(clause, type, object);
    if (clause.culprit == clause_table::no_culprit) return to.add(at, clause.is_notice, clause.code, message);
    std::string_view const name = type.fields[static_cast<std::size_t>(clause.culprit)].name;
    to.add({.parent = &at, .name = name}, clause.is_notice, clause.code, message);
}

OUTLAY_INLINE void check_clauses(object_table const& type, void const* object, place const& at, findings& to)
{
    for (clause_table const& clause : type.clauses)
        if (to.direction <= clause.last) check_clause(clause, type, object, at, to);
}

/// Notices for members that a request leaves out.
inline void check_sent(object_table const& type, void const* object, place const& at, findings& to)
{
    for (field_table const& field : type.fields.first(type.members))
        if (field.is_in_replies_only && !is_absent(*field.type, field.in(object)))
            to.add({.parent = &at, .name = field.name}, true, "not_sent",
                   "only replies have this field: it is not written in a request");
}

/// Notices for unknown fields that are not written, or that occur more than once; violations for names that are not
/// UTF-8.
inline void check_kept(object_table const& type, void const* object, place const& at, findings& to)
{
    std::size_t index = 0;
    for_each_kept(type, object, [&](std::string const& name, std::string const&) {
        field_table const* const known = type.find(name);
        if (known != nullptr && !known->is_alias)
            to.add({.parent = &at, .name = name}, true, "known_field",
                   "the type has a member of this name: it is not written");
        if (type.extras->position(type.extras_in(object), name) < index++)
            to.add({.parent = &at, .name = name}, true, "duplicate",
                   joined({in_quotes(name), " occurs more than once"}));
        if (!is_utf8(name)) to.add(at, false, not_utf8.code, "the name of an unknown field is not UTF-8");
    });
}

inline void check_object(object_table const& type, void const* object, place const& at, findings& to)
{
    outlay::direction const outer_direction = to.direction;
    to.direction = (std::max)(to.direction, type.direction);
    auto const members = type.fields.first(type.members);
    if (type.in_replies_only != 0 && to.direction != direction::reply) check_sent(type, object, at, to);
    if (type.extras != nullptr && !type.extras->is_empty(type.extras_in(object))) check_kept(type, object, at, to);
    std::uint64_t broken = 0; // members with a violation of their own rules, whose codes are the more specific ones
    for (field_table const& field : members) {
        if (field.rule_count == 0) continue;
        remembered_findings of_member(to);
        check_rules(field.all_rules(), *field.type, field.in(object), {.parent = &at, .name = field.name}, of_member);
        if (of_member.has_violation) broken |= std::uint64_t{1} << field.index;
    }
    for (field_table const& field : members)
        if ((broken >> field.index & 1) == 0 || field.type->value().is != shape::scalar)
            check_value(*field.type, field.in(object), {.parent = &at, .name = field.name}, to);
    check_clauses(type, object, at, to);
    to.direction = outer_direction;
}

inline void check_list(list_table const& type, void const* list, place const& at, findings& to)
{
    if (!type.item->may_have_rules()) return;
    std::size_t index = 0;
    for_each_item(type, list, [&](void const* item) {
        check_value(*type.item, item, {.parent = &at, .name = {}, .index = index++}, to);
    });
}

inline void check_map(map_table const& type, void const* map, place const& at, findings& to)
{
    for_each_entry(type, map, [&](void const* key, void const* value) {
        std::string name;
        append_shown_key(name, type, key);
        check_value(*type.key, key, {.parent = &at, .name = name}, to);
        check_value(*type.value, value, {.parent = &at, .name = name}, to);
    });
}

inline void check_scalar(scalar_table const& type, void const* value, place const& at, findings& to)
{
    OUTLAY_ASSERT(type.flaw != nullptr); // check_value() leaves out types without flaws
    problem const* const flaw = type.flaw(value);
    if (flaw == nullptr) return;
    std::string const found = flaw->is_secret ? "something else" : type.shown(value);
    to.add(at, false, flaw->code, joined({"expected ", flaw->expected, ", found ", found}));
}

/// Checks the wire value of a type with a codec, and that the codec reads it back as an equal value.
inline void check_converted(converted_table const& type, void const* value, place const& at, findings& to)
{
    remembered_findings on_wire(to);
    with_wire(type, value, [&](void const* wire) { check_value(*type.wire, wire, at, on_wire); });
    error why;
    if (on_wire.has_violation || type.reads_back(value, why)) return;
    if (why.report().empty()) to.add(at, true, "inexact", "the written value is read back as a different value");
    bool const is_hidden = secrecy().covers(*type.wire);
    for (violation const& one : why.report())
        to.add(at, false, one.code, is_hidden ? std::string(words_not_shown) : one.message);
}

inline void check_variant(type_table const& type, void const* value, place const& at, findings& to)
{
    remembered_findings of_held(to);
    check_value(*type.variant->alternatives[type.variant->index(value)], type.variant->held(value), at, of_held);
    if (!of_held.has_violation && !reads_back(type, value))
        to.add(at, true, "alternative", "the written value is read back as another alternative of the variant");
}

OUTLAY_INLINE void check_value(type_table const& type, void const* value, place const& at, findings& to)
{
    if (!type.may_have_rules()) return; // a plain scalar has no rules but those of the member
    if (type.maybe != nullptr) {
        if (void const* const held = type.maybe->held(value)) check_value(*type.maybe->value, held, at, to);
    } else if (type.object != nullptr) {
        check_object(*type.object, value, at, to);
    } else if (type.list != nullptr) {
        check_list(*type.list, value, at, to);
    } else if (type.map != nullptr) {
        check_map(*type.map, value, at, to);
    } else if (type.tuple != nullptr) {
        for (std::size_t i = 0; i < type.tuple->parts.size(); ++i)
            check_value(*type.tuple->parts[i], part_of(*type.tuple, value, i), {.parent = &at, .name = {}, .index = i},
                        to);
    } else if (type.variant != nullptr) {
        check_variant(type, value, at, to);
    } else if (type.scalar != nullptr && type.converted == nullptr) {
        check_scalar(*type.scalar, value, at, to);
    }
    if (type.converted != nullptr) check_converted(*type.converted, value, at, to);
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
