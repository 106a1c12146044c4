#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/amazon/error_reason.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// Why a portfolio or a campaign was not created or updated. Source: the specifications of /portfolios and /sp/campaigns
// (version 3), which have the kinds of errors in common. They promise some of these members; none is insisted on here,
// so that no error is lost because of another.

namespace outlay::inline v0_1_0::amazon {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// The place of an error in the request.
struct error_cause {
    std::optional<std::string> location{}; ///< a JSONPath: `$.portfolios[0].budget.amount`
    std::optional<std::string> trigger{};  ///< the value that was refused
    outlay::extras extras{};

    friend bool operator==(error_cause const&, error_cause const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_cause, (), (location, trigger, extras))

/// The members that every kind of error has. billingError, currencyError, dateError, duplicateValueError,
/// internalServerError, missingValueError, otherError, parentEntityError and throttledError have no others.
struct error_body {
    std::optional<error_cause> cause{};              ///< where it is
    std::optional<std::string> marketplace{};        ///< the marketplace of the error, if the reply has it
    std::optional<std::string> message{};            ///< for people
    std::optional<open_enum<error_reason>> reason{}; ///< for programs: BUDGET_TOO_LOW
    outlay::extras extras{};

    friend bool operator==(error_body const&, error_body const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_body, (), (cause, marketplace, message, reason, extras))

/// A budget that Amazon does not take.
struct budget_error : error_body {
    std::optional<std::string> lower_limit{}; ///< the least amount, as text: `1.00`
    std::optional<std::string> upper_limit{}; ///< the greatest amount, as text

    friend bool operator==(budget_error const&, budget_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_error, (error_body), (lower_limit, upper_limit))

/// A bid that Amazon does not take, such as one above the budget. The members are those of a budget_error; the limits
/// are of the bid.
using bidding_error = budget_error;

/// A text with forbidden characters, or that is too long or too short.
struct malformed_value_error : error_body {
    std::optional<std::string> fragment{}; ///< the part that is malformed

    friend bool operator==(malformed_value_error const&, malformed_value_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(malformed_value_error, (error_body), (fragment))

/// A value that is none of those allowed.
struct range_error : error_body {
    std::vector<std::string> allowed{};       ///< the values that will do: absent, or 1 to 100
    std::optional<std::string> lower_limit{}; ///< of a number
    std::optional<std::string> upper_limit{}; ///< of a number

    friend bool operator==(range_error const&, range_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(range_error, (error_body), (allowed, lower_limit, upper_limit))

/// A portfolio or campaign that is not there.
struct entity_not_found_error : error_body {
    std::optional<std::string> entity_id{};                      ///< that was not found; promised
    std::optional<open_enum<amazon::entity_type>> entity_type{}; ///< its kind; promised

    friend bool operator==(entity_not_found_error const&, entity_not_found_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(entity_not_found_error, (error_body), (entity_id, entity_type))

/// More portfolios or campaigns than the advertiser may have.
struct entity_quota_error : error_body {
    std::optional<open_enum<amazon::entity_type>> entity_type{}; ///< what there are too many of; promised
    std::optional<std::string> quota{};                          ///< how many there may be, as text
    std::optional<open_enum<amazon::quota_scope>> quota_scope{}; ///< over what they are counted

    friend bool operator==(entity_quota_error const&, entity_quota_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(entity_quota_error, (error_body), (entity_type, quota, quota_scope))

/// A campaign whose state, or whose parent's state, forbids the change.
struct entity_state_error : error_body {
    std::optional<open_enum<amazon::entity_type>> entity_type{}; ///< its kind; promised

    friend bool operator==(entity_state_error const&, entity_state_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(entity_state_error, (error_body), (entity_type))

/// The error under the name of its kind: one member is there. Kinds that are not known are in the extras. Portfolios
/// have no bidding, currency, entity state, internal server, parent entity and throttled errors.
struct error_value {
    std::optional<amazon::bidding_error> bidding_error{}; ///< BID_GT_BUDGET ... BID_OUT_OF_MARKET_PLACE_RANGE
    std::optional<error_body> billing_error{};            ///< ADVERTISER_SUSPENDED ... VETTING_FAILURE
    std::optional<amazon::budget_error> budget_error{};   ///< BUDGETING_POLICY_INVALID ... MISSING_IN_BUDGET_FLAG
    std::optional<error_body> currency_error{};           ///< CANNOT_UPDATE_CURRENCY ... PREFERRED_CURRENCY_NOT_SET
    std::optional<error_body> date_error{};               ///< END_DATE_EARLIER_THAN_TODAY ... START_DATE_NOT_NULL
    std::optional<error_body> duplicate_value_error{};    ///< DUPLICATE_VALUE ... NAME_NOT_UNIQUE
    std::optional<amazon::entity_not_found_error> entity_not_found_error{}; ///< ENTITY_NOT_FOUND
    std::optional<amazon::entity_quota_error> entity_quota_error{};         ///< QUOTA_EXCEEDED ...
    std::optional<amazon::entity_state_error> entity_state_error{};         ///< ARCHIVED_ENTITY_CANNOT_BE_MODIFIED ...
    std::optional<error_body> internal_server_error{};                      ///< INTERNAL_ERROR
    std::optional<amazon::malformed_value_error> malformed_value_error{};   ///< FORBIDDEN_CHARS ... TOO_SHORT
    std::optional<error_body> missing_value_error{};                        ///< MISSING_VALUE
    std::optional<error_body> other_error{};                                ///< OTHER_ERROR
    std::optional<error_body> parent_entity_error{};                        ///< PARENT_ENTITY_ARCHIVED ...
    std::optional<amazon::range_error> range_error{};                       ///< INVALID_ENUM_VALUE, TOO_HIGH, TOO_LOW
    std::optional<error_body> throttled_error{};                            ///< THROTTLED
    outlay::extras extras{};

    /// The error, whatever its kind; null if it is of no kind that is known.
    error_body const* body() const noexcept
    {
        error_body const* found = nullptr;
        auto const consider = [&found](auto const&... kinds) { ((found = kinds ? &*kinds : found), ...); };
        consider(bidding_error, billing_error, budget_error, currency_error, date_error, duplicate_value_error);
        consider(entity_not_found_error, entity_quota_error, entity_state_error, internal_server_error);
        consider(malformed_value_error, missing_value_error, other_error, parent_entity_error);
        consider(range_error, throttled_error);
        return found;
    }

    friend bool operator==(error_value const&, error_value const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_value, (),
                      (bidding_error, billing_error, budget_error, currency_error, date_error, duplicate_value_error,
                       entity_not_found_error, entity_quota_error, entity_state_error, internal_server_error,
                       malformed_value_error, missing_value_error, other_error, parent_entity_error, range_error,
                       throttled_error, extras))

/// One error in a portfolio or campaign of a request.
struct portfolio_error {
    using printable = void;

    std::optional<std::string> error_type{};          ///< the kind: `budgetError`
    std::optional<amazon::error_value> error_value{}; ///< the error itself
    outlay::extras extras{};

    /// `budgetError BUDGET_TOO_LOW at $.portfolios[0].budget.amount: the budget is too low (1.00 to 21000000.00)`,
    /// of the members that are present.
    std::string to_string() const
    {
        error_body const* const body = error_value ? error_value->body() : nullptr;
        bool const is_unknown = body == nullptr && error_value && !error_value->extras.empty();
        std::string text = error_type.value_or(is_unknown ? error_value->extras.begin()->name : "error");
        if (body != nullptr && body->reason) text.append(" ").append(body->reason->text());
        if (body != nullptr && body->cause && body->cause->location) text.append(" at ").append(*body->cause->location);
        if (body != nullptr && body->message) text.append(": ").append(*body->message);
        if (error_value) append_limits(text, *error_value);
        if (is_unknown) text.append(" ").append(error_value->extras.begin()->json);
        std::string printable_text;
        outlay::detail::append_printable(printable_text, text);
        return printable_text;
    }

    friend bool operator==(portfolio_error const&, portfolio_error const&) = default;

private:
    /// The expected value: the limits, the allowed values, or the quota.
    static void append_limits(std::string& text, amazon::error_value const& value)
    {
        auto const limits = [&text](auto const& error) {
            if (error.lower_limit || error.upper_limit)
                text += outlay::detail::joined(
                    {" (", error.lower_limit.value_or("?"), " to ", error.upper_limit.value_or("?"), ")"});
        };
        if (value.bidding_error) limits(*value.bidding_error);
        if (value.budget_error) limits(*value.budget_error);
        if (value.range_error) limits(*value.range_error);
        if (value.range_error && !value.range_error->allowed.empty())
            for (char const* separator = " (one of "; std::string const& one : value.range_error->allowed) {
                text += outlay::detail::joined({separator, one, &one == &value.range_error->allowed.back() ? ")" : ""});
                separator = ", ";
            }
        if (value.entity_quota_error && value.entity_quota_error->quota)
            text += outlay::detail::joined({" (at most ", *value.entity_quota_error->quota, ")"});
    }
};
BOOST_DESCRIBE_STRUCT(portfolio_error, (), (error_type, error_value, extras))

namespace detail {

/// Limits and the like are specified as strings; no error is lost because one comes as a number.
struct text_or_number {
    using reads = std::tuple<std::string, outlay::detail::any_number>;

    static outlay::detail::problem const* read(std::optional<std::string>& to, outlay::detail::token from)
    {
        if (!from.is_numeric()) return outlay::detail::read_token<std::optional<std::string>>(&to, from);
        to = from.text();
        return nullptr;
    }
};

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::error_cause> T>
struct model<T> {
    static constexpr auto description = "The place of an error in the request.";
    static constexpr auto members = std::tuple{form<&T::trigger, amazon::detail::text_or_number>()};
};

template<std::same_as<amazon::budget_error> T>
struct model<T> {
    static constexpr auto members = std::tuple{
        form<&T::lower_limit, amazon::detail::text_or_number>(),
        form<&T::upper_limit, amazon::detail::text_or_number>(),
    };
};

template<std::same_as<amazon::entity_quota_error> T>
struct model<T> {
    static constexpr auto members = std::tuple{form<&T::quota, amazon::detail::text_or_number>()};
};

template<>
struct model<amazon::portfolio_error> {
    static constexpr auto description = "One error in a portfolio or campaign of a request.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<amazon::range_error> T>
struct model<T> {
    static constexpr auto members = std::tuple{
        member<&T::allowed>(presence::optional),
        form<&T::lower_limit, amazon::detail::text_or_number>(),
        form<&T::upper_limit, amazon::detail::text_or_number>(),
    };
};

} // namespace outlay::inline v0_1_0
