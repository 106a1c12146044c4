#include "../../examples/own_vendor/fake_server.hpp"
#include "../../examples/own_vendor/gcp/client.hpp"
#include "../../examples/own_vendor/gcp/status.hpp"
#include "../http/recorder.hpp"
#include <boost/describe/class.hpp>
#include <chrono>
#include <cstddef>
#include <date/date.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// The vendor of examples/own_vendor, as a user's own tests would hold it to Google's reference.

namespace own_vendor_test {

namespace http = outlay::http;
using namespace date::literals;
using namespace outlay::literals;
using namespace std::chrono_literals;
using outlay::money;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// --- money and dates

struct price {
    money amount{};

    friend bool operator==(price const&, price const&) = default;
};
BOOST_DESCRIBE_STRUCT(price, (), (amount))

} // namespace own_vendor_test

template<>
struct outlay::model<own_vendor_test::price> {
    static constexpr auto members = std::tuple{form<&own_vendor_test::price::amount, gcp::units_and_nanos>()};
};

namespace own_vendor_test {

/// The codes of what is wrong with a text.
template<class T>
std::vector<std::string> codes_in(std::string const& text)
{
    std::vector<std::string> codes;
    for (outlay::violation const& one : outlay::inspect<T>(text).report) codes.push_back(one.code);
    return codes;
}

/// The codes of what is wrong with a value.
template<class T>
std::vector<std::string> codes_of(T const& value)
{
    std::vector<std::string> codes;
    for (outlay::violation const& one : outlay::validate(value)) codes.push_back(one.code);
    return codes;
}

money read_money(std::string const& parts)
{
    auto const read = outlay::decode<price>(R"({"amount":)" + parts + "}");
    EXPECT_TRUE(read) << read.error();
    return read ? read->amount : money{};
}

std::string written(money const& amount) { return outlay::encode(price{amount}); }

TEST(own_vendor_money, is_read_exactly)
{
    EXPECT_EQ(read_money(R"({"currencyCode":"USD","units":"1","nanos":750000000})"), (money{1.75_dec, "USD"}));
    EXPECT_EQ(read_money(R"({"currencyCode":"EUR","units":"-1","nanos":-750000000})"), (money{-1.75_dec, "EUR"}));
    EXPECT_EQ(read_money(R"({"currencyCode":"USD","nanos":1})"), (money{0.000000001_dec, "USD"}));
    EXPECT_EQ(read_money(R"({"currencyCode":"JPY","units":"12"})"), (money{12, "JPY"}));
    EXPECT_EQ(read_money(R"({"currencyCode":"USD"})"), (money{0, "USD"}));
    EXPECT_EQ(read_money(R"({"units":"12"})"), (money{12, outlay::currency()}));
    EXPECT_EQ(read_money(R"({"currencyCode":"USD","units":"9223372036854775807","nanos":999999999})"),
              (money{9223372036854775807.999999999_dec, "USD"}));
}

TEST(own_vendor_money, refuses_what_is_none)
{
    auto const codes = [](std::string const& parts) { return codes_in<price>(R"({"amount":)" + parts + "}"); };
    EXPECT_THAT(codes(R"({"units":"1","nanos":-1})"), ElementsAre("money_signs_differ"));
    EXPECT_THAT(codes(R"({"units":"-1","nanos":1})"), ElementsAre("money_signs_differ"));
    EXPECT_THAT(codes(R"({"units":"0","nanos":-1})"), IsEmpty());
    EXPECT_THAT(codes(R"({"nanos":999999999})"), IsEmpty());
    EXPECT_THAT(codes(R"({"nanos":1000000000})"), ElementsAre("at_most"));
    EXPECT_THAT(codes(R"({"nanos":-999999999})"), IsEmpty());
    EXPECT_THAT(codes(R"({"nanos":-1000000000})"), ElementsAre("at_least"));
    EXPECT_THAT(codes(R"({"nanos":0.5})"), ElementsAre("nanos_not_whole"));
    EXPECT_THAT(codes(R"({"units":"1.5"})"), ElementsAre("units_not_whole"));
    EXPECT_THAT(codes(R"({"units":"9223372036854775807"})"), IsEmpty());
    EXPECT_THAT(codes(R"({"units":"9223372036854775808"})"), ElementsAre("at_most"));
    EXPECT_THAT(codes(R"({"units":"-9223372036854775808"})"), IsEmpty());
    EXPECT_THAT(codes(R"({"units":"-9223372036854775809"})"), ElementsAre("at_least"));
    EXPECT_THAT(codes(R"({"units":1})"), ElementsAre("type"));
}

TEST(own_vendor_money, is_written_without_parts_that_are_zero_and_never_rounded)
{
    EXPECT_EQ(written({12.50_dec, "USD"}), R"({"amount":{"currencyCode":"USD","units":"12","nanos":500000000}})");
    EXPECT_EQ(written({-0.25_dec, "USD"}), R"({"amount":{"currencyCode":"USD","units":"0","nanos":-250000000}})");
    EXPECT_EQ(written({12, "USD"}), R"({"amount":{"currencyCode":"USD","units":"12"}})");
    EXPECT_EQ(written({12, outlay::currency()}), R"({"amount":{"units":"12"}})");
    EXPECT_THAT(codes_of(price{{0.000000001_dec, "USD"}}), IsEmpty());
    EXPECT_THAT(codes_of(price{{0.0000000011_dec, "USD"}}), ElementsAre("nanos_not_whole"));
    EXPECT_THAT(codes_of(price{{9223372036854775807.5_dec, "USD"}}), IsEmpty());
    EXPECT_THAT(codes_of(price{{9223372036854775808_dec, "USD"}}), ElementsAre("at_most"));
}

RC_GTEST_PROP(own_vendor_money, makes_the_round_trip, ())
{
    price const any{
        {outlay::decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 10)), "USD"}};
    RC_ASSERT(outlay::validate(any).empty());
    RC_ASSERT(outlay::decode<price>(outlay::encode(any)).value() == any);
}

TEST(own_vendor_date, is_an_object)
{
    auto const period = outlay::decode<gcp::custom_period>(R"({"startDate":{"year":2026,"month":2,"day":28}})").value();
    EXPECT_EQ(period.start_date, 2026_y / 2 / 28);
    EXPECT_EQ(period.end_date, std::nullopt);
    EXPECT_EQ(outlay::encode(gcp::custom_period{2026_y / 1 / 2, 2026_y / 3 / 4}),
              R"({"startDate":{"year":2026,"month":1,"day":2},"endDate":{"year":2026,"month":3,"day":4}})");
}

TEST(own_vendor_date, refuses_what_is_no_day_and_an_end_before_the_start)
{
    auto const codes = [](std::string const& date) {
        return codes_in<gcp::custom_period>(R"({"startDate":{"year":2026,"month":2,"day":1},"endDate":)" + date + "}");
    };
    EXPECT_THAT(codes(R"({"year":2026,"month":2,"day":28})"), IsEmpty());
    EXPECT_THAT(codes(R"({"year":2026,"month":2,"day":29})"), ElementsAre("date"));
    EXPECT_THAT(codes(R"({"year":2028,"month":2,"day":29})"), IsEmpty());
    EXPECT_THAT(codes(R"({"year":2026,"month":2,"day":1})"), IsEmpty());
    EXPECT_THAT(codes(R"({"year":2026,"month":1,"day":31})"), ElementsAre("end_before_start"));
    EXPECT_THAT(codes(R"({"year":2026,"month":3})"), ElementsAre("missing"));
    EXPECT_THAT(codes(R"({"year":2026,"month":257,"day":2})"), UnorderedElementsAre("at_most", "date"));
    EXPECT_THAT(codes(R"({"year":67562,"month":3,"day":2})"), UnorderedElementsAre("at_most", "date"));
    EXPECT_THAT(codes(R"({"year":0,"month":0,"day":0})"),
                UnorderedElementsAre("at_least", "at_least", "at_least", "date"));
    EXPECT_THAT(codes(R"("2026-02-28")"), ElementsAre("type"));
}

// --- the bodies

/// With all members that the reference has, in the order in which they are written.
constexpr std::string_view whole_budget =
    R"({"displayName":"All of it","budgetFilter":{"projects":["projects/lab"],"resourceAncestors":["folders/7"],)"
    R"("creditTypes":["PROMOTION"],"creditTypesTreatment":"INCLUDE_SPECIFIED_CREDITS","services":["services/6F81"],)"
    R"("subaccounts":["billingAccounts/A1"],"labels":{"team":["search"]},"calendarPeriod":"QUARTER"},)"
    R"("amount":{"specifiedAmount":{"currencyCode":"USD","units":"1000"}},)"
    R"("thresholdRules":[{"thresholdPercent":0.5,"spendBasis":"CURRENT_SPEND"},)"
    R"({"thresholdPercent":1.0,"spendBasis":"FORECASTED_SPEND"}],)"
    R"("notificationsRule":{"pubsubTopic":"projects/p/topics/t","schemaVersion":"1.0",)"
    R"("monitoringNotificationChannels":["projects/p/notificationChannels/1"],"disableDefaultIamRecipients":true},)"
    R"("etag":"33a64df551","name":"billingAccounts/A/budgets/1","ownershipScope":"BILLING_ACCOUNT","later":[1]})";

TEST(own_vendor_budget, is_read_and_written_again)
{
    auto const seen = outlay::inspect<gcp::budget>(whole_budget);
    EXPECT_TRUE(seen.report.empty()) << seen.report;
    EXPECT_EQ(outlay::encode(seen.value), whole_budget);
    EXPECT_EQ(seen.value.name, "billingAccounts/A/budgets/1");
    EXPECT_EQ(seen.value.amount->specified_amount, (money{1000, "USD"}));
    EXPECT_EQ(seen.value.budget_filter->calendar_period, gcp::calendar_period::quarter);

    constexpr std::string_view other =
        R"({"budgetFilter":{"customPeriod":{"startDate":{"year":2026,"month":1,"day":1}}},)"
        R"("amount":{"lastPeriodAmount":{}},"name":"billingAccounts/A/budgets/2"})";
    EXPECT_EQ(outlay::encode(outlay::decode<gcp::budget>(other).value()), other); // replies keep no rules of requests
}

/// A budget that keeps all rules, to be broken.
gcp::new_budget good() { return {{.display_name = "Ads", .amount = gcp::budget_amount{money{5, "USD"}}}}; }

template<class Change>
std::vector<std::string> broken_by(Change change)
{
    gcp::new_budget body = good();
    change(body);
    return codes_of(body);
}

TEST(own_vendor_rules, are_those_of_the_reference)
{
    EXPECT_THAT(broken_by([](auto&) {}), IsEmpty());
    EXPECT_THAT(broken_by([](auto& b) { b.display_name = std::string(60, 'x'); }), IsEmpty());
    EXPECT_THAT(broken_by([](auto& b) { b.display_name = std::string(61, 'x'); }), ElementsAre("length"));
    EXPECT_THAT(broken_by([](auto& b) { b.amount.reset(); }), ElementsAre("missing"));
    EXPECT_THAT(broken_by([](auto& b) { b.threshold_rules = {{{0, {}}}}; }), IsEmpty());
    EXPECT_THAT(broken_by([](auto& b) { b.threshold_rules = {{{-0.01_dec, {}}}}; }), ElementsAre("at_least"));

    auto const channels = [](std::size_t count) {
        return broken_by([count](auto& b) {
            b.notifications_rule = gcp::notifications_rule{.monitoring_notification_channels = std::vector<std::string>(
                                                               count, "projects/p/notificationChannels/1")};
        });
    };
    EXPECT_THAT(channels(5), IsEmpty());
    EXPECT_THAT(channels(6), ElementsAre("items"));

    auto const topic = [](std::optional<std::string> version) {
        return broken_by([&](auto& b) {
            b.notifications_rule =
                gcp::notifications_rule{.pubsub_topic = "projects/p/topics/t", .schema_version = version};
        });
    };
    EXPECT_THAT(topic("1.0"), IsEmpty());
    EXPECT_THAT(topic("1.1"), ElementsAre("schema_version"));
    EXPECT_THAT(topic(std::nullopt), ElementsAre("schema_version_missing"));
}

TEST(own_vendor_rules, of_one_amount)
{
    EXPECT_THAT(
        broken_by([](auto& b) { b.amount = gcp::budget_amount{.last_period_amount = gcp::last_period_amount{}}; }),
        IsEmpty());
    EXPECT_THAT(broken_by([](auto& b) { b.amount->last_period_amount.emplace(); }), ElementsAre("two_amounts"));
    EXPECT_THAT(broken_by([](auto& b) { b.amount->specified_amount.reset(); }), ElementsAre("no_amount"));
}

TEST(own_vendor_rules, of_periods_and_credits)
{
    auto const filter = [](gcp::budget_filter f) {
        return broken_by([&](auto& b) { b.budget_filter = std::move(f); });
    };
    gcp::custom_period const spring{2026_y / 3 / 1, 2026_y / 5 / 31};
    EXPECT_THAT(filter({.custom_period = spring}), IsEmpty());
    EXPECT_THAT(filter({.calendar_period = gcp::calendar_period::year}), IsEmpty());
    EXPECT_THAT(filter({.calendar_period = gcp::calendar_period::year, .custom_period = spring}),
                ElementsAre("two_periods"));
    using enum gcp::credit_treatment;
    EXPECT_THAT(filter({.credit_types = {{"PROMOTION"}}, .credit_types_treatment = include_specified_credits}),
                IsEmpty());
    EXPECT_THAT(filter({.credit_types_treatment = exclude_all_credits}), IsEmpty());
    EXPECT_THAT(filter({.credit_types = {{"PROMOTION"}}, .credit_types_treatment = exclude_all_credits}),
                ElementsAre("credit_types_given"));
    EXPECT_THAT(filter({.credit_types = std::vector<std::string>{}, .credit_types_treatment = include_all_credits}),
                IsEmpty()); // clears them in an update
    EXPECT_THAT(filter({.credit_types = {{"PROMOTION"}}}), ElementsAre("credit_treatment_missing"));
    EXPECT_THAT(codes_of(gcp::budget_change{{.budget_filter = gcp::budget_filter{.credit_types = {{"PROMOTION"}}}}}),
                IsEmpty()); // the treatment keeps its value

    auto const in_spring = [&](auto change) {
        return broken_by([&](auto& b) {
            b.budget_filter = gcp::budget_filter{.custom_period = spring};
            change(b);
        });
    };
    EXPECT_THAT(in_spring([](auto& b) { b.threshold_rules = {{{1, gcp::basis::current_spend}}}; }), IsEmpty());
    EXPECT_THAT(in_spring([](auto& b) { b.threshold_rules = {{{1, gcp::basis::forecasted_spend}}}; }),
                ElementsAre("forecast_of_custom_period"));
    EXPECT_THAT(
        in_spring([](auto& b) { b.amount = gcp::budget_amount{.last_period_amount = gcp::last_period_amount{}}; }),
        ElementsAre("last_period_of_custom_period"));
}

TEST(own_vendor_rules, of_changes_ask_for_no_amount)
{
    EXPECT_THAT(codes_of(gcp::budget_change{{.display_name = "Ads"}}), IsEmpty());
    EXPECT_THAT(codes_of(gcp::budget_change{{.display_name = std::string(61, 'x')}}), ElementsAre("length"));
}

// --- what is sent

constexpr auto base = "https://billingbudgets.googleapis.com/v1/billingAccounts/A-1/budgets";
gcp::budget_name const name = "billingAccounts/A-1/budgets/7";
constexpr std::string_view reply = R"({"name":"billingAccounts/A-1/budgets/7","displayName":"Ads"})";

auto client_of(recorder& server)
{
    return gcp::client{server, gcp::endpoint{.billing_account = "A-1", .access_token = outlay::secret("ya29.secret")},
                       server.options()};
}

recorder answering(int status, std::string_view body) { return {{http::response{status, {}, std::string(body)}}}; }

TEST(own_vendor_calls, have_method_url_headers_and_body)
{
    recorder server = answering(200, reply);
    auto client = client_of(server);
    EXPECT_EQ(client.get_budget(name).value().display_name, "Ads");
    EXPECT_EQ(server.last(), std::string("GET ") + base + "/7");
    EXPECT_EQ(server.asked.back().header("Authorization"), "Bearer ya29.secret");
    EXPECT_EQ(server.asked.back().header("Content-Type"), std::nullopt);

    EXPECT_TRUE(client.create_budget(good()));
    EXPECT_EQ(server.last(), std::string("POST ") + base);
    EXPECT_EQ(server.asked.back().header("Content-Type"), "application/json");
    EXPECT_EQ(server.asked.back().body,
              R"({"displayName":"Ads","amount":{"specifiedAmount":{"currencyCode":"USD","units":"5"}}})");

    server.answers = {http::response{200, {}, "{}"}};
    EXPECT_TRUE(client.delete_budget(name));
    EXPECT_EQ(server.last(), std::string("DELETE ") + base + "/7");
    EXPECT_EQ(server.asked.back().body, "");
}

TEST(own_vendor_calls, update_what_the_mask_names)
{
    recorder server = answering(200, reply);
    auto client = client_of(server);
    auto const mask_of = [&](gcp::budget_settings settings) {
        EXPECT_TRUE(client.update_budget(name, {std::move(settings)}));
        return server.last().substr(std::string("PATCH ").size() + std::string(base).size() + 2);
    };
    EXPECT_EQ(mask_of({.display_name = "B", .amount = gcp::budget_amount{money{1.5_dec, "USD"}}, .etag = "e1"}),
              "?updateMask=displayName%2Camount.specifiedAmount");
    EXPECT_EQ(server.asked.back().method, http::method::patch);
    EXPECT_EQ(server.asked.back().body,
              R"({"displayName":"B","amount":{"specifiedAmount":{"currencyCode":"USD","units":"1","nanos":500000000}},)"
              R"("etag":"e1"})");
    EXPECT_EQ(mask_of({.amount = gcp::budget_amount{.last_period_amount = gcp::last_period_amount{}}}),
              "?updateMask=amount.lastPeriodAmount");
    EXPECT_EQ(mask_of({.notifications_rule = outlay::null}), "?updateMask=notificationsRule");
    EXPECT_EQ(server.asked.back().body, R"({"notificationsRule":null})");
    EXPECT_EQ(mask_of({.threshold_rules = std::vector<gcp::threshold_rule>{}}), "?updateMask=thresholdRules");
}

TEST(own_vendor_calls, send_nothing_that_is_wrong)
{
    recorder server = answering(200, reply);
    auto client = client_of(server);
    auto const code_of = [](auto const& result) { return result.error().report()[0].code; };
    EXPECT_EQ(code_of(client.create_budget({})), "missing");
    EXPECT_EQ(code_of(client.update_budget(name, {})), "no_change");
    EXPECT_EQ(code_of(client.update_budget(name, {{.etag = "e1"}})), "no_change");
    EXPECT_EQ(code_of(client.update_budget(name, {{.display_name = std::string(61, 'x')}})), "length");
    for (auto const* wrong : {"billingAccounts/A-1/budgets", "billingAccounts/A-1/budgets/", "billingAccounts/A-1",
                              "projects/A-1/budgets/7", "billingAccounts/A-1/budgets/..", "billingAccounts//budgets/7",
                              "billingAccounts/../budgets/7", "7", ""})
        EXPECT_FALSE(client.get_budget(gcp::budget_name(wrong))) << wrong;
    EXPECT_TRUE(server.asked.empty());

    // A slash is encoded, and so leads nowhere else.
    EXPECT_TRUE(client.get_budget("billingAccounts/A-1/budgets/7/x"));
    EXPECT_EQ(server.last(), std::string("GET ") + base + "/7%2Fx");

    server.asked.clear();
    gcp::client nobody{server, gcp::endpoint{.billing_account = ".."}};
    EXPECT_EQ(code_of(nobody.list_budgets()), "id_in_path");
    EXPECT_TRUE(server.asked.empty());
}

// --- lists

TEST(own_vendor_list, goes_on_with_the_token_of_the_page_before)
{
    recorder server{{http::response{200, {}, R"({"budgets":[{"name":"a"}],"nextPageToken":"x=&y"})"},
                     http::response{200, {}, R"({"budgets":[{"name":"b"}],"nextPageToken":""})"}}};
    auto const all = client_of(server).list_budgets(50);
    ASSERT_TRUE(all) << all.error();
    EXPECT_TRUE(all->is_complete());
    ASSERT_EQ(all->budgets.size(), 2u);
    EXPECT_EQ(all->budgets[1].name, "b");
    EXPECT_EQ(server.asked[0].url, std::string(base) + "?pageSize=50");
    EXPECT_EQ(server.asked[1].url, std::string(base) + "?pageSize=50&pageToken=x%3D%26y");
}

TEST(own_vendor_list, may_have_no_budgets)
{
    recorder server = answering(200, "{}");
    auto const all = client_of(server).list_budgets();
    ASSERT_TRUE(all) << all.error();
    EXPECT_TRUE(all->budgets.empty());
    EXPECT_TRUE(all->is_complete());
}

TEST(own_vendor_list, keeps_the_good_rows_and_those_before_a_lost_page)
{
    recorder server{{http::response{200, {}, R"({"budgets":[{"name":"a"},{"name":[]}],"nextPageToken":"t"})"},
                     http::response{404, {}, R"({"error":{"code":404,"message":"gone","status":"NOT_FOUND"}})"}}};
    auto const all = client_of(server).list_budgets();
    ASSERT_TRUE(all) << all.error();
    EXPECT_EQ(all->budgets.size(), 1u);
    EXPECT_EQ(all->found[0].pointer, "/budgets/1/name");
    EXPECT_FALSE(all->is_complete());
    EXPECT_THAT(all->incomplete->message(), HasSubstr("NOT_FOUND: gone"));
}

// --- errors

constexpr std::string_view denied =
    R"({"error":{"code":403,"message":"no access with ya29.secret","status":"PERMISSION_DENIED","details":)"
    R"([{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"IAM","domain":"googleapis.com"}]}})";

TEST(own_vendor_errors, have_their_status_and_no_credential)
{
    recorder server = answering(403, denied);
    auto const refused = client_of(server).get_budget(name);
    EXPECT_EQ(refused.error().message(), "403 Forbidden: PERMISSION_DENIED: no access with ***");
    EXPECT_EQ(refused.error().http_status(), 403);
    EXPECT_THAT(server.asked[0].to_string(), Not(HasSubstr("ya29")));

    auto const body = outlay::decode<gcp::api_error>(denied).value();
    EXPECT_EQ(body.error->details[0].reason, "IAM");
    EXPECT_EQ(outlay::encode(body.error->details[0]),
              R"({"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"IAM","domain":"googleapis.com"})");

    recorder proxy = answering(404, "<html><title>Not here</title></html>");
    EXPECT_THAT(client_of(proxy).get_budget(name).error().message(), HasSubstr("Not here"));
}

TEST(own_vendor_errors, in_place_of_a_reply_are_errors)
{
    recorder server = answering(200, denied);
    EXPECT_THAT(client_of(server).get_budget(name).error().message(), HasSubstr("PERMISSION_DENIED"));
    EXPECT_THAT(client_of(server).list_budgets().error().message(), HasSubstr("PERMISSION_DENIED"));
    EXPECT_THAT(client_of(server).delete_budget(name).error().message(), HasSubstr("PERMISSION_DENIED"));
}

TEST(own_vendor_errors, that_pass_are_waited_for)
{
    auto const calls = [](int status, auto call) {
        recorder server = answering(status, R"({"error":{"status":"UNAVAILABLE"}})");
        auto client = client_of(server);
        EXPECT_FALSE(call(client));
        return server.asked.size();
    };
    auto const get = [](auto& client) { return client.get_budget(name); };
    for (int const status : {429, 500, 503}) EXPECT_EQ(calls(status, get), 4u) << status;
    for (int const status : {400, 403, 404, 409}) EXPECT_EQ(calls(status, get), 1u) << status;
    auto const create = [](auto& client) { return client.create_budget(good()); };
    EXPECT_EQ(calls(429, create), 4u); // it was not carried out
    EXPECT_EQ(calls(503, create), 1u); // it may have been
}

TEST(own_vendor_errors, of_a_token_that_has_expired_are_answered_with_a_new_one)
{
    gcp::fake_server server;
    server.add(good());
    int tokens = 0;
    auto const renew = [&tokens] { return http::access_token{.value = ++tokens == 1 ? "bad" : "good"}; };
    gcp::client client{server,
                       gcp::endpoint{.billing_account = "012345-567890-ABCDEF", .tokens = http::token_source(renew)}};
    EXPECT_EQ(client.list_budgets().value().budgets.size(), 1u);
    EXPECT_EQ(tokens, 2);
}

// --- status and thresholds

TEST(own_vendor_status, is_that_of_a_notification)
{
    constexpr std::string_view message =
        R"({"budgetDisplayName":"Ads","alertThresholdExceeded":0.9,"costAmount":95.5,)"
        R"("costIntervalStart":"2026-04-01T07:00:00Z","budgetAmount":100.00,"budgetAmountType":"SPECIFIED_AMOUNT",)"
        R"("currencyCode":"USD"})";
    auto const notification = outlay::decode<gcp::budget_notification>(message).value();
    EXPECT_EQ(outlay::encode(notification), message);
    EXPECT_EQ(notification.budget_amount_type, gcp::amount_type::specified_amount);
    EXPECT_EQ(notification.forecast_threshold_exceeded, std::nullopt);
    auto const now = gcp::status_of(notification);
    EXPECT_EQ(now, (outlay::status{.amount = 100,
                                   .spent = 95.5_dec,
                                   .remaining = 4.5_dec,
                                   .used_percent = 95.5_dec,
                                   .currency = outlay::currency{"USD"}}));
    EXPECT_EQ(crosses(now, gcp::threshold_of({0.955_dec, {}}).value()), true);
    EXPECT_EQ(crosses(now, gcp::threshold_of({0.956_dec, {}}).value()), false);
    EXPECT_EQ(crosses(now, gcp::threshold_of({1, gcp::basis::forecasted_spend}).value()), std::nullopt);
}

TEST(own_vendor_status, has_thresholds_in_percent)
{
    EXPECT_EQ(gcp::threshold_of({0.5_dec, {}}), outlay::threshold::actual_percent(50));
    EXPECT_EQ(gcp::threshold_of({0.5_dec, gcp::basis::current_spend}), outlay::threshold::actual_percent(50));
    EXPECT_EQ(gcp::threshold_of({1.2_dec, gcp::basis::forecasted_spend}), outlay::threshold::forecast_percent(120));
    auto const other = outlay::decode<gcp::threshold_rule>(R"({"thresholdPercent":1,"spendBasis":"MOON"})").value();
    EXPECT_EQ(gcp::threshold_of(other), std::nullopt);
}

} // namespace own_vendor_test
