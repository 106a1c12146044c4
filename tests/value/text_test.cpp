// Every kind of value prints in three ways. Here {fmt} is included first, as in a program that uses it throughout; in
// text_fmt_later_test.cpp, outlay is.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>
#include <iomanip>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace text_test {

using campaign_id = outlay::identifier<struct campaign_tag>;

BOOST_DEFINE_ENUM_CLASS(state, enabled, paused)

template<class T>
std::string streamed(T const& x)
{
    std::ostringstream out;
    out << x;
    return out.str();
}

template<class T>
void expect_text(T const& x, std::string const& text)
{
    EXPECT_EQ(x.to_string(), text);
    EXPECT_EQ(streamed(x), text);
    EXPECT_EQ(fmt::format("{}", x), text);
#ifdef __cpp_lib_format
    EXPECT_EQ(std::format("{}", x), text);
#endif
}

outlay::report two_violations()
{
    outlay::report report;
    report.add({.pointer = "/a", .code = "type", .message = "expected a number", .line = 3, .column = 27});
    report.add({.pointer = "/b", .code = "missing", .message = "is missing"});
    return report;
}

TEST(text, is_the_same_however_it_is_printed)
{
    expect_text(outlay::decimal::from_parts(1250, 2), "12.50");
    expect_text(campaign_id("c1"), "c1");
    expect_text(outlay::open_enum<state>(state::paused), "PAUSED");
    expect_text(outlay::open_enum<state>::from_text("Suspended"), "Suspended");
    expect_text(outlay::nullable<campaign_id>(), "absent");
    expect_text(outlay::nullable<campaign_id>(outlay::null), "null");
    expect_text(outlay::nullable<campaign_id>("c1"), "c1");
    expect_text(outlay::secret("hunter2"), "***");
    expect_text(two_violations()[0], "3:27 /a: expected a number");
    expect_text(two_violations(), "3:27 /a: expected a number\n/b: is missing");
    expect_text(outlay::error(outlay::error_kind::invalid, two_violations()), two_violations().to_string());
}

TEST(text, takes_the_width_of_a_string)
{
    campaign_id const id = "c1";
    EXPECT_EQ(fmt::format("{:>5}|{:-<5}|{:.1}", id, id, id), "   c1|c1---|c");
#ifdef __cpp_lib_format
    EXPECT_EQ(std::format("{:>5}|{:-<5}|{:.1}", id, id, id), "   c1|c1---|c");
#endif
    std::ostringstream out;
    out << std::setw(5) << id << '|';
    EXPECT_EQ(out.str(), "   c1|");
}

TEST(text, is_printed_within_ranges)
{
    EXPECT_EQ(fmt::format("{}", std::vector{outlay::decimal(1), outlay::decimal(2)}), "[1, 2]");
#ifdef __cpp_lib_format_ranges
    EXPECT_EQ(std::format("{}", std::vector{outlay::decimal(1), outlay::decimal(2)}), "[1, 2]");
#endif
}

} // namespace text_test
