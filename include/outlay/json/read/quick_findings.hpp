#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/json/options.hpp>
#include <outlay/json/read/line_column.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::detail {

struct open_object;

/// A step of the way from the whole text to a value in it, as a list on the stack. Only the step of the whole has no
/// `outer`.
struct quick_step {
    quick_step const* outer = nullptr;
    open_object* in = nullptr;          ///< the object that a member is in
    field_table const* field = nullptr; ///< of a member
    type_table const* item = nullptr;   ///< the declared type of what is no member
    map_table const* map = nullptr;     ///< of an entry
    std::string_view name{};            ///< of an entry
    std::size_t index = 0;              ///< of an item or part
    bool is_part = false;               ///< of a tuple

    type_table const& type() const noexcept { return field != nullptr ? *field->type : *item; }
    /// Whether it is a member that may be absent.
    bool may_be_absent() const noexcept;
};

/// An object that is being read.
struct open_object {
    open_object(object_table const& of, void* at, quick_step const& where, char const* first) noexcept
        : type(of), address(at), place(where), begin(first)
    {}

    object_table const& type;
    void* address;
    quick_step const& place;
    char const* begin;
    std::uint64_t seen = 0; ///< the members that have been met
    /// Where the values begin that a condition may report, by their slots. Set only for members that have been met.
    std::array<char const*, most_members> begins;
};

inline bool quick_step::may_be_absent() const noexcept
{
    return in != nullptr && (in->type.required >> field->index & 1) == 0;
}

inline void append_pointer(std::string& pointer, quick_step const& step)
{
    if (step.outer == nullptr) return;
    append_pointer(pointer, *step.outer);
    if (step.map != nullptr) append_token(pointer, has_secret_names(*step.map) ? hidden_name : step.name);
    else if (step.field != nullptr) append_token(pointer, step.field->name);
    else append_token(pointer, step.index);
}

inline std::string pointer_to(quick_step const& step)
{
    std::string pointer;
    append_pointer(pointer, step);
    return pointer;
}

inline std::string pointer_to_field(open_object const& object, std::string_view name)
{
    std::string pointer = pointer_to(object.place);
    append_token(pointer, name);
    return pointer;
}

/// What is found in a text. Where it is in lines and columns is worked out at the end, for all of it in one pass.
class quick_findings {
public:
    explicit quick_findings(decode_options const& options) noexcept : most_(options.max_violations) {}

    /// Whether a further violation or notice is kept; if not, it is counted. To be asked before its texts are made.
    bool keeps(bool is_notice) noexcept
    {
        std::size_t& kept = is_notice ? notices_ : violations_;
        bool const is_kept = kept < (is_notice ? most_ : std::max<std::size_t>(most_, 1));
        if (is_kept) ++kept;
        else ++(is_notice ? omitted_notices_ : omitted_);
        return is_kept;
    }

    /// Of what keeps() was asked about.
    void add(char const* at, bool is_notice, violation said)
    {
        marked_.push_back({.at = at, .is_notice = is_notice, .said = std::move(said)});
    }

    /// Adds all of it to a report. `text` is what it is about.
    void hand_over(report& to, char const* text)
    {
        std::vector<marked*> by_place; // what is said of an object came after what is said of its parts
        by_place.reserve(marked_.size());
        for (marked& one : marked_) by_place.push_back(&one);
        std::sort(by_place.begin(), by_place.end(),
                  [](marked const* a, marked const* b) { return a->at != b->at ? a->at < b->at : a < b; });
        line_column position{.line = 1, .column = 1};
        for (marked* const one : by_place) {
            position = advance(position, std::exchange(text, one->at), one->at);
            one->said.line = position.line;
            one->said.column = position.column;
            if (one->is_notice) to.add_notice(std::move(one->said));
            else to.add(std::move(one->said));
        }
        for (; omitted_ != 0; --omitted_) to.omit_one();
        for (; omitted_notices_ != 0; --omitted_notices_) to.omit_notice();
    }

private:
    struct marked {
        char const* at;
        bool is_notice;
        violation said;
    };

    std::size_t most_; ///< of violations, and of notices
    std::size_t violations_ = 0;
    std::size_t notices_ = 0;
    std::size_t omitted_ = 0;
    std::size_t omitted_notices_ = 0;
    std::vector<marked> marked_;
};

} // namespace outlay::detail
