#include "datadog_samples.hpp"
#include <algorithm>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <optional>
#include <outlay/datadog.hpp>
#include <rapidcheck/gtest.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

// The eleven rules of the server, in its order.

namespace datadog_rules_test {

using namespace datadog_samples;
using datadog::budget_attributes;
using outlay::month;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Each finding as `/pointer code`: of validate(), and of decode() on the written text.
std::vector<std::string> broken_by(budget_attributes const& attributes)
{
    auto const listed = [](outlay::report const& report) {
        std::vector<std::string> lines;
        for (auto const& v : report) lines.push_back(v.pointer + ' ' + v.code);
        return lines;
    };
    auto const found = listed(outlay::validate(attributes));
    datadog::upsert_budget_request const request{{.attributes = attributes}};
    auto in_request = listed(outlay::inspect<datadog::upsert_budget_request>(outlay::encode(request)).report);
    for (std::string& line : in_request) line.erase(0, std::string("/data/attributes").size());
    EXPECT_THAT(in_request, testing::UnorderedElementsAreArray(found));
    EXPECT_TRUE(outlay::valid(datadog::budget_document{{.attributes = attributes}})); // replies are accepted
    return found;
}

budget_attributes fine() { return by_service({2025, 1}, {2025, 3}, {"ec2", "s3"}); }

/// A budget without tags: an entry for each month.
budget_attributes untagged()
{
    auto made = by_service({2025, 1}, {2025, 3}, {""});
    made.metrics_query = "aws.cost.amortized{*}";
    for (auto& entry : made.entries) entry.tag_filters.clear();
    return made;
}

TEST(datadog_rules, let_good_budgets_pass)
{
    EXPECT_THAT(broken_by(fine()), IsEmpty());
    EXPECT_THAT(broken_by(untagged()), IsEmpty());
    auto of_one_month = by_service({2025, 1}, {2025, 1}, {"ec2"});
    of_one_month.entries[0].amount = 0;
    EXPECT_THAT(broken_by(of_one_month), IsEmpty());
    auto without_query = fine();
    without_query.metrics_query.reset();
    EXPECT_THAT(broken_by(without_query), IsEmpty());
}

TEST(datadog_rules, at_most_two_tags)
{
    auto budget = fine();
    budget.metrics_query = "aws.cost.amortized{*} by {service,env,team}";
    for (auto& entry : budget.entries) {
        entry.tag_filters.push_back({"env", "prod"});
        EXPECT_THAT(entry.tag_filters.size(), 2u);
        entry.tag_filters.push_back({"team", "a"});
    }
    EXPECT_THAT(broken_by(budget), ElementsAre("/metrics_query tags_must_have_0_1_or_2_elements"));
    budget.metrics_query = "aws.cost.amortized{*} by {service,env}.rollup(sum)";
    for (auto& entry : budget.entries) entry.tag_filters.pop_back();
    EXPECT_THAT(broken_by(budget), IsEmpty());
}

TEST(datadog_rules, tags_are_those_after_the_word_by)
{
    auto budget = fine();
    for (auto const query : {"aws.cost.amortized by {service}", "(a{*} by {service} + b{*} by {env}).rollup(sum)",
                             "standby{*} by {service}", "a{*} by { service, }"}) {
        budget.metrics_query = query;
        EXPECT_THAT(broken_by(budget), IsEmpty()) << query;
    }
    budget.metrics_query = "sum:standby{service}";
    EXPECT_THAT(broken_by(budget),
                testing::Contains("/entries/0/tag_filters/0/tag_key tag_key_must_be_one_of_the_tags"));
}

TEST(datadog_rules, tags_are_unique)
{
    auto budget = fine();
    budget.metrics_query = "aws.cost.amortized{*} by {service,service}";
    EXPECT_THAT(broken_by(budget), ElementsAre("/metrics_query tags_must_be_unique"));
}

TEST(datadog_rules, there_is_a_first_and_a_last_month)
{
    auto budget = fine();
    budget.start_month.reset();
    EXPECT_THAT(broken_by(budget), ElementsAre("/start_month start_month_must_be_of_the_format_yyyymm"));
    budget = fine();
    budget.end_month.reset();
    EXPECT_THAT(broken_by(budget), ElementsAre("/end_month end_month_must_be_of_the_format_yyyymm"));
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "end_month must be greater than 0 and of the format YYYYMM, found no such month");
}

TEST(datadog_rules, reports_a_number_that_is_no_month_with_all_others)
{
    auto const bad = outlay::decode<datadog::upsert_budget_request>(
        R"({"data":{"type":"budget","attributes":{"start_month":0,"end_month":202513,"entries":[{"amount":-1}]}}})");
    ASSERT_FALSE(bad);
    EXPECT_EQ(
        bad.error().message(),
        "1:54 /data/attributes/start_month: start_month must be greater than 0 and of the format YYYYMM, found no such month\n"
        "1:68 /data/attributes/end_month: end_month must be greater than 0 and of the format YYYYMM, found no such month\n"
        "1:85 /data/attributes/entries/0/month: entry month must be between start_month and end_month, found "
        "no month of the format YYYYMM\n"
        "1:85 /data/attributes/entries/0/amount: entry amount must be greater than or equal to 0, found -1");
}

TEST(datadog_rules, the_last_month_is_not_before_the_first)
{
    auto budget = fine();
    budget.entries.resize(1);
    budget.entries[0].month = month(2025, 2);
    budget.start_month = month(2025, 2);
    budget.end_month = month(2025, 2);
    EXPECT_THAT(broken_by(budget), IsEmpty());
    budget.end_month = month(2025, 1);
    EXPECT_THAT(broken_by(budget),
                ElementsAre("/end_month end_month_must_not_be_before_start_month",
                            "/entries/0/month entry_month_must_be_between_start_month_and_end_month"));
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "end_month must be greater than or equal to start_month, found 202501 before 202502");
}

TEST(datadog_rules, months_of_entries_lie_between)
{
    auto budget = fine();
    budget.entries.push_back({.amount = 1, .month = month(2024, 12), .tag_filters = {{"service", "ec2"}}});
    budget.entries.push_back({.amount = 1, .month = month(2025, 4), .tag_filters = {{"service", "ec2"}}});
    budget.entries.push_back({.amount = 1, .tag_filters = {{"service", "ec2"}}});
    EXPECT_THAT(broken_by(budget),
                ElementsAre("/entries/6/month entry_month_must_be_between_start_month_and_end_month",
                            "/entries/7/month entry_month_must_be_between_start_month_and_end_month",
                            "/entries/8/month entry_month_must_be_between_start_month_and_end_month"));
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "entry month must be between start_month (202501) and end_month (202503), found 202412");
    EXPECT_EQ(
        outlay::validate(budget)[2].message,
        "entry month must be between start_month (202501) and end_month (202503), found no month of the format YYYYMM");
}

TEST(datadog_rules, amounts_are_not_negative)
{
    auto budget = fine();
    budget.entries[0].amount = 0;
    budget.entries[1].amount = -0.01_dec;
    budget.entries[2].amount.reset();
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries/1/amount entry_amount_must_not_be_negative",
                                               "/entries/2/amount entry_amount_must_not_be_negative"));
}

TEST(datadog_rules, entries_have_every_tag_once)
{
    auto budget = fine();
    budget.metrics_query = "a{*} by {service,env}";
    for (auto& entry : budget.entries) entry.tag_filters.push_back({"env", "prod"});
    EXPECT_THAT(broken_by(budget), IsEmpty());
    std::ranges::reverse(budget.entries[0].tag_filters); // in any order
    EXPECT_THAT(broken_by(budget), IsEmpty());
    for (std::size_t i = 0; i < 3; ++i) budget.entries[i].tag_filters.pop_back();
    budget.entries[3].tag_filters.push_back({"env", "test"});
    budget.entries[4].tag_filters.clear();
    budget.entries[5].tag_filters = {{"env", "prod"}, {"env", "test"}};
    EXPECT_THAT(broken_by(budget),
                ElementsAre("/entries/0/tag_filters entry_tag_filters_must_include_all_group_by_tags",
                            "/entries/1/tag_filters entry_tag_filters_must_include_all_group_by_tags",
                            "/entries/2/tag_filters entry_tag_filters_must_include_all_group_by_tags",
                            "/entries/3/tag_filters entry_tag_filters_must_include_all_group_by_tags",
                            "/entries/4/tag_filters entry_tag_filters_must_include_all_group_by_tags",
                            "/entries/5/tag_filters entry_tag_filters_must_include_all_group_by_tags"));
}

TEST(datadog_rules, entries_have_no_other_tags)
{
    auto budget = fine();
    budget.entries[1].tag_filters.push_back({"env", "prod"});
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries/1/tag_filters/1/tag_key tag_key_must_be_one_of_the_tags",
                                               "/entries/0 tag_combination_must_have_entries_for_all_months"));
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "tag_key must be one of the tags that metrics_query groups by, found \"env\"");
    budget = untagged();
    EXPECT_THAT(broken_by(budget), IsEmpty());
    for (auto& entry : budget.entries) entry.tag_filters = {{"env", "prod"}};
    EXPECT_EQ(broken_by(budget).size(), 3u);
}

TEST(datadog_rules, a_combination_has_an_entry_for_every_month)
{
    auto budget = by_service({2024, 11}, {2025, 2}, {"ec2", "s3"});
    budget.entries.erase(budget.entries.begin() + 5); // s3 in December
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries/4 tag_combination_must_have_entries_for_all_months"));
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "missing entries for tag combination \"service:s3\": none for 202412");
    budget.entries.erase(budget.entries.begin(), budget.entries.begin() + 3); // ec2 is left with February
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries/0 tag_combination_must_have_entries_for_all_months",
                                               "/entries/1 tag_combination_must_have_entries_for_all_months"));
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "missing entries for tag combination \"service:ec2\": none for 202411 and 2 more");
    auto without_tags = untagged();
    without_tags.entries.erase(without_tags.entries.begin());
    EXPECT_EQ(outlay::validate(without_tags).to_string(),
              "/entries/0: missing entries for tag combination \"\": none for 202501");
}

TEST(datadog_rules, a_second_missing_month_is_counted)
{
    auto budget = by_service({2024, 11}, {2025, 2}, {"ec2"});
    budget.entries.erase(budget.entries.begin(), budget.entries.begin() + 2);
    EXPECT_EQ(outlay::validate(budget)[0].message,
              "missing entries for tag combination \"service:ec2\": none for 202411 and 1 more");
}

TEST(datadog_rules, without_a_query_all_entries_are_one_combination)
{
    auto budget = untagged();
    budget.metrics_query.reset();
    budget.entries.erase(budget.entries.begin());
    std::vector<std::string> codes;
    for (auto const& v : outlay::validate(budget)) codes.push_back(v.code);
    EXPECT_THAT(codes, testing::Contains("tag_combination_must_have_entries_for_all_months"));
}

TEST(datadog_rules, a_duplicate_month_replaces_no_other)
{
    auto budget = fine();
    budget.entries[1].month = budget.entries[0].month;
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries/0 tag_combination_must_have_entries_for_all_months"));
}

TEST(datadog_rules, a_duplicate_entry_is_a_notice)
{
    auto budget = fine();
    budget.entries.push_back(budget.entries[0]);
    auto const report = outlay::validate(budget);
    EXPECT_TRUE(report.empty());
    ASSERT_EQ(report.notices().size(), 1u);
    EXPECT_EQ(report.notices()[0].to_string(),
              outlay::detail::joined({"/entries/", std::to_string(budget.entries.size() - 1),
                                      ": a second entry for these tags and this month"}));
}

TEST(datadog_rules, combinations_are_keyed_by_tag_and_value)
{
    // {a:x,b:y} in one month and {a:y,b:x} in the other are two combinations, each with a missing month; the full cross
    // product of the values is not required.
    budget_attributes budget{
        .end_month = month(2025, 2),
        .entries = {{.amount = 1, .month = month(2025, 1), .tag_filters = {{"a", "x"}, {"b", "y"}}},
                    {.amount = 1, .month = month(2025, 2), .tag_filters = {{"a", "y"}, {"b", "x"}}}},
        .metrics_query = "q{*} by {a,b}",
        .start_month = month(2025, 1)};
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries/0 tag_combination_must_have_entries_for_all_months",
                                               "/entries/1 tag_combination_must_have_entries_for_all_months"));
    budget.entries[1].tag_filters = {{"b", "y"}, {"a", "x"}};
    EXPECT_THAT(broken_by(budget), IsEmpty());
}

TEST(datadog_rules, there_are_entries)
{
    auto budget = fine();
    budget.entries.clear();
    EXPECT_THAT(broken_by(budget), ElementsAre("/entries entries_are_required"));
}

TEST(datadog_rules, are_all_reported_at_once)
{
    budget_attributes const budget{
        .end_month = month(2025, 2),
        .entries = {{.amount = -1, .month = month(2025, 3), .tag_filters = {{"a", "x"}, {"d", "x"}}},
                    {.amount = 1, .month = month(2025, 2), .tag_filters = {{"a", "x"}, {"b", "x"}}}},
        .metrics_query = "q{*} by {a, b, b}",
        .start_month = month(2025, 1)};
    EXPECT_THAT(broken_by(budget),
                UnorderedElementsAre("/metrics_query tags_must_have_0_1_or_2_elements",
                                     "/metrics_query tags_must_be_unique",
                                     "/entries/0/month entry_month_must_be_between_start_month_and_end_month",
                                     "/entries/0/amount entry_amount_must_not_be_negative",
                                     "/entries/0/tag_filters entry_tag_filters_must_include_all_group_by_tags",
                                     "/entries/0/tag_filters/1/tag_key tag_key_must_be_one_of_the_tags",
                                     "/entries/1 tag_combination_must_have_entries_for_all_months"));
    EXPECT_THAT(broken_by({.name = "x"}), UnorderedElementsAre("/start_month start_month_must_be_of_the_format_yyyymm",
                                                               "/end_month end_month_must_be_of_the_format_yyyymm",
                                                               "/entries entries_are_required"));
}

TEST(datadog_rules, a_request_has_attributes)
{
    auto const bad = outlay::decode<datadog::upsert_budget_request>(R"({"data":{"type":"budget"}})");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().message(), "1:9 /data/attributes: required, but missing");
    EXPECT_FALSE(outlay::valid(datadog::upsert_budget_request{}));
}

// --- the total

TEST(datadog_total, that_disagrees_with_the_entries_is_noted)
{
    auto budget = fine();
    EXPECT_THAT(notices(outlay::validate(budget)), IsEmpty());
    budget.total_amount = 60;
    EXPECT_THAT(notices(outlay::validate(budget)), IsEmpty());
    budget.total_amount = 61;
    auto const report = outlay::validate(budget);
    EXPECT_TRUE(report.empty());
    EXPECT_THAT(notices(report),
                ElementsAre("/total_amount: total_amount is 61, but the amounts of the entries sum to 60"));
    for (auto& entry : budget.entries) entry.amount = 7e28_dec;
    EXPECT_THAT(notices(outlay::validate(budget)),
                ElementsAre("/total_amount: total_amount is 61, but the amounts of the entries sum to more than a "
                            "decimal holds"));
    budget.entries.clear(); // as in a list of budgets
    EXPECT_THAT(notices(outlay::validate(budget)), IsEmpty());
}

// --- for all budgets

/// The rule of complete combinations, in another formulation.
bool every_combination_is_complete(budget_attributes const& budget)
{
    std::map<std::set<std::pair<std::string, std::string>>, std::set<month>> seen;
    for (auto const& entry : budget.entries) {
        std::set<std::pair<std::string, std::string>> tags;
        for (auto const& tag : entry.tag_filters) tags.emplace(tag.tag_key, tag.tag_value);
        seen[tags].insert(*entry.month);
    }
    return std::ranges::all_of(seen, [&](auto const& one) { return one.second.size() == months(budget).size(); });
}

RC_GTEST_PROP(datadog_rules, agree_with_a_plain_statement_of_completeness, ())
{
    budget_attributes budget{.end_month = month(2025, 1) + *rc::gen::inRange(0, 3),
                             .metrics_query = "q{*} by {a,b}",
                             .start_month = month(2025, 1)};
    for (auto const a : {"x", "y:1", "y"})
        for (auto const b : {"x", "1:y", ""})
            for (month const m : months(budget)) {
                if (*rc::gen::inRange(0, 12) == 0) continue;
                budget.entries.push_back({.amount = 1, .month = m, .tag_filters = {{"a", a}, {"b", b}}});
                if (*rc::gen::arbitrary<bool>()) std::ranges::reverse(budget.entries.back().tag_filters);
            }
    RC_PRE(!budget.entries.empty());
    for (std::size_t i = budget.entries.size() - 1; i > 0; --i)
        std::swap(budget.entries[i], budget.entries[*rc::gen::inRange<std::size_t>(0, i + 1)]);
    auto const report = outlay::validate(budget);
    RC_ASSERT(report.empty() == every_combination_is_complete(budget));
    for (auto const& v : report) RC_ASSERT(v.code == "tag_combination_must_have_entries_for_all_months");
}

} // namespace datadog_rules_test
