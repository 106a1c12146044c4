#pragma once

#include "../terminal.hpp"
#include "sources.hpp"
#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

// The report as a picture: a bar for each budget.

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

inline void write_svg(std::ostream& out, std::vector<row> const& rows, double warn)
{
    constexpr int line = 28;
    constexpr int bar_from = 220;
    constexpr int bar_width = 300;
    auto const height = line * static_cast<int>(rows.size()) + 20;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"" << height
        << "\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
    int y = 10;
    for (row const& each : rows) {
        outlay::status const& status = each.status;
        double const percent = status.used_percent ? status.used_percent->to_double() : 0;
        auto const filled = static_cast<int>(std::clamp(percent, 0.0, 100.0) / 100 * bar_width + 0.5);
        out << "<g transform=\"translate(0," << y << ")\"><title>" << escaped(status.to_string()) << "</title>"
            << "<text x=\"" << bar_from - 10 << "\" y=\"18\" text-anchor=\"end\">"
            << escaped(terminal::fit(each.budget, 26)) << "</text>"
            << "<rect x=\"" << bar_from << "\" y=\"5\" width=\"" << bar_width
            << "\" height=\"18\" rx=\"3\" fill=\"#eaecee\"/><rect x=\"" << bar_from << "\" y=\"5\" width=\"" << filled
            << "\" height=\"18\" rx=\"3\" fill=\"" << shade(percent, warn) << "\"/><text x=\""
            << bar_from + bar_width + 10 << "\" y=\"18\">"
            << (status.used_percent ? with_places(*status.used_percent, 1) + " %" : "not told");
        if (status.amount) out << " of " << status.amount->to_string();
        if (status.currency) out << ' ' << status.currency->code();
        out << "</text></g>\n";
        y += line;
    }
    out << "</svg>\n";
}

} // namespace report
