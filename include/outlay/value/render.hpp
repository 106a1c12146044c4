#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Shows a report with the lines of the text that it is about, like a compiler's messages.

namespace outlay::inline v0_1_0 {

/// Options of render().
struct render_options {
    std::size_t width = 100;    ///< the most characters shown of a line; of a longer line, those around the caret
    std::size_t tab_stop = 4;   ///< a tab is shown as blanks up to a multiple of this
    bool notices = true;        ///< whether notices are shown, after the violations
    std::string_view source{};  ///< shown before each place, such as the name of a file: `body.json`
    std::size_t first_line = 1; ///< the number of the text's first line, if the text is part of a file
};

namespace detail {

constexpr bool continues_character(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Finds places in a text by line and column. A search continues from the last place, so that a report in the order of
/// the text takes one pass.
class place_finder {
public:
    explicit place_finder(std::string_view text) noexcept : text_(text), at_(first_character(text, 0)) {}

    /// The position of a character, or the end of the line if the line is shorter; npos if the text has no such line.
    std::size_t find(std::size_t line, std::size_t column) noexcept
    {
        if (line < line_ || (line == line_ && column < column_)) *this = place_finder(text_);
        for (; line_ < line; ++line_, column_ = 1) {
            std::size_t const end = text_.find('\n', at_);
            if (end == text_.npos) return text_.npos;
            at_ = first_character(text_, end + 1);
        }
        for (; column_ < column && at_ != text_.size() && text_[at_] != '\n'; ++column_)
            at_ = next_character(text_, at_);
        return at_;
    }

    static std::size_t next_character(std::string_view text, std::size_t at) noexcept
    {
        return first_character(text, at + 1);
    }

private:
    /// The first character at or after `at`. Bytes that continue a character have no column.
    static std::size_t first_character(std::string_view text, std::size_t at) noexcept
    {
        while (at != text.size() && continues_character(text[at])) ++at;
        return at;
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

/// The printable part of a line around one of its characters.
class excerpt {
public:
    excerpt(std::string_view text, std::size_t at, render_options const& options) : options_(options)
    {
        std::size_t begin = at;
        auto const is_first = [text](std::size_t i) { return i == 0 || text[i - 1] == '\n'; };
        for (std::size_t n = 0; n < options.width && !is_first(begin); ++n) {
            do --begin;
            while (!is_first(begin) && continues_character(text[begin]));
        }
        add(before_, text, begin, at);

        std::size_t end = at;
        for (std::size_t n = 0; n < options.width && end != text.size() && text[end] != '\n'; ++n)
            end = place_finder::next_character(text, end);
        bool const is_whole = end == text.size() || text[end] == '\n';
        add(after_, text, at, is_whole && text.substr(at, end - at).ends_with('\r') ? end - 1 : end);
        fit(!is_first(begin), !is_whole);
    }

    std::string line() const { return before_text_ + after_text_; }
    std::size_t caret() const noexcept { return count(before_text_); }

private:
    static std::size_t count(std::string_view text) noexcept
    {
        return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !continues_character(c); }));
    }

    /// Appends each character as it is shown.
    void add(std::vector<std::string>& to, std::string_view text, std::size_t from, std::size_t end)
    {
        while (from != end) {
            std::size_t const next = (std::min)(place_finder::next_character(text, from), end);
            std::string& shown = to.emplace_back();
            if (text[from] == '\t') shown.assign(options_.tab_stop - (width_ % options_.tab_stop), ' ');
            else append_printable(shown, text.substr(from, next - from));
            width_ += count(shown);
            from = next;
        }
    }

    /// Shortens the line to the width. The part after the character gets at least a third of the width.
    void fit(bool is_cut, bool is_cut_after)
    {
        std::size_t const most = options_.width;
        std::size_t right = 0;
        for (std::string const& shown : after_) right += count(shown);
        std::size_t const room_before = most - (std::min)(right, most / 3);
        std::size_t left = width_ - right;
        std::size_t first = 0;
        for (; left > room_before; ++first) left -= count(before_[first]);
        if (is_cut || first != 0) before_text_ = "...";
        for (; first != before_.size(); ++first) before_text_ += before_[first];

        std::size_t const room_after = most - left;
        std::size_t taken = 0;
        for (std::string const& shown : after_) {
            taken += count(shown);
            is_cut_after |= taken > room_after;
            if (taken > room_after && !after_text_.empty()) break; // the character itself is always shown
            after_text_ += shown;
        }
        if (is_cut_after) after_text_ += "...";
    }

    render_options options_;
    std::vector<std::string> before_;
    std::vector<std::string> after_;
    std::size_t width_ = 0;
    std::string before_text_;
    std::string after_text_;
};

class renderer {
public:
    renderer(std::string_view text, render_options const& options) : text_(text), finder_(text), options_(options)
    {
        // Lower bounds: a tab is at least one blank, and a dozen characters leave room for a third on either side.
        options_.tab_stop = (std::max<std::size_t>)(options_.tab_stop, 1);
        options_.width = (std::max<std::size_t>)(options_.width, 12);
    }

    void add(std::string_view kind, violation const& v)
    {
        violation shown = v;
        if (v.line != 0) shown.line += options_.first_line - 1;
        add_line({options_.source, options_.source.empty() ? "" : ":", kind, shown.to_string()});
        if (v.line == 0) return;
        std::size_t const at = finder_.find(v.line, v.column);
        if (at == text_.npos) return;
        excerpt const part(text_, at, options_);
        std::string const number = std::to_string(shown.line);
        add_line({"  ", number, " | ", part.line()});
        add_line({"  ", std::string(number.size(), ' '), " | ", std::string(part.caret(), ' '), "^"});
    }

    void add_line(std::initializer_list<std::string_view> pieces)
    {
        if (!rendered.empty()) rendered += '\n';
        for (std::string_view const piece : pieces) rendered += piece;
    }

    std::string rendered;

private:
    std::string_view text_;
    place_finder finder_;
    render_options options_;
};

} // namespace detail

/// A report with the text that it is about: each violation, and each notice, with its line of the text and a caret
/// under its place. A violation without a place in the text is shown without a line.
///
///     3:27 /success/2/budgetUsagePercent: expected a number, found "75"
///       3 |     {"budgetUsagePercent": "75"},
///         |                            ^
///
/// A report never contains a secret, but a text may, and the result contains lines of the text.
inline std::string render(report const& found, std::string_view text, render_options const& options = {})
{
    detail::renderer to(text, options);
    for (violation const& v : found) to.add("", v);
    if (found.omitted() != 0) to.add_line({"and ", std::to_string(found.omitted()), " more"});
    if (!options.notices) return std::move(to.rendered);
    for (violation const& v : found.notices()) to.add("notice: ", v);
    if (found.omitted_notices() != 0) to.add_line({"and ", std::to_string(found.omitted_notices()), " more notices"});
    return std::move(to.rendered);
}

} // namespace outlay::inline v0_1_0
