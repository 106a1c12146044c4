#pragma once

#include <outlay/value/report.hpp>
#include <string_view>

// payload_lint on texts and reports.

namespace fuzz {

/// The report is shown beside its text in each of payload_lint's formats: text without control characters, JSON with
/// all violations, and GitHub's commands, a line each.
void check_rendering(std::string_view text, outlay::report const& found);

/// The text is divided into its lines, and a JSON text in one line is recognised as a document.
void check_lines(std::string_view text, bool is_json);

} // namespace fuzz
