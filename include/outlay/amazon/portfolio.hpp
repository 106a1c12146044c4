#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio_budget.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// A portfolio as it is created, updated and read. Source: Amazon Ads, "Get started with Portfolios", "Sharing leftover
// budget in a portfolio", and the specification of /portfolios (version 3). All enumerations are open: Amazon adds
// values without a new version. Members stand in the order in which live replies have them.

namespace outlay::inline v0_1_0::amazon {

/// Whether a portfolio is in use. A request may say no other than `enabled`.
enum class portfolio_state : unsigned char {
    enabled,
    paused,   ///< in older versions
    archived, ///< in older versions
};
BOOST_DESCRIBE_ENUM(portfolio_state, enabled, paused, archived)

/// Whether something is turned on.
enum class feature_state : unsigned char { enabled, disabled };
BOOST_DESCRIBE_ENUM(feature_state, enabled, disabled)

/// Whether a portfolio is delivering, and if not, why.
enum class serving_status : unsigned char {
    advertiser_account_out_of_budget,
    advertiser_archived,
    advertiser_exceed_spends_limit,
    advertiser_out_of_budget,
    advertiser_out_of_prepay_balance,
    advertiser_paused,
    advertiser_payment_failure,
    portfolio_ended,
    portfolio_out_of_budget,
    portfolio_pending_start_date,
    portfolio_status_enabled,
};
BOOST_DESCRIBE_ENUM(serving_status, advertiser_account_out_of_budget, advertiser_archived,
                    advertiser_exceed_spends_limit, advertiser_out_of_budget, advertiser_out_of_prepay_balance,
                    advertiser_paused, advertiser_payment_failure, portfolio_ended, portfolio_out_of_budget,
                    portfolio_pending_start_date, portfolio_status_enabled)

/// The reasons behind a serving_status.
enum class status_reason : unsigned char {
    advertiser_account_out_of_budget_detail,
    advertiser_archived_detail,
    advertiser_exceed_spends_limit_detail,
    advertiser_out_of_budget_detail,
    advertiser_out_of_prepay_balance_detail,
    advertiser_paused_detail,
    advertiser_payment_failure_detail,
    portfolio_ended_detail,
    portfolio_out_of_budget_detail,
    portfolio_pending_start_date_detail,
    portfolio_status_enabled_detail,
};
BOOST_DESCRIBE_ENUM(status_reason, advertiser_account_out_of_budget_detail, advertiser_archived_detail,
                    advertiser_exceed_spends_limit_detail, advertiser_out_of_budget_detail,
                    advertiser_out_of_prepay_balance_detail, advertiser_paused_detail,
                    advertiser_payment_failure_detail, portfolio_ended_detail, portfolio_out_of_budget_detail,
                    portfolio_pending_start_date_detail, portfolio_status_enabled_detail)

/// Whether the campaigns of a portfolio may spend what others of it left unspent earlier in the month (see
/// outlay/budget/leftover.hpp). On by default for portfolios created after 2025-06-20.
struct unspent_budget_sharing {
    open_enum<amazon::feature_state> feature_state{}; ///< always there
    outlay::extras extras{};

    friend bool operator==(unspent_budget_sharing const&, unspent_budget_sharing const&) = default;
};
BOOST_DESCRIBE_STRUCT(unspent_budget_sharing, (), (feature_state, extras))

/// How the campaigns of a portfolio may use its budget.
struct budget_controls {
    std::optional<unspent_budget_sharing> campaign_unspent_budget_sharing{}; ///< absent in an update: as it is
    outlay::extras extras{};

    /// Turns the sharing of unspent budget on or off: `update.budget_controls = budget_controls::sharing(...)`.
    static constexpr budget_controls sharing(feature_state state)
    {
        return {.campaign_unspent_budget_sharing = unspent_budget_sharing{.feature_state = state}};
    }

    friend bool operator==(budget_controls const&, budget_controls const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_controls, (), (campaign_unspent_budget_sharing, extras))

/// Dates and serving status of a portfolio, in a list whose request has includeExtendedDataFields.
struct extended_data {
    compact_optional<iso_timestamp> creation_date_time{};              ///< in Amazon's guides `creationDate`
    compact_optional<iso_timestamp> last_update_date_time{};           ///< in Amazon's guides `lastUpdateDate`
    std::optional<open_enum<amazon::serving_status>> serving_status{}; ///< whether it delivers
    std::vector<open_enum<status_reason>> status_reasons{};            ///< why; may be left out
    outlay::extras extras{};

    friend bool operator==(extended_data const&, extended_data const&) = default;
};
BOOST_DESCRIBE_STRUCT(extended_data, (),
                      (creation_date_time, last_update_date_time, serving_status, status_reasons, extras))

/// A portfolio as Amazon returns it.
struct portfolio {
    std::optional<portfolio_budget> budget{};                 ///< what it may spend
    std::optional<amazon::budget_controls> budget_controls{}; ///< how it may be used
    std::optional<amazon::extended_data> extended_data{}; ///< if the request of the list has includeExtendedDataFields
    std::optional<bool> in_budget{};                      ///< whether there is budget left
    std::string name{};                                   ///< as the advertiser sees it
    amazon::portfolio_id portfolio_id{};                  ///< always there
    open_enum<portfolio_state> state{};                   ///< always there
    outlay::extras extras{};

    friend bool operator==(portfolio const&, portfolio const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio, (),
                      (budget, budget_controls, extended_data, in_budget, name, portfolio_id, state, extras))

/// A portfolio to create.
struct new_portfolio {
    std::optional<portfolio_budget> budget{};                 ///< may be left out
    std::optional<amazon::budget_controls> budget_controls{}; ///< absent: Amazon's default, which shares
    std::string name{};                                       ///< 1 character or more
    open_enum<portfolio_state> state{};                       ///< enabled: no other is taken today
    outlay::extras extras{};

    friend bool operator==(new_portfolio const&, new_portfolio const&) = default;
};
BOOST_DESCRIBE_STRUCT(new_portfolio, (), (budget, budget_controls, name, state, extras))

/// Changes to a portfolio. Absent members stay as they are; in the budget, null clears a member. A budget that is null
/// itself is written as such: Amazon's maintainers once advised it to clear a budget; no_cap() is what is documented.
struct portfolio_update {
    nullable<portfolio_budget> budget{};                      ///< see no_cap() and no_end_date()
    std::optional<amazon::budget_controls> budget_controls{}; ///< see budget_controls::sharing()
    std::optional<std::string> name{};                        ///< 1 character or more
    amazon::portfolio_id portfolio_id{};                      ///< which to change: required
    std::optional<open_enum<portfolio_state>> state{};        ///< no other than `enabled` is taken today
    outlay::extras extras{};

    /// An update that sets everything to what it is, unknown fields included: to be changed, then validated and sent.
    /// (What Amazon shows it need not take back: a policy OTHER, say, or a range that has ended.)
    static portfolio_update of(portfolio const& current)
    {
        return {.budget = current.budget,
                .budget_controls = current.budget_controls,
                .name = current.name,
                .portfolio_id = current.portfolio_id,
                .state = current.state,
                .extras = current.extras.unknown()};
    }

    friend bool operator==(portfolio_update const&, portfolio_update const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_update, (), (budget, budget_controls, name, portfolio_id, state, extras))

namespace detail {

/// Under their older names, times are milliseconds in Amazon's guides, and always 0: no time at all.
struct older_time {
    using reads = std::tuple<iso_timestamp, epoch_timestamp>;
    static constexpr bool extends_usual = true; ///< a string is read as a time

    static outlay::detail::problem const* read(compact_optional<iso_timestamp>& to, outlay::detail::token from)
    {
        using outlay::detail::problem;
        static constexpr problem not_available{.code = "not_available",
                                               .expected = "a time",
                                               .weight = problem::gravity::not_available,
                                               .remedy = "read as absent"};
        if (from.kind == outlay::detail::token_kind::string)
            return outlay::detail::read_token<compact_optional<iso_timestamp>>(&to, from);
        epoch_timestamp time;
        if (auto const* const wrong = outlay::detail::scalar_wire<epoch_timestamp>::read(time, from)) return wrong;
        if (time.milliseconds() == 0) return &not_available;
        to = iso_timestamp::from_milliseconds(time.milliseconds());
        return nullptr;
    }
};

/// Whether a state is ENABLED. A state that is not in capitals is left to the rule about capitals.
constexpr bool is_enabled(open_enum<portfolio_state> const& state)
{
    return state == portfolio_state::enabled || !is_spelt_in_capitals(state);
}

/// Amazon takes no other: portfolios are not paused or archived any more.
inline constexpr auto enabled_only = in_requests(notice(satisfies<open_enum<portfolio_state>>(
    "state_not_enabled", &is_enabled, "ENABLED, the only state that Amazon documents for a request")));

inline constexpr auto name_rule = coded("too_short", length(1));

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::unspent_budget_sharing> T>
struct model<T> {
    static constexpr auto description =
        "Whether campaigns of a portfolio may spend budget that its other campaigns left unspent in the same month.";
    static constexpr auto members = std::tuple{
        member<&T::feature_state>(amazon::detail::in_capitals<amazon::feature_state>),
    };
};

template<std::same_as<amazon::extended_data> T>
struct model<T> {
    static constexpr auto description =
        "Dates and serving status of a portfolio: in a list that asks for them with includeExtendedDataFields.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        alias<&T::creation_date_time, amazon::detail::older_time>("creationDate"),
        alias<&T::last_update_date_time, amazon::detail::older_time>("lastUpdateDate"),
        member<&T::status_reasons>(presence::optional),
    };
};

template<>
struct model<amazon::portfolio> {
    static constexpr auto description = "A portfolio as Amazon returns it.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<amazon::new_portfolio> T>
struct model<T> {
    static constexpr auto description = "A portfolio to create.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::name>(amazon::detail::name_rule),
        member<&T::state>(amazon::detail::in_capitals<amazon::portfolio_state>, amazon::detail::enabled_only),
        audit<T>(
            [](T const& p, auditor& to) {
                auto const& today = to.context().today;
                if (p.budget && p.budget->start_date && today && *p.budget->start_date < *today)
                    to.violation({"budget", "startDate"}, "start_date_earlier_than_today", "starts before today");
            },
            "start_date_earlier_than_today"),
    };
};

template<std::same_as<amazon::portfolio_update> T>
struct model<T> {
    static constexpr auto description = "Changes to a portfolio. Absent members keep their values.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{
        member<&T::name>(amazon::detail::name_rule),
        member<&T::portfolio_id>(coded("missing_value", length(1)), visible_id<amazon::portfolio_id>,
                                 amazon::detail::looks_like_id<amazon::portfolio_id>),
        member<&T::state>(amazon::detail::in_capitals<amazon::portfolio_state>, amazon::detail::enabled_only),
        quirk<T>(
            "nothing_to_update", [](T const& u) { return u != T{.portfolio_id = u.portfolio_id}; },
            "an update that changes nothing"),
    };
};

} // namespace outlay::inline v0_1_0
