#pragma once

#include "sample.hpp"
#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <vector>

// For tests of the kinds of types: each function checks a text with every reader.

namespace kinds {

/// The findings without their lines, in an order that does not depend on lines.
inline std::vector<std::string> without_lines(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(outlay::detail::joined({v.pointer, ": ", v.message}));
    for (outlay::violation const& v : report.notices())
        lines.push_back(outlay::detail::joined({"notice: ", v.pointer, ": ", v.message}));
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Whether a boost::json::value holds all the digits of a text's numbers.
enum class numbers : unsigned char { of_doubles, of_any_length };

/// The report on a text, a line each. Expects the same of the text in pieces, of every size, and of the
/// boost::json::value of the same text.
template<class T>
std::vector<std::string> found(std::string_view text, numbers digits = numbers::of_doubles)
{
    outlay::decode_options const options;
    auto const whole = outlay::inspect<T>(text, options);
    for (std::size_t size = 1; size <= text.size(); ++size) {
        auto const pieces = sample::inspect_pieces<T>(text, size, options);
        EXPECT_EQ(sample::lines(pieces.report), sample::lines(whole.report)) << text << " in pieces of " << size;
        EXPECT_EQ(outlay::encode(pieces.value), outlay::encode(whole.value)) << text << " in pieces of " << size;
        EXPECT_EQ(pieces.found_nothing, whole.found_nothing);
    }
    boost::system::error_code ec;
    auto const value = boost::json::parse(text, ec);
    bool const has_duplicates = whole.report.to_string().find("more than once") != std::string::npos;
    if (!ec && !whole.stopped && !has_duplicates &&
        digits == numbers::of_doubles) { // of which Boost.JSON keeps the last
        auto const converted = outlay::inspect<T>(value, options);
        EXPECT_EQ(without_lines(converted.report), without_lines(whole.report)) << text;
        EXPECT_EQ(outlay::encode(converted.value), outlay::encode(whole.value)) << text;
    }
    return sample::lines(whole.report);
}

template<class T>
boost::json::value to_value(T const& value)
{
    boost::json::value made;
    outlay::detail::to_json(made, outlay::detail::table_of<T>::table, &value);
    return made;
}

/// Expects that a text is read without findings, that the value is written as the same text again, and that validate()
/// finds nothing in it.
template<class T>
T expect_reads(std::string_view text)
{
    EXPECT_THAT(found<T>(text), testing::IsEmpty()) << text;
    auto seen = outlay::inspect<T>(text);
    EXPECT_EQ(outlay::encode(seen.value), text);
    EXPECT_EQ(to_value(seen.value), boost::json::parse(text));
    EXPECT_THAT(sample::lines(outlay::validate(seen.value)), testing::IsEmpty())
        << text; // neither violations nor notices
    EXPECT_TRUE(outlay::valid(seen.value));
    return std::move(seen.value);
}

/// The report of validate(), a line each. Expects that valid() agrees.
template<class T>
std::vector<std::string> broken(T const& value, outlay::context const& given = {})
{
    auto const report = outlay::validate(value, given);
    EXPECT_EQ(outlay::valid(value, given), report.empty());
    return sample::lines(report);
}

} // namespace kinds
