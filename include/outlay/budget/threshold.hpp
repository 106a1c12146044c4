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

// At which spend an alert is due. After the notifications and threshold rules of cloud vendors: of the actual or the
// forecast spend, as a percentage or as an amount.

namespace outlay::inline v0_1_0 {

/// The spend that a threshold is about.
enum class threshold_basis : unsigned char {
    actual,   ///< the amount spent so far
    forecast, ///< the spend of the whole window, as predicted
};
BOOST_DESCRIBE_ENUM(threshold_basis, actual, forecast)

/// The unit of a threshold.
enum class threshold_unit : unsigned char {
    percent, ///< of the limit of the budget: 80 is 80 percent
    amount,  ///< in the currency of the budget
};
BOOST_DESCRIBE_ENUM(threshold_unit, percent, amount)

/// In JSON, `"forecast"`.
template<>
struct model<threshold_basis> {
    static constexpr auto naming = wire_case::snake; ///< as in C++
};

/// In JSON, `"percent"`.
template<>
struct model<threshold_unit> {
    static constexpr auto naming = wire_case::snake; ///< as in C++
};

/// A spend at which an alert is due: `threshold::actual_percent(80_dec)`.
struct threshold {
    using printable = void;

    decimal value{};                                 ///< in `unit`
    threshold_unit unit = threshold_unit::percent;   ///< of `value`
    threshold_basis basis = threshold_basis::actual; ///< the spend that is compared with `value`

    /// At `value` percent of the limit, 80 for 80 percent, by the amount spent so far.
    static constexpr threshold actual_percent(decimal value) noexcept { return {.value = value}; }
    /// At an amount, by the amount spent so far.
    static constexpr threshold actual_amount(decimal value) noexcept
    {
        return {.value = value, .unit = threshold_unit::amount};
    }
    /// At `value` percent of the limit, by the forecast.
    static constexpr threshold forecast_percent(decimal value) noexcept
    {
        return {.value = value, .basis = threshold_basis::forecast};
    }
    /// At an amount, by the forecast.
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

/// Whether the spend has reached the threshold: at it or above, so that one at 100 percent is crossed by a budget that
/// is used up, of which vendors with a hard limit spend no more. (A vendor's "greater than" leaves out the threshold
/// itself.)
///
/// Nothing is rounded: 79.99999 percent do not reach 80. A percentage that the vendor returned is compared unchanged;
/// one that was derived is not used, but the amounts are. nullopt if the spend is absent, and for a percentage of a
/// limit that is absent, 0 or less. The forecast is that of the status: for a vendor without one, set
/// `status.forecast` to `pace.projected`.
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
