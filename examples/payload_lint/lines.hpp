#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

// A text of any length, a line at a time, in a buffer that holds no more than the longest line.

namespace lint {

class line_reader {
public:
    /// A line longer than `longest` is skipped, except its start.
    line_reader(std::istream& in, std::size_t longest) : in_(in), longest_(longest), buffer_(first_size) {}

    /// False at the end of the text.
    bool next()
    {
        begin_ = after_;
        too_long_.clear();
        for (std::size_t searched = begin_;;) {
            if (void const* const found = std::memchr(buffer_.data() + searched, '\n', end_ - searched)) {
                auto const newline = static_cast<std::size_t>(static_cast<char const*>(found) - buffer_.data());
                return take(newline, newline + 1);
            }
            std::size_t const kept = end_ - begin_;
            if (kept > longest_) return skip_rest();
            if (!read_more()) return kept != 0 && take(end_, end_);
            searched = begin_ + kept;
        }
    }

    std::string_view line() const noexcept
    {
        return too_long_.empty() ? std::string_view(buffer_.data() + begin_, size_) : std::string_view(too_long_);
    }
    std::size_t number() const noexcept { return number_; } ///< of the line, from 1
    bool is_too_long() const noexcept { return is_too_long_; }
    std::size_t bytes() const noexcept { return bytes_; } ///< read so far

    /// This line and all further ones as one text, up to slightly more than `most` bytes.
    std::string rest(std::size_t most)
    {
        std::string text(buffer_.data() + begin_, end_ - begin_);
        while (text.size() <= most) {
            begin_ = end_ = after_ = 0;
            if (!read_more()) break;
            text.append(buffer_.data(), end_);
        }
        return text;
    }

private:
    static constexpr std::size_t first_size = 262'144; // bytes of the buffer, which grows for longer lines

    bool take(std::size_t end_of_line, std::size_t after)
    {
        is_too_long_ = end_of_line - begin_ > longest_;
        size_ = std::min(end_of_line - begin_, longest_);
        after_ = after;
        ++number_;
        return true;
    }

    /// Keeps the start of a line that is too long, and skips the rest.
    bool skip_rest()
    {
        std::string const start(buffer_.data() + begin_, longest_);
        for (begin_ = end_;;) {
            if (void const* const found = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_)) {
                after_ = static_cast<std::size_t>(static_cast<char const*>(found) - buffer_.data()) + 1;
                break;
            }
            begin_ = end_;
            if (!read_more()) {
                after_ = end_;
                break;
            }
        }
        too_long_ = start;
        is_too_long_ = true;
        ++number_;
        return true;
    }

    /// Reads more of the text behind the current line, which moves to the start of the buffer.
    bool read_more()
    {
        std::size_t const kept = end_ - begin_;
        std::memmove(buffer_.data(), buffer_.data() + begin_, kept);
        begin_ = 0;
        if (kept == buffer_.size()) buffer_.resize(2 * kept);
        in_.read(buffer_.data() + kept, static_cast<std::streamsize>(buffer_.size() - kept));
        end_ = kept + static_cast<std::size_t>(in_.gcount());
        bytes_ += end_ - kept;
        return end_ != kept;
    }

    std::istream& in_;
    std::size_t longest_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0; // of the line
    std::size_t size_ = 0;  // of the line
    std::size_t after_ = 0; // the start of the next
    std::size_t end_ = 0;   // of what has been read
    std::size_t number_ = 0;
    std::size_t bytes_ = 0;
    bool is_too_long_ = false;
    std::string too_long_; // the start of a line that does not fit the buffer
};

/// Whether a line is a whole object or array, by its brackets: then the text is a document a line, not one document.
inline bool is_balanced(std::string_view text)
{
    std::size_t depth = 0;
    bool in_string = false;
    bool is_done = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            else if (c == '"') in_string = false;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            if (is_done) return false;
            if (c == '"') in_string = true;
            else if (c == '{' || c == '[') ++depth;
            else if (c == '}' || c == ']') {
                if (depth == 0) return false;
                is_done = --depth == 0;
            } else if (depth == 0) return false;
        }
    }
    return is_done;
}

} // namespace lint
