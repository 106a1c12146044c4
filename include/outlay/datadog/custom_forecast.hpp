#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/datadog/budget.hpp>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/datadog/detail/forecast_rules.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/timestamp.hpp>
#include <tuple>
#include <vector>

// The bodies of
//   PUT /api/v2/cost/budget/custom-forecast         create or replace
//   GET /api/v2/cost/budget/{id}/custom-forecast    read
// Source: Datadog API reference, "Cloud Cost Management": "Create or replace a budget's custom forecast", "Get a
// budget's custom forecast"; both are in preview there.

namespace outlay::inline v0_1_0::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A custom forecast: a UUID. Calls name it by the id of its budget.
using custom_forecast_id = identifier<struct custom_forecast_tag>;

/// The type of a custom forecast as a resource of JSON:API.
enum class custom_forecast_type : unsigned char { custom_forecast };
BOOST_DESCRIBE_ENUM(custom_forecast_type, custom_forecast)

/// The forecast that replaces Datadog's own for one entry of a budget: its month and its combination of tags.
struct custom_forecast_entry {
    compact_optional<decimal> amount{};    ///< of the whole month, 0 or more; in a request required
    std::optional<outlay::month> month{};  ///< that of the entry; in a request required
    std::vector<tag_filter> tag_filters{}; ///< those of the entry, in any order
    outlay::extras extras{};

    friend bool operator==(custom_forecast_entry const&, custom_forecast_entry const&) = default;
};
BOOST_DESCRIBE_STRUCT(custom_forecast_entry, (), (amount, month, tag_filters, extras))

/// The custom forecast of a budget. validate() holds it to these rules:
///
///     budget_uid_is_required                  entry_amount_must_not_be_negative
///     entry_month_must_be_of_the_format_yyyymm
///
/// and notices `repeated_entry` and `deletes_custom_forecast`. Replies are not held to them. `validate(forecast,
/// budget)` also compares it with its budget.
struct custom_forecast_attributes {
    budget_id budget_uid{};                      ///< the budget that it is for
    std::optional<epoch_timestamp> created_at{}; ///< absent in the reply to an update, which says the year 1
    std::optional<user_id> created_by{};         ///< likewise, where it says ""
    std::vector<custom_forecast_entry>
        entries{}; ///< for any of the budget's; a request without one deletes the forecast
    std::optional<epoch_timestamp> updated_at{}; ///< in milliseconds
    std::optional<user_id> updated_by{};         ///< the user who changed it last
    outlay::extras extras{};

    friend bool operator==(custom_forecast_attributes const&, custom_forecast_attributes const&) = default;
};
BOOST_DESCRIBE_STRUCT(custom_forecast_attributes, (),
                      (budget_uid, created_at, created_by, entries, updated_at, updated_by, extras))

/// A custom forecast and its id.
struct custom_forecast {
    custom_forecast_attributes attributes{}; ///< the forecast itself
    std::optional<custom_forecast_id> id{};  ///< in replies only: a request names the budget
    open_enum<custom_forecast_type> type{};  ///< `custom_forecast`: a request may say no other, a reply may
    outlay::extras extras{};

    friend bool operator==(custom_forecast const&, custom_forecast const&) = default;
};
BOOST_DESCRIBE_STRUCT(custom_forecast, (), (attributes, id, type, extras))

/// A custom forecast as Datadog returns it. To change it: `upsert_custom_forecast_request{document.data}`.
struct custom_forecast_document {
    custom_forecast data{}; ///< with its entries
    outlay::extras extras{};

    friend bool operator==(custom_forecast_document const&, custom_forecast_document const&) = default;
};
BOOST_DESCRIBE_STRUCT(custom_forecast_document, (), (data, extras))

/// Creates the custom forecast of a budget, or replaces all of it. Without entries it deletes the forecast.
struct upsert_custom_forecast_request {
    custom_forecast data{}; ///< the whole forecast
    outlay::extras extras{};

    friend bool operator==(upsert_custom_forecast_request const&, upsert_custom_forecast_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(upsert_custom_forecast_request, (), (data, extras))

} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<>
struct model<datadog::custom_forecast_type> {
    static constexpr auto naming = wire_case::snake;
};

template<std::same_as<datadog::custom_forecast_entry> T>
struct model<T> {
    static constexpr auto description = "The forecast for one month and one combination of tags of a budget.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        form<&T::month, datadog::detail::any_month>(),
    };
};

template<std::same_as<datadog::custom_forecast_attributes> T>
struct model<T> {
    static constexpr auto description = "The forecast of a budget's costs, for any of its entries.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::budget_uid>(text_format("uuid"), in_requests(coded("budget_uid_is_required", length(1))),
                               in_requests(visible_id<datadog::budget_id>)),
        member<&T::created_at>(in_replies_only, for_information, datadog::detail::told_time),
        member<&T::created_by>(in_replies_only, for_information, datadog::detail::told_user),
        member<&T::updated_at>(in_replies_only, for_information),
        member<&T::updated_by>(in_replies_only, for_information),
        form<&T::created_at, datadog::detail::creation_time>(),
        form<&T::created_by, datadog::detail::creator>(),
        in_requests(audit<T>(&datadog::detail::check_forecast<T>, datadog::detail::forecast_codes)),
    };
};

template<std::same_as<datadog::custom_forecast> T>
struct model<T> {
    static constexpr auto description = "A custom forecast and its id.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::id>(in_replies_only, for_information),
        member<&T::type>(in_requests(known_enumerator<datadog::custom_forecast_type>())),
    };
};

template<>
struct model<datadog::custom_forecast_document> {
    static constexpr auto description = "The custom forecast of a budget as Datadog returns it.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<datadog::upsert_custom_forecast_request> {
    static constexpr auto description =
        "The request to create or replace the custom forecast of a budget. A request without entries deletes the forecast.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto naming = wire_case::snake;
};

/// The report of validate() on a forecast to be sent, with two more rules, which need its budget: each entry has the
/// month and the tags of an entry of the budget, and `budget_uid` is the budget's id, where the budget has one. Takes
/// time linear in the entries of both. Codes: `entry_must_match_an_entry_of_the_budget`,
/// `budget_uid_must_be_the_id_of_the_budget`.
// A template, so that only what calls it compiles validate().
report validate(std::same_as<datadog::custom_forecast> auto const& forecast, datadog::budget const& of,
                outlay::context const& context = {})
{
    report found = validate(forecast, context);
    datadog::detail::compare_with_budget(forecast, of, "", found);
    return found;
}

namespace datadog {

using outlay::validate;

} // namespace datadog
} // namespace outlay::inline v0_1_0
