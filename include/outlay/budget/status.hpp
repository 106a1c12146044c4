#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/text.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>

namespace outlay {

/// The amount, the spend and the rest of a budget of any vendor. A figure that the reply lacks, and that does not
/// follow from the others, is absent: never zero. `status_of(reply)` gives it for the replies of every vendor; see
/// `<vendor>/status.hpp`.
struct status {
    using printable = void;

    std::optional<decimal> amount{};       ///< the budget
    std::optional<decimal> spent{};        ///< of it; exact to 28 digits
    std::optional<decimal> remaining{};    ///< amount - spent: negative if more was spent
    std::optional<decimal> used_percent{}; ///< spent / amount * 100, as told, or else to four places; can exceed 100
    std::optional<outlay::currency> currency{}; ///< of all the amounts
    std::optional<iso_timestamp> as_of{};       ///< when `spent` was measured
    bool is_uncapped = false;                   ///< told to have no budget of its own: there is no amount

    /// `2342.50 of 2500.00 USD spent (93.7 %), 157.50 remaining, as of 2024-08-20T19:39:44Z`; `?` for an amount that
    /// is absent, and without the parts that are.
    std::string to_string() const
    {
        auto const shown = [](std::optional<decimal> const& n) { return n ? n->to_string() : "?"; };
        std::string text = shown(spent);
        text.append(" of ").append(is_uncapped ? "no cap" : shown(amount));
        if (currency) text.append(" ").append(currency->to_string());
        text.append(" spent");
        if (used_percent) text.append(" (").append(used_percent->to_string()).append(" %)");
        if (remaining) text.append(", ").append(remaining->to_string()).append(" remaining");
        if (as_of) text.append(", as of ").append(as_of->to_string());
        return text;
    }

    friend bool operator==(status const&, status const&) = default;
};
BOOST_DESCRIBE_STRUCT(status, (), (amount, spent, remaining, used_percent, currency, as_of, is_uncapped))

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
inline std::optional<decimal> nearest_percent(decimal part, decimal whole)
{
    if (whole <= 0) return std::nullopt;
    try {
        return (divide(part, whole, 6) * 100).normalized();
    } catch (arithmetic_error const&) {
        return std::nullopt;
    }
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
    decimal const largest = std::max({a.abs(), b.abs(), operand.abs()});
    return apart && apart->abs() <= largest * decimal::from_parts(1, 13);
}

/// With what follows from the members that are there.
inline status complete(status s)
{
    if (!s.spent && s.amount && s.used_percent) s.spent = nearest_part(*s.amount, *s.used_percent);
    if (!s.spent && s.amount && s.remaining) s.spent = nearest_difference(*s.amount, *s.remaining);
    if (!s.remaining && s.amount && s.spent) s.remaining = nearest_difference(*s.amount, *s.spent);
    if (!s.used_percent && s.amount && s.spent) s.used_percent = nearest_percent(*s.spent, *s.amount);
    return s;
}

} // namespace detail
} // namespace outlay
