#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/json/options.hpp>
#include <outlay/json/read/alternatives.hpp>
#include <outlay/json/read/apart.hpp>
#include <outlay/json/read/frame.hpp>
#include <outlay/json/read/messages.hpp>
#include <outlay/json/read/reading.hpp>
#include <outlay/json/read/recording.hpp>
#include <outlay/json/read/room.hpp>
#include <outlay/json/read/skipped_field.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// The part of the careful reader that reads names and scalars into the open objects.
///
/// Invariants: while `skipped_` is open, tokens belong to no frame; while there is a recording, `skipped_` is open.
class token_reader : public reading {
public:
    bool in_object() const noexcept
    {
        if (skipped_.is_open()) return skipped_.in_object();
        return top_->object != nullptr || top_->map != nullptr;
    }
    bool is_outermost() const noexcept { return !skipped_.is_open() && frames_.size() == 1; }

    void key(std::string_view name)
    {
        if (skipped_.is_open()) [[unlikely]]
            return key_skipped(name);
        frame& top = *top_;
        if (top.object == nullptr) [[unlikely]]
            return key_of_map(name);
        field_table const* field = top.next; // members usually have the order of the description
        if (field == nullptr || !field->has_name(name)) field = top.object->find(name);
        top.field = field;
        if (field == nullptr) [[unlikely]]
            return unknown_key(name);
        top.next = &top.object->fields[field->next];
        std::uint64_t const bit = std::uint64_t{1} << field->index;
        if ((top.seen & bit) != 0 || field->is_unusual) [[unlikely]]
            return unusual_key((top.seen & bit) != 0);
        top.seen |= bit;
    }

    /// Reads null. Records its trace, unless the member itself can be null.
    void null()
    {
        bool const is_member = !skipped_.is_open() && top_->object != nullptr && top_->field != nullptr;
        scalar(token(token_kind::null));
        if (!is_member || top_->object->extras == nullptr) return;
        type_table const& type = *top_->field->type;
        if (type.maybe == nullptr || type.maybe->is_null == nullptr) keep_trace(*top_->field, "null");
    }

    void scalar(token value)
    {
        frame& top = *top_;
        if (skipped_.is_open()) skip_scalar(value);
        else if (top.list != nullptr) read_item(top, value);
        else if (top.object == nullptr) read_part(value);
        else if (top.field != nullptr) read_member(top, *top.field, value);
        else skip_scalar(value);
    }

protected:
    using reading::reading;
    ~token_reader() = default;

    /// The destination of the next value.
    struct place_for {
        type_table const* type = nullptr; ///< null: the value is skipped
        void* address = nullptr;
        void* member = nullptr;             ///< the std::variant around it; null: none
        field_table const* rules = nullptr; ///< the member whose rules apply to its items
        std::size_t apart = 0;
    };

    /// The destination of the next item of a set, of the next entry, or of the next part of a tuple.
    place_for next_place()
    {
        frame& top = *top_;
        OUTLAY_ASSERT(top.object == nullptr);
        if (top.list != nullptr) {
            OUTLAY_ASSERT(top.list->append == nullptr);
            if (!has_room(top)) return {};
            ++top.items;
            void* const item = apart_.push(*top.list->items);
            return {.type = top.list->item, .address = item, .apart = 1};
        }
        if (top.map != nullptr && top.entry == nullptr) return {};
        if (top.map != nullptr) return {.type = top.map->value, .address = top.entry};
        std::size_t const index = top.items++;
        if (index >= top.tuple->parts.size()) return {};
        return {.type = top.tuple->parts[index], .address = top.tuple->part(top.address, index)};
    }

    /// Whether there is memory for another item of the innermost list.
    bool has_room(frame const& top) { return top.items != top.room || make_room(); }

    OUTLAY_COLD bool make_room()
    {
        frame& top = *top_;
        std::size_t const each = memory_of_item(*top.list);
        constexpr std::size_t most_of_any_list = (std::numeric_limits<std::ptrdiff_t>::max)();
        std::size_t const more = std::clamp<std::size_t>(memory_left_ / each, 1, most_of_any_list);
        bool const is_moved = top.list->reserve != nullptr; // the existing items move to a new block
        std::size_t const most = is_moved ? (std::max)(more, top.items + 1) : top.items + more;
        std::size_t const wanted = std::clamp(plan_room(top, most), top.items + 1, most);
        ++top.items; // the report is about this item
        bool const is_taken = take_memory((is_moved ? wanted : wanted - top.room) * each);
        --top.items;
        if (!is_taken) return false;
        if (is_moved) {
            top.list->reserve(top.address, wanted);
            memory_left_ += top.room * each;
        }
        top.room = wanted;
        return true;
    }

    /// The expected number of items of the innermost list.
    std::size_t plan_room(frame const& list, std::size_t most)
    {
        if (list.items != 0) return 2 * list.items;
        if (list.list->reserve == nullptr) return 1;
        void const* const place = place_of(frames_[frames_.size() - 2], list);
        bool const is_one_of_many = is_in_list_or_map();
        if (std::size_t const last = is_one_of_many ? planner_.take_last(place) : 0; last != 0) return last;
        token_mark const mark = tracker.mark();
        std::string_view const chunk = tracker.chunk();
        bool const is_in_chunk = !chunk.empty() && mark.tokens != token_mark::resolved;
        return planner_.look_ahead({.list = list.list,
                                    .is_one_of_many = is_one_of_many,
                                    .first = is_in_chunk ? tracker.find(mark) : nullptr,
                                    .text_end = chunk.data() + chunk.size()},
                                   most);
    }

    bool is_in_list_or_map() const noexcept
    {
        for (std::size_t i = 0; i + 1 < frames_.size(); ++i)
            if (frames_[i].list != nullptr || frames_[i].map != nullptr) return true;
        return false;
    }

    /// The key of a list for the planner: its member, or its table.
    static void const* place_of(frame const& parent, frame const& list) noexcept
    {
        return parent.object != nullptr ? static_cast<void const*>(parent.field) : list.list;
    }

    /// Records the trace of a member of the innermost object, if the object has extras.
    OUTLAY_COLD void keep_trace(field_table const& field, std::string json)
    {
        object_table const& object = *top_->object;
        if (object.extras == nullptr || !take_memory(memory_of_kept + json.size())) return;
        object.extras->keep_trace(object.extras_in(top_->address), object.fields[field.index].name, std::move(json),
                                  top_->direction == direction::reply);
    }

    /// Records the trace of a value that was not read. For an object or array, which starts with this token, its tokens
    /// are recorded as they arrive.
    OUTLAY_COLD void keep_trace_of(field_table const& field, token value)
    {
        field_table const& member = top_->object->fields[field.index];
        // Not for an alias with a form of its own: the same text may be a value in the form of the member itself.
        if (top_->object->extras == nullptr || field.type != member.type) return;
        skipped_.keep(member.name, true);
        if (value.kind != token_kind::composite) skip_scalar(value);
    }

    /// Whether there is a recording, and memory for another token in it.
    bool records() { return recording_ && take_memory(recording::memory_of_event); }

    OUTLAY_COLD void key_skipped(std::string_view name)
    {
        if (records()) recording_->add_key(name, resolved(tracker.mark()));
        skipped_.key(name);
    }
    OUTLAY_COLD void skip_scalar(token value)
    {
        if (records()) recording_->add_scalar(value, resolved(tracker.mark()));
        skipped_.scalar(value);
        keep_skipped();
    }
    void keep_skipped()
    {
        if (skipped_.is_complete())
            skipped_.hand_over(*top_->object->extras, top_->object->extras_in(top_->address),
                               top_->direction == direction::reply);
    }

    /// Converts a complete wire value to its destination. Returns true if there is a value.
    OUTLAY_COLD bool convert(apart const& done, token_mark const& mark)
    {
        error why;
        if (done.type->converted->from_wire(done.target, done.object, why)) {
            check_converted(done, mark);
            return true;
        }
        bool const is_hidden = hides(*done.type);
        for (violation const& one : why.report()) {
            if (!keeps_violation()) continue;
            add(mark, is_hidden ? pointer() : pointer() + one.pointer, one.code,
                is_hidden ? std::string(words_not_shown) : one.message);
        }
        top_->broken = true;
        return false;
    }

    /// Checks all items of a member whose type has a codec, since they were not read one by one.
    void check_converted(apart const& done, token_mark const& mark)
    {
        if (top_->object == nullptr || !top_->field->has_item_rules || done.type != &top_->field->type->value()) return;
        set_checked(mark, frames_.size());
        check_nested_rules(top_->field->all_rules(), *done.type, done.target, place{}, *this);
    }

    OUTLAY_COLD void insert_item(void* item, token_mark const& mark)
    {
        if (top_->list->insert(top_->address, item)) return;
        top_->broken = true;
        if (!keeps_violation()) return;
        add(mark, pointer(), "unique_items", "expected distinct items, found an item that occurs before");
    }

    /// Reports a problem with a token, unless the direction or the member makes it harmless. Returns true if there is a
    /// value whose rules are checked.
    OUTLAY_COLD bool handle_problem(problem const& wrong, type_table const& type, void* to, token value)
    {
        frame& top = *top_;
        bool const is_null = value.kind == token_kind::null;
        bool const may_be_absent = top.object != nullptr && (top.object->required >> top.field->index & 1) == 0;
        // Several vendors' servers write null for an empty list. A holder of a list has read null itself.
        bool const is_violation = wrong.weight == problem::gravity::violation;
        if (is_null && is_violation && top.direction == direction::reply && type.is == shape::list)
            return take_null_list(type, to, may_be_absent);
        bool const is_notice = wrong.is_notice(options_.inexact_numbers == inexact_numbers::round);
        if (is_null && may_be_absent) return false; // the member keeps its default
        bool const is_hidden = wrong.is_secret || is_value_secret();
        field_table const* const member = top.object != nullptr ? top.field : nullptr;
        if (is_notice) {
            if (keeps_notice())
                add_notice(tracker.mark(), pointer(), std::string(wrong.code),
                           remedied_message(wrong, value, is_hidden));
            if (member != nullptr && wrong.weight == problem::gravity::not_available) keep_trace_of(*member, value);
            return wrong.has_value();
        }
        if (member != nullptr && member->is_for_information && may_be_absent && top.direction == direction::reply) {
            if (keeps_notice())
                add_notice(tracker.mark(), pointer(), std::string(wrong.code),
                           read_as_absent_message(wrong, value, is_hidden));
            keep_trace_of(*member, value);
            return false;
        }
        top.broken = true;
        if (!keeps_violation()) return false;
        add(tracker.mark(), pointer(), std::string(wrong.code), refused_message(wrong, value, is_hidden));
        return false;
    }

    /// Reads null as an empty list. Returns true if its rules are checked: null for an optional member means absent.
    bool take_null_list(type_table const& type, void* list, bool may_be_absent)
    {
        if (keeps_notice())
            add_notice(tracker.mark(), pointer(), "null_list", std::string(null_list_message(*type.list)));
        if (type.list->clear != nullptr) type.list->clear(list);
        return !may_be_absent;
    }

    /// Handles a token that its read function did not simply read. Returns true if there is a value whose rules are
    /// checked.
    OUTLAY_COLD bool settle(problem const& wrong, type_table const& type, void* to, token value)
    {
        return &wrong == &needs_more ? read_more(type, to, value) : handle_problem(wrong, type, to, value);
    }

    skipped_field skipped_;
    room_planner planner_;
    apart_stack apart_;
    recording_owner recording_;

private:
    // Names.

    OUTLAY_COLD void unusual_key(bool is_duplicate)
    {
        frame& top = *top_;
        std::string_view const name = top.object->fields[top.field->index].name;
        if (top.field->is_alias && keeps_notice()) add_notice(tracker.mark(), pointer(), "alias", alias_message(name));
        if (top.field->is_in_replies_only && top.direction != direction::reply && keeps_notice())
            add_notice(tracker.mark(), pointer(), "not_sent", std::string(not_sent_message));
        if (is_duplicate) {
            if (keeps_violation()) add(tracker.mark(), pointer(), "duplicate", duplicate_message(name));
            top.broken = true;
            top.field = nullptr;
            return;
        }
        top.seen |= std::uint64_t{1} << top.field->index;
    }

    OUTLAY_COLD void unknown_key(std::string_view name)
    {
        if (top_->object->has_any_names()) return keep_field(name);
        bool const keeps = top_->object->extras != nullptr;
        unknown_name const unknown{.of = *top_->object, .seen = top_->seen, .name = name};
        bool const is_violation = unknown.is_violation(options_);
        if (!is_violation && keeps) keep_field(name);
        if (is_violation ? !keeps_violation() : !keeps_notice()) return;
        std::string message = unknown.message(is_violation, options_);
        if (is_violation) add(tracker.mark(), pointer_of_field(name), "unknown_field", std::move(message));
        else add_notice(tracker.mark(), pointer_of_field(name), "unknown_field", std::move(message));
    }

    /// Keeps an unknown field. If the name occurs twice, both are kept, so that the caller can choose.
    void keep_field(std::string_view name)
    {
        extras_table const& type = *top_->object->extras;
        void const* const extras = top_->object->extras_in(top_->address);
        if (type.position(extras, name) != type.size(extras)) {
            bool const is_notice = options_.unknown_fields == unknown_fields::ignore;
            if (is_notice ? keeps_notice() : keeps_violation()) {
                std::string again = repeated_message(name);
                if (is_notice) add_notice(tracker.mark(), pointer_of_field(name), "duplicate", std::move(again));
                else add(tracker.mark(), pointer_of_field(name), "duplicate", std::move(again));
            }
        }
        if (take_memory(memory_of_kept + name.size())) skipped_.keep(name);
    }

    OUTLAY_COLD void key_of_map(std::string_view name)
    {
        frame& top = *top_;
        ++top.items;
        names_.truncate(top.name_begin);
        names_.append(name.data(), name.size());
        top.name_size = name.size();
        top.entry = nullptr;
        if (!take_memory(top.map->entry_size + node_size)) return;
        map_entry const made = top.map->insert(top.address, name);
        top.entry = made.value;
        if (made.value != nullptr) {
            if (made.wrong != nullptr) report_inexact_key(*made.wrong, token(token_kind::string, name));
            if (top.rules != nullptr)
                run([&](place const& at) {
                    check_key_rules(top.rules->all_rules(), *top.map->key, made.key, at, *this);
                });
            return;
        }
        top.broken = true;
        if (!keeps_violation()) return;
        if (made.wrong == nullptr) {
            std::string const shown_name = has_secret_names(*top.map) ? std::string(hidden_name) : in_quotes(name);
            add(tracker.mark(), pointer(), "duplicate", joined({shown_name, " occurs more than once"}));
        } else {
            token const as_string(token_kind::string, name);
            add(tracker.mark(), pointer(), std::string(made.wrong->code),
                joined({"expected ", made.wrong->expected, ", found ", shown(as_string, has_secret_names(*top.map))}) +
                    hint(*made.wrong, as_string));
        }
    }

    /// Reports a key that was read although it does not have the documented form.
    void report_inexact_key(problem const& wrong, token name)
    {
        bool const is_hidden = has_secret_names(*top_->map);
        if (wrong.is_notice(options_.inexact_numbers == inexact_numbers::round)) {
            if (keeps_notice())
                add_notice(tracker.mark(), pointer(), std::string(wrong.code),
                           remedied_message(wrong, name, is_hidden));
            return;
        }
        top_->broken = true;
        if (keeps_violation())
            add(tracker.mark(), pointer(), std::string(wrong.code), refused_message(wrong, name, is_hidden));
    }

    // Scalars.

    void read_member(frame& top, field_table const& field, token value)
    {
        problem const* const wrong = field.read(field.in(top.address), value);
        if (wrong == nullptr && field.is_plain) [[likely]]
            return;
        note_slot(top, field);
        if (wrong != nullptr && !settle(*wrong, *field.type, field.in(top.address), value)) return;
        if (field.has_value_rules) check_member(field, field.in(top.address), tracker.mark());
    }

    void read_item(frame& top, token value)
    {
        if (top.list->append == nullptr) [[unlikely]]
            return read_item_apart(value);
        if (top.items == top.room && !make_room()) [[unlikely]]
            return;
        void* const item = top.list->append(top.address, top.items++);
        if (item == nullptr) [[unlikely]]
            return; // past the fixed size, which is reported at the end of the list
        type_table const& type = *top.list->item;
        problem const* const wrong = type.read(item, value);
        if (wrong != nullptr && !settle(*wrong, type, item, value)) return;
        if (top.rules != nullptr) check_item(item);
    }

    /// Reads an item of a set.
    OUTLAY_COLD void read_item_apart(token value)
    {
        frame& top = *top_;
        if (!has_room(top)) return;
        ++top.items;
        type_table const& type = *top.list->item;
        void* const item = apart_.push(*top.list->items);
        problem const* const wrong = type.read(item, value);
        bool const is_read = wrong == nullptr || settle(*wrong, type, item, value);
        if (is_read && top.rules != nullptr) check_item(item);
        if (is_read) insert_item(item, tracker.mark());
        apart_.pop();
    }

    /// Reads a scalar in a map or a tuple.
    OUTLAY_COLD void read_part(token value)
    {
        place_for const to = next_place();
        if (to.type == nullptr) return;
        problem const* const wrong = to.type->read(to.address, value);
        if (wrong != nullptr && !settle(*wrong, *to.type, to.address, value)) return;
        if (top_->rules != nullptr) check_item(to.address);
    }

    /// Reads a token for a type that is read as another: a codec, a holder of one, or a variant.
    OUTLAY_COLD bool read_more(type_table const& type, void* to, token value)
    {
        if (type.converted != nullptr)
            return read_converted(type, to, value); // also a std::optional that is converted as a whole
        if (type.maybe != nullptr) {
            if (value.kind != token_kind::null) return read_held(type, to, value);
            type.maybe->set_null(to);
            return true;
        }
        OUTLAY_ASSERT(type.variant != nullptr);
        return read_alternative(type, to, value);
    }

    bool read_held(type_table const& type, void* to, token value)
    {
        bool const is_read = read_more(*type.maybe->value, type.maybe->engage(to), value);
        if (!is_read) type.maybe->reset(to);
        return is_read;
    }

    bool read_converted(type_table const& type, void* to, token value)
    {
        void* const wire = apart_.push(*type.converted->wires, &type, to);
        problem const* const wrong = type.converted->wire->read(wire, value);
        bool const is_read = (wrong == nullptr || settle(*wrong, *type.converted->wire, wire, value)) &&
                             convert(apart_.back(), tracker.mark());
        apart_.pop();
        return is_read;
    }

    bool read_alternative(type_table const& type, void* to, token value)
    {
        attempt const made = try_alternatives(type, to, value);
        if (made.type == nullptr) {
            std::string const kinds = kinds_in_words(detail::kinds_of(type));
            return handle_problem({.code = "type", .expected = kinds}, type, to, value);
        }
        return made.wrong == nullptr || settle(*made.wrong, *made.type, made.to, value);
    }
};

} // namespace outlay::inline v0_1_0::detail
