#include "lint.hpp"

#include "../require.hpp"
#include "payload_lint/lines.hpp"
#include "payload_lint/output.hpp"
#include <algorithm>
#include <boost/json.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <iostream>
#include <outlay/value/detail/utf8.hpp>
#include <outlay/value/render.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

/// Captures std::cout while it lives.
class captured_output {
public:
    captured_output() : before_(std::cout.rdbuf(to_.rdbuf())) {}
    captured_output(captured_output const&) = delete;
    captured_output& operator=(captured_output const&) = delete;
    ~captured_output() { std::cout.rdbuf(before_); }

    std::string text() const { return to_.str(); }

private:
    std::ostringstream to_;
    std::streambuf* before_;
};

std::string printed(lint::format as, std::string_view text, outlay::report const& found)
{
    captured_output const output;
    lint::print(as, {.source = "fuzz", .text = text}, found, true);
    return output.text();
}

void check_text(std::string_view text, outlay::report const& found)
{
    std::string const shown = printed(lint::format::text, text, found);
    require(outlay::detail::is_utf8(shown), "a rendering that is not UTF-8", shown);
    auto const is_unprintable = [](char c) { return is_control(c) && c != '\n'; };
    require(std::ranges::none_of(shown, is_unprintable), "a rendering with control characters", shown);
    for (outlay::violation const& v : found)
        require(shown.find(v.to_string()) != shown.npos, "a violation that is not rendered", v.to_string());
}

void check_json(std::string_view text, outlay::report const& found)
{
    std::string const shown = printed(lint::format::json, text, found);
    boost::system::error_code wrong;
    auto const json = boost::json::parse(shown, wrong);
    require(!wrong, "a report that is not JSON", shown);
    require(json.at("violations").as_array().size() == found.size(), "another number of violations", shown);
    require(json.at("notices").as_array().size() == found.notices().size(), "another number of notices", shown);
}

void check_github(std::string_view text, outlay::report const& found)
{
    std::istringstream shown(printed(lint::format::github, text, found));
    std::size_t lines = 0;
    for (std::string line; std::getline(shown, line); ++lines) {
        require(line.starts_with("::error ") || line.starts_with("::notice "), "a line that is no command", line);
        require(std::ranges::none_of(line, is_control), "a command with control characters", line);
    }
    require(lines == found.size() + found.notices().size(), "a command a violation", text);
}

} // namespace

void check_rendering(std::string_view text, outlay::report const& found)
{
    check_text(text, found);
    check_json(text, found);
    check_github(text, found);
    outlay::render_options const narrow{.width = 1, .tab_stop = 0, .notices = false, .first_line = 7};
    require(outlay::detail::is_utf8(outlay::render(found, text, narrow)), "a narrow rendering that is not UTF-8", text);
}

void check_lines(std::string_view text, bool is_json)
{
    std::istringstream in{std::string(text)};
    lint::line_reader reader(in, text.size());
    std::string joined;
    std::size_t lines = 0;
    for (; reader.next(); ++lines) joined.append(reader.line()).append("\n");
    if (!text.empty() && text.back() != '\n') joined.pop_back();
    require(joined == text, "lines that are not those of the text", text);
    require(reader.number() == lines, "another number of lines", text);

    bool const is_document = text.starts_with('{') || text.starts_with('[');
    bool const is_one_line = text.find('\n') == text.npos;
    if (is_json && is_document && is_one_line) require(lint::is_balanced(text), "a document that is none", text);
}

} // namespace fuzz
