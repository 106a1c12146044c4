#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/alternatives.hpp>
#include <outlay/json/read/frame.hpp>
#include <outlay/json/read/recording.hpp>
#include <outlay/json/read/token_reader.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// Reads a value of any type from the tokens of a text, using the type's table. It is not a template, so that an
/// additional type costs only its tables. A value that can't be read is reported, and reading continues with the next.
class value_reader : public token_reader {
public:
    /// Reads a text into the value at `root`, which has this type.
    value_reader(void* root, type_table const& type, decode_options const& options) : token_reader(root, type, options)
    {}

    /// See inspection::found_nothing.
    bool found_nothing() const noexcept { return found_nothing_; }

    template<bool IsObject>
    void open()
    {
        if (skipped_.is_open()) [[unlikely]]
            return open_skipped(IsObject);
        if (!open_value<IsObject>()) skipped_.open(IsObject);
    }

    void close()
    {
        if (skipped_.is_open()) [[unlikely]]
            return close_skipped();
        if (top_->object != nullptr) finish_object();
        else if (top_->list == nullptr || top_->list->count != list_table::any_count) finish_counted();
        close_value();
    }

    /// A JSON text with the open brackets, and `null` as the value in the innermost.
    std::string text_of_open() const
    {
        std::string text;
        for (std::size_t i = 1; i < frames_.size(); ++i) {
            bool const is_object = frames_[i].object != nullptr || frames_[i].map != nullptr;
            text += is_object ? R"({"":)" : "[";
        }
        skipped_.append_open(text);
        return text += "null";
    }

    /// Calls `parse`, and ignores all tokens that it passes to the reader.
    template<class Parse>
    void ignore(Parse const& parse)
    {
        position_tracker const place = tracker;
        recording_owner none;
        recording_.swap(none);
        auto const skipped = skipped_.drop();
        tracker.begin_chunk(nullptr, 0); // the tokens are not in the chunk
        parse();
        skipped_.restore(skipped);
        recording_.swap(none);
        tracker = place;
    }

protected:
    ~value_reader() = default;

private:
    /// The number of frames while only the outermost value is open: its own, and that of `root_object`.
    static constexpr std::size_t outermost_value = 2;

    // Values that are skipped or recorded.

    OUTLAY_COLD void open_skipped(bool is_object)
    {
        using kind = recording::event_kind;
        if (records()) recording_->add(is_object ? kind::open_object : kind::open_array, resolved(tracker.mark()));
        skipped_.open(is_object);
    }
    OUTLAY_COLD void close_skipped()
    {
        using kind = recording::event_kind;
        if (records())
            recording_->add(skipped_.in_object() ? kind::close_object : kind::close_array, resolved(tracker.mark()));
        skipped_.close();
        if (recording_ && !skipped_.is_open()) return finish_recording();
        keep_skipped();
    }

    /// Starts an object or array. Returns false if it is skipped.
    template<bool IsObject>
    bool open_value()
    {
        frame& top = *top_;
        bool const is_usual = top.list != nullptr ? top.list->append != nullptr : top.object != nullptr;
        if (!is_usual || forced_.type != nullptr) [[unlikely]]
            return open_unusual(IsObject);

        type_table const* type = nullptr;
        void* member = nullptr;
        field_table const* rules = nullptr;
        if (top.list != nullptr) {
            if (top.items == top.room && !make_room()) [[unlikely]]
                return false;
            type = top.list->item;
            member = top.list->append(top.address, top.items++);
            if (member == nullptr) return false;
        } else {
            if (top.field == nullptr) return false;
            note_slot(top, *top.field);
            type = top.field->type;
            member = top.field->in(top.address);
            if (top.field->has_item_rules) rules = top.field;
        }
        type_table const& inner = type->value();
        if (inner.is != (IsObject ? shape::object : shape::list)) [[unlikely]]
            return open_other(IsObject, {.type = type, .address = member, .rules = rules});

        void* address = member;
        if (type->maybe != nullptr) {
            if (!take_memory(type->maybe->apart)) return false;
            address = type->maybe->engage(member);
        }
        frame& opened = push(member, address);
        opened.rules = rules;
        if constexpr (IsObject) {
            opened.object = inner.object;
            opened.list = nullptr;
            begin_object(opened);
        } else {
            opened.object = nullptr;
            opened.list = inner.list;
            begin_list(opened);
        }
        return true;
    }

    OUTLAY_COLD bool open_unusual(bool is_object)
    {
        place_for const to = forced_.type == nullptr ? next_place() : std::exchange(forced_, place_for{});
        return to.type != nullptr && open_other(is_object, to);
    }

    /// Pushes a frame for the value at `address`. The caller sets its type and rules.
    frame& push(void* member, void* address)
    {
        outlay::direction const outer = top_->direction; // copied, because push() may move the frames
        frame& opened = frames_.push();
        top_ = &opened;
        opened.map = nullptr;
        opened.tuple = nullptr;
        opened.member = member;
        opened.address = address;
        opened.apart = 0;
        opened.begin = tracker.mark();
        opened.broken = false;
        opened.direction = outer;
        opened.items = 0;
        return opened;
    }

    void begin_object(frame& opened)
    {
        opened.field = nullptr;
        opened.next = opened.object->fields.data;
        opened.seen = 0;
        opened.direction = (std::max)(opened.direction, opened.object->direction);
        opened.first_slot = slots_.size();
        for (std::uint8_t i = 0; i < opened.object->slots; ++i) slots_.push() = opened.begin;
    }

    static void begin_list(frame& opened) noexcept
    {
        bool const is_inline = opened.list->count != list_table::any_count;
        opened.room = is_inline ? list_table::any_count : 0;
    }

    /// Starts an object or array of a type that is not simply an object or list, or that does not accept it.
    OUTLAY_COLD bool open_other(bool is_object, place_for to)
    {
        json_kinds const kind = is_object ? json_object : json_array;
        type_table const* type = to.type;
        void* address = to.address;
        if (!accepts(*type, kind)) return wrong_type(*type, address, is_object, to.apart);
        while (type->maybe != nullptr || type->converted != nullptr) {
            if (type->converted != nullptr) {
                address = apart_.push(*type->converted->wires, type, address);
                type = type->converted->wire;
                to.rules = nullptr; // the rules apply to the converted value
                ++to.apart;
            } else {
                if (!take_memory(type->maybe->apart)) return drop(to.apart);
                address = type->maybe->engage(address);
                type = type->maybe->value;
            }
        }
        if (type->variant != nullptr) {
            start_recording(is_object, to, *type, address);
            return true;
        }
        frame& opened = push(to.member != nullptr ? to.member : to.address, address);
        opened.object = type->object;
        opened.list = type->list;
        opened.map = type->map;
        opened.tuple = type->tuple;
        opened.apart = to.apart;
        opened.rules = to.rules;
        if (opened.object != nullptr) begin_object(opened);
        if (opened.map != nullptr) {
            opened.entry = nullptr;
            opened.name_begin = names_.size();
            opened.name_size = 0;
        }
        if (opened.list != nullptr) begin_list(opened);
        return true;
    }

    OUTLAY_COLD bool wrong_type(type_table const& type, void* member, bool is_object, std::size_t apart)
    {
        token const found_instead(token_kind::composite, (is_object ? expected_object : expected_array).expected);
        if (problem const* const wrong = type.read(member, found_instead)) settle(*wrong, type, member, found_instead);
        return drop(apart);
    }

    /// Destroys the objects on the apart_stack for a value that is skipped. Returns false.
    bool drop(std::size_t apart)
    {
        for (; apart != 0; --apart) apart_.pop();
        return false;
    }

    /// The checks of a complete object.
    void finish_object()
    {
        frame& top = *top_;
        if (top.seen == 0) [[unlikely]]
            note_empty_object();
        if (std::uint64_t const absent = top.object->looked_for & ~top.seen; absent != 0) [[unlikely]]
            look_at_absent(absent);
        if (top.object->clauses.empty() || top.broken) return;
        checked_object_ = &top;
        set_checked(top.begin, frames_.size() - 1);
        check_clauses(*top.object, top.address, place{}, *this);
        checked_object_ = nullptr;
    }

    OUTLAY_COLD void note_empty_object()
    {
        if (frames_.size() == outermost_value) found_nothing_ = top_->object->bucket_mask != 0;
    }

    OUTLAY_COLD void look_at_absent(std::uint64_t absent)
    {
        object_table const& type = *top_->object;
        if (std::uint64_t const missing = absent & type.required; missing != 0) report_missing(missing);
        check_absent(absent & type.checked_if_absent);
        note_absent(absent & type.noted_if_absent);
    }

    void report_missing(std::uint64_t missing)
    {
        for (; missing != 0; missing &= missing - 1) {
            field_table const& member = top_->object->fields[static_cast<std::size_t>(std::countr_zero(missing))];
            if (keeps_violation())
                add(top_->begin, pointer_of_field(member.name), "missing", std::string(required_but_missing));
        }
        top_->broken = true;
    }

    /// Checks the defaults of absent members, so that decode() and validate() report the same violations.
    void check_absent(std::uint64_t absent)
    {
        for (; absent != 0; absent &= absent - 1) {
            top_->field = &top_->object->fields[static_cast<std::size_t>(std::countr_zero(absent))];
            check_member(*top_->field, top_->field->in(top_->address), top_->begin);
        }
    }

    /// Records the absence of members whose type can't show it, so that they are not written.
    void note_absent(std::uint64_t absent)
    {
        for (; absent != 0; absent &= absent - 1) {
            top_->field = &top_->object->fields[static_cast<std::size_t>(std::countr_zero(absent))];
            if ((top_->object->expected >> top_->field->index & 1) != 0 && keeps_notice())
                add_notice(top_->begin, pointer(), "missing", std::string(expected_but_missing));
            keep_trace(*top_->field, {});
        }
    }

    /// A list or map without entries is written only if it must be there: what was read leaves a trace.
    OUTLAY_COLD void note_empty(frame const& done)
    {
        frame const& parent = *top_;
        type_table const& type = *parent.field->type;
        bool const is_required = (parent.object->required >> parent.field->index & 1) != 0;
        if (is_required || type.maybe != nullptr || type.converted != nullptr) return;
        keep_trace(*parent.field, done.map != nullptr ? "{}" : "[]");
    }

    /// The check of the size of a complete array or tuple; also ends a map.
    OUTLAY_COLD void finish_counted()
    {
        frame const& top = *top_;
        if (top.map != nullptr) return names_.truncate(top.name_begin);
        std::size_t const due = top.list != nullptr ? top.list->count : top.tuple->parts.size();
        if (top.items == due) return;
        top_->broken = true;
        if (!keeps_violation()) return;
        add(top.begin, pointer_of_container(), "items",
            joined({"expected ", count_text(due, due, "item"), ", found ", count_text(top.items, top.items, "item")}));
    }

    void close_value()
    {
        OUTLAY_ASSERT(frames_.size() > 1); // the frame around the text is never closed
        frame const& done = *top_;         // popped below, but unchanged until the next push
        frames_.pop();
        frame& parent = *--top_;
        if (done.object != nullptr) slots_.truncate(done.first_slot);
        else if (done.list != nullptr) planner_.remember(place_of(parent, done), done.items);
        parent.broken |= done.broken;
        bool const is_whole = done.apart == 0 ? !done.broken : finish_apart(done);
        if (parent.object != nullptr) {
            field_table const& field = *parent.field;
            if (done.object == nullptr && done.items == 0) [[unlikely]]
                note_empty(done);
            if (field.has_value_rules && (is_whole || done.list != nullptr))
                check_member(field, field.in(parent.address), done.begin);
        } else if (parent.rules != nullptr && parent.list != nullptr && parent.list->append != nullptr) {
            if (is_whole || done.list != nullptr) check_item(done.member, done.begin);
        } else if (parent.rules != nullptr && parent.map != nullptr && is_whole) {
            check_item(done.member, done.begin);
        }
    }

    /// Moves the objects on the apart_stack for a value to their destinations. Returns true if the value is complete.
    OUTLAY_COLD bool finish_apart(frame const& done)
    {
        bool is_whole = !done.broken;
        for (std::size_t left = done.apart; left != 0; --left) {
            apart const& part = apart_.back();
            if (part.type != nullptr) {
                is_whole = is_whole && convert(part, done.begin);
            } else {
                bool const has_value = is_whole || (done.apart == 1 && done.list != nullptr); // as for other lists
                if (has_value && top_->rules != nullptr) check_item(part.object, done.begin);
                if (is_whole) insert_item(part.object, done.begin);
            }
            apart_.pop();
        }
        return is_whole;
    }

    // Values that may be one of several types.

    OUTLAY_COLD void start_recording(bool is_object, place_for const& to, type_table const& type, void* variant)
    {
        using kind = recording::event_kind;
        token_mark const begin = resolved(tracker.mark());
        recording_.start(type, variant);
        recording_->member = to.member != nullptr ? to.member : to.address;
        recording_->apart = to.apart;
        recording_->begin = begin;
        take_memory(recording::memory_of_event);
        recording_->add(is_object ? kind::open_object : kind::open_array, begin);
        skipped_.open(is_object);
    }

    OUTLAY_COLD void finish_recording()
    {
        recording_owner const record = recording_.hand_over();
        if (is_out_of_memory()) { // the recording is not complete
            drop(record->apart);
            return;
        }
        memory_left_ += record->events.size() * recording::memory_of_event; // freed at the end of this function
        OUTLAY_ASSERT(record->events.size() >= 2);                          // the opening and the closing bracket
        outline const of = outline_of(*record);
        choice const chosen = choose(*record->variant->variant, of);
        if (!chosen.is_made) return refuse(*record, chosen);
        forced_ = {.type = record->variant->variant->alternatives[chosen.index],
                   .address = record->variant->variant->emplace(record->target, chosen.index),
                   .member = record->member,
                   .apart = record->apart};
        bool const is_outermost_variant = variant_ == nullptr;
        if (is_outermost_variant) variant_ = record->variant;
        for (recording::event const& event : record->events) replay(*record, event);
        if (is_outermost_variant) variant_ = nullptr;
        tracker.end_replay();
    }

    void refuse(recording const& record, choice const& chosen)
    {
        if (keeps_violation()) {
            std::string at = pointer();
            OUTLAY_ASSERT(!chosen.at.empty()); // only the field of a tag can exclude all alternatives
            append_token(at, chosen.at);
            token_mark const& mark = chosen.part != nullptr ? mark_of(*chosen.part) : record.begin;
            add(mark, std::move(at), chosen.code, chosen.message);
        }
        top_->broken = true;
        drop(record.apart);
    }

    void replay(recording const& record, recording::event const& event)
    {
        using kind = recording::event_kind;
        tracker.replay(event.mark);
        switch (event.kind) {
        case kind::open_object: return open<true>();
        case kind::open_array: return open<false>();
        case kind::close_object:
        case kind::close_array: return close();
        case kind::key: return key(record.text(event));
        case kind::scalar: {
            token const value = record.scalar(event);
            return value.kind == token_kind::null ? null() : scalar(value);
        }
        }
    }

    place_for forced_{}; ///< the destination of the object or array that is replayed next
    bool found_nothing_ = false;
};

} // namespace outlay::inline v0_1_0::detail
