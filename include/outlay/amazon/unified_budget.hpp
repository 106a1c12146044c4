#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <optional>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/money.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// Budgets of campaigns in Amazon's unified API, version 1. Source: the specification "Amazon Ads API", schemas Budget,
// CreateBudget and what they are made of. The codes of the rules are the specification's error codes, in lower case.

/// @namespace outlay::amazon::unified
/// Amazon's unified API, version 1, for campaigns of every product.
namespace outlay::inline v0_1_0::amazon::unified {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// The unit of a budget.
enum class budget_type : unsigned char { monetary };
BOOST_DESCRIBE_ENUM(budget_type, monetary)

/// How often the amount of a budget is renewed.
enum class recurrence : unsigned char {
    daily,    ///< each day
    lifetime, ///< never: it is for all days of the campaign
    monthly,  ///< each month
};
BOOST_DESCRIBE_ENUM(recurrence, daily, lifetime, monthly)

/// An amount. In an update only `value` is sent: Amazon takes it in the currency of the account.
struct monetary_budget {
    std::optional<currency> currency_code{}; ///< in a request only to check the value against its minor unit
    compact_optional<decimal> rule_value{};  ///< only in replies: the amount while a budget rule applies
    decimal value{};                         ///< more than 0
    outlay::extras extras{};

    friend bool operator==(monetary_budget const&, monetary_budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(monetary_budget, (), (currency_code, rule_value, value, extras))

/// The amount in one of the marketplaces of a global campaign.
struct marketplace_setting {
    std::string marketplace{};                  ///< two letters: `DE`
    unified::monetary_budget monetary_budget{}; ///< there
    outlay::extras extras{};

    friend bool operator==(marketplace_setting const&, marketplace_setting const&) = default;
};
BOOST_DESCRIBE_STRUCT(marketplace_setting, (), (marketplace, monetary_budget, extras))

/// The amount of a budget, as a whole and by marketplace. A request has at least one of them.
struct monetary_budget_value {
    std::vector<marketplace_setting> marketplace_settings{};   ///< at most 30; may be left out
    std::optional<unified::monetary_budget> monetary_budget{}; ///< may be left out
    outlay::extras extras{};

    friend bool operator==(monetary_budget_value const&, monetary_budget_value const&) = default;
};
BOOST_DESCRIBE_STRUCT(monetary_budget_value, (), (marketplace_settings, monetary_budget, extras))

/// The amount of a budget in its unit, of which there is one today.
struct budget_value {
    std::optional<unified::monetary_budget_value> monetary_budget_value{}; ///< of MONETARY
    outlay::extras extras{};

    friend bool operator==(budget_value const&, budget_value const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_value, (), (monetary_budget_value, extras))

/// A budget of a campaign.
struct budget {
    open_enum<unified::budget_type> budget_type{};           ///< always there
    unified::budget_value budget_value{};                    ///< always there
    open_enum<unified::recurrence> recurrence_time_period{}; ///< always there
    outlay::extras extras{};

    friend bool operator==(budget const&, budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget, (), (budget_type, budget_value, recurrence_time_period, extras))

/// The budget of a flight: for all of its days.
struct flight_budget {
    open_enum<unified::budget_type> budget_type{}; ///< always there
    unified::budget_value budget_value{};          ///< always there
    outlay::extras extras{};

    friend bool operator==(flight_budget const&, flight_budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(flight_budget, (), (budget_type, budget_value, extras))

namespace detail {

inline budget make_budget(money amount, recurrence how_often)
{
    monetary_budget of_amount{.currency_code = amount.currency, .value = amount.amount};
    monetary_budget_value in_money{.monetary_budget = std::move(of_amount)};
    return {.budget_value = {.monetary_budget_value = std::move(in_money)},
            .recurrence_time_period = open_enum(how_often)};
}

/// The rule of each value of an enumeration in a request: capitals, digits and underscores.
template<class E>
inline constexpr auto in_capitals =
    in_requests(satisfies<open_enum<E>>("field_value_is_invalid", &amazon::detail::is_spelt_in_capitals<E>,
                                        "capital letters such as DAILY or SPONSORED_BRANDS", "^[A-Z0-9_]+$"));

/// How many items a list of a request has.
constexpr auto sized(std::size_t least, std::size_t most)
{
    return in_requests(coded("field_size_is_out_of_range", items(least, most)));
}

constexpr bool is_in_minor_units(monetary_budget const& b)
{
    auto const places = b.currency_code ? b.currency_code->minor_units() : std::nullopt;
    return !places || b.value.normalized().scale() <= *places;
}

} // namespace detail

/// An amount for each day, to be sent. The currency must be that of the account: it is not sent, and validate() checks
/// with it that the amount is no finer than the currency's minor unit.
///
///     update.budgets = {unified::daily_budget({12.50_dec, outlay::currency{"USD"}})};
inline budget daily_budget(money amount) { return detail::make_budget(amount, recurrence::daily); }
/// The same for all days of the campaign together.
inline budget lifetime_budget(money amount) { return detail::make_budget(amount, recurrence::lifetime); }
/// The same for each month.
inline budget monthly_budget(money amount) { return detail::make_budget(amount, recurrence::monthly); }

/// The amount of a budget as a whole; null for one that has amounts by marketplace only, or is in another unit.
inline monetary_budget const* amount_of(budget_value const& of) noexcept
{
    if (!of.monetary_budget_value || !of.monetary_budget_value->monetary_budget) return nullptr;
    return &*of.monetary_budget_value->monetary_budget;
}
/// The same of a budget.
inline monetary_budget const* amount_of(budget const& of) noexcept { return amount_of(of.budget_value); }
/// The same of the budget of a flight.
inline monetary_budget const* amount_of(flight_budget const& of) noexcept { return amount_of(of.budget_value); }

} // namespace outlay::inline v0_1_0::amazon::unified

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::unified::monetary_budget> T>
struct model<T> {
    static constexpr auto description =
        "An amount of money. In an update only value is sent, which is in the currency of the account.";
    static constexpr auto members = std::tuple{
        member<&T::currency_code>(in_replies_only),
        member<&T::rule_value>(in_replies_only, described_as("The amount while a budget rule applies.")),
        member<&T::value>(in_requests(coded("field_value_is_below_minimum_limit", more_than(decimal(0))))),
        in_requests(invariant("field_value_is_invalid", &T::value, &amazon::unified::detail::is_in_minor_units,
                              "finer than the minor unit of the currency")),
    };
};

template<std::same_as<amazon::unified::marketplace_setting> T>
struct model<T> {
    static constexpr auto description = "The amount of a budget in one marketplace.";
    static constexpr auto members = std::tuple{
        member<&T::marketplace>(described_as("The marketplace, by two letters such as DE."),
                                in_requests(coded("field_value_is_empty", length(1)))),
    };
};

template<std::same_as<amazon::unified::monetary_budget_value> T>
struct model<T> {
    static constexpr auto description = "The amount of a budget, as a whole and by marketplace.";
    static constexpr auto members = std::tuple{
        member<&T::marketplace_settings>(presence::optional, amazon::unified::detail::sized(0, 30)),
        in_requests(invariant(
            "field_value_is_null", &T::monetary_budget,
            [](T const& v) { return v.monetary_budget || !v.marketplace_settings.empty(); },
            "neither an amount nor amounts by marketplace")),
    };
};

template<std::same_as<amazon::unified::budget_value> T>
struct model<T> {
    static constexpr auto description = "The amount of a budget in its unit.";
    static constexpr auto members = std::tuple{
        in_requests(invariant(
            "field_value_is_null", &T::monetary_budget_value,
            [](T const& v) { return v.monetary_budget_value.has_value(); }, "a monetary budget needs its value")),
    };
};

template<std::same_as<amazon::unified::budget> T>
struct model<T> {
    static constexpr auto description = "A budget of a campaign.";
    static constexpr auto members = std::tuple{
        member<&T::budget_type>(amazon::unified::detail::in_capitals<amazon::unified::budget_type>),
        member<&T::recurrence_time_period>(amazon::unified::detail::in_capitals<amazon::unified::recurrence>,
                                           described_as("How often the amount is renewed.")),
    };
};

template<>
struct model<amazon::unified::flight_budget> {
    static constexpr auto description = "The budget of a flight, for all of its days.";
};

} // namespace outlay::inline v0_1_0
