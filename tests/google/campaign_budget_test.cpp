#include "google_payloads.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <outlay/google.hpp>
#include <string>
#include <vector>

// Bodies of replies and requests, as they are on the wire.

namespace google_campaign_budget_test {

using namespace outlay::literals;
using google_payloads::payload;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
namespace google = outlay::google;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes(auto const& found)
{
    std::vector<std::string> all;
    for (outlay::violation const& each : found) all.push_back(each.code);
    return all;
}

/// The body is read without notices, and written as the same JSON.
template<class T>
T same_again(std::string const& name)
{
    std::string const text = payload(name);
    auto const seen = inspect<T>(text);
    EXPECT_TRUE(seen.ok()) << name << '\n' << seen.report;
    EXPECT_THAT(codes(seen.report.notices()), IsEmpty()) << name << seen.report.notices()[0];
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text)) << name;
    return seen.value;
}

TEST(google_payloads, come_back_as_they_were)
{
    same_again<google::campaign_budget_list_reply>("campaign_budget_list_reply");
    same_again<google::mutate_campaign_budgets_request>("mutate_campaign_budgets_request");
    same_again<google::mutate_campaign_budgets_reply>("mutate_campaign_budgets_reply_partial");
    same_again<google::api_error>("error_reply_quota");
}

TEST(google_campaign_budget, has_amounts_as_decimals)
{
    auto const list = same_again<google::campaign_budget_list_reply>("campaign_budget_list_reply");
    ASSERT_EQ(list.results.size(), 2u);
    google::campaign_budget const& daily = list.results[0].campaign_budget;
    EXPECT_EQ(daily.resource_name, "customers/1234567890/campaignBudgets/42");
    EXPECT_EQ(daily.id, "42");
    EXPECT_EQ(daily.name, "Spring");
    EXPECT_EQ(daily.amount, 25.5_dec);
    EXPECT_EQ(daily.total_amount, std::nullopt);
    EXPECT_EQ(daily.status, google::campaign_budget_status::enabled);
    EXPECT_EQ(daily.reference_count, 3);
    EXPECT_EQ(daily.recommendation(), 31_dec);
    EXPECT_EQ(daily.recommended_budget_estimated_change_weekly_cost, 38.5_dec);
    EXPECT_EQ(daily.recommended_budget_estimated_change_weekly_clicks, 120);
    google::campaign_budget const& total = list.results[1].campaign_budget;
    EXPECT_EQ(total.total_amount, 9000_dec);
    EXPECT_EQ(total.type, google::campaign_budget_type::unknown);
    EXPECT_EQ(total.aligned_bidding_strategy_id->number(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(list.total_results_count, 2);
    EXPECT_EQ(list.results[1].customer->currency_code, outlay::currency("EUR"));
}

TEST(google_campaign_budget, reads_integers_as_numbers_too)
{
    auto const read = decode<google::campaign_budget>(
        R"({"id":42,"amountMicros":1500000,"referenceCount":3,"alignedBiddingStrategyId":7})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(encode(*read),
              R"({"id":"42","amountMicros":"1500000","referenceCount":"3","alignedBiddingStrategyId":"7"})");
}

TEST(google_campaign_budget, keeps_values_that_are_new)
{
    std::string const text = R"({"status":"PAUSED","period":"FIXED_DAILY","type":"HOTEL_ADS","newField":[1.50]})";
    EXPECT_EQ(encode(decode<google::campaign_budget>(text).value()), text);
}

TEST(google_campaign_budget, recommends_nothing_without_a_recommendation)
{
    google::campaign_budget budget{.amount = 5_dec, .recommended_budget_amount = 5_dec};
    EXPECT_EQ(budget.recommendation(), std::nullopt);
    budget.has_recommended_budget = false;
    EXPECT_EQ(budget.recommendation(), std::nullopt);
    budget.has_recommended_budget = true;
    EXPECT_EQ(budget.recommendation(), 5_dec);
}

TEST(google_campaign_budget, has_a_notice_where_it_has_both_amounts)
{
    auto const notices = [](std::string const& text) {
        return codes(inspect<google::campaign_budget>(text).report.notices());
    };
    EXPECT_THAT(notices(R"({"amountMicros":"1","totalAmountMicros":"1"})"), ElementsAre("amount_and_total"));
    EXPECT_THAT(notices(R"({"totalAmountMicros":"1"})"), IsEmpty());
}

TEST(google_campaign_budget, has_the_status_of_the_reply)
{
    auto const list = same_again<google::campaign_budget_list_reply>("campaign_budget_list_reply");
    EXPECT_EQ(status_of(list.results[0].campaign_budget), outlay::status{.amount = 25.5_dec});
    outlay::status const daily = status_of(list.results[0]);
    EXPECT_EQ(daily, (outlay::status{.amount = 25.5_dec, .currency = outlay::currency("EUR")}));
    EXPECT_TRUE(daily.derived.empty());
    EXPECT_EQ(status_of(list.results[1]).amount, 9000_dec);
    EXPECT_EQ(status_of(google::campaign_budget()), outlay::status());
    google::campaign_budget_row without_account = list.results[0];
    without_account.customer.reset();
    EXPECT_EQ(status_of(without_account), outlay::status{.amount = 25.5_dec});
}

TEST(google_campaign_budget, is_made_as_it_is_sent)
{
    google::mutate_campaign_budgets_request const made{
        .operations = {google::campaign_budget_operation::to_create(
                           {.name = "Spring",
                            .amount = 25.5_dec,
                            .delivery_method = google::budget_delivery_method::standard,
                            .explicitly_shared = true,
                            .period = google::budget_period::daily,
                            .type = google::campaign_budget_type::standard}),
                       google::campaign_budget_operation::to_update(
                           google::campaign_budget_update{.resource_name = "customers/1234567890/campaignBudgets/42",
                                                          .amount = 31_dec,
                                                          .aligned_bidding_strategy_id = outlay::null}),
                       google::campaign_budget_operation::to_remove("customers/1234567890/campaignBudgets/43")},
        .partial_failure = true,
        .validate_only = false,
        .response_content_type = google::response_content_type::mutable_resource};
    EXPECT_EQ(made, same_again<google::mutate_campaign_budgets_request>("mutate_campaign_budgets_request"));
}

TEST(google_errors, are_read_in_full)
{
    auto const reply = same_again<google::mutate_campaign_budgets_reply>("mutate_campaign_budgets_reply_partial");
    auto const& failure = reply.partial_failure_error->details.at(0);
    EXPECT_EQ(failure.type, "type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure");
    EXPECT_EQ(failure.request_id, "kYT3sGlYvYYBd2RqNr2KxA");
    ASSERT_EQ(failure.errors.size(), 2u);
    EXPECT_TRUE(failure.errors[0].is(google::campaign_budget_error::duplicate_name));
    EXPECT_FALSE(failure.errors[0].is(google::campaign_budget_error::invalid_period));
    EXPECT_EQ(failure.errors[0].operation_index(), 1u);
    EXPECT_EQ(failure.errors[1].details->budget_per_day_minimum_error_details->minimum_budget_amount, 5_dec);
    EXPECT_EQ(failure.to_string(),
              "campaignBudgetError DUPLICATE_NAME at operations[1].create.name: The name is taken. (found \"Spring\"); "
              "campaignBudgetError BUDGET_BELOW_PER_DAY_MINIMUM at operations[1].create.amount_micros: The budget is "
              "below the minimum of its campaigns. (found 1000000) (at least 5 EUR) (request id "
              "kYT3sGlYvYYBd2RqNr2KxA)");
}

TEST(google_errors, name_a_detail_of_another_type)
{
    auto const reply = decode<google::api_error>(payload("error_reply_unauthenticated")).value();
    EXPECT_EQ(reply.to_string(), "UNAUTHENTICATED: The request does not have valid credentials.");
    EXPECT_EQ(reply.error->details[0].type, "type.googleapis.com/google.rpc.ErrorInfo");
    EXPECT_EQ(reply.error->details[0].extras.get<std::string>("reason").value(), "ACCESS_TOKEN_EXPIRED");
}

TEST(google_errors, are_in_one_line_whatever_they_hold)
{
    auto const shown = [](std::string const& json) { return decode<google::google_ads_error>(json)->to_string(); };
    EXPECT_EQ(shown("{}"), "error");
    EXPECT_EQ(shown(R"({"message":"a\nb"})").find('\n'), std::string::npos);
    EXPECT_EQ(shown(R"({"errorCode":{"fieldError":"REQUIRED"},"location":{"fieldPathElements":[{"index":1},{}]}})"),
              "fieldError REQUIRED at ?[1].?");
    EXPECT_EQ(shown(R"({"errorCode":{"requestError":"UNKNOWN"},"details":{"unpublishedErrorCode":"NEW_ONE"}})"),
              "requestError UNKNOWN (NEW_ONE)");
    EXPECT_EQ(shown(R"({"message":"m","location":{}})"), "error: m");
    auto const minimum = [&](std::string const& json) {
        return shown(R"({"details":{"budgetPerDayMinimumErrorDetails":{)" + json + "}}}");
    };
    EXPECT_EQ(minimum(R"("minimumBudgetAmountMicros":"5000000")"), "error (at least 5)");
    EXPECT_EQ(minimum(R"("currencyCode":"EUR","minimumBudgetTotalAmountMicros":"90500000")"),
              "error (at least 90.5 EUR)");
    EXPECT_EQ(minimum(R"("currencyCode":"EUR")"), "error");
    EXPECT_EQ(decode<google::google_ads_failure>(R"({"requestId":"r-1"})")->to_string(), "(request id r-1)");
    EXPECT_EQ(decode<google::api_error>("{}")->to_string(), "error");
    EXPECT_EQ(decode<google::api_error>(R"({"error":{"code":8}})")->to_string(), "code 8");
}

TEST(google_errors, are_not_lost_because_of_a_member)
{
    auto const read = decode<google::google_ads_error>(
        R"({"errorCode":7,"message":["x"],"trigger":{"int64Value":"x"},"details":[]})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->to_string(), "error");
    EXPECT_FALSE(decode<google::google_ads_error>(R"({"location":{"fieldPathElements":[{"index":"x"}]}})"));
}

TEST(google_errors, have_a_code_of_any_kind)
{
    std::string const text = R"({"errorCode":{"quotaError":"RESOURCE_EXHAUSTED"}})";
    auto const quota = decode<google::google_ads_error>(text).value();
    EXPECT_EQ(quota.kind(), "quotaError");
    EXPECT_EQ(quota.code(), "RESOURCE_EXHAUSTED");
    EXPECT_EQ(encode(quota), text);
    auto const bare = decode<google::google_ads_error>(R"({"errorCode":{}})").value();
    EXPECT_EQ(bare.kind(), "");
    EXPECT_EQ(bare.code(), "");
    EXPECT_EQ(encode(bare), R"({"errorCode":{}})");
    google::google_ads_error const other{.error_code = {{"fieldError", "DUPLICATE_NAME"}}};
    EXPECT_FALSE(other.is(google::campaign_budget_error::duplicate_name));
}

TEST(google_errors, name_the_operation_of_their_path)
{
    auto const index = [](std::string const& path) {
        return decode<google::google_ads_error>(R"({"location":{"fieldPathElements":)" + path + "}}")
            ->operation_index();
    };
    EXPECT_EQ(index(R"([{"fieldName":"operations","index":0},{"fieldName":"create"}])"), 0u);
    EXPECT_EQ(index(R"([{"fieldName":"operations"}])"), std::nullopt);
    EXPECT_EQ(index(R"([{"fieldName":"other","index":3},{"fieldName":"operations","index":0}])"), std::nullopt);
    EXPECT_EQ(index("[]"), std::nullopt);
    EXPECT_EQ(google::google_ads_error().operation_index(), std::nullopt);
}

} // namespace google_campaign_budget_test
