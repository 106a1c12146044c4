#pragma once

#include "../bytes.hpp"

// Checks of values. Each function makes values of the input, and compares the results of outlay with an oracle that
// calculates in another way.

namespace fuzz {

void check_decimal_text(bytes& input);       ///< parsing, reading with rounding, and as a double
void check_decimal_arithmetic(bytes& input); ///< all operations, by integers of any size
void check_decimal_doubles(bytes& input);    ///< conversions in both directions, by the standard library
void check_days(bytes& input);               ///< dates, ranges, months, by std::chrono
void check_timestamps(bytes& input);         ///< RFC 3339 from fields, and any text, by std::chrono
void check_http_dates(bytes& input);         ///< the three forms, by std::chrono
void check_waits(bytes& input);              ///< Retry-After and similar headers
void check_next_url(bytes& input);           ///< links to the next page
void check_url_parts(bytes& input);          ///< segments, queries, base URLs
void check_metrics_query(bytes& input);      ///< the tags that Datadog's queries group by
void check_csv(bytes& input);                ///< Datadog's budgets, by RFC 4180

} // namespace fuzz
