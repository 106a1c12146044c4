#include "../json/any_json.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recommendations_test {

using namespace outlay::literals;
using namespace date::literals;
namespace ads = outlay::amazon;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report.notices()) lines.push_back(v.code + " " + v.pointer);
    return lines;
}

/// A body with one row of Sponsored Brands.
std::string row(std::string_view members) { return outlay::detail::joined({R"({"success":[{)", members, "}]}"}); }
std::string missed(std::string_view members)
{
    return row(outlay::detail::joined({R"("sevenDaysMissedOpportunities":{)", members, "}"}));
}

constexpr auto products = {ads::ad_product::sponsored_products, ads::ad_product::sponsored_brands,
                           ads::ad_product::sponsored_display};

// --- bodies of the guide and the specification

TEST(budget_recommendations, read_a_campaign_that_ran_out_of_budget)
{
    auto const seen =
        inspect<ads::budget_recommendation_reply>(payload("budget_recommendation_reply_sp_out_of_budget"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty());
    ads::missed_opportunities const week{
        .end_date = ads::wire_day{.day = 2022_y / 10 / 7, .form = ads::day_form::compact},
        .estimated_missed_clicks_lower = 8,
        .estimated_missed_clicks_upper = 12,
        .estimated_missed_impressions_lower = 3,
        .estimated_missed_impressions_upper = 5,
        .estimated_missed_sales_lower = 2,
        .estimated_missed_sales_upper = 4,
        .percent_time_in_budget = 0.5_dec,
        .start_date = ads::wire_day{.day = 2022_y / 10 / 1, .form = ads::day_form::compact}};
    ads::budget_recommendation const expected{
        .budget_rule_recommendation = ads::budget_rule_recommendation{.rule_id = "123",
                                                                      .rule_name = "sample rule",
                                                                      .suggested_budget_increase_percent = 5},
        .campaign_id = "259207489965973",
        .index = 0,
        .seven_days_missed_opportunities = week,
        .suggested_budget = 13};
    EXPECT_THAT(seen.value.budget_recommendations_success_results, ElementsAre(expected));
    EXPECT_EQ(week.days(), outlay::date_range(2022_y / 10 / 1, 2022_y / 10 / 7));
    EXPECT_EQ(ads::time_in_budget(expected, ads::ad_product::sponsored_products), 50);
}

TEST(budget_recommendations, read_a_campaign_in_budget_and_one_without_history)
{
    auto const in_budget =
        decode<ads::budget_recommendation_reply>(payload("budget_recommendation_reply_sp_in_budget")).value();
    auto const& whole = in_budget.budget_recommendations_success_results[0];
    EXPECT_EQ(whole.budget_rule_recommendation, std::nullopt);
    EXPECT_EQ(ads::time_in_budget(whole, ads::ad_product::sponsored_products), 100);
    EXPECT_EQ(whole.seven_days_missed_opportunities->estimated_missed_sales_upper, 0);

    auto const unknown =
        decode<ads::budget_recommendation_reply>(payload("budget_recommendation_reply_sp_no_history")).value();
    auto const& none = unknown.budget_recommendations_success_results[0];
    EXPECT_TRUE(none.suggested_budget.is_null());
    EXPECT_EQ(none.seven_days_missed_opportunities, std::nullopt);
    EXPECT_EQ(ads::time_in_budget(none, ads::ad_product::sponsored_products), std::nullopt);
}

TEST(budget_recommendations, read_the_example_of_the_specification)
{
    auto const seen =
        inspect<ads::budget_recommendation_reply>(payload("budget_recommendation_reply_sp_specification"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    auto const& rows = seen.value.budget_recommendations_success_results;
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[0].suggested_budget, 3);
    EXPECT_FALSE(rows[1].suggested_budget.has_value());
    EXPECT_EQ(ads::time_in_budget(rows[1], ads::ad_product::sponsored_products), 65.2_dec);
    std::string const of_row = "/budgetRecommendationsSuccessResults/";
    EXPECT_THAT(notices(seen.report),
                testing::UnorderedElementsAre(
                    "not_available " + of_row + "1/suggestedBudget",
                    "percent_for_share " + of_row + "0/sevenDaysMissedOpportunities/percentTimeInBudget",
                    "percent_for_share " + of_row + "1/sevenDaysMissedOpportunities/percentTimeInBudget"));
    auto const& refused = seen.value.budget_recommendations_error_results;
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].to_string(), "400: Bad Request.");
    EXPECT_EQ(refused[0].reason(), (ads::api_error{.code = "400", .details = "Bad Request."}));
}

TEST(budget_recommendations, read_the_lists_of_the_other_products)
{
    auto const brands = decode<ads::budget_recommendation_reply>(payload("budget_recommendation_reply_sb")).value();
    ASSERT_THAT(brands.success, SizeIs(2));
    EXPECT_EQ(brands.success[0].suggested_budget, 42.75_dec);
    EXPECT_EQ(brands.success[0].seven_days_missed_opportunities->days(),
              outlay::date_range(2026_y / 11 / 18, 2026_y / 11 / 24));
    EXPECT_EQ(ads::time_in_budget(brands.success[0], ads::ad_product::sponsored_brands), 71.43_dec);
    EXPECT_EQ(brands.error[0].to_string(), "404: Campaign not found");

    auto const seen = inspect<ads::budget_recommendation_reply>(payload("budget_recommendation_reply_sd"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(ads::time_in_budget(seen.value.success[0], ads::ad_product::sponsored_display), std::nullopt);
    std::string const of_week = "/success/0/sevenDaysMissedOpportunities/";
    EXPECT_THAT(notices(seen.report),
                testing::UnorderedElementsAre("not_available " + of_week + "percentTimeInBudget",
                                              "upper_below_lower " + of_week + "estimatedMissedClicksUpper",
                                              "unknown_field /success/0/confidence"));
}

TEST(budget_recommendations, write_every_body_as_it_came)
{
    for (auto const name : {"budget_recommendation_reply_sp_out_of_budget", "budget_recommendation_reply_sp_in_budget",
                            "budget_recommendation_reply_sp_no_history", "budget_recommendation_reply_sp_specification",
                            "budget_recommendation_reply_sb", "budget_recommendation_reply_sd"}) {
        auto const text = payload(name);
        auto const reply = decode<ads::budget_recommendation_reply>(text).value();
        EXPECT_EQ(boost::json::parse(encode(reply)), boost::json::parse(text)) << name;
    }
    auto const asked = payload("budget_recommendation_request_documented");
    EXPECT_EQ(encode(decode<ads::campaign_budget_recommendations_request>(asked).value()),
              R"({"campaignIds":["153839444046652"]})");
}

// --- figures that are absent or odd

TEST(budget_recommendations, keep_null_absent_and_not_told_apart)
{
    auto const budget_of = [](std::string_view members) {
        return decode<ads::budget_recommendation_reply>(row(members)).value().success[0];
    };
    EXPECT_TRUE(budget_of(R"("suggestedBudget":null)").suggested_budget.is_null());
    EXPECT_TRUE(budget_of(R"("index":0)").suggested_budget.is_absent());
    for (std::string_view const none :
         {R"("suggestedBudget":-1)", R"("suggestedBudget":"-1")", R"("suggestedBudget":-1.0)"}) {
        EXPECT_FALSE(budget_of(none).suggested_budget.has_value()) << none;
        auto const written = encode(budget_of(none));
        EXPECT_EQ(written, outlay::detail::joined({"{", none, "}"}));
    }
    EXPECT_EQ(budget_of(R"("suggestedBudget":0)").suggested_budget, 0);
    EXPECT_EQ(budget_of(R"("suggestedBudget":-0.5)").suggested_budget, -0.5_dec);
    EXPECT_EQ(encode(budget_of(R"("suggestedBudget":null)")), R"({"suggestedBudget":null})");
    EXPECT_EQ(encode(budget_of(R"("sevenDaysMissedOpportunities":null)")), R"({"sevenDaysMissedOpportunities":null})");
}

TEST(budget_recommendations, read_a_number_in_a_string_with_a_notice)
{
    auto const seen = inspect<ads::budget_recommendation_reply>(row(R"("suggestedBudget":"12.50")"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.success[0].suggested_budget, 12.50_dec);
    EXPECT_THAT(notices(seen.report), ElementsAre("number_as_text /success/0/suggestedBudget"));
    for (std::string_view const wrong : {R"("")", R"("12,5")", "true", "[]", R"("1e40")", "1e40"})
        EXPECT_FALSE(
            decode<ads::budget_recommendation_reply>(row(outlay::detail::joined({R"("suggestedBudget":)", wrong}))))
            << wrong;
    EXPECT_EQ(decode<ads::budget_recommendation_reply>(row(R"("suggestedBudget":"x")")).error().report()[0].to_string(),
              R"(1:32 /success/0/suggestedBudget: expected a number, found "x")");
}

TEST(budget_recommendations, time_in_budget_is_never_a_guess)
{
    auto const read = [](outlay::decimal figure, ads::ad_product product) {
        return ads::time_in_budget(ads::missed_opportunities{.percent_time_in_budget = figure}, product);
    };
    using enum ads::ad_product;
    EXPECT_EQ(read(0.76_dec, sponsored_products), 76);
    EXPECT_EQ(read(1, sponsored_products), 100);
    EXPECT_EQ(read(80, sponsored_products), 80);
    for (auto const product : {sponsored_brands, sponsored_display}) {
        EXPECT_EQ(read(1, product), std::nullopt); // a percent, or all of the time
        EXPECT_EQ(read(0.5_dec, product), std::nullopt);
        EXPECT_EQ(read(1.01_dec, product), 1.01_dec);
    }
    for (auto const product : products) {
        EXPECT_EQ(read(0, product), 0);
        EXPECT_EQ(read(100, product), 100);
        EXPECT_EQ(read(100.01_dec, product), std::nullopt);
        EXPECT_EQ(read(-0.01_dec, product), std::nullopt);
        EXPECT_EQ(read(-1, product), std::nullopt);
        EXPECT_EQ(ads::time_in_budget(ads::missed_opportunities{}, product), std::nullopt);
        EXPECT_EQ(ads::time_in_budget(ads::budget_recommendation{}, product), std::nullopt);
    }
    static_assert(
        ads::time_in_budget(ads::missed_opportunities{.percent_time_in_budget = 0.5_dec}, sponsored_products) == 50);
}

TEST(budget_recommendations, note_a_percentage_where_a_share_is_specified)
{
    auto const notes = [](std::string_view list, std::string_view percent) {
        return notices(
            inspect<ads::budget_recommendation_reply>(
                outlay::detail::joined(
                    {R"({")", list, R"(":[{"sevenDaysMissedOpportunities":{"percentTimeInBudget":)", percent, "}}]}"}))
                .report);
    };
    EXPECT_THAT(notes("budgetRecommendationsSuccessResults", "1"), IsEmpty());
    EXPECT_THAT(notes("budgetRecommendationsSuccessResults", "1.01"),
                ElementsAre("percent_for_share "
                            "/budgetRecommendationsSuccessResults/0/sevenDaysMissedOpportunities/percentTimeInBudget"));
    EXPECT_THAT(notes("success", "1.01"), IsEmpty());
    std::string const range = "time_in_budget_range /success/0/sevenDaysMissedOpportunities/percentTimeInBudget";
    EXPECT_THAT(notes("success", "100"), IsEmpty());
    EXPECT_THAT(notes("success", "100.01"), ElementsAre(range));
    EXPECT_THAT(notes("success", "0"), IsEmpty());
    EXPECT_THAT(notes("success", "-0.01"), ElementsAre(range));
}

TEST(budget_recommendations, note_estimates_that_can_not_be)
{
    struct {
        char const* lower;
        char const* upper;
    } const pairs[] = {{"estimatedMissedClicksLower", "estimatedMissedClicksUpper"},
                       {"estimatedMissedImpressionsLower", "estimatedMissedImpressionsUpper"},
                       {"estimatedMissedSalesLower", "estimatedMissedSalesUpper"}};
    for (auto const& [lower, upper] : pairs) {
        auto const notes = [&](std::string_view least, std::string_view most) {
            auto const seen = inspect<ads::budget_recommendation_reply>(
                missed(outlay::detail::joined({"\"", lower, "\":", least, ",\"", upper, "\":", most})));
            EXPECT_TRUE(seen.ok()) << seen.report;
            return notices(seen.report);
        };
        std::string const at = " /success/0/sevenDaysMissedOpportunities/";
        EXPECT_THAT(notes("3", "3"), IsEmpty());
        EXPECT_THAT(notes("3", "2"), ElementsAre("upper_below_lower" + at + upper));
        EXPECT_THAT(notes("-1", "0"), ElementsAre("negative_estimate" + at + lower));
        EXPECT_THAT(notes("-2", "-1"), ElementsAre("negative_estimate" + at + lower, "negative_estimate" + at + upper));
    }
}

TEST(budget_recommendations, note_days_out_of_order)
{
    auto const days = [](std::string_view first, std::string_view last) {
        return inspect<ads::budget_recommendation_reply>(
            missed(outlay::detail::joined({R"("startDate":")", first, R"(","endDate":")", last, "\""})));
    };
    EXPECT_THAT(notices(days("20221001", "20221001").report), IsEmpty());
    auto const turned = days("20221002", "20221001");
    EXPECT_THAT(notices(turned.report),
                ElementsAre("end_date_before_start_date /success/0/sevenDaysMissedOpportunities/endDate"));
    EXPECT_EQ(turned.value.success[0].seven_days_missed_opportunities->days(), std::nullopt);
    EXPECT_EQ(ads::missed_opportunities{.end_date = ads::wire_day{.day = 2022_y / 1 / 1}}.days(), std::nullopt);
    EXPECT_EQ(ads::missed_opportunities{.start_date = ads::wire_day{.day = 2022_y / 1 / 1}}.days(), std::nullopt);
}

TEST(budget_recommendations, note_an_empty_reply_and_an_empty_error)
{
    for (std::string_view const text : {R"({})", R"({"success":[],"error":[]})",
                                        R"({"budgetRecommendationsSuccessResults":[]})", R"({"code":"THROTTLED"})"})
        EXPECT_THAT(notices(inspect<ads::budget_recommendation_reply>(text).report), testing::Contains("empty_reply "))
            << text;
    for (std::string_view const list :
         {"success", "error", "budgetRecommendationsSuccessResults", "budgetRecommendationsErrorResults"}) {
        auto const seen =
            inspect<ads::budget_recommendation_reply>(outlay::detail::joined({R"({")", list, R"(":[{"index":0}]})"}));
        EXPECT_TRUE(seen.ok() && seen.report.notices().empty()) << list;
    }
    EXPECT_THAT(notices(inspect<ads::budget_recommendation_reply>(R"({"error":[{}]})").report),
                ElementsAre("empty_item /error/0"));
}

// --- the request

TEST(budget_recommendations, ask_for_1_to_100_campaigns)
{
    auto const codes = [](std::size_t count) {
        ads::campaign_budget_recommendations_request const asked{.campaign_ids = {count, ads::campaign_id("1")}};
        auto const found = outlay::validate(asked);
        return found.empty() ? std::string() : found[0].code;
    };
    EXPECT_EQ(codes(0), "items");
    EXPECT_EQ(codes(1), "");
    EXPECT_EQ(codes(100), "");
    EXPECT_EQ(codes(101), "items");
    EXPECT_EQ(outlay::validate(ads::campaign_budget_recommendations_request{.campaign_ids = {"1 "}})[0].code,
              "id_characters");
    EXPECT_EQ(outlay::validate(ads::campaign_budget_recommendations_request{.campaign_ids = {""}})[0].code, "length");
}

// --- days in two forms

TEST(wire_day, reads_both_forms_and_no_other)
{
    auto const compact = ads::wire_day::parse("20240229").value();
    EXPECT_EQ(compact, (ads::wire_day{.day = 2024_y / 2 / 29, .form = ads::day_form::compact}));
    EXPECT_EQ(compact.to_string(), "20240229");
    auto const dashed = ads::wire_day::parse("2024-02-29").value();
    EXPECT_EQ(dashed.to_string(), "2024-02-29");
    EXPECT_EQ(date::year_month_day(dashed), date::year_month_day(compact));
    EXPECT_NE(dashed, compact);
    for (std::string_view const wrong : {"", "2024022", "202402290", "20230229", "2024-2-29", "2024-0229", "202402-29",
                                         "2024/02/29", "20241301", "2024 229", "-0240229"}) {
        EXPECT_FALSE(ads::wire_day::parse(wrong)) << wrong;
        auto const seen = inspect<ads::budget_recommendation_reply>(
            missed(outlay::detail::joined({R"("startDate":")", wrong, "\""})));
        ASSERT_FALSE(seen.ok()) << wrong;
        EXPECT_EQ(seen.report[0].code, "date");
        EXPECT_EQ(seen.report[0].pointer, "/success/0/sevenDaysMissedOpportunities/startDate");
    }
}

// --- whatever is written is read again

template<class Make>
auto perhaps(Make make)
{
    return *rc::gen::arbitrary<bool>() ? std::optional(make()) : std::nullopt;
}
outlay::decimal any_figure()
{
    auto const any = outlay::decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 19));
    return any == -1 ? outlay::decimal(-2) : any; // -1 is none
}
std::int64_t any_count() { return *rc::gen::arbitrary<std::int64_t>(); }
std::string any_text() { return *rc::gen::element<std::string>("", "rule 1", "\"quoted\\\"", "\xC3\xA9"); }
std::uint32_t any_index() { return *rc::gen::inRange<std::uint32_t>(0, 100); }
ads::wire_day any_day()
{
    date::sys_days const day(date::days(*rc::gen::inRange(-700'000, 2'900'000)));
    return {.day = day, .form = *rc::gen::element(ads::day_form::compact, ads::day_form::dashed)};
}
outlay::extras any_extras()
{
    outlay::extras kept;
    if (*rc::gen::weightedElement<bool>({{4, false}, {1, true}})) kept.keep("x", any_json::any_value(2).kept);
    return kept;
}
ads::budget_rule_recommendation any_rule()
{
    return {.rule_id = perhaps([] { return ads::budget_rule_id(any_text()); }),
            .rule_name = perhaps(any_text),
            .suggested_budget_increase_percent = perhaps(any_figure),
            .extras = any_extras()};
}
ads::missed_opportunities any_missed()
{
    return {.end_date = perhaps(any_day),
            .estimated_missed_clicks_lower = perhaps(any_count),
            .estimated_missed_clicks_upper = perhaps(any_count),
            .estimated_missed_impressions_lower = perhaps(any_count),
            .estimated_missed_impressions_upper = perhaps(any_count),
            .estimated_missed_sales_lower = perhaps(any_figure),
            .estimated_missed_sales_upper = perhaps(any_figure),
            .percent_time_in_budget = perhaps(any_figure),
            .start_date = perhaps(any_day),
            .extras = any_extras()};
}
ads::budget_recommendation any_row()
{
    ads::budget_recommendation made{.budget_rule_recommendation = perhaps(any_rule),
                                    .campaign_id = perhaps([] { return ads::campaign_id(any_text()); }),
                                    .index = perhaps(any_index),
                                    .seven_days_missed_opportunities = perhaps(any_missed),
                                    .extras = any_extras()};
    int const state = *rc::gen::inRange(0, 3);
    if (state == 1) made.suggested_budget = outlay::null;
    if (state == 2) made.suggested_budget = any_figure();
    return made;
}
ads::budget_recommendation_error any_error()
{
    return {.error = perhaps([] { return ads::api_error{.code = any_text(), .details = perhaps(any_text)}; }),
            .campaign_id = perhaps([] { return ads::campaign_id(any_text()); }),
            .code = perhaps(any_text),
            .details = perhaps(any_text),
            .index = perhaps(any_index),
            .extras = any_extras()};
}
template<class Make>
auto some(Make make)
{
    std::vector<decltype(make())> made;
    for (int n = *rc::gen::inRange(0, 3); n != 0; --n) made.push_back(make());
    return made;
}

RC_GTEST_PROP(budget_recommendations, survive_a_round_trip, ())
{
    ads::budget_recommendation_reply const reply{.budget_recommendations_error_results = some(any_error),
                                                 .budget_recommendations_success_results = some(any_row),
                                                 .error = some(any_error),
                                                 .success = some(any_row),
                                                 .extras = any_extras()};
    std::string const text = encode(reply);
    auto const read = decode<ads::budget_recommendation_reply>(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == reply);
    RC_ASSERT(encode(*read) == text);
}

} // namespace recommendations_test
