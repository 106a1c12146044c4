// {fmt} is included after our headers: including outlay/value/text.hpp once more makes the formatters.

#include <outlay/value/decimal.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>

#include <fmt/format.h>

#include <outlay/value/text.hpp>

#include <fmt/ranges.h> // a report, which is a range, is not a list to {fmt}, even if this header follows

#include <gtest/gtest.h>

namespace text_fmt_later_test {

TEST(text_fmt_later, formats)
{
    EXPECT_EQ(fmt::format("{:>6}", outlay::decimal::from_parts(1250, 2)), " 12.50");
    EXPECT_EQ(fmt::format("{}", outlay::secret("hunter2")), "***");
    outlay::report report;
    report.add({.pointer = "/b", .code = "missing", .message = "is missing"});
    EXPECT_EQ(fmt::format("{}", report), "/b: is missing");
}

} // namespace text_fmt_later_test
