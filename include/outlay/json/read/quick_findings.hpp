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

/// A step of the path from the whole text to a value in it: a linked list on the stack. Only the step of the whole text
/// has no `outer`.
struct quick_step {
    quick_step const* outer = nullptr;
    open_object* in = nullptr;          ///< for a member: its object
    field_table const* field = nullptr; ///< for a member: its field
    type_table const* item = nullptr;   ///< for others: the declared type
    map_table const* map = nullptr;     ///< for an entry: its map
    std::string_view name{};            ///< for an entry: its name
    std::size_t index = 0;              ///< for an item or a part of a tuple: its index
    bool is_part = false;               ///< a part of a tuple

    type_table const& type() const noexcept { return field != nullptr ? *field->type : *item; }
    /// Whether this is a member that may be absent.
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
    std::uint64_t seen = 0; ///< the members read so far
    /// The starts of the members that a condition may report, by their slots. Set only for members that have been read.
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

/// The findings in a text. Lines and columns are calculated at the end, for all findings in one pass.
class quick_findings {
public:
    /// `text`: the start of the text.
    quick_findings(char const* text, decode_options const& options) noexcept
        : text_(text), most_(options.max_violations)
    {}

    /// Whether another violation or notice is kept; otherwise counts it. Must be called before its texts are made.
    bool keeps(bool is_notice) noexcept
    {
        bool const is_kept = is_notice ? found_.notices().size() < most_ : found_.size() < (most_ == 0 ? 1 : most_);
        if (!is_kept) is_notice ? found_.omit_notice() : found_.omit_one();
        return is_kept;
    }

    void add(char const* at, bool is_notice, violation finding)
    {
        // The offset takes the place of the line, by which a report is sorted, until take() calculates the line.
        finding.line = static_cast<std::size_t>(at - text_) + 1;
        if (is_notice) found_.add_notice(std::move(finding));
        else found_.add(std::move(finding));
    }

    /// The report with all findings.
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
    std::size_t most_; ///< the limit for violations, and for notices
    report found_;
};

} // namespace outlay::inline v0_1_0::detail
