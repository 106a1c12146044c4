#pragma once

#include "../terminal.hpp"
#include "sources.hpp"
#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

// The report as a picture: a bar for each budget, with a line for today and a dotted one for the end of the window.

namespace report {

inline std::string escaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        // U+FFFE and U+FFFF, which XML has not.
        if (auto const three = text.substr(i, 3); three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            i += 2;
            continue;
        }
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20) out += c; // XML has no control characters
        }
    }
    return out;
}

/// The colour of a budget: over it, close to it, or well within.
inline std::string_view shade(double percent, double warn)
{
    return percent > 100 ? "#c0392b" : percent > warn ? "#d68910" : "#2e86c1";
}

constexpr int line_height = 28;
constexpr int bar_from = 220;
constexpr int bar_width = 300;
constexpr int text_from = bar_from + bar_width + 10;

/// How far along the bar a percentage is.
inline int along_bar(double percent)
{
    return static_cast<int>(std::clamp(percent, 0.0, 100.0) / 100 * bar_width + 0.5);
}

/// A line across the bar, which reaches beyond it.
inline void write_mark(std::ostream& out, double percent, std::string_view style)
{
    int const x = bar_from + along_bar(percent);
    out << "<line x1=\"" << x << "\" y1=\"2\" x2=\"" << x << "\" y2=\"26\" stroke=\"#17202a\" " << style << "/>";
}

/// Today, a line; and the spend at the end of the window, a dotted one.
inline void write_marks(std::ostream& out, row const& of)
{
    if (of.pace && of.pace->elapsed_percent)
        write_mark(out, of.pace->elapsed_percent->to_double(), "stroke-width=\"2\"");
    auto const outlook = outlook_of(of);
    auto const limit = of.status.limit();
    if (outlook && limit && *limit > 0)
        write_mark(out, outlook->spend.to_double() / limit->to_double() * 100, "stroke-dasharray=\"2 3\"");
}

inline void write_row(std::ostream& out, row const& each, double warn)
{
    outlay::status const& status = each.status;
    double const percent = status.used_percent ? status.used_percent->to_double() : 0;
    out << "<title>" << escaped(status.to_string());
    if (each.pace) out << "; " << each.pace->to_string();
    out << "</title><text x=\"" << bar_from - 10 << "\" y=\"18\" text-anchor=\"end\">"
        << escaped(terminal::fit(each.budget, 26)) << "</text>"
        << "<rect x=\"" << bar_from << "\" y=\"5\" width=\"" << bar_width
        << "\" height=\"18\" rx=\"3\" fill=\"#eaecee\"/><rect x=\"" << bar_from << "\" y=\"5\" width=\""
        << along_bar(percent) << "\" height=\"18\" rx=\"3\" fill=\"" << shade(percent, warn) << "\"/>";
    write_marks(out, each);
    out << "<text x=\"" << text_from << "\" y=\"18\">"
        << (status.used_percent ? with_places(*status.used_percent, 1) + " %" : "unknown");
    if (auto const limit = status.limit()) out << " of " << limit->to_string();
    if (status.currency) out << ' ' << status.currency->code();
    if (each.pace && each.pace->verdict) out << ", " << words_for(*each.pace->verdict) << " pace";
    out << "</text>";
}

inline void write_svg(std::ostream& out, std::vector<row> const& rows, double warn)
{
    auto const height = line_height * static_cast<int>(rows.size()) + 20;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"" << height
        << "\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
    int y = 10;
    for (row const& each : rows) {
        out << "<g transform=\"translate(0," << y << ")\">";
        write_row(out, each, warn);
        out << "</g>\n";
        y += line_height;
    }
    out << "</svg>\n";
}

} // namespace report
