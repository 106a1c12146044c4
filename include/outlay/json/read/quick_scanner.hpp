#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <outlay/json/options.hpp>
#include <outlay/model/table/quick_text.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <string>
#include <string_view>
#include <system_error>

namespace outlay::inline v0_1_0::detail {

/// Scans the tokens of a JSON text that is contiguous in memory, with the grammar of RFC 8259 and the limits of the
/// options. Each function takes the start of a token and returns its end, or null if the text is not JSON or exceeds a
/// limit. Errors are not described: the careful reader does that.
///
/// White space at the end of the text is cut off.
class quick_scanner {
public:
    quick_scanner(std::string_view text, decode_options const& options) noexcept
        : text_{.end = text.data() + text.size(), .most_of_string = (std::min)(options.max_string, most_of_token)},
          levels_left_(options.max_depth)
    {
        while (text_.end != text.data() && is_white_space(text_.end[-1])) --text_.end;
        char const last = text_.end != text.data() ? text_.end[-1] : '\0';
        is_bracketed_ = last == '}' || last == ']';
    }

    /// Whether the last character is a bracket, as the functions for contents of objects and arrays require. If not,
    /// only scalars may be read.
    bool is_bracketed() const noexcept { return is_bracketed_; }

    char const* end() const noexcept { return text_.end; }
    quick_text const& text() const noexcept { return text_; }

    char const* skip_space(char const* at) const noexcept { return detail::skip_space(at, text_.end); }

    /// Enters an object or array. Returns false if it is too deep.
    bool enter() noexcept
    {
        if (levels_left_ == 0) return false;
        --levels_left_;
        return true;
    }
    void leave() noexcept { ++levels_left_; }

    /// Reads a string and unescapes it. The value is valid until the next string is read.
    char const* string(char const* at, std::string_view& value)
    {
        if (at == text_.end || *at != '"') return nullptr;
        char const* const first = at + 1;
        char const* const special = find_special(first, text_.end);
        if (special == text_.end || *special != '"') [[unlikely]]
            return special_string(first, special, value);
        value = {first, static_cast<std::size_t>(special - first)};
        return value.size() <= text_.most_of_string ? special + 1 : nullptr;
    }

    /// Reads the colon after a name. Returns the start of the value.
    char const* after_colon(char const* at) const noexcept
    {
        at = skip_space(at);
        return *at == ':' ? skip_space(at + 1) : nullptr;
    }

    /// Reads a scalar.
    char const* scalar(char const* at, token& value)
    {
        if (at == text_.end) return nullptr;
        switch (*at) {
        case '"': {
            std::string_view text;
            char const* const after = string(at, text);
            value = token(token_kind::string, text);
            return after;
        }
        case 't': value = token::boolean(true); return word(at, "true");
        case 'f': value = token::boolean(false); return word(at, "false");
        case 'n': value = token(token_kind::null); return word(at, "null");
        default: return number(at, value);
        }
    }

    /// Skips a value of any kind. If `json` is not null, appends the text of the value without white space.
    char const* skip(char const* at, std::string* json = nullptr)
    {
        if (at == text_.end) return nullptr;
        if (*at == '{' || *at == '[') return enter() ? skip_composite(at, json) : nullptr;
        token value(token_kind::null);
        char const* const after = scalar(at, value);
        if (after != nullptr && json != nullptr) put(*json, value, at, after);
        return after;
    }

private:
    /// The most characters of a token, whose size has 32 bits.
    static constexpr std::size_t most_of_token = (std::numeric_limits<std::uint32_t>::max)();

    char const* word(char const* at, std::string_view word) const noexcept
    {
        bool const is_there =
            static_cast<std::size_t>(text_.end - at) >= word.size() && std::memcmp(at, word.data(), word.size()) == 0;
        return is_there ? at + word.size() : nullptr;
    }

    char const* digits(char const* at) const noexcept
    {
        char const* const first = at;
        while (at != text_.end && is_digit(*at)) ++at;
        return at != first ? at : nullptr;
    }

    char const* number(char const* const first, token& value) const noexcept
    {
        constexpr std::ptrdiff_t surely_integer = 18; // characters: so many digits, with or without a sign, fit int64_t
        char const* at = first;
        bool is_whole = true;
        if (*at == '-') ++at;
        if (at != text_.end && *at == '0') ++at;
        else at = digits(at);
        if (at != nullptr && at != text_.end && *at == '.') {
            is_whole = false;
            at = digits(at + 1);
        }
        if (at != nullptr && at != text_.end && (*at == 'e' || *at == 'E')) {
            is_whole = false;
            ++at;
            if (at != text_.end && (*at == '+' || *at == '-')) ++at;
            at = digits(at);
        }
        if (at == nullptr || static_cast<std::size_t>(at - first) > most_of_token) return nullptr;
        std::int64_t parsed = 0;
        bool const is_integer =
            is_whole && (at - first <= surely_integer || std::from_chars(first, at, parsed).ec == std::errc());
        value =
            token(is_integer ? token_kind::integer : token_kind::number, {first, static_cast<std::size_t>(at - first)});
        return at;
    }

    /// Reads the rest of a string from its first special character on. `from` is the start of the part that is not in
    /// `unescaped_` yet.
    OUTLAY_NOINLINE char const* special_string(char const* const first, char const* at, std::string_view& value)
    {
        bool is_escaped = false;
        char const* from = first;
        for (;;) {
            if (at == text_.end) return nullptr;
            auto const c = static_cast<unsigned char>(*at);
            if (c == '"') break;
            if (c >= 0x80) {
                std::size_t const size = utf8_sequence({at, static_cast<std::size_t>(text_.end - at)});
                if (size == 0) return nullptr;
                at += size;
            } else if (c == '\\') {
                if (!is_escaped) unescaped_.clear();
                is_escaped = true;
                unescaped_.append(from, at);
                from = at = escape(at + 1);
                if (at == nullptr) return nullptr;
            } else {
                return nullptr; // a control character
            }
            at = find_special(at, text_.end);
        }
        if (is_escaped) value = unescaped_.append(from, at);
        else value = {first, static_cast<std::size_t>(at - first)};
        return value.size() <= text_.most_of_string ? at + 1 : nullptr;
    }

    /// Reads the escape after a backslash and appends its character to `unescaped_`.
    char const* escape(char const* at)
    {
        if (at == text_.end) return nullptr;
        switch (*at) {
        case '"':
        case '\\':
        case '/': unescaped_ += *at; return at + 1;
        case 'b': unescaped_ += '\b'; return at + 1;
        case 'f': unescaped_ += '\f'; return at + 1;
        case 'n': unescaped_ += '\n'; return at + 1;
        case 'r': unescaped_ += '\r'; return at + 1;
        case 't': unescaped_ += '\t'; return at + 1;
        case 'u': return escaped_unit(at + 1);
        default: return nullptr;
        }
    }

    static constexpr std::uint32_t first_high_surrogate = 0xD800;
    static constexpr std::uint32_t first_low_surrogate = 0xDC00;
    static constexpr std::uint32_t after_surrogates = 0xE000;

    /// Reads the digits of an escape, `0041`, or of two that are a surrogate pair: `D83D\uDE00`.
    char const* escaped_unit(char const* at)
    {
        constexpr std::ptrdiff_t units_apart = 6; // characters of `D83D\u`
        std::uint32_t unit = 0;
        if (!hexadecimal(at, unit)) return nullptr;
        at += 4;
        if (unit < first_high_surrogate || unit >= after_surrogates) {
            append_utf8(unit);
            return at;
        }
        std::uint32_t low = 0;
        bool const is_pair = unit < first_low_surrogate && text_.end - at >= units_apart && at[0] == '\\' &&
                             at[1] == 'u' && hexadecimal(at + 2, low) && low >= first_low_surrogate &&
                             low < after_surrogates;
        if (!is_pair) return nullptr;
        append_utf8(0x10000 + ((unit - first_high_surrogate) << 10) + (low - first_low_surrogate));
        return at + units_apart;
    }

    bool hexadecimal(char const* at, std::uint32_t& unit) const noexcept
    {
        if (text_.end - at < 4) return false;
        for (char const* const stop = at + 4; at != stop; ++at) {
            char const lower = static_cast<char>(*at | 0x20);
            std::uint32_t digit = 0;
            if (is_digit(*at)) digit = static_cast<std::uint32_t>(*at - '0');
            else if (lower >= 'a' && lower <= 'f') digit = static_cast<std::uint32_t>(lower - 'a' + 10);
            else return false;
            unit = unit << 4 | digit;
        }
        return true;
    }

    void append_utf8(std::uint32_t code)
    {
        auto const put = [this](std::uint32_t byte) { unescaped_ += static_cast<char>(byte); };
        auto const put_rest = [&put, code](int bits) { put(0x80 | (code >> bits & 0x3F)); };
        if (code < 0x80) return put(code);
        if (code < 0x800) {
            put(0xC0 | code >> 6);
        } else if (code < 0x10000) {
            put(0xE0 | code >> 12);
            put_rest(6);
        } else {
            put(0xF0 | code >> 18);
            put_rest(12);
            put_rest(6);
        }
        put_rest(0);
    }

    char const* skip_composite(char const* at, std::string* json)
    {
        bool const is_object = *at == '{';
        char const closing = is_object ? '}' : ']';
        if (json != nullptr) *json += *at;
        at = skip_space(at + 1);
        if (*at == closing) return leave_composite(at, json);
        for (;;) {
            if (is_object) {
                std::string_view name;
                char const* const after = string(at, name);
                if (after == nullptr) return nullptr;
                if (json != nullptr) {
                    put_string(*json, name);
                    *json += ':';
                }
                at = after_colon(after);
                if (at == nullptr) return nullptr;
            }
            at = skip(at, json);
            if (at == nullptr || at == text_.end) return nullptr;
            at = skip_space(at);
            if (*at == closing) return leave_composite(at, json);
            if (*at != ',') return nullptr;
            if (json != nullptr) *json += ',';
            at = skip_space(at + 1);
        }
    }

    char const* leave_composite(char const* at, std::string* json)
    {
        if (json != nullptr) *json += *at;
        leave();
        return at + 1;
    }

    static void put(std::string& json, token value, char const* at, char const* after)
    {
        if (value.kind == token_kind::string) put_string(json, value.text());
        else json.append(at, after);
    }

    static void put_string(std::string& json, std::string_view text)
    {
        writer out(json);
        out.put_string(text);
        out.flush();
    }

    quick_text text_;
    std::size_t levels_left_;
    bool is_bracketed_ = false;
    std::string unescaped_;
};

} // namespace outlay::inline v0_1_0::detail
