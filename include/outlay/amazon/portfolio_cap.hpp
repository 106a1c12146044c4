#pragma once

#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/budget/cap.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/money.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

// The budget of a portfolio, and the cap that it is.

namespace outlay::inline v0_1_0::amazon {

/// The cap that a budget says. The error says all that it lacks, or that is no amount and no day, under the codes of
/// portfolio_budget's rules; so does one of a policy that is OTHER, or not known.
inline result<cap> to_cap(portfolio_budget const& budget)
{
    report missing;
    auto const need = [&missing](bool there, std::string_view pointer, std::string_view code,
                                 std::string_view message) {
        if (!there)
            missing.add({.pointer = std::string(pointer), .code = std::string(code), .message = std::string(message)});
    };
    if (budget.policy == budget_policy::no_cap) return cap(no_cap{});
    bool const is_range = budget.policy == budget_policy::date_range;
    need(budget.policy.has_value(), "/policy", "missing_budgeting_policy", "a cap needs a policy");
    need(!budget.policy || detail::is_capped(budget), "/policy", "budgeting_policy_invalid",
         "a policy of which no cap is known");
    need(budget.amount && *budget.amount > 0, "/amount", "budget_amount_invalid", "a cap needs an amount, more than 0");
    need(budget.currency_code.has_value(), "/currencyCode", "missing_value", "a cap needs a currency");
    need(!is_range || budget.start_date, "/startDate", "start_date_not_null", "DATE_RANGE needs a start date");
    need(!is_range || budget.end_date, "/endDate", "missing_value", "DATE_RANGE needs an end date");
    bool const starts = budget.start_date && budget.start_date->ok();
    bool const ends = budget.end_date && budget.end_date->ok();
    need(!budget.start_date || starts, "/startDate", "invalid_date", "not a day of the calendar");
    need(!budget.end_date || ends, "/endDate", "invalid_date", "not a day of the calendar");
    need(!starts || !ends || *budget.start_date <= *budget.end_date, "/startDate", "start_date_after_end_date",
         "starts after it ends");
    if (!missing.empty()) return error(error_kind::invalid, std::move(missing));

    money const amount{.amount = *budget.amount, .currency = *budget.currency_code};
    if (is_range) return cap(date_range_cap{.amount = amount, .dates = {*budget.start_date, *budget.end_date}});
    monthly_recurring_cap monthly{.amount = amount, .until = {}};
    if (budget.end_date) monthly.until = *budget.end_date;
    if (budget.start_date) monthly.from = *budget.start_date;
    return cap(monthly);
}

/// The budget that says a cap, to be sent. The error says which of Amazon's rules the cap breaks: an amount finer than
/// the currency's minor unit, a range of a single day ...
// A template, so that only what calls it compiles validate().
template<class = void>
result<portfolio_budget> to_portfolio_budget(cap const& wanted, outlay::context const& context = {})
{
    portfolio_budget budget = portfolio_budget::no_cap();
    if (auto const* const range = std::get_if<date_range_cap>(&wanted))
        budget = portfolio_budget::date_range(range->amount, range->dates);
    if (auto const* const monthly = std::get_if<monthly_recurring_cap>(&wanted)) {
        budget = portfolio_budget::monthly_recurring(monthly->amount, monthly->until);
        if (monthly->from) budget.start_date = *monthly->from;
    }
    report broken = validate(budget, context);
    if (!broken.empty()) return error(error_kind::invalid, std::move(broken));
    return budget;
}

} // namespace outlay::inline v0_1_0::amazon
