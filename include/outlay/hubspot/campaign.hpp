#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <date/date.h>
#include <map>
#include <optional>
#include <outlay/hubspot/currencies.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/named_values.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// A marketing campaign. Source: HubSpot's specification of the campaigns API, PublicCampaign and
// PublicCampaignWithAssets, and the guide to it. Members are in the order in which live replies have them, which is
// read fastest.

namespace outlay::inline v0_1_0::hubspot {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// Names of properties of campaigns: those that budgets need. Accounts have others, and properties of their own.
namespace property {

inline constexpr std::string_view name = "hs_name";                      ///< the campaign's, as people see it
inline constexpr std::string_view start_date = "hs_start_date";          ///< `2024-10-30`
inline constexpr std::string_view end_date = "hs_end_date";              ///< `2024-12-31`, the last day
inline constexpr std::string_view currency = "hs_currency_code";         ///< `EUR`, of its amounts
inline constexpr std::string_view budget = "hs_budget_items_sum_amount"; ///< the sum of the budget items
inline constexpr std::string_view spend = "hs_spend_items_sum_amount";   ///< the sum of the spend items

} // namespace property

/// The properties that budgets need: those which calls about campaigns ask for if the caller names none. A reply has
/// only properties that were requested, and of these only the ones that have a value.
inline constexpr std::array<std::string_view, 6> budget_properties{
    property::name, property::start_date, property::end_date, property::currency, property::budget, property::spend};

/// A business unit that a campaign belongs to.
struct business_unit {
    std::optional<std::int64_t> id{}; ///< a number
    outlay::extras extras{};

    friend bool operator==(business_unit const&, business_unit const&) = default;
};
BOOST_DESCRIBE_STRUCT(business_unit, (), (id, extras))

/// A marketing campaign. All properties are texts, also amounts and dates; the functions read those that budgets need.
/// Each returns nothing for a property that is absent or empty. A text of another form is also nothing, and a notice:
/// `property_value`.
struct campaign {
    campaign_guid id{};                              ///< what all calls about budgets take
    std::map<std::string, std::string> properties{}; ///< those that were requested and have a value, by name
    compact_optional<iso_timestamp> created_at{};    ///< promised by the specification
    compact_optional<iso_timestamp> updated_at{};    ///< promised by the specification
    std::vector<business_unit> business_units{};     ///< may be left out
    std::optional<named_values> assets{};            ///< the JSON of emails, pages ..., by type; not in lists
    outlay::extras extras{};

    /// The text of a property.
    std::optional<std::string> find(std::string_view property) const;
    /// The name of the campaign that HubSpot shows.
    std::optional<std::string> name() const { return find(property::name); }
    /// The sum of the budget items, in the campaign's currency.
    std::optional<decimal> budget() const;
    /// The sum of the spend items, in the campaign's currency.
    std::optional<decimal> spend() const;
    /// The currency of budget and spend.
    std::optional<currency> currency_code() const;
    /// The first day.
    std::optional<date::year_month_day> start_date() const;
    /// The last day.
    std::optional<date::year_month_day> end_date() const;
    /// From the first to the last day. Nothing without either of them, or if they are out of order.
    std::optional<date_range> window() const;

    friend bool operator==(campaign const&, campaign const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign, (), (id, properties, created_at, updated_at, business_units, assets, extras))

namespace detail {

/// The text of a property; empty for one that is absent.
inline std::string_view text_of(campaign const& of, std::string_view property)
{
    auto const found = of.properties.find(std::string(property));
    return found != of.properties.end() ? std::string_view(found->second) : std::string_view();
}

/// Notes a property whose text `parse` does not take.
template<class Parse>
void check_property(campaign const& of, std::string_view property, Parse parse, std::string_view expected, auditor& to)
{
    std::string_view const text = text_of(of, property);
    if (text.empty() || parse(text)) return;
    to.notice(
        {"properties", property}, "property_value",
        outlay::detail::joined({"expected ", expected, ", found ", outlay::detail::in_quotes(text), ", not read"}));
}

inline void check_properties(campaign const& of, auditor& to)
{
    for (std::string_view const amount : {property::budget, property::spend})
        check_property(of, amount, &decimal::try_parse, "a number", to);
    for (std::string_view const day : {property::start_date, property::end_date})
        check_property(of, day, &outlay::try_parse_date, "a date such as 2024-10-30", to);
    check_property(of, property::currency, &currency::try_parse, "three letters such as EUR", to);
    auto const code = of.currency_code();
    if (code && !is_listed(*code))
        to.notice({"properties", property::currency}, "unlisted_currency",
                  outlay::detail::joined({"expected a currency of HubSpot's list, found ", code->to_string()}));
    auto const first = of.start_date();
    auto const last = of.end_date();
    if (first && last && *last < *first)
        to.notice({"properties", property::end_date}, "end_date_before_start_date",
                  outlay::detail::joined(
                      {"the campaign ends on ", to_string(*last), ", before it starts on ", to_string(*first)}));
}

} // namespace detail

inline std::optional<std::string> campaign::find(std::string_view property) const
{
    std::string_view const text = detail::text_of(*this, property);
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
}
inline std::optional<decimal> campaign::budget() const
{
    return decimal::try_parse(detail::text_of(*this, property::budget));
}
inline std::optional<decimal> campaign::spend() const
{
    return decimal::try_parse(detail::text_of(*this, property::spend));
}
inline std::optional<currency> campaign::currency_code() const
{
    return currency::try_parse(detail::text_of(*this, property::currency));
}
inline std::optional<date::year_month_day> campaign::start_date() const
{
    return outlay::try_parse_date(detail::text_of(*this, property::start_date));
}
inline std::optional<date::year_month_day> campaign::end_date() const
{
    return outlay::try_parse_date(detail::text_of(*this, property::end_date));
}
inline std::optional<date_range> campaign::window() const
{
    auto const first = start_date();
    auto const last = end_date();
    return first && last ? date_range::try_make(*first, *last) : std::nullopt;
}

} // namespace outlay::inline v0_1_0::hubspot

namespace outlay::inline v0_1_0 {

template<>
struct model<hubspot::business_unit> {
    static constexpr auto description = "A business unit that a campaign belongs to.";
};

template<std::same_as<hubspot::campaign> T>
struct model<T> {
    static constexpr auto description = "A marketing campaign. All its properties are strings, numbers included.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::properties>(presence::optional),
        member<&T::business_units>(presence::optional),
        member<&T::assets>(for_information),
        audit<T>(&hubspot::detail::check_properties),
    };
};

} // namespace outlay::inline v0_1_0
