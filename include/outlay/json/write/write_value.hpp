#pragma once

#include <cstddef>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>

// Writes values as JSON, by their tables.

namespace outlay::detail {
OUTLAY_SEPARATE_BEGIN

/// Appends the JSON text of a value.
void write_value(writer& out, type_table const& type, void const* value);

/// Appends the JSON text of a value, for which room is made once.
void encode_value(std::string& out, type_table const& type, void const* value);

OUTLAY_SEPARATE_END

/// Whether a member is written at all: absent ones are not, nor, where they may be absent, empty lists and maps.
inline bool is_written(type_table const& type, void const* value, bool is_required)
{
    if (type.maybe != nullptr) {
        if (type.maybe->held(value) != nullptr || (type.maybe->is_null != nullptr && type.maybe->is_null(value)))
            return true;
        return is_required && type.converted != nullptr; // of a form that has something to say for none
    }
    if (is_required || type.converted != nullptr) return true;
    if (type.list != nullptr) return type.list->size(value) != 0;
    return type.map == nullptr || type.map->size(value) != 0;
}

} // namespace outlay::detail
