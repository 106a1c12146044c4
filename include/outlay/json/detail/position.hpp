#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace outlay::detail {

struct line_column {
    std::size_t line = 1;
    std::size_t column = 1; ///< in characters: the bytes that continue a UTF-8 sequence do not count
};

/// Moves a position over a piece of text.
inline line_column advance(line_column position, char const* from, char const* to) noexcept
{
    while (auto const* const newline = static_cast<char const*>(std::memchr(from, '\n', static_cast<std::size_t>(to - from)))) {
        ++position.line;
        position.column = 1;
        from = newline + 1;
    }
    for (; from != to; ++from) position.column += (static_cast<unsigned char>(*from) & 0xC0) != 0x80;
    return position;
}

/// Where a token starts, noted in a few instructions and worked out only if it is ever asked for: the parser names the
/// place of some tokens only (keys, numbers, plain strings), so the others are counted from the last of those.
struct token_mark {
    char const* anchor = nullptr; ///< in the current chunk; null: `resolved` says it
    std::uint32_t tokens = 0;     ///< 0: the token starts at the anchor; n: it is the n-th after the anchor
    line_column resolved = {};
};

/// Follows the tokens of a text that comes in chunks, so that any of them can be given a line and a column.
class position_tracker {
public:
    void begin_chunk(char const* data, std::size_t size) noexcept
    {
        chunk_ = data;
        size_ = size;
        start_ = end_of_last_ = known_ = data;
        known_position_ = chunk_position_;
        since_ = 0;
    }

    /// A token without a place: a bracket, true, false, null.
    void token() noexcept { ++since_; }

    /// A token whose text, without `quotes` (0 or 1) on either side, is or is not in the chunk.
    void token(std::string_view text, std::size_t quotes) noexcept
    {
        auto const offset = reinterpret_cast<std::uintptr_t>(text.data()) - reinterpret_cast<std::uintptr_t>(chunk_);
        if (offset >= size_ || offset < quotes) return token();
        start_ = text.data() - quotes;
        end_of_last_ = text.data() + text.size() + quotes;
        since_ = 0;
    }

    /// The token seen last.
    token_mark mark() const noexcept
    {
        if (since_ == 0) return {start_, 0, {}};
        return {end_of_last_, since_, {}};
    }

    line_column locate(token_mark const& mark) noexcept
    {
        if (mark.anchor == nullptr) return mark.resolved;
        if (mark.tokens == 0) return locate(mark.anchor);
        lexer lex{mark.anchor == chunk_ ? state_ : lexical::between};
        std::uint32_t tokens = mark.tokens;
        if (lex.state != lexical::between && --tokens == 0) return partial_;
        char const* at = mark.anchor;
        for (char const* const end = chunk_ + size_; at != end; ++at)
            if (lex.starts_token(*at) && --tokens == 0) break;
        return locate(at);
    }

    /// The position of a character of the chunk, or of its end. Cheap when asked in the order of the text.
    line_column locate(char const* at) noexcept
    {
        if (at < known_) {
            known_ = chunk_;
            known_position_ = chunk_position_;
        }
        known_position_ = advance(known_position_, known_, at);
        known_ = at;
        return known_position_;
    }

    /// Must be called before the chunk's memory goes away; marks are resolved with locate() before that.
    void end_chunk() noexcept
    {
        lexer lex{end_of_last_ == chunk_ ? state_ : lexical::between};
        char const* const end = chunk_ + size_;
        for (char const* at = end_of_last_; at != end; ++at)
            if (lex.starts_token(*at)) partial_ = locate(at);
        state_ = lex.state;
        chunk_position_ = locate(end);
    }

    std::string_view chunk() const noexcept { return {chunk_, size_}; }

    /// What surrounds a character that the parser refused.
    struct surroundings {
        bool in_string;
        char const* token;    ///< the start of the token that it is in, or itself
        char const* previous; ///< the last character before the token that is not white space; null if there is none
    };
    surroundings around(char const* at) const noexcept
    {
        lexer lex{end_of_last_ == chunk_ ? state_ : lexical::between};
        surroundings found{false, at, nullptr};
        for (char const* c = end_of_last_; c < at; ++c)
            if (lex.starts_token(*c)) found.token = c;
        found.in_string = lex.state == lexical::string || lex.state == lexical::escape;
        if (lex.state == lexical::between) found.token = at;
        for (char const* c = found.token; c != chunk_;) {
            constexpr std::string_view space = " \t\r\n";
            if (space.find(*--c) != space.npos) continue;
            found.previous = c;
            break;
        }
        return found;
    }

private:
    enum class lexical : unsigned char { between, string, escape, bare };

    /// Just enough of a lexer to see where tokens start; the parser has checked or will check the text.
    struct lexer {
        lexical state;

        bool starts_token(char c) noexcept
        {
            switch (state) {
            case lexical::string:
                if (c == '\\') state = lexical::escape;
                else if (c == '"') state = lexical::between;
                return false;
            case lexical::escape: state = lexical::string; return false;
            case lexical::bare:
                if (!is_separator(c)) return false;
                state = lexical::between;
                break;
            case lexical::between: break;
            }
            if (c == '{' || c == '}' || c == '[' || c == ']') return true;
            if (is_separator(c)) return false;
            state = c == '"' ? lexical::string : lexical::bare;
            return true;
        }

        static bool is_separator(char c) noexcept
        {
            constexpr std::string_view separators = " \t\r\n,:{}[]";
            return separators.find(c) != separators.npos;
        }
    };

    char const* chunk_ = nullptr;
    std::size_t size_ = 0;
    char const* start_ = nullptr;       // of the last token that had a place
    char const* end_of_last_ = nullptr; // of the same
    std::uint32_t since_ = 0;           // tokens since then

    line_column chunk_position_;          // of the chunk's first character
    lexical state_ = lexical::between;    // at the chunk's first character
    line_column partial_;                 // of the token that it is in the middle of
    char const* known_ = nullptr;         // up to here lines have been counted
    line_column known_position_;
};

} // namespace outlay::detail
