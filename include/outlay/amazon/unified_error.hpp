#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <tuple>
#include <vector>

// Why the unified API, version 1, did not do what was asked of one item. Source: the specification "Amazon Ads API",
// schemas Error, ErrorCode and ErrorsIndex.

namespace outlay::inline v0_1_0::amazon::unified {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// The error of an item. The specification may add codes at any time.
enum class error_code : unsigned char {
    action_not_supported,
    active_resource_limit_exceeded,
    archived_parent_cannot_create,
    archived_parent_cannot_edit,
    archived_resource_cannot_edit,
    autocreated_entity_cannot_edit,
    bad_request,
    conflict,
    content_too_large,
    date_cannot_be_in_past,
    date_cannot_be_null,
    date_too_soon,
    duplicate_field_value_found,
    duplicate_resource_id_found,
    duration_too_short,
    feature_discontinued,
    feature_not_available,
    field_size_is_above_maximum_limit,
    field_size_is_below_minimum_limit,
    field_size_is_out_of_range,
    field_value_cannot_edit,
    field_value_contains_blocklisted_words,
    field_value_contains_invalid_characters,
    field_value_is_above_maximum_limit,
    field_value_is_below_minimum_limit,
    field_value_is_empty,
    field_value_is_invalid,
    field_value_is_null,
    field_value_is_out_of_range,
    field_value_mismatch,
    field_value_must_be_empty_or_null,
    field_value_not_found,
    field_value_not_unique,
    forbidden,
    global_attribute_update_restricted_portfolio,
    global_attribute_update_restricted_state,
    global_campaign_single_adgroup_limit,
    internal_error,
    not_found,
    payment_issue,
    product_ineligible,
    resource_does_not_belong_to_parent,
    resource_id_not_found,
    resource_is_empty,
    resource_is_in_terminal_state,
    resource_is_null,
    too_many_requests,
    total_resource_limit_exceeded,
    unauthorized,
    unsupported_marketplace,
};
BOOST_DESCRIBE_ENUM(error_code, action_not_supported, active_resource_limit_exceeded, archived_parent_cannot_create,
                    archived_parent_cannot_edit, archived_resource_cannot_edit, autocreated_entity_cannot_edit,
                    bad_request, conflict, content_too_large, date_cannot_be_in_past, date_cannot_be_null,
                    date_too_soon, duplicate_field_value_found, duplicate_resource_id_found, duration_too_short,
                    feature_discontinued, feature_not_available, field_size_is_above_maximum_limit,
                    field_size_is_below_minimum_limit, field_size_is_out_of_range, field_value_cannot_edit,
                    field_value_contains_blocklisted_words, field_value_contains_invalid_characters,
                    field_value_is_above_maximum_limit, field_value_is_below_minimum_limit, field_value_is_empty,
                    field_value_is_invalid, field_value_is_null, field_value_is_out_of_range, field_value_mismatch,
                    field_value_must_be_empty_or_null, field_value_not_found, field_value_not_unique, forbidden,
                    global_attribute_update_restricted_portfolio, global_attribute_update_restricted_state,
                    global_campaign_single_adgroup_limit, internal_error, not_found, payment_issue, product_ineligible,
                    resource_does_not_belong_to_parent, resource_id_not_found, resource_is_empty,
                    resource_is_in_terminal_state, resource_is_null, too_many_requests, total_resource_limit_exceeded,
                    unauthorized, unsupported_marketplace)

/// One error of an item.
struct item_error {
    using printable = void;

    open_enum<error_code> code{};                ///< always there
    std::optional<std::string> field_location{}; ///< where in the request: `campaigns[0].budgets[0]`
    std::string message{};                       ///< for people
    outlay::extras extras{};

    /// `FIELD_VALUE_IS_INVALID: too low (campaigns[0].budgets[0])`
    // A template, so that only what calls it compiles the names of all codes.
    template<class = void>
    std::string to_string() const
    {
        std::string text(code.text());
        if (!message.empty()) text.append(": ").append(message);
        if (field_location) text.append(" (").append(*field_location).append(")");
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(item_error const&, item_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(item_error, (), (code, field_location, message, extras))

/// Why an item was not updated, or not in all: the refusal of a batch.
struct campaign_refusal {
    using printable = void;

    std::vector<item_error> errors{};     ///< 1 to 20
    std::optional<std::uint32_t> index{}; ///< in the request, from 0
    outlay::extras extras{};

    /// The errors, with `; ` between them.
    // A template for the same reason.
    template<class = void>
    std::string to_string() const
    {
        std::string text;
        for (item_error const& one : errors) text.append(text.empty() ? "" : "; ").append(one.to_string());
        return text;
    }

    friend bool operator==(campaign_refusal const&, campaign_refusal const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_refusal, (), (errors, index, extras))

} // namespace outlay::inline v0_1_0::amazon::unified

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::unified::item_error> T>
struct model<T> {
    static constexpr auto description = "One error in an item of a request.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::field_location>(described_as("The place in the request that is wrong.")),
        member<&T::message>(presence::optional),
    };
};

template<std::same_as<amazon::unified::campaign_refusal> T>
struct model<T> {
    static constexpr auto description = "A campaign that was not updated, with its errors.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::errors>(presence::optional),
        quirk<T>(
            "empty_item", [](T const& e) { return !e.errors.empty(); }, "a refusal without an error"),
    };
};

} // namespace outlay::inline v0_1_0
