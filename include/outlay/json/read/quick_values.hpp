#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/messages.hpp>
#include <outlay/json/read/quick_checks.hpp>
#include <outlay/json/read/quick_findings.hpp>
#include <outlay/json/read/room.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/error.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::detail {

/// Reads values that no bracket opens, and settles what is unusual about any value, as token_reader does: but what is
/// wrong ends the reading.
class quick_values : public quick_checks {
protected:
    using quick_checks::quick_checks;
    ~quick_values() = default;

    /// What became of a token.
    enum class outcome : unsigned char {
        value, ///< there is a value, which rules look at
        none,  ///< it means none
        wrong, ///< it is to be given up
    };

    /// A member of the object that is being read.
    struct member_place {
        object_table const* type = nullptr; ///< null: it is no member
        void* object = nullptr;
        field_table const* field = nullptr;

        bool may_be_absent() const noexcept { return type != nullptr && (type->required >> field->index & 1) == 0; }
    };

    /// An object that is read apart from where its value belongs.
    struct made_apart {
        explicit made_apart(object_factory const& by) : factory(by), object(by.make()) {}
        made_apart(made_apart const&) = delete;
        made_apart& operator=(made_apart const&) = delete;
        ~made_apart() { factory.destroy(object); }

        object_factory const& factory;
        void* const object;
    };

    char const* scalar(char const* at, void* to, quick_step const& here, member_place const& of, bool& has_value)
    {
        token found(token_kind::null);
        char const* const after = scan_.scalar(at, found);
        if (after == nullptr) return nullptr;
        problem const* const wrong = here.type->read(to, found);
        if (wrong == nullptr && found.kind != token_kind::null) [[likely]]
            return after;
        outcome const made = wrong == nullptr ? outcome::value : settle(*wrong, *here.type, to, found, at, here, of);
        has_value = made == outcome::value;
        if (made == outcome::wrong || (found.kind == token_kind::null && !note_null(of))) return nullptr;
        return after;
    }

    /// A member that has no value of its own for null keeps its trace.
    bool note_null(member_place const& of)
    {
        if (of.type == nullptr) return true;
        type_table const& type = *of.field->type;
        return (type.maybe != nullptr && type.maybe->is_null != nullptr) || keep_trace(of, "null");
    }

    /// Does what is left to do when a token was not simply read.
    [[gnu::noinline]] outcome settle(problem const& wrong, type_table const& type, void* to, token found,
                                     char const* at, quick_step const& here, member_place const& of)
    {
        return &wrong == &needs_more ? read_more(type, to, found, at, here, of)
                                     : bear(wrong, type, to, found, at, here, of);
    }

    /// A token of a type that is read by way of another.
    outcome read_more(type_table const& type, void* to, token found, char const* at, quick_step const& here,
                      member_place const& of)
    {
        if (type.converted != nullptr) return read_converted(type, to, found, at, here, of);
        if (type.maybe != nullptr) {
            if (found.kind == token_kind::null) {
                type.maybe->set_null(to);
                return outcome::value;
            }
            outcome const made = read_more(*type.maybe->value, type.maybe->engage(to), found, at, here, of);
            if (made != outcome::value) type.maybe->reset(to);
            return made;
        }
        if (type.variant != nullptr) {
            attempt const made = try_alternatives(type, to, found);
            if (made.type == nullptr) {
                std::string const kinds = kinds_in_words(detail::kinds_of(type));
                return bear({.code = "type", .expected = kinds}, type, to, found, at, here, of);
            }
            return made.wrong == nullptr ? outcome::value
                                         : settle(*made.wrong, *made.type, made.to, found, at, here, of);
        }
        problem const* const wrong = type.read(to, found);
        return wrong == nullptr ? outcome::value : bear(*wrong, type, to, found, at, here, of);
    }

    outcome read_converted(type_table const& type, void* to, token found, char const* at, quick_step const& here,
                           member_place const& of)
    {
        made_apart const wire(*type.converted->wires);
        problem const* const wrong = type.converted->wire->read(wire.object, found);
        outcome const made =
            wrong == nullptr ? outcome::value : settle(*wrong, *type.converted->wire, wire.object, found, at, here, of);
        if (made != outcome::value) return made;
        return convert(at, to, wire.object, type, here, of) ? outcome::value : outcome::wrong;
    }

    /// Looks at what the problem is. What is no more than a notice is noted.
    outcome bear(problem const& wrong, type_table const& type, void* to, token found, char const* at,
                 quick_step const& here, member_place const& of)
    {
        bool const is_null = found.kind == token_kind::null;
        bool const is_violation = wrong.weight == problem::gravity::violation;
        if (is_null && is_violation && way == direction::reply && type.is == shape::list) {
            if (notices_.keeps()) note(at, pointer_to(here), "null_list", std::string(null_list_message));
            if (type.list->clear != nullptr) type.list->clear(to);
            return of.may_be_absent() ? outcome::none : outcome::value;
        }
        if (is_null && of.may_be_absent()) return outcome::none;
        bool const is_hidden = wrong.is_secret || is_value_secret(here);
        if (wrong.is_notice(options_.inexact_numbers == inexact_numbers::round)) {
            if (notices_.keeps()) note(at, pointer_to(here), wrong.code, remedied_message(wrong, found, is_hidden));
            if (wrong.has_value()) return outcome::value;
        } else if (of.may_be_absent() && of.field->is_for_information && way == direction::reply) {
            if (notices_.keeps())
                note(at, pointer_to(here), wrong.code, read_as_absent_message(wrong, found, is_hidden));
        } else {
            return outcome::wrong;
        }
        if (of.type == nullptr || found.kind == token_kind::composite) return outcome::none;
        std::string json;
        bool const is_kept = scan_.skip(at, &json) != nullptr && keep_trace(of, std::move(json));
        return is_kept ? outcome::none : outcome::wrong;
    }

    /// Keeps how a member was written, if its object has extras.
    bool keep_trace(member_place const& of, std::string json)
    {
        if (of.type == nullptr || of.type->extras == nullptr) return true;
        if (!take_memory(memory_of_kept + json.size())) return false;
        of.type->extras->keep_trace(of.type->extras_in(of.object), of.type->fields[of.field->index].name,
                                    std::move(json), way == direction::reply);
        return true;
    }

    /// A list or map without items is written only if it must be there: what was read leaves a trace.
    bool note_empty(member_place const& of, std::string_view json)
    {
        if (of.type == nullptr || !of.may_be_absent()) return true;
        type_table const& type = *of.field->type;
        return type.maybe != nullptr || type.converted != nullptr || keep_trace(of, std::string(json));
    }

    /// Makes the value of a codec. False: it is refused.
    bool convert(char const* at, void* to, void const* wire, type_table const& type, quick_step const& here,
                 member_place const& of)
    {
        error why;
        if (!type.converted->from_wire(to, wire, why)) return false;
        // The rules of a member for its items, which were not looked at one by one.
        if (of.type == nullptr || !of.field->has_item_rules || &type != &of.field->type->value()) return true;
        set_checked(at, here);
        check_nested_rules(of.field->all_rules(), type, to, place{}, *this);
        return !is_wrong_;
    }

    /// The parts of an object or array, for the choice between alternatives. False also where a text is escaped: the
    /// outline refers to its texts.
    bool look_at_parts(char const* at, outline& seen)
    {
        if (!scan_.enter()) return false;
        char const closing = seen.is_object ? '}' : ']';
        at = scan_.skip_space(at + 1);
        while (at != scan_.end() && *at != closing) {
            outline::part part{.name = {}, .kind = 0, .text = {}, .origin = nullptr};
            if (seen.is_object) {
                at = scan_.string(at, part.name);
                if (at == nullptr || !is_in_text(part.name)) return false;
                at = scan_.after_colon(at);
            }
            at = look_at_part(at, part);
            if (at == nullptr) return false;
            seen.parts.push_back(part);
            at = scan_.skip_space(at);
            if (at != scan_.end() && *at == ',') at = scan_.skip_space(at + 1);
        }
        scan_.leave();
        return at != scan_.end();
    }

    type_table const* variant_ = nullptr; ///< the outermost variant being read

private:
    /// Whether what is found here may be a secret. In a tuple, any part may be that of another place.
    bool is_value_secret(quick_step const& here)
    {
        return hides(*here.type) || (here.is_part && hides(*here.outer->type));
    }
    bool hides(type_table const& type)
    {
        return (variant_ != nullptr && secrecy_.covers(*variant_)) || secrecy_.covers(type);
    }

    char const* look_at_part(char const* at, outline::part& part)
    {
        if (at == nullptr || at == scan_.end()) return nullptr;
        if (*at == '{' || *at == '[') {
            part.kind = *at == '{' ? json_object : json_array;
            return scan_.skip(at);
        }
        token value(token_kind::null);
        at = scan_.scalar(at, value);
        part.kind = kind_of(value.kind);
        if (value.kind == token_kind::string) part.text = value.text();
        return at != nullptr && (value.kind != token_kind::string || is_in_text(part.text)) ? at : nullptr;
    }

    bool is_in_text(std::string_view part) const noexcept
    {
        auto const begin = reinterpret_cast<std::uintptr_t>(text_.data());
        return reinterpret_cast<std::uintptr_t>(part.data()) - begin < text_.size();
    }

    secrecy secrecy_;
};

} // namespace outlay::detail
