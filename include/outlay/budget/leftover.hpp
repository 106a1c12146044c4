#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <outlay/budget/detail/id_map.hpp>
#include <outlay/budget/detail/unit_count.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/allocate.hpp>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/detail/wide.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0 {

/// Whether the campaigns of a portfolio may spend the unspent budget of others. On the wire:
/// campaignUnspentBudgetSharing.
enum class sharing : unsigned char {
    off, ///< each campaign only has its own budget
    on,  ///< a campaign may spend the unspent budget of others
};

/// Thrown by queries of a leftover_ledger for a day outside its month, or for an unknown campaign.
class ledger_error : public std::out_of_range {
public:
    using std::out_of_range::out_of_range;
};

/// The charges of one campaign for a month.
struct campaign_close {
    std::string campaign;         ///< its id
    decimal charging_limit;       ///< the sum of its daily budgets
    decimal spent;                ///< may exceed the limit by unspent budget of others
    decimal over_delivery_credit; ///< its share of the portfolio's credit

    friend constexpr bool operator==(campaign_close const&, campaign_close const&) = default;
};

/// The charges of a portfolio for a month.
struct month_close {
    decimal charging_limit;                             ///< the most that is charged: the sum of all daily budgets
    decimal spent;                                      ///< the spend of all campaigns
    decimal over_delivery_credit;                       ///< the spend above the limit, which is not charged
    detail::constexpr_vector<campaign_close> campaigns; ///< in the order in which they were added

    friend constexpr bool operator==(month_close const&, month_close const&) = default;
};

BOOST_DESCRIBE_STRUCT(campaign_close, (), (campaign, charging_limit, spent, over_delivery_credit))
BOOST_DESCRIBE_STRUCT(month_close, (), (charging_limit, spent, over_delivery_credit, campaigns))

/// The month of a portfolio whose campaigns may share unspent budget: the allowance of each campaign on each day, and
/// the charges at the end. Source: the guide "Sharing leftover budget in a portfolio".
///
///     leftover_ledger july{month{2025, 7}, sharing::on};
///     july.daily_budget("c1", 100_dec);
///     july.daily_budget("c2", 100_dec);
///     july.spend(1, "c1", 70_dec);
///     july.spend(1, "c2", 100_dec);
///     july.allowance(2, "c2"); // 130: its budget, and the 30 in the pool
///
/// On a day, a campaign spends its daily budget first, then its own leftover from the days before, then the leftover of
/// others, and at most twice its daily budget. The amount that it takes above its daily budget is not available to
/// others.
///
/// All amounts are in one currency. They are exact, with the scale of the finest amount, as long as the sum of all
/// budgets and spends of the month fits 28 digits: to the 18th place for a sum below 10^10. For a larger sum all
/// amounts, also later ones, are rounded half to even to the places that fit; sums of rounded amounts are exact.
/// arithmetic_error is thrown, and the ledger is unchanged, if the sum does not fit 28 digits even without places.
///
/// A campaign is named by an identifier or by any text. Days are 1 to 28 ... 31. Each query and each change takes at
/// most one step for each day, for any number of campaigns. Only an amount that changes the scale, which happens at
/// most 28 times up and 28 times down, recalculates the whole ledger.
class leftover_ledger {
public:
    /// A month without budgets and spends.
    constexpr leftover_ledger(month of, sharing mode) : month_(of), days_(of.days_in()), sharing_(mode) {}

    /// Sets the daily budget of a campaign, which is added if it is new, from a day until the next day for which one
    /// was set. Before the first such day it is 0. Codes: `day_outside_month`, `negative_amount`.
    result<void> daily_budget(detail::id_text campaign, decimal amount, int from_day = 1)
    {
        if (try_daily_budget(campaign, amount, from_day)) return {};
        if (!has_day(from_day)) return day_outside_month(from_day);
        return negative_amount(amount);
    }

    /// daily_budget without the reason of an error: returns false instead.
    constexpr bool try_daily_budget(detail::id_text campaign, decimal amount, int from_day = 1)
    {
        if (!has_day(from_day) || is_negative(amount)) return false;
        set_budget(campaign, amount, from_day);
        return true;
    }

    /// Adds to the spend of a campaign on a day. It may exceed the allowance, and days may be in any order. Codes:
    /// `day_outside_month`, `negative_amount`, `unknown_campaign`.
    result<void> spend(int day, detail::id_text campaign, decimal amount)
    {
        if (try_spend(day, campaign, amount)) return {};
        if (!has_day(day)) return day_outside_month(day);
        if (is_negative(amount)) return negative_amount(amount);
        return unknown_campaign(campaign);
    }

    /// spend without the reason of an error: returns false instead.
    constexpr bool try_spend(int day, detail::id_text campaign, decimal amount)
    {
        if (!has_day(day) || is_negative(amount)) return false;
        campaign_days* const known = campaigns_.find(campaign);
        if (known != nullptr) add_spend(*known, day, amount);
        return known != nullptr;
    }

    /// The leftover of all campaigns from the days before, less the amounts taken from it on this day. Also calculated
    /// with sharing off, where campaigns can't take it. Like all queries, throws ledger_error for a day outside the
    /// month; a constant expression then does not compile.
    constexpr decimal pool(int day) const
    {
        if (!has_day(day)) not_a_day_of_the_month(day);
        return at_least_zero(before_[day] - taken_[day]);
    }

    /// The leftover of the campaign itself from the days before, less the amount it has taken on this day. Throws
    /// ledger_error also for an unknown campaign.
    constexpr decimal own_leftover(int day, detail::id_text campaign) const
    {
        campaign_days const& own = at(day, campaign);
        return at_least_zero(own.before(day) - own.taken(day));
    }

    /// The most that the campaign may spend on this day, including its spend so far: its daily budget, and up to the
    /// same amount from the pool or, without sharing, from its own leftover. Throws ledger_error also for an unknown
    /// campaign.
    constexpr decimal allowance(int day, detail::id_text campaign) const
    {
        campaign_days const& own = at(day, campaign);
        unit_count const taken_by_others = taken_[day] - own.taken(day);
        unit_count const left = sharing_ == sharing::on ? before_[day] - taken_by_others : own.before(day);
        return to_decimal(own.budget[day] + std::clamp(left, unit_count(), own.budget[day]));
    }

    /// The charges of the month. The limit, also with sharing off, is that of the portfolio: the sum of the daily
    /// budgets of all its campaigns. The credit is divided among the campaigns that spent more than their own limits,
    /// in proportion to the difference, by largest remainder: the shares sum to it exactly.
    constexpr month_close close() const
    {
        month_close all;
        unit_count limit;
        unit_count spent;
        detail::constexpr_vector<decimal> beyond;
        for (std::size_t i = 0; i < campaigns_.size(); ++i) {
            auto const& [id, days] = campaigns_[i];
            unit_count const own_limit = sum(days.budget, 1, days_ + 1);
            unit_count const own_spent = own_limit - days.unspent_in_all;
            limit += own_limit;
            spent += own_spent;
            beyond.push_back(at_least_zero(own_spent - own_limit));
            all.campaigns.push_back({.campaign = id,
                                     .charging_limit = to_decimal(own_limit),
                                     .spent = to_decimal(own_spent),
                                     .over_delivery_credit = to_decimal({})});
        }
        all.charging_limit = to_decimal(limit);
        all.spent = to_decimal(spent);
        all.over_delivery_credit = at_least_zero(spent - limit);
        decimal const credit = all.over_delivery_credit;
        if (credit == 0) return all;
        auto const shares = detail::allocate_units(credit, beyond);
        for (std::size_t i = 0; i < shares.size(); ++i) all.campaigns[i].over_delivery_credit = shares[i];
        return all;
    }

    /// The ledger of the next month, with the same campaigns and their last daily budgets, but without leftover.
    constexpr leftover_ledger next_month() const
    {
        leftover_ledger next(month_ + 1, sharing_);
        for (std::size_t i = 0; i < campaigns_.size(); ++i)
            next.set_budget(campaigns_[i].id, to_decimal(campaigns_[i].value.budget[days_]), 1);
        return next;
    }

private:
    using unit_count = detail::unit_count;
    using by_day = unit_count[32]; ///< indexed by the day, from 1

    struct campaign_days {
        by_day budget{};
        by_day unspent{};            ///< budget less spend of each day; may be negative
        unit_count unspent_in_all{}; ///< the sum of `unspent`
        bool starts[32]{};           ///< whether a budget was set from this day on

        constexpr unit_count taken(int day) const noexcept { return (std::max)(unit_count(), -unspent[day]); }

        /// The sum of `unspent` for all days before this one, from the nearer end of the month.
        constexpr unit_count before(int day) const noexcept
        {
            return day <= 16 ? sum(unspent, 1, day) : unspent_in_all - sum(unspent, day, 32);
        }
    };

    struct places {
        int of_units = 0;              ///< the scale of units: the least with which all amounts are exact
        int shown = 0;                 ///< the largest scale with which an amount was written
        int most = decimal::max_scale; ///< the limit for both after rounding, because lost digits can't be restored
    };

    /// An amount in units, and the places of the ledger after it is added.
    struct entry {
        unit_count units;
        places with;
    };

    /// The bound for the turnover, which is at least as large as every other sum: the last multiple of 2^64 below
    /// 10^28. Rounding adds at most half a unit for each day of each campaign, so that a sum still fits 28 digits, with
    /// which decimals are added exactly.
    static constexpr detail::two_words most_turnover{.low = 0, .high = 0x204F'CE5E};

    /// Converts an amount for some days, which replaces other units. Everything that may throw happens here, before the
    /// ledger changes.
    constexpr entry count(decimal amount, int days, unit_count replaced) const
    {
        auto const parts = detail::decimal_access::parts(amount);
        int const zeros = places_.of_units - parts.scale();
        if (zeros < 0 || zeros > 19 || parts.high() != 0) return count_anew(amount, days, replaced);
        auto const units = detail::multiply_words(parts.low, detail::powers_of_ten[zeros]);
        if (units >= most_turnover) return count_anew(amount, days, replaced);
        entry const counted{.units = unit_count(units), .with = places_};
        auto const turnover = turnover_ - replaced + counted.units * static_cast<std::uint32_t>(days);
        return turnover.magnitude() < most_turnover ? counted : count_anew(amount, days, replaced);
    }

    /// The same, if the places may have to change.
    constexpr entry count_anew(decimal amount, int days, unit_count replaced) const
    {
        places with = places_;
        with.shown = (std::min)((std::max)(with.shown, amount.scale()), with.most);
        if (amount.scale() > with.of_units) amount = amount.normalized();
        with.of_units = (std::min)((std::max)(with.of_units, amount.scale()), with.most);
        int scale = with.of_units;
        decimal const rounded = amount.scale() > scale ? amount.round(scale) : amount;
        auto turnover = detail::at_scale(detail::decimal_access::parts(rounded), scale) * detail::magnitude(days);
        turnover += detail::times_power_of_ten((turnover_ - replaced).magnitude(), scale - places_.of_units);
        while (turnover >= most_turnover) {
            if (scale == 0) beyond_28_digits();
            turnover.divide_by(10);
            with = {.of_units = --scale, .shown = scale, .most = scale};
        }
        return {.units = units_of(amount, scale), .with = with};
    }

    /// An amount in units of a scale, rounded if it has more places. The result is less than most_turnover.
    static constexpr unit_count units_of(decimal amount, int scale)
    {
        return unit_count(detail::decimal_access::parts(amount.round(scale)).coefficient());
    }

    constexpr void count_in(entry const& counted)
    {
        if (counted.with.of_units != places_.of_units) rescale(counted.with.of_units);
        places_ = counted.with;
    }

    /// Converts every budget and every spend to another scale, with rounding, and recalculates the sums.
    constexpr void rescale(int scale)
    {
        auto const rescaled = [&](unit_count units) { return units_of(unpadded(units), scale); };
        turnover_ = {};
        std::fill(std::begin(before_), std::end(before_), unit_count());
        std::fill(std::begin(taken_), std::end(taken_), unit_count());
        for (std::size_t i = 0; i < campaigns_.size(); ++i) {
            campaign_days& own = campaigns_[i].value;
            own.unspent_in_all = {};
            for (int day = 1; day <= days_; ++day) {
                auto const spent = rescaled(own.budget[day] - own.unspent[day]);
                own.budget[day] = rescaled(own.budget[day]);
                own.unspent[day] = own.budget[day] - spent;
                turnover_ += own.budget[day] + spent;
                taken_[day] += own.taken(day);
                before_[day] += own.unspent_in_all;
                own.unspent_in_all += own.unspent[day];
            }
        }
    }

    constexpr void set_budget(std::string_view id, decimal amount, int from)
    {
        campaign_days* const known = campaigns_.find(id);
        int end = from + 1;
        while (end <= days_ && !(known != nullptr && known->starts[end])) ++end;
        auto const replaced = known != nullptr ? sum(known->budget, from, end) : unit_count();
        entry const counted = count(amount, end - from, replaced);
        campaign_days& days = known != nullptr ? *known : campaigns_.add(id);
        if (counted.with.of_units != places_.of_units)
            fill(days, from, end, {}); // the replaced budget need not fit the new scale
        count_in(counted);
        fill(days, from, end, counted.units);
        days.starts[from] = true;
    }

    /// Sets the budget of the days from `from` up to, but not including, `end`.
    constexpr void fill(campaign_days& own, int from, int end, unit_count units) noexcept
    {
        unit_count more;
        for (int day = from; day <= days_; ++day) {
            before_[day] += more;
            if (day >= end) continue;
            unit_count const added = units - own.budget[day];
            more += added;
            taken_[day] -= own.taken(day);
            own.budget[day] = units;
            own.unspent[day] += added;
            taken_[day] += own.taken(day);
        }
        own.unspent_in_all += more;
        turnover_ += more;
    }

    constexpr void add_spend(campaign_days& own, int day, decimal amount)
    {
        entry const counted = count(amount, 1, {});
        count_in(counted);
        taken_[day] -= own.taken(day);
        own.unspent[day] -= counted.units;
        own.unspent_in_all -= counted.units;
        taken_[day] += own.taken(day);
        for (int later = day + 1; later <= days_; ++later) before_[later] -= counted.units;
        turnover_ += counted.units;
    }

    /// The sum for the days from `from` up to, but not including, `end`.
    static constexpr unit_count sum(by_day const& units, int from, int end) noexcept
    {
        unit_count sum;
        for (int day = from; day < end; ++day) sum += units[day];
        return sum;
    }

    /// Units as a decimal with the scale of units. Precondition: they are not negative.
    constexpr decimal unpadded(unit_count units) const noexcept
    {
        return detail::decimal_access::of(detail::make_parts(units.magnitude(), places_.of_units, false));
    }

    /// Units as a decimal with the largest scale of an amount, if that fits 28 digits.
    constexpr decimal to_decimal(unit_count units) const
    {
        if (places_.shown == places_.of_units) return unpadded(units);
        return unpadded(units) + decimal::from_parts(0, places_.shown);
    }

    constexpr decimal at_least_zero(unit_count units) const { return to_decimal((std::max)(unit_count(), units)); }

    /// The same as `amount < 0`, but faster.
    static constexpr bool is_negative(decimal amount) noexcept
    {
        return detail::decimal_access::parts(amount).negative();
    }

    constexpr bool has_day(int day) const noexcept { return 1 <= day && day <= days_; }

    constexpr campaign_days const& at(int day, std::string_view id) const
    {
        if (!has_day(day)) not_a_day_of_the_month(day);
        campaign_days const* const known = campaigns_.find(id);
        if (known == nullptr) not_a_campaign_of_the_ledger(id);
        return *known;
    }

    error day_outside_month(int day) const
    {
        return {error_kind::invalid, "day_outside_month",
                detail::joined({"expected a day from 1 to ", std::to_string(days_), ", found ", std::to_string(day)})};
    }

    static error negative_amount(decimal amount)
    {
        return {error_kind::invalid, "negative_amount",
                detail::joined({"expected an amount of 0 or more, found ", amount.to_string()})};
    }

    static error unknown_campaign(std::string_view id)
    {
        return detail::unexpected("unknown_campaign", "a campaign with a daily budget", id);
    }

    // Not constexpr: the compiler's message for a constant expression that fails has the name of the function.

    [[noreturn]] void not_a_day_of_the_month(int day) const { throw ledger_error(day_outside_month(day).message()); }

    [[noreturn]] static void not_a_campaign_of_the_ledger(std::string_view id)
    {
        throw ledger_error(unknown_campaign(id).message());
    }

    [[noreturn]] static void beyond_28_digits()
    {
        throw arithmetic_error("the sum of the budgets and spends of a month does not fit 28 digits");
    }

    month month_;
    int days_;
    places places_{};
    sharing sharing_;
    unit_count turnover_{}; ///< the sum of all budgets and all spends
    by_day before_{};       ///< budgets less spends of all campaigns on all days before this one
    by_day taken_{};        ///< the spends of campaigns on this day above their daily budgets
    detail::id_map<campaign_days> campaigns_;
};

} // namespace outlay::inline v0_1_0
