#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <date/date.h>
#include <iterator>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/money.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <string_view>
#include <tuple>

// What a portfolio may spend. Source: Amazon Ads, "Get started with Portfolios", and the specification of /portfolios
// (version 3). The codes of the rules are the specification's reasons for refusing a budget, in lower case.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The period that the budget of a portfolio is for.
enum class budget_policy : unsigned char {
    date_range,        ///< an amount from one day to another
    monthly_recurring, ///< an amount that is renewed on the first of each month
    no_cap,            ///< only the budgets of the campaigns count
    other,             ///< in replies only
};
BOOST_DESCRIBE_ENUM(budget_policy, date_range, monthly_recurring, no_cap, other)

/// The budget of a portfolio. In an update, an absent member stays as it is, and null clears it. The factories set
/// every member that a policy is about, so that nothing of the former budget is left.
struct portfolio_budget {
    nullable<decimal> amount{};                  ///< more than 0, in currency_code, no finer than its minor unit
    std::optional<currency> currency_code{};     ///< that of the marketplace, one of 21
    nullable<date::year_month_day> end_date{};   ///< the last day; of DATE_RANGE required
    nullable<open_enum<budget_policy>> policy{}; ///< required beside an amount or a date
    nullable<date::year_month_day> start_date{}; ///< days are days in the time zone of the profile
    outlay::extras extras{};

    /// An amount for all of these days. Amazon refuses a range of a single day; validate() says so.
    static constexpr portfolio_budget date_range(money amount, outlay::date_range days)
    {
        return {.amount = amount.amount,
                .currency_code = amount.currency,
                .end_date = days.last(),
                .policy = open_enum(budget_policy::date_range),
                .start_date = days.first()};
    }

    /// An amount for each calendar month, for good or up to a last day.
    static constexpr portfolio_budget monthly_recurring(money amount,
                                                        std::optional<date::year_month_day> last = std::nullopt)
    {
        portfolio_budget budget{.amount = amount.amount,
                                .currency_code = amount.currency,
                                .end_date = null,
                                .policy = open_enum(budget_policy::monthly_recurring),
                                .start_date = null};
        if (last) budget.end_date = *last;
        return budget;
    }

    /// No budget of the portfolio's own: in an update, this removes the one it has.
    static constexpr portfolio_budget no_cap()
    {
        return {.amount = null, .end_date = null, .policy = open_enum(budget_policy::no_cap), .start_date = null};
    }

    /// An update that removes the end date of a monthly budget and keeps its other members.
    static constexpr portfolio_budget no_end_date() { return {.end_date = null}; }

    friend bool operator==(portfolio_budget const&, portfolio_budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_budget, (), (amount, currency_code, end_date, policy, start_date, extras))

namespace detail {

/// The currencies of Amazon's marketplaces.
inline constexpr std::string_view budget_currencies[] = {"AED", "AUD", "BRL", "CAD", "CLP", "CNY", "COP",
                                                         "EGP", "EUR", "GBP", "INR", "JPY", "MXN", "NGN",
                                                         "PLN", "SAR", "SEK", "SGD", "TRY", "USD", "ZAR"};

constexpr bool is_budget_currency(currency const& c)
{
    return std::find(std::begin(budget_currencies), std::end(budget_currencies), c.code()) !=
           std::end(budget_currencies);
}

/// Whether a value of an enumeration is spelt as all of Amazon's are. New ones may come at any time, but `enabled` and
/// `dateRange` are those of older versions, and refused.
template<class E>
constexpr bool is_spelt_in_capitals(open_enum<E> const& value)
{
    constexpr auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    std::string_view const text = value.text();
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

template<class E>
inline constexpr auto in_capitals = in_requests(satisfies<open_enum<E>>(
    "invalid_enum_value", &is_spelt_in_capitals<E>, "capital letters such as ENABLED or DATE_RANGE", "^[A-Z0-9_]+$"));

constexpr bool is_settable(open_enum<budget_policy> const& policy) { return policy != budget_policy::other; }

constexpr bool is_capped(portfolio_budget const& b)
{
    return b.policy == budget_policy::date_range || b.policy == budget_policy::monthly_recurring;
}

constexpr bool is_in_calendar(date::year_month_day const& day) { return day.ok(); }

/// Some accounts have a blank currency in Amazon's replies: it reads as absent.
struct currency_or_blank {
    using reads = std::tuple<currency, outlay::detail::blank>;
    static constexpr bool extends_usual = true; ///< what is a currency is read as one

    static outlay::detail::problem const* read(std::optional<currency>& to, outlay::detail::token from)
    {
        using outlay::detail::problem;
        static constexpr problem not_available{.code = "not_available",
                                               .expected = "a currency",
                                               .weight = problem::gravity::not_available,
                                               .remedy = "read as absent"};
        if (from.kind == outlay::detail::token_kind::string && from.text().empty()) return &not_available;
        return outlay::detail::read_token<std::optional<currency>>(&to, from);
    }
};

/// Checks the order of the dates. Dates that are not in the calendar are left to the rule of their members.
constexpr void check_dates(portfolio_budget const& b, auditor& to)
{
    bool const starts = b.start_date && b.start_date->ok();
    bool const ends = b.end_date && b.end_date->ok();
    if (starts && ends && *b.start_date > *b.end_date)
        to.violation({"startDate"}, "start_date_after_end_date", "starts after it ends");
    if (starts && ends && *b.start_date == *b.end_date)
        to.violation({"startDate"}, "start_date_equal_end_date", "starts on the day on which it ends");
    if (ends && to.context().today && *b.end_date < *to.context().today)
        to.violation({"endDate"}, "end_date_earlier_than_today", "ended before today");
}

/// Checks the rules that concern several members and that no condition of the model expresses.
constexpr void check_budget(portfolio_budget const& b, auditor& to)
{
    bool const is_update = to.direction() == direction::update;
    if (is_update && b.policy == budget_policy::no_cap &&
        (b.amount.is_absent() || b.start_date.is_absent() || b.end_date.is_absent()))
        to.notice({}, "cap_not_cleared", "NO_CAP, but not with all of the former cap null, as no_cap() has it");
    check_dates(b, to);
    if (b.amount && !b.currency_code)
        to.notice({}, "missing_value", "an amount without currencyCode, which Amazon may refuse");
}

inline constexpr std::string_view date_codes =
    "start_date_after_end_date, start_date_equal_end_date, end_date_earlier_than_today";

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::portfolio_budget> T>
struct model<T> {
    static constexpr auto description =
        "The budget of a portfolio. In an update, absent members stay as they are, and null clears a member.";
    using policy = amazon::budget_policy;
    static constexpr auto in_calendar = in_requests(satisfies<date::year_month_day>(
        "invalid_date", &amazon::detail::is_in_calendar, "a day of the calendar", ".*"));

    static constexpr auto members = std::tuple{
        form<&T::currency_code, amazon::detail::currency_or_blank>(),
        member<&T::amount>(in_requests(coded("budget_amount_invalid", more_than(decimal(0))))),
        member<&T::currency_code>(in_requests(notice(satisfies<currency>(
            "invalid_enum_value", &amazon::detail::is_budget_currency, "a currency of Amazon's marketplaces")))),
        member<&T::end_date>(in_calendar),
        member<&T::policy>(
            in_requests(satisfies<open_enum<policy>>("budgeting_policy_invalid", &amazon::detail::is_settable,
                                                     "DATE_RANGE, MONTHLY_RECURRING or NO_CAP", "^(?!OTHER$)")),
            amazon::detail::in_capitals<policy>),
        member<&T::start_date>(in_calendar),

        // What each policy needs. In an update, what is absent stays as it was, and may be what is needed.
        in_requests(when(has_any<&T::amount, &T::start_date, &T::end_date>(),
                         needs<&T::policy>("missing_budgeting_policy", "a budget needs a policy"))),
        in_requests(
            when(is_any_of<&T::policy>(policy::date_range, policy::monthly_recurring),
                 needs<&T::amount>("budget_amount_invalid", "DATE_RANGE and MONTHLY_RECURRING need an amount"))),
        in_requests(when(is_any_of<&T::policy>(policy::date_range),
                         needs<&T::start_date>("start_date_not_null", "DATE_RANGE needs a start date"),
                         needs<&T::end_date>("missing_value", "DATE_RANGE needs an end date"))),
        in_requests(when(is_any_of<&T::policy>(policy::no_cap),
                         refuses<&T::amount>("budget_amount_invalid", "NO_CAP has no amount: expected null"),
                         refuses<&T::start_date>("start_date_not_null", "NO_CAP has no start date: expected null"),
                         refuses<&T::end_date>("invalid_date", "NO_CAP has no end date: expected null"))),
        in_requests(audit<T>(&amazon::detail::check_budget, amazon::detail::date_codes)),
        in_requests(in_minor_units<&T::amount, &T::currency_code>(
            "budget_amount_invalid", "the amount is finer than the currency's minor unit")),
    };
};

} // namespace outlay::inline v0_1_0
