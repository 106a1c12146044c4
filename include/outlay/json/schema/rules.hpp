#pragma once

#include <cstddef>
#include <outlay/json/schema/terms.hpp>
#include <outlay/model/facts.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <vector>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/model/table/check_impl.hpp>
#endif

// The rules of a value in the terms of JSON Schema, or in words if it has no terms for them.

namespace outlay::inline v0_1_0::detail {

/// Adds a rule to the facts. Returns false if the rule must be described in words.
inline bool add_facts(rule_table const& rule, facts& stated)
{
    switch (rule.what) {
    case rule_table::kind::at_least: return at_least(rule.bound).describe(stated);
    case rule_table::kind::at_most: return at_most(rule.bound).describe(stated);
    case rule_table::kind::more_than: return more_than(rule.bound).describe(stated);
    case rule_table::kind::less_than: return less_than(rule.bound).describe(stated);
    case rule_table::kind::length: return length(rule.least, rule.most).describe(stated);
    case rule_table::kind::items: return items(rule.least, rule.most).describe(stated);
    case rule_table::kind::title: return titled(rule.code).describe(stated);
    case rule_table::kind::description: return described_as(rule.code).describe(stated);
    case rule_table::kind::format: return text_format(rule.code).describe(stated);
    case rule_table::kind::in_replies_only: return in_replies_only.describe(stated);
    case rule_table::kind::for_information: return for_information.describe(stated);
    case rule_table::kind::custom: return rule.describe != nullptr && rule.describe(rule.rule, stated);
    case rule_table::kind::presence:
    case rule_table::kind::each:
    case rule_table::kind::each_key: return true; // part of the schema of the object or list
    }
    return true;
}

/// Describes a rule in words, or the rules inside it. `whose`: the values to which it applies, followed by a blank, or
/// empty for the value itself.
inline void put_words(described_value& value, rule_span rules, std::size_t at, outlay::direction direction,
                      std::string const& whose = {})
{
    rule_table const& rule = rules[at];
    if (direction > rule.last || rule.is_notice || rule.is_annotation() || rule.what == rule_table::kind::presence)
        return;
    if (rule.what != rule_table::kind::each && rule.what != rule_table::kind::each_key)
        return value.unsaid.push_back(joined({rule.code, ": ", whose, expected_by(rule)}));
    rule_span const nested = rules.part(at + 1, rule.nested);
    std::string_view const part = rule.what == rule_table::kind::each ? "each item " : "each key ";
    std::string const inner = joined({part, whose.empty() ? "" : "of ", whose});
    for (std::size_t i = 0; i < nested.size(); i += 1u + nested[i].nested)
        put_words(value, nested, i, direction, inner);
}

/// Adds the rules for a value as a whole to its schema. For a type with a codec, they are described in words, as are
/// those for its items and keys, because they apply to the C++ value and not to its wire form.
inline void put_value_rules(described_value& value, rule_span rules, outlay::direction direction, bool is_converted)
{
    facts stated;
    for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested) {
        rule_table const& rule = rules[i];
        if (direction > rule.last || rule.is_notice) continue;
        bool const is_said = (!is_converted || rule.is_annotation()) && add_facts(rule, stated);
        if (!is_said) put_words(value, rules, i, direction);
    }
    put_facts(value, stated);
}

/// Whether an empty list keeps its rules, as far as they are data.
inline bool may_be_empty(rule_span rules, outlay::direction direction)
{
    for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested)
        if (rules[i].what == rule_table::kind::items && !rules[i].is_notice && direction <= rules[i].last &&
            rules[i].least != 0)
            return false;
    return true;
}

} // namespace outlay::inline v0_1_0::detail
