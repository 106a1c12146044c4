#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/visit.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

// The parts of a value that are written, and their kinds of JSON values.

namespace outlay::inline v0_1_0::detail {

/// Whether a member is written. Absent members are not; nor are empty lists and maps that are not required.
inline bool is_written(type_table const& type, void const* value, bool is_required)
{
    if (type.maybe != nullptr) {
        if (type.maybe->held(value) != nullptr || (type.maybe->is_null != nullptr && type.maybe->is_null(value)))
            return true;
        return is_required && type.converted != nullptr; // the form of the holder has a wire value for none
    }
    if (is_required || type.converted != nullptr) return true;
    if (type.list != nullptr) return type.list->size(value) != 0;
    return type.map == nullptr || type.map->size(value) != 0;
}

/// Calls f(type, value) with the type and value that are written, without codecs, holders and variants around them. For
/// an empty holder the value is null.
template<class F>
void with_written(type_table const& type, void const* value, F const& f)
{
    if (type.converted != nullptr) {
        with_wire(*type.converted, value, [&](void const* wire) { with_written(*type.converted->wire, wire, f); });
    } else if (type.maybe != nullptr) {
        void const* const held = type.maybe->held(value);
        if (held == nullptr) f(type, held);
        else with_written(*type.maybe->value, held, f);
    } else if (type.variant != nullptr) {
        with_written(*type.variant->alternatives[type.variant->index(value)], type.variant->held(value), f);
    } else {
        f(type, value);
    }
}

/// The token for a scalar value; `composite` for an object or an array. `text` keeps the characters.
inline token token_of(type_table const& type, void const* value, std::string& text)
{
    if (value == nullptr) return token(token_kind::null);
    if (type.object != nullptr && type.object->find_text != nullptr)
        if (std::string const* const found = type.object->find_text(value)) return token(token_kind::string, *found);
    if (type.scalar == nullptr) return token(token_kind::composite);
    if (type.scalar->text != nullptr) return token(token_kind::string, type.scalar->text(value));
    writer out(text);
    type.scalar->write(out, value);
    out.flush();
    if (text == "null") return token(token_kind::null); // NaN or an infinity
    if (text == "true" || text == "false") return token::boolean(text == "true");
    if (text.front() == '"') return token(token_kind::string, std::string_view(text).substr(1, text.size() - 2));
    return token(read_integer(text) ? token_kind::integer : token_kind::number, text);
}

inline json_kinds kind_of_written(type_table const& type, void const* value)
{
    json_kinds kind = 0;
    with_written(type, value, [&kind](type_table const& of, void const* written) {
        std::string text;
        token const as_token = token_of(of, written, text);
        bool const is_object = of.object != nullptr || of.map != nullptr;
        kind = as_token.kind != token_kind::composite ? kind_of(as_token.kind) : is_object ? json_object : json_array;
    });
    return kind;
}

/// The kind of a JSON text that extras keep.
inline json_kinds kind_of_json(std::string_view json)
{
    switch (json.empty() ? 'n' : json.front()) {
    case '{': return json_object;
    case '[': return json_array;
    case '"': return json_string;
    case 't':
    case 'f': return json_boolean;
    case 'n': return json_null;
    default: return read_integer(json) ? json_integer : json_number;
    }
}

/// The names of a map's entries, concatenated.
inline std::string names_of(map_table const& type, void const* map)
{
    std::string names;
    for_each_entry(type, map, [&](void const* key, void const*) { append_key(names, *type.key, key); });
    return names;
}

/// The outline of an object or array as it is written. `names` keeps the names of a map's entries.
inline outline outline_of(type_table const& type, void const* value, std::string& names)
{
    outline made{.is_object = type.object != nullptr || type.map != nullptr};
    auto const add = [&made](std::string_view name, json_kinds kind, std::string_view text = {}) {
        made.parts.push_back({.name = name, .kind = kind, .text = text, .origin = nullptr});
    };
    if (type.object != nullptr) {
        for (field_table const& field : type.object->fields.first(type.object->members)) {
            void const* const member = field.in(value);
            bool const is_required = (type.object->required >> field.index & 1) != 0;
            bool const is_tag = field.name == type.object->tag;
            if (is_tag) add(field.name, json_string, field.type->scalar->facts.text(0));
            else if (is_written(*field.type, member, is_required))
                add(field.name, kind_of_written(*field.type, member));
        }
        for_each_kept(*type.object, value,
                      [&add](std::string const& name, std::string const& json) { add(name, kind_of_json(json)); });
    } else if (type.map != nullptr) {
        names = names_of(*type.map, value);
        std::string_view left = names;
        for_each_entry(*type.map, value, [&](void const* key, void const* item) {
            std::string name;
            append_key(name, *type.map->key, key);
            add(left.substr(0, name.size()), kind_of_written(*type.map->value, item));
            left.remove_prefix(name.size());
        });
    } else if (type.list != nullptr) {
        for_each_item(*type.list, value, [&](void const* item) { add({}, kind_of_written(*type.list->item, item)); });
    } else {
        for (std::size_t i = 0; i < type.tuple->parts.size(); ++i)
            add({}, kind_of_written(*type.tuple->parts[i], part_of(*type.tuple, value, i)));
    }
    return made;
}

/// Whether the written value of a variant is read back as the same alternative.
inline bool reads_back(type_table const& type, void const* value)
{
    variant_table const& variant = *type.variant;
    std::size_t const index = variant.index(value);
    bool is_same = true;
    with_written(*variant.alternatives[index], variant.held(value), [&](type_table const& of, void const* written) {
        std::string text;
        token const as_token = token_of(of, written, text);
        if (as_token.kind == token_kind::composite) {
            std::string names;
            choice const chosen = choose(variant, outline_of(of, written, names));
            is_same = chosen.is_made && chosen.index == index;
        } else {
            void* const scratch = variant.variants->make();
            is_same = try_alternatives(type, scratch, as_token).type != nullptr && variant.index(scratch) == index;
            variant.variants->destroy(scratch);
        }
    });
    return is_same;
}

} // namespace outlay::inline v0_1_0::detail
