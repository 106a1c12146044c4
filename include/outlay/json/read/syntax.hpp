#pragma once

#include <boost/json/error.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <outlay/json/read/position.hpp>
#include <outlay/json/read/reader.hpp>
#include <outlay/value/detail/foreign_text.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

// Describes the error in a text that is not JSON. The parser only reports where it stopped.

namespace outlay::inline v0_1_0::detail {

/// The tokens that JSON allows after `previous`, the last character that is not white space ('\0': the start of the
/// text).
inline std::string_view expected_after(char previous, reader const& in)
{
    switch (previous) {
    case '\0':
    case ':': return "a value";
    case '[': return "a value or \"]\"";
    case '{': return "a name in double quotes or \"}\"";
    case ',': return in.in_object() ? "a name in double quotes" : "a value";
    default: break;
    }
    if (in.after_key()) return "\":\"";
    if (in.is_outermost()) return "the end of the text";
    return in.in_object() ? "\",\" or \"}\"" : "\",\" or \"]\"";
}

/// The end of a message about a byte order mark at the start of a word, with advice; empty if there is none. The marks
/// of UTF-16 and UTF-32 are only recognised at the start of the text; that of UTF-8 anywhere, such as between two files
/// that were concatenated.
inline std::string_view byte_order_mark(std::string_view word, bool is_text_begin)
{
    struct mark {
        std::string_view bytes;
        std::string_view words;
        bool anywhere = false;
    };
    using namespace std::string_view_literals; // some literals contain a zero
    static constexpr mark marks[] = {
        {.bytes = "\xEF\xBB\xBF"sv,
         .words = "a byte order mark (EF BB BF): remove these 3 bytes, which JSON does not allow",
         .anywhere = true},
        // Before UTF-16, whose mark is the start of this one.
        {.bytes = "\xFF\xFE\0\0"sv, .words = "the byte order mark of UTF-32 (FF FE 00 00): convert the text to UTF-8"},
        {.bytes = "\0\0\xFE\xFF"sv, .words = "the byte order mark of UTF-32 (00 00 FE FF): convert the text to UTF-8"},
        {.bytes = "\xFF\xFE"sv, .words = "the byte order mark of UTF-16 (FF FE): convert the text to UTF-8"},
        {.bytes = "\xFE\xFF"sv, .words = "the byte order mark of UTF-16 (FE FF): convert the text to UTF-8"},
    };
    for (mark const& known : marks)
        if ((is_text_begin || known.anywhere) && word.starts_with(known.bytes)) return known.words;
    return {};
}

/// The error in a text that is not JSON. `word` is the word that was found, if it is a word; its rest, which belongs in
/// the message, may be in the next chunk.
struct syntax_error {
    violation what;
    std::string word;
    bool word_is_whole = true;
    bool is_hidden = false;   ///< the word may be a secret
    bool is_at_begin = false; ///< so near to the start of the text that the encoding may be the reason
    bool is_first = false;    ///< only white space is before it
    bool is_nothing = false;  ///< the whole text is empty or white space

    /// Appends the rest of the word from the following text.
    void read_on(std::string_view text) { word_is_whole = position_tracker::append_word(word, text); }

    /// Adds the error to a report. `head`: the first bytes of the text.
    void add_to(report& found, std::string_view head) &&
    {
        bool const is_text_begin = what.line == 1 && what.column == 1;
        foreign_text const other = recognise(head);
        if (std::string_view const mark = byte_order_mark(word, is_text_begin); !mark.empty()) what.message += mark;
        else if (other) describe_as(other, found);
        else if (!word.empty()) what.message += is_hidden ? "something else" : detail::in_quotes(word);
        found.add(std::move(what));
    }

private:
    /// Recognises the whole text as something other than JSON.
    foreign_text recognise(std::string_view head) const
    {
        if (is_nothing) return {.name = head.empty() ? "an empty text" : "only white space"};
        foreign_text const encoded = is_at_begin ? recognise_encoding(head) : foreign_text();
        return encoded || !is_first ? encoded : recognise_markup(word);
    }

    void describe_as(foreign_text const& other, report& found)
    {
        bool const is_page = is_first && word.starts_with('<');
        if (!is_page) {
            found = report(); // earlier findings are meaningless: the text was read in a wrong encoding
            what.pointer.clear();
            what.line = what.column = 1;
        }
        what.message = joined({"expected JSON, found ", other.name, other.advice.empty() ? "" : ": ", other.advice});
    }
};

/// Describes the error at `at`, the place in the tracker's chunk where the parser stopped, within `token`.
inline syntax_error describe_syntax_error(reader& in, position_tracker::open_token&& token, char const* at)
{
    using part = position_tracker::part;
    std::string_view const chunk = in.tracker.chunk();
    std::string_view const rest = chunk.substr(static_cast<std::size_t>(at - chunk.data()));
    syntax_error error{.what = {.pointer = in.pointer_of_syntax_error(), .code = "syntax", .message = "expected "},
                       .word = std::move(token.word)};
    error.is_hidden = in.is_container_secret();
    error.is_first = token.previous.character == '\0';
    std::string& message = error.what.message;
    line_column position = token.position;

    if (token.lex.inside == part::string && !token.string.expected().empty()) {
        message += token.string.expected();
        message += " in the string";
        position = token.character;
    } else if (token.lex.inside == part::string) {
        message += "the closing quote of a string, found the end of the text";
        position = in.tracker.locate(at);
    } else {
        std::string_view const expected = expected_after(token.previous.character, in);
        message += expected;
        if (expected.starts_with("\",\"")) {
            line_column const before = token.previous.position;
            message += joined({" after ", std::to_string(before.line), ":", std::to_string(before.column)});
        }
        message += ", found ";
        error.read_on(rest);
        if (error.word.empty()) {
            error.word_is_whole = true;
            error.is_nothing = error.is_first && rest.empty();
            if (rest.empty()) message += "the end of the text";
            else if (rest.front() == '"') message += "a string";
            else message += in_quotes(rest.substr(0, 1));
        }
    }
    error.what.line = position.line;
    error.what.column = position.column;
    return error;
}

inline error_kind kind_of(boost::system::error_code ec)
{
    using boost::json::error;
    bool const is_limit = ec == error::too_deep || ec == error::string_too_large;
    return is_limit ? error_kind::limit : error_kind::syntax;
}

/// The violation for invalid options; its code is empty for valid ones.
inline violation describe_refused(decode_options const& options)
{
    if (options.max_depth <= decode_options::deepest) return {};
    return {.pointer = {},
            .code = "max_depth",
            .message = joined({"max_depth is ", std::to_string(options.max_depth), ", which exceeds the limit of ",
                               std::to_string(decode_options::deepest), " levels"})};
}

inline violation describe_limit(reader& in, boost::system::error_code ec, decode_options const& options,
                                line_column position)
{
    using boost::json::error;
    violation v{.pointer = in.pointer(), .code = {}, .message = {}};
    if (ec == error::too_deep) {
        v.code = "max_depth";
        v.message = joined({"objects and arrays more than ", std::to_string(options.max_depth), " deep"});
    } else {
        v.code = "max_string";
        v.message = joined({"a string of more than ", std::to_string(options.max_string), " bytes"});
    }
    v.line = position.line;
    v.column = position.column;
    return v;
}

} // namespace outlay::inline v0_1_0::detail
