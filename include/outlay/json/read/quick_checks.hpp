#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/quick_findings.hpp>
#include <outlay/json/read/quick_scanner.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::detail {

/// Checks the rules of what is read quickly. What they find is noted where it is a notice; anything else ends the
/// reading, for the careful reader to report it.
class quick_checks : public findings {
public:
    void hand_over_notices(report& to) { notices_.hand_over(to, text_.data()); }

protected:
    quick_checks(std::string_view text, decode_options const& options) noexcept
        : findings(options.context),
          scan_(text, options),
          options_(options),
          text_(text),
          notices_(options),
          memory_left_(options.max_memory)
    {}
    ~quick_checks() = default;

    /// An object that is being read.
    struct open_object {
        open_object(object_table const& of, void* at, quick_step const& in) noexcept : type(of), address(at), place(in)
        {}

        object_table const& type;
        void* address;
        quick_step const& place;
        std::uint64_t seen = 0; ///< the members that have been met
        /// Where the values begin that a condition may report, by their slots. Set only for members that have been met.
        std::array<char const*, most_members> begins;
    };

    bool check_member(char const* at, field_table const& field, void const* member, quick_step const& here)
    {
        set_checked(at, here);
        check_value_rules(field.all_rules(), *field.type, member, place{}, *this);
        return !is_wrong_;
    }

    bool check_key(char const* at, field_table const& rules, void const* key, map_table const& type,
                   quick_step const& here)
    {
        set_checked(at, here);
        check_key_rules(rules.all_rules(), *type.key, key, place{}, *this);
        return !is_wrong_;
    }

    void set_checked(char const* at, quick_step const& place) noexcept
    {
        checked_at_ = at;
        checked_place_ = &place;
    }

    void add(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        if (!is_notice) is_wrong_ = true;
        if (is_wrong_ || !notices_.keeps()) return;
        std::string pointer = pointer_to(*checked_place_);
        append_pointer(pointer, at);
        note(begin_of(at), std::move(pointer), code, std::move(message));
    }

    /// Where the member begins that a rule on an object is about; without one, or if it is absent, the object.
    char const* begin_of(place const& at)
    {
        if (checked_object_ == nullptr || at.parent == nullptr) return checked_at_;
        if (at.parent->parent != nullptr) return begin_of(*at.parent);
        field_table const* const field = checked_object_->type.find(at.name);
        if (field == nullptr || field->slot < 0 || (checked_object_->seen >> field->index & 1) == 0) return checked_at_;
        return checked_object_->begins[static_cast<std::size_t>(field->slot)];
    }

    void note(char const* at, std::string pointer, std::string_view code, std::string message)
    {
        if (!take_memory(sizeof(violation) + pointer.size() + message.size())) is_wrong_ = true;
        else notices_.add(at, std::move(pointer), code, std::move(message));
    }

    bool take_memory(std::size_t bytes) noexcept
    {
        if (bytes > memory_left_) return false;
        memory_left_ -= bytes;
        return true;
    }

    quick_scanner scan_;
    decode_options const& options_;
    std::string_view const text_;
    quick_notices notices_;
    std::size_t memory_left_;
    open_object const* checked_object_ = nullptr; ///< whose conditions are checked; null: a value is
    bool is_wrong_ = false;

private:
    char const* checked_at_ = nullptr; ///< where what is checked begins
    quick_step const* checked_place_ = nullptr;
};

} // namespace outlay::detail
