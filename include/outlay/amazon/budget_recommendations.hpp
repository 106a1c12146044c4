#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/api_error.hpp>
#include <outlay/amazon/detail/figure.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/wire_day.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/nullable.hpp>
#include <string>
#include <tuple>
#include <vector>

// The budget that Amazon recommends for a campaign, and what the campaign missed for lack of it: the bodies of
//   POST /{sp,sb,sd}/campaigns/budgetRecommendations   (Sponsored Products, Brands, Display)
// Source: Amazon Ads, "Budget recommendations and missed opportunities", and the specifications of the three endpoints.
// Rows are the same for the three products; the lists that hold them have other names for Sponsored Products, whose
// days and errors have another form, too.

namespace outlay::inline v0_1_0::amazon {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// A rule that raises the budget of a campaign for a while.
using budget_rule_id = identifier<struct budget_rule_tag>;

/// The request for recommendations for 1 to 100 campaigns of one ad product.
struct campaign_budget_recommendations_request {
    std::vector<amazon::campaign_id> campaign_ids; ///< 1 to 100

    friend bool operator==(campaign_budget_recommendations_request const&,
                           campaign_budget_recommendations_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget_recommendations_request, (), (campaign_ids))

/// How far Amazon recommends that a budget rule raises the budget. The specification promises none of the members.
struct budget_rule_recommendation {
    std::optional<budget_rule_id> rule_id{};                       ///< of the rule
    std::optional<std::string> rule_name{};                        ///< for people
    compact_optional<decimal> suggested_budget_increase_percent{}; ///< of the budget: 5 is 5 %
    outlay::extras extras{};

    friend bool operator==(budget_rule_recommendation const&, budget_rule_recommendation const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_rule_recommendation, (), (rule_id, rule_name, suggested_budget_increase_percent, extras))

/// Estimates of what a campaign would have had in seven days, had it not run out of budget. The specification promises
/// none of the members.
struct missed_opportunities {
    std::optional<wire_day> end_date{};                               ///< the last of the days
    std::optional<std::int64_t> estimated_missed_clicks_lower{};      ///< at least so many
    std::optional<std::int64_t> estimated_missed_clicks_upper{};      ///< at most so many
    std::optional<std::int64_t> estimated_missed_impressions_lower{}; ///< at least so many
    std::optional<std::int64_t> estimated_missed_impressions_upper{}; ///< at most so many
    compact_optional<decimal> estimated_missed_sales_lower{};         ///< at least so much, in the profile's currency
    compact_optional<decimal> estimated_missed_sales_upper{};         ///< at most so much, in the profile's currency
    compact_optional<decimal> percent_time_in_budget{};               ///< a share or a percentage: see time_in_budget()
    std::optional<wire_day> start_date{};                             ///< the first of the days
    outlay::extras extras{};

    /// The days that the estimates are about; nullopt where one is absent, or they are out of order.
    std::optional<date_range> days() const
    {
        if (!start_date || !end_date) return std::nullopt;
        return date_range::try_make(start_date->day, end_date->day);
    }

    friend bool operator==(missed_opportunities const&, missed_opportunities const&) = default;
};
BOOST_DESCRIBE_STRUCT(missed_opportunities, (),
                      (end_date, estimated_missed_clicks_lower, estimated_missed_clicks_upper,
                       estimated_missed_impressions_lower, estimated_missed_impressions_upper,
                       estimated_missed_sales_lower, estimated_missed_sales_upper, percent_time_in_budget, start_date,
                       extras))

/// The budget that Amazon recommends for a campaign. Members that are null in a reply lack enough history; Amazon
/// advises to ask once a campaign is nine days old.
struct budget_recommendation {
    /// Null without enough history. Also null in practice without a budget rule.
    std::optional<amazon::budget_rule_recommendation> budget_rule_recommendation{};
    std::optional<amazon::campaign_id> campaign_id{};                      ///< as in the request
    std::optional<std::uint32_t> index{};                                  ///< of the id in the request, from 0
    std::optional<missed_opportunities> seven_days_missed_opportunities{}; ///< null without enough history
    nullable<decimal> suggested_budget{}; ///< for a day, in the profile's currency; null without enough history
    outlay::extras extras{};

    friend bool operator==(budget_recommendation const&, budget_recommendation const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_recommendation, (),
                      (budget_rule_recommendation, campaign_id, index, seven_days_missed_opportunities,
                       suggested_budget, extras))

/// The percentage of the seven days in which the campaign was in budget, 0 to 100; nullopt where it is not known.
///
/// Sponsored Products document a share of 0 to 1, and have percentages in their samples: a number above 1 is one, since
/// no share is. The other products have percentages; a number above 0 and up to 1 could be either there, so that
/// nothing is known. Numbers below 0 and above 100 are neither.
constexpr std::optional<decimal> time_in_budget(missed_opportunities const& missed, ad_product product)
{
    constexpr decimal whole = 100;
    if (!missed.percent_time_in_budget) return std::nullopt;
    decimal const figure = *missed.percent_time_in_budget;
    if (figure < 0 || figure > whole) return std::nullopt;
    if (figure == 0 || figure > 1) return figure;
    if (product != ad_product::sponsored_products) return std::nullopt;
    return (figure * whole).normalized();
}
/// The same of a row, which may be without missed opportunities.
constexpr std::optional<decimal> time_in_budget(budget_recommendation const& row, ad_product product)
{
    if (!row.seven_days_missed_opportunities) return std::nullopt;
    return time_in_budget(*row.seven_days_missed_opportunities, product);
}

/// Why there is no recommendation for a campaign. Sponsored Products put code and details into a member `Error`; the
/// other products have them in the row. reason() is both.
struct budget_recommendation_error {
    using printable = void;

    std::optional<api_error> error{};                 ///< `Error` on the wire: of Sponsored Products
    std::optional<amazon::campaign_id> campaign_id{}; ///< as in the request
    std::optional<std::string> code{};                ///< for programs; of Sponsored Brands and Display
    std::optional<std::string> details{};             ///< for people; of Sponsored Brands and Display
    std::optional<std::uint32_t> index{};             ///< of the id in the request, from 0
    outlay::extras extras{};

    /// Code and details, wherever the product has them.
    api_error reason() const
    {
        if (error) return *error;
        return {.code = code, .details = details};
    }

    /// `400: Bad Request.`, from the members that the reply has; empty if it has none.
    std::string to_string() const { return reason().to_string(); }

    friend bool operator==(budget_recommendation_error const&, budget_recommendation_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_recommendation_error, (), (error, campaign_id, code, details, index, extras))

/// The reply for up to 100 campaigns, of any product: two of the lists have all of its rows. Sponsored Products (200)
/// have the first two, Sponsored Brands and Display (207) the others.
struct budget_recommendation_reply {
    std::vector<budget_recommendation_error> budget_recommendations_error_results{}; ///< of Sponsored Products
    std::vector<budget_recommendation> budget_recommendations_success_results{};     ///< of Sponsored Products
    std::vector<budget_recommendation_error> error{};                                ///< of the other products
    std::vector<budget_recommendation> success{};                                    ///< of the other products
    outlay::extras extras{};

    friend bool operator==(budget_recommendation_reply const&, budget_recommendation_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_recommendation_reply, (),
                      (budget_recommendations_error_results, budget_recommendations_success_results, error, success,
                       extras))

namespace detail {

/// Reports estimates that are impossible, each with a notice.
inline void check_estimates(missed_opportunities const& m, auditor& to)
{
    auto const check = [&to](auto const& lower, auto const& upper, auditor::step at_lower, auditor::step at_upper) {
        if (lower && *lower < 0) to.notice({at_lower}, "negative_estimate", "an estimate below 0");
        if (upper && *upper < 0) to.notice({at_upper}, "negative_estimate", "an estimate below 0");
        if (lower && upper && *upper < *lower)
            to.notice({at_upper}, "upper_below_lower", "an upper estimate below the lower one");
    };
    check(m.estimated_missed_clicks_lower, m.estimated_missed_clicks_upper, "estimatedMissedClicksLower",
          "estimatedMissedClicksUpper");
    check(m.estimated_missed_impressions_lower, m.estimated_missed_impressions_upper, "estimatedMissedImpressionsLower",
          "estimatedMissedImpressionsUpper");
    check(m.estimated_missed_sales_lower, m.estimated_missed_sales_upper, "estimatedMissedSalesLower",
          "estimatedMissedSalesUpper");
    if (m.percent_time_in_budget && (*m.percent_time_in_budget < 0 || *m.percent_time_in_budget > 100))
        to.notice({"percentTimeInBudget"}, "time_in_budget_range", "neither a share nor a percentage");
    if (m.start_date && m.end_date && m.end_date->day < m.start_date->day)
        to.notice({"endDate"}, "end_date_before_start_date", "ends before it starts");
}

/// A percentage in the lists of Sponsored Products, whose specification says that it is a share.
inline void check_shares(budget_recommendation_reply const& reply, auditor& to)
{
    auto const& rows = reply.budget_recommendations_success_results;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const& missed = rows[i].seven_days_missed_opportunities;
        if (missed && missed->percent_time_in_budget && *missed->percent_time_in_budget > 1)
            to.notice({"budgetRecommendationsSuccessResults", i, "sevenDaysMissedOpportunities", "percentTimeInBudget"},
                      "percent_for_share", "more than 1, where Sponsored Products document a share of 0 to 1");
    }
}

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::campaign_budget_recommendations_request> T>
struct model<T> {
    static constexpr auto description =
        "The request for the recommended budgets of 1 to 100 campaigns of one ad product.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members =
        std::tuple{member<&T::campaign_ids>(items(1, 100), amazon::detail::id_rules<amazon::campaign_id>)};
};

template<>
struct model<amazon::budget_rule_recommendation> {
    static constexpr auto description = "The raise of a budget that Amazon recommends for a budget rule, in percent.";
};

template<std::same_as<amazon::missed_opportunities> T>
struct model<T> {
    static constexpr auto description =
        "Estimates of what a campaign would have had in seven days, had it not run out of budget.";
    static constexpr auto members = std::tuple{
        form<&T::percent_time_in_budget, amazon::detail::figure>(),
        member<&T::percent_time_in_budget>(
            described_as("The time in budget: of Sponsored Products a share of 0 to 1, of the other products a "
                         "percentage; -1 means that the figure is not available.")),
        audit<T>(&amazon::detail::check_estimates),
    };
};

template<std::same_as<amazon::budget_recommendation> T>
struct model<T> {
    static constexpr auto description = "The budget that Amazon recommends for a campaign.";
    static constexpr auto members = std::tuple{
        form<&T::suggested_budget, amazon::detail::figure>(),
        member<&T::suggested_budget>(described_as(
            "The recommended budget of a day, in the currency of the profile; null without enough history. -1 is read "
            "as absent.")),
    };
};

template<std::same_as<amazon::budget_recommendation_error> T>
struct model<T> {
    static constexpr auto description = "The reason why a campaign has no recommendation.";
    static constexpr auto members = std::tuple{
        rename<&T::error>("Error"),
        quirk<T>(
            "empty_item", [](T const& e) { return e != T{}; }, "an error without anything in it"),
    };
};

template<std::same_as<amazon::budget_recommendation_reply> T>
struct model<T> {
    static constexpr auto description =
        "The recommended budgets of campaigns. Sponsored Products have other lists than the other products.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::budget_recommendations_error_results>(presence::optional),
        member<&T::budget_recommendations_success_results>(presence::optional),
        member<&T::error>(presence::optional),
        member<&T::success>(presence::optional),
        quirk<T>(
            "empty_reply",
            [](T const& r) {
                return !r.success.empty() || !r.error.empty() || !r.budget_recommendations_success_results.empty() ||
                       !r.budget_recommendations_error_results.empty();
            },
            "none of the lists has an item"),
        audit<T>(&amazon::detail::check_shares),
    };
};

} // namespace outlay::inline v0_1_0
