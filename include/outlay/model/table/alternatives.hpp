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

// Chooses the alternative of a variant for a value. Only the kind of the value and the names and kinds of its parts are
// considered, not their contents, so that the cost does not multiply for nested variants. The reader calls it with the
// value that it has read; validate calls it with the value that would be written.

namespace outlay::inline v0_1_0::detail {

/// The parts of an object or array that are considered.
struct outline {
    /// A field or an item.
    struct part {
        std::string_view name; ///< of a field
        json_kinds kind;       ///< of its value
        std::string_view text; ///< of a string that may be a tag
        void const* origin;    ///< for the maker of the outline: the source of the part
    };
    bool is_object;
    std::vector<part> parts{};
};

/// The alternative that was chosen, or the reason why there is none.
struct choice {
    std::size_t index = 0;
    bool is_made = false;
    std::string code{};
    std::string message{};
    std::string_view at{};               ///< the name of the field that is wrong or missing; empty: the value itself
    outline::part const* part = nullptr; ///< the part that is wrong; null: the value itself
};

// The distance of a value from a type: 0 if the kinds and names match. The alternative with the least distance is
// chosen.

/// The distance for a violation, such as a missing field: more than for any number of unknown names.
inline constexpr std::size_t wrong_weight = 1'000'000;
/// The distance of a map, which accepts any names: a class with all of the names is nearer, a class that lacks some is
/// not.
inline constexpr std::size_t map_weight = wrong_weight / 2;
inline constexpr std::size_t no_distance = (std::numeric_limits<std::size_t>::max)();

/// The distance for one part of the value.
inline std::size_t distance_of_kind(type_table const& type, json_kinds kind)
{
    if (!accepts(type, kind)) return wrong_weight;
    bool const is_fraction = kind == json_number && (usual_kinds_of(type) & json_number) == 0;
    return is_fraction ? 1 : 0; // for an integer: the number may be whole, but a type for fractions is nearer
}

/// The distance from a class: each missing required field is a violation, each unknown name counts 1.
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
        bool const has_reading_form = !field->type->reads.empty(); // accepts values of unknown kinds
        bool const is_required = (type.required >> field->index & 1) != 0;
        // null is no value of a member that may be absent, and an empty list in replies.
        bool const may_be_null = kind == json_null && (!is_required || wire_type(*field->type).list != nullptr);
        if (field->name == type.tag && kind == json_string) {
            if (part.text != field->type->scalar->facts.text(0)) apart += wrong_weight;
        } else if (!may_be_null && !has_reading_form) {
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

/// The distance from a list or tuple.
inline std::size_t distance_of_items(outline const& of, type_table const& type)
{
    std::size_t apart = 0;
    std::size_t const items = of.parts.size();
    for (std::size_t i = 0; i < items; ++i) {
        if (type.tuple != nullptr && i >= type.tuple->parts.size()) break;
        type_table const& due = type.list != nullptr ? *type.list->item : *type.tuple->parts[i];
        constexpr std::size_t first_weight = 2; // the first item decides if the others contradict it
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

// Choice by a tag.

/// Calls f with the table of each class that a type may be; with null for a map.
template<class F>
void for_each_class(type_table const& type, F&& f)
{
    type_table const& wire = wire_type(type);
    if (wire.variant != nullptr)
        for (type_table const* const alternative : wire.variant->alternatives) for_each_class(*alternative, f);
    else if (wire.object != nullptr || wire.map != nullptr) f(wire.object);
}

/// The name of the tag that all alternatives which are objects have in common; empty if there is none.
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

/// The text of the tag of a class.
inline std::string_view tag_text(object_table const& object)
{
    return object.find(object.tag)->type->scalar->facts.text(0);
}

inline choice choose_by_tag(outline const& of, variant_table const& type, std::string_view tag)
{
    outline::part const* found = nullptr; // the first: a second is reported as a duplicate
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

/// Chooses the alternative for an object or array: the nearest, and the first of equally near ones.
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

// Choice for a scalar.

/// The result of reading a token as one of several types.
struct attempt {
    type_table const* type =
        nullptr; ///< the type that read the token or reports the problem; null: no type has its kind
    void* to = nullptr;
    problem const* wrong = nullptr; ///< the result of the read function
};

/// Reads the token as the first alternative that accepts it; if none does, as the first that accepts its kind.
inline attempt try_alternatives(type_table const& type, void* to, token value)
{
    constexpr auto none = (std::numeric_limits<std::size_t>::max)();
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
