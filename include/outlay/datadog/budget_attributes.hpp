#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/datadog/costs.hpp>
#include <outlay/datadog/detail/budget_rules.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/timestamp.hpp>
#include <ranges>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// What a cost budget allows for, month by month. Source: Datadog API reference, "Cloud Cost Management": "Get budget",
// "Create or update a budget". Its specification promises none of these members.

namespace outlay::inline v0_1_0::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A user of Datadog: a UUID.
using user_id = identifier<struct user_tag>;

/// Costs that have this value of a tag.
struct tag_filter {
    std::string tag_key{};   ///< one of the tags that the query groups by
    std::string tag_value{}; ///< `ec2`
    outlay::extras extras{};

    friend bool operator==(tag_filter const&, tag_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(tag_filter, (), (tag_key, tag_value, extras))

/// The budgeted amount of a month and a combination of tags: one value of each tag that the query groups by.
struct budget_entry {
    compact_optional<decimal> amount{};    ///< 0 or more; in a request required
    nullable<datadog::costs> costs{};      ///< in replies only
    std::optional<outlay::month> month{};  ///< from start_month to end_month; in a request required
    std::vector<tag_filter> tag_filters{}; ///< in any order; a reply has [] where a request left them out
    outlay::extras extras{};

    friend bool operator==(budget_entry const&, budget_entry const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_entry, (), (amount, month, tag_filters, costs, extras))

/// A budget. validate() holds it to the rules of the server, and names all that are broken, where the server names one:
///
///     tags_must_have_0_1_or_2_elements                   tags_must_be_unique
///     start_month_must_be_of_the_format_yyyymm           end_month_must_be_of_the_format_yyyymm
///     end_month_must_not_be_before_start_month           entry_month_must_be_between_start_month_and_end_month
///     entry_amount_must_not_be_negative                  entry_tag_filters_must_include_all_group_by_tags
///     tag_key_must_be_one_of_the_tags                    tag_combination_must_have_entries_for_all_months
///     entries_are_required
///
/// "Tags" are those of group_by_tags(metrics_query). Replies are not held to them.
struct budget_attributes {
    nullable<datadog::costs> costs{};             ///< of the whole budget, from costs_period_start to costs_period_end
    nullable<epoch_timestamp> costs_period_end{}; ///< in milliseconds
    nullable<epoch_timestamp> costs_period_start{}; ///< in milliseconds
    nullable<datadog::costs_unit> costs_unit{};     ///< the unit of all costs
    std::optional<epoch_timestamp> created_at{};    ///< absent in the reply to an update, which says the year 1
    std::optional<user_id> created_by{};            ///< likewise, where it says ""
    std::optional<month> end_month{};               ///< the last
    std::vector<budget_entry> entries{};            ///< a list of budgets leaves them out
    std::optional<std::string> metrics_query{};     ///< `aws.cost.amortized{service:ec2} by {service}`
    std::optional<std::string> name{};              ///< as people see it
    std::optional<std::int64_t> org_id{};           ///< of the organization
    std::optional<month> start_month{};             ///< the first
    std::optional<decimal> total_amount{};          ///< the sum of the entries' amounts, computed by Datadog
    std::optional<epoch_timestamp> updated_at{};    ///< in milliseconds
    std::optional<user_id> updated_by{};            ///< who changed it last
    outlay::extras extras{};

    friend bool operator==(budget_attributes const&, budget_attributes const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_attributes, (),
                      (costs, costs_period_end, costs_period_start, costs_unit, created_at, created_by, end_month,
                       entries, metrics_query, name, org_id, start_month, total_amount, updated_at, updated_by, extras))

/// The months of a budget, a random-access range from the first to the last: none, if one of them is absent, or the
/// last comes before the first.
inline auto months(budget_attributes const& of)
{
    month const first = of.start_month.value_or(month());
    int const count = of.start_month && of.end_month ? (std::max)(0, *of.end_month - first + 1) : 0;
    return std::views::iota(0, count) | std::views::transform([first](int n) { return first + n; });
}

namespace detail {

using outlay::detail::problem;
using outlay::detail::token;

/// The year 1 is what Datadog's programs take for no time at all.
inline constexpr std::int64_t year_1 = -62'135'596'800'000;

constexpr bool is_time(epoch_timestamp const& time) { return time.milliseconds() != year_1; }
inline constexpr auto told_time = notice(
    satisfies<epoch_timestamp>("not_available", &is_time, "a time after the year 1, which is read as absent", ".*"));

inline bool is_user(user_id const& id) { return !id.empty(); }
inline constexpr auto told_user =
    notice(satisfies<user_id>("not_available", &is_user, "a user: an empty id is read as absent", ".*"));

struct creation_time {
    using reads = std::tuple<epoch_timestamp>;

    static problem const* read(std::optional<epoch_timestamp>& to, token from)
    {
        static constexpr problem not_available{.code = "not_available",
                                               .expected = "milliseconds since 1970",
                                               .weight = problem::gravity::not_available,
                                               .remedy = "the year 1: read as absent"};
        epoch_timestamp time;
        if (auto const* const wrong = outlay::detail::scalar_wire<epoch_timestamp>::read(time, from)) return wrong;
        if (!is_time(time)) return &not_available;
        to = time;
        return nullptr;
    }
};

struct creator {
    using reads = std::tuple<user_id>;

    static problem const* read(std::optional<user_id>& to, token from)
    {
        static constexpr problem not_available{.code = "not_available",
                                               .expected = "an id in a string",
                                               .weight = problem::gravity::not_available,
                                               .remedy = "read as absent"};
        user_id id;
        auto const* const wrong = outlay::detail::scalar_wire<user_id>::read(id, from);
        if (wrong != nullptr && !wrong->has_value()) return wrong;
        if (id.empty()) return &not_available;
        to = std::move(id);
        return wrong;
    }
};

/// A number that is no month is no reason to refuse a reply. In a request, rules are about the month that is missing
/// then, and are reported along with all others.
struct any_month {
    using reads = std::tuple<std::int64_t>;
    static constexpr bool extends_usual = true; ///< what is a month is read as one

    static problem const* read(std::optional<month>& to, token from)
    {
        static constexpr problem not_a_month{.code = "not_available",
                                             .expected = "a month such as 202501",
                                             .weight = problem::gravity::not_available,
                                             .remedy = "not a month of the format YYYYMM: read as absent"};
        std::int64_t number = 0;
        if (outlay::detail::scalar_wire<std::int64_t>::read(number, from) != nullptr)
            return &outlay::detail::expected_month;
        to = month::from_number(number);
        return to ? nullptr : &not_a_month;
    }
};

} // namespace detail
} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<std::same_as<datadog::tag_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the costs that have this value of a tag.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::tag_key>(presence::optional),
        member<&T::tag_value>(presence::optional),
    };
};

template<std::same_as<datadog::budget_entry> T>
struct model<T> {
    static constexpr auto description = "The amount budgeted for one month and one combination of tags.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::costs>(in_replies_only),
        member<&T::tag_filters>(presence::optional),
        form<&T::month, datadog::detail::any_month>(),
    };
};

template<std::same_as<datadog::budget_attributes> T>
struct model<T> {
    static constexpr auto description = "The amounts budgeted for each month, and the query that selects the costs.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::costs>(in_replies_only),
        member<&T::costs_period_end>(in_replies_only, for_information),
        member<&T::costs_period_start>(in_replies_only, for_information),
        member<&T::costs_unit>(in_replies_only, for_information),
        member<&T::created_at>(in_replies_only, for_information, datadog::detail::told_time),
        member<&T::created_by>(in_replies_only, for_information, datadog::detail::told_user),
        member<&T::entries>(presence::optional),
        member<&T::org_id>(in_replies_only, for_information),
        member<&T::updated_at>(in_replies_only, for_information),
        member<&T::updated_by>(in_replies_only, for_information),
        form<&T::created_at, datadog::detail::creation_time>(),
        form<&T::created_by, datadog::detail::creator>(),
        form<&T::end_month, datadog::detail::any_month>(),
        form<&T::start_month, datadog::detail::any_month>(),
        in_requests(audit<T>([](T const& budget, auditor& to) { datadog::detail::budget_check(budget, to).run(); },
                             datadog::detail::budget_codes)),
        audit<T>(&datadog::detail::check_total_amount<T>),
    };
};

} // namespace outlay::inline v0_1_0
