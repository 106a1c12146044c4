#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/unified_budget.hpp>
#include <outlay/amazon/unified_error.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Campaigns with their budgets in Amazon's unified API, version 1: the bodies of
//   POST /adsApi/v1/query/campaigns
//   POST /adsApi/v1/update/campaigns    the budgets alone
// Source: the specification "Amazon Ads API", schemas QueryCampaignRequest, CampaignSuccessResponse,
// UpdateCampaignRequest and CampaignMultiStatusResponseWithPartialErrors. All enumerations are open.

namespace outlay::inline v0_1_0::amazon::unified {

/// The advertising product of a campaign: more than those of amazon::ad_product.
enum class ad_product : unsigned char {
    amazon_dsp,
    sponsored_brands,
    sponsored_display,
    sponsored_products,
    sponsored_television,
};
BOOST_DESCRIBE_ENUM(ad_product, amazon_dsp, sponsored_brands, sponsored_display, sponsored_products,
                    sponsored_television)

/// Whether a campaign is in use.
enum class campaign_state : unsigned char { archived, enabled, paused };
BOOST_DESCRIBE_ENUM(campaign_state, archived, enabled, paused)

/// The party that divides the budget of a campaign among its parts.
enum class budget_allocation : unsigned char {
    automatic, ///< Amazon: `AUTO`
    manual,    ///< the advertiser
};
BOOST_DESCRIBE_ENUM(budget_allocation, automatic, manual)

/// The use of the budget that a flight has left at its end.
enum class rollover_strategy : unsigned char {
    cumulative_budget_rollover, ///< the rests of all flights before are added
    no_rollover,                ///< nothing is added
    prior_budget_rollover,      ///< the rest of the flight before is added
};
BOOST_DESCRIBE_ENUM(rollover_strategy, cumulative_budget_rollover, no_rollover, prior_budget_rollover)

/// A flight of a campaign: some days with a budget of their own.
struct flight {
    flight_budget budget{};                 ///< always there
    iso_timestamp end_date_time{};          ///< always there
    std::optional<std::string> flight_id{}; ///< may be left out
    std::optional<std::string> name{};      ///< may be left out
    iso_timestamp start_date_time{};        ///< always there
    outlay::extras extras{};

    friend bool operator==(flight const&, flight const&) = default;
};
BOOST_DESCRIBE_STRUCT(flight, (), (budget, end_date_time, flight_id, name, start_date_time, extras))

/// How a campaign uses its budget.
struct budget_settings {
    std::optional<open_enum<unified::budget_allocation>> budget_allocation{};               ///< may be left out
    std::optional<open_enum<unified::rollover_strategy>> flight_budget_rollover_strategy{}; ///< may be left out
    outlay::extras extras{};

    friend bool operator==(budget_settings const&, budget_settings const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_settings, (), (budget_allocation, flight_budget_rollover_strategy, extras))

/// The settings of a campaign's goals, of which those of its budget are modelled.
struct optimizations {
    std::optional<unified::budget_settings> budget_settings{}; ///< may be left out
    outlay::extras extras{};                                   ///< settings of bids and goals

    friend bool operator==(optimizations const&, optimizations const&) = default;
};
BOOST_DESCRIBE_STRUCT(optimizations, (), (budget_settings, extras))

/// A campaign as Amazon returns it: what concerns budgets; extras have the rest.
struct campaign {
    open_enum<unified::ad_product> ad_product{};              ///< always there
    std::vector<budget> budgets{};                            ///< 0 to 2
    amazon::campaign_id campaign_id{};                        ///< always there
    compact_optional<iso_timestamp> creation_date_time{};     ///< promised by the specification
    compact_optional<iso_timestamp> end_date_time{};          ///< absent: without an end
    std::vector<flight> flights{};                            ///< 0 to 150; of AMAZON_DSP
    compact_optional<iso_timestamp> last_updated_date_time{}; ///< promised by the specification
    std::vector<std::string> marketplaces{};                  ///< by two letters: `DE`
    std::string name{};                                       ///< as the advertiser sees it
    std::optional<unified::optimizations> optimizations{};    ///< may be left out
    std::optional<amazon::portfolio_id> portfolio_id{};       ///< absent: in none
    compact_optional<iso_timestamp> start_date_time{};        ///< may be left out
    open_enum<campaign_state> state{};                        ///< always there
    outlay::extras extras{};

    friend bool operator==(campaign const&, campaign const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign, (),
                      (ad_product, budgets, campaign_id, creation_date_time, end_date_time, flights,
                       last_updated_date_time, marketplaces, name, optimizations, portfolio_id, start_date_time, state,
                       extras))

/// The budget of a campaign that is renewed so often; null if it has none.
inline budget const* budget_of(campaign const& of, recurrence how_often) noexcept
{
    for (budget const& one : of.budgets)
        if (one.recurrence_time_period == how_often) return &one;
    return nullptr;
}

// --- updates

/// New budgets for a campaign. They take the place of all that it has.
struct campaign_update {
    std::optional<open_enum<unified::ad_product>> ad_product{}; ///< with it, the rules of the product are checked
    std::vector<budget> budgets{};                              ///< 1 or 2; of Sponsored Products 1 that is DAILY
    amazon::campaign_id campaign_id{};                          ///< which to update: required
    outlay::extras extras{};                                    ///< other changes, which are sent as they are

    /// The update that gives a campaign one budget, with the product that it has.
    static campaign_update of(campaign const& current, budget wanted)
    {
        campaign_update made{.ad_product = current.ad_product, .campaign_id = current.campaign_id};
        made.budgets.push_back(std::move(wanted));
        return made;
    }

    friend bool operator==(campaign_update const&, campaign_update const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_update, (), (ad_product, budgets, campaign_id, extras))

/// Updates 1 to 1000 campaigns, each for itself.
struct update_campaigns_request {
    std::vector<campaign_update> campaigns; ///< 1 to 1000

    friend bool operator==(update_campaigns_request const&, update_campaigns_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(update_campaigns_request, (), (campaigns))

/// A campaign that was updated.
struct campaign_success {
    std::optional<unified::campaign> campaign{}; ///< as it is now
    std::optional<std::uint32_t> index{};        ///< in the request, from 0
    outlay::extras extras{};

    friend bool operator==(campaign_success const&, campaign_success const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_success, (), (campaign, index, extras))

/// A campaign that was updated in part: outcome::success() has the campaign, and outcome::refusal() the errors.
struct campaign_partial {
    std::optional<unified::campaign> campaign{}; ///< as it is now
    std::vector<item_error> errors{};            ///< 1 to 20
    std::optional<std::uint32_t> index{};        ///< in the request, from 0
    outlay::extras extras{};

    friend bool operator==(campaign_partial const&, campaign_partial const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_partial, (), (campaign, errors, index, extras))

/// The reply to an update (207): each list has 0 to 1000 rows.
struct campaign_write_reply {
    std::vector<campaign_refusal> error{};           ///< not updated
    std::vector<campaign_partial> partial_success{}; ///< updated in part
    std::vector<campaign_success> success{};         ///< updated
    outlay::extras extras{};

    friend bool operator==(campaign_write_reply const&, campaign_write_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_write_reply, (), (error, partial_success, success, extras))

/// A page of campaigns (200): at most 5000. There is a further page as long as there is a next_token.
struct campaign_list_reply {
    std::vector<campaign> campaigns{};       ///< 0 to 5000
    std::optional<std::string> next_token{}; ///< absent on the last page
    outlay::extras extras{};

    friend bool operator==(campaign_list_reply const&, campaign_list_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_list_reply, (), (campaigns, next_token, extras))

namespace detail {

/// Checks the rules of one ad product. An update without a product, or of another one, is held to the common rules
/// only.
constexpr void check_update(campaign_update const& u, auditor& to)
{
    if (!u.ad_product) return;
    bool const is_products = *u.ad_product == ad_product::sponsored_products;
    bool const is_brands = *u.ad_product == ad_product::sponsored_brands;
    if (is_products && u.budgets.size() > 1)
        to.violation({"budgets"}, "field_size_is_out_of_range", "Sponsored Products have exactly 1 budget");
    for (std::size_t i = 0; i < u.budgets.size(); ++i) {
        auto const& period = u.budgets[i].recurrence_time_period;
        if (is_products && period != recurrence::daily)
            to.violation({"budgets", i, "recurrenceTimePeriod"}, "field_value_is_invalid",
                         "a budget of Sponsored Products is DAILY");
        if (is_brands && period != recurrence::daily && period != recurrence::lifetime)
            to.violation({"budgets", i, "recurrenceTimePeriod"}, "field_value_is_invalid",
                         "a budget of Sponsored Brands is DAILY or LIFETIME");
    }
}

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon::unified

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::unified::budget_allocation> E>
struct model<E> {
    static constexpr auto members = std::tuple{rename<E::automatic>("AUTO")};
};

template<>
struct model<amazon::unified::flight> {
    static constexpr auto description = "A flight of a campaign: some days with a budget of their own.";
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<amazon::unified::budget_settings> {
    static constexpr auto description = "The settings that control how a campaign uses its budget.";
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<amazon::unified::optimizations> {
    static constexpr auto description = "Settings of a campaign, among them those of its budget.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<amazon::unified::campaign> T>
struct model<T> {
    static constexpr auto description = "A campaign as Amazon returns it, with its budgets.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::budgets>(presence::optional),
        member<&T::flights>(presence::optional),
        member<&T::marketplaces>(presence::optional, described_as("Marketplaces, by two letters such as DE.")),
    };
};

template<std::same_as<amazon::unified::campaign_update> T>
struct model<T> {
    static constexpr auto description = "New budgets of a campaign, which replace all of its budgets.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{
        member<&T::ad_product>(amazon::unified::detail::in_capitals<amazon::unified::ad_product>),
        member<&T::budgets>(amazon::unified::detail::sized(1, 2)),
        member<&T::campaign_id>(coded("field_value_is_empty", length(1)), visible_id<amazon::campaign_id>,
                                amazon::detail::looks_like_id<amazon::campaign_id>),
        audit<T>(&amazon::unified::detail::check_update, "field_size_is_out_of_range, field_value_is_invalid"),
    };
};

template<std::same_as<amazon::unified::update_campaigns_request> T>
struct model<T> {
    static constexpr auto description = "The request to replace the budgets of 1 to 1000 campaigns.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{member<&T::campaigns>(amazon::unified::detail::sized(1, 1000))};
};

template<>
struct model<amazon::unified::campaign_success> {
    static constexpr auto description = "A campaign that was updated.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<amazon::unified::campaign_partial> T>
struct model<T> {
    static constexpr auto description = "A campaign that was updated in part, with the errors of the rest.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::errors>(presence::optional),
        quirk<T>(
            "empty_item", [](T const& p) { return !p.errors.empty(); }, "a partial success without an error"),
    };
};

template<std::same_as<amazon::unified::campaign_write_reply> T>
struct model<T> {
    static constexpr auto description = "The outcome of each campaign to update.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::error>(presence::optional),
        member<&T::partial_success>(presence::optional),
        member<&T::success>(presence::optional),
        quirk<T>(
            "empty_reply",
            [](T const& r) { return !r.error.empty() || !r.partial_success.empty() || !r.success.empty(); },
            "none of the lists has an item"),
    };
};

template<std::same_as<amazon::unified::campaign_list_reply> T>
struct model<T> {
    static constexpr auto description = "A page of campaigns.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::campaigns>(presence::optional)};
};

} // namespace outlay::inline v0_1_0
