#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/unified_campaigns.hpp>
#include <outlay/amazon/unified_error.hpp>
#include <outlay/amazon/unified_query.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
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

// Operations (see outlay/http/operation.hpp) of Amazon's unified API, version 1.

namespace outlay::inline v0_1_0::amazon::unified {

/// POST /adsApi/v1/query/campaigns, page after page. The result is one reply with the campaigns of all pages. If it is
/// incomplete, its next_token is that of the page to go on with.
struct query_campaigns {
    query_campaigns_request filter{}; ///< ad_product_filter is required; next_token: from that page on

    using endpoint_type = amazon::endpoint;
    using page_type = campaign_list_reply;
    using result_type = result<listing<campaign_list_reply>>;
    static constexpr auto rows = &campaign_list_reply::campaigns;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return filter.next_token ? *filter.next_token : std::string_view(); }
    static std::optional<std::string> const& next(campaign_list_reply const& page) noexcept { return page.next_token; }

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<amazon::endpoint> auto const& at, std::string_view cursor) const
    {
        auto body = filter;
        body.next_token = cursor.empty() ? std::nullopt : std::optional<std::string>(cursor);
        if (report wrong = validate(body); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
        auto to_send = at.start_unified(http::method::post, "/adsApi/v1/query/campaigns");
        if (to_send) to_send->body = encode(body);
        return to_send;
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

namespace detail {

/// The id of a row's campaign; empty in a row without one.
struct id_of_row {
    std::string_view operator()(campaign_success const& row) const { return id_of(row.campaign); }
    std::string_view operator()(campaign_partial const& row) const { return id_of(row.campaign); }

private:
    static std::string_view id_of(std::optional<campaign> const& of)
    {
        return of ? std::string_view(of->campaign_id.str()) : std::string_view();
    }
};

} // namespace detail

/// POST /adsApi/v1/update/campaigns for any number of campaigns, each for itself. Several updates of the same campaign
/// are all sent. An item that was done in part has a success() and a refusal().
struct update_campaigns {
    std::vector<campaign_update> campaigns{}; ///< of any number: 1000 are sent at a time

    using endpoint_type = amazon::endpoint;
    using result_type = batch<campaign_success, campaign_refusal>;
    using body_type = update_campaigns_request;
    using reply_type = campaign_write_reply;
    static constexpr std::size_t items_per_call = 1000;
    static constexpr auto body_items = &body_type::campaigns;
    static constexpr auto rows = std::tuple{successes<&reply_type::success>, partials<&reply_type::partial_success>,
                                            refusals<&reply_type::error>};

    static constexpr auto ids = std::tuple{detail::id_of_row{}, &campaign_update::campaign_id};

    /// The part that was done, and the errors. Fields that are not known are those of the errors.
    static std::pair<campaign_success, campaign_refusal> split(campaign_partial row)
    {
        return {{.campaign = std::move(row.campaign), .index = row.index},
                {.errors = std::move(row.errors), .index = row.index, .extras = row.extras.unknown()}};
    }

    std::vector<campaign_update>& items() noexcept { return campaigns; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return at.start_unified(http::method::post, "/adsApi/v1/update/campaigns");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::amazon::unified
