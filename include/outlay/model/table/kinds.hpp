#pragma once

#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>

// The kinds of JSON values that types are written as and read from.

namespace outlay::inline v0_1_0::detail {

/// The wire type of a type: without the holders and codecs around it.
inline type_table const& wire_type(type_table const& type)
{
    type_table const* at = &type;
    while (at->maybe != nullptr || at->converted != nullptr)
        at = at->converted != nullptr ? at->converted->wire : at->maybe->value;
    return *at;
}

/// The kinds of JSON values that a type is written as.
inline json_kinds usual_kinds_of(type_table const& type)
{
    type_table const& wire = wire_type(type);
    json_kinds kinds = wire.kinds;
    if (wire.variant != nullptr)
        for (type_table const* const alternative : wire.variant->alternatives) kinds |= usual_kinds_of(*alternative);
    return type.maybe != nullptr ? kinds | json_null : kinds;
}

/// The kinds of JSON values that a type is read from.
inline json_kinds kinds_of(type_table const& type)
{
    json_kinds const kinds = usual_kinds_of(type);
    // An integer is a number, and a number such as 5.0 may be an integer.
    return (kinds & (json_number | json_integer)) != 0 ? kinds | json_integer | json_number : kinds;
}

inline json_kinds kind_of(token_kind kind)
{
    switch (kind) {
    case token_kind::string: return json_string;
    case token_kind::integer: return json_integer;
    case token_kind::number: return json_number;
    case token_kind::boolean: return json_boolean;
    case token_kind::null: return json_null;
    case token_kind::composite: break;
    }
    return 0;
}

/// Whether a type is read from any of these kinds.
inline bool accepts(type_table const& type, json_kinds kinds) { return (kinds_of(type) & kinds) != 0; }

} // namespace outlay::inline v0_1_0::detail
