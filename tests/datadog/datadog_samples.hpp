#pragma once

#include <fstream>
#include <iterator>
#include <outlay/datadog.hpp>
#include <string>
#include <string_view>
#include <vector>

// Helpers of the tests of budgets.

namespace datadog_samples {

namespace datadog = outlay::datadog;
using namespace outlay::literals;

/// The body tests/payloads/datadog/<name>.json.
inline std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/datadog/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report.notices()) lines.push_back(v.to_string());
    return lines;
}

/// A budget for each month from the first to the last, and each of the services.
inline datadog::budget_attributes by_service(outlay::month first, outlay::month last, std::vector<std::string> services)
{
    datadog::budget_attributes made{
        .end_month = last, .metrics_query = "aws.cost.amortized{*} by {service}", .name = "made", .start_month = first};
    for (std::string const& service : services)
        for (outlay::month const m : months(made))
            made.entries.push_back({.amount = 10, .month = m, .tag_filters = {{"service", service}}});
    return made;
}

} // namespace datadog_samples
