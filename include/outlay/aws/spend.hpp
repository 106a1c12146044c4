#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/money.hpp>
#include <string>
#include <tuple>

// Amounts of budgets. Source: AWS's description of its service Budgets, version 2016-10-20.

namespace outlay::inline v0_1_0::aws {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// An amount of costs, of usage, or of a percentage.
struct spend {
    decimal amount{};   ///< in a string on the wire, `"100.50"`; of a request 0 or more
    std::string unit{}; ///< `USD` of costs; `GB` or `Hours` of usage; `PERCENTAGE` of utilization and coverage
    outlay::extras extras{};

    friend bool operator==(spend const&, spend const&) = default;
};
BOOST_DESCRIBE_STRUCT(spend, (), (amount, unit, extras))

/// The amount as money, where the unit is the code of a currency: `USD`. nullopt for usage, such as 3 `GB`, and for
/// three letters that are no currency of ISO 4217.
inline std::optional<money> money_of(spend const& of)
{
    auto const unit = currency::try_parse(of.unit);
    return unit && unit->is_known() ? std::optional(money(of.amount, *unit)) : std::nullopt;
}

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::spend> T>
struct model<T> {
    static constexpr auto description = "An amount of costs, of usage, or of a percentage.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        form<&T::amount, forms::text>(),
        member<&T::amount>(in_requests(coded("amount_pattern", at_least(0)))),
        member<&T::unit>(in_requests(coded("unit_length", length(1)))),
    };
};

} // namespace outlay::inline v0_1_0
