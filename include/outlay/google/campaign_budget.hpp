#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/google/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>

// A campaign budget as Google returns it. Source: Google Ads API v25, CampaignBudget and its enumerations, in the JSON
// of protocol buffers: integers of 64 bits are strings, amounts are millionths, and what is not set is absent. All
// enumerations are open: a server has UNKNOWN for a value that the version called does not know.

namespace outlay::inline v0_1_0::google {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// Whether a budget can be used.
enum class campaign_budget_status : unsigned char {
    unspecified, ///< not specified by the reply
    unknown,     ///< newer than the version of the API
    enabled,
    removed, ///< for good
};
BOOST_DESCRIBE_ENUM(campaign_budget_status, unspecified, unknown, enabled, removed)

/// The rate at which a day's amount is spent.
enum class budget_delivery_method : unsigned char {
    unspecified, ///< not specified by the reply
    unknown,     ///< newer than the version of the API
    standard,    ///< evenly over the day: the default
    accelerated, ///< as fast as possible
};
BOOST_DESCRIBE_ENUM(budget_delivery_method, unspecified, unknown, standard, accelerated)

/// The period over which an amount is spent.
enum class budget_period : unsigned char {
    unspecified,   ///< not specified by the reply
    unknown,       ///< newer than the version of the API
    daily,         ///< `amount` is for each day: the default
    custom_period, ///< `total_amount` is for all days of the campaign
};
BOOST_DESCRIBE_ENUM(budget_period, unspecified, unknown, daily, custom_period)

/// The campaigns that a budget is for.
enum class campaign_budget_type : unsigned char {
    unspecified, ///< not specified by the reply
    unknown,     ///< newer than the version of the API
    standard,    ///< the default
    fixed_cpa,
    smart_campaign,
    local_services,
};
BOOST_DESCRIBE_ENUM(campaign_budget_type, unspecified, unknown, standard, fixed_cpa, smart_campaign, local_services)

/// A campaign budget. Amounts are in the currency of the account, which the budget does not have.
struct campaign_budget {
    std::optional<campaign_budget_name> resource_name{};       ///< `customers/1234567890/campaignBudgets/42`
    std::optional<campaign_budget_id> id{};                    ///< the number at the end of resource_name
    std::optional<std::string> name{};                         ///< of a shared budget; of others, the campaign's
    std::optional<decimal> amount{};                           ///< a day; a month costs at most 30.4 times as much
    std::optional<decimal> total_amount{};                     ///< of CUSTOM_PERIOD: for all days of the campaign
    std::optional<open_enum<campaign_budget_status>> status{}; ///< ENABLED, REMOVED
    std::optional<open_enum<budget_delivery_method>> delivery_method{}; ///< STANDARD, ACCELERATED
    std::optional<open_enum<budget_period>> period{};                   ///< DAILY, CUSTOM_PERIOD
    std::optional<open_enum<campaign_budget_type>> type{};              ///< STANDARD, FIXED_CPA, ...
    std::optional<bool> explicitly_shared{};                            ///< made for several campaigns
    std::optional<std::int64_t> reference_count{};                      ///< campaigns that use it
    std::optional<bool> has_recommended_budget{};                       ///< see recommendation()
    std::optional<decimal> recommended_budget_amount{};                 ///< `amount` where there is no recommendation
    /// The estimated change in a week with the recommended amount in place of `amount`: of clicks.
    std::optional<std::int64_t> recommended_budget_estimated_change_weekly_clicks{};
    std::optional<decimal> recommended_budget_estimated_change_weekly_cost{};              ///< likewise the cost
    std::optional<std::int64_t> recommended_budget_estimated_change_weekly_interactions{}; ///< interactions
    std::optional<std::int64_t> recommended_budget_estimated_change_weekly_views{};        ///< views
    std::optional<bidding_strategy_id> aligned_bidding_strategy_id{};                      ///< of the same campaigns
    outlay::extras extras{};

    /// The amount that Google recommends; absent if it recommends none. (recommended_budget_amount is then the amount
    /// that is set.)
    std::optional<decimal> recommendation() const noexcept
    {
        return has_recommended_budget.value_or(false) ? recommended_budget_amount : std::nullopt;
    }

    friend bool operator==(campaign_budget const&, campaign_budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget, (),
                      (resource_name, id, name, amount, total_amount, status, delivery_method, period, type,
                       explicitly_shared, reference_count, has_recommended_budget, recommended_budget_amount,
                       recommended_budget_estimated_change_weekly_clicks,
                       recommended_budget_estimated_change_weekly_cost,
                       recommended_budget_estimated_change_weekly_interactions,
                       recommended_budget_estimated_change_weekly_views, aligned_bidding_strategy_id, extras))

} // namespace outlay::inline v0_1_0::google

namespace outlay::inline v0_1_0 {

template<std::same_as<google::campaign_budget> T>
struct model<T> {
    static constexpr auto description =
        "A campaign budget as Google returns it. Amounts are millionths of the account's currency.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        rename<&T::amount>("amountMicros"),
        rename<&T::total_amount>("totalAmountMicros"),
        rename<&T::recommended_budget_amount>("recommendedBudgetAmountMicros"),
        rename<&T::recommended_budget_estimated_change_weekly_cost>("recommendedBudgetEstimatedChangeWeeklyCostMicros"),
        form<&T::amount, forms::micros_text>(),
        form<&T::total_amount, forms::micros_text>(),
        form<&T::recommended_budget_amount, forms::micros_text>(),
        form<&T::recommended_budget_estimated_change_weekly_cost, forms::micros_text>(),
        form<&T::reference_count, forms::integer_text>(),
        form<&T::recommended_budget_estimated_change_weekly_clicks, forms::integer_text>(),
        form<&T::recommended_budget_estimated_change_weekly_interactions, forms::integer_text>(),
        form<&T::recommended_budget_estimated_change_weekly_views, forms::integer_text>(),
        member<&T::amount>(described_as("Millionths a day. A month costs at most 30.4 times as much.")),
        member<&T::total_amount>(described_as("Millionths for all days of a campaign with a CUSTOM_PERIOD.")),
        member<&T::recommended_budget_amount>(
            described_as("Millionths. Without a recommendation it is amountMicros, so look at hasRecommendedBudget.")),
        quirk<T>(
            "amount_and_total", [](T const& b) { return !b.amount || !b.total_amount; },
            "amountMicros and totalAmountMicros are both there: a budget has one of them"),
    };
};

} // namespace outlay::inline v0_1_0
