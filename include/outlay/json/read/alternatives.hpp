#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <outlay/json/read/recording.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

// Which of several types a value is. What is looked at is the value's own kind and names, and no deeper: so that the
// cost does not grow with each variant inside another.

namespace outlay::detail {

/// The type that a value of this type is on the wire: without optionals and codecs around it.
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
    // Whole numbers are numbers, and a number such as 5.0 may be whole.
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

/// The kind of the value that begins with an event.
inline json_kinds kind_of(recording::event const& event)
{
    if (event.kind == recording::event_kind::open_object) return json_object;
    if (event.kind == recording::event_kind::open_array) return json_array;
    return kind_of(event.scalar);
}

/// Whether a type is read from any of these kinds.
inline bool accepts(type_table const& type, json_kinds kinds) { return (kinds_of(type) & kinds) != 0; }

/// What a variant's value is: an alternative, or why it is none.
struct choice {
    std::size_t index = 0;
    bool is_made = false;
    std::string code{};
    std::string message{};
    std::string_view at{};             ///< the name that is wrong or missing; empty: the value
    token_mark const* place = nullptr; ///< of what is wrong; null: of the value
};

/// Calls f(key event, first event of its value) for each name of a recorded object.
template<class F>
void for_each_name(recording const& record, F&& f)
{
    using kind = recording::event_kind;
    std::size_t depth = 0;
    for (std::size_t i = 0; i + 1 < record.events.size(); ++i) {
        kind const what = record.events[i].kind;
        if (what == kind::open_object || what == kind::open_array) ++depth;
        if (what == kind::close_object || what == kind::close_array) --depth;
        if (what == kind::key && depth == 1) f(record.events[i], record.events[i + 1]);
    }
}

/// Calls f(first event) for each item of a recorded array.
template<class F>
void for_each_item_of(recording const& record, F&& f)
{
    using kind = recording::event_kind;
    std::size_t depth = 0;
    for (recording::event const& event : record.events) {
        bool const opens = event.kind == kind::open_object || event.kind == kind::open_array;
        if (event.kind == kind::close_object || event.kind == kind::close_array) --depth;
        else if (event.kind != kind::key && depth == 1) f(event);
        if (opens) ++depth;
    }
}

// How far a value is from a type: 0 if, as far as is looked at, it is one.

/// Something that is wrong. It counts more than any number of unknown names.
inline constexpr std::size_t wrong_weight = 1'000'000;
/// Of any names: a class that has all of them comes first, but not one that lacks some.
inline constexpr std::size_t map_weight = wrong_weight / 2;
inline constexpr std::size_t no_distance = std::numeric_limits<std::size_t>::max();

/// Of a part of the value.
inline std::size_t distance_of_kind(type_table const& type, json_kinds kind)
{
    if (!accepts(type, kind)) return wrong_weight;
    bool const is_fraction = kind == json_number && (usual_kinds_of(type) & json_number) == 0;
    return is_fraction ? 1 : 0; // it may be whole, but a type of fractions comes first
}

/// From a class: names that it must have and has not count more than any that are unknown.
inline std::size_t distance(recording const& record, object_table const& type)
{
    std::uint64_t missing = type.required;
    std::size_t far = 0;
    for_each_name(record, [&](recording::event const& key, recording::event const& value) {
        field_table const* const field = type.find(record.text(key));
        if (field == nullptr) {
            far += type.extras == nullptr;
            return;
        }
        json_kinds const kind = kind_of(value);
        bool const has_reading_form = !field->type->reads.empty(); // which takes what it takes
        if (field->name == type.tag && kind == json_string) {
            if (record.text(value) != field->type->scalar->facts.text(0)) far += wrong_weight;
        } else if (kind != json_null && !has_reading_form) {
            far += distance_of_kind(*field->type, kind);
        }
        missing &= ~(std::uint64_t{1} << field->index);
    });
    return far + static_cast<std::size_t>(std::popcount(missing)) * wrong_weight;
}

inline std::size_t distance(recording const& record, map_table const& type)
{
    std::size_t far = map_weight;
    for_each_name(record, [&](recording::event const&, recording::event const& value) {
        far += distance_of_kind(*type.value, kind_of(value));
    });
    return far;
}

/// From a list or tuple.
inline std::size_t distance_of_items(recording const& record, type_table const& type)
{
    std::size_t far = 0;
    std::size_t items = 0;
    for_each_item_of(record, [&](recording::event const& item) {
        std::size_t const index = items++;
        if (type.tuple != nullptr && index >= type.tuple->parts.size()) return;
        type_table const& due = type.list != nullptr ? *type.list->item : *type.tuple->parts[index];
        constexpr std::size_t first_weight = 2; // so that it decides where others speak against it
        far += distance_of_kind(due, kind_of(item)) * (index == 0 ? first_weight : 1);
    });
    std::size_t const due = type.list != nullptr ? type.list->count : type.tuple->parts.size();
    return due == list_table::any_count || due == items ? far : far + wrong_weight;
}

/// `kind`: that of the value.
inline std::size_t distance(recording const& record, type_table const& type, json_kinds kind)
{
    if (!accepts(type, kind)) return no_distance;
    type_table const& wire = wire_type(type);
    if (wire.variant != nullptr) {
        std::size_t least = no_distance;
        for (type_table const* const alternative : wire.variant->alternatives)
            least = std::min(least, distance(record, *alternative, kind));
        return least;
    }
    if (kind == json_array) return distance_of_items(record, wire);
    return wire.object != nullptr ? distance(record, *wire.object) : distance(record, *wire.map);
}

// By a tag.

/// Calls f(class) for each class that a type may be; a null pointer for a map.
template<class F>
void for_each_class(type_table const& type, F&& f)
{
    type_table const& wire = wire_type(type);
    if (wire.variant != nullptr)
        for (type_table const* const alternative : wire.variant->alternatives) for_each_class(*alternative, f);
    else if (wire.object != nullptr || wire.map != nullptr) f(wire.object);
}

/// The name of the tag that everything among these alternatives has which is an object; empty if there is none.
inline std::string_view common_tag(variant_table const& type)
{
    std::string_view tag;
    bool is_common = true;
    for (type_table const* const alternative : type.alternatives)
        for_each_class(*alternative, [&](object_table const* object) {
            if (object == nullptr || object->tag.empty() || (!tag.empty() && tag != object->tag)) is_common = false;
            else tag = object->tag;
        });
    return is_common ? tag : std::string_view();
}

/// The text of a class's tag.
inline std::string_view tag_text(object_table const& object)
{
    return object.find(object.tag)->type->scalar->facts.text(0);
}

inline choice choose_by_tag(recording const& record, variant_table const& type, std::string_view tag)
{
    recording::event const* found = nullptr;
    for_each_name(record, [&](recording::event const& key, recording::event const& value) {
        if (found == nullptr && record.text(key) == tag) found = &value; // a second one is reported as such
    });
    if (found == nullptr) return {.code = "missing", .message = "required, but missing", .at = tag};
    bool const is_text = found->kind == recording::event_kind::scalar && found->scalar == token_kind::string;
    choice chosen;
    std::string texts;
    for (std::size_t i = 0; i < type.alternatives.size(); ++i)
        for_each_class(*type.alternatives[i], [&](object_table const* object) {
            std::string_view const text = tag_text(*object);
            if (!chosen.is_made && is_text && record.text(*found) == text) chosen = {.index = i, .is_made = true};
            if (!texts.empty()) texts += ", ";
            texts += text;
        });
    if (chosen.is_made) return chosen;
    return {.code = "tag",
            .message = joined({"expected one of ", texts, ", found ",
                               is_text ? in_quotes(record.text(*found)) : std::string("another kind of value")}),
            .at = tag,
            .place = &found->mark};
}

/// The alternative that a recorded object or array is: the nearest, and of several the first.
inline choice choose(recording const& record)
{
    variant_table const& type = *record.variant->variant;
    bool const is_object = record.events[0].kind == recording::event_kind::open_object;
    if (std::string_view const tag = common_tag(type); is_object && !tag.empty())
        return choose_by_tag(record, type, tag);

    choice nearest;
    std::size_t least = no_distance;
    for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
        std::size_t const far = distance(record, *type.alternatives[i], is_object ? json_object : json_array);
        if (far < least) nearest = {.index = i, .is_made = true};
        least = std::min(least, far);
    }
    return nearest;
}

} // namespace outlay::detail
