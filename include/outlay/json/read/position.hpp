#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <outlay/json/read/line_column.hpp>
#include <outlay/json/read/string_scan.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// Where a token starts, noted in a few instructions and worked out only if it is ever asked for: the parser names the
/// place of some tokens only (keys, numbers, plain strings), so the others are counted from the last of those.
struct token_mark {
    /// In `tokens`: the mark is worked out, `column` is its column, and `place` its line.
    static constexpr std::uint32_t resolved = static_cast<std::uint32_t>(-1);

    std::uintptr_t place; ///< a character of the chunk
    std::uint32_t tokens; ///< 0: the token starts there; n: it is the n-th that starts after there
    std::uint32_t column;
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
        start_ = chunk_ + (offset - quotes);
        end_of_last_ = chunk_ + (offset + text.size() + quotes);
        since_ = 0;
    }

    /// Until end_replay(), the token seen last is one of a recording, which has this mark.
    void replay(token_mark const& mark) noexcept
    {
        if (since_ != replaying) since_before_replay_ = std::exchange(since_, replaying);
        replayed_ = mark;
    }
    void end_replay() noexcept
    {
        if (since_ == replaying) since_ = since_before_replay_;
    }

    /// The token seen last.
    token_mark mark() noexcept
    {
        if (since_ >= far_off) [[unlikely]]
            return far_mark();
        return mark_by_place();
    }

    /// 0:0 if there is no text at all, as when a boost::json::value is read.
    line_column locate(token_mark const& mark) noexcept
    {
        if (chunk_ == nullptr) return {.line = 0, .column = 0};
        if (mark.tokens == token_mark::resolved) return {.line = mark.place, .column = mark.column};
        char const* const at = find(mark);
        return at == nullptr ? cut_.position : locate(at);
    }

    /// The first character of a token marked in this chunk; null if the chunk starts in the middle of it.
    char const* find(token_mark const& mark) const noexcept
    {
        std::uint32_t tokens = mark.tokens;
        char const* at = chunk_ + (mark.place - reinterpret_cast<std::uintptr_t>(chunk_));
        if (tokens == 0) return at;
        lexer lex = lexer_at(at);
        if (lex.inside != part::none && --tokens == 0) return nullptr;
        for (char const* const end = chunk_ + size_; at != end; ++at)
            if (lex.starts_token(*at) && --tokens == 0) break;
        return at;
    }

    /// The position of a character of the chunk, or of its end. Costs no more than the way from the last one asked for,
    /// there or back, and what of its line comes before it.
    line_column locate(char const* at) noexcept
    {
        if (at < known_) go_back(at);
        known_position_ = advance(known_position_, known_, at);
        known_ = at;
        return known_position_;
    }

    /// Must be called before the chunk's memory goes away; marks are resolved with locate() before that.
    void end_chunk()
    {
        char const* const end = chunk_ + size_;
        cut_ = token_at(end);
        last_ = significant_before(end);
        chunk_position_ = locate(end);
    }

    std::string_view chunk() const noexcept { return {chunk_, size_}; }

    /// A character that is not white space. '\0': there is none.
    struct significant {
        char character = '\0';
        line_column position{.line = 1, .column = 1};
    };

    enum class part : unsigned char { none, word, string };

    /// Just enough of a lexer to see where tokens start; the parser has checked or will check the text.
    struct lexer {
        part inside = part::none; ///< a word is a number, true, or nonsense
        bool after_backslash = false;

        bool starts_token(char c) noexcept
        {
            if (inside == part::string) {
                if (after_backslash) after_backslash = false;
                else if (c == '\\') after_backslash = true;
                else if (c == '"') inside = part::none;
                return false;
            }
            if (c == '"') {
                inside = part::string;
                return true;
            }
            if (is_part_of_word(c)) return std::exchange(inside, part::word) != part::word;
            inside = part::none;
            return c == '{' || c == '}' || c == '[' || c == ']';
        }
    };

    /// A token whose end the parser has not reached.
    struct open_token {
        lexer lex;             ///< inside of none: the parser is between tokens
        line_column position;  ///< of its start
        significant previous;  ///< what comes before it
        std::string word;      ///< the first characters of a word
        string_scan string;    ///< a string, up to the end of the chunk or to what is refused
        line_column character; ///< of the string: the last one, whole or not
    };

    /// The token that `at`, a place in the chunk where the parser stopped, is in the middle of: the first one that has
    /// not been read, for the parser may be a few characters into what comes after a broken string.
    open_token token_at(char const* at)
    {
        lexer lex = lexer_at(end_of_last_);
        std::uint32_t started = lex.inside != part::none;
        char const* start = nullptr;
        for (char const* c = end_of_last_; c != at; ++c)
            if (lex.starts_token(*c) && started++ == since_) start = c;
        if (started == since_)
            return {.lex = {},
                    .position = locate(at),
                    .previous = significant_before(at),
                    .word = {},
                    .string = {},
                    .character = {}};

        if (start == nullptr) { // it started in an earlier chunk
            open_token token = cut_;
            token.lex.after_backslash = lex.after_backslash;
            read_on(token, chunk_, at);
            return token;
        }
        open_token token{.lex = {},
                         .position = locate(start),
                         .previous = significant_before(start),
                         .word = {},
                         .string = {},
                         .character = {}};
        token.lex = {.inside = *start == '"' ? part::string : part::word, .after_backslash = lex.after_backslash};
        read_on(token, start + (*start == '"'), at);
        return token;
    }

    /// Appends to a word what `text` starts with of it, and says whether the word ends there. It is kept to a little
    /// more than messages show.
    static bool append_word(std::string& word, std::string_view text)
    {
        constexpr std::size_t most = 48;
        auto const size =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_part_of_word) - text.begin());
        word += text.substr(0, (std::min)(size, most - word.size()));
        return size != text.size();
    }

private:
    /// No mark is so many tokens from its place: before that, its token is given a place of its own. Otherwise the n-th
    /// item of `[[],[],...]` or `[null,null,...]` would be looked for from the beginning of the text.
    static constexpr std::uint32_t far_off = 16;

    /// In place of the tokens since the last place, while a recording is replayed.
    static constexpr std::uint32_t replaying = static_cast<std::uint32_t>(-1);

    token_mark mark_by_place() const noexcept
    {
        return {.place = reinterpret_cast<std::uintptr_t>(since_ == 0 ? start_ : end_of_last_),
                .tokens = since_,
                .column = 0};
    }

    OUTLAY_NOINLINE token_mark far_mark() noexcept
    {
        if (since_ == replaying) return replayed_;
        give_place();
        return mark_by_place();
    }

    /// Gives the token seen last the place that the parser did not name. The search begins at the last place, so that
    /// no character is passed twice.
    void give_place() noexcept
    {
        char const* const end = chunk_ + size_;
        char const* const at =
            find({.place = reinterpret_cast<std::uintptr_t>(end_of_last_), .tokens = since_, .column = 0});
        if (at == nullptr || at == end) return; // tokens of no text, such as those of a boost::json::value
        lexer lex{};
        lex.starts_token(*at);
        char const* after = at + 1;
        if (lex.inside == part::word) after = std::find_if_not(after, end, is_part_of_word);
        while (lex.inside == part::string && after != end) lex.starts_token(*after++);
        start_ = at;
        end_of_last_ = after;
        since_ = 0;
    }

    static bool is_part_of_word(char c) noexcept
    {
        switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ',':
        case ':':
        case '{':
        case '}':
        case '[':
        case ']':
        case '"': return false;
        default: return true;
        }
    }

    lexer lexer_at(char const* anchor) const noexcept { return anchor == chunk_ ? cut_.lex : lexer{}; }

    /// The last character before `at` that is not white space.
    significant significant_before(char const* at) noexcept
    {
        constexpr std::string_view space = " \t\r\n";
        while (at != chunk_)
            if (space.find(*--at) == space.npos) return {.character = *at, .position = locate(at)};
        return last_;
    }

    void read_on(open_token& token, char const* from, char const* at)
    {
        if (token.lex.inside == part::word) {
            append_word(token.word, {from, at});
            return;
        }
        char const* character = nullptr;
        for (char const* const end = chunk_ + size_; from != end; ++from) {
            if (token.string.is_between()) character = from;
            if (!token.string.take(*from)) break;
        }
        if (character != nullptr) token.character = locate(character);
    }

    /// Makes `at`, which comes before it, the place up to which lines have been counted.
    void go_back(char const* at) noexcept
    {
        auto const lines = static_cast<std::size_t>(std::count(at, known_, '\n'));
        if (lines == 0) {
            known_position_.column -= advance({.line = 1, .column = 1}, at, known_).column - 1;
        } else {
            char const* line = at;
            while (line != chunk_ && line[-1] != '\n') --line;
            line_column const start =
                line == chunk_ ? chunk_position_ : line_column{.line = known_position_.line - lines, .column = 1};
            known_position_ = advance(start, line, at);
        }
        known_ = at;
    }

    char const* chunk_ = nullptr;
    std::size_t size_ = 0;
    char const* start_ = nullptr;       // of the last token that had a place
    char const* end_of_last_ = nullptr; // of the same
    std::uint32_t since_ = 0;           // tokens since then

    line_column chunk_position_{.line = 1, .column = 1}; // of the chunk's first character
    open_token cut_{};                                   // the token that it is in the middle of
    significant last_{};                                 // before the chunk
    token_mark replayed_{};
    std::uint32_t since_before_replay_ = 0;
    char const* known_ = nullptr; // up to here lines have been counted
    line_column known_position_{.line = 1, .column = 1};
};

} // namespace outlay::inline v0_1_0::detail
