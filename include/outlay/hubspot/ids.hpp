#pragma once

#include <outlay/value/identifier.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::hubspot {

/// A marketing campaign: a GUID.
using campaign_guid = identifier<struct campaign_guid_tag>;

/// A budget item or spend item of a campaign: a number, written as a string in bodies.
using budget_item_id = identifier<struct budget_item_tag>;

/// The id as in the path of a URL, where HubSpot wants an integer. Code: `id_not_a_number`, for any other
/// text, so that it gets no further.
inline result<std::string> path_segment(budget_item_id const& id)
{
    if (id.number()) return id.str();
    return outlay::detail::unexpected("id_not_a_number", "an id that is a number such as 123", id.str());
}

namespace detail {

inline constexpr std::string_view a_guid = "a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e";

/// Whether a text has no other characters than a GUID has, and one at least.
inline bool is_guid(campaign_guid const& guid)
{
    constexpr std::string_view allowed = "0123456789abcdefABCDEF-";
    return !guid.empty() && guid.str().find_first_not_of(allowed) == std::string::npos;
}

} // namespace detail

/// The GUID as in the path of a URL. Code: `guid`, for what has other characters than a GUID has.
inline result<std::string> path_segment(campaign_guid const& guid)
{
    if (detail::is_guid(guid)) return guid.str();
    return outlay::detail::unexpected("guid", detail::a_guid, guid.str());
}

} // namespace outlay::inline v0_1_0::hubspot
