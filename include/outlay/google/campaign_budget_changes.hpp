#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/google/campaign_budget.hpp>
#include <outlay/google/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <tuple>

// Campaign budgets to create, and changes to them. Source: Google Ads API v25, CampaignBudget. The codes of the rules
// are Google's own, in lower case: those of CampaignBudgetError, and of FieldError, StringLengthError, EnumError and
// RequestError. Codes that Google does not have: `not_trimmed`, `id_not_a_number`.

namespace outlay::inline v0_1_0::google {

/// A campaign budget to create: an amount a day, or with the period CUSTOM_PERIOD a total.
struct new_campaign_budget {
    std::optional<std::string> name{};     ///< 1 to 255 bytes; required unless explicitly_shared is false
    std::optional<decimal> amount{};       ///< a day, more than 0, in the account's currency; of DAILY required
    std::optional<decimal> total_amount{}; ///< for all days of the campaign; of CUSTOM_PERIOD required
    std::optional<open_enum<budget_delivery_method>> delivery_method{}; ///< absent: STANDARD
    std::optional<bool> explicitly_shared{};                            ///< absent: true, for several campaigns
    std::optional<open_enum<budget_period>> period{};                   ///< absent: DAILY; never changes
    std::optional<open_enum<campaign_budget_type>> type{};              ///< absent: STANDARD; never changes
    std::optional<bidding_strategy_id> aligned_bidding_strategy_id{};   ///< of the same campaigns
    outlay::extras extras{};

    friend bool operator==(new_campaign_budget const&, new_campaign_budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(new_campaign_budget, (),
                      (name, amount, total_amount, delivery_method, explicitly_shared, period, type,
                       aligned_bidding_strategy_id, extras))

/// Changes to a campaign budget. Absent members stay as they are. Its period and type never change.
struct campaign_budget_update {
    campaign_budget_name resource_name{};                               ///< which to change: required
    std::optional<std::string> name{};                                  ///< 1 to 255 bytes
    std::optional<decimal> amount{};                                    ///< a day; of a DAILY budget
    std::optional<decimal> total_amount{};                              ///< of a budget with a CUSTOM_PERIOD
    std::optional<open_enum<budget_delivery_method>> delivery_method{}; ///< STANDARD, ACCELERATED
    std::optional<bool> explicitly_shared{};                            ///< true: from now on for several campaigns
    nullable<bidding_strategy_id> aligned_bidding_strategy_id{};        ///< null: of none any more
    outlay::extras extras{};

    friend bool operator==(campaign_budget_update const&, campaign_budget_update const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget_update, (),
                      (resource_name, name, amount, total_amount, delivery_method, explicitly_shared,
                       aligned_bidding_strategy_id, extras))

namespace detail {

/// Google measures a name without the white space around it.
constexpr bool is_trimmed(std::string const& name)
{
    constexpr std::string_view white_space = " \t\n\v\f\r";
    return name.empty() ||
           (white_space.find(name.front()) == white_space.npos && white_space.find(name.back()) == white_space.npos);
}

constexpr bool is_not_zero(decimal const& amount) { return amount != 0; }

/// UNSPECIFIED and UNKNOWN are only in replies.
template<class E>
constexpr bool is_permitted(open_enum<E> const& value)
{
    return value != E::unspecified && value != E::unknown;
}

template<class E>
inline constexpr auto permitted =
    in_requests(satisfies<open_enum<E>>("enum_value_not_permitted", &is_permitted<E>,
                                        "another value than UNSPECIFIED and UNKNOWN", "^(?!(?:UNSPECIFIED|UNKNOWN)$)"));

inline constexpr coded name_not_too_short{"too_short", byte_length(1)};
inline constexpr coded name_not_too_long{"too_long", byte_length(0, 255)};
inline constexpr satisfies<std::string> name_trimmed{"not_trimmed", &is_trimmed,
                                                     "a name without white space around it"};
inline constexpr coded not_negative{"negative_money_amount", at_least(decimal(0))};
inline constexpr satisfies<decimal> not_zero{"budget_amount_too_small", &is_not_zero, "more than 0"};

constexpr bool has_custom_period(new_campaign_budget const& budget)
{
    return budget.period && *budget.period == budget_period::custom_period;
}

/// Checks that a budget has the amount that its period requires. Unknown periods are not checked.
constexpr void check_amounts(new_campaign_budget const& budget, auditor& to)
{
    if (has_custom_period(budget)) {
        if (!budget.total_amount) to.violation({"totalAmountMicros"}, "required", "CUSTOM_PERIOD needs a total amount");
        if (budget.amount)
            to.violation({"amountMicros"}, "budget_amount_must_be_unset_for_custom_budget_period",
                         "CUSTOM_PERIOD has a total amount and no amount a day");
    } else if (!budget.period || *budget.period == budget_period::daily) {
        if (!budget.amount) to.violation({"amountMicros"}, "required", "DAILY, the default, needs an amount a day");
        if (budget.total_amount)
            to.violation({"totalAmountMicros"}, "total_budget_amount_must_be_unset_for_budget_period_daily",
                         "DAILY, the default, has an amount a day and no total amount");
    }
    if (!budget.name && budget.explicitly_shared.value_or(true))
        to.violation({"name"}, "required", "a budget for several campaigns, which is the default, needs a name");
}

inline constexpr std::string_view amount_codes = "required, budget_amount_must_be_unset_for_custom_budget_period, "
                                                 "total_budget_amount_must_be_unset_for_budget_period_daily";

/// The rules of changes that need no look at the budget that they are made to.
constexpr void check_changes(campaign_budget_update const& change, auditor& to)
{
    if (change.amount && change.total_amount)
        to.violation({"totalAmountMicros"}, "total_budget_amount_must_be_unset_for_budget_period_daily",
                     "a budget has an amount a day or a total amount, and not both");
    if (change.explicitly_shared == false)
        to.violation({"explicitlyShared"}, "cannot_update_campaign_budget_to_implicitly_shared",
                     "a budget for several campaigns can't be made one for a single campaign");
    if (change.explicitly_shared == true && !change.name)
        to.notice({"name"}, "cannot_update_campaign_budget_to_explicitly_shared_without_name",
                  "Google refuses to share a budget that has no name of its own");
}

inline constexpr std::string_view change_codes = "total_budget_amount_must_be_unset_for_budget_period_daily, "
                                                 "cannot_update_campaign_budget_to_implicitly_shared";

/// Adds a violation for an amount that is finer than the currency's minor unit.
inline void check_unit(report& found, std::optional<decimal> const& amount, currency of_account,
                       std::string_view pointer)
{
    auto const places = of_account.minor_units();
    if (!amount || !places || amount->normalized().scale() <= *places) return;
    found.add({.pointer = std::string(pointer),
               .code = "non_multiple_of_minimum_currency_unit",
               .message = outlay::detail::joined(
                   {"expected at most ", outlay::detail::counted(static_cast<std::size_t>(*places), "place", "places"),
                    " in ", of_account.to_string(), ", found ", amount->to_string()})});
}

} // namespace detail
} // namespace outlay::inline v0_1_0::google

namespace outlay::inline v0_1_0 {

template<std::same_as<google::new_campaign_budget> T>
struct model<T> {
    static constexpr auto description =
        "A campaign budget to create. Amounts are millionths of the account's currency.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        rename<&T::amount>("amountMicros"),
        rename<&T::total_amount>("totalAmountMicros"),
        form<&T::amount, forms::micros_text>(),
        form<&T::total_amount, forms::micros_text>(),
        member<&T::name>(google::detail::name_not_too_short, google::detail::name_not_too_long,
                         google::detail::name_trimmed,
                         described_as("Required unless explicitlyShared is false: then it is the campaign's.")),
        member<&T::amount>(google::detail::not_negative, google::detail::not_zero,
                           described_as("Millionths a day, of whole units of the currency. Required for DAILY.")),
        member<&T::total_amount>(google::detail::not_negative, google::detail::not_zero,
                                 described_as("Millionths for all days of the campaign. Required for CUSTOM_PERIOD.")),
        member<&T::delivery_method>(google::detail::permitted<google::budget_delivery_method>),
        member<&T::explicitly_shared>(described_as("Whether the budget is for several campaigns; true if absent.")),
        member<&T::period>(google::detail::permitted<google::budget_period>),
        member<&T::type>(google::detail::permitted<google::campaign_budget_type>),
        member<&T::aligned_bidding_strategy_id>(google::detail::number_rule<google::bidding_strategy_id>),
        audit<T>(&google::detail::check_amounts, google::detail::amount_codes),
    };
};

template<std::same_as<google::campaign_budget_update> T>
struct model<T> {
    static constexpr auto description =
        "Changes to a campaign budget. Absent members keep their values. The period and the type cannot be changed.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{
        rename<&T::amount>("amountMicros"),
        rename<&T::total_amount>("totalAmountMicros"),
        form<&T::amount, forms::micros_text>(),
        form<&T::total_amount, forms::micros_text>(),
        member<&T::resource_name>(presence::required, google::detail::budget_name_rule),
        member<&T::name>(google::detail::name_not_too_short, google::detail::name_not_too_long,
                         google::detail::name_trimmed),
        member<&T::amount>(google::detail::not_negative, google::detail::not_zero,
                           described_as("Millionths a day, of whole units of the currency.")),
        member<&T::total_amount>(google::detail::not_negative, google::detail::not_zero,
                                 described_as("Millionths for all days of the campaign.")),
        member<&T::delivery_method>(google::detail::permitted<google::budget_delivery_method>),
        member<&T::explicitly_shared>(described_as("Can become true, and never false again.")),
        member<&T::aligned_bidding_strategy_id>(google::detail::number_rule<google::bidding_strategy_id>,
                                                described_as("null: the budget is aligned with none any more.")),
        audit<T>(&google::detail::check_changes, google::detail::change_codes),
    };
};

/// The findings of validate(), and the one rule that needs the currency of the account: amounts are multiples of its
/// minor unit. Code: `non_multiple_of_minimum_currency_unit`.
report validate(std::same_as<google::new_campaign_budget> auto const& budget, currency of_account,
                outlay::context const& context = {})
{
    report found = validate(budget, context);
    google::detail::check_unit(found, budget.amount, of_account, "/amountMicros");
    google::detail::check_unit(found, budget.total_amount, of_account, "/totalAmountMicros");
    return found;
}

/// The same for changes.
report validate(std::same_as<google::campaign_budget_update> auto const& change, currency of_account,
                outlay::context const& context = {})
{
    report found = validate(change, context);
    google::detail::check_unit(found, change.amount, of_account, "/amountMicros");
    google::detail::check_unit(found, change.total_amount, of_account, "/totalAmountMicros");
    return found;
}

namespace google {

using outlay::validate;

} // namespace google
} // namespace outlay::inline v0_1_0
