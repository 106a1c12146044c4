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

/// The amount, the spend and the rest of a budget of any vendor. A figure that the reply lacks, and that does not
/// follow from the others, is absent: never zero. `status_of(reply)` gives it for the replies of every vendor; see
/// `<vendor>/status.hpp`.
struct status {
    using printable = void;

    std::optional<decimal> amount{};    ///< the budget
    std::optional<decimal> spent{};     ///< of it; exact to 28 digits
    std::optional<decimal> remaining{}; ///< limit() - spent: negative if more was spent
    /// spent / limit() * 100, as the vendor returns it, or else to four places; can exceed 100
    std::optional<decimal> used_percent{};
    std::optional<outlay::currency> currency{}; ///< of all the amounts
    std::optional<iso_timestamp> as_of{};       ///< when `spent` was measured
    bool is_uncapped = false;                   ///< told to have no budget of its own: there is no amount
    std::optional<decimal> forecast{};          ///< the spend of the whole window, as the vendor predicts it
    /// The amount that the vendor spends and measures by, where another than `amount` is set: a budget that rules have
    /// raised for a while.
    std::optional<decimal> effective_amount{};
    std::optional<date_range> window{}; ///< the days that share the amount, those after today included
    /// The figures that are not in the reply, but follow from those that are: exact where these are.
    status_figures derived{};

    /// The amount that counts: `effective_amount` where known, else `amount`.
    constexpr std::optional<decimal> limit() const noexcept { return effective_amount ? effective_amount : amount; }

    /// `2342.50 of 2500.00 USD spent (93.7 %), 157.50 remaining, as of 2024-08-20T19:39:44Z`; `?` for an amount that
    /// is absent, and without the parts that are.
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

    /// Whether the figures are equal, wherever each is from: `derived` is not compared.
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

/// In JSON an object with the names of the members in camelCase. Absent figures, an absent window and an empty
/// `derived` are not written; the window is text, `"2026-04-01/2026-04-30"`.
template<std::same_as<status> T>
struct codec<T> {
    using wire = detail::status_json;
    /// Never fails: all is said by `wire`.
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

// As decimals add and multiply, but without an exception: nullopt where the magnitude does not fit.

constexpr std::optional<decimal> nearest_sum(decimal a, decimal b) noexcept
{
    return decimal_access::value(sum_of(decimal_access::parts(a), decimal_access::parts(b)));
}

constexpr std::optional<decimal> nearest_difference(decimal a, decimal b) noexcept { return nearest_sum(a, -b); }

/// percent / 100 of an amount, with at least the places that the amount has.
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
    constexpr int places_of_share = 6; // two more than the percentage has
    auto const share = decimal_access::value(
        divide_to(decimal_access::parts(part), decimal_access::parts(whole), places_of_share, rounding::half_even));
    if (!share) return std::nullopt;
    auto const percent = decimal_access::value(product_of(decimal_access::parts(*share), decimal_access::parts(100)));
    return percent ? std::optional(percent->normalized()) : std::nullopt;
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

/// Whether two figures are the same but for the 13th digit of the largest number at hand: vendors calculate with
/// doubles, whose sums are that exact.
constexpr bool agree(decimal a, decimal b, decimal operand)
{
    auto const apart = nearest_difference(a, b);
    decimal const largest = (std::max)({a.abs(), b.abs(), operand.abs()});
    return apart && apart->abs() <= largest * decimal::from_parts(1, 13);
}

/// Sets a figure that is absent to one that was calculated, if there is one.
constexpr void derive(status& s, status_figure which, std::optional<decimal> status::* to,
                      std::optional<decimal> const& calculated) noexcept
{
    if (s.*to || !calculated) return;
    s.*to = calculated;
    s.derived.add(which);
}

/// With what follows from the members that are there.
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

/// The status with each absent figure that follows from the others: `spent` from the limit and `used_percent` or
/// `remaining`; `remaining` and `used_percent` from the limit and `spent`. These are in `derived`; figures that are
/// there stay as they are. For the status_of() of a vendor of one's own.
constexpr status completed(status of) noexcept { return detail::complete(of); }

} // namespace outlay::inline v0_1_0
