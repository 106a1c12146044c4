#pragma once

#include <cstddef>
#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_usage.hpp>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <string_view>
#include <tuple>
#include <vector>

// Operations (see outlay/http/operation.hpp) that ask how much of its budget a campaign or portfolio has used.

namespace outlay::inline v0_1_0::amazon {

/// POST /{sp,sb,sd}/campaigns/budget/usage for any number of campaigns of one product. Answered with 207, in practice
/// also 200.
struct campaign_budget_usage {
    ad_product product{};                    ///< of all the campaigns
    std::vector<campaign_id> campaign_ids{}; ///< of any number: 100 are sent in one call

    using endpoint_type = amazon::endpoint;
    using result_type = batch<campaign_usage, usage_error>;
    using body_type = campaign_budget_usage_request;
    using reply_type = campaign_usage_reply;
    static constexpr std::size_t items_per_call = 100;
    static constexpr auto body_items = &body_type::campaign_ids;
    static constexpr auto rows = std::tuple{successes<&reply_type::success>, refusals<&reply_type::error>};
    static constexpr auto ids = std::tuple{&campaign_usage::campaign_id, &usage_error::campaign_id};

    std::vector<campaign_id>& items() noexcept { return campaign_ids; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        using enum http::method;
        switch (product) {
        case ad_product::sponsored_brands:
            return at.start(post, "/sb/campaigns/budget/usage", "application/vnd.sbcampaignbudgetusage.v1+json");
        case ad_product::sponsored_display:
            return at.start(post, "/sd/campaigns/budget/usage", "application/vnd.sdcampaignbudgetusage.v1+json");
        case ad_product::sponsored_products:
            return at.start(post, "/sp/campaigns/budget/usage", "application/vnd.spcampaignbudgetusage.v1+json");
        }
        return error(error_kind::invalid, "ad_product", "the product is none of Amazon's");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /portfolios/budget/usage for any number of portfolios. Answered with 207, in practice also 200.
struct portfolio_budget_usage {
    std::vector<portfolio_id> portfolio_ids{}; ///< of any number: 100 are sent in one call

    using endpoint_type = amazon::endpoint;
    using result_type = batch<portfolio_usage, usage_error>;
    using body_type = portfolio_budget_usage_request;
    using reply_type = portfolio_usage_reply;
    static constexpr std::size_t items_per_call = 100;
    static constexpr auto body_items = &body_type::portfolio_ids;
    static constexpr auto rows = std::tuple{successes<&reply_type::success>, refusals<&reply_type::error>};
    static constexpr auto ids = std::tuple{&portfolio_usage::portfolio_id, &usage_error::portfolio_id};

    std::vector<portfolio_id>& items() noexcept { return portfolio_ids; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return at.start(http::method::post, "/portfolios/budget/usage", "application/vnd.portfoliobudgetusage.v1+json");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::amazon
