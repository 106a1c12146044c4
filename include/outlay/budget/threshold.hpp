#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <outlay/budget/detail/proportion.hpp>
#include <outlay/budget/status.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/naming.hpp>
#include <outlay/value/text.hpp>
#include <string>

// Thresholds for alerts, after the notifications of cloud vendors: for the actual or the forecast spend, as a
// percentage or as an amount.

namespace outlay::inline v0_1_0 {

/// The spend that is compared with a threshold.
enum class threshold_basis : unsigned char {
    actual,   ///< the amount spent so far
    forecast, ///< the predicted spend of the whole window
};
BOOST_DESCRIBE_ENUM(threshold_basis, actual, forecast)

/// The unit of a threshold.
enum class threshold_unit : unsigned char {
    percent, ///< percent of the limit of the budget: 80 is 80 percent
    amount,  ///< an amount in the currency of the budget
};
BOOST_DESCRIBE_ENUM(threshold_unit, percent, amount)

/// In JSON, `"forecast"`.
template<>
struct model<threshold_basis> {
    static constexpr auto naming = wire_case::snake; ///< the names in C++
};

/// In JSON, `"percent"`.
template<>
struct model<threshold_unit> {
    static constexpr auto naming = wire_case::snake; ///< the names in C++
};

/// A spend at which an alert is due: `threshold::actual_percent(80_dec)`.
struct threshold {
    using printable = void;

    decimal value{};                                 ///< in `unit`
    threshold_unit unit = threshold_unit::percent;   ///< the unit of `value`
    threshold_basis basis = threshold_basis::actual; ///< the spend that is compared with `value`

    /// A threshold at `value` percent of the limit, 80 for 80 percent, for the amount spent so far.
    static constexpr threshold actual_percent(decimal value) noexcept { return {.value = value}; }
    /// A threshold at an amount, for the amount spent so far.
    static constexpr threshold actual_amount(decimal value) noexcept
    {
        return {.value = value, .unit = threshold_unit::amount};
    }
    /// A threshold at `value` percent of the limit, for the forecast.
    static constexpr threshold forecast_percent(decimal value) noexcept
    {
        return {.value = value, .basis = threshold_basis::forecast};
    }
    /// A threshold at an amount, for the forecast.
    static constexpr threshold forecast_amount(decimal value) noexcept
    {
        return {.value = value, .unit = threshold_unit::amount, .basis = threshold_basis::forecast};
    }

    /// `80 % actual`, `1200.00 forecast`
    std::string to_string() const
    {
        return value.to_string() + (unit == threshold_unit::percent ? " %" : "") +
               (basis == threshold_basis::actual ? " actual" : " forecast");
    }

    friend constexpr bool operator==(threshold const&, threshold const&) noexcept = default;
};
BOOST_DESCRIBE_STRUCT(threshold, (), (value, unit, basis))

/// Whether the spend is at or above the threshold, so that a budget with a hard limit that is used up crosses 100
/// percent. (With a vendor's "greater than", the threshold itself is not crossed.)
///
/// The comparison is exact: 79.99999 percent do not reach 80. A percentage from the vendor is compared directly;
/// instead of a derived percentage, the amounts are compared. nullopt if the spend is absent, and for a percentage if
/// the limit is absent, 0 or less. The forecast is `status.forecast`; for a vendor without one, set it to
/// `pace.projected`.
constexpr std::optional<bool> crosses(status const& budget, threshold const& at) noexcept
{
    status const known = detail::complete(budget);
    bool const is_actual = at.basis == threshold_basis::actual;
    auto const& spend = is_actual ? known.spent : known.forecast;
    if (at.unit == threshold_unit::amount) return spend ? std::optional(*spend >= at.value) : std::nullopt;
    if (is_actual && known.used_percent && !known.derived.contains(status_figure::used_percent))
        return *known.used_percent >= at.value;
    auto const limit = known.limit();
    if (!spend || !limit || *limit <= 0) return std::nullopt;
    return detail::compare_to_part(*spend, *limit, at.value) >= 0;
}

} // namespace outlay::inline v0_1_0
