#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <optional>
#include <outlay/google/api_error.hpp>
#include <outlay/google/campaign_budget.hpp>
#include <outlay/google/campaign_budget_changes.hpp>
#include <outlay/google/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/json/field_mask.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// The bodies of
//   POST /v25/customers/{customerId}/campaignBudgets:mutate    creates, updates and removes budgets
// Source: Google Ads API v25, CampaignBudgetService, and "API limits and quotas": 10,000 operations a request.

namespace outlay::inline v0_1_0::google {

/// The form of the result of an operation.
enum class response_content_type : unsigned char {
    unspecified,        ///< RESOURCE_NAME_ONLY
    resource_name_only, ///< the name of the budget
    mutable_resource,   ///< the budget, with the members that can be set
};
BOOST_DESCRIBE_ENUM(response_content_type, unspecified, resource_name_only, mutable_resource)

/// One thing to do with a budget: `create`, `update` with its mask, or `remove`. The functions make the members agree.
struct campaign_budget_operation {
    std::optional<new_campaign_budget> create{};    ///< a budget to create
    std::optional<campaign_budget_update> update{}; ///< changes to a budget
    std::optional<std::string> update_mask{};       ///< what changes, by commas: `amountMicros,name`
    std::optional<campaign_budget_name> remove{};   ///< a budget to remove for good

    /// Creates a budget.
    static campaign_budget_operation to_create(new_campaign_budget budget) { return {.create = std::move(budget)}; }
    /// Changes a budget. The mask has all members that the change has, so that a null clears.
    // A template, so that only what calls it compiles field_mask().
    template<std::same_as<campaign_budget_update> Update>
    static campaign_budget_operation to_update(Update change)
    {
        std::string mask = field_mask<&Update::resource_name>(change);
        return {.update = std::move(change), .update_mask = std::move(mask)};
    }
    /// Removes a budget, which no campaign may use.
    static campaign_budget_operation to_remove(campaign_budget_name name) { return {.remove = std::move(name)}; }

    friend bool operator==(campaign_budget_operation const&, campaign_budget_operation const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget_operation, (), (create, update, update_mask, remove))

/// Asks to create, update and remove up to 10,000 budgets.
struct mutate_campaign_budgets_request {
    std::vector<campaign_budget_operation> operations{}; ///< 1 to 10,000
    std::optional<bool> partial_failure{}; ///< true: each operation for itself; absent: all are done, or none
    std::optional<bool> validate_only{};   ///< true: nothing is done
    std::optional<open_enum<google::response_content_type>> response_content_type{}; ///< absent: names only

    friend bool operator==(mutate_campaign_budgets_request const&, mutate_campaign_budgets_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(mutate_campaign_budgets_request, (),
                      (operations, partial_failure, validate_only, response_content_type))

/// The result of one operation. On the wire, that of a refused operation is an empty object.
struct mutate_campaign_budget_result {
    std::optional<campaign_budget_name> resource_name{};      ///< of the budget
    std::optional<google::campaign_budget> campaign_budget{}; ///< of MUTABLE_RESOURCE, except for a removal
    outlay::extras extras{};

    friend bool operator==(mutate_campaign_budget_result const&, mutate_campaign_budget_result const&) = default;
};
BOOST_DESCRIBE_STRUCT(mutate_campaign_budget_result, (), (resource_name, campaign_budget, extras))

/// The reply to up to 10,000 operations. Result n is that of operation n.
struct mutate_campaign_budgets_reply {
    std::optional<rpc_status> partial_failure_error{};    ///< why some were refused; absent if none was
    std::vector<mutate_campaign_budget_result> results{}; ///< as many as operations; none of validateOnly
    outlay::extras extras{};

    friend bool operator==(mutate_campaign_budgets_reply const&, mutate_campaign_budgets_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(mutate_campaign_budgets_reply, (), (partial_failure_error, results, extras))

namespace detail {

inline bool is_empty(std::optional<std::string> const& mask) { return !mask || mask->empty(); }

/// The three kinds of an operation exclude each other, and only an update has a mask.
inline void check_operation(campaign_budget_operation const& what, auditor& to)
{
    int const kinds = int{what.create.has_value()} + int{what.update.has_value()} + int{what.remove.has_value()};
    if (kinds != 1) to.violation({}, "one_operation", "an operation is one of create, update and remove");
    if (what.update && is_empty(what.update_mask))
        to.violation({"updateMask"}, "field_mask_missing", "an update needs a mask of what changes");
    if (!what.update && what.update_mask)
        to.violation({"updateMask"}, "field_mask_not_allowed", "only an update has a mask");
}

inline constexpr std::string_view operation_codes = "one_operation, field_mask_missing, field_mask_not_allowed";

} // namespace detail
} // namespace outlay::inline v0_1_0::google

namespace outlay::inline v0_1_0 {

template<std::same_as<google::campaign_budget_operation> T>
struct model<T> {
    static constexpr auto description = "One operation on a budget: create, update with a mask, or remove.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::update_mask>(described_as("The names of what changes, with commas between them.")),
        member<&T::remove>(google::detail::budget_name_rule),
        audit<T>(&google::detail::check_operation, google::detail::operation_codes),
    };
};

template<std::same_as<google::mutate_campaign_budgets_request> T>
struct model<T> {
    static constexpr auto description = "The request to create, update and remove up to 10,000 budgets.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::operations>(items(1, 10'000)),
        member<&T::partial_failure>(described_as("true: each operation is done or refused for itself.")),
        member<&T::validate_only>(described_as("true: nothing is done, and the reply has no results.")),
    };
};

template<>
struct model<google::mutate_campaign_budget_result> {
    static constexpr auto description = "The result of one operation; an empty object if the operation was refused.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<google::mutate_campaign_budgets_reply> T>
struct model<T> {
    static constexpr auto description = "The results of operations by position, and the errors of those that failed.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&T::results>(presence::optional)};
};

} // namespace outlay::inline v0_1_0
