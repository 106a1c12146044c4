#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0 {
namespace detail {

/// The concatenation of several texts. (g++ 12 wrongly warns about an inlined `"text" + std::string`.)
constexpr std::string joined(std::initializer_list<std::string_view> pieces)
{
    std::string text;
    for (std::string_view const piece : pieces) text += piece;
    return text;
}

constexpr void append_number(std::string& text, std::size_t n)
{
    if (n >= 10) append_number(text, n / 10);
    text += static_cast<char>('0' + n % 10);
}

/// `1 row`, `2 rows`: a number and what is counted.
constexpr std::string counted(std::size_t n, std::string_view one, std::string_view several)
{
    std::string text;
    append_number(text, n);
    return joined({text, " ", n == 1 ? one : several});
}

/// Appends a text, with control characters, invisible characters, and bytes that are not UTF-8 as `\u001b` or `\xFE`,
/// since terminals and logs must not receive them raw.
constexpr void append_printable(std::string& text, std::string_view raw)
{
    constexpr char hex[] = "0123456789abcdef";
    while (!raw.empty()) {
        std::size_t const length = utf8_sequence(raw);
        std::string_view const character = raw.substr(0, length == 0 ? 1 : length);
        auto const byte = static_cast<unsigned char>(character[0]);
        bool const is_control = length == 1 && (byte < 0x20 || byte == 0x7F);
        if (length != 0 && !is_control && !is_invisible(character)) {
            text += character;
        } else {
            for (char const c : character) {
                text += is_control ? "\\u00" : "\\x";
                text += hex[static_cast<unsigned char>(c) >> 4];
                text += hex[static_cast<unsigned char>(c) & 15];
            }
        }
        raw.remove_prefix(character.size());
    }
}

/// `text` in double quotes for a message, shortened to about 40 characters.
constexpr std::string in_quotes(std::string_view text)
{
    constexpr std::size_t most = 40; // bytes: enough to recognise a text, and a message stays one line
    bool const shortened = text.size() > most;
    if (shortened) {
        text = text.substr(0, most);
        // Does not cut a character in two.
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
    }
    std::string out = "\"";
    while (!text.empty()) {
        std::size_t const plain = (std::min)(text.find_first_of("\"\\"), text.size());
        append_printable(out, text.substr(0, plain));
        if (plain == text.size()) break;
        out += '\\';
        out += text[plain];
        text.remove_prefix(plain + 1);
    }
    out += shortened ? "...\"" : "\"";
    return out;
}

} // namespace detail

/// One violation of a rule by a value or a text, or one notice: a deviation that was understood.
struct violation {
    using printable = void;

    std::string pointer{};  ///< JSON Pointer (RFC 6901) to the value; empty: the whole document
    std::string code{};     ///< stable and machine-readable, in snake_case: `type`, `missing`, `length` ...
    std::string message{};  ///< for people: expected and found values; never contains a secret
    std::size_t line = 0;   ///< 1-based line in the text; 0: the value was not read from a text
    std::size_t column = 0; ///< 1-based column, in characters, not bytes; 0 if `line` is 0

    /// `3:27 /success/2/budgetUsagePercent: expected a number, found "75"`
    constexpr std::string to_string() const
    {
        std::string text;
        if (line != 0) {
            detail::append_number(text, line);
            text += ':';
            detail::append_number(text, column);
            if (!pointer.empty()) text += ' ';
        }
        detail::append_printable(text, pointer);
        if (!text.empty()) text += ": ";
        return text += message;
    }

    /// Whether its place in the text is before that of the other; false if it has no place.
    constexpr bool comes_before(violation const& other) const noexcept
    {
        return line != 0 && (line != other.line ? line < other.line : column < other.column);
    }

    friend constexpr bool operator==(violation const&, violation const&) = default;
};

/// All violations of a value: a random-access range in the order of the document, empty for a valid value. Notices,
/// which are deviations that do not prevent reading, are kept apart and are not elements of the range.
class report {
public:
    using printable = void;
    using value_type = violation;
    using const_iterator = detail::constexpr_vector<violation>::const_iterator;

    constexpr const_iterator begin() const noexcept { return violations_.begin(); }
    constexpr const_iterator end() const noexcept { return violations_.end(); }
    constexpr std::size_t size() const noexcept { return violations_.size(); }
    constexpr bool empty() const noexcept { return violations_.empty(); }
    /// The violation at `i`, which must be below size().
    constexpr violation const& operator[](std::size_t i) const& { return violations_[i]; }

    /// Deviations from the specified form that were understood: an old field name, an id written as a number.
    constexpr detail::constexpr_vector<violation> const& notices() const& noexcept { return notices_; }

    // Return by value for a temporary, such as the report of result<T>::error(): a reference would dangle.
    /// The violation at `i`, moved out of a temporary.
    constexpr violation operator[](std::size_t i) && { return std::move(violations_[i]); }
    /// The notices, moved out of a temporary.
    constexpr detail::constexpr_vector<violation> notices() && noexcept { return std::move(notices_); }

    /// The number of violations that were found but not kept, because the limit on their number was reached.
    constexpr std::size_t omitted() const noexcept { return omitted_; }
    constexpr std::size_t omitted_notices() const noexcept { return omitted_notices_; } ///< the same for notices

    /// Adds a violation, in the order of lines and columns.
    constexpr void add(violation v) { insert(violations_, std::move(v)); }
    /// Adds a notice, in the order of lines and columns.
    constexpr void add_notice(violation v) { insert(notices_, std::move(v)); }
    /// Adds a violation after all others, for one of another text, whose lines and columns are not comparable.
    constexpr void append(violation v) { violations_.push_back(std::move(v)); }
    constexpr void append_notice(violation v) { notices_.push_back(std::move(v)); } ///< the same for a notice
    constexpr void omit_one() noexcept { ++omitted_; }                              ///< counts one in omitted()
    constexpr void omit_notice() noexcept { ++omitted_notices_; }                   ///< counts one in omitted_notices()

    /// One violation a line, without notices.
    constexpr std::string to_string() const { return separated_by("\n"); }
    /// The violations in one line, separated by `; `, without notices: for logs.
    constexpr std::string to_line() const { return separated_by("; "); }

    friend constexpr bool operator==(report const&, report const&) = default;

private:
    constexpr std::string separated_by(std::string_view separator) const
    {
        std::string text;
        for (violation const& v : violations_) {
            if (!text.empty()) text += separator;
            text += v.to_string();
        }
        if (omitted_ != 0) {
            text += separator;
            text += "and ";
            detail::append_number(text, omitted_);
            text += " more";
        }
        return text;
    }

    /// Inserts in the order of the text: a violation found at the end of an object may be about its start.
    static constexpr void insert(detail::constexpr_vector<violation>& into, violation&& v)
    {
        auto at = into.end();
        while (at != into.begin() && v.comes_before(at[-1])) --at;
        into.insert(at, std::move(v));
    }

    detail::constexpr_vector<violation> violations_;
    detail::constexpr_vector<violation> notices_;
    std::size_t omitted_ = 0;
    std::size_t omitted_notices_ = 0;
};

} // namespace outlay::inline v0_1_0
