#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <outlay/google/campaign_budget.hpp>
#include <outlay/google/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The bodies of
//   POST /v25/customers/{customerId}/googleAds:search    a page of what a query finds
// for queries of campaign budgets, and the filter that such a query is made from. Source: Google Ads API v25,
// GoogleAdsService, and "Google Ads Query Language grammar".

namespace outlay::inline v0_1_0::google {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The budgets to list. Without any member: all of the account, those that were removed included.
struct campaign_budget_filter {
    std::optional<campaign_budget_status> status{}; ///< only budgets with this status
    std::optional<bool> explicitly_shared{};        ///< only budgets for several campaigns, or for one
    std::vector<campaign_budget_id> ids{};          ///< only these; empty: any
    std::vector<std::string> names{};               ///< only budgets with one of these names; empty: any
    std::optional<std::string> page_token{};        ///< from this page on: `next_page_token` of the one before

    friend bool operator==(campaign_budget_filter const&, campaign_budget_filter const&) = default;
};

namespace detail {

/// The fields that a list has of each budget, and the currency of the account.
inline constexpr std::string_view select_budgets =
    "SELECT campaign_budget.resource_name, campaign_budget.id, campaign_budget.name, campaign_budget.amount_micros, "
    "campaign_budget.total_amount_micros, campaign_budget.status, campaign_budget.delivery_method, "
    "campaign_budget.period, campaign_budget.type, campaign_budget.explicitly_shared, "
    "campaign_budget.reference_count, campaign_budget.has_recommended_budget, "
    "campaign_budget.recommended_budget_amount_micros, "
    "campaign_budget.recommended_budget_estimated_change_weekly_clicks, "
    "campaign_budget.recommended_budget_estimated_change_weekly_cost_micros, "
    "campaign_budget.recommended_budget_estimated_change_weekly_interactions, "
    "campaign_budget.recommended_budget_estimated_change_weekly_views, "
    "campaign_budget.aligned_bidding_strategy_id, customer.currency_code FROM campaign_budget";

/// A text in quotes that ends where the text ends, whatever the language does with backslashes: the quotes are of the
/// kind that the text does not have. Code: `query_string`, for a text with both kinds, a backslash or a control
/// character.
inline result<std::string> in_query_quotes(std::string_view text)
{
    bool is_plain = text.find('\\') == text.npos;
    for (char const c : text) is_plain = is_plain && static_cast<unsigned char>(c) >= ' ' && c != '\x7f';
    std::string_view const quote = text.find('\'') == text.npos ? "'" : "\"";
    if (is_plain && text.find(quote) == text.npos) return outlay::detail::joined({quote, text, quote});
    return outlay::detail::unexpected("query_string", "a text without a backslash, and with one kind of quotes at most",
                                      text);
}

/// The conditions of a query, one after the other.
struct query_writer {
    std::string query;
    std::string_view before = " WHERE ";

    void add(std::initializer_list<std::string_view> condition)
    {
        query.append(before).append(outlay::detail::joined(condition));
        before = " AND ";
    }
};

/// Values in parentheses, `(1, 2)`; the first error, if there is one.
template<class Values, class Write>
result<std::string> query_list(Values const& values, Write write)
{
    std::string list;
    for (auto const& each : values) {
        result<std::string> text = write(each);
        if (!text) return text.error();
        list.append(list.empty() ? "(" : ", ").append(*text);
    }
    return list + ")";
}

} // namespace detail

/// The query of a filter. Nothing in the filter can become another part of the query: ids are numbers, and a name is
/// in quotes that it does not contain. Codes: `enum_value_not_permitted`, `id_not_a_number`, `query_string`.
inline result<std::string> query_of(campaign_budget_filter const& filter)
{
    detail::query_writer made{.query = std::string(detail::select_budgets)};
    if (filter.status) {
        std::string_view const status = enum_text(*filter.status);
        bool const is_set =
            filter.status == campaign_budget_status::enabled || filter.status == campaign_budget_status::removed;
        if (!is_set) return outlay::detail::unexpected("enum_value_not_permitted", "ENABLED or REMOVED", status);
        made.add({"campaign_budget.status = '", status, "'"});
    }
    if (filter.explicitly_shared)
        made.add({"campaign_budget.explicitly_shared = ", *filter.explicitly_shared ? "TRUE" : "FALSE"});
    if (!filter.ids.empty()) {
        auto const list = detail::query_list(filter.ids, [](campaign_budget_id const& id) -> result<std::string> {
            if (id.number()) return id.str();
            return outlay::detail::unexpected("id_not_a_number", "an id that is a number such as 123", id.str());
        });
        if (!list) return list.error();
        made.add({"campaign_budget.id IN ", *list});
    }
    if (!filter.names.empty()) {
        auto const list = detail::query_list(filter.names, &detail::in_query_quotes);
        if (!list) return list.error();
        made.add({"campaign_budget.name IN ", *list});
    }
    return std::move(made.query);
}

/// The request for a page of what a query finds: 10,000 rows, a number that Google fixes.
struct search_request {
    std::string query{};                     ///< in the Google Ads Query Language
    std::optional<std::string> page_token{}; ///< absent: the first page

    friend bool operator==(search_request const&, search_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(search_request, (), (query, page_token))

/// The account of a row.
struct customer {
    std::optional<std::string> resource_name{}; ///< `customers/1234567890`
    std::optional<customer_id> id{};            ///< the ten digits
    std::optional<currency> currency_code{};    ///< of all amounts of the account
    outlay::extras extras{};

    friend bool operator==(customer const&, customer const&) = default;
};
BOOST_DESCRIBE_STRUCT(customer, (), (resource_name, id, currency_code, extras))

/// A row of a list of budgets.
struct campaign_budget_row {
    google::campaign_budget campaign_budget{};  ///< as far as the query selects its fields
    std::optional<google::customer> customer{}; ///< if the query selects fields of it
    outlay::extras extras{};

    friend bool operator==(campaign_budget_row const&, campaign_budget_row const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget_row, (), (campaign_budget, customer, extras))

/// A page of budgets (200). There is a further page as long as there is a token that is not empty.
struct campaign_budget_list_reply {
    std::vector<campaign_budget_row> results{};               ///< 0 to 10,000; absent if there is none
    std::optional<std::string> next_page_token{};             ///< absent on the last page
    std::optional<std::string> field_mask{};                  ///< the fields that the query selects
    std::optional<std::int64_t> total_results_count{};        ///< of all pages, without the query's LIMIT
    std::optional<std::int64_t> query_resource_consumption{}; ///< what the query cost
    outlay::extras extras{};

    friend bool operator==(campaign_budget_list_reply const&, campaign_budget_list_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(campaign_budget_list_reply, (),
                      (results, next_page_token, field_mask, total_results_count, query_resource_consumption, extras))

} // namespace outlay::inline v0_1_0::google

namespace outlay::inline v0_1_0 {

template<std::same_as<google::search_request> T>
struct model<T> {
    static constexpr auto description = "The request for a page of the rows that a query selects.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{
        member<&T::query>(length(1), described_as("In the Google Ads Query Language.")),
    };
};

template<std::same_as<google::customer> T>
struct model<T> {
    static constexpr auto description = "The selected fields of an account.";
    static constexpr auto members = std::tuple{member<&T::currency_code>(for_information)};
};

template<>
struct model<google::campaign_budget_row> {
    static constexpr auto description = "A row of a list of budgets.";
};

template<std::same_as<google::campaign_budget_list_reply> T>
struct model<T> {
    static constexpr auto description = "A page of budgets.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        form<&T::total_results_count, forms::integer_text>(),
        form<&T::query_resource_consumption, forms::integer_text>(),
        member<&T::results>(presence::optional),
        member<&T::total_results_count>(for_information),
        member<&T::query_resource_consumption>(for_information),
    };
};

} // namespace outlay::inline v0_1_0
