#pragma once

#include <outlay/amazon/ad_product.hpp>
#include <outlay/model/audit.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

// The rules of budget rules that are about several members, or that need the product. Details is budget_rule_details,
// which includes this.

namespace outlay::inline v0_1_0::amazon::detail {

/// The codes of all violations that check_rule_details reports.
inline constexpr std::string_view rule_details_codes = "expected_null, missing_value, not_in_list";

/// Checks that an update leaves the members alone that Amazon does not change.
template<class Details>
constexpr void check_rule_update(Details const& details, auditor& to)
{
    if (details.rule_type)
        to.violation({"ruleType"}, "expected_null", "the type of a rule can't be changed: expected null");
    if (details.recurrence)
        to.violation({"recurrence"}, "expected_null", "the recurrence of a rule can't be changed: expected null");
}

template<class Details>
constexpr void check_rule_details(Details const& details, auditor& to)
{
    using type = typename decltype(details.rule_type)::value_type::enum_type;
    if (to.direction() == direction::update) check_rule_update(details, to);
    bool const is_performance = details.rule_type && *details.rule_type == type::performance;
    bool const has_event = details.duration && details.duration->event_type_rule_duration;
    if (is_performance && has_event)
        to.violation({"duration", "eventTypeRuleDuration"}, "expected_null",
                     "PERFORMANCE has a date range, and no event");
    if (!details.recurrence) return;
    auto const& recurrence = *details.recurrence;
    if (is_performance && recurrence.intra_day_schedule && !recurrence.intra_day_schedule->empty())
        to.violation({"recurrence", "intraDaySchedule"}, "expected_null", "only SCHEDULE has hours of the day");
    using recurrence_type = typename decltype(recurrence.type)::value_type::enum_type;
    if (has_event && recurrence.type && *recurrence.type == recurrence_type::weekly)
        to.violation({"recurrence", "type"}, "not_in_list", "the rule of an event is DAILY");
}

/// The name of a product in messages.
constexpr std::string_view name_of(ad_product product) noexcept
{
    switch (product) {
    case ad_product::sponsored_products: return "Sponsored Products";
    case ad_product::sponsored_brands: return "Sponsored Brands";
    case ad_product::sponsored_display: return "Sponsored Display";
    }
    return "a product that is none of Amazon's";
}

/// Whether a product has a metric. Those that Amazon may add are for the server to judge.
template<class Metric>
constexpr bool has_metric(ad_product product, Metric metric) noexcept
{
    switch (metric) {
    case Metric::roas: return true;
    case Metric::acos:
    case Metric::ctr:
    case Metric::cvr: return product != ad_product::sponsored_brands;
    case Metric::is:
    case Metric::ntb: return product == ad_product::sponsored_brands;
    }
    return true;
}

/// Adds to `found` what a product does not have. `before` comes before each pointer.
template<class Details>
void compare_with_product(Details const& details, ad_product product, std::string_view before, report& found)
{
    auto const add = [&](std::string_view pointer, std::string_view code, std::string_view what) {
        found.add({.pointer = outlay::detail::joined({before, pointer}),
                   .code = std::string(code),
                   .message = outlay::detail::joined({what, " is not for ", name_of(product)})});
    };
    bool const is_products = product == ad_product::sponsored_products;
    if (details.performance_measure_condition) {
        auto const& condition = *details.performance_measure_condition;
        using comparison = typename decltype(condition.comparison_operator)::enum_type;
        auto const metric = condition.metric_name.known();
        if (metric && !has_metric(product, *metric))
            add("/performanceMeasureCondition/metricName", "not_in_list", condition.metric_name.text());
        if (!is_products && condition.comparison_operator == comparison::equal_to)
            add("/performanceMeasureCondition/comparisonOperator", "not_in_list", condition.comparison_operator.text());
    }
    if (is_products && details.recurrence && details.recurrence->type) {
        using recurrence_type = typename decltype(details.recurrence->type)::value_type::enum_type;
        if (*details.recurrence->type == recurrence_type::weekly)
            add("/recurrence/type", "not_in_list", details.recurrence->type->text());
    }
    if (product == ad_product::sponsored_display && details.duration && details.duration->event_type_rule_duration)
        add("/duration/eventTypeRuleDuration", "expected_null", "an event");
}

} // namespace outlay::inline v0_1_0::amazon::detail
