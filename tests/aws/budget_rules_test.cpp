#include "aws_samples.hpp"
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/aws.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The rules of AWS for budgets in requests, on both sides of each limit.

namespace aws_budget_rules_test {

using namespace aws_samples;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using outlay::validate;
using testing::ElementsAre;
using testing::IsEmpty;

/// The findings of validate() in the budget of a request, with which reading the request agrees. A reply with the same
/// budget is accepted.
std::vector<std::string> broken_by(aws::budget const& budget)
{
    aws::update_budget_request const request{.account_id = "123456789012", .new_budget = budget};
    auto const found = listed(validate(budget));
    auto in_request = listed(inspect<aws::update_budget_request>(encode(request)).report);
    for (std::string& line : in_request) line.erase(0, std::string_view("/NewBudget").size());
    EXPECT_THAT(in_request, testing::UnorderedElementsAreArray(found));
    EXPECT_TRUE(validate(aws::describe_budgets_reply{.budgets = {budget}}).empty());
    return found;
}

/// The findings in a monthly budget with a change.
std::vector<std::string> broken_with(std::function<void(aws::budget&)> const& change)
{
    aws::budget budget = monthly();
    change(budget);
    return broken_by(budget);
}

TEST(aws_budget_rules, are_kept_by_a_plain_budget) { EXPECT_THAT(broken_by(monthly()), IsEmpty()); }

TEST(aws_budget_rules, are_about_the_name)
{
    auto const named = [](std::string name) { return broken_with([&](aws::budget& b) { b.budget_name = name; }); };
    EXPECT_THAT(named(""), ElementsAre("/BudgetName budget_name_length"));
    EXPECT_THAT(named("a"), IsEmpty());
    EXPECT_THAT(named(std::string(100, 'a')), IsEmpty());
    EXPECT_THAT(named(std::string(101, 'a')), ElementsAre("/BudgetName budget_name_length"));
    std::string umlauts;
    for (int i = 0; i < 100; ++i) umlauts += "\xc3\xa4";
    EXPECT_THAT(named(umlauts), IsEmpty()); // characters, not bytes
    for (auto const* const wrong :
         {"a:b", "a\\b", "a/action/b", "/action/", "<script>x</script>", "a<SCRIPT>\n</Script>"})
        EXPECT_THAT(named(wrong), ElementsAre("/BudgetName budget_name_pattern")) << wrong;
    for (auto const* const right : {"a/action", "action/", "a/b", "<script>", "</script><script>", "a;b"})
        EXPECT_THAT(named(right), IsEmpty()) << right;
}

TEST(aws_budget_rules, are_about_amounts)
{
    auto const limited = [](outlay::decimal amount, std::string unit) {
        return broken_with([&](aws::budget& b) { b.budget_limit = aws::spend{.amount = amount, .unit = unit}; });
    };
    EXPECT_THAT(limited(0_dec, "USD"), IsEmpty());
    EXPECT_THAT(limited(-0.01_dec, "USD"), ElementsAre("/BudgetLimit/Amount amount_pattern"));
    EXPECT_THAT(limited(1_dec, ""), ElementsAre("/BudgetLimit/Unit unit_length"));
    EXPECT_THAT(limited(1_dec, "Hours"), IsEmpty());
    aws::budget spent = monthly();
    spent.calculated_spend = aws::calculated_spend{.actual_spend = {.amount = -1_dec, .unit = "USD"}};
    EXPECT_TRUE(validate(spent).empty()); // credits; and a request does not have it
}

TEST(aws_budget_rules, ask_for_a_limit)
{
    auto const without = [](aws::budget_type type) {
        return broken_with([&](aws::budget& b) {
            b.budget_limit.reset();
            b.budget_type = type;
        });
    };
    EXPECT_THAT(without(aws::budget_type::cost), ElementsAre("/BudgetLimit budget_limit_required"));
    EXPECT_THAT(without(aws::budget_type::usage), ElementsAre("/BudgetLimit budget_limit_required"));
    for (auto const type : {aws::budget_type::ri_utilization, aws::budget_type::ri_coverage,
                            aws::budget_type::savings_plans_utilization, aws::budget_type::savings_plans_coverage}) {
        EXPECT_THAT(without(type), IsEmpty());
        auto const with = [&](outlay::decimal amount) {
            return broken_with([&](aws::budget& b) {
                b.budget_type = type;
                b.budget_limit = aws::spend{.amount = amount, .unit = "PERCENTAGE"};
            });
        };
        EXPECT_THAT(with(100.0_dec), IsEmpty());
        EXPECT_THAT(with(99.9_dec), ElementsAre("/BudgetLimit/Amount budget_limit_percentage"));
    }
    EXPECT_THAT(broken_with([](aws::budget& b) {
                    b.budget_limit.reset();
                    b.auto_adjust_data = aws::auto_adjust_data{.auto_adjust_type = aws::auto_adjust_type::forecast};
                }),
                IsEmpty());
}

/// This many limits, each `step` months after the one before.
aws::planned_limits limits(int count, int months, outlay::iso_timestamp from = at(2026, 1))
{
    aws::planned_limits made;
    auto day = from.day();
    for (int i = 0; i < count; ++i) {
        made[{outlay::iso_timestamp(date::sys_days(day))}] = {.amount = 1_dec, .unit = "USD"};
        day += date::months(months);
    }
    return made;
}

std::vector<std::string> broken_by_plan(aws::time_unit unit, aws::planned_limits plan,
                                        std::optional<outlay::iso_timestamp> end = {},
                                        aws::budget_type type = aws::budget_type::cost)
{
    return broken_with([&](aws::budget& b) {
        b.budget_limit.reset();
        b.budget_type = type;
        b.time_unit = unit;
        b.planned_budget_limits = std::move(plan);
        if (end) b.time_period = aws::time_period{.end = end};
    });
}

TEST(aws_budget_rules, count_planned_limits)
{
    using enum aws::time_unit;
    auto const wrong_count = ElementsAre("/PlannedBudgetLimits planned_budget_limits_count");
    EXPECT_THAT(broken_by_plan(monthly, limits(12, 1)), IsEmpty());
    EXPECT_THAT(broken_by_plan(monthly, limits(11, 1)), wrong_count);
    EXPECT_THAT(broken_by_plan(monthly, limits(13, 1)), wrong_count);
    EXPECT_THAT(broken_by_plan(quarterly, limits(4, 3)), IsEmpty());
    EXPECT_THAT(broken_by_plan(quarterly, limits(3, 3)), wrong_count);
    EXPECT_THAT(broken_by_plan(quarterly, limits(5, 3)), wrong_count);
    // A budget that ends earlier has limits until then.
    EXPECT_THAT(broken_by_plan(monthly, limits(3, 1), at(2026, 4)), IsEmpty());
    EXPECT_THAT(broken_by_plan(monthly, limits(3, 1), at(2026, 3, 15)), IsEmpty());
    EXPECT_THAT(broken_by_plan(monthly, limits(3, 1), at(2026, 4, 2)), wrong_count);
    EXPECT_THAT(broken_by_plan(quarterly, limits(2, 3, at(2026, 10)), at(2027, 4)), IsEmpty());
    EXPECT_THAT(broken_by_plan(monthly, limits(13, 1), at(2027, 2)), wrong_count);
}

TEST(aws_budget_rules, are_about_the_periods_of_planned_limits)
{
    using enum aws::time_unit;
    auto const wrong = ElementsAre("/PlannedBudgetLimits planned_budget_limits_periods");
    EXPECT_THAT(broken_by_plan(monthly, limits(12, 1, at(2026, 2))), IsEmpty());
    EXPECT_THAT(broken_by_plan(quarterly, limits(4, 3, at(2026, 2))), wrong);
    EXPECT_THAT(broken_by_plan(monthly, limits(12, 1, at(2026, 1, 2))), wrong);
    EXPECT_THAT(broken_by_plan(monthly, limits(12, 3)), wrong); // with gaps
    EXPECT_THAT(broken_by_plan(quarterly, limits(4, 6)), wrong);
    aws::planned_limits late = limits(12, 1);
    auto const first = late.extract(late.begin());
    late[{outlay::iso_timestamp::from_milliseconds(at(2026, 1).milliseconds() + 1000)}] = first.mapped();
    EXPECT_THAT(broken_by_plan(monthly, late), wrong); // a second after midnight
}

TEST(aws_budget_rules, let_planned_limits_start_with_the_current_unit_of_time)
{
    using enum aws::time_unit;
    auto const on = [](date::year_month_day today, aws::time_unit unit, outlay::iso_timestamp first,
                       std::optional<outlay::iso_timestamp> start = {}) {
        aws::budget of = aws_samples::monthly();
        of.budget_limit.reset();
        of.time_unit = unit;
        of.planned_budget_limits = unit == monthly ? limits(12, 1, first) : limits(4, 3, first);
        of.time_period = aws::time_period{.start = start};
        return listed(validate(of, {.today = today}));
    };
    auto const wrong = ElementsAre("/PlannedBudgetLimits planned_budget_limits_start");
    EXPECT_THAT(on(2026_y / 1 / 1, monthly, at(2026, 1)), IsEmpty());
    EXPECT_THAT(on(2026_y / 1 / 31, monthly, at(2026, 1)), IsEmpty());
    EXPECT_THAT(on(2026_y / 2 / 1, monthly, at(2026, 1)), wrong);
    EXPECT_THAT(on(2025_y / 12 / 31, monthly, at(2026, 1)), wrong);
    EXPECT_THAT(on(2026_y / 6 / 30, quarterly, at(2026, 4)), IsEmpty());
    EXPECT_THAT(on(2026_y / 7 / 1, quarterly, at(2026, 4)), wrong);
    EXPECT_THAT(on(2025_y / 12 / 31, monthly, at(2026, 3), at(2026, 3, 15)), IsEmpty()); // begins later
    EXPECT_THAT(on(2025_y / 12 / 31, monthly, at(2026, 1), at(2026, 3, 15)), wrong);
    EXPECT_THAT(on(2026_y / 2 / 2, monthly, at(2026, 2), at(2025, 3)), IsEmpty());
    EXPECT_THAT(on(2026_y / 2 / 30, monthly, at(2026, 1)), IsEmpty()) << "no day to compare with";

    aws::budget without_period = aws_samples::monthly();
    without_period.budget_limit.reset();
    without_period.planned_budget_limits = limits(12, 1, at(2026, 1));
    EXPECT_THAT(listed(validate(without_period, {.today = 2026_y / 1 / 31})), IsEmpty());
    EXPECT_THAT(listed(validate(without_period, {.today = 2026_y / 2 / 1})), wrong);
}

TEST(aws_budget_rules, say_which_budgets_have_planned_limits)
{
    using enum aws::time_unit;
    auto const wrong = ElementsAre("/PlannedBudgetLimits planned_budget_limits_type");
    for (auto const unit : {daily, annually, custom}) EXPECT_THAT(broken_by_plan(unit, limits(12, 1)), wrong);
    EXPECT_THAT(broken_by_plan(monthly, limits(12, 1), {}, aws::budget_type::usage), IsEmpty());
    EXPECT_THAT(broken_by_plan(monthly, limits(12, 1), {}, aws::budget_type::ri_coverage), wrong);
    EXPECT_THAT(broken_with([](aws::budget& b) { b.planned_budget_limits = limits(12, 1); }),
                ElementsAre("/BudgetLimit budget_limit_exclusive"));
    EXPECT_THAT(broken_by_plan(monthly,
                               [] {
                                   auto plan = limits(12, 1);
                                   plan.begin()->second.amount = -1;
                                   return plan;
                               }()),
                ElementsAre("/PlannedBudgetLimits/1767225600/Amount amount_pattern"));
}

TEST(aws_budget_rules, are_about_the_time)
{
    auto const lives = [](std::optional<outlay::iso_timestamp> start, std::optional<outlay::iso_timestamp> end) {
        return broken_with([&](aws::budget& b) { b.time_period = aws::time_period{.start = start, .end = end}; });
    };
    EXPECT_THAT(lives(at(2026, 1), at(2026, 1, 2)), IsEmpty());
    EXPECT_THAT(lives(at(2026, 1), at(2026, 1)), ElementsAre("/TimePeriod/End time_period_order"));
    EXPECT_THAT(lives(at(2026, 2), at(2026, 1)), ElementsAre("/TimePeriod/End time_period_order"));
    EXPECT_THAT(lives(at(2026, 2), {}), IsEmpty());
    EXPECT_THAT(lives({}, at(2087, 6, 15)), IsEmpty()); // the default of AWS
    EXPECT_THAT(lives({}, at(2087, 6, 16)), ElementsAre("/TimePeriod/End time_period_end_max"));
}

TEST(aws_budget_rules, take_one_set_of_filters)
{
    aws::expression const filter{.tags = aws::tag_values{.key = "team", .values = {"search"}}};
    auto const filtered = [&](bool filters, bool types, bool expression, bool metrics) {
        return broken_with([&](aws::budget& b) {
            if (filters) b.cost_filters = {{"Service", {"Amazon Redshift"}}};
            if (types) b.cost_types = aws::cost_types{.use_blended = true};
            if (expression) b.filter_expression = filter;
            if (metrics) b.metrics = {aws::metric::blended_cost};
        });
    };
    EXPECT_THAT(filtered(true, true, false, false), IsEmpty());
    EXPECT_THAT(filtered(false, false, true, true), IsEmpty());
    EXPECT_THAT(filtered(true, false, true, false), ElementsAre("/FilterExpression filters_exclusive"));
    EXPECT_THAT(filtered(false, true, true, false), ElementsAre("/FilterExpression filters_exclusive"));
    EXPECT_THAT(filtered(true, false, false, true), ElementsAre("/Metrics filters_exclusive"));
    EXPECT_THAT(filtered(false, true, false, true), ElementsAre("/Metrics filters_exclusive"));
    EXPECT_THAT(broken_with([](aws::budget& b) {
                    b.budget_type = aws::budget_type::usage;
                    b.cost_types = aws::cost_types{};
                }),
                ElementsAre("/CostTypes cost_types_type"));
    EXPECT_THAT(broken_with([](aws::budget& b) {
                    b.budget_type = outlay::open_enum<aws::budget_type>::from_text("CARBON");
                    b.cost_types = aws::cost_types{};
                }),
                ElementsAre("/BudgetType enum"))
        << "whether an unknown type has cost types is not known";
    EXPECT_THAT(broken_with([](aws::budget& b) { b.metrics = {aws::metric::hours, aws::metric::hours}; }),
                ElementsAre("/Metrics metrics_count"));
}

TEST(aws_budget_rules, are_about_automatic_adjustment)
{
    auto const over = [](outlay::open_enum<aws::time_unit> unit, std::int32_t periods) {
        return broken_with([&](aws::budget& b) {
            b.time_unit = unit;
            b.auto_adjust_data = aws::auto_adjust_data{
                .auto_adjust_type = aws::auto_adjust_type::historical,
                .historical_options = aws::historical_options{.budget_adjustment_period = periods}};
        });
    };
    std::string const place = "/AutoAdjustData/HistoricalOptions/BudgetAdjustmentPeriod ";
    using enum aws::time_unit;
    for (auto const& [unit, most] : std::vector<std::pair<aws::time_unit, std::int32_t>>{
             {daily, 60}, {monthly, 12}, {quarterly, 4}, {annually, 1}}) {
        EXPECT_THAT(over(unit, 1), IsEmpty());
        EXPECT_THAT(over(unit, most), IsEmpty());
        EXPECT_THAT(over(unit, most + 1), ElementsAre(place + "budget_adjustment_period_max"));
        for (std::int32_t const more : {60, 61}) EXPECT_EQ(over(unit, more).size(), more > most ? 1u : 0u) << more;
        EXPECT_THAT(over(unit, 0), ElementsAre(place + "budget_adjustment_period_min"));
    }
    auto const weekly = outlay::open_enum<aws::time_unit>::from_text("WEEKLY"); // how many of these is not known
    EXPECT_THAT(over(weekly, 60), ElementsAre("/TimeUnit enum"));
    EXPECT_THAT(broken_with([](aws::budget& b) {
                    b.auto_adjust_data = aws::auto_adjust_data{.auto_adjust_type = aws::auto_adjust_type::historical};
                }),
                ElementsAre("/AutoAdjustData/HistoricalOptions historical_options_required"));
}

TEST(aws_budget_rules, are_about_the_billing_view)
{
    auto const view = [](std::string arn) {
        return broken_with([&](aws::budget& b) { b.billing_view_arn = std::move(arn); });
    };
    std::string const start = "arn:aws:billing::123456789012:billingview/";
    EXPECT_THAT(view(start + "primary"), IsEmpty());
    EXPECT_THAT(view(start + "a"), IsEmpty());
    EXPECT_THAT(view(start + std::string(76, 'a')), IsEmpty());
    EXPECT_THAT(view("arn:aws-us-gov:billing::123456789012:billingview/a@b.c-d"), IsEmpty());
    for (std::string const& wrong : {start, start + std::string(77, 'a'), start + "a-", start + "a b",
                                     std::string("arn:aws:billing::12345678901:billingview/primary"),
                                     std::string("arn:aws:billing::1234567890123:billingview/primary"),
                                     std::string("arn:aws:billing::123456789012:billview/primary"),
                                     std::string("arn:aws~:billing::123456789012:billingview/primary"),
                                     std::string("arn:aws:budgets::123456789012:billingview/primary")})
        EXPECT_THAT(view(wrong), ElementsAre("/BillingViewArn billing_view_arn_pattern")) << wrong;
    EXPECT_THAT(view("arn"),
                ElementsAre("/BillingViewArn billing_view_arn_length", "/BillingViewArn billing_view_arn_pattern"));
}

TEST(aws_budget_rules, take_known_values_only)
{
    EXPECT_THAT(listed(inspect<aws::update_budget_request>(
                           R"({"AccountId":"123456789012","NewBudget":{"BudgetName":"a","TimeUnit":"WEEKLY",)"
                           R"("BudgetType":"CARBON","Metrics":["Cost"],"AutoAdjustData":{"AutoAdjustType":"LUCK"}}})")
                           .report),
                ElementsAre("/NewBudget/TimeUnit enum", "/NewBudget/BudgetType enum", "/NewBudget/Metrics/0 enum",
                            "/NewBudget/AutoAdjustData/AutoAdjustType enum"));
}

// --- expressions

std::vector<std::string> broken_in(aws::expression const& filter)
{
    return broken_with([&](aws::budget& b) { b.filter_expression = filter; });
}

TEST(aws_expression_rules, take_one_root)
{
    aws::expression const tag{.tags = aws::tag_values{.key = "team", .values = {"search"}}};
    std::string const code = " expression_roots";
    std::string const place = "/FilterExpression";
    EXPECT_THAT(broken_in({}), ElementsAre(place + code));
    EXPECT_THAT(broken_in(tag), IsEmpty());
    EXPECT_THAT(broken_in({.and_ = {tag, tag}}), IsEmpty());
    EXPECT_THAT(broken_in({.or_ = {{.not_ = tag}, tag}}), IsEmpty());
    EXPECT_THAT(broken_in({.and_ = {tag}, .tags = tag.tags}), ElementsAre(place + code));
    EXPECT_THAT(broken_in({.or_ = {tag}, .not_ = tag}), ElementsAre(place + code));
    EXPECT_THAT(broken_in({.and_ = {tag, {}}}), ElementsAre(place + "/And/1" + code));
    EXPECT_THAT(broken_in({.not_ = aws::expression{.not_ = aws::expression{}}}),
                ElementsAre(place + "/Not/Not" + code));
    EXPECT_THAT(broken_in({.dimensions = aws::expression_dimension_values{.values = {"a"}},
                           .cost_categories = aws::cost_category_values{.key = "a"}}),
                ElementsAre(place + code));
}

TEST(aws_expression_rules, are_about_values)
{
    using enum aws::match_option;
    auto const dimension = [](std::vector<std::string> values,
                              std::vector<outlay::open_enum<aws::match_option>> options) {
        return broken_in({.dimensions = aws::expression_dimension_values{
                              .key = aws::dimension::service, .values = std::move(values), .match_options = options}});
    };
    std::string const place = "/FilterExpression/Dimensions/";
    EXPECT_THAT(dimension({}, {}), ElementsAre(place + "Values values_count"));
    EXPECT_THAT(dimension({std::string(1024, 'a')}, {equals}), IsEmpty());
    EXPECT_THAT(dimension({std::string(1025, 'a')}, {}), ElementsAre(place + "Values/0 value_length"));
    EXPECT_THAT(dimension({"a"}, {equals, case_sensitive}), ElementsAre(place + "MatchOptions match_options_count"));
    auto const tag = [](std::size_t length) {
        return broken_in({.tags = aws::tag_values{.key = std::string(length, 'a')}});
    };
    EXPECT_THAT(tag(1024), IsEmpty());
    EXPECT_THAT(tag(1025), ElementsAre("/FilterExpression/Tags/Key key_length"));
}

TEST(aws_expression_rules, are_about_product_attributes)
{
    using enum aws::match_option;
    auto const attribute = [](std::vector<std::string> values,
                              std::vector<outlay::open_enum<aws::match_option>> options) {
        return broken_in({.product_attributes = aws::product_attribute_values{
                              .key = "model", .values = std::move(values), .match_options = std::move(options)}});
    };
    auto const named = [](std::size_t length) {
        return broken_in(
            {.product_attributes = aws::product_attribute_values{.key = std::string(length, 'a'), .values = {"a"}}});
    };
    std::string const place = "/FilterExpression/ProductAttributes/";
    EXPECT_THAT(named(1024), IsEmpty());
    EXPECT_THAT(named(1025), ElementsAre(place + "Key key_length"));
    std::string const wrong = place + "MatchOptions match_options_combination";
    EXPECT_THAT(attribute({"a"}, {}), IsEmpty());
    EXPECT_THAT(attribute({}, {absent}), IsEmpty());
    EXPECT_THAT(attribute({"a"}, {equals, case_sensitive}), IsEmpty());
    EXPECT_THAT(attribute({}, {}), ElementsAre(place + "Values values_required"));
    EXPECT_THAT(attribute({"a"}, {absent}), ElementsAre(wrong));
    EXPECT_THAT(attribute({"a"}, {absent, equals}), ElementsAre(wrong));
    EXPECT_THAT(attribute({"a"}, {case_sensitive}), ElementsAre(wrong));
    EXPECT_THAT(attribute({}, {absent, case_sensitive}), ElementsAre(wrong));
    EXPECT_THAT(attribute({"a"}, {contains}), ElementsAre(wrong));
}

// --- requests

TEST(aws_request_rules, are_about_the_account)
{
    auto const account = [](std::string id) {
        return listed(validate(aws::delete_budget_request{.account_id = id, .budget_name = "a"}));
    };
    EXPECT_THAT(account("012345678901"), IsEmpty());
    for (auto const* const wrong : {"", "12345678901", "1234567890123", "12345678901a", "1234-5678-9012"})
        EXPECT_THAT(account(wrong), ElementsAre("/AccountId account_id_pattern")) << wrong;
    EXPECT_THAT(listed(validate(aws::describe_budget_request{.account_id = "012345678901", .budget_name = "a:b"})),
                ElementsAre("/BudgetName budget_name_pattern"));
}

TEST(aws_request_rules, are_about_the_length_of_a_page)
{
    auto const budgets = [](std::int32_t most) {
        return listed(validate(aws::describe_budgets_request{.account_id = "012345678901", .max_results = most}));
    };
    EXPECT_THAT(budgets(1), IsEmpty());
    EXPECT_THAT(budgets(1000), IsEmpty());
    EXPECT_THAT(budgets(0), ElementsAre("/MaxResults max_results_min"));
    EXPECT_THAT(budgets(1001), ElementsAre("/MaxResults max_results_max"));
    auto const history = [](std::int32_t most) {
        return listed(validate(aws::describe_budget_performance_history_request{
            .account_id = "012345678901", .budget_name = "a", .max_results = most}));
    };
    EXPECT_THAT(history(100), IsEmpty());
    EXPECT_THAT(history(101), ElementsAre("/MaxResults max_results_max"));
    auto const alerts = [](std::int32_t most) {
        return listed(validate(aws::describe_notifications_for_budget_request{
            .account_id = "012345678901", .budget_name = "a", .max_results = most}));
    };
    EXPECT_THAT(alerts(100), IsEmpty());
    EXPECT_THAT(alerts(101), ElementsAre("/MaxResults max_results_max"));
}

aws::notification above(outlay::decimal threshold)
{
    return {.notification_type = aws::notification_type::actual,
            .comparison_operator = aws::comparison_operator::greater_than,
            .threshold = threshold};
}

std::vector<aws::subscriber> subscribers(std::size_t addresses, std::size_t topics)
{
    std::vector<aws::subscriber> all(addresses,
                                     {.subscription_type = aws::subscription_type::email, .address = "a@example.com"});
    all.insert(all.end(), topics, {.subscription_type = aws::subscription_type::sns, .address = "arn:aws:sns:x"});
    return all;
}

std::vector<std::string> broken_by_alert(aws::notification alert, std::vector<aws::subscriber> to)
{
    return listed(validate(aws::create_notification_request{.account_id = "012345678901",
                                                            .budget_name = "a",
                                                            .notification = std::move(alert),
                                                            .subscribers = std::move(to)}));
}

TEST(aws_request_rules, are_about_thresholds)
{
    auto const at_threshold = [](outlay::decimal value) { return broken_by_alert(above(value), subscribers(1, 0)); };
    EXPECT_THAT(at_threshold(0_dec), IsEmpty());
    EXPECT_THAT(at_threshold(15'000'000'000'000_dec), IsEmpty());
    EXPECT_THAT(at_threshold(-0.1_dec), ElementsAre("/Notification/Threshold threshold_min"));
    EXPECT_THAT(at_threshold(15'000'000'000'000.1_dec), ElementsAre("/Notification/Threshold threshold_max"));
}

TEST(aws_request_rules, count_subscribers)
{
    auto const to = [](std::size_t addresses, std::size_t topics) {
        return broken_by_alert(above(80_dec), subscribers(addresses, topics));
    };
    EXPECT_THAT(to(0, 0), ElementsAre("/Subscribers subscribers_count"));
    EXPECT_THAT(to(10, 1), IsEmpty());
    EXPECT_THAT(to(11, 0), ElementsAre("/Subscribers subscribers_email_count"));
    EXPECT_THAT(to(1, 2), ElementsAre("/Subscribers subscribers_sns_count"));
    EXPECT_THAT(to(11, 1), ElementsAre("/Subscribers subscribers_count", "/Subscribers subscribers_email_count"));
}

TEST(aws_request_rules, do_not_quote_addresses)
{
    auto to = subscribers(1, 0);
    to[0].address = "ops@example.com\nBcc: x";
    auto const found = validate(aws::create_notification_request{
        .account_id = "012345678901", .budget_name = "a", .notification = above(1_dec), .subscribers = to});
    EXPECT_THAT(listed(found), ElementsAre("/Subscribers/0/Address address_line_break"));
    EXPECT_THAT(found[0].to_string(), testing::Not(testing::HasSubstr("ops@")));
    to[0].address = "";
    EXPECT_THAT(broken_by_alert(above(1_dec), to), ElementsAre("/Subscribers/0/Address address_length"));
}

TEST(aws_request_rules, count_alerts_and_tags_of_a_create)
{
    auto const create = [](std::size_t alerts, std::vector<aws::resource_tag> tags) {
        return listed(validate(aws::create_budget_request{
            .account_id = "012345678901",
            .budget = monthly(),
            .notifications_with_subscribers = std::vector<aws::notification_with_subscribers>(
                alerts, {.notification = above(80_dec), .subscribers = subscribers(1, 0)}),
            .resource_tags = std::move(tags)}));
    };
    EXPECT_THAT(create(5, {}), IsEmpty());
    EXPECT_THAT(create(6, {}), ElementsAre("/NotificationsWithSubscribers notifications_count"));
    std::vector<aws::resource_tag> tags;
    for (int i = 0; i < 200; ++i) tags.push_back({.key = "k" + std::to_string(i), .value = std::string(256, 'a')});
    EXPECT_THAT(create(0, tags), IsEmpty());
    tags.push_back({.key = "more"});
    EXPECT_THAT(create(0, tags), ElementsAre("/ResourceTags resource_tags_count"));
    EXPECT_THAT(create(0, {{.key = "a"}, {.key = "b"}, {.key = "a"}}),
                ElementsAre("/ResourceTags resource_tags_unique"));
    EXPECT_THAT(create(0, {{.key = std::string(128, 'a')}}), IsEmpty());
    EXPECT_THAT(create(0, {{.key = std::string(129, 'a'), .value = std::string(257, 'a')}}),
                ElementsAre("/ResourceTags/0/Key tag_key_length", "/ResourceTags/0/Value tag_value_length"));
    EXPECT_THAT(create(0, {{.key = ""}}), ElementsAre("/ResourceTags/0/Key tag_key_length"));
    aws::create_budget_request request{.account_id = "012345678901", .budget = monthly()};
    request.notifications_with_subscribers = {{.notification = above(80_dec), .subscribers = subscribers(0, 2)}};
    EXPECT_THAT(listed(validate(request)),
                ElementsAre("/NotificationsWithSubscribers/0/Subscribers subscribers_sns_count"));
}

} // namespace aws_budget_rules_test
