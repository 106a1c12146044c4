#pragma once

#include <cstddef>
#include <outlay/model/table/writer.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// Puts white space into compact JSON text and passes it on. The text comes in pieces that may end anywhere.
///
/// A pass over the text, not a second way to write values: what `extras` keep is text already and is indented likewise,
/// and a writer of compact text has no question about lines to answer for each member.
class indenter {
public:
    /// `indent`: spaces for each level of depth.
    indenter(text_sink const& out, std::size_t indent) noexcept : out_(out), indent_(indent) {}

    /// Takes a piece of compact text, ending anywhere.
    void put(std::string_view text)
    {
        while (!text.empty()) {
            std::size_t size = 1;
            if (is_in_string_) out_.put(text.substr(0, size = find_end(text)));
            else put_outside(text.front());
            text.remove_prefix(size);
        }
    }

    /// Passes on the rest, after the last piece.
    void finish() { out_.flush(); }

private:
    /// How much of the text is of the string at hand.
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
        if (is_end && depth_ != 0) --depth_;  // 0: a text that extras keep is not JSON, and stays what it is
        if (is_opened_ != is_end) put_line(); // of what is empty the end stays beside the beginning
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

    /// The end of a line and the white space of the next.
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
    bool is_opened_ = false; ///< the last token began an object or array, whose first line is begun by what is in it
    bool is_in_string_ = false;
    bool is_escaped_ = false; ///< the next character of the string is part of an escape
};

} // namespace outlay::inline v0_1_0::detail
