#pragma once

#include <cstddef>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/model/table/written.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>

// Writes values as JSON, by their tables.

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// Appends the JSON text of a value.
void write_value(writer& out, type_table const& type, void const* value);

/// Passes on the JSON text of a value, in pieces of any size. `indent`: see encode_options.
void encode_value(text_sink const& out, type_table const& type, void const* value, std::size_t indent);

/// Characters in each piece that encode_in_blocks() passes on, but for the last, which may have fewer. As many as C
/// libraries write to a file at once, and few for the smallest usual stack of a thread, 128 KiB.
inline constexpr std::size_t block_size = 4096;

/// The same, in pieces of block_size, which are put together on the stack.
void encode_in_blocks(text_sink const& out, type_table const& type, void const* value, std::size_t indent);

/// About how many characters that text has, and rarely less than it has.
std::size_t room_for_text(type_table const& type, void const* value, std::size_t indent);

/// Whether a member has the value that it has in an object that was just made.
bool has_value_as_made(object_table const& type, field_table const& field, void const* object);

OUTLAY_SEPARATE_END

/// Whether an object keeps anything that no member holds.
inline bool keeps_more(object_table const& type, void const* object)
{
    return type.extras != nullptr && !type.extras->is_empty(type.extras_in(object));
}

/// How a member of an object that keeps_more() is written.
struct written_as {
    bool is_value = false;             ///< as its value
    std::string const* json = nullptr; ///< or as this JSON; null: not at all
};

/// `is_required`: whether it must be there. What was read is written as it was read, unless it has been changed since.
inline written_as how_written(object_table const& type, field_table const& field, void const* object, bool is_required,
                              bool is_request)
{
    if (is_request && field.is_in_replies_only) return {};
    std::string const* const trace =
        type.extras != nullptr ? type.extras->trace_in(type.extras_in(object), is_request, field.name) : nullptr;
    if (trace != nullptr) {
        bool const has_value = is_written(*field.type, field.in(object), false);
        // A holder that has something to write has been set, also to null.
        bool const is_as_made = field.type->maybe == nullptr && has_value_as_made(type, field, object);
        if (!has_value || is_as_made) return {.json = trace->empty() ? nullptr : trace};
    }
    return {.is_value = is_written(*field.type, field.in(object), is_required)};
}

/// Whether an object is written as a request: its type says so.
inline bool is_request(type_table const& type) noexcept { return type.object != nullptr && type.object->is_request; }

} // namespace outlay::inline v0_1_0::detail
