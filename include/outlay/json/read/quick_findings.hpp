#pragma once

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

namespace outlay::inline v0_1_0::detail {

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
    /// `text` begins what it is about.
    quick_findings(char const* text, decode_options const& options) noexcept
        : text_(text), most_(options.max_violations)
    {}

    /// Whether a further violation or notice is kept; if not, it is counted. To be asked before its texts are made.
    bool keeps(bool is_notice) noexcept
    {
        bool const is_kept = is_notice ? found_.notices().size() < most_ : found_.size() < (most_ == 0 ? 1 : most_);
        if (!is_kept) is_notice ? found_.omit_notice() : found_.omit_one();
        return is_kept;
    }

    void add(char const* at, bool is_notice, violation finding)
    {
        // In place of its line, which take() works out: a report sorts by it.
        finding.line = static_cast<std::size_t>(at - text_) + 1;
        if (is_notice) found_.add_notice(std::move(finding));
        else found_.add(std::move(finding));
    }

    /// All of it.
    report take()
    {
        report located;
        line_column position{.line = 1, .column = 1};
        char const* at = text_;
        auto const locate = [&](violation& finding) {
            char const* const place = text_ + (finding.line - 1);
            position = advance(position, at, place);
            at = place;
            finding.line = position.line;
            finding.column = position.column;
        };
        for (std::size_t i = 0; i < found_.size(); ++i) {
            violation finding = std::move(found_)[i];
            locate(finding);
            located.append(std::move(finding));
        }
        position = {.line = 1, .column = 1};
        at = text_;
        for (std::size_t left = found_.omitted(); left != 0; --left) located.omit_one();
        for (std::size_t left = found_.omitted_notices(); left != 0; --left) located.omit_notice();
        for (violation& finding : std::move(found_).notices()) {
            locate(finding);
            located.append_notice(std::move(finding));
        }
        return located;
    }

private:
    char const* text_;
    std::size_t most_; ///< of violations, and of notices
    report found_;
};

} // namespace outlay::inline v0_1_0::detail
