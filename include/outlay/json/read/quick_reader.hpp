#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/json/options.hpp>
#include <outlay/json/read/key_orders.hpp>
#include <outlay/json/read/messages.hpp>
#include <outlay/json/read/quick_findings.hpp>
#include <outlay/json/read/quick_values.hpp>
#include <outlay/json/read/room.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/error.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::detail {

/// Reads a text that is right, all in one piece of memory, into a value whose type only its tables know. At the first
/// thing that is wrong it gives up: the careful reader, on basic_parser, reads the text again and says what is wrong.
/// For a text that is right both make the same value and the same notices.
///
/// A function that reads a value is given where it begins, and returns what comes after it; null: it has given up.
class quick_reader final : public quick_values {
public:
    quick_reader(std::string_view text, decode_options const& options) noexcept : quick_values(text, options) {}

    /// False: it has given up, and the value may be anything.
    bool read(void* root, type_table const& type)
    {
        if (text_.size() > options_.max_bytes || options_.max_depth > decode_options::deepest) return false;
        quick_step const whole{.type = &type};
        root_ = &whole;
        char const* const after = item(scan_.skip_space(text_.data()), root, whole, nullptr);
        return after != nullptr && scan_.skip_space(after) == scan_.end() && !is_wrong_;
    }

    /// Whether the text is an object without any of its type's members.
    bool found_nothing() const noexcept { return found_nothing_; }

private:
    // Objects.

    char const* object(char const* at, void* address, object_table const& type, quick_step const& place)
    {
        if (!scan_.enter()) return nullptr;
        open_object open(type, address, place);
        char const* const begin = at;
        direction const outer_way = std::exchange(way, std::max(way, type.way));
        at = scan_.skip_space(at + 1);
        if (at == scan_.end()) return nullptr;
        if (*at == '}') ++at;
        else at = members(at, open);
        if (at == nullptr || !finish_object(begin, open)) return nullptr;
        way = outer_way;
        scan_.leave();
        return at;
    }

    char const* members(char const* at, open_object& in)
    {
        object_table const& type = in.type;
        quick_step here{.outer = &in.place};
        key_orders::order* order = orders_.find(type);
        std::size_t last = key_orders::before_first;
        // A name that is guessed is not counted.
        bool const guesses = type.members != 0 && type.longest_name <= options_.max_string;
        field_table const* next = guesses ? &type.fields[order != nullptr ? (*order)[last] : 0] : nullptr;
        for (;;) {
            field_table const* field = next;
            char const* key = at;
            if (next != nullptr && is_key(at, *next)) [[likely]] {
                at = scan_.skip_space(at + next->name.size() + around_guessed_name);
            } else {
                std::string_view name;
                at = scan_.string(at, name);
                if (at == nullptr) return nullptr;
                field = type.members != 0 ? type.find(name) : nullptr;
                at = field != nullptr ? scan_.after_colon(at) : unknown_member(key, at, name, in);
                if (at == nullptr) return nullptr;
                if (field != nullptr) {
                    if (order == nullptr) order = orders_.learn(type);
                    if (order != nullptr) (*order)[last] = field->index;
                }
            }
            if (field != nullptr) [[likely]] {
                std::uint64_t const bit = std::uint64_t{1} << field->index;
                if ((in.seen & bit) != 0) return nullptr;
                in.seen |= bit;
                last = field->index;
                if (guesses) next = &type.fields[order != nullptr ? (*order)[last] : field->next];
                here.field = field;
                here.type = field->type;
                if (field->is_unusual) note_unusual_key(key, type, here);
                if (field->slot >= 0) in.begins[static_cast<std::size_t>(field->slot)] = at;
                at = member(at, {.type = &type, .object = in.address, .field = field}, here);
                if (at == nullptr) return nullptr;
            }
            at = scan_.skip_space(at);
            if (at == scan_.end()) return nullptr;
            if (*at == '}') return at + 1;
            if (*at != ',') return nullptr;
            at = scan_.skip_space(at + 1);
        }
    }

    /// Characters of `"name":` besides the name.
    static constexpr std::size_t around_guessed_name = 3;

    bool is_key(char const* at, field_table const& field) const noexcept
    {
        std::size_t const size = field.name.size() + around_guessed_name;
        return static_cast<std::size_t>(scan_.end() - at) >= size && same_text(at, field.key() + 1, size);
    }

    char const* member(char const* at, member_place const& of, quick_step const& here)
    {
        field_table const& field = *of.field;
        type_table const& type = *field.type;
        void* const to = field.in(of.object);
        char const* after = type.quick != nullptr ? type.quick(to, at, scan_.text()) : nullptr;
        if (after == nullptr) {
            if (at == scan_.end()) return nullptr;
            bool const is_composite = *at == '{' || *at == '[';
            bool has_value = true;
            after = is_composite ? composite(at, to, here, field.has_item_rules ? &field : nullptr, of, has_value)
                                 : scalar(at, to, here, of, has_value);
            if (after == nullptr || !has_value) return after;
        }
        if (field.has_value_rules && !check_member(at, field, to, here)) return nullptr;
        return after;
    }

    void note_unusual_key(char const* key, object_table const& type, quick_step const& here)
    {
        field_table const& field = *here.field;
        if (field.is_alias && notices_.keeps())
            note(key, pointer_to(here), "alias", alias_message(type.fields[field.index].name));
        if (field.is_in_replies_only && way != direction::reply && notices_.keeps())
            note(key, pointer_to(here), "not_sent", std::string(not_sent_message));
    }

    /// A name that no member has, and its value.
    char const* unknown_member(char const* key, char const* at, std::string_view name, open_object const& in)
    {
        object_table const& type = in.type;
        std::string const own_name(name); // the scanner's next string may take the place of this one
        at = scan_.after_colon(at);
        if (at == nullptr) return nullptr;
        bool const keeps = type.extras != nullptr;
        unknown_name const unknown{.of = type, .seen = in.seen, .name = own_name};
        if (!type.has_any_names() && unknown.is_violation(options_)) return nullptr;
        if (keeps && !note_repeated(key, own_name, in)) return nullptr;
        if (!type.has_any_names() && notices_.keeps())
            note(key, pointer_to_field(in.place, own_name), "unknown_field", unknown.message(false, options_));
        if (!keeps) return scan_.skip(at);
        std::string json;
        at = scan_.skip(at, &json);
        if (at == nullptr || !take_memory(memory_of_kept + own_name.size())) return nullptr;
        type.extras->keep(type.extras_in(in.address), std::string(own_name), std::move(json));
        return at;
    }

    /// Of an unknown field that is kept. False: it is there already, which is refused.
    bool note_repeated(char const* key, std::string_view name, open_object const& in)
    {
        extras_table const& type = *in.type.extras;
        void const* const extras = in.type.extras_in(in.address);
        if (type.position(extras, name) == type.size(extras)) return true;
        if (options_.unknown_fields != unknown_fields::ignore) return false;
        if (notices_.keeps()) note(key, pointer_to_field(in.place, name), "duplicate", repeated_message(name));
        return true;
    }

    static std::string pointer_to_field(quick_step const& object, std::string_view name)
    {
        std::string pointer = pointer_to(object);
        append_token(pointer, name);
        return pointer;
    }

    /// What can be said of an object only when it is complete.
    bool finish_object(char const* begin, open_object const& in)
    {
        object_table const& type = in.type;
        if (in.seen == 0 && &in.place == root_) found_nothing_ = type.bucket_mask != 0;
        if (std::uint64_t const absent = type.looked_for & ~in.seen; absent != 0) [[unlikely]]
            if (!look_at_absent(begin, in, absent)) return false;
        if (type.clauses.empty()) return true;
        set_checked(begin, in.place);
        checked_object_ = &in;
        check_clauses(type, in.address, place{}, *this);
        checked_object_ = nullptr;
        return !is_wrong_;
    }

    bool look_at_absent(char const* begin, open_object const& in, std::uint64_t absent)
    {
        object_table const& type = in.type;
        if ((absent & type.required) != 0) return false;
        quick_step here{.outer = &in.place};
        for (std::uint64_t left = absent & type.checked_if_absent; left != 0; left &= left - 1) {
            here.field = &type.fields[static_cast<std::size_t>(std::countr_zero(left))];
            if (!check_member(begin, *here.field, here.field->in(in.address), here)) return false;
        }
        for (std::uint64_t left = absent & type.noted_if_absent; left != 0; left &= left - 1) {
            here.field = &type.fields[static_cast<std::size_t>(std::countr_zero(left))];
            if ((type.expected >> here.field->index & 1) != 0 && notices_.keeps())
                note(begin, pointer_to(here), "missing", std::string(expected_but_missing));
            if (!keep_trace({.type = &type, .object = in.address, .field = here.field}, {})) return false;
        }
        return true;
    }

    // Values that brackets open.

    /// `has_value` becomes false where the value means none.
    char const* composite(char const* at, void* to, quick_step const& here, field_table const* rules,
                          member_place const& of, bool& has_value)
    {
        bool const is_object = *at == '{';
        type_table const& type = *here.type;
        type_table const& inner = type.value();
        if (inner.is != (is_object ? shape::object : shape::list)) [[unlikely]] {
            if (!accepts(type, is_object ? json_object : json_array)) return other_kind(at, to, here, of, has_value);
            return unusual(at, to, type, here, rules, of);
        }
        if (type.maybe != nullptr) {
            if (!take_memory(type.maybe->apart)) return nullptr;
            to = type.maybe->engage(to);
        }
        if (is_object) return object(at, to, *inner.object, here);
        std::size_t items = 0;
        at = list(at, to, *inner.list, here, rules, of, items);
        return at != nullptr && items == 0 && !note_empty(of, "[]") ? nullptr : at;
    }

    /// An object or array where its type has none.
    char const* other_kind(char const* at, void* to, quick_step const& here, member_place const& of, bool& has_value)
    {
        token const found(token_kind::composite, (*at == '{' ? expected_object : expected_array).expected);
        problem const* const wrong = here.type->read(to, found);
        has_value = false;
        if (wrong != nullptr && settle(*wrong, *here.type, to, found, at, here, of) != outcome::none) return nullptr;
        std::string json;
        char const* const after = scan_.skip(at, &json);
        bool const is_kept = wrong != nullptr && after != nullptr && of.type != nullptr;
        return is_kept && !keep_trace(of, std::move(json)) ? nullptr : after;
    }

    /// Of a type that is neither a class nor a list.
    char const* unusual(char const* at, void* to, type_table const& type, quick_step const& here,
                        field_table const* rules, member_place const& of)
    {
        if (type.converted != nullptr) return converted(at, to, type, here, of);
        if (type.maybe != nullptr) {
            if (!take_memory(type.maybe->apart)) return nullptr;
            return unusual(at, type.maybe->engage(to), *type.maybe->value, here, rules, of);
        }
        if (type.variant != nullptr) return alternative(at, to, type, here, of);
        std::size_t items = 0;
        if (type.object != nullptr) return object(at, to, *type.object, here);
        if (type.map != nullptr) at = map(at, to, *type.map, here, rules, items);
        else if (type.list != nullptr) at = list(at, to, *type.list, here, rules, of, items);
        else at = tuple(at, to, *type.tuple, here, items);
        return at != nullptr && items == 0 && !note_empty(of, type.map != nullptr ? "{}" : "[]") ? nullptr : at;
    }

    // Lists.

    char const* list(char const* at, void* address, list_table const& type, quick_step const& place,
                     field_table const* rules, member_place const& of, std::size_t& items)
    {
        if (!scan_.enter()) return nullptr;
        void const* const kept_place = of.field != nullptr ? static_cast<void const*>(of.field) : &type;
        quick_step here{.outer = &place, .type = type.item};
        std::size_t room = type.count != list_table::any_count ? list_table::any_count : 0;
        bool const is_one_of_many = std::exchange(in_list_or_map_, true);
        at = scan_.skip_space(at + 1);
        if (at == scan_.end()) return nullptr;
        if (*at == ']') ++at;
        else
            for (;;) {
                if (items == room) [[unlikely]] {
                    std::size_t likely = 2 * items;
                    if (items == 0) likely = first_room(at, type, kept_place, is_one_of_many);
                    if (!make_room(address, type, items, room, likely)) return nullptr;
                }
                here.index = items++;
                at = type.append != nullptr ? item(at, type.append(address, here.index), here, rules)
                                            : item_of_set(at, address, type, here, rules);
                if (at == nullptr) return nullptr;
                at = scan_.skip_space(at);
                if (at == scan_.end()) return nullptr;
                if (*at++ == ',') at = scan_.skip_space(at);
                else if (at[-1] == ']') break;
                else return nullptr;
            }
        in_list_or_map_ = is_one_of_many;
        if (type.count != list_table::any_count && items != type.count) return nullptr;
        planner_.remember(kept_place, items);
        scan_.leave();
        return at;
    }

    /// What is no member: an item, an entry, a part, or the whole. `rules` are those of the list or map for it.
    char const* item(char const* at, void* to, quick_step const& here, field_table const* rules)
    {
        if (to == nullptr || at == scan_.end()) return nullptr; // beyond the count, or the text
        type_table const& type = *here.type;
        bool has_value = true;
        char const* after = nullptr;
        if (*at == '{' && type.is == shape::object) {
            after = object(at, to, *type.object, here);
        } else {
            if (type.quick != nullptr) after = type.quick(to, at, scan_.text());
            if (after == nullptr)
                after = *at == '{' || *at == '[' ? composite(at, to, here, nullptr, {}, has_value)
                                                 : scalar(at, to, here, {}, has_value);
        }
        if (after == nullptr || rules == nullptr || !has_value) return after;
        set_checked(at, here);
        check_item_rules(rules->all_rules(), type, to, place{}, *this);
        return is_wrong_ ? nullptr : after;
    }

    char const* item_of_set(char const* at, void* set, list_table const& type, quick_step const& here,
                            field_table const* rules)
    {
        made_apart const made(*type.items);
        at = item(at, made.object, here, rules);
        return at != nullptr && type.insert(set, made.object) ? at : nullptr;
    }

    /// How many items a list is likely to have, of which the first begins here.
    std::size_t first_room(char const* at, list_table const& type, void const* kept_place, bool is_one_of_many)
    {
        if (type.reserve == nullptr) return 1;
        if (std::size_t const last = is_one_of_many ? planner_.take_last(kept_place) : 0; last != 0) return last;
        std::size_t const most = std::clamp<std::size_t>(memory_left_ / memory_of_item(type), 1, most_of_any_list);
        return planner_.look_ahead(
            {.list = &type, .is_one_of_many = is_one_of_many, .first = at, .text_end = scan_.end()}, most);
    }

    bool make_room(void* address, list_table const& type, std::size_t items, std::size_t& room, std::size_t likely)
    {
        std::size_t const each = memory_of_item(type);
        std::size_t const wanted = std::max(likely, items + 1);
        bool const is_moved = type.reserve != nullptr; // the items there are, to a block of its own
        if (wanted > most_of_any_list / each || !take_memory((is_moved ? wanted : wanted - room) * each)) return false;
        if (is_moved) {
            type.reserve(address, wanted);
            memory_left_ += room * each;
        }
        room = wanted;
        return true;
    }

    static constexpr std::size_t most_of_any_list = std::numeric_limits<std::ptrdiff_t>::max();

    // Maps, tuples, variants and codecs.

    char const* map(char const* at, void* address, map_table const& type, quick_step const& place,
                    field_table const* rules, std::size_t& items)
    {
        if (!scan_.enter()) return nullptr;
        bool const outer = std::exchange(in_list_or_map_, true);
        quick_step here{.outer = &place, .type = type.value, .map = &type};
        at = scan_.skip_space(at + 1);
        if (at == scan_.end()) return nullptr;
        if (*at == '}') ++at;
        else
            for (;;) {
                char const* const key = at;
                std::string_view name;
                at = scan_.string(at, name);
                if (at == nullptr) return nullptr;
                std::string const own_name(name); // the scanner's next string may take the place of this one
                here.name = own_name;
                at = scan_.after_colon(at);
                ++items;
                if (at == nullptr || !take_memory(type.entry_size + node_size)) return nullptr;
                map_entry const made = type.insert(address, own_name);
                if (made.value == nullptr || (rules != nullptr && !check_key(key, *rules, made.key, type, here)))
                    return nullptr;
                at = item(at, made.value, here, rules);
                if (at == nullptr) return nullptr;
                at = scan_.skip_space(at);
                if (at == scan_.end()) return nullptr;
                if (*at++ == ',') at = scan_.skip_space(at);
                else if (at[-1] == '}') break;
                else return nullptr;
            }
        in_list_or_map_ = outer;
        scan_.leave();
        return at;
    }

    char const* tuple(char const* at, void* address, tuple_table const& type, quick_step const& place,
                      std::size_t& items)
    {
        if (!scan_.enter()) return nullptr;
        quick_step here{.outer = &place, .is_part = true};
        at = scan_.skip_space(at + 1);
        if (at == scan_.end()) return nullptr;
        if (*at == ']') ++at;
        else
            for (;;) {
                if (items == type.parts.size()) return nullptr;
                here.index = items++;
                here.type = type.parts[here.index];
                at = item(at, type.part(address, here.index), here, nullptr);
                if (at == nullptr) return nullptr;
                at = scan_.skip_space(at);
                if (at == scan_.end()) return nullptr;
                if (*at++ == ',') at = scan_.skip_space(at);
                else if (at[-1] == ']') break;
                else return nullptr;
            }
        scan_.leave();
        return items == type.parts.size() ? at : nullptr;
    }

    char const* converted(char const* at, void* to, type_table const& type, quick_step const& here,
                          member_place const& of)
    {
        made_apart const made(*type.converted->wires);
        char const* const after = unusual(at, made.object, *type.converted->wire, here, nullptr, of);
        if (after == nullptr || !convert(at, to, made.object, type, here, of)) return nullptr;
        return after;
    }

    char const* alternative(char const* at, void* to, type_table const& type, quick_step const& here,
                            member_place const& of)
    {
        outline seen{.is_object = *at == '{'};
        if (!look_at_parts(at, seen)) return nullptr;
        choice const chosen = choose(*type.variant, seen);
        if (!chosen.is_made) return nullptr;
        type_table const* const outer_variant = variant_;
        if (variant_ == nullptr) variant_ = &type;
        void* const made = type.variant->emplace(to, chosen.index);
        at = unusual(at, made, *type.variant->alternatives[chosen.index], here, nullptr, of);
        variant_ = outer_variant;
        return at;
    }

    key_orders orders_;
    room_planner planner_;
    quick_step const* root_ = nullptr; ///< that of the whole text
    bool in_list_or_map_ = false;
    bool found_nothing_ = false;
};

} // namespace outlay::detail
