#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <vector>

// Which of several types a value is. What is looked at is the value's own kind and names, and no deeper: so that the
// cost does not grow with each variant inside another. The reader asks it of what it has read; validate asks it of what
// would be written.

namespace outlay::inline v0_1_0::detail {

/// An object or array, as far as it is looked at.
struct outline {
    /// A field or an item.
    struct part {
        std::string_view name; ///< of a field
        json_kinds kind;       ///< of its value
        std::string_view text; ///< of a string that may be a tag
        void const* origin;    ///< where it comes from, for what made the outline
    };
    bool is_object;
    std::vector<part> parts{};
};

/// What a variant's value is: an alternative, or why it is none.
struct choice {
    std::size_t index = 0;
    bool is_made = false;
    std::string code{};
    std::string message{};
    std::string_view at{};               ///< the name that is wrong or missing; empty: the value
    outline::part const* part = nullptr; ///< what is wrong; null: the value
};

// How far a value is from a type: 0 if, as far as is looked at, it is one.

/// Something that is wrong. It counts more than any number of unknown names.
inline constexpr std::size_t wrong_weight = 1'000'000;
/// Of any names: a class that has all of them comes first, but not one that lacks some.
inline constexpr std::size_t map_weight = wrong_weight / 2;
inline constexpr std::size_t no_distance = (std::numeric_limits<std::size_t>::max)();

/// Of a part of the value.
inline std::size_t distance_of_kind(type_table const& type, json_kinds kind)
{
    if (!accepts(type, kind)) return wrong_weight;
    bool const is_fraction = kind == json_number && (usual_kinds_of(type) & json_number) == 0;
    return is_fraction ? 1 : 0; // it may be whole, but a type of fractions comes first
}

/// From a class: names that it must have and has not count more than any that are unknown.
inline std::size_t distance(outline const& of, object_table const& type)
{
    std::uint64_t missing = type.required;
    std::size_t apart = 0;
    for (outline::part const& part : of.parts) {
        field_table const* const field = type.find(part.name);
        if (field == nullptr) {
            apart += type.extras == nullptr;
            continue;
        }
        json_kinds const kind = part.kind;
        bool const has_reading_form = !field->type->reads.empty(); // which takes what it takes
        if (field->name == type.tag && kind == json_string) {
            if (part.text != field->type->scalar->facts.text(0)) apart += wrong_weight;
        } else if (kind != json_null && !has_reading_form) {
            apart += distance_of_kind(*field->type, kind);
        }
        missing &= ~(std::uint64_t{1} << field->index);
    }
    return apart + static_cast<std::size_t>(std::popcount(missing)) * wrong_weight;
}

inline std::size_t distance(outline const& of, map_table const& type)
{
    std::size_t apart = map_weight;
    for (outline::part const& part : of.parts) apart += distance_of_kind(*type.value, part.kind);
    return apart;
}

/// From a list or tuple.
inline std::size_t distance_of_items(outline const& of, type_table const& type)
{
    std::size_t apart = 0;
    std::size_t const items = of.parts.size();
    for (std::size_t i = 0; i < items; ++i) {
        if (type.tuple != nullptr && i >= type.tuple->parts.size()) break;
        type_table const& due = type.list != nullptr ? *type.list->item : *type.tuple->parts[i];
        constexpr std::size_t first_weight = 2; // so that it decides where others speak against it
        apart += distance_of_kind(due, of.parts[i].kind) * (i == 0 ? first_weight : 1);
    }
    std::size_t const due = type.list != nullptr ? type.list->count : type.tuple->parts.size();
    return due == list_table::any_count || due == items ? apart : apart + wrong_weight;
}

inline std::size_t distance(outline const& of, type_table const& type)
{
    json_kinds const kind = of.is_object ? json_object : json_array;
    if (!accepts(type, kind)) return no_distance;
    type_table const& wire = wire_type(type);
    if (wire.variant != nullptr) {
        std::size_t least = no_distance;
        for (type_table const* const alternative : wire.variant->alternatives)
            least = (std::min)(least, distance(of, *alternative));
        return least;
    }
    if (kind == json_array) return distance_of_items(of, wire);
    return wire.object != nullptr ? distance(of, *wire.object) : distance(of, *wire.map);
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

inline choice choose_by_tag(outline const& of, variant_table const& type, std::string_view tag)
{
    outline::part const* found = nullptr; // a second one is reported as such
    for (outline::part const& part : of.parts)
        if (found == nullptr && part.name == tag) found = &part;
    if (found == nullptr) return {.code = "missing", .message = "required, but missing", .at = tag};
    bool const is_text = found->kind == json_string;
    choice chosen;
    std::string texts;
    for (std::size_t i = 0; i < type.alternatives.size(); ++i)
        for_each_class(*type.alternatives[i], [&](object_table const* object) {
            std::string_view const text = tag_text(*object);
            if (!chosen.is_made && is_text && found->text == text) chosen = {.index = i, .is_made = true};
            if (!texts.empty()) texts += ", ";
            texts += text;
        });
    if (chosen.is_made) return chosen;
    return {.code = "tag",
            .message = joined({"expected one of ", texts, ", found ",
                               is_text ? in_quotes(found->text) : std::string("another kind of value")}),
            .at = tag,
            .part = found};
}

/// The alternative that an object or array is: the nearest, and of several the first.
inline choice choose(variant_table const& type, outline const& of)
{
    if (std::string_view const tag = common_tag(type); of.is_object && !tag.empty())
        return choose_by_tag(of, type, tag);
    choice nearest;
    std::size_t least = no_distance;
    for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
        std::size_t const apart = distance(of, *type.alternatives[i]);
        if (apart < least) nearest = {.index = i, .is_made = true};
        least = (std::min)(least, apart);
    }
    return nearest;
}

// Of a scalar.

/// What became of a token that one of several types may take.
struct attempt {
    type_table const* type = nullptr; ///< that took it, or may say why it is none of its; null: it is of no kind
    void* to = nullptr;
    problem const* wrong = nullptr; ///< as read functions return it
};

/// The first alternative that takes the token; where none does, the first that takes one of its kind.
inline attempt try_alternatives(type_table const& type, void* to, token value)
{
    constexpr auto none = static_cast<std::size_t>(-1);
    auto const attempt_at = [&](std::size_t index) {
        type_table const& alternative = *type.variant->alternatives[index];
        void* const made = type.variant->emplace(to, index);
        if (alternative.variant != nullptr) return try_alternatives(alternative, made, value);
        return attempt{.type = &alternative, .to = made, .wrong = alternative.read(made, value)};
    };
    std::size_t first = none;
    for (std::size_t i = 0; i < type.variant->alternatives.size(); ++i) {
        if (!accepts(*type.variant->alternatives[i], kind_of(value.kind))) continue;
        attempt const made = attempt_at(i);
        if (made.wrong == nullptr || made.wrong == &needs_more || made.wrong->has_value()) return made;
        if (first == none) first = i;
    }
    return first == none ? attempt{} : attempt_at(first);
}

} // namespace outlay::inline v0_1_0::detail
