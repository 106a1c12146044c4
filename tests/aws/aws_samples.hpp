#pragma once

#include <fstream>
#include <iterator>
#include <outlay/aws.hpp>
#include <string>
#include <vector>

// Bodies and budgets for the tests of AWS Budgets.

namespace aws_samples {

using namespace outlay::literals;
namespace aws = outlay::aws;

inline std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/aws/" + name + ".json");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Midnight, in UTC.
inline outlay::iso_timestamp at(int year, unsigned month, unsigned day = 1)
{
    return outlay::iso_timestamp(
        date::sys_days(date::year_month_day(date::year(year), date::month(month), date::day(day))));
}

/// A budget of 100 USD a month, which keeps all rules.
inline aws::budget monthly()
{
    return {.budget_name = "Compute",
            .budget_limit = aws::spend{.amount = 100_dec, .unit = "USD"},
            .time_unit = aws::time_unit::monthly,
            .budget_type = aws::budget_type::cost};
}

/// Each violation as `/pointer code`.
inline std::vector<std::string> listed(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (auto const& v : report) lines.push_back(v.pointer + ' ' + v.code);
    return lines;
}

} // namespace aws_samples
