#include "datadog_samples.hpp"
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <outlay/datadog.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

namespace datadog_index_test {

using namespace datadog_samples;
using datadog::budget_attributes;
using datadog::budget_index;
using datadog::tag_total;
using outlay::decimal;
using outlay::month;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(datadog_index, answers_for_a_month_and_tags)
{
    auto const document = outlay::decode<datadog::budget_document>(payload("budget_reply_costs")).value();
    budget_index const index(document.data.attributes);
    EXPECT_EQ(index.amount({2025, 1}, {{"service", "ec2"}, {"env", "prod"}}), 500_dec);
    EXPECT_EQ(index.amount({2025, 1}, {{"env", "prod"}, {"service", "ec2"}}), 500_dec);
    EXPECT_EQ(index.amount({2025, 2}, {{"env", "prod"}, {"service", "ec2"}}), 1000_dec);
    EXPECT_EQ(index.amount({2025, 3}, {{"env", "prod"}, {"service", "ec2"}}), std::nullopt);
    EXPECT_EQ(index.amount({2025, 1}, {{"env", "ec2"}, {"service", "prod"}}), std::nullopt);
    EXPECT_EQ(index.amount({2025, 1}, {{"env", "prod"}}), std::nullopt); // exactly these tags
    EXPECT_EQ(index.amount({2025, 1}), std::nullopt);
    EXPECT_EQ(index.total({2025, 1}), 500_dec);
    EXPECT_EQ(index.total({2025, 3}), std::nullopt);
    EXPECT_EQ(index.total(), 1500_dec);
}

TEST(datadog_index, totals_by_tag)
{
    auto budget = by_service({2025, 1}, {2025, 3}, {"s3", "ec2"});
    budget.entries[0].amount = 0.5_dec;
    budget_index const index(budget);
    EXPECT_THAT(index.totals_by("service"), ElementsAre(tag_total{"s3", 20.5_dec}, tag_total{"ec2", 30}));
    EXPECT_THAT(index.totals_by("env"), IsEmpty());
    EXPECT_EQ(index.total("service", "s3"), 20.5_dec);
    EXPECT_EQ(index.total("service", "rds"), std::nullopt);
    EXPECT_EQ(index.total("env", "s3"), std::nullopt);
}

TEST(datadog_index, of_a_budget_without_tags)
{
    budget_attributes const budget{.entries = {{.amount = 1, .month = month(2025, 1)},
                                               {.amount = 2, .month = month(2025, 1)},
                                               {.month = month(2025, 2)},
                                               {.amount = 4}}};
    budget_index const index(budget);
    EXPECT_EQ(index.amount({2025, 1}), 3_dec); // the sum of entries with the same month and tags
    EXPECT_EQ(index.amount({2025, 2}), std::nullopt);
    EXPECT_EQ(index.total(), 7_dec);
    EXPECT_EQ(budget_index({}).total(), std::nullopt);
}

TEST(datadog_index, sums_beyond_64_bits_are_absent)
{
    decimal const most = 7e28_dec;
    budget_attributes budget{.entries = {{.amount = most, .month = month(2025, 1), .tag_filters = {{"a", "x"}}},
                                         {.amount = most, .month = month(2025, 1), .tag_filters = {{"a", "x"}}},
                                         {.amount = 1, .month = month(2025, 1), .tag_filters = {{"a", "x"}}}}};
    budget_index const index(budget);
    EXPECT_EQ(index.total(), std::nullopt);
    EXPECT_EQ(index.total({2025, 1}), std::nullopt);
    EXPECT_EQ(index.amount({2025, 1}, {{"a", "x"}}), std::nullopt);
    EXPECT_THAT(index.totals_by("a"), ElementsAre(tag_total{"x", std::nullopt}));
}

RC_GTEST_PROP(datadog_index, agrees_with_a_scan_of_the_entries, ())
{
    auto const number = [](int n) { return std::to_string(*rc::gen::inRange(0, n)); };
    budget_attributes budget;
    for (int left = *rc::gen::inRange(0, 40); left > 0; --left)
        budget.entries.push_back({.amount = decimal::from_parts(*rc::gen::arbitrary<std::int32_t>(), 2),
                                  .month = month(2025, 1) + *rc::gen::inRange(0, 3),
                                  .tag_filters = {{"a", number(3)}, {"b", number(2)}}});
    budget_index const index(budget);
    month const m = month(2025, 1) + *rc::gen::inRange(0, 3);
    std::string const a = number(3);
    std::string const b = number(2);
    std::optional<decimal> exact;
    std::optional<decimal> of_month;
    std::optional<decimal> of_tag;
    auto const add = [](std::optional<decimal>& sum, decimal amount) { sum = sum.value_or(decimal()) + amount; };
    for (auto const& entry : budget.entries) {
        bool const has_a = entry.tag_filters[0].tag_value == a;
        if (entry.month == m) add(of_month, *entry.amount);
        if (has_a) add(of_tag, *entry.amount);
        if (entry.month == m && has_a && entry.tag_filters[1].tag_value == b) add(exact, *entry.amount);
    }
    RC_ASSERT(index.amount(m, {{"b", b}, {"a", a}}) == exact);
    RC_ASSERT(index.total(m) == of_month);
    RC_ASSERT(index.total("a", a) == of_tag);
    decimal all;
    for (tag_total const& one : index.totals_by("a")) all += *one.amount;
    RC_ASSERT(index.total().value_or(decimal()) == all);
}

TEST(datadog_tag_sets, are_numbered_by_names_and_values)
{
    struct tag {
        std::string tag_key;
        std::string tag_value;
    };
    datadog::detail::tag_sets sets;
    EXPECT_EQ(sets.add(std::vector<tag>{{"team", "a"}, {"env", "b"}}), 0u);
    EXPECT_EQ(sets.add(std::vector<tag>{{"env", "b"}, {"team", "a"}}), 0u);
    EXPECT_EQ(sets.add(std::vector<tag>{{"team", "b"}, {"env", "a"}}), 1u);
    EXPECT_EQ(sets.add(std::vector<tag>{{"account", "a"}, {"env", "b"}}), 2u);
    EXPECT_EQ(sets.find(std::vector<tag>{{"account", "b"}}), std::nullopt);
    EXPECT_EQ(sets.size(), 3u);
}

} // namespace datadog_index_test
