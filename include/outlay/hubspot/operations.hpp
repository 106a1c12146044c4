#pragma once

#include <concepts>
#include <outlay/http/created.hpp>
#include <outlay/http/message.hpp>
#include <outlay/hubspot/budget_item.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/hubspot/endpoint.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

// Operations (see outlay/http/operation.hpp) on the budget and the spend of a campaign. Source: HubSpot API reference,
// marketing campaigns; the version in the paths is the endpoint's. An id that can't be in a URL is an error, and
// nothing is sent.

namespace outlay::inline v0_1_0::hubspot {

/// Budget items and spend items have the same operations, at different places.
enum class item_kind : unsigned char { budget, spend };

namespace detail {

/// `/marketing/campaigns/2026-03/{guid}`
inline result<std::string> campaign_path(endpoint const& at, campaign_guid const& campaign)
{
    auto const base = at.campaigns_path();
    if (!base) return base.error();
    auto const guid = path_segment(campaign);
    if (!guid) return guid.error();
    return outlay::detail::joined({*base, "/", *guid});
}

/// `/marketing/campaigns/2026-03/{guid}/budget`
inline result<std::string> items_path(endpoint const& at, campaign_guid const& campaign, item_kind kind)
{
    auto const path = campaign_path(at, campaign);
    if (!path) return path.error();
    return outlay::detail::joined({*path, kind == item_kind::budget ? "/budget" : "/spend"});
}

inline result<std::string> item_path(endpoint const& at, campaign_guid const& campaign, item_kind kind,
                                     budget_item_id const& id)
{
    auto const list = items_path(at, campaign, kind);
    if (!list) return list.error();
    auto const number = path_segment(id);
    if (!number) return number.error();
    return outlay::detail::joined({*list, "/", *number});
}

inline result<http::request> start(endpoint const& at, http::method method, result<std::string> const& path)
{
    if (!path) return path.error();
    return at.start(method, *path);
}

// A template, so that only what calls it compiles validate() and encode().
result<http::request> start(endpoint const& at, http::method method, result<std::string> const& path,
                            std::same_as<budget_item_input> auto const& item)
{
    if (!path) return path.error();
    if (report wrong = validate(item); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
    return at.start(method, *path, encode(item));
}

} // namespace detail

/// GET .../budget/totals: what a campaign may cost and has cost, with every item.
struct get_budget_totals {
    hubspot::campaign_guid campaign_guid{}; ///< the campaign

    using endpoint_type = hubspot::endpoint;
    using result_type = result<budget_totals>;

    result<http::request> request(hubspot::endpoint const& at) const
    {
        auto const path = detail::items_path(at, campaign_guid, item_kind::budget);
        if (!path) return path.error();
        return at.start(http::method::get, outlay::detail::joined({*path, "/totals"}));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST .../budget or .../spend. What may have been created already is not sent again. The result has the `location` of
/// the item, from a header of the response.
template<item_kind Kind>
struct create_item {
    hubspot::campaign_guid campaign_guid{}; ///< the campaign
    budget_item_input item{};               ///< what to create; nothing is sent of one that breaks a rule

    using endpoint_type = hubspot::endpoint;
    using result_type = result<http::created<budget_item>>;

    result<http::request> request(hubspot::endpoint const& at) const
    {
        return detail::start(at, http::method::post, detail::items_path(at, campaign_guid, Kind), item);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 201; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// GET .../budget/{id} or .../spend/{id}
template<item_kind Kind>
struct get_item {
    hubspot::campaign_guid campaign_guid{}; ///< the campaign
    budget_item_id id{};                    ///< which item

    using endpoint_type = hubspot::endpoint;
    using result_type = result<budget_item>;

    result<http::request> request(hubspot::endpoint const& at) const
    {
        return detail::start(at, http::method::get, detail::item_path(at, campaign_guid, Kind, id));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// PUT .../budget/{id} or .../spend/{id}
template<item_kind Kind>
struct update_item {
    hubspot::campaign_guid campaign_guid{}; ///< the campaign
    budget_item_id id{};                    ///< which item
    budget_item_input item{};               ///< all of what it is to become; nothing is sent of one that breaks a rule

    using endpoint_type = hubspot::endpoint;
    using result_type = result<budget_item>;

    result<http::request> request(hubspot::endpoint const& at) const
    {
        return detail::start(at, http::method::put, detail::item_path(at, campaign_guid, Kind, id), item);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DELETE .../budget/{id} or .../spend/{id}. Repeated after its response was lost, the call may get 404.
template<item_kind Kind>
struct delete_item {
    hubspot::campaign_guid campaign_guid{}; ///< the campaign
    budget_item_id id{};                    ///< which item

    using endpoint_type = hubspot::endpoint;
    using result_type = result<void>;

    result<http::request> request(hubspot::endpoint const& at) const
    {
        return detail::start(at, http::method::delete_, detail::item_path(at, campaign_guid, Kind, id));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 204; }
    static constexpr bool may_repeat() noexcept { return true; }
};

using create_budget_item = create_item<item_kind::budget>; ///< POST .../budget
using get_budget_item = get_item<item_kind::budget>;       ///< GET .../budget/{id}
using update_budget_item = update_item<item_kind::budget>; ///< PUT .../budget/{id}
using delete_budget_item = delete_item<item_kind::budget>; ///< DELETE .../budget/{id}

using create_spend_item = create_item<item_kind::spend>; ///< POST .../spend
using get_spend_item = get_item<item_kind::spend>;       ///< GET .../spend/{id}
using update_spend_item = update_item<item_kind::spend>; ///< PUT .../spend/{id}
using delete_spend_item = delete_item<item_kind::spend>; ///< DELETE .../spend/{id}

using create_budget_item_request = budget_item_input; ///< the body of create_budget_item
using update_budget_item_request = budget_item_input; ///< the body of update_budget_item
using create_spend_item_request = budget_item_input;  ///< the body of create_spend_item
using update_spend_item_request = budget_item_input;  ///< the body of update_spend_item

} // namespace outlay::inline v0_1_0::hubspot
