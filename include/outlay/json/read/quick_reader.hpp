#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/key_orders.hpp>
#include <outlay/json/read/messages.hpp>
#include <outlay/json/read/quick_findings.hpp>
#include <outlay/json/read/quick_values.hpp>
#include <outlay/json/read/room.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/words.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// The quick reader: reads a text that is contiguous in memory into a value of any type, using the type's table. It
/// reads valid texts, and reports values of a wrong type, violated rules, and missing, unknown or repeated names. For
/// any other error, such as invalid JSON or an exceeded limit, it gives up, and the careful reader (document_reader)
/// reads the text again. If it does not give up, both readers make the same value and the same report.
/// A function that reads a value takes its start and returns its end; null: the reader has given up.
///
/// Invariant: `direction`, `is_broken_` and the depth of `scan_` are those of the innermost open object or array; each
/// function that changes them for an inner one restores them.
class quick_reader final : public quick_values {
public:
    quick_reader(std::string_view text, decode_options const& options) noexcept : quick_values(text, options) {}

    /// Returns false if the reader has given up; the value is then unspecified.
    bool read(void* root, type_table const& type)
    {
        if (text_.size() > options_.max_bytes || options_.max_depth > decode_options::deepest) return false;
        char const* at = text_.data();
        while (at != scan_.end() && is_white_space(*at)) ++at;
        if (at == scan_.end()) return false;
        quick_step const whole{.item = &type};
        root_ = &whole;
        bool const is_composite = *at == '{' || *at == '[';
        if (is_composite != scan_.is_bracketed()) return false;
        at = is_composite ? composite(at, root, whole, nullptr) : scalar(at, root, whole);
        return at == scan_.end() && !has_given_up_;
    }

    /// See inspection::found_nothing.
    bool found_nothing() const noexcept { return found_nothing_; }

private:
    OUTLAY_NOINLINE char const* object(char const* at, void* address, object_table const& type, quick_step const& place)
    {
        if (!scan_.enter()) return nullptr;
        open_object open(type, address, place, at);
        outlay::direction const outer_direction = direction;
        bool const is_outer_broken = std::exchange(is_broken_, false);
        if (outer_direction < type.direction) direction = type.direction;
        at = scan_.skip_space(at + 1);
        at = *at == '}' ? at + 1 : members(at, open);
        if (at == nullptr || !finish_object(open)) return nullptr;
        has_value_ = !is_broken_;
        is_broken_ = is_broken_ || is_outer_broken;
        direction = outer_direction;
        scan_.leave();
        return at;
    }

    OUTLAY_ALWAYS_INLINE char const* members(char const* at, open_object& in)
    {
        object_table const& type = in.type;
        quick_step here{.outer = &in.place, .in = &in};
        key_orders::order* order = orders_.find(type);
        field_table const* last = nullptr;
        bool const guesses = type.longest_name <= options_.max_string; // which is not checked for a predicted name
        field_table const* next = guesses ? guess_first(type, order) : nullptr;
        bool const is_reply = direction == direction::reply;
        for (;;) {
            char const* const key = at;
            field_table const* field = next;
            if (next != nullptr && is_key(at, *next)) [[likely]] {
                at = scan_.skip_space(at + next->name.size() + around_guessed_name);
            } else if (field = guess_again(at, type, order, next); field != nullptr) {
                at = scan_.skip_space(at + field->name.size() + around_guessed_name);
            } else {
                std::string_view name;
                at = scan_.string(at, name);
                if (at == nullptr) return nullptr;
                field = type.find(name);
                at = field != nullptr ? scan_.after_colon(at) : unknown_member(key, at, name, in);
                if (at == nullptr) return nullptr;
                if (field != nullptr && guesses && is_news(order, last, *field))
                    order = learn(type, order, last, *field);
            }
            if (field != nullptr) [[likely]] {
                last = here.field = field;
                if (guesses) next = &type.fields[order != nullptr ? (*order)[field->index] : field->next];
                bool const is_plain = is_reply ? field->is_plain_in_replies : field->is_plain;
                bool const is_usual = is_plain && !field->is_unusual && (in.seen >> field->index & 1) == 0;
                at = is_usual ? plain_member(at, in, here) : member(key, at, in, here);
                if (at == nullptr) return nullptr;
            }
            if (at[0] == ',' && at[1] == '"') { // the usual case: no white space
                ++at;
                continue;
            }
            at = scan_.skip_space(at);
            if (*at == '}') return at + 1;
            if (*at != ',') return nullptr;
            at = scan_.skip_space(at + 1);
        }
    }

    static field_table const* guess_first(object_table const& type, key_orders::order const* order) noexcept
    {
        return &type.fields[order != nullptr ? (*order)[key_orders::before_first] : 0];
    }

    /// The second prediction, the member after `absent`: returned if its name is next in the text; else null.
    field_table const* guess_again(char const* at, object_table const& type, key_orders::order const* order,
                                   field_table const* absent) const noexcept
    {
        if (absent == nullptr) return nullptr;
        field_table const* const second = &type.fields[order != nullptr ? (*order)[absent->index] : absent->next];
        return is_key(at, *second) ? second : nullptr;
    }

    /// Whether the order of the description, with some members absent, does not predict this member.
    static bool is_news(key_orders::order const* order, field_table const* last, field_table const& field) noexcept
    {
        return order != nullptr || (last != nullptr && field.index < last->index);
    }

    /// Learns that `field` follows `last`, which is null before the first member.
    OUTLAY_NOINLINE key_orders::order* learn(object_table const& type, key_orders::order* order,
                                             field_table const* last, field_table const& field) noexcept
    {
        if (order == nullptr) order = orders_.learn(type);
        if (order != nullptr) (*order)[last != nullptr ? last->index : key_orders::before_first] = field.index;
        return order;
    }

    /// The characters of `"name":` around the name.
    static constexpr std::size_t around_guessed_name = 3;

    bool is_key(char const* at, field_table const& field) const noexcept
    {
        return starts_with_key(at, scan_.end(), field.key() + 1, field.name.size() + around_guessed_name);
    }

    /// Reads a member without rules that occurs for the first time.
    OUTLAY_ALWAYS_INLINE char const* plain_member(char const* at, open_object& in, quick_step const& here)
    {
        field_table const& field = *here.field;
        in.seen |= std::uint64_t{1} << field.index;
        void* const to = field.in(in.address);
        if (field.type->quick != nullptr)
            if (char const* const after = field.type->quick(to, at, scan_.text()); after != nullptr) [[likely]]
                return after;
        return member_value(at, to, here);
    }

    OUTLAY_NOINLINE char const* member(char const* key, char const* at, open_object& in, quick_step const& here)
    {
        field_table const& field = *here.field;
        std::uint64_t const bit = std::uint64_t{1} << field.index;
        if (field.is_unusual) note_unusual_key(key, in.type, here);
        if ((in.seen & bit) != 0) return repeated_member(key, at, in, here);
        in.seen |= bit;
        if (field.slot >= 0) in.begins[static_cast<std::size_t>(field.slot)] = at;
        void* const to = field.in(in.address);
        char const* after = field.type->quick != nullptr ? field.type->quick(to, at, scan_.text()) : nullptr;
        if (after == nullptr) {
            has_value_ = true;
            after = member_value(at, to, here);
            if (after == nullptr || !has_value_) return after;
        }
        if (field.has_value_rules && (field.has_reply_rules || direction != direction::reply))
            check_member(at, to, here);
        return after;
    }

    OUTLAY_NOINLINE char const* member_value(char const* at, void* to, quick_step const& here)
    {
        if (*at != '{' && *at != '[') return scalar(at, to, here);
        at = composite(at, to, here, here.field->has_item_rules ? here.field : nullptr);
        return at != scan_.end() ? at : nullptr; // the object or array around it is not closed
    }

    void note_unusual_key(char const* key, object_table const& type, quick_step const& here)
    {
        field_table const& field = *here.field;
        if (field.is_alias && found_.keeps(true))
            keep(key, true, pointer_to(here), "alias", alias_message(type.fields[field.index].name));
        if (field.is_in_replies_only && direction != direction::reply && found_.keeps(true))
            keep(key, true, pointer_to(here), "not_sent", std::string(not_sent_message));
    }

    char const* repeated_member(char const* key, char const* at, open_object const& in, quick_step const& here)
    {
        is_broken_ = true;
        if (found_.keeps(false))
            keep(key, false, pointer_to(here), "duplicate", duplicate_message(in.type.fields[here.field->index].name));
        return skip_in_object(at, nullptr);
    }

    OUTLAY_NOINLINE char const* unknown_member(char const* key, char const* at, std::string_view name,
                                               open_object const& in)
    {
        std::string own_name(name); // the scanner may reuse the memory of `name` for its next string
        at = scan_.after_colon(at);
        if (at == nullptr) return nullptr;
        object_table const& type = in.type;
        unknown_name const unknown{.of = type, .seen = in.seen, .name = own_name};
        bool const is_any = type.has_any_names();
        bool const is_refused = !is_any && unknown.is_violation(options_);
        bool const keeps_field = type.extras != nullptr && !is_refused;
        if (keeps_field) note_repeated(key, own_name, in);
        if (!is_any && found_.keeps(!is_refused))
            keep(key, !is_refused, pointer_to_field(in, own_name), "unknown_field",
                 unknown.message(is_refused, options_));
        if (!keeps_field) return skip_in_object(at, nullptr);
        std::string json;
        at = skip_in_object(at, &json);
        if (at == nullptr || !take_memory(memory_of_kept + own_name.size())) return nullptr;
        type.extras->keep(type.extras_in(in.address), std::move(own_name), std::move(json));
        return at;
    }

    char const* skip_in_object(char const* at, std::string* json)
    {
        at = scan_.skip(at, json);
        return at != scan_.end() ? at : nullptr; // the object or array around it is not closed
    }

    /// Reports an unknown field that is kept and occurs more than once.
    void note_repeated(char const* key, std::string_view name, open_object const& in)
    {
        void const* const extras = in.type.extras_in(in.address);
        if (in.type.extras->position(extras, name) == in.type.extras->size(extras)) return;
        bool const is_notice = options_.unknown_fields == unknown_fields::ignore;
        if (found_.keeps(is_notice))
            keep(key, is_notice, pointer_to_field(in, name), "duplicate", repeated_message(name));
    }

    /// The checks of a complete object. Returns false if the reader gives up.
    bool finish_object(open_object& in)
    {
        if (in.seen == 0 && &in.place == root_) found_nothing_ = in.type.bucket_mask != 0;
        std::uint64_t const looked_for =
            direction == direction::reply ? in.type.looked_for_in_replies : in.type.looked_for;
        if (std::uint64_t const absent = looked_for & ~in.seen; absent != 0) [[unlikely]]
            if (!look_at_absent(in, absent)) return false;
        bool const is_bound = direction == direction::reply ? in.type.has_reply_clauses : !in.type.clauses.empty();
        if (is_bound && !is_broken_) check_conditions(in);
        return true;
    }

    OUTLAY_NOINLINE bool look_at_absent(open_object& in, std::uint64_t absent)
    {
        object_table const& type = in.type;
        quick_step here{.outer = &in.place, .in = &in};
        auto const go_to_first = [&here, &type](std::uint64_t members) {
            here.field = &type.fields[static_cast<std::size_t>(std::countr_zero(members))];
        };
        for (std::uint64_t left = absent & type.required; left != 0; left &= left - 1) {
            go_to_first(left);
            is_broken_ = true;
            if (found_.keeps(false))
                keep(in.begin, false, pointer_to(here), "missing", std::string(required_but_missing));
        }
        for (std::uint64_t left = absent & type.checked_if_absent; left != 0; left &= left - 1) {
            go_to_first(left);
            check_member(in.begin, here.field->in(in.address), here);
        }
        for (std::uint64_t left = absent & type.noted_if_absent; left != 0; left &= left - 1) {
            go_to_first(left);
            if ((type.expected >> here.field->index & 1) != 0 && found_.keeps(true))
                keep(in.begin, true, pointer_to(here), "missing", std::string(expected_but_missing));
            if (!keep_trace(here, {})) return false;
        }
        return true;
    }

    // Objects and arrays. Each function sets has_value_: whether rules of the value are checked.

    char const* composite(char const* at, void* to, quick_step const& here, field_table const* rules)
    {
        bool const is_object = *at == '{';
        type_table const& type = here.type();
        type_table const& inner = type.value();
        if (inner.is != (is_object ? shape::object : shape::list)) [[unlikely]] {
            if (!accepts(type, is_object ? json_object : json_array)) return other_kind(at, to, here);
            return unusual(at, to, type, here, rules);
        }
        if (type.maybe != nullptr) {
            if (!take_memory(type.maybe->apart)) return nullptr;
            to = type.maybe->engage(to);
        }
        return is_object ? object(at, to, *inner.object, here) : list(at, to, *inner.list, here, rules);
    }

    /// Reads an object or array for a type that is neither.
    OUTLAY_NOINLINE char const* other_kind(char const* at, void* to, quick_step const& here)
    {
        token const found(token_kind::composite, (*at == '{' ? expected_object : expected_array).expected);
        problem const* const wrong = here.type().read(to, found);
        outcome const made = wrong == nullptr ? outcome::value : settle(*wrong, here.type(), to, found, at, here);
        if (made == outcome::unknown) return nullptr;
        has_value_ = false;
        bool const keeps = made == outcome::none && is_traced(here);
        std::string json;
        at = scan_.skip(at, keeps ? &json : nullptr);
        return keeps && at != nullptr && !keep_trace(here, std::move(json)) ? nullptr : at;
    }

    /// Reads an object or array of any type that accepts it.
    char const* unusual(char const* at, void* to, type_table const& type, quick_step const& here,
                        field_table const* rules)
    {
        if (type.object != nullptr && type.converted == nullptr) return object(at, to, *type.object, here);
        if (type.converted != nullptr) return converted(at, to, type, here);
        if (type.variant != nullptr) return alternative(at, to, type, here);
        if (type.map != nullptr) return map(at, to, *type.map, here, rules);
        if (type.list != nullptr) return list(at, to, *type.list, here, rules);
        if (type.tuple != nullptr) return tuple(at, to, *type.tuple, here);
        return take_memory(type.maybe->apart) ? unusual(at, type.maybe->engage(to), *type.maybe->value, here, rules)
                                              : nullptr;
    }

    /// Reads the comma or the closing bracket after an item. Returns the start of the next item, or the end of the
    /// list.
    char const* after_item(char const* at, char closing, bool& goes_on) const noexcept
    {
        at = scan_.skip_space(at);
        goes_on = *at == ',';
        if (goes_on) return scan_.skip_space(at + 1);
        return *at == closing ? at + 1 : nullptr;
    }

    char const* list(char const* at, void* address, list_table const& type, quick_step const& place,
                     field_table const* rules)
    {
        if (!scan_.enter()) return nullptr;
        void const* const kept_place = place.field != nullptr ? static_cast<void const*>(place.field) : &type;
        bool const is_one_of_many = std::exchange(in_list_or_map_, true);
        bool const is_outer_broken = std::exchange(is_broken_, false);
        quick_step here{.outer = &place, .item = type.item};
        std::size_t items = 0;
        std::size_t room = type.count != list_table::any_count ? list_table::any_count : 0;
        at = scan_.skip_space(at + 1);
        bool goes_on = *at != ']';
        if (!goes_on) ++at;
        while (goes_on) {
            if (items == room) [[unlikely]] {
                std::size_t const likely = items != 0 ? 2 * items : first_room(at, type, kept_place, is_one_of_many);
                if (!make_room(address, type, items, room, likely)) return nullptr;
            }
            here.index = items++;
            at = type.append != nullptr ? item(at, type.append(address, here.index), here, rules)
                                        : item_of_set(at, address, type, here, rules);
            if (at == nullptr) return nullptr;
            at = after_item(at, ']', goes_on);
            if (at == nullptr) return nullptr;
        }
        in_list_or_map_ = is_one_of_many;
        if (type.count != list_table::any_count && items != type.count) return nullptr;
        planner_.remember(kept_place, items);
        return finish(at, place, items, "[]", is_outer_broken, true);
    }

    /// Ends a list, map or tuple.
    char const* finish(char const* at, quick_step const& place, std::size_t items, std::string_view empty,
                       bool is_outer_broken, bool is_list)
    {
        has_value_ = is_list || !is_broken_;
        is_broken_ = is_broken_ || is_outer_broken;
        scan_.leave();
        return items != 0 || note_empty(place, empty) ? at : nullptr;
    }

    /// Reads an item, the value of an entry, or a part. `rules`: the member whose list or map has rules for items; or
    /// null.
    char const* item(char const* at, void* to, quick_step const& here, field_table const* rules)
    {
        if (to == nullptr) return nullptr; // past the fixed size
        type_table const& type = *here.item;
        char const* after = nullptr;
        has_value_ = true;
        if (*at == '{' && type.is == shape::object) {
            after = object(at, to, *type.object, here);
        } else {
            if (type.quick != nullptr) after = type.quick(to, at, scan_.text());
            if (after == nullptr)
                after = *at == '{' || *at == '[' ? composite(at, to, here, nullptr) : scalar(at, to, here);
        }
        if (after == nullptr || after == scan_.end()) return nullptr; // the object or array around it is not closed
        if (rules != nullptr && has_value_) check_item(at, *rules, to, here);
        return after;
    }

    char const* item_of_set(char const* at, void* set, list_table const& type, quick_step const& here,
                            field_table const* rules)
    {
        made_apart const made(*type.items);
        bool const is_set_broken = std::exchange(is_broken_, false);
        at = item(at, made.object, here, rules);
        bool const is_whole = has_value_ && !is_broken_; // a list has a value even if an item could not be read
        is_broken_ |= is_set_broken;
        return at == nullptr || !is_whole || type.insert(set, made.object) ? at : nullptr;
    }

    char const* map(char const* at, void* address, map_table const& type, quick_step const& place,
                    field_table const* rules)
    {
        if (!scan_.enter()) return nullptr;
        bool const is_one_of_many = std::exchange(in_list_or_map_, true);
        bool const is_outer_broken = std::exchange(is_broken_, false);
        quick_step here{.outer = &place, .item = type.value, .map = &type};
        std::size_t entries = 0;
        at = scan_.skip_space(at + 1);
        bool goes_on = *at != '}';
        if (!goes_on) ++at;
        while (goes_on) {
            char const* const key = at;
            at = scan_.string(at, here.name);
            if (at == nullptr) return nullptr;
            std::string const own_name(here.name); // the scanner may reuse the memory of `name` for its next string
            here.name = own_name;
            at = scan_.after_colon(at);
            if (at == nullptr || !take_memory(type.entry_size + node_size)) return nullptr;
            map_entry const made = type.insert(address, own_name);
            if (made.value == nullptr || made.wrong != nullptr) return nullptr; // the careful reader reports it
            if (rules != nullptr) check_key(key, *rules, made.key, here);
            at = item(at, made.value, here, rules);
            if (at == nullptr) return nullptr;
            at = after_item(at, '}', goes_on);
            if (at == nullptr) return nullptr;
            ++entries;
        }
        in_list_or_map_ = is_one_of_many;
        return finish(at, place, entries, "{}", is_outer_broken, false);
    }

    char const* tuple(char const* at, void* address, tuple_table const& type, quick_step const& place)
    {
        if (!scan_.enter()) return nullptr;
        bool const is_outer_broken = std::exchange(is_broken_, false);
        quick_step here{.outer = &place, .is_part = true};
        at = scan_.skip_space(at + 1);
        std::size_t parts = 0;
        for (bool goes_on = *at != ']'; goes_on;) {
            if (parts == type.parts.size()) return nullptr;
            here.index = parts++;
            here.item = type.parts[here.index];
            at = item(at, type.part(address, here.index), here, nullptr);
            if (at == nullptr) return nullptr;
            at = after_item(at, ']', goes_on);
            if (at == nullptr) return nullptr;
        }
        return parts == type.parts.size() ? finish(at, place, parts, "[]", is_outer_broken, false) : nullptr;
    }

    char const* converted(char const* at, void* to, type_table const& type, quick_step const& here)
    {
        made_apart const made(*type.converted->wires);
        bool const is_outer_broken = std::exchange(is_broken_, false);
        char const* const after = unusual(at, made.object, *type.converted->wire, here, nullptr);
        if (after == nullptr || (!is_broken_ && !convert(at, to, made.object, type, here))) return nullptr;
        has_value_ = !is_broken_;
        is_broken_ = is_broken_ || is_outer_broken;
        return after;
    }

    char const* alternative(char const* at, void* to, type_table const& type, quick_step const& here)
    {
        outline seen{.is_object = *at == '{'};
        unescaped_texts texts;
        if (!look_at_parts(at, seen, texts)) return nullptr;
        choice const chosen = choose(*type.variant, seen);
        if (!chosen.is_made) return nullptr;
        type_table const* const outer_variant = variant_;
        if (variant_ == nullptr) variant_ = &type;
        void* const made = type.variant->emplace(to, chosen.index);
        at = unusual(at, made, *type.variant->alternatives[chosen.index], here, nullptr);
        variant_ = outer_variant;
        return at;
    }

    key_orders orders_;
    quick_step const* root_ = nullptr; ///< the step of the whole text
    bool in_list_or_map_ = false;
    bool found_nothing_ = false;
};

} // namespace outlay::inline v0_1_0::detail
