#pragma once

#include <algorithm>
#include <bit>
#include <boost/json/error.hpp>
#include <boost/json/string_view.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/json/detail/frame.hpp>
#include <outlay/json/detail/inline_stack.hpp>
#include <outlay/json/detail/located_findings.hpp>
#include <outlay/json/detail/position.hpp>
#include <outlay/json/detail/room.hpp>
#include <outlay/json/detail/skipped_field.hpp>
#include <outlay/json/detail/tables.hpp>
#include <outlay/json/detail/token.hpp>
#include <outlay/json/options.hpp>
#include <outlay/model/place.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

/// Out of the way of what every value passes.
#define OUTLAY_COLD [[gnu::noinline]]

namespace outlay::detail {

/// The handler of boost::json::basic_parser that reads any type, directed by its tables. It is not a template: a
/// further type costs its tables only. What it can't read it reports, and goes on with the next value.
class reader final : public located_findings {
    using error_code = boost::system::error_code;
    using json_view = boost::json::string_view;

public:
    reader(void* root, value_reader const& type, decode_options const& options)
        : located_findings(options),
          max_string_(std::min<std::size_t>(options.max_string, std::numeric_limits<std::uint32_t>::max()))
    {
        root_field_.value = &type;
        root_field_.read = type.scalar;
        root_field_.member = [](void* address) { return address; };
        top_ = &frames_.push();
        *top_ = {};
        top_->object = &root_object;
        top_->address = root;
        top_->begin.tokens = token_mark::resolved;
        top_->field = &root_field_;
        top_->way = way;
    }

    /// Whether the value at hand is the value of a key, and whether its container is an object: for what a syntax
    /// error expected.
    bool after_key() const noexcept { return after_key_; }
    bool in_object() const noexcept { return skipped_.is_open() ? skipped_.in_object() : top_->array == nullptr; }
    bool is_outermost() const noexcept { return !skipped_.is_open() && frames_.size() == 1; }

    /// Whether the outermost value is an object of a type with members, has ended, and had none of them.
    bool found_nothing() const noexcept { return found_nothing_; }

    void begin_chunk(std::string_view chunk, bool is_last)
    {
        tracker.begin_chunk(chunk.data(), chunk.size());
        text_end_ = is_last ? chunk.data() + chunk.size() : nullptr;
    }

    /// Makes what refers to the chunk independent of it.
    void end_chunk()
    {
        for (frame& f : frames_) f.begin = resolved(f.begin);
        for (token_mark& mark : slots_) mark = resolved(mark);
        tracker.end_chunk();
    }

    /// The JSON Pointer of the value being read.
    std::string pointer() const { return pointer_in(frames_.size()); }

    /// The JSON Pointer of what is not JSON: the value after a key, otherwise the object or array.
    std::string pointer_of_syntax_error() const { return after_key_ ? pointer() : pointer_in(frames_.size() - 1); }

    // What basic_parser calls. Sizes are checked here against the options, not by the parser's constants.

    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_comment_part(json_view, error_code&) { return true; }
    bool on_comment(json_view, error_code&) { return true; }

    bool on_object_begin(error_code&)
    {
        begin_token();
        if (skipped_.is_open() || !open<true>()) skipped_.open(true);
        return true;
    }
    bool on_array_begin(error_code&)
    {
        begin_token();
        if (skipped_.is_open() || !open<false>()) skipped_.open(false);
        return true;
    }
    bool on_object_end(std::size_t, error_code&)
    {
        tracker.token();
        if (skipped_.is_open()) return close_skipped(), true;
        finish_object();
        close();
        return true;
    }
    bool on_array_end(std::size_t, error_code&)
    {
        tracker.token();
        if (skipped_.is_open()) return close_skipped(), true;
        close();
        return true;
    }

    bool on_key_part(json_view part, std::size_t size, error_code& ec) { return add_part(part, size, ec); }
    bool on_key(json_view part, std::size_t size, error_code& ec)
    {
        if (size > max_string_) return too_large(ec);
        key(whole({part.data(), part.size()}, 1));
        after_key_ = true;
        return true;
    }

    bool on_string_part(json_view part, std::size_t size, error_code& ec) { return add_part(part, size, ec); }
    bool on_string(json_view part, std::size_t size, error_code& ec)
    {
        if (size > max_string_) return too_large(ec);
        return scalar(token(token_kind::string, whole({part.data(), part.size()}, 1)));
    }

    bool on_number_part(json_view part, error_code&)
    {
        parts_.append(part.data(), part.size()); // max_bytes bounds it
        return true;
    }
    bool on_int64(std::int64_t, json_view part, error_code&) { return number(token_kind::integer, part); }
    bool on_uint64(std::uint64_t, json_view part, error_code&) { return number(token_kind::number, part); }
    bool on_double(double, json_view part, error_code&) { return number(token_kind::number, part); }

    bool on_bool(bool value, error_code&)
    {
        tracker.token();
        return scalar(token::boolean(value));
    }
    bool on_null(error_code&)
    {
        tracker.token();
        return scalar(token(token_kind::null));
    }

private:
    /// How many frames there are while the outermost value is the innermost that is open: below it is `root_object`.
    static constexpr std::size_t outermost_value = 2;

    static constexpr object_reader root_object{nullptr, nullptr, 0,     1, 0,
                                               nullptr, nullptr, false, 0, direction::request};

    void begin_token() noexcept
    {
        tracker.token();
        after_key_ = false;
    }

    static bool too_large(error_code& ec)
    {
        ec = boost::json::error::string_too_large;
        return false;
    }

    bool add_part(json_view part, std::size_t size, error_code& ec)
    {
        if (size > max_string_) return too_large(ec);
        parts_.append(part.data(), part.size());
        return true;
    }

    /// The whole text of a token whose last part this is.
    std::string_view whole(std::string_view part, std::size_t quotes)
    {
        if (parts_.empty()) [[likely]] {
            tracker.token(part, quotes);
            return part;
        }
        tracker.token();
        parts_.append(part.data(), part.size());
        std::string_view const text{parts_.data(), parts_.size()};
        parts_.clear(); // the text is left as it is until the next part comes
        return text;
    }

    bool number(token_kind kind, json_view part)
    {
        token const value(kind, whole({part.data(), part.size()}, 0));
        // Where the text ends before its brackets do, this may be half a number: better none than a wrong one.
        if (part.data() + part.size() == text_end_ && !is_outermost()) [[unlikely]]
            return after_key_ = false, true;
        return scalar(value);
    }

    void key(std::string_view name)
    {
        if (skipped_.is_open()) return skipped_.key(name);
        frame& top = *top_;
        field_reader const* field = top.next; // members mostly come in the order of the description
        if (field == nullptr || !field->has_name(name)) field = top.object->find(name);
        top.field = field;
        if (field == nullptr) [[unlikely]]
            return unknown_key(name);
        top.next = &top.object->fields[field->next];
        std::uint64_t const bit = std::uint64_t{1} << field->index;
        if ((top.seen & bit) != 0 || field->is_alias) [[unlikely]]
            return unusual_key((top.seen & bit) != 0);
        top.seen |= bit;
    }

    OUTLAY_COLD void unusual_key(bool is_duplicate)
    {
        frame& top = *top_;
        if (top.field->is_alias)
            add_notice(tracker.mark(), pointer(), "alias",
                       joined({"another name of ", top.object->fields[top.field->index].name}));
        if (is_duplicate) {
            add(tracker.mark(), pointer(), "duplicate",
                joined({top.object->fields[top.field->index].name, " is given more than once"}));
            top.broken = true;
            top.field = nullptr;
            return;
        }
        top.seen |= std::uint64_t{1} << top.field->index;
    }

    OUTLAY_COLD void unknown_key(std::string_view name)
    {
        if (top_->object->has_any_names) return skipped_.keep(name);
        std::string at = pointer_in(frames_.size() - 1);
        append_token(at, name);
        bool const keeps = top_->object->keep != nullptr;
        bool const is_violation = options_.unknown_fields == unknown_fields::reject ||
                                  (options_.unknown_fields == unknown_fields::reject_unless_kept && !keeps);
        std::string_view const fate = is_violation ? "" : keeps ? ", kept" : ", ignored";
        std::string message = unknown_field_message(*top_, name, fate);
        if (is_violation) return add(tracker.mark(), std::move(at), "unknown_field", std::move(message));
        if (keeps) skipped_.keep(name);
        add_notice(tracker.mark(), std::move(at), "unknown_field", std::move(message));
    }

    bool scalar(token value)
    {
        frame& top = *top_;
        if (skipped_.is_open()) skip_scalar(value);
        else if (top.array != nullptr) read_item(top, value);
        else if (top.field != nullptr) read_member(top, *top.field, value);
        else skip_scalar(value);
        after_key_ = false;
        return true;
    }

    OUTLAY_COLD void skip_scalar(token value)
    {
        skipped_.scalar(value);
        keep_skipped();
    }
    OUTLAY_COLD void close_skipped()
    {
        skipped_.close();
        keep_skipped();
    }
    void keep_skipped()
    {
        if (skipped_.is_complete()) skipped_.hand_over(top_->object->keep, top_->address);
    }

    void read_member(frame& top, field_reader const& field, token value)
    {
        problem const* const wrong = field.read(top.address, value);
        if (wrong == nullptr && field.is_plain) [[likely]]
            return;
        note_slot(top, field);
        if (wrong != nullptr && !bear(*wrong, value)) return;
        if (field.check != nullptr) run(field.check, field.member(top.address), tracker.mark());
    }

    void read_item(frame& top, token value)
    {
        ++top.items;
        void* const item = top.array->append(top.address);
        problem const* const wrong = top.item->scalar(item, value);
        if (wrong != nullptr && !bear(*wrong, value)) return;
        if (top.check_item != nullptr) run(top.check_item, item, tracker.mark());
    }

    /// Remembers where a member stands that an invariant may report.
    void note_slot(frame const& top, field_reader const& field)
    {
        if (field.slot >= 0) slots_[top.first_slot + static_cast<std::size_t>(field.slot)] = tracker.mark();
    }

    /// Reports a problem. True if there is a value that rules can look at in spite of it.
    OUTLAY_COLD bool bear(problem const& wrong, token value)
    {
        frame& top = *top_;
        if (is_null_list(top, wrong, value)) return take_null_list();
        bool const is_notice = wrong.is_notice(options_.inexact_numbers == inexact_numbers::round);
        // A member that may be absent may be null: it keeps its default.
        if (value.kind == token_kind::null && top.array == nullptr &&
            (top.object->required >> top.field->index & 1) == 0)
            return false;
        std::string const what = wrong.is_secret ? "something else" : shown(value);
        if (is_notice) {
            add_notice(tracker.mark(), pointer(), std::string(wrong.code),
                       joined({"found ", what, ", ", wrong.remedy}));
            return wrong.has_value();
        }
        add(tracker.mark(), pointer(), std::string(wrong.code),
            joined({"expected ", wrong.expected, ", found ", what}) + hint(wrong, value));
        top.broken = true;
        return false;
    }

    /// Reads null as a list without items. True if rules are to look at it: null in place of a member that may be
    /// absent is as good as absent.
    bool take_null_list()
    {
        frame const& top = *top_;
        add_notice(tracker.mark(), pointer(), "null_list", "null in place of a list: read as an empty list");
        if (top.array != nullptr) return true; // the item was made just now, and is empty
        top.field->value->array->clear(top.field->member(top.address));
        return (top.object->required >> top.field->index & 1) != 0;
    }

    /// Starts reading an object or array into its place. False if it is to be skipped.
    template<bool IsObject>
    bool open()
    {
        frame& parent = *top_;
        value_reader const* type = parent.item;
        void* member = nullptr;
        check_function check_item = nullptr;
        if (parent.array != nullptr) {
            ++parent.items;
            member = parent.array->append(parent.address);
        } else {
            if (parent.field == nullptr) return false;
            type = parent.field->value;
            member = parent.field->member(parent.address);
            check_item = parent.field->check_item;
            note_slot(parent, *parent.field);
        }
        if (IsObject ? type->object == nullptr : type->array == nullptr) return wrong_type(*type, member, IsObject);

        direction const outer = parent.way; // the stack may move its frames to grow
        frame& opened = frames_.push();
        top_ = &opened;
        opened.member = member;
        opened.address = type->engage != nullptr ? type->engage(member) : member;
        opened.begin = tracker.mark();
        opened.broken = false;
        opened.way = outer;
        if constexpr (IsObject) {
            opened.object = type->object;
            opened.array = nullptr;
            opened.field = nullptr;
            opened.next = opened.object->fields;
            opened.seen = 0;
            opened.way = std::max(outer, opened.object->way);
            opened.first_slot = slots_.size();
            for (std::uint8_t i = 0; i < opened.object->slots; ++i) slots_.push() = opened.begin;
        } else {
            opened.object = nullptr;
            opened.array = type->array;
            opened.item = &type->array->item();
            opened.check_item = check_item;
            opened.items = 0;
            make_room(frames_, tracker);
        }
        return true;
    }

    OUTLAY_COLD bool wrong_type(value_reader const& type, void* member, bool is_object)
    {
        token const found_instead(token_kind::composite, (is_object ? expected_object : expected_array).expected);
        if (problem const* const wrong = type.scalar(member, found_instead)) bear(*wrong, found_instead);
        return false;
    }

    /// What can be said of an object only when it is complete.
    void finish_object()
    {
        frame& top = *top_;
        if (top.seen == 0) [[unlikely]]
            note_empty_object();
        if (std::uint64_t const missing = top.object->required & ~top.seen; missing != 0) report_missing(missing);
        if (std::uint64_t const absent = top.object->checked_if_absent & ~top.seen; absent != 0) check_absent(absent);
        if (top.object->check == nullptr || top.broken) return;
        checked_object_ = &top;
        run(top.object->check, top.address, top.begin, frames_.size() - 1);
        checked_object_ = nullptr;
    }

    OUTLAY_COLD void note_empty_object()
    {
        if (frames_.size() == outermost_value) found_nothing_ = top_->object->has_members();
    }

    OUTLAY_COLD void report_missing(std::uint64_t missing)
    {
        for (; missing != 0; missing &= missing - 1) {
            std::string at = pointer_in(frames_.size() - 1);
            append_token(at, top_->object->fields[std::countr_zero(missing)].name);
            add(top_->begin, std::move(at), "missing", "required, but missing");
        }
        top_->broken = true;
    }

    /// What is absent keeps its default, which has to keep the rules as well: decode() and validate() agree.
    OUTLAY_COLD void check_absent(std::uint64_t absent)
    {
        for (; absent != 0; absent &= absent - 1) {
            top_->field = &top_->object->fields[std::countr_zero(absent)];
            run(top_->field->check, top_->field->member(top_->address), top_->begin);
        }
    }

    void close()
    {
        frame const& done = *top_; // popped, but left as it is until the next is pushed
        frames_.pop();
        frame& parent = *--top_;
        if (done.object != nullptr) slots_.truncate(done.first_slot);
        parent.broken |= done.broken;
        check_function const check = parent.array != nullptr ? parent.check_item : parent.field->check;
        if (check != nullptr && (done.array != nullptr || !done.broken)) run(check, done.member, done.begin);
    }

    /// Runs rules on the value at hand.
    void run(check_function check, void const* value, token_mark mark) { run(check, value, mark, frames_.size()); }
    void run(check_function check, void const* value, token_mark mark, std::size_t depth)
    {
        checked_mark_ = mark;
        checked_depth_ = depth;
        way = top_->way;
        check(value, *this);
    }

    OUTLAY_COLD void add_finding(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        std::string where = pointer_in(checked_depth_);
        append_pointer(where, at);
        token_mark const mark = mark_of_member(at);
        if (is_notice) add_notice(mark, std::move(where), std::string(code), std::move(message));
        else add(mark, std::move(where), std::string(code), std::move(message));
    }

    /// Where the member stands that a rule on an object is about; without one, or if it is absent, the object.
    token_mark mark_of_member(place const& at) const
    {
        if (checked_object_ == nullptr || at.parent == nullptr) return checked_mark_;
        if (at.parent->parent != nullptr) return mark_of_member(*at.parent);
        field_reader const* const field = checked_object_->object->find(at.name);
        if (field == nullptr || field->slot < 0) return checked_mark_;
        return slots_[checked_object_->first_slot + static_cast<std::size_t>(field->slot)];
    }

    /// The JSON Pointer to what the outermost `depth` frames are reading.
    OUTLAY_COLD std::string pointer_in(std::size_t depth) const
    {
        std::string pointer;
        for (std::size_t i = 1; i < depth; ++i) append_step(pointer, frames_[i]);
        return pointer;
    }

    std::size_t const max_string_; ///< that of the options
    field_reader root_field_;
    frame_stack frames_;
    frame* top_; ///< the last of them
    inline_stack<token_mark, 32> slots_;
    inline_stack<char, 256> parts_; ///< of a string, name or number that comes in several
    skipped_field skipped_;
    bool after_key_ = false;
    bool found_nothing_ = false;
    char const* text_end_ = nullptr; ///< of the whole text, once it is known

    // What rules are looking at.
    frame const* checked_object_ = nullptr;
    token_mark checked_mark_;
    std::size_t checked_depth_ = 0;
};

} // namespace outlay::detail

#undef OUTLAY_COLD
