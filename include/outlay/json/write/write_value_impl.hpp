#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <outlay/json/write/indenter.hpp>
#include <outlay/json/write/write_value.hpp>
#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/visit.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// Writes a member that is not a scalar, unless it is absent. Returns whether it was written.
inline bool write_part(writer& out, field_table const& field, void const* member, bool is_required, bool is_first)
{
    if (!is_written(*field.type, member, is_required)) return false;
    out.put_key(field.key() + is_first, field.key_size() - std::size_t{is_first});
    write_value(out, *field.type, member);
    return true;
}

inline void write_name(writer& out, std::string_view name, bool& is_first)
{
    if (!is_first) out.put(',');
    is_first = false;
    out.put_string(name);
    out.put(':');
}

/// Writes an object with unknown fields or traces, or a request that leaves out members which only replies have.
inline void write_kept_object(writer& out, object_table const& type, void const* object)
{
    out.put('{');
    bool is_first = true;
    std::uint64_t required = type.required;
    for (field_table const& field : type.fields.first(type.members)) {
        written_as const how = how_written(type, field, object, (required & 1) != 0, out.is_request());
        required >>= 1;
        if (!how.is_value && how.json == nullptr) continue;
        write_name(out, field.name, is_first);
        if (how.is_value) write_value(out, *field.type, field.in(object));
        else out.put(*how.json);
    }
    for_each_kept(type, object, [&](std::string const& name, std::string const& json) {
        if (!is_kept_name_written(type, name)) return;
        write_name(out, name, is_first);
        out.put(json);
    });
    out.put('}');
}

inline void write_object(writer& out, object_table const& type, void const* object)
{
    if (type.find_text != nullptr)
        if (std::string const* const text = type.find_text(object)) return out.put_string(*text);
    if (keeps_more(type, object) || (out.is_request() && type.in_replies_only != 0))
        return write_kept_object(out, type, object);
    out.put('{');
    bool is_first = true;
    std::uint64_t required = type.required;
    for (field_table const& field : type.fields.first(type.members)) {
        void const* const member = field.in(object);
        bool const is_there =
            field.write != nullptr
                // The key of the first member is written without its comma.
                ? field.write(out, member, field.key() + is_first, field.key_size() - std::size_t{is_first})
                : write_part(out, field, member, (required & 1) != 0, is_first);
        is_first = is_first && !is_there;
        required >>= 1;
    }
    out.put('}');
}

OUTLAY_INLINE bool has_value_as_made(object_table const& type, field_table const& field, void const* object)
{
    OUTLAY_ASSERT(type.defaults !=
                  nullptr); // only a class with extras has traces; it is read, and so has a default constructor
    auto const text_of = [&field](void const* of) {
        std::string text;
        writer to(text, is_request(*field.type));
        write_value(to, *field.type, field.in(of));
        to.flush();
        return text;
    };
    void* const made = type.defaults->make();
    std::string const usual = text_of(made);
    type.defaults->destroy(made);
    return text_of(object) == usual;
}

inline void write_list(writer& out, list_table const& type, void const* list)
{
    bool is_first = true;
    out.put('[');
    for_each_item(type, list, [&](void const* item) {
        if (!is_first) out.put(',');
        is_first = false;
        write_value(out, *type.item, item);
    });
    out.put(']');
}

inline void write_map(writer& out, map_table const& type, void const* map)
{
    out.put('{');
    bool is_first = true;
    std::string name;
    for_each_entry(type, map, [&](void const* key, void const* value) {
        name.clear();
        append_key(name, *type.key, key);
        write_name(out, name, is_first);
        write_value(out, *type.value, value);
    });
    out.put('}');
}

inline void write_tuple(writer& out, tuple_table const& type, void const* tuple)
{
    out.put('[');
    for (std::size_t i = 0; i < type.parts.size(); ++i) {
        if (i != 0) out.put(',');
        write_value(out, *type.parts[i], part_of(type, tuple, i));
    }
    out.put(']');
}

OUTLAY_INLINE void write_value(writer& out, type_table const& type, void const* value)
{
    switch (type.is) {
    case shape::scalar: return type.scalar->write(out, value);
    case shape::object: return write_object(out, *type.object, value);
    case shape::list: return write_list(out, *type.list, value);
    case shape::map: return write_map(out, *type.map, value);
    case shape::tuple: return write_tuple(out, *type.tuple, value);
    case shape::maybe:
        if (void const* const held = type.maybe->held(value)) return write_value(out, *type.maybe->value, held);
        return out.put("null");
    case shape::variant:
        return write_value(out, *type.variant->alternatives[type.variant->index(value)], type.variant->held(value));
    case shape::converted:
        return with_wire(*type.converted, value,
                         [&](void const* wire) { write_value(out, *type.converted->wire, wire); });
    }
}

inline std::size_t room_for(type_table const& type, void const* value);

inline std::size_t room_for_object(object_table const& type, void const* object)
{
    std::size_t room = type.room;
    for (field_table const& field : type.fields.first(type.members))
        if (field.has_own_room) room += room_for(*field.type, field.in(object));
    for_each_kept(type, object, [&room](std::string const& name, std::string const& json) {
        constexpr std::size_t around = 4; // quotes, colon, comma
        room += name.size() + json.size() + around;
    });
    return room;
}

/// The estimate for a list; for a long one from a sample of its items, which are usually similar.
inline std::size_t room_for_list(list_table const& type, void const* list)
{
    constexpr std::size_t brackets = 2;
    constexpr std::size_t sampled = 16; // items
    std::size_t const size = type.size(list);
    std::size_t room = 0;
    if (type.data == nullptr || size <= sampled) {
        for_each_item(type, list, [&](void const* item) { room += room_for(*type.item, item); });
        return brackets + size + room;
    }
    auto const* const first = static_cast<char const*>(type.data(list));
    for (std::size_t i = 0; i < sampled; ++i) room += room_for(*type.item, first + i * size / sampled * type.item_size);
    std::size_t const all = room * size / sampled;
    return brackets + size + all + all / sampled; // a margin for the other items
}

/// An estimate of the number of characters of a value as JSON. Rarely too small, so that memory is reserved once.
inline std::size_t room_for(type_table const& type, void const* value)
{
    constexpr std::size_t unknown = 32; // characters of a key or a part of a tuple
    if (type.maybe != nullptr) {
        void const* const held = type.maybe->held(value);
        return held == nullptr ? 0 : room_for(*type.maybe->value, held);
    }
    if (type.scalar != nullptr)
        return type.scalar->room + (type.scalar->text != nullptr ? type.scalar->text(value).size() : 0);
    if (type.object != nullptr) return room_for_object(*type.object, value);
    if (type.list != nullptr) return room_for_list(*type.list, value);
    std::size_t room = 2;
    if (type.map != nullptr) {
        for_each_entry(*type.map, value,
                       [&](void const*, void const* item) { room += unknown + room_for(*type.map->value, item); });
    } else if (type.variant != nullptr) {
        room += room_for(*type.variant->alternatives[type.variant->index(value)], type.variant->held(value));
    } else {
        room += unknown;
    }
    return room;
}

OUTLAY_INLINE std::size_t room_for_text(type_table const& type, void const* value, std::size_t indent)
{
    std::size_t const room = room_for(type, value);
    // With 2 spaces a level, the text of a usage reply is 1.4 times as long.
    return indent == 0 ? room : room + room / 2;
}

OUTLAY_INLINE void encode_value(text_sink const& out, type_table const& type, void const* value, std::size_t indent)
{
    if (indent != 0) {
        indenter lines(out, indent);
        encode_value(sink_of(lines), type, value, 0);
        return lines.finish();
    }
    writer to(out, is_request(type));
    write_value(to, type, value);
    to.flush();
}

/// Assembles pieces of any size to blocks of block_size, and passes these on.
class blocks {
public:
    explicit blocks(text_sink const& out) noexcept : out_(out) {}

    /// Takes the next piece.
    void put(std::string_view text)
    {
        while (!text.empty()) {
            std::size_t const left = block_size - used_;
            std::size_t const size = text.size() < left ? text.size() : left;
            std::memcpy(block_ + used_, text.data(), size);
            used_ += size;
            text.remove_prefix(size);
            if (used_ == block_size) flush();
        }
    }

    /// Passes on the current block, which may be smaller at the end of the text.
    void flush()
    {
        std::size_t const size = used_;
        if (size == 0) return;
        used_ = 0;
        out_.take(out_.to, block_, size);
    }

private:
    text_sink const out_;
    std::size_t used_ = 0;
    char block_[block_size];
};

OUTLAY_INLINE void encode_in_blocks(text_sink const& out, type_table const& type, void const* value, std::size_t indent)
{
    blocks to(out);
    encode_value(sink_of(to), type, value, indent);
    to.flush();
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
