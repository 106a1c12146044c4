#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <date/date.h>
#include <optional>
#include <outlay/amazon/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <vector>

// A campaign of Sponsored Products and its budget. Source: the specification of /sp/campaigns (version 3). All
// enumerations are open: Amazon adds values without a new version. The codes of the rules are the specification's
// reasons for refusing a budget, in lower case. Members are in the order in which live replies have them, which is read
// fastest.

namespace outlay::inline v0_1_0::amazon {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// Whether a campaign is in use.
enum class campaign_state : unsigned char {
    enabled,
    paused,
    archived,
    enabling,
    user_deleted,
    proposed,
    other,
};
BOOST_DESCRIBE_ENUM(campaign_state, enabled, paused, archived, enabling, user_deleted, proposed, other)

/// The period that the budget of a campaign is for.
enum class budget_type : unsigned char {
    daily, ///< an amount for each day, on average over the month
    other, ///< in replies only
};
BOOST_DESCRIBE_ENUM(budget_type, daily, other)

/// The division of a budget between the marketplaces of a campaign that has several.
enum class marketplace_budget_allocation : unsigned char {
    auto_,  ///< `AUTO`: by Amazon
    manual, ///< by the advertiser
};
BOOST_DESCRIBE_ENUM(marketplace_budget_allocation, auto_, manual)

/// Whether a campaign is delivering, and if not, why.
enum class campaign_serving_status : unsigned char {
    account_out_of_budget,
    advertiser_archived,
    advertiser_exceed_spends_limit,
    advertiser_out_of_budget,
    advertiser_paused,
    advertiser_payment_failure,
    advertiser_policing_pending_review,
    advertiser_policing_suspended,
    campaign_archived,
    campaign_incomplete,
    campaign_out_of_budget,
    campaign_paused,
    campaign_status_enabled,
    ended,
    other,
    pending_review,
    pending_start_date,
    portfolio_archived,
    portfolio_ended,
    portfolio_out_of_budget,
    portfolio_paused,
    portfolio_pending_start_date,
    portfolio_status_enabled,
    rejected,
};
BOOST_DESCRIBE_ENUM(campaign_serving_status, account_out_of_budget, advertiser_archived, advertiser_exceed_spends_limit,
                    advertiser_out_of_budget, advertiser_paused, advertiser_payment_failure,
                    advertiser_policing_pending_review, advertiser_policing_suspended, campaign_archived,
                    campaign_incomplete, campaign_out_of_budget, campaign_paused, campaign_status_enabled, ended, other,
                    pending_review, pending_start_date, portfolio_archived, portfolio_ended, portfolio_out_of_budget,
                    portfolio_paused, portfolio_pending_start_date, portfolio_status_enabled, rejected)

/// The reasons behind a campaign_serving_status.
enum class campaign_status_reason : unsigned char {
    account_out_of_budget_detail,
    advertiser_archived_detail,
    advertiser_exceed_spends_limit_detail,
    advertiser_out_of_budget_detail,
    advertiser_paused_detail,
    advertiser_payment_failure_detail,
    advertiser_policing_pending_review_detail,
    advertiser_policing_suspended_detail,
    campaign_archived_detail,
    campaign_incomplete_detail,
    campaign_out_of_budget_detail,
    campaign_paused_detail,
    campaign_status_enabled_detail,
    ended_detail,
    other,
    pending_review_detail,
    pending_start_date_detail,
    portfolio_archived_detail,
    portfolio_ended_detail,
    portfolio_out_of_budget_detail,
    portfolio_paused_detail,
    portfolio_pending_start_date_detail,
    portfolio_status_enabled_detail,
    rejected_detail,
};
BOOST_DESCRIBE_ENUM(campaign_status_reason, account_out_of_budget_detail, advertiser_archived_detail,
                    advertiser_exceed_spends_limit_detail, advertiser_out_of_budget_detail, advertiser_paused_detail,
                    advertiser_payment_failure_detail, advertiser_policing_pending_review_detail,
                    advertiser_policing_suspended_detail, campaign_archived_detail, campaign_incomplete_detail,
                    campaign_out_of_budget_detail, campaign_paused_detail, campaign_status_enabled_detail, ended_detail,
                    other, pending_review_detail, pending_start_date_detail, portfolio_archived_detail,
                    portfolio_ended_detail, portfolio_out_of_budget_detail, portfolio_paused_detail,
                    portfolio_pending_start_date_detail, portfolio_status_enabled_detail, rejected_detail)

/// A reason behind a serving status, in words.
struct campaign_status_detail {
    std::optional<std::string> help_url{};                   ///< a page about the reason
    std::optional<std::string> message{};                    ///< for people
    std::optional<open_enum<campaign_status_reason>> name{}; ///< for programs
    outlay::extras extras{};

    friend bool operator==(campaign_status_detail const&, campaign_status_detail const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_status_detail, (), (help_url, message, name, extras))

/// Dates and serving status of a campaign, in a list whose request has includeExtendedDataFields.
struct campaign_extended_data {
    compact_optional<iso_timestamp> creation_date_time{};               ///< when it was created
    compact_optional<iso_timestamp> last_update_date_time{};            ///< when it was last changed
    std::optional<open_enum<campaign_serving_status>> serving_status{}; ///< whether it delivers
    std::vector<campaign_status_detail> serving_status_details{};       ///< why; may be left out
    outlay::extras extras{};

    friend bool operator==(campaign_extended_data const&, campaign_extended_data const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_extended_data, (),
                      (creation_date_time, last_update_date_time, serving_status, serving_status_details, extras))

/// The budget of a campaign, in the currency of the profile.
struct campaign_budget {
    decimal budget{};                             ///< as the advertiser has set it; in a request more than 0
    open_enum<amazon::budget_type> budget_type{}; ///< in a request daily: the specification takes no other
    compact_optional<decimal> effective_budget{}; ///< with budget rules applied; in replies only
    outlay::extras extras{};

    /// An amount for each day: `campaign_budget::daily(50_dec)`.
    static constexpr campaign_budget daily(decimal amount) { return {.budget = amount}; }

    friend bool operator==(campaign_budget const&, campaign_budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget, (), (budget, budget_type, effective_budget, extras))

/// Whether budget rules have changed the amount that the campaign may spend: the effective budget is known, and is
/// another than the budget. Rules only raise it.
constexpr bool is_raised_by_rules(campaign_budget const& of)
{
    return of.effective_budget && *of.effective_budget != of.budget;
}

/// A campaign of Sponsored Products as Amazon returns it: the members that budgets need. The others, such as
/// `targetingType` and `dynamicBidding`, are in the extras.
struct campaign {
    campaign_budget budget{};                              ///< always there
    amazon::campaign_id campaign_id{};                     ///< always there
    nullable<date::year_month_day> end_date{};             ///< the last day; null or absent: none
    std::optional<campaign_extended_data> extended_data{}; ///< if the request of the list has includeExtendedDataFields
    std::optional<open_enum<amazon::marketplace_budget_allocation>>
        marketplace_budget_allocation{};                ///< of a campaign with several marketplaces
    std::string name{};                                 ///< as the advertiser sees it
    std::optional<amazon::portfolio_id> portfolio_id{}; ///< absent: in no portfolio
    std::optional<date::year_month_day> start_date{};   ///< promised; days are days in the time zone of the profile
    open_enum<campaign_state> state{};                  ///< always there
    outlay::extras extras{};

    friend bool operator==(campaign const&, campaign const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign, (),
                      (budget, campaign_id, end_date, extended_data, marketplace_budget_allocation, name, portfolio_id,
                       start_date, state, extras))

namespace detail {

constexpr bool is_daily(open_enum<budget_type> const& type) { return type == budget_type::daily; }

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<>
struct model<amazon::campaign_status_detail> {
    static constexpr auto description = "A reason behind the serving status of a campaign, in words.";
};

template<std::same_as<amazon::campaign_extended_data> T>
struct model<T> {
    static constexpr auto description =
        "Dates and serving status of a campaign: in a list that asks for them with includeExtendedDataFields.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::serving_status_details>(presence::optional)};
};

template<std::same_as<amazon::campaign_budget> T>
struct model<T> {
    static constexpr auto description = "The budget of a campaign, in the currency of the profile.";
    static constexpr auto members = std::tuple{
        member<&T::budget>(in_requests(coded("budget_too_low", more_than(decimal(0))))),
        member<&T::budget_type>(in_requests(satisfies<open_enum<amazon::budget_type>>(
            "invalid_enum_value", &amazon::detail::is_daily, "DAILY, the only budget type of a request", "^DAILY$"))),
        member<&T::effective_budget>(in_replies_only),
    };
};

template<>
struct model<amazon::campaign> {
    static constexpr auto description = "A campaign of Sponsored Products as Amazon returns it.";
    static constexpr auto direction = outlay::direction::reply;
};

} // namespace outlay::inline v0_1_0
