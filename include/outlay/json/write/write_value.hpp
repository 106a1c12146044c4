#pragma once

#include <cstddef>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/model/table/written.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>
#include <string_view>

// Writes values as JSON, using the tables of their types.

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// Writes the JSON text of a value.
void write_value(writer& out, type_table const& type, void const* value);

/// Passes the JSON text of a value to a sink, in pieces of any size. `indent`: see encode_options.
void encode_value(text_sink const& out, type_table const& type, void const* value, std::size_t indent);

/// The size of the pieces of encode_in_blocks(), except the last, which may be smaller. The usual block size of C
/// libraries for files, and small enough for the smallest usual stack of a thread, 128 KiB.
inline constexpr std::size_t block_size = 4096;

/// The same, in pieces of block_size, which are assembled on the stack.
void encode_in_blocks(text_sink const& out, type_table const& type, void const* value, std::size_t indent);

/// An estimate of the number of characters of the text, which is rarely too small.
std::size_t room_for_text(type_table const& type, void const* value, std::size_t indent);

/// Whether a member has the value of a default-constructed object.
bool has_value_as_made(object_table const& type, field_table const& field, void const* object);

OUTLAY_SEPARATE_END

/// Whether an object keeps unknown fields or traces.
inline bool keeps_more(object_table const& type, void const* object)
{
    return type.extras != nullptr && !type.extras->is_empty(type.extras_in(object));
}

/// The form in which a member of an object that keeps_more() is written.
struct written_as {
    bool is_value = false;             ///< the value
    std::string const* json = nullptr; ///< else this JSON text; null: the member is not written
};

/// The form in which a member is written: as it was read, unless it has been changed since. `is_required`: whether the
/// member is required.
inline written_as how_written(object_table const& type, field_table const& field, void const* object, bool is_required,
                              bool is_request)
{
    if (is_request && field.is_in_replies_only) return {};
    std::string const* const trace =
        type.extras != nullptr ? type.extras->trace_in(type.extras_in(object), is_request, field.name) : nullptr;
    if (trace != nullptr) {
        bool const has_value = is_written(*field.type, field.in(object), false);
        // A holder that is written has been set, perhaps to null.
        bool const is_as_made = field.type->maybe == nullptr && has_value_as_made(type, field, object);
        if (!has_value || is_as_made) return {.json = trace->empty() ? nullptr : trace};
    }
    return {.is_value = is_written(*field.type, field.in(object), is_required)};
}

/// Whether a field that an object keeps is written: not under the name of a member, which is written in its place.
inline bool is_kept_name_written(object_table const& type, std::string_view name) noexcept
{
    field_table const* const known = type.find(name);
    return known == nullptr || known->is_alias;
}

/// Whether the model of a type has the direction of a request or update.
inline bool is_request(type_table const& type) noexcept { return type.object != nullptr && type.object->is_request; }

} // namespace outlay::inline v0_1_0::detail
