#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <limits>
#include <numeric>
#include <outlay/budget/detail/id_map.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/decimal_math.hpp>
#include <outlay/value/detail/wide.hpp>
#include <outlay/value/money.hpp>
#include <outlay/value/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// Whether the campaigns of a portfolio may spend what others have left. Amazon: campaignUnspentBudgetSharing.
enum class sharing : unsigned char {
    off, ///< each campaign has its own budget
    on,  ///< what one leaves unspent, others may spend
};

/// Thrown when a leftover_ledger is asked about a day that its month does not have, or a campaign that it does not
/// know.
class ledger_error : public std::out_of_range {
public:
    using std::out_of_range::out_of_range;
};

/// What is charged to one campaign for a month.
struct campaign_close {
    std::string campaign;         ///< its id
    decimal charging_limit;       ///< its daily budgets, summed over the month
    decimal spent;                ///< may be more than the limit: it has spent what others left
    decimal over_delivery_credit; ///< its share of the credit of the portfolio

    friend constexpr bool operator==(campaign_close const&, campaign_close const&) = default;
};

/// What is charged for the month of a portfolio.
struct month_close {
    decimal charging_limit;                ///< the most that is charged: all daily budgets of the month
    decimal spent;                         ///< by all campaigns
    decimal over_delivery_credit;          ///< what was spent beyond the limit, and is not charged
    std::vector<campaign_close> campaigns; ///< in the order in which they came into the ledger

    friend constexpr bool operator==(month_close const&, month_close const&) = default;
};

BOOST_DESCRIBE_STRUCT(campaign_close, (), (campaign, charging_limit, spent, over_delivery_credit))
BOOST_DESCRIBE_STRUCT(month_close, (), (charging_limit, spent, over_delivery_credit, campaigns))

/// The month of a portfolio whose campaigns may share what they leave unspent: what each may spend on a day, and what
/// is charged in the end. After the Amazon Ads guide "Sharing leftover budget in a portfolio".
///
///     leftover_ledger july{month{2025, 7}, sharing::on};
///     july.daily_budget("c1", 100_dec);
///     july.daily_budget("c2", 100_dec);
///     july.spend(1, "c1", 70_dec);
///     july.spend(1, "c2", 100_dec);
///     july.allowance(2, "c2"); // 130: its budget, and the 30 that are left of the pool
///
/// On a day, a campaign spends its daily budget first, then its own leftovers of the days before, then those of the
/// others, and never more than twice its daily budget. What one takes beyond its daily budget is gone for the others.
///
/// Amounts are in one currency, and exact: they have the places of the finest amount put in, as far as these fit. All
/// budgets and spends of the month may sum to at most 2^62 - 1 of its units; what is beyond throws arithmetic_error
/// and changes nothing.
///
/// A campaign is named by an identifier, or by any text. Days are 1 to 28 ... 31. Each query takes the same short time
/// however many campaigns there are, and each change a step for each later day; only an amount with more places than
/// all before it, 28 times at most, has everything counted anew.
class leftover_ledger {
public:
    /// A month in which nothing is budgeted or spent yet.
    constexpr leftover_ledger(month of, sharing mode) : month_(of), days_(of.days_in()), sharing_(mode) {}

    /// The daily budget of a campaign, new or known, from a day on until the next day for which one was set. Before
    /// the first it is 0. Codes: `day_outside_month`, `negative_amount`.
    result<void> daily_budget(detail::id_text campaign, decimal amount, int from_day = 1)
    {
        if (try_daily_budget(campaign, amount, from_day)) return {};
        if (!has_day(from_day)) return day_outside_month(from_day);
        return negative_amount(amount);
    }

    /// daily_budget without a reason: false if it was refused.
    constexpr bool try_daily_budget(detail::id_text campaign, decimal amount, int from_day = 1)
    {
        if (!has_day(from_day) || amount < 0) return false;
        set_budget(campaign, amount, from_day);
        return true;
    }

    /// Adds to what a campaign has spent on a day: a fact, also where it is more than the allowance. Days may come in
    /// any order. Codes: `day_outside_month`, `negative_amount`, `unknown_campaign`.
    result<void> spend(int day, detail::id_text campaign, decimal amount)
    {
        if (try_spend(day, campaign, amount)) return {};
        if (!has_day(day)) return day_outside_month(day);
        if (amount < 0) return negative_amount(amount);
        return unknown_campaign(campaign);
    }

    /// spend without a reason: false if it was refused.
    constexpr bool try_spend(int day, detail::id_text campaign, decimal amount)
    {
        if (!has_day(day) || amount < 0) return false;
        campaign_days* const known = campaigns_.find(campaign);
        if (known != nullptr) add_spend(*known, day, amount);
        return known != nullptr;
    }

    /// What all campaigns together have left of the days before, less what was taken from it on this day. (With sharing
    /// off as well, where nobody may take what others left.) As all
    /// queries, throws ledger_error for a day outside the month; in a constant expression, does not compile.
    constexpr decimal pool(int day) const
    {
        if (!has_day(day)) not_a_day_of_the_month(day);
        return at_least_zero(before_[day] - taken_[day]);
    }

    /// What the campaign has left of its own days before, less what it has taken on this day. Throws ledger_error for
    /// an unknown campaign too.
    constexpr decimal own_leftover(int day, detail::id_text campaign) const
    {
        campaign_days const& own = at(day, campaign);
        return at_least_zero(own.before[day] - own.taken(day));
    }

    /// The most that the campaign may spend on this day, including what it already has: its daily budget, and up to as
    /// much again from the pool, or, without sharing, from its own leftovers. Throws ledger_error for an unknown
    /// campaign too.
    constexpr decimal allowance(int day, detail::id_text campaign) const
    {
        campaign_days const& own = at(day, campaign);
        std::int64_t const taken_by_others = taken_[day] - own.taken(day);
        std::int64_t const left = sharing_ == sharing::on ? before_[day] - taken_by_others : own.before[day];
        return to_decimal(own.budget[day] + std::clamp<std::int64_t>(left, 0, own.budget[day]));
    }

    /// What is charged for the month. It is the portfolio that has a limit, with sharing off as well: the sum of the
    /// daily budgets of all its campaigns. The credit is divided among the campaigns that spent beyond their own
    /// limits, in proportion to how far, by largest remainder: the shares sum to it exactly.
    constexpr month_close close() const
    {
        month_close all;
        std::int64_t limit = 0;
        std::int64_t spent = 0;
        std::vector<decimal> beyond;
        for (auto const& [id, days] : campaigns_) {
            auto const own_limit = sum(days.budget);
            auto const own_spent = sum(days.spent);
            limit += own_limit;
            spent += own_spent;
            beyond.push_back(at_least_zero(own_spent - own_limit));
            all.campaigns.push_back({id, to_decimal(own_limit), to_decimal(own_spent), to_decimal(0)});
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

    /// The ledger of the month after, with the same campaigns and their last daily budgets. No leftover goes with them.
    constexpr leftover_ledger next_month() const
    {
        leftover_ledger next(month_ + 1, sharing_);
        for (auto const& [id, days] : campaigns_) next.set_budget(id, to_decimal(days.budget[days_]), 1);
        return next;
    }

private:
    /// In units of the ledger; the index is the day, from 1 on.
    using by_day = std::int64_t[32];

    struct campaign_days {
        by_day budget{};
        by_day spent{};
        by_day before{};   ///< budgets less spends, of all days before this one
        bool starts[32]{}; ///< whether a budget was set for this day and those after it

        constexpr std::int64_t taken(int day) const noexcept
        {
            return std::max<std::int64_t>(0, spent[day] - budget[day]);
        }
    };

    /// An amount in units, and the state that it brings the ledger to.
    struct entry {
        std::int64_t units;
        std::int64_t turnover;
        int scale;
        int places;
    };

    /// Bounds every sum that is ever made: none exceeds the turnover, or twice that.
    static constexpr std::int64_t most_turnover = std::numeric_limits<std::int64_t>::max() / 2;

    /// Counts an amount for some days, in place of other units. All that may fail, before anything changes.
    constexpr entry count(decimal amount, int days, std::int64_t replaced) const
    {
        int const places = std::max(places_, amount.scale());
        if (amount.scale() > scale_) amount = amount.normalized();
        int const scale = std::max(scale_, amount.scale());
        constexpr detail::wide most = most_turnover;
        auto const units = detail::at_scale(detail::decimal_access::parts(amount), scale);
        if (units > most) beyond_64_bits();
        auto turnover = detail::times_power_of_ten(detail::magnitude(turnover_ - replaced), scale - scale_);
        turnover += units * detail::magnitude(days);
        if (turnover > most) beyond_64_bits();
        return {.units = static_cast<std::int64_t>(units.words().low),
                .turnover = static_cast<std::int64_t>(turnover.words().low),
                .scale = scale,
                .places = places};
    }

    constexpr void commit(entry const& counted) noexcept
    {
        if (counted.scale > scale_) rescale(counted.scale);
        turnover_ = counted.turnover;
        places_ = counted.places;
    }

    constexpr void rescale(int scale) noexcept
    {
        // Where 64 bits do not hold the factor, the turnover was found to fit because all units are 0.
        int const more_places = scale - scale_;
        auto const factor = more_places > 18 ? 0 : static_cast<std::int64_t>(detail::powers_of_ten[more_places]);
        auto const multiply_all = [factor](by_day& units) {
            for (std::int64_t& n : units) n *= factor;
        };
        for (auto& [id, days] : campaigns_) {
            multiply_all(days.budget);
            multiply_all(days.spent);
            multiply_all(days.before);
        }
        multiply_all(before_);
        multiply_all(taken_);
        scale_ = scale;
    }

    constexpr void set_budget(std::string_view id, decimal amount, int from)
    {
        campaign_days* const known = campaigns_.find(id);
        int end = from + 1;
        while (end <= days_ && !(known != nullptr && known->starts[end])) ++end;
        auto const replaced =
            known != nullptr ? std::accumulate(known->budget + from, known->budget + end, std::int64_t{0}) : 0;
        entry const counted = count(amount, end - from, replaced);
        campaign_days& days = known != nullptr ? *known : campaigns_.add(id);
        if (counted.scale > scale_) fill(days, from, end, 0); // what is replaced need not fit the new scale
        commit(counted);
        fill(days, from, end, counted.units);
        days.starts[from] = true;
    }

    /// Makes `units` the budget of the days from `from` to before `end`.
    constexpr void fill(campaign_days& own, int from, int end, std::int64_t units) noexcept
    {
        std::int64_t more = 0;
        for (int day = from; day <= days_; ++day) {
            own.before[day] += more;
            before_[day] += more;
            if (day >= end) continue;
            more += units - own.budget[day];
            taken_[day] -= own.taken(day);
            own.budget[day] = units;
            taken_[day] += own.taken(day);
        }
    }

    constexpr void add_spend(campaign_days& own, int day, decimal amount)
    {
        entry const counted = count(amount, 1, 0);
        commit(counted);
        taken_[day] -= own.taken(day);
        own.spent[day] += counted.units;
        taken_[day] += own.taken(day);
        for (int later = day + 1; later <= days_; ++later) {
            own.before[later] -= counted.units;
            before_[later] -= counted.units;
        }
    }

    static constexpr std::int64_t sum(by_day const& units) noexcept
    {
        return std::accumulate(std::begin(units), std::end(units), std::int64_t{0});
    }

    /// As decimals add: with the most places that were put in, where these fit.
    constexpr decimal to_decimal(std::int64_t units) const
    {
        return decimal::from_parts(units, scale_) + decimal::from_parts(0, places_);
    }

    constexpr decimal at_least_zero(std::int64_t units) const { return to_decimal(std::max<std::int64_t>(0, units)); }

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

    // Not constexpr, so that the compiler names them when a constant expression comes here.

    [[noreturn]] void not_a_day_of_the_month(int day) const { throw ledger_error(day_outside_month(day).message()); }

    [[noreturn]] static void not_a_campaign_of_the_ledger(std::string_view id)
    {
        throw ledger_error(unknown_campaign(id).message());
    }

    [[noreturn]] static void beyond_64_bits()
    {
        throw arithmetic_error("the budgets and spends of a month, in units of the finest, do not fit 64 bits");
    }

    month month_;
    int days_;
    int scale_ = 0;  ///< of the units: as few places as every amount needs
    int places_ = 0; ///< the most that an amount was written with
    sharing sharing_;
    std::int64_t turnover_ = 0; ///< all budgets and all spends
    by_day before_{};           ///< budgets less spends of all campaigns, of all days before this one
    by_day taken_{};            ///< what campaigns spent on this day beyond their daily budgets
    detail::id_map<campaign_days> campaigns_;
};

} // namespace outlay
