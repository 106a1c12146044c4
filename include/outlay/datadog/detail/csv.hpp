#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <vector>

// The grammar of CSV, without a meaning. Source: RFC 4180.

namespace outlay::inline v0_1_0::datadog::detail {

/// A place in a text, from which its line and column follow.
struct csv_place {
    std::size_t at = 0;         ///< bytes before it
    std::size_t line = 1;       ///< the first is 1
    std::size_t line_start = 0; ///< bytes before its line
};

/// A field of a record.
struct csv_field {
    std::string_view raw{};  ///< without the quotes around it; inside of these a quote is still doubled
    bool is_quoted = false;  ///< apart from that, an empty field is no value, and a quoted empty one an empty text
    bool has_quotes = false; ///< inside
    csv_place place{};       ///< of its first character, or the quote before it

    /// The text that the field is for.
    std::string text() const
    {
        if (!has_quotes) return std::string(raw);
        std::string unquoted;
        unquoted.reserve(raw.size());
        for (std::size_t i = 0; i < raw.size(); ++i) {
            unquoted += raw[i];
            if (raw[i] == '"') ++i; // past the second of two
        }
        return unquoted;
    }
};

/// The reason why a record can't be read. The records after it still can.
struct csv_problem {
    csv_place place{};          ///< where the record goes wrong
    std::string_view message{}; ///< for people
};

/// Reads the records of a text one by one, in time linear in the text. A byte order mark at the start, and lines with
/// nothing in them, are passed over. A line ends with CR LF or LF.
class csv_reader {
public:
    explicit csv_reader(std::string_view text) noexcept : text_(text)
    {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (text_.starts_with(byte_order_mark)) here_.at = here_.line_start = byte_order_mark.size();
    }

    /// Reads the next record into fields() or problem(); false at the end of the text.
    bool next()
    {
        fields_.clear();
        problem_.reset();
        while (ends_line()) {
        }
        if (is_at_end()) return false;
        while (read_field() && skip_comma()) {
        }
        if (problem_) {
            skip_line();
            return true;
        }
        bool const is_whole = is_at_end() || ends_line();
        OUTLAY_ASSERT(is_whole); // read_field() stops nowhere else
        return is_whole;
    }

    /// The fields of the last record, at least one. Unspecified if there is a problem.
    std::vector<csv_field> const& fields() const noexcept { return fields_; }
    std::optional<csv_problem> const& problem() const noexcept { return problem_; } ///< of the last record
    csv_place const& here() const noexcept { return here_; }                        ///< after the last record

    /// The column of a place, from 1, in characters. Counts on from the place that was requested last, so that all
    /// places of a line, in their order, take time linear in the line.
    std::size_t column_of(csv_place const& place)
    {
        if (counted_.line_start != place.line_start || counted_.at > place.at)
            counted_ = {.at = place.line_start, .line_start = place.line_start, .column = 1};
        auto const starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
        auto const between = text_.substr(counted_.at, place.at - counted_.at);
        counted_.column += static_cast<std::size_t>(std::ranges::count_if(between, starts_character));
        counted_.at = place.at;
        return counted_.column;
    }

private:
    bool is_at_end() const noexcept { return here_.at == text_.size(); }
    bool is_at(char c) const noexcept { return !is_at_end() && text_[here_.at] == c; }

    /// Goes past the end of a line, if that is what comes.
    bool ends_line() noexcept
    {
        std::string_view const rest = text_.substr(here_.at);
        if (!rest.starts_with('\n') && !rest.starts_with("\r\n")) return false;
        begin_line(here_.at + (rest.front() == '\n' ? 1 : 2));
        return true;
    }

    void begin_line(std::size_t at) noexcept { here_ = {.at = at, .line = here_.line + 1, .line_start = at}; }

    bool skip_comma() noexcept
    {
        if (!is_at(',')) return false;
        ++here_.at;
        return true;
    }

    void skip_line() noexcept
    {
        here_.at = (std::min)(text_.find('\n', here_.at), text_.size());
        ends_line();
    }

    /// Adds a field, and goes to the comma or the end of the line after it; false where there is neither.
    bool read_field()
    {
        fields_.push_back({.place = here_});
        if (is_at('"') && !read_quoted(fields_.back())) return fail("the quote that is opened here is not closed");
        if (!fields_.back().is_quoted) {
            std::size_t const end = (std::min)(text_.find_first_of(",\"\r\n", here_.at), text_.size());
            fields_.back().raw = text_.substr(here_.at, end - here_.at);
            here_.at = end;
        }
        bool const ends = is_at_end() || is_at(',') || is_at('\n') || text_.substr(here_.at).starts_with("\r\n");
        if (ends) return true;
        fields_.back().place = here_;
        if (fields_.back().is_quoted) return fail("expected a comma or the end of the line after a closing quote");
        return fail(is_at('"') ? "a quote in a field that is not in quotes"
                               : "a carriage return that no line feed follows, outside of quotes");
    }

    /// Goes past the closing quote; false, and to the end of the text, if there is none.
    bool read_quoted(csv_field& to)
    {
        to.is_quoted = true;
        std::size_t const begin = ++here_.at;
        for (;;) {
            here_.at = text_.find_first_of("\"\n", here_.at);
            if (here_.at == std::string_view::npos) {
                here_.at = text_.size();
                return false;
            }
            if (text_[here_.at] == '\n') {
                begin_line(here_.at + 1);
            } else if (text_.substr(here_.at + 1).starts_with('"')) {
                to.has_quotes = true;
                here_.at += 2;
            } else {
                to.raw = text_.substr(begin, here_.at - begin);
                ++here_.at;
                return true;
            }
        }
    }

    bool fail(std::string_view message)
    {
        problem_ = {.place = fields_.back().place, .message = message};
        return false;
    }

    /// A place whose column is known.
    struct counted_place {
        std::size_t at = 0;
        std::size_t line_start = 0;
        std::size_t column = 1;
    };

    std::string_view text_;
    csv_place here_{};
    counted_place counted_{};
    std::vector<csv_field> fields_{};
    std::optional<csv_problem> problem_{};
};

/// Appends a field. In quotes if it has a character of the grammar, begins or ends with a blank, which some programs
/// cut off, or is empty.
inline void append_csv_field(std::string& to, std::string_view text)
{
    bool const is_plain = text.find_first_of(",\"\r\n") == std::string_view::npos && !text.empty() &&
                          text.front() != ' ' && text.back() != ' ' && text.front() != '\t' && text.back() != '\t';
    if (is_plain) {
        to += text;
        return;
    }
    to += '"';
    for (char const c : text) {
        if (c == '"') to += '"';
        to += c;
    }
    to += '"';
}

} // namespace outlay::inline v0_1_0::datadog::detail
