#pragma once

#include <cstddef>
#include <outlay/json/options.hpp>
#include <outlay/json/read/quick_findings.hpp>
#include <outlay/json/read/quick_scanner.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// The part of the quick reader that checks rules and keeps findings.
class quick_checks : public findings {
public:
    report take_report() { return found_.take(); }

protected:
    quick_checks(std::string_view text, decode_options const& options) noexcept
        : findings(options.context),
          scan_(text, options),
          options_(options),
          text_(text),
          memory_left_(options.max_memory),
          found_(text.data(), options)
    {}
    ~quick_checks() = default;

    void check_member(char const* at, void const* member, quick_step const& here)
    {
        set_checked(at, here);
        check_value_rules(here.field->all_rules(), *here.field->type, member, place{}, *this);
    }

    /// Checks an item against the rules that its list or map has for items.
    void check_item(char const* at, field_table const& rules, void const* item, quick_step const& here)
    {
        set_checked(at, here);
        check_item_rules(rules.all_rules(), *here.item, item, place{}, *this);
    }

    void check_key(char const* at, field_table const& rules, void const* key, quick_step const& here)
    {
        set_checked(at, here);
        check_key_rules(rules.all_rules(), *here.map->key, key, place{}, *this);
    }

    /// Checks all items of a member whose type has a codec, since they were not read one by one.
    void check_items(char const* at, void const* member, quick_step const& here)
    {
        set_checked(at, here);
        check_nested_rules(here.field->all_rules(), here.field->type->value(), member, place{}, *this);
    }

    void check_conditions(open_object const& of)
    {
        set_checked(of.begin, of.place);
        checked_object_ = &of;
        check_clauses(of.type, of.address, place{}, *this);
        checked_object_ = nullptr;
    }

    void add(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        if (!found_.keeps(is_notice)) return;
        std::string pointer = pointer_to(*checked_place_);
        append_pointer(pointer, at);
        keep(begin_of(at), is_notice, std::move(pointer), code, std::move(message));
    }

    /// Keeps a finding. Precondition: found_.keeps() returned true.
    void keep(char const* at, bool is_notice, std::string pointer, std::string_view code, std::string message)
    {
        if (!take_memory(sizeof(violation) + pointer.size() + message.size())) has_given_up_ = true;
        else
            found_.add(at, is_notice,
                       {.pointer = std::move(pointer), .code = std::string(code), .message = std::move(message)});
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
    std::size_t memory_left_; ///< the rest of max_memory
    quick_findings found_;
    bool has_given_up_ = false; ///< set where a function can't return a null pointer for it

private:
    void set_checked(char const* at, quick_step const& place) noexcept
    {
        checked_at_ = at;
        checked_place_ = &place;
    }

    /// The start of the member that a rule of an object reports; of the object if there is none, or if it is absent.
    char const* begin_of(place const& at)
    {
        if (checked_object_ == nullptr || at.parent == nullptr) return checked_at_;
        if (at.parent->parent != nullptr) return begin_of(*at.parent);
        field_table const* const field = checked_object_->type.find(at.name);
        if (field == nullptr || (checked_object_->seen >> field->index & 1) == 0) return checked_at_;
        OUTLAY_ASSERT(field->slot >= 0); // a condition may report it
        return checked_object_->begins[static_cast<std::size_t>(field->slot)];
    }

    char const* checked_at_ = nullptr; ///< the start of the value that is being checked
    quick_step const* checked_place_ = nullptr;
    open_object const* checked_object_ =
        nullptr; ///< the object whose conditions are being checked; null: a value is checked
};

} // namespace outlay::inline v0_1_0::detail
