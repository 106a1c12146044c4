#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <outlay/json/options.hpp>
#include <outlay/json/read/messages.hpp>
#include <outlay/json/read/quick_checks.hpp>
#include <outlay/json/read/quick_findings.hpp>
#include <outlay/json/read/room.hpp>
#include <outlay/model/table/alternatives.hpp>
#include <outlay/model/table/kinds.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/error.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::detail {

/// The part of the quick reader that reads scalars and handles unusual values, in the same way as token_reader.
class quick_values : public quick_checks {
protected:
    using quick_checks::quick_checks;
    ~quick_values() = default;

    /// The result of reading a token.
    enum class outcome : unsigned char {
        value,   ///< there is a value, whose rules are checked
        none,    ///< the token means no value
        refused, ///< a violation, which has been reported
        unknown, ///< the reader gives up
    };

    /// An object that is read outside of its destination; see apart.
    struct made_apart {
        explicit made_apart(object_factory const& by) : factory(by), object(by.make()) {}
        made_apart(made_apart const&) = delete;
        made_apart& operator=(made_apart const&) = delete;
        ~made_apart() { factory.destroy(object); }

        object_factory const& factory;
        void* const object;
    };

    /// Reads a scalar. Sets has_value_ to false if there is no value whose rules are checked.
    char const* scalar(char const* at, void* to, quick_step const& here)
    {
        token found(token_kind::null);
        char const* const after = scan_.scalar(at, found);
        if (after == nullptr) return nullptr;
        problem const* const wrong = here.type().read(to, found);
        if (wrong == nullptr && found.kind != token_kind::null) [[likely]]
            return after;
        return settle_scalar(wrong, to, found, at, here) ? after : nullptr;
    }

    /// Whether the trace of a member without a value is kept. Not for an alias with a form of its own: the same text
    /// may be a value in the form of the member itself.
    static bool is_traced(quick_step const& here)
    {
        if (here.in == nullptr || here.in->type.extras == nullptr) return false;
        return here.field->type == here.in->type.fields[here.field->index].type;
    }

    /// Records the trace of a member, if its object has extras. Returns false if there is not enough memory.
    bool keep_trace(quick_step const& member, std::string json)
    {
        OUTLAY_ASSERT(member.in != nullptr);
        if (member.in->type.extras == nullptr) return true;
        object_table const& type = member.in->type;
        if (!take_memory(memory_of_kept + json.size())) return false;
        type.extras->keep_trace(type.extras_in(member.in->address), type.fields[member.field->index].name,
                                std::move(json), direction == direction::reply);
        return true;
    }

    /// Records the trace of an empty list or map, because without one an empty optional list is not written.
    bool note_empty(quick_step const& member, std::string_view json)
    {
        if (!member.may_be_absent()) return true;
        type_table const& type = *member.field->type;
        return type.maybe != nullptr || type.converted != nullptr || keep_trace(member, std::string(json));
    }

    /// Handles a token that its read function did not simply read.
    OUTLAY_NOINLINE outcome settle(problem const& wrong, type_table const& type, void* to, token found, char const* at,
                                   quick_step const& here)
    {
        return &wrong == &needs_more ? read_more(type, to, found, at, here)
                                     : handle_problem(wrong, type, to, found, at, here);
    }

    /// Converts the wire value of a codec. Returns false if the codec rejects it.
    bool convert(char const* at, void* to, void const* wire, type_table const& type, quick_step const& here)
    {
        error why;
        if (!type.converted->from_wire(to, wire, why)) return false;
        if (here.in != nullptr && here.field->has_item_rules && &type == &here.field->type->value())
            check_items(at, to, here);
        return true;
    }

    /// Unescaped texts to which an outline refers.
    using unescaped_texts = std::vector<std::unique_ptr<std::string>>;

    /// Collects the parts of an object or array, for the choice between alternatives. Returns false if the reader gives
    /// up.
    bool look_at_parts(char const* at, outline& seen, unescaped_texts& texts)
    {
        if (!scan_.enter()) return false;
        char const closing = seen.is_object ? '}' : ']';
        at = scan_.skip_space(at + 1);
        while (*at != closing) {
            outline::part part{.name = {}, .kind = 0, .text = {}, .origin = nullptr};
            if (seen.is_object) {
                at = scan_.string(at, part.name);
                if (at == nullptr) return false;
                part.name = lasting(part.name, texts);
                at = scan_.after_colon(at);
                if (at == nullptr) return false;
            }
            at = look_at_part(at, part, texts);
            if (at == nullptr || at == scan_.end()) return false;
            seen.parts.push_back(part);
            at = scan_.skip_space(at);
            if (*at == ',') at = scan_.skip_space(at + 1);
        }
        scan_.leave();
        return true;
    }

    /// The expected number of items of a list whose first item starts at `at`.
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
        std::size_t const wanted = (std::max)(likely, items + 1);
        bool const is_moved = type.reserve != nullptr; // the existing items move to a new block
        if (wanted > most_of_any_list / each || !take_memory((is_moved ? wanted : wanted - room) * each)) return false;
        if (is_moved) {
            type.reserve(address, wanted);
            memory_left_ += room * each;
        }
        room = wanted;
        return true;
    }

    room_planner planner_;
    type_table const* variant_ = nullptr; ///< the outermost variant being read
    bool has_value_ = true;               ///< whether the last value that was read has rules to check
    bool is_broken_ =
        false; ///< a part of the innermost object or array could not be read: its conditions are not checked

private:
    static constexpr std::size_t most_of_any_list = (std::numeric_limits<std::ptrdiff_t>::max)();

    OUTLAY_NOINLINE bool settle_scalar(problem const* wrong, void* to, token found, char const* at,
                                       quick_step const& here)
    {
        outcome const made = wrong == nullptr ? outcome::value : settle(*wrong, here.type(), to, found, at, here);
        if (made != outcome::value) has_value_ = false;
        if (made == outcome::unknown) return false;
        return found.kind != token_kind::null || note_null(here);
    }

    /// Records the trace of null, unless the member itself can be null.
    bool note_null(quick_step const& here)
    {
        if (here.in == nullptr) return true;
        type_table const& type = *here.field->type;
        return (type.maybe != nullptr && type.maybe->is_null != nullptr) || keep_trace(here, "null");
    }

    /// Reads a token for a type that is read as another: a codec, a holder of one, or a variant.
    outcome read_more(type_table const& type, void* to, token found, char const* at, quick_step const& here)
    {
        if (type.converted != nullptr) return read_converted(type, to, found, at, here);
        if (type.maybe != nullptr) {
            if (found.kind == token_kind::null) {
                type.maybe->set_null(to);
                return outcome::value;
            }
            outcome const made = read_more(*type.maybe->value, type.maybe->engage(to), found, at, here);
            if (made != outcome::value) type.maybe->reset(to);
            return made;
        }
        OUTLAY_ASSERT(type.variant != nullptr);
        attempt const made = try_alternatives(type, to, found);
        if (made.type == nullptr) {
            std::string const kinds = kinds_in_words(detail::kinds_of(type));
            return handle_problem({.code = "type", .expected = kinds}, type, to, found, at, here);
        }
        if (made.wrong == nullptr) return outcome::value;
        return settle(*made.wrong, *made.type, made.to, found, at, here);
    }

    outcome read_converted(type_table const& type, void* to, token found, char const* at, quick_step const& here)
    {
        made_apart const wire(*type.converted->wires);
        type_table const& of_wire = *type.converted->wire;
        problem const* const wrong = of_wire.read(wire.object, found);
        outcome const made = wrong == nullptr ? outcome::value : settle(*wrong, of_wire, wire.object, found, at, here);
        if (made != outcome::value) return made;
        return convert(at, to, wire.object, type, here) ? outcome::value : outcome::unknown;
    }

    /// Reports a problem with a token, unless the direction or the member makes it harmless.
    outcome handle_problem(problem const& wrong, type_table const& type, void* to, token found, char const* at,
                           quick_step const& here)
    {
        bool const is_null = found.kind == token_kind::null;
        bool const is_violation = wrong.weight == problem::gravity::violation;
        if (is_null && is_violation && direction == direction::reply && type.is == shape::list) {
            if (found_.keeps(true))
                keep(at, true, pointer_to(here), "null_list", std::string(null_list_message(*type.list)));
            if (type.list->clear != nullptr) type.list->clear(to);
            return here.may_be_absent() ? outcome::none : outcome::value;
        }
        if (is_null && here.may_be_absent()) return outcome::none;
        bool const is_hidden = wrong.is_secret || is_value_secret(here);
        if (wrong.is_notice(options_.inexact_numbers == inexact_numbers::round)) {
            if (found_.keeps(true))
                keep(at, true, pointer_to(here), wrong.code, remedied_message(wrong, found, is_hidden));
            return wrong.has_value() ? outcome::value : keep_trace_of(found, at, here);
        }
        if (here.may_be_absent() && here.field->is_for_information && direction == direction::reply) {
            if (found_.keeps(true))
                keep(at, true, pointer_to(here), wrong.code, read_as_absent_message(wrong, found, is_hidden));
            return keep_trace_of(found, at, here);
        }
        is_broken_ = true;
        if (found_.keeps(false))
            keep(at, false, pointer_to(here), wrong.code, refused_message(wrong, found, is_hidden));
        return outcome::refused;
    }

    /// Records the trace of a value that means none. For an object or array, the caller does so when it is skipped.
    outcome keep_trace_of(token found, char const* at, quick_step const& here)
    {
        if (!is_traced(here) || found.kind == token_kind::composite) return outcome::none;
        std::string json;
        scan_.skip(at, &json);
        return keep_trace(here, std::move(json)) ? outcome::none : outcome::unknown;
    }

    /// Whether the value here may be a secret. Any part of a tuple may be a misplaced other part.
    bool is_value_secret(quick_step const& here)
    {
        return hides(here.type()) || (here.is_part && hides(here.outer->type()));
    }
    bool hides(type_table const& type)
    {
        return (variant_ != nullptr && secrecy_.covers(*variant_)) || secrecy_.covers(type);
    }

    char const* look_at_part(char const* at, outline::part& part, unescaped_texts& texts)
    {
        if (*at == '{' || *at == '[') {
            part.kind = *at == '{' ? json_object : json_array;
            return scan_.skip(at);
        }
        token value(token_kind::null);
        at = scan_.scalar(at, value);
        if (at == nullptr) return nullptr;
        part.kind = kind_of(value.kind);
        if (value.kind == token_kind::string) part.text = lasting(value.text(), texts);
        return at;
    }

    /// A view of the same characters that stays valid after the scanner's next string.
    std::string_view lasting(std::string_view read, unescaped_texts& texts)
    {
        auto const begin = reinterpret_cast<std::uintptr_t>(text_.data());
        bool const is_in_text = reinterpret_cast<std::uintptr_t>(read.data()) - begin < text_.size();
        if (is_in_text) return read;
        texts.push_back(std::make_unique<std::string>(read));
        return *texts.back();
    }

    secrecy secrecy_;
};

} // namespace outlay::inline v0_1_0::detail
