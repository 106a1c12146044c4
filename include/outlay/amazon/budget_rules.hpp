#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <date/date.h>
#include <optional>
#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_rule_parts.hpp>
#include <outlay/amazon/detail/budget_rule_checks.hpp>
#include <outlay/amazon/detail/budget_rule_forms.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <utility>

// Budget rules of Sponsored Products, Brands and Display: they raise the budgets of campaigns on days, at hours, or
// while a measure of performance is met. Source: Amazon Ads, "Sponsored ads budget rules overview", "Schedule-based
// rules", "Performance-based rules", "Budget rule evaluation", and the specification of Sponsored Products (version 3).
// The specification has no codes for budget rules; those of the rules here are its reasons for refusing campaigns, in
// lower case.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The type, days, raise and condition of a budget rule. The specification promises none of the members in replies. The
/// factories make rules that validate() takes:
///
///     auto rule = budget_rule_details::schedule("Prime week", date_range{2026_y / 7 / 6, 2026_y / 7 / 12}, 20);
///     rule.recurrence = recurrence::daily().between(time_of_day{17}, time_of_day{22});
///
/// The rules of the products differ: see `validate(details, product)`.
struct budget_rule_details {
    std::optional<std::string> name{};                                                    ///< 1 to 355 characters
    std::optional<open_enum<budget_rule_type>> rule_type{};                               ///< of a new rule required
    std::optional<amazon::budget_increase_by> budget_increase_by{};                       ///< of a new rule required
    std::optional<rule_duration> duration{};                                              ///< of a new rule required
    std::optional<amazon::recurrence> recurrence{};                                       ///< absent: Amazon's choice
    std::optional<amazon::performance_measure_condition> performance_measure_condition{}; ///< of PERFORMANCE only
    outlay::extras extras{};

    /// Raises the budget by so many percent on each of these days.
    static budget_rule_details schedule(std::string name, date_range days, decimal percent)
    {
        return scheduled(std::move(name), rule_duration::of(days), percent);
    }
    /// Raises the budget by so many percent on each day from a first one on, for good.
    static budget_rule_details schedule_from(std::string name, date::year_month_day first, decimal percent)
    {
        return scheduled(std::move(name), rule_duration::from(first), percent);
    }
    /// Raises the budget by so many percent on the days of an event. Not for Sponsored Display.
    static budget_rule_details schedule(std::string name, rule_event_id event, decimal percent)
    {
        return scheduled(std::move(name), rule_duration::of(std::move(event)), percent);
    }
    /// Raises the budget by so many percent on each day on which the metric compares so with the threshold, from a
    /// first day on.
    static budget_rule_details performance(std::string name, date::year_month_day first, performance_metric metric,
                                           amazon::comparison_operator comparison, decimal threshold, decimal percent)
    {
        budget_rule_details made = scheduled(std::move(name), rule_duration::from(first), percent);
        made.rule_type = budget_rule_type::performance;
        made.performance_measure_condition = {
            .metric_name = metric, .comparison_operator = comparison, .threshold = threshold};
        return made;
    }

    friend bool operator==(budget_rule_details const&, budget_rule_details const&) = default;

private:
    static budget_rule_details scheduled(std::string name, rule_duration when, decimal percent)
    {
        return {.name = std::move(name),
                .rule_type = budget_rule_type::schedule,
                .budget_increase_by = amazon::budget_increase_by{.value = percent},
                .duration = std::move(when),
                .recurrence = amazon::recurrence::daily()};
    }
};
BOOST_DESCRIBE_STRUCT(budget_rule_details, (),
                      (name, rule_type, budget_increase_by, duration, recurrence, performance_measure_condition,
                       extras))

/// A budget rule as Amazon returns it.
struct budget_rule {
    budget_rule_id rule_id{};                                   ///< always there
    std::optional<budget_rule_details> rule_details{};          ///< type, days, raise and condition
    std::optional<open_enum<budget_rule_state>> rule_state{};   ///< whether the rule is in use
    std::optional<open_enum<budget_rule_status>> rule_status{}; ///< whether the rule raises budgets today
    std::optional<epoch_timestamp> created_date{};              ///< read from seconds and from milliseconds
    std::optional<epoch_timestamp> last_updated_date{};         ///< likewise
    outlay::extras extras{};

    friend bool operator==(budget_rule const&, budget_rule const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule, (),
                      (rule_id, rule_details, rule_state, rule_status, created_date, last_updated_date, extras))

/// Changes to a budget rule. Of its details, Amazon takes name, duration, budget_increase_by and
/// performance_measure_condition only.
struct budget_rule_update {
    budget_rule_id rule_id{};                                 ///< which to change: required
    std::optional<open_enum<budget_rule_state>> rule_state{}; ///< absent: as it is
    std::optional<budget_rule_details> rule_details{};        ///< without rule_type and recurrence
    outlay::extras extras{};

    /// An update that sets everything that can be set to its present value: to be changed, then sent. Type and
    /// recurrence of the rule, and the name and the days of its event, which no update has, are left out.
    static budget_rule_update of(budget_rule const& current)
    {
        budget_rule_update made{.rule_id = current.rule_id,
                                .rule_state = current.rule_state,
                                .rule_details = current.rule_details,
                                .extras = current.extras.unknown()};
        if (!made.rule_details) return made;
        made.rule_details->rule_type.reset();
        made.rule_details->recurrence.reset();
        auto& when = made.rule_details->duration;
        if (when && when->event_type_rule_duration) when = rule_duration::of(when->event_type_rule_duration->event_id);
        return made;
    }

    friend bool operator==(budget_rule_update const&, budget_rule_update const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_update, (), (rule_id, rule_state, rule_details, extras))

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::budget_rule_details> T>
struct model<T> {
    static constexpr auto description =
        "The type, days, raise and condition of a budget rule. An update has neither ruleType nor recurrence, and "
        "absent members keep their values.";
    using type = amazon::budget_rule_type;
    static constexpr auto members = std::tuple{
        member<&T::name>(in_requests(coded("too_short", length(1))), in_requests(coded("too_long", length(0, 355)))),
        member<&T::rule_type>(amazon::detail::in_capitals<type>),
        in_creates(invariant(
            "missing_value", &T::name, [](T const& d) { return d.name.has_value(); }, "a new rule needs a name")),
        in_creates(invariant(
            "missing_value", &T::rule_type, [](T const& d) { return d.rule_type.has_value(); },
            "a new rule needs a type")),
        in_creates(invariant(
            "missing_value", &T::budget_increase_by, [](T const& d) { return d.budget_increase_by.has_value(); },
            "a new rule needs a raise")),
        in_requests(when(is_any_of<&T::rule_type>(type::schedule),
                         needs<&T::duration>("missing_value", "SCHEDULE needs a duration"),
                         refuses<&T::performance_measure_condition>("expected_null", "SCHEDULE has no condition"))),
        in_requests(when(is_any_of<&T::rule_type>(type::performance),
                         needs<&T::duration>("missing_value", "PERFORMANCE needs a date range"),
                         needs<&T::performance_measure_condition>("missing_value", "PERFORMANCE needs a condition"))),
        in_requests(audit<T>(&amazon::detail::check_rule_details<T>, amazon::detail::rule_details_codes)),
    };
};

template<std::same_as<amazon::budget_rule> T>
struct model<T> {
    static constexpr auto description = "A budget rule as Amazon returns it.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        form<&T::created_date, amazon::detail::epoch_of_either_unit>(),
        form<&T::last_updated_date, amazon::detail::epoch_of_either_unit>(),
        member<&T::created_date>(
            in_replies_only, for_information,
            described_as("Since 1970-01-01T00:00:00Z in milliseconds or, below 100000000000, in seconds.")),
        member<&T::last_updated_date>(
            in_replies_only, for_information,
            described_as("Since 1970-01-01T00:00:00Z in milliseconds or, below 100000000000, in seconds.")),
    };
};

template<std::same_as<amazon::budget_rule_update> T>
struct model<T> {
    static constexpr auto description = "Changes to a budget rule. Absent members keep their values.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{
        member<&T::rule_id>(coded("missing_value", length(1)), visible_id<amazon::budget_rule_id>,
                            amazon::detail::looks_like_id<amazon::budget_rule_id>),
        member<&T::rule_state>(amazon::detail::in_capitals<amazon::budget_rule_state>),
        quirk<T>(
            "nothing_to_update", [](T const& u) { return u != T{.rule_id = u.rule_id}; },
            "an update that changes nothing"),
    };
};

/// The report of validate() on a new budget rule, with the rules that need its product: the metrics and comparisons
/// that the product has; no weekly recurrence for Sponsored Products; no event for Sponsored Display. Codes:
/// `not_in_list`, `expected_null`.
// A template, so that only what calls it compiles validate().
report validate(std::same_as<amazon::budget_rule_details> auto const& details, amazon::ad_product of,
                outlay::context const& context = {})
{
    report found = validate(details, context);
    amazon::detail::compare_with_product(details, of, "", found);
    return found;
}

/// The same of an update, with the rules about the members that it has.
report validate(std::same_as<amazon::budget_rule_update> auto const& update, amazon::ad_product of,
                outlay::context const& context = {})
{
    report found = validate(update, context);
    if (update.rule_details) amazon::detail::compare_with_product(*update.rule_details, of, "/ruleDetails", found);
    return found;
}

namespace amazon {

using outlay::validate;

} // namespace amazon
} // namespace outlay::inline v0_1_0
