#include "aws_samples.hpp"
#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/aws.hpp>
#include <string>
#include <vector>

// Bodies of AWS Budgets.

namespace aws_budget_test {

using namespace aws_samples;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> notices(outlay::report const& found)
{
    std::vector<std::string> all;
    for (auto const& one : found.notices()) all.push_back(one.to_string());
    return all;
}

/// Reads a body without notices, and writes it as it was.
template<class T>
T expect_round_trip(std::string const& name)
{
    std::string const text = payload(name);
    auto seen = inspect<T>(text);
    EXPECT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty());
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
    return seen.value;
}

TEST(aws_budget, is_read_with_every_field_and_written_as_it_was)
{
    auto const reply = expect_round_trip<aws::describe_budgets_reply>("describe_budgets_reply");
    EXPECT_EQ(reply.next_token, "page-2==");
    ASSERT_THAT(reply.budgets, SizeIs(5));
    aws::budget const& compute = reply.budgets[0];
    EXPECT_EQ(compute.budget_name, "Compute");
    EXPECT_EQ(compute.budget_limit->amount.to_string(), "3000.0");
    EXPECT_EQ(aws::money_of(*compute.budget_limit), outlay::money(3000_dec, outlay::currency{"USD"}));
    EXPECT_THAT(compute.cost_filters.at("LinkedAccount"), ElementsAre("111122223333", "444455556666"));
    EXPECT_EQ(compute.cost_types->include_credit, false);
    EXPECT_EQ(compute.time_unit, aws::time_unit::monthly);
    EXPECT_EQ(compute.time_period->start, at(2026, 1));
    EXPECT_EQ(compute.time_period->end, aws::last_end);
    EXPECT_EQ(compute.calculated_spend->forecasted_spend->amount, 3601.5_dec);
    EXPECT_EQ(compute.last_updated_time->to_string(), "2026-01-01T00:00:00.123Z");
    EXPECT_EQ(aws::money_of(*reply.budgets[1].budget_limit), std::nullopt);   // GB is no currency
    EXPECT_EQ(aws::money_of({.amount = 1_dec, .unit = "XYZ"}), std::nullopt); // nor is this one of ISO 4217
    aws::budget const& planned = reply.budgets[3];
    ASSERT_THAT(planned.planned_budget_limits, SizeIs(4));
    EXPECT_EQ(planned.planned_budget_limits.begin()->first.at, at(2026, 1));
    EXPECT_EQ(planned.planned_budget_limits.rbegin()->second.amount, 1000_dec);
    aws::budget const& adjusted = reply.budgets[4];
    EXPECT_EQ(adjusted.auto_adjust_data->historical_options->look_back_available_periods, 28);
    EXPECT_EQ(adjusted.calculated_spend->actual_spend.amount, -0.5_dec);
    auto const& filter = *adjusted.filter_expression;
    EXPECT_EQ(filter.and_[0].or_[0].dimensions->key, aws::dimension::region);
    EXPECT_EQ(filter.and_[1].not_->cost_categories->match_options[0], aws::match_option::starts_with);
    EXPECT_EQ(adjusted.metrics[0], aws::metric::unblended_cost);
    EXPECT_EQ(adjusted.health_status->status_reason, aws::health_status_reason::filter_invalid);
}

TEST(aws_budget, keeps_unknown_values)
{
    std::string const text = payload("describe_budgets_reply_last");
    auto const seen = inspect<aws::describe_budgets_reply>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), ElementsAre(HasSubstr("/Budgets/0/Owner: not a known field, kept")));
    EXPECT_EQ(seen.value.next_token, std::nullopt);
    aws::budget const& later = seen.value.budgets[0];
    EXPECT_EQ(later.time_unit.text(), "WEEKLY");
    EXPECT_EQ(later.budget_type.text(), "CARBON");
    EXPECT_EQ(later.health_status->status->text(), "DEGRADED");
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
}

TEST(aws_budget, has_the_members_that_aws_promises)
{
    auto const seen = inspect<aws::describe_budgets_reply>(
        R"({"Budgets":[{"BudgetLimit":{},"CalculatedSpend":{},"PlannedBudgetLimits":null,"Metrics":null}]})");
    EXPECT_THAT(listed(seen.report),
                testing::UnorderedElementsAre("/Budgets/0/BudgetName missing", "/Budgets/0/TimeUnit missing",
                                              "/Budgets/0/BudgetType missing", "/Budgets/0/BudgetLimit/Amount missing",
                                              "/Budgets/0/BudgetLimit/Unit missing",
                                              "/Budgets/0/CalculatedSpend/ActualSpend missing"));
    EXPECT_TRUE(decode<aws::describe_budgets_reply>("{}").value().budgets.empty());
}

TEST(aws_budget, has_amounts_in_strings_and_instants_in_seconds)
{
    EXPECT_EQ(decode<aws::spend>(R"({"Amount":"1E+2","Unit":"USD"})").value().amount, 100_dec);
    EXPECT_FALSE(decode<aws::spend>(R"({"Amount":1,"Unit":"USD"})"));
    EXPECT_FALSE(decode<aws::spend>(R"({"Amount":"a lot","Unit":"USD"})"));
    EXPECT_EQ(decode<aws::time_period>(R"({"Start":1.7672256E9})").value().start, at(2026, 1));
    EXPECT_FALSE(decode<aws::time_period>(R"({"Start":"2026-01-01"})"));
    EXPECT_EQ(encode(aws::time_period{.start = at(2026, 1)}), R"({"Start":1767225600})");
    EXPECT_EQ(encode(aws::planned_limits{{{at(2026, 1)}, {.amount = 1.50_dec, .unit = "USD"}}}),
              R"({"1767225600":{"Amount":"1.50","Unit":"USD"}})");
    EXPECT_FALSE(decode<aws::planned_limits>(R"({"January":{"Amount":"1","Unit":"USD"}})"));
    EXPECT_EQ(aws::period_start{at(2026, 1)}.to_string(), "2026-01-01T00:00:00Z");
    EXPECT_EQ(aws::last_end.to_string(), "2087-06-15T00:00:00Z");
}

TEST(aws_budget, is_copied_with_its_filter)
{
    auto const all = decode<aws::describe_budgets_reply>(payload("describe_budgets_reply")).value();
    aws::budget copy = all.budgets[4];
    EXPECT_EQ(copy, all.budgets[4]);
    copy.filter_expression->and_[1].not_->cost_categories->key = "other";
    EXPECT_NE(copy, all.budgets[4]);
}

TEST(aws_budget, is_another_with_other_cost_types_or_product_attributes)
{
    aws::budget blended = monthly();
    blended.cost_types = aws::cost_types{.use_blended = true};
    aws::budget amortized = monthly();
    amortized.cost_types = aws::cost_types{.use_amortized = true};
    EXPECT_NE(blended, amortized);
    amortized.cost_types = blended.cost_types;
    EXPECT_EQ(blended, amortized);

    aws::budget of_model = monthly();
    of_model.filter_expression =
        aws::expression{.product_attributes = aws::product_attribute_values{.key = "model", .values = {"Nova"}}};
    aws::budget of_provider = of_model;
    EXPECT_EQ(of_provider, of_model);
    of_provider.filter_expression->product_attributes->key = "provider";
    EXPECT_NE(of_provider, of_model);
}

TEST(aws_budget, of_a_reply_can_be_sent_without_members_of_replies)
{
    auto const all = decode<aws::describe_budgets_reply>(payload("describe_budgets_reply")).value();
    aws::update_budget_request const request{.account_id = "123456789012", .new_budget = all.budgets[4]};
    EXPECT_TRUE(outlay::validate(request).empty()) << outlay::validate(request);
    std::string const sent = encode(request);
    for (auto const name : {"CalculatedSpend", "HealthStatus", "LastAutoAdjustTime", "LookBackAvailablePeriods"})
        EXPECT_THAT(sent, testing::Not(HasSubstr(name)));
    EXPECT_THAT(sent, HasSubstr(R"("BudgetAdjustmentPeriod":30)"));
}

TEST(aws_budget_history, is_read_and_written_as_it_was)
{
    auto const reply = expect_round_trip<aws::describe_budget_performance_history_reply>("performance_history_reply");
    auto const& rows = reply.budget_performance_history.budgeted_and_actual_amounts_list;
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[0].actual_amount->amount, 2890.11_dec);
    EXPECT_EQ(rows[1].time_period->start, at(2026, 3));
    EXPECT_EQ(reply.next_token, "more");
}

TEST(aws_notifications, are_read_and_written_as_they_were)
{
    auto const reply = expect_round_trip<aws::describe_notifications_for_budget_reply>("notifications_reply");
    ASSERT_THAT(reply.notifications, SizeIs(3));
    EXPECT_EQ(reply.notifications[0].threshold, 80_dec);
    EXPECT_EQ(reply.notifications[0].notification_state, aws::notification_state::alarm);
    EXPECT_EQ(reply.notifications[1].threshold_type, aws::threshold_type::absolute_value);
    EXPECT_EQ(reply.notifications[2].threshold_type, std::nullopt);
    auto const to = expect_round_trip<aws::describe_subscribers_for_notification_reply>("subscribers_reply");
    EXPECT_EQ(to.subscribers[0].subscription_type, aws::subscription_type::email);
    EXPECT_EQ(to.subscribers[1].address, "arn:aws:sns:us-east-1:012345678901:budgets");
}

TEST(aws_notifications, have_thresholds)
{
    auto const reply = decode<aws::describe_notifications_for_budget_reply>(payload("notifications_reply")).value();
    using outlay::threshold;
    EXPECT_THAT(aws::thresholds_of(reply.notifications), // LESS_THAN is no threshold
                ElementsAre(threshold::actual_percent(80_dec), threshold::forecast_amount(2500.5_dec)));
    auto one = reply.notifications[0];
    one.threshold_type.reset();
    EXPECT_THAT(aws::thresholds_of({one}), ElementsAre(threshold::actual_percent(80_dec)));
    for (auto const& unknown : {R"("ThresholdType":"RATIO")", R"("NotificationType":"PROJECTED")",
                                R"("ComparisonOperator":"EQUAL_TO")", R"("ComparisonOperator":"ABOVE")"}) {
        std::string text = R"({"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":1})";
        std::string const name = std::string(unknown).substr(0, std::string(unknown).find(':'));
        if (auto const place = text.find(name); place != std::string::npos)
            text.replace(place, text.find(',', place) - place, unknown);
        else text.insert(1, std::string(unknown) + ',');
        auto const read = decode<aws::describe_notifications_for_budget_reply>(R"({"Notifications":[)" + text + "]}");
        ASSERT_TRUE(read) << text << read.error();
        EXPECT_THAT(aws::thresholds_of(read->notifications), IsEmpty()) << text;
    }
}

TEST(aws_create_budget_request, is_written_as_it_was)
{
    auto const request = expect_round_trip<aws::create_budget_request>("create_budget_request");
    EXPECT_EQ(request.account_id, "012345678901");
    EXPECT_EQ(request.notifications_with_subscribers[0].subscribers[0].address, "ops@example.com");
    EXPECT_EQ(request.resource_tags[0].value, "search");
}

TEST(aws_api_error, names_its_type_without_the_namespace)
{
    auto const missing = decode<aws::api_error>(payload("error_reply_not_found")).value();
    EXPECT_EQ(missing.short_type(), "NotFoundException");
    EXPECT_EQ(missing.to_string(), "NotFoundException: Unable to get budget: Compute - the budget doesn't exist.");
    auto const throttled = decode<aws::api_error>(payload("error_reply_throttled")).value();
    EXPECT_EQ(throttled.to_string(), "ThrottlingException: Rate exceeded");
    EXPECT_EQ(aws::api_error{.type = "a#B:http://x"}.short_type(), "B");
    EXPECT_EQ(aws::api_error{.message = "no type"}.to_string(), "error: no type");
    EXPECT_EQ(aws::api_error{.type = "a#B"}.to_string(), "B") << "no message";
    EXPECT_EQ(aws::api_error{}.short_type(), "");
}

} // namespace aws_budget_test
