#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <outlay/outlay.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// Examples of codes that no document of a wire type leads to: calls of public functions, and the reports that they
// make.

namespace reference {

namespace amazon = outlay::amazon;
namespace aws = outlay::aws;
namespace datadog = outlay::datadog;
namespace google = outlay::google;
namespace hubspot = outlay::hubspot;
namespace http = outlay::http;

// --- types of a user

struct fixed {
    outlay::decimal amount{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(fixed, (), (amount, extras))

struct share {
    std::int16_t percent = 0;
};
BOOST_DESCRIBE_STRUCT(share, (), (percent))

using budget = std::variant<fixed, share>;

/// A number whose wire form has no places.
struct whole {
    double value = 0;
    friend bool operator==(whole const&, whole const&) = default;
    friend bool operator<(whole const& a, whole const& b) { return a.value < b.value; }
};

struct rated {
    double rate = 0;
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(rated, (), (rate, name))

struct timed {
    outlay::decimal amount{};
    std::chrono::seconds every{};
};
BOOST_DESCRIBE_STRUCT(timed, (), (amount, every))

} // namespace reference

template<>
struct outlay::model<reference::fixed> {
    static constexpr auto tag = outlay::tagged("kind", "fixed");
};
template<>
struct outlay::model<reference::share> {
    static constexpr auto tag = outlay::tagged("kind", "share");
};
template<>
struct outlay::model<reference::rated> {
    static constexpr auto members = std::tuple{
        member<&reference::rated::rate>(more_than(0), less_than(1)),
        member<&reference::rated::name>(byte_length(1, 4)),
    };
};
template<>
struct outlay::model<reference::timed> {
    static constexpr auto members = std::tuple{
        form<&reference::timed::amount, forms::micros>(),
        form<&reference::timed::every, forms::seconds>(),
    };
};
template<>
struct outlay::codec<reference::whole> {
    using wire = std::string;
    static outlay::result<reference::whole> from_wire(wire const& text)
    {
        auto const number = outlay::decimal::parse(text);
        if (!number) return number.error();
        return reference::whole{number->to_double()};
    }
    static wire to_wire(reference::whole const& w) { return std::to_string(static_cast<std::int64_t>(w.value)); }
};

namespace reference {

// --- the reports in results

inline outlay::report report_of(outlay::report found) { return found; }
inline outlay::report report_of(outlay::error const& why) { return why.report(); }
template<class T>
outlay::report report_of(outlay::result<T> const& made)
{
    return made.error().report();
}
template<class T>
outlay::report report_of(outlay::inspection<T> const& seen)
{
    return seen.report;
}
template<class Success, class Failure>
outlay::report report_of(outlay::batch<Success, Failure> const& all)
{
    outlay::report made;
    for (auto const& one : all)
        if (auto const* const why = one.failure())
            for (outlay::violation const& v : why->report()) made.append(v);
    return made;
}

/// An example: a call as text, and as a function.
struct example {
    std::string_view text;
    std::function<outlay::report()> call;
};

// --- calls through a transport that returns a given result

/// The report of a GET whose transport returns the result of `answer`, or throws as it does.
template<class Answer>
outlay::report report_of_get(Answer answer, http::call_options options = {})
{
    options.sleep = [](std::chrono::milliseconds) {};
    auto const transport = [answer](http::request const&) -> outlay::result<http::response> { return answer(); };
    hubspot::client client{transport, hubspot::endpoint{"token"}, options};
    return report_of(client.get_budget_totals("f1e2"));
}

/// The report of a create whose transport returns the result of `answer`.
template<class Answer>
outlay::report report_of_create(Answer answer)
{
    http::call_options options;
    options.sleep = [](std::chrono::milliseconds) {};
    auto const transport = [answer](http::request const&) -> outlay::result<http::response> { return answer(); };
    hubspot::client client{transport, hubspot::endpoint{"token"}, options};
    return report_of(client.create_budget_item("f1e2", {.amount = outlay::decimal(5), .name = "Ads"}));
}

inline http::response json_response(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

inline http::response unavailable() { return json_response(503, R"({"message":"unavailable"})"); }

inline outlay::report report_of_cancelled()
{
    http::exchange work{hubspot::endpoint{"token"}, hubspot::get_budget_totals{"f1e2"}};
    static_cast<void>(work.next());
    return report_of(std::move(work).finish());
}

inline outlay::report report_of_unsent()
{
    http::exchange work{amazon::endpoint{amazon::region::europe, "id", "token", "1"},
                        amazon::portfolio_budget_usage{{"1"}}};
    return report_of(std::move(work).finish());
}

/// The error of a list whose second page names `second` as the next.
inline outlay::report report_of_trail(std::size_t max_pages, std::string const& second)
{
    outlay::page_trail trail(max_pages);
    static_cast<void>(trail.follow("page2"));
    return report_of(trail.follow(second));
}

// --- the examples

#define REFERENCE_CALL(...)                                                                                            \
    example                                                                                                            \
    {                                                                                                                  \
        #__VA_ARGS__, [] { return report_of(__VA_ARGS__); }                                                            \
    }

inline std::vector<example> value_examples()
{
    using namespace outlay;
    return {
        REFERENCE_CALL(decimal::parse("12,50")),
        REFERENCE_CALL(decimal::parse("1e40")),
        REFERENCE_CALL(decimal::parse("0.00000000000000000000000000001")),
        REFERENCE_CALL(currency::parse("usd")),
        REFERENCE_CALL(money::parse("12.50")),
        REFERENCE_CALL(parse_date("2026-02-30")),
        REFERENCE_CALL(date_range::parse("2026-11-01")),
        REFERENCE_CALL(month::parse("202613")),
        REFERENCE_CALL(time_of_day::parse("25:00:00")),
        REFERENCE_CALL(iso_timestamp::parse("2026-11-01")),
        REFERENCE_CALL(leftover_ledger(month(2026, 11), sharing::on).spend(31, "c1", 1)),
        REFERENCE_CALL(leftover_ledger(month(2026, 11), sharing::on).spend(1, "c1", 1)),
        REFERENCE_CALL(leftover_ledger(month(2026, 11), sharing::on).daily_budget("c1", -1)),
    };
}

inline std::vector<example> json_examples()
{
    using namespace outlay;
    return {
        REFERENCE_CALL(decode<std::vector<int>>("[1, 2")),
        REFERENCE_CALL(decode<std::vector<std::vector<int>>>("[[1]]", {.max_depth = 1})),
        REFERENCE_CALL(decode<std::vector<int>>("[1, 2, 3]", {.max_bytes = 4})),
        REFERENCE_CALL(decode<std::vector<std::string>>(R"(["campaign"])", {.max_string = 4})),
        REFERENCE_CALL(decode<std::vector<fixed>>(R"([{"kind": "fixed", "amount": 1}])", {.max_memory = 16})),
        REFERENCE_CALL(decode<std::int16_t>("40000")),
        REFERENCE_CALL(decode<float>("1e300")),
        REFERENCE_CALL(decode<rated>(R"({"rate": 1.5})")),
        REFERENCE_CALL(decode<rated>(R"({"rate": 0})")),
        REFERENCE_CALL(decode<rated>(R"({"rate": 0.5, "name": "\u00e4\u00f6\u00fc"})")),
        REFERENCE_CALL(decode<std::set<int>>("[1, 1]")),
        REFERENCE_CALL(decode<std::array<int, 2>>("[1]")),
        REFERENCE_CALL(decode<timed>(R"({"amount": 1000000, "every": 0.5})")),
        REFERENCE_CALL(validate(timed{.amount = decimal(10'000'000'000'000)})),
        REFERENCE_CALL(decode<std::map<std::string, int>>(R"({"a": 1, "a": 2})")),
        REFERENCE_CALL(decode<budget>(R"({"kind": "free"})")),
        REFERENCE_CALL(decode<std::map<whole, int>>(R"({"one": 1})")),
        REFERENCE_CALL(inspect<decimal>("0.12345678901234567890123456789")),
        REFERENCE_CALL(inspect<iso_timestamp>(R"("2026-11-01T00:00:00.0001Z")")),
        REFERENCE_CALL(validate(std::string("\xFF"))),
        REFERENCE_CALL(validate(std::variant<int, double>(5.0))),
        REFERENCE_CALL(validate(whole{1.5})),
        {R"(a `fixed` whose `extras` have "amount")",
         [] {
             fixed one;
             one.extras.set("amount", 1);
             return validate(one);
         }},
    };
}

inline std::vector<example> batch_examples()
{
    using namespace outlay;
    using ids = std::vector<amazon::campaign_id>;
    using guids = std::vector<hubspot::campaign_guid>;
    using usage = amazon::campaign_budget_usage;
    using read = hubspot::read_campaigns;
    constexpr auto usage_row = [](std::string const& index, std::string const& id) {
        return R"({"campaignId":")" + id + R"(","index":)" + index +
               R"(,"budget":5,"budgetUsagePercent":1,"usageUpdatedTimestamp":"2026-11-01T00:00:00Z"})";
    };
    return {
        {R"(one campaign; the reply is {"success":[],"error":[]})",
         [] {
             return report_of(
                 correlate<usage>(ids{"1"}, inspect<amazon::campaign_usage_reply>(R"({"success":[],"error":[]})")));
         }},
        {"one campaign; two rows have its index",
         [=] {
             std::string const row = usage_row("0", "1");
             return report_of(correlate<usage>(
                 ids{"1"}, inspect<amazon::campaign_usage_reply>(R"({"success":[)" + row + "," + row + "]}")));
         }},
        {"campaign 1; the row with its index is about campaign 2",
         [=] {
             return report_of(correlate<usage>(
                 ids{"1"}, inspect<amazon::campaign_usage_reply>(R"({"success":[)" + usage_row("0", "2") + "]}")));
         }},
        {"campaign f1e2; the reply has no row with its id",
         [] {
             return report_of(correlate<read>(
                 guids{"f1e2"}, inspect<hubspot::read_campaigns_reply>(R"({"status":"COMPLETE","results":[]})")));
         }},
        {"campaign f1e2; two rows have its id",
         [] {
             constexpr auto row = R"({"id":"f1e2","properties":{},"createdAt":"2026-11-01T00:00:00Z",)"
                                  R"("updatedAt":"2026-11-01T00:00:00Z","businessUnits":[],"assets":{}})";
             return report_of(correlate<read>(
                 guids{"f1e2"}, inspect<hubspot::read_campaigns_reply>(
                                    std::string(R"({"status":"COMPLETE","results":[)") + row + "," + row + "]}")));
         }},
        {R"(two budget rules; the reply is {"responses":[]})",
         [] {
             return report_of(correlate<amazon::create_budget_rules>(
                 std::vector<amazon::budget_rule_details>(2),
                 inspect<amazon::budget_rule_write_reply>(R"({"responses":[]})")));
         }},
        {"a second page whose next page is itself", [] { return report_of_trail(10, "page2"); }},
        {"a list of three pages, `max_pages` is 2", [] { return report_of_trail(2, "page3"); }},
    };
}

inline std::vector<example> http_examples()
{
    return {
        REFERENCE_CALL(http::check_base_url("https://example.com/?a=b", false)),
        REFERENCE_CALL(http::check_base_url("http://example.com", false)),
        REFERENCE_CALL(http::next_url("https://example.com", "https://example.org/page2")),
        REFERENCE_CALL(http::path_segment("..")),
        REFERENCE_CALL(http::make_request(http::method::get, "https://example.com", "page", {})),
        REFERENCE_CALL(http::make_request(http::method::get, "https://example.com", "/", {{"X-Id", "a\nb"}})),
        REFERENCE_CALL(http::make_request(http::method(99), "https://example.com", "/", {})),
        {"the transport returns an error", [] { return report_of_get([] { return http::connection_lost("reset"); }); }},
        {"the transport sends nothing", [] { return report_of_get([] { return http::not_sent("no route"); }); }},
        {"the transport throws",
         [] {
             return report_of_get([]() -> outlay::result<http::response> { throw std::runtime_error("no memory"); });
         }},
        {"the server returns 404",
         [] { return report_of_get([] { return json_response(404, R"({"message":"no such campaign"})"); }); }},
        {"the server returns 503 to each attempt", [] { return report_of_get(&unavailable); }},
        {"the server returns 503, and `total_wait` is 0",
         [] {
             http::call_options options;
             options.retry.total_wait = std::chrono::milliseconds(0);
             options.random = [] { return 1.0; };
             return report_of_get(&unavailable, options);
         }},
        {"a create, and the server returns 503", [] { return report_of_create(&unavailable); }},
        {"the server returns 200 with `{}`", [] { return report_of_get([] { return json_response(200, "{}"); }); }},
        {"the server returns 200 with the body of an error",
         [] {
             return report_of_get(
                 [] { return json_response(200, R"({"status":"error","message":"expired","category":"EXPIRED"})"); });
         }},
        {"the call is cancelled after the request was sent", &report_of_cancelled},
        {"the call is cancelled before its request is sent", &report_of_unsent},
    };
}

inline std::vector<example> vendor_examples()
{
    using namespace outlay::literals;
    return {
        REFERENCE_CALL(amazon::campaign_budget_usage{amazon::ad_product(99)}.request(
            amazon::endpoint{amazon::region::europe, "id", "token", "1"})),
        REFERENCE_CALL(
            amazon::portfolio_budget_usage{}.request(amazon::endpoint{amazon::region(99), "id", "token", "1"})),
        REFERENCE_CALL(amazon::update_campaign_budgets{.returned = amazon::returned::obfuscated_id}.request(
            amazon::endpoint{amazon::region::europe, "id", "token", "1"})),
        REFERENCE_CALL(aws::endpoint{"123456789012"}.start("DescribeBudgets", "{}")),
        REFERENCE_CALL(datadog::endpoint{datadog::site(99)}.start(http::method::get, "/")),
        REFERENCE_CALL(datadog::get_budget{.id = "b", .start = outlay::epoch_timestamp()}.request(datadog::endpoint{})),
        REFERENCE_CALL(datadog::read_budget_csv("amount\n5\n")),
        REFERENCE_CALL(datadog::read_budget_csv("month,amount,env,env\n")),
        REFERENCE_CALL(datadog::read_budget_csv("month,amount,\n")),
        REFERENCE_CALL(datadog::read_budget_csv("month,amount\n202611\n")),
        REFERENCE_CALL(datadog::read_budget_csv("month,amount\n202611,5\n", {.max_entries = 0})),
        {"`datadog::write_budget_csv` of an entry with two filters of one tag",
         [] {
             datadog::budget_attributes attributes;
             attributes.entries.push_back(
                 {.tag_filters = {{.tag_key = "env", .tag_value = "a"}, {.tag_key = "env", .tag_value = "b"}}});
             return report_of(datadog::write_budget_csv(attributes));
         }},
        {"`datadog::write_budget_csv` of an entry with 101 tags",
         [] {
             datadog::budget_attributes attributes;
             auto& entry = attributes.entries.emplace_back();
             for (int i = 0; i < 101; ++i) entry.tag_filters.push_back({.tag_key = std::to_string(i), .tag_value = ""});
             return report_of(datadog::write_budget_csv(attributes));
         }},
        {"`datadog::upsert_custom_forecast` with a budget of another id",
         [] {
             datadog::upsert_custom_forecast what;
             what.forecast.attributes.budget_uid = "b2";
             what.forecast.attributes.entries.push_back({.amount = 5_dec, .month = outlay::month(2026, 11)});
             what.budget = datadog::budget{.id = "b1"};
             return report_of(what.request(datadog::endpoint{}));
         }},
        REFERENCE_CALL(google::endpoint{.customer_id = "12"}.start("/campaignBudgets:mutate")),
        REFERENCE_CALL(google::query_of({.names = {"a\\b"}})),
        REFERENCE_CALL(google::endpoint{.customer_id = "1234567890", .version = "25"}.start("/x")),
        REFERENCE_CALL(google::validate(google::new_campaign_budget{.name = "Shared", .amount = 1.005_dec},
                                        outlay::currency("USD"))),
        REFERENCE_CALL(hubspot::endpoint{.version = "4"}.campaigns_path()),
        REFERENCE_CALL(
            hubspot::get_revenue{"f1e2", hubspot::attribution_model(99)}.request(hubspot::endpoint{"token"})),
        REFERENCE_CALL(
            hubspot::validate(hubspot::budget_item_input{.amount = 1.005_dec, .name = "Ads"}, outlay::currency("USD"))),
    };
}

#undef REFERENCE_CALL

} // namespace reference
