#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <date/date.h>
#include <optional>
#include <outlay/amazon/detail/budget_rule_forms.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/model/forms.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/time_of_day.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Days, hours, condition and raise of a budget rule: see budget_rules.hpp.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The two kinds of budget rules.
enum class budget_rule_type : unsigned char {
    schedule,    ///< raises the budget on certain days
    performance, ///< raises the budget while a condition is met
};
BOOST_DESCRIBE_ENUM(budget_rule_type, schedule, performance)

/// The unit of a raise.
enum class budget_change_type : unsigned char { percent };
BOOST_DESCRIBE_ENUM(budget_change_type, percent)

/// How often a budget rule applies.
enum class recurrence_type : unsigned char {
    daily,  ///< on each day
    weekly, ///< on certain days of the week; by the specification not for Sponsored Products
};
BOOST_DESCRIBE_ENUM(recurrence_type, daily, weekly)

/// A day of the week.
enum class day_of_week : unsigned char { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(day_of_week, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

/// A measure of a campaign's performance, over 7 days for sellers and 14 days for vendors.
enum class performance_metric : unsigned char {
    acos, ///< advertising cost of sales, in percent: not for Sponsored Brands
    ctr,  ///< click-through rate: not for Sponsored Brands
    cvr,  ///< conversion rate: not for Sponsored Brands
    roas, ///< return on ad spend
    is,   ///< top-of-search impression share, in percent: for Sponsored Brands only
    ntb,  ///< percent of sales that are new to the brand: for Sponsored Brands only
};
BOOST_DESCRIBE_ENUM(performance_metric, acos, ctr, cvr, roas, is, ntb)

/// How a measure is compared with a threshold.
enum class comparison_operator : unsigned char {
    equal_to, ///< for Sponsored Products only
    greater_than,
    greater_than_or_equal_to,
    less_than,
    less_than_or_equal_to,
};
BOOST_DESCRIBE_ENUM(comparison_operator, equal_to, greater_than, greater_than_or_equal_to, less_than,
                    less_than_or_equal_to)

/// Whether a budget rule is in use.
enum class budget_rule_state : unsigned char { active, paused };
BOOST_DESCRIBE_ENUM(budget_rule_state, active, paused)

/// Whether a budget rule raises budgets today, and if not, why.
enum class budget_rule_status : unsigned char {
    active,                   ///< budgets are raised
    pending_start,            ///< the first day is in the future
    expired,                  ///< the last day is over
    on_hold,                  ///< condition or recurrence is not met, or another rule supersedes this one
    paused,                   ///< the rule is not in use
    budget_threshold_not_met, ///< the daily budget is less than such a rule needs
};
BOOST_DESCRIBE_ENUM(budget_rule_status, active, pending_start, expired, on_hold, paused, budget_threshold_not_met)

/// The raise of a daily budget by a rule.
struct budget_increase_by {
    open_enum<budget_change_type> type{}; ///< `PERCENT`
    decimal value{};                      ///< more than 0: 20 raises 10.00 to 12.00
    outlay::extras extras{};
    friend bool operator==(budget_increase_by const&, budget_increase_by const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_increase_by, (), (type, value, extras))

/// The days of a rule, in the time zone of the profile.
struct date_range_type_rule_duration {
    date::year_month_day start_date{};              ///< the first day: of a new rule, today or later
    std::optional<date::year_month_day> end_date{}; ///< the last day; absent: for good
    outlay::extras extras{};

    friend bool operator==(date_range_type_rule_duration const&, date_range_type_rule_duration const&) = default;
};
BOOST_DESCRIBE_STRUCT(date_range_type_rule_duration, (), (start_date, end_date, extras))

/// An event that Amazon recommends rules for. Its days are absent until they are announced.
struct event_type_rule_duration {
    rule_event_id event_id{};                         ///< from Amazon's recommendations
    std::optional<std::string> event_name{};          ///< in replies only
    std::optional<date::year_month_day> start_date{}; ///< the first day; in replies only
    std::optional<date::year_month_day> end_date{};   ///< the last day; in replies only
    outlay::extras extras{};

    friend bool operator==(event_type_rule_duration const&, event_type_rule_duration const&) = default;
};
BOOST_DESCRIBE_STRUCT(event_type_rule_duration, (), (event_id, event_name, start_date, end_date, extras))

/// The days of a rule: one of the two members, and not both.
struct rule_duration {
    std::optional<amazon::date_range_type_rule_duration> date_range_type_rule_duration{}; ///< days
    std::optional<amazon::event_type_rule_duration> event_type_rule_duration{};           ///< an event
    outlay::extras extras{};

    /// These days.
    static rule_duration of(date_range days)
    {
        return {.date_range_type_rule_duration =
                    amazon::date_range_type_rule_duration{.start_date = days.first(), .end_date = days.last()}};
    }
    /// From a first day on, for good.
    static rule_duration from(date::year_month_day first)
    {
        return {.date_range_type_rule_duration = amazon::date_range_type_rule_duration{.start_date = first}};
    }
    /// The days of an event.
    static rule_duration of(rule_event_id event)
    {
        return {.event_type_rule_duration = amazon::event_type_rule_duration{.event_id = std::move(event)}};
    }

    friend bool operator==(rule_duration const&, rule_duration const&) = default;
};
BOOST_DESCRIBE_STRUCT(rule_duration, (), (date_range_type_rule_duration, event_type_rule_duration, extras))

/// The hours of a day to which a rule is limited.
struct intra_day_window {
    std::optional<time_of_day> start_time{}; ///< in a request required
    std::optional<time_of_day> end_time{};   ///< later than start_time; in a request required
    outlay::extras extras{};

    friend bool operator==(intra_day_window const&, intra_day_window const&) = default;
};
BOOST_DESCRIBE_STRUCT(intra_day_window, (), (start_time, end_time, extras))

/// The days, and the hours of a day, to which a rule is limited.
struct recurrence {
    std::optional<open_enum<recurrence_type>> type{};                  ///< read in small letters, too
    std::optional<std::vector<open_enum<day_of_week>>> days_of_week{}; ///< each once; of a weekly rule 1 or more
    std::optional<std::vector<intra_day_window>> intra_day_schedule{}; ///< at most 1; of rules of schedule only
    outlay::extras extras{};

    /// On each day.
    static recurrence daily() { return {.type = recurrence_type::daily}; }
    /// On these days of the week.
    static recurrence weekly(std::vector<open_enum<day_of_week>> days)
    {
        return {.type = recurrence_type::weekly, .days_of_week = std::move(days)};
    }
    /// The same from one time of the day to another only. Amazon has this in the US, CA, UK, IN and JP.
    recurrence between(time_of_day start, time_of_day end) const
    {
        recurrence made = *this;
        made.intra_day_schedule.emplace({intra_day_window{.start_time = start, .end_time = end}});
        return made;
    }

    friend bool operator==(recurrence const&, recurrence const&) = default;
};
BOOST_DESCRIBE_STRUCT(recurrence, (), (type, days_of_week, intra_day_schedule, extras))

/// The condition of a rule of performance: `ACOS LESS_THAN 20`.
struct performance_measure_condition {
    open_enum<performance_metric> metric_name{};                  ///< one that the product has
    open_enum<amazon::comparison_operator> comparison_operator{}; ///< one that the product has
    decimal threshold{};                                          ///< in the unit of the metric
    outlay::extras extras{};

    friend bool operator==(performance_measure_condition const&, performance_measure_condition const&) = default;
};
BOOST_DESCRIBE_STRUCT(performance_measure_condition, (), (metric_name, comparison_operator, threshold, extras))

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::budget_increase_by> T>
struct model<T> {
    static constexpr auto description = "The raise of a daily budget by a rule, in percent.";
    static constexpr auto members = std::tuple{
        member<&T::type>(amazon::detail::in_capitals<amazon::budget_change_type>),
        member<&T::value>(in_requests(coded("too_low", more_than(decimal(0))))),
    };
};

template<std::same_as<amazon::date_range_type_rule_duration> T>
struct model<T> {
    static constexpr auto description = "The days of a rule, in the time zone of the profile, both included.";
    static constexpr auto members = std::tuple{
        form<&T::start_date, forms::compact_date>(),
        form<&T::end_date, forms::compact_date>(),
        in_requests(invariant(
            "start_date_after_end_date", &T::start_date,
            [](T const& d) {
                return !d.end_date || !d.start_date.ok() || !d.end_date->ok() || d.start_date <= *d.end_date;
            },
            "starts after it ends")),
        in_creates(invariant(
            "start_date_earlier_than_today", &T::start_date,
            [](T const& d, context const& in) { return !in.today || !d.start_date.ok() || d.start_date >= *in.today; },
            "starts before today")),
    };
};

template<std::same_as<amazon::event_type_rule_duration> T>
struct model<T> {
    static constexpr auto description = "An event that Amazon recommends rules for.";
    static constexpr auto members = std::tuple{
        form<&T::start_date, forms::compact_date>(),
        form<&T::end_date, forms::compact_date>(),
        member<&T::event_id>(in_requests(coded("missing_value", length(1))),
                             in_requests(visible_id<amazon::rule_event_id>)),
        member<&T::event_name>(in_replies_only),
        member<&T::start_date>(in_replies_only),
        member<&T::end_date>(in_replies_only),
    };
};

template<std::same_as<amazon::rule_duration> T>
struct model<T> {
    static constexpr auto description = "The days of a rule: a date range, or those of an event.";
    static constexpr auto members = std::tuple{
        in_requests(invariant<T>(
            "not_one_duration",
            [](T const& d) {
                return d.date_range_type_rule_duration.has_value() != d.event_type_rule_duration.has_value();
            },
            "a duration has a date range or an event, and not both")),
    };
};

template<std::same_as<amazon::intra_day_window> T>
struct model<T> {
    static constexpr auto description = "The hours of a day to which a rule is limited.";
    static constexpr auto members = std::tuple{
        in_requests(invariant(
            "missing_value", &T::start_time, [](T const& w) { return w.start_time.has_value(); },
            "a window needs a start")),
        in_requests(invariant(
            "missing_value", &T::end_time, [](T const& w) { return w.end_time.has_value(); }, "a window needs an end")),
        in_requests(invariant(
            "end_time_not_after_start_time", &T::end_time,
            [](T const& w) { return !w.start_time || !w.end_time || *w.start_time < *w.end_time; },
            "does not end after it starts")),
    };
};

template<std::same_as<amazon::recurrence> T>
struct model<T> {
    static constexpr auto description = "The days, and the hours of a day, to which a rule is limited.";
    static constexpr auto members = std::tuple{
        form<&T::type, amazon::detail::any_case<amazon::recurrence_type>>(),
        member<&T::type>(in_requests(satisfies<open_enum<amazon::recurrence_type>>(
            "invalid_enum_value", &amazon::detail::is_spelt_in_capitals<amazon::recurrence_type>,
            "capital letters such as DAILY", "^(?:[A-Z0-9_]+|[Dd][Aa][Ii][Ll][Yy]|[Ww][Ee][Ee][Kk][Ll][Yy])$"))),
        member<&T::days_of_week>(in_requests(coded("duplicate_value", unique_items())),
                                 each(amazon::detail::in_capitals<amazon::day_of_week>)),
        member<&T::intra_day_schedule>(in_requests(items(0, 1))),
        in_requests(when(is_any_of<&T::type>(amazon::recurrence_type::weekly),
                         needs<&T::days_of_week>("missing_value", "WEEKLY needs days of the week"))),
        in_requests(invariant(
            "missing_value", &T::days_of_week,
            [](T const& r) {
                return !(r.type == open_enum(amazon::recurrence_type::weekly) && r.days_of_week &&
                         r.days_of_week->empty());
            },
            "WEEKLY needs days of the week")),
    };
};

template<std::same_as<amazon::performance_measure_condition> T>
struct model<T> {
    static constexpr auto description = "The condition of a rule of performance.";
    static constexpr auto members = std::tuple{
        member<&T::metric_name>(amazon::detail::in_capitals<amazon::performance_metric>),
        member<&T::comparison_operator>(amazon::detail::in_capitals<amazon::comparison_operator>),
    };
};

} // namespace outlay::inline v0_1_0
