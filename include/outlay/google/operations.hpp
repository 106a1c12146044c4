#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/google/endpoint.hpp>
#include <outlay/google/google_ads_error.hpp>
#include <outlay/google/mutate.hpp>
#include <outlay/google/search.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/request.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Operations (see outlay/http/operation.hpp) on campaign budgets. Source: Google Ads API v25, CampaignBudgetService and
// GoogleAdsService.

namespace outlay::inline v0_1_0::google {
namespace detail {

/// Google's limit of operations in a request.
inline constexpr std::size_t operations_per_call = 10'000;

inline result<http::request> start_mutate(endpoint const& at)
{
    auto made = at.start("/campaignBudgets:mutate");
    if (made) http::set_header(*made, "Content-Type", "application/json");
    return made;
}

/// Whether a mutate of these operations may be sent twice: a second create makes a second budget.
inline bool creates_none(std::vector<campaign_budget_operation> const& operations)
{
    for (campaign_budget_operation const& each : operations)
        if (each.create) return false;
    return true;
}

/// The item of the request that an error is about.
inline std::optional<std::size_t> index_of_error(google_ads_error const& row) { return row.operation_index(); }

/// The budget that an operation is about, whose name its result has, too; empty for one to create.
inline std::string_view name_of_operation(campaign_budget_operation const& what)
{
    if (what.update) return what.update->resource_name.str();
    return what.remove ? std::string_view(what.remove->str()) : std::string_view();
}

} // namespace detail

/// POST .../campaignBudgets:mutate for any number of operations, each done or refused for itself. Budgets that may have
/// been created already are not sent again.
struct mutate_campaign_budgets {
    std::vector<campaign_budget_operation> operations{}; ///< of any number: 10,000 are sent at a time
    response_content_type returned = response_content_type::resource_name_only; ///< what each success holds

    using endpoint_type = google::endpoint;
    using result_type = batch<mutate_campaign_budget_result, mutate_refusal>;
    using body_type = mutate_campaign_budgets_request;
    using reply_type = mutate_campaign_budgets_reply;
    static constexpr std::size_t items_per_call = detail::operations_per_call;
    static constexpr auto body_items = &body_type::operations;
    static constexpr auto rows = std::tuple{
        successes<&reply_type::results>,
        refusals<&reply_type::partial_failure_error, &rpc_status::details, &google_ads_failure::errors>,
    };
    static constexpr auto matching = outlay::matching::by_position; ///< of results; errors have an index
    static constexpr auto ids = std::tuple{&mutate_campaign_budget_result::resource_name, &detail::name_of_operation};
    static constexpr auto indices = std::tuple{&detail::index_of_error}; ///< the first step of an error's path

    std::vector<campaign_budget_operation>& items() noexcept { return operations; }

    /// Required by http::batch_operation.
    body_type body() const
    {
        body_type made{.partial_failure = true};
        if (returned != response_content_type::resource_name_only) made.response_content_type = open_enum(returned);
        return made;
    }
    /// An operation may have several errors.
    static void merge_refusal(mutate_refusal& all, google_ads_error&& more) { all.errors.push_back(std::move(more)); }

    result<http::request> request(google::endpoint const& at) const { return detail::start_mutate(at); }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    bool may_repeat() const noexcept { return detail::creates_none(operations); }
};

/// An operation that Google would do now. Nothing was done: the same operation may be refused later.
struct valid_operation {
    friend bool operator==(valid_operation, valid_operation) = default;
};

/// The same request with validateOnly: asks which operations would be refused, and does nothing. An operation that no
/// error names would be done.
struct validate_campaign_budgets {
    std::vector<campaign_budget_operation> operations{}; ///< of any number: 10,000 are sent at a time

    using endpoint_type = google::endpoint;
    using result_type = batch<valid_operation, mutate_refusal>;
    using body_type = mutate_campaign_budgets_request;
    using reply_type = mutate_campaign_budgets_reply;
    static constexpr std::size_t items_per_call = detail::operations_per_call;
    static constexpr auto body_items = &body_type::operations;
    static constexpr auto rows = std::tuple{
        refusals<&reply_type::partial_failure_error, &rpc_status::details, &google_ads_failure::errors>,
    };
    static constexpr auto indices = std::tuple{&detail::index_of_error}; ///< the first step of an error's path

    std::vector<campaign_budget_operation>& items() noexcept { return operations; }

    /// Required by http::batch_operation.
    static body_type body() { return {.partial_failure = true, .validate_only = true}; }
    /// An operation may have several errors.
    static void merge_refusal(mutate_refusal& all, google_ads_error&& more) { all.errors.push_back(std::move(more)); }
    /// Refusals are all that such a reply has. One with a result that is not empty belongs to another request,
    /// and a failure without errors does not say whose it is.
    static std::optional<valid_operation> unrefused(mutate_campaign_budgets_reply const& reply)
    {
        for (mutate_campaign_budget_result const& each : reply.results)
            if (each != mutate_campaign_budget_result()) return std::nullopt;
        if (!reply.partial_failure_error) return valid_operation();
        for (google_ads_failure const& each : reply.partial_failure_error->details)
            if (!each.errors.empty()) return valid_operation();
        return std::nullopt;
    }

    result<http::request> request(google::endpoint const& at) const { return detail::start_mutate(at); }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST .../googleAds:search, page after page. The result is one reply with the budgets of all pages.
struct list_campaign_budgets {
    campaign_budget_filter filter{}; ///< as it is without members: all budgets; page_token: from that page on

    using endpoint_type = google::endpoint;
    using page_type = campaign_budget_list_reply;
    using result_type = result<listing<campaign_budget_list_reply>>;
    static constexpr auto rows = &campaign_budget_list_reply::results;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return filter.page_token ? *filter.page_token : std::string_view(); }
    static std::optional<std::string> const& next(campaign_budget_list_reply const& page) noexcept
    {
        return page.next_page_token;
    }

    /// Codes: those of query_of().
    // A template, so that only what calls it compiles encode().
    result<http::request> request(std::same_as<google::endpoint> auto const& at, std::string_view cursor) const
    {
        auto query = query_of(filter);
        if (!query) return query.error();
        search_request body{.query = *std::move(query)};
        if (!cursor.empty()) body.page_token = cursor;
        return at.start("/googleAds:search", encode(body));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::google
