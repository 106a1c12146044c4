#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/url.hpp>
#include <outlay/hubspot/campaign.hpp>
#include <outlay/hubspot/campaigns.hpp>
#include <outlay/hubspot/endpoint.hpp>
#include <outlay/hubspot/ids.hpp>
#include <outlay/hubspot/operations.hpp>
#include <outlay/hubspot/revenue.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Operations (see outlay/http/operation.hpp) that find campaigns and read them. Source: HubSpot's specification of the
// campaigns API. An id that can't be in a URL is an error, and nothing is sent.

namespace outlay::inline v0_1_0::hubspot {
namespace detail {

/// Appends `properties=hs_name,hs_end_date`: without it, a reply has no properties at all. Code: `property_name`.
inline result<void> append_properties(std::string& path, std::vector<std::string> const& names)
{
    std::string list;
    auto const add = [&list](std::string_view name) {
        if (!list.empty()) list += ',';
        list += name;
    };
    for (std::string const& name : names) {
        if (!is_property_name(name))
            return outlay::detail::unexpected("property_name", "the name of a property, without a comma", name);
        add(name);
    }
    if (names.empty())
        for (std::string_view const name : budget_properties) add(name);
    http::append_query(path, "properties", list);
    return {};
}

/// The ids of an error, as http::batch_operation asks for.
inline constexpr auto ids_of_error = [](std::same_as<campaign_error> auto const& why) -> std::vector<std::string> {
    return campaigns_of(why);
};

/// Appends `startDate=2026-01-01&endDate=2026-01-31`.
inline void append_days(std::string& path, std::optional<date_range> const& days)
{
    if (!days) return;
    http::append_query(path, "startDate", to_string(days->first()));
    http::append_query(path, "endDate", to_string(days->last()));
}

} // namespace detail

/// GET .../campaigns, page after page. The result is one reply with the campaigns of all pages.
struct list_campaigns {
    list_campaigns_request filter{}; ///< as it is without members: all campaigns; after: from that page on

    using endpoint_type = hubspot::endpoint;
    using page_type = campaign_list_reply;
    using result_type = result<listing<campaign_list_reply>>;
    static constexpr auto rows = &campaign_list_reply::results;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return filter.after ? *filter.after : std::string_view(); }
    static std::optional<std::string> next(campaign_list_reply const& page)
    {
        return page.paging && page.paging->next ? std::optional(page.paging->next->after) : std::nullopt;
    }

    // A template, so that only what calls it compiles validate().
    result<http::request> request(std::same_as<hubspot::endpoint> auto const& at, std::string_view cursor) const
    {
        constexpr std::int32_t most = 100;
        if (report wrong = validate(filter); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
        auto path = at.campaigns_path();
        if (!path) return path.error();
        http::append_query(*path, "limit", std::to_string(filter.limit.value_or(most)));
        if (filter.name) http::append_query(*path, "name", *filter.name);
        if (filter.sort) http::append_query(*path, "sort", enum_text(*filter.sort));
        if (auto const named = detail::append_properties(*path, filter.properties); !named) return named.error();
        if (!cursor.empty()) http::append_query(*path, "after", cursor);
        return at.start(http::method::get, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET .../campaigns/{guid}: a campaign with its assets.
struct get_campaign {
    hubspot::campaign_guid campaign_guid{}; ///< the campaign
    std::vector<std::string> properties{};  ///< to return, by name; empty: budget_properties
    std::optional<date_range> days{};       ///< with metrics of the assets on these days; absent: without

    using endpoint_type = hubspot::endpoint;
    using result_type = result<campaign>;

    /// Codes: `guid`, `property_name`.
    result<http::request> request(hubspot::endpoint const& at) const
    {
        auto path = detail::campaign_path(at, campaign_guid);
        if (!path) return path.error();
        if (auto const named = detail::append_properties(*path, properties); !named) return named.error();
        detail::append_days(*path, days);
        return at.start(http::method::get, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST .../campaigns/batch/read for any number of campaigns. A campaign that is named twice is requested once. An
/// error refuses all campaigns that its `context.ids` names, or else the one that its `id` is.
struct read_campaigns {
    std::vector<campaign_ref> campaigns{}; ///< of any number: 50 are sent in one call
    std::vector<std::string> properties{}; ///< to return, by name; empty: budget_properties
    std::optional<date_range> days{};      ///< with metrics of the assets on these days; absent: without

    using endpoint_type = hubspot::endpoint;
    using result_type = batch<campaign, campaign_error>;
    using body_type = read_campaigns_request;
    using reply_type = read_campaigns_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::inputs;
    static constexpr auto rows = std::tuple{successes<&reply_type::results>, refusals<&reply_type::errors>};
    static constexpr auto matching = outlay::matching::by_id; ///< the reply has another order

    static constexpr auto ids = std::tuple{&campaign_ref::id, &campaign::id, detail::ids_of_error};

    std::vector<campaign_ref>& items() noexcept { return campaigns; }

    /// Code: `property_name`.
    result<http::request> request(hubspot::endpoint const& at) const
    {
        auto path = at.campaigns_path();
        if (!path) return path.error();
        *path += "/batch/read";
        if (auto const named = detail::append_properties(*path, properties); !named) return named.error();
        detail::append_days(*path, days);
        auto to_send = at.start(http::method::post, *path);
        if (to_send) http::set_header(*to_send, "Content-Type", "application/json");
        return to_send;
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET .../campaigns/{guid}/reports/revenue: what deals brought in that the campaign had a part in.
struct get_revenue {
    hubspot::campaign_guid campaign_guid{};         ///< the campaign
    hubspot::attribution_model attribution_model{}; ///< how revenue is shared
    std::optional<date_range> days{};               ///< absent: all days until today

    using endpoint_type = hubspot::endpoint;
    using result_type = result<campaign_revenue>;

    /// Codes: `guid`, `attribution_model`.
    result<http::request> request(hubspot::endpoint const& at) const
    {
        auto path = detail::campaign_path(at, campaign_guid);
        if (!path) return path.error();
        auto const shared = enum_text(attribution_model);
        if (shared.empty())
            return error(error_kind::invalid, "attribution_model", "the attribution model is none of HubSpot's nine");
        *path += "/reports/revenue";
        http::append_query(*path, "attributionModel", shared);
        detail::append_days(*path, days);
        return at.start(http::method::get, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::hubspot
