#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/json/options.hpp>
#include <outlay/json/read/line_column.hpp>
#include <outlay/model/findings.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/table/secrecy.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::detail {

/// A step of the way from the outermost value to one in it, as a list on the stack. Only the outermost value's step has
/// no `outer`.
struct quick_step {
    quick_step const* outer = nullptr;
    type_table const* type = nullptr;   ///< that is declared for the value
    field_table const* field = nullptr; ///< of a member
    map_table const* map = nullptr;     ///< of an entry
    std::string_view name{};            ///< of an entry
    std::size_t index = 0;              ///< of an item or part
    bool is_part = false;               ///< of a tuple
};

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

/// The notices of a text that is right. Where they are is worked out at the end, for all of them in one pass.
class quick_notices {
public:
    explicit quick_notices(decode_options const& options) noexcept : most_(options.max_violations) {}

    /// Whether a further one is kept; if not, it is counted. To be asked before its texts are made.
    bool keeps() noexcept
    {
        bool const is_kept = marked_.size() < most_;
        omitted_ += !is_kept;
        return is_kept;
    }

    void add(char const* at, std::string pointer, std::string_view code, std::string message)
    {
        marked_.push_back(
            {.at = at,
             .said = {.pointer = std::move(pointer), .code = std::string(code), .message = std::move(message)}});
    }

    /// Adds them to a report. `text` is what they are about.
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
            to.add_notice(std::move(one->said));
        }
        for (; omitted_ != 0; --omitted_) to.omit_notice();
    }

private:
    struct marked {
        char const* at;
        violation said;
    };

    std::size_t most_;
    std::size_t omitted_ = 0;
    std::vector<marked> marked_;
};

} // namespace outlay::detail
