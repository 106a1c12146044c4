#pragma once

#include <cstddef>
#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_recommendations.hpp>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <tuple>
#include <vector>

namespace outlay::inline v0_1_0::amazon {

/// The operation (see outlay/http/operation.hpp) POST /{sp,sb,sd}/campaigns/budgetRecommendations for any number of
/// campaigns of one product. Answered with 200 for Sponsored Products and 207 for the others; each is taken for both.
struct campaign_budget_recommendations {
    ad_product product{};                    ///< of all the campaigns
    std::vector<campaign_id> campaign_ids{}; ///< of any number: 100 are sent in one call

    using endpoint_type = amazon::endpoint;
    using result_type = batch<budget_recommendation, budget_recommendation_error>;
    using body_type = campaign_budget_recommendations_request;
    using reply_type = budget_recommendation_reply;
    static constexpr std::size_t items_per_call = 100;
    static constexpr auto body_items = &body_type::campaign_ids;
    static constexpr auto rows = std::tuple{successes<&reply_type::budget_recommendations_success_results>,
                                            refusals<&reply_type::budget_recommendations_error_results>,
                                            successes<&reply_type::success>, refusals<&reply_type::error>};
    /// Required by http::batch_operation.
    static constexpr auto ids =
        std::tuple{&budget_recommendation::campaign_id, &budget_recommendation_error::campaign_id};

    std::vector<campaign_id>& items() noexcept { return campaign_ids; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        using enum http::method;
        switch (product) {
        case ad_product::sponsored_brands:
            return at.start(post, "/sb/campaigns/budgetRecommendations",
                            "application/vnd.sbbudgetrecommendation.v4+json");
        case ad_product::sponsored_display:
            return at.start(post, "/sd/campaigns/budgetRecommendations",
                            "application/vnd.sdbudgetrecommendations.v3+json");
        case ad_product::sponsored_products:
            return at.start(post, "/sp/campaigns/budgetRecommendations",
                            "application/vnd.budgetrecommendation.v3+json");
        }
        return error(error_kind::invalid, "ad_product", "the product is none of Amazon's");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::amazon
