#include "datadog_samples.hpp"
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/datadog.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The entries of a budget as CSV.

namespace datadog_csv_test {

using namespace datadog_samples;
using datadog::budget_attributes;
using datadog::budget_entry;
using datadog::csv_limits;
using datadog::read_budget_csv;
using datadog::write_budget_csv;
using outlay::month;
using testing::ElementsAre;
using testing::IsEmpty;

/// The violations of a text, one a line.
std::string wrong_with(std::string_view text, csv_limits const& limits = {})
{
    auto const read = read_budget_csv(text, limits);
    return read ? "nothing" : read.error().message();
}

std::string code_of(std::string_view text)
{
    auto const read = read_budget_csv(text);
    return read ? "none" : read.error().report()[0].code;
}

// --- writing

TEST(datadog_csv, has_a_row_for_each_entry)
{
    budget_attributes const budget{
        .entries = {
            {.amount = 500, .month = month(2025, 1), .tag_filters = {{"service", "ec2"}, {"env", "prod"}}},
            {.amount = 1000.00_dec, .month = month(2025, 2), .tag_filters = {{"env", "a,b"}, {"service", "\"s3\""}}},
            {.tag_filters = {{"service", ""}}},
            {.amount = 0, .tag_filters = {{"env", " x"}, {"service", "line 1\r\nline 2"}}}}};
    EXPECT_EQ(write_budget_csv(budget).value(), "month,amount,service,env\r\n"
                                                "202501,500,ec2,prod\r\n"
                                                "202502,1000.00,\"\"\"s3\"\"\",\"a,b\"\r\n"
                                                ",,\"\",\r\n"
                                                ",0,\"line 1\r\nline 2\",\" x\"\r\n");
    EXPECT_EQ(write_budget_csv({}).value(), "month,amount\r\n");
}

TEST(datadog_csv, names_values_without_a_column)
{
    auto budget = by_service({2025, 1}, {2025, 1}, {"ec2", "s3", "rds"});
    budget.entries[1].tag_filters = {{"env", "a"}, {"service", "s3"}, {"env", "b"}};
    budget.entries[2].tag_filters = {{"service", "\xFF"}, {"\xFF", "x"}};
    auto const failed = write_budget_csv(budget);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(failed.error().message(), "/entries/1/tag_filters/2: a second value of this tag, which has one column\n"
                                        "/entries/2/tag_filters/0: expected a text in UTF-8\n"
                                        "/entries/2/tag_filters/1: expected a text in UTF-8");
}

TEST(datadog_csv, has_a_limit_of_tags)
{
    budget_attributes budget{.entries = {{.amount = 1, .month = month(2025, 1)}}};
    auto& tags = budget.entries[0].tag_filters;
    for (std::size_t i = 0; i < datadog::most_csv_tags; ++i) tags.push_back({std::to_string(i), "x"});
    EXPECT_TRUE(write_budget_csv(budget));
    tags.push_back({"more", "x"});
    EXPECT_EQ(write_budget_csv(budget).error().message(), "/entries: expected at most 100 tags, found 101");
}

// --- reading

TEST(datadog_csv, is_read_with_columns_in_any_order)
{
    auto const entries = read_budget_csv("service,amount,env,month\r\n"
                                         "ec2,12.50,prod,202501\r\n"
                                         "\"s3, \"\"cold\"\"\",1e3,,202502\r\n")
                             .value();
    EXPECT_THAT(
        entries,
        ElementsAre(
            budget_entry{
                .amount = 12.5_dec, .month = month(2025, 1), .tag_filters = {{"service", "ec2"}, {"env", "prod"}}},
            budget_entry{.amount = 1000, .month = month(2025, 2), .tag_filters = {{"service", "s3, \"cold\""}}}));
    EXPECT_EQ(entries[0].amount->to_string(), "12.50");
}

TEST(datadog_csv, may_end_lines_with_lf_have_a_byte_order_mark_and_blank_lines)
{
    for (std::string_view const text : {"\xEF\xBB\xBFmonth,amount\n202501,1\n", "\n\r\nmonth,amount\r\n\r\n202501,1",
                                        "month,amount\n202501,1\n\n", "\"month\",\"amount\"\n\"202501\",\"1\"\n"})
        EXPECT_EQ(read_budget_csv(text).value(), (std::vector<budget_entry>{{.amount = 1, .month = month(2025, 1)}}))
            << text;
    EXPECT_THAT(read_budget_csv("month,amount").value(), IsEmpty());
}

TEST(datadog_csv, amounts_are_exact)
{
    constexpr std::string_view longest = "12345678901234567890123456.78";
    EXPECT_EQ(read_budget_csv(outlay::detail::joined({"month,amount\n202501,", longest, "\n"})).value()[0].amount,
              outlay::decimal::parse(longest).value());
    EXPECT_EQ(code_of("month,amount\n202501,0.12345678901234567890123456789\n"), "decimal_inexact");
    EXPECT_EQ(code_of("month,amount\n202501,1e40\n"), "decimal_range");
    EXPECT_EQ(wrong_with("month,amount\n202501,\"1,000.50\"\n"),
              "2:8 /entries/0/amount: expected a number such as 12.50, found \"1,000.50\"");
}

TEST(datadog_csv, reports_every_mistake_with_line_and_column)
{
    EXPECT_EQ(wrong_with("month,amount,service\r\n"
                         "202513,1,ec2\r\n"
                         "202501,\"\",\"two\r\nlines\"\r\n"
                         "202501,1\r\n"
                         "\xC3\xA9\xC3\xA9,x,ec2\r\n"
                         "202501,1,ec2,\r\n"
                         "202501,1,\xFF\r\n"),
              "2:1 /entries/0/month: expected a month such as 202501, found \"202513\"\n"
              "3:8 /entries/1/amount: expected a number such as 12.50, found \"\"\n"
              "5:1 /entries/2: expected 3 fields as in the first line, found 2\n"
              "6:1 /entries/3/month: expected a month such as 202501, found \"\xC3\xA9\xC3\xA9\"\n"
              "6:4 /entries/3/amount: expected a number such as 12.50, found \"x\"\n"
              "7:1 /entries/4: expected 3 fields as in the first line, found 4\n"
              "8:10 /entries/5/tag_filters: expected a text in UTF-8");
}

TEST(datadog_csv, of_broken_quotes_is_a_syntax_error_and_goes_on_after_the_line)
{
    auto const read = read_budget_csv("month,amount,service\n"
                                      "202501,1,a\"b\n"
                                      "202501,1,\"a\"b\n"
                                      "202501,1,a\rb\n"
                                      "202501,x,a\n"
                                      "202501,1,\"a\n");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind(), outlay::error_kind::syntax);
    EXPECT_EQ(read.error().message(),
              "2:11 /entries/0: a quote in a field that is not in quotes\n"
              "3:13 /entries/1: expected a comma or the end of the line after a closing quote\n"
              "4:11 /entries/2: a carriage return that no line feed follows, outside of quotes\n"
              "5:8 /entries/3/amount: expected a number such as 12.50, found \"x\"\n"
              "6:10 /entries/4: the quote that is opened here is not closed");
}

TEST(datadog_csv, has_a_header)
{
    EXPECT_EQ(wrong_with(""), "1:1: expected a column month, found none\n1:1: expected a column amount, found none");
    EXPECT_EQ(wrong_with("month;amount\n202501;1\n"),
              "1:1: expected a column month, found none\n1:1: expected a column amount, found none");
    EXPECT_EQ(wrong_with("\nmonth,value\n"), "2:1: expected a column amount, found none");
    EXPECT_EQ(wrong_with("month,amount,a,\"a\"\n"), "1:16: a second column \"a\"");
    EXPECT_EQ(wrong_with("month,amount,\n"), "1:14: a column without a name");
    EXPECT_EQ(wrong_with("month,\xFF,amount\n"), "1:7: expected a text in UTF-8");
    EXPECT_EQ(wrong_with("month,a\"\n"), "1:8: a quote in a field that is not in quotes");
    EXPECT_EQ(code_of("month\n"), "missing_column");
    EXPECT_EQ(code_of("month,amount,a,a\n"), "repeated_column");
    EXPECT_EQ(code_of("month,amount,\n"), "column_name");
    EXPECT_EQ(code_of("month,amount\n1\n"), "columns");
}

TEST(datadog_csv, may_have_tags_of_any_name)
{
    budget_attributes const budget{
        .entries = {{.amount = 1,
                     .month = month(2025, 1),
                     .tag_filters = {{"amount", "x"}, {"month", "y"}, {"", "z"}, {"a,b", "\""}}}}};
    std::string const text = write_budget_csv(budget).value();
    EXPECT_EQ(text, "month,amount,amount,month,\"\",\"a,b\"\r\n202501,1,x,y,z,\"\"\"\"\r\n");
    EXPECT_EQ(read_budget_csv(text).value(), budget.entries);
    EXPECT_EQ(code_of("month,month,month,amount\n"), "repeated_column");
}

// --- limits

TEST(datadog_csv, has_limits)
{
    constexpr std::string_view text = "month,amount\n202501,1\n202502,1\n";
    EXPECT_EQ(wrong_with(text, {.max_bytes = text.size(), .max_entries = 2}), "nothing");
    auto const too_long = read_budget_csv(text, {.max_bytes = text.size() - 1});
    EXPECT_EQ(too_long.error().kind(), outlay::error_kind::limit);
    EXPECT_EQ(too_long.error().message(), "expected at most 30 bytes, found 31");
    auto const too_many = read_budget_csv(text, {.max_entries = 1});
    EXPECT_EQ(too_many.error().kind(), outlay::error_kind::limit);
    EXPECT_EQ(too_many.error().message(), "expected at most 1 entry, found more");
    auto const wrong = read_budget_csv("month,amount\nx,1\nx,1\nx,1\n", {.max_violations = 2});
    EXPECT_EQ(wrong.error().report().size(), 2u);
    EXPECT_EQ(wrong.error().report().omitted(), 1u);
}

TEST(datadog_csv, has_the_column_of_each_of_many_mistakes_in_a_line)
{
    std::string text = "month,amount,\xC3\xA9";
    for (int i = 0; i < 300; ++i) text += ",\xC3\xA9";
    auto const read = read_budget_csv(text + "\n\n");
    ASSERT_FALSE(read);
    outlay::report const& found = read.error().report();
    ASSERT_EQ(found.size(), 300u);
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].column, 16 + 2 * i);
    EXPECT_EQ(wrong_with("x,y,y\n"), "1:1: expected a column month, found none\n"
                                     "1:1: expected a column amount, found none\n"
                                     "1:5: a second column \"y\"")
        << "columns before that of the last violation";
}

// --- for all budgets

std::string any_text()
{
    auto const piece = rc::gen::element<std::string>("a", "ec2", ",", "\"", "\"\"", "\r", "\n", "\r\n", " ", "\t",
                                                     "\xC3\xA9", "\xEF\xBB\xBF", ";", "=1+1", "month");
    return *rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 5), [piece](std::size_t count) {
        return rc::gen::map(rc::gen::container<std::vector<std::string>>(count, piece), [](auto const& pieces) {
            std::string text;
            for (std::string const& one : pieces) text += one;
            return text;
        });
    });
}

RC_GTEST_PROP(datadog_csv, of_any_budget_has_its_entries, ())
{
    std::vector<std::string> keys;
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left) keys.push_back(any_text());
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    budget_attributes budget;
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
        budget_entry& entry = budget.entries.emplace_back();
        if (*rc::gen::inRange(0, 8) != 0)
            entry.amount = outlay::decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 19));
        if (*rc::gen::inRange(0, 8) != 0)
            entry.month = month(1, 1) + *rc::gen::inRange(0, month(9999, 12) - month(1, 1) + 1);
        for (std::string const& key : keys)
            if (*rc::gen::inRange(0, 4) != 0) entry.tag_filters.push_back({key, any_text()});
        if (*rc::gen::arbitrary<bool>()) std::ranges::reverse(entry.tag_filters);
    }
    auto const text = write_budget_csv(budget);
    RC_ASSERT(text.has_value());
    auto read = read_budget_csv(*text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->size() == budget.entries.size());
    auto const by_key = [](datadog::tag_filter const& a, datadog::tag_filter const& b) {
        return a.tag_key < b.tag_key;
    };
    for (std::size_t i = 0; i < budget.entries.size(); ++i) {
        std::ranges::sort((*read)[i].tag_filters, by_key); // a set has no order
        std::ranges::sort(budget.entries[i].tag_filters, by_key);
        RC_ASSERT((*read)[i] == budget.entries[i]);
        if (budget.entries[i].amount) RC_ASSERT((*read)[i].amount->scale() == budget.entries[i].amount->scale());
    }
    RC_ASSERT(write_budget_csv({.entries = std::move(*read)}).has_value());
}

RC_GTEST_PROP(datadog_csv, of_any_text_is_read_or_refused_within_it, ())
{
    std::string text = "month,amount,a\n";
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
        text += any_text();
        if (*rc::gen::arbitrary<bool>()) text += "202501,1,x\n";
    }
    auto const read = read_budget_csv(text);
    auto const lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    if (read) {
        auto const again = read_budget_csv(write_budget_csv({.entries = *read}).value()).value();
        RC_ASSERT(again == *read);
    } else {
        for (auto const& v : read.error().report())
            RC_ASSERT(v.line >= 1 && v.line <= lines && v.column >= 1 && v.column <= text.size() + 1);
    }
}

TEST(datadog_csv, has_limits_by_default)
{
    constexpr std::size_t mebibyte = 1'048'576;
    datadog::csv_limits const limits;
    EXPECT_EQ(limits.max_bytes, 16 * mebibyte);
    EXPECT_EQ(limits.max_entries, 100'000u);
    EXPECT_EQ(limits.max_violations, 1000u);
}

} // namespace datadog_csv_test
