#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/budget/detail/status_json.hpp>
#include <outlay/budget/figures.hpp>
#include <outlay/model/codec.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/rounding.hpp>
#include <outlay/value/text.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {

/// The amount, the spend and the remaining amount of a budget of any vendor. A figure that is not in the reply, and
/// can't be calculated from the others, is absent, never zero. `status_of(reply)` returns it for the replies of every
/// vendor; see
/// `<vendor>/status.hpp`.
struct status {
    using printable = void;

    std::optional<decimal> amount{};    ///< the budget
    std::optional<decimal> spent{};     ///< the spend so far; exact to 28 digits
    std::optional<decimal> remaining{}; ///< limit() - spent: negative if more was spent
    /// spent / limit() * 100: the vendor's figure, or else calculated to four places; can exceed 100
    std::optional<decimal> used_percent{};
    std::optional<outlay::currency> currency{}; ///< the currency of all amounts
    std::optional<iso_timestamp> as_of{};       ///< the time at which `spent` was measured
    bool is_uncapped = false;          ///< whether the reply states that there is no limit; `amount` is then absent
    std::optional<decimal> forecast{}; ///< the spend of the whole window that the vendor predicts
    /// The amount that the vendor currently uses instead of `amount`: a budget that rules have raised temporarily.
    std::optional<decimal> effective_amount{};
    std::optional<date_range> window{}; ///< the days that share the amount, including those after today
    /// The figures that are not in the reply but were calculated from others.
    status_figures derived{};

    /// The limit that applies: `effective_amount` if it is present, else `amount`.
    constexpr std::optional<decimal> limit() const noexcept { return effective_amount ? effective_amount : amount; }

    /// `2342.50 of 2500.00 USD spent (93.7 %), 157.50 remaining, as of 2024-08-20T19:39:44Z`, without absent parts; `?`
    /// for an absent spend or limit.
    std::string to_string() const
    {
        auto const shown = [](std::optional<decimal> const& n) { return n ? n->to_string() : "?"; };
        std::string text = shown(spent);
        text.append(" of ").append(is_uncapped ? "no cap" : shown(limit()));
        if (currency) text.append(" ").append(currency->to_string());
        text.append(" spent");
        if (used_percent) text.append(" (").append(used_percent->to_string()).append(" %)");
        if (remaining) text.append(", ").append(remaining->to_string()).append(" remaining");
        if (forecast) text.append(", ").append(forecast->to_string()).append(" forecast");
        if (effective_amount && amount) text.append(", ").append(amount->to_string()).append(" without budget rules");
        if (window) text.append(", for ").append(window->to_string());
        if (as_of) text.append(", as of ").append(as_of->to_string());
        return text;
    }

    /// Whether all figures are equal. `derived` is not compared.
    friend constexpr bool operator==(status const& a, status const& b) noexcept
    {
        return a.amount == b.amount && a.spent == b.spent && a.remaining == b.remaining &&
               a.used_percent == b.used_percent && a.currency == b.currency && a.as_of == b.as_of &&
               a.is_uncapped == b.is_uncapped && a.forecast == b.forecast && a.effective_amount == b.effective_amount &&
               a.window == b.window;
    }
};
BOOST_DESCRIBE_STRUCT(status, (),
                      (amount, spent, remaining, used_percent, currency, as_of, is_uncapped, forecast, effective_amount,
                       window, derived))

/// In JSON, an object with the names of the members in camelCase. Absent figures, an absent window and an empty
/// `derived` are not written; the window is a string, `"2026-04-01/2026-04-30"`.
template<std::same_as<status> T>
struct codec<T> {
    using wire = detail::status_json;
    /// Never fails: reading `wire` has checked the value.
    static result<status> from_wire(wire const& from)
    {
        status read{.amount = from.amount,
                    .spent = from.spent,
                    .remaining = from.remaining,
                    .used_percent = from.used_percent,
                    .currency = from.currency,
                    .as_of = from.as_of,
                    .is_uncapped = from.is_uncapped,
                    .forecast = from.forecast,
                    .effective_amount = from.effective_amount};
        if (from.window) read.window = from.window->days;
        for (status_figure const each : from.derived) read.derived.add(each);
        return read;
    }
    /// All members.
    static wire to_wire(status const& of)
    {
        wire written{.amount = of.amount,
                     .spent = of.spent,
                     .remaining = of.remaining,
                     .used_percent = of.used_percent,
                     .currency = of.currency,
                     .as_of = of.as_of,
                     .is_uncapped = of.is_uncapped,
                     .forecast = of.forecast,
                     .effective_amount = of.effective_amount,
                     .derived = of.derived.list()};
        if (of.window) written.window = detail::interval{.days = *of.window};
        return written;
    }
    static constexpr std::string_view refuses = ""; ///< nothing
};

namespace detail {

// Sums and products as for decimals, but nullopt instead of an exception if the magnitude does not fit.

constexpr std::optional<decimal> nearest_sum(decimal a, decimal b) noexcept
{
    return decimal_access::value(sum_of(decimal_access::parts(a), decimal_access::parts(b)));
}

constexpr std::optional<decimal> nearest_difference(decimal a, decimal b) noexcept { return nearest_sum(a, -b); }

/// percent / 100 of an amount, with at least the places of the amount.
constexpr std::optional<decimal> nearest_part(decimal amount, decimal percent) noexcept
{
    auto const part =
        decimal_access::value(product_of(decimal_access::parts(amount), decimal_access::parts(percent), 2));
    if (!part) return std::nullopt;
    return nearest_sum(part->normalized(), decimal(0).round(amount.scale()));
}

/// part / whole * 100 to four places; nullopt for a whole of 0 or less, and a percentage that does not fit.
constexpr std::optional<decimal> nearest_percent(decimal part, decimal whole) noexcept
{
    if (whole <= 0) return std::nullopt;
    constexpr int places_of_share = 6; // two more than the percentage
    auto const share = decimal_access::value(
        divide_to(decimal_access::parts(part), decimal_access::parts(whole), places_of_share, rounding::half_even));
    if (!share) return std::nullopt;
    return (*share * 100).normalized(); // fits: a share with six places has 23 digits before the point at most
}

/// The sum of `amount_of(item)` for all items.
template<class Items, class Amount>
constexpr std::optional<decimal> nearest_sum_of(Items const& items, Amount amount_of)
{
    std::optional<decimal> sum = decimal();
    for (auto const& item : items) {
        if (!sum) break;
        sum = nearest_sum(*sum, amount_of(item));
    }
    return sum;
}

/// Whether two figures are equal up to the 13th digit of the largest of the numbers: vendors calculate with doubles,
/// whose sums have this accuracy.
constexpr bool agree(decimal a, decimal b, decimal operand)
{
    auto const apart = nearest_difference(a, b);
    decimal const largest = (std::max)({a.abs(), b.abs(), operand.abs()});
    return apart && apart->abs() <= largest * decimal::from_parts(1, 13);
}

/// Sets an absent figure to a calculated one, if any.
constexpr void derive(status& s, status_figure which, std::optional<decimal> status::* to,
                      std::optional<decimal> const& calculated) noexcept
{
    if (s.*to || !calculated) return;
    s.*to = calculated;
    s.derived.add(which);
}

/// Adds the figures that can be calculated from the others.
constexpr status complete(status s) noexcept
{
    auto const limit = s.limit();
    if (!limit) return s;
    if (!s.spent && s.used_percent)
        derive(s, status_figure::spent, &status::spent, nearest_part(*limit, *s.used_percent));
    if (!s.spent && s.remaining)
        derive(s, status_figure::spent, &status::spent, nearest_difference(*limit, *s.remaining));
    if (!s.spent) return s;
    derive(s, status_figure::remaining, &status::remaining, nearest_difference(*limit, *s.spent));
    derive(s, status_figure::used_percent, &status::used_percent, nearest_percent(*s.spent, *limit));
    return s;
}

} // namespace detail

/// The status with the absent figures that can be calculated: `spent` from the limit and `used_percent` or `remaining`;
/// `remaining` and `used_percent` from the limit and `spent`. They are added to `derived`; present figures do not
/// change. For the status_of() of a user's vendor.
constexpr status completed(status of) noexcept { return detail::complete(of); }

} // namespace outlay::inline v0_1_0
