#include "portfolio_samples.hpp"
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Budget rules: each rule for requests on both sides of its limit, the agreement of validate() and decode(), replies,
// and updates.

namespace budget_rules_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using ads::ad_product;
using ads::budget_rule_details;
using ads::comparison_operator;
using ads::performance_metric;
using outlay::time_of_day;
using portfolio_samples::findings;
using portfolio_samples::found_in;

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The body tests/payloads/amazon/budget_rule_<name>.json.
std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/budget_rule_", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr outlay::date_range prime_week{2026_y / 7 / 6, 2026_y / 7 / 12};
std::string const id = "5bc531de-f000-44cf-8a86-54189bcdd380";

budget_rule_details const scheduled = budget_rule_details::schedule("Prime week", prime_week, 20);
budget_rule_details const event = budget_rule_details::schedule("Halloween", ads::rule_event_id("e1"), 20);
budget_rule_details const measured = budget_rule_details::performance(
    "Low ACOS", 2026_y / 3 / 1, performance_metric::acos, comparison_operator::less_than, 20, 10);

/// A rule with a change.
template<class Rule, class Change>
Rule with(Rule rule, Change change)
{
    change(rule);
    return rule;
}

budget_rule_details weekly(std::vector<outlay::open_enum<ads::day_of_week>> days)
{
    return with(scheduled, [&](auto& d) { d.recurrence = ads::recurrence::weekly(std::move(days)); });
}

budget_rule_details between(time_of_day start, time_of_day end)
{
    return with(scheduled, [&](auto& d) { d.recurrence = ads::recurrence::daily().between(start, end); });
}

/// The violations of a new rule, with pointers relative to it.
std::vector<std::string> found(budget_rule_details const& details, outlay::context const& given = {})
{
    auto lines = found_in(ads::create_budget_rules_request{{details}}, given);
    for (std::string& line : lines) line.erase(0, std::string_view("/budgetRulesDetails/0").size());
    EXPECT_EQ(found_in(details, given), lines);
    return lines;
}

/// The violations of changes to a rule, with pointers relative to its details.
std::vector<std::string> found_in_update(budget_rule_details const& details, outlay::context const& given = {})
{
    auto lines = found_in(
        ads::update_budget_rules_request{{{.rule_id = ads::budget_rule_id(id), .rule_details = details}}}, given);
    for (std::string& line : lines) line.erase(0, std::string_view("/budgetRulesDetails/0/ruleDetails").size());
    return lines;
}

std::vector<std::string> found(budget_rule_details const& details, ad_product product)
{
    return findings(ads::validate(details, product));
}

/// The changes that an update may have.
budget_rule_details changes(budget_rule_details details)
{
    details.rule_type.reset();
    details.recurrence.reset();
    return details;
}

// --- new rules

TEST(budget_rules, from_factories_are_valid)
{
    outlay::context const today{.today = 2026_y / 3 / 1};
    auto const forever = budget_rule_details::schedule_from("From now on", 2026_y / 3 / 1, 0.5_dec);
    for (auto const& details : {scheduled, event, measured, forever, between(time_of_day(17), time_of_day(22)),
                                weekly({ads::day_of_week::friday, ads::day_of_week::sunday})})
        EXPECT_THAT(found(details, today), IsEmpty());
    EXPECT_EQ(outlay::encode(between(time_of_day(17), time_of_day(22))),
              R"({"name":"Prime week","ruleType":"SCHEDULE","budgetIncreaseBy":{"type":"PERCENT","value":20},)"
              R"("duration":{"dateRangeTypeRuleDuration":{"startDate":"20260706","endDate":"20260712"}},)"
              R"("recurrence":{"type":"DAILY","intraDaySchedule":[{"startTime":"17:00:00","endTime":"22:00:00"}]}})");
    EXPECT_EQ(
        outlay::encode(measured),
        R"({"name":"Low ACOS","ruleType":"PERFORMANCE","budgetIncreaseBy":{"type":"PERCENT","value":10},)"
        R"("duration":{"dateRangeTypeRuleDuration":{"startDate":"20260301"}},"recurrence":{"type":"DAILY"},)"
        R"("performanceMeasureCondition":{"metricName":"ACOS","comparisonOperator":"LESS_THAN","threshold":20}})");
}

TEST(budget_rules, need_a_name_a_type_and_a_raise)
{
    EXPECT_THAT(found({}),
                ElementsAre("/budgetIncreaseBy missing_value", "/name missing_value", "/ruleType missing_value"));
    EXPECT_THAT(found_in_update({}), IsEmpty());
}

TEST(budget_rules, have_names_of_1_to_355_characters)
{
    auto const named = [](std::string name) { return with(scheduled, [&](auto& d) { d.name = std::move(name); }); };
    EXPECT_THAT(found(named("")), ElementsAre("/name too_short"));
    EXPECT_THAT(found(named("x")), IsEmpty());
    EXPECT_THAT(found(named(std::string(355, 'x'))), IsEmpty());
    EXPECT_THAT(found(named(std::string(356, 'x'))), ElementsAre("/name too_long"));
    EXPECT_THAT(found_in_update(changes(named(""))), ElementsAre("/name too_short"));
}

TEST(budget_rules, raise_by_more_than_nothing)
{
    auto const raised = [](outlay::decimal by) { return budget_rule_details::schedule("n", prime_week, by); };
    EXPECT_THAT(found(raised(0)), ElementsAre("/budgetIncreaseBy/value too_low"));
    EXPECT_THAT(found(raised(-0.01_dec)), ElementsAre("/budgetIncreaseBy/value too_low"));
    EXPECT_THAT(found(raised(0.01_dec)), IsEmpty());
    EXPECT_THAT(found_in_update(changes(raised(0))), ElementsAre("/budgetIncreaseBy/value too_low"));
}

TEST(budget_rules, do_not_end_before_they_start)
{
    auto const lasting = [](date::year_month_day last) {
        return with(scheduled, [&](auto& d) { d.duration->date_range_type_rule_duration->end_date = last; });
    };
    std::string const wrong = "/duration/dateRangeTypeRuleDuration/startDate start_date_after_end_date";
    EXPECT_THAT(found(lasting(2026_y / 7 / 5)), ElementsAre(wrong));
    EXPECT_THAT(found(lasting(2026_y / 7 / 6)), IsEmpty());
    EXPECT_THAT(found_in_update(changes(lasting(2026_y / 7 / 5))), ElementsAre(wrong));
}

TEST(budget_rules, start_today_at_the_earliest)
{
    EXPECT_THAT(found(scheduled, {.today = 2026_y / 7 / 7}),
                ElementsAre("/duration/dateRangeTypeRuleDuration/startDate start_date_earlier_than_today"));
    EXPECT_THAT(found(scheduled, {.today = 2026_y / 7 / 6}), IsEmpty());
    EXPECT_THAT(found(scheduled), IsEmpty());
    EXPECT_THAT(found_in_update(changes(scheduled), {.today = 2026_y / 7 / 7}), IsEmpty()); // the rule may have begun
}

TEST(budget_rules, have_days_of_the_calendar)
{
    auto const wrong =
        with(scheduled, [](auto& d) { d.duration->date_range_type_rule_duration->start_date = 2026_y / 2 / 30; });
    EXPECT_THAT(findings(outlay::validate(wrong, outlay::context{.today = 2026_y / 7 / 6})),
                ElementsAre("/duration/dateRangeTypeRuleDuration/startDate date"));
    auto const wrong_end =
        with(scheduled, [](auto& d) { d.duration->date_range_type_rule_duration->end_date = 2026_y / 2 / 30; });
    EXPECT_THAT(findings(outlay::validate(wrong_end)), ElementsAre("/duration/dateRangeTypeRuleDuration/endDate date"));
    EXPECT_FALSE(outlay::decode<ads::date_range_type_rule_duration>(R"({"startDate":"2026-07-06"})"));
    EXPECT_FALSE(outlay::decode<ads::date_range_type_rule_duration>(R"({"endDate":"20260706"})"));
}

TEST(budget_rules, have_days_or_an_event_and_not_both)
{
    auto const both = with(scheduled, [](auto& d) {
        d.duration->event_type_rule_duration = ads::event_type_rule_duration{.event_id = ads::rule_event_id("e1")};
    });
    EXPECT_THAT(found(both), ElementsAre("/duration not_one_duration"));
    EXPECT_THAT(found(with(scheduled, [](auto& d) { d.duration = ads::rule_duration(); })),
                ElementsAre("/duration not_one_duration"));
    EXPECT_THAT(found_in_update(changes(both)), ElementsAre("/duration not_one_duration"));
}

TEST(budget_rules, of_schedule_need_a_duration_and_have_no_condition)
{
    EXPECT_THAT(found(with(scheduled, [](auto& d) { d.duration.reset(); })), ElementsAre("/duration missing_value"));
    EXPECT_THAT(found(with(scheduled,
                           [](auto& d) { d.performance_measure_condition = measured.performance_measure_condition; })),
                ElementsAre("/performanceMeasureCondition expected_null"));
}

TEST(budget_rules, of_performance_need_a_condition_and_days)
{
    EXPECT_THAT(found(with(measured, [](auto& d) { d.performance_measure_condition.reset(); })),
                ElementsAre("/performanceMeasureCondition missing_value"));
    EXPECT_THAT(found(with(measured, [](auto& d) { d.duration.reset(); })), ElementsAre("/duration missing_value"));
    EXPECT_THAT(found(with(measured, [](auto& d) { d.duration = event.duration; })),
                ElementsAre("/duration/eventTypeRuleDuration expected_null"));
}

TEST(budget_rules, name_their_event)
{
    EXPECT_THAT(found(budget_rule_details::schedule("n", ads::rule_event_id(), 20)),
                ElementsAre("/duration/eventTypeRuleDuration/eventId missing_value"));
    EXPECT_THAT(found(budget_rule_details::schedule("n", ads::rule_event_id("a b"), 20)),
                ElementsAre("/duration/eventTypeRuleDuration/eventId id_characters"));
    auto const named = with(event, [](auto& d) { d.duration->event_type_rule_duration->event_name = "Halloween"; });
    EXPECT_THAT(findings(outlay::validate(ads::create_budget_rules_request{{named}})),
                ElementsAre("/budgetRulesDetails/0/duration/eventTypeRuleDuration/eventName not_sent?"));
    EXPECT_EQ(outlay::encode(ads::create_budget_rules_request{{named}}),
              outlay::encode(ads::create_budget_rules_request{{event}}));
}

TEST(budget_rules, of_the_week_need_days_that_differ)
{
    using enum ads::day_of_week;
    EXPECT_THAT(found(weekly({})), ElementsAre("/recurrence/daysOfWeek missing_value"));
    EXPECT_THAT(found(weekly({monday})), IsEmpty());
    EXPECT_THAT(found(weekly({monday, friday, monday})), ElementsAre("/recurrence/daysOfWeek duplicate_value"));
    EXPECT_THAT(found(with(weekly({}), [](auto& d) { d.recurrence->days_of_week.reset(); })),
                ElementsAre("/recurrence/daysOfWeek missing_value"));
    auto const no_days = with(scheduled, [](auto& d) { d.recurrence->days_of_week.emplace(); });
    EXPECT_THAT(found(no_days), IsEmpty()); // of a daily rule
}

TEST(budget_rules, have_one_window_that_ends_after_it_starts)
{
    std::string const at = "/recurrence/intraDaySchedule";
    EXPECT_THAT(found(between(time_of_day(17), time_of_day(17, 0, 1))), IsEmpty());
    EXPECT_THAT(found(between(time_of_day(17), time_of_day(17))),
                ElementsAre(at + "/0/endTime end_time_not_after_start_time"));
    EXPECT_THAT(found(between(time_of_day(22), time_of_day(5))),
                ElementsAre(at + "/0/endTime end_time_not_after_start_time"));
    auto const twice = with(between(time_of_day(1), time_of_day(2)), [](auto& d) {
        d.recurrence->intra_day_schedule->push_back({.start_time = time_of_day(3), .end_time = time_of_day(4)});
    });
    EXPECT_THAT(found(twice), ElementsAre(at + " items"));
    EXPECT_THAT(found(with(scheduled, [](auto& d) { d.recurrence->intra_day_schedule.emplace(); })), IsEmpty());
    EXPECT_THAT(found(with(scheduled, [](auto& d) { d.recurrence->intra_day_schedule.emplace(1); })),
                ElementsAre(at + "/0/endTime missing_value", at + "/0/startTime missing_value"));
}

TEST(budget_rules, have_hours_only_of_schedule)
{
    EXPECT_THAT(
        found(with(measured, [](auto& d) { d.recurrence = d.recurrence->between(time_of_day(17), time_of_day(22)); })),
        ElementsAre("/recurrence/intraDaySchedule expected_null"));
    EXPECT_THAT(found(with(measured, [](auto& d) { d.recurrence->intra_day_schedule.emplace(); })), IsEmpty());
}

TEST(budget_rules, of_an_event_are_daily)
{
    EXPECT_THAT(found(with(event, [](auto& d) { d.recurrence = ads::recurrence::weekly({ads::day_of_week::monday}); })),
                ElementsAre("/recurrence/type not_in_list"));
    EXPECT_THAT(found(with(event, [](auto& d) { d.recurrence.reset(); })), IsEmpty());
    EXPECT_THAT(found(with(event, [](auto& d) { d.recurrence->type.reset(); })), IsEmpty());
}

TEST(budget_rules, have_texts_in_capitals)
{
    auto const typed = [](std::string_view type) {
        return with(scheduled,
                    [&](auto& d) { d.rule_type = outlay::open_enum<ads::budget_rule_type>::from_text(type); });
    };
    EXPECT_THAT(found(typed("Schedule")), ElementsAre("/ruleType invalid_enum_value"));
    EXPECT_THAT(found(typed("AUCTION")), IsEmpty()); // Amazon may have it tomorrow
    auto const recurring = [](std::string_view type) {
        return with(scheduled,
                    [&](auto& d) { d.recurrence->type = outlay::open_enum<ads::recurrence_type>::from_text(type); });
    };
    EXPECT_THAT(found(recurring("monthly")), ElementsAre("/recurrence/type invalid_enum_value"));
    EXPECT_THAT(found(recurring("MONTHLY")), IsEmpty());
}

// --- rules of the products

TEST(budget_rules_of_products, have_the_metrics_of_the_product)
{
    using enum performance_metric;
    auto const by = [](performance_metric metric) {
        return with(measured, [&](auto& d) { d.performance_measure_condition->metric_name = metric; });
    };
    auto const wrong = ElementsAre("/performanceMeasureCondition/metricName not_in_list");
    for (auto const metric : {acos, ctr, cvr}) {
        EXPECT_THAT(found(by(metric), ad_product::sponsored_products), IsEmpty());
        EXPECT_THAT(found(by(metric), ad_product::sponsored_display), IsEmpty());
        EXPECT_THAT(found(by(metric), ad_product::sponsored_brands), wrong);
    }
    for (auto const metric : {is, ntb}) {
        EXPECT_THAT(found(by(metric), ad_product::sponsored_products), wrong);
        EXPECT_THAT(found(by(metric), ad_product::sponsored_display), wrong);
        EXPECT_THAT(found(by(metric), ad_product::sponsored_brands), IsEmpty());
    }
    auto const unknown = with(measured, [](auto& d) {
        d.performance_measure_condition->metric_name = outlay::open_enum<performance_metric>::from_text("CPC");
    });
    for (auto const product :
         {ad_product::sponsored_products, ad_product::sponsored_brands, ad_product::sponsored_display}) {
        EXPECT_THAT(found(by(roas), product), IsEmpty());
        EXPECT_THAT(found(unknown, product), IsEmpty()); // Amazon may have it tomorrow
    }
}

TEST(budget_rules_of_products, compare_for_equality_in_sponsored_products_only)
{
    auto const by = [](comparison_operator comparison) {
        return with(measured, [&](auto& d) {
            d.performance_measure_condition->metric_name = performance_metric::roas;
            d.performance_measure_condition->comparison_operator = comparison;
        });
    };
    auto const wrong = ElementsAre("/performanceMeasureCondition/comparisonOperator not_in_list");
    EXPECT_THAT(found(by(comparison_operator::equal_to), ad_product::sponsored_products), IsEmpty());
    EXPECT_THAT(found(by(comparison_operator::equal_to), ad_product::sponsored_brands), wrong);
    EXPECT_THAT(found(by(comparison_operator::equal_to), ad_product::sponsored_display), wrong);
    EXPECT_THAT(found(by(comparison_operator::less_than_or_equal_to), ad_product::sponsored_brands), IsEmpty());
}

TEST(budget_rules_of_products, are_weekly_for_brands_and_display)
{
    auto const rule = weekly({ads::day_of_week::friday});
    EXPECT_THAT(found(rule, ad_product::sponsored_products), ElementsAre("/recurrence/type not_in_list"));
    EXPECT_THAT(found(rule, ad_product::sponsored_brands), IsEmpty());
    EXPECT_THAT(found(rule, ad_product::sponsored_display), IsEmpty());
    EXPECT_THAT(found(scheduled, ad_product::sponsored_products), IsEmpty());
    EXPECT_THAT(found(with(rule, [](auto& d) { d.recurrence->type.reset(); }), ad_product::sponsored_products),
                IsEmpty());
}

TEST(budget_rules_of_products, are_for_no_event_of_sponsored_display)
{
    EXPECT_THAT(found(event, ad_product::sponsored_products), IsEmpty());
    EXPECT_THAT(found(event, ad_product::sponsored_brands), IsEmpty());
    EXPECT_THAT(found(event, ad_product::sponsored_display),
                ElementsAre("/duration/eventTypeRuleDuration expected_null"));
    EXPECT_THAT(found(with(event, [](auto& d) { d.duration.reset(); }), ad_product::sponsored_display),
                ElementsAre("/duration missing_value"));
}

TEST(budget_rules_of_products, add_to_the_other_rules)
{
    auto const report =
        ads::validate(budget_rule_details::schedule("", ads::rule_event_id("e1"), 20), ad_product::sponsored_display);
    EXPECT_THAT(findings(report), ElementsAre("/duration/eventTypeRuleDuration expected_null", "/name too_short"));
    EXPECT_EQ(report[1].message, "an event is not for Sponsored Display");
}

TEST(budget_rules_of_products, bind_updates)
{
    ads::budget_rule_update const update{.rule_id = ads::budget_rule_id(id), .rule_details = changes(measured)};
    EXPECT_THAT(findings(ads::validate(update, ad_product::sponsored_products)), IsEmpty());
    EXPECT_THAT(findings(ads::validate(update, ad_product::sponsored_brands)),
                ElementsAre("/ruleDetails/performanceMeasureCondition/metricName not_in_list"));
    EXPECT_THAT(findings(ads::validate(ads::budget_rule_update{}, ad_product::sponsored_brands)),
                ElementsAre(" nothing_to_update?", "/ruleId missing_value"));
}

// --- updates

TEST(budget_rule_updates, have_neither_type_nor_recurrence)
{
    EXPECT_THAT(found_in_update(scheduled), ElementsAre("/recurrence expected_null", "/ruleType expected_null"));
    EXPECT_THAT(found_in_update(changes(scheduled)), IsEmpty());
    EXPECT_THAT(found_in_update(changes(measured)), IsEmpty());
}

TEST(budget_rule_updates, name_their_rule_and_change_something)
{
    using request = ads::update_budget_rules_request;
    EXPECT_THAT(found_in(request{{{.rule_state = ads::budget_rule_state::paused}}}),
                ElementsAre("/budgetRulesDetails/0/ruleId missing_value"));
    EXPECT_THAT(found_in(request{{{.rule_id = ads::budget_rule_id(id)}}}),
                ElementsAre("/budgetRulesDetails/0 nothing_to_update?"));
    EXPECT_THAT(found_in(request{{{.rule_id = ads::budget_rule_id(id), .rule_state = ads::budget_rule_state::paused}}}),
                IsEmpty());
}

TEST(budget_rule_updates, are_made_of_rules_that_were_read)
{
    std::vector<ads::budget_rule> rules;
    for (std::string const name : {"list_reply_first", "list_reply_last"})
        for (auto const& rule :
             outlay::decode<ads::budget_rule_list_reply>(payload(name)).value().budget_rules_for_advertiser_response)
            rules.push_back(rule);
    ASSERT_THAT(rules, SizeIs(3));
    for (ads::budget_rule const& rule : rules) {
        auto update = ads::budget_rule_update::of(rule);
        outlay::context const later{.today = 2030_y / 1 / 1};
        EXPECT_THAT(findings(outlay::validate(ads::update_budget_rules_request{{update}}, later)), IsEmpty());
        EXPECT_EQ(update.rule_id, rule.rule_id);
        EXPECT_EQ(update.rule_state, rule.rule_state);
        EXPECT_EQ(update.rule_details->name, rule.rule_details->name);
        EXPECT_EQ(update.rule_details->budget_increase_by, rule.rule_details->budget_increase_by);
    }
    auto update = ads::budget_rule_update::of(rules[0]);
    update.rule_details->budget_increase_by->value = 30;
    EXPECT_EQ(outlay::encode(ads::update_budget_rules_request{{update}}),
              R"({"budgetRulesDetails":[{"ruleId":"5bc531de-f000-44cf-8a86-54189bcdd380","ruleState":"ACTIVE",)"
              R"("ruleDetails":{"name":"Prime week","budgetIncreaseBy":{"type":"PERCENT","value":30},)"
              R"("duration":{"dateRangeTypeRuleDuration":{"startDate":"20260706","endDate":"20260712"}}}}]})");
    EXPECT_EQ(ads::budget_rule_update::of({.rule_id = ads::budget_rule_id(id)}),
              ads::budget_rule_update{.rule_id = ads::budget_rule_id(id)});
    rules[0].rule_details->duration.reset();
    EXPECT_EQ(ads::budget_rule_update::of(rules[0]).rule_details->duration, std::nullopt);
}

// --- requests as a whole

TEST(budget_rule_requests, have_so_many_items)
{
    auto const creates = [](std::size_t n) {
        return findings(
            outlay::validate(ads::create_budget_rules_request{std::vector<budget_rule_details>(n, scheduled)}));
    };
    EXPECT_THAT(creates(0), ElementsAre("/budgetRulesDetails items"));
    EXPECT_THAT(creates(25), IsEmpty());
    EXPECT_THAT(creates(26), ElementsAre("/budgetRulesDetails items"));
    auto const updates = [](std::size_t n) {
        ads::budget_rule_update const one{.rule_id = ads::budget_rule_id(id), .rule_details = changes(scheduled)};
        return findings(
            outlay::validate(ads::update_budget_rules_request{std::vector<ads::budget_rule_update>(n, one)}));
    };
    EXPECT_THAT(updates(0), ElementsAre("/budgetRulesDetails items"));
    EXPECT_THAT(updates(25), IsEmpty());
    EXPECT_THAT(updates(26), ElementsAre("/budgetRulesDetails items"));
    auto const rules = [](std::size_t n) {
        return findings(outlay::validate(
            ads::associate_budget_rules_request{std::vector<ads::budget_rule_id>(n, ads::budget_rule_id(id))}));
    };
    EXPECT_THAT(rules(0), ElementsAre("/budgetRuleIds items"));
    EXPECT_THAT(rules(25), IsEmpty());
    EXPECT_THAT(rules(26), ElementsAre("/budgetRuleIds items"));
    auto const pairs = [](std::size_t n) {
        std::vector<ads::budget_rule_association> const all(
            n, {.budget_rule_id = ads::budget_rule_id(id), .campaign_id = ads::campaign_id("1")});
        auto const found = findings(outlay::validate(ads::associate_budget_rules_in_bulk_request{all}));
        EXPECT_THAT(findings(outlay::validate(ads::disassociate_budget_rules_in_bulk_request{all})),
                    SizeIs(found.size()));
        return found;
    };
    EXPECT_THAT(pairs(0), ElementsAre("/budgetRulesAssociations items"));
    EXPECT_THAT(pairs(50), IsEmpty());
    EXPECT_THAT(pairs(51), ElementsAre("/budgetRulesAssociations items"));
}

TEST(budget_rule_requests, have_pages_of_1_to_30)
{
    auto const sized = [](std::uint32_t size) { return found_in(ads::list_budget_rules_request{.page_size = size}); };
    EXPECT_THAT(sized(0), ElementsAre("/pageSize at_least"));
    EXPECT_THAT(sized(1), IsEmpty());
    EXPECT_THAT(sized(30), IsEmpty());
    EXPECT_THAT(sized(31), ElementsAre("/pageSize at_most"));
}

TEST(budget_rule_requests, name_rules_and_campaigns)
{
    EXPECT_THAT(found_in(ads::associate_budget_rules_in_bulk_request{{{}}}),
                ElementsAre("/budgetRulesAssociations/0/budgetRuleId missing_value",
                            "/budgetRulesAssociations/0/campaignId missing_value"));
    EXPECT_THAT(found_in(ads::associate_budget_rules_request{{ads::budget_rule_id("a b")}}),
                ElementsAre("/budgetRuleIds/0 id_characters", "/budgetRuleIds/0 odd_id?"));
    EXPECT_EQ(outlay::encode(ads::disassociate_budget_rules_in_bulk_request{
                  {{.budget_rule_id = ads::budget_rule_id("r1"), .campaign_id = ads::campaign_id("1")}}}),
              R"({"budgetRulesDisAssociations":[{"budgetRuleId":"r1","campaignId":"1"}]})");
}

// --- bodies of the documentation, or made from the specification

TEST(budget_rule_payloads, agree_with_the_documented_ones)
{
    for (std::string const name : {"create_request_acos", "create_request_roas", "create_request_daily",
                                   "create_request_event", "create_request_hours"}) {
        std::string const body = payload(name);
        EXPECT_TRUE(outlay::conforms<ads::create_budget_rules_request>(body)) << name;
        auto const request = outlay::decode<ads::create_budget_rules_request>(body).value();
        EXPECT_THAT(request.budget_rules_details, SizeIs(1));
        EXPECT_EQ(outlay::decode<ads::create_budget_rules_request>(outlay::encode(request)).value(), request);
    }
    auto const measure = outlay::decode<ads::create_budget_rules_request>(payload("create_request_roas")).value();
    auto const by_factory =
        budget_rule_details::performance("SAMPLE_BUDGET_RULE_ROAS", 2020_y / 11 / 21, performance_metric::roas,
                                         comparison_operator::less_than_or_equal_to, 20, 10);
    EXPECT_EQ(measure.budget_rules_details[0], by_factory);
    auto const daily = outlay::decode<ads::create_budget_rules_request>(payload("create_request_daily")).value();
    EXPECT_EQ(daily.budget_rules_details[0],
              budget_rule_details::schedule("SAMPLE_BUDGET_RULE_DAILY", {2020_y / 11 / 21, 2020_y / 11 / 30}, 20));
    auto const hours = outlay::decode<ads::create_budget_rules_request>(payload("create_request_hours")).value();
    auto const& window = hours.budget_rules_details[0].recurrence->intra_day_schedule->at(0);
    EXPECT_EQ(window.start_time, time_of_day(17));
    EXPECT_EQ(window.end_time, time_of_day(22));
    EXPECT_EQ(hours.budget_rules_details[0].budget_increase_by->value, 3.14159_dec);
    EXPECT_TRUE(outlay::conforms<ads::associate_budget_rules_request>(payload("associate_request_documented")));
}

TEST(budget_rule_payloads, say_weekly_in_small_letters)
{
    std::string const body = payload("create_request_weekly");
    auto const seen = outlay::inspect<ads::create_budget_rules_request>(body);
    EXPECT_THAT(findings(seen.report), ElementsAre("/budgetRulesDetails/0/recurrence/type other_case?"));
    auto const& rule = seen.value.budget_rules_details[0];
    EXPECT_EQ(rule.recurrence->type, ads::recurrence_type::weekly);
    EXPECT_EQ(*rule.recurrence->days_of_week,
              (std::vector<outlay::open_enum<ads::day_of_week>>{ads::day_of_week::friday, ads::day_of_week::saturday,
                                                                ads::day_of_week::sunday}));
    EXPECT_THAT(outlay::encode(rule), testing::HasSubstr(R"("type":"WEEKLY")"));
    EXPECT_FALSE(outlay::decode<ads::create_budget_rules_request>( // held to the rules of a weekly rule
        R"({"budgetRulesDetails":[{"name":"n","ruleType":"SCHEDULE","budgetIncreaseBy":{"type":"PERCENT","value":1},)"
        R"("duration":{"eventTypeRuleDuration":{"eventId":"e1"}},"recurrence":{"type":"Weekly","daysOfWeek":["FRIDAY"]}}]})"));
    auto const recurring = [](std::string const& type) {
        return outlay::inspect<ads::recurrence>(R"({"type":)" + type + "}");
    };
    for (auto const other : {"WEEKL{", "WEEKL!", "weekls"}) { // as long as a known text
        auto const unknown = recurring(outlay::detail::joined({"\"", other, "\""}));
        EXPECT_THAT(findings(unknown.report), ElementsAre("/type invalid_enum_value"));
        EXPECT_EQ(unknown.value.type->text(), other);
    }
    EXPECT_THAT(findings(recurring("7").report), ElementsAre("/type type"));
    // The decoder of chunks applies the rules, too.
    outlay::decoder<ads::create_budget_rules_request> chunks;
    for (char const c : body) (void)chunks.write({&c, 1});
    EXPECT_EQ(chunks.finish().value(), seen.value);
}

TEST(budget_rule_payloads, have_times_in_milliseconds_and_in_seconds)
{
    auto const first = outlay::decode<ads::budget_rule_list_reply>(payload("list_reply_first")).value();
    auto const& rules = first.budget_rules_for_advertiser_response;
    EXPECT_EQ(rules[0].created_date->milliseconds(), 1'772'438'400'123);
    EXPECT_EQ(rules[1].created_date->milliseconds(), 1'772'438'400'000);
    EXPECT_EQ(rules[0].last_updated_date, rules[1].last_updated_date);
    auto const read = [](std::string const& number) {
        return outlay::decode<ads::budget_rule>(R"({"ruleId":"r","createdDate":)" + number + "}")
            .value()
            .created_date->milliseconds();
    };
    EXPECT_EQ(read("99999999999"), 99'999'999'999'000);
    EXPECT_EQ(read("100000000000"), 100'000'000'000);
    EXPECT_EQ(read("100000000"), 100'000'000'000);
    for (std::string const early : {"99999999", "0", "-1"}) { // would be read back as another time
        auto const seen = outlay::inspect<ads::budget_rule>(R"({"ruleId":"r","createdDate":)" + early + "}");
        EXPECT_TRUE(seen.ok()) << early;
        EXPECT_EQ(seen.value.created_date, std::nullopt) << early;
        EXPECT_EQ(outlay::encode(seen.value), R"({"ruleId":"r","createdDate":)" + early + "}");
    }
    EXPECT_EQ(outlay::encode(rules[1]).find("1772438400000") != std::string::npos, true);
    // A time of another kind does not invalidate the rule.
    auto const last = outlay::inspect<ads::budget_rule_list_reply>(payload("list_reply_last"));
    EXPECT_TRUE(last.ok());
    EXPECT_EQ(last.value.budget_rules_for_advertiser_response[0].created_date, std::nullopt);
    EXPECT_EQ(last.report.notices()[0].pointer, "/budgetRulesForAdvertiserResponse/0/createdDate");
}

TEST(budget_rule_payloads, of_rules_keep_all_that_they_have)
{
    auto const first = outlay::decode<ads::budget_rule_list_reply>(payload("list_reply_first")).value();
    auto const& rules = first.budget_rules_for_advertiser_response;
    EXPECT_EQ(rules[0].rule_status, ads::budget_rule_status::pending_start);
    EXPECT_EQ(rules[0].rule_details->duration->date_range_type_rule_duration->end_date, 2026_y / 7 / 12);
    EXPECT_EQ(rules[1].rule_state, ads::budget_rule_state::paused);
    EXPECT_EQ(rules[1].rule_status->text(), "SUPERSEDED");
    EXPECT_EQ(rules[1].rule_details->performance_measure_condition->threshold, 20);
    EXPECT_THAT(outlay::encode(rules[1]), testing::HasSubstr(R"("minimumBudget":5)"));
    auto const last = outlay::decode<ads::budget_rule_list_reply>(payload("list_reply_last")).value();
    EXPECT_EQ(last.budget_rules_for_advertiser_response[0].rule_details->duration->event_type_rule_duration->event_name,
              "Halloween");
    auto const one = outlay::decode<ads::budget_rule_reply>(payload("reply")).value();
    EXPECT_EQ(one.budget_rule.rule_status, ads::budget_rule_status::budget_threshold_not_met);
    auto const campaigns = outlay::decode<ads::rule_campaigns_reply>(payload("campaigns_reply")).value();
    EXPECT_EQ(campaigns.associated_campaigns[1].campaign_id, ads::campaign_id("276845120000001"));
    EXPECT_EQ(campaigns.associated_campaigns[0].rule_status, ads::budget_rule_status::active);
}

TEST(budget_rule_payloads, of_replies_are_held_to_no_rule_of_requests)
{
    EXPECT_TRUE(outlay::decode<ads::budget_rule>(
        R"({"ruleId":"r","ruleDetails":{"name":"","ruleType":"SCHEDULE","budgetIncreaseBy":{"type":"PERCENT","value":0},)"
        R"("duration":{},"recurrence":{"type":"WEEKLY","intraDaySchedule":[{},{}]}}})"));
    EXPECT_TRUE(outlay::decode<ads::budget_rule>(R"({"ruleId":"r"})"));
    EXPECT_FALSE(outlay::decode<ads::budget_rule>(R"({"ruleDetails":{}})"));
}

TEST(budget_rule_payloads, of_writes_have_a_code_in_each_row)
{
    auto const reply = outlay::decode<ads::budget_rule_write_reply>(payload("write_reply_partial")).value();
    ASSERT_THAT(reply.responses, SizeIs(3));
    EXPECT_THAT(*reply.responses[0].associated_campaign_ids, SizeIs(2));
    EXPECT_EQ(reply.responses[1].details, "A budget rule of this name exists");
    for (std::string const name : {"write_reply_documented", "associate_reply_documented"}) {
        std::string body = payload(name);
        EXPECT_EQ(outlay::decode<ads::budget_rule_write_reply>(body).error().report()[0].column, 1u);
        std::string const no_break_space = "\xC2\xA0"; // in place of blanks in the guide
        for (std::size_t at = 0; (at = body.find(no_break_space, at)) != body.npos;) body.replace(at, 2, " ");
        EXPECT_TRUE(outlay::conforms<ads::budget_rule_write_reply>(body));
    }
    auto const seen = outlay::inspect<ads::budget_rule_write_reply>(R"({"responses":[{"ruleId":"r1"}]})");
    EXPECT_THAT(findings(seen.report), ElementsAre("/responses/0 missing_code?"));
}

} // namespace budget_rules_test
