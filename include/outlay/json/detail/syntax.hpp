#pragma once

#include <boost/json/error.hpp>
#include <cstddef>
#include <outlay/json/detail/position.hpp>
#include <outlay/json/detail/reader.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

// What is wrong with a text that is not JSON: the parser only says where it stopped.

namespace outlay::detail {

/// What JSON allows after `previous`, the last significant character (null: the text starts here).
inline std::string_view expected_after(char const* previous, reader const& in)
{
    if (previous == nullptr) return in.found_anything() ? "the rest of the text" : "a value";
    switch (*previous) {
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

inline std::string_view expected_in_string(boost::json::error_code ec, char refused)
{
    using boost::json::error;
    if (ec == error::expected_hex_digit || ec == error::expected_utf16_escape) return "four hexadecimal digits";
    if (ec == error::illegal_leading_surrogate || ec == error::illegal_trailing_surrogate) return "a pair of surrogates";
    if (static_cast<unsigned char>(refused) >= 0x80) return "UTF-8";
    if (static_cast<unsigned char>(refused) < 0x20) return "control characters to be escaped";
    return "an escape such as \\n";
}

/// What stands at `at`, as messages show it: a bracket or comma, a quoted string's start, or a word.
inline std::string found_at(char const* at, char const* end)
{
    if (at == end) return "the end of the text";
    constexpr std::string_view stops = " \t\r\n,:{}[]\"";
    std::size_t size = 1;
    bool const is_word = stops.find(*at) == stops.npos;
    while (is_word && at + size != end && stops.find(at[size]) == stops.npos) ++size;
    if (*at == '"') return "a string";
    return quoted({at, size});
}

/// The violation for a text that the parser refused at `at`, a place in the tracker's chunk or its end.
inline violation describe_syntax_error(reader& in, boost::json::error_code ec, char const* at)
{
    std::string_view const chunk = in.tracker.chunk();
    char const* const end = chunk.data() + chunk.size();
    auto const around = in.tracker.around(at);
    violation v{.pointer = in.pointer(), .code = "syntax", .message = "expected "};
    if (around.in_string && at != end) {
        v.message += expected_in_string(ec, *at);
        v.message += " in the string";
    } else if (around.in_string) {
        v.message += "the closing quote of a string, found the end of the text";
    } else {
        at = around.token;
        v.message += expected_after(around.previous, in);
        if (around.previous != nullptr && v.message.ends_with('"') && v.message.find(',') != v.message.npos) {
            line_column const before = in.tracker.locate(around.previous);
            v.message += " after " + std::to_string(before.line) + ':' + std::to_string(before.column);
        }
        v.message += ", found " + found_at(at, end);
    }
    line_column const position = in.tracker.locate(at);
    v.line = position.line;
    v.column = position.column;
    return v;
}

inline error_kind kind_of(boost::json::error_code ec)
{
    using boost::json::error;
    bool const is_limit = ec == error::too_deep || ec == error::string_too_large || ec == error::key_too_large ||
                          ec == error::exponent_overflow;
    return is_limit ? error_kind::limit : error_kind::syntax;
}

inline violation describe_limit(reader& in, boost::json::error_code ec, decode_options const& options, char const* at)
{
    using boost::json::error;
    violation v{.pointer = in.pointer(), .code = {}, .message = {}};
    if (ec == error::too_deep) {
        v.code = "max_depth";
        v.message = "objects and arrays more than " + std::to_string(options.max_depth) + " deep";
    } else if (ec == error::exponent_overflow) {
        v.code = "exponent";
        v.message = "a number with an exponent beyond all bounds";
    } else {
        v.code = "max_string";
        v.message = "a string of more than " + std::to_string(options.max_string) + " bytes";
    }
    line_column const position = in.tracker.locate(in.tracker.around(at).token);
    v.line = position.line;
    v.column = position.column;
    return v;
}

} // namespace outlay::detail
