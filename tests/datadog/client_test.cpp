#include "../http/recorder.hpp"
#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/datadog.hpp>
#include <string>
#include <utility>
#include <vector>

namespace datadog_client_test {

namespace datadog = outlay::datadog;
namespace http = outlay::http;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/datadog/" + name + ".json");
    return {std::istreambuf_iterator<char>(file), {}};
}

auto client_of(recorder& server)
{
    return datadog::client{server, datadog::endpoint{datadog::site::us5, "api", "app"}, server.options()};
}

std::vector<http::header> const json{{"Content-Type", "application/vnd.api+json"}};

datadog::budget budget()
{
    return outlay::decode<datadog::budget_document>(payload("budget_reply_costs")).value().data;
}

TEST(datadog_client, reads_budgets)
{
    recorder server{{http::response{200, json, payload("budget_reply_costs")}}};
    auto client = client_of(server);
    ASSERT_TRUE(client.get_budget("a/b?c"));
    EXPECT_EQ(server.last(), "GET https://api.us5.datadoghq.com/api/v2/cost/budget/a%2Fb%3Fc");
    EXPECT_EQ(server.asked[0].header("DD-API-KEY"), "api");
    EXPECT_EQ(server.asked[0].header("DD-APPLICATION-KEY"), "app");
    auto const time = outlay::epoch_timestamp::from_milliseconds(1'000);
    ASSERT_TRUE(client.get_budget({.id = "1", .actual = true, .forecast = false, .start = time, .end = time}));
    EXPECT_EQ(server.last(),
              "GET https://api.us5.datadoghq.com/api/v2/cost/budget/1?actual=true&forecast=false&start=1000&end=1000");
    ASSERT_TRUE(client.get_budget({.id = "1", .actual = false, .forecast = true}));
    EXPECT_EQ(server.last(), "GET https://api.us5.datadoghq.com/api/v2/cost/budget/1?actual=false&forecast=true");
    EXPECT_EQ(client.get_budget({.id = "1", .start = time}).error().report()[0].code, "start_and_end");
    EXPECT_EQ(client.get_budget({.id = "1", .end = time}).error().report()[0].code, "start_and_end");
    for (auto const id : {"..", "1 ", "1\r", "\t1"})
        EXPECT_EQ(client.get_budget(id).error().report()[0].code, "id_in_path");
    EXPECT_EQ(server.asked.size(), 3u);

    server.answers = {http::response{200, json, payload("budget_list_reply")}};
    EXPECT_FALSE(client.list_budgets().value().data.empty());
    EXPECT_EQ(server.last(), "GET https://api.us5.datadoghq.com/api/v2/cost/budgets");
}

TEST(datadog_client, calls_the_server_of_its_site_or_of_its_base_url)
{
    recorder server{{http::response{200, json, payload("budget_list_reply")}}};
    auto const url_at = [&](datadog::endpoint at) {
        EXPECT_TRUE(datadog::client(server, std::move(at)).list_budgets());
        return server.asked.back().url;
    };
    std::vector<std::pair<datadog::site, std::string>> const hosts{
        {datadog::site::us1, "api.datadoghq.com"},     {datadog::site::us3, "api.us3.datadoghq.com"},
        {datadog::site::eu1, "api.datadoghq.eu"},      {datadog::site::ap1, "api.ap1.datadoghq.com"},
        {datadog::site::ap2, "api.ap2.datadoghq.com"}, {datadog::site::uk1, "api.uk1.datadoghq.com"},
        {datadog::site::us1_fed, "api.ddog-gov.com"},  {datadog::site::us2_fed, "api.us2.ddog-gov.com"}};
    for (auto const& [site, host] : hosts)
        EXPECT_EQ(url_at({.site = site, .api_key = "api", .app_key = "app"}),
                  "https://" + host + "/api/v2/cost/budgets");

    auto const no_site = static_cast<datadog::site>(200);
    std::string const proxy = "https://proxy.example.com/datadog";
    for (auto const site : {datadog::site::us1, no_site})
        EXPECT_EQ(url_at({.site = site, .api_key = "api", .app_key = "app", .base_url = proxy}),
                  proxy + "/api/v2/cost/budgets");

    datadog::client nowhere(server, datadog::endpoint{.site = no_site, .api_key = "api", .app_key = "app"});
    EXPECT_EQ(nowhere.list_budgets().error().report()[0].code, "site");
    EXPECT_EQ(nowhere.validate_csv_budget("").error().report()[0].code, "site");
    EXPECT_EQ(server.asked.size(), hosts.size() + 2) << "nothing is sent to no server";
}

TEST(datadog_client, writes_budgets)
{
    recorder server{{http::response{200, json, payload("budget_reply_after_update")}}};
    auto client = client_of(server);
    ASSERT_TRUE(client.upsert_budget(budget()));
    EXPECT_EQ(server.last(), "PUT https://api.us5.datadoghq.com/api/v2/cost/budget");
    EXPECT_EQ(server.asked[0].header("Content-Type"), "application/json");
    EXPECT_EQ(server.asked[0].body, outlay::encode(datadog::upsert_budget_request{budget()}));
    EXPECT_EQ(client.upsert_budget({}).error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(server.asked.size(), 1u);

    server.answers = {http::response{204, {}, ""}};
    EXPECT_TRUE(client.delete_budget("1"));
    EXPECT_EQ(server.last(), "DELETE https://api.us5.datadoghq.com/api/v2/cost/budget/1");
    EXPECT_EQ(client.delete_budget("..").error().report()[0].code, "id_in_path");
    EXPECT_EQ(server.asked.size(), 2u);
    server.answers = {http::response{404, json, R"({"errors":["not found"]})"}};
    EXPECT_EQ(client.delete_budget("1").error().message(), "404 Not Found: not found");
}

TEST(datadog_client, retries_updates_but_no_creates)
{
    auto const calls = [](datadog::budget what) {
        recorder server{{http::connection_lost("time-out"), http::response{200, json, payload("budget_reply_costs")}}};
        auto client = client_of(server);
        auto const got = client.upsert_budget(std::move(what));
        EXPECT_EQ(got.has_value(), server.asked.size() == 2);
        return server.asked.size();
    };
    datadog::budget what = budget();
    what.id = "1";
    EXPECT_EQ(calls(what), 2u);
    what.id = "";
    EXPECT_EQ(calls(what), 1u);
    what.id.reset();
    EXPECT_EQ(calls(what), 1u);
}

TEST(datadog_client, reads_a_verdict_from_200_and_400)
{
    recorder server{{http::response{400, json, payload("budget_validation_reply_invalid")}}};
    auto client = client_of(server);
    auto const verdict = client.validate_budget({}); // a budget that breaks rules is sent
    ASSERT_TRUE(verdict) << verdict.error();
    EXPECT_FALSE(verdict->data.attributes.valid);
    EXPECT_EQ(server.last(), "POST https://api.us5.datadoghq.com/api/v2/cost/budget/validate");

    server.answers = {http::response{200, json, R"({"data":{"attributes":{"valid":true}}})"}};
    EXPECT_TRUE(client.validate_budget(budget()).value().data.attributes.valid);

    server.answers = {http::response{400, json, R"({"errors":["no such thing"]})"}};
    EXPECT_EQ(client.validate_budget(budget()).error().message(), "400 Bad Request: no such thing");

    server.answers = {http::response{403, json, payload("budget_validation_reply_invalid")}};
    EXPECT_EQ(client.validate_budget(budget()).error().http_status(), 403) << "no verdict with another status";
}

datadog::custom_forecast forecast()
{
    return outlay::decode<datadog::custom_forecast_document>(payload("custom_forecast_reply")).value().data;
}

/// The budget of forecast().
datadog::budget forecast_budget()
{
    return {.attributes =
                {.entries = {{.amount = 500, .month = outlay::month(2025, 1), .tag_filters = {{"service", "ec2"}}}}},
            .id = forecast().attributes.budget_uid};
}

TEST(datadog_client, reads_custom_forecasts)
{
    recorder server{{http::response{200, json, payload("custom_forecast_reply")}}};
    auto client = client_of(server);
    EXPECT_EQ(client.get_custom_forecast("a/b").value().data, forecast());
    EXPECT_EQ(server.last(), "GET https://api.us5.datadoghq.com/api/v2/cost/budget/a%2Fb/custom-forecast");
    EXPECT_TRUE(server.asked[0].body.empty());
    EXPECT_EQ(client.get_custom_forecast("..").error().report()[0].code, "id_in_path");
    EXPECT_EQ(server.asked.size(), 1u);

    server.answers = {http::response{404, json, R"({"errors":["no custom forecast"]})"}};
    EXPECT_EQ(client.get_custom_forecast("b1").error().http_status(), 404);
    server.answers = {http::response{200, json, "{}"}};
    EXPECT_EQ(client.get_custom_forecast("b1").error().report()[0].code, "no_reply");
    server.answers = {http::response{200, json, ""}};
    EXPECT_FALSE(client.get_custom_forecast("b1"));
}

TEST(datadog_client, writes_custom_forecasts)
{
    recorder server{{http::response{200, json, payload("custom_forecast_reply_after_update")}}};
    auto client = client_of(server);
    auto const written = client.upsert_custom_forecast(forecast());
    ASSERT_TRUE(written) << written.error();
    EXPECT_EQ(written->data.attributes.entries.size(), 2u);
    EXPECT_EQ(server.last(), "PUT https://api.us5.datadoghq.com/api/v2/cost/budget/custom-forecast");
    EXPECT_EQ(server.asked[0].header("Content-Type"), "application/json");
    EXPECT_EQ(server.asked[0].body, outlay::encode(datadog::upsert_custom_forecast_request{forecast()}));

    server.answers = {http::response{204, {}, ""}};
    auto none = forecast();
    none.attributes.entries.clear();
    EXPECT_EQ(client.upsert_custom_forecast(none).value(), datadog::custom_forecast_document{});
    EXPECT_THAT(server.asked[1].body, HasSubstr(R"("entries":[])"));

    server.answers = {http::response{403, json, R"({"errors":["no access"]})"}};
    EXPECT_EQ(client.upsert_custom_forecast(forecast()).error().message(), "403 Forbidden: no access");
    server.answers = {http::response{200, json, R"({"errors":["no access"]})"}};
    EXPECT_EQ(client.upsert_custom_forecast(forecast()).error().report()[0].code, "error_in_reply");
    server.answers = {http::response{200, json, "{}"}};
    EXPECT_EQ(client.upsert_custom_forecast(forecast()).error().report()[0].code, "no_reply");
}

TEST(datadog_client, sends_no_custom_forecast_that_breaks_a_rule_or_does_not_fit_its_budget)
{
    recorder server{{http::response{200, json, payload("custom_forecast_reply")}}};
    auto client = client_of(server);
    EXPECT_EQ(client.upsert_custom_forecast({}).error().message(),
              "/data/attributes/budget_uid: expected 1 character or more, found 0 characters");
    EXPECT_TRUE(client.upsert_custom_forecast(forecast(), forecast_budget()));
    EXPECT_EQ(server.asked.size(), 1u);

    auto other = forecast();
    other.attributes.entries[0].month = outlay::month(2025, 2);
    auto const refused = client.upsert_custom_forecast(other, forecast_budget()).error();
    EXPECT_EQ(refused.kind(), outlay::error_kind::invalid);
    EXPECT_EQ(refused.message(), "/data/attributes/entries/0: entry must match an entry of the budget, which has none "
                                 "for 202502 with the tags \"service:ec2\"");
    EXPECT_EQ(server.asked.size(), 1u);
    EXPECT_TRUE(client.upsert_custom_forecast(other)) << "no budget to compare with";
}

TEST(datadog_client, deletes_custom_forecasts)
{
    recorder server{{http::response{204, {}, ""}}};
    auto client = client_of(server);
    EXPECT_TRUE(client.delete_custom_forecast("b1"));
    EXPECT_EQ(server.last(), "DELETE https://api.us5.datadoghq.com/api/v2/cost/budget/b1/custom-forecast");
    EXPECT_EQ(client.delete_custom_forecast(" ").error().report()[0].code, "id_in_path");
    server.answers = {http::response{200, json, ""}};
    EXPECT_TRUE(client.delete_custom_forecast("b1")) << "some servers respond with 200";
    server.answers = {http::response{404, json, R"({"errors":["not found"]})"}};
    EXPECT_EQ(client.delete_custom_forecast("b1").error().message(), "404 Not Found: not found");
}

TEST(datadog_client, retries_all_calls_of_custom_forecasts)
{
    recorder server{{http::connection_lost("time-out"), http::response{200, json, payload("custom_forecast_reply")}}};
    auto client = client_of(server);
    EXPECT_TRUE(client.upsert_custom_forecast(forecast()));
    EXPECT_EQ(server.asked.size(), 2u);
    server.asked.clear();
    EXPECT_TRUE(client.get_custom_forecast("b1"));
    EXPECT_EQ(server.asked.size(), 2u);
    server.asked.clear();
    server.answers.back() = http::response{204, {}, ""};
    EXPECT_TRUE(client.delete_custom_forecast("b1"));
    EXPECT_EQ(server.asked.size(), 2u);
}

TEST(datadog_client, validates_budgets_as_csv)
{
    recorder server{{http::response{200, json, payload("csv_validation_reply")}}};
    auto client = client_of(server);
    std::string const csv = datadog::write_budget_csv(forecast_budget().attributes).value();
    auto const verdict = client.validate_csv_budget(csv);
    ASSERT_TRUE(verdict) << verdict.error();
    EXPECT_FALSE(verdict->is_valid());
    ASSERT_EQ(verdict->errors.size(), 2u);
    EXPECT_EQ(verdict->errors[0].title, "Field 'amount' is invalid");
    EXPECT_EQ(verdict->errors[0].meta.field, "amount");
    EXPECT_EQ(verdict->errors[0].meta.id, "row-3");
    EXPECT_EQ(verdict->errors[1].meta.field, std::nullopt);
    EXPECT_EQ(verdict->errors[1].meta.message, "month is required");
    EXPECT_EQ(outlay::encode(*verdict) + '\n', payload("csv_validation_reply"));
    EXPECT_EQ(server.last(), "POST https://api.us5.datadoghq.com/api/v2/cost/budget/csv/validate");
    EXPECT_EQ(server.asked[0].header("Content-Type"), "text/csv");
    EXPECT_EQ(server.asked[0].header("DD-API-KEY"), "api");
    EXPECT_EQ(server.asked[0].body, "month,amount,service\r\n202501,500,ec2\r\n");

    for (auto const fine : {"", "{}", R"({"errors":[]})", R"({"errors":null})"}) {
        server.answers = {http::response{200, json, fine}};
        auto const taken = client.validate_csv_budget(csv);
        ASSERT_TRUE(taken) << fine << taken.error();
        EXPECT_TRUE(taken->is_valid());
    }
    server.answers = {http::response{200, json, R"({"errors":["no access"]})"}};
    EXPECT_EQ(client.validate_csv_budget(csv).error().report()[0].code, "error_in_reply");
    server.answers = {http::response{200, json, R"({"message":"no access"})"}};
    EXPECT_EQ(client.validate_csv_budget(csv).error().report()[0].code, "no_reply");
    server.answers = {http::response{400, json, R"({"errors":["not CSV"]})"}};
    EXPECT_EQ(client.validate_csv_budget(csv).error().message(), "400 Bad Request: not CSV");
}

TEST(datadog_client, names_all_errors)
{
    recorder server{{http::response{404, {}, payload("errors_reply_objects")}}};
    auto client = client_of(server);
    auto const why = client.get_budget("1").error();
    EXPECT_EQ(why.kind(), outlay::error_kind::http);
    EXPECT_EQ(why.message(), "404 Not Found: 400 Generic Error: entries are required; Too many requests; Not Found");
}

TEST(datadog_client, waits_until_the_limit_is_reset)
{
    recorder server{{http::response{429, {{"X-RateLimit-Reset", "9"}, {"X-RateLimit-Name", "ccm"}}, "{}"},
                     http::response{200, json, payload("budget_list_reply")}}};
    auto client = client_of(server);
    EXPECT_TRUE(client.list_budgets());
    EXPECT_THAT(server.waits, ElementsAre(9s));

    server.answers = {http::response{429, {{"X-RateLimit-Reset", "3600"}, {"X-RateLimit-Name", "ccm"}}, "{}"}};
    EXPECT_THAT(client.list_budgets().error().message(), HasSubstr("429 Too Many Requests: {} (limit ccm)"));
    EXPECT_THAT(server.waits, ElementsAre(9s));
}

} // namespace datadog_client_test
