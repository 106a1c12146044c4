#include "datadog_samples.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/datadog.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Custom forecasts: bodies, rules, and the comparison with a budget.

namespace datadog_forecast_test {

using namespace datadog_samples;
using datadog::custom_forecast;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using outlay::month;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A forecast of 7 for each entry of a budget.
custom_forecast for_all_of(datadog::budget const& budget)
{
    custom_forecast made{.attributes = {.budget_uid = budget.id.value()}};
    for (auto const& entry : budget.attributes.entries)
        made.attributes.entries.push_back({.amount = 7, .month = entry.month, .tag_filters = entry.tag_filters});
    return made;
}

datadog::budget budget() { return {.attributes = by_service({2025, 1}, {2025, 3}, {"ec2", "s3"}), .id = "b1"}; }

/// Each violation as `/pointer code`.
std::vector<std::string> listed(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (auto const& v : report) lines.push_back(v.pointer + ' ' + v.code);
    return lines;
}

/// The findings of validate(), with which decode() of a request agrees. A reply is accepted.
std::vector<std::string> broken_by(custom_forecast const& forecast)
{
    auto const found = listed(outlay::validate(forecast));
    datadog::upsert_custom_forecast_request const request{forecast};
    auto in_request = listed(inspect<datadog::upsert_custom_forecast_request>(encode(request)).report);
    for (std::string& line : in_request) line.erase(0, std::string_view("/data").size());
    EXPECT_THAT(in_request, testing::UnorderedElementsAreArray(found));
    EXPECT_TRUE(outlay::valid(datadog::custom_forecast_document{forecast}));
    return found;
}

// --- bodies

TEST(datadog_forecast, is_read_with_every_field_and_written_as_it_was)
{
    std::string const text = payload("custom_forecast_reply");
    auto const seen = inspect<datadog::custom_forecast_document>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty());
    auto const& attributes = seen.value.data.attributes;
    EXPECT_EQ(attributes.budget_uid, "00000000-0000-0000-0000-000000000001");
    EXPECT_EQ(attributes.created_at, outlay::epoch_timestamp::from_milliseconds(1738258683590));
    EXPECT_EQ(attributes.created_by, "00000000-0a0a-0a0a-aaa0-00000000000a");
    EXPECT_EQ(attributes.entries[0].amount, 400_dec);
    EXPECT_EQ(attributes.entries[0].month, month(2025, 1));
    EXPECT_EQ(attributes.entries[0].tag_filters[0].tag_value, "ec2");
    EXPECT_EQ(seen.value.data.id, "11111111-1111-1111-1111-111111111111");
    EXPECT_EQ(seen.value.data.type, datadog::custom_forecast_type::custom_forecast);
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
}

TEST(datadog_forecast, has_quirks_with_notices)
{
    std::string const text = payload("custom_forecast_reply_after_update");
    auto const seen = inspect<datadog::custom_forecast_document>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    auto const& attributes = seen.value.data.attributes;
    EXPECT_EQ(attributes.created_at, std::nullopt);
    EXPECT_EQ(attributes.created_by, std::nullopt);
    EXPECT_EQ(attributes.entries[1].amount, 412.5_dec);
    EXPECT_THAT(notices(seen.report),
                ElementsAre(HasSubstr("/data/attributes/created_at: found -62135596800000, the year 1: read as absent"),
                            HasSubstr("/data/attributes/created_by: found \"\", read as absent"),
                            HasSubstr("/data/attributes/entries/1/note: not a known field, kept")));
    EXPECT_THAT(encode(seen.value), HasSubstr(R"("amount":412.50,"month":202502,"tag_filters":[],"note":"agreed")"));
}

TEST(datadog_forecast, of_a_reply_may_have_undocumented_values)
{
    auto const seen = inspect<datadog::custom_forecast_document>(
        R"({"data":{"type":"forecast","attributes":{"budget_uid":"b","entries":[{"month":0,"tag_filters":null}],)"
        R"("updated_by":7.5}}})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_FALSE(seen.value.data.type.is_known());
    EXPECT_EQ(seen.value.data.attributes.entries[0].month, std::nullopt);
    EXPECT_THAT(notices(seen.report),
                ElementsAre(HasSubstr("/month: found 0, not a month of the format YYYYMM: read as absent"),
                            HasSubstr("/tag_filters: "), HasSubstr("/updated_by: ")));
    EXPECT_FALSE(decode<datadog::custom_forecast_document>(R"({"data":{"type":"custom_forecast"}})"));
    EXPECT_FALSE(decode<datadog::custom_forecast_document>(
        R"({"data":{"type":"custom_forecast","attributes":{"entries":[]}}})"));
}

TEST(datadog_forecast, is_written_as_in_the_documented_request_but_for_its_unused_id)
{
    std::string const text = payload("custom_forecast_request_documented");
    auto const seen = inspect<datadog::upsert_custom_forecast_request>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), ElementsAre(HasSubstr("/data/id: ")));
    EXPECT_EQ(encode(seen.value),
              R"({"data":{"attributes":{"budget_uid":"00000000-0000-0000-0000-000000000001","entries":[)"
              R"({"amount":400.0,"month":202501,"tag_filters":[{"tag_key":"service","tag_value":"ec2"}]}]},)"
              R"("type":"custom_forecast"}})");
}

TEST(datadog_forecast, of_a_reply_becomes_a_request)
{
    auto document = decode<datadog::custom_forecast_document>(payload("custom_forecast_reply")).value();
    document.data.attributes.entries[0].amount = 450;
    datadog::upsert_custom_forecast_request const request{document.data};
    outlay::report const found = outlay::validate(request);
    EXPECT_TRUE(found.empty()) << found;
    EXPECT_EQ(found.notices().size(), 5u); // the id, and two times and two users, are not sent
    EXPECT_TRUE(decode<datadog::upsert_custom_forecast_request>(encode(request)));
    EXPECT_THAT(encode(request), Not(HasSubstr("updated")));
}

TEST(datadog_forecast, without_entries_is_written_with_an_empty_list)
{
    custom_forecast const none{.attributes = {.budget_uid = "b1"}};
    EXPECT_EQ(encode(datadog::upsert_custom_forecast_request{none}),
              R"({"data":{"attributes":{"budget_uid":"b1","entries":[]},"type":"custom_forecast"}})");
}

// --- rules

TEST(datadog_forecast_rules, names_a_budget)
{
    EXPECT_THAT(broken_by(for_all_of(budget())), IsEmpty());
    auto forecast = for_all_of(budget());
    forecast.attributes.budget_uid = "";
    EXPECT_THAT(broken_by(forecast), ElementsAre("/attributes/budget_uid budget_uid_is_required"));
    forecast.attributes.budget_uid = "b";
    EXPECT_THAT(broken_by(forecast), IsEmpty());
    forecast.attributes.budget_uid = "b\r";
    EXPECT_THAT(broken_by(forecast), ElementsAre("/attributes/budget_uid id_characters"));
}

TEST(datadog_forecast_rules, amounts_are_not_negative)
{
    auto forecast = for_all_of(budget());
    forecast.attributes.entries[0].amount = 0;
    EXPECT_THAT(broken_by(forecast), IsEmpty());
    forecast.attributes.entries[0].amount = -0.01_dec;
    forecast.attributes.entries[2].amount.reset();
    EXPECT_THAT(broken_by(forecast), ElementsAre("/attributes/entries/0/amount entry_amount_must_not_be_negative",
                                                 "/attributes/entries/2/amount entry_amount_must_not_be_negative"));
    EXPECT_EQ(outlay::validate(forecast)[0].message, "entry amount must be greater than or equal to 0, found -0.01");
}

TEST(datadog_forecast_rules, entries_have_a_month)
{
    auto forecast = for_all_of(budget());
    forecast.attributes.entries[1].month.reset();
    EXPECT_THAT(broken_by(forecast),
                ElementsAre("/attributes/entries/1/month entry_month_must_be_of_the_format_yyyymm"));
    auto const bad = decode<datadog::upsert_custom_forecast_request>(
        R"({"data":{"type":"custom_forecast","attributes":{"budget_uid":"b","entries":[)"
        R"({"amount":1,"month":202512,"tag_filters":[]},{"amount":1,"month":202513,"tag_filters":[]}]}}})");
    EXPECT_THAT(listed(bad.error().report()),
                ElementsAre("/data/attributes/entries/1/month entry_month_must_be_of_the_format_yyyymm"));
}

TEST(datadog_forecast_rules, are_of_the_known_type)
{
    auto const bad = decode<datadog::upsert_custom_forecast_request>(
        R"({"data":{"type":"budget","attributes":{"budget_uid":"b","entries":[]}}})");
    EXPECT_THAT(listed(bad.error().report()), ElementsAre("/data/type enum"));
}

TEST(datadog_forecast_rules, note_repetitions_and_deletions)
{
    auto forecast = for_all_of(budget());
    EXPECT_THAT(notices(outlay::validate(forecast)), IsEmpty());
    forecast.attributes.entries.push_back(forecast.attributes.entries[2]);
    EXPECT_THAT(notices(outlay::validate(forecast)),
                ElementsAre("/attributes/entries/6: a second entry for these tags and this month"));
    forecast.attributes.entries.clear();
    EXPECT_THAT(notices(outlay::validate(forecast)),
                ElementsAre("/attributes/entries: a request without entries deletes the custom forecast"));
    EXPECT_THAT(broken_by(forecast), IsEmpty());
}

// --- compared with a budget

TEST(datadog_forecast_match, passes_for_some_or_all_entries)
{
    auto forecast = for_all_of(budget());
    EXPECT_THAT(listed(validate(forecast, budget())), IsEmpty());
    forecast.attributes.entries.erase(forecast.attributes.entries.begin(), forecast.attributes.entries.begin() + 4);
    EXPECT_THAT(listed(validate(forecast, budget())), IsEmpty());
    forecast.attributes.entries.clear();
    EXPECT_THAT(listed(validate(forecast, budget())), IsEmpty());
}

TEST(datadog_forecast_match, names_entries_that_the_budget_lacks)
{
    auto forecast = for_all_of(budget());
    forecast.attributes.entries[1].month = month(2025, 4);
    forecast.attributes.entries[2].tag_filters = {{"service", "rds"}};
    forecast.attributes.entries[4].tag_filters.clear();
    outlay::report const found = validate(forecast, budget());
    EXPECT_THAT(listed(found), ElementsAre("/attributes/entries/1 entry_must_match_an_entry_of_the_budget",
                                           "/attributes/entries/2 entry_must_match_an_entry_of_the_budget",
                                           "/attributes/entries/4 entry_must_match_an_entry_of_the_budget"));
    EXPECT_EQ(found[0].message, "entry must match an entry of the budget, which has none for 202504 with the tags "
                                "\"service:ec2\"");
    EXPECT_EQ(found[1].message,
              "entry must match an entry of the budget, which has none with the tags \"service:rds\"");
    EXPECT_THAT(broken_by(forecast), IsEmpty()) << "a forecast alone breaks no rule";
}

TEST(datadog_forecast_match, is_with_no_entry_of_the_budget_that_lacks_a_month)
{
    auto without_month = budget();
    without_month.attributes.entries[0].month.reset();
    outlay::report const found = validate(for_all_of(budget()), without_month);
    EXPECT_THAT(listed(found), ElementsAre("/attributes/entries/0 entry_must_match_an_entry_of_the_budget"));
}

TEST(datadog_forecast_match, takes_tags_in_any_order_and_apart_from_their_values)
{
    datadog::budget of{
        .attributes = {.entries = {{.amount = 1, .month = month(2025, 1), .tag_filters = {{"a", "x"}, {"b", "y"}}}}},
        .id = "b1"};
    auto forecast = for_all_of(of);
    std::swap(forecast.attributes.entries[0].tag_filters[0], forecast.attributes.entries[0].tag_filters[1]);
    EXPECT_THAT(listed(validate(forecast, of)), IsEmpty());
    forecast.attributes.entries[0].tag_filters = {{"a", "y"}, {"b", "x"}};
    EXPECT_EQ(validate(forecast, of).size(), 1u);
}

TEST(datadog_forecast_match, is_of_the_budget_that_it_names)
{
    auto forecast = for_all_of(budget());
    forecast.attributes.budget_uid = "b2";
    outlay::report const found = validate(forecast, budget());
    EXPECT_THAT(listed(found), ElementsAre("/attributes/budget_uid budget_uid_must_be_the_id_of_the_budget"));
    EXPECT_EQ(found[0].message, "budget_uid must be the id of the budget, \"b1\", found \"b2\"");
    auto unnamed = budget();
    unnamed.id.reset();
    EXPECT_THAT(listed(validate(forecast, unnamed)), IsEmpty()) << "a budget without an id matches";
    unnamed.id = "";
    EXPECT_THAT(listed(validate(forecast, unnamed)), IsEmpty());
}

TEST(datadog_forecast_match, comes_with_the_rules_of_the_forecast_alone)
{
    auto forecast = for_all_of(budget());
    forecast.attributes.entries[0].month.reset();
    forecast.attributes.entries[5].amount = -1;
    EXPECT_THAT(listed(validate(forecast, budget())),
                ElementsAre("/attributes/entries/0/month entry_month_must_be_of_the_format_yyyymm",
                            "/attributes/entries/5/amount entry_amount_must_not_be_negative"));
}

RC_GTEST_PROP(datadog_forecast_match, agrees_with_a_plain_search, ())
{
    auto const number = [](int n) { return std::to_string(*rc::gen::inRange(0, n)); };
    auto const tags = [&] { return std::vector<datadog::tag_filter>{{"a", number(3)}, {"b", number(2)}}; };
    datadog::budget of{.id = "b1"};
    for (int left = *rc::gen::inRange(0, 8); left > 0; --left)
        of.attributes.entries.push_back(
            {.amount = 1, .month = month(2025, 1) + *rc::gen::inRange(0, 3), .tag_filters = tags()});
    custom_forecast forecast{.attributes = {.budget_uid = "b1"}};
    for (int left = *rc::gen::inRange(0, 8); left > 0; --left)
        forecast.attributes.entries.push_back(
            {.amount = 1, .month = month(2025, 1) + *rc::gen::inRange(0, 3), .tag_filters = tags()});
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < forecast.attributes.entries.size(); ++i) {
        auto const& entry = forecast.attributes.entries[i];
        bool const is_there =
            std::any_of(of.attributes.entries.begin(), of.attributes.entries.end(),
                        [&](auto const& e) { return e.month == entry.month && e.tag_filters == entry.tag_filters; });
        if (!is_there)
            expected.push_back("/attributes/entries/" + std::to_string(i) + " entry_must_match_an_entry_of_the_budget");
    }
    RC_ASSERT(listed(validate(forecast, of)) == expected);
}

} // namespace datadog_forecast_test
