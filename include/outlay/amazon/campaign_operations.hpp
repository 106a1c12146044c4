#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/amazon/campaigns.hpp>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/portfolio_operations.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/message.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Operations (see outlay/http/operation.hpp) on campaigns of Sponsored Products. Source: the specification of
// /sp/campaigns (version 3).

namespace outlay::inline v0_1_0::amazon {
namespace detail {

inline constexpr std::string_view campaign_media_type = "application/vnd.spCampaign.v3+json";

using campaign_write_lists = multi_status<campaign_mutation_success, mutation_error>;

/// The two lists of a reply to an update.
inline constexpr auto campaign_write_rows =
    std::tuple{successes<&campaign_write_reply::campaigns, &campaign_write_lists::success>,
               refusals<&campaign_write_reply::campaigns, &campaign_write_lists::error>};

inline constexpr auto campaign_write_ids =
    std::tuple{&campaign_mutation_success::campaign_id, &campaign_budget_update::campaign_id};

} // namespace detail

/// PUT /sp/campaigns for the budgets of any number of campaigns, each for itself. Several updates of the same campaign
/// are all sent. Campaigns have no `returned::obfuscated_id`: the call fails with the code `returned`, and nothing is
/// sent.
struct update_campaign_budgets {
    std::vector<campaign_budget_update> campaigns{}; ///< of any number: 1000 are sent at a time
    amazon::returned returned{};                     ///< the content of each success

    using endpoint_type = amazon::endpoint;
    using result_type = batch<campaign_mutation_success, mutation_error>;
    using body_type = update_campaign_budgets_request;
    using reply_type = campaign_write_reply;
    static constexpr std::size_t items_per_call = 1000;
    static constexpr auto body_items = &body_type::campaigns;
    static constexpr auto rows = detail::campaign_write_rows;
    static constexpr auto ids = detail::campaign_write_ids;

    std::vector<campaign_budget_update>& items() noexcept { return campaigns; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        if (returned == amazon::returned::obfuscated_id)
            return error(error_kind::invalid, "returned", "campaigns have no obfuscated ids");
        return detail::start(at, http::method::put, "/sp/campaigns", detail::campaign_media_type, returned);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /sp/campaigns/list, page after page. The result is one reply with the campaigns of all pages. If it is
/// incomplete, its next_token is that of the page to go on with.
struct list_campaigns {
    list_campaigns_request filter{}; ///< without filters: all campaigns; next_token: from that page on

    using endpoint_type = amazon::endpoint;
    using page_type = campaign_list_reply;
    using result_type = result<listing<campaign_list_reply>>;
    static constexpr auto rows = &campaign_list_reply::campaigns;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return filter.next_token ? *filter.next_token : std::string_view(); }
    static std::optional<std::string> const& next(campaign_list_reply const& page) noexcept { return page.next_token; }

    // A template, so that only a caller compiles validate() and encode().
    result<http::request> request(std::same_as<amazon::endpoint> auto const& at, std::string_view cursor) const
    {
        auto to_send = at.start(http::method::post, "/sp/campaigns/list", detail::campaign_media_type);
        return detail::with_page_body(std::move(to_send), filter, cursor);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::amazon
