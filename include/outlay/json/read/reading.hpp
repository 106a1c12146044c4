#pragma once

#include <cstddef>
#include <outlay/json/options.hpp>
#include <outlay/json/read/frame.hpp>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/json/read/located_findings.hpp>
#include <outlay/json/read/position.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// The state of reading a text: the open objects and arrays, their names, and their positions in the text. Rules are
/// checked here, so that their findings have positions.
///
/// Invariants: `top_` is the last of `frames_`; the first frame is an object around the whole text, with the text's
/// value as its only member, so that all other code can rely on an enclosing frame.
class reading : public located_findings {
public:
    /// Resolves all marks that refer to the chunk.
    void end_chunk()
    {
        for (frame& f : frames_) f.begin = resolved(f.begin);
        for (token_mark& mark : slots_) mark = resolved(mark);
        tracker.end_chunk();
    }

    /// The JSON Pointer to the value that the outermost `depth` frames are reading.
    OUTLAY_COLD std::string pointer_in(std::size_t depth)
    {
        std::string pointer;
        for (std::size_t i = 1; i < depth; ++i) append_step(pointer, frames_[i], names_);
        return pointer;
    }

    /// The JSON Pointers of the value that is being read, and of the object or array around it.
    std::string pointer() { return pointer_in(frames_.size()); }
    std::string pointer_of_container() { return pointer_in(frames_.size() - 1); }
    std::string pointer_of_field(std::string_view name)
    {
        std::string at = pointer_of_container();
        append_token(at, name);
        return at;
    }

    /// Whether a value found in the innermost object or array may be a secret, so that messages must not show it.
    bool is_container_secret()
    {
        std::size_t const outer = frames_.size() > 1 ? frames_.size() - 2 : 0; // the frame with the declared type
        return hides(type_of_step(frames_[outer]));
    }

protected:
    reading(void* root, type_table const& type, decode_options const& options) : located_findings(options)
    {
        root_field_.type = &type;
        root_field_.read = type.read;
        top_ = &frames_.push();
        *top_ = {};
        top_->object = &root_object;
        top_->address = root;
        top_->begin.tokens = token_mark::resolved;
        top_->field = &root_field_;
        top_->direction = direction;
    }
    ~reading() = default;

    /// Accounts for memory that the current token needs. Reports a violation and returns false if too little is left.
    bool take_memory(std::size_t bytes)
    {
        if (bytes <= memory_left_) [[likely]] {
            memory_left_ -= bytes;
            return !is_out_of_memory();
        }
        if (!is_out_of_memory()) run_out_of_memory(tracker.mark(), pointer());
        return false;
    }

    /// Records the position of a member that a condition may report.
    void note_slot(frame const& top, field_table const& field)
    {
        if (field.slot < 0) return;
        std::size_t const slot = top.first_slot + static_cast<std::size_t>(field.slot);
        OUTLAY_ASSERT(slot < slots_.size()); // begin_object() made the slots of the object
        slots_[slot] = tracker.mark();
    }

    void set_checked(token_mark const& mark, std::size_t depth)
    {
        checked_mark_ = mark;
        checked_depth_ = depth;
        direction = top_->direction;
    }

    /// Runs a check of the current value.
    template<class Check>
    void run(Check const& check)
    {
        set_checked(tracker.mark(), frames_.size());
        check(place{});
    }

    void check_member(field_table const& field, void const* member, token_mark const& mark)
    {
        set_checked(mark, frames_.size());
        check_value_rules(field.all_rules(), *field.type, member, place{}, *this);
    }

    void check_item(void const* item) { check_item(item, tracker.mark()); }
    void check_item(void const* item, token_mark const& mark)
    {
        frame const& top = *top_;
        OUTLAY_ASSERT(top.list != nullptr || top.map != nullptr); // the parts of other types have no rules for items
        type_table const& type = top.list != nullptr ? *top.list->item : *top.map->value;
        set_checked(mark, frames_.size());
        check_item_rules(top.rules->all_rules(), type, item, place{}, *this);
    }

    OUTLAY_COLD void add(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        if (is_notice ? !keeps_notice() : !keeps_violation()) return;
        std::string where = pointer_in(checked_depth_);
        append_pointer(where, at);
        token_mark const mark = mark_of_member(at);
        if (is_notice) add_notice(mark, std::move(where), std::string(code), std::move(message));
        else add(mark, std::move(where), std::string(code), std::move(message));
    }
    using located_findings::add;

    /// The mark of the member that a rule of an object reports; of the object if there is none, or if it is absent.
    token_mark mark_of_member(place const& at) const
    {
        if (checked_object_ == nullptr || at.parent == nullptr) return checked_mark_;
        if (at.parent->parent != nullptr) return mark_of_member(*at.parent);
        field_table const* const field = checked_object_->object->find(at.name);
        if (field == nullptr) return checked_mark_;
        OUTLAY_ASSERT(field->slot >= 0); // a condition may report it
        return slots_[checked_object_->first_slot + static_cast<std::size_t>(field->slot)];
    }

    /// Whether the current value may be a secret. Any part of a tuple may be a misplaced other part.
    bool is_value_secret() { return hides(type_of_step(*top_)) || (top_->tuple != nullptr && is_container_secret()); }

    /// Whether a value of this type, or one found in its place, may be a secret.
    bool hides(type_table const& type)
    {
        return (variant_ != nullptr && secrecy_.covers(*variant_)) || secrecy_.covers(type);
    }

    frame_stack frames_;
    frame* top_; ///< the last frame
    inline_stack<token_mark, 32> slots_;
    name_stack names_;
    /// The outermost variant that is being read: a value that one alternative rejects may be the secret of another.
    type_table const* variant_ = nullptr;
    frame const* checked_object_ = nullptr; ///< the object whose conditions are being checked

private:
    /// The object around the text, whose only member is required.
    static constexpr object_table root_object{.required = 1};

    field_table root_field_;
    secrecy secrecy_;
    token_mark checked_mark_; ///< the mark of the value that is being checked
    std::size_t checked_depth_ = 0;
};

} // namespace outlay::inline v0_1_0::detail
