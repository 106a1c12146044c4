#include "../json/any_json.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unified_test {

using namespace outlay::literals;
using namespace date::literals;
namespace ads = outlay::amazon;
namespace unified = outlay::amazon::unified;
using outlay::date_range;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using outlay::iso_timestamp;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr outlay::currency usd{"USD"};
constexpr outlay::currency eur{"EUR"};

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

/// `code pointer` of each violation.
template<class T>
std::vector<std::string> broken(T const& value)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : outlay::validate(value)) lines.push_back(v.code + " " + v.pointer);
    return lines;
}

std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report.notices()) lines.push_back(v.code + " " + v.pointer);
    return lines;
}

unified::campaign campaign_of(std::string_view reply)
{
    return decode<unified::campaign_list_reply>(payload(reply)).value().campaigns[0];
}

// --- replies

TEST(unified_campaigns, have_budgets_and_keep_the_rest)
{
    auto const seen = inspect<unified::campaign_list_reply>(payload("unified_campaign_list_reply"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    ASSERT_THAT(seen.value.campaigns, SizeIs(2));
    EXPECT_EQ(seen.value.next_token, "page-2");
    auto const& spring = seen.value.campaigns[0];
    EXPECT_EQ(spring.ad_product, unified::ad_product::sponsored_products);
    EXPECT_EQ(spring.campaign_id, "501");
    EXPECT_EQ(spring.portfolio_id, "77");
    EXPECT_EQ(spring.state, unified::campaign_state::enabled);
    EXPECT_EQ(spring.optimizations->budget_settings->budget_allocation, unified::budget_allocation::manual);
    EXPECT_TRUE(spring.optimizations->extras.contains("bidSettings"));
    EXPECT_TRUE(spring.extras.contains("costType"));
    ASSERT_THAT(spring.budgets, SizeIs(1));
    auto const* const amount = unified::amount_of(spring.budgets[0]);
    ASSERT_NE(amount, nullptr);
    EXPECT_EQ(amount->value, 25);
    EXPECT_EQ(amount->rule_value, 31.25_dec);
    EXPECT_EQ(amount->currency_code, usd);

    auto const& europe = seen.value.campaigns[1];
    EXPECT_EQ(unified::amount_of(europe.budgets[0]), nullptr);
    auto const& by_place = europe.budgets[0].budget_value.monetary_budget_value->marketplace_settings;
    ASSERT_THAT(by_place, SizeIs(2));
    EXPECT_EQ(by_place[1].marketplace, "SE");
    EXPECT_EQ(by_place[1].monetary_budget.value, 120);
    EXPECT_THAT(europe.marketplaces, ElementsAre("DE", "SE"));
}

TEST(unified_campaigns, have_flights)
{
    auto const autumn = campaign_of("unified_campaign_list_reply_dsp");
    ASSERT_THAT(autumn.flights, SizeIs(2));
    EXPECT_EQ(autumn.flights[0].flight_id, "f-1");
    EXPECT_EQ(autumn.flights[0].name, "October");
    EXPECT_EQ(autumn.flights[1].start_date_time, iso_timestamp::try_parse("2026-11-01T00:00:00Z"));
    EXPECT_EQ(unified::amount_of(autumn.flights[1].budget)->value, 5000);
    auto const& settings = autumn.optimizations->budget_settings;
    EXPECT_EQ(settings->budget_allocation, unified::budget_allocation::automatic);
    EXPECT_EQ(settings->flight_budget_rollover_strategy, unified::rollover_strategy::prior_budget_rollover);
    EXPECT_EQ(unified::amount_of(*unified::budget_of(autumn, unified::recurrence::monthly))->value, 3500.5_dec);
    EXPECT_EQ(unified::budget_of(autumn, unified::recurrence::daily), nullptr);
}

TEST(unified_campaigns, are_read_by_what_the_specification_promises)
{
    auto const text = [](std::string_view without) {
        boost::json::object campaign{
            {"adProduct", "SPONSORED_BRANDS"}, {"campaignId", "1"}, {"name", "n"}, {"state", "ENABLED"}};
        campaign.erase(without);
        return boost::json::serialize(boost::json::object{{"campaigns", boost::json::array{campaign}}});
    };
    EXPECT_TRUE(decode<unified::campaign_list_reply>(text("")));
    for (auto const name : {"adProduct", "campaignId", "name", "state"})
        EXPECT_EQ(decode<unified::campaign_list_reply>(text(name)).error().report()[0].code, "missing") << name;
}

TEST(unified_campaigns, keep_values_that_no_specification_has)
{
    std::string const text =
        R"({"campaigns":[{"adProduct":"SPONSORED_RADIO","budgets":[{"budgetType":"CLICKS","budgetValue":{"clicks":7},)"
        R"("recurrenceTimePeriod":"WEEKLY"}],"campaignId":"1","name":"n","state":"RETIRED"}]})";
    auto const read = decode<unified::campaign_list_reply>(text).value();
    EXPECT_FALSE(read.campaigns[0].ad_product.is_known());
    EXPECT_EQ(unified::amount_of(read.campaigns[0].budgets[0]), nullptr);
    EXPECT_EQ(outlay::status_of(read.campaigns[0]), outlay::status{});
    EXPECT_EQ(encode(read), text);
}

TEST(unified_updates, have_three_lists)
{
    auto const seen = inspect<unified::campaign_write_reply>(payload("unified_campaign_write_reply"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    ASSERT_THAT(seen.value.success, SizeIs(1));
    EXPECT_EQ(seen.value.success[0].campaign->campaign_id, "501");
    ASSERT_THAT(seen.value.partial_success, SizeIs(1));
    EXPECT_EQ(seen.value.partial_success[0].errors[0].code, unified::error_code::field_value_is_below_minimum_limit);
    ASSERT_THAT(seen.value.error, SizeIs(1));
    EXPECT_EQ(seen.value.error[0].to_string(),
              "RESOURCE_ID_NOT_FOUND: No such campaign. (campaigns[1].campaignId); BUDGET_FROZEN_BY_AUDIT: A code that "
              "no specification has.");
    EXPECT_FALSE(seen.value.error[0].errors[1].code.is_known());
    std::ostringstream printed;
    printed << seen.value.error[0].errors[1];
    EXPECT_EQ(printed.str(), "BUDGET_FROZEN_BY_AUDIT: A code that no specification has.");
}

TEST(unified_updates, note_rows_without_errors_and_replies_without_rows)
{
    auto const notes = [](std::string_view text) {
        return notices(inspect<unified::campaign_write_reply>(text).report);
    };
    EXPECT_THAT(notes("{}"), ElementsAre("empty_reply "));
    EXPECT_THAT(notes(R"({"error":[{"index":0}]})"), ElementsAre("empty_item /error/0"));
    EXPECT_THAT(notes(R"({"partialSuccess":[{"index":0}]})"), ElementsAre("empty_item /partialSuccess/0"));
    EXPECT_THAT(notes(R"({"success":[{"index":0}]})"), IsEmpty());
    EXPECT_THAT(notes(R"({"error":[{"index":0,"errors":[{"code":"CONFLICT"}]}]})"), IsEmpty());
}

TEST(unified_bodies, are_written_as_they_came)
{
    auto const same = []<class T>(std::string_view name, T const&) {
        auto const text = payload(name);
        EXPECT_EQ(boost::json::parse(encode(decode<T>(text).value())), boost::json::parse(text)) << name;
    };
    same("unified_campaign_list_reply", unified::campaign_list_reply{});
    same("unified_campaign_list_reply_dsp", unified::campaign_list_reply{});
    same("unified_campaign_write_reply", unified::campaign_write_reply{});
    same("unified_query_request", unified::query_campaigns_request{});
    same("unified_update_request", unified::update_campaigns_request{});
}

// --- budgets made of money

TEST(unified_budgets, are_made_from_money)
{
    auto const daily = unified::daily_budget({12.50_dec, usd});
    EXPECT_EQ(daily.budget_type, unified::budget_type::monetary);
    EXPECT_EQ(daily.recurrence_time_period, unified::recurrence::daily);
    EXPECT_EQ(unified::amount_of(daily)->value, 12.50_dec);
    EXPECT_EQ(unified::amount_of(daily)->currency_code, usd);
    EXPECT_EQ(unified::lifetime_budget({1, usd}).recurrence_time_period, unified::recurrence::lifetime);
    EXPECT_EQ(unified::monthly_budget({1, usd}).recurrence_time_period, unified::recurrence::monthly);
    EXPECT_THAT(broken(daily), IsEmpty());
}

TEST(unified_budgets, are_sent_without_members_of_replies)
{
    auto const current = campaign_of("unified_campaign_list_reply");
    auto update = unified::campaign_update::of(current, current.budgets[0]);
    EXPECT_EQ(encode(unified::update_campaigns_request{.campaigns = {update}}),
              R"({"campaigns":[{"adProduct":"SPONSORED_PRODUCTS","budgets":[{"budgetType":"MONETARY","budgetValue":)"
              R"({"monetaryBudgetValue":{"monetaryBudget":{"value":25}}},"recurrenceTimePeriod":"DAILY"}],)"
              R"("campaignId":"501"}]})");
    EXPECT_THAT(broken(update), IsEmpty());
}

// --- rules of requests

unified::campaign_update update_with(std::vector<unified::budget> budgets,
                                     std::optional<unified::ad_product> product = {})
{
    unified::campaign_update made{.budgets = std::move(budgets), .campaign_id = "1"};
    if (product) made.ad_product = outlay::open_enum(*product);
    return made;
}

TEST(unified_updates, are_equal_if_their_budgets_are)
{
    auto const spring = campaign_of("unified_campaign_list_reply");
    auto const raise = [&spring](outlay::decimal amount) {
        return unified::campaign_update::of(spring, unified::daily_budget({amount, usd}));
    };
    EXPECT_EQ(raise(30), raise(30.00_dec));
    EXPECT_NE(raise(30), raise(31));
}

TEST(unified_errors, are_in_one_line_of_the_members_that_they_have)
{
    unified::item_error error{.code = unified::error_code::forbidden};
    EXPECT_EQ(error.to_string(), "FORBIDDEN");
    error.field_location = "campaigns[0]";
    EXPECT_EQ(error.to_string(), "FORBIDDEN (campaigns[0])");
    error.message = "no access";
    EXPECT_EQ(error.to_string(), "FORBIDDEN: no access (campaigns[0])");
}

TEST(unified_updates, have_an_amount_above_0)
{
    std::string const at = "/budgets/0/budgetValue/monetaryBudgetValue/monetaryBudget/value";
    EXPECT_THAT(broken(update_with({unified::daily_budget({0.01_dec, usd})})), IsEmpty());
    EXPECT_THAT(broken(update_with({unified::daily_budget({0, usd})})),
                ElementsAre("field_value_is_below_minimum_limit " + at));
    EXPECT_THAT(broken(update_with({unified::daily_budget({-1, usd})})),
                ElementsAre("field_value_is_below_minimum_limit " + at));
    EXPECT_THAT(broken(update_with({unified::daily_budget({1.01_dec, usd})})), IsEmpty());
    EXPECT_THAT(broken(update_with({unified::daily_budget({1.010_dec, usd})})), IsEmpty());
    EXPECT_THAT(broken(update_with({unified::daily_budget({1.001_dec, usd})})),
                ElementsAre("field_value_is_invalid " + at));
    EXPECT_THAT(broken(update_with({unified::daily_budget({1.5_dec, outlay::currency{"JPY"}})})),
                ElementsAre("field_value_is_invalid " + at));
}

TEST(unified_updates, have_an_amount_at_all)
{
    unified::budget none;
    EXPECT_THAT(broken(update_with({none})),
                ElementsAre("field_value_is_null /budgets/0/budgetValue/monetaryBudgetValue"));
    none.budget_value.monetary_budget_value.emplace();
    EXPECT_THAT(broken(update_with({none})),
                ElementsAre("field_value_is_null /budgets/0/budgetValue/monetaryBudgetValue/monetaryBudget"));
    auto& settings = none.budget_value.monetary_budget_value->marketplace_settings;
    settings.resize(30, {.marketplace = "DE", .monetary_budget = {.value = 1}});
    EXPECT_THAT(broken(update_with({none})), IsEmpty());
    settings.resize(31, {.marketplace = "DE", .monetary_budget = {.value = 1}});
    std::string const at = "/budgets/0/budgetValue/monetaryBudgetValue/marketplaceSettings";
    EXPECT_THAT(broken(update_with({none})), ElementsAre("field_size_is_out_of_range " + at));
    settings.resize(1);
    settings[0].marketplace = "";
    EXPECT_THAT(broken(update_with({none})), ElementsAre("field_value_is_empty " + at + "/0/marketplace"));
}

TEST(unified_updates, have_1_or_2_budgets)
{
    auto const one = unified::daily_budget({1, usd});
    EXPECT_THAT(broken(update_with({})), ElementsAre("field_size_is_out_of_range /budgets"));
    EXPECT_THAT(broken(update_with({one})), IsEmpty());
    EXPECT_THAT(broken(update_with({one, one})), IsEmpty());
    EXPECT_THAT(broken(update_with({one, one, one})), ElementsAre("field_size_is_out_of_range /budgets"));
}

TEST(unified_updates, keep_the_rules_of_their_product)
{
    using enum unified::ad_product;
    auto const daily = unified::daily_budget({1, usd});
    auto const lifetime = unified::lifetime_budget({1, usd});
    auto const monthly = unified::monthly_budget({1, usd});
    std::string const period = "field_value_is_invalid /budgets/0/recurrenceTimePeriod";
    EXPECT_THAT(broken(update_with({daily}, sponsored_products)), IsEmpty());
    EXPECT_THAT(broken(update_with({lifetime}, sponsored_products)), ElementsAre(period));
    EXPECT_THAT(broken(update_with({monthly}, sponsored_products)), ElementsAre(period));
    EXPECT_THAT(broken(update_with({daily, daily}, sponsored_products)),
                ElementsAre("field_size_is_out_of_range /budgets"));
    EXPECT_THAT(broken(update_with({daily}, sponsored_brands)), IsEmpty());
    EXPECT_THAT(broken(update_with({lifetime}, sponsored_brands)), IsEmpty());
    EXPECT_THAT(broken(update_with({monthly}, sponsored_brands)), ElementsAre(period));
    EXPECT_THAT(broken(update_with({daily, lifetime}, sponsored_brands)), IsEmpty());
    for (auto const product : {amazon_dsp, sponsored_display, sponsored_television})
        EXPECT_THAT(broken(update_with({monthly, lifetime}, product)), IsEmpty());
}

TEST(unified_updates, name_their_campaign_and_spell_in_capitals)
{
    auto update = update_with({unified::daily_budget({1, usd})});
    update.campaign_id = "";
    EXPECT_THAT(broken(update), ElementsAre("field_value_is_empty /campaignId"));
    update.campaign_id = "1 ";
    EXPECT_THAT(broken(update), ElementsAre("id_characters /campaignId"));
    update.campaign_id = "1";
    update.ad_product = outlay::open_enum<unified::ad_product>::from_text("sponsoredProducts");
    EXPECT_THAT(broken(update), ElementsAre("field_value_is_invalid /adProduct"));
    update.ad_product.reset();
    update.budgets[0].budget_type = outlay::open_enum<unified::budget_type>::from_text("monetary");
    update.budgets[0].recurrence_time_period = outlay::open_enum<unified::recurrence>::from_text("daily");
    EXPECT_THAT(broken(update), ElementsAre("field_value_is_invalid /budgets/0/budgetType",
                                            "field_value_is_invalid /budgets/0/recurrenceTimePeriod"));
    update.budgets[0].budget_type = outlay::open_enum<unified::budget_type>::from_text("CLICKS");
    update.budgets[0].recurrence_time_period = outlay::open_enum<unified::recurrence>::from_text("WEEKLY");
    EXPECT_THAT(broken(update), IsEmpty());
}

TEST(unified_updates, are_1_to_1000)
{
    auto const codes = [](std::size_t count) {
        return broken(unified::update_campaigns_request{
            .campaigns = std::vector(count, update_with({unified::daily_budget({1, usd})}))});
    };
    EXPECT_THAT(codes(0), ElementsAre("field_size_is_out_of_range /campaigns"));
    EXPECT_THAT(codes(1), IsEmpty());
    EXPECT_THAT(codes(1000), IsEmpty());
    EXPECT_THAT(codes(1001), ElementsAre("field_size_is_out_of_range /campaigns"));
}

TEST(unified_queries, have_filters_within_their_limits)
{
    using enum unified::ad_product;
    auto const all = unified::query_campaigns_request::of(sponsored_products);
    EXPECT_THAT(broken(all), IsEmpty());
    EXPECT_EQ(encode(all), R"({"adProductFilter":{"include":["SPONSORED_PRODUCTS"]}})");
    auto const check = [&all](auto change, std::string const& expected, std::size_t least, std::size_t most) {
        auto const with = [&](std::size_t count) {
            auto asked = all;
            change(asked, count);
            return broken(asked);
        };
        std::string const violation = "field_size_is_out_of_range /" + expected + "/include";
        EXPECT_THAT(with(least - 1), ElementsAre(violation));
        EXPECT_THAT(with(least), IsEmpty());
        EXPECT_THAT(with(most), IsEmpty());
        EXPECT_THAT(with(most + 1), ElementsAre(violation));
    };
    using request = unified::query_campaigns_request;
    check([](request& r, std::size_t n) { r.ad_product_filter.include.resize(n); }, "adProductFilter", 1, 1);
    check([](request& r, std::size_t n) { r.campaign_id_filter = {.include = {n, ads::campaign_id("1")}}; },
          "campaignIdFilter", 1, 1000);
    check([](request& r, std::size_t n) { r.goal_filter.emplace().include.resize(n); }, "goalFilter", 1, 3);
    check([](request& r, std::size_t n) { r.marketplace_scope_filter.emplace().include.resize(n); },
          "marketplaceScopeFilter", 1, 1);
    check([](request& r, std::size_t n) { r.name_filter.emplace().include.assign(n, "x"); }, "nameFilter", 1, 100);
    check([](request& r, std::size_t n) { r.portfolio_id_filter = {.include = {n, ads::portfolio_id("1")}}; },
          "portfolioIdFilter", 1, 100);
    check([](request& r, std::size_t n) { r.state_filter.emplace().include.resize(n); }, "stateFilter", 1, 3);

    auto const with_results = [&all](std::int32_t count) {
        auto asked = all;
        asked.max_results = count;
        return broken(asked);
    };
    EXPECT_THAT(with_results(0), ElementsAre("field_value_is_out_of_range /maxResults"));
    EXPECT_THAT(with_results(1), IsEmpty());
    EXPECT_THAT(with_results(5000), IsEmpty());
    EXPECT_THAT(with_results(5001), ElementsAre("field_value_is_out_of_range /maxResults"));
    auto named = all;
    named.name_filter = unified::name_filter{.include = {""}};
    EXPECT_THAT(broken(named), ElementsAre("field_value_is_empty /nameFilter/include/0"));
}

// --- status

TEST(unified_status, is_that_of_the_only_budget)
{
    auto const spring = campaign_of("unified_campaign_list_reply");
    auto const now = outlay::status_of(spring);
    EXPECT_EQ(now, (outlay::status{.amount = 25, .currency = usd, .effective_amount = 31.25_dec}));
    EXPECT_TRUE(now.derived.empty());
    EXPECT_EQ(unified::status_of(spring.budgets[0]), now);
    auto const on = [&spring](date::year_month_day day) { return outlay::status_of(spring, day).window; };
    EXPECT_EQ(on(2026_y / 11 / 26), date_range(2026_y / 11 / 26, 2026_y / 11 / 26));
    EXPECT_EQ(on(2026_y / 1 / 6), date_range(2026_y / 1 / 6, 2026_y / 1 / 6));
    EXPECT_EQ(on(2026_y / 1 / 5), std::nullopt); // before the campaign starts
    EXPECT_EQ(on(2026_y / 2 / 30), std::nullopt);
}

TEST(unified_status, invents_nothing)
{
    EXPECT_EQ(outlay::status_of(unified::campaign{}, 2026_y / 11 / 1), outlay::status{});
    auto autumn = campaign_of("unified_campaign_list_reply_dsp");
    EXPECT_EQ(outlay::status_of(autumn), outlay::status{}); // with two budgets
    EXPECT_EQ(outlay::status_of(*unified::budget_of(autumn, unified::recurrence::lifetime)).amount, 9000);
    auto const europe =
        decode<unified::campaign_list_reply>(payload("unified_campaign_list_reply")).value().campaigns[1];
    EXPECT_EQ(outlay::status_of(europe).amount, std::nullopt); // amounts by marketplace, in two currencies
}

TEST(unified_status, is_that_of_the_flight_of_a_day)
{
    auto const autumn = campaign_of("unified_campaign_list_reply_dsp");
    date_range const october(2026_y / 10 / 1, 2026_y / 10 / 31);
    date_range const later(2026_y / 11 / 1, 2026_y / 12 / 31);
    for (auto const day : {2026_y / 10 / 1, 2026_y / 10 / 31})
        EXPECT_EQ(outlay::status_of(autumn, day), (outlay::status{.amount = 4000, .currency = eur, .window = october}));
    for (auto const day : {2026_y / 11 / 1, 2026_y / 12 / 31})
        EXPECT_EQ(outlay::status_of(autumn, day), (outlay::status{.amount = 5000, .currency = eur, .window = later}));
    for (auto const day : {2026_y / 9 / 30, 2027_y / 1 / 1})
        EXPECT_EQ(outlay::status_of(autumn, day), outlay::status{});
    // In Los Angeles, the flight begins at 17:00 of the day before.
    EXPECT_EQ(outlay::status_of(autumn, 2026_y / 9 / 30, std::chrono::hours(-7)).window,
              date_range(2026_y / 9 / 30, 2026_y / 10 / 31));
    EXPECT_EQ(outlay::status_of(autumn, 2026_y / 11 / 1, std::chrono::hours(-7)).amount, 5000);
}

TEST(unified_status, is_of_no_flight_that_has_no_time)
{
    auto autumn = campaign_of("unified_campaign_list_reply_dsp");
    autumn.flights[0].end_date_time = autumn.flights[0].start_date_time;
    EXPECT_EQ(outlay::status_of(autumn, 2026_y / 10 / 1), outlay::status{});
    EXPECT_EQ(outlay::status_of(autumn, 2026_y / 11 / 1).amount, 5000);
}

TEST(unified_status, has_the_window_of_a_lifetime_and_of_a_month)
{
    auto autumn = campaign_of("unified_campaign_list_reply_dsp");
    autumn.flights.clear();
    auto const window = [&autumn](unified::recurrence how_often, std::optional<date::year_month_day> on) {
        auto one = autumn;
        one.budgets = {*unified::budget_of(autumn, unified::recurrence::monthly)};
        one.budgets[0].recurrence_time_period = outlay::open_enum(how_often);
        return outlay::status_of(one, on).window;
    };
    using enum unified::recurrence;
    autumn.start_date_time = iso_timestamp::try_parse("2026-10-12T00:00:00Z");
    EXPECT_EQ(window(lifetime, {}), date_range(2026_y / 10 / 12, 2026_y / 12 / 31));
    EXPECT_EQ(window(monthly, {}), std::nullopt);
    EXPECT_EQ(window(daily, {}), std::nullopt);
    EXPECT_EQ(window(monthly, 2026_y / 11 / 15), date_range(2026_y / 11 / 1, 2026_y / 11 / 30));
    EXPECT_EQ(window(monthly, 2026_y / 10 / 15), date_range(2026_y / 10 / 12, 2026_y / 10 / 31));
    EXPECT_EQ(window(monthly, 2026_y / 10 / 11), std::nullopt);
    EXPECT_EQ(window(daily, 2026_y / 12 / 31), date_range(2026_y / 12 / 31, 2026_y / 12 / 31));
    EXPECT_EQ(window(daily, 2027_y / 1 / 1), std::nullopt);
    autumn.end_date_time = autumn.start_date_time; // a campaign of no time at all
    EXPECT_EQ(window(lifetime, {}), std::nullopt);
    autumn.end_date_time.reset();
    EXPECT_EQ(window(lifetime, {}), std::nullopt);
    EXPECT_EQ(window(monthly, 2027_y / 2 / 2), date_range(2027_y / 2 / 1, 2027_y / 2 / 28));
    autumn.start_date_time.reset();
    EXPECT_EQ(window(lifetime, {}), std::nullopt);
    EXPECT_EQ(window(monthly, 2026_y / 10 / 11), date_range(2026_y / 10 / 1, 2026_y / 10 / 31));
    autumn.end_date_time = iso_timestamp::try_parse("2027-01-01T00:00:00Z");
    EXPECT_EQ(window(lifetime, {}), std::nullopt);
}

// --- round trips

template<class Make>
auto perhaps(Make make)
{
    return *rc::gen::arbitrary<bool>() ? std::optional(make()) : std::nullopt;
}
template<class Make>
auto some(Make make)
{
    std::vector<decltype(make())> made;
    for (int n = *rc::gen::inRange(0, 3); n != 0; --n) made.push_back(make());
    return made;
}
template<class E>
outlay::open_enum<E> any_enum()
{
    auto const& table = outlay::detail::enum_table<E>;
    auto const i = *rc::gen::inRange<std::size_t>(0, table.size() + 1);
    return outlay::open_enum<E>::from_text(i < table.size() ? table[i].text.view() : "brand \"new\"");
}
std::string any_text() { return *rc::gen::element<std::string>("", "x", "\"quoted\\\"", "\xC3\xA9"); }
iso_timestamp any_time()
{
    return iso_timestamp::from_milliseconds(*rc::gen::inRange<std::int64_t>(0, 4'102'444'800'000));
}
outlay::extras any_extras()
{
    outlay::extras kept;
    if (*rc::gen::weightedElement<bool>({{4, false}, {1, true}})) kept.keep("x", any_json::any_value(2).kept);
    return kept;
}
outlay::decimal any_decimal()
{
    return outlay::decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 19));
}
unified::monetary_budget any_amount()
{
    return {.currency_code = perhaps([] { return *rc::gen::element(usd, eur); }),
            .rule_value = perhaps(any_decimal),
            .value = any_decimal(),
            .extras = any_extras()};
}
unified::budget_value any_budget_value()
{
    auto const in_money = [] {
        auto const setting = [] {
            return unified::marketplace_setting{
                .marketplace = any_text(), .monetary_budget = any_amount(), .extras = any_extras()};
        };
        return unified::monetary_budget_value{
            .marketplace_settings = some(setting), .monetary_budget = perhaps(any_amount), .extras = any_extras()};
    };
    return {.monetary_budget_value = perhaps(in_money), .extras = any_extras()};
}
unified::budget any_budget()
{
    return {.budget_type = any_enum<unified::budget_type>(),
            .budget_value = any_budget_value(),
            .recurrence_time_period = any_enum<unified::recurrence>(),
            .extras = any_extras()};
}
unified::flight any_flight()
{
    return {.budget = {.budget_type = any_enum<unified::budget_type>(),
                       .budget_value = any_budget_value(),
                       .extras = any_extras()},
            .end_date_time = any_time(),
            .flight_id = perhaps(any_text),
            .name = perhaps(any_text),
            .start_date_time = any_time(),
            .extras = any_extras()};
}
unified::campaign any_campaign()
{
    auto const settings = [] {
        return unified::budget_settings{.budget_allocation = perhaps(any_enum<unified::budget_allocation>),
                                        .flight_budget_rollover_strategy =
                                            perhaps(any_enum<unified::rollover_strategy>),
                                        .extras = any_extras()};
    };
    return {.ad_product = any_enum<unified::ad_product>(),
            .budgets = some(any_budget),
            .campaign_id = any_text(),
            .creation_date_time = perhaps(any_time),
            .end_date_time = perhaps(any_time),
            .flights = some(any_flight),
            .last_updated_date_time = perhaps(any_time),
            .marketplaces = some(any_text),
            .name = any_text(),
            .optimizations = perhaps(
                [&] { return unified::optimizations{.budget_settings = perhaps(settings), .extras = any_extras()}; }),
            .portfolio_id = perhaps([] { return ads::portfolio_id(any_text()); }),
            .start_date_time = perhaps(any_time),
            .state = any_enum<unified::campaign_state>(),
            .extras = any_extras()};
}
unified::item_error any_error()
{
    return {.code = any_enum<unified::error_code>(),
            .field_location = perhaps(any_text),
            .message = any_text(),
            .extras = any_extras()};
}
std::uint32_t any_index() { return *rc::gen::inRange<std::uint32_t>(0, 1000); }

RC_GTEST_PROP(unified_bodies, survive_a_round_trip, ())
{
    unified::campaign_list_reply const list{
        .campaigns = some(any_campaign), .next_token = perhaps(any_text), .extras = any_extras()};
    std::string const text = encode(list);
    auto const read = decode<unified::campaign_list_reply>(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == list);
    RC_ASSERT(encode(*read) == text);

    unified::campaign_write_reply const written{.error = some([] {
                                                    return unified::campaign_refusal{.errors = some(any_error),
                                                                                     .index = perhaps(any_index),
                                                                                     .extras = any_extras()};
                                                }),
                                                .partial_success = some([] {
                                                    return unified::campaign_partial{.campaign = perhaps(any_campaign),
                                                                                     .errors = some(any_error),
                                                                                     .index = perhaps(any_index),
                                                                                     .extras = any_extras()};
                                                }),
                                                .success = some([] {
                                                    return unified::campaign_success{.campaign = perhaps(any_campaign),
                                                                                     .index = perhaps(any_index),
                                                                                     .extras = any_extras()};
                                                }),
                                                .extras = any_extras()};
    auto const again = decode<unified::campaign_write_reply>(encode(written));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == written);
}

} // namespace unified_test
