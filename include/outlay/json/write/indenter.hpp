#pragma once

#include <cstddef>
#include <outlay/model/table/writer.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// Adds white space to compact JSON text and passes it on. The text arrives in pieces that may end anywhere.
///
/// Indentation is a pass over the text and not part of writing values, because `extras` keep compact text, which is
/// indented in the same way, and because the writer of compact text then needs no checks for it.
class indenter {
public:
    /// `indent`: the number of spaces for each level.
    indenter(text_sink const& out, std::size_t indent) noexcept : out_(out), indent_(indent) {}

    /// Takes a piece of compact text, which may end anywhere.
    void put(std::string_view text)
    {
        while (!text.empty()) {
            std::size_t size = 1;
            if (is_in_string_) out_.put(text.substr(0, size = find_end(text)));
            else put_outside(text.front());
            text.remove_prefix(size);
        }
    }

    /// Must be called after the last piece. Passes on the rest.
    void finish() { out_.flush(); }

private:
    /// The number of characters of the text that belong to the current string.
    std::size_t find_end(std::string_view text) noexcept
    {
        bool is_escaped = is_escaped_;
        for (std::size_t i = 0; i < text.size(); ++i) {
            bool const is_plain = is_escaped || (text[i] != '"' && text[i] != '\\');
            is_escaped = !is_plain && text[i] == '\\';
            if (is_plain || is_escaped) continue;
            is_escaped_ = is_in_string_ = false;
            return i + 1;
        }
        is_escaped_ = is_escaped;
        return text.size();
    }

    void put_outside(char c)
    {
        bool const is_end = c == '}' || c == ']';
        if (is_end && depth_ != 0) --depth_;  // 0: extras keep a text that is not JSON, which is not changed
        if (is_opened_ != is_end) put_line(); // the brackets of an empty object or array stay together
        is_opened_ = false;
        out_.put(c);
        switch (c) {
        case '"': is_in_string_ = true; break;
        case ':': out_.put(' '); break;
        case ',': put_line(); break;
        case '{':
        case '[':
            is_opened_ = true;
            ++depth_;
            break;
        default: break;
        }
    }

    /// Writes the end of a line and the indentation of the next.
    void put_line()
    {
        constexpr std::string_view spaces = "                                                                ";
        out_.put('\n');
        std::size_t left = depth_ * indent_;
        for (; left > spaces.size(); left -= spaces.size()) out_.put(spaces);
        out_.put(spaces.substr(0, left));
    }

    writer out_;
    std::size_t const indent_;
    std::size_t depth_ = 0;
    bool is_opened_ = false; ///< the last token opened an object or array, and its contents are not known yet
    bool is_in_string_ = false;
    bool is_escaped_ = false; ///< the next character of the string is part of an escape
};

} // namespace outlay::inline v0_1_0::detail
