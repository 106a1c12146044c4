#include "../http/recorder.hpp"
#include "google_payloads.hpp"
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/google.hpp>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace google_client_test {

using namespace outlay::literals;
using namespace std::chrono_literals;
namespace google = outlay::google;
namespace http = outlay::http;
using google_payloads::payload;
using operation = google::campaign_budget_operation;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

google::endpoint endpoint() { return {"token", "developer", "123-456-7890"}; }

auto client_of(recorder& server) { return google::client{server, endpoint(), server.options()}; }

http::response ok(std::string body) { return {200, {}, std::move(body)}; }

std::string const two = "customers/1234567890/campaignBudgets/2";
std::string const one_result = R"({"results":[{"resourceName":")" + two + "\"}]}";
constexpr auto mutate = "POST https://googleads.googleapis.com/v25/customers/1234567890/campaignBudgets:mutate";
constexpr auto search = "POST https://googleads.googleapis.com/v25/customers/1234567890/googleAds:search";

google::new_campaign_budget spring(std::string name = "Spring")
{
    return {.name = std::move(name), .amount = 25.5_dec};
}

/// The code of an item's failure.
template<class Outcome>
std::string code_of(Outcome const& one)
{
    return one.failure() != nullptr ? one.failure()->report()[0].code : "none";
}

/// An error of an operation, at this index.
std::string error_at(std::string const& index, std::string const& code = "DUPLICATE_NAME")
{
    return R"({"errorCode":{"campaignBudgetError":")" + code +
           R"("},"location":{"fieldPathElements":[{"fieldName":"operations","index":)" + index + "}]}}";
}

std::string failure(std::string const& errors)
{
    return R"("partialFailureError":{"code":3,"message":"m","details":[{"errors":[)" + errors + "]}]}";
}

TEST(google_client, creates_updates_and_removes)
{
    recorder server{{ok(one_result)}};
    auto client = client_of(server);
    EXPECT_EQ(client.create_campaign_budgets({spring()})[0].success()->resource_name, two);
    EXPECT_EQ(server.last(), mutate);
    EXPECT_EQ(server.asked.back().body,
              R"({"operations":[{"create":{"name":"Spring","amountMicros":"25500000"}}],"partialFailure":true})");
    EXPECT_EQ(server.asked.back().header("Authorization"), "Bearer token");
    EXPECT_EQ(server.asked.back().header("developer-token"), "developer");
    EXPECT_EQ(server.asked.back().header("login-customer-id"), std::nullopt);
    EXPECT_EQ(server.asked.back().header("Content-Type"), "application/json");

    EXPECT_TRUE(client.update_campaign_budgets({{.resource_name = two, .amount = 3_dec}}).ok());
    EXPECT_EQ(server.last(), mutate);
    EXPECT_EQ(server.asked.back().body, R"({"operations":[{"update":{"resourceName":")" + two +
                                            R"(","amountMicros":"3000000"},"updateMask":"amountMicros"}],)"
                                            R"("partialFailure":true})");

    EXPECT_TRUE(client.remove_campaign_budgets({two}).ok());
    EXPECT_EQ(server.last(), mutate);
    EXPECT_EQ(server.asked.back().body, R"({"operations":[{"remove":")" + two + R"("}],"partialFailure":true})");
}

TEST(google_client, clears_members_that_are_null)
{
    recorder server{{ok(one_result)}};
    EXPECT_TRUE(client_of(server)
                    .update_campaign_budgets({{.resource_name = two, .aligned_bidding_strategy_id = outlay::null}})
                    .ok());
    EXPECT_THAT(server.asked[0].body, HasSubstr(R"("alignedBiddingStrategyId":null},)"
                                                R"("updateMask":"alignedBiddingStrategyId")"));
}

TEST(google_client, returns_budgets_on_request)
{
    recorder server{{ok(R"({"results":[{"resourceName":")" + two + R"(","campaignBudget":{"resourceName":")" + two +
                        R"(","amountMicros":"25500000"}}]})")}};
    auto const all =
        client_of(server).create_campaign_budgets({spring()}, google::response_content_type::mutable_resource);
    EXPECT_EQ(all[0].success()->campaign_budget->amount, 25.5_dec);
    EXPECT_THAT(server.asked[0].body, HasSubstr(R"("responseContentType":"MUTABLE_RESOURCE")"));
}

TEST(google_client, mixes_operations_by_position)
{
    recorder server{{ok(payload("mutate_campaign_budgets_reply_partial"))}};
    auto const all =
        client_of(server).mutate_campaign_budgets({operation::to_create(spring("May")), operation::to_create(spring()),
                                                   operation::to_remove("customers/1234567890/campaignBudgets/43")});
    EXPECT_EQ(all[0].success()->resource_name, "customers/1234567890/campaignBudgets/44");
    ASSERT_NE(all[1].refusal(), nullptr);
    EXPECT_EQ(all[1].refusal()->errors.size(), 2u);
    EXPECT_TRUE(all[1].refusal()->has(google::campaign_budget_error::duplicate_name));
    EXPECT_TRUE(all[1].refusal()->has(google::campaign_budget_error::budget_below_per_day_minimum));
    EXPECT_FALSE(all[1].refusal()->has(google::campaign_budget_error::invalid_period));
    EXPECT_THAT(all[1].refusal()->to_string(), HasSubstr("; campaignBudgetError BUDGET_BELOW_PER_DAY_MINIMUM at "));
    EXPECT_EQ(all[2].success()->resource_name, "customers/1234567890/campaignBudgets/43");
}

TEST(google_client, makes_the_mask_of_an_update_that_has_none)
{
    recorder server{{ok(one_result)}};
    auto client = client_of(server);
    operation what{.update = google::campaign_budget_update{.resource_name = two, .name = "May"}};
    EXPECT_TRUE(client.mutate_campaign_budgets({what}).ok());
    EXPECT_THAT(server.asked[0].body, HasSubstr(R"("updateMask":"name")"));
    what.update_mask = "name,alignedBiddingStrategyId"; // kept: it clears
    EXPECT_TRUE(client.mutate_campaign_budgets({what}).ok());
    EXPECT_THAT(server.asked[1].body, HasSubstr(R"("updateMask":"name,alignedBiddingStrategyId")"));
}

TEST(google_client, sends_no_operation_that_breaks_a_rule)
{
    recorder server{{ok(one_result)}};
    auto client = client_of(server);
    auto const all = client.create_campaign_budgets({{.name = "x"}, spring(), spring(" x")});
    EXPECT_EQ(all[0].failure()->report()[0].pointer, "/operations/0/create/amountMicros");
    EXPECT_NE(all[1].success(), nullptr);
    EXPECT_EQ(all[2].failure()->report()[0].pointer, "/operations/2/create/name");
    EXPECT_EQ(code_of(client.update_campaign_budgets({{.resource_name = two}})[0]), "field_mask_missing");
    EXPECT_EQ(code_of(client.remove_campaign_budgets({"2"})[0]), "resource_name_malformed");
    EXPECT_EQ(server.asked.size(), 1u);
}

TEST(google_client, sends_10000_operations_at_a_time)
{
    std::vector<std::size_t> sizes;
    auto transport = [&sizes](http::request const& r) {
        auto const asked = outlay::decode<google::mutate_campaign_budgets_request>(r.body).value();
        sizes.push_back(asked.operations.size());
        google::mutate_campaign_budgets_reply reply;
        for (operation const& each : asked.operations) reply.results.push_back({.resource_name = each.remove});
        return http::response{200, {}, outlay::encode(reply)};
    };
    std::vector<google::campaign_budget_name> names;
    for (int i = 0; i < 10'001; ++i) names.emplace_back("customers/1234567890/campaignBudgets/" + std::to_string(i));
    auto const all = google::client{transport, endpoint()}.remove_campaign_budgets(names);
    EXPECT_THAT(sizes, ElementsAre(10'000u, 1u));
    EXPECT_TRUE(all.ok());
    EXPECT_EQ(all[10'000].success()->resource_name, names.back());
}

TEST(google_client, takes_no_result_if_there_are_more_or_fewer_than_operations)
{
    std::string const result = R"({"resourceName":")" + two + "\"}";
    for (std::string const& results : {result, result + ",{}," + result, std::string()}) {
        recorder server{{ok("{" + failure(error_at("1")) + R"(,"results":[)" + results + "]}")}};
        auto const all = client_of(server).create_campaign_budgets({spring("a"), spring("b")});
        EXPECT_EQ(code_of(all[0]), "row_count") << results;
        EXPECT_THAT(all[0].failure()->message(), HasSubstr("may have been created"));
        EXPECT_TRUE(all[1].refusal()->has(google::campaign_budget_error::duplicate_name));
    }
}

TEST(google_client, takes_no_result_of_another_budget)
{
    std::string const three = "customers/1234567890/campaignBudgets/3";
    recorder server{{ok(R"({"results":[{"resourceName":")" + three + R"("},{"resourceName":")" + three +
                        R"("},{"resourceName":")" + two + "\"}]}")}};
    auto const all = client_of(server).mutate_campaign_budgets(
        {operation::to_remove(two), operation::to_remove(three), operation::to_create(spring())});
    EXPECT_EQ(code_of(all[0]), "id_mismatch");
    EXPECT_EQ(all[1].success()->resource_name, three);
    EXPECT_EQ(all[2].success()->resource_name, two);
}

TEST(google_client, gives_no_error_to_another_operation)
{
    for (auto const index : {"2", "7"}) {
        recorder server{{ok("{" + failure(error_at(index)) + R"(,"results":[{},{"resourceName":")" + two + "\"}]}")}};
        auto const all = client_of(server).create_campaign_budgets({spring("a"), spring("b")});
        EXPECT_EQ(code_of(all[0]), "index_missing");
        EXPECT_THAT(all[0].failure()->message(), HasSubstr("DUPLICATE_NAME"));
        EXPECT_NE(all[1].success(), nullptr);
    }
    recorder server{{ok("{" + failure(error_at("0")) + R"(,"results":[{"resourceName":")" + two + "\"}]}")}};
    EXPECT_EQ(code_of(client_of(server).create_campaign_budgets({spring()})[0]), "index_repeated");
}

TEST(google_client, has_the_error_in_place_of_results)
{
    auto const why_of = [](http::response answer) {
        recorder server{{std::move(answer)}};
        auto const all = client_of(server).update_campaign_budgets({{.resource_name = two, .amount = 3_dec}});
        return all[0].failure()->message();
    };
    EXPECT_EQ(why_of({401, {}, payload("error_reply_unauthenticated")}),
              "401 Unauthorized: UNAUTHENTICATED: The request does not have valid credentials.");
    EXPECT_EQ(why_of(ok(payload("error_reply_unauthenticated"))),
              "200: an error instead of a reply: UNAUTHENTICATED: The request does not have valid credentials.");
    EXPECT_EQ(why_of(ok(R"({"partialFailureError":{"code":3,"message":"of no operation"}})")),
              "200: an error instead of a reply: code 3: of no operation");
    EXPECT_EQ(why_of({400,
                      {},
                      R"({"error":{"code":400,"message":"m","status":"INVALID_ARGUMENT","details":[{"errors":[)" +
                          error_at("0", "INVALID_PERIOD") + R"(],"requestId":"r"}]}})"}),
              "400 Bad Request: INVALID_ARGUMENT: m; campaignBudgetError INVALID_PERIOD at operations[0] (request id "
              "r)");
    EXPECT_THAT(why_of(ok("{}")), HasSubstr("the body is not a reply"));
}

TEST(google_client, retries_only_creates_that_were_not_carried_out)
{
    recorder server{{http::response{503, {}, ""}, ok(one_result)}};
    EXPECT_THAT(client_of(server).create_campaign_budgets({spring()})[0].failure()->message(),
                HasSubstr("may have been created"));
    EXPECT_EQ(server.asked.size(), 1u);

    recorder mixed{{http::response{503, {}, ""}, ok(one_result)}};
    EXPECT_EQ(client_of(mixed)
                  .mutate_campaign_budgets({operation::to_remove(two), operation::to_create(spring())})
                  .count_failed(),
              2u);
    EXPECT_EQ(mixed.asked.size(), 1u);

    recorder update{{http::response{503, {}, ""}, ok(one_result)}};
    EXPECT_TRUE(client_of(update).mutate_campaign_budgets({operation::to_remove(two)}).ok());
    EXPECT_EQ(update.asked.size(), 2u);

    recorder limited{{http::response{429, {}, payload("error_reply_quota")}, ok(one_result)}};
    EXPECT_TRUE(client_of(limited).create_campaign_budgets({spring()}).ok());
    EXPECT_THAT(limited.waits, ElementsAre(12s));
}

TEST(google_client, waits_as_long_as_a_quota_error_asks)
{
    auto const wait_after = [](std::string const& delay) {
        recorder server{{http::response{429,
                                        {},
                                        R"({"error":{"details":[{"errors":[{"details":{"quotaErrorDetails":)"
                                        R"({"retryDelay":")" +
                                            delay + R"("}}}]}]}})"},
                         ok(one_result)}};
        EXPECT_TRUE(client_of(server).remove_campaign_budgets({two}).ok()) << delay;
        return server.waits.at(0);
    };
    auto const wait_with = [](std::string const& details) {
        recorder server{{http::response{429, {}, R"({"error":{"details":[{"errors":[{"details":)" + details + "}]}]}}"},
                         ok(one_result)}};
        EXPECT_TRUE(client_of(server).remove_campaign_budgets({two}).ok()) << details;
        return server.waits.at(0);
    };
    EXPECT_EQ(wait_with("{}"), 500ms) << "the usual wait, without a quota";
    EXPECT_EQ(wait_with(R"({"quotaErrorDetails":{}})"), 500ms);
    EXPECT_EQ(wait_after("30s"), 30s);
    EXPECT_EQ(wait_after("1.5s"), 1500ms);
    EXPECT_EQ(wait_after("1.000100s"), 1001ms);
    for (auto const odd : {"", "s", "30", "30ms", "-5s", "x", "0s"}) EXPECT_EQ(wait_after(odd), 500ms) << odd;
    recorder server{{http::response{429,
                                    {},
                                    R"({"error":{"details":[{"errors":[{"details":{"quotaErrorDetails":)"
                                    R"({"retryDelay":"99999999999999999999s"}}}]}]}})"}}};
    EXPECT_FALSE(client_of(server).remove_campaign_budgets({two}).ok()); // longer than the total wait
    EXPECT_EQ(server.asked.size(), 1u);
}

TEST(google_client, retries_temporary_errors)
{
    auto const calls_after = [](int status) {
        recorder server{{http::response{status, {}, "{}"}, ok(one_result)}};
        (void)client_of(server).remove_campaign_budgets({two});
        return server.asked.size();
    };
    for (int const status : {429, 500, 503}) EXPECT_EQ(calls_after(status), 2u) << status;
    for (int const status : {400, 401, 403, 404}) EXPECT_EQ(calls_after(status), 1u) << status;
}

// --- a dry run

TEST(google_dry_run, says_which_operations_would_be_done)
{
    recorder server{{ok("{" + failure(error_at("1") + "," + error_at("1", "INVALID_PERIOD")) + "}")}};
    auto const all = client_of(server).validate_campaign_budgets(
        {operation::to_create(spring("a")), operation::to_create(spring("b"))});
    static_assert(std::is_same_v<decltype(all[0].success()), google::valid_operation const*>);
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(all[1].refusal()->errors.size(), 2u);
    EXPECT_EQ(server.last(), mutate);
    EXPECT_THAT(server.asked[0].body, EndsWith(R"(],"partialFailure":true,"validateOnly":true})"));
    for (auto const nothing : {"{}", R"({"results":[]})", R"({"results":[{},{}]})"}) {
        recorder fine{{ok(nothing)}};
        EXPECT_TRUE(client_of(fine)
                        .validate_campaign_budgets({operation::to_create(spring("a")), operation::to_remove(two)})
                        .ok())
            << nothing;
    }
}

TEST(google_dry_run, takes_nothing_else_for_a_success)
{
    auto const code_after = [](http::response answer) {
        recorder server{{std::move(answer)}};
        return code_of(client_of(server).validate_campaign_budgets({operation::to_create(spring())})[0]);
    };
    EXPECT_EQ(code_after(ok("{" + failure(error_at("1")) + "}")), "index_missing");
    EXPECT_EQ(code_after(ok("{" + failure("{}") + "}")), "index_missing");
    EXPECT_EQ(code_after(ok("{" + failure("7") + "}")), "index_missing"); // perhaps this operation has it
    EXPECT_EQ(code_after(ok("{" + failure("") + "}")), "error_in_reply");
    EXPECT_EQ(code_after(ok(one_result)), "index_missing"); // an operation was carried out
    EXPECT_EQ(code_after(ok(R"({"message":"a proxy"})")), "no_reply");
    EXPECT_EQ(code_after(ok("")), "syntax");
    EXPECT_EQ(code_after({401, {}, "{}"}), "http_401");

    auto const read = outlay::inspect<google::mutate_campaign_budgets_reply>("{" + failure("") + "}");
    auto const all = outlay::correlate<google::validate_campaign_budgets>(std::vector{operation::to_remove(two)}, read);
    EXPECT_EQ(code_of(all[0]), "index_missing") << "a failure without errors may be of any operation";
}

TEST(google_dry_run, is_retried_as_it_changes_nothing)
{
    recorder server{{http::response{503, {}, ""}, ok("{}")}};
    EXPECT_TRUE(client_of(server).validate_campaign_budgets({operation::to_create(spring())}).ok());
    EXPECT_EQ(server.asked.size(), 2u);
}

// --- lists

std::string query_of(http::request const& r) { return outlay::decode<google::search_request>(r.body).value().query; }

TEST(google_list, goes_through_the_pages)
{
    recorder server{{ok(R"({"results":[{"campaignBudget":{"id":"1"}}],"nextPageToken":"p2","fieldMask":"x"})"),
                     ok(R"({"results":[{"campaignBudget":{"id":"2"}}],"fieldMask":"x"})")}};
    auto const all = client_of(server).list_campaign_budgets().value();
    EXPECT_TRUE(all.is_complete());
    ASSERT_EQ(all.results.size(), 2u);
    EXPECT_EQ(all.results[1].campaign_budget.id, "2");
    EXPECT_EQ(server.last(), search);
    EXPECT_EQ(query_of(server.asked[0]), google::query_of({}).value());
    EXPECT_THAT(server.asked[0].body, testing::Not(HasSubstr("pageToken")));
    EXPECT_THAT(server.asked[1].body, EndsWith(R"(,"pageToken":"p2"})"));

    recorder one{{ok(payload("campaign_budget_list_reply"))}};
    EXPECT_EQ(client_of(one).list_campaign_budgets({.page_token = "p7"})->results.size(), 2u);
    EXPECT_THAT(one.asked[0].body, EndsWith(R"(,"pageToken":"p7"})"));
    recorder none{{ok(R"({"fieldMask":"x"})")}};
    EXPECT_THAT(client_of(none).list_campaign_budgets()->results, IsEmpty());
}

TEST(google_list, keeps_the_good_rows_and_reports_the_others)
{
    recorder server{{ok(R"({"results":[{"campaignBudget":{"id":"1"}},{"campaignBudget":{"amountMicros":"1.5"}},{}],)"
                        R"("nextPageToken":"p2"})"),
                     http::response{403, {}, R"({"error":{"status":"PERMISSION_DENIED"}})"}}};
    auto const all = client_of(server).list_campaign_budgets().value();
    ASSERT_EQ(all.results.size(), 1u);
    EXPECT_EQ(all.found[0].pointer, "/results/1/campaignBudget/amountMicros");
    EXPECT_EQ(all.found[1].pointer, "/results/2/campaignBudget");
    EXPECT_EQ(all.incomplete->message(), "403 Forbidden: PERMISSION_DENIED");
}

TEST(google_list, is_read_page_by_page)
{
    recorder server{{ok(R"({"results":[{"campaignBudget":{"id":"1"}}],"nextPageToken":"p2"})"),
                     ok(R"({"results":[{"campaignBudget":{"id":"2"}}]})")}};
    auto client = client_of(server);
    std::size_t pages = 0;
    for (auto& page : client.campaign_budget_pages()) {
        ASSERT_TRUE(page) << page.error();
        EXPECT_EQ(server.asked.size(), ++pages);
    }
    EXPECT_EQ(pages, 2u);
}

TEST(google_list, has_the_error_in_place_of_a_page)
{
    recorder server{{http::response{401, {}, payload("error_reply_unauthenticated")}}};
    EXPECT_THAT(client_of(server).list_campaign_budgets().error().message(), HasSubstr("UNAUTHENTICATED"));
}

/// The conditions of a query.
std::string where(google::campaign_budget_filter const& filter)
{
    auto const query = google::query_of(filter);
    if (!query) return query.error().report()[0].code;
    std::size_t const at = query->find(" WHERE ");
    return at == query->npos ? "" : query->substr(at + 7);
}

TEST(google_query, has_the_conditions_of_the_filter)
{
    EXPECT_EQ(where({}), "");
    EXPECT_THAT(google::query_of({}).value(), EndsWith(" FROM campaign_budget"));
    EXPECT_EQ(where({.status = google::campaign_budget_status::enabled}), "campaign_budget.status = 'ENABLED'");
    EXPECT_EQ(where({.explicitly_shared = false}), "campaign_budget.explicitly_shared = FALSE");
    EXPECT_EQ(where({.status = google::campaign_budget_status::removed,
                     .explicitly_shared = true,
                     .ids = {"1", "18446744073709551615"},
                     .names = {"Spring", "May"}}),
              "campaign_budget.status = 'REMOVED' AND campaign_budget.explicitly_shared = TRUE AND "
              "campaign_budget.id IN (1, 18446744073709551615) AND campaign_budget.name IN ('Spring', 'May')");
}

TEST(google_query, keeps_a_name_within_its_quotes)
{
    EXPECT_EQ(where({.names = {"Ben's"}}), R"(campaign_budget.name IN ("Ben's"))");
    EXPECT_EQ(where({.names = {R"(4" tiles)"}}), R"(campaign_budget.name IN ('4" tiles'))");
    EXPECT_EQ(where({.names = {"x') OR ('1' = '1"}}), R"(campaign_budget.name IN ("x') OR ('1' = '1"))");
    EXPECT_EQ(where({.names = {"\xC3\xA4"}}), "campaign_budget.name IN ('\xC3\xA4')");
    for (std::string const& name : {std::string("'\""), std::string("x\\"), std::string("\\' OR"), std::string("a\nb"),
                                    std::string("a\0b", 3), std::string("a\x7f")})
        EXPECT_EQ(where({.names = {"fine", name}}), "query_string");
    for (auto const id : {"", "1)", "1 OR 1", "-1", "18446744073709551616"})
        EXPECT_EQ(where({.ids = {id}}), "id_not_a_number") << id;
    for (auto const status : {google::campaign_budget_status::unspecified, google::campaign_budget_status::unknown,
                              google::campaign_budget_status{200}})
        EXPECT_EQ(where({.status = status}), "enum_value_not_permitted");
    recorder server;
    EXPECT_EQ(client_of(server).list_campaign_budgets({.names = {"'\""}}).error().report()[0].code, "query_string");
    EXPECT_THAT(server.asked, IsEmpty());
}

// --- the endpoint

TEST(google_endpoint, has_a_manager_account_and_a_version)
{
    recorder server{{ok(one_result)}};
    google::endpoint at = endpoint();
    at.login_customer_id = "111-222-3333";
    at.version = "v26";
    EXPECT_TRUE((google::client{server, at, server.options()}.remove_campaign_budgets({two}).ok()));
    EXPECT_EQ(server.asked[0].header("login-customer-id"), "1112223333");
    EXPECT_EQ(server.last(), "POST https://googleads.googleapis.com/v26/customers/1234567890/campaignBudgets:mutate");
    EXPECT_THAT(server.asked[0].to_string(), HasSubstr("login-customer-id: 1112223333"));
}

TEST(google_endpoint, sends_nothing_to_a_wrong_place)
{
    auto const code_at = [](google::endpoint const& at) {
        recorder server;
        google::client client{server, at, server.options()};
        auto const code = code_of(client.remove_campaign_budgets({two})[0]);
        EXPECT_EQ(client.list_campaign_budgets().error().report()[0].code, code);
        EXPECT_THAT(server.asked, IsEmpty());
        return code;
    };
    google::endpoint at = endpoint();
    for (auto const version : {"", "v", "25", "v25/", "v2x", "../v25"}) {
        at.version = version;
        EXPECT_EQ(code_at(at), "api_version") << version;
    }
    at = endpoint();
    at.customer_id = "123";
    EXPECT_EQ(code_at(at), "customer_id");
    at = endpoint();
    at.login_customer_id = "123";
    EXPECT_EQ(code_at(at), "customer_id");
    at = endpoint();
    at.base_url = "http://googleads.googleapis.com";
    EXPECT_EQ(code_at(at), "not_https");
}

} // namespace google_client_test
