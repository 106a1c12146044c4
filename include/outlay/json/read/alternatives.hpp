#pragma once

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

/// The kinds of JSON values that a type is read from.
inline json_kinds kinds_of(type_table const& type)
{
    type_table const& wire = wire_type(type);
    json_kinds kinds = wire.kinds;
    if (wire.variant != nullptr)
        for (type_table const* const alternative : wire.variant->alternatives) kinds |= kinds_of(*alternative);
    if (type.maybe != nullptr) kinds |= json_null;
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
    std::string_view at{};              ///< the name that is wrong or missing; empty: the value
    token_mark const* place = nullptr;  ///< of what is wrong; null: of the value
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

/// How far an object is from a class: names that it must have and has not count more than any that are unknown.
inline std::size_t distance(recording const& record, type_table const& type)
{
    object_table const* const object = wire_type(type).object;
    if (object == nullptr) return std::numeric_limits<std::size_t>::max() / 2; // a map takes any: the last to be chosen
    constexpr std::size_t missing_weight = 1000;
    std::uint64_t missing = object->required;
    std::size_t far = 0;
    for_each_name(record, [&](recording::event const& key, recording::event const& value) {
        field_table const* const field = object->find(record.text(key));
        if (field == nullptr) {
            far += object->keep == nullptr;
            return;
        }
        json_kinds const kind = kind_of(value);
        bool const has_reading_form = !field->type->reads.empty(); // which takes what it takes
        if (kind != json_null && !has_reading_form && !accepts(*field->type, kind)) far += missing_weight;
        missing &= ~(std::uint64_t{1} << field->index);
    });
    for (; missing != 0; missing &= missing - 1) far += missing_weight;
    return far;
}

/// The name of the tag that all of the classes among these alternatives have; empty if any has none, or another.
inline std::string_view common_tag(variant_table const& type)
{
    std::string_view tag;
    for (type_table const* const alternative : type.alternatives) {
        object_table const* const object = wire_type(*alternative).object;
        if (object == nullptr) continue;
        if (object->tag.empty() || (!tag.empty() && tag != object->tag)) return {};
        tag = object->tag;
    }
    return tag;
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
        if (record.text(key) == tag) found = &value;
    });
    if (found == nullptr) return {.code = "missing", .message = "required, but missing", .at = tag};
    bool const is_text =
        found->kind == recording::event_kind::scalar && found->scalar == token_kind::string;
    std::string texts;
    for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
        object_table const* const object = wire_type(*type.alternatives[i]).object;
        if (object == nullptr) continue;
        std::string_view const text = tag_text(*object);
        if (is_text && record.text(*found) == text) return {.index = i, .is_made = true};
        if (!texts.empty()) texts += ", ";
        texts += text;
    }
    return {.code = "tag",
            .message = joined({"expected one of ", texts, ", found ",
                               is_text ? in_quotes(record.text(*found)) : std::string("another kind of value")}),
            .at = tag,
            .place = &found->mark};
}

/// Of the alternatives that are arrays, the first that takes the first item.
inline bool takes_first_item(recording const& record, type_table const& type)
{
    recording::event const& first = record.events[1];
    if (first.kind == recording::event_kind::close_array) return true;
    type_table const& wire = wire_type(type);
    return accepts(wire.list != nullptr ? *wire.list->item : *wire.tuple->parts[0], kind_of(first));
}

/// The alternative that a recorded object or array is.
inline choice choose(recording const& record)
{
    variant_table const& type = *record.variant->variant;
    bool const is_object = record.events[0].kind == recording::event_kind::open_object;
    json_kinds const kind = is_object ? json_object : json_array;
    if (std::string_view const tag = common_tag(type); is_object && !tag.empty())
        return choose_by_tag(record, type, tag);

    choice nearest;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
        type_table const& alternative = *type.alternatives[i];
        if (!accepts(alternative, kind)) continue;
        std::size_t const far = is_object ? distance(record, alternative) : !takes_first_item(record, alternative);
        if (far < least) nearest = {.index = i, .is_made = true};
        if (far < least) least = far;
    }
    return nearest;
}

} // namespace outlay::detail
