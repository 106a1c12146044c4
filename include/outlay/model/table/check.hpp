#pragma once

#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>

// Checks values against their rules, by their tables.

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// The rules of a value as a whole, not those of its items, keys or members.
void check_value_rules(rule_span rules, type_table const& type, void const* value, place const& at, findings& to);

/// The rules that `rules`, those of a list or map, have for each item.
void check_item_rules(rule_span rules, type_table const& item_type, void const* item, place const& at, findings& to);

/// The rules that `rules`, those of a map, have for each key.
void check_key_rules(rule_span rules, type_table const& key_type, void const* key, place const& at, findings& to);

/// The rules that `rules`, those of a list or map, have for all of its items and keys.
void check_nested_rules(rule_span rules, type_table const& type, void const* value, place const& at, findings& to);

/// The conditions between the members of one object, not those of its parts.
void check_clauses(object_table const& type, void const* object, place const& at, findings& to);

/// What a rule expects, as it completes the message `expected ..., found ...`.
std::string expected_by(rule_table const& rule);

/// All that a value holds.
void check_value(type_table const& type, void const* value, place const& at, findings& to);

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
