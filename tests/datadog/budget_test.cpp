#include "datadog_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/datadog.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Bodies: samples, round trips, and absent values.

namespace datadog_budget_test {

using namespace datadog_samples;
using outlay::decode;
using outlay::encode;
using outlay::epoch_timestamp;
using outlay::inspect;
using outlay::month;
using outlay::null;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

static_assert(!std::is_convertible_v<datadog::user_id, datadog::budget_id>);
static_assert(outlay::detail::required_members<datadog::budget_attributes> == 0);
static_assert(outlay::detail::required_members<datadog::budget_entry> == 0);

// --- samples

TEST(datadog_budget, refuses_every_placeholder_of_the_documented_reply)
{
    auto const bad = decode<datadog::budget_document>(payload("budget_reply_documented"));
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(bad.error().message(), "9:21 /data/attributes/entries/0/amount: expected a number, found \"number\"\n"
                                     "10:20 /data/attributes/entries/0/month: expected a month such as 202501, found "
                                     "\"integer\"");
}

TEST(datadog_budget, reads_the_documented_reply_with_values_in_it)
{
    std::string text = payload("budget_reply_documented");
    auto const put = [&text](std::string_view placeholder, std::string_view value) {
        text.replace(text.find(placeholder), placeholder.size(), value);
    };
    put("\"number\"", "500");
    put("\"integer\"", "202501");
    put("\"type\": \"\"", "\"type\": \"budget\"");
    auto const seen = inspect<datadog::budget_document>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    auto const& attributes = seen.value.data.attributes;
    EXPECT_EQ(attributes.entries[0].month, month(2025, 1));
    EXPECT_EQ(attributes.entries[0].tag_filters[0].tag_key, "string");
    EXPECT_EQ(attributes.created_at, epoch_timestamp::from_milliseconds(1738258683590));
    EXPECT_EQ(attributes.created_by, "00000000-0a0a-0a0a-aaa0-00000000000a");
    EXPECT_EQ(attributes.org_id, 123);
    EXPECT_THAT(notices(seen.report), ElementsAre("23:23 /data/attributes/total_amount: total_amount is 1000, but the "
                                                  "amounts of the entries sum to 500"));
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
}

// --- round trips

TEST(datadog_budget, loses_nothing_on_a_round_trip)
{
    std::string const text = payload("budget_reply_costs");
    auto const seen = inspect<datadog::budget_document>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report),
                ElementsAre(HasSubstr("/entries/1/tag_filters/1/negated: not a known field, kept"),
                            HasSubstr("/entries/1/comment: not a known field, kept"),
                            HasSubstr("/data/attributes/owners: not a known field, kept"),
                            HasSubstr("/data/relationships: not a known field, kept"),
                            HasSubstr("/meta: not a known field, kept")));
    std::string const again = encode(seen.value);
    EXPECT_EQ(boost::json::parse(again), boost::json::parse(text));
    for (auto const exact : {R"("amount":1000.00)", R"({"b":12345678901234567890})", R"("took":1.50)",
                             R"("actual":731.4072999999999)", R"("ootb_forecast":null)", R"("custom_forecast":null)"})
        EXPECT_THAT(again, HasSubstr(exact));
    EXPECT_EQ(decode<datadog::budget_document>(again).value(), seen.value);
}

TEST(datadog_budget, custom_forecast_has_three_states)
{
    auto const document = decode<datadog::budget_document>(payload("budget_reply_costs")).value();
    auto const& attributes = document.data.attributes;
    EXPECT_EQ(attributes.entries[0].costs->custom_forecast, null);  // none is set
    EXPECT_EQ(attributes.entries[1].costs->custom_forecast, 0_dec); // set, to 0
    EXPECT_TRUE(attributes.costs->custom_forecast.is_absent());     // not requested
    EXPECT_TRUE(attributes.entries[1].costs->ootb_forecast.is_absent());
    EXPECT_EQ(attributes.costs_unit->short_name, "$");
}

TEST(datadog_budget, becomes_a_request)
{
    auto const document = decode<datadog::budget_document>(payload("budget_reply_costs")).value();
    datadog::upsert_budget_request request{document.data};
    EXPECT_TRUE(outlay::validate(request).empty()) << outlay::validate(request);
    request.data.attributes.entries[1].amount = -1;
    EXPECT_EQ(outlay::validate(request).size(), 1u);
    EXPECT_FALSE(decode<datadog::upsert_budget_request>(encode(request)));
    EXPECT_TRUE(decode<datadog::budget_document>(encode(request)));
}

TEST(datadog_budget, is_written_with_its_members_only)
{
    datadog::upsert_budget_request const request{{.attributes = by_service({2025, 1}, {2025, 1}, {"ec2"}), .id = "b1"}};
    EXPECT_EQ(encode(request),
              R"({"data":{"attributes":{"end_month":202501,"entries":[{"amount":10,"month":202501,)"
              R"("tag_filters":[{"tag_key":"service","tag_value":"ec2"}]}],)"
              R"("metrics_query":"aws.cost.amortized{*} by {service}","name":"made","start_month":202501},)"
              R"("id":"b1","type":"budget"}})");
}

// --- absent values

TEST(datadog_budget, reads_the_year_1_as_absent)
{
    auto const seen = inspect<datadog::budget_document>(payload("budget_reply_after_update"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.data.attributes.created_at, std::nullopt);
    EXPECT_EQ(seen.value.data.attributes.created_by, std::nullopt);
    EXPECT_THAT(notices(seen.report),
                ElementsAre("1:97 /data/attributes/created_at: found -62135596800000, the year 1: read as absent",
                            "1:126 /data/attributes/created_by: found \"\", read as absent"));
}

TEST(datadog_budget, has_a_creator_that_is_an_id)
{
    auto const creator = [](std::string const& text) {
        return inspect<datadog::budget_document>(R"({"data":{"type":"budget","attributes":{"created_by":)" + text +
                                                 "}}}");
    };
    EXPECT_EQ(creator(R"("u1")").value.data.attributes.created_by, "u1");
    EXPECT_THAT(notices(creator("7").report), ElementsAre("1:53 /data/attributes/created_by: found 7, read as an id"));
    EXPECT_EQ(creator("7").value.data.attributes.created_by, "7");
    EXPECT_THAT(
        notices(creator("true").report),
        ElementsAre("1:53 /data/attributes/created_by: expected an id in a string, found true: read as absent"));
    EXPECT_EQ(creator("true").value.data.attributes.created_by, std::nullopt);
}

TEST(datadog_budget, of_a_reply_may_be_empty)
{
    EXPECT_TRUE(decode<datadog::budget_document>(R"({"data":{"type":"budget"}})"));
    EXPECT_TRUE(decode<datadog::budget_document>(R"({"data":{"type":"budget","attributes":{"entries":[{}]}}})"));
    EXPECT_TRUE(decode<datadog::budget_document>(
        R"({"data":{"type":"budget","attributes":{"entries":[{"tag_filters":[{}],"costs":null}],"costs":null}}})"));
    EXPECT_FALSE(decode<datadog::budget_document>(R"({"data":{}})"));
    EXPECT_FALSE(decode<datadog::budget_document>("{}"));
}

TEST(datadog_budget, of_a_reply_may_have_an_unknown_type)
{
    constexpr std::string_view text =
        R"({"data":[{"attributes":{},"id":"1","type":"budget"},{"attributes":{},"id":"2","type":"budget_line"}]})";
    auto const list = decode<datadog::budget_list_document>(text);
    ASSERT_TRUE(list) << list.error();
    ASSERT_EQ(list->data.size(), 2u);
    EXPECT_EQ(list->data[0].type, datadog::budget_type::budget);
    EXPECT_FALSE(list->data[1].type.is_known());
    EXPECT_EQ(list->data[1].type.text(), "budget_line");
    EXPECT_EQ(outlay::encode(list->data[1]), R"({"attributes":{},"id":"2","type":"budget_line"})");
    EXPECT_TRUE(decode<datadog::budget_document>(R"({"data":{"type":""}})"));
    EXPECT_FALSE(decode<datadog::budget_document>(R"({"data":{"type":null}})")) << "a required member";
    EXPECT_FALSE(decode<datadog::budget_document>(R"({"data":{"type":["budget"]}})"));
}

TEST(datadog_budget, of_a_request_is_of_the_known_type)
{
    constexpr std::string_view text = R"({"data":{"attributes":{"entries":[]},"type":"Budget"}})";
    auto const read = inspect<datadog::upsert_budget_request>(text);
    ASSERT_FALSE(read.report.empty());
    EXPECT_THAT(read.report.to_string(),
                HasSubstr("/data/type: expected budget, found \"Budget\"; did you mean \"budget\"?"));
    auto const found = outlay::validate(read.value);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                            [](auto const& v) { return v.pointer == "/data/type" && v.code == "enum"; }));
}

TEST(datadog_budget, of_a_reply_may_have_months_that_are_none)
{
    auto const seen = inspect<datadog::budget_document>(
        R"({"data":{"type":"budget","attributes":{"start_month":0,"end_month":202513,"entries":[{"month":-1}]}}})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.data.attributes.start_month, std::nullopt);
    EXPECT_EQ(seen.value.data.attributes.entries[0].month, std::nullopt);
    EXPECT_THAT(notices(seen.report),
                ElementsAre(HasSubstr("start_month: found 0, not a month of the format YYYYMM: read as absent"),
                            HasSubstr("end_month: found 202513, not a month"), HasSubstr("month: found -1, not a")));
    EXPECT_FALSE(
        decode<datadog::budget_document>(R"({"data":{"type":"budget","attributes":{"start_month":"202501"}}})"));
}

TEST(datadog_budget, list_has_no_entries)
{
    std::string const text = payload("budget_list_reply");
    auto const list = decode<datadog::budget_list_document>(text).value();
    ASSERT_EQ(list.data.size(), 2u);
    EXPECT_THAT(list.data[0].attributes.entries, IsEmpty());
    EXPECT_EQ(list.data[0].id, "6a8d2f5e-0c3b-4a57-9c1e-2f4b7d9e1a30");
    EXPECT_EQ(decode<datadog::budget_list_document>(encode(list)).value(), list);
}

TEST(datadog_budget, validation_is_read)
{
    auto const text = payload("budget_validation_reply_invalid");
    auto const reply = decode<datadog::budget_validation_document>(text).value();
    EXPECT_FALSE(reply.data.attributes.valid);
    EXPECT_THAT(reply.data.attributes.errors, ElementsAre("tags must be unique"));
    EXPECT_EQ(boost::json::parse(encode(reply)), boost::json::parse(text));
    EXPECT_TRUE(decode<datadog::budget_validation_document>(
                    R"({"data":{"id":"budget_validation","type":"budget_validation","attributes":{"valid":true}}})")
                    ->data.attributes.valid);
    for (char const* const untold : {R"({"data":{"attributes":{}}})", R"({"data":{}})"}) {
        auto const seen = outlay::inspect<datadog::budget_validation_document>(untold);
        EXPECT_FALSE(seen.value.data.attributes.valid);
        ASSERT_EQ(seen.report.notices().size(), 1u) << untold;
        EXPECT_EQ(seen.report.notices()[0].code, "missing");
        EXPECT_EQ(encode(seen.value), untold);
    }
}

TEST(datadog_budget, unit_has_an_id_of_either_kind)
{
    auto const unit = [](std::string_view id) {
        std::string const text =
            outlay::detail::joined({R"({"data":{"type":"budget","attributes":{"costs_unit":{"id":)", id, "}}}}"});
        auto const seen = outlay::inspect<datadog::budget_document>(text);
        EXPECT_TRUE(seen.ok()) << seen.report;
        EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
        return std::pair(seen.value.data.attributes.costs_unit->id, seen.report.notices().size());
    };
    EXPECT_EQ(unit("129"), std::pair(std::optional(datadog::unit_id(129)), std::size_t{0}));
    EXPECT_EQ(unit("\"129\""), std::pair(std::optional(datadog::unit_id("129")), std::size_t{0}));
    EXPECT_EQ(unit("{\"n\":1}"), std::pair(std::optional<datadog::unit_id>(), std::size_t{1}));
    EXPECT_EQ(datadog::unit_id(129).to_string(), datadog::unit_id("129").to_string());
    EXPECT_NE(datadog::unit_id(129), datadog::unit_id("129"));
}

TEST(datadog_budget, is_changed_and_sent_without_members_of_replies)
{
    auto document = decode<datadog::budget_document>(
                        R"({"data":{"id":"u","type":"budget","attributes":{"name":"x","created_at":-62135596800000,)"
                        R"("created_by":"","org_id":7,"costs":{"actual":3},"entries":[{"month":202601,"amount":5,)"
                        R"("costs":{"actual":3},"tag_filters":[]}],"start_month":202601,"end_month":202601,)"
                        R"("metrics_query":"a{*}"}}})")
                        .value();
    document.data.attributes.name = "y";
    datadog::upsert_budget_request const request{document.data};
    EXPECT_EQ(encode(request), R"({"data":{"attributes":{"end_month":202601,"entries":[{"amount":5,"month":202601,)"
                               R"("tag_filters":[]}],"metrics_query":"a{*}","name":"y","start_month":202601},)"
                               R"("id":"u","type":"budget"}})");
    outlay::report const found = outlay::validate(request);
    EXPECT_TRUE(found.empty());
    EXPECT_THAT(found.notices(), Each(Field(&outlay::violation::code, "not_sent")));
    EXPECT_EQ(found.notices().size(), 3u); // org_id and twice costs: user and time are absent
}

TEST(datadog_budget, without_attributes_is_read_and_none_are_written)
{
    for (
        char const* const text :
        {R"({"data":{"type":"budget"}})", R"({"data":{"attributes":{},"type":"budget"}})",
         R"({"data":{"attributes":{"entries":[]},"type":"budget"}})",
         R"({"data":{"attributes":{"entries":[{"tag_filters":[{"tag_value":"ec2"},{"tag_key":""}]}]},"type":"budget"}})"})
        EXPECT_EQ(encode(decode<datadog::budget_document>(text).value()), text);
}

TEST(datadog_budget, months_are_a_range)
{
    std::vector<int> numbers;
    for (month const m : datadog::months({.end_month = month(2025, 2), .start_month = month(2024, 11)}))
        numbers.push_back(m.number());
    EXPECT_THAT(numbers, ElementsAre(202411, 202412, 202501, 202502));
    auto const one = datadog::months({.end_month = month(2025, 2), .start_month = month(2025, 2)});
    EXPECT_EQ(one.size(), 1u);
    EXPECT_EQ(one.front(), one.back());
    EXPECT_TRUE(datadog::months({.end_month = month(2025, 1), .start_month = month(2025, 2)}).empty());
    EXPECT_TRUE(datadog::months({.end_month = month(2025, 1)}).empty());
    EXPECT_TRUE(datadog::months({.start_month = month(2025, 1)}).empty());
}

// --- status

using outlay::status;
using outlay::status_of;

TEST(datadog_status, has_the_costs_of_their_period)
{
    auto const document = decode<datadog::budget_document>(payload("budget_reply_costs")).value();
    status const s = status_of(document);
    EXPECT_EQ(s, (status{.amount = 1500,
                         .spent = 731.4072999999999_dec,
                         .remaining = 768.5927000000001_dec,
                         .used_percent = 48.7605_dec,
                         .forecast = 1480.25_dec,
                         .window = outlay::date_range(2025_y / 1 / 1, 2025_y / 2 / 28)}));
    EXPECT_EQ(s.derived,
              (outlay::status_figures{outlay::status_figure::remaining, outlay::status_figure::used_percent}));
    EXPECT_EQ(status_of(document.data), s);
}

TEST(datadog_status, has_the_amount_where_costs_are_absent)
{
    auto const list = decode<datadog::budget_list_document>(payload("budget_list_reply")).value();
    EXPECT_EQ(status_of(list.data[0]),
              (status{.amount = 1000, .window = outlay::date_range(2025_y / 1 / 1, 2025_y / 2 / 28)}));
    EXPECT_EQ(status_of(list.data[1]), status{});
    datadog::budget nothing_known{.attributes = {.total_amount = 7}};
    nothing_known.attributes.costs = datadog::costs{.actual = null, .amount = 3, .forecast = null};
    EXPECT_EQ(status_of(nothing_known), status{.amount = 7});
    nothing_known.attributes.start_month = month(2025, 1); // without a last month
    EXPECT_EQ(status_of(nothing_known), status{.amount = 7});
    nothing_known.attributes.end_month = month(2024, 12);
    EXPECT_EQ(status_of(nothing_known), status{.amount = 7});
}

TEST(datadog_status, does_not_mix_periods)
{
    datadog::budget budget{
        .attributes = {.end_month = month(2025, 12), .start_month = month(2025, 1), .total_amount = 1200}};
    budget.attributes.costs = datadog::costs{.actual = 5};
    EXPECT_EQ(status_of(budget), status{.spent = 5});
    budget.attributes.costs = datadog::costs{.actual = null, .amount = 3, .forecast = 5};
    EXPECT_EQ(status_of(budget), (status{.amount = 3, .forecast = 5}));
}

TEST(datadog_status, has_the_forecast_that_counts)
{
    using outlay::status_figure;
    using outlay::status_figures;
    auto const forecast_of = [](datadog::costs const& costs) {
        datadog::budget budget;
        budget.attributes.costs = costs;
        status const s = status_of(budget);
        return std::pair(s.forecast, s.derived.contains(status_figure::forecast));
    };
    using expected_forecast = std::pair<std::optional<outlay::decimal>, bool>;
    EXPECT_EQ(forecast_of({.custom_forecast = 2, .forecast = 1, .ootb_forecast = 3}), expected_forecast(1, false));
    EXPECT_EQ(forecast_of({.custom_forecast = 2, .forecast = null, .ootb_forecast = 3}), expected_forecast(2, true));
    EXPECT_EQ(forecast_of({.custom_forecast = 0, .ootb_forecast = 3}), expected_forecast(0, true));
    EXPECT_EQ(forecast_of({.custom_forecast = null, .ootb_forecast = 3}), expected_forecast(3, true));
    EXPECT_EQ(forecast_of({.actual = 4, .custom_forecast = null, .ootb_forecast = null}),
              expected_forecast(std::nullopt, false));
}

TEST(datadog_status, of_an_entry_is_of_its_month)
{
    auto const document = decode<datadog::budget_document>(payload("budget_reply_costs")).value();
    auto const& entries = document.data.attributes.entries;
    EXPECT_EQ(status_of(entries[0]), (status{.amount = 500,
                                             .spent = 480.12_dec,
                                             .remaining = 19.88_dec,
                                             .used_percent = 96.024_dec,
                                             .forecast = 490.5_dec,
                                             .window = month(2025, 1).dates()}));
    EXPECT_EQ(status_of(entries[1]).forecast, 0);
    datadog::budget_entry entry{.amount = 7, .month = month(2025, 2)};
    EXPECT_EQ(status_of(entry), (status{.amount = 7, .window = month(2025, 2).dates()}));
    entry.costs = null;
    EXPECT_EQ(status_of(entry).amount, 7);
    entry.costs = datadog::costs{.amount = 9};
    EXPECT_EQ(status_of(entry).amount, 7) << "costs without a spend are ignored";
    entry.costs = datadog::costs{.actual = 3};
    EXPECT_EQ(status_of(entry), (status{.spent = 3, .window = month(2025, 2).dates()}));
    entry.month.reset();
    EXPECT_EQ(status_of(entry), status{.spent = 3});
}

TEST(datadog_status, has_the_days_of_the_period_of_costs)
{
    using outlay::epoch_timestamp;
    auto const window = [](char const* start, char const* end) {
        datadog::budget budget;
        budget.attributes.costs = datadog::costs{.actual = 5};
        auto const at = [](char const* text) { return epoch_timestamp(*outlay::iso_timestamp::try_parse(text)); };
        budget.attributes.costs_period_start = at(start);
        budget.attributes.costs_period_end = at(end);
        return status_of(budget).window;
    };
    outlay::date_range const january(2025_y / 1 / 1, 2025_y / 1 / 31);
    EXPECT_EQ(window("2025-01-01T00:00:00Z", "2025-01-31T23:59:59.999Z"), january);
    EXPECT_EQ(window("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"), january); // the midnight after the last day
    EXPECT_EQ(window("2025-01-01T00:00:00Z", "2025-02-01T00:00:00.001Z")->last(), 2025_y / 2 / 1);
    EXPECT_EQ(window("2025-01-31T00:00:00Z", "2025-01-31T12:00:00Z")->days(), 1);
    EXPECT_EQ(window("2025-01-31T00:00:00Z", "2025-01-31T00:00:00Z"), std::nullopt);
    EXPECT_EQ(window("2025-01-31T00:00:00Z", "2025-01-01T00:00:00Z"), std::nullopt);

    datadog::budget without;
    without.attributes.costs = datadog::costs{.actual = 5};
    without.attributes.costs_period_start = epoch_timestamp();
    EXPECT_EQ(status_of(without).window, std::nullopt);
    without.attributes.costs_period_start = null;
    without.attributes.costs_period_end = epoch_timestamp();
    EXPECT_EQ(status_of(without).window, std::nullopt);
}

TEST(datadog_status, has_no_window_without_a_period)
{
    auto const at = [](std::int64_t ms) { return outlay::epoch_timestamp::from_milliseconds(ms); };
    constexpr std::int64_t noon = 43'200'000;
    datadog::budget budget;
    budget.attributes.costs = datadog::costs{.actual = outlay::decimal(1)};
    budget.attributes.costs_period_start = at(noon);
    budget.attributes.costs_period_end = at(noon + 1);
    EXPECT_TRUE(status_of(budget).window);
    budget.attributes.costs_period_end = at(noon);
    EXPECT_FALSE(status_of(budget).window);
    budget.attributes.costs_period_end = at(noon - 1);
    EXPECT_FALSE(status_of(budget).window);
}

} // namespace datadog_budget_test
