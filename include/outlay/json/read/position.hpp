#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/json/read/line_column.hpp>
#include <outlay/json/read/string_scan.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

/// The start of a token. Taking a mark costs a few instructions; line and column are calculated only when they are
/// needed. The parser provides the addresses of some tokens (keys, numbers, plain strings); others are counted from the
/// last of these.
struct token_mark {
    /// A value of `tokens`: the mark is resolved, `column` is its column, and `place` its line.
    static constexpr std::uint32_t resolved = (std::numeric_limits<std::uint32_t>::max)();

    std::uintptr_t place; ///< the address of a character of the chunk
    std::uint32_t tokens; ///< 0: the token starts at `place`; n: it is the n-th that starts after `place`
    std::uint32_t column;
};

/// Follows the tokens of a text that arrives in chunks, so that the line and column of each can be found.
///
/// Invariant: `start_` and `end_of_last_` are in the current chunk, and `since_` tokens have started after
/// `end_of_last_`, unless a recording is being replayed.
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

    /// A token without a known address: a bracket, true, false, null.
    void token() noexcept { ++since_; }

    /// A token whose text may be in the chunk or in a buffer of the parser. `quotes`: characters around it, 0 or 1.
    void token(std::string_view text, std::size_t quotes) noexcept
    {
        auto const offset = reinterpret_cast<std::uintptr_t>(text.data()) - reinterpret_cast<std::uintptr_t>(chunk_);
        if (offset >= size_ || offset < quotes) return token();
        start_ = chunk_ + (offset - quotes);
        end_of_last_ = chunk_ + (offset + text.size() + quotes);
        since_ = 0;
    }

    /// Until end_replay(), the current token is one of a recording, with this mark.
    void replay(token_mark const& mark) noexcept
    {
        if (since_ != replaying) since_before_replay_ = std::exchange(since_, replaying);
        replayed_ = mark;
    }
    void end_replay() noexcept
    {
        if (since_ == replaying) since_ = since_before_replay_;
    }

    /// The mark of the current token.
    token_mark mark() noexcept
    {
        if (since_ >= far_off) [[unlikely]]
            return far_mark();
        return mark_by_place();
    }

    /// The position of a mark; 0:0 if there is no text, because a boost::json::value is read.
    line_column locate(token_mark const& mark) noexcept
    {
        if (chunk_ == nullptr) return {.line = 0, .column = 0};
        if (mark.tokens == token_mark::resolved) return {.line = mark.place, .column = mark.column};
        char const* const at = find(mark);
        return at == nullptr ? cut_.position : locate(at);
    }

    /// The first character of a token that was marked in this chunk; null if the token started in an earlier chunk.
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

    /// The position of a character of the chunk, or of its end. Counts only the text between this character and the one
    /// of the last call, and the line of this character.
    line_column locate(char const* at) noexcept
    {
        if (at < known_) go_back(at);
        known_position_ = advance(known_position_, known_, at);
        known_ = at;
        return known_position_;
    }

    /// Ends the chunk, whose memory must still be valid. Precondition: marks that are used later have been resolved.
    void end_chunk()
    {
        char const* const end = chunk_ + size_;
        cut_ = token_at(end);
        last_ = significant_before(end);
        chunk_position_ = locate(end);
    }

    std::string_view chunk() const noexcept { return {chunk_, size_}; }

    /// A character that is not white space. '\0': none.
    struct significant {
        char character = '\0';
        line_column position{.line = 1, .column = 1};
    };

    enum class part : unsigned char { none, word, string };

    /// A minimal lexer, which only recognises the starts of tokens; the parser checks the text.
    struct lexer {
        part inside = part::none; ///< a word is a number, a literal such as true, or invalid
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

    /// A token in which the parser stopped.
    struct open_token {
        lexer lex;             ///< inside none: the parser is between tokens
        line_column position;  ///< the position of its start
        significant previous;  ///< the last character before it that is not white space
        std::string word;      ///< the first characters of a word
        string_scan string;    ///< a string, up to the end of the chunk or to the invalid character
        line_column character; ///< for a string: the position of its last character, complete or not
    };

    /// The token in which the parser stopped at `at`, a place in the chunk: the first one that has not been read,
    /// because the parser may have read a few characters past an invalid string.
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

    /// Appends the part of a word at the start of `text`. Returns whether the word ends there. A little more is kept
    /// than messages show.
    static bool append_word(std::string& word, std::string_view text)
    {
        constexpr std::size_t most = 48; // in_quotes() shows 40
        auto const size =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_part_of_word) - text.begin());
        word += text.substr(0, (std::min)(size, most - word.size()));
        return size != text.size();
    }

private:
    /// The limit for the number of tokens in a mark; a token beyond it is located when it is marked. Otherwise the n-th
    /// item of `[[],[],...]` or `[null,null,...]` would be searched from the start of the text, in quadratic time.
    static constexpr std::uint32_t far_off = 16;

    /// The value of `since_` while a recording is replayed.
    static constexpr std::uint32_t replaying = (std::numeric_limits<std::uint32_t>::max)();

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

    /// Finds the address of the current token, which the parser did not provide. The search starts at the last known
    /// address, so that no character is searched twice.
    void give_place() noexcept
    {
        char const* const end = chunk_ + size_;
        char const* const at =
            find({.place = reinterpret_cast<std::uintptr_t>(end_of_last_), .tokens = since_, .column = 0});
        if (at == nullptr || at == end) return; // tokens that are in no text, such as those of a boost::json::value
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

    /// Moves the known position back to `at`, which is before it.
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
    char const* start_ = nullptr;       ///< the start of the last token with a known address
    char const* end_of_last_ = nullptr; ///< the end of that token
    std::uint32_t since_ = 0;           ///< the number of tokens after it

    line_column chunk_position_{.line = 1, .column = 1}; ///< of the first character of the chunk
    open_token cut_{};                                   ///< the token in which the chunk starts
    significant last_{}; ///< the last character before the chunk that is not white space
    token_mark replayed_{};
    std::uint32_t since_before_replay_ = 0;
    char const* known_ = nullptr; ///< the character of known_position_
    line_column known_position_{.line = 1, .column = 1};
};

} // namespace outlay::inline v0_1_0::detail
