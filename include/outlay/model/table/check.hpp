#pragma once

#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>

// Checks values against their rules, using the tables of their types.

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// Checks the rules of a value as a whole, not those of its items, keys or members.
void check_value_rules(rule_span rules, type_table const& type, void const* value, place const& at, findings& to);

/// Checks an item against the rules for each item in `rules`, the rules of a list or map.
void check_item_rules(rule_span rules, type_table const& item_type, void const* item, place const& at, findings& to);

/// Checks a key against the rules for each key in `rules`, the rules of a map.
void check_key_rules(rule_span rules, type_table const& key_type, void const* key, place const& at, findings& to);

/// Checks all items and keys against the rules for them in `rules`, the rules of a list or map.
void check_nested_rules(rule_span rules, type_table const& type, void const* value, place const& at, findings& to);

/// Checks the conditions between the members of one object, not those of its parts.
void check_clauses(object_table const& type, void const* object, place const& at, findings& to);

/// The expectation of a rule, which completes the message `expected ..., found ...`.
std::string expected_by(rule_table const& rule);

/// Checks a value and all of its parts.
void check_value(type_table const& type, void const* value, place const& at, findings& to);

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
