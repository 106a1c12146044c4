#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/amazon/ad_product.hpp>
#include <outlay/amazon/budget_rule_bodies.hpp>
#include <outlay/amazon/budget_rules.hpp>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/ids.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/url.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Operations (see outlay/http/operation.hpp) on budget rules of Sponsored Products, Brands and Display. Source: the
// specification of Sponsored Products (version 3), and Amazon Ads, "Schedule-based rules". An id that can't be part of
// a URL is an error, and nothing is sent.

namespace outlay::inline v0_1_0::amazon {
namespace detail {

inline constexpr std::string_view rules_media_type = "application/json";

/// `/sp`, `/sb` or `/sd`. Code: `ad_product`.
inline result<std::string_view> root_of(ad_product product)
{
    switch (product) {
    case ad_product::sponsored_products: return std::string_view("/sp");
    case ad_product::sponsored_brands: return std::string_view("/sb");
    case ad_product::sponsored_display: return std::string_view("/sd");
    }
    return error(error_kind::invalid, "ad_product", "the product is none of Amazon's");
}

/// `/sp/budgetRules`
inline result<std::string> rules_path(ad_product product)
{
    auto const root = root_of(product);
    if (!root) return root.error();
    return outlay::detail::joined({*root, "/budgetRules"});
}

/// `/sp/budgetRules/{id}`, and what follows.
inline result<std::string> rule_path(ad_product product, budget_rule_id const& id, std::string_view rest)
{
    auto const root = root_of(product);
    if (!root) return root.error();
    auto const segment = http::path_segment(id.str());
    if (!segment) return segment.error();
    return outlay::detail::joined({*root, "/budgetRules/", *segment, rest});
}

/// `/sp/campaigns/{id}/budgetRules`
inline result<std::string> campaign_rules_path(ad_product product, campaign_id const& id)
{
    auto const root = root_of(product);
    if (!root) return root.error();
    auto const segment = http::path_segment(id.str());
    if (!segment) return segment.error();
    return outlay::detail::joined({*root, "/campaigns/", *segment, "/budgetRules"});
}

/// A request to a path, or the error in place of it.
inline result<http::request> start_at(endpoint const& at, http::method method, result<std::string> const& path)
{
    if (!path) return path.error();
    return at.start(method, *path, rules_media_type);
}

/// A request for a page. The size of pages, which Amazon requires, and the cursor are in the query.
// A template, so that only what calls it compiles validate().
result<http::request> start_page(std::same_as<endpoint> auto const& at, result<std::string> path,
                                 list_budget_rules_request const& query, std::string_view cursor)
{
    constexpr std::uint32_t most = 30;
    if (report wrong = validate(query); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
    if (!path) return path.error();
    http::append_query(*path, "pageSize", std::to_string(query.page_size.value_or(most)));
    if (!cursor.empty()) http::append_query(*path, "nextToken", cursor);
    return at.start(http::method::get, *path, rules_media_type);
}

/// Whether a code means success. Amazon's guides write "Ok".
inline bool is_ok(std::string_view code)
{
    auto const is_same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
    for (std::string_view const good : {"ok", "success"})
        if (std::equal(code.begin(), code.end(), good.begin(), good.end(), is_same)) return true;
    return false;
}

} // namespace detail

/// POST /{sp,sb,sd}/budgetRules for any number of new rules of one product. Each is created or refused for itself; rows
/// have their outcomes by position. What may have been created already is not sent again. A rule that breaks one of the
/// product's own rules fails alone.
struct create_budget_rules {
    ad_product product{};                       ///< of all the rules
    std::vector<budget_rule_details> details{}; ///< of any number: 25 are sent at a time

    using endpoint_type = amazon::endpoint;
    using result_type = batch<budget_rule_response, budget_rule_response>;
    using body_type = create_budget_rules_request;
    using reply_type = budget_rule_write_reply;
    static constexpr std::size_t items_per_call = 25;
    static constexpr auto body_items = &body_type::budget_rules_details;
    static constexpr auto rows = std::tuple{successes_and_refusals<&reply_type::responses>};
    static constexpr auto matching = outlay::matching::by_position; ///< row n is about item n

    /// A row with an id, and without a code, is of a rule that was created.
    static bool is_refusal(budget_rule_response const& row)
    {
        return row.code ? !detail::is_ok(*row.code) : !row.rule_id.has_value();
    }

    std::vector<budget_rule_details>& items() noexcept { return details; }

    /// Required by http::batch_operation: see validate() of details and a product.
    report check(budget_rule_details const& item) const
    {
        report found;
        detail::compare_with_product(item, product, "", found);
        return found;
    }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_at(at, http::method::post, detail::rules_path(product));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// PUT /{sp,sb,sd}/budgetRules for any number of updates of rules of one product, each for itself. A row without a code
/// is a refusal: its id is only that of the request.
struct update_budget_rules {
    ad_product product{};                      ///< of all the rules
    std::vector<budget_rule_update> updates{}; ///< of any number: 25 are sent at a time

    using endpoint_type = amazon::endpoint;
    using result_type = batch<budget_rule_response, budget_rule_response>;
    using body_type = update_budget_rules_request;
    using reply_type = budget_rule_write_reply;
    static constexpr std::size_t items_per_call = 25;
    static constexpr auto body_items = &body_type::budget_rules_details;
    static constexpr auto rows = std::tuple{successes_and_refusals<&reply_type::responses>};
    static constexpr auto matching = outlay::matching::by_position; ///< row n is about item n
    static constexpr auto ids = std::tuple{&budget_rule_response::rule_id, &budget_rule_update::rule_id};

    /// Whether a row has no code of success.
    static bool is_refusal(budget_rule_response const& row) { return !row.code || !detail::is_ok(*row.code); }

    std::vector<budget_rule_update>& items() noexcept { return updates; }

    /// Required by http::batch_operation: see validate() of an update and a product.
    report check(budget_rule_update const& item) const
    {
        report found;
        if (item.rule_details) detail::compare_with_product(*item.rule_details, product, "/ruleDetails", found);
        return found;
    }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_at(at, http::method::put, detail::rules_path(product));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /{sp,sb,sd}/budgetRules, page after page. The result is one reply with the rules of all pages.
struct list_budget_rules {
    ad_product product{};              ///< of the rules
    list_budget_rules_request query{}; ///< next_token: from that page on

    using endpoint_type = amazon::endpoint;
    using page_type = budget_rule_list_reply;
    using result_type = result<listing<budget_rule_list_reply>>;
    static constexpr auto rows = &budget_rule_list_reply::budget_rules_for_advertiser_response;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return query.next_token ? *query.next_token : std::string_view(); }
    static std::optional<std::string> const& next(budget_rule_list_reply const& page) noexcept
    {
        return page.next_token;
    }

    // A template, so that only what calls it compiles validate().
    result<http::request> request(std::same_as<amazon::endpoint> auto const& at, std::string_view cursor) const
    {
        return detail::start_page(at, detail::rules_path(product), query, cursor);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /{sp,sb,sd}/budgetRules/{id}
struct get_budget_rule {
    ad_product product{}; ///< of the rule
    budget_rule_id id{};  ///< the rule

    using endpoint_type = amazon::endpoint;
    using result_type = result<budget_rule_reply>;

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_at(at, http::method::get, detail::rule_path(product, id, ""));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /{sp,sb,sd}/budgetRules/{id}/campaigns, page after page. The result is one reply with the campaigns of all
/// pages.
struct list_rule_campaigns {
    ad_product product{};              ///< of the rule
    budget_rule_id id{};               ///< the rule
    list_budget_rules_request query{}; ///< next_token: from that page on

    using endpoint_type = amazon::endpoint;
    using page_type = rule_campaigns_reply;
    using result_type = result<listing<rule_campaigns_reply>>;
    static constexpr auto rows = &rule_campaigns_reply::associated_campaigns;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return query.next_token ? *query.next_token : std::string_view(); }
    static std::optional<std::string> const& next(rule_campaigns_reply const& page) noexcept { return page.next_token; }

    // A template, so that only what calls it compiles validate().
    result<http::request> request(std::same_as<amazon::endpoint> auto const& at, std::string_view cursor) const
    {
        return detail::start_page(at, detail::rule_path(product, id, "/campaigns"), query, cursor);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /{sp,sb,sd}/campaigns/{id}/budgetRules: one page.
struct list_campaign_rules {
    ad_product product{};   ///< of the campaign
    campaign_id campaign{}; ///< whose rules

    using endpoint_type = amazon::endpoint;
    using page_type = campaign_rules_reply;
    using result_type = result<listing<campaign_rules_reply>>;
    static constexpr auto rows = &campaign_rules_reply::associated_rules;

    static std::optional<std::string> next(campaign_rules_reply const&) noexcept { return std::nullopt; }

    result<http::request> request(amazon::endpoint const& at, std::string_view) const
    {
        return detail::start_at(at, http::method::get, detail::campaign_rules_path(product, campaign));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /{sp,sb,sd}/campaigns/{id}/budgetRules for any number of rules of one campaign, each for itself. A rule that is
/// named twice is sent once. A row without a code is a refusal.
struct associate_budget_rules {
    ad_product product{};                   ///< of campaign and rules
    campaign_id campaign{};                 ///< which the rules are to apply to
    std::vector<budget_rule_id> rule_ids{}; ///< of any number: 25 are sent at a time

    using endpoint_type = amazon::endpoint;
    using result_type = batch<budget_rule_response, budget_rule_response>;
    using body_type = associate_budget_rules_request;
    using reply_type = budget_rule_write_reply;
    static constexpr std::size_t items_per_call = 25;
    static constexpr auto body_items = &body_type::budget_rule_ids;
    static constexpr auto rows = std::tuple{successes_and_refusals<&reply_type::responses>};
    static constexpr auto matching = outlay::matching::by_position; ///< row n is about item n
    static constexpr auto ids = std::tuple{&budget_rule_response::rule_id};

    /// Whether a row has no code of success.
    static bool is_refusal(budget_rule_response const& row) { return !row.code || !detail::is_ok(*row.code); }

    std::vector<budget_rule_id>& items() noexcept { return rule_ids; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_at(at, http::method::post, detail::campaign_rules_path(product, campaign));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DELETE /{sp,sb,sd}/campaigns/{id}/budgetRules/{rule}. After a lost response, a second attempt may get an error about
/// an association that no longer exists.
struct disassociate_budget_rule {
    ad_product product{};     ///< of campaign and rule
    campaign_id campaign{};   ///< which the rule is no longer to apply to
    budget_rule_id rule_id{}; ///< the rule, which remains

    using endpoint_type = amazon::endpoint;
    using result_type = result<void>;

    result<http::request> request(amazon::endpoint const& at) const
    {
        auto path = detail::campaign_rules_path(product, campaign);
        if (!path) return path.error();
        auto const segment = http::path_segment(rule_id.str());
        if (!segment) return segment.error();
        path->append("/").append(*segment);
        return detail::start_at(at, http::method::delete_, path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 204; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /sp/budgetRulesAssociation for any number of pairs of Sponsored Products, each for itself.
struct associate_budget_rules_in_bulk {
    std::vector<budget_rule_association> associations{}; ///< of any number: 50 are sent at a time

    using endpoint_type = amazon::endpoint;
    using result_type = batch<budget_rule_association_response, budget_rule_association_response>;
    using body_type = associate_budget_rules_in_bulk_request;
    using reply_type = associate_budget_rules_in_bulk_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::budget_rules_associations;
    /// The two lists of a reply.
    static constexpr auto rows =
        std::tuple{successes<&reply_type::budget_rules_associations, &budget_rule_association_lists::success_list>,
                   refusals<&reply_type::budget_rules_associations, &budget_rule_association_lists::error_list>};
    /// A campaign's, since one rule for many campaigns is the usual request.
    static constexpr auto ids =
        std::tuple{&budget_rule_association::campaign_id, &budget_rule_association_response::campaign_id};

    std::vector<budget_rule_association>& items() noexcept { return associations; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return at.start(http::method::post, "/sp/budgetRulesAssociation", detail::rules_media_type);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /sp/budgetRulesAssociation/delete for any number of pairs of Sponsored Products, each for itself.
struct disassociate_budget_rules_in_bulk {
    std::vector<budget_rule_association> associations{}; ///< of any number: 50 are sent at a time

    using endpoint_type = amazon::endpoint;
    using result_type = batch<budget_rule_association_response, budget_rule_association_response>;
    using body_type = disassociate_budget_rules_in_bulk_request;
    using reply_type = disassociate_budget_rules_in_bulk_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::budget_rules_dis_associations;
    /// The two lists of a reply.
    static constexpr auto rows =
        std::tuple{successes<&reply_type::budget_rules_dis_associations, &budget_rule_association_lists::success_list>,
                   refusals<&reply_type::budget_rules_dis_associations, &budget_rule_association_lists::error_list>};
    /// A campaign's, since one rule for many campaigns is the usual request.
    static constexpr auto ids =
        std::tuple{&budget_rule_association::campaign_id, &budget_rule_association_response::campaign_id};

    std::vector<budget_rule_association>& items() noexcept { return associations; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return at.start(http::method::post, "/sp/budgetRulesAssociation/delete", detail::rules_media_type);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::amazon
