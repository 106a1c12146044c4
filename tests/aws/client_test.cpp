#include "../http/recorder.hpp"
#include "aws_samples.hpp"
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/aws.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The calls of AWS Budgets against a server with recorded bodies.

namespace aws_client_test {

using namespace aws_samples;
namespace http = outlay::http;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* account = "012345678901";

/// Signs with the length of the body, which shows whether the request was finished.
outlay::result<void> sign(http::request& of)
{
    http::set_header(of, "Authorization", "signed " + std::to_string(of.body.size()));
    return {};
}

auto client_of(recorder& server)
{
    return aws::client{server, aws::endpoint{.account_id = account, .sign = &sign}, server.options()};
}

http::response ok(std::string body) { return {200, {{"Content-Type", "application/x-amz-json-1.1"}}, std::move(body)}; }

http::response refusal(std::string_view type, int status = 400)
{
    return {status,
            {{"Content-Type", "application/x-amz-json-1.1"}, {"x-amzn-RequestId", "r-1"}},
            outlay::detail::joined({R"({"__type":"a.b#)", type, R"(","Message":"so it is"})"})};
}

template<class Result>
std::string code_of(Result const& failed)
{
    return failed ? "" : failed.error().report()[0].code;
}

/// Expects that the last request was this operation, signed, with this body.
void expect_asked(recorder const& server, std::string_view operation, std::string const& body)
{
    ASSERT_THAT(server.asked, Not(IsEmpty()));
    http::request const& last = server.asked.back();
    EXPECT_EQ(server.last(), "POST https://budgets.amazonaws.com/");
    EXPECT_EQ(last.header("X-Amz-Target"), outlay::detail::joined({"AWSBudgetServiceGateway.", operation}));
    EXPECT_EQ(last.header("Content-Type"), "application/x-amz-json-1.1");
    EXPECT_EQ(last.header("Authorization"), "signed " + std::to_string(body.size()));
    EXPECT_EQ(last.body, body);
}

aws::notification alert()
{
    return {.notification_type = aws::notification_type::actual,
            .comparison_operator = aws::comparison_operator::greater_than,
            .threshold = 80_dec,
            .threshold_type = aws::threshold_type::percentage};
}
std::string const alert_text =
    R"({"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80,"ThresholdType":"PERCENTAGE"})";
std::vector<aws::subscriber> const subscribers{
    {.subscription_type = aws::subscription_type::email, .address = "ops@example.com"}};
std::string const subscribers_text = R"([{"SubscriptionType":"EMAIL","Address":"ops@example.com"}])";
std::string const budget_text = R"({"BudgetName":"Compute","BudgetLimit":{"Amount":"100","Unit":"USD"},)"
                                R"("TimeUnit":"MONTHLY","BudgetType":"COST"})";

// --- lists

TEST(aws_describe_budgets, reads_all_pages)
{
    recorder server{{ok(payload("describe_budgets_reply")), ok(payload("describe_budgets_reply_last"))}};
    auto client = client_of(server);
    auto const all = client.describe_budgets().value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_THAT(all.budgets, SizeIs(6));
    EXPECT_EQ(all.budgets[5].budget_name, "Later");
    ASSERT_THAT(server.asked, SizeIs(2));
    EXPECT_EQ(server.asked[0].body, R"({"AccountId":"012345678901"})");
    expect_asked(server, "DescribeBudgets", R"({"AccountId":"012345678901","NextToken":"page-2=="})");
}

TEST(aws_describe_budgets, sends_its_parameters_with_every_page)
{
    recorder server{{ok(payload("describe_budgets_reply")), ok(payload("describe_budgets_reply_last"))}};
    auto client = client_of(server);
    EXPECT_TRUE(client.describe_budgets({.max_results = 5, .show_filter_expression = true, .next_token = "from here"}));
    EXPECT_EQ(server.asked[0].body,
              R"({"AccountId":"012345678901","MaxResults":5,"NextToken":"from here","ShowFilterExpression":true})");
    EXPECT_EQ(server.asked[1].body,
              R"({"AccountId":"012345678901","MaxResults":5,"NextToken":"page-2==","ShowFilterExpression":true})");
    server.asked.clear();
    EXPECT_EQ(code_of(client.describe_budgets({.max_results = 1001})), "max_results_max");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(aws_describe_budgets, leaves_out_a_row_that_can_not_be_read)
{
    recorder server{{ok(R"({"Budgets":[{"BudgetName":"a","TimeUnit":"DAILY","BudgetType":"COST"},{"BudgetName":"b"},)"
                        R"({"BudgetName":"c","TimeUnit":"DAILY","BudgetType":"COST"}]})")}};
    auto client = client_of(server);
    auto const all = client.describe_budgets().value();
    ASSERT_THAT(all.budgets, SizeIs(2));
    EXPECT_EQ(all.budgets[1].budget_name, "c");
    EXPECT_EQ(all.found[0].pointer, "/Budgets/1/TimeUnit");
}

TEST(aws_describe_budgets, ends_where_a_page_is_lost)
{
    recorder server{{ok(payload("describe_budgets_reply")), refusal("ExpiredNextTokenException")}};
    auto client = client_of(server);
    auto const all = client.describe_budgets().value();
    EXPECT_THAT(all.budgets, SizeIs(5));
    EXPECT_EQ(all.incomplete->message(), "400 Bad Request: ExpiredNextTokenException: so it is (request id r-1)");
    server.answers = {ok(payload("describe_budgets_reply"))}; // the same page again and again
    EXPECT_EQ(client.describe_budgets().value().incomplete->report()[0].code, "repeated_page");
}

TEST(aws_describe_budgets, takes_no_error_for_a_list)
{
    recorder server{{ok(R"({"Budgets":[]})")}};
    auto client = client_of(server);
    EXPECT_TRUE(client.describe_budgets().value().is_complete());
    server.answers = {ok(R"({"__type":"NotFoundException","message":"none"})")};
    EXPECT_EQ(code_of(client.describe_budgets()), "error_in_reply");
    server.answers = {ok("{}")};
    EXPECT_EQ(code_of(client.describe_budgets()), "no_reply");
}

TEST(aws_describe_budgets, comes_page_by_page)
{
    recorder server{{ok(payload("describe_budgets_reply")), ok(payload("describe_budgets_reply_last"))}};
    auto client = client_of(server);
    std::vector<std::size_t> sizes;
    for (auto const& page : client.budget_pages()) sizes.push_back(page.value().budgets.size());
    EXPECT_THAT(sizes, ElementsAre(5, 1));
}

TEST(aws_history, has_the_rows_of_all_pages)
{
    std::string last = payload("performance_history_reply");
    last.replace(last.find("NextToken"), std::string_view("NextToken").size(), "Unused");
    recorder server{{ok(payload("performance_history_reply")), ok(last)}};
    auto client = client_of(server);
    auto const all = client.describe_budget_performance_history("Compute").value();
    EXPECT_EQ(all.incomplete, std::nullopt);
    EXPECT_THAT(all.budget_performance_history.budgeted_and_actual_amounts_list, SizeIs(4));
    EXPECT_EQ(all.budget_performance_history.budget_name, "Compute");
    EXPECT_EQ(server.asked[0].body, R"({"AccountId":"012345678901","BudgetName":"Compute"})");
    expect_asked(server, "DescribeBudgetPerformanceHistory",
                 R"({"AccountId":"012345678901","BudgetName":"Compute","NextToken":"more"})");
    server.answers = {ok(last)};
    EXPECT_TRUE(client.describe_budget_performance_history("Compute",
                                                           aws::time_period{.start = at(2026, 1), .end = at(2026, 2)}));
    EXPECT_EQ(
        server.asked.back().body,
        R"({"AccountId":"012345678901","BudgetName":"Compute","TimePeriod":{"Start":1767225600,"End":1769904000}})");
    EXPECT_EQ(code_of(client.describe_budget_performance_history(
                  "Compute", aws::time_period{.start = at(2026, 2), .end = at(2026, 1)})),
              "time_period_order");
}

TEST(aws_history, leaves_out_a_row_that_can_not_be_read)
{
    recorder server{{ok(R"({"BudgetPerformanceHistory":{"BudgetedAndActualAmountsList":[{},{"ActualAmount":{}}]}})")}};
    auto client = client_of(server);
    auto const all = client.describe_budget_performance_history("Compute").value();
    EXPECT_THAT(all.budget_performance_history.budgeted_and_actual_amounts_list, SizeIs(1));
    EXPECT_EQ(all.found[0].pointer, "/BudgetPerformanceHistory/BudgetedAndActualAmountsList/1/ActualAmount/Amount");
    server.answers = {ok(payload("performance_history_reply")), http::response{403, {}, "no"}};
    server.asked.clear();
    auto const lost = client.describe_budget_performance_history("Compute").value();
    EXPECT_THAT(lost.budget_performance_history.budgeted_and_actual_amounts_list, SizeIs(2));
    EXPECT_THAT(lost.incomplete->message(), HasSubstr("403"));
}

TEST(aws_client, continues_lists_with_the_page_of_a_token)
{
    recorder server{{ok(payload("performance_history_reply")), http::response{403, {}, "no"}}};
    auto const read_from_token = [&](auto list) {
        list.budget_name = "Compute";
        list.next_token = "from here";
        return http::call(server, aws::endpoint{.account_id = account, .sign = &sign}, list).has_value();
    };
    std::string const start = R"({"AccountId":"012345678901","BudgetName":"Compute",)";
    std::string const token = R"("NextToken":"from here"})";
    EXPECT_TRUE(read_from_token(aws::describe_budget_performance_history{}));
    EXPECT_EQ(server.asked[0].body, start + token);
    server = {.answers = {ok(payload("notifications_reply"))}};
    EXPECT_TRUE(read_from_token(aws::describe_notifications_for_budget{}));
    expect_asked(server, "DescribeNotificationsForBudget", start + token);
    server = {.answers = {ok(payload("subscribers_reply"))}};
    EXPECT_TRUE(read_from_token(aws::describe_subscribers_for_notification{.notification = alert()}));
    expect_asked(server, "DescribeSubscribersForNotification", start + R"("Notification":)" + alert_text + "," + token);
}

TEST(aws_alerts, are_listed)
{
    recorder server{{ok(payload("notifications_reply"))}};
    auto client = client_of(server);
    EXPECT_THAT(client.describe_notifications_for_budget("Compute").value().notifications, SizeIs(3));
    expect_asked(server, "DescribeNotificationsForBudget", R"({"AccountId":"012345678901","BudgetName":"Compute"})");
    server.answers = {ok(R"({"Notifications":[)" + alert_text + R"(],"NextToken":"n2"})"),
                      ok(R"({"Notifications":[)" + alert_text + R"(,{"Threshold":1}]})")};
    server.asked.clear();
    auto const all = client.describe_notifications_for_budget("Compute").value();
    EXPECT_THAT(all.notifications, SizeIs(2));
    EXPECT_EQ(all.found[0].pointer, "/Notifications/1/NotificationType");
    EXPECT_THAT(server.asked[1].body, HasSubstr(R"("NextToken":"n2")"));
    server.answers = {ok(R"({"Notifications":[)" + alert_text + R"(],"NextToken":"n2"})"), refusal("X")};
    server.asked.clear();
    EXPECT_TRUE(client.describe_notifications_for_budget("Compute").value().incomplete);
}

TEST(aws_alerts, have_subscribers)
{
    recorder server{{ok(payload("subscribers_reply"))}};
    auto client = client_of(server);
    EXPECT_THAT(client.describe_subscribers_for_notification("Compute", alert()).value().subscribers, SizeIs(2));
    expect_asked(server, "DescribeSubscribersForNotification",
                 R"({"AccountId":"012345678901","BudgetName":"Compute","Notification":)" + alert_text + "}");
    server.answers = {ok(R"({"Subscribers":)" + subscribers_text + R"(,"NextToken":"n2"})"),
                      ok(R"({"Subscribers":[{"Address":"x"}]})")};
    server.asked.clear();
    auto const all = client.describe_subscribers_for_notification("Compute", alert()).value();
    EXPECT_THAT(all.subscribers, SizeIs(1));
    EXPECT_EQ(all.found[0].pointer, "/Subscribers/0/SubscriptionType");
    server.answers = {ok(R"({"Subscribers":)" + subscribers_text + R"(,"NextToken":"n2"})"), refusal("X")};
    server.asked.clear();
    EXPECT_TRUE(client.describe_subscribers_for_notification("Compute", alert()).value().incomplete);
}

// --- single calls

TEST(aws_client, describes_a_budget)
{
    recorder server{{ok(R"({"Budget":)" + budget_text + "}")}};
    auto client = client_of(server);
    EXPECT_EQ(client.describe_budget("Compute").value().budget, monthly());
    expect_asked(server, "DescribeBudget", R"({"AccountId":"012345678901","BudgetName":"Compute"})");
    EXPECT_TRUE(client.describe_budget("Compute", true));
    expect_asked(server, "DescribeBudget",
                 R"({"AccountId":"012345678901","BudgetName":"Compute","ShowFilterExpression":true})");
    EXPECT_EQ(code_of(client.describe_budget("a:b")), "budget_name_pattern");
    server.answers = {ok("{}")};
    EXPECT_EQ(code_of(client.describe_budget("Compute")), "no_reply");
    server.answers = {ok(payload("error_reply_not_found"))};
    EXPECT_EQ(code_of(client.describe_budget("Compute")), "error_in_reply");
}

TEST(aws_client, creates_a_budget_with_alerts)
{
    recorder server{{ok("{}")}};
    auto client = client_of(server);
    ASSERT_TRUE(client.create_budget(monthly()));
    expect_asked(server, "CreateBudget", R"({"AccountId":"012345678901","Budget":)" + budget_text + "}");
    EXPECT_FALSE(server.asked[0].may_repeat);
    ASSERT_TRUE(client.create_budget(monthly(), {{.notification = alert(), .subscribers = subscribers}}));
    std::string const alerts = R"("NotificationsWithSubscribers":[{"Notification":)" + alert_text +
                               R"(,"Subscribers":)" + subscribers_text + "}]";
    expect_asked(server, "CreateBudget", R"({"AccountId":"012345678901","Budget":)" + budget_text + "," + alerts + "}");
    ASSERT_TRUE(client.create_budget(monthly(), {}, {{.key = "team", .value = "search"}}));
    expect_asked(server, "CreateBudget",
                 R"({"AccountId":"012345678901","Budget":)" + budget_text +
                     R"(,"ResourceTags":[{"Key":"team","Value":"search"}]})");
    auto const request = outlay::decode<aws::create_budget_request>(payload("create_budget_request")).value();
    ASSERT_TRUE(client.create_budget(request.budget, request.notifications_with_subscribers, request.resource_tags));
    EXPECT_EQ(outlay::decode<aws::create_budget_request>(server.asked.back().body).value(), request);
    server.asked.clear();
    EXPECT_EQ(code_of(client.create_budget(aws::budget{})), "budget_name_length");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(aws_client, updates_a_budget)
{
    recorder server{{ok("{}")}};
    auto client = client_of(server);
    aws::budget changed = monthly();
    changed.calculated_spend = aws::calculated_spend{.actual_spend = {.amount = -1_dec, .unit = "USD"}};
    ASSERT_TRUE(client.update_budget(changed)); // without members of replies
    expect_asked(server, "UpdateBudget", R"({"AccountId":"012345678901","NewBudget":)" + budget_text + "}");
    changed.budget_limit->amount = -1_dec;
    EXPECT_EQ(code_of(client.update_budget(changed)), "amount_pattern");
    EXPECT_THAT(server.asked, SizeIs(1));
}

TEST(aws_client, deletes_a_budget)
{
    recorder server{{ok("{}")}};
    auto client = client_of(server);
    ASSERT_TRUE(client.delete_budget("Compute"));
    expect_asked(server, "DeleteBudget", R"({"AccountId":"012345678901","BudgetName":"Compute"})");
    EXPECT_EQ(code_of(client.delete_budget("")), "budget_name_length");
    server.answers = {refusal("NotFoundException")};
    EXPECT_EQ(client.delete_budget("Compute").error().message(),
              "400 Bad Request: NotFoundException: so it is (request id r-1)");
}

TEST(aws_client, creates_and_deletes_an_alert)
{
    recorder server{{ok("{}")}};
    auto client = client_of(server);
    ASSERT_TRUE(client.create_notification("Compute", alert(), subscribers));
    expect_asked(server, "CreateNotification",
                 R"({"AccountId":"012345678901","BudgetName":"Compute","Notification":)" + alert_text +
                     R"(,"Subscribers":)" + subscribers_text + "}");
    EXPECT_EQ(code_of(client.create_notification("Compute", alert(), {})), "subscribers_count");
    auto alarmed = alert();
    alarmed.notification_state = aws::notification_state::alarm; // as it was read
    ASSERT_TRUE(client.delete_notification("Compute", alarmed));
    expect_asked(server, "DeleteNotification",
                 R"({"AccountId":"012345678901","BudgetName":"Compute","Notification":)" + alert_text + "}");
    EXPECT_THAT(server.asked, SizeIs(2));
}

// --- refusals

std::size_t attempts(outlay::result<http::response> const& first, bool creates)
{
    recorder server{{first, ok("{}")}};
    auto client = client_of(server);
    bool const done = creates ? client.create_budget(monthly()).has_value() : client.delete_budget("a").has_value();
    EXPECT_EQ(done, server.asked.size() == 2);
    return server.asked.size();
}

TEST(aws_refusals, are_retried_where_waiting_helps)
{
    for (auto const* const type : {"ThrottlingException", "Throttling", "TooManyRequestsException", "SlowDown"}) {
        EXPECT_EQ(attempts(refusal(type), false), 2u) << type;
        EXPECT_EQ(attempts(refusal(type), true), 2u) << type; // not carried out
    }
    for (auto const* const type : {"InternalErrorException", "InternalFailure", "ServiceUnavailableException"}) {
        EXPECT_EQ(attempts(refusal(type), false), 2u) << type;
        EXPECT_EQ(attempts(refusal(type), true), 1u) << type; // perhaps carried out
    }
    for (auto const* const type :
         {"NotFoundException", "InvalidParameterException", "AccessDeniedException", "DuplicateRecordException",
          "CreationLimitExceededException", "ServiceQuotaExceededException", "BillingViewHealthStatusException",
          "InvalidSignatureException", "ExpiredTokenException"})
        EXPECT_EQ(attempts(refusal(type), false), 1u) << type;
    for (int const status : {500, 502, 503, 504, 429}) EXPECT_EQ(attempts(http::response{status, {}, ""}, false), 2u);
    EXPECT_EQ(attempts(http::response{503, {}, ""}, true), 1u);
    EXPECT_EQ(attempts(http::response{429, {}, ""}, true), 2u);
    EXPECT_EQ(attempts(http::response{403, {}, ""}, false), 1u);
    EXPECT_EQ(attempts(http::connection_lost("time-out"), false), 2u);
    EXPECT_EQ(attempts(http::connection_lost("time-out"), true), 1u);
}

TEST(aws_refusals, say_that_a_create_may_have_been_carried_out)
{
    recorder server{{refusal("InternalErrorException")}};
    auto client = client_of(server);
    EXPECT_THAT(client.create_notification("a", alert(), subscribers).error().message(),
                HasSubstr("may have been created"));
    server.answers = {refusal("DuplicateRecordException")};
    EXPECT_THAT(client.create_budget(monthly()).error().message(), Not(HasSubstr("may have been created")));
}

TEST(aws_refusals, have_the_message_of_the_server)
{
    auto const text = [](std::string body) {
        return aws::endpoint::rejection_of(http::response{400, {}, std::move(body)});
    };
    EXPECT_EQ(text(payload("error_reply_throttled")).text, "ThrottlingException: Rate exceeded");
    EXPECT_TRUE(text(payload("error_reply_throttled")).is_vendor_error);
    EXPECT_EQ(text(R"({"message":"Missing Authentication Token"})").text, "error: Missing Authentication Token");
    EXPECT_FALSE(text(R"({"message":"Missing Authentication Token"})").is_vendor_error);
    EXPECT_EQ(text(R"({"__type":"","message":"no type"})").text, "error: no type");
    EXPECT_FALSE(text(R"({"__type":"","message":"no type"})").is_vendor_error);
    EXPECT_EQ(text("").text, "(no body)");
    EXPECT_EQ(text("<html><title>Down</title></html>").text, "an HTML page, \"Down\"");
}

// --- the endpoint

TEST(aws_endpoint, sends_nothing_without_a_signature)
{
    recorder server{{ok("{}")}};
    aws::client unsigned_client{server, aws::endpoint{.account_id = account}};
    EXPECT_EQ(code_of(unsigned_client.describe_budgets()), "no_signer");
    EXPECT_EQ(code_of(unsigned_client.create_budget(monthly())), "no_signer");
    auto const refuses = [](http::request&) -> outlay::result<void> {
        return outlay::error(outlay::error_kind::invalid, "no_key", "there is no key");
    };
    aws::client refused{server, aws::endpoint{.account_id = account, .sign = refuses}};
    EXPECT_EQ(code_of(refused.delete_budget("a")), "no_key");
    EXPECT_THAT(server.asked, IsEmpty());
}

TEST(aws_endpoint, names_a_server_and_an_account)
{
    recorder server{{ok("{}")}};
    aws::endpoint at{.account_id = "1234", .sign = &sign};
    EXPECT_EQ(code_of(aws::client{server, at}.delete_budget("a")), "account_id_pattern");
    at.account_id = account;
    at.base_url = "http://127.0.0.1:8080";
    EXPECT_EQ(code_of(aws::client{server, at}.delete_budget("a")), "not_https");
    EXPECT_THAT(server.asked, IsEmpty());
    at.allow_plain_http = true;
    EXPECT_TRUE(aws::client(server, at).delete_budget("a"));
    EXPECT_EQ(server.last(), "POST http://127.0.0.1:8080/");
    at.base_url = "https://budgets.global.cloud.adc-e.uk";
    EXPECT_TRUE(aws::client(server, at).delete_budget("a"));
    EXPECT_EQ(server.last(), "POST https://budgets.global.cloud.adc-e.uk/");
}

TEST(aws_endpoint, signs_each_attempt)
{
    int signatures = 0;
    auto const count = [&](http::request& of) -> outlay::result<void> {
        EXPECT_EQ(of.header("Authorization"), std::nullopt);
        http::set_header(of, "Authorization", "signature " + std::to_string(++signatures));
        return {};
    };
    recorder server{{refusal("ThrottlingException"), ok("{}")}};
    aws::client client{server, aws::endpoint{.account_id = account, .sign = count}, server.options()};
    ASSERT_TRUE(client.delete_budget("a"));
    ASSERT_THAT(server.asked, SizeIs(2));
    EXPECT_EQ(server.asked[1].header("Authorization"), "signature 2");
    EXPECT_THAT(server.waits, SizeIs(1));
}

} // namespace aws_client_test
