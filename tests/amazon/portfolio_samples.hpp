#pragma once

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <vector>

// Helpers of the tests of portfolios.

namespace portfolio_samples {

namespace ads = outlay::amazon;
using namespace outlay::literals;

/// The body tests/payloads/amazon/portfolio_<name>.json.
inline std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/portfolio_", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report.notices()) lines.push_back(v.to_string());
    return lines;
}

/// Each finding as `/pointer code`, a notice as `/pointer code?`, sorted.
inline std::vector<std::string> findings(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(outlay::detail::joined({v.pointer, " ", v.code}));
    for (outlay::violation const& v : report.notices())
        lines.push_back(outlay::detail::joined({v.pointer, " ", v.code, "?"}));
    std::ranges::sort(lines);
    return lines;
}

/// The findings of validate(), which are also those of decode() on the written text.
template<class T>
std::vector<std::string> found_in(T const& value, outlay::context const& given = {})
{
    auto const found = findings(outlay::validate(value, given));
    std::string const text = outlay::encode(value);
    auto const seen = outlay::inspect<T>(text, {.context = given});
    EXPECT_EQ(findings(seen.report), found) << text;
    EXPECT_TRUE(seen.value == value) << text;
    EXPECT_EQ(outlay::valid(value, given), outlay::validate(value, given).empty()) << text;
    return found;
}

/// Whether the text decodes; if not, with the error of decode().
template<class T>
testing::AssertionResult decodes(std::string_view text)
{
    auto const read = outlay::decode<T>(text);
    if (read) return testing::AssertionSuccess();
    return testing::AssertionFailure() << read.error().message() << "\nin " << text;
}

/// The days of a campaign in summer, and a day before, in and after it.
inline constexpr outlay::date_range summer{2025_y / 6 / 1, 2025_y / 8 / 31};
inline constexpr outlay::context before_summer{.today = 2025_y / 5 / 31};
inline constexpr outlay::context in_summer{.today = 2025_y / 7 / 1};
inline constexpr outlay::context after_summer{.today = 2025_y / 9 / 1};

} // namespace portfolio_samples
